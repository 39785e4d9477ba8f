"""Every folder beside this file is a case: an article, settings if it needs some, and what the
program makes of it: its exit status and report, the structure of its handout and screens, and their
display lists.

HANDOUT_ACCEPT=1 (`make accept`) takes what the program makes now as what is expected.
"""

import os
import pathlib
import shutil

import pytest

import program

HERE = pathlib.Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/article.md"))


def make(case, directory):
    """Files that the program makes of a case, by path, as text; its report among them."""
    settings = {n: (case / n).read_text() for n in ("clinic.yaml", "style.yaml") if (case / n).exists()}
    program.write_content(
        directory / "content",
        {case.name: (case / "article.md").read_text()},
        clinic=settings.get("clinic.yaml", program.CLINIC),
        style=settings.get("style.yaml"),
    )
    for kind in ("tree", "trace"):
        formats = ("--format", "standard", "--format", "screen", "--as", kind)
        result = program.render("content", "out", *formats, cwd=directory)
    out = directory / "out"
    made = {str(p.relative_to(out)): p.read_text() for p in sorted(out.rglob("*")) if p.is_file()}
    made["report"] = f"status {result.status}\n{result.err}"
    return made


def expected(case):
    folder = case / "expected"
    return {str(p.relative_to(folder)): p.read_text() for p in folder.rglob("*") if p.is_file()}


def accept(case, made):
    shutil.rmtree(case / "expected", ignore_errors=True)
    for name, text in made.items():
        path = case / "expected" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize("name", CASES)
def test_case(name, tmp_path):
    case = HERE / name
    made = make(case, tmp_path)
    if os.environ.get("HANDOUT_ACCEPT"):
        accept(case, made)
    assert made == expected(case)
