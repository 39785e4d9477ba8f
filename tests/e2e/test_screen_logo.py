"""The clinic's logo on screens: where its name would stand, whole, and told to those who listen."""

import json

import pytest

import png
import program
from conftest import picture
from test_identity import ALT, STYLE, SVG
from test_screen_kinds import DEEP, EM, WHITE

CLINIC = "name: Riverside Health\ntelephone: +1 503 234 5678\n"
BARE = picture("PNG", size=(400, 120))


def show(folder, file=None, data=None, style="", **article):
    content = program.write_content(
        folder / "content",
        {"sample": program.article("Words.", front="kind: article\n", **article)},
        clinic=CLINIC,
        style=style + (STYLE.format(file, ALT) if file else ""),
        files={file: data} if file else {},
    )
    made = program.render(content, folder / "out", "--format", "screen")
    lobby = made.directory / "lobby"
    return lobby, json.loads((lobby / "manifest.json").read_text())["slides"]


def name_of(slide):
    [line] = [line for line in slide["lines"] if line["runs"][0]["text"] == "Riverside Health"]
    return line


@pytest.mark.parametrize("file, data, around", [("m.svg", SVG.encode(), 0.24), ("m.png", BARE, 0)], ids=["holes", "whole"])
def test_a_logo_stands_on_the_baseline_of_the_name(tmp_path, file, data, around):
    """1.2 em high without the white that one with holes lies on; on titles, and below the number to call."""
    baseline = name_of(show(tmp_path / "bare")[1][0])["y"]
    lobby, slides = show(tmp_path / "own", file, data)
    title, call = (slide for slide in slides if slide["images"])
    assert title is slides[0] and "5678" in call["text"]
    for slide in (title, call):
        [image] = slide["images"]
        assert image["h"] == pytest.approx((1.2 + 2 * around) * EM, abs=1)
        assert image["y"] + image["h"] - around * EM == pytest.approx(baseline, abs=0.5)
        assert image["x"] == pytest.approx(title["lines"][0]["x"], abs=0.5)
        pixels = png.pixels(lobby / slide["src"])
        left, top, middle = round(image["x"]), round(image["y"]), round(image["y"] + image["h"] / 2)
        assert tuple(pixels[middle, left - 2]) == DEEP
        assert (tuple(pixels[middle, left + 3]) == WHITE) == (around > 0)
        assert (tuple(pixels[top + 1, left + 1]) == DEEP) == (around > 0)  # outside of a round corner


def test_the_name_that_a_logo_stands_for_is_heard(tmp_path):
    _, slides = show(tmp_path, "m.svg", SVG.encode())
    assert slides[0]["images"][0]["alt"] == ALT and ALT in slides[0]["alt"] and "Riverside Health" in slides[0]["alt"]
    assert all(run["unseen"] for run in name_of(slides[0])["runs"])
    assert slides[-2]["images"][0]["alt"] == ""  # heard on other screens


def test_a_small_logo_is_never_more_than_twice_its_size(tmp_path):
    _, slides = show(tmp_path, "m.png", picture("PNG", size=(100, 30)))
    assert [round(slides[0]["images"][0][side]) for side in "wh"] == [200, 60]


def test_a_wide_logo_is_no_wider_than_its_line(tmp_path):
    _, slides = show(tmp_path, "m.png", picture("PNG", size=(1200, 40)), style="screen: {width: 1080, height: 1920}\n")
    image = slides[0]["images"][0]
    assert image["x"] + image["w"] <= 0.95 * 1080 + 0.5 and image["w"] / image["h"] == pytest.approx(30, rel=0.05)


def test_a_logo_stands_where_lines_start(tmp_path):
    _, slides = show(tmp_path, "m.svg", SVG.encode(), title="الاستعداد للفحص", lang="ar")
    image = slides[0]["images"][0]
    assert image["x"] + image["w"] == pytest.approx(1920 - 107.7, abs=1)
