"""The back of a handout's last sheet: never blank, with lines to write on and the contact block last."""

import numpy
import pytest

import clinics
import folding
import labels
import pdf
import program
from test_full_pages import ARTICLES, CLINICS, SIZES, made
from test_page_ends import ARABIC_LEAD, ARABIC_POINTS, ARABIC_SHEET, ARABIC_TITLE, SPANISH, SPANISH_LEAD, SPANISH_TITLE

LINE = 450  # [pt] as wide as lines to write on are, at least
LEAST = 3  # lines below a text that are worth it
SENTENCE = "Each visit lasts about 20 to 40 minutes. You can drive home afterwards, and rest. "
CHECKED = clinics.BUSY + "verified_on: 2026-11-20\n"


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    return tmp_path_factory.mktemp("backs")


def lines(picture):
    """How far down hairlines stand that are as wide as text, in pixels, which are points."""
    dark = numpy.asarray(picture) < 235
    return [y for y in range(1, len(dark)) if dark[y, 62:550].sum() > LINE and dark[y - 1, 62:550].sum() < LINE]


@pytest.mark.sample(3)
@pytest.mark.parametrize("clinic", CLINICS)
@pytest.mark.parametrize("article", ["prepare", "medicine", "own"])
def test_sheets_are_printed_on_both_sides(directory, clinic, article):
    result = made(directory, clinic, article)
    counts = {suffix: len(pdf.Document(result.pdf("sample", suffix)).pages) for suffix in SIZES}
    assert {suffix: count for suffix, count in counts.items() if count > 1 and count % 2} == {}


@pytest.mark.sample(4)
@pytest.mark.parametrize("sentences", range(4, 60, 5))
def test_the_contact_block_ends_the_last_side(make, tmp_path, sentences):
    """Wherever the text ends. A side that nothing else is on has a heading for its lines, or goes on
    with those of the side before."""
    made = make("\n\n".join([SENTENCE * 4] * sentences), "--format", "standard,giant", clinic=CHECKED, style="slip: never\n")
    for suffix in ("", "-giant"):
        document = pdf.Document(made.pdf("sample", suffix))
        count = len(document.pages)
        assert count == 1 or count % 2 == 0
        (heading,) = [node for node in document.root.find("H2") if node.text.strip() == "Contact us"]
        assert heading.parent.pages[0] == heading.pages[0] == count - 1
        noted = [node.pages[0] for node in document.root.find("H2") if node.text.strip() == "My notes"]
        bare = [page.number for page in document.pages if not any(run.node for run in page.runs)]
        sides = folding.rasters(made.pdf("sample", suffix), 72, tmp_path)
        assert len(noted) <= 1
        for number in [*noted, *bare]:
            assert len(lines(sides[number])) >= LEAST, (suffix, number)


@pytest.mark.parametrize(
    "lang, body, title, front",
    [("es", SPANISH, SPANISH_TITLE, SPANISH_LEAD), ("ar", ARABIC_SHEET, ARABIC_TITLE, ARABIC_LEAD + ARABIC_POINTS)],
    ids=["es", "ar"],
)
def test_a_page_of_contact_facts_gives_up_its_head_to_hold_them_all(tmp_path, lang, body, title, front):
    article = program.article(body, title=title, lang=lang, front=front)
    made = program.render(program.write_content(tmp_path / "content", {"sample": article}, clinic=CHECKED), tmp_path / "out", "--format", "giant")
    assert "contact-split" not in made.rules("note"), made.err
    document = pdf.Document(made.pdf("sample", "-giant"))
    (heading,) = [node for node in document.root.find("H2") if node.text.strip() == labels.of(f"lang: {lang}")["contact_heading"]]
    *_, before, last = document.pages
    assert set(heading.parent.pages) == {len(document.pages) - 1}
    heads = [[run.text for run in page.runs if run.artifact is not None and run.y > page.height - 72] for page in (before, last)]
    assert heads[0] and not heads[1]
    assert max(run.y + 0.7 * run.size for run in last.runs) <= last.height - 36


def test_lines_behind_a_slip_end_where_it_is_cut_off(tmp_path):
    made = program.render(program.ROOT / "content", tmp_path / "out", "--format", "standard")
    document = pdf.Document(made.pdf("treatment-resistance"))
    *_, front, back = folding.rasters(made.pdf("treatment-resistance"), 72, tmp_path)
    (slip,) = [node for node in document.root.find("H2") if node.text.startswith("Contact slip")]
    assert slip.pages == [len(document.pages) - 2]
    top = document.pages[slip.pages[0]].height - max(run.y + run.size for run in slip.runs)
    written = lines(back)
    foot = len(numpy.asarray(back)) - 80  # above the rule of the foot
    assert len([y for y in written if y < top]) >= LEAST
    assert not [y for y in written if top <= y < foot]
