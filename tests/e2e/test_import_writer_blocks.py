"""Sections, items without numbers and lines to write on in files of LibreOffice Writer."""

import pytest

from test_import_documents import imported, write_odt

BORDERED = '<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:border-bottom="{}"/></style:style>'


def draft_of(tmp_path, body, looks=""):
    write_odt(tmp_path / "page.odt", f'<text:h text:outline-level="1">Iron</text:h><text:p>Start.</text:p>{body}<text:p>End.</text:p>', looks=looks)
    return imported(tmp_path / "page.odt")


def test_what_stands_in_a_section_is_text(tmp_path):
    inner = '<text:section text:name="b"><text:p>Not 6 mg.</text:p></text:section>'
    draft, said = draft_of(tmp_path, f'<text:section text:name="a"><text:p>Take 5 mg.</text:p>{inner}</text:section>')
    assert draft == "Start.\n\nTake 5 mg.\n\nNot 6 mg.\n\nEnd." and "left out: 0" in said


def test_what_a_condition_may_hide_is_listed(tmp_path):
    draft, said = draft_of(tmp_path, '<text:section text:display="condition" text:condition="x"><text:p>Not 6 mg.</text:p></text:section>')
    assert "6 mg" not in draft and "'Not 6 mg.' (missing" in said


def test_a_paragraph_without_a_number_goes_on_with_its_item(tmp_path):
    items = [f"<text:{kind}><text:p>{words}</text:p></text:{kind}>" for kind, words in (("list-item", "Take 5 mg."), ("list-header", "Not with milk."), ("list-item", "Rest."))]
    draft, said = draft_of(tmp_path, f'<text:list text:style-name="L">{"".join(items)}</text:list>')
    assert "1. Take 5 mg.\n\n   Not with milk.\n2. Rest." in draft and "look at these" not in said


@pytest.mark.parametrize(("border", "drawn"), [("0.5pt solid #000000", True), ("none", False)])
def test_an_empty_paragraph_with_a_border_is_a_line_to_write_on(border, drawn, tmp_path):
    draft, said = draft_of(tmp_path, '<text:p text:style-name="B"/>', BORDERED.format(border))
    assert (r"\_" * 10 in draft) == drawn == ("(a line drawn across the page" in said)


def test_a_list_to_choose_from_is_listed(tmp_path):
    draft, said = draft_of(tmp_path, '<text:p>Dose <text:drop-down><text:label text:value="6 mg"/><text:label text:value="5 mg" text:current-selected="true"/>5 mg</text:drop-down></text:p>')
    assert "Dose 5 mg" in draft and "(a field to choose from" in said
