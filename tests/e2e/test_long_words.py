"""Words that are longer than their line, and those of a script that writes no blanks: parted in every
product where their letters allow it, and nothing of them lost."""

import html
import json
import re
import unicodedata

import pytest

import pdf
import png
import program
from player_fixtures import *  # noqa: F403: fixtures
from test_meaning import heard, plain

SHY = "\u00ad"
# Whose joints the author gives, all of them fitting any line.
JOINTS = "Rind­fleisch­etiketten­über­wachungs­auf­gaben­über­tragungs­gesetz"
# Whose joints only patterns know.
GERMAN = [
    "Kraftfahrzeughaftpflichtversicherungsbestätigung", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk",
    "Gastroösophagealerefluxkrankheitsbehandlung",
]
KHMER = [
    "ការស្រាវជ្រាវអំពីជំងឺផ្លូវដង្ហើមនៅក្នុងប្រទេសកម្ពុជាបានបង្ហាញថាអ្នកជំងឺត្រូវការការព្យាបាលដោយគ្រូពេទ្យ",
    "ស្ត្រីមានផ្ទៃពោះត្រូវការការពិនិត្យសុខភាពជាប្រចាំ", "ចំពោះ", "ទៀត",
]
PAPER = ("", "-large", "-giant", "-booklet", "-brochure")
ARTICLES = {
    "de": (JOINTS, [JOINTS.replace(SHY, ""), *GERMAN]),
    "km": (KHMER[0], KHMER),
}


def article(lang):
    first, words = ARTICLES[lang]
    body = f"{first}.\n\n## {first}\n\n- {words[1]}\n- {words[2]}\n\n| {words[3]} | 1 |\n|---|---|\n| {first} | {words[2]} |"
    return program.article(body, title=words[3], lang=lang, front="kind: article\n")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("long")
    content = program.write_content(base / "content", {lang: article(lang) for lang in ARTICLES})
    formats = [part for name in ("standard", "large", "giant", "booklet", "brochure", "screen") for part in ("--format", name)]
    result = program.render(content, base / "out", *formats)
    assert result.status == 0, result.err
    return result


def pages(made, lang):
    """What the lines of each product show: its name, and its lines."""
    for suffix in PAPER:
        document = pdf.Document(made.pdf(lang + suffix))
        yield suffix or "standard", [pdf.join(line) for line in pdf.lines(document.runs)]
    for slide in slides(made, lang):
        yield slide["src"], ["".join(run["text"] for run in line["runs"]) for line in slide["lines"]]


def slides(made, lang):
    found = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    return [slide for slide in found if slide["id"].startswith(f"{lang}/")]


@pytest.mark.parametrize("lang", ARTICLES)
@pytest.mark.parametrize("suffix", PAPER)
def test_words_are_whole_on_paper(made, lang, suffix):
    document = pdf.Document(made.pdf(lang + suffix))
    text = re.sub(rf"[\s{SHY}\u200b]", "", heard(document.root))
    assert not [word for word in ARTICLES[lang][1] if word not in text]


@pytest.mark.parametrize("lang", ARTICLES)
def test_words_are_whole_in_the_show(made, lang):
    mine = slides(made, lang)
    described = "\n".join(png.description(made.directory / "lobby" / slide["src"]) for slide in mine)
    alts = "\n".join(slide["alt"] for slide in mine)
    transcript = html.unescape(re.sub(r"<[^>]*>", " ", (made.directory / "lobby/transcript.html").read_text()))
    for text in (described, alts, transcript):
        text = re.sub(rf"[\s{SHY}\u200b]", "", text)
        assert not [word for word in ARTICLES[lang][1] if word not in text]


def test_lines_end_at_the_joints_that_the_author_gives(made):
    pieces = JOINTS.split(SHY)
    heads = {"".join(pieces[:n]) for n in range(1, len(pieces) + 1)}
    for name, lines in pages(made, "de"):
        text = "\n".join(line.rstrip("-‐" + SHY) for line in lines)
        for start in re.finditer(pieces[0], text):
            seen = text[start.start() :].split("gesetz")[0] + "gesetz"
            at = ""
            for part in seen.split("\n"):
                at += re.sub(r"[^\w]", "", part)
                assert at in heads, (name, seen)


def test_patterns_leave_no_scraps(made):
    """What stands before or behind a hyphen is a syllable at least: a vowel and another letter."""
    for name, lines in pages(made, "de"):
        for line, below in zip(lines, lines[1:]):
            if not re.search(rf"\w[-‐{SHY}]$", line.rstrip()):
                continue
            ends = re.findall(r"\w+", line)[-1], re.findall(r"\w+", below)[0]
            assert all(len(part) > 1 and re.search("[aeiouyäöü]", part, re.I) for part in ends), (name, line, below)


def test_khmer_letters_keep_their_marks(made):
    """No line begins with a mark of the letter before it, or ends with the sign that stacks the next."""
    for name, lines in pages(made, "km"):
        lines = [line.strip("\u200b ") for line in lines]
        assert not [line for line in lines if line and unicodedata.category(line[0]).startswith("M")], name
        assert not [line for line in lines if line.endswith("\u17d2")], name
        assert not [line for line in lines if "\u25cc" in line], name


@pytest.mark.parametrize("lang", ARTICLES)
def test_the_player_shows_the_words_whole(made, lang, player):  # noqa: F405
    player.open((made.directory / "lobby/index.html").as_uri())
    count = len(json.loads((made.directory / "lobby/manifest.json").read_text())["slides"])
    shown = ""
    for index in range(count):
        player.turn_to(index)
        shown += player.js("return document.querySelector('#show').textContent")
    assert "\u25cc" not in shown
    shown = re.sub(rf"[\s{SHY}\u200b‐-]", "", shown)
    assert not [word for word in ARTICLES[lang][1] if word not in shown]


def test_no_line_ends_within_a_korean_word(make):
    """Which Unicode allows; in columns of a table neither."""
    words = "검사 전날에는 저녁을 가볍게 드시고 다음날 아침에는 물만 마시면서 예약하신 시간보다 조금 일찍 접수창구로 오셔야 합니다".split()
    text = " ".join(words)
    made = make(text + ".\n\n| 시간 | 할 일 |\n|---|---|\n| 저녁 | " + text + " |\n", "--format", "standard,giant,brochure", lang="ko")
    for path in made.pdfs:
        lines = [plain(pdf.join(line)) for line in pdf.lines(pdf.Document(path).runs)]
        torn = [word for word in words if sum(word in line for line in lines) < 2]
        assert torn == [], (path.stem, torn)
