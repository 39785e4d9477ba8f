"""Tiles on screens: where nothing else stands, and nowhere where the clinic wants none."""

import re
import statistics

import numpy
import pytest

import lobby_show
import png
import program

BODY = "## A section\n\nSleep well.\n\n## A list\n\n- Read a book.\n- Go to bed early.\n\n## A table\n\n| A | B |\n|---|---|\n| 1 | 2 |\n"
PANEL = "screen:\n  width: {}\n  height: {}\n"


def tiles(slide):
    return [mark for mark in slide["marks"] if (mark.get("role") or "").startswith(("bright", "quiet")) and box(mark)[0] > 60]


def box(mark):
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", mark["d"])]
    return min(numbers[0::2]), min(numbers[1::2]), max(numbers[0::2]), max(numbers[1::2])


def slides(tmp_path, style):
    content = program.write_content(tmp_path / "content", {"one": program.article(BODY, "Sleep")}, style=style)
    result = program.render(content, tmp_path / "out", "--format", "screen")
    assert result.status == 0, result.err
    return lobby_show.manifest(result.directory / "lobby")["slides"]


@pytest.mark.parametrize("panel", [(1920, 1080), (1080, 1920), (3840, 2160)])
def test_nothing_stands_on_a_tile(tmp_path, panel):
    shown = slides(tmp_path, PANEL.format(*panel))
    side = min(panel) / 4
    assert len(tiles(shown[0])) >= 6 and {mark["role"] for mark in tiles(shown[0])} <= {"bright_1", "bright_2", "bright_3"}
    assert sum(len(tiles(slide)) > 0 for slide in shown) >= 3
    for slide in shown:
        if "table" in slide["id"] or "736 5000" in " ".join(lobby_show.seen_lines(slide)):
            assert not tiles(slide)
        for mark in tiles(slide):
            left, top, right, bottom = box(mark)
            assert right - left <= side + 1 and right <= panel[0] + 1 and bottom <= panel[1] + 1
            for line in slide["lines"]:
                apart = line["x"] + line["w"] <= left or line["y"] + 0.24 * line["size"] <= top or \
                    line["x"] >= right or line["y"] - 0.73 * line["size"] >= bottom
                assert apart, (slide["id"], mark, line)
    assert slides(tmp_path, PANEL.format(*panel)) == shown


def strays(page, slide):
    """How many pixels within the tiles' squares are neither a tile's, nor its ground's, nor of the edge between both."""
    ground = numpy.array(statistics.mode(map(tuple, page[::8, ::8].reshape(-1, 3).tolist())))
    found = 0
    for mark in tiles(slide):
        axis = numpy.array([int(mark["color"][at : at + 2], 16) for at in (1, 3, 5)]) - ground
        left, top, right, bottom = (round(edge) for edge in box(mark))
        off = page[top:bottom, left:right].reshape(-1, 3) - ground
        share = numpy.clip(off @ axis / (axis @ axis), 0, 1)
        found += int((numpy.abs(off - share[:, None] * axis).max(axis=1) > 4).sum())
    return found


@pytest.mark.parametrize("panel", [(1920, 1080), (1080, 1920)])
def test_no_pixel_on_a_tile_is_of_something_else(tmp_path, panel):
    content = program.write_content(tmp_path / "content", {"one": program.article(BODY, "Sleep")}, style=PANEL.format(*panel))
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    shown = [slide for slide in lobby_show.manifest(lobby)["slides"] if tiles(slide)]
    pages = [png.pixels(lobby / slide["src"]).astype(int) for slide in shown]
    assert len(shown) >= 3 and not any(strays(page, slide) for page, slide in zip(pages, shown))
    assert strays(numpy.roll(pages[0], panel[1] // 2, axis=0), shown[0]), "words would be seen there"


def test_who_wants_no_art_has_none(tmp_path):
    assert not any(tiles(slide) for slide in slides(tmp_path, "art: none\n"))


@pytest.mark.parametrize("panel", [(1920, 1080), (1080, 1920)])
def test_what_is_looked_up_stands_without(tmp_path, panel):
    """Where the clinic is and what it offers leaves room for tiles; numbers, hours and help in a crisis have none."""
    clinic = program.CLINIC + "  - Light therapy\n"
    content = program.write_content(
        tmp_path / "content", {"one": program.article(BODY, "Sleep")}, clinic=clinic, style=PANEL.format(*panel)
    )
    result = program.render(content, tmp_path / "out", "--format", "screen")
    shown = lobby_show.manifest(result.directory / "lobby")["slides"]
    for words, tiled in (("Light therapy", True), ("12 Harbour", True), ("736 5000", False)):
        (slide,) = [slide for slide in shown if words in " ".join(lobby_show.seen_lines(slide))]
        assert bool(tiles(slide)) == tiled, words
