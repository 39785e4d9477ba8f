"""Pages of every product are full: none is blank, and none ends early but for what stays in one piece."""

import functools

import numpy
import pytest

import clinics
import folding
import labels
import pdf
import program
import soak
from test_page_ends import ARABIC_LEAD, ARABIC_POINTS, ARABIC_SHEET, ARABIC_TITLE, GUIDE, SPANISH, SPANISH_TITLE, WAYS
from test_sheets import MEDICINE, PREPARE, QUESTIONS, SCANNER

CASES = program.ROOT / "tests/cases"
OWN = program.ROOT / "content"
MADE_BY = 'version: "1.2"\nreviewed: 2026-10-01\nreview_due: 2028-10-01\n'
POINTS = 'key_points: ["Take it once a day, at the same time.", "Do not stop suddenly. Call us first."]\n'
ARTICLES = {
    "prepare": program.article(PREPARE, title="Preparing for your MRI"),
    "prepare-es": program.article(SPANISH, title=SPANISH_TITLE, lang="es", front=POINTS),
    "prepare-ar": program.article(ARABIC_SHEET, title=ARABIC_TITLE, lang="ar", front=ARABIC_LEAD + ARABIC_POINTS),
    "medicine": program.article(MEDICINE, title="Starting sertraline: how to take it", front=POINTS + QUESTIONS + MADE_BY),
    "guide": program.article(GUIDE, title="Your guide", front=WAYS + QUESTIONS + MADE_BY),
    "own": (OWN / "treatment-resistance.md").read_text(),
} | {name: (CASES / name / "article.md").read_text() for name in ("structure", "tables", "callouts", "facts", "arabic", "german", "hebrew", "chinese")}
CLINICS = {"busy": clinics.BUSY + "verified_on: 2026-11-20\n", "own": (OWN / "clinic.yaml").read_text()}
SIZES = ("", "-large", "-giant")
WHOLE = {"Table", "Figure"}
FULL, HALF = 0.8, 0.5
# The grid of Letter paper, in points, which are pixels at that resolution: frame and text from left to right, where
# text begins and ends from the second page on, and what the rule above the foot is below the end of text (the line at
# the foot ends at 756 and is 17.6 high, the rule 6 above it).
DPI = 72
HEIGHT = 792
FRAME, TEXT = (36, 576), (60, 552)
TOP, BOTTOM = 78, 724
TO_RULE = 8
BLUR = 2  # pixels at the edge of a shape that are partly its own
OUTSIDE = 6  # beyond the frame: decoration that stands out
LINES = 42  # two of body text: words that begin lower have something above them
HEAD, FOOT = 50, 70  # running heads and feet, and on sheets that are folded what is near their edges, with its ticks
EDGE = 20  # of a page, a half or a panel
LINE = 10  # rows of ink, of one line of text at least
HIGHEST_FOOT = 132  # of several lines, from the end of text up


@functools.cache
def made(directory, clinic, article):
    articles, style = {"sample": ARTICLES[article]}, "not: [screen, html, text, braille]\n"
    content = program.write_content(directory / f"{clinic}-{article}", articles, CLINICS[clinic], style, SCANNER)
    result = program.render(content, directory / f"{clinic}-{article}-out")
    assert result.status == 0, result.err
    return result


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    return tmp_path_factory.mktemp("full")


EVERY = [(clinic, article) for clinic in CLINICS for article in ARTICLES]
SOME = soak.sample(EVERY, 4)


def ink(path, directory):
    return [folding.ink(page) for page in folding.rasters(path, DPI, directory)]


def used(rows):
    """The share of its room that a page uses, down to the rule above its foot."""
    rules = [y for y in range(BOTTOM - HIGHEST_FOOT, HEIGHT - FRAME[0]) if rows[y, TEXT[0] + BLUR : TEXT[1] - BLUR].all()]
    foot = rules[-1] if rules else BOTTOM + TO_RULE
    inked = numpy.flatnonzero(rows[TOP : foot - BLUR, FRAME[0] - OUTSIDE : FRAME[1] + OUTSIDE].any(axis=1))
    return (inked[-1] + 1) / (foot - TO_RULE - TOP) if len(inked) else 0


def begins_with_a_piece(page, rows):
    """With a picture or a box of decoration; or the first words, or those behind a heading, are in a table or a frame."""
    runs = [run for run in page.runs if run.node]
    if not runs:
        return True
    above = HEIGHT - max(run.y + run.size for run in runs)
    behind = next((run for run in runs if run.node.role not in ("H1", "H2", "H3")), runs[0])
    middles = [round(HEIGHT - run.y - run.size / 4) for run in (runs[0], behind)]  # half of an x-height above the baseline
    framed = [rows[y, FRAME[0] - BLUR : FRAME[0] + OUTSIDE].any() for y in middles]
    return above > TOP + LINES or any(framed) or bool({*runs[0].node.path, *behind.node.path} & WHOLE)


@pytest.mark.parametrize("clinic, article", SOME)
def test_pages_of_handouts_are_full(directory, tmp_path, clinic, article):
    """Down to what has to stay in one piece and begins the next page, or to the contact block, which ends
    the last; that page is over half full."""
    result = made(directory, clinic, article)
    contact = labels.of(ARTICLES[article])["contact_heading"]
    for suffix in SIZES:
        document = pdf.Document(result.pdf("sample", suffix))
        sheets = ink(result.pdf("sample", suffix), tmp_path)
        shares = [used(rows) for rows in sheets]
        for page, rows, share in zip(document.pages[1:], sheets[1:], shares):
            said = " ".join(run.node.text for run in page.runs[:12] if run.node)
            early = begins_with_a_piece(page, rows) or contact in said
            assert share > (HALF if early else FULL), (suffix, page.number)
        assert shares[-1] > HALF, suffix


@pytest.mark.parametrize("clinic, article", SOME)
def test_no_page_is_blank(directory, tmp_path, clinic, article):
    """Nor is a panel of a brochure, or a page of a booklet, on their sheets."""
    for path in made(directory, clinic, article).pdfs:
        parts = 3 if path.stem.endswith("-brochure") else 2 if path.stem.endswith("-booklet") else 1
        for page in ink(path, tmp_path):
            for part in numpy.array_split(page[HEAD:-FOOT], parts, axis=1):
                assert part[:, EDGE:-EDGE].any(axis=1).sum() > LINE, path.name
