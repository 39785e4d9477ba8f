"""What a visitor reads and touches, as numbers in each browser of a display: every text against what is behind it,
and every key as large as a finger, in all colours and at all sizes, with every question that is asked."""

import pytest

import engines
import sight

PAGES = ["topics.html", "all-topics.html", "read-visit.html", "read-visit.ar.html", "index.html"]
PALETTES = {"light", "night", "contrast"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("sight"), heard=True)


def open_page(engine, made, page):
    engine.open(f"{(made / page).as_uri()}?{'wall=1' if page == 'index.html' else 'kiosk=1&printer=1'}")


def views(engine, page):
    """All that the page shows in turn: its parts, then each of its dialogs. Of the show its bar alone: slides stand on
    drawings, and are measured as such."""
    if page == "index.html":
        engine.press("Tab")
        engine.js("document.getElementById('stage').style.visibility = 'hidden'")
    for number in range(engine.js("return parts.count()") if page.startswith("read-") else 1):
        if page.startswith("read-"):
            engine.js(f"parts.show({number})")
        yield number
    for dialog in ("languages", "idle"):
        engine.js(f"document.getElementById('{dialog}')?.showModal()")
        yield dialog
        engine.js(f"document.getElementById('{dialog}')?.close()")


@pytest.mark.sample(3, 2)
@pytest.mark.parametrize("page", PAGES)
def test_every_text_stands_out(engine, made, page):
    open_page(engine, made, page)
    seen = set()
    for _ in PALETTES:
        seen.add(engine.js("return document.documentElement.dataset.palette"))
        for view in views(engine, page):
            assert sight.contrasts(engine) == [], (engine.js("return document.documentElement.dataset.palette"), view)
        engine.js("document.getElementById('palette').click()")
    assert seen == PALETTES
    engine.js("document.querySelector('#size .words').style.color = 'rgb(118, 118, 118)'")
    assert sight.contrasts(engine) != []


@pytest.mark.sample(3)
@pytest.mark.parametrize("page", PAGES)
def test_every_key_is_as_large_as_a_finger(engine, made, page):
    open_page(engine, made, page)
    engine.js("document.getElementById('listen')?.click()")
    for _ in range(3 if page == "index.html" else 4):
        for view in views(engine, page):
            assert sight.small(engine) == [], (engine.js("return document.documentElement.dataset.size"), view)
        engine.js("document.getElementById('size').click()")
    engine.js("document.getElementById('size').style.cssText = 'max-height: 40px; min-height: 0; height: 40px'")
    assert sight.small(engine) != []
