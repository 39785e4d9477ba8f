"""A display that stands for all: whoever stops, turns, enlarges or reads on is asked whether they are
still there, and the next visitor finds the beginning. The clock is turned by the tests."""

import pytest
from selenium.webdriver.common.keys import Keys

import soak

WAIT_S, LONG_WAIT_S, WARNING_S = 60, 120, 20
IS_ASKING = "return document.getElementById('idle').open"
SPOKEN = "return document.querySelector('#idle .spoken').textContent"


@pytest.fixture
def wall(player, show):
    player.window(1920, 1080)
    player.open(f"{show.url}?wall=1")
    return player


def asks(player):
    return player.js(IS_ASKING)


def touch(player, *path):
    """A finger comes down at the first place, and leaves at the last."""
    player.command("Emulation.setTouchEmulationEnabled", enabled=True)
    kinds = ["touchStart"] + ["touchMove"] * (len(path) - 1)
    for kind, (x, y) in zip(kinds, path):
        player.command("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": x, "y": y}])
    player.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    player.command("Emulation.setTouchEmulationEnabled", enabled=False)
    player.settle()


def click(player, identifier):
    player.js("document.getElementById(arguments[0]).click()", identifier)
    player.settle()


def state(player):
    return player.js(
        "return [look.size, document.documentElement.lang, reading.isOpen, player.isStopped,"
        "memory.get('slide'), document.documentElement.dataset.controls]"
    )


def test_a_touch_holds_the_show_and_shows_the_bar(wall, show):
    first = wall.slide["id"]
    touch(wall, (900, 400))
    assert wall.is_stopped and wall.find("again").is_displayed()
    wall.advance(WAIT_S - 1)
    assert wall.slide["id"] == first and not asks(wall)


def test_nobody_there_is_asked_and_the_show_begins_again(wall, show):
    """With all that a visitor can have changed."""
    beginning = state(wall)
    touch(wall, (900, 400))
    wall.turn()
    click(wall, "palette")
    click(wall, "size")
    click(wall, "transcript")
    wall.until("return reading.isOpen")
    wall.advance(LONG_WAIT_S - 1)
    assert not asks(wall), "larger letters take longer"
    wall.advance(1)
    assert asks(wall) and wall.find("idle").is_displayed()
    wall.advance(WARNING_S - 1)
    assert asks(wall)
    wall.advance(1)
    assert not asks(wall)
    expected = beginning[:5] + ["away"]
    assert state(wall) == expected and wall.focused() == "show"
    before = wall.slide["id"]
    wall.advance(show.slides[0]["dwell_s"])
    assert wall.slide["id"] != before


def test_the_question_has_a_number_and_is_spoken_thrice(wall, show):
    sentence = show.manifest["labels"]["en"]["slides_again"]
    touch(wall, (900, 400))
    spoken = set()
    wall.advance(WAIT_S)
    for left in range(WARNING_S, 0, -1):
        assert wall.js("return document.getElementById('idle-sentence').textContent") == sentence.replace(
            "{seconds}", str(left)
        )
        spoken.add(wall.js(SPOKEN))
        wall.advance(1)
    assert spoken == {sentence.replace("{seconds}", str(left)) for left in (20, 10, 5)}


@pytest.mark.sample(2)
@pytest.mark.parametrize("answer", ["stay", "ground", "Enter", "key"])
def test_whoever_answers_stays_however_often(wall, answer):
    touch(wall, (900, 400))
    wall.turn()
    place = wall.slide["id"]
    for _ in range(soak.times(3, 10)):
        wall.advance(WAIT_S + WARNING_S - 1)
        assert asks(wall)
        assert wall.js("return document.activeElement.className") == "stay"
        if answer == "stay":
            wall.js("document.querySelector('#idle .stay').click()")
        elif answer == "ground":
            touch(wall, (60, 60))
        else:
            wall.press(Keys.ENTER if answer == "Enter" else "x")
        assert not asks(wall)
    assert wall.slide["id"] == place and wall.is_stopped


