"""A show appears in one step: whatever happens on the way, what is published is one whole build."""

import pathlib
import random
import re
import subprocess

import pytest

import lobby_show
import mounts
import program
import soak

STYLE = "screen:\n  width: 640\n  height: 360\n"
SYSTEM_CALLS = "mkdir,link,syncfs,fsync,rename,renameat2,unlink,rmdir"


def content_of(directory, word):
    body = "\n\n".join(f"## Part {n}\n\nWords of part {n}{word if n == 1 else ''}." for n in range(3))
    return program.write_content(directory, {"one": program.article(body)}, style=STYLE)


def render(content, out, **kwargs):
    return program.render(content, out, "--format", "screen", **kwargs)


def words(out):
    return " ".join(slide["text"] for slide in lobby_show.manifest(out / "lobby")["slides"])


def state(directory):
    """Inode and time of last change of everything there."""
    found = {}
    for path in sorted(directory.rglob("*")):
        stat = path.lstat()
        found[str(path)] = (stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns)
    return found


def test_unchanged_content_writes_nothing(tmp_path):
    content = content_of(tmp_path / "content", "")
    render(content, tmp_path / "out")
    before = state(tmp_path / "out")
    result = render(content, tmp_path / "out")
    assert result.status == 0 and state(tmp_path / "out") == before


def test_what_did_not_change_is_not_written_again(tmp_path):
    out = tmp_path / "out"
    render(content_of(tmp_path / "content", ""), out)
    before = {path.name: path.stat().st_ino for path in out.glob("lobby/*.png")}
    render(content_of(tmp_path / "content", " anew"), out)
    after = {path.name: path.stat().st_ino for path in out.glob("lobby/*.png")}
    same = before.keys() & after.keys()
    assert len(same) == len(before) - 1
    assert all(before[name] == after[name] for name in same)


def test_the_build_before_is_kept_until_the_next(tmp_path):
    out = tmp_path / "out"
    ids = []
    for word in (" first", " second", " third"):
        render(content_of(tmp_path / "content", word), out)
        ids.append(lobby_show.manifest(out / "lobby")["build_id"])
        lobby_show.assert_whole(out / "lobby")
    lobby_show.assert_whole(out / ".lobby.previous")
    assert lobby_show.manifest(out / ".lobby.previous")["build_id"] == ids[1]
    assert sorted(p.name for p in out.iterdir()) == [".lobby.previous", "build", "lobby"]


def traced(content, out, inject=None, told="/dev/null"):
    """`handout render` under strace, which tells of its system calls and stops it at one as told."""
    command = ["strace", "-f", "-y", "-o", told, "-e", f"trace=openat,{SYSTEM_CALLS}", *(["-e", f"inject={inject}"] if inject else [])]
    command += [program.HANDOUT, "render", "--quiet", "--content", content, "--out", out, "--format", "screen"]
    env = program.environment()
    env["ASAN_OPTIONS"] += ":detect_leaks=0"  # it cannot work beside strace
    return subprocess.run(command, cwd=program.ROOT, env=env, capture_output=True, text=True)


def test_a_show_is_safe_before_it_takes_its_place(tmp_path, two_builds):
    """All its files are written, then synced together, then exchanged for the old ones; then that is synced."""
    old, new = two_builds
    out = tmp_path / "out"
    render(old, out)
    traced(new, out, told=tmp_path / "told")
    steps = r'(openat)\(.*"[^"]*/\.lobby\.new/[^"]*", O_WRONLY|(syncfs)\(\d+<[^>]*/out>|(renameat2)\(.*/\.lobby\.new"|(fsync)\(\d+<[^>]*/out>'
    told = ["".join(step) for step in re.findall(steps, (tmp_path / "told").read_text())]
    last = len(told) - 1 - told[::-1].index("openat")
    assert told[:last].count("openat") == last > 5
    assert told[last + 1 :] == ["syncfs", "renameat2", "fsync"]


KILLS = [(call, n) for call, numbers in {
    "mkdir": (1, 2, 3),
    "link": (1, 9),
    "syncfs": (1, 2, 3),
    "fsync": (1, 2, 3),
    "renameat2": (1, 2),
    "rename": (1,),
    "unlink": (1, 5, 20),
    "rmdir": (1, 3),
}.items() for n in numbers]


@pytest.fixture(scope="module")
def two_builds(tmp_path_factory):
    base = tmp_path_factory.mktemp("builds")
    return content_of(base / "old", " before"), content_of(base / "new", " after")


