"""Braille: the same words in cells, in lines and pages that embossers take; read back by liblouis."""

import re
import string
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
import zipfile

import louis
import pytest

import labels
import program

SCHEMA = ("/usr/share/java/brailleUtils-core.jar", "org/daisy/braille/pef/resource-files/pef-2008-1-full.rng")
PEF = "{http://www.daisy.org/ns/2008/pef}"
ASCII = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="

# Sentences that liblouis reads back: it has no way back for every letter of each language.
SENTENCES = {
    "en": ("en-ueb-g2.ctb", "You should take 20 mg of sertraline at 7:30 am with food. Do not drive for 12 hours."),
    "es": ("es-g1.ctb", "Tome 20 mg de sertralina todas las mañanas con comida. No conduzca durante 12 horas."),
    "fr": ("fr-bfu-comp6.utb", "Prenez 20 mg de sertraline à 7:30 chaque matin avec un repas. Ne conduisez pas."),
    "pt": ("pt-pt-g1.utb", "Tome 20 mg de sertralina todas as manhãs com comida. Não conduza durante 12 horas."),
    "pl": ("Pl-Pl-g1.utb", "Weź 20 mg sertraliny o 7:30 każdego ranka z jedzeniem. Nie prowadź przez 12 godzin."),
    "ar": ("ar-ar-g1.utb", "تناول 20 مغ من الدواء في الساعة 7:30 كل صباح مع الطعام. لا تقد السيارة لمدة 12 ساعة."),
    "ur": ("ur-pk-g1.utb", "ہر صبح دوا لیں۔ گاڑی نہ چلائیں۔ 12 دن آرام کریں۔"),
    "pa": ("pa.tbl", "ਹਰ ਸਵੇਰ ਖਾਣੇ ਨਾਲ ਦਵਾਈ ਲਓ। ਗੱਡੀ ਨਾ ਚਲਾਓ।"),
}
LATIN = {lang: SENTENCES[lang][0] for lang in ["en", "es", "fr", "pt", "pl"]} | {
    "de": "de-g1.ctb",
    "it": "it-it-comp6.utb",
    "vi": "vi-vn-g0.utb",
}
DOSES = ["es", "pt", "it", "pl"]
STUDY = """\
Take **no** tea. See [how](https://riverside-sleep.org/and_the), or call (503) 234-5678.

## What to take, and when, as long as the study in the sleep laboratory lasts

| When | What | How much |
|------|------|---------:|
| 9 pm | Milk | 200 ml |
| 6 am | Tea | – |

1. Close the door of the room that you were given, and the window as well, and then go to bed.
2. Lie down.
   - on your back

In water there are 10<sup>9</sup> of them.
"""
FRONT = "kind: article\n"


def page_of(result, name, suffix):
    return result.directory / "braille" / f"{name}.{suffix}"


def book(result, name):
    """The pages of a file as lists of lines of cells."""
    root = ET.parse(page_of(result, name, "pef")).getroot()
    return [[row.text or "" for row in page.iter(f"{PEF}row")] for page in root.iter(f"{PEF}page")]


def embossed(result, name):
    data = page_of(result, name, "brf").read_bytes()
    assert data.endswith(b"\r\n\f")
    return [page.decode("ascii").split("\r\n")[:-1] for page in data.split(b"\f")[:-1]]


def words(text):
    digits = "".join(str(unicodedata.digit(c)) if unicodedata.digit(c, None) is not None else c for c in text)
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", digits))


def body(pages):
    """What stands below the running heads, as one line of cells."""
    lines = [line for page in pages[1:] for line in page[1:]]
    return re.sub("\u2800+", "\u2800", "\u2800".join(lines))


