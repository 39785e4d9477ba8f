"""The browser's slides are the pictures: every mark and every letter stands where the picture has it, in its
colours."""

import io

import pytest
from PIL import Image, ImageChops, ImageFilter

import soak

SMALL = 640  # [px] pictures are compared in this width
NEIGHBOURS = 5  # [px] square in which browsers round the places of letters
NEAR = 24  # of 255: how far a colour may be from all that are near its place in the picture
MOST = 20  # [px] in all


def shrunk(data):
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    return picture.resize((SMALL, SMALL * picture.height // picture.width), Image.Resampling.BOX)


def strange(shown, expected):
    """Pixels of `shown` whose colour is nowhere near their place in `expected`."""
    least, most = expected.filter(ImageFilter.MinFilter(NEIGHBOURS)), expected.filter(ImageFilter.MaxFilter(NEIGHBOURS))
    beyond = ImageChops.lighter(ImageChops.subtract(least, shown), ImageChops.subtract(shown, most)).convert("L")
    return sum(beyond.histogram()[NEAR + 1 :])


def differing(player, show, window):
    """Slides that do not look as their pictures, with the pixels that differ."""
    player.window(*window)
    player.open(show.url)
    player.js("document.getElementById('progress').style.display = 'none'")
    found = {}
    for index, slide in soak.sample(enumerate(show.slides), 4):
        player.turn_to(index)
        assert player.slide["id"] == slide["id"] and player.layout == "panel"
        player.until("return [...document.querySelectorAll('.slide:not([hidden]) img')].every((image) => image.complete)")
        player.js("look.shift(0)")
        player.settle()
        shown, expected = shrunk(player.driver.get_screenshot_as_png()), shrunk((show.directory / slide["src"]).read_bytes())
        found[slide["id"]] = max(strange(shown, expected), strange(expected, shown))
    assert found
    return {key: count for key, count in found.items() if count > MOST}


def test_differences_are_seen(show):
    pictures = [shrunk((show.directory / slide["src"]).read_bytes()) for slide in show.slides[:3]]
    assert all(strange(a, b) > MOST for a in pictures for b in pictures if a is not b)


@pytest.mark.sample(2)
@pytest.mark.parametrize("name", ["clinic", "signals", "rich", "arabic", "hindi", "chinese"])
def test_slides_look_as_their_pictures(player, publish, name):
    assert differing(player, publish(name), (1920, 1080)) == {}


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", ["portrait", "portrait-signals"])
def test_portrait_slides_look_as_their_pictures(player, publish, name):
    assert differing(player, publish(name), (1080, 1920)) == {}


def test_slides_look_as_their_pictures_on_a_4k_display(player, publish):
    assert differing(player, publish("signals"), (3840, 2160)) == {}
