"""Facts of the clinic on paper: numbers in one piece, days and times side by side, and what is below them."""

import pytest

import pdf
from test_sheets import MEDICINE, SCANNER

HELP = """\
name: Oak Lane Clinic
crisis_lines:
"""
ONE = '  - {name: Telefonseelsorge, telephone: "116 123"}\n'
THREE = """\
  - {name: 988 Suicide & Crisis Lifeline, telephone: "988", text: "988"}
  - {name: Crisis Text Line, text: "741741"}
  - {name: Hennepin County crisis team, telephone: "612-596-1223"}
"""


@pytest.mark.parametrize("crisis, said", [(ONE, ["116 123"]), (THREE, ["Call:", "612-596-1223"])], ids=["one", "three"])
def test_the_crisis_box_parts_no_number(make, crisis, said):
    """A narrow one, of a booklet."""
    made = make(MEDICINE, "--format", "booklet-reading", clinic=HELP + crisis, files=SCANNER)
    document = pdf.Document(made.pdf("sample", "-booklet-reading"))
    (number,) = [page.number for page in document.pages[:-1] if any("If you need" in run.text for run in page.runs)]
    shown = ["".join(run.text for run in line) for line in pdf.lines(document.pages[number].runs)]
    for words in said:
        assert any(words in line for line in shown), shown
