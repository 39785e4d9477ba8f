"""What readers saw in another way than its letters say: fonts of signs, and words that a page does not show."""

import pytest

import test_import_documents as documents
from test_import_typed import imported

SHOWN = "(letters in a font of signs: they are the signs now that it shows"
UNREAD = "(signs that could not be read: write them anew)"
FACES = {
    "<font face=Symbol>£</font>5 <font face='Symbol'>m</font>g": ("≤5 μg", SHOWN),
    "<span style='font-family: Symbol, serif'>&#179;</span>5": ("≥5", SHOWN),
    "<span style='font-family:Wingdings'>ü</span> 5": ("✓ 5", SHOWN),
    "<span style='font-family:Wingdings'>N</span> 5": ("\ufffd 5", UNREAD),
    "<font face=Symbol>£ <font face=Arial>£5</font></font>": ("≤ £5", SHOWN),
    "<font face='Segoe UI Symbol'>£</font>5": ("£5", None),
    "<p style='mso-list:l0 level1 lfo1'><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span> </span></span></span>5": ("- 5", None),
}


@pytest.mark.parametrize("words", FACES)
def test_letters_in_a_font_of_signs_are_what_it_shows(words, tmp_path):
    draft, said = imported(tmp_path, "page.html", f"<main><h1>Iron</h1><p>Start.</p><div>{words}</div></main>")
    shown, why = FACES[words]
    assert draft == f"Start.\n\n{shown}" and (why is None or f"{why}" in said)
    assert why or (SHOWN not in said and UNREAD not in said)


FONTS = r"{\fonttbl{\f0 Arial;}{\f1\fcharset2\fprq2{\*\panose 05050102010706020507}Symbol;}{\f2\fnil\fcharset2 Wingdings;}{\f3 Segoe UI Symbol;}}"


@pytest.mark.parametrize("words, shown", [(r"{\f1 \'a3}5 {\f1 m}g {\f2\'fc}", "≤5 μg ✓"), (r"{\f1\u-3933 ?}5", "≤5"), (r"\f2 \'4e\f0  5", "\ufffd 5"),
                                          (r"{\f3 m}5{\*\bkmkstart \f1 m}", "m5"), (r"\f1 m\plain m, twice a day.", "μm, twice a day.")])  # fmt: skip
def test_fonts_of_signs_of_an_rtf_file_are_read(words, shown, tmp_path):
    draft, said = imported(tmp_path, "page.rtf", rf"{{\rtf1\ansi\deff0{FONTS}\pard Iron\par Start.\par {words}\par}}")
    assert draft == f"Start.\n\n{shown}" and ("�" in shown) == (UNREAD in said) and "symbol" not in said


@pytest.mark.parametrize("run, shown", [('<w:sym w:font="Wingdings" w:char="F0FC"/>', "✓"), ('<w:sym w:font="Symbol" w:char="F0A3"/>', "≤"),
                                        ('<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t>ü\uf0fb</w:t>', "✓✗"),
                                        ('<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>N</w:t>', "\ufffd")])  # fmt: skip
def test_fonts_of_signs_of_a_docx_file_are_read(run, shown, tmp_path):
    documents.write_docx(tmp_path / "page.docx", f"<w:p><w:r><w:t>Take </w:t></w:r><w:r>{run}</w:r><w:r><w:t>5</w:t></w:r></w:p>")
    draft, said = documents.imported(tmp_path / "page.docx")
    assert draft.endswith(f"Take {shown}5") and "missing" not in said and ("�" in shown) == (UNREAD in said)


HIDDEN = "(the page does not show this: check whether it belongs here)"
UNSEEN = [
    "<p>Take 5 mg <span style='color:white'>and 99 mg</span>.</p>",
    "<p style='color: #FFFFFF'>Take 99 mg.</p>",
    "<p>Well <span class=w>9 mg</span> done.</p>",
    "<p style='color:#eee; background-color: #eee'>Take 9.</p>",
    "<p bgcolor=red><font color=red>9</font> mg <span style='background:#c00;color:#C00'>9</span></p>",
    "<p class=z>Take 9.</p>",
    "<p style='visibility:hidden'>Take 9.</p>",
    "<p style='text-indent:-9999px'>Take 9.</p>",
    "<p>Rest. <span class=o>Take 9.</span></p>",
    "<p>Rest. <span style='position:absolute;clip:rect(0, 0, 0, 0)'>9</span></p>",
    "<p>Rest. <span class=c>Take 9.</span></p>",
    "<div style='max-height:0;overflow:hidden'><p>Take 9.</p></div>",
    "<p>Rest. <span style='transform:scale(0)'>9</span></p>",
    "<p>Rest. <span style='position:absolute;left:-999em'>9</span></p>",
    "<table><tr><th>a<th>b<tr style='visibility:collapse'><td>9<td>6</table>",
]
SEEN = [
    "<div style='background:#003'><p>Dark <span style='color:#fff'>9</span></p></div>",
    "<p><span class=badge>New</span> 9 mg</p>",
    "<div><p style='color:#fff'>All 9</p><p style='color:white'>of it</p></div>",
    "<p style='font-size:0.9em'>Take <span style='font-size:0.75rem'>9</span>.</p>",
    "<h2 style='color:#fff'>At 9</h2>",
    "<p style='opacity:0.9'>Take 9.</p>",
    "<p class=o data-aos=fade-up>Take 9.</p>",
    "<p style='max-height:0'>Take 9.</p>",
    "<div style='overflow:hidden;height:100px'>Take 9.</div>",
]


@pytest.mark.parametrize("words", UNSEEN + SEEN)
def test_words_that_the_page_does_not_show_are_listed(words, tmp_path):
    sheet = "<style>.w { color: #FFF } .z { font-size: 0 } .o{opacity:0} p .c{clip-path:inset(50%);height:1px;overflow:hidden} .badge { color: #fff; background: #333 }</style>"
    draft, said = imported(tmp_path, "page.html", f"{sheet}<main><h1>Iron</h1><p>Start.</p>{words}<p>Eat well.</p></main>")
    assert "9" in draft and (HIDDEN in said) == (words in UNSEEN)
