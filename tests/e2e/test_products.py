"""The files that a build leaves behind: which ones, when they change, and when they must not."""

import re
import resource
import subprocess

import pytest

import clinics
import program
from conftest import SAMPLES

NAME = "treatment-resistance"


def files(directory):
    """What is published; what builds remember stands in build/."""
    paths = [p for p in sorted(directory.rglob("*")) if p.is_file()]
    return {str(p.relative_to(directory)): p for p in paths if p.relative_to(directory).parts[0] != "build"}


def contents(directory):
    return {name: path.read_bytes() for name, path in files(directory).items()}


def test_clinic_content_gives_handouts_and_screens(clinic):
    made = sorted(files(clinic.directory))
    assert {f"print/{NAME}{suffix}.pdf" for suffix in ("", "-large", "-giant")} <= set(made)
    screens = [path.name for path in clinic.screens]
    assert len(screens) > 5
    for number, name in enumerate(screens, 1):
        assert name.startswith(f"{number:03d}-")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_made(samples, name):
    assert samples[name].status == 0, samples[name].err
    for suffix in ("", "-large", "-giant"):
        assert samples[name].pdf(name, suffix).exists()
    assert len(samples[name].screens) >= 2


def test_every_product_comes_with_the_crisis_lines_first(tmp_path):
    """Slips have no words of the article for them to stand before."""
    article = program.article("## Sleep\n\nSleep well.", front="kind: article\ncrisis: first\n")
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinics.BUSY)
    result = program.render(content, tmp_path / "out")
    assert result.status == 0, result.err
    assert {"print/sample.pdf", "print/sample-contact-slip.pdf", "web/sample.html"} <= set(files(result.directory))


def test_gaps_in_the_clinic_content_are_warnings(clinic):
    assert clinic.status == 0
    assert "contact-missing" in clinic.rules("warning")
    assert not clinic.rules("error")


def test_command_line_chooses_the_products(tmp_path):
    content = program.write_content(
        tmp_path / "content", {n: program.article("Words.") for n in ("one", "two", "three")}
    )
    chosen = ("--article", "one", "--article", "three", "--format", "large")
    result = program.render(content, tmp_path / "out", *chosen)
    assert result.status == 0, result.err
    assert sorted(files(result.directory)) == ["print/one-large.pdf", "print/three-large.pdf"]


def test_quiet_keeps_findings_and_the_verdict(make):
    made = make("Words.", "--format", "standard,screen")
    quiet = make("Words.", "--format", "standard,screen", "--quiet")
    assert quiet.err == made.err and quiet.findings
    assert quiet.out == made.out.splitlines(keepends=True)[-1] and quiet.out.startswith("made 1 file in ")


def test_the_screens_of_an_article_are_one_line(tmp_path):
    """Those in letters too small for their distance are named; --verbose names all."""
    words = "\n\n".join(f"## Part {i}\n\n" + "You can ask us about this at any time of the day. " * 4 for i in range(9))
    content = program.write_content(tmp_path / "content", {name: program.article(words) for name in ("one", "two")})
    result = program.render(content, tmp_path / "out", "--format", "screen")
    made = len(result.screens)
    (line,) = [line for line in result.out.splitlines() if "screens of 'one'" in line]
    counts = [int(n) for n in re.findall(r": (\d+) screens? of '", result.out)]
    assert ".png" not in result.out and len(counts) == 3 and sum(counts) == made > 20
    assert re.search(r" KB, \d+ min \d\d s, letters from 37 mm, contrast from \d+\.\d$", line)
    result = program.render(content, tmp_path / "out", "--format", "screen", "--verbose")
    assert result.out.count(".png") == made and "screens of" not in result.out
    (content / "style.yaml").write_text("screen:\n  diagonal_in: 24\n  distance_m: 6\n")
    (content / "one.md").write_text(program.article("Pseudopseudohypoparathyroidism is incomprehensibilities."))
    result = program.render(content, tmp_path / "out", "--format", "screen")
    small = [line for line in result.out.splitlines() if ".png" in line]
    assert 0 < len(small) < len(result.screens) and all(line.split(" only")[0].endswith(" m") for line in small)


def test_a_folder_named_like_an_article_is_said(tmp_path):
    content = program.write_content(tmp_path / "content", {"one": program.article("Words.")})
    (content / "two.md").mkdir()
    (content / "two.md/three.md").write_text(program.article("Words."))
    result = program.render(content, tmp_path / "out", "--format", "large")
    (finding,) = [f for f in result.findings if f["rule"] == "folder-name"]
    assert finding["path"].endswith("content/two.md") and finding["severity"] == "warning" and result.status == 0
    assert [path.name for path in result.pdfs] == ["one-large.pdf", "three-large.pdf"]


