"""On a display that stands for all, a link of a held slide opens its words, its address and its code: by touch
and by keys, at every size, in all colours. Nothing leaves the display."""

import subprocess

import pytest
from selenium.webdriver.common.keys import Keys

import program
from player_fixtures import picture

LONG_URI = "https://riverside-sleep.org/ways/to/us?from=station&level=2"
ARTICLE = f"""\
See [how to find us](https://riverside-sleep.org/way) before your visit.

![A picture of the door](door.png)

Then read [all that we wrote about how to come from the station to the clinic on foot, with a stick or in a wheelchair]({LONG_URI}).

## Numbers

Call [the desk](tel:+15032345678) or read <https://riverside-sleep.org/more>. At night call [(800) 662-4357](tel:+18006624357).

Write to [Dr. Lee](mailto:lee@riverside-sleep.org?subject=Visit).
"""
IS_OPEN = "return document.getElementById('address').open"
TOLD = (
    "return ['link', 'shown'].map((name) => document.querySelector('#address .' + name).textContent)"
    ".concat(document.querySelector('#address svg').getAttribute('aria-label'))"
)
LINKS = "return [...document.querySelectorAll('.slide:not([hidden]) a')].map((a) => [a.textContent, a.getAttribute('href'), a.tabIndex])"
SHOWN = "[...document.querySelectorAll('.slide:not([hidden]) a')]"
CARD = (
    "const seen = (e) => { const b = e.getBoundingClientRect(); return [b.left, b.right, b.width, b.height]; };"
    "const d = document.getElementById('address');"
    "return {inner: innerWidth, over: d.scrollWidth - d.clientWidth, parts: [...d.querySelectorAll('h2, bdi, svg, button')].map(seen)}"
)


def make(base):
    """The show of the article in a folder of its own."""
    article = program.article(ARTICLE, title="Your way", front="kind: article\n")
    content = program.write_content(base / "content", {"way": article}, files={"door.png": picture()})
    made = program.render(content, base / "out", "--format", "screen")
    assert (made.directory / "lobby/manifest.js").exists(), made.err
    return made.directory / "lobby"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    return make(tmp_path_factory.mktemp("addresses"))


@pytest.fixture
def wall(player, lobby):
    player.open((lobby / "index.html").as_uri() + "?wall=1")
    yield player
    assert [e for e in player.errors() if ".css" not in e] == [], "of axe alone, which looks for style sheets"
    assert player.js("return location.pathname").endswith("/index.html")


def turn_to_link(player, words):
    for _ in range(20):
        if words in player.js(f"return {SHOWN}.map((a) => a.textContent).join(' ')"):
            return
        player.turn()
    raise AssertionError(words)


def touch(player, piece=0):
    """The first touch of the slide holds it and brings the bar, for which the slide makes room."""
    player.press(Keys.SHIFT)
    x, y = player.js(
        f"const b = {SHOWN}.at(arguments[0]).getClientRects()[0]; return [b.x + b.width / 2, b.y + b.height / 2]", piece
    )
    player.command("Emulation.setTouchEmulationEnabled", enabled=True)
    player.command("Input.dispatchTouchEvent", type="touchStart", touchPoints=[{"x": x, "y": y}])
    player.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    player.command("Emulation.setTouchEmulationEnabled", enabled=False)
    player.until(IS_OPEN)


def tab_to_link(player):
    player.js("document.getElementById('show').focus()")
    for _ in range(16):
        player.press(Keys.TAB)
        if player.js("return document.activeElement.closest('.slide a') !== null"):
            return
    raise AssertionError("no link is reached with the Tab key")


def test_a_touch_opens_where_a_link_leads(wall, tmp_path):
    turn_to_link(wall, "how to find us")
    touch(wall)
    assert wall.is_stopped and wall.axe() == []
    assert wall.js(TOLD) == ["how to find us", "riverside-sleep.org/way", "QR code: opens https://riverside-sleep.org/way"]
    wall.driver.save_screenshot(str(tmp_path / "code.png"))
    read = subprocess.run(["zbarimg", "-q", "--raw", tmp_path / "code.png"], capture_output=True, text=True).stdout
    assert "https://riverside-sleep.org/way" in read.split()
    wall.js("document.querySelector('#address .close').click()")
    assert not wall.js(IS_OPEN)