def make_one(directory, body, style, front=FRONT):
    content = program.write_content(directory / "content", {"sample": program.article(body, front=front)}, style=style)
    return program.render(content, directory / "out", "--format", "braille,braille-pef")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("braille")
    articles = {lang: program.article(f"{text}\n\n{text}", title=text.split(".")[0].split("۔")[0], lang=lang, front=FRONT) for lang, (_, text) in SENTENCES.items()}
    articles["study"] = program.article(STUDY * 3, title="A night in the sleep laboratory of the clinic", front=FRONT)
    articles["italian"] = program.article("Apra la porta-finestra.", title="Casa", lang="it", front=FRONT)
    articles["tagalog"] = program.article("Matulog nang mabuti.", title="Matulog", lang="tl", front=FRONT)
    articles["gujarati"] = program.article("ઑક્ટોબર.", title="દવા", lang="gu", front=FRONT)
    articles["taiwan"] = program.article("他和她。", title="藥", lang="zh-Hant", front=FRONT)
    for lang in DOSES:
        articles[f"dose-{lang}"] = program.article("X 5g, 1ª, 2b.", title="X", lang=lang, front=FRONT)
    articles["arrow"] = program.article("Heat to 30\u2103.", title="Heat", front=FRONT)
    articles["mixed"] = program.article("دوا لیں۔ Riverside Clinic کو (503) 234-5678 پر فون کریں۔", title="دوا", lang="ur", front=FRONT)
    content = program.write_content(base / "content", articles, style="products: [standard, braille]\n")
    return program.render(content, base / "out")


def test_lines_and_pages_have_their_cells(made):
    for name in [*SENTENCES, "study"]:
        for page in embossed(made, name):
            assert 0 < len(page) <= 25
            for line in page:
                assert len(line) <= 40 and set(line) <= set(ASCII) and line == line.rstrip(" ")
    assert len(embossed(made, "study")) > 3
    assert max(len(line) for page in embossed(made, "study") for line in page) > 37


def test_both_files_have_the_same_cells(made):
    for name in [*SENTENCES, "study"]:
        cells = [["".join(ASCII[ord(c) - 0x2800] for c in line).rstrip(" ") for line in page] for page in book(made, name)]
        assert cells == embossed(made, name)


def test_the_schema_of_the_format_is_kept(made, tmp_path):
    schema = zipfile.ZipFile(SCHEMA[0]).extract(SCHEMA[1], tmp_path)

    def judge(*files):
        return subprocess.run(["xmllint", "--noout", "--relaxng", schema, *files], capture_output=True).returncode

    assert judge(*(page_of(made, name, "pef") for name in [*SENTENCES, "study", "mixed"])) == 0
    broken = tmp_path / "broken.pef"
    broken.write_text(page_of(made, "study", "pef").read_text().replace(' rows="', ' lines="'))
    assert judge(broken) != 0


@pytest.mark.parametrize("lang", SENTENCES)
def test_read_back_they_are_the_words_of_the_article(made, lang):
    table, text = SENTENCES[lang]
    back = words(louis.backTranslate(["unicode.dis", table], body(book(made, lang)))[0])
    wanted = words(f"{text} {text}")
    assert any(back[i : i + len(wanted)] == wanted for i in range(len(back)))


def test_the_first_page_says_who_made_it(made):
    first = louis.backTranslate(["unicode.dis", "en-ueb-g2.ctb"], "\u2800".join(book(made, "en")[0]))[0]
    assert labels.read("en")["braille_origin"] in re.sub(r" +", " ", first)


def test_pages_have_a_running_head_and_a_number(made):
    pages = embossed(made, "study")
    for number, page in enumerate(pages[1:], start=2):
        digits = "".join("JABCDEFGHI"[int(digit)] for digit in str(number))
        assert re.fullmatch(r",A NI<T 9 .*   +#" + digits, page[0]) and len(page[0]) == 40


def test_headings_are_placed_and_stay_with_what_follows(made):
    pages = embossed(made, "study")
    title = [line for line in pages[1] if "NI<T" in line][1]
    front = len(title) - len(title.lstrip())
    assert front >= 3 and abs((40 - len(title)) - front) <= 1
    headings = [(page, i) for page in pages for i, line in enumerate(page) if line.startswith("    ,:AT 6TAKE")]
    headings = headings or [(page, i) for page in pages for i, line in enumerate(page) if line.startswith("    ,:AT TO")]
    assert len(headings) == 3
    for page, i in headings:
        assert i + 2 < len(page) and page[i + 1].startswith("    ") and page[i + 2].startswith(",:5")


def test_rows_of_tables_are_lists_of_named_cells(made):
    text = "\n".join(line for page in embossed(made, "study") for line in page)
    assert ",:53 #I PM\n  ,:AT3 ,MILK\n  ,H[ M*3 #BJJ ML\n,:53 #F AM\n  ,:AT3 ,TEA\n  ,H[ M*3 ,-\n" in text


