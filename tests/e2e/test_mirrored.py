"""Handouts of languages that are written from right to left are mirrored: marks and art."""

import pytest

import clinics
import folding
import pdf
import program
from test_page_ends import ARABIC_SHEET, ARABIC_TITLE
from test_sheets import PREPARE, SCANNER

LETTER = (612, 792)  # [pt], which are pixels at this resolution
DPI = 72
ACCENT = (11, 74, 94)
TINT = (235, 241, 242)  # the eighth of it, on which titles stand
MARK = 39  # middle of the bar beside a heading, from the edge of the paper
EDGE = 44  # in the frame, and clear of its corners
TITLE = 110  # a row of the title's storey, below the top of the paper
SIZES = ("", "-large", "-giant")


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """What is read from the left, and from the right."""
    base = tmp_path_factory.mktemp("mirrored")
    articles = {
        "left": program.article(PREPARE.partition("![")[0], title="Preparing for your MRI"),
        "right": program.article(ARABIC_SHEET, title=ARABIC_TITLE, lang="ar"),
    }
    content = program.write_content(base / "content", articles, clinic=clinics.BUSY, files=SCANNER)
    made = program.render(content, base / "out", "--format", "standard,large,giant")
    assert made.status == 0, made.err
    return made


def near(pixel, color):
    return max(abs(a - b) for a, b in zip(pixel, color)) < 12


def sides(path, directory, rtl):
    """The pixels of the first page so that it reads from the left, and its first section's heading."""
    page = pdf.Document(path).pages[0]
    raster = folding.rasters(path, DPI, directory, gray=False)[0].convert("RGB")
    heading = max((run for run in page.runs if run.node and run.node.role == "H2"), key=lambda run: run.y)
    return (lambda x, y: raster.getpixel((LETTER[0] - 1 - x if rtl else x, y))), heading


@pytest.mark.parametrize("suffix", SIZES)
@pytest.mark.parametrize("name", ["left", "right"])
def test_the_bar_of_a_heading_stands_where_lines_begin(both, tmp_path, name, suffix):
    pixel, heading = sides(both.pdf(name, suffix), tmp_path, name == "right")
    y = round(LETTER[1] - heading.y - heading.size / 4)
    assert near(pixel(MARK, y), ACCENT) and near(pixel(LETTER[0] - 1 - MARK, y), (255, 255, 255))


def test_the_motif_is_at_the_end_of_the_title(both, tmp_path):
    """In large print, where both titles leave room for it."""
    for name in ("left", "right"):
        pixel, _ = sides(both.pdf(name, "-large"), tmp_path, name == "right")
        row = [pixel(x, TITLE) for x in range(EDGE, LETTER[0] - EDGE)]
        assert near(row[0], TINT) and not near(row[-1], TINT), name
