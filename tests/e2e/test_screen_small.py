"""A 10-inch panel that is read from 1 m has four lines: what belongs together shares a screen."""

import pytest

import clinics
import labels
import program
from conftest import PICTURES
from test_screen_room import lines_of, slides

SMALL = "screen: {diagonal_in: 10, distance_m: 1}\n"
CAPTION = "The MRI scanner, a wide tube with a flat bed in front of it"


def show(tmp_path, body, **options):
    content = program.write_content(tmp_path / "content", {"sample": program.article(body, **options)}, clinic=clinics.BUSY, style=SMALL, files=PICTURES)
    return slides(program.render(content, tmp_path / "out", "--format", "screen"))


@pytest.mark.parametrize("lang", ["en-US", "es"])
def test_short_days_share_a_screen(tmp_path, lang):
    """Below their topic: the sign that they are parted by needs little room."""
    found = show(tmp_path, "Words.", lang=lang)
    holidays = labels.of(f"lang: {lang}")["holidays_short"]
    (shared,) = [lines_of(slide) for slide in found if holidays.lower() in slide["text"].lower()]
    assert shared[0] == labels.of(f"lang: {lang}")["contact_heading"] and len(shared) >= 4, shared


def test_short_items_share_a_screen(tmp_path):
    found = show(tmp_path, "## Our therapies\n\n- TMS therapy\n- Medication management\n- Talking therapy\n")
    (shared,) = [slide for slide in found if "TMS" in slide["text"]]
    assert sum("C" in mark["d"] and mark["role"] == "accent" for mark in shared["marks"]) == 3, "a disc each"
    assert lines_of(shared)[-1] == "Talking therapy"


def test_a_caption_follows_its_picture_as_if_it_stood_below(tmp_path):
    """No heading comes between them, and no part of a section goes on there: it has the ground of
    the band below a picture, and neither spine nor tiles."""
    words = "Most people come five days a week for six weeks. The room in which you sit is bright, and quiet."
    found = show(tmp_path, f"## How it goes\n\n{words}\n\n![{CAPTION}](photo.jpeg)\n")
    at = next(n for n, slide in enumerate(found) if slide["images"])
    picture, caption = found[at], found[at + 1]
    assert CAPTION in " ".join(caption["text"].split()) and "goes" not in caption["text"]
    assert (picture["ground"], caption["ground"]) == ("deep", "deep") and caption["marks"] == []
    assert sum(slide["ground"] == "deep" for slide in found if "days a week" in slide["text"]) == 0


def test_a_caption_by_itself_stands_where_the_eye_looks(tmp_path):
    found = show(tmp_path, "## How it goes\n\nWords.\n\n![A nurse places the coil above the patient's left ear](photo.jpeg)\n")
    words, picture, caption = found[1:4]
    assert "How it goes" in " ".join(lines_of(words)), "no picture takes its room"
    assert picture["images"] and "nurse" in caption["text"]
    first, *_, last = [line["y"] for line in caption["lines"]]
    assert first + last == pytest.approx(1080, abs=200), (first, last)


def test_where_a_code_leads_is_not_parted_at_a_hyphen(tmp_path):
    """Letters in which two lines hold all of it are too large if they part the host."""
    (code,) = [slide for slide in show(tmp_path, "Words.") if "Scan to open" in slide["text"]]
    assert lines_of(code) == ["Scan to open", "riverside-health.example"]
