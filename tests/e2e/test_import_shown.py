"""What a page shows otherwise than in its words: counters, bars, pictures within lines, and words for a pointer."""

import pytest

from test_import_typed import imported, page

COUNTED = "(the page counts up to this number: check it)"
MAYBE = "(the page has this number for a 0, which may count up: check it)"
WORDS = "(a picture within a line: its words for those who cannot see it stand there now)"
IN_LINE = "(a picture within this line says this: say it in words there"
POINTER = "(words that only a pointer brings up"


COUNTERS = {
    "<p><b data-target=92>0</b>% well</p>": ("92% well", f"'92' {COUNTED}"),
    "<p><b data-num='4.5'>0</b> mg</p>": ("4.5 mg", f"'4.5' {COUNTED}"),
    "<p><b data-odo-end-value='1,200'> 0 </b> a day</p>": ("1,200 a day", f"'1,200' {COUNTED}"),
    "<p><b data-wow=92>0</b> mg</p>": ("**0** mg", f"'92' {MAYBE}"),
    "<p><b data-target=92>5</b> mg</p>": ("**5** mg", None),
    "<p><b data-wow=0>0</b> mg</p>": ("**0** mg", None),
    "<table><tr><th>Age<th>Dose<tr><td>2<td>0<tr><td>3<td data-sort-value=9>10</table>": ("| Age | Dose |\n|---|---|\n| 2 | 0 |\n| 3 | 10 |", None),
}


@pytest.mark.parametrize("body", COUNTERS)
def test_numbers_that_count_up_are_listed(body, tmp_path):
    draft, said = page(tmp_path, body)
    shown, listed = COUNTERS[body]
    assert draft == f"Start.\n\n{shown}" and (listed is None or listed in said)
    assert listed or (COUNTED not in said and MAYBE not in said)


BAR = "(a bar that shows this number: say it in words)"


@pytest.mark.parametrize("bar, number", [("<progress value=40 max=100></progress>", "40 / 100"), ("<meter value=7></meter>", "7"),
                                         ("<b role=progressbar aria-valuenow=40></b>", "40")])  # fmt: skip
def test_bars_are_listed_with_their_numbers(bar, number, tmp_path):
    assert f"'{number}' {BAR}" in page(tmp_path, f"<p>Well: {bar}</p><p>Eat.</p>")[1]


def test_a_bar_that_says_its_number_is_not_listed(tmp_path):
    assert BAR not in page(tmp_path, "<div role=progressbar aria-valuenow=40>40% well</div><p>Eat.</p>")[1]


PICTURES = {
    "<p>Bath: <img alt='1/2' src=half.png> cup.</p>": ("Bath: 1/2 cup.", WORDS),
    "<ul><li><img src=no.gif alt='No:'> Ice</li></ul>": ("- No: Ice", WORDS),
    "<p>Take<img src=n.gif alt='not'>with milk.</p>": ("Take not with milk.", WORDS),
    "<p><b>Take</b> <img src=n.gif alt='5'></p>": ("**Take** 5", WORDS),
    "<table><tr><th>Food<th>Eat<tr><td>5 figs<td><img src=y.gif alt=Yes></table>": ("| Food | Eat |\n|---|---|\n| 5 figs | Yes |", WORDS),
    "<p>Take it <img src=n.gif alt='with 2 glasses of water'> now.</p>": ("Take it now.", IN_LINE),
    "<p><img src=n.gif alt='2 pills'></p><p>Eat.</p>": ("Eat.", None),
    "<p><img src=n.gif alt='2 pills'><br>Eat.</p>": ("Eat.", None),
}


@pytest.mark.parametrize("body", PICTURES)
def test_pictures_within_a_line_say_what_stands_there(body, tmp_path):
    draft, said = page(tmp_path, body)
    shown, listed = PICTURES[body]
    assert draft == f"Start.\n\n{shown}" and (WORDS in said or IN_LINE in said) == (listed is not None) and (listed or "") in said


@pytest.mark.parametrize("link, listed", [("title='Max 2 weeks'", True), ("title='the salve'", False), ("data-bs-toggle=tooltip title='Max 4 g'", True)])
def test_titles_of_links_that_say_more_are_listed(link, listed, tmp_path):
    assert (POINTER in page(tmp_path, f"<p>Use <a href=https://a.org/x {link}>The Salve</a>.</p>")[1]) == listed


def test_words_that_a_pointer_brings_up_stand_apart(tmp_path):
    draft, said = page(tmp_path, "<p><b class=tooltip>salve<i class=tooltiptext>not over 7 d</i></b></p>")
    assert draft == "Start.\n\n<strong>salve *not over 7 d*</strong>" and "only the page's looks part" in said


