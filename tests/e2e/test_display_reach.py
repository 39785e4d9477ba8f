"""Whether visitors reach what they are to touch, and the sheet that tells who puts up the display."""

import re
import subprocess

import pikepdf
import pytest

import labels
import measured
import program
import spoken

# ADA 308.2.1 and EN 301 549 8.3: 15 to 48 in. [mm]
LOWEST, HIGHEST = 380, 1220
PANELS = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
SENTENCE = "You sit in a chair, awake, and can go home right after the visit. "


def render(base, style, *formats):
    content = program.write_content(base / "content", {"visit": program.article(SENTENCE * 9, front="kind: article\n")}, style=style)
    return program.render(content, base / "out", "--format", ",".join(["screen", *formats]))


def style_of(mounting, shape="landscape", inches=43):
    width, height = PANELS[shape]
    return f"screen:\n  width: {width}\n  height: {height}\n  diagonal_in: {inches}\n  mounting_m: {mounting}\n"


def words_of(result):
    done = subprocess.run(["pdftotext", "-layout", result.directory / "lobby/install.pdf", "-"], capture_output=True, text=True, check=True)
    return re.sub(r"\s+", " ", done.stdout)


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    "mounting, shape, advice",
    [
        (1, "landscape", None), (0.85, "portrait", None), (1, "portrait", "lower"), (1.1, "landscape", "lower"),
        (1.5, "landscape", "lower"), (2, "portrait", "lower"), (0.3, "portrait", "higher"),
    ],
)
def test_a_bar_out_of_reach_is_told(tmp_path, mounting, shape, advice):
    result = render(tmp_path, style_of(mounting, shape))
    found = [f for f in result.findings if f["rule"] == "reach"]
    sheet = words_of(result)
    if not advice:
        assert found == [] and "Everybody reaches them." in sheet and "by the key Move down of the bar" in sheet
        return
    (warning,) = found
    assert warning["severity"] == "warning" and warning["line"] == "5" and f"hang the display {advice}, or give it a keypad" in warning["message"]
    assert "to be reached from a wheelchair" in sheet and f"hang the panel {advice}" in sheet


def test_who_says_no_height_is_told_none(tmp_path):
    result = render(tmp_path, "screen:\n  diagonal_in: 110\n")
    assert "reach" not in result.rules()


def test_the_sheet_has_the_heights_of_this_panel(tmp_path):
    """A panel of 43 in is 535 mm high; a twentieth of it lies below the lowest line of text."""
    sheet = words_of(render(tmp_path, style_of(1.1)))
    assert "Its lower edge is 1.07 m (42 in) above the floor, its upper edge 1.61 m (63 in)" in sheet
    for address in ("index.html?wall=1", "index.html?kiosk=1", "index.html?kiosk=1&printer=1", "&display=left"):
        assert address in sheet
    for fact in ("F15", "F16", "F2", "--kiosk-printing", "PrintingEnabled", "build.js", "data-build", "handout-kiosk.service", "HANDOUT_PRINTER=1", "in braille", "65 dB"):
        assert fact in sheet, fact
    assert "{" not in sheet


def test_the_sheet_is_a_handout_like_any_other(tmp_path):
    result = render(tmp_path, "")
    sheet = result.directory / "lobby/install.pdf"
    measured.later(sheet)
    with pikepdf.open(sheet) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Putting up the display" and "/StructTreeRoot" in pdf.Root
    before = sheet.read_bytes()
    again = render(tmp_path, "")
    assert again.status == 0 and sheet.read_bytes() == before
    assert not list((result.directory).glob("print/install*")), "it is for staff alone"


def test_who_reaches_all_of_it_needs_no_key(tmp_path):
    """A panel of 15 in whose top is 1.14 m high."""
    result = render(tmp_path, style_of(0.95, inches=15))
    assert "reach" not in result.rules() and "Everybody reaches all of it." in words_of(result)
    page = (result.directory / "lobby/topics.html").read_text()
    assert "data-reach" not in page and 'id="lower"' not in page


MOUNTED = {"landscape": 1, "portrait": 0.85}
ARTICLES = {f"t{n}": program.article(SENTENCE * 30, title=f"Your visit number {n}", front="kind: article\n") for n in range(1, 9)}
ARTICLES |= {"t1.es": program.article("Venga temprano.", title="Su visita", lang="es", front="kind: article\n")}


@pytest.fixture(scope="module")
def mounted(tmp_path_factory):
    """The show of a panel of each shape, which not everybody reaches to its top, and its sheet."""
    made = {}
    for shape in PANELS:
        base = tmp_path_factory.mktemp(shape)
        content = program.write_content(base / "content", ARTICLES, style=style_of(MOUNTED[shape], shape))
        made[shape] = program.render(content, base / "out", "--format", "screen,large")
        assert "reach" not in made[shape].rules(), made[shape].err
    return made


