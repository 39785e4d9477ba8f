"""What a page's style sheets say holds as in a browser: within strings and blocks, of children alone, undone by what comes later."""

import pytest

from test_import_typed import imported, page

SOMEWHERE = "(words that the page's style sheet adds somewhere: look where, and add them)"
LOOKS = "(the page's style sheet may strike, raise or hide this, which could not be told: look)"
PAIRED = "(headings beside one another, above what stands beside one another"
HIDDEN = "(the page does not show this: check whether it belongs here)"


def styled(tmp_path, sheet, body, attributes=""):
    return page(tmp_path, f"<style{attributes}>{sheet}</style>{body}")


LINE = "<div class=box id=b lang=en><p class=x>Take <i class=n data-k='a b' title=Max>5</i></p><p class=y>6 <b>7</b></p></div>"
PLAIN = "Take <em>5</em>\n\n6 **7**"
STRUCK = "Take <del><em>5</em></del>\n\n6 **7**"
STRIKE = "{text-decoration:line-through}"
FITTING = [".x > .n", ".box .n", ".box > p > .n", ".box > .x i", "p:first-child > i", "[data-k~=b]", "[title^=Ma]", "[title$='ax']", "[title='max' i]", "i[title]",
           ".x:not(.y) i", ":is(.x,.z) .n", ":where(.x) .n", "*.n", ".box > * > .n", "#b i", "p:nth-child(odd) i", "p:nth-child(2n+1) i", ".box .n:last-child",
           ":root .n", ".n:not(:hover)", ".n:only-child", "i:first-of-type", "p:nth-last-child(2) i", "p:nth-last-of-type(2n) .n", ".box:has(b) i", "p:has(+ .y) i", "p:has(> i) .n",
           ".box:not(:has(u)) i", "i:only-of-type", ":lang(en) > i", ".x:has(:scope > i) i", "html:has(.y > b) .n", "p:not(:last-child) i"]  # fmt: skip
OTHER = [".box > .n", ".x + .n", ".x ~ .n", ".n:hover", ".y i", "p + p i", "[data-k=b]", "[data-k='b c']", "[title^=ax]", ".x:not(.x) i", ":is(.z,.y) .n", ".n:empty",
         ".N", "p:nth-child(2) i", "p:last-child i", ".n::first-letter", ".n:not(:is(i))", "html > .n",
         ".x:has(b) i", "p:has(+ .x) i", ".y:has(~ p) i", ".x:only-child i", "p:nth-last-child(1) i", ":lang(fr) i", "p:last-of-type i", ".n:has(*)"]  # fmt: skip


@pytest.mark.parametrize("selector", FITTING + OTHER)
def test_a_selector_means_what_it_says(selector, tmp_path):
    draft, said = styled(tmp_path, selector + STRIKE, LINE)
    assert draft == "Start.\n\n" + (STRUCK if selector in FITTING else PLAIN) and (LOOKS in said) == (":hover" in selector and selector in OTHER)


def test_a_sibling_is_what_a_sign_says(tmp_path):
    draft, _ = styled(tmp_path, ".x + .y b{text-decoration:line-through} .x ~ .y{vertical-align:baseline}", LINE)
    assert draft == "Start.\n\nTake <em>5</em>\n\n6 <del><strong>7</strong></del>"


def test_classes_of_any_signs_are_known(tmp_path):
    draft, _ = styled(tmp_path, r".md\:line { text-decoration: line-through } .w-1\/2 { text-decoration: none } .\32 x { font-style: italic }",
                      "<p><i class='md:line'>5</i> <i class='md:line w-1/2'>6</i></p>")  # fmt: skip
    assert draft == "Start.\n\n<del><em>5</em></del><em> 6</em>"


