"""What staff really have becomes a draft: pages as text and HTML, documents; nothing goes missing unsaid."""

import os
import re
import subprocess
import zipfile

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


@pytest.mark.parametrize(
    "kind, said",
    [("odt", ""), ("epub", ""),
     ("rtf", "a table without a head: its first row was taken for it"), ("docx", "")],
)
def test_what_pandoc_loses_is_listed(kind, said, tmp_path):
    source = "# Iron\n\nTake 5 mg[^1].\n\n| Age | Dose |\n|---|---|\n| 6 | 2 |\n\n[^1]: Note 99.\n"
    document = tmp_path / f"iron.{kind}"
    subprocess.run(["pandoc", "--from", "markdown", "-o", document], input=source, text=True, check=True)
    done = import_(document, tmp_path)
    assert done.returncode == 0 and said in done.stdout
    assert ("changed" in done.stdout) == bool(said)


# What Word writes, and what is said of it.
WORD = {
    '<w:ins w:id="1" w:author="A"><w:r><w:t>24</w:t></w:r></w:ins>': "what was put in is text now",
    '<w:del w:id="1" w:author="A"><w:r><w:delText>12</w:delText></w:r></w:del>': "what was taken out is gone",
    '<w:r><w:commentReference w:id="0"/></w:r>': "comments are missing",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>": "hidden words are text now",
    '<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>5 mg</w:t></w:r>': "marked words: if that means something",
    '<w:r><w:sym w:font="Wingdings" w:char="F04E"/></w:r>': "signs of symbol fonts",
    '<w:fldSimple w:instr="DATE"><w:r><w:t>1/2/2026</w:t></w:r></w:fldSimple>': "what a field says that is filled in",
    "<w:r><w:pict><v:textbox><w:txbxContent><w:p/></w:txbxContent></v:textbox></w:pict></w:r>": "the words of a text box stand below this",
}


@pytest.mark.parametrize("written", WORD)
def test_what_word_has_beside_its_text_is_listed(written, tmp_path):
    source = f"# Iron\n\nTake `{written}`{{=openxml}} daily.\n"
    document = tmp_path / "iron.docx"
    subprocess.run(["pandoc", "--from", "markdown", "-o", document], input=source, text=True, check=True)
    done = import_(document, tmp_path / "content")
    assert done.returncode == 0, done.stderr
    said = [line for line in done.stdout.splitlines() if line.startswith("  ")]
    assert len(said) == 1 and any(WORD[written] in line for line in said)


@pytest.mark.parametrize("part, said", [("word/header1.xml", "the heads of the pages"), ("word/footer1.xml", "the feet of the pages")])
def test_heads_and_feet_of_pages_are_listed(part, said, tmp_path):
    document = tmp_path / "iron.docx"
    subprocess.run(["pandoc", "--from", "markdown", "-o", document], input="# Iron\n\nTake it.\n", text=True, check=True)
    with zipfile.ZipFile(document, "a") as archive:
        archive.writestr(part, "<w:hdr/>")
    assert said in import_(document, tmp_path / "content").stdout


@pytest.mark.parametrize("kind", ["rtf", "epub"])
def test_other_documents_become_drafts(kind, tmp_path):
    text = import_document(tmp_path, kind, DOCUMENT.format(table=TABLE) if kind == "epub" else "Rest.\n\nCall Us: +1 212 736 5000\n")
    assert ("| 10 | read |" in text) if kind == "epub" else ("Rest." in text)


def test_words_moved_off_their_line_by_hand_are_raised(tmp_path):
    moved = {"position: relative; top: -5px": "sup", "vertical-align: 5px": "sup", "position:relative;top:4px": "sub", "vertical-align:1px": None}
    words = [f'<p>Below 10<span style="{style}">9</span> cells, on day {n}.</p>' for n, style in enumerate(moved)]
    (tmp_path / "page.html").write_text(f"<!doctype html><html lang=en><title>Cells</title><main><h1>Cells</h1>{''.join(words)}</main>")
    program.run("import", tmp_path / "page.html", "--into", tmp_path / "drafts")
    draft = (tmp_path / "drafts/cells.md").read_text()
    for n, tag in enumerate(moved.values()):
        assert f"Below 10{f'<{tag}>9</{tag}>' if tag else '9'} cells, on day {n}." in draft


def test_what_follows_a_coded_sign_of_an_rtf_file_stays(tmp_path):
    r"""Pandoc takes the sign behind `\u8804?` away with the `?`: ≤25 mg became ≤5 mg."""
    codes = r"A \u8804?25 mg, B 5\u160?mg, C 38\u176?C, D \u8804\'3f2, E \u8804 ?2, F \\u8804?7, G 2\u8211-3"
    (tmp_path / "doses.rtf").write_text("{\\rtf1\\ansi\\uc1\\pard " + codes + "\\par}")
    program.run("import", tmp_path / "doses.rtf", "--into", tmp_path / "drafts")
    draft = (tmp_path / "drafts/doses.md").read_text().replace("\u00a0", " ")
    assert "A ≤25 mg, B 5 mg, C 38°C, D ≤2, E ≤2, F \\\\u8804?7, G 2–3" in draft


