"""Tables that no element of a page says are such: what styles and roles say for sure is one, and other boxes in rows are
listed."""

import pytest

from test_import_typed import page

SHEET = "<style>.t { display: table } .h { display: table-header-group } .r { display: table-row !important } .c { display: table-cell } .two { grid-template-columns: 1fr 1fr }</style>"
GRID = "| Age | Dose |\n|---|---|\n| 2 | 5 mg |"
ROWS = "(boxes in rows, which may be a table: each is a line now"


def row(*cells, of="div", row="class=r", cell="class=c"):
    return f"<{of} {row}>" + "".join(f"<{of} {cell}>{words}</{of}>" for words in cells) + f"</{of}>"


INLINE = {"row": "style='display: table-row'", "cell": "style='color:red;display:table-cell'"}
TABLES = [
    "<div class=t>" + row("Age", "Dose") + row("2", "5 mg") + "</div>",
    "<ul class=t><li class=r><span class=c>Age</span><span class=c>Dose</span></li><li class=r><p class=c>2<p class=c>5 mg</li></ul>",
    "<div class=t><div class=h>" + row("Age", "Dose") + "</div>" + row("2", "5 mg") + "</div>",
    "<div style='display:table'>" + row("Age", "Dose", of="span", **INLINE) + row("2", "5 mg", of="span", **INLINE) + "</div>",
    "<section role=table>" + row("Age", "Dose", row="role=row", cell="role=columnheader") + row("2", "5 mg", row="role=row", cell="role=cell") + "</section>",
]


@pytest.mark.parametrize("table", TABLES)
def test_what_is_a_table_by_its_styles_or_roles_becomes_one(table, tmp_path):
    draft, said = page(tmp_path, SHEET + table)
    assert draft == f"Start.\n\n{GRID}" and ROWS not in said


@pytest.mark.parametrize("body", ["<div class=t><div class=c>Take 5 mg</div></div>", "<div class=t>" + row("Take 5 mg") + row("Rest 6 h") + "</div>",
                                  "<div class=t>" + row("Take 5 mg", "Rest 6 h") + "</div>"])  # fmt: skip
def test_what_is_only_placed_by_such_styles_is_none(body, tmp_path):
    draft, said = page(tmp_path, SHEET + body)
    assert "|" not in draft and draft.startswith("Start.\n\nTake 5 mg") and ROWS not in said


BOXES = [
    row("Age", "Dose", row="class=row") + row("2", "5 mg", row="class=row") + row("3", "6 mg", row="class=row"),
    "<div class=wide><h2>Doses</h2>" + row("Age", "Dose", row="class='et row'") + row("2", "5 mg", row="class='et row'") * 2 + "</div>",
    "<div class='grid grid-cols-2'>" + "".join(f"<div>{words}</div>" for words in ("Age", "Dose", "2", "5 mg", "3", "6 mg")) + "</div>",
    "<div class=two>" + "".join(f"<div>{words}</div>" for words in ("Age", "Dose", "2", "5 mg", "3", "6 mg")) + "</div>",
    "<div style='display: grid; grid-template-columns: 1fr 1fr'>" + "".join(f"<div>{words}</div>" for words in ("Age", "Dose", "2", "5 mg", "3", "6 mg")) + "</div>",
]


@pytest.mark.parametrize("boxes", BOXES)
def test_boxes_in_rows_are_listed_with_their_place(boxes, tmp_path):
    draft, said = page(tmp_path, SHEET + boxes.replace("class=c", "class=col"))
    assert "Age\n\nDose\n\n2\n\n5 mg" in draft
    assert [line for line in said.splitlines() if ROWS in line and "-> drafts/draft.md:" in line]


@pytest.mark.parametrize("body", ["<div class=row><p>Take 5 mg.</p><p>Rest 6 h.</p></div>", row("Wait", "Eat", row="class=row") * 3,
                                  row("Bridge", "8 times.", row="class=card") * 2, row("Take", "5 mg") + row("Wait", "6 h", row="class=s"),
                                  row("Take 5 mg " * 12, "Wait 6 h " * 12, row="class=row") * 2])  # fmt: skip
def test_other_boxes_are_not(body, tmp_path):
    assert ROWS not in page(tmp_path, SHEET + body)[1]


HEADED = "<table><tr><th>Dose<th>mL{}<tr><td>A<td>5</table>"
CELLS = {
    "<tr><td>C<td>5<br><br>10": "| C | 5<br><br>10 |",
    "<tr><td>D<td>5 <input value=3> mL": "| D | 5 mL |",
    "<tr><td>D<td><label>5 <input type=checkbox> mL</label>": "| D | 5 ☐ mL |",
    "<tr><td>D<td><span class=sr-only>Dose</span>5": "| D | 5 |",
    "<tr><td>D<td>5 <svg><path/></svg><button>More</button>": "| D | 5 |",
}


@pytest.mark.parametrize("row", CELLS)
def test_a_table_that_names_its_columns_is_data_whatever_stands_in_its_cells(row, tmp_path):
    draft, said = page(tmp_path, HEADED.format(row))
    assert draft == f"Start.\n\n| Dose | mL |\n|---|---|\n{CELLS[row]}\n| A | 5 |" and ("<svg>" in row) == ("'More' (a button)" in said)