READ = ["@layer base{R}", "@layer{R}", "@media screen{R}", "@media all{R}", "@media (min-width:768px){R}", "@media only screen and (max-width: 90em){R}", "@supports (display:grid){R}",
        "@media print, screen{R}", "@layer a{@media (width >= 40rem){@supports (color:red){R}}}", "@container (min-width:9px){R}", "@container page (inline-size > 9px){R}", "@media (prefers-color-scheme:light){R}",
        "@import url(data:text/css,a;b); R", "@charset 'x'; @font-face{src:url(a.b)} @keyframes k{from{top:0}} R", ".z{color:red} } R", ".x{R}", ".x{&{R}}", ".x{color:red; & > .n{text-decoration:line-through} top:0}",
        "@media not print{R}", "@media (hover:hover){R}"]  # fmt: skip
PASSED = ["@media print{R}", "@container page (max-width:9px){R}", "@media speech{R}", "@media (max-width:600px){R}", "@supports not (display:grid){R}", "@supports (-ms-ime-align:auto){R}", "@keyframes k{R}", "/* } R */",
          ".q::before{content:'} R'}", "@media (min-width:3000px){R}", "@media (prefers-color-scheme:dark){R}", "@media not screen{R}", ".y{R}"]  # fmt: skip


@pytest.mark.parametrize("sheet", READ + PASSED)
def test_blocks_of_rules_are_read_where_they_are_for_the_reader(sheet, tmp_path):
    draft, _ = styled(tmp_path, sheet.replace("R", ".n" + STRIKE), LINE)
    assert draft == "Start.\n\n" + (STRUCK if sheet in READ else PLAIN)


@pytest.mark.parametrize("media, read", [("print", False), ("screen", True), ("all", True), ("(min-width: 600px)", True), ("speech", False)])
def test_a_sheet_for_other_displays_is_none(media, read, tmp_path):
    draft, said = styled(tmp_path, ".n{text-decoration:line-through} .y{display:none}", LINE, f" media='{media}'")
    assert draft.startswith("Start.\n\n" + (STRUCK if read else PLAIN)) and (HIDDEN in said) == read


UNDONE = [".n{S} .n{N}", ".n{S} .x .n{N}", ".x .n{N} .n{S}", "#b .n{N} .x .n{S}", ".n{N !important} .x .n{S}", ".n{S} .n{text-decoration:underline}", ".n{S} .n{text-decoration-line:none}",
          ".n{N} @layer a{.x .n{S}}", "@layer a,b; @layer b{.n{N}} @layer a{.x .n{S}}", ".n{S;N}", "@layer a{.n{N!important}} .n{S!important}"]  # fmt: skip
DONE = [".n{N} .n{S}", ".n{N} .x .n{S}", ".x .n{S} .n{N}", ".n{S !important} .x .n{N}", "@layer a{.x .n{N}} .n{S}", ".n{N;S}", ":where(#b) .n{N} .n{S}", ".n{S} :where(#b .x) i{N}"]


@pytest.mark.parametrize("sheet", UNDONE + DONE)
def test_the_last_word_of_a_sheet_holds(sheet, tmp_path):
    draft, _ = styled(tmp_path, sheet.replace("S", "text-decoration:line-through").replace("N", "text-decoration:none"), LINE)
    assert draft == "Start.\n\n" + (STRUCK if sheet in DONE else PLAIN)


def test_an_own_style_holds_against_all_that_is_not_important(tmp_path):
    draft, said = styled(tmp_path, ".a{display:none} .b{display:block!important} .c{text-decoration:none!important}",
                         "<p class=a style='display:block'>Take 5.</p><p class=b style='display: none'>Take 6.</p><p><i class=c style='text-decoration: line-through'>7</i></p>")  # fmt: skip
    assert draft == "Start.\n\nTake 5.\n\nTake 6.\n\n<em>7</em>" and HIDDEN not in said


ADDED = {
    '.d::before{content:"{"} .e::before{content:"Max "}': "Max 6",
    ".e::before{content:'Not } now '}": "Not } now 6",
    ".e::before{content:'a /* b */ '}": "a /\\* b \\*/ 6",
    ".e::before{content:'no; '}": "no; 6",
    ":is(.d,.e)::before{content:'Max '}": "Max 6",
    "@layer w{.e::before{content:'Max '}}": "Max 6",
    ".e::before{content:'Max '} main .e::before{content:none}": "6",
    ".box > .e::before{content:'Max '}": "6",
}


