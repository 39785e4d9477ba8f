"""What its user may not read or write: it is told, and nothing that is published moves."""

import json
import stat

import pytest

import lobby_show
import program
import rights

STYLE = "screen:\n  width: 640\n  height: 360\n"
PRODUCTS = ("--format", "standard,screen")


def content_of(directory, word):
    articles = {"one": program.article(f"Words of {word}."), "two": program.article("Otra.", lang="es")}
    return program.write_content(directory, articles, style=STYLE)


@pytest.fixture(autouse=True)
def modes_bind(tmp_path):
    if not rights.bind(tmp_path / "closed"):
        pytest.skip("this machine lets its users read every file")


@pytest.fixture
def content(tmp_path):
    """Published once; what is written since waits for the next build."""
    content = content_of(tmp_path / "content", "before")
    for name in ("more", "labels"):
        (content / name).mkdir()
    (content / "more/three.md").write_text(program.article("Words on willows."))
    (content / "labels/en.yaml").write_text("contact_heading: Reach us\n")
    assert build(content, tmp_path / "out").status == 0
    content_of(content, "after")
    return content


def build(content, out, *products):
    return program.render(content, out, *(products or PRODUCTS), timeout=60, preexec_fn=rights.drop)


def published(out):
    """But for the store, which tells of times."""
    return {p: (p.stat().st_ino, p.read_bytes()) for p in out.rglob("*") if p.is_file() and "store" not in p.parts}


@pytest.fixture
def closed():
    """Closes files and folders to all, until the test has ended."""
    modes = []

    def close(path, mode=0):
        modes.append((path, stat.S_IMODE(path.stat().st_mode)))
        path.chmod(mode)

    yield close
    for path, mode in reversed(modes):
        path.chmod(mode)


def words(out):
    return json.dumps(lobby_show.manifest(out / "lobby"))


def test_a_list_closed_to_the_build_is_refused_before_anything_moves(content, tmp_path, closed):
    out = tmp_path / "out"
    (out / "lobby/summer.png").write_bytes(b"years of work")
    before = published(out / "lobby")
    closed(out / "lobby/.files")
    result = build(content, out, "--format", "screen")
    assert result.status == 3
    (said,) = [f["message"] for f in result.findings if f["rule"] == "file-write"]
    assert ".files' cannot be read" in said and "make it readable" in said
    (out / "lobby/.files").chmod(0o644)
    assert published(out / "lobby") == before and sorted(p.name for p in out.iterdir()) == ["build", "lobby", "print"]


OTHERS = ("summer.png", "fonts/a.txt", "more/b.txt")


@pytest.mark.parametrize("name, mode, shown", [("fonts", 0o555, "before"), ("fonts", 0o333, "before"), ("", 0o333, "before"), ("", 0o555, "before"), ("more", 0o555, "before"), ("more", 0o333, "after")])
def test_what_others_put_into_the_show_stays_with_it(content, tmp_path, closed, name, mode, shown):
    """Where the build may not move it along, the show stays as it is."""
    lobby = tmp_path / "out/lobby"
    (lobby / "more").mkdir()
    for other in OTHERS:
        (lobby / other).write_bytes(b"years of work")
    closed(lobby / name, mode)
    result = build(content, tmp_path / "out", "--format", "screen")
    (lobby / name).chmod(0o755)
    assert all((lobby / other).read_bytes() == b"years of work" for other in OTHERS)
    assert f"Words of {shown}" in words(tmp_path / "out") and result.status == (0 if shown == "after" else 3)
    assert ("make it readable and writable" in result.err) == (shown == "before")


@pytest.mark.parametrize("name", ["fonts", ""])
def test_a_show_that_is_all_ours_may_be_closed_to_writing(content, tmp_path, closed, name):
    closed(tmp_path / "out/lobby" / name, 0o555)
    assert build(content, tmp_path / "out", "--format", "screen").status == 0 and "Words of after" in words(tmp_path / "out")


@pytest.mark.parametrize("name", ["clinic.yaml", "style.yaml", "labels", "labels/en.yaml", "more", ""])
def test_settings_and_folders_closed_to_the_build_leave_all_as_it_was(content, tmp_path, closed, name):
    out = tmp_path / "out"
    before = published(out)
    closed(content / name)
    result = build(content, out)
    assert result.status == 3 and "file-read" in result.rules("error")
    assert published(out) == before
    assert "; the show is that of " in result.out.splitlines()[-1]


def test_an_article_closed_to_the_build_is_a_broken_one(content, tmp_path, closed):
    closed(content / "one.md")
    result = build(content, tmp_path / "out")
    assert result.status == 3 and [f["path"] for f in result.findings if f["rule"] == "file-read"] == [str(content / "one.md")]
    assert "Words of before" in words(tmp_path / "out") and "one.md: shown as it was" in result.out


@pytest.mark.parametrize("name", ["clinic.yaml", "style.yaml", "labels/en.yaml", "labels", "one.md", "more", ""])
def test_check_takes_the_same_care(content, closed, name):
    closed(content / name)
    done = program.run("check", "--content", content, "--fonts", program.ROOT / "fonts/fonts.conf", preexec_fn=rights.drop)
    assert done.returncode == 3 and "file-read" in done.stdout


@pytest.mark.parametrize("folder, shown", [("print", "after"), ("build/last-good", "after"), ("", "before")])
def test_a_folder_that_takes_nothing_is_told_and_keeps_what_it_has(content, tmp_path, closed, folder, shown):
    """The others get what is new."""
    out = tmp_path / "out"
    before = published(out / folder)
    closed(out / folder, 0o555)
    result = build(content, out)
    assert result.status == 3 and "file-write" in result.rules("error")
    assert f"Words of {shown}" in words(out)
    assert published(out / folder) == before
