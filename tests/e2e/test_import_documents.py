"""What pandoc loses of documents with numbers in them is kept, or said; archives that mean harm make no draft."""

import socket
import zipfile

import pytest

import program

SPACES = {
    **{name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "table", "style")},
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
}
NUMBERED = """<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
style:num-suffix="."/></text:list-style>"""


def write_odt(path, body, content=None, masters="", looks=""):
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in SPACES.items())
    styles = f"<office:automatic-styles>{NUMBERED}{looks}</office:automatic-styles>"
    document = f"<office:document-content {spaces}>{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>")
        archive.writestr("content.xml", content or document)
        archive.writestr("styles.xml", f"<office:document-styles {spaces}>{masters}</office:document-styles>")


CONTAINER = """<container xmlns='urn:oasis:names:tc:opendocument:xmlns:container' version='1.0'><rootfiles>
<rootfile full-path='OPS/book.opf' media-type='application/oebps-package+xml'/></rootfiles></container>"""
BOOK = """<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Iron</dc:title>
{meta}</metadata><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/><item id='p' href='pill.png' media-type='image/png'/></manifest>
<spine><itemref idref='a'/></spine></package>"""


def write_epub(path, body, meta="", looks="", **files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/book.opf", BOOK.replace("{meta}", meta))
        archive.writestr("OPS/a.xhtml", f"<html xmlns='http://www.w3.org/1999/xhtml'><head><style>{looks}</style></head><body><p>Take 5 mg.</p>{body}</body></html>")
        for name, held in files.items():
            archive.writestr(f"OPS/{name.replace('_', '.')}", held)


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
PICTURE = f"""<w:p><w:r><w:drawing><wp:inline xmlns:wp="{DRAWN}/wordprocessingDrawing"><a:graphic xmlns:a="{DRAWN}/main"><a:graphicData uri="{DRAWN}/picture">
<pic:pic xmlns:pic="{DRAWN}/picture"><pic:blipFill><a:blip r:embed="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def write_docx(path, body, target="media/pill.png", header="", **parts):
    spaces = f'{WORD} xmlns:r="{OFFICE}"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PARTS}"><Relationship Id="d" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/_rels/document.xml.rels",
                         f'<Relationships xmlns="{PARTS}"><Relationship Id="p" Type="{OFFICE}/image" Target="{target}"/></Relationships>')
        archive.writestr("word/document.xml", f"<w:document {spaces}><w:body><w:p><w:r><w:t>Take 5 mg.</w:t></w:r></w:p>{body}</w:body></w:document>")
        if header:
            archive.writestr("word/header1.xml", header)
        for name, held in parts.items():
            archive.writestr(f"word/{name.replace('_', '/')}.xml", held)


def imported(path):
    done = program.run("import", path, "--into", path.parent / "drafts", "--name", "draft")
    assert done.returncode == 0, done.stderr
    return (path.parent / "drafts/draft.md").read_text().split(" -->\n", 1)[1].strip(), done.stdout


FIELDS, COUNTS = "what a field says that is filled in", "where numbered lists begin and go on"
RTF = {
    r"At 10{\up6 9}, H{\dn4 2}O, x\dn2 5\dn0 6, \super 7\nosupersub 8.":
        ("At 10<sup>9</sup>, H<sub>2</sub>O, x<sub>5</sub>6, <sup>7</sup>8.", None),
    r"Take 5.\page 6 mg.\sect 7 mg.\column 8 mg.": ("Take 5.\n\n6 mg.\n\n7 mg.\n\n8 mg.", None),
    r"From {\field{\*\fldinst DATE}{\fldrslt 3 May}} on.": ("From 3 May on.", FIELDS),
    r"Five.{\shp{\*\shpinst{\shptxt No more than {\b 6}.\par Call.}}{\shprslt No more than 6.}} Six.": ("Five. Six.\n\nNo more than **6**.\n\nCall.", "the words of a text box stand below"),
    r"\trowd\cellx9\pard\intbl At{\shp{\*\shpinst{\shptxt No 6.}}} 8\cell\row\pard End.": ("At 8\n\nNo 6.\n\nEnd.", "the words of a text box stand below"),
    r"\trowd\cellx9\pard\intbl At\cell \itap2 15\nestcell 16\nestcell\itap1\cell\row\pard End.": ("At\n\n15\\\n16\n\nEnd.", None),
    r"Take 5\lbr0 0 mg.": ("Take 5\\\n0 mg.", None),
    r"Give {\mmath 49}.": ("Give .", "formulas, charts, diagrams"),
    r"Give {\upr{?}{\*\ud{\u1076?}}}.": ("Give .", "words of other scripts may be others now"),
    r"{\footer Page 1}Five.": ("Five.", "the feet of the pages are missing"),
    r"{\listtext 7.\tab}Seven.": ("7\\. Seven.", None),
    r"Five {\v six} seven.": ("Five seven.", "hidden words are missing"),
}  # fmt: skip
ODT = {
    '<text:list text:style-name="L"><text:list-item text:start-value="5"><text:p>five</text:p></text:list-item></text:list>': COUNTS,
    '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>six</text:p></text:list-item></text:list>': COUNTS,
    **{f"<text:p>Take <text:{name}>5</text:{name}> mg.</text:p>": FIELDS
       for name in ("date", "time", "variable-set", "expression", "user-field-get", "placeholder", "conditional-text")},
    "<text:p>Take <text:ruby><text:ruby-base>5</text:ruby-base><text:ruby-text>6</text:ruby-text></text:ruby></text:p>": "(ruby) are missing",
    '<table:table><table:table-row><table:table-cell table:number-columns-repeated="99"><text:p>5</text:p></table:table-cell></table:table-row></table:table>':
        "cells that are alike, side by side, stand once",
    '<text:p>Dose <draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>': "formulas, charts, diagrams and sheets",
    '<text:section text:display="none"><text:p>Take 5.</text:p></text:section>': "hidden words may be text now, or be gone",
}  # fmt: skip


@pytest.mark.parametrize("words", RTF)
def test_what_an_rtf_file_loses_is_said(words, tmp_path):
    (tmp_path / "page.rtf").write_text(r"{\rtf1\ansi\pard\b Iron\b0\par\pard Start.\par " + words + r"\par}")
    draft, said = imported(tmp_path / "page.rtf")
    text, why = RTF[words]
    if not why:
        assert draft.endswith(text)
    else:
        assert f"({why}" in said or f": {why}" in said


@pytest.mark.parametrize("body", ODT)
def test_what_an_odt_file_loses_is_said(body, tmp_path):
    write_odt(tmp_path / "page.odt", f'<text:h text:outline-level="1">Iron</text:h><text:p>Start.</text:p>{body}')
    _, said = imported(tmp_path / "page.odt")
    assert ODT[body] in said


LOOKS = {
    '<style:style style:name="P" style:family="paragraph"><style:text-properties {}/></style:style>': {
        'style:text-line-through-style="solid"': "struck words may be text now",
        'fo:font-weight="bold"': "paragraphs that are bold as a whole",
        'fo:color="#c9211e"': "words in a colour",
        'fo:background-color="#ffff00"': "words in a colour",
        'style:text-line-through-style="none" fo:font-weight="normal" fo:color="#333333"': None,
    },
    '<text:list-style style:name="N"><text:list-level-style-number text:level="2" {}/></text:list-style>': {
        'style:num-prefix="Step "': "numbers of lists that are more than a number",
        'text:display-levels="2"': "numbers of lists that are more than a number",
        'style:num-prefix="("': None,
    },
}  # fmt: skip


@pytest.mark.parametrize("style, looks", [(style, looks) for style in LOOKS for looks in LOOKS[style]])
def test_looks_with_meaning_that_an_odt_file_loses_are_said(style, looks, tmp_path):
    write_odt(tmp_path / "page.odt", '<text:p text:style-name="P">Take 5 mg.</text:p><text:p>Rest.</text:p>', looks=style.format(looks))
    _, said = imported(tmp_path / "page.odt")
    why = LOOKS[style][looks]
    assert f"({why}" in said if why else "look at these 1\n" in said  # its title


def test_words_struck_by_a_style_of_an_odt_file_are_said(tmp_path):
    struck = '<office:styles><style:style style:name="K" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style></office:styles>'
    write_odt(tmp_path / "page.odt", '<text:p>Take <text:span text:style-name="K">10 mg</text:span> 5 mg.</text:p>', masters=struck)
    assert "(struck words may be text now" in imported(tmp_path / "page.odt")[1]


def entities():
    nested = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol"><!ENTITY out SYSTEM "file:///etc/passwd">{nested}]><x>&e9;&out;</x>'


HARMFUL = {"entities": entities, "depth": lambda: "<x>" * 200_000}


@pytest.mark.parametrize("kind", HARMFUL)
def test_an_archive_that_means_harm_makes_no_draft(kind, tmp_path):
    write_odt(tmp_path / "page.odt", "", HARMFUL[kind]())
    done = program.run("import", tmp_path / "page.odt", "--into", tmp_path / "drafts", "--name", "draft")
    assert done.returncode == 3 and "page.odt' " in done.stderr
    assert not (tmp_path / "drafts/draft.md").exists()


BOOKS = {
    '<ol><li>one</li><li value="7">seven</li></ol>': ("1. one\n\n7) seven", ""),
    "<p hidden='hidden'>6 mg</p>": ("", "'6 mg' (hidden in the page)"),
    "<p style='color:red'>6 mg</p>": ("6 mg", "words in a colour"),
    "<figure><img src='pill.png' alt='A'/><figcaption>B</figcaption></figure>": ('![A](a.png "B")', ""),
    "<svg><image xlink:href='pill.png'/><style>.a{color:red}</style></svg>": ("", "a picture without words"),
    "<aside><p>Call us at 38 °C.</p></aside><footer>Not 6 mg.</footer>": ("Call us at 38 °C.\n\nNot 6 mg.", ""),
    "<table><tr><th>Age</th><th>Dose</th></tr><tr><th>6</th><td>2 mg</td></tr></table>": ("| Age | Dose |\n|---|---|\n| 6 | 2 mg |", ""),
    "<p class='c2'>6 mg</p><p>10<span class='c3'>9</span>, <span class='c1'>never</span></p>": ("~~6 mg~~\n\n10<sup>9</sup>, **never**", ""),
}  # fmt: skip
SHEET = ".c1{font-weight:bold} .c2 {text-decoration: line-through} .c3{vertical-align:super;font-size:.7em} .c4{color:#333}"


@pytest.mark.parametrize("inside", [True, False])
@pytest.mark.parametrize("body", BOOKS)
def test_a_book_is_read_as_the_pages_that_it_is_made_of(body, inside, tmp_path):
    linked = "<link rel='stylesheet' href='../OPS/a.css'/>" + body
    write_epub(tmp_path / "page.epub", body if inside else linked, looks=SHEET if inside else "", a_css=SHEET, pill_png=PILL.read_bytes())
    draft, said = imported(tmp_path / "page.epub")
    kept, listed = BOOKS[body]
    assert draft == f"Take 5 mg.\n\n{kept}".strip()
    assert listed in said if listed else "look at these" not in said
    assert MISSING not in said


CHAPTERS = """<item id='c' href='text/c.xhtml' media-type='application/xhtml+xml'/><item id='b' href='text/b.xhtml' media-type='application/xhtml+xml'/></manifest>
<spine><itemref idref='c'/><itemref idref='b' linear='no'/><itemref idref='c'/></spine>"""


def test_chapters_of_a_book_follow_its_spine_and_their_notes_come_along(tmp_path, monkeypatch):
    monkeypatch.setattr("test_import_documents.BOOK", BOOK.replace("</manifest>", "").split("<spine>")[0] + CHAPTERS + "</package>")
    first = "<html><body><h1>Iron</h1><p>Not 6 mg<a epub:type='noteref' href='../text/b.xhtml#n'>1</a>, see <a href='b.xhtml'>b</a>.</p></body></html>"
    notes = "<html><body><h2>More</h2><p>Rest.</p><aside epub:type='footnote' id='n' hidden='hidden'><p>Up to 7 mg.</p></aside></body></html>"
    write_epub(tmp_path / "page.epub", "", **{"text/b_xhtml": notes, "text/c_xhtml": first})
    draft, said = imported(tmp_path / "page.epub")
    assert draft == "Not 6 mg[^1], see b.\n\n## More\n\nRest.\n\n[^1]: Up to 7 mg."
    assert "'Take 5 mg.' (missing in what" in said


def test_the_date_of_a_book_is_no_line_of_the_draft(tmp_path):
    write_epub(tmp_path / "page.epub", "<p>Rest.</p>", meta="<dc:date>2025-03-04T00:00:00+00:00</dc:date>")
    draft, said = imported(tmp_path / "page.epub")
    assert "2025" not in draft and "'2025-03-04T00:00:00+00:00' (hidden in the page)" in said


PILL = program.ROOT / "tests/cases/import/pages/ward_files/coil photo.png"


def test_pictures_of_a_book_come_along_and_others_are_named(tmp_path):
    write_epub(tmp_path / "page.epub", "<img src='pill.png' alt='A pill'/><img src='http://hill-sleep.org/two.png' alt='Two pills'/>", pill_png=PILL.read_bytes())
    draft, said = imported(tmp_path / "page.epub")
    assert "![A pill](a-pill.png)" in draft and "Take 5 mg." in draft
    assert (tmp_path / "drafts/a-pill.png").read_bytes() == PILL.read_bytes()
    assert "'[Two pills] http://hill-sleep.org/two.png' (a picture: save it" in said


def test_no_document_reads_a_file_or_a_network(tmp_path):
    pill = tmp_path / "secret.png"
    pill.write_bytes(PILL.read_bytes())
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        there = f"http://127.0.0.1:{server.getsockname()[1]}"
        asks = [f"{there}/a.png", str(pill), f"file://{pill}", "../" * 20 + str(pill)[1:]]
        body = "".join(f"<img src='{ask}' alt='One'/>" for ask in asks)
        body += f"<audio src='{there}/b'>b</audio><object data='{there}/c'>c</object><p style='background:url({there}/d.png)'>Five</p>"
        (tmp_path / "in").mkdir()
        write_epub(tmp_path / "in/page.epub", body)
        draft, said = imported(tmp_path / "in/page.epub")
        with pytest.raises(TimeoutError):
            server.accept()
    assert "![" not in draft and "Five" in draft
    assert {path.name for path in (tmp_path / "in/drafts").iterdir()} == {"draft.md", "clinic.yaml"}
    assert said.count("'[One] ") == len(asks)


def test_pictures_that_a_docx_file_only_names_are_said_to_be_missing(tmp_path):
    write_docx(tmp_path / "page.docx", PICTURE, "../../../../../../etc/passwd")
    draft, said = imported(tmp_path / "page.docx")
    assert draft == "Take 5 mg." and "(pictures are missing that the document does not hold" in said


def run_of(inner, looks=""):
    return f"<w:p><w:r><w:rPr>{looks}</w:rPr>{inner}</w:r></w:p>"


FIVE = "<w:t>5 mg</w:t>"
TOUCHING = "words that a tab or the end of a line parted may touch now"
WORDS = {
    run_of("<w:t>1</w:t><w:cr/><w:t>0</w:t>"): TOUCHING,
    run_of('<w:t>Mon</w:t><w:ptab w:relativeTo="margin" w:alignment="right"/><w:t>5</w:t>'): TOUCHING,
    run_of(FIVE, '<w:color w:val="C00000"/>'): "words in a colour",
    run_of(FIVE, '<w:shd w:val="clear" w:color="auto" w:fill="FFC000"/>'): "words in a colour",
    run_of("<w:instrText> EQ \\f(1,2) </w:instrText>"): "fractions and signs that fields draw are missing",
    f'<w:moveTo w:id="1" w:author="a">{FIVE}</w:moveTo><w:p><w:moveFrom w:id="2" w:author="a"><w:r>{FIVE}</w:r></w:moveFrom></w:p>': "tracked changes: what was moved",
    f'<w:p><w:r>{FIVE}</w:r></w:p><w:p><w:pPr><w:ind w:left="720"/></w:pPr><w:r><w:t>Not at night.</w:t></w:r></w:p>': "indented paragraphs are quotations now",
    # What Pages says of every run.
    run_of(FIVE, '<w:strike w:val="0"/><w:dstrike w:val="0"/><w:vanish w:val="0"/><w:position w:val="0"/><w:color w:val="000000"/><w:shd w:val="nil" w:fill="auto"/>'): None,
    run_of("<w:instrText> DATE </w:instrText>"): None,
    # What Word says of the mark at a paragraph's end.
    f'<w:p><w:pPr><w:rPr><w:vanish/><w:color w:val="C00000"/><w:highlight w:val="yellow"/></w:rPr></w:pPr><w:r>{FIVE}</w:r></w:p>': None,
}  # fmt: skip


@pytest.mark.parametrize("body", WORDS)
def test_what_a_docx_file_loses_is_said(body, tmp_path):
    write_docx(tmp_path / "page.docx", body)
    _, said = imported(tmp_path / "page.docx")
    assert f"({WORDS[body]}" in said if WORDS[body] else "look at these 1\n" in said  # its title


@pytest.mark.parametrize("looks, doubt", [
    ('w:type="paragraph"><w:rPr><w:strike/></w:rPr>', "(struck words may be text now"),
    ('w:type="character"><w:rPr><w:vanish/></w:rPr>', "(hidden words are text now"),
    ('w:type="paragraph"><w:rPr><w:strike w:val="0"/><w:vanish w:val="0"/></w:rPr>', "look at these 1\n"),
])
def test_what_styles_of_a_docx_file_say_is_said(looks, doubt, tmp_path):
    write_docx(tmp_path / "page.docx", run_of(FIVE), styles=f"<w:styles {WORD}><w:style {looks}</w:style></w:styles>")
    assert doubt in imported(tmp_path / "page.docx")[1]


SCHEMES = {"Step %1:": True, "%1.%2": True, "%1.": False, "o": False}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_numbers_of_lists_with_words_are_said(scheme, tmp_path):
    kind = f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="{scheme}"/></w:lvl></w:abstractNum>'
    lists = f'<w:numbering {WORD}>{kind}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    item = f'<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r>{FIVE}</w:r></w:p>'
    write_docx(tmp_path / "page.docx", item, numbering=lists, charts_chart1="<x/>")
    _, said = imported(tmp_path / "page.docx")
    assert ("(numbers of lists that are more than a number" in said) == SCHEMES[scheme]
    assert "(formulas, charts, diagrams and sheets of other programs are missing" in said


MISSING = "(missing in what was made of the document: put it back)"
CELL = "<w:tc><w:p><w:r><w:t>6 mg</w:t></w:r></w:p></w:tc>"
# Documents whose numbers come along, or do not.
WHOLE = {
    "a paragraph": ("<w:p><w:r><w:t>At 1</w:t></w:r><w:r><w:t>0</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>5</w:t></w:r></w:p>", True),
    "a table": (f'<w:tbl><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid><w:tr>{CELL}</w:tr></w:tbl>', True),
    "a table without columns": (f"<w:tbl><w:tblGrid/><w:tr>{CELL}</w:tr></w:tbl>", False),
}


@pytest.mark.parametrize("kind", WHOLE)
def test_numbers_that_a_docx_file_loses_are_said(kind, tmp_path):
    body, whole = WHOLE[kind]
    write_docx(tmp_path / "page.docx", body)
    _, said = imported(tmp_path / "page.docx")
    assert (f"'6 mg' {MISSING}" in said) != whole and (MISSING in said) != whole


TABLE = "<table:table><table:table-row><table:table-cell>{}</table:table-cell></table:table-row></table:table>"


@pytest.mark.parametrize("inner, whole", [("<text:p>5</text:p>", True), (TABLE.format("<text:p>5</text:p>"), False)])
def test_numbers_that_an_odt_file_loses_are_said(inner, whole, tmp_path):
    write_odt(tmp_path / "page.odt", f"<text:p>Take <text:span>1</text:span><text:span>0</text:span> mg.</text:p>{TABLE.format(inner)}")
    assert (f"'5' {MISSING}" in imported(tmp_path / "page.odt")[1]) != whole


def test_words_that_an_odt_file_loses_are_listed(tmp_path):
    within = TABLE.format("<text:p>Do not take <text:span>it</text:span> twice.</text:p><text:p>Take it.</text:p>")
    write_odt(tmp_path / "page.odt", f"<text:p>Take it.</text:p>{TABLE.format(within)}")
    _, said = imported(tmp_path / "page.odt")
    assert f"'Do not take it twice.' {MISSING}" in said and said.count(MISSING) == 1


def test_signs_that_rtf_names_make_no_paragraph_missing(tmp_path):
    (tmp_path / "page.rtf").write_text(r"{\rtf1\ansi Iron\par Don\rquote t take \ldblquote 5\endash 10 mg\rdblquote\emdash no.\par}")
    draft, said = imported(tmp_path / "page.rtf")
    assert "Don’t take “5–10 mg”—no." in draft and MISSING not in said


NOTED = r"Take 5.{\super\chftn}{\*\footnote\chftn\~\plain {\b Not} 10\u8313?/L, \'bd tablet\par at 8\_9.}{\header Form 7}{\headery720 Eat.}"


def test_places_of_an_rtf_file_that_are_lost_are_listed(tmp_path):
    (tmp_path / "page.rtf").write_text(r"{\rtf1\ansi " + NOTED + r"\par}")
    draft, said = imported(tmp_path / "page.rtf")
    assert f"'Not 10⁹/L, ½ tablet at 8-9.' {MISSING}" in said and said.count(MISSING) == 1
    assert f"'Form 7' {BESIDE}" in said and said.count(BESIDE) == 1 and "Eat." in draft


@pytest.mark.parametrize("within", [r"{\*\footnote\chftn\plain\pard {\pard Well.\par}}", r"{\*\unknown{\pard Well.\par}}"])
def test_a_table_of_an_rtf_file_above_words_with_paragraphs_in_them_stays(within, tmp_path):
    cells = [("2", "5 mg"), ("3", r"2 \u215? 6 mg")]
    rows = "".join(rf"{{\trowd\cellx1\cellx2 \pard\intbl {{{a}\cell}}{{{b}\cell}}\intbl\row}}" for a, b in cells)
    (tmp_path / "page.rtf").write_text(
        r"{\rtf1\ansi{\fonttbl{\f0 Arial 9;}}{\info{\title 8}}{\pard 10{\super 8}\par}" + rows + rf"{{\pard Eat.{within}\par}}}}")
    draft, said = imported(tmp_path / "page.rtf")
    assert "| 2 | 5 mg |\n| 3 | 2 × 6 mg |\n\nEat." in draft and MISSING not in said


BESIDE = "(beside the text of the document: at the head or foot of its pages, or a comment)"


def test_what_stands_beside_the_text_is_listed_and_may_hold_facts(tmp_path):
    words = "<w:p><w:r><w:t>Phone: 503 234 5678</w:t></w:r></w:p><w:p><w:r><w:t>Version </w:t></w:r><w:r><w:t>7</w:t></w:r></w:p>"
    write_docx(tmp_path / "page.docx", "", header=f"<w:hdr {WORD}>{words}</w:hdr>")
    _, said = imported(tmp_path / "page.docx")
    assert f"'Version 7' {BESIDE}" in said and said.count(BESIDE) == 1
    assert 'telephone: "503 234 5678"' in (tmp_path / "drafts/clinic.yaml").read_text()
    masters = "<office:master-styles><style:header><text:p>Version <text:span>7</text:span></text:p></style:header></office:master-styles>"
    write_odt(tmp_path / "other.odt", "<text:p>Take 5 mg.</text:p>", masters=masters)
    done = program.run("import", tmp_path / "other.odt", "--into", tmp_path / "more", "--name", "draft")
    assert f"'Version 7' {BESIDE}" in done.stdout


NAMING = [
    "<text:p><draw:frame><draw:image xlink:href='{}'/></draw:frame></text:p>",
    "<text:section text:name='s'><text:section-source xlink:href='{}'/></text:section>",
    "<text:p><draw:frame><draw:object xlink:href='{}'/></draw:frame></text:p>",
]


@pytest.mark.parametrize("form", ["../{name}", "../../{name}", "{folder}/{name}", "file://{folder}/{name}", "Pictures/../../{name}"])
@pytest.mark.parametrize("name", ["pill.png", "note.txt"])
def test_files_that_an_odt_file_names_are_not_read(name, form, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "pill.png").write_bytes(PILL.read_bytes())
    (tmp_path / "note.txt").write_text("Not 4711 mg.")
    place = form.format(name=name, folder=tmp_path)
    write_odt(tmp_path / "sub/page.odt", "<text:p>Take 5 mg.</text:p>" + "".join(part.format(place) for part in NAMING))
    draft, said = imported(tmp_path / "sub/page.odt")
    assert "4711" not in draft + said and f" {place}' (a p" in said
    assert not list((tmp_path / "sub/drafts").glob("*.png"))


def test_an_odt_file_with_entities_is_damaged(tmp_path):
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/note.txt">]><office:document-content>&e;</office:document-content>'
    write_odt(tmp_path / "page.odt", "", content=entity)
    done = program.run("import", tmp_path / "page.odt", "--into", tmp_path / "drafts", "--name", "draft")
    assert done.returncode == 3 and DAMAGED in done.stderr


@pytest.mark.sample(1)
@pytest.mark.parametrize("kind", ["epub", "docx"])
def test_what_unpacks_to_more_than_any_document_is_refused(kind, tmp_path):
    path = tmp_path / f"page.{kind}"
    write = {"epub": lambda body: write_epub(path, body), "docx": lambda body: write_docx(path, body)}[kind]
    write(("<p>5 mg</p>" if kind == "epub" else "<w:p><w:r><w:t>5 mg</w:t></w:r></w:p>") * 4_000_000)
    assert path.stat().st_size < 1_000_000
    done = program.run("import", path, "--into", tmp_path / "drafts", "--name", "draft")
    assert done.returncode == 3 and "it needs more memory than any document" in done.stderr


DAMAGED = "it is damaged: open it in its own program, and save it anew"
BROKEN = {
    "empty.docx": (b"", "it is empty"),
    "words.docx": (b"Take 5 mg.", "it is not what the end of its name says"),
    "words.epub": (b"Take 5 mg.", "it is not what the end of its name says"),
    "archive.rtf": (b"PK\3\4 and more", "it is not what the end of its name says"),
    "older.docx": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "it is in an older format, or has a password"),
    "cut.odt": (b"PK\3\4 and nothing more", DAMAGED),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_such_document_is_said(name, tmp_path):
    held, why = BROKEN[name]
    (tmp_path / name).write_bytes(held)
    done = program.run("import", tmp_path / name, "--into", tmp_path / "drafts", "--name", "draft")
    assert done.returncode == 3 and f"{name}' cannot be read: {why}" in done.stderr


def test_a_docx_file_whose_words_break_off_is_damaged(tmp_path):
    write_docx(tmp_path / "page.docx", "<w:p>")
    done = program.run("import", tmp_path / "page.docx", "--into", tmp_path / "drafts", "--name", "draft")
    assert done.returncode == 3 and DAMAGED in done.stderr and "DocxError" not in done.stderr


PARAGRAPH = "<w:p><w:r>{}<w:t>{}</w:t></w:r></w:p>"


@pytest.mark.parametrize("look, listed", [("", True), ("<w:rPr><w:b/></w:rPr>", False)])
def test_a_paragraph_that_looks_like_a_heading_is_listed(look, listed, tmp_path):
    write_docx(tmp_path / "page.docx", PARAGRAPH.format(look, "By age") + PARAGRAPH.format("", "Give 10 mg, then rest."))
    draft, said = imported(tmp_path / "page.docx")
    assert "## By age\n" in draft and ("'By age' (a short line was taken for a heading" in said) == listed