@pytest.mark.sample(6)
@pytest.mark.parametrize("call, number", KILLS)
def test_killed_at_a_system_call(tmp_path, two_builds, call, number):
    """Two builds are there, so that the third has all there is to do; it dies on the way."""
    old, new = two_builds
    out = tmp_path / "out"
    render(new, out)
    render(old, out)
    (out / "lobby/summer.png").write_bytes(b"the staff's own")
    traced(new, out, f"{call}:signal=KILL:when={number}")
    lobby_show.assert_whole(out / "lobby")
    assert "before" in words(out) or "after" in words(out)
    assert render(new, out).status == 0
    lobby_show.assert_whole(out / "lobby")
    assert "after" in words(out)
    assert (out / "lobby/summer.png").read_bytes() == b"the staff's own"
    assert {p.name for p in out.iterdir()} <= {".lobby.previous", "lobby", "build"}


def test_killed_at_any_time(tmp_path, two_builds):
    out = tmp_path / "out"
    render(two_builds[0], out)
    chance = random.Random(20261123)
    turns = soak.times(12, 300)
    for turn in range(turns):
        command = ["timeout", "-s", "KILL", f"{chance.uniform(0.02, 0.4):.3f}", program.HANDOUT]
        command += ["render", "--content", two_builds[turn % 2], "--out", out, "--format", "screen"]
        subprocess.run(command, cwd=program.ROOT, capture_output=True)
        lobby_show.assert_whole(out / "lobby")
    soak.figure(f"publishing: killed {turns} times at any time, the show always whole")


@pytest.mark.parametrize("call, number, error", [("syncfs", 1, "EIO"), ("mkdir", 2, "ENOSPC"), ("syncfs", 1, "ENOSPC"), ("renameat2", 1, "EACCES")])
def test_a_failing_disk_keeps_the_old_show(tmp_path, two_builds, call, number, error):
    old, new = two_builds
    out = tmp_path / "out"
    render(old, out)
    result = traced(new, out, f"{call}:error={error}:when={number}")
    assert result.returncode == 3, result.stderr
    assert "[file-write]" in result.stderr
    lobby_show.assert_whole(out / "lobby")
    assert "before" in words(out)
    assert sorted(p.name for p in out.iterdir()) == ["build", "lobby"]


def test_a_file_system_without_exchange(tmp_path, two_builds):
    old, new = two_builds
    out = tmp_path / "out"
    render(old, out)
    result = traced(new, out, "renameat2:error=EINVAL:when=1")
    assert result.returncode == 0, result.stderr
    lobby_show.assert_whole(out / "lobby")
    assert "after" in words(out)
    lobby_show.assert_whole(out / ".lobby.previous")


FULL = """
set -eu
mount -t tmpfs -o size=2m tmpfs "$OUT"
"$HANDOUT" render --quiet --content "$OLD" --out "$OUT" --format screen 2>/dev/null
head -c 8m /dev/zero >"$OUT/filling" 2>/dev/null || true
status=0
"$HANDOUT" render --quiet --content "$NEW" --out "$OUT" --format screen || status=$?
cp -a "$OUT/lobby" "$KEPT"
ls -A "$OUT" >"$KEPT/left"
exit $status
"""


def test_a_full_disk_keeps_the_old_show(tmp_path, two_builds):
    (tmp_path / "out").mkdir()
    names = {"OUT": tmp_path / "out", "KEPT": tmp_path / "kept", "OLD": two_builds[0], "NEW": two_builds[1]}
    env = program.environment(HANDOUT=program.HANDOUT, **{key: str(value) for key, value in names.items()})
    result = mounts.run(FULL, env)
    assert result.returncode == 3, result.stderr
    assert "free some space" in result.stderr and "[file-write]" in result.stderr
    lobby_show.assert_whole(tmp_path / "kept")
    assert "before" in " ".join(slide["text"] for slide in lobby_show.manifest(tmp_path / "kept")["slides"])
    assert (tmp_path / "kept/left").read_text().split() == ["build", "filling", "lobby"]


def test_a_full_disk_is_not_tried_where_mounts_are_refused(tmp_path):
    """The mount over a folder that is not there fails as it does where the system refuses it."""
    with pytest.raises(pytest.skip.Exception, match=mounts.REFUSED):
        mounts.run(FULL, program.environment(OUT=str(tmp_path / "none")))


def test_staffs_file_in_the_way_is_an_error(tmp_path, two_builds):
    out = pathlib.Path(tmp_path / "out")
    (out / "lobby").mkdir(parents=True)
    (out / "lobby/index.html").write_text("the staff's own page")
    result = render(two_builds[0], out)
    assert result.status == 3 and "was not made by this program" in result.err
    assert [p.name for p in (out / "lobby").iterdir()] == ["index.html"]
