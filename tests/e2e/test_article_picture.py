"""The picture that an article's front matter names: beside the first words, on the cover of what is folded, on screens and
pages for the web."""

import json

import numpy
import pytest

import clinics
import folding
import pdf
import png
import program
from conftest import picture

ALT = "The scanner, a wide tube with a flat bed in front of it"
CREDIT = "Photo: Ana Lopez"
BODY = """\
An MRI takes pictures of the inside of your body. It does not hurt. It is loud.

## Before you come

- Tell us if you have a pacemaker, a cochlear implant or metal in your body.
- Take off jewelry, watches and hearing aids.
- You can eat and drink as usual.

## On the day

Come 20 minutes early. Bring your ID and your insurance card.
"""
HIGH, WIDE = (900, 1200), (1200, 800)


def front(**more):
    return "image:\n" + "".join(f"  {key}: {json.dumps(value)}\n" for key, value in {"file": "own.png", "alt": ALT, **more}.items())


@pytest.fixture
def show(tmp_path):
    def show(size=HIGH, formats="standard,large,giant,brochure,brochure-reading,booklet,screen,html", **more):
        article = program.article(BODY, "Preparing for your MRI", front=front(**more))
        content = program.write_content(
            tmp_path / "content", {"sample": article}, clinic=clinics.BUSY, files={"own.png": picture("PNG", size=size)}
        )
        return program.render(content, tmp_path / "out", "--format", formats)

    return show


def test_every_product_shows_it_once(show):
    made = show(credit=CREDIT)
    assert made.status == 0, made.err
    for suffix in ("", "-large", "-giant", "-brochure", "-brochure-reading", "-booklet"):
        root = pdf.Document(made.pdf("sample", suffix)).root
        assert [node.alt for node in root.find("Figure")].count(ALT) == 1, suffix
        assert [node.text for node in root.find("P", "Span") if node.text == CREDIT] == [CREDIT], suffix
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    assert [slide["id"] for slide in slides if ALT in slide["alt"]]
    page = (made.directory / "web/sample.html").read_text()
    assert page.count(f'alt="{ALT}"') == 1 and CREDIT in page


def blue(path, dpi, scratch):
    """Where the picture's own colour is, of each page."""
    return [
        (numpy.abs(numpy.asarray(page).astype(int) - (20, 90, 140)).max(axis=-1) < 24)
        for page in folding.rasters(path, dpi, scratch, gray=False)
    ]


def test_a_high_one_stands_beside_the_first_words(show, tmp_path):
    made = show(formats="standard", credit=CREDIT)
    document = pdf.Document(made.pdf("sample"))
    assert len(document.pages) == 1
    (page,) = blue(made.pdf("sample"), 72, tmp_path)
    rows, columns = numpy.nonzero(page)
    assert columns.max() in range(548, 554) and 161 <= numpy.ptp(columns) + 1 <= 194
    words = {run.node.text: run for run in reversed(document.pages[0].runs) if run.node}
    first = next(run for text, run in words.items() if text.startswith("An MRI"))
    assert abs(rows.min() - (792 - first.y - first.size)) < 8
    assert first.x + first.width < columns.min()
    credit = words[CREDIT]
    assert 4 < 792 - credit.y - rows.max() < 24 and abs(credit.x - columns.min()) < 2


BLUE = (20, 90, 140)


def test_a_title_screen_has_it_where_lines_end(show):
    made = show(formats="screen")
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    assert [n for n, slide in enumerate(slides) if slide["images"]] == [0], "once"
    seen = (png.pixels(made.screens[0]) == BLUE).all(axis=2)
    rows, columns = numpy.nonzero(seen)
    assert numpy.ptp(rows) == 1079 and columns.max() == 1919 and 760 < numpy.ptp(columns) < 830
    lines = slides[0]["lines"]
    assert max(line["x"] + line["w"] for line in lines) < columns.min() - 0.5 * 104
    assert lines[0]["runs"][0]["text"].startswith("Preparing") and slides[0]["alt"].endswith(ALT)


