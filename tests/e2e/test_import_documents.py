"""What pandoc loses of documents with numbers in them is kept, or said; archives that mean harm make no draft."""

import zipfile

import pytest

import program

SPACES = {
    **{name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "text", "table", "style")},
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
}
NUMBERED = """<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"
style:num-suffix="."/></text:list-style>"""


def write_odt(path, body, content=None):
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in SPACES.items())
    styles = f"<office:automatic-styles>{NUMBERED}</office:automatic-styles>"
    document = f"<office:document-content {spaces}>{styles}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>")
        archive.writestr("content.xml", content or document)
        archive.writestr("styles.xml", f"<office:document-styles {spaces}/>")


def imported(path):
    done = program.run("import", path, "--into", path.parent / "drafts", "--name", "draft")
    assert done.returncode == 0, done.stderr
    return (path.parent / "drafts/draft.md").read_text().split(" -->\n", 1)[1].strip(), done.stdout


FIELDS, COUNTS = "what fields say that are filled in", "where numbered lists begin and go on"
RTF = {
    r"At 10{\up6 9}, H{\dn4 2}O, x\dn2 5\dn0 6, \super 7\nosupersub 8.":
        ("At 10<sup>9</sup>, H<sub>2</sub>O, x<sub>5</sub>6, <sup>7</sup>8.", None),
    r"Take 5.\page 6 mg.\sect 7 mg.\column 8 mg.": ("Take 5.\n\n6 mg.\n\n7 mg.\n\n8 mg.", None),
    r"From {\field{\*\fldinst DATE}{\fldrslt 3 May}} on.": ("From on.", FIELDS),
    r"Five.{\shp{\*\shpinst{\shptxt No more than 6.}}}": ("Five.", "the words of text boxes are missing"),
    r"{\footer Page 1}Five.": ("Five.", "the feet of the pages are missing"),
    r"{\listtext 7.\tab}Seven.": ("Seven.", "lists have lost their numbers"),
    r"Five {\v six} seven.": ("Five seven.", "hidden words are missing"),
}  # fmt: skip
ODT = {
    '<text:list text:style-name="L"><text:list-item text:start-value="5"><text:p>five</text:p></text:list-item></text:list>': COUNTS,
    '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>six</text:p></text:list-item></text:list>': COUNTS,
    **{f"<text:p>Take <text:{name}>5</text:{name}> mg.</text:p>": FIELDS
       for name in ("date", "time", "variable-set", "expression", "user-field-get", "placeholder", "conditional-text")},
    "<text:p>Take <text:ruby><text:ruby-base>5</text:ruby-base><text:ruby-text>6</text:ruby-text></text:ruby></text:p>": "(ruby) are missing",
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
