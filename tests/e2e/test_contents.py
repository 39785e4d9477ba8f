"""The list of sections: in handouts of many pages alone, with the pages that they begin on."""

import re

import pytest

import clinics
import labels
import pdf
import program

MOST_WITHOUT = 8
SIZES = ("", "-large", "-giant")

PARAGRAPH = "The nurse checks the sensors before you fall asleep, and comes back after an hour. " * 52
HEADINGS = ["What is a sleep study?", "Getting ready at home, on the day before and on the morning of your visit", "By [sopa de ajo]{lang=es}", "Costs[^1]"]
LONG = (
    '---\ntitle: "A long night"\nlang: en-US\nkey_points: [Sleep well.]\nquestions: [Why?]\n---\n\nFirst words.\n\n'
    + "".join(f"## {heading}\n\n### Below it\n\n{PARAGRAPH}\n\n" for heading in HEADINGS)
    + "[^1]: A note.\n"
)
LEVELS = program.article(
    f"## First\n\n### Morning\n\n{PARAGRAPH * 2}\n\n### Noon\n\n{PARAGRAPH * 2}\n\n## Second\n\n{PARAGRAPH}\n\n### Evening\n\n{PARAGRAPH}", title="Levels"
)
SHORT = program.article("## One\n\nA few words.\n\n## Two\n\nMore words.", title="Short")
ONE_HEADING = '---\ntitle: "Plain"\nlang: en-US\n---\n\n' + f"{PARAGRAPH}\n\n" * 9
MANY = program.article("First words.\n\n" + "".join(f"## Part {n}\n\n{PARAGRAPH}\n\n" for n in range(1, 15)), title="Many", front='key_points: [Sleep well., Eat well., Drink water.]\n')
ARABIC_WORDS = "تفحص الممرضة أجهزة الاستشعار قبل أن تنام ثم تطفئ الضوء. " * 80
ARABIC = '---\ntitle: "ليلة طويلة"\nlang: ar\n---\n\n' + "".join(f"## {heading}\n\n{ARABIC_WORDS}\n\n" for heading in ["ما هي دراسة النوم؟", "في المنزل", "ما تحضره معك", "بعد الفحص"])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("contents")
    articles = {"long": LONG, "levels": LEVELS, "short": SHORT, "plain": ONE_HEADING, "arabic": ARABIC}
    content = program.write_content(base / "content", articles)
    return program.render(content, base / "out", "--format", "standard,large,giant")


def entries(document):
    return [(item, *item.find("Reference")) for item in document.root.find("TOCI")]


def page_led_to(document, entry):
    (annotation,) = entry.find("Link")[0].annotations
    pages = {page.obj.objgen: number for number, page in enumerate(document.pdf.pages, 1)}
    return pages[annotation.A.D[0].objgen]


def words(node):
    return " ".join(node.text.split())


def number_in(text):
    return int(re.search(r"\d+", text)[0])


@pytest.mark.parametrize("suffix", SIZES)
@pytest.mark.parametrize("name", ["long", "levels", "arabic"])
def test_numbers_are_the_pages_where_sections_begin(made, name, suffix):
    document = pdf.Document(made.pdf(name, suffix))
    assert len(document.pages) > MOST_WITHOUT
    found = entries(document)
    assert len(found) >= 4
    for item, heading, page in found:
        assert number_in(page.text) == page_led_to(document, heading)
        (link,) = heading.find("Link")
        title = [node for node in document.root.find("H2", "H3") if node.text.split() and re.sub("[¹\\s]", "", node.text) == pdf.squash(heading.text)]
        assert page_led_to(document, heading) - 1 in [node.pages[0] for node in title]
        assert pdf.squash(link.alt) == pdf.squash(heading.text)
    pages = [number_in(page.text) for _, _, page in found]
    assert pages == sorted(pages) and pages[-1] > MOST_WITHOUT


@pytest.mark.parametrize("suffix", SIZES)
def test_entries_are_heard_with_their_page(made, suffix):
    document = pdf.Document(made.pdf("long", suffix))
    found = entries(document)
    assert [words(heading) for _, heading, _ in found] == [
        "What is a sleep study?",
        "Getting ready at home, on the day before and on the morning of your visit",
        "By sopa de ajo",
        "Costs",
        "Questions to ask",
        "Notes",
        "Contact us",
    ]
    assert [re.sub(r"\d+", "N", page.text) for _, _, page in found] == [" page N"] + [", page N"] * 6
    (spanish,) = [node for node in found[2][0].find("Span") if node.lang == "es"]
    assert words(spanish) == "sopa de ajo"


