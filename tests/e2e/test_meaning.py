"""What an author wrote reaches the reader with its meaning: the kinds of slips, signs and marks that
real content brings, each in print, on screens and in the transcript; or an error names its place."""

import html
import json
import re

import pytest

import folding
import pdf
import png
import program
from conftest import picture
from test_words import pdftotext

# Kind -> its article, and what is heard of it everywhere, in this order.
KINDS = {
    "signs between numbers": (
        "Take 2*250 mg in the morning and 1*250 mg at night, 5*3*2 = 30, 2_000_000 IU, 10~20 drops, ~5 mL.",
        ["Take 2*250 mg in the morning and 1*250 mg at night, 5*3*2 = 30, 2_000_000 IU, 10~20 drops, ~5 mL."],
    ),
    "comparisons": (
        "Call us if your child has:\n\n- >38 °C\n- <3 wet nappies\n- -5 °C\n- +2 kg\n\nBlood sugar:\n>250 mg/dL\n\n"
        "<65 years: half. Pain > 4 and < 8, P<0.05, #1 cause.",
        [">38 °C", "<3 wet nappies", "-5 °C", "+2 kg", ">250 mg/dL", "<65 years", "> 4 and < 8, P<0.05, #1 cause."],
    ),
    "colder than": ("Keep it below\n>-20 °C.\n\n- >.5 mL", [">-20 °C.", ">.5 mL"]),
    "apostrophes": (
        "Don`t drive, you can`t see. The doctors` and nurses` rooms, 5`30. Press `F5` or `F6`.",
        ["Don`t drive, you can`t see. The doctors` and nurses` rooms, 5`30. Press F5 or F6."],
    ),
    "numbers of items": (
        "7) seven\n8) eight\n\n1986\\. A great year. Take 1\\. then * 2 * and ** 3 ** of dose_1.",
        ["seven", "eight", "1986. A great year. Take 1. then * 2 * and ** 3 ** of dose_1."],
    ),
    "blanks to fill in": (
        "Come back on ___/___/____ at ____.\n\n| Day | Weight |\n|---|---|\n| __/__/____ | ____ kg |",
        [
            "Come back on blank to fill in/blank to fill in/blank to fill in at blank to fill in.",
            "blank to fill in/blank to fill in/blank to fill in", "blank to fill in kg",
        ],
    ),
    "raised and lowered": (
        "H<sub>2</sub>O, 10<sup>9</sup> cells, 25 kg/m<sup>2</sup>, 10<sup>-3</sup>.",
        ["H₂O, 10⁹ cells, 25 kg/m², 10⁻³."],
    ),
    "marks of HTML": (
        "<strong lang='en-GB'>Bold</strong>, <u lang='en'>low</u>, press <kbd>Enter</kbd>.<br>Next. <!-- unseen --><mark>New</mark> <small>fee</small> "
        '&frac12; &micro;g &lt; 6.\n\n<details><summary>When?</summary>\n\nIf you bleed.\n\n</details>\n\n<p align="center">Centred</p>\n\n'
        "<table><tr><th>Age</th><th>Dose</th></tr><tr><td>2</td><td>5 mL</td></tr></table>",
        ["Bold, low, press Enter.", "Next. New fee ½ µg < 6.", "When?", "If you bleed.", "Centred", "Age", "2", "Dose", "5 mL"],
    ),
    "struck words": (
        "Take ~~10 mg~~ 5 mg. Take ~10~ 5 mg. <del>7 mg</del> <ins>8 mg</ins>.\n\n- ~~Monday~~ closed\n\n## ~~Old~~ New",
        ["Take deleted: 10 mg 5 mg. Take ~10~ 5 mg. deleted: 7 mg added: 8 mg.", "deleted: Monday closed", "deleted: Old New"],
    ),
    "marks that touch": (
        "Take ~~5~~10 mg, 1~~0~~ mg, ~~5~~.5 mg, **5**10, 10~~20, 2**3, <del>a</del><ins>b</ins>, 2<sup>nd</sup>, **5**~~10~~ mg, ~~5~~<ins>(6)</ins>.",
        ["Take deleted: 5 10 mg, 1 deleted: 0 mg, deleted: 5 .5 mg, 510, 10~~20, 2**3, deleted: a added: b, 2nd, 5 deleted: 10 mg, deleted: 5 added: (6)."],
    ),
    "marks within marks": (
        "Now ~~10<sup>9</sup> cells~~ none, <ins>10<sup>7</sup></ins>, ~~at ____ hours~~ off.",
        ["Now deleted: 10⁹ cells none, added: 10⁷, deleted: at blank to fill in hours off."],
    ),
    "words of a week": (
        "| | Mon | Tue |\n|---|:-:|:-:|\n| Morning | 7 mg | – |\n| Noon | – | 8 mg |",
        ["Morning", "7 mg", "Noon", "8 mg"],
    ),
    "bullets of a word processor": ("Bring:\n\n• one card\n• two forms", ["Bring:", "one card", "two forms"]),
    "ticks and arrows": ("Bring:\n✓ one card\n✓ two forms\n\nThen\n\n→ go in\n→ sit down", ["Bring:", "one card", "two forms", "Then", "go in", "sit down"]),
    "names of files with blanks": ("![The scanner](MRI room.png)", ["The scanner"]),
    "line ends between Han": ("经颅磁刺激是一种\n无创的治疗方法，\n每天一次。", ["经颅磁刺激是一种无创的治疗方法，每天一次。"]),
    "letters that Khmer stacks": (
        "ស្ត្រី និងកុមារ។ លេបថ្នាំ ២ គ្រាប់ ក្នុងមួយថ្ងៃ។\n\n- ព្រះរាជាណាចក្រកម្ពុជា",
        ["ស្ត្រី និងកុមារ។ លេបថ្នាំ ២ គ្រាប់ ក្នុងមួយថ្ងៃ។", "ព្រះរាជាណាចក្រកម្ពុជា"],
    ),
    "words longer than lines": (
        "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzverordnungsentwurfsfassung und "
        "Kraft&shy;fahr&shy;zeug&shy;haft&shy;pflicht.\n\n## Magnetresonanztomographieuntersuchungsvorbereitungshinweise\n\nJa.",
        [
            "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzverordnungsentwurfsfassung und",
            "Kraftfahrzeughaftpflicht.", "Magnetresonanztomographieuntersuchungsvorbereitungshinweise", "Ja.",
        ],
    ),
    "a Roman number": ("## Part XXX\n\nRead it.", ["Part XXX", "Read it."]),
    "quotations and codes": (
        "Say <q>take <q lang='fr'>one</q> now</q>, type <code>a_b 5</code> or <samp>**OK** 7</samp>.\n\n| A | B |\n|---|---|\n| <q>yes</q> | <code>c</code> |",
        ["Say “take ‘one’ now”, type a_b 5 or OK 7.", "“yes”", "c"],
    ),
    "tasks": ("Before:\n\n- [ ] Wash\n- [x] Eat", ["Before:", "To do", "Wash", "Done", "Eat"]),
    "stars of notes": (
        "Dose** and time** are below.\n\n\\*\\*Not\\*\\* bold.\n\nIn week 2\n\n- 38 °C\n- 39 °C",
        ["Dose** and time** are below.", "**Not** bold.", "In week 2", "38 °C", "39 °C"],
    ),
    "code that is closed": ("> ```\n> one\n> ````\n\n- a\n\n  ~~~ sh\n  two\n  ~~~\n\nEnd.", ["one", "two", "End."]),
    "signs of money": ("Price: $5 & 10% or $20 (ca.)", ["Price: $5 & 10% or $20 (ca.)"]),
}
# What another program reads off the page, where that differs from what is heard.
SEEN = {
    "blanks to fill in": ["Come back on ___/___/____ at ____.", "__/__/____", "____ kg"],
    "struck words": ["Take 10 mg 5 mg. Take ~10~ 5 mg.", "Monday closed"],
    "raised and lowered": None,
    "marks within marks": None,
    "marks that touch": None,
    "names of files with blanks": None,
    "numbers of items": ["7) seven", "8) eight"],
    "tasks": ["Before:", "Wash", "Eat"],
}
# Kind -> what an optical reader finds in the pixels of its screens: figures and the signs about them. (In
# the frames of cards it finds labels alone.)
INK = {
    "signs between numbers": ["2*250mg", "1*250mg", "=30"],
    "comparisons": [">38", "<3wet", ">250mg/dL"],
    "struck words": ["5mg"],
    "signs of money": ["$5&10%"],
}


