#!/usr/bin/python3
"""Measures the program as a clinic would meet it, and other programs at the same work.

usage: bench.py PROGRAM DIRECTORY

Prints medians; DIRECTORY takes what is made, and a virtual environment with the newest WeasyPrint
and Typst where a package index can be reached. Nothing here is a test: figures depend on the machine.
"""

import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

import pikepdf

import goals
import importing
import linear
import lobby
import peers
import unchanged
import writing

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = "treatment-resistance"
BATCH = 200


def measure(command, times=15, before=None):
    """Medians of wall time [s], processor time [s] and peak memory [MB] over fresh processes."""
    walls, cpus = [], []
    for _ in range(times):
        if before:
            before()
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        walls.append(time.perf_counter() - start)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"failed: {' '.join(map(str, command))}")
        cpus.append(usage.ru_utime + usage.ru_stime)
    if before:
        before()
    return statistics.median(walls), statistics.median(cpus), peak_memory(command)


def peak_memory(command):
    """Of one more run [MB]. A process started from here would count this interpreter's own memory as
    its peak, so `time` starts it."""
    timed = subprocess.run(
        ["/usr/bin/time", "-q", "-f", "%M", *command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    return int(timed.stderr.splitlines()[-1]) / 1024


def show(label, wall=None, cpu=None, peak=None, rest=""):
    cells = (
        f"{wall * 1000:9.1f} ms" if wall is not None else " " * 12,
        f"{cpu * 1000:9.1f} ms CPU" if cpu is not None else " " * 16,
        f"{peak:7.1f} MB" if peak is not None else " " * 10,
    )
    print(f"{label:<44}", *cells, rest)


def machine():
    cpu = "unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            cpu = line.split(":", 1)[1].strip()
            break
    memory = int(pathlib.Path("/proc/meminfo").read_text().split()[1]) // 1024**2
    return f"{cpu}, {os.cpu_count()} cores, {memory} GB, {platform.platform()}"


def words(base):
    """The clinic's words, of which nothing is read aloud: that has a line of its own."""
    copy = base / "words"
    if not copy.exists():
        shutil.copytree(ROOT / "content", copy)
        style = (copy / "style.yaml").read_text()
        (copy / "style.yaml").write_text(style.replace("speech: yes", "speech: no"))
    return copy


def pages(paths):
    count = 0
    for path in paths:
        with pikepdf.open(path) as document:
            count += len(document.pages)
    return count


def render(program, content, out, *arguments):
    fonts = ROOT / "fonts/fonts.conf"
    return [program, "render", "--quiet", "--content", content, "--out", out, "--fonts", fonts, *arguments]


def bench_program(program, base):
    """The program's own figures; returns those of one handout, to compare others with."""
    content, out = words(base), base / "clinic"

    def clear():
        shutil.rmtree(out, ignore_errors=True)

    one = measure(render(program, content, out, "--format", "standard"), before=clear)
    size = (out / f"print/{NAME}.pdf").stat().st_size
    show("one tagged handout, fresh process", *one, f"{size / 1000:.1f} kB")

    everything = measure(render(program, content, out), before=clear)
    made = sorted(out.rglob("*.p*"))
    show("everything from content/", *everything, f"{len(made)} files")
    for path in made:
        if path.suffix == ".pdf":
            show(f"  {path.name}", rest=f"{path.stat().st_size / 1000:.1f} kB")

    spoken = base / "spoken"
    show("  with its articles read aloud", *measure(
        render(program, ROOT / "content", spoken), times=3, before=lambda: shutil.rmtree(spoken, ignore_errors=True)))
    show("the same again, nothing to rewrite", *measure(render(program, content, out)))
    check = measure([program, "check", "--content", content, "--fonts", ROOT / "fonts/fonts.conf"], times=5)
    goals.at_most("a full check beside making everything, CPU", check[1] / everything[1], 1)

    screens = sorted(out.glob("lobby/*.png"))
    cycle = measure(render(program, content, out, "--format", "screen"), before=clear)
    largest = max(path.stat().st_size for path in out.glob("lobby/*.png"))
    show(f"lobby cycle, {len(screens)} screens", *cycle, f"at most {largest / 1000:.1f} kB a screen")
    show("  for each screen", None, cycle[1] / len(screens))
    bench_check(program, base)
    bench_folded(program, content, out, clear)
    bench_batch(program, base)
    return one


def bench_folded(program, content, out, clear):
    """Copy-fitting of a brochure, and what imposing adds to a booklet."""

    def fresh(name, times=15):
        return measure(render(program, content, out, "--format", name), times, before=clear)

    show("one brochure, fresh process", *fresh("brochure"))
    reading, printed = fresh("booklet-reading", 31), fresh("booklet", 31)
    show("one booklet page by page, fresh process", *reading)
    more = (printed[1] / reading[1] - 1) * 100
    show("the same, imposed on sheets", *printed, f"{more:+.0f} % CPU")


def bench_check(program, base):
    """The editor's checks without layout: of the clinic's article, and of 1 MB of it."""
    show("program start", *measure([program, "--version"]))
    command = [program, "check", "--words-only", "--content"]
    show("check of the article's words, start included", *measure([*command, ROOT / "content"]))
    content = base / "megabyte"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(words(base), content, ignore=shutil.ignore_patterns("*.md"))
    front, body = (ROOT / "content" / f"{NAME}.md").read_text().split("\n---\n", 1)
    copies = 1_000_000 // len(body.encode()) + 1
    (content / f"{NAME}.md").write_text(front + "\n---\n" + body * copies)
    show("check of 1 MB of article", *measure([*command, content], times=5))


def bench_batch(program, base):
    """Many articles in one process: pages a second, and whether memory grows."""
    source = (ROOT / "content" / f"{NAME}.md").read_text()
    peaks = []
    for count in (BATCH // 10, BATCH):
        content, out = base / f"batch-{count}", base / f"batch-{count}-out"
        shutil.rmtree(content, ignore_errors=True)
        shutil.copytree(words(base), content, ignore=shutil.ignore_patterns("*.md"))
        for number in range(count):
            (content / f"article-{number:04d}.md").write_text(source)

        def clear():
            shutil.rmtree(out, ignore_errors=True)

        command = render(program, content, out, "--format", "standard")
        wall, cpu, peak = measure(command, times=3, before=clear)
        rate = pages(out.glob("print/*.pdf")) / wall
        show(f"{count} articles in one process", wall, cpu, peak, f"{rate:.0f} pages/s")
        peaks.append(peak)
    show("  growth of memory with ten times the work", rest=f"{peaks[1] - peaks[0]:+.1f} MB")


def bench_memory(program, base):
    """Whether memory grows with the number of articles."""
    source = (ROOT / "content" / f"{NAME}.md").read_text()
    peaks = []
    for count in (100, 10_000):
        content, out = base / "memory", base / "memory-out"
        for directory in (content, out):
            shutil.rmtree(directory, ignore_errors=True)
        shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("*.md"))
        for number in range(count):
            (content / f"article-{number:05d}.md").write_text(source)
        each = []
        for _ in range(5):  # two threads meet as chance has it
            each.append(peak_memory(render(program, content, out, "--format", "standard")))
            shutil.rmtree(out)
        peaks.append(statistics.median(each))
    goals.at_most("memory at 10,000 articles beside 100", peaks[1] / peaks[0], 1.1)


def bench_sizes(program, base):
    """Of a handout with its slip to fill in and without, and of a table of 10,000 rows."""
    content, out = base / "sizes", base / "sizes-out"
    table = "| Day | Dose |\n|---|---|\n" + "".join(f"| {n} | {n % 7 + 1} mg |\n" for n in range(1, 10_001))
    (front, body) = (ROOT / "content" / f"{NAME}.md").read_text().split("\n---\n", 1)
    for what, text, style, goal in (
        ("a handout with the slip's fields", body, "slip: always\n", 60),
        ("a handout without fields", body, "slip: never\n", 30),
        ("a table of 10,000 rows", table, "slip: never\n", 1300),
    ):
        for directory in (content, out):
            shutil.rmtree(directory, ignore_errors=True)
        shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("*.md", "style.yaml"))
        (content / "style.yaml").write_text(style)
        (content / f"{NAME}.md").write_text(f"{front}\n---\n{text}")
        subprocess.run(render(program, content, out, "--format", "standard"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        goals.at_most(f"{what}, size", (out / f"print/{NAME}.pdf").stat().st_size / 1000, goal, "kB")


def main():
    program, base = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    base.mkdir(parents=True, exist_ok=True)
    print(machine())
    own = bench_program(program, base)
    lobby.bench_show(program, base, measure, show)
    lobby.bench_watch(program, base, show)
    importing.bench_import(program, base, show)
    writing.bench_writers(render, measure, program, base, words(base), NAME, show)
    unchanged.bench_unchanged(render, measure, program, base, words(base), NAME, show)
    bench_sizes(program, base)
    bench_memory(program, base)
    least = peers.floor(base, peers.six_faces(base))
    linear.bench_linear(render, program, base, ROOT / "content", least)
    peers.bench_others(measure, render, program, base, own, show)
    goals.show()


if __name__ == "__main__":
    main()
