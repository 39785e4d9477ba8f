"""The lobby in Firefox: it shows what it shows elsewhere, asks who is still there, is worked by touch
and by keys alone, and loads nothing but its own."""

import pytest

import browser
import engines
import test_player_heals
import test_player_layout
import test_player_links

TAB, RIGHT, ENTER = "\ue004", "\ue014", "\ue007"
IS_SHOWN = "return player.hasShow && !document.getElementById('show').hidden"
IS_ASKING = "return document.getElementById('idle').open"
FOCUS = "return document.activeElement.id || document.activeElement.className"


@pytest.fixture(scope="module")
def fox(request):
    return engines.start(request, "Firefox").page


@pytest.fixture
def wall(fox, show):
    fox.window(1920, 1080)
    fox.complaints.clear()
    fox.open(f"{show.url}?wall=1")
    fox.until(IS_SHOWN)
    return fox


def turn_to(fox, index):
    fox.js(f"advance(500); player.turnTo({index})")
    fox.until("return document.querySelectorAll('.slide:not([hidden])').length === 1")


def test_lines_stand_where_the_picture_has_them(wall, show):
    for index, slide in enumerate(show.slides[:6]):
        turn_to(wall, index)
        assert wall.js("return document.documentElement.dataset.layout") == "panel"
        drawn = wall.js(test_player_layout.MEASURE)
        for line, got in zip(sorted(slide["lines"], key=lambda line: bool(line.get("aside"))), drawn, strict=True):
            assert (got["x"], got["y"]) == pytest.approx((line["x"], line["y"]), abs=4)
    assert wall.complaints == []


def test_nobody_there_is_asked_and_whoever_answers_stays(wall):
    wall.touch(900, 400)
    assert wall.js("return player.isStopped && document.documentElement.dataset.controls") == "shown"
    wall.js("advance(59000)")
    assert not wall.js(IS_ASKING)
    wall.js("advance(1000)")
    assert wall.js(IS_ASKING) and wall.js(FOCUS) == "stay"
    wall.press("x")
    assert not wall.js(IS_ASKING)
    wall.js("advance(80000)")
    assert not wall.js(IS_ASKING) and not wall.js("return player.isStopped")
    assert wall.complaints == []


def test_keys_reach_every_control_and_turn_the_slides(wall):
    wall.press(TAB)
    reached = []
    for _ in range(12):
        reached.append(wall.js(FOCUS))
        wall.press(TAB)
    assert {"rotation", "next", "size", "palette", "topics", "again"} <= set(reached)
    before = wall.js("return memory.get('slide')")
    wall.js("advance(1000)")
    wall.press(RIGHT)
    wall.until(f"return memory.get('slide') !== {before!r}")
    assert wall.complaints == []


def test_an_article_is_chosen_and_read_by_keys(fox, show):
    """From the topics to the last part and back, without a finger."""
    fox.window(1920, 1080)
    fox.complaints.clear()
    fox.open(f"{show.directory.as_uri()}/topics.html?kiosk=1")
    fox.until("return document.documentElement.dataset.started === 'true'")
    for _ in range(30):
        fox.press(TAB)
        if fox.js("return document.activeElement.matches('a[href*=read-]')"):
            break
    fox.press(ENTER)
    fox.until("return location.pathname.includes('/read-') && document.documentElement.dataset.started === 'true'")
    for _ in range(3 * fox.js("return parts.count()")):  # a key that comes while a part turns is lost
        if not fox.js("return parts.isTaking"):
            fox.press(RIGHT)
    fox.until("return parts.isTaking")
    assert fox.js(FOCUS) not in ("", "body")
    for _ in range(30):
        fox.press(TAB)
        if fox.js(FOCUS) == "again":
            break
    # Whose keyboard a Tab of a test before took out of the page: its keys press no button now.
    fox.js("document.activeElement.click()")
    fox.until("return location.pathname.endsWith('/topics.html') && document.readyState === 'complete'")
    assert fox.complaints == []


def test_wider_spacing_loses_no_word(wall, show):
    for index in (0, 1, 3):
        turn_to(wall, index)
        before = wall.js("return document.querySelector('.slide:not([hidden])').textContent")
        wall.js(test_player_heals.SPACING + "player.fit();")
        assert wall.js("return document.documentElement.dataset.layout") == "flow"
        assert wall.js("return document.querySelector('.slide:not([hidden])').textContent") == before
        assert wall.js("return document.documentElement.scrollWidth <= innerWidth")
        wall.js("document.adoptedStyleSheets = []; document.querySelectorAll('.slide').forEach((s) => delete s.dataset.flows); player.fit();")


def test_narrow_windows_need_no_scrolling_sideways(wall):
    wall.window(320, 568)
    wall.js("player.fit()")
    assert wall.js("return document.documentElement.scrollWidth") <= 320


def test_the_show_goes_on_without_its_server(fox, show):
    with browser.serve(show.directory) as address:
        fox.open(address + "index.html?wall=1")
        fox.until("return navigator.serviceWorker.controller !== null")
        fox.open(address + "index.html?wall=1")
        fox.until(IS_SHOWN)
    fox.open(address + "index.html?wall=1")
    fox.until(IS_SHOWN)


@pytest.fixture(scope="module")
def ways(tmp_path_factory):
    return test_player_links.make(tmp_path_factory.mktemp("ways"))


def test_a_link_opens_its_address_and_code(fox, ways):
    """By touch, and nobody there finds the show again."""
    fox.window(1920, 1080)
    fox.complaints.clear()
    fox.open((ways / "index.html").as_uri() + "?wall=1")
    fox.until(IS_SHOWN)
    fox.touch(960, 30)
    for words, address in (("how to find us", "riverside-sleep.org/way"), ("Dr. Lee", "lee@riverside-sleep.org")):
        link = f"{test_player_links.SHOWN}.find((a) => '{words}'.includes(a.textContent))"
        for _ in range(20):
            if fox.js(f"return Boolean({link})"):
                break
            fox.js("advance(500); return player.turn(1)")
        x, y = fox.js(f"const b = {link}.getClientRects()[0]; return [Math.round(b.x + b.width / 2), Math.round(b.y + b.height / 2)]")
        fox.touch(x, y)
        fox.until(test_player_links.IS_OPEN)
        assert fox.js(test_player_links.TOLD)[:2] == [words, address]
        card = fox.js("const b = document.querySelector('#address svg').getBoundingClientRect(); return [b.width, b.height, b.top >= 0 && b.bottom <= innerHeight]")
        assert card[0] == pytest.approx(card[1], abs=1) and card[0] >= 96 and card[2]
        assert fox.js(FOCUS) == "close"
        fox.js("document.querySelector('#address .close').click()")
        assert not fox.js(test_player_links.IS_OPEN)
    fox.touch(x, y)
    fox.until(test_player_links.IS_OPEN)
    fox.js("advance(60000)")
    assert fox.js(IS_ASKING)
    fox.js("advance(20000)")
    assert not fox.js(test_player_links.IS_OPEN) and not fox.js("return player.isStopped")
    assert fox.complaints == [] and fox.js("return location.pathname").endswith("/index.html")
