"""What tells a kind of slide from others, its bands, frames and cards, is there where words wrap and where
the browser chooses the colours, too."""

import pytest

import browser
from urgent_message import BEFORE, SCREENS, content, message, render, urge

NARROW = (320, 640)
MEDIA = {"light": {}, "night": {"prefers_color_scheme": "dark"}, "contrast": {"prefers_contrast": "more"}}
GROUNDS = {"band_ink": "band", "band_sub": "band", "alert_ink": "alert", "key_ink": "key", "key_sub": "key"}

# Of each run of a slide with a shade of its own: that shade, its colour, and the ground behind it.
RUNS = """
const ground = (element) => {
    for (; element; element = element.parentElement) {
        const color = getComputedStyle(element).backgroundColor;
        if (color !== 'rgba(0, 0, 0, 0)')
            return color;
    }
};
return [...document.querySelectorAll('.slide:not([hidden]) .line > span')].map((run) =>
    [run.className.split(' ').find((name) => look.SHADES.includes(name.replace('-', '_'))).replace('-', '_'),
     getComputedStyle(run).color, ground(run)]);
"""
LINES = """
return [...document.querySelectorAll('.slide:not([hidden]) .line')].map((line) =>
    [line.textContent, line.getClientRects()[0].top]);
"""


def rgb(color):
    return "rgb({}, {}, {})".format(*(int(color[i : i + 2], 16) for i in (1, 3, 5)))


def shades_of(show, palette, slide):
    shades = show.manifest["palette"][palette]
    return shades.get(slide["ground"], shades)


def slide_of(show, wanted):
    return next(i for i, slide in enumerate(show.slides) if wanted(slide))


@pytest.mark.sample(1)
@pytest.mark.parametrize("palette", MEDIA)
def test_signals_keep_their_grounds_where_words_wrap(player, publish, palette):
    show = publish("signals")
    player.media(**MEDIA[palette])
    player.window(*NARROW)
    player.open(show.url)
    seen = set()
    for index, slide in enumerate(show.slides):
        player.turn_to(index)
        shades = shades_of(show, palette, slide)
        for shade, color, ground in player.js(RUNS):
            if shade in GROUNDS and not (shade == "key_ink" and "table" not in str(slide["tree"])):  # numbers of a list
                seen.add(GROUNDS[shade])
                assert (color, ground) == (rgb(shades[shade]), rgb(shades[GROUNDS[shade]])), (slide["id"], shade)
            elif shade == "accent":
                assert color == rgb(shades["accent"]), slide["id"]
        assert player.axe() == [], slide["id"]
    assert seen == {"band", "alert", "key"}


def test_a_warning_has_its_frame_where_words_wrap(player, publish):
    show = publish("signals")
    player.window(*NARROW)
    player.open(show.url)
    player.turn_to(slide_of(show, lambda slide: slide["title"] == "Warning"))
    frame = player.js("const s = getComputedStyle(document.querySelector('.slide:not([hidden]) aside')); return [s.borderTopStyle, parseFloat(s.borderTopWidth), s.borderTopColor]")
    assert frame[0] == "solid" and frame[1] > 5 and frame[2] == rgb(show.manifest["palette"]["light"]["ink"])


