"""What a form of Word shows is in the draft: boxes, blanks to write on, fields, formulas, words off their line."""

import pytest

from test_import_documents import imported, run_of, write_docx


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
    p(r(t("On ")) + '<w:fldSimple w:instr="DATE">' + r(t("3 ")) + r(t("May")) + "</w:fldSimple>"): ("On 3 May", "(what a field says that Word fills in"),
    run_of(t("5 mg"), "<w:dstrike/>"): ("~~5 mg~~", ""),
    run_of(t("5 mg"), '<w:dstrike w:val="0"/>'): ("5 mg", ""),
    p(r(t("10")) + r(t("9"), '<w:position w:val="6"/>') + r(t("2"), '<w:position w:val="-6"/>')): ("10<sup>9</sup><sub>2</sub>", ""),
    p(r(t("10")) + r(t("9"), '<w:position w:val="2"/>')): ("109", "words raised or lowered by hand"),
    formula(f"<m:f><m:num>{m('70 kg')}</m:num><m:den>{m('2')}</m:den></m:f>" + m(" = 35 mg")): ("Give (70 kg)/2 = 35 mg.", "(a formula, in one line now"),
    formula(f"<m:sSup><m:e>{m('10')}</m:e><m:sup>{m('9')}</m:sup></m:sSup><m:d><m:e>{m('a+b')}</m:e></m:d>"): ("Give 10⁹(a+b).", "(a formula, in one line now"),
    formula(f"<m:rad><m:deg/><m:e>{m('2')}</m:e></m:rad>"): ("Give $\\\\sqrt{2}$.", "(a formula: check it)"),
}  # fmt: skip


@pytest.mark.parametrize("body", SHOWN)
def test_what_a_form_of_word_shows_is_in_the_draft(body, tmp_path):
    write_docx(tmp_path / "page.docx", body)
    draft, said = imported(tmp_path / "page.docx")
    kept, listed = SHOWN[body]
    assert draft == f"Take 5 mg.\n\n{kept}"
    assert listed in said if listed else "look at these 1\n" in said  # its title
    assert "left out: 0 lines" in said
