"""Bad input of every kind: a message with its place and what to do, the right status, no crash."""

import json

import pytest

import pdf
import program
from conftest import picture


def the(result, rule):
    """The gravest finding of a rule."""
    found = [f for f in result.findings if f["rule"] == rule]
    assert found, result.err
    return min(found, key=lambda f: f["severity"] != "error")


def place(finding):
    path = finding["path"].rsplit("/", 1)[-1] if finding["path"] else None
    return path, int(finding["line"] or 0), int(finding["col"] or 0)


# Body of the article, rule, line and column (front matter takes five lines).
MISTAKES = {
    "image without words": ("![](plain.png)", "image-alt", (6, 1)),
    "image that is not there": ("See ![A map](map.png).", "image-file", (6, 5)),
    "image outside of the content": ("![A map](../map.png)", "image-file", (6, 1)),
    "image by absolute path": ("![A map](/etc/hostname)", "image-file", (6, 1)),
    "image from the web": ("![A map](https://riverside-sleep.org/map.png)", "image-file", (6, 1)),
    "image that is no image": ("![A map](sample.md)", "image-file", (6, 1)),
    "image cut short": ("![A map](cut.png)", "image-file", (6, 1)),
    "letter of no font": ("A letter: \U0010fffd.", "glyph-missing", (6, 11)),
    "picture among the letters": ("A smile: \U0001f600.", "glyph-missing", (6, 10)),
    "mark without a letter": ("Khmer: \u1785\u17c4\u17c4.", "mark-alone", (6, 10)),
    "nothing to say": ("", "empty-article", None),
    "HTML that cannot be carried out": ("See <video>it</video>.", "raw-html", (6, 5)),
    "sign taken for markup": ("> 100 mg", "sign", (6, 1)),
    "syntax of another Markdown": ("## Head {#id}", "foreign-syntax", (6, 9)),
    "field not filled in": ("Call {{PHONE}}.", "unfilled", (6, 6)),
    "nested out of reach": (">" * 300 + " deep", "markdown-nesting", None),
    "lists in HTML nested out of reach": ("<ul><li>" * 20_000 + "deep" + "</li></ul>" * 20_000, "markdown-nesting", (6, 129)),
    "tags nested out of reach": ("Deep " + "<b><i>" * 20_000 + "down" + "</i></b>" * 20_000, "markdown-nesting", (6, 99)),
    "empty table in a quotation": ("<blockquote><table></table></blockquote>", "empty-article", None),
    "table left open in a quotation": ("<blockquote><table>", "raw-html", (6, 13)),
    "empty list left open in an item": ("<ul><li>Rest<ul>", "raw-html", (6, 13)),
    "word without an end": ("Rest. " + "w" * 20_000, "overflow", (6, 1)),
    "word without an end, of many pieces": ("Rest.\n\nRest\n" + "*ww*_W" * 300, "overflow", (9, 2)),
    "key in code without an end": ("Rest. `" + "w" * 20_000 + "`", "overflow", (6, 8)),
    "heading without an end": ("Rest.\n\n## " + "Sleep é " * 2_000, "overflow", (8, 1)),
    "link without an end": ("Ask [" + "them " * 2_000 + "](https://riverside-sleep.org).", "overflow", (6, 5)),
    "address without an end": ("Ask [them](https://riverside-sleep.org/" + "a" * 9_000 + ").", "overflow", (6, 5)),
    "picture told without an end": ("![" + "Á bed " * 2_000 + "](plain.png)", "overflow", (6, 1)),
    "short for words without an end": ('<abbr title="' + "Á test " * 2_000 + '">AT</abbr> is one.', "overflow", (6, 1)),
    "note without words": ("Rest[^1].\n\n[^1]:", "note", (8, 6)),
}


@pytest.mark.parametrize("body, rule, where", MISTAKES.values(), ids=MISTAKES)
def test_mistake_in_an_article(make, body, rule, where):
    files = {"plain.png": picture("PNG"), "cut.png": picture("PNG")[:60]}
    result = make(body, "--format", "standard,screen", files=files)
    assert result.status == 1
    finding = the(result, rule)
    assert finding["severity"] == "error"
    assert place(finding)[0] == "sample.md"
    if where:
        assert place(finding)[1:] == where
    assert result.pdfs == [] and result.shown == set()


@pytest.mark.parametrize("kind", [kind for kind in MISTAKES if "nested" in kind])
def test_what_is_nested_too_deep_is_told_once(make, kind):
    assert make(MISTAKES[kind][0], "--format", "standard").rules().count("markdown-nesting") == 1


def test_mark_without_a_letter_in_the_name_on_every_sheet(make):
    result = make("Words.", clinic="name: \u0619Clinic\n")
    assert result.status == 1
    places = [place(f) for f in result.findings if f["rule"] == "mark-alone"]
    assert ("clinic.yaml", 1, 7) in places and (None, 0, 0) not in places
    assert result.pdfs == []


