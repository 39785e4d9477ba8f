"""Numbers in braille are read as they are printed: a dose without its number sign, or with a letter that has the cell of a
digit behind it, is another dose."""

import xml.etree.ElementTree as ET

import louis
import pytest

import braille_numbers as numbers
import program

PEF = "{http://www.daisy.org/ns/2008/pef}"
BLANK = "\u2800"
FRONT = "kind: article\n"
CASES = ["2.5", "2,5", "50%", "5 mg", "(503) 234-5678", "10:30"]


def article(lang, *paragraphs):
    return program.article("\n\n".join(paragraphs), title="X", lang=lang, front=FRONT)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("numbers")
    articles = {}
    for lang, (_, letters) in numbers.BEHIND.items():
        articles[lang.lower()] = article(lang, "1234567890", numbers.OWN.get(lang, "7"), *CASES)
        articles[f"five{lang.lower()}"] = article(lang, *(f"5{letter}" for letter in letters))
    articles["french"] = article("fr", "1½", "½")
    articles["spanish"] = article("es", "38,5 °C", "#5")
    articles["hindi"] = article("hi", "७-दिन")
    articles["arabic"] = article("ar", "٢٫٥", "٥٠٪")
    articles["taiwan"] = article("zh-Hant", "在5月5日，5、5毫克。", "1½", "5mg", "B12", "38.5-39")
    return program.render(program.write_content(base / "content", articles), base / "out", "--format", "braille,braille-pef")


def paragraphs(result, name):
    """Those of one line, behind the name of the clinic."""
    pages = list(ET.parse(result.directory / f"braille/{name.lower()}.pef").iter(f"{PEF}page"))[1:]
    rows = [row.text or "" for page in pages for row in list(page)[1:]]
    return [row.strip(BLANK) for row in rows if row.startswith(2 * BLANK) and not row.startswith(3 * BLANK)][1:]


@pytest.mark.parametrize("lang", numbers.BEHIND)
def test_digits_of_all_scripts_are_the_published_ones(made, lang):
    assert made.status == 0, made.err
    digits, own, *_ = paragraphs(made, lang)
    wanted = numbers.ALL.get(lang, numbers.LETTERS)
    assert digits == wanted
    assert own == (wanted if lang in numbers.OWN else wanted[0] + wanted[7])


@pytest.mark.parametrize("lang", numbers.BEHIND)
def test_parts_units_and_telephones_have_the_cells_of_their_golden(made, lang):
    assert paragraphs(made, lang)[2 : 2 + len(CASES)] == [cells.replace("|", BLANK) for cells in numbers.GOLDENS[lang].split()]


@pytest.mark.parametrize("lang", numbers.BEHIND)
def test_no_letter_behind_a_digit_is_one_more(made, lang):
    table, letters = numbers.BEHIND[lang]
    sign, *digits = numbers.ALL.get(lang, numbers.LETTERS)
    five = sign + digits[4]

    def cells(text):
        return louis.translateString(["unicode.dis", table], text)

    for letter, said in zip(letters, paragraphs(made, f"five{lang}")):
        assert said.startswith(five)
        assert said[2] not in digits, letter
        misread = any(cells(f"5{letter}").startswith(cells(f"5{digit}")) for digit in range(10))
        assert not misread or said[2] == BLANK, letter


def test_a_fraction_behind_a_number_is_no_part_of_it(made):
    assert paragraphs(made, "french")[:2] == ["⠠⠡⠠⠡⠌⠣", "⠠⠡⠌⠣"]


def test_signs_that_the_table_lacks_are_those_of_the_code(made):
    assert paragraphs(made, "spanish")[:2] == ["⠼⠉⠓⠂⠼⠑⠀⠴⠨⠉", "⠸⠹⠼⠑"]


def test_letters_behind_a_hyphen_are_told_from_digits(made):
    """Where numbers go on behind it."""
    assert paragraphs(made, "hindi")[0].startswith("⠼⠛⠤⠀⠙⠊")


def test_arabic_signs_of_numbers_are_said(made):
    assert paragraphs(made, "arabic")[:2] == ["⠼⠃⠲⠑", "⠼⠑⠚⠒⠏"]


def test_numbers_of_taiwan_stand_apart_behind_their_sign(made):
    first, *others = paragraphs(made, "taiwan")[:5]
    assert first == "⠓⠺⠐⠀⠼⠢⠀⠦⠐⠀⠼⠢⠀⠛⠱⠐⠆⠀⠼⠢⠠⠀⠼⠢⠀⠗⠩⠂⠇⠮⠐⠤"
    assert others == ["⠼⠂⠼⠂⠌⠆", "⠼⠢⠍⠛", "⠰⠠⠃⠼⠂⠆", "⠼⠒⠦⠨⠢⠤⠼⠒⠔"]
