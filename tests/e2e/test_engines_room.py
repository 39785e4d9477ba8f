"""No word is lost where a viewer needs other letters, in any browser of a display: with the spacing of WCAG
1.4.12, at 200 % and 400 %, in a window of 320 px. By the places of all words on the screen."""

import pytest

import engines
import geometry
import soak
import test_player_heals

# The whole screen, 200 % and 400 % of a 1080p screen, and the width that WCAG 1.4.10 asks for (WebKitGTK's own window is never so narrow).
WINDOWS = {"whole": (1920, 1080), "200 %": (960, 540), "400 %": (480, 270), "320 px": (320, 568)}
PAGES = ["topics.html", "all-topics.html", "read-visit.html", "read-visit.ar.html", "transcript.html", "index.html"]
WAYS = soak.sample([(size, is_spaced) for is_spaced in (False, True) for size in WINDOWS], 5)
REFIT = "window.dispatchEvent(new Event('resize'));"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("room"))


def open_page(engine, lobby, page, size):
    engine.window(*WINDOWS[size])
    engine.open(f"{(lobby / page).as_uri()}?{'wall=1' if page == 'index.html' else 'kiosk=1'}", wait=page != "transcript.html")


def assert_whole(engine, number=0):
    lost = engine.js(geometry.LOST)
    assert not lost, (number, lost)


def turn_slide(engine, number):
    engine.wait(1)
    engine.js(f"player.turnTo({number})")
    engine.until("return document.querySelectorAll('.slide:not([hidden])').length === 1 && document.getAnimations().every((one) => one.playState === 'finished')")


def read_article(engine):
    """Each part, and each text of the article in one of them."""
    seen = set()
    for number in range(engine.js("return parts.count()")):
        engine.js(f"parts.show({number})")
        assert_whole(engine, number)
        seen |= set(engine.js(geometry.SEEN))
    engine.js("parts.showAll()")
    assert set(engine.js(geometry.ALL)) <= seen


@pytest.mark.sample(8)
@pytest.mark.parametrize("size, is_spaced", WAYS)
@pytest.mark.parametrize("page", PAGES)
def test_no_word_is_lost(engine, lobby, page, size, is_spaced):
    open_page(engine, lobby, page, size)
    if is_spaced:
        engine.js(test_player_heals.SPACING + REFIT)
    if page.startswith("read-"):
        read_article(engine)
        return
    for number in range(4 if page == "index.html" else 1):
        if page == "index.html":
            turn_slide(engine, number)
        assert_whole(engine, number)


def test_what_lies_over_or_beside_is_found(engine, lobby):
    """A word under another, under a picture, beside the window, cut off: each is told."""
    open_page(engine, lobby, "topics.html", "whole")
    assert_whole(engine)
    for place, fault, told in (
        (".hello h1", "margin-top: -90px", "over each other"),
        (".hello h1", "position: fixed; left: -60px", "beside the window"),
        (".hello h1", "max-width: 3em; overflow: hidden; white-space: nowrap", "cut off"),
        (".tile span", "margin-top: -80px", "under a picture"),
    ):
        engine.js(f"document.querySelector('{place}').style.cssText = '{fault}'")
        assert told in [found[0] for found in engine.js(geometry.LOST)], fault
        engine.js(f"document.querySelector('{place}').style.cssText = ''")
