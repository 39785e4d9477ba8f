"""Listening in a real browser, by touch and by keys: the pages of a clinic whose articles are read aloud."""

import re
import time

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import browser
import program
import soak
from spoken import ARTICLES, PAGES, clinic_at, hears, sound


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("listen")
    content = clinic_at(base, ARTICLES)
    result = program.render(content, base / "out", "--format", "screen")
    assert result.status == 0, result.err
    return result.directory / "lobby"


@pytest.fixture
def page(player, lobby):
    """Opens a page as the display does, with real clocks: sound plays in real time."""

    def open_page(name, address="kiosk=1"):
        player.driver.get(f"{lobby.as_uri()}/{name}?{address}")
        player.js("localStorage.clear()")
        player.driver.refresh()
        player.until("return document.readyState === 'complete'")
        return player

    yield open_page
    player.driver.get("about:blank")


LIT = "const lit = CSS.highlights.get('spoken'); return lit ? [...lit].map(String).join() : null"
AT = "return voice.audio ? voice.audio.currentTime : null"


def press(player, name):
    player.driver.find_element(By.ID, name).click()


def keys(player, *all_keys):
    player.driver.switch_to.active_element.send_keys(*all_keys)


def test_every_sentence_is_found_on_its_page(page):
    for name in PAGES:
        player = page(name)
        lost = player.js(
            "const places = document.getElementById('read') ? [document.getElementById('read')] :"
            "    [...document.querySelectorAll('.hello, .all')];"
            "const said = JSON.parse(document.getElementById('speech').textContent).page.said;"
            "return voice.utterances(places).map((u, i) => [u.range, said[i][0]]).filter(([r]) => !r).map(([, w]) => w)"
        )
        assert lost == [], name


def test_listen_reads_and_lights_what_it_reads(page):
    player = page("read-mri.html")
    assert player.find("listen").text == "Listen" and not player.find("speaking").is_displayed()
    press(player, "listen")
    player.until(AT.replace("return ", "return 0 < (") + ")")
    assert player.js(LIT) == "Your MRI & you"
    assert player.find("listen").text == "Stop" and player.find("listen").get_attribute("aria-pressed") == "true"
    row = player.driver.find_elements(By.CSS_SELECTOR, "#speaking button")
    assert [b.text or b.get_attribute("aria-label") for b in row] == ["Pause", "Again", "Slower", "Faster", "Quieter", "Louder"]
    assert all(b.size["width"] >= 76 and b.size["height"] >= 76 for b in row)
    player.until("const lit = CSS.highlights.get('spoken'); return [...lit].join().startsWith('Call')")
    press(player, "listen")
    assert player.js(LIT) is None and player.js(AT) is None
    assert player.find("listen").text == "Listen" and not player.find("speaking").is_displayed()


def test_pause_again_pace_and_loudness(page):
    player = page("read-mri.html")
    press(player, "listen")
    player.until("return voice.audio && voice.audio.currentTime > 0.3")
    press(player, "listen-pause")
    at = player.js(AT)
    time.sleep(0.5)
    assert player.js(AT) == at and player.js(LIT)
    press(player, "listen-pause")
    player.until("return voice.audio.currentTime > arguments[0]", at)
    press(player, "listen-again")
    player.until("return voice.audio.currentTime < arguments[0]", at)
    press(player, "listen-slower")
    assert player.js("return voice.audio.playbackRate") == 0.8
    press(player, "listen-faster")
    press(player, "listen-faster")
    press(player, "listen-faster")
    assert player.js("return voice.audio.playbackRate") == 1.5 and player.find("listen-faster").get_attribute("aria-disabled") == "true"
    press(player, "listen-louder")
    assert player.js("return voice.audio.volume") == 1
    press(player, "listen-softer")
    assert player.js("return Math.round(voice.audio.volume * 10)") == 8
    press(player, "listen")


# Before the browser knows anything of the sound, and after, when it was asked to play and has not begun.
EARLY = {
    "unknown": "document.getElementById('listen').click(); document.getElementById('listen-pause').click()",
    "asked": "const { prototype } = HTMLMediaElement, { play } = prototype;"
    "prototype.play = function () { prototype.play = play; const begun = play.call(this); document.getElementById('listen-pause').click(); return begun; };"
    "document.getElementById('listen').click()",
}


@pytest.mark.parametrize("moment", EARLY)
def test_a_pause_before_the_sound_is_there_is_one(page, moment):
    player = page("read-mri.html")
    press(player, "palette")  # only where somebody has touched something may it speak
    player.js(EARLY[moment])
    player.until("return voice.audio?.readyState > 0 && document.getElementById('listen-pause').getAttribute('aria-pressed') === 'true'")
    time.sleep(0.5)
    assert player.js("return voice.audio?.paused") and player.js(AT) == 0
    press(player, "listen-pause")
    player.until("return voice.audio.currentTime > 0.1")
    press(player, "listen")


