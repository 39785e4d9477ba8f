"""Facts read right in words that read from right to left: as they are seen on paper, on screens and
in the player, and as plain strings carry them."""

import re

import pytest

import folding
import pdf
import png
import program
from player_fixtures import *  # noqa: F403: fixtures
from soak import sample

CLINIC = """\
name: Riverside Sleep Clinic
telephone: +1 503 234 5678
email: desk@riverside-sleep.example
url: https://riverside-sleep.example
address:
  street_address: 12 Hill Road
  address_locality: Springfield
opening_hours:
  - Mo-Fr 09:00-17:00
"""
FACTS = ["+49 555 123 4567", "03-612-4478", "2026-05-12", "1,250.7 mg", "120/80 mmHg", "desk2@clinic.example"]
IN_CELLS = [fact for fact in FACTS if "@" not in fact]
# A title, a word for text, and whether the first number of a range stands at the left (content/isolate.h).
LANGUAGES = {
    "ar": ("نصائح النوم", "اتصل على", False),
    "he": ("עצות לשינה", "התקשרו אל", True),
    "fa": ("راهنمای خواب", "تماس بگیرید با", True),
    "ur": ("نیند کے مشورے", "رابطہ کریں", True),
}


def article(lang):
    title, word, _ = LANGUAGES[lang]
    lines = "\n\n".join(f"{word} {fact} {word}." for fact in FACTS)
    short = word.split()[0]
    rows = "\n".join(f"| {short} | {fact} |" for fact in IN_CELLS)
    ranges = f"{word} 10-12 {word}."
    table = f"| {short} | {short} |\n|---|---|\n{rows}\n"
    picture = f'![{word} 503-234-9999](dot.png "{word} 503-234-9999")'
    return program.article("\n\n".join([lines, ranges, table, picture]), title=title, lang=lang)


@pytest.fixture(scope="module", params=sample(LANGUAGES, 2))
def made(request, tmp_path_factory):
    base = tmp_path_factory.mktemp(request.param)
    files = {"dot.png": picture()}  # noqa: F405
    content = program.write_content(base / "content", {"facts": article(request.param)}, CLINIC, files=files)
    result = program.render(content, base / "out", "--format", "standard", "--format", "screen")
    assert result.status == 0, result.err
    return request.param, result


def digits(text):
    return re.sub(r"\D", "", text)


def seen(text):
    """Rows of digits as they stand from left to right, signs between them left out."""
    return [digits(row) for row in re.findall(r"[\d][\d\s().,/:+-]*", text)]


def test_numbers_are_read_from_left_to_right_on_paper(made, tmp_path):
    lang, result = made
    pages = folding.rasters(result.pdf("facts"), folding.READING_DPI, tmp_path)
    rows = seen("\n".join(folding.read(pages)))
    numbers = [digits(f) for f in IN_CELLS] + ["15032345678"]
    missing = [n for n in numbers if not any(n in row for row in rows)]
    assert not missing, (lang, rows)
    assert any(("1012" if LANGUAGES[lang][2] else "1210") in row for row in rows), rows


def rows_of(document):
    """What stands at one height of a page, its runs from left to right."""
    rows = {}
    for number, page in enumerate(document.pages):
        for run in page.runs:
            rows.setdefault((number, round(run.y)), []).append((run.x, run.text))
    return ["".join(text for _, text in sorted(row)) for row in rows.values()]


def test_figures_of_a_number_rise_along_the_page(made):
    """By the places in the file: each fact is one row of runs from left to right."""
    _, result = made
    rows = rows_of(pdf.Document(result.pdf("facts")))
    for fact in [*FACTS, "+1 503 234 5678", "12 Hill Road"]:
        assert any(fact in row for row in rows), fact
    for fact in IN_CELLS:
        assert sum(fact in row for row in rows) == 2, f"{fact}: in the text and in a cell"


def test_numbers_are_read_from_left_to_right_on_screens(made):
    lang, result = made
    wanted = ["+49 555 123 4567", "2026-05-12", "+1 503 234 5678"]
    screens = {png.description(path): path for path in sorted((result.directory / "lobby").glob("*.png"))}
    shown = [path for words, path in screens.items() if any(fact in words for fact in wanted)]
    rows = seen("\n".join(folding.read([folding.Image.open(path).convert("L") for path in shown])))
    numbers = [digits(fact) for fact in wanted]
    assert not [n for n in numbers if not any(n in row for row in rows)], (lang, rows)


def test_plain_strings_isolate_their_facts(made):
    _, result = made
    lobby = result.directory / "lobby"
    described = "\n".join(png.description(path) for path in sorted(lobby.glob("*.png")))
    listed = "\n".join(path.read_text() for path in lobby.iterdir() if path.suffix in (".smil", ".json", ".xml"))
    assert listed
    for text in (described, listed):
        assert "\u2066+49 555 123 4567\u2069" in text
        assert "\u2066503-234-9999\u2069" in text
    figure = next(n for n in pdf.Document(result.pdf("facts")).root.walk() if n.role == "Figure")
    assert "\u2066503-234-9999\u2069" in figure.alt


SPREAD = """
const wanted = arguments[0], found = [];
const walk = document.createTreeWalker(arguments[1] ? document.querySelector(arguments[1]) : document.body,
    NodeFilter.SHOW_TEXT);
for (let node; (node = walk.nextNode());) {
    const at = node.data.indexOf(wanted);
    if (at < 0)
        continue;
    const places = [];
    for (let i = 0; i < wanted.length; i++) {
        const range = document.createRange();
        range.setStart(node, at + i);
        range.setEnd(node, at + i + 1);
        places.push(range.getBoundingClientRect().left);
    }
    found.push(places);
}
return found;
"""


def test_the_transcript_isolates_facts(made, player):  # noqa: F405
    _, result = made
    player.driver.get((result.directory / "lobby/transcript.html").as_uri())
    for fact in [*FACTS, "+1 503 234 5678", "12 Hill Road"]:
        places = player.js(SPREAD, fact, None)
        assert places, fact
        for row in places:
            assert row == sorted(row), fact


def test_the_player_isolates_facts(made, player):  # noqa: F405
    _, result = made
    player.open((result.directory / "lobby/index.html").as_uri())
    wanted = {"+49 555 123 4567", "2026-05-12", "+1 503 234 5678"}
    for _ in range(40):
        for fact in list(wanted):
            for row in player.js(SPREAD, fact, "#show"):
                assert row == sorted(row), fact
                wanted.discard(fact)
        if not wanted:
            return
        player.advance(15)
    assert not wanted
