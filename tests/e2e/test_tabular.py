"""Figures stand below each other: in cells and in the contact block each takes the same room, so that
rows of the same shape are as wide as each other, by the places in the file."""

import re

import pytest

import pdf
import program

CLINIC = """\
name: Riverside Sleep Clinic
telephone: +1 503 234 5688
email: desk@riverside-sleep.example
url: https://riverside-sleep.example
address:
  street_address: 12 Hill Road
opening_hours:
  - Mo 10:20-14:50
  - Tu 11:11-17:17
  - We 13:47-19:36
services: [MRI]
contact_points:
  - name: MRI
    telephone: +1 503 234 5689
    fax: +1 646 208 4690
  - name: CT
    telephone: +1 211 711 1111
"""
CELLS = ["1111", "7474", "0000", "4711", "9617", "8352"]
# Figures of scripts whose face draws all of them as wide; those of Arabic, Persian and Khmer differ,
# and Noto Sans Arabic and Noto Sans Khmer have no tabular forms of them ('tnum' changes nothing).
FIGURES = {"bn": "০১২৩৪৫৬৭৮৯", "gu": "૦૧૨૩૪૫૬૭૮૯", "hi": "०१२३४५६७८९", "pa": "੦੧੨੩੪੫੬੭੮੯"}
# Arabic has figures of ours by default, beside letters of another face.
LANGUAGES = ["ar", "de", "fr", "ja", "pl", *FIGURES]


def cells(lang):
    own = FIGURES.get(lang, "0123456789")
    return CELLS + ["".join(own[int(figure)] for figure in cell) for cell in CELLS]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("tabular")
    articles = {
        lang: program.article("| A | B |\n|---|---|\n" + "\n".join(f"| A | {c} |" for c in cells(lang)), lang=lang)
        for lang in LANGUAGES
    }
    content = program.write_content(base / "content", articles, CLINIC)
    result = program.render(content, base / "out", "--format", "standard,large")
    assert result.status == 0, result.err
    return result


def widths(runs, pattern):
    """How wide, in em, each run of the pattern is."""
    found = [(run.text.strip(), run.width / run.size) for run in runs if re.fullmatch(pattern, run.text.strip())]
    return {text: round(width, 3) for text, width in found}


@pytest.mark.parametrize("suffix", ["", "-large"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_figures_of_a_column_take_the_same_room(made, lang, suffix):
    document = pdf.Document(made.pdf(lang, suffix))
    runs = [run for node in document.root.find("TD") for run in node.runs]
    for pattern in (r"[0-9]{4}", r"(?![0-9])\d{4}"):
        found = widths(runs, pattern)
        assert len(found) == (len(CELLS) if pattern == r"[0-9]{4}" or lang in FIGURES else 0)
        assert len(set(found.values())) <= 1, found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_telephones_take_the_same_room(made, lang):
    found = widths(pdf.Document(made.pdf(lang)).runs, r"\+1( \d{3}){2} \d{4}")
    found.pop("+1 503 234 5688")  # the clinic's own stands in bold letters
    assert len(found) == 3 and len(set(found.values())) == 1, found


@pytest.mark.parametrize("lang", ["de", "fr", "pl"])
def test_hours_take_the_same_room(made, lang):
    """Where times are written with all of their figures."""
    found = widths(pdf.Document(made.pdf(lang)).runs, r"[^\d]*\d\d:\d\d[^\d]*\d\d:\d\d[^\d]*")
    assert len(found) == 3 and len(set(found.values())) == 1, found
