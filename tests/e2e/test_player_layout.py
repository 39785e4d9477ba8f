"""The lobby player draws what the PNGs hold: the same words, lines, sizes and places, in any window;
and lets the words wrap where a viewer needs them larger."""

import math

import pytest

import browser

MM_PER_INCH = 25.4
WINDOWS = {"1080p": (1920, 1080), "4K": (3840, 2160)}

# Of each line on the slide: words, left and right edge and baseline of what is drawn, font size.
MEASURE = """
return [...document.querySelectorAll('.slide:not([hidden]) .line')].map((line) => {
    const words = document.createRange();
    words.selectNodeContents(line);
    const box = words.getBoundingClientRect();
    const probe = document.createElement('span');
    probe.style.cssText = 'display:inline-block;width:0;height:0';
    line.append(probe);
    const baseline = probe.getBoundingClientRect().bottom;
    probe.remove();
    const style = getComputedStyle(line);
    const tracking = parseFloat(style.letterSpacing) || 0;
    return {text: line.textContent, x: box.left, right: box.right - tracking, y: baseline,
            size: parseFloat(style.fontSize), rows: words.getClientRects().length};
});
"""
# Runs that leave the slide, or whose letters above the baseline leave the share of it that panels
# never hide.
OVERFLOW = """
const slide = document.querySelector('.slide:not([hidden])').getBoundingClientRect();
const safe = arguments[0];
const left = slide.left + safe * slide.width - 1, right = slide.right - safe * slide.width + 1;
const top = slide.top + safe * slide.height - 1, bottom = slide.bottom - safe * slide.height + 1;
return [...document.querySelectorAll('.slide:not([hidden]) .line > span')].filter((run) => {
    const box = run.getBoundingClientRect();
    const style = getComputedStyle(run);
    const descent = 0.2 * parseFloat(style.fontSize);
    return box.left < left || box.right - parseFloat(style.letterSpacing) > right || box.top < top ||
        box.bottom > bottom || box.bottom + descent > slide.bottom;
}).map((run) => run.textContent);
"""
# Rows of words by their place on the whole slide; only those wholly in the window when asked.
ROWS = """
const stage = document.getElementById('stage');
return [...document.querySelectorAll('.slide:not([hidden]) .line > span')]
    .flatMap((run) => [...run.getClientRects()])
    .filter((row) => !arguments[0] || (row.top >= 0 && row.bottom <= innerHeight))
    .map((row) => Math.round(row.top + stage.scrollTop));
"""


def check_lines(player, show, slack=1.5):
    """Lines as the manifest, and so the PNG, has them: none wraps, none is elsewhere by more than
    `slack` pixels of the panel."""
    scale = player.js("return document.documentElement.clientWidth") / show.manifest["panel"]["w"]
    for index, slide in enumerate(show.slides):
        player.turn_to(index)
        assert player.layout == "panel"
        drawn = player.js(MEASURE)
        assert len(drawn) == len(slide["lines"])
        lines = sorted(slide["lines"], key=lambda line: bool(line.get("aside")))
        for line, got in zip(lines, drawn):
            assert got["text"] == "".join(run["text"] for run in line["runs"])
            assert got["y"] / scale == pytest.approx(line["y"], abs=slack)
            assert got["size"] / scale == pytest.approx(line["size"], abs=0.1)
            assert got["x"] / scale == pytest.approx(line["x"], abs=slack)
            assert got["right"] / scale == pytest.approx(line["x"] + line["w"], abs=slack)
        assert player.js(OVERFLOW, show.manifest["panel"]["overscan"]) == []


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("window", WINDOWS)
def test_lines_stand_where_the_picture_has_them(player, show, window):
    player.window(*WINDOWS[window])
    player.open(show.url)
    check_lines(player, show)


def test_portrait_panels_are_laid_out_too(player, portrait_show):
    assert portrait_show.manifest["panel"]["h"] > portrait_show.manifest["panel"]["w"]
    player.window(1080, 1920)
    player.open(portrait_show.url)
    check_lines(player, portrait_show)


@pytest.mark.sample(3)
@pytest.mark.parametrize("script", ["arabic", "hebrew", "hindi", "thai", "khmer", "german", "vietnamese", "chinese"])
def test_lines_of_every_script_stand_where_the_picture_has_them(player, publish, script):
    """Browsers space letters with marks on them a little otherwise than Pango."""
    show = publish(script)
    player.window(1920, 1080)
    player.open(show.url)
    check_lines(player, show, slack=12)


def test_raised_letters_stand_where_the_picture_has_them(player, rich_show):
    player.open(rich_show.url)
    check_lines(player, rich_show)
    runs = [run for slide in rich_show.slides for line in slide["lines"] for run in line["runs"]]
    assert [run["text"] for run in runs if run.get("rise", 0) > 0] == ["⁹"]
    assert [run["text"] for run in runs if run.get("rise", 0) < 0] == ["₂"]


