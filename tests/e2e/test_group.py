"""Many clinics: one folder of what they share, one for what is different in each."""

import os
import pathlib
import re
import shlex
import shutil
import subprocess

import pytest
from PIL import Image

import groups
import program

FONTS = ("--fonts", program.ROOT / "fonts/fonts.conf")
LOGO = "logo: {{file: {}.png, alt: A {} square}}\n"


@pytest.fixture
def group(tmp_path):
    return groups.make(tmp_path / "group", 3)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A group that is made, not to be written to."""
    folder = groups.make(tmp_path_factory.mktemp("made") / "group", 5)
    assert groups.render(folder).returncode == 0
    return folder


def square(path, color):
    Image.new("RGB", (64, 64), color).save(path)


def make_different(group):
    """Everything in which a clinic may differ; returns its folder."""
    shared, own = group / "content", group / "clinics/clinic-001"
    (shared / "labels").mkdir()
    (own / "labels").mkdir()
    (shared / "labels/en.yaml").write_text("key_points: What counts\nquestions: Ask\n")
    (own / "labels/en.yaml").write_text("questions: Ask our team\n")
    (shared / "clinic.yaml").write_text("crisis_lines:\n  - {name: Night line, telephone: +1 503 234 9999}\nservices: [Scans]\n")
    square(shared / "red.png", "red")
    square(own / "blue.png", "blue")
    square(shared / "table.png", "grey")
    with (shared / "style.yaml").open("a") as style:
        style.write(LOGO.format("red", "red"))
    (own / "style.yaml").write_text(LOGO.format("blue", "blue"))
    words = "You lie on our new table.\n\n![The table](table.png)\n"
    (own / "scan.md").write_text(groups.WRITTEN.format("en", "Your scan with us", "About the scan", words))
    (own / "scan.de.md").write_text(groups.WRITTEN.format("de", "Ihre Untersuchung", "Zur Untersuchung", "Sie liegen auf einem Tisch."))
    for folder, title in ((shared / "heart", "Your heart"), (own / "heart", "Your heart here"), (own / "eyes", "Your eyes")):
        folder.mkdir()
        (folder / f"{title.split()[1]}.md").write_text(groups.WRITTEN.format("en", title, title, "Call us when you want to. We are here."))
    return own


def one_folder(group, own, into):
    """The same clinic written down in one folder, by hand."""
    shutil.copytree(group / "content", into)
    shutil.copytree(own, into, dirs_exist_ok=True)
    (into / "clinic.yaml").write_text((group / "content/clinic.yaml").read_text() + groups.facts(1))
    (into / "style.yaml").write_text(groups.STYLE + LOGO.format("blue", "blue"))
    (into / "labels/en.yaml").write_text("key_points: What counts\nquestions: Ask our team\n")
    return into


def test_clinics_that_are_not_there_are_no_success(group, tmp_path):
    """As where a disk is missing: the other ones are made, and what is missing is named."""
    lost = group / "clinics/lost"
    lost.symlink_to(tmp_path / "nowhere")
    done = groups.render(group)
    assert done.returncode != 0 and "clinics/lost" in done.stderr and (group / "out/clinic-000/print").exists()
    done = program.run("gather", "--group", group)
    assert done.returncode == 1 and "lost: " in done.stdout and "3 of 4 clinics" in done.stdout
    shutil.rmtree(group / "clinics")
    (group / "clinics").mkdir()
    for command in (("render", *FONTS), ("gather",), ("plan", "--shards", "2")):
        done = program.run(*command, "--group", group)
        assert done.returncode == 1 and "there is no clinic in" in done.stderr and done.stdout == ""
    assert (group / "out/clinic-000/print").exists()


def test_what_was_made_for_a_clinic_that_has_gone_is_named(group):
    """It tells old facts, and whether it may go is for people to say."""
    assert groups.render(group).returncode == 0
    assert "no clinic" not in groups.gather(group).stdout
    shutil.rmtree(group / "clinics/clinic-001")
    assert groups.render(group).returncode == 0
    done = groups.gather(group)
    assert done.returncode == 0 and re.findall(r"^(\S+) is of no clinic", done.stdout, re.M) == [str(group / "out/clinic-001")]


def test_a_clinic_of_a_group_is_as_if_all_of_it_stood_in_its_own_folder(group, tmp_path):
    own = make_different(group)
    alone = program.render(one_folder(group, own, tmp_path / "alone"), tmp_path / "out")
    assert groups.render(group, "--out", tmp_path / "all").returncode == alone.status == 0
    together = groups.published(tmp_path / "all/clinic-001")
    ours = {"SHA256SUMS", "build/made-of"}
    assert ours <= together.keys() and "web/scan.de.html" in together and "web/heart.html" in together
    assert {name: digest for name, digest in together.items() if name not in ours} == groups.published(tmp_path / "out")
    other = groups.published(tmp_path / "all/clinic-000")
    assert "web/scan.de.html" not in other and other["web/scan.html"] != together["web/scan.html"]


@pytest.mark.parametrize("written", ["{}/clinics/clinic-001", "{}/clinics/clinic-001/", "{}//clinics//clinic-001"])
def test_every_command_takes_a_clinic_of_a_group_by_its_folder(group, written):
    own = make_different(group)
    result = program.run("check", "--content", written.format(group), "--words-only", *FONTS)
    said = re.sub("/+", "/", result.stdout)
    assert f"{group}/content/scan.es.md" in said
    assert f"{own}/scan.md" in said and f"{group}/content/scan.md" not in said
    inside = program.run("render", "--content", ".", "--out", "../../single", "--format", "text", *FONTS, cwd=own)
    assert inside.returncode == 0 and "our new table" in (group / "single/web/scan.txt").read_text()
    assert (group / "single/web/scan.es.txt").exists()


def test_what_is_wrong_is_said_once_with_the_file_that_it_stands_in(group):
    (group / "content/scan.fr.md").write_text("---\ntitle: Examen\nlang: fr\n---\n\nWords.\n\n![Un lit](lost.png)\n")
    (group / "clinics/clinic-002/clinic.yaml").write_text("name: Two\nphone: 5\n")
    result = groups.render(group)
    errors = [line for line in result.stderr.splitlines() if ": error: " in line]
    assert len([line for line in errors if line.startswith(f"{group}/content/scan.fr.md:8")]) == 1, errors
    assert [line for line in errors if line.startswith(f"{group}/clinics/clinic-002/clinic.yaml:2")], errors
    assert result.returncode == 1
    assert (group / "out/clinic-000/print/scan.pdf").exists(), "one clinic's errors kept another from its handouts"
    assert not (group / "out/clinic-002/print").exists()
    assert result.stdout.splitlines()[0].startswith("clinic-000: ") and result.stdout.splitlines()[-1].startswith("3 clinics: ")


def test_an_error_in_shared_settings_holds_every_clinic(group):
    (group / "content/clinic.yaml").write_text("telefone: 1\n")
    result = groups.render(group)
    assert result.returncode == 1 and f"{group}/content/clinic.yaml:1:1: error: " in result.stderr
    assert not list((group / "out").glob("*/print"))


@pytest.mark.sample(2, 1)
@pytest.mark.parametrize("count", [1, 2, 4, 7])
def test_the_same_files_however_it_is_split(made, tmp_path, count):
    seen = []
    for number in reversed(range(1, count + 1)):
        result = groups.render(made, "--out", tmp_path / "out", "--shard", f"{number}/{count}")
        assert result.returncode == 0
        seen += [line.split(":")[0] for line in result.stdout.splitlines()[:-1]]
    assert sorted(seen) == [groups.name(number) for number in range(5)]
    assert groups.published(tmp_path / "out") == groups.published(made / "out")
    assert groups.gather(made, "--out", tmp_path / "out").returncode == 0


def test_a_planned_job_means_the_same_wherever_it_is_run(tmp_path):
    folder = groups.make(tmp_path / "it's a group; of $HOME", 3)
    plan = program.run("plan", "--shards", 2, *FONTS, cwd=folder, env=program.environment(SOURCE_DATE_EPOCH="1700000000"))
    jobs = plan.stdout.splitlines()
    assert plan.returncode == 0 and len(jobs) == 2
    for job in jobs:
        words = shlex.split(job)
        assert words[:2] == ["env", "SOURCE_DATE_EPOCH=1700000000"] and os.path.samefile(words[2], program.HANDOUT)
        subprocess.run(["sh", "-c", job], cwd="/", check=True, capture_output=True, env=program.environment())
    assert groups.gather(folder).returncode == 0
    whole = groups.render(folder, "--out", tmp_path / "whole", env=program.environment(SOURCE_DATE_EPOCH="1700000000"))
    assert whole.returncode == 0 and groups.published(tmp_path / "whole") == groups.published(folder / "out")


def spoil_file(out):
    path = out / "print/scan-large.pdf"
    path.write_bytes(path.read_bytes()[:-1] + b"!")


LACKS = {
    "is not made": lambda out: shutil.rmtree(out),
    "lacks": lambda out: (out / "web/scan.es.html").unlink(),
    "has another": spoil_file,
    "was made of other content": lambda out: (out.parents[1] / "clinics" / out.name / "new.md").write_text("x"),
}


@pytest.mark.sample(2)
@pytest.mark.parametrize("fault", LACKS)
def test_gather_names_what_is_missing(made, tmp_path, fault):
    folder = tmp_path / "group"
    shutil.copytree(made, folder)
    assert groups.gather(folder).returncode == 0
    LACKS[fault](folder / "out/clinic-003")
    result = groups.gather(folder)
    assert result.returncode == 1
    assert result.stdout.splitlines()[0].startswith(f"clinic-003: {fault}")
    assert result.stdout.splitlines()[1].startswith("4 of 5 clinics ")


LISTS = {
    "cut in a line": lambda list: list[:100],
    "cut between lines": lambda list: b"".join(list.splitlines(keepends=True)[:3]),
    "without its first line": lambda list: b"".join(list.splitlines(keepends=True)[1:]),
    "empty": lambda list: b"",
    "no list": lambda list: b"garbage\n\xff",
    "of another clinic": None,
}


@pytest.mark.sample(3)
@pytest.mark.parametrize("how", LISTS)
def test_a_list_that_is_not_as_it_was_is_no_list(made, tmp_path, how):
    """A file that it does not name may be missing; the job that is run again leaves a whole one."""
    folder = tmp_path / "group"
    shutil.copytree(made, folder)
    path = folder / "out/clinic-003/SHA256SUMS"
    before = path.read_bytes()
    path.write_bytes(LISTS[how](before) if LISTS[how] else (folder / "out/clinic-002/SHA256SUMS").read_bytes())
    result = groups.gather(folder)
    assert result.returncode == 1
    assert result.stdout.startswith(f"clinic-003: has another '{folder}/out/clinic-003/SHA256SUMS' than was made\n")
    assert groups.render(folder).returncode == 0
    assert groups.gather(folder).returncode == 0 and path.read_bytes() == before


def test_gather_names_clinics_whose_content_has_errors(group):
    (group / "clinics/clinic-001/scan.md").write_text("---\ntitle: A\nlang: en\n---\n\n![](lost.png)\n")
    groups.render(group)
    assert groups.gather(group, "--quiet").stdout.splitlines()[0].startswith("clinic-001: has errors in its content")


def test_other_programs_can_check_the_list(made):
    subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=made / "out/clinic-002", check=True)


def test_what_has_not_changed_is_told_again_and_not_made(group):
    (group / "clinics/clinic-002/scan.md").write_text("---\ntitle: A\nlang: en\n---\n\n![](lost.png)\n")
    first = groups.render(group)
    before = groups.kept(group / "out")
    again = groups.render(group)
    assert groups.kept(group / "out") == before
    assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, first.stderr) and again.returncode == 1
    anew = groups.render(group, "--force")
    assert (anew.stdout, anew.stderr) == (first.stdout, first.stderr)


def test_what_reads_aloud_is_looked_for_again(group, tmp_path):
    style = group / "content/style.yaml"
    style.write_text(style.read_text().replace("speech: no", "speech: yes"))
    (tmp_path / "bin").mkdir()
    env = program.environment(PATH=str(tmp_path / "bin"))
    assert "'espeak-ng' is not installed" in groups.render(group, env=env).stderr
    (tmp_path / "bin/espeak-ng").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "bin/espeak-ng").chmod(0o755)
    later = groups.render(group, env=env)
    assert "is not installed" not in later.stderr and "has no voice" in later.stderr


@pytest.mark.parametrize("spoil", [lambda path: path.unlink(), lambda path: path.write_bytes(b"%PDF")], ids=["gone", "written to"])
def test_a_file_that_is_not_as_it_was_is_made_again(group, spoil):
    groups.render(group)
    before = groups.published(group / "out")
    spoil(group / "out/clinic-001/print/scan.es.pdf")
    groups.render(group)
    assert groups.published(group / "out") == before


def test_an_urgent_message_for_all_is_on_every_wall_and_goes(group):
    groups.render(group)
    before = groups.published(group / "out")
    (group / "content/urgent.md").write_text("---\ntitle: No water\nlang: en\nuntil: 2030-01-01 10:00\n---\n\nDo not drink.\n")
    groups.render(group)
    shows = [(group / "out" / groups.name(n) / "lobby/manifest.json").read_text() for n in range(3)]
    assert all("Do not drink." in show for show in shows)
    (group / "content/urgent.md").unlink()
    groups.render(group)
    assert groups.published(group / "out") == before


def test_a_telephone_changes_that_clinic_alone(group):
    groups.render(group)
    before = groups.kept(group / "out")
    (group / "clinics/clinic-001/clinic.yaml").write_text("name: Clinic 001\ntelephone: +1 503 234 7777\n")
    groups.render(group)
    after = groups.kept(group / "out")
    changed = {tuple(pathlib.Path(name).parts[:2]) for name in after if after[name] != before.get(name)}
    assert {place[0] for place in changed} == {"clinic-001"}
    assert {"print", "web", "braille", "lobby", "SHA256SUMS"} <= {place[1] for place in changed}
    assert groups.gather(group).returncode == 0


REFUSED = {
    ("render", "--shard", "1/2"): "--group",
    ("render", "--group", ".", "--shard", "3/2"): "2/16",
    ("render", "--group", ".", "--shard", "0/2"): "2/16",
    ("render", "--group", ".", "--content", "c"): "--content",
    ("render", "--group", ".", "--article", "a"): "--article",
    ("plan",): "--shards 16",
    ("plan", "--shards", "0"): "'0'",
}


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_command_lines_that_make_no_sense_are_refused(words, tmp_path):
    result = program.run(*words, cwd=tmp_path)
    assert result.returncode == 2 and REFUSED[words] in result.stderr


@pytest.mark.parametrize("words", [("render", "--group", "."), ("gather",), ("plan", "--shards", "2")], ids=" ".join)
def test_what_is_no_group_is_said(words, tmp_path):
    result = program.run(*words, cwd=tmp_path)
    assert result.returncode == 1 and "is no group" in result.stderr and not result.stdout
