"""The scale of white space, measured from finished pages, in all sizes: each space between two parts of a handout. [pt]

Words are measured by their baselines, which cancels how far a line's box reaches above and below them, and shapes by their
ink. Pages have room left over here, which makes spaces wider; with a picture they are as they are.
"""

import dataclasses

import numpy
import pytest

import folding
import pdf
import program
from conftest import picture

DPI = 144
HEIGHT = 792
PICTURE = {"bed.png": picture("PNG", size=(400, 300))}
WIDE = 1.3


@dataclasses.dataclass(frozen=True)
class Size:
    """Of the sheet of measures: letters of body text and headings, leading, and what spaces are multiplied by."""

    body: float
    heading: float
    leading: float
    factor: float

    @property
    def line(self):
        return self.body * 1.06 * self.leading

    @property
    def head(self):
        return self.heading * 1.06 * 1.22


SIZES = {"": Size(14, 18, 1.43, 1), "-large": Size(18, 23, 1.41, 1.15), "-giant": Size(24, 30, 1.4, 1.3)}
PARAGRAPH, ITEM, NUMBER, BEFORE_HEAD, AFTER_HEAD, AROUND, BELOW_TITLE = 8, 7, 9, 22, 7, 20, 4
TABLE = "| Week | Dose |\n|---|---|\n| 1 | 5 mg |\n| 2 | 10 mg |"
PIECES = {
    "note": (WIDE, "> Come early."),
    "warning": (WIDE, "> [!WARNING]\n> Do not drive."),
    "table": (WIDE, TABLE),
    "picture": (1, "![A bed](bed.png)"),
}


def page_of(tmp_path, suffix, body):
    """Baselines of the words of a page, by these words, and its rows of pixels in grey."""
    article = program.article(body, front="kind: article\n")
    content = program.write_content(tmp_path / "content", {"sample": article}, "name: Oak Lane Clinic\n", "slip: never\n", PICTURE)
    made = program.render(content, tmp_path / "out", "--format", suffix[1:] or "standard")
    assert made.status == 0, made.err
    document = pdf.Document(made.pdf("sample", suffix))
    rows = numpy.asarray(folding.rasters(made.pdf("sample", suffix), DPI, tmp_path)[0]).astype(int)
    return {run.text.strip(): HEIGHT - run.y for run in document.pages[0].runs if run.node}, rows


def shape(rows, top, foot):
    """Upper and lower edge of what has ink between two heights of the page, beside the words."""
    scale = DPI / 72
    across = rows[round(top * scale) : round(foot * scale), round(64 * scale) : round(140 * scale)]
    inked = numpy.flatnonzero((across < 252).any(axis=1))
    return top + inked[0] / scale, top + (inked[-1] + 1) / scale


@pytest.mark.parametrize("suffix", SIZES)
def test_words_have_the_spaces_of_the_measures(tmp_path, suffix):
    size = SIZES[suffix]
    at, _ = page_of(tmp_path, suffix, "First.\n\nSecond.\n\n## Head\n\nBelow.\n\n- one\n- two\n\nAfter.")
    found = {
        "paragraphs": at["Second."] - at["First."] - size.line,
        "around a heading": at["Below."] - at["Second."] - size.line - size.head,
        "above a list": at["one"] - at["Below."] - size.line,
        "items": at["two"] - at["one"] - size.line,
        "below a list": at["After."] - at["two"] - size.line,
    }
    wanted = {"paragraphs": PARAGRAPH, "around a heading": BEFORE_HEAD + AFTER_HEAD, "above a list": PARAGRAPH, "items": ITEM, "below a list": PARAGRAPH}
    assert found == {kind: pytest.approx(WIDE * size.factor * space, rel=0.04, abs=0.1) for kind, space in wanted.items()}


@pytest.mark.parametrize("suffix", SIZES)
def test_numbered_steps_stand_farther_apart(tmp_path, suffix):
    size = SIZES[suffix]
    at, _ = page_of(tmp_path, suffix, "First.\n\n1. one\n2. two\n3. three\n")
    assert at["two"] - at["one"] - size.line == pytest.approx(WIDE * size.factor * NUMBER, rel=0.04)


@pytest.mark.parametrize("piece, suffix", [(piece, suffix) for piece in PIECES for suffix in SIZES if (piece, suffix) != ("table", "-giant")])
def test_what_stands_by_itself_is_set_apart(tmp_path, piece, suffix):
    """Panels, tables and pictures, by the space above and below; giant print has cards for tables."""
    size, (wide, markdown) = SIZES[suffix], PIECES[piece]
    at, rows = page_of(tmp_path, suffix, f"Open.\n\n{markdown}\n\nHome.")
    top, foot = shape(rows, at["Open."] + 0.3 * size.body, at["Home."] - size.body)
    around = at["Home."] - at["Open."] - size.line - (foot - top)
    assert around == pytest.approx(wide * size.factor * 2 * AROUND, rel=0.04)


@pytest.mark.parametrize("suffix", ["", "-large"])
def test_a_table_is_close_to_its_title(tmp_path, suffix):
    size = SIZES[suffix]
    at, rows = page_of(tmp_path, suffix, f"Open.\n\n## Doses\n\n{TABLE}\n\nHome.")
    top, foot = shape(rows, at["Doses"] + 0.4 * size.heading, at["Home."] - size.body)
    spaces = at["Home."] - at["Open."] - size.line - size.head - (foot - top)
    assert spaces == pytest.approx(WIDE * size.factor * (BEFORE_HEAD + BELOW_TITLE + AROUND), rel=0.04)


def test_key_points_and_boxes_have_spaces_of_their_own(tmp_path):
    front = 'kind: article\nkey_points: ["one point", "two points"]\n'
    article = program.article("Open.\n\n## Call us if you have\n\n- [ ] a rash\n- [ ] a fever\n", front=front)
    content = program.write_content(tmp_path / "content", {"sample": article}, "name: Oak Lane Clinic\n")
    made = program.render(content, tmp_path / "out", "--format", "standard")
    at = {run.text.strip(): HEIGHT - run.y for run in pdf.Document(made.pdf("sample")).pages[0].runs if run.node}
    assert at["two points"] - at["one point"] - SIZES[""].line == pytest.approx(7, abs=0.5)
    assert at["a fever"] - at["a rash"] - SIZES[""].line == pytest.approx(9, abs=0.5)
