"""Whatever keys come to says its name to who does not see: what scrolls, and dialogs, as any control."""

import pytest
from selenium.webdriver.common.keys import Keys

import program
from spoken import ARTICLES, clinic_at, hears

MANY = {f"sleep{n}": program.article("Sleep well.", title=f"Sleep {n}", front="kind: article\n") for n in range(8)}


@pytest.fixture(scope="module")
def lobbies(tmp_path_factory):
    """In one language, in two, and with more topics than are shown at once."""
    made = {}
    for name, articles in (("one", {"mri": ARTICLES["steps"]}), ("two", {"mri": ARTICLES["steps"], "mri.es": ARTICLES["mri.es"]}), ("many", MANY)):
        base = tmp_path_factory.mktemp(name)
        made[name] = program.render(clinic_at(base, articles), base / "out", "--format", "screen").directory / "lobby"
    return made


@pytest.fixture
def page(player, lobbies):
    def open_page(name, file):
        player.driver.get(f"{(lobbies[name] / file).as_uri()}?kiosk=1&spoken=yes")
        player.until("return document.documentElement.dataset.listens === 'true'")
        player.press("x")  # only where somebody has touched something may it speak
        return player

    yield open_page
    player.driver.get("about:blank")


def tab_to(player, selector):
    for _ in range(20):
        player.press(Keys.TAB)
        if player.js("return document.activeElement.matches(arguments[0])", selector):
            return
    raise AssertionError(f"{selector} is not reached by Tab")


@pytest.mark.parametrize("lobby, file", [("one", "topics.html"), ("two", "topics.html"), ("many", "all-topics.html")])
def test_the_list_of_topics_says_its_name(page, lobby, file):
    """What was said before makes way."""
    player = page(lobby, file)
    player.press(Keys.F2)
    player.press(Keys.F2)
    tab_to(player, "nav.all")
    hears(player, "Topics")


def test_a_greeting_that_scrolls_says_its_words(page):
    """In a small window browsers bring the focus there, so that keys scroll it."""
    player = page("one", "topics.html")
    player.js("const hello = document.querySelector('.hello'); hello.tabIndex = 0; hello.focus()")
    hears(player, "What would you like to know?")
    hears(player, "Touch a picture to start.")


def test_a_dialog_says_its_name_and_then_what_can_be_chosen(page):
    player = page("two", "topics.html")
    tab_to(player, "#language")
    hears(player, "Language")
    player.until("return !voice.audio")
    player.press(Keys.ENTER)
    player.until("return document.activeElement.matches('#languages a')")
    hears(player, "Language")
    hears(player, "English")
    player.press(Keys.TAB)
    hears(player, "Español")


@pytest.mark.parametrize("file, name", [("topics.html", "What would you like to know?"), ("read-mri.html", "Steps")])
def test_who_begins_to_listen_is_told_what_the_page_is(page, file, name):
    player = page("one", file)
    player.press(Keys.F2)
    player.press(Keys.F2)
    hears(player, "Speech is on. Press Tab for the next button, Enter to choose it, Escape to stop the speech.")
    hears(player, name)


def test_the_question_says_what_enter_does_then(player, lobbies):
    """Also on the other button, whose name is not cut off by the number, which begins anew."""
    player.open(f"{(lobbies['one'] / 'topics.html').as_uri()}?kiosk=1&spoken=yes", wait=False)
    player.press("x")
    said = "window.said = []; const { say } = voice; voice.say = (all, lost) => { window.said.push(all.filter(Boolean)); say(all, lost); };"
    player.js(said + "advance(121000)")
    for key, name in ((None, "Stay on this page"), (Keys.TAB, "Start again"), (Keys.TAB, "Stay on this page"), (Keys.TAB, "Start again")):
        if key:
            player.js("window.said = []; advance(3000)")
            player.press(key)
            # From the last button the focus leaves the page, in the browser's own time, and the page fetches it back.
            player.until("return window.said.length > 0 || (advance(250), false)")
            assert [words[-1] for words in player.js("return window.said")] == [name]
            assert player.js("return document.querySelector('#idle .number').textContent") == "20"
        else:
            assert player.js("return window.said.at(-1)") == ["Still there?", "This page starts again in 20 seconds.", name]
    player.js("window.said = []; advance(10500)")
    assert player.js("return window.said.at(-1)") == ["Still there?", "This page starts again in 10 seconds.", "Start again"]
