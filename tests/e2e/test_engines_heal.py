"""In Firefox and WebKitGTK as in Chromium: a file that is missing or half there is taken when it comes, and no page
of a display stays where a visitor left it."""

import itertools

import pytest

import engines
import recorder
import test_player_heals

STARTED = f"return (() => {{ {engines.IS_READY} }})() && (document.getElementById('show') !== null || document.documentElement.dataset.listens === 'true')"
NUMBERS = itertools.count(1)
OF_SHOW = [("index.html?wall=1", name, broken) for name in test_player_heals.FILES for broken in ("missing", "half")]
OF_ARTICLES = [
    ("topics.html?kiosk=1" if name in test_player_heals.VOICES else "read-visit.html?kiosk=1", name, broken)
    for name, broken in test_player_heals.FAULTS
]
LARGE = ("read-visit.html?kiosk=1", "controls.css", "missing")  # its drawings have no other size then
FAULTS = [LARGE, *(fault for fault in OF_SHOW + OF_ARTICLES if fault != LARGE)]


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("heal"))


@pytest.fixture(scope="module")
def made(lobby):
    return recorder.record(lobby, lobby.parent / "recorded")


@pytest.fixture(scope="module", params=["Firefox", "WebKitGTK"])
def engine(request):
    return engines.start(request, request.param)


@pytest.mark.sample(5)
@pytest.mark.parametrize("page, name, broken", FAULTS)
def test_a_file_that_comes_late_is_taken(engine, made, page, name, broken):
    """The page says that it has not begun, begins when its clock says so, and is the same display then."""
    recorder.forget(made / page.split("?")[0], next(NUMBERS))
    path = made / name
    whole = path.read_bytes()
    path.unlink()
    if broken == "half":
        path.write_bytes(whole[: len(whole) // 2])
    try:
        engine.open(f"{made.as_uri()}/{page}", wait=False)
        assert not page.startswith("read") or "You sit in a chair" in engine.js("return document.body.innerText")
    finally:
        path.write_bytes(whole)
    engine.js("window.old = true;" + recorder.RUN_TIMERS)
    sign = f"getComputedStyle(document.documentElement).getPropertyValue('{test_player_heals.sign_of(name)}')"
    heals = sign if name.endswith(".css") and not page.startswith("index") else "window.old === undefined"
    engine.until(f"return {heals} && (() => {{ {STARTED} }})()")
    assert f"/{page}" in engine.js("return location.pathname + location.search")  # the start page adds its list of topics


@pytest.mark.sample(3)
@pytest.mark.parametrize("page, beginning", [
    ("all-topics.html?kiosk=1", "topics.html"),
    ("read-visit.html?kiosk=1", "topics.html"),
    ("read-visit.ar.html?kiosk=1", "topics.html"),
    ("read-visit.html?wall=1", "index.html"),
    ("index.html?wall=1", "index.html"),
])
def test_nobody_strands_it(engine, lobby, page, beginning):
    """Whatever was chosen goes back, and so does the page, once a question was asked and not answered."""
    engine.open(f"{lobby.as_uri()}/{page}")
    for name in ("size", "palette"):
        engine.js(f"document.getElementById('{name}').focus()")
        engine.press("Enter")
    chosen = "const { size, palette } = document.documentElement.dataset; return [size, palette]"
    assert engine.js(chosen) != ["1", "light"]
    engine.wait(121)
    engine.until("return document.getElementById('idle').open && document.activeElement.matches('.stay')")
    engine.wait(21)
    engine.until(f"return location.pathname.endsWith('/{beginning}') && (() => {{ {engines.IS_READY} }})() && !document.getElementById('idle').open")
    engine.until(f"return (() => {{ {chosen} }})().join() === '1,light'")
    assert engine.js("return document.activeElement !== document.body")
