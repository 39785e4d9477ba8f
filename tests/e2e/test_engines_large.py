"""In the largest letters nothing is lost: no word is broken or cut off, no key leaves its row half empty, and all of
what is asked of a visitor is seen at once. In any browser of a display."""

import pytest

import engines
import geometry

WINDOWS = {"lying": (1920, 1080), "upright": (1080, 1920), "320 px": (320, 568)}
# Words on the way home that stand in two lines.
BROKEN = """
const broken = [];
const walker = document.createTreeWalker(document.querySelector('#take'), NodeFilter.SHOW_TEXT);
for (let text; (text = walker.nextNode());) for (const { 0: word, index } of text.data.matchAll(/\\S+/g)) {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1)
        broken.push(word);
}
return broken;
"""
# The part of each row of keys that they fill, in the order of the rows, and the share of the window that all take.
ROWS = """
const rows = new Map();
for (const key of document.querySelectorAll('#controls :is(button, a):not([hidden])')) {
    const box = key.getBoundingClientRect(), row = Math.round(box.bottom / 8);
    rows.set(row, (rows.get(row) ?? 0) + box.width / innerWidth);
}
return [[...rows.values()], document.getElementById('controls').offsetHeight / innerHeight];
"""
ARROW = "const [arrow, words] = ['svg', '.words'].map((part) => document.querySelector('#next ' + part).getBoundingClientRect()); return arrow.top <= words.top + words.height / 2"
ASKED = """
const dialog = document.getElementById('idle');
dialog.showModal();
const box = dialog.getBoundingClientRect();
return [box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth, dialog.scrollHeight - dialog.clientHeight,
    [...dialog.querySelectorAll('button')].every((one) => one.getBoundingClientRect().bottom <= box.bottom)];
"""


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("large"))


def open_largest(engine, lobby, page, window):
    engine.window(*WINDOWS[window])
    engine.open(f"{(lobby / page).as_uri()}?{'wall=1' if page == 'index.html' else 'kiosk=1'}")
    sizes = 2 if page == "index.html" else 3  # beyond the first: letters to read have one more
    assert engine.js(f"for (let n = 0; n < {sizes}; n++) document.getElementById('size').click(); return document.documentElement.dataset.size") == "2"


@pytest.mark.sample(4)
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("page", ["read-visit.html", "read-visit.ar.html"])
def test_the_way_home_keeps_its_words_whole(engine, lobby, page, window):
    open_largest(engine, lobby, page, window)
    engine.js("parts.show(parts.count() - 1)")
    assert engine.js(geometry.LOST) == []
    assert engine.js(BROKEN) == []


@pytest.mark.sample(3)
@pytest.mark.parametrize("window, most", [("lying", 0.4), ("upright", 0.42)])
def test_the_keys_of_the_show_fill_their_rows(engine, lobby, window, most):
    open_largest(engine, lobby, "index.html", window)
    engine.js("document.documentElement.dataset.controls = 'shown'")
    rows, share = engine.js(ROWS)
    assert all(abs(row - 1) < 0.02 for row in rows) and share < most, (rows, share)
    if window == "upright":
        assert engine.js(ARROW), "above its words, as the others' drawings"


@pytest.mark.sample(4)
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("page", ["topics.html", "read-visit.ar.html"])
def test_all_that_is_asked_is_seen_at_once(engine, lobby, page, window):
    open_largest(engine, lobby, page, window)
    assert engine.js(ASKED) == [True, 0, True]
