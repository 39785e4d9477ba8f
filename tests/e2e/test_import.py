"""What staff really have becomes a draft: pages as text and HTML, documents; nothing goes missing unsaid."""

import os
import re
import subprocess

import pytest

import program

PAGE = program.ROOT / "tests/cases/import/clinic-page/page.txt"
# The page as it was handed over stands beside the repository where the work on it is done.
SEEDS = sorted(program.ROOT.parent.glob("shared/seed/*.txt"))
ARTICLE = program.ROOT / "content/treatment-resistance.md"

DOCUMENT = """\
# First of all

Go to bed at the same time.

- no coffee
- no screens

## At night

1. Lie down.
2. Breathe.
{table}
Call Us: +1 212 736 5000
"""
HEAD = "---\ntitle: Sleeping *well*\nauthor: Dr. A. Writer\n---\n\n"
TABLE = "\n| Hour | What |\n|------|------|\n| 10   | read |\n"


def import_(path, into, *args, **kwargs):
    return program.run("import", path, "--into", into, *args, **kwargs)


def words(text):
    return re.sub(r"[\s#*|\\-]+", " ", text).split()


def without_comment(text):
    """A draft without what it says at its top of where it comes from."""
    return re.sub(r"\n<!-- Imported from .*? -->\n", "", text, count=1, flags=re.S)


def without_rules(text):
    """An article without the rules between its paragraphs: they have no words."""
    head, front, body = text.split("---\n", 2)
    return head + "---\n" + front + "---\n" + body.replace("---\n\n", "")


@pytest.mark.parametrize("page", [PAGE, *SEEDS], ids=lambda path: path.name)
def test_the_clinics_page_gives_the_article_that_it_prints(page, tmp_path):
    done = import_(page, tmp_path, "--name", "treatment-resistance")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert without_comment((tmp_path / "treatment-resistance.md").read_text()) == without_rules(ARTICLE.read_text())


def test_every_line_of_the_page_is_accounted_for(tmp_path):
    done = import_(PAGE, tmp_path)
    (article,) = tmp_path.glob("*.md")
    kept = words(article.read_text())
    facts = (tmp_path / "clinic.yaml").read_text()
    for number, line in enumerate(PAGE.read_text().splitlines(), 1):
        inside = " ".join(words(line)).strip()
        dropped = f"{PAGE}:{number}: '{line.strip()}' (" in done.stdout
        fact = f"# From line {number}: {line.strip()}\n" in facts
        assert not inside or dropped or fact or f" {inside} " in f" {' '.join(kept)} ".replace('"', ""), line
    assert "left out: 4 lines" in done.stdout
    assert "telephone:\n" in facts and "  - Mo-Fr\n" in facts


def test_what_is_there_stays(tmp_path):
    (tmp_path / "clinic.yaml").write_text("name: Ours\n")
    assert import_(PAGE, tmp_path, "--name", "page").returncode == 0
    (tmp_path / "page.md").write_text("mine")
    (tmp_path / "page-clinic.yaml").write_text("mine")

    refused = import_(PAGE, tmp_path, "--name", "page")
    assert refused.returncode == 1
    assert "[file-exists]" in refused.stderr and refused.stdout == ""
    assert (tmp_path / "page.md").read_text() == "mine"

    assert import_(PAGE, tmp_path, "--name", "page", "--force").returncode == 0
    assert (tmp_path / "page.md").read_text().startswith("---\ntitle:")
    assert "telephone:" in (tmp_path / "page-clinic.yaml").read_text()
    assert (tmp_path / "clinic.yaml").read_text() == "name: Ours\n"


def test_a_draft_is_ready_to_render(tmp_path):
    content = program.write_content(tmp_path / "content", {})
    assert import_(PAGE, content).returncode == 0
    result = program.render(content, tmp_path / "out", "--format", "standard")
    assert result.status == 0, result.err
    assert len(result.pdfs) == 1


def import_document(tmp_path, kind, source):
    path = tmp_path / f"plan.{kind}"
    subprocess.run(["pandoc", "-f", "markdown", "-o", path], input=source, text=True, check=True)
    done = import_(path, tmp_path / "content", "--name", "plan")
    assert done.returncode == 0, done.stderr
    assert 'telephone: "+1 212 736 5000"' in (tmp_path / "content/clinic.yaml").read_text()
    return without_comment((tmp_path / "content/plan.md").read_text())


def test_a_docx_goes_through_pandoc(tmp_path):
    text = import_document(tmp_path, "docx", HEAD + DOCUMENT.format(table=TABLE))
    assert 'title: "Sleeping well"' in text
    assert text.split("---\n", 2)[2] == (
        "\nDr. A. Writer\n\n## First of all\n\nGo to bed at the same time.\n\n- no coffee\n- no screens\n\n"
        "### At night\n\n1. Lie down.\n2. Breathe.\n\n| Hour | What |\n|---|---|\n| 10 | read |\n"
    )


def test_an_odt_goes_through_pandoc(tmp_path):
    text = import_document(tmp_path, "odt", DOCUMENT.format(table=""))
    assert 'title: "First of all"' in text
    assert text.split("---\n", 2)[2] == (
        "\nGo to bed at the same time.\n\n- no coffee\n- no screens\n\n"
        "## At night\n\n1. Lie down.\n2. Breathe.\n"
    )


def test_without_pandoc_its_package_is_named(tmp_path):
    (tmp_path / "plan.docx").write_bytes(b"PK")
    done = import_(tmp_path / "plan.docx", tmp_path, env=program.environment(PATH=str(tmp_path)))
    assert done.returncode == 3
    assert "install the package 'pandoc'" in done.stderr


def test_what_pandoc_cannot_read_is_said(tmp_path):
    (tmp_path / "plan.docx").write_bytes(b"no document")
    done = import_(tmp_path / "plan.docx", tmp_path)
    assert done.returncode == 3
    assert "[import-pandoc]" in done.stderr
    assert os.listdir(tmp_path) == ["plan.docx"]


@pytest.mark.parametrize("args", [(), ("a", "b"), ("a", "--name", "A b"), ("a", "--intoo", "x")])
def test_a_command_line_without_sense(args, tmp_path):
    done = program.run("import", *args, cwd=tmp_path)
    assert done.returncode == 2
    assert "handout import --help" in done.stderr
    assert os.listdir(tmp_path) == []