TASKS = {
    "<ul class=to-do-list><li><div class='checkbox checkbox-on'></div> Drops 4</li><li><div class='checkbox checkbox-off'></div> Test 6</li></ul>":
        "- [x] Drops 4\n- [ ] Test 6",
    "<ul class=inline-task-list><li class=checked data-inline-task-id=1>Drops 4</li><li data-inline-task-id=2>Test 6</li></ul>": "- [x] Drops 4\n- [ ] Test 6",
    "<ul data-type=taskList><li data-checked=true><p>Drops 4</p></li><li data-checked=false><p>Test 6</p></li></ul>": "- [x] Drops 4\n- [ ] Test 6",
    "<ol><li data-list=checked>Drops 4</li><li data-list=unchecked>Test 6</li></ol>": "1. ☑ Drops 4\n2. ☐ Test 6",
    "<ul><li><input type=checkbox checked> Drops 4</li><li><input type=checkbox> Test 6</li></ul>": "- [x] Drops 4\n- [ ] Test 6",
    "<ul><li><span class='fa checked'></span>Drops 4</li></ul>": "- Drops 4",
}  # fmt: skip


@pytest.mark.parametrize("body", TASKS)
def test_boxes_of_tasks_stay_ticked_and_open(body, tmp_path):
    assert page(tmp_path, body)[0] == f"Start.\n\n{TASKS[body]}"


def test_labels_that_open_parts_of_a_page_are_listed(tmp_path):
    tabs = "<input type=radio id=a name=t checked><label for=a>Adults</label><input type=radio id=b name=t><label for=b>Kids</label><div><p>500 mg</p></div><div><p>15 mg</p></div><div><p>2 l</p></div>"
    said = page(tmp_path, tabs)[1]
    assert all(f"'{label}' (a label that may open a part of the page" in said for label in ("Adults", "Kids"))


def test_headings_beside_each_other_are_listed(tmp_path):
    draft, said = page(tmp_path, "<div><h3>Adults</h3><h3>Kids</h3></div><div><p>500 mg</p><p>15 mg</p><p>2 l</p></div><h3>Rest</h3><p>6 h</p>")
    assert draft.startswith("Start.\n\n## Adults\n\n## Kids\n\n500 mg") and said.count("(a heading with nothing below it") == 1


SIGNS = {
    "<ul class=no><li>kneel 5<li>run</ul>": "- NOT: kneel 5\n- NOT: run",
    "<ul class=never><li>kneel 5</ul>": "- ⛔ kneel 5",
    "<ul style=\"list-style-type: '✗ '\"><li>5 figs</ul>": "- ✗ 5 figs",
    "<ul style=\"list-style: '• '\"><li>5 figs</ul>": "- 5 figs",
}


@pytest.mark.parametrize("body", SIGNS)
def test_signs_of_items_that_a_style_says_are_words(body, tmp_path):
    sheet = "<style>.no { list-style-type: 'NOT: ' } .never li::marker { content: '⛔ ' }</style>"
    assert page(tmp_path, sheet + body)[0] == f"Start.\n\n{SIGNS[body]}"


def test_letters_of_a_list_that_a_sheet_says_are_listed(tmp_path):
    assert "'Sit' (a list with letters" in page(tmp_path, "<style>ol.al { list-style-type: lower-alpha }</style><ol class=al><li>Sit<li>1 tab</ol>")[1]


def test_a_comment_of_google_docs_is_left_out(tmp_path):
    body = "<p class=c1><span>Take 5</span><sup><a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup></p><div class=c2><p class=c3><a href='#cmnt_ref1' id='cmnt1'>[a]</a><span>or 6?</span></p></div>"
    draft, said = imported(tmp_path, "page.html", f"<html><body class='c4 doc-content'><p class='c1 title'>Iron</p><h1>Dose</h1>{body}</body></html>")
    assert draft == "## Dose\n\nTake 5" and "or 6?' (a comment of who wrote the document" in said


TOLD = "(the page tells this to those who cannot see it alone"


@pytest.mark.parametrize("line, listed", [("<b aria-hidden=true>✗</b> <i class=sr-only>Never:</i> figs", True), ("<a href=https://a.org>figs <i class=sr-only>opens anew</i></a>", False)])
def test_words_for_those_who_hear_the_page_are_listed_at_their_line(line, listed, tmp_path):
    said = page(tmp_path, f"<ul><li>{line}</li></ul>")[1]
    assert (f"'Never:' {TOLD}" in said) == (TOLD in said) == listed


def test_who_is_quoted_stands_below_the_quotation(tmp_path):
    body = "<h1>Iron</h1><p>Start.</p><blockquote><p>Rest.</p><footer>Dr. Gil</footer></blockquote>"
    assert imported(tmp_path, "page.html", f"<title>Iron</title><body>{body}")[0] == "Start.\n\n> Rest.\n>\n> Dr. Gil"
