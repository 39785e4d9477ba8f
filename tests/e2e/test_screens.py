"""Lobby screens, measured in their pixels and read from their own words (lobby-standards)."""

import math
import re
import struct

import numpy
import pytest

import markdown
import labels
import lobby_show
import png
import program
from conftest import CLINIC_SOURCE, PICTURES, SAMPLES

WIDTH, HEIGHT = 1920, 1080
MM_PER_INCH = 25.4
SPINE = 0.04 * 1.3  # width of the tab, of the panel's shorter side
PANEL = 1.5  # two colours with less contrast are both grounds


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    """Every sample's screens without tiles, so that all that is drawn says something."""
    base = tmp_path_factory.mktemp("plain")
    content = program.write_content(base / "content", SAMPLES, files=PICTURES, style="art: none\n")
    return {name: program.render(content, base / name, "--article", name, "--format", "screen") for name in SAMPLES}


def capital_height_px(distance_mm=3000, floor_mm=16, diagonal_in=43, width=WIDTH, height=HEIGHT):
    """EN 301 549 5.1.4 and ADA 703.5.5: lobby-standards 4.2."""
    panel_mm = diagonal_in * MM_PER_INCH * height / math.hypot(width, height)
    return max(floor_mm, 0.0122173 * distance_mm) * height / panel_mm


def letter_heights(path):
    """Heights of the letters H of a screen in pixels: the ink along their stems, by line of text.

    Ink of half-covered pixels counts by half, so that the height is exact to a part of a pixel.
    """
    ground = png.colors(path)[0][0]
    ink = max((color for color, _ in png.colors(path)), key=lambda color: png.contrast(ground, color))
    covered = png.coverage(path, ground, ink)
    margin = covered.shape[1] // 20
    covered = covered[:, margin:-margin]
    found = []
    for top, bottom in png.bands(covered):
        column = covered[top:bottom].sum(axis=0).max() / covered[top:bottom].max()
        if column > 20:
            found.append(column)
    return found


CAPITALS = "HHHH HHH HHHHH HH HHHH HHH HHHHH HH"


@pytest.mark.parametrize(
    "screen, wanted",
    [
        ({}, capital_height_px()),
        ({"distance_m": 5}, capital_height_px(5000)),
        ({"distance_m": 1}, capital_height_px(1309.62)),  # 16 mm: the floor at eye level
        ({"diagonal_in": 65}, capital_height_px(diagonal_in=65)),
        ({"mounting_m": 2}, capital_height_px(floor_mm=51)),
        ({"width": 3840, "height": 2160}, capital_height_px(width=3840, height=2160)),
    ],
    ids=str,
)
def test_letters_are_as_high_as_the_distance_asks(make, screen, wanted):
    style = "ink: '#1a1a1a'\nground: '#faf7f2'\naccent: '#1a1a1a'\nart: none\nscreen:\n"
    style += "".join(f"  {key}: {value}\n" for key, value in screen.items())
    style = style if screen else style.replace("screen:\n", "")
    result = make((CAPITALS + ". ") * 8, "--format", "screen", title="HHH HHHH", style=style, clinic="name: HH HHH\n")
    assert result.status == 0, result.err
    shown = [p for p in result.screens if "HHHHH" in png.description(p)]
    assert shown
    heights = [height for path in shown for height in letter_heights(path)]
    assert min(heights) >= wanted - 0.3
    assert max(heights) <= wanted * 2.1, "the largest step is twice the least"


def test_default_letters_are_74_pixels_high():
    assert math.ceil(capital_height_px()) == 74


@pytest.mark.parametrize("name", SAMPLES)
def test_file_is_small_and_says_what_it_is(samples, name):
    for path in samples[name].screens:
        chunks = png.chunks(path)
        kinds = [kind for kind, _ in chunks]
        header = dict(chunks)["IHDR"]
        width, height, depth, color = struct.unpack(">IIBB", header[:10])
        assert (width, height) == (WIDTH, HEIGHT)
        assert depth == (4 if len(png.colors(path)) <= 16 else 8)
        assert (color == 3) == (len(png.colors(path)) <= 256), "indexed when it can be, else RGB"
        assert kinds.index("sRGB") < kinds.index("IDAT")
        per_metre, _, unit = struct.unpack(">IIB", dict(chunks)["pHYs"])
        assert unit == 1 and per_metre == pytest.approx(WIDTH / (43 * 0.0254 * 16 / math.hypot(16, 9)), rel=0.01)
        texts = png.texts(path)
        assert texts["Title"][1] and texts["Description"][1]
        assert not {"tIME", "tEXt", "zTXt"} & set(kinds)


