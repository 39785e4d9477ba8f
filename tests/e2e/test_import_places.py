"""What may have changed or be lost is listed where it stands in the draft."""

import re

import pytest

from test_import_documents import write_docx
from test_import_typed import imported


@pytest.mark.parametrize("head", ["<tr><th>Age<th>Dose", ""])
@pytest.mark.parametrize("row", [0, 1, 2])
def test_a_row_is_listed_where_it_stands_in_the_draft(head, row, tmp_path):
    rows = "".join(f"<tr><td>{i}<td{' style=background:yellow' * (i == row)}>{i + 5} mg" for i in range(3))
    _, said = imported(tmp_path, "page.html", f"<main><h1>Iron</h1><p>Start.</p><table>{head}{rows}</table></main>")
    (place,) = re.findall(r"words in a colour.*-> drafts/draft.md:(\d+)", said)
    assert (tmp_path / "drafts/draft.md").read_text().splitlines()[int(place) - 1] == f"| {row} | {row + 5} mg |"


LOST = {
    r"Take 5 mg\tab at night.": "words lined up with tabs",
    r"{\pntext 1.\tab}Take 5 mg\tab at night.": "words lined up with tabs",
    r"Till 10{\super 9} cells\tab of it.": "words lined up with tabs",
    r"{Take {\b 5 mg}\tab at night.}": "words lined up with tabs",
    r"From {\field{\*\fldinst DATE}{\fldrslt 3 May}} on.": "what a field says that is filled in",
    r"Five {\v six} seven.": "hidden words are missing",
    r"Take {\mmath 49} of it.": "formulas, charts, diagrams",
}


@pytest.mark.parametrize("words", LOST)
def test_what_an_rtf_file_loses_is_listed_where_it_was(words, tmp_path):
    body = rf"\pard\b Iron\b0\par\pard Start.\par {words}\par Rest.\par"
    _, said = imported(tmp_path, "page.rtf", r"{\rtf1\ansi" + body + "}")
    (place,) = re.findall(rf"\({LOST[words]}.*-> drafts/draft.md:(\d+)", said)
    lines = (tmp_path / "drafts/draft.md").read_text().splitlines()
    assert lines[int(place) - 2 : int(place) + 2 : 3] == ["", "Rest."] and lines[int(place) - 3] == "Start."


def test_a_loss_beside_raised_figures_is_listed_where_it_was(tmp_path):
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>9</w:t></w:r>'
    red = '<w:r><w:rPr><w:color w:val="C00000"/></w:rPr><w:t xml:space="preserve"> cells.</w:t></w:r>'
    write_docx(tmp_path / "page.docx", f"<w:p><w:r><w:t>Till 10</w:t></w:r>{raised}{red}</w:p><w:p><w:r><w:t>Rest.</w:t></w:r></w:p>")
    _, said = imported(tmp_path, "page.docx")
    (place,) = re.findall(r"\(words in a colour.*-> drafts/draft.md:(\d+)", said)
    assert (tmp_path / "drafts/draft.md").read_text().splitlines()[int(place) - 1] == "Till 10<sup>9</sup> cells."


def test_each_indented_paragraph_is_listed_where_it_is_a_quotation(tmp_path):
    indented = '<w:p><w:pPr><w:ind w:left="720"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    rest = "<w:p><w:r><w:t>Rest.</w:t></w:r></w:p>"
    write_docx(tmp_path / "page.docx", indented.format("With water.") + rest + indented.format("Not twice."))
    _, said = imported(tmp_path, "page.docx")
    lines = (tmp_path / "drafts/draft.md").read_text().splitlines()
    places = re.findall(r"'(.*)' \(indented paragraphs are quotations now.*-> drafts/draft.md:(\d+)", said)
    assert [(words, lines[int(place) - 1]) for words, place in places] == [("With water.", "> With water."), ("Not twice.", "> Not twice.")]


def test_a_text_box_of_an_rtf_file_is_listed_where_its_words_stand(tmp_path):
    box = r"{\shp{\*\shpinst{\shptxt No more.\par Than 6.\par}}}"
    _, said = imported(tmp_path, "page.rtf", r"{\rtf1\ansi\pard\b Iron\b0\par\pard Start.\par Five." + box + r" Six.\par Rest.\par}")
    (place,) = re.findall(r"'Five. Six.' \(the words of a text box stand below.*-> drafts/draft.md:(\d+)", said)
    lines = (tmp_path / "drafts/draft.md").read_text().splitlines()
    assert lines[int(place) - 1 : int(place) + 6 : 2] == ["Five. Six.", "No more.", "Than 6.", "Rest."]
