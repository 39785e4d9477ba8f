"""Kinds of lobby screens, each known by its pixels: what stands where, on which ground."""

import json
import re
import subprocess

import numpy
import pytest
from PIL import Image

import labels
import lobby_show
import png
import program
from conftest import picture

WIDTH, HEIGHT = 1920, 1080
WHITE = (255, 255, 255)
CAPITAL = 75.4  # of the smallest letters on the default panel
EM = 104
TOPIC = 0.05 * HEIGHT + 0.18 * EM  # capitals of the first line
BODY = TOPIC + 1.5 * CAPITAL + 0.42 * EM  # of the first line below a topic of one


def words(path):
    return " ".join(png.description(path).split())


def box(path, color, least=2000):
    """Edges of what has exactly that colour: left, top, right, bottom."""
    found = (png.pixels(path) == color).all(axis=2)
    assert found.sum() > least, (path.name, color)
    rows, columns = numpy.flatnonzero(found.any(axis=1)), numpy.flatnonzero(found.any(axis=0))
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


DOSES = """
## Your dose, week by week

| Week | Morning | Evening | Total each day |
|---|---:|---:|---:|
| 1 | 25 mg (half a tablet) | – | 25 mg |
| 3 and 4 | 50 mg (1 tablet) | 25 mg (half a tablet) | 75 mg |
| From week 5 | 100 mg (2 tablets) | – | 100 mg |
"""


def test_a_row_of_a_table_fills_a_screen_of_its_own(make):
    shown = [p for p in make(DOSES, "--format", "screen").screens if "Total each day" in words(p)]
    assert len(shown) == 3, "no row is parted"
    for path in shown:
        assert words(path).startswith("Your dose, week by week"), "the topic stands on each"
        left, top, right, bottom = box(path, WHITE)
        assert right == pytest.approx(0.95 * WIDTH, abs=2) and bottom == pytest.approx(0.95 * HEIGHT, abs=2)
        assert top == pytest.approx(BODY - 0.05 * EM, abs=3), "it hangs where words would"
        edge = int(108 + 5.2 * EM)
        sides = png.pixels(path)[int(bottom) - 40, [edge - 6, edge + 6]]
        assert (sides[0] != WHITE).any() and (sides[1] == WHITE).all(), "the key stands at the side"


def test_long_names_of_rows_stand_on_top(make):
    table = DOSES.replace("| Week |", "| Side effect |").replace("| 1 |", "| Feeling sick (nausea) |")
    shown = [p for p in make(table, "--format", "screen").screens if "Total each day" in words(p)]
    for path in shown:
        left, top, right, bottom = box(path, WHITE, 100_000)
        pixels = png.pixels(path)
        assert (pixels[int(BODY) + 5, int(left) + 40] != WHITE).any(), "the key lies above"
        assert (pixels[int(bottom) - 30, int(left) + 40] == WHITE).all()


EFFECTS = """
## Side effects

| Side effect | How common | What helps |
|---|---|---|
| Feeling sick (nausea) | More than 1 in 10 | Take it with food; small meals; ginger tea |
"""
HAIRLINE = (0xAD, 0xCD, 0xD7)  # of the tint ground, by the measures


def test_fields_of_a_card_have_air_between_them(make):
    [shown] = [p for p in make(EFFECTS, "--format", "screen").screens if "How common" in words(p)]
    pixels = png.pixels(shown)
    inked = (pixels != WHITE).any(axis=2)[:, 300:1700].any(axis=1)  # the spine's marks have the same colour
    line = numpy.flatnonzero((pixels[:, 400:800] == HAIRLINE).all(axis=2).all(axis=1))
    first, last = line.min(), line.max() + 1
    assert last - first < 10, "there are two fields"
    above = numpy.flatnonzero(inked[: first - 5]).max()
    below = last + 5 + numpy.flatnonzero(inked[last + 5 :]).min()
    assert below - above > 0.9 * EM, "the key's letters give way"


TABLE = """Most are mild.

## Side effects

Most go away in a week.

| Side effect | How common | What helps |
|---|---|---|
| Feeling sick (nausea) | More than 1 in 10 | Take it with food; small meals; ginger tea |
| Trouble sleeping (insomnia) | More than 1 in 10 | Take it in the morning |
| Hyponatremia | Fewer than 1 in 100 | Call us: confusion, headache, weakness |
"""