def test_a_file_named_nearly_as_what_is_read_is_said(tmp_path):
    """Editors add an ending or write it in other letters; a copy beside what is read, and what is no article anywhere, are left alone."""
    content = program.write_content(tmp_path / "content", {"one": program.article("Words.")})
    meant = {"two.MD": "two.md", "three.md.txt": "three.md", "Four.markdown": "Four.md", "checks.yml": "checks.yaml", "Urgent.md": "urgent.md"}
    for name in [*meant, "one.md.txt", "notes.txt", "sub/Urgent.txt", "sub/checks.yml"]:
        (content / name).parent.mkdir(exist_ok=True)
        (content / name).write_text("" if "yml" in name else program.article("Words."))
    result = program.render(content, tmp_path / "out", "--format", "large")
    said = {f["path"].rsplit("/", 1)[1]: f["message"].split("call it ")[1] for f in result.findings if f["rule"] == "file-name"}
    assert said == {name: f"'{better}'" for name, better in meant.items()} and result.status == 0


def test_same_input_gives_same_bytes(tmp_path):
    """At another time, from and to another place, in another time zone and language."""
    runs = []
    for place, zone, lang, clock in (
        ("here", "UTC", "C", "2001-01-01"),
        ("there/and/deeper", "Pacific/Auckland", "tr_TR.UTF-8", "2031-12-31"),
    ):
        content = program.write_content(
            tmp_path / place / "content", {"one": program.article("Words & *more*.\n\n- item")}
        )
        env = program.environment(TZ=zone, LANG=lang, LC_ALL=lang, HOME=str(tmp_path / place))
        (tmp_path / place).joinpath("moved").touch()
        subprocess.run(["touch", "-d", clock, *map(str, content.glob("*.*"))], check=True)
        result = program.render(content, tmp_path / place / "out", *program.EVERY_SIZE, env=env)
        assert result.status == 0, result.err
        runs.append(contents(result.directory))
    assert runs[0] == runs[1]


def test_source_date_epoch_is_the_date_of_the_file(tmp_path):
    made = []
    for name, epoch in (("a", "86400"), ("b", "86400"), ("c", "172800")):
        content = program.write_content(tmp_path / name, {"one": program.article("Words.")})
        env = program.environment(SOURCE_DATE_EPOCH=epoch)
        result = program.render(content, tmp_path / name / "out", "--format", "standard", env=env)
        made.append(result.pdf("one").read_bytes())
    assert made[0] == made[1]
    assert made[0] != made[2]


def test_unchanged_files_are_left_alone(make):
    before = {n: (p.stat().st_mtime_ns, p.stat().st_ino) for n, p in files(make("Words.").directory).items()}
    after = {n: (p.stat().st_mtime_ns, p.stat().st_ino) for n, p in files(make("Words.").directory).items()}
    assert before == after and before


def test_screens_that_are_no_longer_made_disappear(make):
    """The display cycles whatever lies in the folder."""
    long = make("\n\n".join(f"## Part {n}\n\nWords of part {n}." for n in range(8)))
    assert len(long.screens) > 8
    short = make("Words.")
    assert 2 <= len(short.screens) < 8
    assert [p.name[:3] for p in short.screens] == [f"{n:03d}" for n in range(1, len(short.screens) + 1)]


def test_broken_article_leaves_the_others_and_its_own_last_good_file(tmp_path):
    articles = {"bad": program.article("Good words."), "good": program.article("Old words.")}
    content = program.write_content(tmp_path / "content", articles)
    first = program.render(content, tmp_path / "out", *program.EVERY_SIZE)
    assert first.status == 0, first.err
    before = contents(first.directory)

    articles = {"bad": program.article("![](none.png)"), "good": program.article("New words.")}
    program.write_content(tmp_path / "content", articles)
    second = program.render(content, tmp_path / "out", "--format", "standard")
    assert second.status == 1
    after = contents(second.directory)
    assert after["print/bad.pdf"] == before["print/bad.pdf"]
    assert after["print/good.pdf"] != before["print/good.pdf"]


@pytest.mark.parametrize("size", [0, 3000])
def test_full_disk_leaves_the_last_good_files(tmp_path, size):
    """A file size limit stands for the full disk: writing ends in an error after `size` bytes."""
    content = program.write_content(tmp_path / "content", {"one": program.article("Old words.")})
    before = contents(program.render(content, tmp_path / "out", *program.EVERY_SIZE).directory)

    program.write_content(tmp_path / "content", {"one": program.article("New words.")})
    limited = {
        "restore_signals": False,  # SIGXFSZ stays ignored, as Python has it: write() then fails
        "preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    }
    result = program.render(content, tmp_path / "out", *program.EVERY_SIZE, **limited)
    assert result.status == 3
    assert "file-write" in result.rules("error")
    assert contents(tmp_path / "out") == before