def test_shifts_against_burn_in_keep_all_in_the_window(player, show):
    player.window(1920, 1080)
    player.open(show.url)
    places = set()
    for round_number in range(9):
        player.js("look.shift(arguments[0])", round_number)
        player.settle()
        places.add(player.js("const b = document.querySelector('.line').getBoundingClientRect(); return `${b.x} ${b.y}`"))
        assert player.js(OVERFLOW, 0) == []
        assert player.js(
            "const b = document.querySelector('.decoration rect').getBoundingClientRect();"
            "return b.left <= 0 && b.top <= 0 && b.bottom >= innerHeight"
        ), "no gap opens beside a stripe at the edge"
    assert len(places) == 9


def test_shift_changes_with_each_round(player, show):
    player.open(show.url)
    before = player.js("return document.documentElement.style.getPropertyValue('--shift-x')")
    player.turn_to(len(show.slides) - 1)
    player.turn()
    assert player.slide["id"] == show.slides[0]["id"]
    assert player.js("return document.documentElement.style.getPropertyValue('--shift-x')") != before


def capital_px(player):
    """Height of a drawn capital I in pixels of the window, from the pixels of a canvas."""
    return player.js("""
        const run = document.querySelector('.slide:not([hidden]) p .line > span');
        const style = getComputedStyle(run);
        const canvas = document.createElement('canvas');
        const size = parseFloat(style.fontSize);
        canvas.width = canvas.height = Math.ceil(size * 2);
        const pen = canvas.getContext('2d');
        pen.font = `${style.fontWeight} ${size}px ${style.fontFamily}`;
        pen.fillText('I', size / 2, size * 1.5);
        const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
        let best = 0;
        for (let x = 0; x < canvas.width; x++) {
            let ink = 0;
            for (let y = 0; y < canvas.height; y++)
                ink += data[4 * (y * canvas.width + x) + 3] / 255;
            best = Math.max(best, ink);
        }
        return best;
    """)


@pytest.mark.sample(2)
@pytest.mark.parametrize("window", WINDOWS)
def test_letters_are_as_high_as_the_distance_asks(player, show, window):
    """EN 301 549 5.1.4 and ADA 703.5.5 (lobby-standards 4.2), measured in the browser's pixels."""
    panel, viewing = show.manifest["panel"], show.manifest["viewing"]
    least_mm = max(16, 0.0122173 * viewing["distance_mm"])
    player.window(*WINDOWS[window])
    player.open(show.url)
    largest = [max(line["size"] for line in slide["lines"]) for slide in show.slides]
    player.turn_to(largest.index(min(largest)))
    height_mm = capital_px(player) * panel["mm_h"] / WINDOWS[window][1]
    assert least_mm - 0.2 <= height_mm <= least_mm * 1.1


@pytest.mark.sample(2)
@pytest.mark.parametrize("width", [320, 390, 768, 1024])
@pytest.mark.parametrize("size_steps", [0, 2])
def test_words_reflow_without_sideways_scrolling(player, show, width, size_steps):
    """WCAG 1.4.10: at 320 px, and with the text at 200 %."""
    player.window(width, 568)
    player.open(show.url)
    for _ in range(size_steps):
        player.js("document.getElementById('size').click()")
    for index in range(len(show.slides)):
        player.turn_to(index)
        assert player.js("return document.documentElement.scrollWidth <= innerWidth")
        assert player.js("const s = document.getElementById('stage'); return s.scrollWidth <= s.clientWidth")
        sizes = [line["size"] for line in player.js(MEASURE)]
        assert min(sizes) >= 20 * (2 if size_steps else 0.99) or player.layout == "panel"


def test_zoom_of_the_browser_doubles_the_words(player, show):
    """WCAG 1.4.4: what fills the window is made of the window's size, yet zooming must enlarge it."""
    player.command("Emulation.clearDeviceMetricsOverride")
    player.open(show.url)
    player.turn_to(4)
    before = player.js(MEASURE)[1]["size"]
    player.zoom(2)
    try:
        player.open(show.url)
        player.turn_to(4)
        after = player.js(MEASURE)[1]["size"] * 2
        assert player.layout == "flow"
        assert after >= before * 1.5 or player.js("return innerWidth < 1200 && innerHeight < 480")
        assert player.js("return document.documentElement.scrollWidth <= innerWidth")
        assert player.axe() == []
    finally:
        player.zoom(1)


@pytest.mark.sample(1)
@pytest.mark.parametrize("clicks", [1, 2])
def test_long_slides_at_large_size_are_shown_in_screenfuls(player, show, clicks):
    """Nothing is lost on the wall: what does not fit is scrolled to before the next slide comes."""
    player.window(1920, 1080)
    player.open(show.url)
    player.turn_to(5)
    player.js("for (let i = 0; i < arguments[0]; i++) document.getElementById('size').click();"
              "player.setStopped(false)", clicks)
    before = player.slide["id"]
    rows = player.js(ROWS, False)
    seen = set()
    while player.slide["id"] == before:
        seen |= set(player.js(ROWS, True))
        player.advance(2)
    assert seen == set(rows) and len(rows) > 5