@pytest.mark.parametrize("line", ["telephone: '{}'", "email: {}@riverside.org", "url: https://riverside.org/{}", "name: {}"])
def test_fact_of_the_clinic_without_an_end(make, line):
    line = line.format("5" * 20_000)
    result = make("Words.", clinic=line + "\n" if "name" in line else f"{line}\nname: Riverside\n")
    assert result.status == 1
    finding = the(result, "overflow")
    assert (finding["severity"], place(finding)) == ("error", ("clinic.yaml", 1, line.index(":") + 3))


TABLE = "| a long heading " * 8 + "|\n" + "|-" * 8 + "|\n" + "| some words " * 8 + "|"
WARNINGS = {
    "skipped heading": ("## Two\n\n#### Four\n\nWords.", "heading-level", (8, 1)),
    "second title": ("# One\n\nWords.", "heading-level", (6, 1)),
    "link without target": ("[words]()", "link-target", (6, 1)),
    "link without words": ("Words. [](https://riverside-sleep.org)", "link-target", (6, 8)),
    "words that are seen over a link alone": ('Ask [us](https://riverside-sleep.org "Bring a list.").', "link-target", (6, 5)),
    "words over a link in HTML": ('Ask <a href="https://riverside-sleep.org" title="Bring a list.">us</a>.', "link-target", (6, 5)),
    "script link": ("[words](javascript:alert)", "link-target", (6, 1)),
    "wide table": (TABLE, "table-width", (6, 1)),
}


@pytest.mark.parametrize("body, rule, where", WARNINGS.values(), ids=WARNINGS)
def test_weakness_in_an_article_is_a_warning(make, body, rule, where):
    result = make(body, "--format", "standard")
    assert result.status == 0, result.err
    finding = the(result, rule)
    assert finding["severity"] == "warning"
    assert place(finding) == ("sample.md", *where)
    assert result.pdfs


COMPLETE = """\
summary: S
version: "1"
reviewed: 2026-03-02
review_due: 2096-03-02
producer: P
approved_by: A
sources: S
"""


@pytest.mark.parametrize("body, rule, where", WARNINGS.values(), ids=WARNINGS)
def test_strict_makes_it_an_error(tmp_path, body, rule, where):
    """In an article and for a clinic that lack nothing, so that nothing else is to blame."""
    for text, arguments, status in (("Words.", ["--strict"], 0), (body, [], 0), (body, ["--strict"], 1)):
        source = program.article(text, front=COMPLETE + "kind: article\n")
        content = program.write_content(tmp_path / "content", {"sample": source})
        result = program.render(content, tmp_path / "out", "--format", "standard", *arguments)
        assert result.status == status, result.err
    assert set(result.rules()) == {rule}


BROKEN_TEXT = {
    "latin-1": (b"---\ntitle: T\n---\n\nCaf\xe9 au lait\n", (5, 4)),
    "overlong": (b"---\ntitle: T\n---\n\n\xc0\xaf\n", (5, 1)),
    "surrogate": (b"---\ntitle: T\n---\n\nab\xed\xa0\x80\n", (5, 3)),
    "cut off": (b"---\ntitle: T\n---\n\nab\xe2\x82", (5, 3)),
    "control character": (b"---\ntitle: T\n---\n\na\x07b\n", (5, 2)),
    "zero byte": (b"---\ntitle: T\n---\n\na\x00b\n", (5, 2)),
    "after wide letters": ("---\ntitle: T\n---\n\n你好".encode() + b"\xff\n", (5, 3)),
}


@pytest.mark.parametrize("data, where", BROKEN_TEXT.values(), ids=BROKEN_TEXT)
def test_broken_text_is_shown_where_it_breaks(tmp_path, data, where):
    content = program.write_content(tmp_path / "content", {"sample": data})
    result = program.render(content, tmp_path / "out")
    assert result.status == 1
    assert place(the(result, "encoding")) == ("sample.md", *where)


# File, its text, rule, place, and a word of the advice.
SETTINGS = {
    "unknown key": ("clinic.yaml", "name: N\ntelefone: +1\n", "yaml-key", (2, 1), "'telephone'"),
    "repeated key": ("clinic.yaml", "name: N\nname: M\n", "yaml-key", (2, 1), "'name'"),
    "unknown part of address": ("clinic.yaml", "name: N\naddress:\n  steet_address: x\n", "yaml-key", (3, 3), "'street_address'"),
    "not YAML": ("clinic.yaml", "name: [N\n", "yaml-syntax", None, ""),
    "a list": ("clinic.yaml", "- name\n", "yaml-syntax", (1, 1), ""),
    "no name": ("clinic.yaml", "email: a@riverside-sleep.org\n", "value", None, "'name'"),
    "paper": ("style.yaml", "paper: tabloid\n", "value", (1, 8), "a4"),
    "colour": ("style.yaml", "ink: red\n", "value", (1, 6), ""),
    "weak ink": ("style.yaml", "ink: '#777777'\n", "contrast", (1, 6), "7"),
    "screen": ("style.yaml", "screen:\n  width: -3\n", "value", (2, 10), ""),
    "absurd screen": ("style.yaml", "screen:\n  width: 99999999\n", "value", (2, 10), ""),
    "anchor": ("style.yaml", "ink: &a '#000000'\naccent: *a\n", "yaml-syntax", None, ""),
}


