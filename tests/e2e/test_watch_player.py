"""`handout watch --player`: others' players are started with the show, anew when it changes, and ended with it."""

import os
import signal
import subprocess
import time

import pytest

import lobby_show
import program

STYLE = "screen:\n  width: 640\n  height: 360\n"
PATIENCE_S = 60
# Notes its id, whether it leads a group, what it was told and what list it found; then it stays,
# with a child of its own as mpv has helpers.
PLAYER = """#!/bin/sh
set -eu
sleep 600 &
[ "$(ps -o pgid= -p $$ | tr -d ' ')" = $$ ] && leads=yes || leads=no
echo "$$ $! $leads $1 $(head -n 1 show.txt)" >>"$NOTES"
%s
wait
"""


class Watch:
    def __init__(self, base, ending="", command=None):
        self.content, self.out, self.notes = base / "content", base / "out", base / "notes"
        self.script = base / "a player"
        self.script.write_text(PLAYER % ending)
        self.script.chmod(0o755)
        self.errors = base / "errors"
        self.write("the beginning")
        self.process = subprocess.Popen(
            [program.HANDOUT, "watch", "--content", self.content, "--out", self.out, "--fonts",
             program.ROOT / "fonts/fonts.conf", *(["--player", command or f"'{self.script}' --loop"])],
            env=program.environment(NOTES=str(self.notes)), stdout=subprocess.DEVNULL, stderr=open(self.errors, "w"))

    def write(self, words):
        article = program.article(f"Some words: {words}.", front="kind: article\n")
        program.write_content(self.content, {"one": article}, style=STYLE)

    def starts(self):
        """What each player that was started has noted."""
        return [line.split() for line in self.notes.read_text().splitlines()] if self.notes.exists() else []

    def wait_for(self, true):
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline and self.process.poll() is None, self.errors.read_text()
            time.sleep(0.02)


def runs(pid):
    try:
        return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.fixture
def watching(tmp_path):
    made = []

    def watching(*arguments):
        made.append(Watch(tmp_path, *arguments))
        return made[0]

    yield watching
    for watch in made:
        if watch.process.poll() is None:
            watch.process.terminate()
            watch.process.wait(PATIENCE_S)


def test_it_is_started_once_and_anew_when_the_show_changes(watching):
    watch = watching()
    watch.wait_for(lambda: len(watch.starts()) == 1)
    (first,) = watch.starts()
    assert first[2:] == ["yes", "--loop", lobby_show.names(watch.out / "lobby")[0]]
    (watch.content / "style.yaml").write_text(program.silent(STYLE) + "\n")  # the same show
    (watch.content / "two.md").write_text(program.article("On paper.", front="kind: article\nlobby: no\n"))
    watch.wait_for(lambda: (watch.out / "print/two.pdf").exists())
    assert watch.starts() == [first] and runs(first[0])
    watch.write("something new")
    watch.wait_for(lambda: len(watch.starts()) == 2)
    assert not any(runs(pid) for pid in first[:2])
    second = watch.starts()[1]
    assert second[4] == lobby_show.names(watch.out / "lobby")[0] and runs(second[0])
    watch.process.send_signal(signal.SIGTERM)
    assert watch.process.wait(PATIENCE_S) == 0
    assert not any(runs(pid) for pid in second[:2])


def test_it_has_an_urgent_message(watching):
    watch = watching()
    watch.wait_for(lambda: len(watch.starts()) == 1)
    aside = watch.content / ".urgent"
    aside.write_text(program.article("Do not drink.", "No water", front="until: 2099-12-31 23:59\n"))
    aside.rename(watch.content / "urgent.md")
    watch.wait_for(lambda: len(watch.starts()) == 2)
    assert watch.starts()[1][4].startswith("001-no-water.")


def test_one_that_dies_is_started_again_after_growing_pauses(watching):
    watch = watching("kill $!; exit 3")
    watch.wait_for(lambda: len(watch.starts()) == 3)
    said = watch.errors.read_text()
    assert "ended with status 3: it is started again in 1 s" in said and "again in 2 s" in said


def test_one_that_does_not_listen_is_killed(watching):
    watch = watching("trap '' TERM; sleep 600; wait")
    watch.wait_for(lambda: len(watch.starts()) == 1)
    (first,) = watch.starts()
    watch.write("something new")
    watch.wait_for(lambda: len(watch.starts()) == 2)
    assert not runs(first[0]) and not runs(first[1])


def test_it_does_not_outlive_a_watch_that_was_killed(watching):
    watch = watching()
    watch.wait_for(lambda: len(watch.starts()) == 1)
    os.kill(watch.process.pid, signal.SIGKILL)
    watch.process.wait(PATIENCE_S)
    deadline = time.monotonic() + PATIENCE_S
    while runs(watch.starts()[0][0]):
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_one_that_is_not_there_is_told_and_the_show_goes_on(watching):
    watch = watching("", "no-such-player --loop")
    watch.wait_for(lambda: "cannot be started" in watch.errors.read_text())
    watch.write("something new")
    watch.wait_for(lambda: "something new" in " ".join(
        slide["text"] for slide in lobby_show.manifest(watch.out / "lobby")["slides"]).replace("\n", " "))


def test_a_command_that_makes_no_sense_is_refused(tmp_path):
    result = program.run("watch", "--player", "mpv 'show", cwd=tmp_path)
    assert result.returncode == 2 and "--player" in result.stderr
    assert program.run("watch", "--player", "", cwd=tmp_path).returncode == 2


def test_without_one_it_is_said_when_others_show_the_change(tmp_path):
    content = program.write_content(tmp_path / "content", {"one": program.article("Some words.")}, style=STYLE)
    process = subprocess.Popen(
        [program.HANDOUT, "watch", "--content", content, "--out", tmp_path / "out", "--fonts",
         program.ROOT / "fonts/fonts.conf"], env=program.environment(), stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True)
    assert "mpv" not in process.stdout.readline()
    (content / "one.md").write_text(program.article("Other words."))
    assert "mpv, VLC and feh show what is new at the end of their round" in process.stdout.readline()
    process.terminate()
    assert process.wait(PATIENCE_S) == 0
    process.stdout.close()
