"""Words that only a page's looks part stay apart, and words that its own style sheet hides, strikes or adds are seen."""

import pytest

from test_import_typed import imported, page

PARTED = "(words that only the page's looks part: check where one ends)"
HIDDEN = "(the page does not show this: check whether it belongs here)"
MADE = "(words that only the page's style sheet adds: check them)"
SHEET = """<style>
.blk { display: block } .gap { margin: 0 2em } .near { margin: 2em 0 } .row { display: flex }
.card .sum { display: block } .old { display: none } .old.now { display: block } .gone { visibility: hidden }
.out { position: absolute; left: -9999px } p .strike { text-decoration: line-through } .tip .say { position: absolute; visibility: hidden }
.red:before { content: "RED ZONE: " } .mg::after { content: " mg" } .half:after { content: "\\bd" } .dot:before { content: "\\2022 " }
.clear:after { content: "."; display: block; clear: both } .named:before { content: attr(data-name) ": " } .step:before { content: counter(s) }
@media print { .new { display: none } }
</style>"""


LINES = {
    "<p><span class=blk>Week 1</span><span class=blk>25 mg</span><span class=blk>50</span></p>": "Week 1\\\n25 mg\\\n50",
    "<p><b class=blk>Week 3</b>2 tabs</p>": "**Week 3**\\\n2 tabs",
    "<p>Week 4<i><b style='display: block'>5</b></i>6 tabs</p>": "Week 4\\\n<strong><em>5</em></strong>\\\n6 tabs",
    "<p class=card>Day 5<span class=sum>25 mg</span></p>": "Day 5\\\n25 mg",
    "<p>Day 5<span class=sum>25 mg</span></p>": "Day 525 mg",
    "<p>Day 5 <span class='old now'>25 mg</span></p>": "Day 5\\\n25 mg",
    "<h2>Day 5<small style='display:block'>25 mg</small></h2><p>Eat.</p>": "## Day 5 25 mg\n\nEat.",
    "<p><span style='float:left'>Day 6</span><span style='float:right'>30 mg</span></p>": "Day 6 30 mg",
    "<p><span style='margin-right:2em'>Day 7</span><span>35</span></p>": "Day 7 35",
    "<p><span class=gap>Day 7</span>35</p>": "Day 7 35",
    "<p><span class=near>Day 7</span>35</p>": "Day 735",
    "<p>Wait <span class=gap>7</span>, then 9.</p>": "Wait 7, then 9.",
    "<div class=row><span>1 AM</span><span>2 PM</span></div>": "1 AM 2 PM",
    "<p><span style='float:left'>T</span>ake 5.</p>": "Take 5.",
    "<p><span style='display:inline-block;width:80px'>Tea</span><span style='display:inline-block; width: 5em'>5</span>6</p>": "Tea 5 6",
    "<p><span style='display:inline-block;width:9px'>1</span><span style='display:inline-block'>5</span>6</p>": "156",
    "<div class=d-flex><span>Mon</span><span>5</span></div>": "Mon 5",
    "<p><span class=d-block>Week 1</span><span class='x d-block'>5 mg</span></p>": "Week 1\\\n5 mg",
    "<p><span class='x me-2'>Week 2</span><span>5 mg</span></p>": "Week 2 5 mg",
    "<p><span class=float-start>Day 3</span><b class=time-2>5</b></p>": "Day 3 **5**",
    "<p>Take 1<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> pill.</p>": "Take 1 1/2 pill.",
    "<p>Take 1<span class=frac><span class=num>1</span><span class=den>2</span></span> pill.</p>": "Take 1 1/2 pill.",
    "<p>Take 1<span class=frac><sup>1</sup>/<sub>2</sub></span> pill.</p>": "Take 1<sup>1</sup>/<sub>2</sub> pill.",
    "<p>Take <span class=frac>1<sup>1</sup>&frasl;<sub>2</sub></span> pill.</p>": "Take 1<sup>1</sup>⁄<sub>2</sub> pill.",
    "<p><span class=a>$</span><span class=b>1</span><span class=c>.50</span><span class=d>, 2</span></p>": "$1.50, 2",
    "<p>10<sup style='margin-left:9px'>9</sup></p>": "10<sup>9</sup>",
    "<p><b class=pill>30 g</b><b class=pill>60 g</b></p>": "**30 g 60 g**",
    "<table><tr><th>Age<th>Dose<tr><td>2<td><span class=blk>5 mg</span><span class=blk>10 mg</span></table>":
        "| Age | Dose |\n|---|---|\n| 2 | 5 mg<br>10 mg |",
}  # fmt: skip