def test_a_title_screen_leaves_one_with_a_credit_to_its_own(show):
    made = show(formats="screen", credit=CREDIT)
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    assert not slides[0]["images"] and [slide for slide in slides if slide["images"] and CREDIT in " ".join(slide["text"].split())]


def cover(page):
    """The panel that is seen first, and the lowest third of it."""
    return page[:, round(page.shape[1] * 0.68) :]


@pytest.mark.parametrize("fit, size, filled", [("whole", WIDE, False), ("cover", WIDE, True), ("cover", HIGH, True)])
def test_covers_have_it_in_the_place_of_a_motif(show, tmp_path, fit, size, filled):
    """Whole on a quiet ground, or over all of the place."""
    made = show(size, formats="brochure", fit=fit)
    front_page = cover(blue(made.pdf("sample", "-brochure"), 72, tmp_path)[0])
    rows, columns = numpy.nonzero(front_page)
    assert numpy.ptp(columns) > 200
    assert (rows.max() > 570) == filled
    assert not filled or numpy.ptp(rows) >= 198


@pytest.mark.parametrize(
    "given, said",
    [
        ("  alt: A tube\n", "'image' names no 'file'"),
        ("  file: own.png\n", "the picture 'own.png' has no words for those who cannot see it: write 'alt:'"),
        ("  file: own.png\n  alt: A tube\n  fit: wide\n", "'wide' is no fit: choose 'whole' or 'cover'"),
        ("  file: none.png\n  alt: A tube\n", "the picture 'none.png' is not there"),
    ],
)
def test_what_is_amiss_is_said(tmp_path, given, said):
    article = program.article(BODY, front="image:\n" + given)
    files = {"own.png": picture("PNG", size=HIGH)}
    content = program.write_content(tmp_path / "content", {"sample": article}, files=files)
    made = program.render(content, tmp_path / "out", "--format", "standard")
    assert made.status == 1 and said in made.err


def test_a_credit_that_would_be_higher_than_its_picture_is_an_error(show):
    assert show(formats="brochure,booklet", credit="By " + "a" * 97 + " " + "b" * 99).status == 0
    made = show(credit="Under a licence whose words take many lines, " * 6)
    assert made.status == 1 and "at most 200 stand below a picture" in made.err


def test_a_heading_beside_a_picture_stays_with_what_it_is_of(tmp_path):
    """Also when it is the last of the words there, and the picture goes on below it."""
    table = "| A | B |\n|---|---|\n" + "| Rest | 5 minutes |\n" * 9
    articles = {
        f"n{above}-{beside}": program.article(
            "Rest well.\n\n" * above + f"## First\n\n![A high picture](high.png)\n\n{'The nurse places the coil. ' * beside}\n\n## Second\n\n{table}"
        )
        for above in range(4, 14)
        for beside in (8, 10, 12)
    }
    content = program.write_content(tmp_path / "content", articles, files={"high.png": picture("PNG", size=HIGH)})
    made = program.render(content, tmp_path / "out", "--format", "standard")
    for name in articles:
        root = pdf.Document(made.pdf(name)).root
        (heading,) = [node for node in root.find("H2") if node.text == "Second"]
        (table,) = root.find("Table")
        assert heading.pages == table.pages[:1], name


def test_words_beyond_another_picture_are_not_reckoned_to_stand_beside_one(tmp_path):
    steps = "\n\n".join(f"## Step {n}\n\n![Step {n}](high.png)\n\nIt takes {n} minutes." for n in (1, 2, 3))
    content = program.write_content(tmp_path / "content", {"sample": program.article(steps)}, files={"high.png": picture("PNG", size=HIGH)})
    made = program.render(content, tmp_path / "out", "--format", "standard")
    document = pdf.Document(made.pdf("sample"))
    (first,) = [run for run in document.pages[0].runs if run.node and run.node.text == "It takes 1 minutes."]
    rows, _ = numpy.nonzero(blue(made.pdf("sample"), 72, tmp_path)[0][: round(792 - first.y)])
    assert rows.max() < 792 - first.y - first.size
    assert numpy.ptp(rows) > 100
