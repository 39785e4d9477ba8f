"""Lists that stand straight in lists, as old editors write them, keep their numbers and their places."""

import pytest

from test_import_typed import imported, page

LISTS = {
    "<ol><ul><li>Rest</ul><li>Take 1</li><li>Take 2</li></ol>": "- Rest\n\n1. Take 1\n2. Take 2",
    "<ul><ol><li>Take 1<li>Take 2</ol><li>Rest</ul>": "1. Take 1\n2. Take 2\n\n- Rest",
    "<ol><li>Take 1</li><ul><li>with water</ul><li>Take 2</ol>": "1. Take 1\n   - with water\n2. Take 2",
    "<ol><li>Take 1</li><ul><li>with water</li></ul></ol>": "1. Take 1\n   - with water",
    "<ul><li>Rest</li><ul><li>well</li></ul></ul>": "- Rest\n  - well",
    "<ul><li>Rest</li><ol><li>Take 1<ul><li>slowly</ul></ol><p>all day</p></ul>": "- Rest\n  1. Take 1\n     - slowly\n\n  all day",
    "<ol><li title='a > b'>Take 1<!-- <ul> --></li><menu><li>with water</menu><li>Take 2</ol>": "1. Take 1\n   - with water\n2. Take 2",
    "<ol><li>Take 1</li></ol><ul><li>Rest</li></ul>": "1. Take 1\n\n- Rest",
}


@pytest.mark.parametrize("lists", LISTS)
def test_a_list_straight_in_a_list_ends_no_list(lists, tmp_path):
    page = f"<script>x = '<ol>';</script><title>Iron</title><main><h1>Iron</h1><p>Start.</p>{lists}</main>"
    assert imported(tmp_path, "page.html", page)[0] == f"Start.\n\n{LISTS[lists]}"


LEVELS = "".join(rf"{{\listlevel\levelnfc{kind}\levelstartat1{{\leveltext\'02\'0{i}.;}}{{\levelnumbers;}}}}" for i, kind in enumerate((0, 4, 2)))
BULLETS = r"{\listlevel\levelnfc23{\leveltext\'01\'b7;}{\levelnumbers;}}"
TABLES = rf"""{{\*\listtable{{\list{LEVELS}\listid1}}{{\list{BULLETS}\listid2}}}}{{\*\listoverridetable
{{\listoverride\listid1\ls1}}{{\listoverride\listid2\ls2}}}}"""


def item(marker, words, level=0, which=1):
    return rf"\pard{{\listtext\pard\plain\f0 {marker}\tab}}\ls{which}\ilvl{level} {words}\par" + "\n"


def rtf(tmp_path, body):
    (tmp_path / "page.rtf").write_text(rf"{{\rtf1\ansi{TABLES}\pard Iron\par Take it.\par " + body + "}", encoding="latin-1")
    return imported(tmp_path, "page.rtf")


RTF = {
    "below an inner list": (item("1.", "One") + item("a.", "in", 1) + item("b.", "in", 1) + item("2.", r"\b Two"), "1. One\n   1. in\n   2. in\n2. **Two**"),
    "behind words": (item("1.", "One") + r"\pard Then eat well, and drink at least a glass.\par" + item("2.", "Two"),
                     "1. One\n\nThen eat well, and drink at least a glass.\n\n2. Two"),
    "behind bullets": (item("3.", "Three") + item(r"\'b7", "dot", which=2) + item("4.", "Four"), "3. Three\n\n- dot\n\n4. Four"),
    "right behind what counts it": (r"\pard\ls1\ilvl0{\listtext 1.\tab}Take 5 mg.\par\pard\ls1\ilvl0{\listtext 2.\tab}Two.\par ", "1. Take 5 mg.\n2. Two."),
    "more than a number": (item("Step 1:", "One"), "1. Step 1: One"),
}  # fmt: skip