def rows_shown(tmp_path, table, panel=""):
    content = program.write_content(tmp_path / "content", {"sample": program.article(table, lang="en-US")}, style=f"screen: {{{panel}}}\n" if panel else None)
    result = program.render(content, tmp_path / "out", "--format", "screen")
    return [slide for slide in lobby_show.manifest(result.directory / "lobby")["slides"] if "What helps" in slide["text"] or "How common" in slide["text"]]


def seen_runs(slide):
    return [run for line in slide["lines"] for run in line["runs"] if not run.get("unseen")]


def test_what_the_topic_says_is_not_seen_again_above_each_key(tmp_path):
    """It is heard: rows are read one by one."""
    shown = rows_shown(tmp_path, TABLE)
    assert len(shown) == 3
    for slide in shown:
        assert re.search(r"Side effects\s+Side effect: ", slide["text"]), slide["text"]
        assert [run["text"].strip() for run in seen_runs(slide)].count("Side effect") == 0
    other = rows_shown(tmp_path / "other", TABLE.replace("| Side effect |", "| Problem |"))
    assert all("Problem" in [run["text"].strip() for run in seen_runs(slide)] for slide in other)


def test_on_a_small_panel_that_is_so_on_all_parts_of_all_rows(tmp_path):
    """In smaller letters, too, behind the screen of the heading."""
    shown = rows_shown(tmp_path, TABLE, "width: 1280, height: 800, diagonal_in: 10, distance_m: 1")
    assert len({max(line["size"] for line in slide["lines"]) for slide in shown}) > 1, "some are smaller"
    for slide in shown:
        assert [run["text"].strip() for run in seen_runs(slide)].count("Side effect") == 0, slide["text"]


def key_sizes(shown):
    keys = ("Feeling sick (nausea)", "Hyponatremia", "Trouble sleeping (insomnia)")
    return [line["size"] for slide in shown for line in slide["lines"] if line["runs"][-1]["text"].strip() in keys]


def test_keys_of_one_table_have_one_size(tmp_path):
    table = TABLE.replace("| Side effect |", "| Name |")
    sizes = key_sizes(rows_shown(tmp_path, table))
    assert len(sizes) == 3 and len(set(sizes)) == 1


def test_fields_share_the_height_of_a_card_on_a_panel_that_stands(tmp_path):
    shown = rows_shown(tmp_path, TABLE, "width: 1080, height: 1920")
    at = {line["runs"][0]["text"].strip(": "): line["y"] for slide in shown if "sleeping" in slide["text"] for line in slide["lines"]}
    assert at["What helps"] - at["1 in 10"] > 1.5 * CAPITAL + 1.2 * EM, at


def test_a_row_behind_words_rather_loses_its_topic_than_is_parted(tmp_path):
    """And where one of a table does, all do."""
    shown = rows_shown(tmp_path, TABLE, "diagonal_in: 75, distance_m: 6")
    assert len(shown) == 3
    for slide in shown:
        assert "How common" in slide["text"] and "What helps" in slide["text"]
        assert "Side effects" not in slide["text"]


CLINIC = """
name: Riverside Community Health Center
telephone: +1 503 234 5678
email: frontdesk@riverside-health.example
url: https://www.riverside-health.example
address: {street_address: "4200 North Lamar Boulevard, Suite 210", address_locality: Portland, postal_code: "97201", address_country: US}
opening_hours: ["Mo-Fr 08:30-12:00,13:00-17:30", "Sa 09:00-12:00", "PH off"]
crisis_lines: [{name: "988 Suicide & Crisis Lifeline", telephone: "988", text: "988"}]
"""
LONG = "A sentence that is told to all who wait here. " * 9
DEEP, PAPER = (0x0B, 0x4A, 0x5E), (0xFA, 0xF7, 0xF2)


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("kinds")
    articles = {"sample": program.article(LONG, "A title", "en-US"), "closed": program.article("We open again on Friday at 8:30 am.", "We are closed on Thursday", "en-US")}
    content = program.write_content(base / "content", articles, clinic=CLINIC)
    return program.render(content, base / "out", "--format", "screen").screens


