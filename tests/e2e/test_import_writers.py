"""Titles, and the rows of tables, as word processors write them."""

import pytest

import test_import_documents as documents
from test_import_typed import page

CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"


def odt_row(*words):
    return "<table:table-row>" + "".join(CELL.format(word) for word in words) + "</table:table-row>"


def rtf_row(*words, looks=""):
    """As Word writes it, with what the row looks like once more at its end."""
    row = rf"\trowd{looks}\cellx900\cellx1800"
    return row + r"\pard\plain\intbl {" + r"\cell ".join(words) + rf"\cell }}\pard\intbl{{{row}\row }}"


def imported_rtf(tmp_path, text, styles=r"{\s1 heading 1;}{\s15\snext0 Title;}"):
    (tmp_path / "page.rtf").write_text(rf"{{\rtf1\ansi{{\fonttbl{{\f0 Arial;}}}}{{\stylesheet{styles}}}\pard\plain {text}}}")
    return documents.imported(tmp_path / "page.rtf")


TITLED = "For adults\n\n## Before\n\nTake 5 mg.\n\nRest 6 h."


def test_a_title_of_an_odt_file_is_the_title(tmp_path):
    body = '<text:p text:style-name="{}">Iron</text:p><text:p text:style-name="Subtitle">For adults</text:p><text:h text:outline-level="1">Before</text:h><text:p>Take 5 mg.</text:p><text:p>Rest 6 h.</text:p>'
    looks = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    for style in ("Title", "P1"):
        documents.write_odt(tmp_path / f"{style}.odt", body.format(style), looks=looks)
        (tmp_path / "drafts/draft.md").unlink(missing_ok=True)
        assert documents.imported(tmp_path / f"{style}.odt")[0] == TITLED
        assert '\ntitle: "Iron"\n' in (tmp_path / "drafts/draft.md").read_text()


def test_a_title_of_an_rtf_file_is_the_title(tmp_path):
    text = r"\s15 Iron\par\pard For adults\par\pard\s1\outlinelevel0 Before\par\pard Take 5 mg.\par\pard Rest 6 h.\par"
    assert imported_rtf(tmp_path, text)[0] == TITLED
    assert '\ntitle: "Iron"\n' in (tmp_path / "drafts/draft.md").read_text()


@pytest.mark.parametrize("style", [r"{\*\cs5\snext5\strike Old;}", r"{\*\cs16\super Anchor;}", r"{\*\ts11\tsrowd\b Table;}"])
def test_styles_of_characters_are_not_those_of_paragraphs(style, tmp_path):
    draft, said = imported_rtf(tmp_path, r"\s0 Take 5 mg.\par\pard\plain\s0 {\cs5\b Rest} 6 h.\par", rf"{{\s0\snext0 Normal;}}{style}{{\s1 heading 1;}}")
    assert draft == "Take 5 mg.\n\n**Rest** 6 h." and "missing" not in said


def test_rows_of_word_stay_one_table(tmp_path):
    rows = "".join(rtf_row(*words) for words in (("Day", "Dose"), ("1", "5 mg"), ("2", "6 mg")))
    draft, said = imported_rtf(tmp_path, rf"Start.\par {rows}\pard End.\par")
    assert draft.endswith("| Day | Dose |\n|---|---|\n| 1 | 5 mg |\n| 2 | 6 mg |\n\nEnd.") and "missing" not in said


STRUCK = "(struck words may be text now: find them and strike them)"
STYLE = '<style:style style:name="Old" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>'
USES = {"": False, '<text:p>Take <text:span text:style-name="Old">6</text:span></text:p>': True, '<text:p text:style-name="Old">Take 6</text:p>': True}


@pytest.mark.parametrize("use", USES)
def test_a_style_that_strikes_is_listed_where_it_is_used(use, tmp_path):
    documents.write_odt(tmp_path / "page.odt", f"<text:p>Start.</text:p>{use}", masters=f"<office:styles>{STYLE}</office:styles>")
    said = documents.imported(tmp_path / "page.odt")[1]
    assert (f"'Take 6' {STRUCK}" in said) == (STRUCK in said) == USES[use]


def test_a_style_of_word_that_strikes_is_listed_where_it_is_used(tmp_path):
    styles = f'<w:styles {documents.WORD}><w:style w:type="paragraph" w:styleId="Old"><w:name w:val="Old"/><w:rPr><w:strike/></w:rPr></w:style></w:styles>'
    body = '<w:p><w:pPr><w:pStyle w:val="Old"/></w:pPr><w:r><w:t>Take 6</w:t></w:r></w:p>'
    documents.write_docx(tmp_path / "page.docx", body, styles=styles)
    assert f"'Take 6' {STRUCK}" in documents.imported(tmp_path / "page.docx")[1]


