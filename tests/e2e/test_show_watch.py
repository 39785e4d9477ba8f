"""`handout watch`: what is saved gets published, whatever way it is saved; nothing ends it but a signal."""

import os
import select
import shutil
import signal
import subprocess
import time

import pytest

import lobby_show
import mounts
import program
import soak

STYLE = "screen:\n  width: 640\n  height: 360\n"
PATIENCE = 120  # seconds, for a machine that does much else


class Watch:
    def __init__(self, base):
        self.content, self.out = base / "content", base / "out"
        self.article = self.content / "one.md"
        self.write("the beginning")
        fonts = program.ROOT / "fonts/fonts.conf"
        command = [program.HANDOUT, "watch", "--content", self.content, "--out", self.out, "--fonts", fonts]
        self.errors = open(base / "errors", "w+")
        self.process = subprocess.Popen(
            command, env=program.environment(), cwd=program.ROOT, stdout=subprocess.PIPE, stderr=self.errors,
            preexec_fn=program.listen,
        )

    def text(self, words):
        return program.article(f"Some words: {words}.", front="kind: article\n")

    def write(self, words):
        program.write_content(self.content, {"one": self.text(words)}, style=STYLE)

    def shown(self):
        return " ".join(slide["text"] for slide in lobby_show.manifest(self.out / "lobby")["slides"])

    def builds_until(self, true):
        """Reads a line for each build until something holds after one."""
        deadline = time.monotonic() + PATIENCE
        while not true():
            left = deadline - time.monotonic()
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, left))
            assert ready, "nothing happened for a long time"
            assert os.read(self.process.stdout.fileno(), 4096), "it ended"

    def wait_for(self, words):
        self.builds_until(lambda: (self.out / "lobby").exists() and words in " ".join(self.shown().split()))
        lobby_show.assert_whole(self.out / "lobby")

    def messages(self):
        return (self.errors.name and open(self.errors.name).read()) or ""

    def stop(self, number):
        self.process.send_signal(number)
        status = self.process.wait(PATIENCE)
        self.process.stdout.close()
        self.errors.close()
        return status


@pytest.fixture
def watch(tmp_path):
    watch = Watch(tmp_path)
    watch.wait_for("the beginning")
    yield watch
    if watch.process.poll() is None:
        assert watch.stop(signal.SIGTERM) == 0


def test_all_that_render_makes_is_made(watch, tmp_path):
    program.render(watch.content, tmp_path / "rendered")
    printed = {path.name for path in (tmp_path / "rendered/print").iterdir()}
    assert "one-contact-slip.pdf" in printed
    watch.builds_until(lambda: {path.name for path in (watch.out / "print").iterdir()} >= printed)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it(watch, number):
    assert watch.stop(number) == 0
    lobby_show.assert_whole(watch.out / "lobby")


def test_saved_in_place(watch):
    watch.article.write_text(watch.text("saved in place"))
    watch.wait_for("saved in place")


def test_saved_by_rename(watch):
    for turn in ("once", "twice"):
        aside = watch.content / ".one.md.swp"
        aside.write_text(watch.text(f"saved {turn}"))
        aside.rename(watch.article)
        watch.wait_for(f"saved {turn}")


def test_article_added_and_removed(watch):
    (watch.content / "two.md").write_text(watch.text("a second article"))
    watch.wait_for("a second article")
    (watch.content / "two.md").unlink()
    watch.builds_until(lambda: "a second article" not in " ".join(watch.shown().split()))


def test_folder_deleted_and_made_anew(watch):
    shutil.rmtree(watch.content)
    watch.builds_until(lambda: "[file-read]" in watch.messages())
    lobby_show.assert_whole(watch.out / "lobby")
    watch.write("back again")
    watch.wait_for("back again")
    watch.article.write_text(watch.text("and watched again"))
    watch.wait_for("and watched again")


def test_errors_keep_the_last_good_show(watch):
    watch.article.write_text("![](nothing.png)\n")
    watch.builds_until(lambda: "[image-alt]" in watch.messages())
    assert "the beginning" in " ".join(watch.shown().split())
    watch.article.write_text(watch.text("mended"))
    watch.wait_for("mended")


def test_settings_and_labels_are_watched(watch):
    clinic = watch.content / "clinic.yaml"
    clinic.write_text(clinic.read_text().replace("12 Harbour", "14 Harbour"))
    watch.wait_for("14 Harbour")
    labels = watch.content / "labels/en.yaml"
    labels.parent.mkdir()
    labels.write_text("contact_heading: Write to us\n")
    watch.wait_for("Write to us")
    labels.write_text("contact_heading: Come and see us\n")
    watch.wait_for("Come and see us")


def test_storm_of_saves(watch):
    """Whatever is half written in between, the last save is what shows in the end."""
    saves = soak.times(300, 3000)
    for number in range(saves):
        text = watch.text(f"save number {number}")
        if number % 3 == 0:
            aside = watch.content / f"~{number}"
            aside.write_text(text)
            aside.rename(watch.article)
        else:
            watch.article.write_text(text[: len(text) // (number % 3)])
    watch.article.write_text(watch.text("calm again"))
    watch.wait_for("calm again")
    soak.figure(f"watch: {saves} saves in a storm, the last one shown")


FULL = """
set -eu
until_true() { n=0; until "$@"; do n=$((n + 1)); [ $n -lt 2400 ]; sleep 0.05; done; }
mount -t tmpfs -o size=3m tmpfs "$OUT"
"$HANDOUT" watch --content "$CONTENT" --out "$OUT" >/dev/null 2>"$ERRORS" &
until_true grep -qs willow "$OUT/lobby/manifest.json"
head -c 8m /dev/zero >"$OUT/filling" 2>/dev/null || echo full
sed -i s/willow/hazel/ "$CONTENT/one.md"
until_true grep -qs file-write "$ERRORS"
grep -q willow "$OUT/lobby/manifest.json"
kill -0 $!
rm "$OUT/filling"
until_true grep -qs hazel "$OUT/lobby/manifest.json"
kill $!
wait $!
"""


def test_a_full_disk_does_not_end_it(tmp_path):
    """The old show stays while the disk is full, and the new one comes when it is not any more."""
    content, out, errors = tmp_path / "content", tmp_path / "out", tmp_path / "errors"
    program.write_content(content, {"one": program.article("A willow.")}, style=STYLE)
    out.mkdir()
    env = program.environment(HANDOUT=program.HANDOUT, CONTENT=str(content), OUT=str(out), ERRORS=str(errors))
    result = mounts.run(FULL, env)
    assert result.returncode == 0, result.stderr + errors.read_text()
    assert "full" in result.stdout and "free some space" in errors.read_text()