def test_parts_turn_as_they_are_read_and_turning_ends_it(page):
    player = page("read-steps.html")
    press(player, "listen")
    player.until("return voice.audio && voice.audio.currentTime > 0.1")
    assert player.js("return parts.current") == 0
    player.js("voice.audio.currentTime = JSON.parse(document.getElementById('speech').textContent).page.said.at(-1)[1]")
    player.until("return parts.current > 0 && CSS.highlights.get('spoken')")
    lit = player.js("const [range] = CSS.highlights.get('spoken'); return [range.toString(), range.getClientRects().length]")
    assert lit[0].startswith("Step 8") and lit[1] > 0
    assert player.find("place").text.startswith(f"Part {player.js('return parts.current + 1')} of ")
    player.until("return !CSS.highlights.get('spoken')")  # it comes to its end by itself
    assert player.find("listen").text == "Listen"
    press(player, "listen")
    player.until("return Boolean(voice.audio)")
    press(player, "onward")
    assert player.js(LIT) is None and player.js(AT) is None


def test_listen_begins_on_the_part_in_sight(page):
    """The title stands on every part, and is read on the first."""
    player = page("read-steps.html")
    press(player, "onward")
    player.settle()
    press(player, "listen")
    player.until("return CSS.highlights.get('spoken')")
    lit, seen = player.js("const [range] = CSS.highlights.get('spoken'); return [range.toString(), range.getClientRects().length]")
    assert player.js("return parts.current") == 1 and lit != "Steps" and seen > 0
    press(player, "listen")


def test_a_touch_on_a_sentence_goes_on_from_there(page):
    player = page("read-mri.html")
    press(player, "listen")
    player.until("return voice.audio && voice.audio.currentTime > 0.1")
    player.driver.find_element(By.XPATH, "//h2[text()='Before you come']").click()
    player.until("return [...CSS.highlights.get('spoken')].join() === 'Before you come'")
    begins = player.js("return JSON.parse(document.getElementById('speech').textContent).page.said[4][1]")
    assert player.js(AT) >= begins - 0.05
    press(player, "listen")


def test_nobody_is_asked_while_it_speaks(player, lobby):
    """With the clock of the tests: five minutes of speech are no idle ones; then there are two."""
    player.open(f"{(lobby / 'read-mri.html').as_uri()}?kiosk=1", wait=False)
    player.settle()
    press(player, "listen")
    player.until("return document.getElementById('listen').getAttribute('aria-pressed') === 'true'")
    player.js("advance(300000)")
    assert not player.js("return idle.isAsking") and player.js("return idle.isAttended")
    press(player, "listen")
    player.js("advance(115000)")
    assert not player.js("return idle.isAsking")
    player.js("advance(6000)")
    assert player.js("return idle.isAsking")


def test_nobody_is_asked_while_names_are_said_nor_stays_unasked_while_it_rests(player, lobby):
    player.open(f"{(lobby / 'read-mri.html').as_uri()}?kiosk=1", wait=False)
    player.settle()
    keys(player, Keys.F2)
    player.until("return voice.audio && !voice.audio.paused")
    player.js("advance(300000)")
    assert not player.js("return idle.isAsking")
    press(player, "listen")
    player.until("return voice.audio && !voice.audio.paused")
    press(player, "listen-pause")
    player.js("advance(121000)")
    assert player.js("return idle.isAsking")


def test_on_a_wall_it_is_for_those_who_ask_by_key(page):
    player = page("read-mri.html", "wall=1")
    assert not player.find("listen").is_displayed()
    keys(player, Keys.F2)
    assert player.find("listen").is_displayed()
    player = page("read-mri.html", "")
    assert player.find("listen").is_displayed()


