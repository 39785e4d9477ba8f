"""Every task of a visitor by keys alone, as with a keypad of Tab, Enter, Escape and arrows, in each browser of a
display: at a show on a wall, and at a display that begins with the topics."""

import pytest

import engines
import soak

FOCUSED = "document.activeElement.matches('{}')"
# Nobody answers a browser's dialog here: what it would print is told instead.
PRINTED = """
window.printed = [];
window.print = () => window.printed.push(location.pathname);
new MutationObserver(() => document.querySelectorAll('embed').forEach((frame) => { window.printed.push(frame.src); frame.remove(); }))
    .observe(document.body, { childList: true });"""
SPEAKS = "(voice.audio !== null && voice.audio.currentTime > 0.1 || document.getElementById('lost').textContent !== '')"


@pytest.fixture(scope="module", params=engines.NAMES if soak.WHOLE else ["Firefox", "WebKitGTK"])  # others walk in Chromium, too
def engine(request):
    return engines.start(request, request.param)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("walk"), heard=True)


def enter(engine, place, back=False):
    """Whoever reads the keys alone presses Tab until they are there, sees where they are, and presses Enter."""
    for _ in range(40):
        if engine.js("return " + FOCUSED.format(place)):
            break
        engine.press_back() if back else engine.press("Tab")
        assert engine.js("return document.activeElement !== document.body"), place
    else:
        raise AssertionError(place)
    ring = "const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 3"
    assert engine.js(ring), f"{place}: the focus is seen"
    engine.press("Enter")


def look(engine):
    return engine.js("return [document.documentElement.dataset.palette, document.documentElement.dataset.size]")


def take_home(engine):
    """All parts by an arrow; the code of the article is there, and paper comes at one press."""
    for _ in range(engine.js("return parts.count()")):
        engine.press("Right")
    engine.until("return parts.isTaking")
    assert engine.js("return document.querySelector('#take svg').getBoundingClientRect().width") >= 96
    engine.js(PRINTED)
    enter(engine, "#print")
    engine.until("return window.printed.length > 0")


def stay(engine):
    """The question stands on what answers it."""
    engine.wait(121)
    engine.until("return document.getElementById('idle').open && " + FOCUSED.format(".stay"))
    engine.press("Enter")
    engine.until("return !document.getElementById('idle').open")


def test_at_a_wall(engine, made):
    """Hold the show, turn it, larger letters, other colours, all its words, another language, all topics, an article, home."""
    engine.open((made / "index.html").as_uri() + "?wall=1&printer=1")
    engine.press("Tab")
    engine.until("return player.isStopped && document.documentElement.dataset.controls === 'shown'")
    first = engine.js("return memory.get('slide')")
    engine.wait(1)
    engine.press("Right")
    engine.until(f"return memory.get('slide') !== '{first}'")
    enter(engine, "#transcript")
    engine.until("return reading.isOpen && document.getElementById('reading').innerText.includes('Take off your watch.')")
    enter(engine, "#transcript", back=True)
    engine.until("return !reading.isOpen")
    before = look(engine)
    enter(engine, "#size")
    enter(engine, "#palette")
    assert all(one != other for one, other in zip(before, look(engine), strict=True))
    enter(engine, "#language")
    engine.until("return document.getElementById('languages').open")
    enter(engine, "#languages [lang=es]")
    engine.until("return document.documentElement.lang === 'es' && !document.getElementById('languages').open")
    enter(engine, "#topics")
    engine.arrive("topics.es.html")
    assert all(one != other for one, other in zip(before, look(engine), strict=True)), "what was chosen goes along"
    enter(engine, ".tile[href*=\"/read-visit\"]")
    engine.arrive("read-visit.es.html")
    take_home(engine)
    stay(engine)
    enter(engine, "#again")
    engine.arrive("index.html")
    assert look(engine) == before and engine.js("return location.search === '?wall=1&printer=1' && !player.isStopped")


def test_at_the_topics(engine, made):
    """All topics, an article, Listen, another language and back, paper, home."""
    engine.open((made / "topics.html").as_uri() + "?kiosk=1&printer=1")
    before = look(engine)
    enter(engine, ".tile.last")
    engine.arrive("all-topics.html")
    enter(engine, "main a[href*=\"/read-visit.html\"]")
    engine.arrive("read-visit.html")
    enter(engine, "#listen")
    engine.until(f"return {SPEAKS}")
    engine.press("Escape")
    engine.until("return voice.audio === null && " + FOCUSED.format("#listen"))
    for lang, page in (("ar", "read-visit.ar.html"), ("en-US", "read-visit.html")):
        enter(engine, "#language")
        engine.until("return document.getElementById('languages').open")
        enter(engine, f"#languages [lang={lang}]")
        engine.arrive(page)
    take_home(engine)
    stay(engine)
    enter(engine, "#again")
    engine.arrive("topics.html")
    assert look(engine) == before