NAMED = "| Day 1 | 5 mg |\n|---|---|\n| 6 | 7 |"
BARE = "(a table without a head: if its first row names its columns"


def test_rows_that_name_columns_do_so(tmp_path):
    draft, said = imported_rtf(tmp_path, r"Start.\par " + rtf_row("Day 1", "5 mg", looks=r"\trhdr") + rtf_row("6", "7") + r"\pard End.\par")
    assert draft.endswith(f"{NAMED}\n\nEnd.") and BARE not in said and "missing" not in said
    documents.write_odt(tmp_path / "page.odt", f"<table:table><table:table-header-rows>{odt_row('Day 1', '5 mg')}</table:table-header-rows>{odt_row('6', '7')}</table:table>")
    (tmp_path / "drafts/draft.md").unlink()
    draft, said = documents.imported(tmp_path / "page.odt")
    assert draft == NAMED and BARE not in said and "missing" not in said


def test_a_table_that_no_row_names_is_listed(tmp_path):
    documents.write_odt(tmp_path / "page.odt", f"<table:table>{odt_row('Day 1', '5 mg')}{odt_row('6', '7')}</table:table>")
    draft, said = documents.imported(tmp_path / "page.odt")
    assert draft == "|  |  |\n|---|---|\n| Day 1 | 5 mg |\n| 6 | 7 |" and BARE in said


@pytest.mark.parametrize("above, times", [("<p>Doses</p>", 1), ("<p>Doses</p><hr>", 2)])
def test_a_caption_that_stands_above_already_stands_once(above, times, tmp_path):
    draft, _ = page(tmp_path, f"{above}<table><caption>Doses</caption><tr><th>Day<th>mg<tr><td>2<td>5</table>")
    assert draft.count("Doses") == times


def test_a_list_of_an_rtf_file_stands_above_the_table_behind_it(tmp_path):
    items = r"\pard{\listtext 4.\tab}\ls1 Count 60\par{\listtext 5.\tab}\ls1 Under 50: call\par"
    row = r"\trowd\cellx2000\cellx4000\pard\intbl {}\cell\pard\intbl {}\cell\row "
    rows = row.replace("{}", "Level", 1).replace("{}", "Act") + row.replace("{}", "0.5", 1).replace("{}", "Wait")
    numbers = r"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat4{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid1}}{\*\listoverridetable{\listoverride\listid1\ls1}}"
    (tmp_path / "page.rtf").write_text(r"{\rtf1\ansi" + numbers + r"\pard\b Iron\b0\par\pard Start.\par " + items + "\n" + rows + r"\pard End 9.\par}")
    draft, said = documents.imported(tmp_path / "page.rtf")
    assert draft.endswith("Start.\n\n4. Count 60\n5. Under 50: call\n\n| Level | Act |\n|---|---|\n| 0.5 | Wait |\n\nEnd 9.") and "missing" not in said


LEVELS = '<text:list-style style:name="M"><text:list-level-style-number text:level="1" style:num-format="{}"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
ITEMS = '<text:list text:style-name="{}"><text:list-item><text:p>Rest</text:p><text:list><text:list-item><text:p>6 h</text:p></text:list-item></text:list></text:list-item><text:list-item text:start-value="4"><text:p>Call</text:p></text:list-item></text:list>'
SIGNS = {"1": "1. Rest<br>• 6 h<br>4. Call", "a": "a. Rest<br>• 6 h<br>d. Call", "i": "i. Rest<br>• 6 h<br>iv. Call", "": "• Rest<br>• 6 h<br>• Call"}


@pytest.mark.parametrize("form", SIGNS)
def test_lists_in_cells_of_an_odt_file_are_lines_with_their_signs(form, tmp_path):
    cell = "<table:table-cell>{}</table:table-cell>".format(ITEMS.format("M"))
    rows = f"{odt_row('Day', 'Do')}<table:table-row>{CELL.format('5')}{cell}</table:table-row>"
    documents.write_odt(tmp_path / "page.odt", f"<table:table>{rows}</table:table>", looks=LEVELS.format(form))
    draft, said = documents.imported(tmp_path / "page.odt")
    assert draft.endswith(f"| 5 | {SIGNS[form]} |") and "missing" not in said


