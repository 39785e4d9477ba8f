"""How an article is taken home fits its page, on every panel and at every size of letters: below a long title, with long
words, with a code, a printer or neither."""

import pytest

import geometry
import program
import test_topics_edge
import test_topics_pieces

WEB = program.CLINIC + "web_url: https://riverside-sleep.org/handouts/\n"
PANELS = [*test_topics_edge.PANELS, (320, 640)]

# What is beyond the edges of its place: of the code and of what tells about it.
BEYOND = """
const take = document.getElementById('take'), room = take.getBoundingClientRect();
return [...take.querySelectorAll('h2, figcaption, p:not(.unseen), .phone > figure > svg, button')].filter((e) => e.checkVisibility()).filter((e) => {
    const box = e.getBoundingClientRect();
    return box.top < room.top || box.bottom > room.bottom || box.left < room.left || box.right > room.right;
}).map((e) => e.id || e.tagName);"""
# The code, and the words about it, in their middles. [px]
MIDDLES = """
const box = (e) => e.getBoundingClientRect();
const code = box(document.querySelector('.phone svg')), words = [box(document.querySelector('.phone figcaption')), box(document.getElementById('print'))];
return [code.top + code.height / 2, (words[0].top + words[1].bottom) / 2];"""
# Lines of the words about the code, with the words in them.
LINES = """
const words = document.querySelector('.phone figcaption'), range = new Range();
range.selectNodeContents(words);
return [new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size, words.textContent.trim().split(/\\s+/).length];"""


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("take")
    titles = {"so": "Akhri", "de": test_topics_edge.TITLE, "en-US": "Read"}
    articles = {("t" if lang == "en-US" else f"t.{lang}"): program.article("Read.", title=title, lang=lang, front="kind: article\n") for lang, title in titles.items()}
    content = program.write_content(base / "content", articles, WEB, style="show:\n  speech: no\n")
    return program.render(content, base / "out", "--format", "screen,large").directory / "lobby"


def take(player, page, window, size, printer):
    player.window(*window)
    player.open(f"{page.as_uri()}?kiosk=1&size={size}{'&printer=1' if printer else ''}", wait=False)
    player.until("return document.documentElement.dataset.started")
    player.js("return document.fonts.ready.then(() => parts.show(parts.count() - 1))")
    player.settle()


@pytest.mark.sample(2)
@pytest.mark.parametrize("size", [1, 1.5, 2])
@pytest.mark.parametrize("window", PANELS)
def test_all_of_it_is_seen_at_once(player, lobby, window, size):
    for page in ("read-t.so.html", "read-t.de.html", "read-t.html"):
        for printer in (False, True):
            take(player, lobby / page, window, size, printer)
            assert player.js(BEYOND) == [] and player.js(geometry.LOST) == [], (page, printer)


@pytest.mark.sample(2)
@pytest.mark.parametrize("window", [(1280, 1024), (1920, 1080), (1024, 600)])
@pytest.mark.parametrize("size", [1.5, 2])
def test_words_beside_the_code_have_room(player, lobby, window, size):
    """Not one in each line; at the middle of the code."""
    take(player, lobby / "read-t.so.html", window, size, True)
    lines, words = player.js(LINES)
    assert lines <= words / 3
    code, about = player.js(MIDDLES)
    assert code == pytest.approx(about, abs=24)
