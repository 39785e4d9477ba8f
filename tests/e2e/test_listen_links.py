"""Who does not see hears where a link leads; and a sound that is not there any more is told, never a silence."""

import shutil

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import program
from spoken import sound

WEB = """\
Read [how to find us](https://riverside-sleep.org/way) first, and then come in by the door on the left.

- More is at <https://riverside-sleep.org/more>.
"""
LONG = WEB + "\n\n".join(f"## Part {n}\n\n" + "You sit in a chair, awake, and can go home right after the visit. " * 6 for n in range(4))
STYLE = "show:\n  speech: yes\n"
NOTE_HEARD = """
const play = HTMLMediaElement.prototype.play;
window.heard = [];
HTMLMediaElement.prototype.play = function () { window.heard.push([this.src, this.currentTime]); return play.call(this); };
"""


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("spoken-links")
    content = program.write_content(base / "content", {"way": program.article(LONG, title="Your way", front="kind: article\n")}, style=STYLE)
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


@pytest.fixture
def page(player, lobby):
    player.driver.get(f"{(lobby / 'read-way.html').as_uri()}?kiosk=1")
    player.until("return document.documentElement.dataset.listens === 'true'")
    player.js(NOTE_HEARD)
    yield player
    player.driver.get("about:blank")


def hear(player, lobby, words):
    """Those, once the sound of anything before them is over."""
    said = [(part["src"], *one) for part in sound(lobby, "read-way.html").values() for one in part["said"]]
    places = [(src, begins) for src, found, begins, _ in said if found == words]
    assert places, words
    wanted = "return window.heard.some(([src, at]) => arguments[0].some(([file, from]) => src.endsWith(file) && Math.abs(at - from) < 0.05))"
    WebDriverWait(player.driver, 30, poll_frequency=0.05).until(lambda _: player.js(wanted, places), words)


def test_a_link_in_a_sentence_says_its_name_and_then_where_it_leads(page, lobby):
    page.press(Keys.F2)
    page.js("window.heard = []; document.querySelector('#read a').focus()")
    hear(page, lobby, "how to find us")
    page.press(Keys.ENTER)
    hear(page, lobby, "riverside-sleep.org/way")
    assert page.js("return document.activeElement.matches('.address')")


def test_addresses_behind_an_article_are_heard(page, lobby):
    """On a part that has nothing else."""
    page.press(Keys.F2)
    for _ in range(9):
        if page.js("return document.querySelector('.address').checkVisibility()"):
            break
        page.press(Keys.ARROW_RIGHT)
    for words in ("how to find us", "riverside-sleep.org/way", "riverside-sleep.org/more"):
        hear(page, lobby, words)


@pytest.mark.parametrize("lost", ["page", "words"])
def test_a_sound_that_is_lost_is_told(player, lobby, tmp_path, lost):
    """By the voice where it has that still, and to the eyes."""
    own = shutil.copytree(lobby, tmp_path / "lobby")
    (own / sound(lobby, "read-way.html")[lost]["src"]).unlink()
    player.driver.get(f"{(own / 'read-way.html').as_uri()}?kiosk=1")
    player.until("return document.documentElement.dataset.listens === 'true'")
    player.js(NOTE_HEARD)
    told = "This cannot be read aloud now."
    for again in range(2):
        if lost == "page":
            player.find("listen").click()
        else:
            player.press(Keys.F2)
        player.until("return document.getElementById('lost').textContent === arguments[0]", told)
        assert player.find("listen").get_attribute("aria-pressed") == "false" and player.find("lost").is_displayed()
    if lost == "page":
        hear(player, own, told)
    player.errors()
