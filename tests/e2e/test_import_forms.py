"""What a form of a word processor shows is in the draft: boxes, blanks to write on, fields, formulas, words off their line."""

import zipfile

import pytest

from test_import_documents import imported, run_of, write_docx, write_odt


def p(inner):
    return f"<w:p>{inner}</w:p>"


def r(inner, looks=""):
    return f"<w:r><w:rPr>{looks}</w:rPr>{inner}</w:r>"


def t(words):
    return f'<w:t xml:space="preserve">{words}</w:t>'


def box(words):
    return f"<w:txbxContent>{words}</w:txbxContent>"


MIXED = '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
FORM = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOTH = box(p(r(t("Do not drive."))) + p(r(t("Bring 2 pills."))))
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def m(words):
    return f"<m:r><m:t>{words}</m:t></m:r>"


def formula(inner):
    return p(r(t("Give ")) + f"<m:oMath {MATH}>{inner}</m:oMath>" + r(t(".")))


LINE = r"\_" * 10
SHOWN = {
    p(r(t("Start.")) + r(MIXED.format(BOTH, BOTH))) + p(r(t("End."))): ("Start.\n\nDo not drive.\n\nBring 2 pills.\n\nEnd.", "'Start.' (the words of a text box stand below this"),
    p(r(t("Start.")) + r(box(p(r(t("One.")) + r(box(p(r(t("Two."))))))) + box(p(r(t("Three.")))))): ("Start.\n\nOne.\n\nTwo.\n\nThree.", "text box"),
    p(r(t("Sign: ")) + r("<w:tab/><w:tab/>", '<w:u w:val="single"/>')): (f"Sign: {LINE}", ""),
    p(r(t("Sign: ")) + r("<w:tab/>", '<w:u w:val="none"/>') + r(t("here"))): ("Sign: here", "lined up with tabs"),
    p(r(t("No")) + r(t(" "), '<w:u w:val="single"/>') + r(t("more"))): ("No more", ""),
    p(r(t("Dose: ")) + FORM.format("<w:textInput/>", r(t("\u2002\u2002"))) + r(t(" daily"))): (f"Dose: {LINE} daily", "(a field to fill in"),
    p(r(t("Dose: ")) + FORM.format("<w:textInput/>", r(t("5 mg")))): ("Dose: 5 mg", "(a field to fill in"),
    p(r(t("INR: ")) + FORM.format('<w:ddList><w:result w:val="1"/><w:listEntry w:val="2"/><w:listEntry w:val="2.5"/></w:ddList>', "")): ("INR: 2.5", "(a field to choose from"),
    p(r(t("Nurse: ")) + CONTROL.format("<w:showingPlcHdr/>", r(t("Click here ")) + r(t("to enter text.")))): (f"Nurse: {LINE}", "(a field to fill in"),
    p(CONTROL.format('<w:dropDownList><w:listItem w:value="5 mg"/></w:dropDownList>', r(t("7 mg")))): ("7 mg", "(a field to choose from"),
    p(r(t("On ")) + '<w:fldSimple w:instr="DATE">' + r(t("3 ")) + r(t("May")) + "</w:fldSimple>"): ("On 3 May", "(what a field says that is filled in"),
    p("<w:customXml>" + r(t("Not ")) + "</w:customXml><w:dir>" + r(t("5 ")) + "<w:bdo>" + r(t("mg")) + "</w:bdo></w:dir>"): ("Not 5 mg", ""),
    run_of(t("5 mg"), "<w:dstrike/>"): ("~~5 mg~~", ""),
    run_of(t("5 mg"), '<w:dstrike w:val="0"/>'): ("5 mg", ""),
    p(r(t("10")) + r(t("9"), '<w:position w:val="6"/>') + r(t("2"), '<w:position w:val="-6"/>')): ("10<sup>9</sup><sub>2</sub>", ""),
    p(r(t("10")) + r(t("9"), '<w:position w:val="2"/>')): ("109", "words raised or lowered by hand"),
    formula(f"<m:f><m:num>{m('70 kg')}</m:num><m:den>{m('2')}</m:den></m:f>" + m(" = 35 mg")): ("Give (70 kg)/2 = 35 mg.", "(a formula, in one line now"),
    formula(f"<m:sSup><m:e>{m('10')}</m:e><m:sup>{m('9')}</m:sup></m:sSup><m:d><m:e>{m('a+b')}</m:e></m:d>"): ("Give 10⁹(a+b).", "(a formula, in one line now"),
    p(r(t("Give ")) + f"<m:oMathPara {MATH}><m:oMath>{m('5 mg')}</m:oMath></m:oMathPara>"): ("Give 5 mg", "(a formula, in one line now"),
}  # fmt: skip


