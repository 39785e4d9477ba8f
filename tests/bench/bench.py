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

import importing
import lobby
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


def html(base):
    """The article as plain HTML, for the programs that read that."""
    from markdown_it import MarkdownIt

    _, front, body = (ROOT / "content" / f"{NAME}.md").read_text().split("---\n", 2)
    title = front.split("title:", 1)[1].splitlines()[0].strip().strip('"')
    path = base / "article.html"
    style = "body { font: 14pt/1.45 Andika, 'Noto Sans' } @page { size: letter; margin: 1in }"
    path.write_text(
        f'<!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{style}</style></head><body><h1>{title}</h1>{MarkdownIt().render(body)}</body></html>"
    )
    return path


def typst_source(base):
    _, front, body = (ROOT / "content" / f"{NAME}.md").read_text().split("---\n", 2)
    title = front.split("title:", 1)[1].splitlines()[0].strip().strip('"')
    lines = [
        f'#set document(title: "{title}")',
        '#set page("us-letter", margin: 1in)',
        '#set text(font: ("Andika", "Noto Sans"), size: 14.8pt, lang: "en", region: "US")',
        f"= {title}",
        *(line.replace("## ", "== ", 1) for line in body.splitlines()),
    ]
    path = base / "article.typ"
    path.write_text("\n".join(lines) + "\n")
    return path


def newest(base):
    """Programs of a virtual environment with the newest releases, or none."""
    venv = base / "venv"
    if not (venv / "bin/weasyprint").exists():
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        install = [venv / "bin/python", "-m", "pip", "install", "-q", "weasyprint", "typst"]
        if subprocess.run(install, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
            print("no package index can be reached: the newest WeasyPrint and Typst are left out")
            return None
    return venv / "bin/python"


def bench_others(base, own):
    page, target = html(base), base / "other.pdf"

    def compare(label, command):
        wall, cpu, peak = measure(command, times=5)
        rest = f"{wall / own[0]:.1f} x the time, {peak / own[2]:.1f} x the memory"
        show(label, wall, cpu, peak, f"{rest}, {target.stat().st_size / 1000:.1f} kB")

    tagged = "pdf/ua-1"
    compare("WeasyPrint of Debian, tagged", ["weasyprint", "--pdf-variant", tagged, page, target])
    python = newest(base)
    if not python:
        return
    compare("newest WeasyPrint, tagged", [python.parent / "weasyprint", "--pdf-variant", tagged, page, target])
    code = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=['ua-1'])"
    compare("newest Typst, tagged, within Python", [python, "-c", code, typst_source(base), target])
    show("  of which to start Python and load Typst", *measure([python, "-c", "import typst"], times=5))


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
    bench_others(base, own)


if __name__ == "__main__":
    main()
