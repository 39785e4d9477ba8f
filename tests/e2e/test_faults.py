"""Any one file call of a build may fail, or be its last: what is published is old or new, and whole,
the exit status tells which, and the next build leaves nothing of the accident behind."""

import errno
import os
import re
import shutil
import subprocess

import pytest

import groups
import program
import soak

STYLE = "screen:\n  width: 640\n  height: 360\n"
FORMATS = ("--format", "standard,screen")
KILL = 0
FAULTS = {"EIO": errno.EIO, "ENOSPC": errno.ENOSPC, "kill": KILL}
# Of what fails while a run tidies up after itself, the next one tidies up.
TIDYING = {"unlink", "rmdir", "rename", "renameat2", "open", "close", "lstat", "read"}


SHOW, MEMORY, STORE = "lobby/", "build/last-good/one/", "build/store/"


def files(directory):
    """What is published and what is remembered; the store tells of times, and costs but time when it is lost."""
    found = {str(p.relative_to(directory)): p.read_bytes() for p in directory.rglob("*") if p.is_file()}
    return {name: data for name, data in found.items() if not name.startswith(STORE)}


class Builds:
    """An old build on the disk, and what the new one is to be."""

    def __init__(self, base):
        self.base = base
        self.library = base / "faults.so"
        command = ["gcc", "-shared", "-fPIC", "-O1", "-o", self.library, program.ROOT / "tests/support/faults.c", "-ldl"]
        subprocess.run(command, check=True)
        self.old, self.new = (self.content(word) for word in ("before", "after"))
        assert program.render(self.old, base / "old", *FORMATS).status == 0
        assert program.render(self.new, base / "new", *FORMATS).status == 0
        self.before, self.after = files(base / "old"), files(base / "new")

    def content(self, word):
        body = f"## Part one\n\nWords of {word}.\n\n## Part two\n\nThe same words."
        return program.write_content(self.base / word, {"one": program.article(body)}, style=STYLE)

    def fresh(self, name):
        out = self.base / name
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(self.base / "old", out)
        return out

    def environment(self, log, below, at, error):
        """In which a program fails at that file call below the folder."""
        log.write_text("")
        env = program.environment(
            LD_PRELOAD=str(self.library), FAULT_BELOW=str(below), FAULT_AT=str(at), FAULT_ERROR=str(error), FAULT_LOG=str(log)
        )
        env["ASAN_OPTIONS"] += ":verify_asan_link_order=0"
        return env

    def strike(self, out, at, error):
        """The new build over the old one; its exit status, and the call that failed or their number."""
        log = self.base / "log"
        env = self.environment(log, out, at, error)
        command = [program.HANDOUT, "render", "--quiet", "--content", self.new, "--out", out, *FORMATS]
        done = subprocess.run(command, cwd=program.ROOT, env=env, capture_output=True, text=True, timeout=120)
        return done, log.read_text()


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    return Builds(tmp_path_factory.mktemp("faults"))


def part(found, folder):
    return {name: data for name, data in found.items() if name.startswith(folder)}


def assert_old_or_new(builds, found):
    """The show as a whole; of the memory each file, since a PDF that stays old is remembered as it was."""
    assert part(found, SHOW) in (part(builds.before, SHOW), part(builds.after, SHOW))
    remembered = part(found, MEMORY)
    assert set(remembered) in (set(part(builds.before, MEMORY)), set(part(builds.after, MEMORY)))
    for name in ["print/one.pdf", *remembered]:
        assert found[name] in (builds.before.get(name), builds.after.get(name)), name


def is_new(builds, found):
    return all(found.get(name) == data for name, data in builds.after.items())


def left_over(out):
    folders = (out, out / "print", out / "build", out / "build/last-good")
    names = {p.name for folder in folders for p in folder.iterdir()}
    made = {"lobby", "print", "build", "one.pdf", "last-good", "one", "store", ".style.yaml", ".made"}
    return names - made - {".lobby.previous", ".one.previous"}


