"""The lobby player for everybody: checked by axe-core, driven by keys alone, read as a screen reader
reads it (lobby-standards 6, the carousel pattern of the ARIA authoring practices)."""

import re

import pytest
from selenium.webdriver.common.keys import Keys

CONTROLS = ["rotation", "previous", "next", "transcript", "size", "palette", "topics", "again"]
MEDIA = {
    "light": {},
    "dark": {"prefers_color_scheme": "dark"},
    "high contrast": {"prefers_contrast": "more"},
    "forced colours": {"forced_colors": "active"},
}


WINDOWS = [(1920, 1080), (960, 540), (320, 568)]


@pytest.mark.sample(4)
@pytest.mark.parametrize("state", ["running", "paused"])
@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("media", MEDIA)
def test_axe_finds_nothing(player, show, media, window, state):
    """At 960 by 540 the window is what 200 % zoom leaves of a 1080p screen."""
    player.media(**MEDIA[media])
    player.window(*window)
    player.open(show.url)
    for index in (0, 4, -1):
        player.turn_to(index)
        if state == "paused":
            player.tab_to("rotation")
        else:
            player.js("player.setStopped(false)")
        player.settle()
        assert player.is_stopped == (state == "paused")
        assert player.axe() == []


def test_axe_finds_nothing_in_pictures_and_missing_ones(player, rich_show):
    player.open(rich_show.url)
    for index in range(len(rich_show.slides)):
        player.turn_to(index)
        assert player.axe() == []


def test_axe_finds_nothing_when_no_slide_is_on(player, show):
    for slide in show.slides:
        slide["valid_to"] = "2020-01-01"
    show.publish("aaaaaaaaaaaa")
    player.open(show.url)
    assert player.axe() == []


def names(player, role):
    """Names of the nodes with this role that assistive technology meets, in order."""
    nodes = player.accessibility_tree().values()
    return [n["name"]["value"] for n in nodes if not n["ignored"] and n["role"]["value"] == role]


def words_under(tree, node):
    """All words below a node, in reading order; pictures by their alternative text. The texts of
    one line follow each other without a blank: letters that are moved are texts of their own."""
    role = node.get("role", {}).get("value")
    if role == "StaticText" or (role in ("image", "img") and not node["ignored"]):
        return [node["name"]["value"]]
    children = [tree[child] for child in node.get("childIds", []) if child in tree]
    below = [words_under(tree, child) for child in children]
    if children and all(child.get("role", {}).get("value") == "StaticText" for child in children):
        return ["".join(text for (text,) in below)]
    return [text for texts in below for text in texts]


def spoken_slide(player):
    tree = player.accessibility_tree()
    (slide,) = [
        node
        for node in tree.values()
        if not node["ignored"]
        and any(p["name"] == "roledescription" and p["value"]["value"] == "slide" for p in node["properties"])
    ]
    return " ".join(" ".join(words_under(tree, slide)).split())


def test_screen_reader_hears_exactly_the_words_of_each_slide(player, show):
    player.open(show.url)
    for index, slide in enumerate(show.slides):
        player.turn_to(index)
        assert spoken_slide(player) == " ".join(slide["text"].split())


BLOCKS = "return [...document.querySelectorAll('.slide:not([hidden]) .block')].map((b) => b.textContent)"


# Short names of days, which are heard in full.
IN_FULL = {"Mon–Fri": "Monday to Friday:", "Mo–Fr": "Montag bis Freitag:"}


@pytest.mark.parametrize("name", ["thai", "german"])
def test_what_was_broken_is_copied_and_read_whole(player, publish, name):
    """Lines without a blank between them: of a script that knows none, and inside wide words."""
    show = publish(name)
    broken = 0
    player.open(show.url)
    for index, slide in enumerate(show.slides):
        player.turn_to(index)
        broken += sum("goes_on" in line for line in slide["lines"])
        if not any("alt" in mark for mark in slide["marks"]):
            seen = " ".join(" ".join(player.js(BLOCKS)).split())
            assert re.sub("Mon–Fri|Mo–Fr", lambda days: IN_FULL[days[0]], seen) == slide["alt"]
    assert broken > 1


def test_raised_and_lowered_letters_are_read_as_such(player, rich_show):
    player.open(rich_show.url)
    spoken = ""
    for index in range(len(rich_show.slides)):
        player.turn_to(index)
        spoken += spoken_slide(player).replace(" ", "")
    assert "hold10⁹germs;H₂Otakes" in spoken


def test_words_of_another_language_are_read_in_it(player, rich_show):
    foreign = "return [...document.querySelectorAll('.slide:not([hidden]) [lang]')].map((e) => [e.lang, e.textContent])"
    player.open(rich_show.url)
    found = []
    for index in range(len(rich_show.slides)):
        player.turn_to(index)
        found += player.js(foreign)
    assert ["es", "gérmenes"] in found and [lang for lang, _ in found].count("es") == 1


