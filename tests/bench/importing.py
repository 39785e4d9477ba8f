"""What the import of a page costs a byte, in instructions: a long page no more than a short one."""

from counting import instructions

PART = """<h2>Step {n}</h2><p>Take <b>{n} mg</b><sup><a href="#f{n}" id="r{n}">{n}</a></sup> of it, not <s>10 mg</s>, with <a href="https://a.example/{n}">water</a>.</p>
<ul><li>one<ul><li>two</li></ul></li><li>10<sup>9</sup></li></ul>
<table><tr><th>Age</th><th colspan="2">Dose</th></tr><tr><td>{n}</td><td>5 mL</td><td>10 mL</td></tr></table>
<div class="share"><a href="/x">Share</a></div><p>Call 503-234-{n:04d}<br>or Mon-Fri 9am-5pm.</p>
"""
NOTE = """<li id="f{n}">Not with milk: page {n}. <a href="#r{n}">back</a></li>
"""


def page(path, size):
    numbers = range(size // len(PART + NOTE) + 1)
    steps, notes = ("".join(part.format(n=n) for n in numbers) for part in (PART, NOTE))
    main = f"<main><h1>Steps</h1>{steps}<h2>Notes</h2><ol>{notes}</ol></main>"
    path.write_text(f"<!DOCTYPE html><title>Steps</title>{main}")
    return path


def cost(program, path):
    """`program` goes over into the one that imports."""
    return instructions("--trace-children=yes", program, "import", "--check", path)


def bench_import(program, base, show):
    empty = cost(program, page(base / "empty.html", 0))
    costs = []
    for size in (100_000, 1_000_000):
        path = page(base / f"import-{size}.html", size)
        costs.append((cost(program, path) - empty) / path.stat().st_size)
        show(f"import of {size // 1000} kB of HTML", rest=f"{costs[-1]:.0f} instructions a byte")
    show("  ten times the page, for each byte", rest=f"{costs[1] / costs[0]:.2f} x")
