"""Braille of languages for which liblouis has no way back: ten sentences and more of each, held against goldens, and these
against the alphabets as they are published."""

import unicodedata
import xml.etree.ElementTree as ET

import pytest

import braille_words
import languages
import program

PEF = "{http://www.daisy.org/ns/2008/pef}"
BLANK = "\u2800"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("words")
    articles = {
        lang: program.article("\n\n".join(languages.WORDS[lang]), title="1", lang=lang, front="kind: article\n")
        for lang in braille_words.GOLDENS
    }
    return program.render(program.write_content(base / "content", articles), base / "out", "--format", "braille,braille-pef")


def paragraphs(result, name):
    """Of the pages behind the first, without running heads; a paragraph begins two cells in and ends at an empty line."""
    found, ended = [], True
    for page in list(ET.parse(result.directory / f"braille/{name}.pef").iter(f"{PEF}page"))[1:]:
        for row in list(page)[1:]:
            cells = row.text or ""
            if cells.startswith(2 * BLANK) and not cells.startswith(3 * BLANK):
                found.append(cells.strip(BLANK))
                ended = False
            elif not cells.strip(BLANK):
                ended = True
            elif not ended:
                found[-1] += BLANK + cells.strip(BLANK)
    return found


@pytest.mark.parametrize("lang", braille_words.GOLDENS)
def test_sentences_have_the_cells_of_their_golden(made, lang):
    assert made.status == 0, made.err
    wanted = braille_words.GOLDENS[lang].split()
    assert len(wanted) >= 10
    text = [cells.replace(BLANK, "|") for cells in paragraphs(made, lang.lower())]
    assert any(text[i : i + len(wanted)] == wanted for i in range(len(text))), text


def letters_of(lang, words):
    """The words letter by letter in the published alphabet, the longest group first; None: it says nothing of a letter."""
    alphabet = braille_words.ALPHABETS[lang]
    text = braille_words.prepared(lang, words)
    cells = ""
    while text:
        group = next((text[:n] for n in (3, 2, 1) if text[:n] in alphabet), None)
        if group is None:
            return None
        cells += alphabet[group]
        text = text[len(group) :]
    return cells


@pytest.mark.parametrize("lang", braille_words.ALPHABETS)
def test_goldens_are_spelled_by_the_published_alphabet(lang):
    checked = 0
    for words, cells in zip(languages.WORDS[lang], braille_words.GOLDENS[lang].split()):
        for word, own in zip(words.split(), cells.split("|")):
            spelled = letters_of(lang, unicodedata.normalize("NFC", word))
            if spelled is not None:
                assert own == spelled, word
                checked += 1
    assert checked >= 20