def test_pictures_are_read_by_their_alternative_text(player, rich_show):
    player.open(rich_show.url)
    for index, slide in enumerate(rich_show.slides):
        player.turn_to(index)
        spoken = spoken_slide(player)
        for picture in slide["images"] + [mark for mark in slide["marks"] if mark.get("alt")]:
            assert picture["alt"] in spoken


def test_only_one_slide_exists_for_anybody(player, show):
    player.open(show.url)
    for index in range(len(show.slides)):
        player.turn_to(index)
    assert player.slide["count"] == 1
    assert player.js(
        "return [...document.querySelectorAll('.slide[hidden]')].every((s) => !s.getClientRects().length)"
    )


def test_carousel_says_what_it_is_in_the_manifests_words(player, show):
    labels = show.manifest["labels"]["en"]
    labels.update({key: f"{key} words" for key in ("carousel", "slide", "pause", "next", "controls")})
    show.publish("aaaaaaaaaaaa")
    player.open(show.url)
    section = player.find("show")
    assert section.tag_name == "section"
    assert section.get_attribute("aria-roledescription") == "carousel words"
    assert player.find("controls").get_attribute("aria-label") == "controls words"
    assert names(player, "button")[0] == "pause words"
    assert "next words" in names(player, "button")
    assert player.js("return document.querySelector('.slide').getAttribute('aria-roledescription')") == "slide words"
    assert show.manifest["title"] in player.find("name").text or player.js(
        "return document.getElementById('name').textContent"
    ) == labels["show"].replace("{name}", show.manifest["title"])


def test_no_word_stands_in_the_scripts(show):
    """Every word on the screen is the manifest's: the pages and scripts hold none for people."""
    page = (show.directory / "index.html").read_text()
    body = re.sub(r"<!--.*?-->|<title>.*?</title>|<script>.*?</script>", "", page, flags=re.S)
    assert not re.findall(r">\s*[^<\s][^<]*<", body)
    for script in show.directory.glob("*.js"):
        if script.name != "manifest.js":
            assert "textContent = '" not in script.read_text()


def test_keyboard_reaches_and_works_every_control(player, show):
    player.window(1920, 1080)
    player.open(show.url)
    reached = []
    for _ in CONTROLS:
        player.press(Keys.TAB)
        reached.append(player.focused())
        box = player.find(reached[-1]).rect
        assert box["width"] >= 48 and box["height"] >= 48
        assert player.js("const s = getComputedStyle(document.activeElement); return s.outlineStyle") != "none"
    assert reached == CONTROLS

    player.find("palette").send_keys(Keys.SPACE)
    assert player.js("return look.palette") == "night"
    player.find("size").send_keys(Keys.ENTER)
    assert player.js("return look.size") == 1.5 and player.layout == "flow"
    first = player.slide["id"]
    player.js("advance(500)")
    player.find("next").send_keys(Keys.ENTER)
    player.settle()
    assert player.slide["id"] == show.slides[1]["id"]
    player.js("advance(500)")
    player.find("previous").send_keys(Keys.SPACE)
    player.settle()
    assert player.slide["id"] == first
    assert player.is_stopped
    player.find("rotation").send_keys(Keys.ENTER)
    assert not player.is_stopped
    player.find("rotation").send_keys(Keys.ENTER)
    assert player.is_stopped


def test_arrows_home_end_and_p(player, show):
    player.open(show.url)
    ids = [slide["id"] for slide in show.slides]
    seen = []
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_LEFT):
        player.js("advance(500)")
        player.press(key)
        seen.append(player.slide["id"])
    assert seen == [ids[1], ids[2], ids[1]]
    assert player.is_stopped

    player.press("p")
    assert player.is_stopped, "letters count only while the focus is in the show"
    player.press(Keys.TAB)
    for key, wanted in ((Keys.END, ids[-1]), (Keys.HOME, ids[0])):
        player.js("advance(500)")
        player.press(key)
        assert player.slide["id"] == wanted
    player.press("p")
    assert not player.is_stopped


def test_rotation_stops_on_focus_and_says_so(player, show):
    player.open(show.url)
    labels = show.manifest["labels"]["en"]
    assert names(player, "button")[0] == labels["pause"]
    assert player.live == "off"
    player.press(Keys.TAB)
    assert player.focused() == "rotation"
    assert player.is_stopped and player.live == "polite"
    assert names(player, "button")[0] == labels["play"]
    assert player.find("rotation").get_attribute("aria-pressed") is None
    before = player.slide["id"]
    player.advance(100)
    assert player.slide["id"] == before
    player.press(Keys.ENTER)
    assert player.live == "off"
    player.advance(show.slides[0]["dwell_s"])
    assert player.slide["id"] != before