def test_an_urgent_message_is_not_covered_by_the_question(wall, show):
    touch(wall, (900, 400))
    wall.advance(WAIT_S + 1)
    assert asks(wall)
    show.manifest["urgent"] = True
    show.publish("cccccccccccc")
    with (show.directory / "build.js").open("a") as news:
        news.write("window.handoutUrgent = true;\n")
    wall.until("advance(50, 50); return document.documentElement.dataset.build.includes('cccccccccccc')")
    wall.advance(1)
    assert not asks(wall) and not wall.is_stopped


def test_tab_and_enter_start_again_at_once(wall):
    touch(wall, (900, 400))
    wall.turn()
    wall.advance(WAIT_S)
    wall.press(Keys.TAB)
    assert asks(wall) and wall.js("return document.activeElement.className") == "leave"
    wall.press(Keys.ENTER)
    assert not asks(wall) and not wall.is_stopped


def test_without_a_beginning_nothing_ends_by_itself(player, show):
    player.open(show.url)
    touch(player, (900, 400))
    player.turn()
    place = player.slide["id"]
    player.advance(600)
    assert not asks(player) and player.slide["id"] == place and player.is_stopped


def test_a_display_that_nobody_touched_asks_nobody(wall, show):
    seen = set()
    for _ in range(4):
        wall.advance(WAIT_S)
        assert not asks(wall)
        seen.add(wall.slide["id"])
    assert len(seen) > 1


def test_a_pointer_that_trembles_is_nobody(wall):
    """A sensor of its own accord, which would hold the show for ever."""
    wall.move_pointer((900, 400))
    wall.js("advance(90000)")
    seen = set()
    for step in range(40):
        wall.move_pointer((900 + step % 3, 400 + step % 2))
        wall.js("advance(5000)")
        seen.add(wall.slide["id"])
    assert len(seen) > 3 and wall.js("return document.documentElement.dataset.controls") != "shown"
    wall.move_pointer((700, 500))
    assert wall.js("return document.documentElement.dataset.controls") == "shown"


def test_a_finger_along_the_lines_turns_the_slide(wall, show):
    ids = [slide["id"] for slide in show.slides]
    touch(wall, (1500, 500), (1200, 505), (600, 510))
    assert wall.slide["id"] == ids[1]
    wall.js("advance(500)")
    touch(wall, (600, 500), (900, 505), (1500, 510))
    assert wall.slide["id"] == ids[0]
    wall.js("advance(500)")
    touch(wall, (900, 300), (910, 500), (920, 700))
    assert wall.slide["id"] == ids[0], "along the page is no turn"


@pytest.mark.parametrize("key", soak.sample([Keys.TAB, Keys.ENTER, Keys.ARROW_RIGHT, "x"], 2), ids=repr)
def test_a_key_holds_the_show_and_the_focus_is_never_lost(wall, key):
    assert wall.focused() == "show"
    wall.press(key)
    assert wall.is_stopped and wall.find("again").is_displayed()
    wall.tab_to("again")
    wall.press(Keys.ENTER)
    assert wall.focused() == "show" and not wall.is_stopped
    wall.move_pointer((10, 10))
    wall.js("document.activeElement.blur(); advance(250)")
    assert wall.focused() == "show"


def test_all_words_are_read_inside_the_player(wall, show):
    """And the way back is where the way there was."""
    wall.tab_to("transcript")
    wall.press(Keys.ENTER)
    wall.until("return reading.isOpen")
    assert wall.focused() == "reading" and wall.axe() == []
    words = wall.find("reading").text
    assert all(slide["title"] in words for slide in show.slides)
    assert wall.js("return document.querySelectorAll('#reading article h3').length") > 0
    assert wall.js("return location.pathname").endswith("/index.html")
    wall.js("document.getElementById('transcript').focus()")
    wall.press(Keys.ENTER)
    assert not wall.js("return reading.isOpen") and wall.js("return Boolean(document.querySelector('.slide'))")