def test_rows_of_the_hours_begin_new_lines_where_words_wrap(player, publish):
    show = publish("signals")
    player.window(*NARROW)
    player.open(show.url)
    index = slide_of(show, lambda slide: any(line.get("ends") for line in slide["lines"]) and slide["id"].startswith("contact"))
    player.turn_to(index)
    lines = show.slides[index]["lines"]
    drawn = player.js(LINES)
    ended = [i for i, line in enumerate(lines) if line.get("ends")]
    assert ended and all(drawn[i + 1][1] > drawn[i][1] + 10 for i in ended), drawn


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("window", [(1920, 1080), NARROW], ids=str)
def test_grounds_that_mean_something_have_edges_in_forced_colours(player, publish, window):
    show = publish("signals")
    player.media(forced_colors="active")
    player.window(*window)
    player.open(show.url)
    seen = set()
    for index, slide in enumerate(show.slides):
        player.turn_to(index)
        assert player.js("return [...document.querySelectorAll('.slide:not([hidden]) .line > span')].every((run) => getComputedStyle(run).color === getComputedStyle(document.body).color)"), slide["id"]
        if player.layout == "panel":
            for shade, fill, stroke in player.js("return [...document.querySelectorAll('.slide:not([hidden]) .decoration > *')].map((mark) => [mark.getAttribute('class'), getComputedStyle(mark).fill, getComputedStyle(mark).stroke])"):
                if shade in ("alert", "band", "card", "key"):
                    seen.add(shade)
                    assert stroke not in ("none", fill), (slide["id"], shade)
        elif any(run.get("role") in GROUNDS for line in slide["lines"] for run in line["runs"]) and "ol" not in str(slide["tree"]):
            seen |= {"alert", "band", "card", "key"}
            assert player.js("return [...document.querySelectorAll('.slide:not([hidden]) :is(.block, table)')].some((e) => parseFloat(getComputedStyle(e).borderBottomWidth) >= 2)"), slide["id"]
    assert seen == {"alert", "band", "card", "key"}


# Icons of the slide: the block and the words that each is in, how much of its line it comes behind, its box, and the
# colours of what it is drawn of.
SIGNS = """
return [...document.querySelectorAll('.slide:not([hidden]) .sign')].map((sign) => {
    const block = sign.closest('.block'), line = sign.closest('.line'), box = sign.getBoundingClientRect();
    return {block: block.textContent.trim(), line: line && line.textContent, isBehind: line !== null && line.lastElementChild === sign,
            isFramed: block.closest('aside') !== null, width: box.width, height: box.height,
            colors: [...new Set([...sign.children].map((part) => getComputedStyle(part).fill))],
            ground: getComputedStyle(block).backgroundColor};
});
"""
FORCED = {"forced_colors": "active"}


def signs_by_slide(player, show, window=NARROW, **media):
    player.media(**media)
    player.window(*window)
    player.open(show.url)
    found = {}
    for index, slide in enumerate(show.slides):
        player.turn_to(index)
        found.setdefault(slide["title"], []).extend(player.js(SIGNS))
    return found


def test_icons_stand_beside_their_words_where_these_wrap(player, publish):
    found = signs_by_slide(player, publish("signals"))
    (triangle,) = found["Warning"]
    assert (triangle["block"], triangle["line"], triangle["isFramed"]) == ("Warning", None, True)
    (handset,) = found["Call us the same day if you have"]
    assert handset["line"].endswith("5000") and not handset["isBehind"]
    (handset,) = found["Contact us"]
    assert handset["line"].endswith("5000") and not handset["isBehind"]
    for sign in (icon for icons in found.values() for icon in icons):
        assert sign["width"] > 12 and sign["height"] > 12, sign
    assert found["How to take it"] == [] and found["What to expect"] == []


def test_the_urgent_message_begins_with_its_triangle_where_words_wrap(player, content, tmp_path):
    urge(content, message())
    render(content, tmp_path / "out", BEFORE, *SCREENS)
    show = browser.Show(tmp_path / "out/lobby")
    (triangle,) = signs_by_slide(player, show, **FORCED)["No water today"]
    assert (triangle["block"], triangle["line"]) == ("No water today", None)
    assert len(triangle["colors"]) == 2 and player.axe() == []


def test_the_panel_has_each_icon_once(player, publish):
    for icons in signs_by_slide(player, publish("signals"), (1920, 1080)).values():
        assert all(icon["width"] == 0 for icon in icons)


@pytest.mark.sample(2)
@pytest.mark.parametrize("media", [*MEDIA.values(), FORCED], ids=[*MEDIA, "forced"])
def test_icons_stand_out_from_what_is_behind_them(player, publish, media):
    """What is cut out of one has the colour of its ground."""
    show = publish("signals")
    found = signs_by_slide(player, show, **media)
    (triangle,) = found["Warning"]
    assert len(triangle["colors"]) == 2
    (handset,) = found["Contact us"]
    assert len(handset["colors"]) == 1 and handset["colors"][0] != handset["ground"]