@pytest.mark.parametrize("palette", ["light", "night", "contrast"])
def test_palettes_of_the_manifest_are_drawn(player, show, palette):
    player.open(show.url)
    player.turn_to(4)
    for _ in range(3):
        if player.js("return look.palette") != palette:
            player.js("document.getElementById('palette').click()")
    colors = player.js(
        "const rgb = (selector, key) => getComputedStyle(document.querySelector(selector))[key];"
        "return [rgb('.slide:not([hidden]) p .line > span', 'color'), rgb('html', 'backgroundColor')]"
    )
    wanted = show.manifest["palette"][palette]
    wanted = wanted.get(show.slides[4]["ground"], wanted)
    as_rgb = lambda text: "rgb({}, {}, {})".format(*(int(text[i : i + 2], 16) for i in (1, 3, 5)))
    assert colors == [as_rgb(wanted["ink"]), as_rgb(wanted["ground"])]


def test_night_palette_keeps_its_hours(player, show):
    player.open(show.url, date="2026-03-04T19:59:00")
    assert player.js("return look.palette") == "light"
    player.advance(120)
    assert player.js("return look.palette") == "night"
    player.js("window.wallClock += 11 * 3600 * 1000")
    player.advance(120)
    assert player.js("return look.palette") == "light"


def test_codes_stay_black_on_white(player, rich_show):
    """Cameras do not read a QR code that is light on dark."""
    player.open(rich_show.url, date="2026-03-04T23:00:00")
    codes = 0
    for index in range(len(rich_show.slides)):
        player.turn_to(index)
        for ground, ink in player.js(
            "return [...document.querySelectorAll('.slide:not([hidden]) svg.figure')].map((code) =>"
            "[code.querySelector('rect').getAttribute('fill'), code.querySelector('path').getAttribute('fill')])"
        ):
            codes += 1
            assert (ground, ink) == ("#ffffff", "#000000")
    assert codes


def test_letters_that_move_have_the_colour_of_their_word(player, show):
    """Where the words wrap, too."""
    player.open(show.url)
    for _ in range(3):
        seen = 0
        for index in range(len(show.slides)):
            player.turn_to(index)
            colours = player.js("return [...document.querySelectorAll('.slide:not([hidden]) .spaced')].map((e) => [getComputedStyle(e).color, getComputedStyle(e.parentElement).color])")
            assert all(own == word for own, word in colours), (index, player.layout)
            seen += len(colours)
        assert seen > 0
        player.js("document.getElementById('size').click()")


BROKEN = """
return [...document.querySelectorAll('.slide:not([hidden]) th')].flatMap((th) => {
    const walk = document.createTreeWalker(th, NodeFilter.SHOW_TEXT), found = [], range = document.createRange();
    for (let node = walk.nextNode(); node; node = walk.nextNode())
        for (const word of node.data.matchAll(/\\p{L}+/gu)) {
            range.setStart(node, word.index);
            range.setEnd(node, word.index + word[0].length);
            if (range.getClientRects().length > 1)
                found.push(word[0]);
        }
    return found;
});
"""


def test_labels_of_a_card_keep_their_words_whole_on_a_small_window(player, make):
    made = make("| Side effect | How common | What helps |\n|---|---|---|\n| Trouble sleeping (insomnia) | More than 1 in 10 | Take it with food; small meals; ginger tea |\n", "--format", "screen")
    player.window(320, 640)
    show = browser.Show(made.directory / "lobby")
    player.open(show.url)
    player.turn_to(next(n for n, slide in enumerate(show.slides) if "How common" in slide["text"]))
    assert player.js("return document.querySelectorAll('.slide:not([hidden]) th').length") == 3
    assert player.js(BROKEN) == []


@pytest.mark.sample(2)
@pytest.mark.parametrize("window", [(320, 640), (412, 915), (800, 360)], ids=str)
def test_controls_of_a_small_window_take_two_rows_at_most(player, show, window):
    player.window(*window)
    player.open(show.url)
    rows, least = player.js("""
        const boxes = [...document.querySelectorAll('#controls :is(button, a):not([hidden])')].map((control) => control.getBoundingClientRect());
        return [new Set(boxes.map((box) => Math.round(box.top))).size, Math.min(...boxes.flatMap((box) => [box.width, box.height]))]""")
    assert rows <= 2 and least >= 48
    assert player.js("return document.documentElement.scrollWidth") <= window[0]


@pytest.mark.parametrize("script", ["arabic", "hebrew"])
def test_numbers_to_call_read_from_left_to_right_in_every_script(player, publish, script):
    """Also where their label is there for the ear alone."""
    show = publish(script)
    player.window(1920, 1080)
    player.open(show.url)
    numbers = []
    for index in range(len(show.slides)):
        player.turn_to(index)
        numbers += player.js("""
            return [...document.querySelectorAll('.slide:not([hidden]) a[href^="tel:"] span')].map((run) => {
                const left = (at) => { const r = document.createRange(); r.setStart(run.firstChild, at); r.setEnd(run.firstChild, at + 1); return r.getBoundingClientRect().left; };
                return [run.textContent, left(0), left(run.firstChild.length - 1)];
            })""")
    assert numbers and all(first < last for _, first, last in numbers), numbers