@pytest.mark.parametrize("body", LINES)
def test_what_stands_in_boxes_of_its_own_is_parted(body, tmp_path):
    assert page(tmp_path, SHEET + body)[0] == f"Start.\n\n{LINES[body]}"


JOINED = ["<p><b>Day 2</b><span>10 mg</span></p>", "<p><em>Day</em>11</p>", "<p>Dose<sup>1</sup><sup>2</sup></p>", "<h2>Day <i>9</i><small>45</small></h2><p>Eat.</p>",
          "<table><tr><th>Age<th>Dose<tr><td>2<td><b>5</b><i>10</i></table>", "<p><span class=pill>30 g</span><span class=pill>60 g</span></p>",
          "<p><span class=gap>5 mg</span>20</p>"]  # fmt: skip
APART = ["<p>10<sup>9</sup>/L</p>", "<p>1<!-- -->2 mg</p>", "<p>Take <b>5</b>mg</p>", "<p>每天<b>2</b>次</p>", "<p><b>Day 2:</b> <i>10</i></p>"]


@pytest.mark.parametrize("body", JOINED + APART)
def test_figures_that_touch_where_an_element_ends_are_listed(body, tmp_path):
    assert (PARTED in page(tmp_path, SHEET + body)[1]) == (body in JOINED)


UNSEEN = ["<p class=old>Start 50 mg</p>", "<p>Start <span class=old>50 mg</span></p>", "<p class=gone>50 mg</p>", "<p class=out>50 mg</p>", "<div class=old><p>50 mg</div>",
          "<p>A <i class=tip>drug<span class=say>not 5</span></i></p>"]  # fmt: skip
SEEN = ["<p class='old now'>50 mg</p>", "<p class=old style='display: block'>50 mg</p>", "<p class=new>50 mg</p>", "<p><i class=say>50 mg</i></p>"]


@pytest.mark.parametrize("body", UNSEEN + SEEN)
def test_what_the_sheet_hides_is_listed(body, tmp_path):
    draft, said = page(tmp_path, SHEET + body)
    assert (HIDDEN in said) == (body in UNSEEN) and "drugnot" not in draft


def test_what_a_sheet_hides_in_a_page_without_a_main_part_is_left_out(tmp_path):
    draft, said = imported(tmp_path, "page.html", f"{SHEET}<h1>Iron</h1><p>Take 5 mg.</p><p class=old>Take 9 mg.</p><p>It <i class=old>was 8</i> is 5.</p>")
    assert draft == "Take 5 mg.\n\nIt is 5." and "'Take 9 mg.' (hidden in the page)" in said and "'was 8' (hidden in the page)" in said


def test_what_a_sheet_strikes_is_struck(tmp_path):
    assert page(tmp_path, SHEET + "<p>Take <i class=strike>5</i> 6 <i class=removed>7</i>.</p>")[0].endswith("Take <del><em>5</em></del> 6 <em>7</em>.")


ADDED = {
    "<p class=red>Call 911.</p>": "RED ZONE: Call 911.",
    "<p>Prednisolone <b class=mg>15</b></p>": "Prednisolone **15 mg**",
    "<p>Take 1<b class=half>&nbsp;</b></p>": "Take 1 **½**",
    "<p class=named data-name=Dose>5</p>": "Dose: 5",
    "<table><tr><th>Age<th>Dose<tr><td>2<td class=mg>5</table>": "| Age | Dose |\n|---|---|\n| 2 | 5 mg |",
}


@pytest.mark.parametrize("body", ADDED)
def test_words_that_the_sheet_adds_are_kept_and_listed(body, tmp_path):
    draft, said = page(tmp_path, SHEET + body)
    assert draft == f"Start.\n\n{ADDED[body]}" and MADE in said


