"""`handout watch` reads what has changed: whatever happens to a folder, its files and what it tells are those of a fresh build."""

import datetime
import io
import json
import os
import random
import select
import signal
import subprocess
import time

import pytest
from PIL import Image

import program

STYLE = "screen:\n  width: 640\n  height: 360\n"
PATIENCE = 120  # seconds, for a machine that does much else
WORDS = "Go to bed at the same hour each night. Keep the room dark and cool."


def text(words=WORDS, front="lobby: no\n", title="About sleep", lang="en-US"):
    return program.article(f"{words}\n\n## What to do\n\n- Sleep well.\n- Call us.", title, lang, f"kind: article\n{front}")


def picture(width, height):
    data = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(data, "PNG")
    return data.getvalue()


def to_review(days):
    day = datetime.date.today() + datetime.timedelta(days=days)
    return text(front=f"lobby: no\nreview_due: {day}\n", title="Due")


def beginning():
    articles = {f"paper-{n:02}": text(title=f"Paper {n}") for n in range(6)}
    return articles | {
        "wall": text(front=""),
        "sleep": text(front="", title="Sleep"),
        "sleep-es": text(lang="es", title="Dormir"),
        "short": program.article("We are closed today.", front="lobby: no\n"),
        "due": to_review(30),
        "picture": text(words="![A bed](bed.png)", title="Bed"),
    }


class Watched:
    def __init__(self, base):
        self.base, self.content, self.out = base, base / "content", base / "out"
        self.report = base / "report.json"
        program.write_content(self.content, beginning(), style=STYLE, files={"bed.png": picture(40, 30)})
        command = [program.HANDOUT, "watch", "--content", self.content, "--out", self.out, "--report", self.report]
        self.process = subprocess.Popen(
            [*command, "--fonts", program.ROOT / "fonts/fonts.conf"], env=program.environment(), cwd=program.ROOT,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=program.listen,
        )
        self.builds(1)

    def builds(self, least):
        """Waits for so many builds, and for any that follow at once."""
        heard = b""
        while True:
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE if heard.count(b"\n") < least else 1)
            if not ready:
                assert heard.count(b"\n") >= least, "nothing was built"
                return
            more = os.read(self.process.stdout.fileno(), 4096)
            assert more, "it ended"
            heard += more

    def path(self, name):
        return self.content / f"{name}.md"

    def save(self, name, words):
        self.path(name).write_text(words)


@pytest.fixture
def watched(tmp_path):
    watched = Watched(tmp_path)
    yield watched
    watched.process.send_signal(signal.SIGTERM)
    assert watched.process.wait(PATIENCE) == 0
    watched.process.stdout.close()


def files(out):
    """All that is published, by its path; of the show what people see."""
    found = {}
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.is_file() and not hidden and name.parts[0] != "build":
            found[str(name)] = path.read_bytes()
    return found


def told(report, out):
    """What a report says of files and of faults, wherever they were made."""
    told = json.loads(json.dumps(report).replace(str(out), "OUT"))
    lines = sorted(told["files"], key=lambda file: file["path"])
    return told["findings"], lines, told["show"].get("current"), told["show"]["missing"]


def assert_as_fresh(watched, step):
    fresh = watched.base / f"fresh-{step}"
    done = program.run("render", "--content", watched.content, "--out", fresh, "--fonts", program.ROOT / "fonts/fonts.conf",
                       "--format", "json")
    said, wanted = told(json.loads(watched.report.read_text()), watched.out), told(json.loads(done.stdout), fresh)
    assert said[0] == wanted[0], step
    assert (done.returncode != 0) == (step in FAULTY), step
    if step in FAULTY:
        return  # what was good before stands
    assert said == wanted, step
    made, wanted = files(watched.out), files(fresh)
    assert sorted(made) == sorted(wanted), step
    assert [name for name in wanted if made[name] != wanted[name]] == [], step


def same_size_twice(w):
    """Two saves within one step of the clock: the second leaves size and time as they were."""
    w.save("paper-01", text("One word here."))
    before = w.path("paper-01").stat()
    w.builds(1)
    w.save("paper-01", text("Two word here."))
    os.utime(w.path("paper-01"), ns=(before.st_atime_ns, before.st_mtime_ns))