@pytest.mark.parametrize("case", RTF)
def test_items_of_an_rtf_file_have_the_numbers_that_its_readers_saw(case, tmp_path):
    body, wanted = RTF[case]
    draft, said = rtf(tmp_path, body)
    assert draft == f"Take it.\n\n{wanted}" and "lost" not in said


def test_letters_of_an_rtf_list_count_on_below_another(tmp_path):
    body = item("1.", "One") + item("c.", "see", 1) + item("iii.", "deep", 2) + item("iv.", "deep", 2) + item("d.", "dee", 1)
    assert rtf(tmp_path, body)[0] == "Take it.\n\n1. One\n\n   3. see\n\n      3. deep\n      4. deep\n   4. dee"


@pytest.mark.parametrize("note", [r"{\footnote\pard\plain Not 10.}", r"{\*\footnote\chftn\plain\pard {\pard Not 10.\par}}"])
def test_a_footnote_of_an_rtf_file_is_one(note, tmp_path):
    table = "".join(rf"{{\trowd\cellx1\cellx2 \pard\intbl {{{row}\cell}}{{5 mg\cell}}\intbl\row}}" for row in (2, 3))
    draft, said = rtf(tmp_path, rf"{table}{{\pard Eat well, and drink.{{\super\chftn}}{note}\par}}")
    assert draft.endswith("Eat well, and drink.[^1]\n\n[^1]: Not 10.") and "| 2 | 5 mg |" in draft
    assert "missing" not in said


def test_a_footnote_in_a_table_of_an_rtf_file_is_listed(tmp_path):
    rows = "".join(rf"\trowd\cellx1\cellx2 \pard\intbl {row}\cell 5 mg\cell\row" for row in (r"2{\footnote Not 10.}", 3))
    draft, said = rtf(tmp_path, rows + r"\pard Eat.\par")
    assert "| 2 | 5 mg |" in draft and "Not 10." not in draft
    assert "'Not 10.' (missing in what was made of the document: put it back)" in said and "(footnotes in tables of an .rtf file" in said


SIGNS = "(lines that begin with a plus or a minus: both are signs of the text, check them)"
SCALE = "Add:\n\n- 2 units under 80\n+ 2 units over 180\n  with food\n+ 4 units over 240\n"
SIGNED = {
    "page.txt": ("Iron\n\n" + SCALE, "Add:\n\n- \\- 2 units under 80\n- \\+ 2 units over 180 with food\n- \\+ 4 units over 240", SIGNS),
    "page.html": ("<main><h1>Iron</h1><p>- 2 units<p>+ 3 units</main>", "\\- 2 units\n\n\\+ 3 units", None),
    "page.md": ("# Iron\n\nAdd:\n\n- 2 units\n+ 3 units\n+ 4 units\n", "Add:\n\n- \\- 2 units\n- \\+ 3 units\n- \\+ 4 units", "a sign that would be taken"),
    "plus.txt": ("Iron\n\nAdd:\n\n+ 2 units\n+ 3 units\n", "Add:\n\n- \\+ 2 units\n- \\+ 3 units", None),
    "minus.txt": ("Iron\n\nTake:\n\n- 2 pills\n- 3 pills\n\nAlso:\n\n+ milk\n+ bread\n", "Take:\n\n- 2 pills\n- 3 pills\n\nAlso:\n\n- milk\n- bread", None),
}


@pytest.mark.parametrize("name", SIGNED)
def test_plus_and_minus_of_one_list_stay_signs(name, tmp_path):
    text, shown, listed = SIGNED[name]
    draft, said = imported(tmp_path, name, text)
    assert draft == shown and (listed in said if listed else SIGNS not in said)


def word_item(level, marker, words):
    return f"<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><span style='mso-list:Ignore'>{marker}</span>{words}<o:p></o:p></p>"