def test_bold_lines_of_a_document_are_its_headings_and_tabs_are_listed(tmp_path):
    lines = ["{\\b After your scope}", "{\\b When to restart}", "Aspirin\\tab Today", "Clopidogrel\\tab After 3 days", "Ask us, please."]
    (tmp_path / "scope.rtf").write_text("{\\rtf1\\ansi\\pard " + "".join(f"{line}\\par " for line in lines) + "}")
    done = program.run("import", tmp_path / "scope.rtf", "--into", tmp_path / "drafts")
    assert "(words lined up with tabs are parted by blanks alone now" in done.stdout
    draft = (tmp_path / "drafts/after-your-scope.md").read_text().split(" -->\n", 1)[1].strip()
    assert draft == "## When to restart\n\nAspirin Today\n\nClopidogrel After 3 days\n\nAsk us, please."


def test_pictures_and_tracked_changes_come_out_of_documents(tmp_path):
    picture = program.ROOT / "tests/cases/import/pages/ward_files/coil photo.png"
    source = f"# The coil\n\n![A nurse places the coil](<{picture}>)\n\nTake [10]{{.deletion}}[5]{{.insertion}} mg.\n"
    document = tmp_path / "coil.docx"
    subprocess.run(["pandoc", "-f", "markdown", "-o", document], input=source, text=True, check=True)
    done = import_(document, tmp_path / "content")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "content/the-coil.md").read_text()
    assert "![A nurse places the coil](a-nurse-places-the-coil.png" in text and "Take 5 mg." in text
    assert (tmp_path / "content/a-nurse-places-the-coil.png").read_bytes() == picture.read_bytes()


@pytest.mark.parametrize("ending", ["eml", "msg", "mht", "MHTML", "doc", "pages", "pptx", "xlsx"])
def test_files_that_only_look_like_text_are_refused_with_advice(ending, tmp_path):
    (tmp_path / f"a.{ending}").write_text("Subject: Sleep\n\nPGgxPlNsZWVwIHdlbGw8L2gxPg==\n")
    done = import_(tmp_path / f"a.{ending}", tmp_path / "draft")
    assert done.returncode == 1 and "is no text for an article: " in done.stderr
    assert not (tmp_path / "draft").exists()


def test_a_page_that_is_nested_without_end_is_refused(tmp_path):
    (tmp_path / "deep.html").write_text("<p>Words.</p>" + "<div>" * 100_000 + "<p>More words.</p>")
    done = import_(tmp_path / "deep.html", tmp_path / "content")
    assert done.returncode == 1 and "nested too deep" in done.stderr


def test_several_files_and_folders_of_pages(tmp_path):
    pages = tmp_path / "pages"
    (pages / "b_files").mkdir(parents=True)
    for name in "ab":
        (pages / f"{name}.html").write_text(f"<h1>Page {name}</h1><p>Words.</p>")
    (pages / "b_files/frame.css").write_text("")
    (tmp_path / "c.txt").write_text("Page c\n\nWords run on.\n")
    done = program.run("import", "pages", "c.txt", "--into", "content", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "content").glob("*.md")) == ["page-a.md", "page-b.md", "page-c.md"]
    empty = program.run("import", "pages/b_files", "--into", "content", cwd=tmp_path)
    assert empty.returncode == 1 and "holds no saved page" in empty.stderr


def test_what_is_not_read_of_a_folder_is_said(tmp_path):
    pages = tmp_path / "pages"
    for name in ("a_files", "more"):
        (pages / name).mkdir(parents=True)
    (pages / "a.xhtml").write_text("<h1>Page a</h1><p>Take 5 mg.</p>")
    for name in ("dose.docx", "b.TXT", "style.css", "more/c.html", "a_files/d.html"):
        (pages / name).write_text("Words.")
    done = program.run("import", "pages", "--into", "content", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "content").glob("*.md")] == ["page-a.md"]
    passed = [line.split()[0] for line in done.stdout.splitlines() if "  not read: " in line]
    assert passed == ["pages/b.TXT", "pages/dose.docx", "pages/more"]


def test_links_that_lead_out_of_a_folder_are_not_followed(tmp_path):
    (tmp_path / "pages/b_files").mkdir(parents=True)
    (tmp_path / "pages/b_files/b.html").write_text("<h1>Page b</h1><p>Take 5 mg.</p>")
    (tmp_path / "out.html").write_text("<h1>Out</h1><p>Take 6 mg.</p>")
    (tmp_path / "pages/out.html").symlink_to("../out.html")
    (tmp_path / "pages/away").symlink_to("..")
    (tmp_path / "pages/within.html").symlink_to("b_files/b.html")
    done = program.run("import", "pages", "--into", "content", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "content").glob("*.md")] == ["page-b.md"]
    passed = [line.split()[0] for line in done.stdout.splitlines() if "  not read: a link that leads out of the folder" in line]
    assert passed == ["pages/away", "pages/out.html"]