def slug(kind):
    return kind.lower().replace(" ", "-")


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    lang = {"line ends between Han": "zh-Hans", "letters that Khmer stacks": "km", "words longer than lines": "de"}
    articles = {
        slug(kind): program.article(body, title="A title", lang=lang.get(kind, "en"), front="kind: article\n")
        for kind, (body, _) in KINDS.items()
    }
    base = tmp_path_factory.mktemp("meaning")
    return program.write_content(base / "content", articles, files={"MRI room.png": picture("PNG")})


@pytest.fixture(scope="module")
def made(content):
    result = program.render(content, content.parent / "out", "--format", "standard,screen")
    assert result.status == 0, result.err
    return result


def plain(text):
    return " ".join(re.sub("[\u2060\u2066-\u2069\u00ad]", "", text).split())


def assert_in_order(wanted, text, unspaced=False):
    text, at = plain(text), 0
    if unspaced:
        text = re.sub(r"\s", "", text)
    for words in wanted:
        words = re.sub(r"\s", "", words) if unspaced else words
        found = text.find(words, at)
        assert found >= 0, f"{words!r} is not in its place: {text!r}"
        at = found + len(words)


def heard(node):
    """As a screen reader says it: the words that stand for others in their place."""
    if isinstance(node, pdf.Run):
        return node.text
    if not isinstance(node, pdf.Node):
        return ""  # an annotation
    return node.actual if node.actual is not None else "".join(map(heard, node.kids))


