"""What an import costs a byte, in instructions: a long page or document no more than a short one."""

import zipfile

from counting import instructions

PART = """<h2>Step {n}</h2><h3>Dose</h3><p>Take <b>{n} mg</b><sup><a href="#f{n}" id="r{n}">{n}</a></sup> of it, not <s>10 mg</s>, with <a href="https://a.example/{n}">water</a>.</p>
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


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="d" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>"""


def document(path, size):
    """Of Word, with about so many bytes of paragraphs."""
    paragraph = "<w:p><w:r><w:t>Take {n} mg of it at night, with water, and never more than that.</w:t></w:r></w:p>"
    body = "".join(paragraph.format(n=n) for n in range(size // len(paragraph) + 1))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return path


def cost(program, path):
    """`program` goes over into the one that imports; pandoc's own work is left out."""
    return instructions("--trace-children=yes", "--trace-children-skip=*/pandoc", program, "import", "--check", path)


def bench_kind(program, base, show, kind, make, sizes):
    empty = cost(program, make(base / f"empty.{kind}", 0))
    costs = []
    for size in sizes:
        path = make(base / f"import-{size}.{kind}", size)
        costs.append((cost(program, path) - empty) / size)
        show(f"import of {size // 1000} kB of .{kind}", rest=f"{costs[-1]:.0f} instructions a byte")
    show("  ten times as much, for each byte", rest=f"{costs[1] / costs[0]:.2f} x")


def bench_import(program, base, show):
    bench_kind(program, base, show, "html", page, (100_000, 1_000_000))
    bench_kind(program, base, show, "docx", document, (50_000, 500_000))
