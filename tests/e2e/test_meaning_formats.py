"""What an author wrote reaches the reader with its meaning, in the products that test_meaning.py does not
look at: other sizes of paper, the page for browsers, plain text, braille."""

import html
import re

import louis
import pytest

import pdf
import program
import soak
import test_braille
from test_meaning import KINDS, SEEN, assert_in_order, body_text, content, slug  # noqa: F401

SIZES = soak.sample(["-brochure", "-large", "-giant", "-booklet"], 1)
# What stands in plain text as it is typed, where print says it otherwise.
TYPED = {"blanks to fill in": SEEN["blanks to fill in"], "tasks": ["Before:", "[ ] Wash", "[x] Eat"]}
# Kinds whose braille liblouis does not read back: other languages, levels, which test_braille.py looks at, and some signs.
OTHER = {"line ends between Han", "letters that Khmer stacks", "words longer than lines", "raised and lowered", "marks within marks",
         "marks that touch", "colder than", "apostrophes"}
# The others, and their words.
READ = {kind: TYPED.get(kind, wanted) for kind, (_, wanted) in KINDS.items() if kind not in OTHER}


@pytest.fixture(scope="module")
def all_made(content):  # noqa: F811
    formats = ",".join(["html,text,braille,braille-pef", *(size.lstrip("-") for size in SIZES)])
    result = program.render(content, content.parent / "all", "--format", formats)
    assert result.status == 0, result.err
    return result


def cells_by_row(kind):
    wanted = list(KINDS[kind][1])
    if kind == "marks of HTML":
        wanted[wanted.index("Age") :] = ["Age", "Dose", "2", "5 mL"]
    return wanted


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_tags_of_every_size_say_what_was_meant(all_made, kind, size):
    assert_in_order(cells_by_row(kind), body_text(pdf.Document(all_made.pdf(slug(kind), size))))


def page_words(made, kind):
    page = (made.directory / f"web/{slug(kind)}.html").read_text()
    main = page.split('<main id="main">')[1].split("</main>")[0]
    for tag, forms in (("sup", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"), ("sub", "₀₁₂₃₄₅₆₇₈₉₋")):
        table = str.maketrans("0123456789-", forms)
        main = re.sub(rf"<{tag}>(.*?)</{tag}>", lambda m: m[1].translate(table), main)
    told = r'<span[^>]* role="(?:img|group)" aria-label="([^"]*)"[^>]*>(?:<span[^>]*>.*?</span>|(?!</span>).)*</span>'
    main = re.sub(told, r"\1", main)
    main = re.sub(r'<img[^>]* alt="([^"]*)"[^>]*>', r"\1", main)
    main = re.sub(r"<(br|/?(p|li|h\d|td|th|tr))\b[^>]*>", " ", main)
    return html.unescape(re.sub(r"<[^>]*>", "", main))


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_says_what_was_meant(all_made, kind):
    assert_in_order(cells_by_row(kind), page_words(all_made, kind), unspaced=True)


@pytest.mark.parametrize("kind", KINDS)
def test_plain_text_says_what_was_meant(all_made, kind):
    wanted = TYPED.get(kind, KINDS[kind][1])
    assert_in_order(wanted, (all_made.directory / f"web/{slug(kind)}.txt").read_text(), unspaced=True)


def read_back(made, kind):
    cells = test_braille.body(test_braille.book(made, slug(kind)))
    return test_braille.words(louis.backTranslate(["unicode.dis", "en-ueb-g2.ctb"], cells)[0])


@pytest.mark.parametrize("kind", READ)
def test_braille_says_what_was_meant(all_made, kind):
    found, wanted = read_back(all_made, kind), test_braille.words(" ".join(READ[kind]))
    rest = iter(found)
    assert [word for word in wanted if word not in rest] == [], (wanted, found)
