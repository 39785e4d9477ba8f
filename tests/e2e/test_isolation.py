"""Facts read right in words that read from right to left: as they are seen on paper, on screens and
in the player, and as plain strings carry them. Every kind of fact stands in the running text, in a
cell of a table, in the caption of a picture and in the contact block."""

import json
import re
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest
from PIL import Image, ImageOps

import folding
import pdf
import png
import program
from player_fixtures import *  # noqa: F403: fixtures
from soak import sample

CLINIC = """\
name: Riverside Sleep Clinic
telephone: +1 503 234 5678
email: desk13579@riverside-sleep.example
url: https://riverside-sleep.example
address:
  street_address: 4127 Hill Road, Suite 635
  address_locality: Springfield
opening_hours:
  - Mo-Fr 09:00-17:00
services:
  - MRI
contact_points:
"""
FACTS = {
    "telephone": "+49 555 123 4567",
    "telephones": "503 234 5678-80",
    "time": "15:45",
    "times": "8:00-17:00",
    "date": "2026-05-12",
    "dates": "12/05/2026-14/05/2026",
    "dose": "1,250.7 mg",
    "doses": "5-10 mg",
    "pressure": "120/80 mmHg",
    "amount": "$1,204.50",
    "code": "AB-1204-77",
    "mail": "desk24680@clinic.example",
    "web": "https://clinic.example/a-1357/b-9246",
    "street": "12 Hill Road",
    "room": "2-104",
    "range": "10-12",
}
# What reads as its language reads ranges (content/isolate.h).
RANGES = {"times", "dates", "range"}
# A title, a word for text, and whether the first number of a range stands at the left.
LANGUAGES = {
    "ar": ("نصائح النوم", "اتصل على", False),
    "he": ("עצות לשינה", "התקשרו אל", True),
    "fa": ("راهنمای خواب", "تماس بگیرید با", True),
    "ur": ("نیند کے مشورے", "رابطہ کریں", True),
}
# Text, cell, caption, contact block.
PLACES = 4
# Sizes of letters that an optical reader is used to: what it misreads in one, it reads in another;
# and figures out of order in none. [px]
READING_SIZES = (44, 36, 54)


def article(lang):
    title, word, _ = LANGUAGES[lang]
    short = word.split()[0]
    lines = "\n\n".join(f"{word} {fact} {word}." for fact in FACTS.values())
    rows = "\n".join(f"| {short} | {fact} |" for fact in FACTS.values())
    table = f"| {short} | {short} |\n|---|---|\n{rows}"
    pictures = "\n\n".join(
        f'![{word} {fact}](dot.png "{word} {fact} {short}")' for fact in FACTS.values()
    )
    return program.article("\n\n".join([lines, table, pictures]), title=title, lang=lang)


def clinic(lang):
    word = LANGUAGES[lang][1]
    points = [f"  - name: {word}\n    telephone: '988'\n    notes: '{word} {f} {word}'\n" for f in FACTS.values()]
    return CLINIC + "".join(points)


@pytest.fixture(scope="module", params=sample(LANGUAGES, 2))
def made(request, tmp_path_factory):
    base = tmp_path_factory.mktemp(request.param)
    articles = {"facts": article(request.param)}
    dot = picture((640, 40))  # noqa: F405
    content = program.write_content(base / "content", articles, clinic(request.param), files={"dot.png": dot})
    result = program.render(content, base / "out", "--format", "standard", "--format", "screen")
    assert result.status == 0, result.err
    return request.param, result


def as_read(kind, lang):
    """The fact as it stands from left to right."""
    turned = kind in RANGES and not LANGUAGES[lang][2]
    return "-".join(reversed(FACTS[kind].split("-"))) if turned else FACTS[kind]


def signs(text):
    """Letters and figures of our alphabet: what an optical reader is good at."""
    return re.sub(r"[^A-Za-z0-9]", "", text)


def count(kind, lang, rows):
    """In how many of the rows, as an optical reader found them, the fact stands. A figure more or
    less would be another fact."""
    wanted = r"[^A-Za-z0-9]*".join(signs(as_read(kind, lang)))
    return sum(re.search(rf"(?<!\d){wanted}(?!\d)", row) is not None for row in rows)


