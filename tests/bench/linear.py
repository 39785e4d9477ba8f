"""What a byte of a long article costs beside one of a short: all of it one paragraph, one list, and so on; and
the same of titles, tables of many columns and clinics of many hours."""

import datetime
import os
import re
import shutil
import statistics
import subprocess

import goals

SHORT, LONG = 3_000, 1_000_000
# So long that it has a list of its contents, as its long one has.
SHORT_OF = {"many headings": 30_000}
FRONT = "---\ntitle: {title}\nlang: en-US\nkind: article\n---\n\n"
SENTENCE = "Take {n} mg with water and rest for a while, then call us. "


def repeated(part, size):
    return "".join(part.format(n=n) for n in range(1, size // len(part) + 2))


SHAPES = {
    "one paragraph": lambda size: repeated(SENTENCE, size),
    "one list": lambda size: repeated(f"- {SENTENCE}\n", size),
    "one table": lambda size: "| Day | Dose |\n|---|---|\n" + repeated(f"| {{n}} | {SENTENCE} |\n", size),
    "many headings": lambda size: repeated(f"## Step {{n}}\n\n{SENTENCE}\n\n", size),
}


def columns(n):
    return "|" + "D|" * n + "\n|" + "---|" * n + "\n|" + "".join(f"{i}|" for i in range(n)) + "\n"


def title(n):
    return repeated("Take water and rest. ", n)[:n].strip()


def hours(clinic, n):
    """The clinic's settings with so many lines of opening hours: each day has its own."""
    days = [datetime.date(2027, 1, 1) + datetime.timedelta(i) for i in range(n)]
    lines = "".join(f"  - {day:%Y %b %d} {8 + i % 4:02}:{i * 7 % 60:02}-{17 + i % 4}:00\n" for i, day in enumerate(days))
    settings = (clinic / "clinic.yaml").read_text()
    return re.sub(r"^opening_hours:.*\n(?:[ #].*\n|\n)*", "", settings, flags=re.M) + f"opening_hours:\n{lines}"


def processor_time(command):
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), command
    return usage.ru_utime + usage.ru_stime


def folder(base, clinic, body, title="Rest", settings=None):
    """Without the slip to fill in: it takes what room an article leaves, and costs as much as 10 KB of one."""
    directory = base / "linear"
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    for path in clinic.glob("*.yaml"):
        shutil.copy(path, directory)
    style = directory / "style.yaml"
    style.write_text(re.sub(r"^slip:.*", "slip: never", style.read_text(), flags=re.M))
    (directory / "rest.md").write_text(FRONT.format(title=title) + body)
    if settings:
        (directory / "clinic.yaml").write_text(settings)
    return directory


def bench_linear(render, program, base, clinic, least):
    """`render`: the command of a run, as bench.py has it; `least`: that of the libraries alone (floor.c) with an
    article."""

    def cost(body, product="standard", **more):
        content = folder(base, clinic, body, **more)
        out = base / "linear-out"
        return processor_time([*render(program, content, out, "--format", product), "--force"])

    def least_cost(body):
        words = base / "words.md"
        words.write_text(body)
        return processor_time(least(words))

    for shape, make in SHAPES.items():
        short = SHORT_OF.get(shape, SHORT)
        what = f"a byte of {shape}, 1 MB beside {short // 1000} KB"
        goals.at_most(what, growth(cost, make, short), 1.3)
        print(f"{what}: of the libraries alone {growth(least_cost, make, short):.2f}")
    for product in ("standard", "screen"):
        bench_short(cost, clinic, product)


def growth(cost, make, short):
    """What a byte of a long article costs beside one of a short: the median of rounds, each of both, since machines are
    now quicker and now slower."""

    def each(size, times):
        body = make(size)
        return beyond_start(cost, {"body": body}, times, {"body": "Rest."}) / len(body)

    return statistics.median(each(LONG, 1) / each(short, 25) for _ in range(5))


def beyond_start(cost, what, times, start, **more):
    """The median of what an article costs more than a start, each beside one: starts drift as times do."""
    return statistics.median(cost(**what, **more) - cost(**start, **more) for _ in range(times))


def bench_short(cost, clinic, product):
    """What is short and still takes long, where anything is done for each pair of its parts."""
    for what, few, many, make in (
        ("letters of a title", 1000, 4000, lambda n: {"body": "Rest.", "title": title(n)}),
        ("columns of a table", 50, 350, lambda n: {"body": columns(n)}),
        ("lines of hours", 50, 100, lambda n: {"body": "Rest.", "settings": hours(clinic, n)}),
    ):
        each = [beyond_start(cost, make(n), 9, make(1), product=product) / n for n in (few, many)]
        goals.at_most(f"{many} {what} beside {few}, each, {product}", each[1] / each[0], 1.3)