def test_emphasis_addresses_and_levels_are_told(made):
    text = re.sub(r"\s+", " ", " ".join(line for page in embossed(made, "study") for line in page))
    assert "^1NO" in text  # the word is bold
    assert "#AJ;9#I" in text  # ten to the ninth
    assert 'ORG_/AND.-THE' in text  # an address without contractions


def test_a_sign_without_braille_is_named_with_its_place(made, tmp_path):
    (finding,) = [f for f in made.findings if "arrow" in str(f["path"]) and f["rule"] == "left-out"]
    assert finding["severity"] == "note" and finding["line"] == "7" and "\u2103" in finding["message"]
    assert not page_of(made, "arrow", "brf").exists() and made.pdf("arrow").exists()
    result = make_one(tmp_path, "Heat to 30\u2103.", "")
    assert result.status == 1 and "[unwritable]" in result.err


def test_all_kinds_of_signs_without_braille_are_named_at_once(tmp_path):
    words = "Heat to 30\u2103, not 40\u2103. \u263a \u263a \u263a \u2665 \u260e \u2602 \u2604 \u2605"
    (line,) = [line for line in make_one(tmp_path, words, "").err.splitlines() if "[unwritable]" in line]
    named = re.findall(r"'(.)' \(U\+([0-9A-F]{4})(?:, (\d) times)?\)", line)
    assert named == [("\u2103", "2103", "2"), ("\u263a", "263A", "3"), *((chr(n), f"{n:04X}", "") for n in (0x2665, 0x260E, 0x2602))]
    assert "and 2 other signs: say them in words" in line


@pytest.mark.parametrize("sign", ["\u20aa", "\u338e", "\u0e22"])
@pytest.mark.parametrize("front", ["", "products: [braille]\n"])
def test_a_check_names_it_as_well(tmp_path, sign, front):
    content = program.write_content(tmp_path / "content", {"sample": program.article(f"Pay {sign}5.", front=FRONT + front)})

    def told(report):
        return [line for line in report.splitlines() if " braille: " in line]

    fonts = program.ROOT / "fonts/fonts.conf"
    checked = told(program.run("check", "--content", content, "--fonts", fonts).stdout)
    assert checked == told(program.render(content, tmp_path / "out").err)
    assert len(checked) == 1 and f"has no '{sign}'" in checked[0] and ("error" if front else "note") in checked[0]


def test_notes_have_braille(tmp_path):
    result = make_one(tmp_path, "Rest in 5 m<sup>3</sup> of air.[^1]\n\n[^1]: At noon.", "")
    (text,) = [path.read_text() for path in (result.directory / "braille").glob("*.brf")]
    assert ";9#C" in text and ";9#A" in text


# Before a note's number, before an exponent of one digit and one with a sign, before an index.
LEVELS = {
    "en": ("⠰⠔⠼⠁", "⠼⠁⠚⠰⠔⠼⠊", "⠼⠁⠚⠰⠔⠣⠐⠤⠼⠁⠃⠜", "⠠⠓⠰⠢⠼⠃"),
    "es": ("⠡⠼⠁", "⠼⠁⠚⠡⠼⠊", "⠼⠁⠚⠡⠣⠤⠼⠁⠃⠜", "⠨⠓⠌⠼⠃"),
    "pt": ("⠡⠼⠁", "⠼⠁⠚⠡⠼⠊", "⠼⠁⠚⠡⠣⠄⠤⠼⠁⠃⠜", "⠨⠓⠌⠼⠃"),
    "fr": ("⠈⠡", "⠠⠡⠼⠈⠪", "⠠⠡⠼⠈⠦⠤⠠⠡⠣⠴", "⠨⠓⠢⠣"),
    "it": ("⠈⠠⠡", "⠼⠁⠚⠈⠠⠪", "⠼⠁⠚⠈⠠⠦⠤⠼⠁⠃⠴", "⠨⠓⠦⠼⠃⠴"),
    "de": ("⠌⠂", "⠼⠁⠚⠌⠔", "⠼⠁⠚⠌⠶⠈⠤⠼⠁⠃⠠⠶", "⠓⠶⠼⠃⠠⠶"),
    "pl": ("⠬⠂", "⠼⠁⠚⠬⠔", "⠼⠁⠚⠬⠶⠤⠼⠁⠃⠶", "⠨⠓⠶⠼⠃⠶"),
    "vi": ("⠰⠔⠼⠁", "⠼⠁⠚⠰⠔⠼⠊", "⠼⠁⠚⠰⠔⠣⠐⠤⠼⠁⠃⠜", "⠨⠓⠰⠢⠼⠃"),
    "ru": ("⠰⠔⠼⠁", "⠼⠁⠚⠰⠔⠼⠊", "⠼⠁⠚⠰⠔⠣⠐⠤⠼⠁⠃⠜", "⠨⠓⠰⠢⠼⠃"),
    "hi": ("⠰⠔⠼⠁", "⠼⠁⠚⠰⠔⠼⠊", "⠼⠁⠚⠰⠔⠣⠐⠤⠼⠁⠃⠜", "⠠⠓⠰⠢⠼⠃"),
}


