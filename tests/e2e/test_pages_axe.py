"""axe-core on what visitors meet as they use it, in all colours, in their own, too: the pages, while one speaks and
what is taken home; the show and its bar, a picture that is missing; each question that is asked, as it is asked."""

import io
import shutil

import pytest
from PIL import Image

import engines

LOOKS = ["light", "night", "contrast", "forced colours"]
PAGES = ["topics.html", "all-topics.html", "read-visit.html"]
PATIENCE_S = 121
LINKED = "[...document.querySelectorAll('.slide:not([hidden]) a')]"
WORDS = """
return [...document.querySelectorAll('#controls .words')].filter((one) => one.offsetWidth > 0).map((one) => {
    const box = one.getBoundingClientRect();
    return [box.left + 4, box.top + 4, box.right - 4, box.bottom - 4].map(Math.round);
});
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("axe"), heard=True)


def open_in(player, url, look):
    """As a visitor has it who has chosen these colours, or whose display has its own."""
    player.media(**({"forced_colors": "active"} if look == "forced colours" else {}))
    player.open(url, wait=False)
    player.until(engines.IS_READY)
    for _ in range(LOOKS.index(look) % 3):
        player.js("document.getElementById('palette').click()")
    assert player.js("return document.documentElement.dataset.palette") == LOOKS[LOOKS.index(look) % 3]
    player.js("document.getElementById('size').click()")


def click(player, identifier):
    player.js("document.getElementById(arguments[0]).click()", identifier)


def check_questions(player):
    """Which language, and whether anybody is still there; each is answered."""
    click(player, "language")
    player.until("return document.getElementById('languages').open")
    assert player.axe() == []
    player.js("document.getElementById('languages').close()")
    player.advance(PATIENCE_S)
    assert player.js("return document.getElementById('idle').open")
    assert player.axe() == []
    player.js("document.querySelector('#idle .stay').click()")


def check_that_axe_looks(player):
    player.js("document.getElementById('size').setAttribute('aria-pressed', 'perhaps')")
    assert player.axe() != []


@pytest.mark.sample(4)
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("page", PAGES)
def test_axe_finds_nothing_on_pages(player, made, page, look):
    open_in(player, f"{(made / page).as_uri()}?kiosk=1&printer=1", look)
    assert player.axe() == []
    check_questions(player)
    if page.startswith("read-"):
        player.find("listen").click()  # a browser speaks to real fingers alone
        player.until("return voice.audio !== null && voice.audio.currentTime > 0")
        assert player.axe() == []
        assert player.js("return document.getElementById('speaking').checkVisibility()")
        click(player, "listen")
        player.js("parts.show(parts.count() - 1)")
        player.until("return document.getElementById('take').checkVisibility()")
        assert player.axe() == []
    check_that_axe_looks(player)


@pytest.fixture(scope="module")
def torn(made, tmp_path_factory):
    """A show whose pictures are gone."""
    lobby = shutil.copytree(made, tmp_path_factory.mktemp("torn") / "lobby")
    for picture in lobby.glob("images/*"):
        picture.unlink()
    return lobby


def turn_until(player, condition):
    for _ in range(player.js("return document.querySelectorAll('.slide').length") + 20):
        if player.js(f"return Boolean({condition})"):
            return
        player.turn()
    raise AssertionError(condition)


@pytest.mark.sample(1, 3)
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_in_the_show(player, torn, look):
    """With its bar, an address that is opened, and the words in the place of a picture."""
    open_in(player, f"{(torn / 'index.html').as_uri()}?wall=1", look)
    turn_until(player, f"{LINKED}.length")
    player.js(f"{LINKED}[0].click()")
    player.until("return document.getElementById('address').open")
    assert player.axe() == []
    player.js("document.getElementById('address').close()")
    turn_until(player, "document.querySelector('.slide:not([hidden]) .missing')")
    assert player.axe() == []
    click(player, "transcript")
    player.until("return reading.isOpen")
    assert player.axe() == []
    check_questions(player)
    check_that_axe_looks(player)


def shades(picture, box):
    """How far the lightest and the darkest of a place are apart."""
    low, high = picture.crop(box).getextrema()
    return high - low


def test_the_keys_can_be_read_in_forced_colours(player, made):
    """The plate that a browser lays behind words is none of the key's colours."""
    player.media(forced_colors="active")
    player.open(f"{(made / 'topics.html').as_uri()}?kiosk=1", wait=False)
    player.until(engines.IS_READY)
    player.js("document.getElementById('size').click()")
    assert player.js("return document.getElementById('size').getAttribute('aria-pressed')") == "true"
    seen = Image.open(io.BytesIO(player.driver.get_screenshot_as_png())).convert("L")
    boxes = player.js(WORDS)
    assert len(boxes) >= 5 and all(shades(seen, box) > 150 for box in boxes), [shades(seen, box) for box in boxes]