def test_signs_of_items_and_of_no_words_are_not_added(tmp_path):
    draft, said = page(tmp_path, SHEET + "<p class=dot>Take 5.</p><p class=clear>Rest.</p>")
    assert draft == "Start.\n\nTake 5.\n\nRest." and MADE not in said


def test_a_number_that_the_sheet_counts_in_signs_of_its_own_is_listed(tmp_path):
    sheet = SHEET.replace("counter(s)", "counter(s, thumbs)")
    assert "'Take 5.' (a number that only the page's style sheet counts" in page(tmp_path, sheet + "<p class=step>Take 5.</p>")[1]


def test_a_field_parts_figures_and_is_listed(tmp_path):
    draft, said = page(tmp_path, "<p>2<input>5</p>")
    assert draft.endswith("2 5") and "'2 5' (the page has a field to fill in here" in said


def test_words_that_a_sheet_adds_where_nobody_can_tell_are_listed(tmp_path):
    sheet = "<style>.n:made-up(.z):after, .n:hover:after { content: ' 9 mg' } li + li:before { content: '\\2022' } @media print { a:after { content: 'page 3' } }</style>"
    draft, said = imported(tmp_path, "page.html", f"{sheet}<main><h1>Iron</h1><p class=n>Take 5.</p></main>")
    assert draft == "Take 5." and said.count("adds somewhere") == 1 and "'9 mg' (words that the page's style sheet adds somewhere" in said


RUNS = "<p><span class=a>1</span><span class=b>0 mg</span><span class=a>.</span></p>"


@pytest.mark.parametrize("head, shown", [("<style>.a{color:#000} .b{font-weight:400}</style>", "10 mg."), ("", "1 0 mg."),
                                         ("<style>.a{color:#000}</style><link rel=stylesheet href=x.css>", "1 0 mg.")])  # fmt: skip
def test_a_page_with_all_its_looks_parts_no_words_but_by_them(head, shown, tmp_path):
    draft, said = imported(tmp_path, "page.html", f"{head}<main><h1>Iron</h1>{RUNS}</main>")
    assert draft == shown and PARTED in said


def test_struck_rows_of_a_table_are_struck(tmp_path):
    rows = "<tr class=strike><td>1<td>50<tr style='text-decoration:line-through'><td>2<td>25<tbody style='text-decoration: line-through'><tr><td>3<td>9"
    draft, _ = page(tmp_path, f"<table><tr><th>Day<th>mg{rows}</table>".replace("class=strike", "class=line-through"))
    assert draft.endswith("| Day | mg |\n|---|---|\n| ~~1~~ | ~~50~~ |\n| ~~2~~ | ~~25~~ |\n| ~~3~~ | ~~9~~ |")


def test_boxes_that_a_page_shows_the_other_way_round_are_listed(tmp_path):
    said = page(tmp_path, "<div style='display: flex; flex-direction: row-reverse'><p>1 AM</p><p>2 PM</p></div>")[1]
    assert "'1 AM' (the page shows these the other way round" in said


def test_words_of_pages_within_the_page_are_kept_or_listed(tmp_path):
    inner = "<x-a><template shadowrootmode=open><p>Take 5 mg.</p></template></x-a><iframe srcdoc='&lt;p&gt;Take 6 mg.&lt;/p&gt;'></iframe><canvas>Take 7</canvas>"
    draft, said = page(tmp_path, SHEET + inner)
    assert draft == "Start.\n\nTake 5 mg." and "'Take 6 mg.' (a page within the page)" in said and "'Take 7' (what is shown where a drawing" in said


def test_figures_that_touch_in_a_cell_are_listed_by_their_cell(tmp_path):
    said = page(tmp_path, "<table><tr><th>Age<th>mg<tr><td>2<td><s>15</s>10</table>")[1]
    assert f"'1510' {PARTED}" in said


def test_slides_that_a_program_shows_once_more_stand_once(tmp_path):
    draft, said = page(tmp_path, "<div class='slide slick-cloned'><p>Take 3</p></div><div class=slide><p>Take 3</p></div>")
    assert draft == "Start.\n\nTake 3" and "'Take 3' (said once more for another display)" in said