def test_marks_of_lists_are_seen_in_forced_colours(player, publish):
    """Also on the grounds where words are light."""
    show = publish("signals")
    player.media(**FORCED)
    player.window(*NARROW)
    player.open(show.url)
    marks = 0
    for index, _ in enumerate(show.slides):
        player.turn_to(index)
        for color in player.js("return [...document.querySelectorAll('.slide:not([hidden]) li')].map((item) => getComputedStyle(item, '::marker').color)"):
            assert color == player.js("return getComputedStyle(document.body).color")
            marks += 1
    assert marks


def test_words_of_other_directions_begin_at_the_edge_of_all_others(player, publish):
    show = publish("arabic")
    player.window(*NARROW)
    player.open(show.url)
    player.turn_to(0)
    blocks = player.js("""return [...document.querySelectorAll('.slide:not([hidden]) .block')].map((block) => {
        const words = document.createRange();
        words.selectNodeContents(block);
        return [block.dir, words.getBoundingClientRect().right, block.getBoundingClientRect().right];
    });""")
    assert "ltr" in {kind for kind, *_ in blocks}, blocks
    for _, words, block in blocks:
        assert words == pytest.approx(block, abs=3), blocks


# Of the slide's shown frame and tiles, and of its words: left, top, right, bottom.
BOXES = """
const box = (element) => { const b = element.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; };
const all = (names) => [...document.querySelectorAll(`.slide:not([hidden]) :is(${names})`)].map(box).filter(([left, , right]) => right > left);
return {frame: all('.frame'), tiles: all('.tile path, .tiles path'), shown: all('.tiles svg'), words: all('.line span')};
"""


@pytest.mark.sample(2)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("window", [(1600, 1100), (1900, 1000), (1920, 1080)], ids=str)
def test_a_warning_is_framed_by_the_window_whatever_its_shape(player, publish, direction, window):
    show = publish("signals")
    index = slide_of(show, lambda slide: slide["title"] == "Warning")
    show.slides[index]["dir"] = direction
    show.publish()
    player.window(*window)
    player.open(show.url)
    player.turn_to(index)
    assert player.js(BOXES)["frame"] == [pytest.approx([0, 0, *window], abs=1)]


def meet(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.sample(3)
@pytest.mark.parametrize("name", ["signals", "arabic"])
@pytest.mark.parametrize("window", [NARROW, (320, 400), (500, 900), (1200, 1100), (1600, 1100), (1900, 1000)], ids=str)
def test_tiles_stand_in_the_corner_of_every_window_and_touch_no_words(player, publish, window, name):
    show = publish(name)
    player.window(*window)
    player.open(show.url)
    seen = 0
    for index, slide in enumerate(show.slides):
        player.turn_to(index)
        boxes = player.js(BOXES)
        assert not boxes["tiles"] or player.js("return stage.scrollHeight <= stage.clientHeight"), slide["id"]
        tiles = boxes["shown"] or boxes["tiles"]
        assert not [1 for tile in tiles for word in boxes["words"] if meet(tile, word)], slide["id"]
        if tiles:
            seen += 1
            edge = min(tile[0] for tile in tiles) if slide["dir"] == "rtl" else window[0] - max(tile[2] for tile in tiles)
            assert edge == pytest.approx(0, abs=12), (slide["id"], tiles)
    assert seen or window == (320, 400)


def test_marks_have_the_colour_of_words_in_forced_colours(player, publish):
    """That of what is selected may let through what lies beneath: then strokes of an icon are seen in it."""
    show = publish("signals")
    player.media(**FORCED)
    player.window(1920, 1080)
    player.open(show.url)
    colors = set()
    for index, _ in enumerate(show.slides):
        player.turn_to(index)
        colors |= set(player.js("""return [...document.querySelectorAll('.slide:not([hidden]) :is(.frame, .decoration > :is(.accent, .on, .ink, .band-ink))')]
            .map((mark) => getComputedStyle(mark)[mark.matches('.frame') ? 'borderTopColor' : 'fill'])"""))
    assert colors == {player.js("return getComputedStyle(document.body).color")}