def assert_survives(builds, at, fault):
    out = builds.fresh("out")
    done, call = builds.strike(out, at, FAULTS[fault])
    found = files(out)
    assert_old_or_new(builds, found)
    if FAULTS[fault] == KILL:
        assert done.returncode == (-9 if call in CALLS else 0)
    else:
        assert done.returncode in (0, 3), done.stderr
        assert done.returncode == 3 or is_new(builds, found), call
        assert done.returncode == 0 or re.search(r"\[file-(write|read)\]", done.stderr)
        assert call in TIDYING or left_over(out) <= {"begun"}, call  # which the next build learns from
    assert program.render(builds.new, out, *FORMATS).status == 0
    assert is_new(builds, files(out)) and not left_over(out)


CALLS = TIDYING | {"write", "fsync", "syncfs", "mkdir", "link"}


def test_each_file_call_may_fail(builds):
    _, told = builds.strike(builds.fresh("out"), 0, KILL)
    count = int(told)
    assert count > 100
    strikes = [(at, fault) for at in range(1, count + 1) for fault in FAULTS]
    for at, fault in soak.sample(strikes, 20):
        assert_survives(builds, at, fault)
    soak.figure(f"faults: {len(soak.sample(strikes, 20))} of {len(strikes)} file calls failed or killed, nothing torn")


@pytest.mark.parametrize("name", ["lobby/index.html", "build/last-good/one/one.md"])
def test_a_torn_file_would_be_found(builds, name):
    found = dict(builds.after)
    found[name] = found[name][:-1]
    with pytest.raises(AssertionError):
        assert_old_or_new(builds, found)


def kill_once_placed(builds, out, file, *arguments):
    """A build that is killed in what it remembers, at the first call there that finds `file` in its place."""
    for at in range(1, 100):
        env = builds.environment(out.parent / "log", out / "build/last-good", at, KILL)
        done = subprocess.run([program.HANDOUT, "render", *arguments], cwd=program.ROOT, env=env, capture_output=True, timeout=120)
        if done.returncode == -9 and file.exists():
            return
    raise AssertionError(f"no build was killed when it had placed {file}")


def test_what_a_killed_build_has_placed_goes_with_its_article(builds, tmp_path):
    """Nobody would look for the sheet of an article that was taken back before the next build."""
    content, out = builds.content("taken-back"), tmp_path / "out"
    assert program.render(content, out, *FORMATS).status == 0
    before = groups.published(out)
    (content / "two.md").write_text(program.article("Words."))
    (content / "three.md").write_text(program.article("More words."))
    kill_once_placed(builds, out, out / "print/two.pdf", "--content", content, "--out", out, *FORMATS)
    (out / "print/three.pdf").write_text("a clinic's own")
    for name in ("two", "three"):
        (content / f"{name}.md").unlink()
    result = program.render(content, out, *FORMATS)
    assert result.status == 0 and "print/two.pdf removed\n" in result.out
    assert groups.published(out).keys() == before.keys() | {"print/three.pdf"} and left_over(out) == {"three.pdf"}
    (out / "print/three.pdf").unlink()  # which is no PDF


def test_a_clinic_of_a_group_is_built_after_a_kill_though_its_words_are_as_before(builds, tmp_path):
    group = groups.make(tmp_path / "group", 1)
    own, out = group / "clinics/clinic-000", group / "out/clinic-000"
    assert groups.render(group).returncode == 0
    before = groups.published(out)
    (own / "two.md").write_text(program.article("Words."))
    kill_once_placed(builds, out, out / "print/two.pdf", "--group", group, "--fonts", program.ROOT / "fonts/fonts.conf")
    (own / "two.md").unlink()
    assert groups.render(group).returncode == 0 and groups.gather(group).returncode == 0
    assert groups.published(out) == before
