"""Labels and buttons that open parts of a page, although nothing names what they open: each is the heading of what it
opens, by their places."""

import pytest

from test_import_typed import page

OPENED = "## Adults\n\n500 mg\n\n## Kids\n\n15 mg"
FIELDS = ("<input type=radio id=a name=t checked>", "<input type=radio id=b name=t>")
LABELS = ("<label for=a>Adults</label>", "<label for=b>Kids</label>")
TWO = "<div class=t1><p>500 mg</p></div><div class=t2><p>15 mg</p></div>"
TABS = {
    "labels of choices": f"<div>{FIELDS[0]}{LABELS[0]}{FIELDS[1]}{LABELS[1]}{TWO}</div>",
    "labels behind all choices": f"<div>{''.join(FIELDS + LABELS)}<div>{TWO}</div></div>",
    "labels of choices in a menu": f"<div>{''.join(FIELDS)}<nav>{''.join(LABELS)}</nav>{TWO.replace('div', 'section')}</div>",
    "panels of no class": f"<div>{''.join(FIELDS)}<nav>{''.join(LABELS)}</nav><section><p>500 mg</p></section><section><p>15 mg</p></section></div>",
    "numbers alone": "<div><ul class=kt-tabs-title-list><li><a data-tab=1>Adults</a></li><li><a data-tab=2>Kids</a></li></ul><div>"
    "<div class='tab kt-tab-inner kt-inner-1'><p>500 mg</p></div><div class='tab kt-inner-2'><p>15 mg</p></div></div></div>",
    "buttons of a state": "<div><button>Adults</button><button>Kids</button><div x-show='t===1'>500 mg</div><div x-show='t===2'>15 mg</div></div>",
    "such buttons in a box": "<div><div><button>Adults</button><button>Kids</button></div><div v-if='a'>500 mg</div><div v-if='b'>15 mg</div></div>",
    "a button in a heading": "".join(f"<h3><button aria-expanded=false>{who}</button></h3><div hidden><p>{dose}</p></div>" for who, dose in (("Adults", "500 mg"), ("Kids", "15 mg"))),
    "a button in a paragraph": "".join(f"<p><button aria-expanded=false>{who}</button></p><div hidden><p>{dose}</p></div>" for who, dose in (("Adults", "500 mg"), ("Kids", "15 mg"))),
    "a button in a term": "<dl><dt>" + "<dt>".join(f"<button aria-expanded=false>{who}</button><dd hidden>{dose}" for who, dose in (("Adults", "500 mg"), ("Kids", "15 mg"))) + "</dl>",
}  # fmt: skip


@pytest.mark.parametrize("kind", TABS)
def test_what_opens_words_is_their_heading(kind, tmp_path):
    draft, _ = page(tmp_path, TABS[kind] + "<h2>All</h2><p>2 l</p>")
    assert draft == f"Start.\n\n{OPENED}\n\n## All\n\n2 l"


OTHERS = {
    "choices of a form": f"<form>{FIELDS[0]}{LABELS[0]}{FIELDS[1]}{LABELS[1]}{TWO}</form>",
    "more labels": f"<div>{FIELDS[0]}{LABELS[0]}{FIELDS[1]}{LABELS[1]}<label>All</label>{TWO}</div>",
    "buttons of nothing": f"<div><button>Adults</button><button>Kids</button>{TWO}</div>",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_labels_and_buttons_are_no_headings_of_it(kind, tmp_path):
    assert "## Adults\n\n500 mg" not in page(tmp_path, OTHERS[kind])[0]


def test_what_no_button_opens_stays_out(tmp_path):
    draft, said = page(tmp_path, "<p>Adults</p><div hidden><p>500 mg</p></div><p>2 l</p>")
    assert draft == "Start.\n\nAdults\n\n2 l" and "'500 mg' (hidden in the page)" in said


PANELS = "<div class=tabs><div role=tablist><button role=tab aria-controls=p>Adults</button><button role=tab aria-controls=q>Kids</button></div><div role=tabpanel id=p><p>5 mg</p></div><div role=tabpanel id=q><p>15 mg</p></div></div>"
QUESTIONS = [
    "<div><h3><button aria-expanded=false aria-controls=f>Food?</button></h3><div id=f hidden><p>Figs.</p></div></div>",
    "<div><h3 class=et_pb_toggle_title>Food?</h3><div class=et_pb_toggle_content><p>Figs.</p></div></div>",
    "<div class=card><div class=card-header><h3><a data-toggle=collapse aria-expanded=true href='#f'>Food?</a></h3></div><div id=f class=collapse><p>Figs.</p></div></div>",
    "<div class=accordion-item><h3><button data-bs-toggle=collapse data-bs-target='#f'>Food?</button></h3><div id=f class=collapse><p>Figs.</p></div></div>",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_tabs_behind_a_question_are_beside_it(question, tmp_path):
    draft, _ = page(tmp_path, f"<h2>More</h2><div class=accordion>{question}</div>{PANELS}")
    assert draft == "Start.\n\n## More\n\n### Food?\n\nFigs.\n\n### Adults\n\n5 mg\n\n### Kids\n\n15 mg"


BELOW = {
    f"<h2>More</h2><p>Ask.</p>{PANELS}": "## More\n\nAsk.\n\n### Adults\n\n5 mg\n\n### Kids\n\n15 mg",
    QUESTIONS[1].replace("<p>Figs.</p>", PANELS): "## Food?\n\n### Adults\n\n5 mg\n\n### Kids\n\n15 mg",
}


@pytest.mark.parametrize("body", BELOW)
def test_tabs_below_a_heading_or_in_an_answer_are_below_it(body, tmp_path):
    assert page(tmp_path, body)[0] == f"Start.\n\n{BELOW[body]}"


@pytest.mark.parametrize("name, shown", [("answer", True), ("faq-item-body", True), ("accordion__panel", True), ("card", False)])
def test_what_is_called_an_answer_stays_and_is_listed(name, shown, tmp_path):
    draft, said = page(tmp_path, f"<div class=question>Adults<div class='{name}' hidden><p>500 mg</p></div></div>")
    assert draft == "Start.\n\nAdults" + "\n\n500 mg" * shown and ("'500 mg' (the page does not show this" in said) == shown


@pytest.mark.parametrize("words, kept", [("<dl><dt>Adults</dt><dd>500 mg, see <a href='/a'>this</a></dd></dl>", True), ("<ul><li><a href='/a'>Adults</a></li><li><a href='/b'>Kids</a></li><li><a href='/c'>All</a></li></ul>", False)])
def test_an_answer_in_a_menu_of_links_is_none(words, kept, tmp_path):
    draft, said = page(tmp_path, f"<div class=w-dropdown><div class=w-dropdown-toggle aria-expanded=false>How much?</div><nav class=w-dropdown-list>{words}</nav></div>")
    assert ("500 mg" in draft) == kept and ("(part of a menu)" in said) != kept


def test_tabs_and_their_parts_are_no_labels_of_what_follows(tmp_path):
    tabs = "<div class=tabs><div role=tablist><button role=tab aria-controls=p>Adults</button></div><div role=tabpanel id=p><p>500 mg</p><p>twice</p></div></div>"
    assert page(tmp_path, tabs + "<ul><li>Rest.</li><li>Drink.</li></ul>")[0] == "Start.\n\n## Adults\n\n500 mg\n\ntwice\n\n- Rest.\n- Drink."