@pytest.mark.sample(2)
@pytest.mark.parametrize("clicks", [0, 1, 2])
def test_the_bar_can_be_read_and_touched_at_arms_length(wall, show, clicks):
    """EN 301 549 5.1.4: capitals of 0.7 degrees; targets of 48 px; the size acts on the bar."""
    wall.press(Keys.TAB)
    for _ in range(clicks):
        click(wall, "size")
    boxes = wall.js(
        "return [...document.querySelectorAll('#controls button:not([hidden])')].map((b) => {"
        "const box = b.getBoundingClientRect(); return [box.width, box.height, box.left, box.right,"
        "box.bottom, parseFloat(getComputedStyle(b).fontSize), b.scrollWidth - b.clientWidth]; })"
    )
    px_per_mm = 1920 / show.manifest["panel"]["mm_w"]
    for width, height, left, right, bottom, size, over in boxes:
        assert width >= 48 and height >= 48 and left >= 0 and right <= 1920 and bottom <= 1081 and over <= 0
        assert size * 0.7 >= 6.1 * px_per_mm
        assert size == pytest.approx(32 * (1, 1.5, 2)[clicks], abs=0.1)
    assert wall.axe() == []


def test_the_question_can_be_read_by_all(wall):
    touch(wall, (900, 400))
    wall.advance(WAIT_S)
    assert wall.axe() == []
    box = wall.js("const b = document.querySelector('#idle .stay').getBoundingClientRect(); return [b.width, b.height]")
    assert box[0] > 600 and box[1] >= 150


def test_a_language_is_chosen_from_a_list_by_touch_and_keys(player, show):
    for slide in show.slides[3:6]:
        slide["lang"] = "es"
    show.manifest["labels"]["es"] = dict(show.manifest["labels"]["en"], next="Siguiente")
    show.publish("aaaaaaaaaaaa")
    player.open(f"{show.url}?wall=1")
    player.tab_to("language")
    player.press(Keys.ENTER)
    assert player.axe() == []
    player.press(Keys.TAB, Keys.TAB, Keys.ENTER)
    player.until("return document.documentElement.lang === 'es'")
    assert player.focused() == "language"
    player.advance(WAIT_S + WARNING_S)
    assert player.js("return document.documentElement.lang") != "es"


@pytest.mark.parametrize("button, wait", [("size", LONG_WAIT_S), ("palette", WAIT_S)])
def test_what_was_chosen_before_the_browser_started_anew_goes_back(wall, button, wait):
    """The service starts it once a day, and whenever it ends, whoever stands there. What the browser stores may not
    be there yet when the page asks: Chromium has it in a process of its own."""
    before = wall.js("return [look.size, look.isChosen]")
    wall.js("document.getElementById(arguments[0]).click(); localStorage.clear()", button)
    wall.reload()
    chosen = wall.js("return [look.size, look.isChosen]")
    assert chosen != before
    wall.advance(wait)
    assert wall.js("return idle.isAsking")
    wall.advance(WARNING_S)
    assert wall.js("return [look.size, look.isChosen]") == before


# Menus, a search in the page, zoom, other windows, help.
BROWSERS_OWN = (
    "const event = (name, kind, more = {}) => { const e = new kind(name, {bubbles: true, cancelable: true, ...more}); document.querySelector('main').dispatchEvent(e); return e.defaultPrevented; };"
    "return [event('contextmenu', MouseEvent), event('dragstart', DragEvent), event('auxclick', MouseEvent), event('wheel', WheelEvent, {ctrlKey: true}),"
    "event('keydown', KeyboardEvent, {key: '+', ctrlKey: true}), event('keydown', KeyboardEvent, {key: 'ArrowLeft', altKey: true}), event('keydown', KeyboardEvent, {key: 'F1'}),"
    "event('keydown', KeyboardEvent, {key: 'BrowserBack'})]"
)


@pytest.mark.sample(3)
@pytest.mark.parametrize("page", ["index.html", "topics.html"])
@pytest.mark.parametrize("address, kept", [("wall=1", True), ("kiosk=1", True), ("", False)])
def test_what_a_browser_offers_beside_its_page_is_kept_from_visitors(player, show, page, address, kept):
    player.open(f"{(show.directory / page).as_uri()}?{address}", wait=False)
    player.until("return document.documentElement.dataset.started === 'true'")
    assert player.js(BROWSERS_OWN) == [kept] * 8
    assert not player.js("const e = new KeyboardEvent('keydown', {key: 'Tab', bubbles: true, cancelable: true}); document.querySelector('main').dispatchEvent(e); return e.defaultPrevented")