@pytest.mark.parametrize("body", SHOWN)
def test_what_a_form_of_word_shows_is_in_the_draft(body, tmp_path):
    write_docx(tmp_path / "page.docx", body)
    draft, said = imported(tmp_path / "page.docx")
    kept, listed = SHOWN[body]
    assert draft == f"Take 5 mg.\n\n{kept}"
    assert listed in said if listed else "look at these 1\n" in said  # its title
    assert "left out: 0 lines" in said


TOLD = r"{{\field{{\*\fldinst {}}}{{\fldrslt {}}}}}"
RTF = {
    "From " + TOLD.format("DATE", "3 May") + " on.": "From 3 May on.",
    "Take " + TOLD.format("{ FORMTEXT }", "{5 mg}") + ".": "Take 5 mg.",
    "Take " + TOLD.format("{ FORMTEXT }", r"{\u8194?\u8194?}") + " mg.": f"Take {LINE} mg.",
    "See " + TOLD.format('HYPERLINK "http://hill-sleep.org/a" ', r"{\f1 us}") + ".": "See [us](http://hill-sleep.org/a).",
    "See " + TOLD.format(r'{\f1 HYPERLINK "http://hill-sleep.org/a"}', "us") + ".": "See [us](http://hill-sleep.org/a).",
    "Up to " + TOLD.format(r'SYMBOL 163 \\f "Symbol"', r"\'a3") + "5 mg.": "Up to 5 mg.",
}  # fmt: skip


@pytest.mark.parametrize("words", RTF)
def test_what_fields_of_an_rtf_file_show_is_in_the_draft(words, tmp_path):
    (tmp_path / "page.rtf").write_text(r"{\rtf1\ansi\pard\b Iron\b0\par\pard Start.\par " + words + r"\par}")
    draft, said = imported(tmp_path / "page.rtf")
    assert draft == f"Start.\n\n{RTF[words]}"
    assert ("(what a field says that is filled in" in said) == ("HYPERLINK" not in words)


def frame(words):
    return f"<draw:frame><draw:text-box>{words}</draw:text-box></draw:frame>"


ODT = {
    "<text:p>Take <text:placeholder>5</text:placeholder> mg.</text:p>": ("Take 5 mg.", "what a field says"),
    "<text:p>On <text:date>3 <text:span>May</text:span></text:date>.</text:p>": ("On 3 May.", "what a field says"),
    f"<text:p>One.{frame('<text:p>Not 6 mg.</text:p><text:p>Two.</text:p>')}</text:p><text:p>Three.</text:p>": ("One.\n\nNot 6 mg.\n\nTwo.\n\nThree.", "the words of a text box"),
    f"<text:p>One.{frame('<text:p>Two.' + frame('<text:p>Three.</text:p>') + '</text:p>')}{frame('<text:p>Four.</text:p>')}</text:p>": ("One.\n\nTwo.\n\nThree.\n\nFour.", "the words of a text box"),
    f"{frame('<text:p>Not 6 mg.</text:p>')}<text:p>Two.</text:p>": ("Not 6 mg.\n\nTwo.", "the words of a text box"),
}  # fmt: skip


@pytest.mark.parametrize("body", ODT)
def test_what_boxes_and_fields_of_an_odt_file_show_is_in_the_draft(body, tmp_path):
    write_odt(tmp_path / "page.odt", f'<text:h text:outline-level="1">Iron</text:h><text:p>Start.</text:p>{body}')
    draft, said = imported(tmp_path / "page.odt")
    kept, listed = ODT[body]
    assert draft == f"Start.\n\n{kept}" and listed in said
    assert "left out: 0 lines" in said


def root(of, index=""):
    return formula(f"<m:rad><m:deg>{index}</m:deg><m:e>{of}</m:e></m:rad>")


@pytest.mark.parametrize(("body", "words"), [(root(m("2+7")), "√(2+7)"), (root(m("8"), m("3")), "√(8; 3)")])
def test_a_formula_that_is_no_line_of_words_becomes_one(body, words, tmp_path):
    write_docx(tmp_path / "page.docx", body)
    draft, said = imported(tmp_path / "page.docx")
    assert draft.endswith(f"\n\nGive {words}.") and "(a formula: check it)" in said


MATHML = '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mi>d</mi><mo>=</mo><mfrac><mn>5</mn><mn>2</mn></mfrac></mrow><annotation encoding="StarMath 5.0">d = 5 over 2</annotation></semantics></math>'


def test_a_formula_of_an_odt_file_is_words(tmp_path):
    drawn = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    write_odt(tmp_path / "page.odt", f"<text:p>Give {drawn} mg.</text:p>")
    with zipfile.ZipFile(tmp_path / "page.odt", "a") as archive:
        archive.writestr("Object 1/content.xml", MATHML)
    draft, said = imported(tmp_path / "page.odt")
    assert draft == "Give d= 5/2 mg." and "(a formula: check it)" in said and "of other programs are missing" not in said