def test_facts_are_read_from_left_to_right_on_paper(made, tmp_path):
    lang, result = made
    pages = folding.rasters(result.pdf("facts"), folding.READING_DPI, tmp_path)
    rows = "\n".join(folding.read(pages)).splitlines()
    found = {kind: count(kind, lang, rows) for kind in FACTS}
    assert not {kind: n for kind, n in found.items() if n < PLACES}, "\n".join(rows)
    for own in ("1 503 234 5678", "desk13579@riverside-sleep.example", "4127 Hill Road, Suite 635"):
        assert signs(own) in signs(" ".join(rows))


def rows_of(document):
    """What stands at one height of a page, its runs from left to right."""
    rows = {}
    for number, page in enumerate(document.pages):
        for run in page.runs:
            rows.setdefault((number, round(run.y)), []).append((run.x, run.text))
    return ["".join(text for _, text in sorted(row)) for row in rows.values()]


def test_runs_of_a_fact_rise_along_the_page(made):
    """By the places in the file: each fact is one row of runs from left to right."""
    lang, result = made
    rows = rows_of(pdf.Document(result.pdf("facts")))
    for kind in FACTS:
        assert sum(as_read(kind, lang) in row for row in rows) >= PLACES, kind
    for own in ("+1 503 234 5678", "4127 Hill Road, Suite 635"):
        assert any(own in row for row in rows), own


def words_of(path):
    """The words of each line from left to right, by the boxes that another program finds."""
    written = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout
    space = "{http://www.w3.org/1999/xhtml}"
    for page in ElementTree.fromstring(written).iter(f"{space}page"):
        rows = {}
        for word in page.iter(f"{space}word"):
            left, top, bottom = (float(word.get(side)) for side in ("xMin", "yMin", "yMax"))
            middle = (top + bottom) / 2
            row = next((y for y in rows if abs(y - middle) < 5), middle)
            rows.setdefault(row, []).append((left, word.text))
        yield from ([text for _, text in sorted(row)] for row in rows.values())


def test_words_of_a_fact_rise_along_the_page(made):
    lang, result = made
    rows = ["".join(words) for words in words_of(result.pdf("facts"))]
    for kind in FACTS:
        wanted = as_read(kind, lang).replace(" ", "")
        assert sum(wanted in row for row in rows) >= PLACES, kind


def shown_lines(result):
    """Every line of every screen: its words, its part of the picture, and the size of its letters."""
    lobby = result.directory / "lobby"
    for slide in json.loads((lobby / "manifest.json").read_text())["slides"]:
        with Image.open(lobby / slide["src"]) as image:
            grey = image.convert("L")
            grey = ImageOps.invert(grey) if slide["ground"] == "deep" else grey  # readers expect dark letters
        for line in slide["lines"]:
            left, baseline, size = line["x"], line["y"], line["size"]
            box = (left - 8, baseline - 0.9 * size, left + line["w"] + 8, baseline + 0.35 * size)
            yield "".join(run["text"] for run in line["runs"]), grey.crop(tuple(map(round, box))), size


def below_each_other(pictures, reading_size):
    """One picture of many, each with the size of its letters."""
    lines = [p.resize((round(p.width * reading_size / s), round(p.height * reading_size / s))) for p, s in pictures]
    width = max(line.width for line in lines) + 2 * reading_size
    whole = Image.new("L", (width, sum(line.height + reading_size for line in lines) + reading_size), 255)
    top = reading_size
    for line in lines:
        whole.paste(line, (reading_size, top))
        top += line.height + reading_size
    return whole


def test_facts_are_read_from_left_to_right_on_screens(made):
    lang, result = made
    lines = list(shown_lines(result))
    # Web addresses are shown without their scheme, and broken behind a slash.
    kinds = [kind for kind in FACTS if kind != "web"]
    for kind in kinds:
        pictures = [(image, size) for words, image, size in lines if FACTS[kind] in words]
        assert len(pictures) >= PLACES, kind
        read = []
        while not read or count(kind, lang, read[-1]) != len(pictures):
            assert len(read) < len(READING_SIZES), (kind, read)
            read += [text.splitlines() for text in folding.read([below_each_other(pictures, READING_SIZES[len(read)])])]


