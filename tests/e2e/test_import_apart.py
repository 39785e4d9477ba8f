"""Words apart from what belongs to them: headings in a row above a row of columns. Each stands above its own, or in a table,
and is listed."""

import pytest

from test_import_typed import page

PAIRED = "(headings beside one another, above what stands beside one another"
EMPTY = "(a heading with nothing below it"
OWN = "## Adults\n\n500 mg\n\n## Kids\n\n15 mg/kg"
BOLD = "**Adults**\n\n500 mg\n\n**Kids**\n\n15 mg/kg"
TABLE = "| Adults | Kids |\n|---|---|\n| 500 mg | 15 mg |\n| 1 g | 30 mg |"


def row(*boxes, of="class=row", box="class=col"):
    return f"<div {of}>" + "".join(f"<div {box}>{words}</div>" for words in boxes) + "</div>"


HEADS, WORDS, MORE = ("<h3>Adults</h3>", "<h3>Kids</h3>"), ("<p>500 mg</p>", "<p>15 mg/kg</p>"), ("<p>1 g</p>", "<p>30 mg/kg</p>")
LEFT, RIGHT, CLEAR = "<div style='float: left'>", "<div style='float: right'>", "<div style='clear:both'></div>"
PAIRS = {
    "rows": row(*HEADS) + row(*WORDS),
    "rows of no name": "<div><h3>Adults</h3><h3>Kids</h3></div><div><p>500 mg</p><p>15 mg/kg</p></div>",
    "rows deep in boxes": f"<section><div>{row(*HEADS, box='class=x')}</div></section>{CLEAR}<section><div>{row(*WORDS, box='class=x')}</div></section>",
    "a grid": f"<div style='display:grid;grid-template-columns:1fr 1fr'>{''.join(HEADS + WORDS)}</div>",
    "columns in one row": row(*HEADS, *WORDS, of="", box="class='col-6'"),
    "boxes that float": f"{LEFT}{HEADS[0]}</div>{RIGHT}{HEADS[1]}</div>{CLEAR}{LEFT}{WORDS[0]}</div>{RIGHT}{WORDS[1]}</div>{CLEAR}",
    "cells that place": "<table><tr><td><h3>Adults</h3><td><h3>Kids</h3><tr><td><p>500 mg</p><td><p>15 mg/kg</p></table>",
}


@pytest.mark.parametrize("kind", PAIRS)
def test_headings_in_a_row_stand_above_their_own(kind, tmp_path):
    draft, said = page(tmp_path, PAIRS[kind] + "<h3>All</h3><p>2 l</p>")
    assert draft == f"Start.\n\n{OWN}\n\n## All\n\n2 l" and said.count(f"'Adults' {PAIRED}") == 1 and EMPTY not in said


def test_bold_words_in_a_row_stand_above_their_own(tmp_path):
    draft, said = page(tmp_path, row("<b>Adults</b>", "<strong>Kids</strong>") + row("500 mg", "15 mg/kg") + "<p>2 l</p>")
    assert draft == f"Start.\n\n{BOLD}\n\n2 l" and f"'Adults' {PAIRED}" in said


@pytest.mark.parametrize("heads", [HEADS, ("<b>Adults</b>", "<b>Kids</b>")])
def test_several_rows_below_headings_are_a_table(heads, tmp_path):
    draft, said = page(tmp_path, row(*heads) + row("<p>500 mg</p>", "15 mg") + row("1 g", "30 mg"))
    bold = TABLE.replace("Adults", "**Adults**").replace("Kids", "**Kids**") if "<b>" in heads[0] else TABLE
    assert draft == f"Start.\n\n{bold}" and PAIRED in said


ALONE = {
    "more boxes": row(*HEADS) + row(*WORDS, "<p>1 g</p>"),
    "a heading of their own": row(*HEADS) + row("<h3>Dose</h3><p>500 mg</p>", "<p>15 mg/kg</p>"),
    "text through all columns": row(*HEADS) + "<p>500 mg</p><p>15 mg/kg</p>",
    "no row": "".join(HEADS + WORDS),
}


@pytest.mark.parametrize("kind", ALONE)
def test_headings_that_do_not_fit_stay_and_are_listed(kind, tmp_path):
    draft, said = page(tmp_path, ALONE[kind])
    assert draft.startswith("Start.\n\n## Adults\n\n## Kids") and PAIRED not in said and f"'Adults' {EMPTY}" in said


LEFT_ALONE = [
    "<p><b>Adults</b></p><p><b>Kids</b></p><p>500 mg</p><p>15 mg/kg</p>",
    "<div style='display:flex; flex-direction: column;'><p><b>Adults</b></p><p><b>Kids</b></p><p>500 mg</p><p>15 mg/kg</p></div>",
    "<table><tr><td><b>Adults</b><td><b>Kids</b><tr><td>500 mg<td>15 mg/kg</table>",
]


@pytest.mark.parametrize("body", LEFT_ALONE)
def test_bold_words_that_are_not_beside_others_stay(body, tmp_path):
    draft, said = page(tmp_path, body)
    assert PAIRED not in said and draft.replace(" ", "").index("Kids") < draft.replace(" ", "").index("500mg")