def showing(lobby, wanted):
    return next(path for path in lobby if wanted in words(path))


def rows_of(path, color):
    """Rows of the panel whose last pixel is that colour."""
    return numpy.flatnonzero((png.pixels(path)[:, -1] == color).all(axis=1))


def ink_heights(path, ground, ink):
    return [bottom - top for top, bottom in png.bands(png.coverage(path, ground, ink)[:, WIDTH // 20 :])]


def test_the_crisis_number_is_as_large_as_the_panel_allows(lobby):
    path = showing(lobby, "988")
    assert len(rows_of(path, DEEP)) == HEIGHT
    assert max(ink_heights(path, DEEP, WHITE)) > 4 * CAPITAL
    both = labels.of("lang: en")["crisis_call_or_text"]
    assert re.search(rf"{both}\s+988\s+988 Suicide & Crisis Lifeline", words(path)), "icons are told in words, once"
    assert words(path).count(both) == 1


def test_the_telephone_number_heads_the_hours(lobby):
    path = showing(lobby, "+1 503 234 5678")
    deep, paper = rows_of(path, DEEP), rows_of(path, PAPER)
    assert deep[0] == 0 and paper[-1] == HEIGHT - 1 and deep[-1] < paper[0]
    assert max(ink_heights(path, DEEP, WHITE)[:2]) >= 1.7 * CAPITAL, "hours leave it room"
    for said in ("Monday to Friday", "8:30 am to 12 noon", "Saturday", "Public holidays", "closed"):
        assert said in words(path)


def test_an_email_address_is_parted_behind_its_sign(lobby):
    path = showing(lobby, "4200 North Lamar")
    assert re.search(r"frontdesk@ ?riverside-health\.example", words(path))
    assert "Portland" in words(path) and words(path).startswith("Riverside Community Health Center")


def test_news_has_its_title_on_a_ground_of_its_own(lobby):
    shown = [path for path in lobby if "closed on Thursday" in words(path)]
    assert len({words(path) for path in shown}) == 1, "one screen, without a title before it"
    deep, paper = rows_of(shown[0], DEEP), rows_of(shown[0], PAPER)
    assert deep[0] == 0 and paper[-1] == HEIGHT - 1 and deep[-1] < paper[0]


def test_the_code_can_be_scanned_from_afar(lobby, tmp_path):
    """A camera that sees the panel small still reads it."""
    path = showing(lobby, "Scan to open")
    with Image.open(path) as image:
        image.convert("L").resize((WIDTH // 5, HEIGHT // 5), Image.LANCZOS).save(tmp_path / "far.png")
    read = subprocess.run(["zbarimg", "-q", "--raw", tmp_path / "far.png"], capture_output=True, text=True, timeout=60)
    assert read.stdout.strip() == "https://www.riverside-health.example"
    left, top, right, bottom = box(path, WHITE)
    assert right == pytest.approx(0.95 * WIDTH, abs=3) and right - left == pytest.approx(0.6 * HEIGHT, abs=4)


def test_what_to_take_home_has_a_topic(lobby):
    path = showing(lobby, "Scan to open")
    said = labels.of("lang: en")
    assert words(path).startswith(f"{said['take_home']} {said['screen_more']}")
    topic = png.bands(png.coverage(path, (0xD7, 0xE9, 0xEF), DEEP)[:, 100 : WIDTH // 2])[0]
    assert topic[0] == pytest.approx(TOPIC, abs=8), "of the smallest letters, at the top"


FAR = "It is what everybody in the room waits to hear about, and what takes the longest to tell in full. " * 5


@pytest.mark.parametrize("opening, ground", [("It does not hurt.", "deep"), ("It is so:", "tint"), ("", "tint")])
def test_a_short_sentence_that_opens_a_long_paragraph_stands_out(make, opening, ground):
    made = make(f"## The scan\n\n{opening} {FAR}", "--format", "screen")
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    shown = [slide for slide in slides if slide["title"] == "The scan"]
    assert [slide["ground"] for slide in shown] == [ground] + ["tint"] * (len(shown) - 1) and len(shown) > 1
    assert (shown[0]["text"].split("\n")[1:-1] == [opening]) == (ground == "deep")


STEPS = """\
## How to take it

1. Take it with a glass of water.
2. You can take it with or without food.
3. If you feel sick, take it after a meal.
   - Try dry toast first.
   - Do not take antacids without asking.
4. Keep the tablets in their box.
"""


def test_discs_stay_small_beside_words_that_grow(make):
    made = make("## How to take it\n\n1. Take it with a glass of water.\n2. You can take it with or without food.\n", "--format", "screen", lang="en")
    path = next(path for path in made.screens if "glass of water" in words(path))
    disc = (png.pixels(path)[:, 108 : 108 + int(1.3 * EM)] == DEEP).all(axis=2).any(axis=1)
    heights = [bottom - top for top, bottom in png.bands(disc[:, None].astype(float)) if top > BODY - EM / 2]
    assert heights == [pytest.approx(1.22 * EM, abs=4)] * 2
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    [slide] = [slide for slide in slides if "glass of water" in slide["text"]]
    assert max(line["size"] for line in slide["lines"]) > 1.4 * EM


def test_words_of_items_stand_close_to_their_discs(make):
    made = make("## Good to know\n\n- Eat before you come.\n- Wear loose clothes.\n", "--format", "screen", lang="en")
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    [slide] = [slide for slide in slides if "loose" in slide["text"]]
    topic, *items = slide["lines"]
    assert [item["x"] - topic["x"] for item in items] == [pytest.approx(0.95 * item["size"], abs=1) for item in items]


def test_what_is_said_under_a_condition_stands_with_it(make):
    made = make(STEPS, "--format", "screen", lang="en")
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    (shown,) = [slide["text"] for slide in slides if "feel sick" in slide["text"]]
    assert "dry toast" in shown and "antacids" in shown


def test_what_is_seen_through_lies_on_white_with_round_corners(tmp_path):
    content = program.write_content(
        tmp_path / "content",
        {"sample": program.article("![A shape](clear.png)\n\n## Next\n\nMore.\n")},
        files={"clear.png": picture("PNG", "RGBA", (1500, 1000))},
    )
    made = program.render(content, tmp_path / "out", "--format", "screen")
    path = next(path for path in made.screens if words(path).endswith("A shape"))
    left, top, right, bottom = box(path, (137, 172, 197))  # half of it, on white
    pixels = png.pixels(path)
    assert left > 0 and top > 0 and right < WIDTH, "it keeps off the edges"
    for x, y in [(left + 1, top + 1), (right - 2, top + 1), (left + 1, bottom - 2), (right - 2, bottom - 2)]:
        assert tuple(pixels[y, x]) not in {(137, 172, 197), WHITE}
    corner = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    assert [image["corner"] for slide in corner for image in slide["images"]] == [pytest.approx(0.24 * EM, abs=0.1)]


ALT = "The scanner, a wide tube with a flat bed in front of it"


@pytest.mark.parametrize("panel", ["", "screen: {width: 1080, height: 1920}"])
def test_a_picture_that_stands_is_large_beside_or_above_its_words(tmp_path, panel):
    content = program.write_content(
        tmp_path / "content",
        {"sample": program.article(f"## Look\n\n- One\n\n![{ALT}](high.png)\n")},
        files={"high.png": picture("PNG", size=(900, 1200))},
        style=panel or None,
    )
    made = program.render(content, tmp_path / "out", "--format", "screen")
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    [slide] = [slide for slide in slides if slide["images"]]
    [image] = slide["images"]
    assert image["w"] * image["h"] > 0.4 * WIDTH * HEIGHT
    assert " ".join("".join(run["text"] for run in line["runs"]).strip() for line in slide["lines"]) == ALT
    for line in slide["lines"]:
        assert line["x"] + line["w"] < image["x"] or line["y"] - line["size"] > image["y"] + image["h"] - 1


def test_words_too_many_for_a_picture_follow_it(tmp_path):
    """Under the topic that it stands under; nothing hangs over the edges of the panel."""
    caption = "Words that belong below it. " * 9
    content = program.write_content(
        tmp_path / "content",
        {"sample": program.article(f'## Look\n\n![A shape](plain.png "{caption}")\n')},
        files={"plain.png": picture("PNG", size=(1200, 900))},
    )
    made = program.render(content, tmp_path / "out", "--format", "screen")
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    at = next(n for n, slide in enumerate(slides) if slide["images"])
    image = slides[at]["images"][0]
    assert image["w"] * image["h"] > 0.3 * WIDTH * HEIGHT and min(image["x"], image["y"]) >= 0
    told = [slide for slide in slides[at + 1 :] if "belong" in slide["text"]]
    assert sum(slide["text"].count("belong") for slide in told) == 9
    assert all(slide["text"].startswith("Look") for slide in told)


def test_what_is_said_of_a_picture_follows_it_onto_a_small_panel(tmp_path):
    """In one piece, and without the topic that the picture has been seen under."""
    content = program.write_content(
        tmp_path / "content",
        {"sample": program.article(f"## Before you come\n\n- One\n\n![{ALT}](high.png)\n")},
        files={"high.png": picture("PNG", size=(900, 1200))},
        style="screen: {width: 1280, height: 800, diagonal_in: 10, distance_m: 1}\n",
    )
    made = program.render(content, tmp_path / "out", "--format", "screen")
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    at = next(n for n, slide in enumerate(slides) if slide["images"])
    assert slides[at + 1]["text"].split() == ALT.split()


def test_the_key_of_a_card_is_large_where_the_panel_stands(tmp_path):
    content = program.write_content(
        tmp_path / "content", {"sample": program.article(DOSES)}, style="screen: {width: 1080, height: 1920}\n"
    )
    screens = program.render(content, tmp_path / "out", "--format", "screen").screens
    for key in ("3 and 4", "From week 5"):
        heights = [foot - top for top, foot in png.bands(png.coverage(showing(screens, key), DEEP, WHITE)[300:700, 120:700])]
        assert any(1.25 * CAPITAL < height < 1.5 * CAPITAL for height in heights), (key, heights)


@pytest.mark.parametrize("of", [None, "words"], ids=["by itself", "translation"])
def test_a_title_in_another_language_says_in_which(tmp_path, of):
    """Instead of whose display it is: in the language that most articles are in, titles say that."""
    house = {name: program.article("## One\n\nWords.", "Night", "en-US") for name in ("words", "more")}
    foreign = program.article("## Uno\n\nPalabras.", "La noche", "es")
    if of:
        foreign = foreign.replace("lang: es\n", f"lang: es\ntranslation: {{of: {of}}}\n")
    content = program.write_content(tmp_path / "content", house | {"another": foreign, "third-es": program.article("## Uno\n\nPalabras.", "El día", "es")}, clinic=CLINIC)
    result = program.render(content, tmp_path / "out", "--format", "screen")
    titles = {slide["title"]: slide["text"] for slide in reversed(lobby_show.manifest(result.directory / "lobby")["slides"])}
    assert titles["La noche"].split() == ["La", "noche", "Español"] and "Español" in titles["El día"]
    assert "Riverside" in titles["Night"]


ORGANS = """
## 时间

| 部位 | 时间 | 说明 |
|---|---|---|
| 头部 | 25 分钟 | 请不要动 |
"""


@pytest.mark.parametrize("size", ["width: 1080, height: 1920", "diagonal_in: 75, distance_m: 6"])
@pytest.mark.parametrize("lang, rows, cell", [("en", DOSES, "3 and 4"), ("zh-Hans", ORGANS, "头部")], ids=["en", "zh"])
def test_what_a_card_is_of_keeps_off_the_edge_above_it(tmp_path, size, lang, rows, cell):
    """Signs that are higher than capitals, too."""
    content = program.write_content(
        tmp_path / "content", {"sample": program.article(rows, lang=lang)}, style=f"screen: {{{size}}}\n"
    )
    path = showing(program.render(content, tmp_path / "out", "--format", "screen").screens, cell)
    deep = (png.pixels(path)[:, 150:900] == DEEP).all(axis=(1, 2))
    top = deep.argmax()
    assert (~deep[top:]).argmax() > 0.25 * EM
