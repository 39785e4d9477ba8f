"""How to reach the clinic, on panels of all kinds: facts are whole, and seen with what they belong to."""

import pytest

import clinics
import labels
import lobby_show
import png
import program

PANELS = {"landscape": "", "far": "screen: {diagonal_in: 75, distance_m: 6}\n", "upright": "screen: {width: 1080, height: 1920}\n"}
DEEP = (0x0B, 0x4A, 0x5E)
NUMBER = "+1 503 234 5678"


@pytest.fixture(scope="module")
def shows(tmp_path_factory):
    """The slides by panel and language, each with the file that shows it."""
    made = {}
    for panel, style in PANELS.items():
        for lang in ("en-US", "ar"):
            base = tmp_path_factory.mktemp(panel)
            content = program.write_content(base / "content", {"sample": program.article("## One\n\nWords.", lang=lang)}, clinic=clinics.BUSY, style=style or None)
            lobby = program.render(content, base / "out", "--format", "screen").directory / "lobby"
            made[panel, lang] = [(slide, lobby / slide["src"]) for slide in lobby_show.manifest(lobby)["slides"]]
    return made


def seen(slide):
    """Of each line: its words, and its baseline."""
    return [("".join(run["text"] for run in line["runs"] if not run.get("unseen")).strip(), line["y"]) for line in slide["lines"]]


@pytest.mark.parametrize("panel", PANELS)
def test_where_to_find_us_has_the_spine_of_a_section(shows, panel):
    found = [path for slide, path in shows[panel, "en-US"] if slide["title"].startswith("Riverside")]
    assert found
    for path in found:
        edge = png.pixels(path)[:, 1]
        assert (edge == DEEP).all(axis=1).any(), "some of it is present or past"


@pytest.mark.parametrize("panel", ["landscape", "far"])
def test_a_street_is_not_torn_to_be_larger(shows, panel):
    lines = [words for slide, _ in shows[panel, "en-US"] for words, _ in seen(slide)]
    assert any(words.startswith("4200 North Lamar Boulevard,") for words in lines), lines


def test_what_is_short_stands_beside_its_day_where_others_stand_below_theirs(shows):
    [at] = [dict(seen(slide)) for slide, _ in shows["upright", "en-US"] if "closed" in slide["text"]]
    assert at["Holidays"] == at["closed"]
    assert at["Saturday"] < at["9 am to 12 noon"]


def test_hours_that_one_screen_does_not_hold_keep_the_number_above_them(shows):
    said = labels.of("lang: ar")
    hours = [slide for slide, _ in shows["far", "ar"] if "8:30" in slide["text"] or said["closed"] in slide["text"]]
    assert len(hours) == 2, "one screen does not hold them"
    for slide in hours:
        assert NUMBER in slide["text"].replace("\u2066", "").replace("\u2069", ""), slide["text"]


def test_lines_of_a_text_hold_some_words(tmp_path):
    """However much room there is: letters so large that each held but two were hard to read."""
    words = "This guide tells you what to expect. Keep it, and bring it to each visit."
    content = program.write_content(tmp_path / "content", {"sample": program.article(f"{words}\n\n## More\n\nWords.")}, style=PANELS["upright"])
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    [slide] = [slide for slide in lobby_show.manifest(lobby)["slides"] if "expect" in slide["text"]]
    lines = [line for line, _ in seen(slide)]
    assert len(lines) - lines.index("This guide") <= 6, lines