def test_the_facts_of_several_pages_go_together(tmp_path):
    foot = "<footer><p>{}</p></footer>"
    pages = {
        "a": foot.format("Phone: 503 234 5678"),
        "b": foot.format("Phone: 503 234 5678</p><p>Email: desk@hill-sleep.org"),
        "c": foot.format("Phone: 503 234 9999"),
    }
    for name, end in pages.items():
        (tmp_path / f"{name}.html").write_text(f"<h1>Page {name}</h1><p>Words run on.</p>{end}")
    done = program.run("import", "a.html", "b.html", "c.html", "--into", "content", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(os.listdir(tmp_path / "content")) == ["clinic.yaml", "page-a.md", "page-b.md", "page-c.md"]
    clinic = (tmp_path / "content/clinic.yaml").read_text()
    assert '# From b.html, line 1: Email: desk@hill-sleep.org\nemail: "desk@hill-sleep.org"' in clinic
    assert '# From c.html, line 1: Phone: 503 234 9999\ntelephone: "503 234 5678"' in clinic
    assert done.stdout.count("is not as in") == 1
    assert "content/clinic.yaml  'telephone' is not as in c.html: choose" in done.stdout


def test_check_shows_what_becomes_of_each_line_and_writes_nothing(tmp_path):
    (tmp_path / "page.html").write_text("<h1>Doses</h1>\n<nav>Home</nav>\n<p>Take <s>10</s> 5 mg.</p>\n<p>+1 503 234 5678</p>\n")
    done = program.run("import", "page.html", "--check", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "  page.html:1: 'Doses' -> title",
        "  page.html:2: 'Home' -> left out (part of a menu)",
        "  page.html:3: 'Take ~~10~~ 5 mg.' -> line 9",
        "  page.html:4: '+1 503 234 5678' -> clinic.yaml",
    ]
    assert os.listdir(tmp_path) == ["page.html"]


DIALECTS = """\
---
title: "Dialects"
layout: page
---

## See a doctor {#see-gp}

Go to A&E. It is H~2~O and 10^9^ cells and ==marked== words.

*[A&E]: Accident and Emergency

- drink milk
{.list--cross}

{% include warning.html text="Do not drive." %}

{{< notice warning >}}
Keep out of reach.
{{< /notice >}}

::: warning
Do not walk.
:::

!!! note "Note"
    Take with food.

Fever
: A temperature above 38 °C

:warning: Be careful.

[[_TOC_]]

See [[Other page]] and $x^2$.

Note^[inline note].

|Age|Dose|
|2|5 mL|

+---+---+
| a | b |
+---+---+
| 1 | 2 |
+---+---+

++inserted++ and [text]{.underline} and {{PATIENT_NAME}}

```
==code== stays
```
"""
TRANSLATED = """\

## See a doctor

Go to <abbr title="Accident and Emergency">A&E</abbr>. It is H<sub>2</sub>O and 10<sup>9</sup> cells and **marked** words.


- drink milk

> [!WARNING]
> Do not drive.

> [!WARNING]
> Keep out of reach.

> [!WARNING]
> Do not walk.

> [!NOTE]
> Take with food.
>
**Fever**\\
A temperature above 38 °C

Be careful.


See Other page and x<sup>2</sup>.

Note[^within-1].

|Age|Dose|
|---|---|
|2|5 mL|

| a | b |
|---|---|
| 1 | 2 |

<ins>inserted</ins> and text and \\{\\{PATIENT_NAME\\}\\}

```
==code== stays
```

[^within-1]: inline note
"""


def test_other_dialects_of_markdown_are_translated(tmp_path):
    (tmp_path / "a.md").write_text(DIALECTS)
    done = import_(tmp_path / "a.md", tmp_path / "content", "--name", "a")
    assert done.returncode == 0, done.stderr
    text = without_comment((tmp_path / "content/a.md").read_text())
    assert re.sub(r"\n+", "\n", text.split("---\n", 2)[2]) == re.sub(r"\n+", "\n", TRANSLATED)
    assert 'title: "Dialects"' in text
    for words in ("'layout: page'", "'{{PATIENT_NAME}}' (a field that nobody filled in", "'$x^2$' (a formula", "(a table without"):
        assert words in done.stdout, words


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


@pytest.mark.parametrize("args", [(), ("a", "b", "--name", "x"), ("a", "--name", "A b"), ("a", "--intoo", "x")])
def test_a_command_line_without_sense(args, tmp_path):
    done = program.run("import", *args, cwd=tmp_path)
    assert done.returncode == 2
    assert "handout import --help" in done.stderr
    assert os.listdir(tmp_path) == []
