"""Broken articles and changed facts: what the show and the folders hold, and what the report says."""
import json
import re
import subprocess

import pytest
from PIL import Image

import lobby_show
import program

FACTS = "name: A clinic\ntelephone: +1 503 234 5678\n"
OTHER_FACTS = FACTS.replace("5678", "9999")
WORDS = "You can ask us about this at any time of the day. " * 8
BREAKS = {"unclosed": "---\ntitle: T\n", "misspelt": "---\ntitel: T\n---\nx\n", "latin": b"# Caf\xe9\n"}
FORMATS = ("--format", "standard,large,screen")


def article(title, word):
    return f"---\ntitle: {title}\nlang: en\n---\n\n## {word}\n\n{WORDS}\n"


def write(content, name, text):
    path = content / f"{name}.md"
    path.write_bytes(text) if isinstance(text, bytes) else path.write_text(text)


@pytest.fixture
def clinic(tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    (content / "clinic.yaml").write_text(FACTS)
    (content / "style.yaml").write_text(program.silent(""))
    for i in range(12):
        write(content, f"a{i:02}", article(f"Article {i}", f"Word{i}"))
    return content


def shown(out):
    return {slide["id"].split("/")[0] for slide in lobby_show.manifest(out / "lobby")["slides"]}


def words(out):
    return (out / "lobby/transcript.html").read_text()


def test_nine_of_twelve_are_shown(clinic, tmp_path):
    for i, text in enumerate(BREAKS.values()):
        write(clinic, f"a{i:02}", text)
    result = program.render(clinic, tmp_path / "out", *FORMATS)
    assert result.status == 1
    assert shown(tmp_path / "out") == {f"a{i:02}" for i in range(3, 12)} | {"contact"}
    for i in range(3):
        assert f"content/a{i:02}.md: not in the show; mend its errors\n" in result.out
    assert result.out.endswith("; the show is up to date but for the articles above\n")


def test_files_of_the_old_show_are_counted_and_those_on_paper_named(clinic, tmp_path):
    """A changed fact renames every screen with it: hundreds of lines would hide the one to read."""
    out = tmp_path / "out"
    program.render(clinic, out, *FORMATS)
    (clinic / "clinic.yaml").write_text(OTHER_FACTS)
    write(clinic, "a03", BREAKS["latin"])
    result = program.render(clinic, out, *FORMATS)
    removed = [line for line in result.out.splitlines() if line.endswith(" removed")]
    assert not any("lobby" in line for line in removed)
    assert [line for line in removed if "of the show before" in line] and any("a03.pdf" in line for line in removed)
    report = json.loads(program.render(clinic, out, *FORMATS, "--format", "json").out)
    assert report["removed"] == []
    (clinic / "clinic.yaml").write_text(FACTS)
    report = json.loads(program.render(clinic, out, *FORMATS, "--format", "json").out)
    assert any("/lobby/" in path for path in report["removed"])


@pytest.mark.sample(2)
@pytest.mark.parametrize("kind", BREAKS)
def test_a_broken_article_is_shown_as_it_was(clinic, tmp_path, kind):
    out = tmp_path / "out"
    assert program.render(clinic, out, *FORMATS).status == 0
    before = (out / "print/a01.pdf").read_bytes()
    write(clinic, "a01", BREAKS[kind])
    write(clinic, "a02", article("Article 2", "Newword"))
    result = program.render(clinic, out, *FORMATS)
    assert result.status == 1
    assert "Word1<" in words(out) and "Newword" in words(out)
    assert (out / "print/a01.pdf").read_bytes() == before
    assert re.search(r"a01\.md: shown as it was \d{4}-\d\d-\d\d \d\d:\d\d, from \S+/build/last-good/a01/"
                     r"a01\.md; mend its errors\n", result.out)


@pytest.mark.sample(2)
@pytest.mark.parametrize("choice, told", {
    "products: [scren]": True, "products: scren": True, "products: [standard, scren]": True, "products: [Standrd]": True,
    "products: [standard, large": True, "products: [screen]\nnot: [large]": True, "not: [screeen]": True,
    "products: [standard]\ntitel: T": False, "not: [screen]\ntitel: T": False, "lobby: no\nproducts: [standrd]": False,
}.items())
def test_an_article_whose_choice_of_products_is_mistyped_is_told(clinic, tmp_path, choice, told):
    """Nobody knows whether it wants the show: better said once too often than missed on the wall."""
    out = tmp_path / "out"
    new = article("New", "Newword").replace("lang: en", f"lang: en\n{choice}")
    write(clinic, "new", new)
    result = program.render(clinic, out, *FORMATS)
    assert result.status == 1
    assert ("content/new.md: not in the show; mend its errors\n" in result.out) == told
    assert "new" not in shown(out) and "a01" in shown(out)
    write(clinic, "a01", new)
    program.render(clinic, out, *FORMATS)
    assert ("a01" in shown(out)) == told


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("kind", BREAKS)
def test_an_article_by_itself_says_nothing_of_the_show(clinic, tmp_path, kind):
    out = tmp_path / "out"
    program.render(clinic, out, *FORMATS)
    write(clinic, "a01", BREAKS[kind])
    result = program.render(clinic, out, "--article", "a01")
    assert result.status == 1
    assert "show" not in result.out
    assert "a01" in shown(out)


def test_stale_facts_go(clinic, tmp_path):
    out = tmp_path / "out"
    program.render(clinic, out, *FORMATS)
    write(clinic, "a01", BREAKS["misspelt"])
    (clinic / "clinic.yaml").write_text(OTHER_FACTS)
    result = program.render(clinic, out, *FORMATS)
    assert "a01" not in shown(out)
    assert "5678" not in words(out)
    assert not (out / "print/a01.pdf").exists() and not (out / "print/a01-large.pdf").exists()
    assert "print/a01.pdf removed\n" in result.out
    assert "a01.md: not in the show" in result.out


def test_facts_that_come_back_bring_the_article_back(clinic, tmp_path):
    out = tmp_path / "out"
    program.render(clinic, out, *FORMATS)
    write(clinic, "a01", BREAKS["misspelt"])
    (clinic / "clinic.yaml").write_text(OTHER_FACTS)
    program.render(clinic, out, *FORMATS)
    (clinic / "clinic.yaml").write_text(FACTS)
    program.render(clinic, out, *FORMATS)
    assert "a01" in shown(out)


def test_pictures_are_remembered(clinic, tmp_path):
    out = tmp_path / "out"
    (clinic / "rooms").mkdir()
    Image.new("RGB", (60, 40), "navy").save(clinic / "rooms/scan room.png")
    write(clinic, "a01", article("Article 1", "Word1\n\n![A room](<rooms/scan room.png>)"))
    program.render(clinic, out, *FORMATS)
    write(clinic, "a01", BREAKS["misspelt"])
    (clinic / "rooms/scan room.png").unlink()
    result = program.render(clinic, out, *FORMATS)
    assert "a01" in shown(out)
    assert 'alt="A room"' in words(out)
    assert "a01.md: shown as it was" in result.out


@pytest.mark.sample(1)
@pytest.mark.parametrize("name, text", [
    ("clinic.yaml", "name: A clinic\ntelefone: 1\n"),
    ("style.yaml", "paper: legal\n"),
])
def test_errors_in_settings_leave_everything(clinic, tmp_path, name, text):
    out = tmp_path / "out"
    program.render(clinic, out, *FORMATS)
    files = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (clinic / name).write_text(text)
    result = program.render(clinic, out, *FORMATS)
    assert result.status == 1
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == files
    assert re.search(r"; the show is that of \d{4}-\d\d-\d\d \d\d:\d\d and may be out of date: mend the "
                     r"errors\n$", result.out)


CHOICES = {"both": "products: [standard]\nnot: [large]\n", "no such product": "products: [standrd, screen]\n"}


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_of_products_that_makes_no_sense_leaves_everything(clinic, tmp_path, name):
    """It is the clinic's, so it is in all articles: a show of none of them would be no better than an empty wall."""
    out = tmp_path / "out"
    program.render(clinic, out, *FORMATS)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    (clinic / "style.yaml").write_text(program.silent(CHOICES[name]))
    (clinic / "clinic.yaml").write_text(OTHER_FACTS)
    result = program.render(clinic, out, *FORMATS)
    assert result.status == 1 and "; the show is that of " in result.out.splitlines()[-1]
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_a_product_that_is_no_longer_made_goes(clinic, tmp_path):
    out = tmp_path / "out"
    program.render(clinic, out, *FORMATS)
    write(clinic, "a01", article("Article 1", "Word1").replace("lang: en", "lang: en\nnot: [large]"))
    result = program.render(clinic, out, *FORMATS)
    assert result.status == 0
    assert not (out / "print/a01-large.pdf").exists() and (out / "print/a01.pdf").exists()
    assert "print/a01-large.pdf removed\n" in result.out


def test_other_products_stay_when_one_is_made(clinic, tmp_path):
    out = tmp_path / "out"
    program.render(clinic, out, *FORMATS)
    program.render(clinic, out, "--format", "standard")
    assert (out / "print/a01-large.pdf").exists()


def test_the_report_tells_programs(clinic, tmp_path):
    out = tmp_path / "out"
    write(clinic, "a01", BREAKS["misspelt"])
    report = json.loads(program.render(clinic, out, *FORMATS, "--format", "json").out)
    assert report["show"]["current"] is True
    assert report["show"]["missing"] == [str(clinic / "a01.md")]
    assert 0 < report["articles_s"] < report["loop_s"]


def test_the_files_of_an_article_that_is_gone_go(clinic, tmp_path):
    """Those that the program has made and knows; what somebody has changed or put there stays."""
    out = tmp_path / "out"
    program.render(clinic, out, *FORMATS)
    (out / "print/a02-large.pdf").write_bytes((out / "print/a03-large.pdf").read_bytes())
    (out / "print/a02-notes.txt").write_bytes(b"somebody's own")
    (clinic / "a01.md").unlink()
    (clinic / "a02.md").rename(clinic / "b02.md")
    result = program.render(clinic, out, *FORMATS)
    printed = {path.name for path in (out / "print").iterdir()}
    assert not printed & {"a01.pdf", "a01-large.pdf", "a02.pdf"}
    assert printed >= {"a02-large.pdf", "a02-notes.txt", "b02.pdf", "b02-large.pdf", "a03.pdf"}
    told = [line for line in result.out.splitlines() if line.endswith(" removed") and "of the show" not in line]
    assert told == sorted(told)
    for name in ("a01.pdf", "a01-large.pdf", "a02.pdf"):
        assert f"print/{name} removed\n" in result.out
    assert "print/a02-large.pdf removed" not in result.out
    assert "removed" not in program.render(clinic, out, *FORMATS).out


def test_nothing_goes_while_not_all_articles_are_known(clinic, tmp_path):
    """A folder that is gone for a moment, a name twice: what was made of what lay there stays."""
    out = tmp_path / "out"
    (clinic / "more").mkdir()
    (clinic / "more/z.md").write_text(article("Z", "Zword"))
    program.render(clinic, out, *FORMATS)
    (clinic / "more/z.md").unlink()
    (clinic / "more/a01.md").write_text(article("Other", "Otherword"))
    result = program.render(clinic, out, *FORMATS)
    assert "name-clash" in result.rules("error") and (out / "print/z.pdf").exists()
    (clinic / "more/a01.md").unlink()
    program.render(clinic, out, *FORMATS, "--article", "a03")
    assert (out / "print/z.pdf").exists()
    program.render(clinic, out, *FORMATS)
    assert not (out / "print/z.pdf").exists()


def test_a_file_of_that_name_that_another_article_has_now_stays(clinic, tmp_path):
    out = tmp_path / "out"
    write(clinic, "b-large", article("Title", "Word"))
    program.render(clinic, out, "--format", "standard")
    (clinic / "b-large.md").unlink()
    write(clinic, "b", article("Title", "Word"))
    program.render(clinic, out, "--format", "standard,large")
    assert (out / "print/b-large.pdf").exists() and (out / "print/b.pdf").exists()


def test_a_file_that_another_article_had_once_goes_with_the_last_that_made_it(clinic, tmp_path):
    """What is remembered of the other, which was broken when that one came, keeps it no more."""
    out = tmp_path / "out"
    write(clinic, "b", article("Title", "Word"))
    program.render(clinic, out, "--format", "standard,large")
    write(clinic, "b", BREAKS["unclosed"])
    write(clinic, "b-large", article("Other title", "Word"))
    (clinic / "clinic.yaml").write_text(OTHER_FACTS)
    program.render(clinic, out, "--format", "standard")
    assert (out / "print/b-large.pdf").exists()
    (clinic / "b-large.md").unlink()
    program.render(clinic, out, "--format", "standard")
    assert not (out / "print/b-large.pdf").exists()


@pytest.mark.sample(2)
@pytest.mark.parametrize("how", ["deleted", "in other folders", "of other kinds"])
def test_without_any_article_the_show_tells_how_to_reach_the_clinic(clinic, tmp_path, how):
    """Hardly meant, so an error; but nothing of what was taken away stays on the wall or in a folder to be printed."""
    out = tmp_path / "out"
    program.render(clinic, out)
    for path in clinic.glob("*.md"):
        if how == "deleted":
            path.unlink()
        else:
            path.rename(tmp_path / path.name if how == "in other folders" else path.with_suffix(".txt"))
    (clinic / "clinic.yaml").write_text(OTHER_FACTS)
    result = program.render(clinic, out)
    assert result.status == 1 and result.rules("error") == ["no-articles"]
    assert shown(out) == {"contact"} and "9999" in words(out) and "5678" not in words(out)
    assert not [path for folder in ("print", "web", "braille") for path in (out / folder).glob("*")]
    assert "print/a01.pdf removed\n" in result.out
    assert result.out.endswith("; the show tells only how to reach the clinic\n")
    write(clinic, "a01", article("Article 1", "Word1"))
    assert program.render(clinic, out).out.endswith("; the show is up to date\n")


def traced(clinic, tmp_path, calls, product="large"):
    """The system's own account of the calls of a render."""
    trace = tmp_path / "trace"
    strace = ["strace", "-f", "-y", "-q", "-e", f"trace={calls}", "-o", trace]
    render = ["render", "--quiet", "--content", clinic, "--out", tmp_path / "out", "--format", product]
    env = program.environment()
    env["ASAN_OPTIONS"] += ":detect_leaks=0"  # it cannot work beside strace
    subprocess.run([*strace, program.HANDOUT, *render], cwd=program.ROOT, env=env, check=True)
    return trace.read_text()


def test_files_are_noted_for_good_before_any_of_them_is_put_in_place(clinic, tmp_path):
    """Written, synced together, and only then renamed."""
    told = re.findall(r'(write|syncfs)\(\d+<[^>]*/build/begun>|(rename)\("[^"]*", "[^"]*-large\.pdf"', traced(clinic, tmp_path, "write,syncfs,rename"))
    assert ["".join(step) for step in told] == ["write", "syncfs", *["rename"] * 12]


def test_of_many_files_some_are_put_in_place_while_others_are_made(clinic, tmp_path):
    for i in range(70):
        write(clinic, f"b{i:02}", article(f"Article {i}", "Word"))
    told = re.findall(r'(syncfs)\(\d+<[^>]*/build/begun>|(rename)\("[^"]*", "[^"]*-large\.pdf"', traced(clinic, tmp_path, "syncfs,rename"))
    steps = ["".join(step) for step in told]
    assert steps[0] == "syncfs" and steps.count("rename") == 82 and 3 <= steps.count("syncfs") <= 4


def test_what_is_remembered_is_synced_once_before_any_of_it_is_put_in_place(clinic, tmp_path):
    steps = r'(syncfs)\(\d+<[^>]*/last-good>|(rename)\("[^"]*/last-good/\.a\d+\.new".* = 0'
    told = re.findall(steps, traced(clinic, tmp_path, "syncfs,rename", "screen"))
    assert ["".join(step) for step in told] == ["syncfs", *["rename"] * 12]


def test_files_of_all_articles_are_remembered_at_once(clinic, tmp_path):
    """A folder for each would be thousands of them, which nobody needs who has no display."""
    told = re.findall(r'rename\("[^"]*", "[^"]*/last-good/([^"/]*)"', traced(clinic, tmp_path, "rename"))
    assert sorted(told) == [".made", ".style.yaml"]
    memory = tmp_path / "out/build/last-good"
    assert sorted(path.name for path in memory.iterdir()) == [".made", ".style.yaml"]
    assert len((memory / ".made").read_text().splitlines()) == 12


def forget_the_list(out):
    """What is remembered as it was kept before there was a list of all files."""
    memory = out / "build/last-good"
    for line in (memory / ".made").read_text().splitlines():
        made, name, path = re.fullmatch(r"(\S+) ([^/]+)/(.*)", line).groups()
        folder = memory / name
        folder.mkdir(exist_ok=True)
        record = folder / ".record"
        record.write_text((record.read_text() if record.exists() else "\n") + f"{made} {path}\n")
        if not (folder / ".files").exists():
            (folder / ".files").write_text(".record\n")
    (memory / ".made").unlink()


@pytest.mark.parametrize("formats", [FORMATS, ("--format", "standard")], ids=["shown", "on paper"])
def test_what_was_remembered_article_by_article_is_taken_over(clinic, tmp_path, formats):
    out = tmp_path / "out"
    memory = out / "build/last-good"
    program.render(clinic, out, *formats)
    before = {path.relative_to(memory): path.read_bytes() for path in memory.rglob("*") if path.is_file()}
    forget_the_list(out)
    assert program.render(clinic, out, *formats).status == 0
    after = {path.relative_to(memory): path.read_bytes() for path in memory.rglob("*") if path.is_file()}
    assert {name: data for name, data in after.items() if ".previous" not in str(name)} == before
    forget_the_list(out)
    (clinic / "a01.md").unlink()
    assert "print/a01.pdf removed\n" in program.render(clinic, out, *formats).out


def test_what_is_remembered_of_others_is_left_alone(clinic, tmp_path):
    """Many articles would be many files to write and to wait for, whenever one is saved."""
    out = tmp_path / "out"
    memory = out / "build/last-good"
    program.render(clinic, out)
    (memory / "a note").write_text("a clinic's own")
    before = {path.name: path.stat().st_ino for path in memory.iterdir() if not path.name.startswith(".")}
    write(clinic, "a01", article("Article 1", "Another"))
    (clinic / "a02.md").unlink()
    assert program.render(clinic, out).status == 0
    after = {path.name: path.stat().st_ino for path in memory.iterdir() if not path.name.startswith(".")}
    assert {name for name in before if before[name] != after.get(name)} == {"a01", "a02"}
    assert "Another" in (memory / "a01/a01.md").read_text() and "a02" not in after
