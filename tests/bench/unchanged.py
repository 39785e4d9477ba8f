"""What a second run of many articles costs beside the first, in all products: when nothing has changed, and
when one article has."""

import re
import shutil

import goals

ARTICLES = 100


def named(text, number):
    """Screens that look alike are painted once: each article has a title of its own on them."""
    return re.sub(r'^title: "?(.*?)"?$', rf'title: "\1 {number}"', text, count=1, flags=re.M)


def bench_unchanged(render, measure, program, base, clinic, name, show):
    """`render`: the command of a run, and `measure`: its times, as bench.py has them."""
    content, out = base / "many", base / "many-out"
    for directory in (content, out):
        shutil.rmtree(directory, ignore_errors=True)
    shutil.copytree(clinic, content, ignore=shutil.ignore_patterns("*.md"))
    text = (clinic / f"{name}.md").read_text()
    for number in range(ARTICLES):
        (content / f"{name}-{number}.md").write_text(named(text, number))
    command = render(program, content, out)

    def change():
        change.saves += 1
        (content / f"{name}-0.md").write_text(named(text, 0) + f"\nThis is save {change.saves}.\n")

    change.saves = 0
    wall, first, peak = measure(command, times=1, before=lambda: shutil.rmtree(out, ignore_errors=True))
    show(f"{ARTICLES} articles in all products, first run", wall, first, peak)
    for label, before in (("nothing changed", None), ("one article changed", change)):
        wall, cpu, peak = measure(command, times=3, before=before)
        show(f"the same again, {label}", wall, cpu, peak, f"{cpu / first * 100:.1f} % of the first")
        if before is None:
            goals.at_most(f"an unchanged run of {ARTICLES} articles beside a first one", cpu / first * 100, 2, "%")