def test_notes_in_the_foot_of_a_table_stand_below_it_once(tmp_path):
    foot = "<tfoot><tr><td colspan=2>If <b>&lt; 70</b>: 4 oz</td></tr><tr><td>All<td>9</tfoot>"
    draft, said = page(tmp_path, f"<table><thead><tr><th>Kind<th>mg</thead><tbody><tr><td>A<td>5</tbody>{foot}</table><p>Eat.</p>")
    assert draft == "Start.\n\n| Kind | mg |\n|---|---|\n| A | 5 |\n| All | 9 |\n\nIf <strong>\\< 70</strong>: 4 oz\n\nEat." and "joined" not in said


def test_items_in_a_cell_keep_their_numbers(tmp_path):
    draft, said = page(tmp_path, "<table><tr><th>Week<th>Do<tr><td>2<td><ol start=4><li><p>Count 60</p><li>Call</ol><ul><li>Rest 5</ul></table>")
    assert draft.endswith("| 2 | 4. Count 60<br>5. Call<br><br>• Rest 5 |") and "a list within a table" in said


def test_a_first_row_above_figures_names_the_columns(tmp_path):
    assert page(tmp_path, "<table><tr><td>Level<td>Act<tr><td>0.5–0.9<td>Wait</table>")[0].endswith("| Level | Act |\n|---|---|\n| 0.5–0.9 | Wait |")


def test_names_of_parts_of_a_table_are_no_names_of_its_columns(tmp_path):
    rows = "<thead><tr><th>Kidney<th>mg</thead><tbody><tr><th colspan=2>Under 80 kg</th><tr><td>30<td>5<tr><th colspan=2>80 kg</th><tr><td>30<td>9</tbody>"
    draft, _ = page(tmp_path, f"<table>{rows}</table>")
    assert draft.endswith("| Kidney | mg |\n|---|---|\n| Under 80 kg | Under 80 kg |\n| 30 | 5 |\n| 80 kg | 80 kg |\n| 30 | 9 |")


def test_rows_in_a_class_that_warns_are_listed(tmp_path):
    said = page(tmp_path, "<table><tr><th>Age<th>mg<tr class=danger><td>2<td>5<tr><td>3<td>6<tr><td>4<td>7</table>")[1]
    assert "'2 | 5' (words in a colour" in said


SHOWN = "| Day | AM |\n|---|---|\n| 2 | 5 mg |"
UNSEEN = {
    "<tr><td>Day<td>AM<tr hidden><td>1<td>4 mg<tr><td>2<td>5 mg": SHOWN,
    "<thead><tr><th>Day<th>AM<tbody hidden><tr><td>1<td>4 mg<tbody><tr><td>2<td>5 mg": SHOWN,
    "<thead class=sr-only><tr><th>Day<th>AM<tbody><tr hidden><td>1<td>4 mg<tr><td>2<td>5 mg": SHOWN,
    "<tr><td>Day<td>AM<tr hidden><td>1<td>4 mg<tr class=footer><td>All<td>5 mg": SHOWN.replace("2", "All"),
}


@pytest.mark.parametrize("rows", UNSEEN)
def test_rows_that_a_page_hides_leave_a_table_as_it_is(rows, tmp_path):
    draft, said = page(tmp_path, f"<table>{rows}</table>")
    assert draft == f"Start.\n\n{UNSEEN[rows]}" and "'1 4 mg' (hidden in the page)" in said


@pytest.mark.parametrize("cells", ["<tr><td>Day<td hidden>AM<tr><td>2<td hidden>5 mg", "<tr><th>Day<th class=sr-only>AM<tr><td>2<td style='display:none'>5 mg"])
def test_cells_that_a_page_hides_stay_and_are_listed(cells, tmp_path):
    draft, said = page(tmp_path, f"<table>{cells}</table>")
    assert draft == f"Start.\n\n{SHOWN}" and "'5 mg' (the page does not show this" in said


def test_a_table_within_one_that_names_its_columns_is_lines_of_its_cell(tmp_path):
    draft, said = page(tmp_path, "<table><tr><th>Day<th>Dose<tr><td>2<td>5 mg<table><tr><td>AM<td>3 mg<tr><td>PM<td>2 mg</table></table>")
    assert draft.endswith("| Day | Dose |\n|---|---|\n| 2 | 5 mg<br><br>AM \\| 3 mg<br>PM \\| 2 mg |") and "(a table within a table" in said


def test_names_of_a_table_within_are_not_those_of_the_one_around(tmp_path):
    draft, said = page(tmp_path, "<table><tr><td>Take care.<td><table><tr><th>Day<th>mg<tr><td>2<td>5</table></table>")
    assert draft == "Start.\n\nTake care.\n\n| Day | mg |\n|---|---|\n| 2 | 5 |" and "(a table within a table" not in said


def test_names_of_columns_within_cells_stand_once_but_signs_stay(tmp_path):
    rows = "".join(f"<tr><td><span aria-hidden=true>Food: </span>{food}<td><span aria-hidden=true>{sign}</span>" for food, sign in (("figs", "✗"), ("5 nuts", "✓")))
    draft, said = page(tmp_path, f"<table><tr><th>Food<th>Eat<th>{rows}</table>")
    assert draft.endswith("| Food | Eat |  |\n|---|---|---|\n| figs | ✗ |  |\n| 5 nuts | ✓ |  |") and "'Food:' (said once more" in said
