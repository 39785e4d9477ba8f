"""Brochures as browsers read them, which know of no structure but what a page has."""

import pytest

import markdown
import pdfjs
import program
from conftest import CLINIC_SOURCE, PICTURES, SAMPLES
from leaflets import LEAD

ARTICLES = {
    "journey": CLINIC_SOURCE,
    "lead": program.article(
        "First words of it.\n\n## One section\n\nWhat stands first.\n\n## Another section\n\nWhat stands last.", title="Two sections", front=LEAD
    ),
    "arabic": SAMPLES["arabic"],
}


@pytest.fixture(scope="module")
def heard(chromium, tmp_path_factory):
    """The words of the reading edition and of the sheet, by article."""
    base = tmp_path_factory.mktemp("reading")
    made = program.render(program.write_content(base / "content", ARTICLES, files=PICTURES), base / "out", "--format", "brochure,brochure-reading")
    assert made.status == 0, made.err
    suffixes = ("-brochure-reading", "-brochure")
    found = pdfjs.texts(chromium, [made.pdf(name, suffix) for name in ARTICLES for suffix in suffixes], base / "served")
    pairs = [tuple(pages) for pages in zip(found[::2], found[1::2])]
    return dict(zip(ARTICLES, pairs))


def letters(text):
    """And digits: a cover shows a title and a subtitle without the colon between them."""
    return "".join(c for c in text if c.isalnum())


def places(name, pages):
    """Where the title and each paragraph, heading and item of the article begin."""
    source, words = ARTICLES[name], letters("".join(pages))
    wanted = [markdown.title(source), *(b.text for b in markdown.blocks(source, heard=True) if "Figure" not in b.roles)]
    return [words.find(letters(text)) for text in wanted]


@pytest.mark.parametrize("name", ARTICLES)
def test_browsers_read_the_reading_edition_in_order(heard, name):
    reading, _ = heard[name]
    found = places(name, reading)
    assert -1 not in found and found == sorted(found)
    assert len(reading) >= 3


def test_browsers_read_a_folded_sheet_by_its_sides(heard):
    """Which is why there is the other: on the outside the flap comes before what is inside."""
    _, sheet = heard["lead"]
    found = places("lead", sheet)
    assert -1 not in found and found != sorted(found)
    assert len(sheet) == 2