@pytest.mark.parametrize("name, text, rule, where, advice", SETTINGS.values(), ids=SETTINGS)
def test_mistake_in_the_settings(make, name, text, rule, where, advice):
    result = make("Words.", **{name.removesuffix(".yaml"): text})
    assert result.status == 1
    finding = the(result, rule)
    assert place(finding)[0] == name
    if where:
        assert place(finding)[1:] == where
    assert advice in finding["message"]
    assert result.pdfs == []


def test_missing_font_family_is_named(make):
    result = make("Words.", style="font: Nonesuch\n")
    assert result.status in (1, 3)
    assert "Nonesuch" in the(result, "font-config")["message"]


def test_unknown_language_is_labelled_in_english(make):
    result = make("Words.", "--format", "standard", lang="sv")
    assert result.status == 0
    assert "labels-missing" in result.rules("warning")


def test_every_mistake_is_reported_at_once(make):
    body = "![](none.png)\n\nA letter: \U0010fffd.\n\n[words]()"
    result = make(body, clinic="name: N\n", style="paper: a4\n")
    assert {"image-alt", "link-target", "contact-missing"} <= set(result.rules())
    assert result.findings == sorted(result.findings, key=lambda f: (f["path"] or "", int(f["line"] or 0), int(f["col"] or 0)))


def test_report_as_json(make):
    result = make("Words. [](https://riverside-sleep.org)", "--format", "standard,json")
    assert result.status == 0 and result.err == ""
    report = json.loads(result.out)
    (link,) = [f for f in report["findings"] if f["rule"] == "link-target" and f["col"] == 8]
    assert (link["severity"], link["line"]) == ("warning", 6)
    assert link["path"].endswith("sample.md") and link["message"]
    (made,) = report["files"]
    assert made["path"] == str(result.pdf("sample")) and made["pages"] == len(pdf.Document(result.pdf("sample")).pages)
    assert made["bytes"] == result.pdf("sample").stat().st_size


USAGE = [
    ["render", "--unknown"],
    ["render", "--format", "poster"],
    ["render", "--as", "gif"],
    ["render", "--format"],
    ["render", "--format", ""],
    ["render", "--out="],
    ["check", "--content="],
    ["frobnicate"],
    ["render", "stray"],
    [],
]


@pytest.mark.parametrize("arguments", USAGE, ids=" ".join)
def test_wrong_usage_is_status_2(arguments, tmp_path):
    result = program.run(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert "--help" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_help_fits_one_screen():
    for arguments in (["--help"], ["render", "--help"]):
        result = program.run(*arguments)
        assert result.returncode == 0
        lines = result.stdout.splitlines()
        assert 3 < len(lines) <= 40
        assert max(map(len, lines)) <= 80


def test_version():
    result = program.run("--version")
    assert result.returncode == 0 and result.stdout.startswith("handout ")


def test_place_that_cannot_be_written_is_status_3(tmp_path):
    content = program.write_content(tmp_path / "content", {"sample": program.article("Words.")})
    (tmp_path / "out").write_text("a file where the directory should be")
    result = program.render(content, tmp_path / "out")
    assert result.status == 3
    assert the(result, "file-write")["severity"] == "error"
    assert (tmp_path / "out").read_text() == "a file where the directory should be"


def test_content_that_is_not_there(tmp_path):
    result = program.render(tmp_path / "nowhere", tmp_path / "out")
    assert result.status in (1, 3)
    assert "nowhere" in result.err


def test_article_that_is_not_there(tmp_path):
    content = program.write_content(tmp_path / "content", {"sample": program.article("Words.")})
    result = program.render(content, tmp_path / "out", "--article", "sampel")
    assert result.status == 1
    assert "sampel" in the(result, "no-articles")["message"]


def test_font_set_that_is_not_there(tmp_path):
    content = program.write_content(tmp_path / "content", {"sample": program.article("Words.")})
    arguments = ("--content", content, "--out", tmp_path / "out", "--fonts", tmp_path / "none.conf")
    result = program.run("render", *arguments)
    assert result.returncode == 3
    assert "[font-config]" in result.stderr


def test_font_set_without_the_family_for_codes(tmp_path):
    """Codes would be set in whatever face the machine has."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig><dir>/usr/share/fonts/truetype/andika</dir></fontconfig>")
    content = program.write_content(tmp_path / "content", {"sample": program.article("Words.")})
    result = program.run("render", "--content", content, "--out", tmp_path / "out", "--fonts", fonts)
    assert result.returncode == 3
    assert "'Noto Sans Mono'" in result.stderr and "fonts-noto-mono" in result.stderr
