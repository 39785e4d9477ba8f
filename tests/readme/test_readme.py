"""Every command that README.md shows works as shown, in a copy of the tree."""

import os
import re
import shlex
import shutil
import subprocess

import pytest

import anthias
import program

README = (program.ROOT / "README.md").read_text()
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
COMMANDS = [text for kind, text in FENCE.findall(README) if kind == "sh"]
# Commands that run until somebody ends them.
ENDLESS = re.compile(r"^(?:cd \S+ && )?(?:chromium|mpv|vlc|feh|out/build/release/handout watch)\b.*$", re.M)
SHOWN = [line for kind, text in FENCE.findall(README) if kind == "text" for line in ENDLESS.findall(text)]
INLINE = sorted(set(re.findall(r"`((?:make|handout|man) [^`]*)`", README)))
# Tests that run themselves would never end.
LOOPS = re.compile(r"^make (test|quick|soak|e2e|asan)\b", re.M)
# A screen that is not there, and no sound.
UNSEEN = {
    "mpv": ["--no-config", "--vo=null", "--ao=null"],
    "vlc": ["-I", "dummy", "--vout", "dummy"],
    "chromium": ["--headless", "--no-sandbox", "--disable-gpu"],
}
# One that the README makes up.
DISPLAY = "http://192.168.1.20"
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]


def environment(**changes):
    """Without what the make that runs these tests tells its own kind."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS"))} | changes


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    tree = tmp_path_factory.mktemp("copy") / "handout"
    left_out = shutil.ignore_patterns(".git", "out", "__pycache__")
    shutil.copytree(program.ROOT, tree, ignore=left_out)
    for path in (tree, *tree.parents[:3]):
        path.chmod(0o755)
    return tree


def run(command, copy, **changes):
    return subprocess.run(
        command, cwd=copy, env=environment(**changes), stdin=subprocess.DEVNULL, capture_output=True, text=True
    )


def test_readme_shows_the_two_commands():
    shown = "".join(COMMANDS)
    assert re.search(r"^make$", shown, re.M) and re.search(r"^make test$", shown, re.M)


def test_commands_work_as_shown(copy):
    for commands in COMMANDS:
        done = run(["sh", "-euc", LOOPS.sub(r"make -n \1 >/dev/null", commands)], copy)
        assert done.returncode == 0, f"{commands}\n{done.stdout}\n{done.stderr}"


def test_make_on_a_copy_gives_the_products(copy):
    """After the commands above: what the README promises lies there."""
    assert sorted(p.name for p in (copy / "out/print").iterdir())
    assert sorted(p.name for p in (copy / "out/lobby").glob("*.png"))


def test_make_ends_with_a_verdict(copy):
    """And says nothing else of itself when nothing is to be compiled."""
    said = run(["make"], copy).stdout.splitlines()
    assert re.fullmatch(r"made \d+ files in out/print, \d+ files in out/web, \d+ files in out/braille, \d+ files in out/lobby; \d+ warnings, 0 errors; the show is up to date", said[-1])
    assert all(line.startswith("out/") for line in said[:-3])


@pytest.mark.parametrize("command", INLINE)
def test_commands_in_the_text_are_there(copy, command):
    """After the commands above: make knows the target, handout does its work, the page opens."""
    name, *words = command.split()
    known = {"make": ["make", "-n"], "handout": ["out/build/release/handout"], "man": ["mandoc"]}
    with anthias.serve(anthias.Device()) as display:
        done = run([*known[name], *(display if word == DISPLAY else word for word in words)], copy)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("shown", SHOWN)
def test_endless_commands_go_on_until_they_are_ended(copy, shown, tmp_path):
    """Still at it after some seconds, on the show that the commands above made."""
    *folder, command = shown.partition("#")[0].replace("file:///…", f"file://{copy}").split("&&")
    command = shlex.split(command)
    command += UNSEEN.get(command[0], [])
    if command[0] == "feh":
        command = ["xvfb-run", "-a", *command]
    if command[0] == "vlc" and os.getuid() == 0:
        command = [*NOBODY, *command]
    done = run(["timeout", "--kill-after=5", "4", *command], copy / "".join(folder).removeprefix("cd ").strip(), HOME=str(tmp_path))
    assert done.returncode == 124, f"ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
