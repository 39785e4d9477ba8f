"""Tables: no number or word of a cell is ever torn; where columns do not fit, each row is a card."""

import random
import re
from xml.etree import ElementTree

import pytest

import pdf
import png
import program
import soak

DOSES = """\
| Medicine | Morning dose | Evening dose | Most in a day |
|:--|--:|--:|--:|
| Levothyroxine sodium | 1,250.75 mcg | 10,125.50 mcg | 100,000 |
| Carbamazepine | 100,000 | 1,000,000 | 1,000,000 |
"""
PAPER = ["standard", "large", "giant", "brochure", "booklet"]
UNTORN = ["Levothyroxine", "1,250.75 mcg", "10,125.50 mcg", "100,000", "1,000,000", "Carbamazepine"]


def plain(text):
    """With all blanks alike and without marks that only steer direction or lines."""
    return " ".join(re.sub("[\u2060\u2066-\u2069]", "", text).split())


@pytest.fixture(scope="module")
def doses(tmp_path_factory):
    directory = tmp_path_factory.mktemp("doses")
    program.write_content(directory / "content", {"sample": program.article(DOSES, title="Doses", front="kind: article\n")})
    formats = ",".join([*PAPER, "screen"])
    return program.render("content", "out", "--format", formats, cwd=directory)


@pytest.mark.parametrize("size", PAPER)
def test_nothing_is_torn_in_any_format(doses, size):
    document = pdf.Document(doses.pdf("sample", "" if size == "standard" else f"-{size}"))
    lines = [plain(pdf.join(line)) for line in pdf.lines(document.runs)]
    for words in UNTORN:
        assert any(words in line for line in lines), words


def test_rows_that_stand_by_themselves_are_a_list_of_named_fields(doses):
    document = pdf.Document(doses.pdf("sample", "-giant"))
    assert document.root.find("Table") == [] and document.bare == []
    first, second = [[plain(p.text) for p in li.find("P")] for li in document.root.find("L")[0].find("LI")]
    assert first == [
        "Medicine: Levothyroxine sodium",
        "Morning dose: 1,250.75 mcg",
        "Evening dose: 10,125.50 mcg",
        "Most in a day: 100,000",
    ]
    assert second[0] == "Medicine: Carbamazepine"


def test_columns_that_fit_stay_a_table(doses):
    document = pdf.Document(doses.pdf("sample"))
    (table,) = document.root.find("Table")
    assert len(table.find("TR")) == 3 and document.root.find("L") == []


def test_every_screen_of_a_row_names_it(doses):
    texts = [plain(png.description(path)) for path in doses.screens]
    cards = [text for text in texts if "Medicine:" in text]
    assert len(cards) > 1 and all(text.startswith("Doses Medicine: ") for text in cards)
    for name, field in [("Levothyroxine sodium", "Evening dose: 10,125.50 mcg"), ("Carbamazepine", "Most in a day: 1,000,000")]:
        assert any(f"Medicine: {name}" in text and field in text for text in cards)


@pytest.mark.parametrize("style", ["", "screen:\n  width: 1080\n  height: 1920\n  distance_m: 4\n"])
def test_no_table_takes_the_show_away(make, style):
    long = "a sentence that is far too long to stand on one screen, " * 6
    table = f"| When | Unpronounceablewordswithoutend | C | D | E | F |\n" + "|---" * 6 + "|\n"
    table += f"| Now | {long}| 10 mg | | – | 7 am |\n"
    made = make(table, "--format", "screen", style=style)
    assert made.status == 0 and made.screens
    words = plain(" ".join(png.description(path) for path in made.screens))
    assert words.count("a sentence that is far") >= 1 and "D: –" in words and "F: 7 am" in words


@pytest.mark.parametrize("count", range(6, 14))
def test_a_card_is_never_parted_where_a_page_holds_it(make, count):
    filler = "\n\n".join(f"Paragraph {n} is here to fill the page." for n in range(count))
    made = make(f"{filler}\n\n{DOSES}", "--format", "giant")
    for item in pdf.Document(made.pdf("sample", "-giant")).root.find("L")[0].find("LI"):
        assert len(item.pages) == 1


