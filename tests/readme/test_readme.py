"""Every command that README.md shows in a ```sh fence works as shown, in a copy of the tree."""

import re
import shutil
import subprocess

import pytest

import program

FENCE = re.compile(r"^```sh\n(.*?)^```$", re.M | re.S)
COMMANDS = FENCE.findall((program.ROOT / "README.md").read_text())
# Tests that run themselves would never end.
LOOPS = re.compile(r"^make (test|e2e|asan)\b", re.M)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    tree = tmp_path_factory.mktemp("copy") / "handout"
    left_out = shutil.ignore_patterns(".git", "out", "__pycache__")
    shutil.copytree(program.ROOT, tree, ignore=left_out)
    return tree


def test_readme_shows_the_two_commands():
    shown = "".join(COMMANDS)
    assert re.search(r"^make$", shown, re.M) and re.search(r"^make test$", shown, re.M)


def test_commands_work_as_shown(copy):
    for commands in COMMANDS:
        commands = LOOPS.sub(r": \g<0>", commands)
        done = subprocess.run(
            ["sh", "-euc", commands], cwd=copy, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}\n{done.stderr}"


def test_make_on_a_copy_gives_the_products(copy):
    """After the commands above: what the README promises lies there."""
    assert sorted(p.name for p in (copy / "out/print").iterdir())
    assert sorted(p.name for p in (copy / "out/lobby").glob("*.png"))
