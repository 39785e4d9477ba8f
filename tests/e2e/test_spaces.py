"""White space of handouts, measured from baseline to baseline, against the sheet of measures. [pt]"""

import pytest

import clinics
import pdf
import program

BODY = """\
First.

Second.

## Head

Text.

- one
- two

After.

> [!NOTE]
> In a note.

Behind.
"""
# What is left of white space, at least, and the leading of the body, when paper is short.
TIGHT, SHORT_LEADING = 0.5, 1.35
BODY_SIZE, LEADING, HEAD = 14.84, 1.43, 19.08 * 1.22
LINE = BODY_SIZE * LEADING
PARAGRAPHS, ITEMS, BEFORE_HEAD, AFTER_HEAD, PANEL, PAD = 8, 7, 22, 7, 20, 12
NOTE_HEAD = 16.96 * 1.25
WIDE = 1.3


def baselines(tmp_path, clinic, body=BODY):
    article = program.article(body, front="kind: article\n")
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinic)
    made = program.render(content, tmp_path / "out", "--format", "standard")
    document = pdf.Document(made.pdf("sample"))
    assert len(document.pages) == 1
    return {run.text.strip(): 792 - run.y for run in document.runs if run.node}


def test_a_page_with_room_has_the_spaces_of_the_measures(tmp_path):
    """As many times as much as room that is left over may make them."""
    at = baselines(tmp_path, "name: Oak Lane Clinic\n")
    assert at["Second."] - at["First."] - LINE == pytest.approx(WIDE * PARAGRAPHS, abs=0.2)
    assert at["Text."] - at["Second."] - LINE - HEAD == pytest.approx(WIDE * (BEFORE_HEAD + AFTER_HEAD), abs=2)
    assert at["two"] - at["one"] - LINE == pytest.approx(WIDE * ITEMS, abs=0.2)
    assert at["After."] - at["two"] - LINE == pytest.approx(WIDE * PARAGRAPHS, abs=0.2)
    inside = at["In a note."] - at["Note"]
    around = at["Behind."] - at["After."] - inside - LINE
    assert around == pytest.approx(2 * WIDE * PANEL + 2 * PAD + NOTE_HEAD, abs=3)


def test_a_full_page_gives_up_spaces_evenly_and_no_size(tmp_path):
    """Each is a part of what it was, none less than half of it."""
    at = baselines(tmp_path, clinics.BUSY + "verified_on: 2026-11-20\n")
    line = BODY_SIZE * SHORT_LEADING
    shares = [
        (at["Second."] - at["First."] - line) / PARAGRAPHS,
        (at["two"] - at["one"] - line) / ITEMS,
        (at["Text."] - at["Second."] - line - HEAD) / (BEFORE_HEAD + AFTER_HEAD),
    ]
    assert min(shares) >= TIGHT and max(shares) < 1
    assert max(shares) - min(shares) <= 0.1


def test_left_edges_and_the_foot(tmp_path):
    """Words stand at 60, items 18 farther in; the foot's baseline is where all pages have it."""
    article = program.article(BODY, front="kind: article\n")
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinics.BUSY)
    made = program.render(content, tmp_path / "out", "--format", "standard")
    (page,) = pdf.Document(made.pdf("sample")).pages
    left = {run.text.strip(): run.x for run in page.runs}
    assert [round(left[word], 1) for word in ("First.", "Head", "one", "After.", "Contact us")] == [60, 60, 78, 60, 60]
    (number,) = [run for run in page.runs if run.text.startswith("Page 1")]
    assert 792 - number.y == pytest.approx(752, abs=1) and number.x + number.width == pytest.approx(552, abs=1)