def body_text(document):
    """Of the blocks before the contact block, one a line."""
    roles = ("P", "Lbl", "LBody", "H1", "H2", "H3", "TD", "TH", "Figure")
    nodes = [node for node in document.root.walk() if node.role in roles]
    return "\n".join((node.alt or "") if node.role == "Figure" else heard(node) for node in nodes)


@pytest.mark.parametrize("kind", KINDS)
def test_tags_say_what_was_meant(made, kind):
    wanted = list(KINDS[kind][1])
    if kind == "marks of HTML":
        wanted[wanted.index("Age") :] = ["Age", "Dose", "2", "5 mL"]
    assert_in_order(wanted, body_text(pdf.Document(made.pdf(slug(kind)))))


@pytest.mark.parametrize("kind", KINDS)
def test_another_program_reads_it_off_the_page(made, kind):
    wanted = SEEN.get(kind, KINDS[kind][1])
    if kind == "marks of HTML":
        wanted = [words for words in wanted if words not in ("Age", "Dose", "2", "5 mL")]
    if wanted is not None:
        assert_in_order(wanted, pdftotext(made.pdf(slug(kind)), "-layout"), unspaced=True)


RANGES = [
    "10–20 mg", "0.5–1 mL", "9:00–17:30", "2‒3 mg", "9 am–5 pm", "9:00 - 17:30", "5 mg – 10 mg", "2 × 250 mg", "> 38 °C",
    "10 000 IU", "May 12–14, 2026", "9 am to 5 pm", "5 to 10 mg", "9:00 to 17:30",
    "12 noon to 1 pm", "12 May – 14 May",
]
STRENGTHS = ["(250mg/5ml)", "5 mg/10 ml", "mg/kg/day", "30 km/h", "and/or", "1 1/2", "120/80 mmHg", "5 mg / 1.5 mL"]


