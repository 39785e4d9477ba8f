"""Other programs at the same work, each beside the program in one run, as times drift."""

import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time

import goals
from counting import instructions
from linear import processor_time
from unchanged import named
from ways import way_for

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = "treatment-resistance"
BATCH = 100
FONTS = pathlib.Path("/usr/share/fonts/truetype")
SIX = ["andika/Andika-Regular", "andika/Andika-Bold", *(f"noto/Noto{face}" for face in
       ("Sans-Regular", "Sans-Bold", "SansMono-Regular", "SansMono-Bold"))]


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


def paired(contests, before, rounds=4, times=25):
    """Of each contest, which is of two commands run in turn, the median of how many times the processor time of
    the other the one takes; in rounds, since what else the machine does lasts for some seconds."""
    shares = [[] for _ in contests]
    for _ in range(rounds):
        for (one, other), own in zip(contests, shares):
            for _ in range(times):
                before()
                own.append(processor_time(one) / processor_time(other))
    return [statistics.median(own) for own in shares]


def six_faces(base):
    """A folder of the faces that an article in English takes."""
    six = base / "six"
    six.mkdir(exist_ok=True)
    for name in SIX:
        shutil.copy(FONTS / f"{name}.ttf", six)
    return six


def floor(base, faces):
    """What the libraries alone take for an article's text (floor.c): gives the command for it."""
    program, libraries = base / "floor", ["pangoft2", "fontconfig", "harfbuzz-subset"]
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *libraries], capture_output=True, text=True, check=True)
    source = ROOT / "tests/bench/floor.c"
    subprocess.run(["gcc", "-O2", source, "-o", program, *flags.stdout.split(), "-ldeflate"], check=True)
    config = base / "six.conf"
    config.write_text(f"<fontconfig><dir>{faces}</dir><cachedir>{base / 'six-cache'}</cachedir></fontconfig>")
    cut = [faces / f"{name.split('/')[1]}.ttf" for name in SIX[:2]]

    def command(article):
        return [program, config, article, *cut]

    article = ROOT / "content" / f"{NAME}.md"
    subprocess.run(command(article), check=True, stdout=subprocess.DEVNULL)  # fills fontconfig's cache
    return command


def bench_typst(render, program, base):
    """One handout in a fresh process beside Typst's command line, where that is installed."""
    content, out = ROOT / "content", base / "paired"
    own, clear = render(program, content, out, "--format", "standard"), way_for(out)
    clear()
    goals.at_most("instructions of one handout, fresh process", instructions(*own) / 1e6, 55, "M")
    six = six_faces(base)
    least = floor(base, six)(content / f"{NAME}.md")
    print(f"of which the libraries alone take for its plain text: {instructions(*least) / 1e6:.1f} M")
    typst = shutil.which("typst")
    if not typst:
        print("typst is not on the PATH: one handout is not measured beside it")
        return
    source, target = typst_source(base), base / "typst.pdf"
    folders = {"six fonts": ([six], 0.6), "the same folders": ([FONTS / "andika", FONTS / "noto"], 0.35)}
    contests = []
    for paths, _ in folders.values():
        paths = [word for path in paths for word in ("--font-path", path)]
        other = [typst, "compile", "--ignore-system-fonts", "--pdf-standard", "ua-1", *paths, source, target]
        contests += [(own, other), (least, other)]
    shares = iter(paired(contests, clear))
    for label, (_, goal) in folders.items():
        goals.at_most(f"one handout beside Typst with {label}, CPU", next(shares), goal)
        print(f"the libraries alone beside Typst with {label}: {next(shares):.2f} x")


# Its fonts are looked up once, as the program's are; without a folder of sources that is all.
LOOP = """
import pathlib, sys, typst
fonts = typst.Fonts(include_system_fonts=False, font_paths=[sys.argv[1]])
for path in sorted(pathlib.Path(sys.argv[2]).glob("*.typ")) if sys.argv[2:] else []:
    typst.compile(str(path), output=str(path) + ".pdf", font_paths=fonts, pdf_standards=["ua-1"])
"""


def batch(base, name):
    """Different articles in a folder of each program's own."""
    content, sources = base / f"{name}-content", base / f"{name}-typst"
    for directory in (content, sources):
        shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("*.md"))
    sources.mkdir()
    text, typst = (ROOT / "content" / f"{NAME}.md").read_text(), typst_source(base).read_text()
    for n in range(BATCH):
        (content / f"a-{n:03d}.md").write_text(re.sub(r"\bthe\b", f"the {n}th", named(text, n)))
        (sources / f"a-{n:03d}.typ").write_text(re.sub(r"\bthe\b", f"the {n}th", typst))
    return content, sources


def bench_batch(render, program, base, python):
    content, sources = batch(base, "peers")
    out = base / "peers-out"
    own, clear = render(program, content, out, "--format", "standard"), way_for(out)

    if python:
        loop = [python, "-c", LOOP, six_faces(base)]
        idle = processor_time(on("0", loop))
        clear()
        mine, theirs = (processor_time(on("0", c)) for c in (own, [*loop, sources]))
        goals.at_most("a handout of a batch on one core beside Typst in process", mine / (theirs - idle), 0.7)
    bench_cores(render, program, base, content, own, clear)


def on(cores, command):
    return ["taskset", "-c", cores, *map(str, command)]


def wall_time(commands):
    """Of commands that run at once [s]."""
    start = time.perf_counter()
    running = [subprocess.Popen(c, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for c in commands]
    if any([process.wait() for process in running]):
        sys.exit(f"failed: {commands}")
    return time.perf_counter() - start


def bench_cores(render, program, base, content, own, clear):
    """A batch on two cores beside one. Two cores that share what is in them (threads of one, caches, a clock
    that slows down) are not twice one: what they come to is told by two processes that share nothing else,
    each with all of the batch, beside the two on one core."""
    other_out = base / "peers-other-out"
    other, clear_other = render(program, content, other_out, "--format", "standard"), way_for(other_out)

    def timed(*commands):
        clear()
        clear_other()
        return wall_time(commands)

    shares, most = [], []
    for _ in range(9):
        one = timed(on("0", own))
        shares.append(one / timed(on("0,1", own)))
        most.append(2 * one / timed(on("0", own), on("1", other)))
    goals.at_least("a batch on two cores beside one", statistics.median(shares), 1.9)
    print(f"two processes on two cores, each with all of it, beside both on one: {statistics.median(most):.2f} x")


def bench_others(measure, render, program, base, own, show):
    page, target = html(base), base / "other.pdf"

    def compare(label, command):
        wall, cpu, peak = measure(command, times=5)
        rest = f"{wall / own[0]:.1f} x the time, {peak / own[2]:.1f} x the memory"
        show(label, wall, cpu, peak, f"{rest}, {target.stat().st_size / 1000:.1f} kB")

    tagged = "pdf/ua-1"
    compare("WeasyPrint of Debian, tagged", ["weasyprint", "--pdf-variant", tagged, page, target])
    python = newest(base)
    bench_typst(render, program, base)
    bench_batch(render, program, base, python)
    if not python:
        return
    compare("newest WeasyPrint, tagged", [python.parent / "weasyprint", "--pdf-variant", tagged, page, target])
    code = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards=['ua-1'])"
    compare("newest Typst, tagged, within Python", [python, "-c", code, typst_source(base), target])
    show("  of which to start Python and load Typst", *measure([python, "-c", "import typst"], times=5))