def test_who_does_not_see_finds_an_article_and_takes_it_home(page):
    """By Tab, Enter and arrows alone: every control says its name."""
    player = page("topics.html", "kiosk=1&printer=1")
    keys(player, Keys.F2)
    hears(player, player.js("return JSON.parse(document.getElementById('words').textContent).spoken_on"))
    titles = player.js("return [...document.querySelectorAll('.tile span')].map((t) => t.textContent)")
    for _ in range(30):
        keys(player, Keys.TAB)
        name = player.js(
            "const e = document.activeElement; return e.matches('a, button') ?"
            "(e.getAttribute('aria-label') || (e.querySelector('.words') || e).textContent.trim()) : null"
        )
        if name and name not in ("English", "日本語"):
            hears(player, name)
        if name == "Your MRI & you":
            break
    assert name in titles
    keys(player, Keys.ENTER)
    player.until("return location.pathname.endsWith('read-mri.html') && document.readyState === 'complete'")
    hears(player, "Your MRI & you")  # it begins to read by itself
    keys(player, Keys.ESCAPE)
    assert player.js(AT) is None
    for _ in range(9):
        if player.js("return parts.isTaking"):
            break
        keys(player, Keys.ARROW_RIGHT)
    hears(player, "Take this home")
    keys(player, Keys.TAB)
    hears(player, "Large print")
    names = set()
    for _ in range(14):
        keys(player, Keys.TAB)
        name = player.js("const e = document.activeElement; return e.closest('#controls') ? (e.querySelector('.words') || e).textContent.trim() : null")
        if name:
            hears(player, name)
            names.add(name)
    assert {"Listen", "Larger", "Colors", "All topics", "Start again"} <= names
    keys(player, Keys.F2)
    hears(player, "Speech is off.")


def tab_to(player, name, key=Keys.TAB):
    for _ in range(30):
        keys(player, key)
        if player.js("return document.activeElement.id") == name:
            return
    raise AssertionError(f"{name} is not reached by Tab")


def test_who_does_not_see_makes_it_louder_has_it_wait_and_say_it_again(page):
    """Also before anything is read. What is read waits for the names of keys, and goes on by any of them."""
    player = page("topics.html")
    keys(player, Keys.F2)
    tab_to(player, "listen-louder")
    hears(player, "Louder")
    keys(player, Keys.ENTER)
    hears(player, "Louder")
    assert player.js("return voice.audio.volume") == 1 and player.find("listen-pause").get_attribute("aria-disabled") == "true"
    assert player.js("return document.activeElement.id") == "listen-louder", "the loudest keeps the focus"
    player = page("read-mri.html")
    back = Keys.SHIFT + Keys.TAB
    keys(player, Keys.F2)
    tab_to(player, "listen")
    keys(player, Keys.ENTER)
    hears(player, "Your MRI & you")
    for name, said, key in (("listen-softer", "Quieter", Keys.ENTER), ("listen-again", "Again", Keys.ENTER), ("listen-pause", "Pause", Keys.SPACE)):
        tab_to(player, name, back)
        hears(player, said)
        lit = player.js(LIT)
        time.sleep(1)
        assert player.js(LIT) == lit
        keys(player, key)
        hears(player, lit)
    assert player.js("return Math.round(voice.audio.volume * 10)") == 6
    tab_to(player, "palette")
    assert player.js(LIT) is None and player.find("speaking").is_displayed()


def test_who_does_not_see_hears_each_part_that_they_turn_to(page):
    """By the button and by arrows, there and back; the focus stays on the article."""
    player = page("read-steps.html")
    keys(player, Keys.F2)
    assert player.js("return parts.pages") > 1
    player.js("document.getElementById('onward').focus()")
    for key, part in ((Keys.ENTER, 1), (Keys.ARROW_LEFT, 0), (Keys.ARROW_RIGHT, 1)):
        keys(player, key)
        player.until("const [range] = CSS.highlights.get('spoken') || []; return range && range.getClientRects().length > 0")
        assert player.js("return parts.current") == part and player.focused() == "read"
        assert player.js("return document.getElementById('listen').getAttribute('aria-pressed')") == "true"


def test_parts_without_words_to_say_are_passed(page):
    """Addresses behind an article: whoever does not see goes over them to what can be taken home."""
    player = page("read-web.html")
    keys(player, Keys.F2)
    player.js("document.getElementById('read').focus()")
    seen = ""
    for _ in range(30):
        if player.js("return parts.isTaking"):
            break
        seen += player.find("read").text + "\n"
        keys(player, Keys.ARROW_RIGHT)
    assert all(f"page {number}" in seen for number in range(1, 10))
    hears(player, "Take this home")


def test_a_headset_begins_and_ends_it(page):
    player = page("topics.html")
    plug = "document.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true }))"
    player.js(plug, "F15")
    assert player.js("return memory.get('spoken')") == "yes"
    player.js(plug, "F15")
    assert player.js("return memory.get('spoken')") == "yes", "plugged in is plugged in"
    player.js(plug, "F16")
    assert player.js("return memory.get('spoken')") is None