def test_one_that_no_page_holds_shows_its_name_again(make):
    fields = 40
    heads = "".join(f"| Column{n} " for n in range(fields))
    table = f"| Name {heads}|\n" + "|---" * (fields + 1) + "|\n| Row " + "| words " * fields + "|\n"
    document = pdf.Document(make(table, "--format", "standard").pdf("sample"))
    item = document.root.find("L")[0].find("LI")[0]
    assert len(item.pages) > 1
    for page in item.pages:
        assert "Name: Row" in plain(pdf.join(document.pages[page].runs))


LABELLED = "| Week | Morning | Note |\n|---|--:|---|\n| 1 | 25 mg (half a tablet) | %s |\n| 2 | – | |\n" % ("word " * 40)


def test_a_label_and_what_it_says_stand_on_one_line_of_a_card(make):
    """The colon is heard and copied, and not drawn; brackets go below; dashes stand for nothing."""
    document = pdf.Document(make(LABELLED, "--format", "giant").pdf("sample", "-giant"))
    first, second = [[plain(p.text) for p in li.find("P")] for li in document.root.find("L")[0].find("LI")]
    assert first[:2] == ["Week: 1", "Morning: 25 mg (half a tablet)"]
    assert second == ["Week: 2", "Morning: –", "Note: –"]
    lines = [plain(pdf.join(line)) for line in pdf.lines(document.runs)]
    assert "Morning: 25 mg" in lines and "(half a tablet)" in lines


def test_every_row_has_a_screen_to_itself(make):
    made = make("Read this first.\n\n| A | B |\n|---|---|\n| one | 1 mg |\n| two | 2 mg |\n", "--format", "screen")
    texts = [plain(png.description(path)) for path in made.screens]
    for words in ("one", "two", "Read this first."):
        (shown,) = [text for text in texts if words in text]
        assert sum(other in shown for other in ("one", "two", "Read this first.")) == 1


def test_words_on_a_dark_ground_are_measured_against_it(make):
    made = make("| A | B |\n|---|---|\n| one | 1 mg |\n| two | 2 mg |\n", "--format", "screen")
    ratios = [float(ratio) for ratio in re.findall(r"contrast (?:from )?(\d+\.\d)", made.out + made.err)]
    assert ratios and min(ratios) >= 7


def letters(words):
    """Without what parts a word that is wider than its line."""
    return re.sub(r"[\s\u00ad\u200b]", "", plain(words))


def assert_in_order(words, shown):
    at = 0
    for word in words:
        assert shown.find(word, at) >= 0, (word, shown)
        at = shown.find(word, at) + len(word)


LONG_WORDS = "abcdefghijkl" * 5, "mnopqrstuvwxyzabcdef" * 10


@pytest.mark.parametrize("style", ["", "screen:\n  width: 1080\n  height: 1920\n  distance_m: 4\n"])
def test_words_of_any_length_refuse_no_product(make, style):
    """60 letters in a header and 200 in a cell: parted, and whole for who hears or copies them."""
    header, cell = LONG_WORDS
    table = f"| Name | {header} | Dose |\n|---|---|---|\n| one | 10 mg | {cell} |\n| {cell} | 20 mg | two |\n"
    made = make(table, "--format", ",".join([*PAPER, "screen"]), style=style)
    assert made.status == 0, made.err
    ends = ["", "-large", "-giant", "-brochure", "-booklet"]
    shown = {end: pdf.Document(made.pdf("sample", end)).root.text for end in ends}
    shown["screens"] = re.sub("<[^>]+>", "", (made.directory / "lobby/transcript.html").read_text())
    for product, words in shown.items():
        assert header in letters(words), (product, words)
        assert_in_order(["one", "10mg", cell, cell, "20mg", "two"], letters(words))


def test_columns_without_names_read_from_the_right_too(make):
    made = make("| | |\n|---|---|\n| اشرب | الماء |\n| نم | مبكرا |\n", "--format", "giant,screen", title="دواء", lang="ar")
    assert made.status == 0, made.err
    assert "الماء" in " ".join(png.description(path) for path in made.screens)


