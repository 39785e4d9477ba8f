"""In each browser of a display: nobody is led to a page that is not there or not whole, from a disk and from a web
server, and a page that waits for another one goes there once it can be had."""

import contextlib
import json
import shutil
import time
import urllib.parse

import pytest

import browser
import engines
import labels


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("pages"))


@pytest.fixture
def lobby(made, tmp_path):
    return shutil.copytree(made, tmp_path / "lobby")


@pytest.fixture(autouse=True)
def silent(engine):
    """What a page finds missing is no complaint for the tests after it."""
    yield
    if engine.name == "Chromium":
        engine.page.errors()


def is_whole(engine, address):
    engine.js(f"window.is = null; isWholePage({json.dumps(address)}).then((is) => {{ window.is = is; }})")
    engine.until("return window.is !== null")
    return engine.js("return window.is")


def cut(path, size):
    """One of its own: it may be one file with another of the same words."""
    whole = path.read_bytes()
    path.unlink()
    path.write_bytes(whole[:size] if size >= 0 else whole[: len(whole) + size])


@pytest.mark.sample(3)
@pytest.mark.parametrize("place", ["a disk", "a server"])
@pytest.mark.parametrize("own", ["topics.html?kiosk=1", "index.html?wall=1", "transcript.html?wall=1"])
def test_pages_are_known_to_be_whole(engine, lobby, own, place):
    """0 bytes, and the end in the page's own first script, in its words and in its last tags. Nothing is kept (worker.js)."""
    (lobby / "worker.js").unlink()
    pages = ["topics.html", "index.html", "transcript.html", "read-visit.html", "read-visit.ar.html"]
    with browser.serve(lobby) as served:
        address = served if place == "a server" else f"{lobby.as_uri()}/"
        engine.open(address + own, wait=False)
        for page in pages:
            assert is_whole(engine, f"{address}{page}?kiosk=1&size=2"), page
        for page, size in zip(["read-visit.html", *pages[:3], "read-visit.html"], (0, 1500, -1000, -9, 0), strict=True):
            cut(lobby / page, size)
            assert not is_whole(engine, address + page), (page, size)
        (lobby / pages[4]).unlink()
        assert not is_whole(engine, address + pages[4])
        assert engine.js("return document.querySelectorAll('iframe').length") == 0


@pytest.mark.sample(2)
@pytest.mark.parametrize("how", ["gone", "failing"])
def test_a_display_stays_while_there_is_no_server(engine, lobby, how):
    """Whoever chooses, and whoever goes: then it begins again as soon as there is one. Nothing is kept (worker.js)."""
    (lobby / "worker.js").unlink()
    with browser.serve(lobby) as address:
        engine.open(f"{address}read-visit.html?kiosk=1&size=2")
    port = urllib.parse.urlsplit(address).port
    with browser.failing(port) if how == "failing" else contextlib.nullcontext():
        engine.js("window.old = true; document.getElementById('topics').click()")
        engine.wait(121)
        engine.until("return document.getElementById('idle').open")
        engine.wait(21)
        engine.until("return !document.getElementById('idle').open && location.search === '?kiosk=1'")
        time.sleep(1)  # to be led away, if it is
        assert engine.js("return window.old && location.pathname === '/read-visit.html'")
    with browser.serve(lobby, port=port):
        engine.arrive("topics.html")


SAID = "const said = document.getElementById('missing-page'); return said.open ? said.innerText : ''"


@pytest.mark.sample(2, 1)
@pytest.mark.parametrize("page, chosen, lang, missing", [
    ("all-topics.html?kiosk=1", ".tile[href*='read-visit.html']", "en", "read-visit.html"),
    ("topics.ar.html?kiosk=1", ".tile[href*='read-visit.ar']", "ar", "read-visit.ar.html"),
    ("read-visit.es.html?wall=1", "#topics", "es", "all-topics.es.html"),
    ("index.html?wall=1", "#topics", "en", "topics.html"),
])
def test_a_page_that_cannot_be_had_says_so(engine, lobby, page, chosen, lang, missing):
    """In the language of who chose it; once it is there, it is gone to."""
    engine.open(f"{lobby.as_uri()}/{page}")
    engine.press("Tab")
    whole = (lobby / missing).read_bytes()
    cut(lobby / missing, 3000)
    engine.js(f'window.old = true; document.querySelector("{chosen}").click()')
    words = labels.read(lang)
    engine.until(f"return (() => {{ {SAID} }})() !== ''")
    assert engine.js(SAID).split("\n") == [words["player_page_missing"], words["kiosk_back"]]
    engine.press("Enter")
    engine.until(f"return (() => {{ {SAID} }})() === ''")
    assert engine.js("return window.old && document.activeElement !== document.body")
    (lobby / missing).write_bytes(whole)
    engine.js(f'document.querySelector("{chosen}").click()')
    engine.arrive(missing)