@pytest.mark.parametrize("lang", LEVELS)
def test_raised_and_lowered_signs_have_the_indicators_of_their_code(tmp_path, lang):
    text = "10<sup>9</sup>, A 10<sup>-12</sup> H<sub>2</sub>O.[^1]\n\n[^1]: 12."
    content = program.write_content(tmp_path / "content", {"sample": program.article(text, lang=lang, front=FRONT)})
    result = program.render(content, tmp_path / "out", "--format", "braille-pef")
    assert result.status == 0, result.err
    note, *levels = LEVELS[lang]
    cells = body(book(result, "sample"))
    assert all(level in cells for level in levels), cells
    assert re.search(f"[\u2832\u2804]{note}\u2800", cells), cells


def test_words_of_another_script_are_in_its_code(tmp_path):
    result = make_one(tmp_path, "Ask for the שלום desk.", "")
    assert result.status == 0, result.err
    assert "\u2800⠩⠇⠺⠍\u2800" in body(book(result, "sample"))


def test_a_language_without_a_table_is_said(made):
    assert re.search(r"tagalog.md: note: braille: left out: liblouis has no braille table for the language 'tl'", made.err)


def test_a_sign_that_a_table_forgets_is_given_to_it(made):
    assert "PORTA-FINESTRA" in "".join(line for page in embossed(made, "italian") for line in page)


def test_letters_of_one_sound_have_its_cells(made):
    """The table tells them apart by dots that paper has not."""
    assert "⠋⠜⠄⠗⠮⠂⠋⠜⠄" in body(book(made, "taiwan")).replace("\u2800", "")
    assert "⠭⠈⠅⠾⠕⠃⠗" in body(book(made, "gujarati"))


@pytest.mark.parametrize("lang", DOSES)
def test_no_letter_behind_a_number_is_read_as_a_digit(made, lang):
    """In these codes 5g has the cells of 57."""
    text = body(book(made, f"dose-{lang}"))
    assert "⠼⠑⠀⠛" in text and "⠼⠁⠀⠁" in text and "⠼⠃⠀⠃" in text
    assert not {"⠼⠑⠛", "⠼⠁⠁", "⠼⠃⠃"} & set(re.split("[\u2800⠂]", text))


def test_latin_words_among_others_are_english(made):
    text = re.sub(r"\s+", " ", " ".join(line for page in embossed(made, "mixed") for line in page))
    assert ",RIV]SIDE ,CL9IC" in text and "\"<#EJC\"> #BCD-#EFGH" in text


def test_staff_see_the_print_below_the_cells(made):
    root = ET.parse(page_of(made, "study", "svg")).getroot()
    svg = "{http://www.w3.org/2000/svg}"
    seen = words(" ".join(text.text for text in root.iter(f"{svg}text")))
    for sentence in ("Take no tea", "Close the door of the room that you were given", "How much 200 ml"):
        wanted = words(sentence)
        assert any(seen[i : i + len(wanted)] == wanted for i in range(len(seen)))
    assert len(list(root.iter(f"{svg}rect"))) == len(book(made, "study"))


def test_the_style_sets_cells_and_lines(tmp_path):
    result = make_one(tmp_path, "Sleep well. " * 90, "braille:\n  cells: 32\n  lines: 28\n")
    pages = embossed(result, "sample")
    assert max(len(line) for page in pages for line in page) in (30, 31, 32)
    assert max(len(page) for page in pages) == 28
    bad = make_one(tmp_path, "Sleep well.", "braille:\n  cells: 100\n")
    assert bad.status == 1 and "cells" in bad.err and "from 28 to 42" in bad.err