UNPARTED = ["dose", "Levothyroxine", "food", "12.5 mg", "1,000,000", "7 am", "–", "(half)", "5 mg/10 mL"]


def random_table(dice):
    """Its rows, each a list of cells, each a list of words and facts; and its source."""
    columns = dice.randint(2, 7)
    cell = lambda: [dice.choice(UNPARTED) for _ in range(dice.randint(0, 5))]
    rows = [[cell() for _ in range(columns)] for _ in range(dice.randint(1, 6))]
    lines = ["| " + " | ".join(" ".join(cell) for cell in row) + " |" for row in rows]
    head = "| " + " | ".join(f"Head{n}" for n in range(columns)) + " |"
    return rows, "\n".join([head, "|---" * columns + "|", *lines])


@pytest.mark.parametrize("seed", range(200 if soak.WHOLE else 4))
def test_all_cells_of_any_table_come_in_their_order_untorn(make, seed):
    """On paper no number parts from its unit, nor any word; on screens each cell follows its header."""
    rows, table = random_table(random.Random(seed))
    words = [word for row in rows for cell in row for word in cell]
    made = make(table, "--format", ",".join([*PAPER, "screen"]))
    refused = {(finding["rule"], finding["message"].partition(":")[0]) for finding in made.findings if finding["severity"] == "error"}
    assert refused <= {("overflow", "brochure")}, "some tables are too long for one sheet"
    for path in made.pdfs:
        document = pdf.Document(path)
        assert_in_order(words, plain(document.root.text))
        lines = "\n".join(plain(pdf.join(line)) for line in pdf.lines(document.runs))
        assert [word for word in UNPARTED if lines.count(word) < words.count(word)] == [], (path.stem, lines)
    screens = plain(" ".join(png.description(path) for path in made.screens))
    assert_in_order(words, screens)


def test_notes_of_a_table_lead_back_to_its_cards(make):
    body = "| Medicine | Dose[^1] |\n|---|---|\n| Aspirin | [daily](https://riverside-sleep.org/x) |\n\n[^1]: By mouth."
    made = make(body, "--format", "giant")
    assert made.status == 0, made.err
    document = pdf.Document(made.pdf("sample", "-giant"))
    (note,) = document.root.find("Note")
    assert note.find("Link") and document.bare == []
    assert "(riverside-sleep.org/x)" in plain(document.root.text)


@pytest.mark.parametrize("lang, head", [("en-US", "Total each day"), ("de", "Gesamtdosis am Tag"), ("es", "Total al día"), ("en-US", "Evening")])
def test_columns_of_sums_are_bold(make, lang, head):
    table = f"| Week | Morning | {head} |\n|---|---:|---:|\n| 1 | 25 mg | 57 mg |\n| 2 | 30 mg | 83 mg |\n"
    document = pdf.Document(make(table, "--format", "standard", lang=lang).pdf("sample"))
    bold = {run.text.strip() for page in document.pages for run in page.runs if "Bold" in run.font}
    assert ({"57 mg", "83 mg"} <= bold) == (head != "Evening")
    assert not {"25 mg", "30 mg"} & bold


@pytest.mark.parametrize("heads", [["", "Morning", "Evening"], ["Week", "", "Evening"], ["Week", "Morning", ""]])
def test_every_cell_of_a_page_is_under_its_own_head(make, heads):
    """On narrow windows each shows the name of its column, of which one may have none."""
    table = f"| {' | '.join(heads)} |\n|---|---|---|\n| Week 1 | 25 mg | 50 mg |"
    directory = make(table, "--format", "html").directory
    page = ElementTree.fromstring(re.search(r"<tbody>.*</tbody>", (directory / "web/sample.html").read_text(), re.S)[0])
    shown = [["".join(label.itertext()) for label in cell.iter("span") if label.get("class") == "label"] for cell in page.iter() if cell.tag in ("td", "th")]
    assert shown[1:] == [[head] if head else [] for head in heads[1:]]