ROWS = {
    "<tr style='display:none'><td>3<td>9": "'9' (the page does not show this",
    "<tr class=old><td>3<td>9": "'9' (the page does not show this",
    "<tr><td>3<td class=gone>9": "'9' (the page does not show this",
    "<tr><td>3<td hidden>9": "'9' (the page does not show this",
    "<tr hidden><td>3<td>9": "'3 9' (hidden in the page)",
}


@pytest.mark.parametrize("row", ROWS)
def test_rows_and_cells_that_nobody_sees_are_listed(row, tmp_path):
    draft, said = page(tmp_path, SHEET + f"<table><tr><th>Day<th>mg<tr><td>2<td>5{row}</table>")
    assert "| 2 | 5 |" in draft and ("| 3 | 9 |" in draft) == ("does not show" in ROWS[row]) and ROWS[row] in said


def test_lined_up_text_that_is_struck_is_listed(tmp_path):
    assert "(lined-up text: its marks are gone" in page(tmp_path, "<pre style='text-decoration: line-through'>5 mg  6 mg</pre>")[1]


def test_hidden_answers_below_headings_with_buttons_stay(tmp_path):
    asked = "".join(f"<h3><button aria-expanded=false>{age}</button></h3><div hidden><p>{dose} mg</p></div>" for age, dose in (("Adults", 500), ("Kids", 9)))
    draft, said = page(tmp_path, f"<div>{asked}</div><p>All: 2 L</p>")
    assert draft.startswith("Start.\n\n## Adults\n\n500 mg\n\n## Kids\n\n9 mg") and "hidden in the page" not in said


def test_boxes_without_words_part_no_number(tmp_path):
    draft, said = page(tmp_path, "<p>Week 2: <span class=ff3>20</span><span class=_></span>.5 mg</p>")
    assert draft == "Start.\n\nWeek 2: 20.5 mg" and PARTED not in said


ORDER = "(the page shows these the other way round: check their order)"
MOVED = ["<div style='display:flex'><p style='order:2'>1 mg</p><p>2 mg</p></div>", "<div class=row><p class=order-2>1 mg</p><p class=order-md-1>2 mg</p></div>",
         "<div style='grid-template-areas:\"b\" \"a\"'><p style='grid-area:a'>1 mg</p><p style='grid-area:b'>2 mg</p></div>", "<style>.x .a{grid-row:2} .x .b{grid-row:1}</style><div class=x><p class=a>1 mg</p><p class=b>2 mg</p></div>"]  # fmt: skip
PLACED = ["<div style='display:flex'><p style='order:1'>1 mg</p><p style='order:2'>2 mg</p></div>", "<div style='grid-template-areas:\"a b\"'><p style='grid-area:a'>1 mg</p><p style='grid-area:b'>2 mg</p></div>"]


@pytest.mark.parametrize("body", MOVED + PLACED)
def test_what_the_page_shows_in_another_order_is_listed(body, tmp_path):
    assert (ORDER in page(tmp_path, body)[1]) == (body in MOVED)


KEPT_LINES = {
    "<p style='white-space:pre-line'>\nTake 5 mg\nthen 6\n</p>": "Take 5 mg\\\nthen 6",
    "<style>.a .b{white-space:pre-wrap}</style><div class=a><p class=b>5 mg\n<b>6\nmg</b></p></div>": "5 mg\\\n**6**\\\n**mg**",
    "<p style='white-space:pre-line'>5 <span style='white-space:normal'>mg\nx</span></p>": "5 mg x",
    "<p style='white-space:nowrap'>5\nmg</p>": "5 mg",
    "<div style='white-space:pre'>Week 1   25 mg\nWeek 2   50 mg</div>": "```\nWeek 1   25 mg\nWeek 2   50 mg\n```",
    "<p class=whitespace-pre-line>5 mg\n6 mg</p>": "5 mg\\\n6 mg",
}


@pytest.mark.parametrize("body", KEPT_LINES)
def test_lines_that_a_style_keeps_are_lines(body, tmp_path):
    assert page(tmp_path, body)[0] == f"Start.\n\n{KEPT_LINES[body]}"
