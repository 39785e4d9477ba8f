"""Whatever stands where a show is to be published: nothing that is not ours is moved or removed."""

import fcntl
import os
import signal
import stat
import subprocess
import time

import pytest

import lobby_show
import program

STYLE = "screen:\n  width: 640\n  height: 360\n"
PRECIOUS = b"years of work"


def content_of(directory, word):
    body = f"## Part one\n\nWords of {word}."
    return program.write_content(directory, {"one": program.article(body)}, style=STYLE)


@pytest.fixture(scope="module")
def two_builds(tmp_path_factory):
    base = tmp_path_factory.mktemp("builds")
    return content_of(base / "old", "before"), content_of(base / "new", "after")


@pytest.fixture
def out(tmp_path, two_builds):
    """Where a show is published already."""
    assert render(two_builds[0], tmp_path / "out").status == 0
    return tmp_path / "out"


def render(content, out, *args, **kwargs):
    return program.render(content, out, "--format", "screen", *args, timeout=60, **kwargs)


def words(lobby):
    return " ".join(slide["text"] for slide in lobby_show.manifest(lobby)["slides"])


@pytest.fixture
def elsewhere(tmp_path):
    """A folder of somebody else's, that looks like ours to whoever does not look closely."""
    folder = tmp_path / "elsewhere"
    (folder / "fonts").mkdir(parents=True)
    for name in ("thesis.txt", "index.html", "fonts/a.woff2"):
        (folder / name).write_bytes(PRECIOUS)
    (folder / ".files").write_text("index.html\nfonts/a.woff2\n")
    return folder


def assert_untouched(folder):
    for name in ("thesis.txt", "index.html", "fonts/a.woff2"):
        assert (folder / name).read_bytes() == PRECIOUS, name


def assert_refused(result, name, what, lobby=None):
    assert result.status == 3, result.out
    [said] = [f["message"] for f in result.findings if f["rule"] == "file-write"]
    assert name in said and what in said
    if lobby:
        lobby_show.assert_whole(lobby)
        assert "before" in words(lobby)


@pytest.mark.parametrize("name", [".lobby.new", ".lobby.previous", ".lobby.new.old"])
def test_links_beside_the_show_are_refused(out, two_builds, elsewhere, name):
    (out / name).symlink_to(elsewhere)
    assert_refused(render(two_builds[1], out), name, "move it away", out / "lobby")
    assert_untouched(elsewhere)
    assert (out / name).is_symlink()


@pytest.mark.parametrize("name", [".lobby.new", ".lobby.previous"])
def test_folders_of_others_beside_the_show_are_refused(out, two_builds, name):
    (out / name).mkdir()
    (out / name / "thesis.txt").write_bytes(PRECIOUS)
    assert_refused(render(two_builds[1], out), name, "move it away", out / "lobby")
    assert (out / name / "thesis.txt").read_bytes() == PRECIOUS


def test_a_link_to_a_folder_is_published_through(tmp_path, two_builds):
    out, real = tmp_path / "out", tmp_path / "usb/show"
    real.mkdir(parents=True)
    out.mkdir()
    (out / "lobby").symlink_to(real)
    for content, word in zip(two_builds, ("before", "after")):
        assert render(content, out).status == 0
        assert (out / "lobby").is_symlink() and word in words(real)
    lobby_show.assert_whole(real)
    assert sorted(p.name for p in out.iterdir()) == ["build", "lobby"]
    assert sorted(p.name for p in real.parent.iterdir()) == [".show.previous", "show"]


def test_a_link_to_nowhere_is_refused(tmp_path, two_builds):
    out = tmp_path / "out"
    out.mkdir()
    (out / "lobby").symlink_to(tmp_path / "usb/show")
    assert_refused(render(two_builds[0], out), "lobby", "leads to no folder")
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_link_within_the_show_is_refused(out, two_builds, elsewhere):
    """The show's own folder of typefaces leads to another one of the same names."""
    fonts = out / "lobby/fonts"
    names = [p.name for p in fonts.iterdir()]
    fonts.rename(out / "kept")
    for name in names:
        (elsewhere / "fonts" / name).write_bytes(PRECIOUS)
    fonts.symlink_to(elsewhere / "fonts")
    result = render(two_builds[1], out)
    assert_refused(result, "fonts", "move it away")
    assert_untouched(elsewhere)
    assert all((elsewhere / "fonts" / name).read_bytes() == PRECIOUS for name in names)


