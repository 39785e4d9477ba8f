"""What the player draws is what the PNG shows: the same grounds, shapes, pictures and words, seen
from where letters run together."""

import io

import numpy
import pytest
from PIL import Image

BLOCK = 24  # pixels of the panel that are seen as one
MOST = 30  # levels of 255 in which such a block may differ; grounds that are next to each other do so by 35


def seen(picture, panel):
    across, down = panel["w"] // BLOCK, panel["h"] // BLOCK
    whole = picture.convert("RGB").resize((panel["w"], panel["h"]), Image.BOX).crop((0, 0, across * BLOCK, down * BLOCK))
    return numpy.asarray(whole.resize((across, down), Image.BOX)).astype(int)


def difference(player, path, panel):
    """The levels by which each block differs, once the window has been painted in its new size."""
    with Image.open(path) as picture:
        wanted = seen(picture, panel)
    for _ in range(10):
        player.settle()
        drawn = Image.open(io.BytesIO(player.driver.get_screenshot_as_png()))
        off = numpy.abs(seen(drawn, panel) - wanted).max(axis=2)
        if off.max() <= MOST:
            break
    return off


def check_slides(player, show, sections=None):
    for index, slide in enumerate(show.slides):
        if sections and slide["id"].split("/")[1] not in sections:
            continue
        player.turn_to(index)
        off = difference(player, show.directory / slide["src"], show.manifest["panel"])
        assert off.max() <= MOST, (slide["id"], off.max(), numpy.argwhere(off > MOST)[:3] * BLOCK)


@pytest.mark.sample(1, 2)
@pytest.mark.parametrize("name, window", [("signals", (1920, 1080)), ("signals", (3840, 2160)), ("portrait-signals", (1080, 1920))])
def test_signals_look_as_their_pictures_do(player, publish, name, window):
    """The mark of how long a screen still stands is quiet on their frames and bands as well."""
    show = publish(name)
    player.window(*window)
    player.open(show.url)
    signals = {"warning", "call-us-the-same-day-if-you-have"}
    assert signals <= {slide["id"].split("/")[1] for slide in show.slides}
    check_slides(player, show, signals)


@pytest.mark.sample(1)
@pytest.mark.parametrize("window", [(1920, 1080), (3840, 2160)])
def test_a_lying_panel_shows_what_the_picture_does(player, rich_show, window):
    player.window(*window)
    player.open(rich_show.url)
    check_slides(player, rich_show)


def test_a_standing_panel_shows_what_the_picture_does(player, portrait_show):
    """Pictures go below words there, and the spine over them."""
    player.window(1080, 1920)
    player.open(portrait_show.url)
    check_slides(player, portrait_show)


def test_every_line_is_seen_in_forced_colours(player, rich_show):
    """The browser must not paint the plate of one text over another."""
    player.media(forced_colors="active")
    player.window(1920, 1080)
    player.open(rich_show.url)
    places = "[...document.querySelectorAll('.slide:not([hidden]) .line')].map((line) => line.getBoundingClientRect().toJSON())"
    for index, slide in enumerate(rich_show.slides):
        player.turn_to(index)
        player.settle()
        drawn = numpy.asarray(Image.open(io.BytesIO(player.driver.get_screenshot_as_png())).convert("L")).astype(int)
        for line in player.js(f"return {places}"):
            part = drawn[max(0, int(line["top"])) : int(line["bottom"]) + 1, max(0, int(line["left"])) : int(line["right"]) + 1]
            assert part.size == 0 or part.max() - part.min() > 100, (slide["id"], line)
