"""The lobby show's part of the bench: twenty screens from nothing, one changed paragraph."""

import json
import pathlib
import shutil
import signal
import statistics
import subprocess
import time

import goals
from ways import way_for

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCREENS = 20
OTHERS = 100
SAVES = 45
SETTLED = 4  # seconds; files that are younger are read to be known, as times of files go in steps (src/base/signature.h)
SENTENCE = "Go to bed at the same hour every night, also at the weekend, and keep the room cool and dark."
STYLE = "screen:\n  width: {}\n  height: {}\nshow:\n  speech: no\n"


def write_content(directory, width, height):
    """An article of as many sections as make SCREENS screens with its title and contact screens."""
    shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(ROOT / "content", directory, ignore=shutil.ignore_patterns("*.md"))
    sections = "\n\n".join(f"## Step {n}\n\n{SENTENCE}" for n in range(SCREENS - 3))
    (directory / "sleep.md").write_text(f"---\ntitle: Sleep\nlang: en-US\n---\n\n{sections}\n")
    (directory / "style.yaml").write_text(STYLE.format(width, height))
    return directory


def bench_show(program, base, measure, show):
    for name, size in (("1080p", (1920, 1080)), ("4K", (3840, 2160))):
        content, out = write_content(base / f"show-{name}", *size), base / f"show-{name}-out"
        command = [program, "render", "--quiet", "--content", content, "--out", out, "--format", "screen"]
        command += ["--fonts", ROOT / "fonts/fonts.conf"]
        figures = measure(command, times=5, before=way_for(out))
        sizes = [path.stat().st_size / 1000 for path in out.glob("lobby/*.png")]
        made = len(sizes)
        if name == "1080p":
            goals.at_most("a 1080p screen, drawn and written, CPU", figures[1] / made * 1000, 9, "ms")
            goals.at_most("its size, in the mean", statistics.mean(sizes), 35, "kB")
        show(f"lobby show, {made} screens at {name}, published", *figures)
    show("the same again, nothing to write", *measure(command, times=5))


def bench_watch(program, base, show):
    """A save beside the same save among other articles. What else the machine does, and how its clock runs, changes
    from one second to the next, by more than the two differ: so both are watched at once, saves take turns, and each is
    held against the one just before it. None finds in the processor's caches what it had there: others were at work."""
    watches = [Watch(program, base / name, others) for name, others in (("watch", 0), ("watch-among", OTHERS))]
    time.sleep(SETTLED)  # a clinic's other articles were not written a moment ago
    saves = [[watch.save(number) for watch in watches] for number in range(SAVES)]
    for watch in watches:
        watch.end()
    (alone, cpu_alone), (among, cpu_among) = ([statistics.median(figures) for figures in zip(*of)] for of in zip(*saves))
    show("watch: one paragraph saved, on the wall", alone, cpu_alone, None, "CPU of all products")
    show(f"the same among {OTHERS} articles", among, cpu_among)
    goals.at_most("watch: from the save to the wall, a show of 20 screens", alone * 1000, 150, "ms")
    ratio = statistics.median(cpu_among / cpu_alone for (_, cpu_alone), (_, cpu_among) in saves)
    goals.at_most(f"watch: one saved among {OTHERS} articles beside one alone, CPU", ratio, 1.3)


class Watch:
    """`handout watch` at work on the article of the show, beside others that are not shown."""

    def __init__(self, program, base, others):
        content, out = write_content(base, 1920, 1080), base.with_name(f"{base.name}-out")
        for n in range(others):
            text = (ROOT / "content" / "treatment-resistance.md").read_text()
            (content / f"other-{n:03d}.md").write_text(text.replace("---\n", "---\nlobby: no\n", 1))
        shutil.rmtree(out, ignore_errors=True)
        command = [program, "watch", "--content", content, "--out", out, "--fonts", ROOT / "fonts/fonts.conf"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.process.stdout.readline()
        self.article, self.manifest = content / "sleep.md", out / "lobby/manifest.json"
        self.text = self.article.read_text()

    def build_id(self):
        return json.loads(self.manifest.read_text())["build_id"]

    def save(self, number):
        """From the save of one changed paragraph until the new show is in place [s], and what all of it took."""
        build, cpu = self.build_id(), process_time(self.process.pid)
        start = time.perf_counter()
        self.article.write_text(self.text.replace("same hour", f"same hour ({number})", 1))
        while self.build_id() == build:
            time.sleep(0.001)
        wait = time.perf_counter() - start
        self.process.stdout.readline()
        return wait, process_time(self.process.pid) - cpu

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        self.process.stdout.close()


def process_time(pid):
    """Of all its threads [s]: clock_getcpuclockid(3), whose number glibc makes so. /proc counts in hundredths."""
    return time.clock_gettime(~pid << 3 | 2)