def pipe(path):
    os.mkfifo(path)


def loop(path):
    path.symlink_to(path.name)


@pytest.mark.parametrize("make", [pipe, loop, lambda path: path.write_bytes(PRECIOUS)], ids=["pipe", "loop", "file"])
def test_what_is_no_folder_is_refused(tmp_path, two_builds, make):
    out = tmp_path / "out"
    out.mkdir()
    make(out / "lobby")
    before = (out / "lobby").lstat()
    assert_refused(render(two_builds[0], out), "lobby", "folder")
    assert (out / "lobby").lstat().st_ino == before.st_ino
    assert sorted(p.name for p in out.iterdir()) == ["build", "lobby"]


@pytest.mark.parametrize("make", [pipe, loop, lambda path: path.mkdir()], ids=["pipe", "loop", "folder"])
def test_a_list_that_cannot_be_read_is_refused(out, two_builds, make):
    (out / "lobby/summer.png").write_bytes(PRECIOUS)
    (out / "lobby/.files").unlink()
    make(out / "lobby/.files")
    before = sorted(p.name for p in (out / "lobby").iterdir())
    assert_refused(render(two_builds[1], out), ".files", "cannot be read")
    assert sorted(p.name for p in (out / "lobby").iterdir()) == before
    assert sorted(p.name for p in out.iterdir()) == ["build", "lobby"]


def test_a_pipe_where_a_handout_belongs_holds_nobody(tmp_path, two_builds):
    out = tmp_path / "out"
    (out / "print").mkdir(parents=True)
    pipe(out / "print/one.pdf")
    result = program.render(two_builds[0], out, "--format", "standard", timeout=60)
    assert result.status == 0 and (out / "print/one.pdf").read_bytes().startswith(b"%PDF")


PLACES = ["two.md", "urgent.md", "clinic.yaml", "style.yaml", "checks.yaml", "labels/en.yaml"]


@pytest.mark.parametrize("name", PLACES)
def test_a_pipe_among_the_content_holds_nobody(tmp_path, name):
    content = content_of(tmp_path / "content", "after")
    path = content / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    pipe(path)
    result = program.render(content, tmp_path / "out", "--format", "screen", timeout=60)
    assert result.status == 3 and f"{name}' cannot be read: not a plain file" in result.err


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mask, file, folder", [(0o077, 0o644, 0o755), (0o027, 0o644, 0o755), (0o002, 0o664, 0o775)])
def test_the_display_can_read_the_show_whatever_the_umask(tmp_path, two_builds, mask, file, folder):
    out = tmp_path / "out"
    assert render(two_builds[0], out, preexec_fn=lambda: os.umask(mask)).status == 0
    for path in [out, *out.rglob("*")]:
        assert mode(path) == (folder if path.is_dir() else file), path


def test_a_show_that_was_closed_is_opened(out, two_builds):
    for path in (out / "lobby").rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    (out / "lobby").chmod(0o700)
    assert render(two_builds[0], out).status == 0
    for path in [out / "lobby", *(out / "lobby").rglob("*")]:
        assert mode(path) == (0o755 if path.is_dir() else 0o644), path


def locked(directory):
    fd = os.open(directory, os.O_RDONLY)
    fcntl.flock(fd, fcntl.LOCK_EX)
    return fd


def start(content, out, *args):
    command = [program.HANDOUT, "render", "--quiet", "--content", content, "--out", out, *args]
    return subprocess.Popen(command, cwd=program.ROOT, stderr=subprocess.PIPE, text=True, preexec_fn=program.listen)


def test_a_held_lock_is_waited_for_and_said(out, two_builds):
    fd = locked(out)
    process = start(two_builds[1], out, "--format", "screen")
    assert "waiting for another program" in process.stderr.readline()
    assert "before" in words(out / "lobby")
    os.close(fd)
    assert process.wait(timeout=60) == 0
    assert "after" in words(out / "lobby")
    process.stderr.close()


def test_a_lock_that_is_never_let_go_ends_in_a_message(out, two_builds):
    fd = locked(out)
    process = start(two_builds[1], out, "--format", "screen")
    _, said = process.communicate(timeout=60)
    os.close(fd)
    assert process.returncode == 3 and "for more than 20 seconds" in said
    assert "before" in words(out / "lobby")