@pytest.mark.parametrize("sheet", ADDED)
def test_words_that_a_sheet_adds_are_whole(sheet, tmp_path):
    assert styled(tmp_path, sheet, "<div class=box><div><p class=e>6</p></div></div>")[0] == f"Start.\n\n{ADDED[sheet]}"


ELSEWHERE = [".e:hover::before,.e:focus::before,.e:active::before{W}", "@media (max-width:600px){.e::before{W}}", ".e:nth-child(1 of .e)::before{W}", "table::before{W}", "tr::after{W}"]


@pytest.mark.parametrize("sheet", ELSEWHERE)
def test_words_without_a_place_are_listed_once(sheet, tmp_path):
    draft, said = styled(tmp_path, sheet.replace("W", "content:'Never '"), "<p class=e>6 <i>7</i></p><table><tr><th>Age<th>mg</table>")
    assert "Never" not in draft and said.count(f"'Never' {SOMEWHERE}") == 1


@pytest.mark.parametrize("sheet", [".n:nth-child(1 of .n)", ".n:made-up(b)", "@media (grid:7){.n", "@scope (.x){.n"])
def test_looks_that_nobody_can_tell_are_listed(sheet, tmp_path):
    draft, said = styled(tmp_path, sheet + STRIKE + ("}" if "@" in sheet else ""), LINE)
    assert draft == f"Start.\n\n{PLAIN}" and f"'5' {LOOKS}" in said


RUNS = "<p><span class=a>1</span><span class=b>0 mg</span></p>"


@pytest.mark.parametrize("sheet, shown", [(".a{color:#000}", "10 mg"), (".a:has(b){display:block}", "10 mg"), (".a:made-up(b){display:block}", "1 0 mg"), (".z:made-up(b){display:block}", "10 mg"),
                                          (".a{display:var(--x)}", "1 0 mg"), ("@layer c{.a,.b{display:block}}", "1\\\n0 mg"), ("@media print{.a{display:block}}", "10 mg")])  # fmt: skip
def test_a_page_whose_looks_are_not_all_known_parts_words(sheet, shown, tmp_path):
    assert styled(tmp_path, sheet, RUNS)[0] == f"Start.\n\n{shown}"


BOLD = "<p><b>Adults</b></p><p><b>Kids</b></p><p>500 mg</p><p>15 mg</p>"
HEADS = "<h3>Adults</h3><h3>Kids</h3><p>500 mg</p><p>15 mg</p>"


@pytest.mark.parametrize("look, below", [("display:flex;flex-direction:column", True), ("display:flex;flex-flow:column wrap", True), ("display:grid", True), ("display:grid;gap:1em", True),
                                         ("display:grid;grid-template-columns:1fr 1fr", False)])  # fmt: skip
@pytest.mark.parametrize("parts", [BOLD, HEADS])
@pytest.mark.parametrize("place", ["<div style='LOOK'>PARTS</div>", "<style>.stack{LOOK}</style><div class=stack>PARTS</div>"])
def test_what_stands_below_one_another_stays(look, below, parts, place, tmp_path):
    draft, said = page(tmp_path, place.replace("LOOK", look).replace("PARTS", parts))
    assert (draft.index("Kids") < draft.index("500 mg")) == below and (PAIRED in said) != below


@pytest.mark.parametrize("of", ["style='display:flex;flex-direction:column'", "class='d-flex flex-column'", "style='display:grid'", "class='grid gap-4'"])
def test_words_below_one_another_are_lines(of, tmp_path):
    assert page(tmp_path, f"<div {of}><span>Week 1</span><span>25 mg</span></div>")[0] == "Start.\n\nWeek 1\\\n25 mg"


