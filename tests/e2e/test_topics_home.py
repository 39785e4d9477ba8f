"""How an article is taken home: the last part of its page, as it is seen, printed, and heard by who does
not see."""

import re

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import browser
import labels
import program
from spoken import ARTICLES, SPEECH, sound

WEB = "web_url: https://riverside-sleep.org/handouts/\n"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("home")
    articles = {"steps": ARTICLES["steps"], "steps.es": ARTICLES["mri.es"]}
    content = program.write_content(base / "content", articles, program.CLINIC + WEB, SPEECH)
    result = program.render(content, base / "out", "--format", "screen,large,html")
    assert (result.directory / "lobby/print/steps-large.pdf").exists(), result.err
    return result.directory / "lobby"


NOTE_HEARD = """
const play = HTMLMediaElement.prototype.play;
window.heard = [];
HTMLMediaElement.prototype.play = function () { window.heard.push([this.src, this.currentTime]); return play.call(this); };
"""


@pytest.fixture
def taken(player):
    """Opens an article and goes to its last part as a visitor does, whom the voice speaks to quickly."""

    def take(address, key=None):
        player.driver.get(address)
        player.js("localStorage.clear()")
        player.driver.refresh()
        player.until("return document.readyState === 'complete'")
        player.js("voice.set({ rate: 4 });" + NOTE_HEARD)
        if key:
            player.press(key)
        for _ in range(30):
            if player.js("return parts.isTaking"):
                return player
            player.js("document.getElementById('onward').click()")
        raise AssertionError("no last part")

    yield take
    player.driver.get("about:blank")


HEADINGS = "return [...document.querySelectorAll('main :is(h1, h2, h3)')].filter((e) => e.checkVisibility()).map((e) => [e.tagName, e.textContent])"
LIT = "const lit = CSS.highlights.get('spoken'); return lit ? [...lit].join() : null"


def heard(player, lobby):
    """The words of all that was played since NOTE_HEARD."""
    said = [(part["src"], *one) for part in sound(lobby, "read-steps.html").values() for one in part["said"]]
    return [
        words for address, at in player.js("return window.heard") for src, words, begins, _ in said
        if address.endswith(src) and abs(begins - at) < 0.02
    ]


def wait_to_hear(player, lobby, words):
    WebDriverWait(player.driver, 30, poll_frequency=0.05).until(lambda _: heard(player, lobby)[-1] == words, words)


@pytest.mark.sample(3)
@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("printer", ["", "&printer=1"])
def test_the_title_stands_above_it(taken, player, lobby, printer, window, size):
    """As above each part before, so that the page has one heading of the first level; nothing is cut off."""
    player.window(*window)
    taken(f"{(lobby / 'read-steps.html').as_uri()}?kiosk=1{printer}")
    for _ in range(size - 1):
        player.js("document.getElementById('size').click()")
    player.settle()
    assert player.js(HEADINGS) == [["H1", "Steps"], ["H2", "Take this home"]]
    assert player.axe() == []
    assert player.js("const t = document.getElementById('take'); return [t.scrollHeight - t.clientHeight, t.scrollWidth - t.clientWidth]") == [0, 0]
    title, take = (player.find(name).rect for name in ("read", "take"))
    assert title["height"] > 0 and title["y"] + title["height"] <= take["y"]


# In another language all but the article, of which what has no room would scroll.
TRANSLATED = """
const [heading, scan, print, bar] = arguments;
document.querySelector('#take h2').textContent = heading;
document.querySelector('#take figcaption').textContent = scan;
document.querySelector('#print .words').textContent = print;
for (const [id, words] of Object.entries(bar))
    document.querySelector(`#${id} .words`).textContent = words;
parts.show(parts.count() - 1);
return [...document.querySelectorAll('.side, #take')].map((box) => box.scrollHeight - box.clientHeight);
"""
BAR = {"size": "player_larger", "palette": "player_colors", "topics": "player_topics", "again": "player_start_again"}


@pytest.mark.sample(2)
@pytest.mark.parametrize("size", ["1", "1.5", "2"])
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920)])
def test_all_of_it_is_seen_at_once_in_every_language(taken, player, lobby, window, size):
    player.window(*window)
    taken(f"{(lobby / 'read-steps.html').as_uri()}?kiosk=1&printer=1&size={size}")
    player.js("document.querySelector('#read h1').textContent = 'Cómo prepararse para su resonancia magnética'")
    for tag in labels.tags():
        words = labels.read(tag)
        bar = {key: words[name] for key, name in BAR.items()}
        assert player.js(TRANSLATED, words["take_home"], words["qr_page"], words["format_large"], bar) == [0, 0], tag


@pytest.mark.parametrize("address, last", [("kiosk=1", ["Ask at the front desk for a printed copy."]), ("kiosk=1&printer=1", [])])
def test_listen_tells_what_stands_there(taken, lobby, address, last):
    """And goes nowhere else; with a printer nobody is sent to the desk."""
    player = taken(f"{(lobby / 'read-steps.html').as_uri()}?{address}")
    player.find("listen").click()
    told = ["Take this home", "Scan to read this on your phone", "English", *last]
    for words in told:
        player.until(f"return (() => {{ {LIT} }})() === arguments[0]", words)
    player.until("return document.getElementById('listen').getAttribute('aria-pressed') === 'false'")
    assert player.js(LIT) is None and player.js("return parts.isTaking")
    assert heard(player, lobby) == told


def test_who_does_not_see_hears_it(taken, lobby):
    """What the code is for; of the button, how many pages come; then that they are on their way."""
    with browser.serve(lobby) as address:
        player = taken(f"{address}read-steps.html?kiosk=1&printer=1", key=Keys.F2)
        player.until(f"return (() => {{ {LIT} }})() === 'Scan to read this on your phone'")
        assert player.focused() == "take"
        player.press(Keys.TAB)
        player.js("files.isLost = () => true; window.print = () => {}")
        pages = player.js("return document.querySelector('#print .pages').textContent")
        assert re.fullmatch(r"pages: \d", pages)
        wait_to_hear(player, lobby, pages)
        player.press(Keys.ENTER)
        wait_to_hear(player, lobby, "Printing…")
        assert heard(player, lobby)[-4:] == ["Scan to read this on your phone", "Large print", pages, "Printing…"]


def test_who_has_pressed_print_is_told(player, lobby):
    """On the button and to screen readers, as long as it takes no other press; then it prints again."""
    player.open(f"{(lobby / 'read-steps.html').as_uri()}?kiosk=1&printer=1", wait=False)
    player.js("window.prints = 0; window.print = () => window.prints++; delete document.getElementById('print').dataset.file")
    told = "return [document.querySelector('#print .words').textContent, document.getElementById('printing').textContent, window.prints]"
    assert player.js(told) == ["Large print", "", 0]
    for finger in range(3):
        player.js("document.getElementById('print').click()")
    assert player.js(told) == ["Printing…", "Printing…", 1]
    player.js("advance(5000)")
    assert player.js(told) == ["Printing…", "Printing…", 1]
    player.js("advance(4000)")
    assert player.js(told) == ["Large print", "", 1]
    player.js("document.getElementById('print').click()")
    assert player.js(told) == ["Printing…", "Printing…", 2]
