"""The manual page tells of everything that can be asked for."""

import re
import subprocess

import pytest

import program

COMMANDS = ["render", "check", "watch", "print", "desk", "import", "new", "translate", "plan", "gather"]


@pytest.fixture(scope="module")
def manual():
    page = program.ROOT / "src/handout.1"
    shown = subprocess.run(["mandoc", "-T", "utf8", page], capture_output=True, text=True, check=True).stdout
    return re.sub(".\b", "", shown)  # bold and underlined letters are struck twice


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_described(manual, command):
    options = re.findall(r"^ +(--[a-z-]+)", program.run(command, "--help").stdout, re.M)
    assert "--help" in options
    for option in options:
        assert re.search(rf"{option}\b", manual), option


def test_every_format_is_described(manual):
    listed = program.run("render", "--help").stdout.split("Formats:")[1].split("Kinds")[0]
    formats = re.findall(r"^  ([a-z-]+) ", listed, re.M)
    assert len(formats) > 8
    for name in formats:
        assert re.search(rf"^ +{name}\b", manual, re.M), name
