"""No word is lost or moved: every product says what the article says, in the same order."""

import re
import subprocess
import unicodedata

import pytest

import markdown
import pdf
import png
from conftest import CLINIC_SOURCE, SAMPLES

HANDOUTS = ["", "-large", "-giant"]
# Elements that hold lines of text; the others are inside of a line.
BLOCKS = {"Document", "Sect", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
          "Table", "THead", "TBody", "TR", "TH", "TD", "BlockQuote", "Aside", "Figure", "Caption"}
SHOWN = {"BlockQuote", "Aside", "LI", "TH", "TD", "H1", "H2", "H3", "H4", "H5", "H6", "Figure"}


def blocks(node, roles=()):
    """The tree as a flat list of blocks, in the terms of the Markdown side."""
    if node.role == "Lbl":
        return
    if node.role in SHOWN:
        roles += (node.role,)
    if node.role == "Figure":
        yield markdown.Block(roles, node.alt or "")
        return
    inline = []
    for kid in node.kids:
        if isinstance(kid, pdf.Node) and kid.role in BLOCKS:
            yield from line(roles, inline)
            inline = []
            yield from blocks(kid, roles)
        elif isinstance(kid, pdf.Node):
            inline += [*kid.runs] if kid.actual is None else [kid]
        elif isinstance(kid, pdf.Run):
            inline.append(kid)
    yield from line(roles, inline)


def line(roles, inline):
    text = "".join(part.text for part in inline)
    if text.strip():
        yield markdown.Block(roles, text)


def squashed(found):
    """Cells are cells here: which of them are headers, test_structure.py looks at."""
    return [(tuple("TD" if role == "TH" else role for role in block.roles), pdf.squash(block.text)) for block in found]


def common(one, other):
    """How many entries both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))


def check_structure(path, source):
    document = pdf.Document(path)
    found = squashed(blocks(document.root))
    title = found.index((("H1",), pdf.squash(markdown.title(source))))
    start = title + 1
    if found[start] == (("H2",), "Contents"):  # of long handouts, whose first words are a heading
        start = next(n for n in range(start + 1, len(found)) if found[n][0] == ("H2",))
    if re.search("^summary:", source, re.M):
        start += 1
    forms = [squashed(markdown.blocks(form, heard=True)) for form in markdown.forms(source)]
    wanted = max(forms, key=lambda form: common(form, found[start:]))
    assert found[start : start + len(wanted)] == wanted


@pytest.mark.parametrize("suffix", HANDOUTS)
@pytest.mark.parametrize("name", SAMPLES)
def test_tags_give_the_article_block_by_block(samples, name, suffix):
    check_structure(samples[name].pdf(name, suffix), SAMPLES[name])


@pytest.mark.parametrize("suffix", HANDOUTS)
def test_clinic_tags_give_the_article_block_by_block(clinic, suffix):
    check_structure(clinic.pdf("treatment-resistance", suffix), CLINIC_SOURCE)


def assert_in_order(wanted, found):
    """Each of `wanted` stands in `found`, one after the other; others may stand between."""
    rest = iter(found)
    for position, word in enumerate(wanted):
        assert word in rest, f"after {' '.join(wanted[max(0, position - 5) : position])!r}: {word!r}"


# Where a row has cells of several lines pdftotext goes by lines; there it is asked for the file's own order.
ROWS_OF_LINES = {"tables", "structure"}

# A line from the right that ends in a number or a full stop pdftotext may take for one from the left.
ENDS_IN_A_NUMBER = {("hebrew", ""), ("hebrew", "-large")}


def from_the_right(line):
    """The stretches of such a line in the order of their words."""
    stretches = re.findall("\u202b[^\u202c]*\u202c|[^\u202b]+", line)
    return " ".join(reversed(stretches)) if re.match("[.\\d]|\u202b[^\u202c]*\u202c\\.\u202b", line) else line


def pdftotext(path, *options):
    command = ["pdftotext", *options, path, "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


# Scripts that write no spaces between words are compared by character.
UNSPACED = {"thai", "khmer", "chinese"}
# pdftotext puts marks and punctuation by where they stand, not by where they were written, when
# text runs from right to left or marks are stacked. The order of these is compared by the tags.
BY_LETTER = {"arabic", "hebrew", "hindi"}


def letters(word):
    return "".join(c for c in pdf.squash(word) if unicodedata.category(c)[0] not in "MP")


def assert_words(name, words, text):
    if name in UNSPACED:
        assert_in_order(pdf.squash("".join(words)), pdf.squash(text))
    elif name in BY_LETTER:
        assert_in_order(list(filter(None, map(letters, words))), [letters(w) for w in text.split()])
    else:
        assert_in_order(list(map(pdf.squash, words)), list(map(pdf.squash, text.split())))


def assert_any(check, source):
    """True of the article with its tables as rows, or as cards."""
    *others, last = markdown.forms(source)
    for form in others:
        try:
            return check(form)
        except AssertionError:
            continue
    return check(last)


@pytest.mark.parametrize("suffix", HANDOUTS)
@pytest.mark.parametrize("name", [n for n in SAMPLES if n != "pictures"])
def test_another_reader_finds_every_word_in_logical_order(samples, name, suffix):
    options = ["-raw"] if name in ROWS_OF_LINES else []
    text = pdftotext(samples[name].pdf(name, suffix), *options)
    if (name, suffix) in ENDS_IN_A_NUMBER:
        text = "\n".join(map(from_the_right, text.split("\n")))
    text = re.sub("[\u202a-\u202e]", " ", text)
    text = re.sub("\u00ad\\s+", "", text)  # a word that goes on in the next line
    text = re.sub(r"\s+\((\+[\d\s]+|[\w./-]+\.\w[\w./-]*)\)", "", text)  # where a link leads
    assert_any(lambda form: assert_words(name, markdown.words(form), text), SAMPLES[name])


def article_words(screens):
    """What the screens say without what they add: the heading said again on the parts of a section,
    and the count of the parts."""
    found, last = [], None
    for path in screens:
        title, text = png.texts(path)["Title"][1], png.description(path)
        text = pdf.squash(re.sub(r"^\d+ of \d+$", "", text, flags=re.M))
        if title == last:
            text = text.removeprefix(pdf.squash(title))
        found.append(text)
        last = title
    return "".join(found)


def check_screens(screens, source, part=markdown.sentences):
    """The screens' own texts, one after another, hold the article, block after block. `part`: what of a
    block stays on one screen."""
    text = article_words(screens)
    at = 0
    told = [piece for block in markdown.blocks(source, heard=True, paper=False) for piece in part(block.text)]
    for wanted in [markdown.title(source), *told]:
        found = text.find(pdf.squash(wanted), at)
        assert found >= 0, f"not on the screens, or not in its place: {wanted!r}"
        at = found + len(pdf.squash(wanted))


@pytest.mark.parametrize("name", SAMPLES)
def test_screens_say_the_whole_article(samples, name):
    # A card that is wider than a screen says its name again between two words.
    part = str.split if name == "tables" else markdown.sentences
    assert_any(lambda form: check_screens(samples[name].screens, form, part), SAMPLES[name])


def test_clinic_screens_say_the_whole_article(clinic):
    check_screens(clinic.screens, CLINIC_SOURCE)
