"""What files without pages cost beyond the start of the program, and whether many articles cost as much
each as few.

Start is what a run pays once, for any number of articles: the program, labels, fonts, tables of
braille. What lies beyond it is what the clinic's article adds to a run that makes an article of one
word: its words, and each file's own (in a PDF its font subsets and what it says of itself)."""

import pathlib
import shutil
import tempfile

import goals
from counting import instructions

ONE_WORD = "---\ntitle: One\nlang: en-US\nkind: article\n---\n\nOne.\n"
FORMATS = ["standard", "html", "text", "braille"]
WITHOUT_PAGES = ",".join(FORMATS[1:])
# Half of what the handout in print took when the goal was set: it has become cheaper since. [M instructions]
MOST = 36
FEW, MANY = 100, 1000


def folder(base, name, clinic, articles):
    directory = base / name
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    for path in clinic.glob("*.yaml"):
        shutil.copy(path, directory)
    for stem, text in articles.items():
        (directory / f"{stem}.md").write_text(text)
    return directory


def bench_writers(render, measure, program, base, clinic, name, show):
    """`render`: the command of a run, and `measure`: its times, as bench.py has them."""
    text = (clinic / f"{name}.md").read_text()
    whole = folder(base, "writing", clinic, {"a-word": ONE_WORD, name: text})
    start = folder(base, "writing-one", clinic, {"a-word": ONE_WORD})

    def cost(kind, within=None):
        runs = [render(program, content, base / "writing-out", "--format", kind) for content in (whole, start)]
        counts = [instructions(*run, within=within) for run in runs]
        return counts[0] - counts[1]

    costs = {kind: cost(kind) for kind in FORMATS}
    for kind in FORMATS[1:]:
        share = costs[kind] / costs["standard"]
        show(f"{kind} beside the standard PDF", rest=f"{costs[kind] / 1e6:.1f} M instructions, {share:.2f} x")
        goals.at_most(f"{kind}, instructions beyond start", costs[kind] / 1e6, MOST, "M")
    library = cost("braille", within="lou_translate")
    share = (costs["braille"] - library) / costs["standard"]
    show("  without what liblouis translates", rest=f"{library / 1e6:.1f} M less, {share:.2f} x")
    with tempfile.TemporaryDirectory(dir="/dev/shm") as memory:
        bench_many(render, measure, program, pathlib.Path(memory), clinic, start, text)


def bench_many(render, measure, program, base, clinic, start, text):
    """The start of each run is none of its articles' cost. Nothing is left of the run before. Made in
    memory: a disk's journal takes one to four milliseconds an article, by chance, whatever their number."""
    out = base / "out"

    def cpu(content):
        run = render(program, content, out, "--format", WITHOUT_PAGES)
        return measure(run, times=5, before=lambda: shutil.rmtree(out, ignore_errors=True))[1]

    first = cpu(start)
    each = []
    for count in (FEW, MANY):
        content = folder(base, f"writing-{count}", clinic, {f"article-{n}": text for n in range(count)})
        each.append((cpu(content) - first) / count)
    goals.at_most(f"{WITHOUT_PAGES}: one of {MANY} articles beside {FEW}, CPU", each[1] / each[0], 1.1)