def test_no_line_ends_behind_a_bar(make):
    """Wherever in a line they stand, in every size of paper; addresses alone end lines behind their bars."""
    lead = [" ".join(["one two", "six", "ten twelve", "a"][: n % 5] * (n // 5 + 1)) for n in range(16)]
    body = "\n\n".join(f"{words} {' so '.join(STRENGTHS)}." for words in lead)
    made = make(body, "--format", "standard,giant,brochure,booklet", lang="en")
    for path in made.pdfs:
        text = "\n".join(plain(pdf.join(line)) for line in pdf.lines(pdf.Document(path).runs))
        assert {words: text.count(words) for words in STRENGTHS if text.count(words) < len(lead)} == {}, path.stem


def test_no_line_ends_within_a_range(make):
    """Wherever in a line they stand, in every size of paper."""
    lead = [" ".join(["one two", "six", "ten twelve", "a"][: n % 5] * (n // 5 + 1)) for n in range(16)]
    made = make("\n\n".join(f"{words} {' so '.join(RANGES)}." for words in lead), "--format", "standard,giant,brochure", lang="en")
    for path in made.pdfs:
        text = "\n".join(plain(pdf.join(line)) for line in pdf.lines(pdf.Document(path).runs))
        assert {words: text.count(words) for words in RANGES if text.count(words) < len(lead)} == {}, path.stem


# As the hours of a clinic are told, and as an article tells them.
UNSPACED = {
    "ja": ["月曜日から", "金曜日", "8:30から12:00まで", "13:00から17:30まで"],
    "zh-Hans": ["星期一至", "星期五", "08:30至12:00", "13:00至17:30"],
    "zh-Hant": ["星期一至", "星期五", "上午8:30至中午 12 點", "下午1:00至下午5:30"],
    "ko": ["월요일부터", "금요일까지", "오전 8:30부터 낮 12시까지", "오후 1:00부터 오후 5:30까지"],
}


@pytest.mark.parametrize("lang", UNSPACED)
def test_no_line_ends_within_days_and_times_of_words_without_blanks(make, lang):
    """Wherever in a line they stand, in every size of paper."""
    fillers, facts = [("受付時間" * 3)[:n] for n in range(12)], UNSPACED[lang]
    made = make("\n\n".join(filler + "、".join(facts) + "。" for filler in fillers), "--format", "standard,giant,brochure", lang=lang)
    for path in made.pdfs:
        text = "\n".join(plain(pdf.join(line)) for line in pdf.lines(pdf.Document(path).runs))
        assert {words: text.count(words) for words in facts if text.count(words) < len(fillers)} == {}, path.stem


ASKED = ["name: ________________", "born ____/____/______", "weigh _____ kg", "call (____) ____-______", "____ times"]


def test_blanks_stand_with_what_asks_for_them(make):
    """Wherever in a line they stand; what is wider than its line parts before the blank alone."""
    lead = [" ".join(["one two", "six", "ten twelve", "a"][: n % 5] * (n // 5 + 1)) for n in range(16)]
    body = "\n\n".join(f"{words} {'. '.join(ASKED)}." for words in lead)
    made = make(body, "--format", "standard,large,giant,brochure,booklet", lang="en")
    for path in made.pdfs:
        text = "\n".join(plain(pdf.join(line)) for line in pdf.lines(pdf.Document(path).runs))
        assert {words: text.count(words) for words in ASKED if text.count(words) < len(lead)} == {}, path.stem
    made = make(f"Please write your whole name here: {24 * '_'} and the date: ____/____/______.", "--format", "brochure", lang="en")
    lines = [plain(pdf.join(line)) for line in pdf.lines(pdf.Document(made.pdf("sample-brochure")).runs)]
    assert any("____/____/______" in line for line in lines), lines
    assert "".join(lines).count("_") == 24 + 14, lines


DETAILS = """\
## After the scan

Eat.

<details><summary>When should I call?</summary>

If you bleed.

</details>

You may drive.

<details><summary>One?</summary>Yes.</details>

<details><summary>Two?</summary>No.</details>

Rest.
"""


def test_what_follows_details_is_none_of_theirs(make):
    """In the tags, and under the topics of screens; on paper a line parts it from them."""
    made = make(DETAILS, "--format", "standard,screen", lang="en")
    sect = next(node for node in pdf.Document(made.pdf("sample")).root.walk() if node.role == "Sect")
    kids = [(kid.role, heard(kid)) for kid in sect.kids if isinstance(kid, pdf.Node)]
    assert kids == [
        ("H2", "After the scan"), ("P", "Eat."), ("Sect", "When should I call?If you bleed."), ("P", "You may drive."),
        ("Sect", "One?Yes."), ("Sect", "Two?No."), ("P", "Rest."),
    ]
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    topics = [slide["alt"] for slide in slides if slide["id"].startswith("sample/")][1:]
    assert topics == [
        "After the scan Eat.", "When should I call? If you bleed.", "After the scan You may drive.", "One? Yes.", "Two? No.",
        "After the scan Rest.",
    ]


def screens_of(made, kind):
    found = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    return [slide for slide in found if slide["id"].startswith(slug(kind) + "/")]


@pytest.mark.parametrize("kind", KINDS)
def test_screens_say_what_was_meant(made, kind):
    mine = screens_of(made, kind)
    described = "\n".join(png.description(made.directory / "lobby" / slide["src"]) for slide in mine)
    assert_in_order(KINDS[kind][1], described, unspaced=True)
    assert_in_order(KINDS[kind][1], "\n".join(slide["alt"] for slide in mine), unspaced=True)


@pytest.mark.parametrize("kind", INK)
def test_ink_of_screens_shows_figures_and_signs(made, kind):
    pictures = [folding.Image.open(made.directory / "lobby" / slide["src"]).convert("L") for slide in screens_of(made, kind)[1:]]
    seen = re.sub(r"\s", "", "".join(folding.read(pictures)))
    assert not [figures for figures in INK[kind] if figures not in seen], seen


def transcript_words(made, kind):
    page = (made.directory / "lobby/transcript.html").read_text()
    number = sorted(map(slug, KINDS)).index(slug(kind))
    article = page.split("<article")[number + 1].split("</article>")[0]
    article = article.split(">", 1)[1]
    article = re.sub(r'<span[^>]* role="(?:img|group)" aria-label="([^"]*)"[^>]*>.*?</span>(?=[^<]|<[^/d]|</[^sd])', r"\1", article)
    article = re.sub(r'<img[^>]* alt="([^"]*)"[^>]*>', r"\1", article)
    for tag, forms in (("sup", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"), ("sub", "₀₁₂₃₄₅₆₇₈₉₋")):
        table = str.maketrans("0123456789-", forms)
        article = re.sub(rf"<{tag}>(.*?)</{tag}>", lambda m: m[1].translate(table), article)
    article = re.sub(r"<br>|</?(p|li|h\d|td|th|tr)\b[^>]*>", " ", article)
    return html.unescape(re.sub(r"<[^>]*>", "", article))


@pytest.mark.parametrize("kind", KINDS)
def test_the_transcript_says_what_was_meant(made, kind):
    wanted = list(KINDS[kind][1])
    if kind == "marks of HTML":
        wanted[wanted.index("Age") :] = ["Age", "Dose", "2", "5 mL"]
    assert_in_order(wanted, transcript_words(made, kind), unspaced=True)


def errors(text):
    return {line for line in text.splitlines() if ": error: " in line}


def test_check_and_render_agree_on_what_is_right(content, made):
    checked = program.run("check", "--content", content, "--fonts", program.ROOT / "fonts/fonts.conf")
    assert checked.returncode == 0 and errors(checked.stdout + checked.stderr) == set()


PLAIN = """\
---
title: Plain strings
lang: en
summary: "Take 10<sup>9</sup> cells, ~~5 mg~~ 7 mg"
---

## H<sub>2</sub>O and 10<sup>9</sup> ~~5 mg~~ 7 mg

[10<sup>9</sup> cells](https://riverside-sleep.org/c), [up](#h2o-and-109-5-mg-7-mg), ~~[old](https://riverside-sleep.org/o)~~.

![Take 10<sup>9</sup> cells, 2*250 <5 **mg**](dot.png)
"""


def test_plain_strings_keep_what_the_look_of_words_means(tmp_path):
    """Bookmarks, spoken names, alternative texts, titles of screens: where no letter can be raised or struck."""
    content = program.write_content(tmp_path / "content", {"plain": PLAIN}, files={"dot.png": picture("PNG")})
    made = program.render(content, tmp_path / "out", "--format", "standard,screen")
    assert made.status == 0, made.err
    document = pdf.Document(made.pdf("plain"))
    assert str(document.pdf.docinfo["/Subject"]) == "Take 10⁹ cells, deleted: 5 mg 7 mg"
    heading = "H₂O and 10⁹ deleted: 5 mg 7 mg"
    assert heading in document.outline
    assert document.root.find("Link")[0].alt == "10⁹ cells (web page)"
    assert document.root.find("Figure")[0].alt == "Take 10⁹ cells, 2*250 <5 mg"
    assert heading in [png.texts(path)["Title"][1] for path in made.screens]
    page = (made.directory / "lobby/transcript.html").read_text()
    assert '<span role="group" aria-label="deleted: old"><a ' in page
    assert 'alt="Take 10⁹ cells, 2*250 &lt;5 mg"' in page
