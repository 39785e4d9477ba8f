"""axe-core on the pages of visitors as they are used: the list of all topics, while a page speaks, and each question
that is asked; in forced colours, too."""

import io

import pytest
from PIL import Image

import engines
import spoken

WORDS = """
return [...document.querySelectorAll('#controls .words')].filter((one) => one.offsetWidth > 0).map((one) => {
    const box = one.getBoundingClientRect();
    return [box.left + 4, box.top + 4, box.right - 4, box.bottom - 4].map(Math.round);
});
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("axe"), spoken.SPEECH)


@pytest.mark.parametrize("media", [{}, {"forced_colors": "active"}], ids=["light", "forced colours"])
@pytest.mark.parametrize("page", ["topics.html", "all-topics.html", "read-visit.html"])
def test_axe_finds_nothing(player, made, page, media):
    player.media(**media)
    player.open(f"{(made / page).as_uri()}?kiosk=1", wait=False)
    player.until(engines.IS_READY)
    assert player.axe() == []
    for dialog in player.js("return [...document.querySelectorAll('dialog')].map((one) => one.id)"):
        player.js(f"document.getElementById('{dialog}').showModal()")
        assert player.axe() == [], dialog
        player.js(f"document.getElementById('{dialog}').close()")
    if page.startswith("read-"):
        player.find("listen").click()
        player.until("return !document.getElementById('speaking').hidden")
        assert player.axe() == []
    player.js("document.getElementById('size').setAttribute('aria-pressed', 'perhaps')")
    assert player.axe() != []


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