# But what stands beside the question: the bar has a key for languages, too.
TOUCHED = """
return [...document.querySelectorAll('a, button')].filter((e) => e.checkVisibility() && !e.closest('.pills, .hello') &&
    (document.querySelector('dialog[open]') === null || e.closest('dialog'))).map((e) => {
    const { top, bottom } = e.getBoundingClientRect(), list = e.closest('.all')?.getBoundingClientRect();
    return [(e.id || e.textContent.trim()), Math.max(top, list?.top ?? 0), bottom, list ? list.top : null, list ? list.bottom : null];
})"""


def heights(player, shape):
    """Of what is touched, and of what is scrolled: the top above the floor. [mm]"""
    width, height = PANELS[shape]
    panel = 43 * 25.4 * height / (width**2 + height**2) ** 0.5
    foot = MOUNTED[shape] * 1000 - 0.05 * panel
    return {name: foot + (height - top) / height * panel for name, top, *_ in player.js(TOUCHED)}


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("shape", PANELS)
def test_all_is_within_reach_of_a_wheelchair(mounted, player, shape):
    """Tiles, parts, paper, languages, the question: all comes down by one key, which the next visitor finds as
    it was."""
    lobby = mounted[shape].directory / "lobby"
    player.window(*PANELS[shape])
    player.open((lobby / "topics.html").as_uri() + "?kiosk=1&printer=1", wait=False)
    player.settle()
    before = heights(player, shape)
    assert max(before.values()) > HIGHEST and before["lower"] < HIGHEST
    player.find("lower").click()
    player.settle()
    assert player.find("lower").get_attribute("aria-pressed") == "true" and player.axe() == []
    assert player.js("return memory.get('low')") == "yes"
    for page in ("topics.html", "all-topics.html", "read-t1.html", "read-t1.html#take", "topics.es.html"):
        name, _, part = page.partition("#")
        player.open(f"{(lobby / name).as_uri()}?kiosk=1&printer=1", wait=False)
        player.js("document.getElementById('lower').click()")
        if part:
            player.js("parts.show(parts.count() - 1)")
        player.settle()
        found = heights(player, shape)
        assert len(found) >= 8 and max(found.values()) <= HIGHEST + 1, (page, found)
        if "topics" in page:
            cut = player.js("const a = document.querySelector('.all'); return [a.scrollWidth - a.clientWidth, a.clientHeight]")
            assert cut[0] <= 0 and cut[1] >= 150
    player.js("document.getElementById('language').click()")
    assert max(heights(player, shape).values()) <= HIGHEST
    player.js("document.getElementById('languages').close(); advance(65000)")
    assert player.js("return idle.isAsking") and max(heights(player, shape).values()) <= HIGHEST
    player.js("advance(30000)")
    player.until("return document.readyState === 'complete' && dress.isLow === false && location.pathname.endsWith('/topics.html')")


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("shape", PANELS)
def test_some_languages_are_seen_at_once_within_reach(tmp_path, player, shape):
    words = {"es": "Venga.", "ar": "تعال.", "vi": "Hãy đến sớm.", "fr": "Venez."}
    articles = {"visit": program.article("Come early.", front="kind: article\n")}
    articles |= {f"visit.{lang}": program.article(text, lang=lang, front="kind: article\n") for lang, text in words.items()}
    content = program.write_content(tmp_path / "content", articles, style=style_of(MOUNTED[shape], shape))
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    player.window(*PANELS[shape])
    for page in ("index.html?wall=1", "topics.html?kiosk=1"):
        player.open(f"{lobby.as_uri()}/{page}", wait="index" in page)
        player.js("document.getElementById('language').click()")
        assert player.js("const d = document.getElementById('languages'); return [d.scrollHeight - d.clientHeight, d.querySelectorAll('.choices > *').length >= 5]") == [0, True]
        assert max(heights(player, shape).values()) <= HIGHEST


def test_it_stays_down_on_the_next_page(mounted, player):
    """A finger that touches a tile as soon as the key has brought it down."""
    lobby = mounted["landscape"].directory / "lobby"
    player.driver.get((lobby / "topics.html").as_uri() + "?kiosk=1")
    player.find("lower").click()
    player.driver.find_element("css selector", "a.tile[href*='read-t1.html']").click()
    player.until("return location.pathname.endsWith('/read-t1.html') && document.readyState === 'complete'")
    assert player.js("return dress.isLow") and player.find("lower").get_attribute("aria-pressed") == "true"
    player.find("topics").click()
    player.until("return location.pathname.endsWith('/all-topics.html') && document.readyState === 'complete'")
    assert player.js("return dress.isLow")