def test_what_stands_in_brackets_goes_on(tmp_path):
    assert page(tmp_path, "<p>Iron <small style='display:block'>(5 mg)</small></p>")[0] == "Start.\n\nIron (5 mg)"


@pytest.mark.parametrize("value, hides", [("none", False), ("screen", False), ("all", True), ("ALL", True)])
@pytest.mark.parametrize("words", ["<style>.c{mso-hide:VALUE}</style><p>Rest. <span class=c>Take 5.</span></p>", "<p>Rest. <span style='mso-hide: VALUE'>Take 5.</span></p>"])
def test_what_word_hides_is_listed(value, hides, words, tmp_path):
    assert (HIDDEN in page(tmp_path, words.replace("VALUE", value))[1]) == hides


@pytest.mark.parametrize("style, turned", [("animation: up 1s alternate-reverse", False), ("display:flex;flex-flow:row-reverse wrap", True)])
def test_only_boxes_are_the_other_way_round(style, turned, tmp_path):
    assert ("the other way round" in page(tmp_path, f"<div style='{style}'><p>1</p><p>2</p></div>")[1]) == turned


def test_a_long_address_in_a_style_hides_nothing(tmp_path):
    ground = "background:url(data:image/png;base64," + "A" * 9000 + ")"
    draft, _ = page(tmp_path, f"<p>Take <span style='{ground};text-decoration:line-through'>5 mg</span> 6 mg</p>")
    assert draft == "Start.\n\nTake ~~5 mg~~ 6 mg"


def test_margins_may_have_several_blanks(tmp_path):
    assert page(tmp_path, "<p><span style='margin:0  1em'>Week 1</span>25</p>")[0] == "Start.\n\nWeek 1 25"


def test_a_sign_of_items_may_hold_any_sign(tmp_path):
    assert page(tmp_path, "<ul style=\"list-style-type:'not; '\"><li>5 mg</ul>")[0] == "Start.\n\n- not; 5 mg"


def test_a_sheet_of_many_rules_is_read(tmp_path):
    rules = "".join(f".s{i} .w > p{STRIKE}" for i in range(2000))
    draft, _ = imported(tmp_path, "page.html", f"<style>{rules}</style><main><h1>Iron</h1><div class=s9><div class=w><p>Take 5</p></div><div><p>Take 6</p></div></div></main>")
    assert draft == "~~Take 5~~\n\nTake 6"


MISSING = "(a style sheet that is not beside the page"


@pytest.mark.parametrize("link, read", [("rel=stylesheet href=./page_files/s.css", True), ("rel=stylesheet href='page_files/s.css?ver=1' media=all", True),
                                        ("rel=stylesheet href=page_files/s.css media=print onload=\"this.media='all'\"", True), ("rel=stylesheet href=https://a.org/s.css", False),
                                        ("rel=stylesheet href=../s.css", False), ("rel=stylesheet href=page_files/gone.css", False)])  # fmt: skip
def test_a_sheet_beside_the_page_is_read(link, read, tmp_path):
    (tmp_path / "in/page_files").mkdir(parents=True)
    for path in ("in/page_files/s.css", "s.css"):
        (tmp_path / path).write_text(".n::before{content:'Do not '} .old{text-decoration:line-through}")
    draft, said = imported(tmp_path, "in/page.html", f"<head><link {link}></head><main><h1>Iron</h1><p>Take <b class=old>50</b> 25 mg.</p><p class=n>Chew.</p></main>")
    assert ("Do not Chew." in draft and "<del>" in draft) == read and (MISSING in said) != read


@pytest.mark.parametrize("link", ["rel=stylesheet href=page.css media=print", "rel='alternate stylesheet' href=page.css", "rel=icon href=a.png"])
def test_a_sheet_that_is_not_for_the_reader_is_not_missed(link, tmp_path):
    draft, said = imported(tmp_path, "page.html", f"<head><link {link}></head><noscript><style>p{{display:none}}</style></noscript><main><h1>Iron</h1><p>Rest.</p></main>")
    assert draft == "Rest." and MISSING not in said