def test_items_of_word_stand_in_each_other_and_its_title_is_the_title(tmp_path):
    body = "<p class=MsoTitle>Iron<o:p></o:p></p><h1>Dose</h1>" + word_item(1, "1.", "Take 5") + word_item(2, "a.", "with food") + word_item(1, "2.", "Rest 6")
    sheet = "<style><!-- .hid {mso-hide:all} --></style>"
    draft, said = imported(tmp_path, "page.html", f"<html>{sheet}<body><p>{body}<p>It <span class=hid>was 9</span> is 8.</body></html>")
    assert draft == "## Dose\n\n1. Take 5\n   1. with food\n2. Rest 6\n\nIt is 8." and "'was 9' (hidden in the page)" in said
    assert 'title: "Iron"' in (tmp_path / "drafts/draft.md").read_text()


def test_lists_that_a_sheet_counts_in_letters_are_listed(tmp_path):
    sheet = '<style>.a>li:before{content:"" counter(a,lower-latin) ") "} .b>li:before{content:counter(b) ". "}</style>'
    body = "<p class='c1 title'>Iron</p><h1>Dose</h1><ol class=a><li>Take 5</li></ol><ol class=b><li>Take 6</li></ol>"
    draft, said = imported(tmp_path, "page.html", f"<html>{sheet}<body class='c2 doc-content'>{body}</body></html>")
    assert draft == "## Dose\n\n1. Take 5\n\n1) Take 6" and said.count("(a list with letters") == 1 and "'Take 5' (a list with letters" in said


GOOGLE = {
    "<ol class='c1 lst-kix_a-0 start'><li>Shake 5</li></ol><ol class='lst-kix_a-1 start'><li>Spacer</li></ol><ul class='lst-kix_a-2 start'><li>clean</li></ul>"
    "<ol class='lst-kix_a-1' start=2><li>Mask</li></ol><ol class='lst-kix_a-0' start=2><li>Rinse</li></ol>": "1. Shake 5\n   1. Spacer\n      - clean\n   2. Mask\n2. Rinse",
    "<ul class='lst-kix_a-0 start'><li>Shake 5</li></ul><ul class='lst-kix_b-1 start'><li>Rinse</li></ul>": "- Shake 5\n\n* Rinse",
    "<ol class='lst-kix_a-0 start'><li>Shake 5</li></ol><p>Wait.</p><ol class='lst-kix_a-0' start=2><li>Rinse</li></ol>": "1. Shake 5\n\nWait.\n\n2. Rinse",
}  # fmt: skip


@pytest.mark.parametrize("lists", GOOGLE)
def test_lists_of_google_stand_in_those_that_they_belong_in(lists, tmp_path):
    assert page(tmp_path, lists)[0] == f"Start.\n\n{GOOGLE[lists]}"


ONE_BY_ONE = {
    "<ol start=1><li>Shake 5</li></ol> <ol start=2><li>Wait<ol type=a start=1><li>slowly</ol></li></ol><ol start=3><li>Rinse</li></ol>": "1. Shake 5\n2. Wait\n   1. slowly\n3. Rinse",
    "<ol><li>Shake 5</li></ol><ol start=3><li>Rinse</li></ol>": "1. Shake 5\n\n3) Rinse",
    "<ol><li>Shake 5</li></ol><ol><li>Rinse</li></ol>": "1. Shake 5\n\n1) Rinse",
    "<ol><li>Shake 5</li></ol><ol style='list-style-type:lower-alpha' start=2><li>Rinse</li></ol>": "1. Shake 5\n\n2) Rinse",
    "<style>.step li::before{content:'Step: '}</style><ol class=step><li>Shake 5</li></ol><ol start=2><li>Rinse</li></ol>": "1. Step: Shake 5\n\n2) Rinse",
    "<ol><li>Shake 5</li></ol>or<ol start=2><li>Rinse</li></ol>": "1. Shake 5\n\nor\n\n2. Rinse",
}  # fmt: skip


@pytest.mark.parametrize("lists", ONE_BY_ONE)
def test_lists_that_count_on_are_one(lists, tmp_path):
    assert page(tmp_path, lists)[0] == f"Start.\n\n{ONE_BY_ONE[lists]}"
