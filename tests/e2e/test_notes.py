"""Ways within a file: the number in the text leads to the note and back, links to headings; screens show the note instead."""

import json
import re

import pytest

import pdf
import png
import program

BODY = """\
Most people feel better in six weeks[^1]. Some need longer[^long], and one says so again[^1].

## How long[^long] it takes

- An item[^1]

> **Never[^long]** alone.

| A | B |
|---|---|
| 5 weeks[^1] | six |

[^1]: Study of 2020, see page 4.
[^long]: Long note.

    With a second paragraph.
"""
WITH_ABOUT = f'---\ntitle: "Rest"\nlang: en-US\nversion: "2"\n---\n\n{BODY}'
PAPER = ("", "-large", "-giant", "-brochure", "-booklet-reading", "-booklet")


@pytest.fixture(scope="module")
def products(tmp_path_factory):
    base = tmp_path_factory.mktemp("notes")
    content = program.write_content(base / "content", {"rest": WITH_ABOUT, "other": program.article("Sleep well[^1].\n\n[^1]: A note.", title="Other")})
    formats = "standard,large,giant,brochure,booklet,booklet-reading,screen"
    return program.render(content, base / "out", "--format", formats)


def target(annotation):
    assert annotation.A.S == "/GoTo"
    return annotation.A.SD[0].objgen


@pytest.mark.parametrize("suffix", PAPER)
def test_numbers_lead_to_notes_and_back(products, suffix):
    document = pdf.Document(products.pdf("rest", suffix))
    notes = {str(note.raw.ID): note for note in document.root.find("Note")}
    assert [pdf.squash(note.text) for note in notes.values()] == [
        "1.Studyof2020,seepage4.",
        "2.Longnote.Withasecondparagraph.",
    ]
    by_object = {note.raw.objgen: str(n) for n, note in enumerate(notes.values(), 1)}
    references = document.root.find("Reference")
    assert [pdf.squash(r.text) for r in references] == list("¹²¹²¹²¹")
    for reference in references:
        (link,) = reference.find("Link")
        (annotation,) = link.annotations
        number = by_object[target(annotation)]
        assert str(annotation.Contents) == link.alt == f"Note {number}"
        assert pdf.squash(reference.text) == "¹²"[int(number) - 1]
        place = annotation.A.D
        assert place[0].objgen in {page.obj.objgen for page in document.pdf.pages}
    first = [references[0], references[1]]
    for note, reference in zip(notes.values(), first):
        (link,) = note.find("Link")
        assert link.parent.role == "Lbl" and link.alt == "Back to the text"
        assert target(link.annotations[0]) == reference.raw.objgen


@pytest.mark.parametrize("suffix", PAPER)
def test_notes_stand_before_who_made_it_and_how_to_reach_us(products, suffix):
    document = pdf.Document(products.pdf("rest", suffix))
    headings = [pdf.squash(h.text) for h in document.root.find("H2")]
    headings = [heading for heading in headings if heading != "Mynotes"]  # where a booklet has room for them
    assert headings[:4] == ["Howlong²ittakes", "Notes", "Aboutthishandout", "Contactus"]
    assert "How long it takes" in str(document.outline)


def test_screens_show_the_note_behind_its_sentence(products):
    slides = json.loads((products.directory / "lobby/manifest.json").read_text())["slides"]
    mine = [slide for slide in slides if slide["id"].startswith("rest/")]
    assert [slide["title"] for slide in mine[1:5]] == ["Rest", "Note", "Note", "How long it takes"]
    text = [" ".join(slide["text"].split()) for slide in mine]
    assert text[1] == "Rest Most people feel better in six weeks. Some need longer, and one says so again."
    assert text[2] == "Note Study of 2020, see page 4."
    assert text[3] == "Note Long note. With a second paragraph."
    assert [slide["title"] for slide in mine].count("Note") == 2
    assert not any(re.search(r"weeks1|longer2|long2|item1", words) for words in text)


def test_transcript_has_the_notes_at_the_end_of_their_article(products):
    page = (products.directory / "lobby/transcript.html").read_text()
    ids = re.findall(r'id="([^"]*)"', page)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)
    assert '<a href="#rest-note.1" role="doc-noteref" aria-label="Note 1"><sup>1</sup></a>' in page
    mine = next(a for a in page.split("<article")[1:] if "six weeks" in a).split("</article>")[0]
    assert mine.rstrip().endswith("</section>") and mine.index("<table>") < mine.index('role="doc-endnotes"')
    assert '<a href="#rest-noteref.2" role="doc-backlink" aria-label="Back to the text">2.</a>' in mine


def test_a_page_has_the_notes_and_ways_to_them(tmp_path):
    content = program.write_content(tmp_path / "content", {"rest": WITH_ABOUT})
    made = program.render(content, tmp_path / "out", "--format", "standard", "--as", "html")
    page = (made.directory / "print/rest.html").read_text()
    assert set(re.findall(r'href="#([^"]*)"', page)) == {"main", "note.1", "note.2", "noteref.1", "noteref.2"}
    assert page.index('role="doc-endnotes"') < page.index("About this handout")


def test_what_does_not_meet_is_an_error(make):
    result = make("Six[^1] weeks.\n\n[^2]: A note.", "--format", "standard")
    assert result.status == 1
    assert result.rules("error") == ["note", "note"]


INNER = "See [what to bring](#what-to-bring).\n\n## First\n\nWords.\n\n## What to bring\n\nTea.\n"


def test_links_lead_to_headings(make):
    result = make(INNER, "--format", "standard,large,brochure,booklet,screen")
    for suffix in ("", "-large", "-brochure", "-booklet"):
        document = pdf.Document(result.pdf("sample", suffix))
        link = next(n for n in document.root.find("Link") if pdf.squash(n.text) == "whattobring")
        heading = next(n for n in document.root.find("H2") if pdf.squash(n.text) == "Whattobring")
        assert target(link.annotations[0]) == heading.raw.objgen
        assert str(link.annotations[0].Contents) == "what to bring"
    page = (result.directory / "lobby/transcript.html").read_text()
    assert '<a href="#sample-what-to-bring">what to bring</a>' in page
    assert '<h3 id="sample-what-to-bring">What to bring</h3>' in page
    slides = json.loads((result.directory / "lobby/manifest.json").read_text())["slides"]
    runs = [run for line in slides[1]["lines"][1:] for run in line["runs"]]  # below the topic
    assert {run["role"] for run in runs} == {"ink"}


def test_links_to_no_heading_are_errors(make):
    result = make("[Tea](#tee)\n\n## Tea\n\nHot.", "--format", "standard")
    assert result.status == 1 and result.rules("error") == ["link-inside"]


def test_a_note_of_a_warning_has_its_screen(make):
    made = make("## Doses\n\n> [!WARNING]\n> Do not drive.[^1]\n\n[^1]: For twelve hours.", "--format", "screen", lang="en")
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    assert any("For twelve hours." in slide["text"] for slide in slides)


def test_numbers_side_by_side_are_parted(make):
    """1 and 2 are not 12."""
    made = make("Six[^1][^2] weeks.\n\n[^1]: One.\n\n[^2]: Two.", "--format", "standard,text,screen", lang="en")
    assert "Six¹,² weeks." in (made.directory / "web/sample.txt").read_text()
    links = [link for link in pdf.Document(made.pdf("sample")).root.find("Link") if link.parent.role == "Reference"]
    assert ["".join(run.text for run in link.runs) for link in links] == ["¹", ",²"]
    assert not any("," in png.description(path).split("Six")[1][:8] for path in made.screens if "Six" in png.description(path))
