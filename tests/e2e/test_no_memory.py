"""Under a limit of its memory the program ends with its status and no trap, and what was made stays whole."""

import re
import resource
import shutil
import signal
import subprocess
import time

import program
import pytest

# From where it cannot begin to where it finishes [MB].
LIMITS = (40, 60, 70, 80, 90, 100, 130, 200, 300, 600)


def arguments(content, out):
    return [program.HANDOUT, "render", "--content", content, "--out", out, "--fonts", program.ROOT / "fonts/fonts.conf"]


def limited(megabytes, what=resource.RLIMIT_AS):
    return lambda: resource.setrlimit(what, (megabytes << 20, megabytes << 20))


def ends(stderr):
    """Its lines that are no findings."""
    return [line for line in stderr.splitlines() if not re.search(r": (warning|note|error): .* \[[a-z-]+\]$", line)]


def products(out):
    """Without what is half made, which no one reads and the next build takes away."""
    return {
        path.relative_to(out): path.read_bytes()
        for part in ("print", "web")
        for path in (out / part).rglob("*")
        if path.is_file() and not path.name.endswith(".handout-half")
    }


@pytest.fixture(scope="module")
def states(tmp_path_factory):
    """The same clinic before and after its article has changed."""
    base = tmp_path_factory.mktemp("states")
    made = []
    for name, words in (("old", "Sleep eight hours."), ("new", "Sleep nine hours.")):
        content = program.write_content(base / name, {"sleep": program.article(f"{words}\n\n## Rest\n\nGo to bed.", lang="en")})
        (content / "style.yaml").write_text("show:\n  speech: no\n")  # it is spoken by programs of their own
        subprocess.run(arguments(content, base / f"{name}-out"), capture_output=True, check=False)
        made.append((content, products(base / f"{name}-out")))
    return made


@pytest.mark.parametrize("megabytes", LIMITS)
def test_it_ends_by_itself_and_all_files_are_whole(states, tmp_path, megabytes):
    (old, before), (new, after) = states
    out = tmp_path / "out"
    subprocess.run(arguments(old, out), capture_output=True, check=False)
    done = subprocess.run(
        arguments(new, out), capture_output=True, text=True, timeout=120, preexec_fn=limited(megabytes), check=False
    )
    assert done.returncode in (0, 1, 3), done.stderr
    assert len(ends(done.stderr)) == (done.returncode == 3), done.stderr
    if megabytes == LIMITS[0]:
        assert done.returncode == 3 and "there is not enough memory" in done.stderr.splitlines()[-1]
    assert megabytes != LIMITS[-1] or done.returncode != 3
    left = products(out)
    assert set(left) >= set(before) & set(after)
    assert not [path for path, data in left.items() if data not in (before.get(path), after.get(path))]
    subprocess.run(arguments(new, out), capture_output=True, check=False)
    assert products(out) == after


def test_a_limit_of_data_is_one_of_memory(tmp_path):
    """It holds for what can be written to alone, so that there is always more of the rest; and libhyphen, which is there
    for the word, says nothing of its own."""
    content = program.write_content(tmp_path / "content", {"sleep": program.article("Sleep " + "eight" * 30 + " hours.", lang="en")})
    statuses = set()
    for megabytes in range(34, 56):
        done = subprocess.run(
            [*arguments(content, tmp_path / "out"), "--force"],
            capture_output=True,
            text=True,
            preexec_fn=limited(megabytes, resource.RLIMIT_DATA),
            check=False,
        )
        statuses.add(done.returncode)
        assert done.returncode in (0, 1, 3) and len(ends(done.stderr)) == (done.returncode == 3), done.stderr
    assert 3 in statuses


@pytest.mark.parametrize("product", ["braille", "standard"])
def test_the_end_of_a_library_is_told(tmp_path, product):
    """liblouis, and libhyphen for a word that is longer than its line, end the program without a word of it."""
    library = tmp_path / "outworn.so"
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", library, program.ROOT / "tests/support/outworn.c"], check=True)
    content = program.write_content(tmp_path / "content", {"sleep": program.article("Sleep " + "eight" * 30 + " hours.", lang="en")})
    env = program.environment(LD_PRELOAD=str(library))
    command = [*arguments(content, tmp_path / "out"), "--format", product]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (3, 1) and "there is not enough memory" in done.stderr


def test_a_screen_without_memory_is_no_fault_of_its_article(states, tmp_path):
    """The show stays as it was, with all its screens, where there is no room for the pixels of one."""
    content, out = tmp_path / "content", tmp_path / "out"
    shutil.copytree(states[0][0], content)
    subprocess.run(arguments(content, out), capture_output=True, check=False)
    before = {path.name: path.read_bytes() for path in (out / "lobby").iterdir() if path.is_file()}
    (content / "style.yaml").write_text("show:\n  speech: no\nscreen:\n  width: 7680\n  height: 4320\n")
    done = subprocess.run(arguments(content, out), capture_output=True, text=True, preexec_fn=limited(150), check=False)
    assert done.returncode == 3 and "there is not enough memory" in done.stderr.splitlines()[-1], done.stderr
    assert before == {path.name: path.read_bytes() for path in (out / "lobby").iterdir() if path.is_file()}


def test_another_end_is_not_taken_for_that(states, tmp_path):
    """A fault of the program's own stays one."""
    command = arguments(states[0][0], tmp_path / "out")
    command[1] = "watch"
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.readline()
    time.sleep(0.1)
    process.send_signal(signal.SIGSEGV)
    assert process.wait() == -signal.SIGSEGV and b"memory" not in process.stderr.read()


def test_import_ends_so_too(tmp_path):
    """From where the loader has room for the program to where it finishes, in steps of 50 KB."""
    page = tmp_path / "rest.html"
    page.write_text("<html><head><title>Rest</title></head><body><h1>Rest</h1><p>Drink water.</p></body></html>")

    def run(kilobytes):
        return subprocess.run(
            [program.HANDOUT, "import", page, "--into", tmp_path / "drafts", "--force"],
            capture_output=True,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (kilobytes << 10, kilobytes << 10)),
            check=False,
        )

    enough = next(kilobytes for kilobytes in range(40_000, 1_000_000, 500) if run(kilobytes).returncode == 0)
    done = [run(kilobytes) for kilobytes in range(enough - 1000, enough, 50)]
    assert {one.returncode for one in done} <= {0, 3, 127}, [one.stderr for one in done]  # 127: the loader's
    assert any(one.returncode == 3 and "there is not enough memory" in one.stderr for one in done)
