"""In each browser of a display: what a page's policy refuses is refused and told, the focus is never lost on the
way, and Arabic is turned in its own direction."""

import pytest

import engines
import recorder

PAGES = ["index.html", "topics.html", "all-topics.html", "read-visit.html", "read-visit.ar.html", "transcript.html"]
PLANT = """
const script = document.createElement('script'), image = document.createElement('img');
script.textContent = 'window.planted = true';
image.src = 'http://127.0.0.1:9/outside.png';
document.body.append(script, image);"""
LOST = "return window.lost"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("rules")
    return recorder.record(engines.lobby(base, heard=True), base / "recorded")


@pytest.fixture(autouse=True)
def silent(engine):
    """What a test has refused on purpose is no complaint for those after it."""
    yield
    if engine.name == "Chromium":
        engine.page.errors()


def open_page(engine, lobby, page):
    engine.open(f"{(lobby / page).as_uri()}?{'wall=1' if page == 'index.html' else 'kiosk=1'}", wait=page != "transcript.html")


@pytest.mark.sample(1, 1)
def test_nothing_of_its_own_is_refused_and_all_else_is(engine, made):
    """While a page comes and while it is used; what is planted in it is told by the same notes."""
    for page in PAGES:
        open_page(engine, made, page)
        for name in ("size", "palette", "language", "listen", "next", "transcript", "onward"):
            engine.js(f"document.getElementById('{name}')?.click()")
        engine.js("document.querySelectorAll('dialog[open]').forEach((one) => one.close())")
        if page != "transcript.html":
            engine.wait(2)
        assert engine.js("return window.refused") == [], page
        engine.js(PLANT)
        engine.until("return window.refused.length === 2")
        assert sorted(engine.js("return window.refused.map((one) => one.split(' ')[0])")) == ["img-src", "script-src-elem"], page
        assert engine.js("return window.planted") is None


def enter(engine, name):
    engine.js(f"document.getElementById('{name}').focus()")
    engine.press("Enter")


def answer(engine, seconds):
    """Nobody is there for so long; then somebody is."""
    engine.wait(seconds)
    engine.until("return document.getElementById('idle').open")
    engine.press("Enter")
    engine.until("return !document.getElementById('idle').open")


def close_languages(engine):
    engine.until("return document.getElementById('languages').open")
    engine.js("document.getElementById('languages').close()")
    engine.until("return document.activeElement.id === 'language'")


def walk_article(engine):
    """All parts to what is taken home and back, then once more while it speaks."""
    enter(engine, "language")
    close_languages(engine)
    enter(engine, "size")
    enter(engine, "palette")
    for key in ("Right", "Left"):
        for _ in range(engine.js("return parts.count()")):
            engine.press(key)
            assert engine.js(LOST) == [], key
    enter(engine, "listen")
    enter(engine, "listen-pause")
    engine.press("Escape")
    engine.until("return document.getElementById('speaking').hidden && document.activeElement.id === 'listen'")
    engine.press("Right")
    answer(engine, 121)


def walk_topics(engine):
    for name in ("size", "palette", "size", "size"):
        enter(engine, name)
    enter(engine, "language")
    close_languages(engine)
    answer(engine, 121)


def walk_slides(engine):
    """The show, all its words, and the show again."""
    for name in ("next", "rotation", "previous", "palette", "size"):
        enter(engine, name)
        engine.wait(1)
    enter(engine, "transcript")
    engine.until("return reading.isOpen")
    engine.press("Tab")
    enter(engine, "transcript")
    engine.until("return !reading.isOpen")
    enter(engine, "language")
    close_languages(engine)
    answer(engine, 121)


@pytest.mark.sample(4)
@pytest.mark.parametrize("page, walk", [("read-visit.html", walk_article), ("topics.html", walk_topics), ("all-topics.html", walk_topics), ("index.html", walk_slides)])
def test_the_focus_never_falls_to_the_body(engine, made, page, walk):
    open_page(engine, made, page)
    walk(engine)
    assert engine.js(LOST) == []
    assert engine.js("return document.activeElement !== document.body")
    # More than once, for a browser may still bring back the focus that the last dialog had taken.
    engine.until("document.activeElement.blur(); return window.lost.length > 0")


@pytest.mark.sample(1, 2)
def test_arabic_is_turned_in_its_direction(engine, made):
    open_page(engine, made, "read-visit.ar.html")
    assert engine.js("return parts.count()") > 2
    for key, part in (("Left", 1), ("Left", 2), ("Right", 1), ("Right", 0), ("Right", 0)):
        engine.press(key)
        engine.until(f"return parts.current === {part}")


SWIPE = """
const stage = document.getElementById('stage');
const touch = (kind, x) => stage.dispatchEvent(new PointerEvent(kind, { bubbles: true, isPrimary: true, pointerType: 'touch', clientX: x, clientY: 500 }));
touch('pointerdown', 960);
touch('pointerup', 960 + (%d));
"""


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang, forth", [("en-US", -1), ("ar", 1)])
def test_slides_are_turned_in_the_direction_of_their_language(engine, made, lang, forth):
    """With a finger as with the arrows: onward is to the left in English and to the right in Arabic."""
    open_page(engine, made, "index.html")
    engine.js(f"player.setLanguage('{lang}')")
    engine.until(f"return document.documentElement.lang.startsWith('{lang[:2]}')")
    seen = [engine.js("return memory.get('slide')")]
    onward, back = (("Left", "Right"), ("Right", "Left"))[forth < 0]
    moves = [lambda: engine.press(onward), lambda: engine.js(SWIPE % (400 * forth)), lambda: engine.press(back), lambda: engine.js(SWIPE % (-400 * forth))]
    for move in moves:
        engine.wait(1)
        move()
        engine.until(f"return memory.get('slide') !== '{seen[-1]}'")
        seen.append(engine.js("return memory.get('slide')"))
    assert seen[0] == seen[4] and seen[1] == seen[3] and seen[0] != seen[2]