def test_pointer_holds_the_slides_only_when_it_moves(player, show):
    player.window(1920, 1080)
    player.open(show.url)
    first = player.slide["id"]
    player.move_pointer((900, 500))
    player.move_pointer((900, 500))
    assert player.js("return document.documentElement.dataset.controls") != "shown"
    player.advance(show.slides[0]["dwell_s"])
    second = player.slide["id"]
    assert second != first, "a pointer at rest does not freeze the lobby"

    player.move_pointer((905, 505))
    assert player.js("return document.documentElement.dataset.controls") == "shown"
    player.advance(100)
    assert player.slide["id"] == second
    player.js("document.documentElement.dispatchEvent(new PointerEvent('pointerleave'))")
    player.advance(60)
    assert player.slide["id"] != second


def test_touch_brings_the_buttons(player, show):
    player.window(1920, 1080)
    player.open(show.url)
    assert player.find("controls").size["width"] <= 1
    player.command("Emulation.setTouchEmulationEnabled", enabled=True)
    for kind, points in (("touchStart", [{"x": 700, "y": 400}]), ("touchEnd", [])):
        player.command("Input.dispatchTouchEvent", type=kind, touchPoints=points)
    player.command("Emulation.setTouchEmulationEnabled", enabled=False)
    player.settle()
    for identifier in CONTROLS:
        box = player.find(identifier).rect
        assert box["width"] >= 48 and box["height"] >= 48, identifier


@pytest.mark.sample(2, 1)
@pytest.mark.parametrize("window", [(1920, 1080), (3840, 2160), (1280, 720), (320, 568)], ids=str)
def test_controls_never_cover_words(player, show, window):
    player.window(*window)
    player.open(show.url)
    player.press(Keys.TAB)
    for index in range(len(show.slides)):
        player.turn_to(index)
        assert player.js(
            "const bar = document.getElementById('controls').getBoundingClientRect();"
            "return [...document.querySelectorAll('.slide:not([hidden]) .line')]"
            ".map((line) => line.getBoundingClientRect())"
            ".every((box) => box.bottom <= bar.top + 1 || box.top >= bar.bottom - 1)"
        ), show.slides[index]["id"]


def test_held_key_changes_two_slides_a_second_at_most(player, show):
    """WCAG 2.3.1: a key held down must not make the wall flash."""
    player.open(show.url)
    changes = player.js(
        "let changes = 0, last = memory.get('slide');"
        "for (let i = 0; i < 100; i++) { player.turn(1); advance(10, 10);"
        "  if (memory.get('slide') !== last) { changes++; last = memory.get('slide'); } }"
        "return changes"
    )
    assert changes == 2


def test_no_fade_where_motion_is_unwelcome(player, show):
    player.media(prefers_reduced_motion="no-preference")
    player.open(show.url)
    fades = "advance(500); player.turn(1); return document.getAnimations().length"
    assert player.js(fades) == 1
    player.settle()
    player.media(prefers_reduced_motion="reduce")
    assert player.js(fades) == 0


def test_progress_mark_is_silent(player, show):
    player.open(show.url)
    player.advance(5)
    share = player.js("return new DOMMatrix(getComputedStyle(document.querySelector('#progress div')).transform).a")
    assert share == pytest.approx(5 / show.slides[0]["dwell_s"], abs=0.01)
    assert not [n for n in player.accessibility_tree().values() if n.get("role", {}).get("value") == "progressbar"]
    assert player.find("progress").get_attribute("aria-hidden") == "true"


def test_languages_can_be_chosen_when_there_are_several(player, show):
    assert len({slide["lang"] for slide in show.slides}) == 1
    for slide in show.slides[3:6]:
        slide["lang"] = "es"
    spanish = dict(show.manifest["labels"]["en"], next="Siguiente", language_name="Español")
    show.manifest["labels"]["es"] = spanish
    show.publish("aaaaaaaaaaaa")
    player.open(show.url)
    player.tab_to("language")
    player.press(Keys.ENTER)
    choices = player.driver.find_elements("css selector", "#languages button")
    assert [choice.text for choice in choices] == ["English, Español", "English", "Español"]
    choices[2].click()
    player.until("return document.documentElement.lang === 'es'")
    assert names(player, "button")[2] == "Siguiente"
    seen = set()
    for _ in range(6):
        seen.add(player.slide["id"])
        player.turn()
    assert seen == {slide["id"] for slide in show.slides[3:6]}


def test_language_control_is_absent_for_one_language(player, show):
    player.open(show.url)
    player.press(Keys.TAB)
    assert not player.find("language").is_displayed()


def test_paper_gets_every_slide_as_text(player, show):
    player.open(show.url)
    player.command("Emulation.setEmulatedMedia", media="print", features=[])
    player.js("window.dispatchEvent(new Event('beforeprint'))")
    player.settle()
    shown = player.js("return document.getElementById('slides').innerText").split()
    player.command("Emulation.setEmulatedMedia", media="", features=[])
    assert shown == " ".join(slide["text"] for slide in show.slides).split()