def test_plain_strings_isolate_their_facts(made):
    lang, result = made
    lobby = result.directory / "lobby"
    described = "\n".join(png.description(path) for path in sorted(lobby.glob("*.png")))
    listed = "\n".join(path.read_text() for path in lobby.iterdir() if path.suffix in (".smil", ".json", ".xml"))
    captions = "\n".join(path.read_text() for path in (lobby / "captions").iterdir())
    for text in (described, listed, captions):
        for kind in ("telephone", "telephones", "date", "dose", "amount", "code"):
            assert f"\u2066{FACTS[kind]}\u2069" in text, kind
        # Nothing beside a fact goes with it.
        assert not re.search(r"\u2066\$1,204\.50[^\u2069]", text)
    figures = [n for n in pdf.Document(result.pdf("facts")).root.walk() if n.role == "Figure"]
    assert any(f"\u2066{FACTS['code']}\u2069" in figure.alt for figure in figures)


# Of each text, where its signs stand, each time that it is shown: left edge, middle and height.
PLACES_OF = """
const [all, root] = arguments, signs = [];
const walk = document.createTreeWalker(root ? document.querySelector(root) : document.body, NodeFilter.SHOW_TEXT);
for (let node; (node = walk.nextNode());)
    for (let i = 0; i < node.data.length; i++)
        signs.push([node, i]);
const text = signs.map(([node, i]) => node.data[i]).join('');
return all.map((wanted) => {
    const found = [];
    for (let at = -1; (at = text.indexOf(wanted, at + 1)) >= 0;)
        found.push(signs.slice(at, at + wanted.length).map(([node, i]) => {
            const range = document.createRange();
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const box = range.getBoundingClientRect();
            return [box.left, box.top + box.height / 2, box.height];
        }).filter(([,, height]) => height > 0));
    return found.filter((places) => places.length > 0);
});
"""


def rises(places):
    """From left to right, line by line."""
    return all(
        left <= then or below > middle + height / 2
        for (left, middle, height), (then, below, _) in zip(places, places[1:])
    )


def reads_right(places, kind, lang):
    if as_read(kind, lang) == FACTS[kind]:
        return rises(places)
    dash = FACTS[kind].index("-")
    first, second = places[:dash], places[dash + 1 :]
    return rises(first) and rises(second) and (second[-1] < first[0] or second[0][1] > first[0][1])


def test_the_transcript_isolates_facts(made, player):  # noqa: F405
    lang, result = made
    player.driver.get((result.directory / "lobby/transcript.html").as_uri())
    *each, (places,) = player.js(PLACES_OF, [fact.removeprefix("https://") for fact in FACTS.values()] + ["4127 Hill Road, Suite 635"], None)
    for kind, found in zip(FACTS, each, strict=True):
        assert len(found) >= PLACES, kind
        assert all(reads_right(places, kind, lang) for places in found), kind
    assert rises(places)


def test_the_player_isolates_facts(made, player):  # noqa: F405
    lang, result = made
    slides = json.loads((result.directory / "lobby/manifest.json").read_text())["slides"]
    player.open((result.directory / "lobby/index.html").as_uri())
    found = dict.fromkeys(FACTS, 0)
    for index in range(len(slides)):
        player.turn_to(index)
        for kind, each in zip(FACTS, player.js(PLACES_OF, list(FACTS.values()), "#show"), strict=True):
            for places in each:
                assert reads_right(places, kind, lang), (index, kind)
                found[kind] += 1
    del found["web"]  # as above
    assert not {kind: n for kind, n in found.items() if n < PLACES}


TURNED = {
    "en": ("See [C++]{dir=rtl} and <span dir='rtl'>D<b>+-</b></span> here.", ["++C", "+-D"], ["\u2067C++\u2069", "\u2067D+-\u2069"]),
    "ar": ("نصائح [C++]{dir=ltr} النوم", ["C++"], ["\u2066C++\u2069"]),
}