@pytest.mark.parametrize("answer", [Keys.ENTER, Keys.ESCAPE], ids=["Close", "Escape"])
def test_keys_open_it_and_go_back_to_the_link(wall, answer):
    turn_to_link(wall, "how to find us")
    tab_to_link(wall)
    wall.press(Keys.ENTER)
    assert wall.js(IS_OPEN) and wall.js("return document.activeElement.className") == "close"
    wall.press(answer)
    assert not wall.js(IS_OPEN) and wall.js(f"return document.activeElement === {SHOWN}[0]")
    assert wall.is_stopped


def test_a_link_of_several_lines_is_one(wall):
    turn_to_link(wall, "all that we wrote")
    links = wall.js(LINKS)
    assert len(links) > 1 and {href for _, href, _ in links} == {"#address"}
    assert [index for *_, index in links] == [0] + [-1] * (len(links) - 1)
    touch(wall, -1)
    words, shown, _ = wall.js(TOLD)
    assert words == " ".join(text for text, *_ in links) and shown == LONG_URI.removeprefix("https://")


def test_numbers_and_mail_behind_words_are_told(wall, tmp_path):
    """A number that stands in the words is words alone."""
    told = {"the desk": "+15032345678", "Dr. Lee": "lee@riverside-sleep.org"}
    codes = {"the desk": "tel:+15032345678", "Dr. Lee": "mailto:lee@riverside-sleep.org?subject=Visit"}
    for words, address in told.items():
        turn_to_link(wall, words)
        wall.js(f"{SHOWN}.find((a) => a.textContent === arguments[0]).click()", words)
        assert wall.js(TOLD) == [words, address, f"QR code: opens {codes[words].split(':')[1].split('?')[0]}"]
        picture = tmp_path / "code.png"
        wall.driver.save_screenshot(str(picture))
        assert codes[words] in subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True).stdout.split()
        wall.js("document.querySelector('#address .close').click()")
    turn_to_link(wall, "(800) 662-4357")
    assert [href for text, href, _ in wall.js(LINKS) if text == "(800) 662-4357"] == [None]


def test_nobody_there_finds_the_show_again(wall):
    turn_to_link(wall, "how to find us")
    touch(wall)
    wall.advance(60)
    assert wall.js("return document.getElementById('idle').open")
    wall.advance(20)
    assert not wall.js(IS_OPEN) and not wall.is_stopped and wall.focused() == "show"


@pytest.mark.sample(2)
@pytest.mark.parametrize("size, clicks", [((1920, 1080), 0), ((1920, 1080), 2), ((1080, 1920), 2), ((320, 640), 0), ((320, 256), 0)])
def test_it_can_be_read_and_touched_in_every_window(wall, size, clicks):
    """320 px is 1280 px at 400 %."""
    wall.window(*size)
    for _ in range(clicks):
        wall.js("document.getElementById('size').click()")
    turn_to_link(wall, "all that we wrote")
    heights = wall.js(f"return {SHOWN}.map((a) => a.getClientRects()[0].height)")
    assert min(heights) >= 47.9
    wall.js(f"{SHOWN}[0].click()")
    card = wall.js(CARD)
    assert card["over"] <= 0
    assert all(left >= 0 and right <= card["inner"] for left, right, *_ in card["parts"])
    *_, code, close = card["parts"]
    assert code[2] >= 96 and code[2] == pytest.approx(code[3], abs=1)
    assert close[3] >= 48 and wall.axe() == []


@pytest.mark.sample(1)
@pytest.mark.parametrize("features", [{"forced_colors": "active"}, {"prefers_color_scheme": "dark"}, {"prefers_contrast": "more"}], ids=str)
def test_the_code_is_black_on_white_in_all_colours(wall, features):
    wall.media(**features)
    turn_to_link(wall, "how to find us")
    touch(wall)
    style = "const s = getComputedStyle(document.querySelector('#address svg')); return [s.backgroundColor, getComputedStyle(document.querySelector('#address path')).fill]"
    assert wall.js(style) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"] and wall.axe() == []


def test_a_browser_with_a_way_back_follows_links(player, lobby):
    player.open((lobby / "index.html").as_uri())
    turn_to_link(player, "how to find us")
    assert player.js(LINKS)[0][1] == "https://riverside-sleep.org/way"
