"""Facts of the clinic on paper: numbers in one piece, days and times side by side, and what is below them."""

import numpy
import pytest

import clinics
import folding
import pdf
import program
from test_backs import lines
from test_sheets import MEDICINE, SCANNER, SHORT

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


HOURS = """\
name: Oak Lane Clinic
telephone: +1 503 234 5678
url: https://www.oak-lane.example
address:
  street_address: 4200 North Lamar Boulevard
""" + clinics.TOWN + """\
opening_hours:
  - Mo-Th 08:00-17:00
  - Fr 08:00-13:00
"""


@pytest.mark.parametrize("suffix", ["", "-giant"])
def test_times_stand_behind_their_days(make, suffix):
    """On one line with them; on a standard sheet in the column at the end side."""
    made = make(SHORT, "--format", "standard,giant", clinic=HOURS, style="slip: never\n")
    runs = [run for run in pdf.Document(made.pdf("sample", suffix)).runs if run.node]
    (days,) = [run for run in runs if "Monday" in run.text]
    (times,) = [run for run in runs if run.page == days.page and run.text.startswith("8 am to 5 pm")]
    assert days.text == "Monday to Thursday"
    assert times.y == pytest.approx(days.y, abs=0.5)
    assert times.x - days.x - days.width >= 12
    assert suffix or days.x > 300


def test_no_line_of_the_foot_touches_the_contact_band(make, tmp_path):
    """A slip on a sheet of its own makes two pages of one."""
    made = make(SHORT * 12, "--format", "standard", clinic=HOURS, style="slip: always\n")
    assert len(pdf.Document(made.pdf("sample")).pages) == 2
    sheet = numpy.asarray(folding.rasters(made.pdf("sample"), 72, tmp_path)[0])
    (band,) = [y for y in range(1, len(sheet) - 36) if (sheet[y - 1, 62:550] < 250).all() and (sheet[y, 62:550] > 250).all() and y > 400]
    assert not [y for y in lines(sheet) if band - 2 <= y < band + 16]


ASKED = 'questions: ["How will we know that it works?"]\nversion: "1"\n'
SENTENCE = "Each visit lasts about 20 to 40 minutes. You can drive home afterwards, and rest. "


@pytest.mark.parametrize("slip", ["never", "always"])
@pytest.mark.parametrize("count", range(10, 26, 2))
def test_lines_for_questions_leave_no_page_empty(tmp_path, count, slip):
    """What stands behind them, alone on the last page, has lines for notes below it; so has nothing but the band, before
    a sheet of the slip."""
    article = program.article("\n\n".join([SENTENCE * 3] * count), front=ASKED)
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=HOURS, style=f"slip: {slip}\n")
    made = program.render(content, tmp_path / "out", "--format", "standard")
    document = pdf.Document(made.pdf("sample"))
    (heading,) = [node for node in document.root.find("H2") if node.text.strip() == "Contact us"]
    sheet = numpy.asarray(folding.rasters(made.pdf("sample"), 72, tmp_path)[heading.pages[0]])
    edges = numpy.diff([0, *(sheet[:, 62:550] > 200).all(axis=1), 0])
    white = numpy.flatnonzero(edges == -1) - numpy.flatnonzero(edges == 1)
    assert max(white) < 0.2 * len(sheet)


def test_the_day_of_the_check_uses_the_room_below_the_page_number(make):
    facts = HOURS + "verified_on: 2026-11-20\n"
    made = make(SHORT, "--format", "giant", clinic=facts, lang="es", style="paper: a4\nslip: never\n")
    shown = ["".join(run.text for run in line) for line in pdf.lines(pdf.Document(made.pdf("sample", "-giant")).runs)]
    assert any("20 de noviembre de 2026" in line for line in shown), shown


HEBREW = """\
name: מרפאת הגליל
address:
  lines: [הגפן, חיפה]
crisis_lines:
  - {name: ער״ן, telephone: "1201"}
"""


@pytest.mark.parametrize("suffix", ["", "-large", "-giant"])
def test_facts_stand_below_each_other_whatever_their_language(make, suffix):
    """Hebrew ones of an English sheet, at the side where its own lines begin."""
    made = make(SHORT, "--format", "standard,large,giant", clinic=HEBREW, style="slip: never\n")
    page = pdf.Document(made.pdf("sample", suffix)).pages[-1]
    (visit,) = [run for run in page.runs if run.text == "Visit us"]
    shown = [run for run in page.runs if any(0x5D0 <= ord(c) <= 0x5EA for c in run.text) and run.y < 720]
    assert len(pdf.lines(shown)) >= 3
    for line in pdf.lines(shown):
        start = min(run.x for run in line)
        assert min(abs(start - side) for side in (visit.x, 60)) < 100, [run.text for run in line]