@pytest.mark.parametrize("state, sign", [('<w:default w:val="1"/>', "☑"), ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"), ("<w:checked/>", "☑"), ("", "☐")])
def test_boxes_to_tick_of_word_are_signs(state, sign, tmp_path):
    box = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    documents.write_docx(tmp_path / "page.docx", f'<w:p><w:r><w:t xml:space="preserve">Bring </w:t></w:r>{box}<w:r><w:t xml:space="preserve"> card 5.</w:t></w:r></w:p>')
    assert documents.imported(tmp_path / "page.docx")[0].endswith(f"Bring {sign} card 5.")


FONT = '<style:style style:name="{}" style:family="text"><style:text-properties {}/></style:style>'
LOOKS = FONT.format("S", 'style:font-name="Symbol"') + FONT.format("W", 'fo:font-family="Wingdings"') + FONT.format("A", 'style:font-name="Arial"')
SPAN = '<text:span text:style-name="{}">{}</text:span>'
FACES = {
    f"Take 50 {SPAN.format('S', 'm')}g": "Take 50 μg",
    f"{SPAN.format('S', '£&amp;')} {SPAN.format('S', chr(0xF0B3))} 5": "≤& ≥ 5",
    f"No {SPAN.format('W', 'û')} 5 {SPAN.format('W', chr(0xF0FC))}": "No ✗ 5 ✓",
    f"{SPAN.format('S', 'm' + SPAN.format('A', 'm'))}g": "μmg",
    f"{SPAN.format('W', 'N')}5": "\ufffd5",
}  # fmt: skip


@pytest.mark.parametrize("words", FACES)
def test_fonts_of_signs_of_an_odt_file_are_read(words, tmp_path):
    documents.write_odt(tmp_path / "page.odt", f"<text:p>Start.</text:p><text:p>{words}</text:p>", looks=LOOKS)
    draft, said = documents.imported(tmp_path / "page.odt")
    assert draft == f"Start.\n\n{FACES[words]}" and "missing" not in said and ("\ufffd" in draft) == ("signs that could not be read" in said)


BULLET = '<text:list-style style:name="{}"><text:list-level-style-bullet text:level="1" text:bullet-char="{}">{}</text:list-level-style-bullet></text:list-style>'


@pytest.mark.parametrize("bullet, sign", [("✗", "✗ "), ("🚫", "✗ "), (chr(0xF0FB), "✗ "), ("•", ""), ("➢", "")])
def test_bullets_of_an_odt_file_that_say_something_are_words(bullet, sign, tmp_path):
    looks = BULLET.format("B", bullet, '<style:text-properties fo:font-family="Wingdings"/>' if bullet == chr(0xF0FB) else "")
    body = '<text:list text:style-name="B"><text:list-item><text:p>Take 5</text:p></text:list-item></text:list>'
    documents.write_odt(tmp_path / "page.odt", f"<text:p>Start.</text:p>{body}", looks=looks)
    assert documents.imported(tmp_path / "page.odt")[0] == f"Start.\n\n- {sign}Take 5"


NUMBERS = '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{}"/>{}</w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num>'


@pytest.mark.parametrize("bullet, sign", [("✗", "✗ "), ("🚫", "✗ "), (chr(0xF0FB), "✗ "), ("•", ""), ("o", "")])
def test_bullets_of_word_that_say_something_are_words(bullet, sign, tmp_path):
    font = '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>' if bullet == chr(0xF0FB) else ""
    body = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>Take 5</w:t></w:r></w:p>'
    documents.write_docx(tmp_path / "page.docx", body, numbering=f"<w:numbering {documents.WORD}>{NUMBERS.format(bullet, font)}</w:numbering>")
    draft, said = documents.imported(tmp_path / "page.docx")
    assert draft.endswith(f"- {sign}Take 5") and "missing" not in said


def test_letters_of_symbol_in_word_are_signs_and_nothing_is_missing(tmp_path):
    run = '<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>{}</w:t></w:r>'
    body = f'<w:p><w:r><w:t xml:space="preserve">Now 50 </w:t></w:r>{run.format("m")}<w:r><w:t xml:space="preserve">g, TSH </w:t></w:r>{run.format("£")}<w:r><w:t>4</w:t></w:r></w:p>'
    documents.write_docx(tmp_path / "page.docx", body)
    draft, said = documents.imported(tmp_path / "page.docx")
    assert draft.endswith("Now 50 μg, TSH ≤4") and "missing" not in said


def test_hidden_rows_of_an_odt_file_are_listed(tmp_path):
    hidden = odt_row("3", "99 mg").replace("<table:table-row>", '<table:table-row table:visibility="collapse">')
    documents.write_odt(tmp_path / "page.odt", f"<table:table>{odt_row('Day', 'Dose')}{hidden}{odt_row('6', '7 mg')}</table:table>")
    assert "'3' (hidden words may be text now" in documents.imported(tmp_path / "page.odt")[1]