def replace_by_another(w):
    other = w.content / ".other"
    other.write_text(text("Moved into its place."))
    other.rename(w.path("paper-02"))


def rename(w):
    w.path("paper-03").rename(w.path("renamed"))


def rename_back(w):
    w.path("renamed").rename(w.path("paper-03"))


def lose_products(w):
    """Nobody tells of that: the next build of anything sees it."""
    (w.out / "print/paper-04.pdf").unlink()
    (w.out / "web/paper-05.html").write_text("changed by somebody")
    (w.out / "web/files/paper-00-large.pdf").unlink()
    w.save("wall", text("Something else is saved.", front=""))


def change_settings(w):
    program.write_content(w.content, {}, clinic=program.CLINIC.replace("5000", "5001"), style=STYLE)


def weigh_a_rule(w):
    (w.content / "checks.yaml").write_text("severity:\n  next-steps: note\n")


FAULTY = ("an error", "a review is due", "a name taken twice")

STEPS = {
    "a change": lambda w: w.save("paper-00", text("Other words.")),
    "nothing but a time": lambda w: os.utime(w.path("paper-01")),
    "two of one size": same_size_twice,
    "another file": replace_by_another,
    "another name": rename,
    "the old name": rename_back,
    "lost products": lose_products,
    "an error": lambda w: w.save("paper-00", text("[x](javascript:1) ![](none.png)")),
    "the error is mended": lambda w: w.save("paper-00", text(title="Paper 0")),
    "a translation": lambda w: w.save("paper-01-es", text(lang="es", title="Papel")),
    "no translation": lambda w: w.path("paper-01-es").unlink(),
    "its source is changed": lambda w: w.save("sleep", text("Sleep 9 hours.", front="", title="Sleep")),
    "a picture is changed": lambda w: (w.content / "bed.png").write_bytes(picture(30, 40)),
    "settings": change_settings,
    "the weight of a rule": weigh_a_rule,
    "a review is due": lambda w: w.save("due", to_review(-1)),
    "a review is not due": lambda w: w.save("due", to_review(30)),
    "the first of its language goes": lambda w: w.path("due").unlink(),
    "the next one goes, too": lambda w: w.path("paper-00").unlink(),
    "to the wall": lambda w: w.save("paper-05", text(front="", title="Paper 5")),
    "off the wall": lambda w: w.save("paper-05", text(title="Paper 5")),
    "another kind": lambda w: w.save("short", program.article("We are closed today.", front="kind: article\nlobby: no\n")),
    "a name taken twice": lambda w: w.save("paper-04-large", text()),
    "that one goes": lambda w: w.path("paper-04-large").unlink(),
}


def test_each_build_is_that_of_a_fresh_one(watched):
    assert_as_fresh(watched, "the beginning")
    for step, change in STEPS.items():
        change(watched)
        watched.builds(1)
        assert_as_fresh(watched, step)


def time_of(path):
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return None


def test_what_was_made_with_other_facts_goes_before_the_new_is_made(watched):
    """Also of articles that are not shown, which the build of the show leaves alone when they are as they were."""
    prints = sorted((watched.out / "print").glob("paper-*.pdf"))
    made = {path: time_of(path) for path in prints}
    end = time.monotonic() + PATIENCE
    change_settings(watched)
    gone, old = False, True
    while not gone and old and time.monotonic() < end:
        times = [time_of(path) for path in prints]
        gone, old = None in times, made[prints[-1]] == times[-1]
    assert gone
    watched.builds(1)
    assert_as_fresh(watched, "other facts")


def test_changes_in_any_order(watched):
    chance = random.Random(20)
    for number in range(12):
        name = chance.choice(sorted(path.stem for path in watched.content.glob("paper-*.md")))
        words = chance.choice([WORDS, "One.", "Two.", "Six.", "A list:\n\n1. one\n2. two"])
        front = chance.choice(["lobby: no\n", "lobby: no\nproducts: [standard, html]\n", "lobby: no\nversion: '2'\n"])
        watched.save(name, text(words, front=front))
        if chance.random() < 0.3:
            chance.choice(sorted((watched.out / "print").glob("paper-*.pdf"))).write_bytes(b"lost")
        watched.builds(1)
        if number % 4 == 3:
            assert_as_fresh(watched, f"change-{number}")
