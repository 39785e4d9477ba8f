"""What a test of the front desk has started ends with it: where the test fails, and where the desk never opens."""

import os
import pathlib
import subprocess
import sys

import program

FAILS = """
import front_desk
import program
from desk_fixtures import printer, start_desk, start_printer

def test_fails(tmp_path, printer, start_printer, start_desk):
    program.write_content(tmp_path / "content", {"sleep": program.article("Sleep well.")})
    one = start_desk(tmp_path, "--printer", start_printer(body="sleep 60").uri)
    one.post("/print", {"token": one.token, "topic": "sleep", "lang": "en-US", "form": "standard", "copies": "1"})
    one.wait_for(lambda: 'data-event="printing"' in one.ask("GET", "/")[1])
    assert False, "as planned"

def test_never_opens(tmp_path, start_desk, monkeypatch):
    monkeypatch.setattr(front_desk.Desk.wait_for, "__defaults__", (2,))
    program.write_content(tmp_path / "content", {"sleep": program.article("Sleep well.")})
    start_desk(tmp_path, before=["sh", "-c", "echo as planned; sleep 60 & wait"])
"""


def at_work(folder):
    """Processes whose words or folder are of this one."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().decode(errors="replace")
            place = os.readlink(process / "cwd")
        except OSError:  # it has ended meanwhile
            continue
        if str(folder) in words + place:
            found.append(words.replace("\0", " "))
    return found


def test_nothing_is_left_of_a_test_that_fails(tmp_path):
    (tmp_path / "test_planned.py").write_text(FAILS)
    path = os.pathsep.join([str(program.ROOT / "tests/support"), str(program.ROOT / "tests/e2e")])
    words = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--basetemp", tmp_path / "planned", tmp_path / "test_planned.py"]
    done = subprocess.run(words, cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, timeout=200)
    assert "2 failed" in done.stdout and done.stdout.count("E       AssertionError: as planned") == 2, done.stdout
    assert at_work(tmp_path) == []
