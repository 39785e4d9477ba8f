"""Numbers that a page's style sheet counts are the browser's; signs and lines that it draws are listed where they may say no."""

import pytest

from test_import_typed import page

MADE = "(words that only the page's style sheet adds: check them)"
STEPS = "<div class=s><p>25 mg</p><p class=h>30</p><p>50 mg</p></div><div class=s><p>1 mg</p></div>"
COUNTED = {
    ".s{counter-reset:w} .s p{counter-increment:w} p::before{content:'Week ' counter(w) ': '}": ["Week 1: 25 mg", "Week 2: 50 mg", "Week 1: 1 mg"],
    ".s{counter-reset:w 2} .s p{counter-increment:w 2} p::before{content:counter(w) '. Week '}": ["4. Week 25 mg", "6. Week 50 mg", "4. Week 1 mg"],
    "main{counter-reset:w} .s p{counter-increment:w} .s p::before{content:'W' counter(w) ' '}": ["W1 25 mg", "W2 50 mg", "W3 1 mg"],
    "main{counter-reset:w} .s p::before{counter-increment:w;content:'W' counter(w) ' '}": ["W1 25 mg", "W2 50 mg", "W3 1 mg"],
    ".s p::before{counter-increment:w;content:'W' counter(w) ' '}": ["W1 25 mg", "W1 50 mg", "W1 1 mg"],
    ".s p{counter-increment:w;counter-set:w 7} .s p::before{content:'W' counter(w,upper-roman) ' '}": ["WVII 25 mg", "WVII 50 mg", "WVII 1 mg"],
    "main{counter-reset:d} .s{counter-reset:w;counter-increment:d} .s p{counter-increment:w} .s p::before{content:counter(d,upper-alpha) counter(w,decimal-leading-zero) ' '}":
        ["A01 25 mg", "A02 50 mg", "B01 1 mg"],
    "main,.s{counter-reset:w 1} .s p{counter-increment:w} .s p::before{content:counters(w,'.') ' '}": ["1.2 25 mg", "1.3 50 mg", "1.2 1 mg"],
}  # fmt: skip


@pytest.mark.parametrize("sheet", COUNTED)
def test_a_sheet_counts_as_in_a_browser(sheet, tmp_path):
    draft, said = page(tmp_path, f"<style>.h{{display:none}} {sheet}</style>{STEPS}", "<!-- -->")
    assert [line for line in draft.replace("\\", "").split("\n") if "mg" in line] == COUNTED[sheet] and MADE in said


ITEMS = "<style>li{counter-increment:x} BEFORE</style><LIST><li>25 mg</li><li>50 mg</li></LIST>"


@pytest.mark.parametrize("tag, sheet, items", [("ol", "ol{counter-reset:x 2}", "3. 25 mg\n4. 50 mg"), ("ul", "ul{counter-reset:x}", "1. 25 mg\n2. 50 mg"), ("ol", "main{counter-reset:x}", "1. 25 mg\n2. 50 mg")])
def test_items_that_a_sheet_counts_have_its_numbers(tag, sheet, items, tmp_path):
    body = ITEMS.replace("BEFORE", sheet + " li::before{content:counter(x) '. '}").replace("LIST", tag)
    assert page(tmp_path, body)[0] == f"Start.\n\n{items}"


NO = "(a sign stands here that may say no: say it in words)"
LINE = "(a line that the page's looks draw may strike this: check whether it holds)"
DRAWN = {
    ".e::before{content:'\\f00d'}": NO,
    ".e{list-style-image:url(img/cross.svg)}": NO,
    ".e{background:url('icons/x.png?v=2') no-repeat}": NO,
    ".e::before{content:'';background-image:url(red-cross.svg)}": NO,
    ".e::after{content:'';-webkit-mask:url(no.svg)}": NO,
    ".e::before{content:url(close.svg)}": NO,
    ".e::before{content:'\\f00c'}": None,
    ".e::before{content:'';background:url(check.svg)}": None,
    ".e{background:url(extra.png)}": None,
    ".e::after{content:'';position:absolute;left:0;width:100%;top:50%;border-top:1px solid}": LINE,
    ".e::after{content:'';position:absolute;left:0;width:100%;bottom:0;border-top:1px solid}": None,
    ".e b{background:linear-gradient(transparent 45%, red 45%, red 55%, transparent 55%)}": LINE,
    ".e b{background:linear-gradient(transparent 50%, yellow 50%)}": None,
}  # fmt: skip


@pytest.mark.parametrize("sheet", DRAWN)
def test_what_is_drawn_and_may_say_no_is_listed(sheet, tmp_path):
    draft, said = page(tmp_path, f"<style>{sheet}</style><ul><li class=e>Take <b>5 mg</b></li><li>Eat</li></ul>")
    assert draft == "Start.\n\n- Take **5 mg**\n- Eat" and [why for why in (NO, LINE) if why in said] == ([DRAWN[sheet]] if DRAWN[sheet] else [])


ADDED = {".e::before{content:'\\f111' / 'Avoid '}": "Avoid **5** x", ".e::before{content:'✗ ' / 'Avoid '}": "✗ **5** x", "b::before{content:'-'}": "<strong>-5</strong> x", ".e::before{content:'- '}": "**5** x"}


@pytest.mark.parametrize("sheet", ADDED)
def test_a_sign_is_said_by_its_words_and_a_minus_stays(sheet, tmp_path):
    assert page(tmp_path, f"<style>{sheet}</style><p class=e><b>5</b> x</p>")[0] == f"Start.\n\n{ADDED[sheet]}"
