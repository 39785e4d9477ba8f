"""The lobby in WebKitGTK: a visitor's walk by keys alone, from the topics to what is taken home and back,
and the show beside it."""

import pytest
from selenium.webdriver.common.keys import Keys

import engines
import program
import test_player_heals
import test_player_links

# Of the driver that Debian 12 has.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

SENTENCE = "You sit in a chair, awake, and can go home right after the visit, which takes half an hour. "
BODY = "\n\n".join(f"## Part {number}\n\n{SENTENCE * 6}" for number in range(1, 5))
CLINIC = program.CLINIC + "web_url: https://riverside-sleep.org/handouts\n"
FOCUS = "const at = document.activeElement; return at.id || at.className || at.localName"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("webkit")
    articles = {
        "visit": program.article(BODY, title="Your visit"),
        "visit.es": program.article("## Antes\n\nBeba agua.", title="Su visita", lang="es"),
        "scan": program.article("## Before\n\nLie still.", title="Your scan"),
    }
    result = program.render(program.write_content(base / "content", articles, clinic=CLINIC), base / "out", "--format", "screen,large,html")
    assert (result.directory / "lobby/topics.html").exists(), result.err
    return result.directory / "lobby"


@pytest.fixture(scope="module")
def browser(request):
    return engines.start(request, "WebKitGTK").page


def tab_to(browser, wanted, most=30):
    for _ in range(most):
        if browser.js(wanted):
            return
        browser.press(Keys.TAB)
    raise AssertionError(wanted)


@pytest.fixture
def topics(browser, lobby):
    browser.open((lobby / "topics.html").as_uri() + "?kiosk=1")
    browser.js("localStorage.clear()")
    browser.open((lobby / "topics.html").as_uri() + "?kiosk=1")
    browser.until("return document.documentElement.dataset.started === 'true'")
    return browser


def at_article(browser):
    browser.until("return location.pathname.endsWith('/read-visit.html') && document.documentElement.dataset.started === 'true'")


def to_article(browser):
    tab_to(browser, "return document.activeElement.matches('a') && document.activeElement.textContent.includes('Your visit')")
    browser.press(Keys.ENTER)
    at_article(browser)


def test_a_walk_by_keys_alone(topics):
    """Nobody's focus is lost on the way; all parts are seen, and the last is what is taken home."""
    to_article(topics)
    count = topics.js("return parts.count()")
    assert count > 2
    seen = topics.js("return document.getElementById('read').innerText")
    for _ in range(count):
        assert topics.js(FOCUS) != "body"
        topics.press(Keys.ARROW_RIGHT)
    topics.until("return parts.isTaking")
    assert "Part 1" in seen and topics.js("return document.querySelector('#take svg, #take img').getBoundingClientRect().width") > 200
    tab_to(topics, "return document.activeElement.id === 'again'")
    topics.press(Keys.ENTER)
    topics.until("return location.pathname.endsWith('/topics.html') && document.readyState === 'complete'")


def test_nobody_strands_it(topics):
    to_article(topics)
    tab_to(topics, "return document.activeElement.id === 'size'")
    topics.press(Keys.ENTER)
    topics.until("return dress.size > 1")
    topics.wait(121)
    topics.until("return document.getElementById('idle').open")
    assert topics.js(FOCUS) == "stay"
    topics.press(Keys.ENTER)
    topics.until("return !document.getElementById('idle').open")
    topics.wait(121)
    topics.until("return document.getElementById('idle').open")
    topics.wait(21)
    topics.until("return location.pathname.endsWith('/topics.html') && document.readyState === 'complete'")
    topics.until("return dress.size === 1")


def test_another_language_is_the_same_article(topics):
    to_article(topics)
    tab_to(topics, "return document.activeElement.id === 'language'")
    topics.press(Keys.ENTER)
    topics.until("return document.getElementById('languages').open")
    tab_to(topics, "return document.activeElement.lang === 'es'")
    topics.press(Keys.ENTER)
    topics.until("return location.pathname.endsWith('/read-visit.es.html') && document.documentElement.lang === 'es'")


def test_the_show_is_held_by_a_key_and_goes_on(browser, lobby):
    browser.open((lobby / "index.html").as_uri() + "?wall=1")
    browser.until("return player.hasShow && !document.getElementById('show').hidden")
    browser.press(Keys.TAB)
    browser.until("return player.isStopped && document.documentElement.dataset.controls === 'shown'")
    browser.wait(61)
    browser.until("return document.getElementById('idle').open")
    browser.wait(21)
    browser.until("return !document.getElementById('idle').open && !player.isStopped")


def test_wider_spacing_loses_no_word(topics):
    to_article(topics)
    before = topics.js("return document.getElementById('read').textContent")
    topics.js(test_player_heals.SPACING + "parts.fit();")
    assert topics.js("return document.getElementById('read').textContent") == before
    assert topics.js("return document.documentElement.scrollWidth <= innerWidth")


def test_a_link_opens_its_address_and_code(browser, tmp_path):
    """By keys, and back to the link; nobody there finds the show again."""
    lobby = test_player_links.make(tmp_path)
    browser.open((lobby / "index.html").as_uri() + "?wall=1")
    browser.until("return player.hasShow && !document.getElementById('show').hidden")
    browser.press(Keys.TAB)
    link = f"{test_player_links.SHOWN}.find((a) => 'how to find us'.includes(a.textContent))"
    for _ in range(20):
        if browser.js(f"return Boolean({link})"):
            break
        before = browser.js("return memory.get('slide')")
        browser.wait(1)
        browser.press(Keys.ARROW_RIGHT)
        browser.until(f"return memory.get('slide') !== {before!r}")
    browser.js(f"{link}.focus()")
    browser.press(Keys.ENTER)
    browser.until(test_player_links.IS_OPEN)
    assert browser.js(test_player_links.TOLD) == ["how to find us", "riverside-sleep.org/way", "QR code: opens https://riverside-sleep.org/way"]
    width, high = browser.js("const b = document.querySelector('#address svg').getBoundingClientRect(); return [b.width, b.height]")
    assert width == pytest.approx(high, abs=1) and width >= 96
    browser.press(Keys.ENTER)
    browser.until(f"return !document.getElementById('address').open && document.activeElement === {link}")
    browser.press(Keys.ENTER)
    browser.until(test_player_links.IS_OPEN)
    browser.wait(61)
    browser.until("return document.getElementById('idle').open")
    browser.wait(21)
    browser.until("return !document.getElementById('address').open && !document.getElementById('idle').open && !player.isStopped")
    assert browser.js("return location.pathname").endswith("/index.html")
