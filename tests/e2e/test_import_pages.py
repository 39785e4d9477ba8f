"""Pages in the markup of site builders become the drafts that stand beside them: what the article says, which
facts were found, what is listed. `HANDOUT_ACCEPT=1` takes what the program makes now as what is expected."""

import os
import re

import pytest

import program

PAGES = program.ROOT / "tests/cases/import/pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


def facts(text):
    """What clinic.yaml says, without its advice and its gaps."""
    lines = [line for line in text.splitlines() if line.strip() and not re.match(r"\s*#(?! From)", line)]
    gap = re.compile(r"( *)[a-z_]+:( *#.*)?$")
    kept = []
    for line, after in zip(lines, [*lines[1:], ""]):
        key = gap.match(line)
        if not key or len(after) - len(after.lstrip()) > len(key[1]):
            kept.append(line)
    return [line for line in kept if line != "address:" or any("  street" in other for other in kept)]


def imported(name, directory):
    done = program.run("import", f"{name}.html", "--into", directory, "--name", "draft", cwd=PAGES)
    assert done.returncode == 0, done.stderr
    article = (directory / "draft.md").read_text()
    clinic = "\n".join(facts((directory / "clinic.yaml").read_text()))
    listed = done.stdout.replace(f"{directory}/", "")
    return f"{article}\n=== clinic.yaml\n{clinic}\n\n=== said\n{listed}"


@pytest.mark.parametrize("name", NAMES)
def test_page(name, tmp_path):
    made = imported(name, tmp_path)
    golden = PAGES / f"{name}.txt"
    if os.environ.get("HANDOUT_ACCEPT"):
        golden.write_text(made)
    assert made == golden.read_text()


CASES = program.ROOT / "tests/cases"
# What the page of a handout has beside its article (notes at its foot, who made it) is text to a reader of pages.
BESIDE = {"errors", "untitled", "structure"}
ARTICLES = {path.parent.name: path for path in CASES.glob("*/article.md") if path.parent.name not in BESIDE}
ARTICLES |= {path.stem: path for path in (program.ROOT / "content").glob("*.md")}


def test_articles_come_back_from_their_own_pages(tmp_path):
    content = program.write_content(tmp_path / "content", {name: path.read_text() for name, path in ARTICLES.items()})
    back = program.write_content(tmp_path / "back", {})
    for kind in ("html", "text"):
        assert program.render(content, tmp_path / kind, "--format", kind).status == 0
    for name in ARTICLES:
        done = program.run("import", tmp_path / f"html/web/{name}.html", "--into", back, "--name", name)
        assert done.returncode == 0, done.stderr
    assert program.render(back, tmp_path / "again", "--format", "text").status == 0
    for name in ARTICLES:
        made, again = (tmp_path / folder / f"web/{name}.txt" for folder in ("text", "again"))
        assert again.read_text() == made.read_text(), name


def test_all_drafts_render_without_errors(tmp_path):
    content = program.write_content(tmp_path / "content", {})
    for name in NAMES:
        made = (PAGES / f"{name}.txt").read_text()
        (content / f"{name}.md").write_text(made.split("\n=== clinic.yaml\n")[0])
        for picture in re.findall(r"^!\[.*\]\(([^\s)]+)", made, re.M):
            (content / picture).write_bytes((PAGES / "ward_files/coil photo.png").read_bytes())
    result = program.render(content, tmp_path / "out", "--format", "text")
    assert result.status == 0, result.err
