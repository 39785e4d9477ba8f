"""Letters of documents are read by the alphabets of their fonts; what cannot be read is listed."""

import pytest

import program
from test_import_documents import imported, write_docx, write_odt

FONTS = r"\deff0{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset161 B;}{\f2\fcharset204 C;}{\f3\fcharset128 D;}{\f4\fcharset255 E;}{\f5\fcharset1 F;}}"
UNREAD = "signs that could not be read"
LETTERS = {
    r"Take 5 {\f1 \'ec}g, \f2\'cd\'e5\plain  6 \'b5g.": ("Take 5 μg, Не 6 µg.", None),
    r"{\f3 \'8aK\'96\'f2} 5 mg.": ("階薬 5 mg.", None),
    r"Take \u8804\'a3{\uc0 5 \u956 g, \uc2\u956\'a6\'cc}g.": ("Take ≤5 μg, μg.", None),
    r"Take \u-10240?\u-9216?\u55348\'3f\u57096 ? 5.": ("Take 𐀀𝌈 5.", None),
    r"Take \u-10240?5, \u-9216?6, \u-10240?\u956?7, \u9999999?8.": ("Take �5, �6, �μ7, �8.", UNREAD),
    r"Take \u8804≤5 {\uc2\u956μμ}g.": ("Take ≤5 μg.", None),
    r"Take {\f4\'9b}5.": ("Take �5.", UNREAD),
    r"Take {\f4 5 \'c2\'b5g}.": ("Take 5 ��g.", UNREAD),  # bytes that mean something in UTF-8
}  # fmt: skip


@pytest.mark.parametrize("words", LETTERS)
def test_letters_of_an_rtf_file_are_those_of_its_fonts(words, tmp_path):
    (tmp_path / "page.rtf").write_text(r"{\rtf1\ansi\ansicpg1252" + FONTS + r"\pard\b Iron\b0\par\pard Start.\par " + words + r"\par}")
    draft, said = imported(tmp_path / "page.rtf")
    text, why = LETTERS[words]
    assert draft.endswith(text)
    assert why in said if why else UNREAD not in said


def test_letters_of_an_rtf_file_are_else_those_of_its_page(tmp_path):
    (tmp_path / "page.rtf").write_bytes(rb"{\rtf1\ansi\ansicpg1251\pard\b Iron\b0\par\pard Start.\par 5 \'ec\'ea\'e3, " + "Не 6.".encode("cp1251") + rb"\par}")
    draft, said = imported(tmp_path / "page.rtf")
    assert draft.endswith("5 мкг, Не 6.") and "code page" not in said


@pytest.mark.parametrize("header, words, doubt", [
    (r"\ansicpg1251{\fonttbl{\f0\fcharset0 A;}}\f0 ", r"\'e4\'e0", True), (r"\ansicpg1251", r"\u1076\'e4\u1072\'e0", False),
    (r"\ansicpg1252", r"caf\'e9", False),
])  # fmt: skip
def test_letters_of_a_font_of_another_page_than_the_file_are_doubted(header, words, doubt, tmp_path):
    (tmp_path / "page.rtf").write_text(rf"{{\rtf1\ansi{header} Iron\par Take {words}.\par}}")
    _, said = imported(tmp_path / "page.rtf")
    assert ("letters of another code page" in said) == doubt


SHADED = '<w:tbl><w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>Age</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:shd w:fill="FFFF00"/></w:tcPr><w:p><w:r><w:t>6 mg</w:t></w:r></w:p></w:tc></w:tr></w:tbl>'
STRUCK = '<style:style style:name="P1" style:family="paragraph"><style:text-properties style:text-line-through-style="solid"/></style:style>'


def test_losses_are_listed_where_they_are(tmp_path):
    odts = tmp_path / "odts"
    odts.mkdir()
    write_docx(tmp_path / "page.docx", SHADED)
    assert "'6 mg' (words in a colour" in imported(tmp_path / "page.docx")[1]
    write_odt(odts / "page.odt", '<text:p>Rest.</text:p><text:p text:style-name="P1">Take 7 mg.</text:p>', looks=STRUCK)
    assert "'Take 7 mg.' (struck words may be text now" in imported(odts / "page.odt")[1]


def odt_row(*cells):
    return "<table:table-row>" + "".join(
        f"<table:{name}table-cell {looks}><text:p>{words}</text:p></table:{name}table-cell>" for words, looks, name in cells
    ) + "</table:table-row>"


COVERED, DOWN, ACROSS = ("", "", "covered-"), 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
ODT_TABLE = (
    "<table:table-header-rows>" + odt_row(("Age", "", ""), ("Drug", "", ""), ("Dose", "", "")) + "</table:table-header-rows>"
    + odt_row(("2", DOWN, ""), ("Iron", "", ""), ("5 mg", "", "")) + odt_row(COVERED, ("Zinc", "", ""), ("6 mg", "", ""))
    + odt_row(("All", ACROSS, ""), COVERED, ("7 mg", "", "")) + odt_row(("9", 'table:number-columns-repeated="2"', ""), ("8 mg", "", ""))
)


@pytest.mark.parametrize("table", [ODT_TABLE, ODT_TABLE.replace(odt_row(COVERED)[17:-18], "")])
def test_cells_of_an_odt_table_stand_in_their_columns(table, tmp_path):
    """Also where a program leaves the covered ones out."""
    write_odt(tmp_path / "page.odt", f"<text:p>Take it.</text:p><table:table>{table}</table:table>")
    draft, said = imported(tmp_path / "page.odt")
    rows = ["| Age | Drug | Dose |", "|---|---|---|", "| 2 | Iron | 5 mg |", "| 2 | Zinc | 6 mg |", "| All | All | 7 mg |", "| 9 | 9 | 8 mg |"]
    assert draft.endswith("\n".join(rows))
    assert "'2' (joined cells: what they say stands in each place now" in said and "missing" not in said


@pytest.mark.parametrize("name, text, draft", [("page.txt", "Iron\n\nTake ½ in Łódź.\n", "Take ½ in Łódź."), ("page.md", "# Iron\n\nTake ½.\n", "Take ½."),
                                               ("page.html", "<meta charset=utf-16><title>Iron</title><p>Take ½.", "Take ½.")])  # fmt: skip
@pytest.mark.parametrize("code", ["utf-16", "utf-16-le", "utf-16-be"])
def test_text_of_16_bits_is_read(name, text, draft, code, tmp_path):
    (tmp_path / name).write_bytes(text.encode(code))
    assert imported(tmp_path / name)[0] == draft


def test_an_unknown_alphabet_is_not_guessed_and_what_to_do_is_said(tmp_path):
    (tmp_path / "page.txt").write_bytes("Café".encode("cp1252"))
    done = program.run("import", "page.txt", cwd=tmp_path)
    assert done.returncode == 1 and "save the file as UTF-8 (text of Windows in Western Europe: iconv -f WINDOWS-1252 -t UTF-8)" in done.stderr