@pytest.mark.parametrize("lang", TURNED)
def test_words_read_as_their_author_says(make, lang):
    body, seen_so, carried = TURNED[lang]
    result = make(body, "--format", "standard,screen", lang=lang, title="نصائح" if lang == "ar" else "A title")
    assert result.status == 0, result.err
    rows = rows_of(pdf.Document(result.pdf("sample")))
    assert [words for words in seen_so if not any(words in row for row in rows)] == [], rows
    described = "".join(png.description(path) for path in result.screens)
    manifest = (result.directory / "lobby/manifest.json").read_text()
    assert [words for words in carried if words not in described or words not in manifest] == [], described
    said = 'dir="ltr"><bdi dir="ltr">C++</bdi></span>' if lang == "ar" else 'dir="rtl">C++</span>'
    assert said in (result.directory / "lobby/transcript.html").read_text()


TWICE_A_DAY = CLINIC.replace("- Mo-Fr 09:00-17:00", "- Mo-Fr 08:30-12:00,13:00-17:30\n  - Sa 09:00-12:00")


def contact_lines(result):
    """Of the screens of the contact: their lines as lists of runs."""
    show = json.loads((result.directory / "lobby/manifest.json").read_text())
    return [line["runs"] for slide in show["slides"] if slide["id"].startswith("contact") for line in slide["lines"]]


def test_hours_that_begin_with_a_latin_word_read_as_their_language(tmp_path):
    article = program.article("500 mg لیں۔", title="COVID-19 بخار", lang="ur", front="kind: article\n")
    content = program.write_content(tmp_path / "content", {"ur": article}, TWICE_A_DAY.replace("contact_points:\n", ""))
    result = program.render(content, tmp_path / "out", "--format", "html")
    assert result.status == 0, result.err
    assert 'lang="ur" dir="rtl"' in (result.directory / "web/ur.html").read_text()
    result = program.render(content, tmp_path / "traces", "--format", "screen", "--as", "trace")
    trace = "".join(path.read_text() for path in result.directory.rglob("*.trace"))
    places = {words.strip(): float(x) for x, words in re.findall(r'^run (\S+) .*"(.*)"$', trace, re.M)}
    assert places["9 AM"] > places["تا دوپہر"] > places["بجے"], places


# What no line of a screen ends within, where letters part anywhere.
UNPARTED = {
    "ja": ["月～金", "土曜日", "8:30から", "13:00から17:30まで"],
    "ko": ["월~금", "오전 8:30부터", "낮 12시까지", "오후 1시부터 오후 5:30까지", "토요일"],
    "zh-Hans": ["周一至周五", "星期六", "13:00至17:30"],
    # Where a range is too wide for its column, none of its times is parted.
    "am": ["ከ8:30 ጥዋት", "12 ሰዓት እኩለ ቀን", "ከ1 ከሰዓት እስከ 5:30 ከሰዓት"],
    "ar": ["من 8:30 ص", "12 ظهرًا", "1 م إلى 5:30 م", "من 9 ص إلى 12 ظهرًا"],
    "km": ["8:30 AM", "ម៉ោង 12 ថ្ងៃត្រង់", "1 PM ដល់ 5:30 PM"],
    "pt": ["seg.–sex.", "das 08:30 às 12:00", "das 13:00 às 17:30"],
    "ur": ["8:30 AM", "دوپہر 12 بجے", "1 PM تا 5:30 PM"],
    "vi": ["Th 2–Th 6", "08:30", "12:00", "từ 13:00 đến 17:30"],
}  # fmt: skip


@pytest.mark.sample(4)
@pytest.mark.parametrize("lang", UNPARTED)
def test_no_line_of_a_screen_ends_within_a_day_or_a_time(tmp_path, lang):
    article = program.article("39 °C.", title="39 °C", lang=lang, front="kind: article\n")
    content = program.write_content(tmp_path / "content", {"sample": article}, TWICE_A_DAY.replace("contact_points:\n", ""))
    result = program.render(content, tmp_path / "out", "--format", "screen")
    assert result.status == 0, result.err
    lines = ["".join(run["text"] for run in runs) for runs in contact_lines(result)]
    assert [words for words in UNPARTED[lang] if not any(words in line for line in lines)] == [], lines
