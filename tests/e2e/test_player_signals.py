"""What tells a kind of slide from others, its bands, frames and cards, is there where words wrap and where
the browser chooses the colours, too."""

import pytest

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