def test_half_files_of_a_killed_run_are_cleared(tmp_path, two_builds):
    """Those that nobody holds, and nothing that is only named alike."""
    folder = tmp_path / "out/print"
    folder.mkdir(parents=True)
    left, held, link, other = (folder / f".one.pdf.{n}" for n in (
        "aaaaaa.handout-half", "bbbbbb.handout-half", "cccccc.handout-half", "dddddd"))
    for path in (left, held, other):
        path.write_bytes(PRECIOUS)
    link.symlink_to(other)
    fd = locked(held)
    program.render(two_builds[0], tmp_path / "out", "--format", "standard")
    os.close(fd)
    assert sorted(p.name for p in folder.iterdir()) == sorted([held.name, link.name, other.name, "one.pdf"])


@pytest.mark.parametrize("folder", ["build/last-good", "build/store"])
def test_half_lists_of_what_is_remembered_are_cleared(tmp_path, two_builds, folder):
    left = tmp_path / "out" / folder / "..made.aaaaaa.handout-half"
    left.parent.mkdir(parents=True)
    left.write_bytes(PRECIOUS)
    program.render(two_builds[0], tmp_path / "out", "--format", "standard")
    assert not left.exists()


LONG = "\n\n".join(f"## Part {n}\n\n" + "Words that go on and on. " * 200 for n in range(20))


@pytest.mark.parametrize("number", program.STOPS)
def test_a_signal_leaves_nothing_half(tmp_path, number):
    articles = {f"a{n}": program.article(LONG) for n in range(6)}
    content = program.write_content(tmp_path / "content", articles)
    process = start(content, tmp_path / "out", "--format", "standard,large,giant")
    end = time.monotonic() + 60
    while not list(tmp_path.glob("out/print/*")) and time.monotonic() < end:
        time.sleep(0.01)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == -number and "told to stop" in said
    made = [p.name for p in (tmp_path / "out/print").iterdir()]
    assert len(made) < 18 and not [name for name in made if name.startswith(".")]
    for path in (tmp_path / "out/print").iterdir():
        assert b"%%EOF" in path.read_bytes()[-32:]


SETTINGS = {"clinic.yaml": loop, "style.yaml": loop, "labels": loop, "labels/en.yaml": loop, "labels/fi.yaml": pipe}


@pytest.mark.parametrize("name", SETTINGS)
def test_only_what_is_not_there_is_absent(tmp_path, name):
    """A setting that is there and cannot be read leaves all that is published as it is."""
    content = content_of(tmp_path / "content", "before")
    (content / "two.md").write_text(program.article("Otra.", lang="es"))
    products = ("--format", "standard,screen")
    assert program.render(content, tmp_path / "out", *products).status == 0
    before = {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()}
    content_of(content, "after")
    path = content / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    SETTINGS[name](path)
    result = program.render(content, tmp_path / "out", *products, timeout=60)
    assert result.status == 3 and "file-read" in result.rules("error")
    assert {p: p.read_bytes() for p in (tmp_path / "out").rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("folder", ["", "more"])
def test_a_folder_that_cannot_be_read_leaves_the_show(tmp_path, folder):
    """Nobody knows which articles it holds: a show without them would hide that they are missing."""
    content = content_of(tmp_path / "content", "before")
    (content / "more").mkdir()
    (content / "more/two.md").write_text(program.article("Words on willows."))
    out = tmp_path / "out"
    assert program.render(content, out, "--format", "screen").status == 0
    before = {p: p.read_bytes() for p in (out / "lobby").rglob("*") if p.is_file()}
    command = ["strace", "-f", "-o", "/dev/null", "-P", content / folder, "-e", "inject=openat:error=EACCES"]
    command += [program.HANDOUT, "render", "--content", content, "--out", out, "--format", "screen"]
    env = program.environment()
    env["ASAN_OPTIONS"] += ":detect_leaks=0"  # it cannot work beside strace
    result = subprocess.run(command, cwd=program.ROOT, env=env, capture_output=True, text=True, timeout=120)
    assert result.returncode == 3, result.stderr
    assert "; the show is that of " in result.stdout.splitlines()[-1]
    assert {p: p.read_bytes() for p in (out / "lobby").rglob("*") if p.is_file()} == before


def test_an_article_that_cannot_be_read_is_a_broken_one(tmp_path):
    content = content_of(tmp_path / "content", "whole")
    loop(content / "two.md")
    result = program.render(content, tmp_path / "out", "--format", "standard", timeout=60)
    assert result.status == 3 and "file-read" in result.rules("error")
    assert [p.name for p in result.pdfs] == ["one.pdf"]