def test_the_question_is_heard(player, lobby):
    player.open(f"{(lobby / 'topics.html').as_uri()}?kiosk=1", wait=False)
    player.settle()
    keys(player, Keys.F2)
    player.until("advance(50, 50); return !voice.audio")
    player.js(
        "window.heard = []; const old = HTMLMediaElement.prototype.play;"
        "HTMLMediaElement.prototype.play = function () { window.heard.push(this.currentTime); return old.call(this); };"
    )
    player.js("advance(121000)")
    assert player.js("return idle.isAsking")
    words = player.js("return JSON.parse(document.getElementById('words').textContent)")
    data = sound(lobby, "topics.html")["words"]["said"]
    begins = {w: b for w, b, _ in data}
    told = [str(seconds) for seconds in words["told_s"]]
    assert words["still_there"] in begins and told == ["20", "10", "5"]
    for sentence in ("page_again", "slides_again"):
        assert {words[sentence].replace("{seconds}", seconds) for seconds in told} <= set(begins)
    player.until("return window.heard.some((at) => Math.abs(at - arguments[0]) < 0.1)", begins[words["still_there"]])


def test_the_slides_give_way_to_the_topics(page):
    """Who plugs a headset into a wall hears what there is to read."""
    player = page("index.html", "wall=1")
    player.until("return player.hasShow && !document.getElementById('show').hidden")
    keys(player, Keys.F2)
    player.until("return location.pathname.endsWith('/topics.html') && location.search.startsWith('?wall=1&') && typeof voice === 'object'")
    assert player.js("return memory.get('spoken')") == "yes" and player.find("listen").is_displayed()


def test_a_headset_is_not_missed_while_a_question_is_asked(player, lobby):
    """It is plugged in once."""
    player.open(f"{(lobby / 'index.html').as_uri()}?wall=1")
    player.press("x")
    player.advance(60)
    assert player.js("return idle.isAsking")
    player.js("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'F15', bubbles: true, cancelable: true }))")
    player.until("return location.pathname.endsWith('/topics.html') && memory.get('spoken') === 'yes'")


def test_sound_comes_from_a_server_too_and_stays(player, lobby):
    """Kept by the service worker, so that it is heard when the server is gone."""
    with browser.serve(lobby) as address:
        player.driver.get(f"{address}index.html")
        player.until("return navigator.serviceWorker.controller !== null")
        player.driver.get(f"{address}read-mri.html?kiosk=1")
        press(player, "listen")
        player.until("return voice.audio && voice.audio.currentTime > 0.3")
        press(player, "listen")
    player.driver.refresh()
    press(player, "listen")
    player.until("return voice.audio && voice.audio.currentTime > 0.1")
    player.driver.find_element(By.XPATH, "//h2[text()='Before you come']").click()
    player.until("return [...CSS.highlights.get('spoken')].join() === 'Before you come'")
    press(player, "listen")


def test_the_next_visitor_hears_nothing(page):
    player = page("topics.html")
    keys(player, Keys.F2)
    player.js("memory.set('rate', 4)")
    press(player, "again")
    player.until("return document.readyState === 'complete' && !memory.get('spoken')")
    assert player.js("return memory.get('rate')") is None


def test_the_next_visitor_hears_it_as_loud_as_at_first(player, lobby):
    """After nobody answered any more (508 402.3.2)."""
    player.open(f"{(lobby / 'read-mri.html').as_uri()}?kiosk=1", wait=False)
    press(player, "listen")
    press(player, "listen-louder")
    press(player, "listen")
    assert player.js("return memory.get('volume')") == "4"
    player.js("advance(120500); advance(21000)")
    player.until("return location.pathname.endsWith('/topics.html') && document.documentElement.dataset.listens === 'true'")
    assert player.js("return memory.get('volume')") is None
    player.driver.refresh()
    press(player, "listen")
    assert player.until("return voice.audio && voice.audio.volume") == 0.8


def test_nothing_is_refused_by_the_policy_of_the_page(page):
    player = page("read-mri.html")
    player.errors()
    press(player, "listen")
    player.until("return voice.audio && voice.audio.currentTime > 0.3")
    press(player, "listen")
    assert player.errors() == []


def test_rounds_of_listening_need_no_more_memory(page):
    player = page("read-mri.html")
    press(player, "listen")
    player.until("return voice.audio && voice.audio.currentTime > 0.1")
    press(player, "listen")

    def round_of():
        player.js("for (let i = 0; i < 20; i++) { document.getElementById('listen').click(); document.getElementById('listen').click(); }")
        player.command("HeapProfiler.collectGarbage")
        counts = player.command("Memory.getDOMCounters")
        return counts["nodes"], counts["jsEventListeners"], player.js("return performance.memory ? performance.memory.usedJSHeapSize : 0")

    round_of()
    nodes, listeners, heap = round_of()
    for _ in range(soak.times(2, 50)):  # forty or a thousand times
        now = round_of()
    assert now[0] <= nodes + 5 and now[1] <= listeners + 5 and now[2] <= heap + 500_000