# The letters of the bar, its rows, and its keys whose words are parted or cut off.
BAR = """
const keys = [...document.querySelectorAll('#bar :is(button, a)')].filter((e) => e.checkVisibility());
const isLost = (key) => {
    const { left, right } = key.getBoundingClientRect(), words = key.querySelector('.words').cloneNode(true);
    words.style.cssText = 'position: absolute; width: min-content; overflow-wrap: normal';
    key.append(words);
    const need = words.getBoundingClientRect().width;
    words.remove();
    return left < 0 || right > innerWidth || need > right - left;
};
return [parseFloat(getComputedStyle(keys[0]).fontSize), new Set(keys.map((e) => e.getBoundingClientRect().top)).size,
    keys.filter(isLost).map((e) => e.textContent.trim())]"""
# As long as in any language of ours: French and Somali.
LONG = {"again": "Recommencer", "topics": "Mawduucyada oo dhan", "lower": "Descendre", "language": "Luqadda"}


@pytest.mark.sample(1)
@pytest.mark.parametrize("shape", PANELS)
def test_larger_letters_enlarge_all_keys_of_the_bar(tmp_path, player, shape):
    front = "kind: article\n"
    articles = {"visit": program.article("Come early.", front=front), "visit.es": program.article("Venga temprano.", lang="es", front=front)}
    content = program.write_content(tmp_path / "content", articles, style=style_of(MOUNTED[shape], shape) + "show:\n  speech: yes\n")
    lobby = program.render(content, tmp_path / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"
    player.window(*PANELS[shape])
    player.open((lobby / "topics.html").as_uri() + "?kiosk=1", wait=False)
    letter, rows, lost = player.js(BAR)
    assert lost == [] and player.js("return document.querySelectorAll('#bar :is(button, a)').length") == 7
    for scale in (1.25, 1.5):
        player.find("size").click()
        for words in ({}, LONG):
            player.js("for (const [id, words] of Object.entries(arguments[0])) document.querySelector(`#${id} .words`).textContent = words", words)
            larger, larger_rows, lost = player.js(BAR)
            assert larger == pytest.approx(letter * scale, rel=0.01) and lost == []
            assert larger_rows == rows


@pytest.mark.sample(2)
@pytest.mark.parametrize("shape", PANELS)
@pytest.mark.parametrize("clicks", [1, 2])
def test_larger_letters_stay_within_reach(mounted, player, shape, clicks):
    """At least half of each key, and of each tile what of it is in sight."""
    lobby = mounted[shape].directory / "lobby"
    player.window(*PANELS[shape])
    for page in ("topics.html", "read-t1.html"):
        player.open((lobby / page).as_uri() + "?kiosk=1&printer=1", wait=False)
        player.js("document.getElementById('lower').click()")
        for _ in range(clicks):
            player.js("document.getElementById('size').click()")
        if "read" in page:
            player.js("parts.show(parts.count() - 1)")
        player.settle()
        width, height = PANELS[shape]
        reach = player.js("return Number(document.documentElement.dataset.reach)")
        for name, top, bottom, *_ in player.js(TOUCHED):
            assert min((top + bottom) / 2, height) >= height * (1 - reach) - 1, (page, name)


# The names of the keys, by the labels that they have.
NAMES = {
    "listen": "player_listen", "size": "player_larger", "lower": "kiosk_lower", "palette": "player_colors", "language": "player_language",
    "topics": "player_topics", "again": "player_start_again", "back": "player_previous", "onward": "player_next",
    "previous": "player_previous", "next": "player_next", "rotation": "player_pause", "transcript": "player_read_all",
}
RENAME = """
for (const [id, words] of Object.entries(arguments[0]))
    document.querySelectorAll(`#${id} .words`).forEach((e) => { e.textContent = words; });"""


@pytest.mark.sample(1)
@pytest.mark.parametrize("shape", PANELS)
def test_the_keys_are_where_the_sheet_says(mounted, player, shape):
    """As a browser draws them, in every language: the bar, and the keys of the last part of an article."""
    sheet = words_of(mounted[shape])
    lower, upper = [float(found) for found in re.search(r"keys at its foot are between ([\d.]+) m .*? and ([\d.]+) m", sheet).groups()]
    lobby = mounted[shape].directory / "lobby"
    player.window(*PANELS[shape])
    for page in ("index.html?wall=1", "read-t1.html?kiosk=1&printer=1"):
        player.open(f"{lobby.as_uri()}/{page}", wait="index" in page)
        player.js("document.documentElement.dataset.controls = 'shown'; if (document.getElementById('read')) { document.getElementById('lower').click(); parts.show(parts.count() - 1); }")
        found = {}
        for tag in labels.tags():
            words = labels.read(tag)
            player.js(RENAME, {key: words[name] for key, name in NAMES.items()})
            found[tag] = max(height for name, height in heights(player, shape).items() if name)
        assert lower * 1000 + 40 < min(found.values()) and max(found.values()) <= upper * 1000 + 6, (page, upper, found)
    assert LOWEST <= lower * 1000 and upper * 1000 <= HIGHEST