def test_the_report_counts_sheets(made):
    assert re.search(r"braille/study.brf +\d+ pages, \d+ sheets", made.out)


def test_the_name_of_a_language_does_not_forbid_braille(tmp_path):
    """Signs of another Latin language are in its own code, also among other scripts."""
    articles = {
        "tea": program.article("Выпейте чаю.", title="Чай", lang="ru", front=FRONT),
        "tea.vi": program.article("Hãy uống trà.", title="Trà", lang="vi", front=FRONT),
    }
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out", "--format", "braille-pef")
    assert result.status == 0, result.err
    vietnamese = louis.translateString(["unicode.dis", "vi-vn-g0.utb"], "Tiếng Việt")
    assert vietnamese in body(book(result, "tea"))


def test_the_name_of_a_language_without_braille_does_not_forbid_it(tmp_path):
    articles = {"tea": program.article("Drink tea.", front=FRONT), "tea.ja": program.article("お茶を飲みます。", title="お茶", lang="ja", front=FRONT)}
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out", "--format", "braille,braille-pef")
    assert "tea.ja.md: error" in result.err and "tea.md: error" not in result.err, result.err
    assert louis.translateString(["unicode.dis", "en-ueb-g2.ctb"], "Nihongo") in body(book(result, "tea"))
    written = {"tea": program.article("Drink [お茶]{lang=ja}.", front=FRONT)}
    result = program.render(program.write_content(tmp_path / "written", written, style="products: [standard, braille]\n"), tmp_path / "again")
    assert re.search(r"tea.md:7:8: .*braille: .*the braille of 'en.*' has no 'お'", result.err), result.err


def test_letters_and_digits_that_are_not_asked_for_are_in_each_table():
    """Those of ASCII, in the codes of all languages in Latin letters, which are taken to have them."""
    letters = string.ascii_uppercase + string.ascii_lowercase + string.digits
    for lang, table in LATIN.items():
        for letter in letters:
            cells = louis.translateString(["unicode.dis", table], letter).replace("\u2800", "")
            assert cells and all("\u2801" <= cell <= "\u283f" for cell in cells), (lang, letter, cells)


RUNNING = [
    "In the morning, take it with food. It was his, were you in? In. Was. His, and enough.",
    "DO NOT STOP IT. Do Not Stop It. I AM A MAN; I am a man.",
    "Rest 10 000 steps a day, 5 a week, and a B or a C. Call 911. By day it is; to by into be, be.",
    "Al and Alt, Nec or Immediate people say Also. The Braille of Children: Understanding, Was The Enough? Ou Ever Sh.",
    "Child-like people should be (quick) \u2013 \u201cenough\u201d said. Braille letters immediately, together; about himself!",
    "Take **this medicine now, please** and *rest* again. Ask us: and, for, of, the, with.",
]


@pytest.mark.parametrize("n", range(len(RUNNING)))
def test_words_are_written_as_in_their_sentence(tmp_path, n):
    """Each word is translated once, and the sentence as a whole gives the same."""
    result = make_one(tmp_path, RUNNING[n], "")
    assert result.status == 0, result.err
    words_of = re.split(r"(\*+)", RUNNING[n])
    bold, text, form = False, "", []
    for part in words_of:
        if part.startswith("*"):
            bold = not bold
            continue
        text += part
        form += [louis.bold if bold else louis.plain_text] * len(part)
    wanted = louis.translateString(["unicode.dis", "en-ueb-g2.ctb"], text, form)
    assert wanted in body(book(result, "sample"))


def test_no_sign_of_english_gets_more_dots_beside_another():
    """So the check for unknown signs asks for each alone, where other languages have it ask for all that stand together."""
    tables, six = ["unicode.dis", "en-ueb-g2.ctb"], re.compile("[\u2800-\u283f]*[\u2801-\u283f][\u2800-\u283f]*")

    def cells(words):
        return louis.translateString(tables, words, mode=louis.noUndefined)

    ranges = [range(0x21, 0x180), range(0x2010, 0x2070), range(0x20A0, 0x20C0), range(0x2190, 0x2200)]
    known = [sign for signs in ranges for sign in map(chr, signs) if six.fullmatch(cells(sign))]
    assert len(known) > 250
    for first in known:
        pairs = " ".join(f"{first}{second} x{first}{second}y" for second in known)
        assert six.fullmatch(cells(pairs)), first