def test_the_list_follows_the_key_points(made):
    document = pdf.Document(made.pdf("long"))
    headings = [words(node) for node in document.root.find("H2")]
    assert headings[:3] == ["Key points", "Contents", "What is a sleep study?"]
    assert document.outline[1:3] == ["Key points", "Contents"]


def test_few_sections_are_listed_with_what_is_below_them(made):
    document = pdf.Document(made.pdf("levels"))
    (whole, *lower) = document.root.find("TOC")
    assert [words(heading) for _, heading, _ in entries(document)] == ["First", "Morning", "Noon", "Second", "Evening", "Contact us"]
    assert [[words(item.find("Reference")[0]) for item in part.find("TOCI")] for part in lower] == [["Morning", "Noon"], ["Evening"]]
    assert all(part.parent is whole for part in lower)


def rows(document):
    """Page and place of the words of each entry, in the order of the file."""
    runs = [(page.number, run) for page in document.pages for run in page.runs if run.node and run.node.role == "Link" and "TOCI" in run.node.path]
    return [(number, run.x, run.y) for number, run in runs]


def test_the_list_is_on_one_page(tmp_path):
    """In the standard size in two columns, which are read one after the other; in large print in one."""
    content = program.write_content(tmp_path / "content", {"many": MANY}, clinic=clinics.BUSY)
    made = program.render(content, tmp_path / "out", "--format", "standard,large")
    standard = rows(pdf.Document(made.pdf("many")))
    large = rows(pdf.Document(made.pdf("many", "-large")))
    for places in (standard, large):
        assert len(places) == 15 and len({page for page, _, _ in places}) == 1
    assert [x for _, x, _ in standard] == [standard[0][1]] * 8 + [standard[-1][1]] * 7
    assert standard[-1][1] > standard[0][1] + 200
    assert [y for _, _, y in standard[:7]] == pytest.approx([y for _, _, y in standard[8:]], abs=0.1)
    assert len({x for _, x, _ in large}) == 1
    for places in (standard[:8], standard[8:], large):
        heights = [y for _, _, y in places]
        assert heights == sorted(heights, reverse=True)


def end(run):
    return run.x + run.width


@pytest.mark.parametrize("name", ["long", "arabic"])
def test_numbers_stand_at_the_end_of_their_lines(made, name):
    document = pdf.Document(made.pdf(name, "-large"))
    rtl = name == "arabic"
    found = entries(document)
    ends = [min(run.x for run in page.runs) for _, _, page in found] if rtl else [max(end(run) for run in page.runs) for _, _, page in found]
    assert max(ends) - min(ends) < 0.1
    for _, heading, page in found:
        number, last = next(iter(page.runs)), list(heading.runs)[-1]
        assert abs(number.y - last.y) < 0.1
        assert end(number) + 12 < last.x if rtl else end(last) + 12 < number.x


@pytest.mark.parametrize("suffix", SIZES)
def test_short_handouts_and_those_of_one_section_have_none(made, suffix):
    for name in ("short", "plain"):
        document = pdf.Document(made.pdf(name, suffix))
        assert name == "plain" or len(document.pages) <= MOST_WITHOUT
        assert not document.root.find("TOC", "TOCI")
        assert labels.of(SHORT)["contents"] not in [words(node) for node in document.root.find("H2")]


def test_screens_and_their_transcript_have_no_list(tmp_path):
    content = program.write_content(tmp_path / "content", {"short": SHORT})
    shown = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    transcript = (shown / "transcript.html").read_text()
    assert "More words." in transcript and "Contents" not in transcript
    assert list(shown.glob("*.png")) and not list(shown.glob("*contents*"))


def test_headings_of_nothing_to_see_are_not_listed(make):
    body = "".join(f"## {heading}\n\n{PARAGRAPH}\n\n" for heading in ["First", "&#8207;", "Second", "Third"])
    made = make(body, "--format", "large")
    assert made.status == 0, made.err
    found = [words(heading) for _, heading, _ in entries(pdf.Document(made.pdf("sample", "-large")))]
    assert found == ["First", "Second", "Third", labels.of(SHORT)["contact_heading"]]


def test_a_heading_without_glyphs_is_an_error(make):
    body = "".join(f"## {heading}\n\n{PARAGRAPH}\n\n" for heading in ["First", "\ue000", "Second", "Third"])
    made = make(body, "--format", "large")
    assert made.status == 1 and made.rules("error") == ["glyph-missing"], made.err