@pytest.mark.parametrize("name", [n for n in SAMPLES if n != "pictures"])
def test_a_text_screen_is_under_60_kilobytes(samples, name):
    for path in samples[name].screens:
        assert path.stat().st_size < 60_000


def inner_colors(path):
    """Colours by number of pixels, most frequent first, of what is not in the outer margins."""
    inner = png.pixels(path)[:, WIDTH // 20 : -WIDTH // 20].reshape(-1, 3).astype(int)
    counts = numpy.bincount(inner @ (1 << 16, 1 << 8, 1))
    found = sorted(((int(counts[c]), int(c)) for c in numpy.flatnonzero(counts)), reverse=True)
    return [((color >> 16, color >> 8 & 255, color & 255), count) for count, color in found]


@pytest.mark.sample(6)
@pytest.mark.parametrize("name", [n for n in SAMPLES if n != "pictures"])
def test_colours_stand_out(samples, name):
    """Full colours are those that many pixels have; the others are their blends at edges. A panel
    is a ground, too. The spine is a mark: it stands in the margins."""
    for path in samples[name].screens:
        (ground, _), *others = inner_colors(path)
        if png.contrast(ground, others[0][0]) < PANEL:
            ground = min(ground, others.pop(0)[0], key=png.luminance)
        ink = sum(count for _, count in others)
        full = [color for color, count in others if count > 0.1 * ink]
        assert full
        for color in full:
            best = max(png.contrast(color, other) for other in (ground, *full))
            assert best >= 7, (path.name, ground, color)


def without_frame(pixels):
    """The same where a frame of warnings runs along the edges, with the ground in its place."""
    frame = int(HEIGHT * 0.045) + 1
    ring = pixels[0, 0]
    inside = pixels.copy()
    if (pixels[0] == ring).all() and (pixels[-1] == ring).all() and (pixels[:, -1] == ring).all() and (pixels[:, 0] == ring).all():
        ground = pixels[frame + 2, frame + 2]
        inside[:frame], inside[-frame:], inside[:, :frame], inside[:, -frame:] = [ground] * 4
    return inside


@pytest.mark.parametrize("name", [n for n in SAMPLES if n != "pictures"])
def test_text_stays_in_the_safe_area(samples, name):
    """The outer five per cent of each edge hold nothing but grounds, the spine where lines start,
    and the few pixels by which a letter may hang over its own box."""
    for path in samples[name].screens:
        pixels = png.pixels(path).astype(int)
        pixels = without_frame(pixels)
        x, y, spine = int(WIDTH * 0.05) - 4, int(HEIGHT * 0.05) - 4, int(HEIGHT * SPINE) + 2
        mirrored = (pixels[:, 0] == pixels[0, WIDTH // 2]).all()
        body = pixels[:, WIDTH - spine :: -1] if mirrored else pixels[:, spine:]
        for edge in (body[:y], body[-y:], body[:, : x - spine], body[:, -x:]):
            assert not (numpy.abs(edge - edge[:, :1]).sum(axis=2) > 60).any(), path.name


PROGRESS = re.compile(r"^(\d+) of (\d+)$", re.M)


def sections(screens):
    """Screens by the heading that they carry, in order."""
    found = []
    for path in screens:
        title = png.texts(path)["Title"][1]
        if found and found[-1][0] == title:
            found[-1][1].append(path)
        else:
            found.append((title, [path]))
    return found


def words(path):
    return " ".join(png.description(path).split())


def check_sentences(screens, source):
    """Every sentence stands whole on one screen; one that overfills a screen has screens of its
    own, so it opens the first of them."""
    titles = {part for path in screens for part in re.split(": ", png.texts(path)["Title"][1])}
    shown = [words(path) for path in screens]
    for block in markdown.blocks(source):
        if block.text.strip() in titles:
            continue
        for sentence in (" ".join(s.split()) for s in markdown.sentences(block.text)):
            opens = any(re.match(f"({'|'.join(map(re.escape, titles))})? ?" + re.escape(sentence[:15]), text) for text in shown)
            assert opens or any(sentence in text for text in shown), sentence


@pytest.mark.parametrize("name", ["long", "facts", "structure"])
def test_sentences_are_whole(samples, name):
    check_sentences(samples[name].screens, SAMPLES[name])


def test_clinic_sentences_are_whole(clinic):
    check_sentences(clinic.screens, CLINIC_SOURCE)
    broken = [w for w in map(words, clinic.screens) if not re.search(r"[.?!]( \d+ of \d+)?$", w)]
    assert len(broken) < 0.3 * len(clinic.screens)


def test_parts_of_a_section_are_even_and_counted(samples):
    split = 0
    for title, screens in sections(samples["long"].screens):
        if len(screens) == 1:
            assert not PROGRESS.search(png.description(screens[0]))
            continue
        split += 1
        texts = [png.description(path) for path in screens]
        grounds = [png.colors(path)[0][0] for path in screens]
        counts = [PROGRESS.search(text).groups() for text in texts]
        assert counts == [(str(n), str(len(screens))) for n in range(1, len(screens) + 1)]
        words = [len(text.split()) for text, ground in zip(texts, grounds) if ground == grounds[-1]]  # statements stand out
        longest = max(len(paragraph.split()) for paragraph in SAMPLES["long"].split("\n\n"))  # which rather stay whole
        assert max(words) - min(words) <= longest / 2, (title, words)
    assert split > 2


def test_a_heading_opens_a_screen_of_its_own(samples):
    titles = [title for title, _ in sections(samples["long"].screens)]
    assert [title for title in titles if title.startswith("Hour")] == [f"Hour {n}" for n in range(1, 7)]


@pytest.mark.parametrize("name", SAMPLES)
def test_title_comes_first_and_contact_last(samples, name):
    found = sections(samples[name].screens)
    title = markdown.title(SAMPLES[name])
    assert found[0][0] == title
    assert re.sub(r"\s+", "", title) in re.sub(r"\s+", "", png.description(found[0][1][0]))
    said = labels.of(SAMPLES[name])
    headings = [heading for heading, _ in found]
    assert headings[-3:] == [said["contact_heading"], "Riverside Sleep Clinic", said["take_home"]]
    words = re.sub(r"\s", "", "".join(png.description(path) for _, screens in found[-3:] for path in screens))
    for fact in ("+12127365000", "desk@riverside-sleep.org", "12HarbourStreet"):
        assert fact in words


def test_missing_telephone_sends_to_the_front_desk(clinic):
    last = words(clinic.screens[-1])
    assert "front desk" in last and "Call" not in last


def test_facts_fill_a_screen_that_they_have_to_themselves(clinic):
    """Of a few words from the top, the last stand below the middle."""
    for path in clinic.screens[-2:]:
        (ground, _), *others = png.colors(path)
        ink = max((color for color, _ in others), key=lambda color: png.contrast(ground, color))
        covered = png.coverage(path, ground, ink)[:, WIDTH // 20 :]
        assert png.bands(covered)[-1][1] > HEIGHT / 2, path.name


def test_word_that_cannot_fit_is_parted(make):
    """Never clipped, never shrunk: 43 inches and three metres hold no word of sixty letters."""
    result = make("Lopado" * 10 + " and more.", "--format", "screen")
    assert result.status == 0
    assert "word-parted" in result.rules("note")
    words = "".join(png.description(path) for path in result.screens)
    assert "Lopado" * 10 in re.sub(r"\s", "", words)


def test_screens_too_small_for_the_distance_say_so(make):
    """No show is refused: its letters get smaller, and each screen of such says from how far they
    can be read."""
    style = "screen:\n  diagonal_in: 20\n  distance_m: 12\n"
    result = make("Words that stand in a line.", "--format", "screen", style=style)
    assert result.status == 0, result.err
    assert "screen-distance" in result.rules("warning")
    shown = (PROGRESS.sub("", png.description(path)) for path in result.screens)
    words = re.sub(r"\W", "", "".join(shown))
    assert "Wordsthatstandinaline" in words


def test_a_heading_does_not_stand_alone_before_cards(tmp_path):
    """Where a row and its heading do not fit one screen the row has two: the topic stands on both."""
    body = ("## Your dose, week by week\n\n| Week | Morning | Evening | Total each day |\n|---|---|---|---|\n"
            "| 1 | 25 mg (half a tablet) | – | 25 mg |\n| From week 5 | 100 mg (2 tablets) | – | 100 mg |\n")
    panel = "screen:\n  width: 1920\n  height: 1080\n  diagonal_in: 32\n  distance_m: 3\n"
    content = program.write_content(tmp_path / "content", {"one": program.article(body)}, style=panel)
    result = program.render(content, tmp_path / "out", "--format", "screen")
    slides = [slide for slide in lobby_show.manifest(result.directory / "lobby")["slides"] if "your-dose" in slide["id"]]
    assert result.status == 0 and len(slides) > 2
    for slide in slides:
        words = slide["alt"].replace("Your dose, week by week", "")
        assert "Your dose, week by week" in slide["alt"] and "mg" in words, slide["alt"]
