"""Whatever of the lobby's files is missing, empty or half there: no page is blank or stuck, none says half as if it were all,
and a display finds its way back to its beginning."""

import contextlib

import pytest

import engines

BROKEN = ["missing", "empty", "half"]
# One of each kind that pages read beside their scripts and style sheets (test_player_heals.py).
DATA = ["manifest.js", "manifest.json", "build.js", "pages.js", "*.png", "speech/*.opus", "fonts/*", "images/*", "transcript.js"]
PAGES = ["index.html?wall=1", "topics.html?kiosk=1", "read-visit.html?kiosk=1"]
WORDS = {"index": "Riverside Sleep Clinic", "topics": "What would you like to know?", "read-visit": "You sit in a chair"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("files"), heard=True)


@contextlib.contextmanager
def spoiled(lobby, pattern, how):
    """All files of that kind, for a while."""
    paths = [path for path in lobby.glob(pattern) if path.is_file()]
    kept = {path: path.read_bytes() for path in paths}
    for path, whole in kept.items():
        path.unlink()
        if how != "missing":
            path.write_bytes(whole[: len(whole) // 2] if how == "half" else b"")
    try:
        yield paths
    finally:
        for path, whole in kept.items():
            path.write_bytes(whole)


# What is seen; pictures that show nothing and say nothing.
SEEN = """
const seen = document.body.innerText.replace(/\\s+/g, ' ');
const dumb = [...document.images].filter((e) => e.checkVisibility() && e.complete && !e.naturalWidth && !e.alt);
return [seen.includes(arguments[0]), dumb.length];"""
BEGUN = "return document.readyState === 'complete' && document.documentElement.dataset.started === 'true'"


def open_page(player, lobby, page):
    player.open(f"{lobby.as_uri()}/{page}", wait=False)
    player.until(BEGUN)
    player.until("return !document.getElementById('show')?.hidden")


@pytest.mark.sample(2)
@pytest.mark.parametrize("how", BROKEN)
@pytest.mark.parametrize("pattern", DATA)
def test_no_page_is_blank_or_stuck(player, made, pattern, how):
    with spoiled(made, pattern, how) as paths:
        assert paths
        for page in PAGES:
            if (pattern, page) == ("manifest.js", PAGES[0]):
                continue  # it waits (test_player_updates.py)
            name, beginning = page.partition(".")[0], "index.html" if "wall" in page else "topics.html"
            open_page(player, made, page)
            player.advance(2)
            assert player.js(SEEN, WORDS[name]) == [True, 0], page
            if "speech" in pattern and "kiosk" in page:
                player.js("document.getElementById('listen').click()")
                player.advance(2)
                assert player.js(SEEN, WORDS[name])[0]
            player.js("document.getElementById('size').click()")
            player.advance(121)
            player.until("return document.getElementById('idle').open")
            player.advance(21)
            player.until(f"return location.pathname.endsWith('/{beginning}') && (() => {{ {BEGUN} }})() && !document.getElementById('idle').open")
            player.until("return document.documentElement.dataset.size === '1'")
    player.errors()
