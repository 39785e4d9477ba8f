"""What cannot reach the reader with its meaning is an error that names its place and what to write."""

import pytest

import lobby_show
import program
from test_meaning import errors, slug

# Kind -> its article, and what is an error: rule, line and column (front matter takes five lines), and
# what the message says to write.
REFUSED = {
    "a quotation of a number": ("> 100.4 °F", "sign", (6, 1), r"write '\>'"),
    "two signs of lists": ("- - 2 kg", "sign", (6, 1), r"write '\-'"),
    "numbers that count otherwise": ("0. a\n1. b\n5. c", "sign", (8, 1), "printed as '2'"),
    "zeros before a number": ("00123. zeros", "sign", (6, 1), r"write '00123\.'"),
    "a heading of a number": ("Text.\n\n# 1 cause", "sign", (8, 1), r"write '\#1'"),
    "blanks that make code": ("    Indented by hand", "sign", (6, 5), "take them out"),
    "code that is never closed": ("Text.\n\n```\nTake **2**.\n\nStop.", "sign", (8, 1), r"write the same signs on a line"),
    "a line of waves": ("Text.\n\n~~~\n\nStop.", "sign", (8, 1), r"'\~' for the sign"),
    "code that an item ends": ("- a\n\n  ```\n  b\n\nStop.", "sign", (8, 3), r"write the same signs"),
    "words where code begins": ("Text.\n\n~~~ Take 2\n2*5\n~~~", "sign", (8, 1), "a line of their own"),
    "a definition in a list": ("- [Dose]: 5mg\n- b", "sign", (6, 3), r"write '\[Dose]:'"),
    "a definition in a task": ("- [ ] [Dose]: 5mg", "sign", (6, 7), r"write '\[Dose]:'"),
    "a definition in a quotation": ("> [Dose\n> now]: 5mg", "sign", (6, 3), r"write '\[Dose now]:'"),
    "a note in a task": ("Six.[^1]\n\n- [ ] [^1]: tel:988", "note", (8, 7), "on a line below the list"),
    "a form to ask for": ("Ask for form <A>, please.", "raw-html", (6, 14), "write its end tag"),
    "a heading by a line below": ("Take one a day.\n---\n\nStop.", "sign", (6, 1), "heading"),
    "a tag that nobody knows": ("See <video>it</video>.", "raw-html", (6, 5), "say the same in Markdown"),
    "words struck by a style": ('Take <span style="text-decoration: line-through">10 mg</span> 5 mg.', "raw-html", (6, 6), "say the same in Markdown"),
    "words that a style hides": ('<p style="color:red; DISPLAY:none">Old words.</p>', "raw-html", (6, 1), "say the same in Markdown"),
    "a language of a paragraph": ('<p lang="es">Hola.</p>', "raw-html", (6, 1), 'write <span lang="es">'),
    "a language of bold words": ('Say <b lang="pt-BR">bom dia</b>.', "raw-html", (6, 5), 'write <span lang="pt-BR">'),
    "words that are hidden": ("Text <b hidden>of old</b> here.", "raw-html", (6, 6), "say the same in Markdown"),
    "an item without its list": ("Text.\n\n<li>x <b>y</b></li>", "raw-html", (8, 1), "say the same in Markdown"),
    "words beside the items of a list": ("Text.\n\n<ul><br><span>x</span></ul>", "raw-html", (8, 5), "say the same in Markdown"),
    "a line within a table": ("Text.\n\n<table><hr><ul><li>x</li></ul></table>", "raw-html", (8, 8), "say the same in Markdown"),
    "code left open": ("Open <code>x **y** z\n\n<p><code>a\n\nb", "raw-html", (6, 6), "write its end tag"),
    "a tag left open": ("a <b> c", "raw-html", (6, 3), "write its end tag"),
    "a note without words": ("Six[^1] weeks.", "note", (6, 4), "[^1]"),
    "a note that is not used": ("Six.\n\n[^unused]: Never.", "note", (8, 1), "nothing refers"),
    "a note of an item that is not used": ("Six.\n\n- a\n- [^unused]: Never.", "note", (9, 1), "nothing refers"),
    "a range that goes on in the next line": ("Take 5\n- 10 mg", "sign", (7, 1), r"write '\-'"),
    "a minus at the start": ("At night\n\n- 5 °C", "sign", (8, 1), r"write '\-'"),
    "stars that touch a word": ("**Note:**text", "foreign-syntax", (6, 1), "a blank outside"),
    "stars around a blank": ("Take **2 tablets **daily", "foreign-syntax", (6, 6), "the blank within"),
    "stars in a table": ("| A | B |\n|--|--|\n| **No: **it | x |", "foreign-syntax", (8, 3), "blank"),
    "attributes": ("## See a doctor {#gp}", "foreign-syntax", (6, 17), "take them out"),
    "Hugo": ("{{< notice >}}", "foreign-syntax", (6, 1), "in Markdown"),
    "Jekyll": ('{% include warning.html text="No." %}', "foreign-syntax", (6, 1), "in Markdown"),
    "MkDocs": ('!!! note "Note"', "foreign-syntax", (6, 1), "[!NOTE]"),
    "Docusaurus": ("::: warning", "foreign-syntax", (6, 1), "[!NOTE]"),
    "a definition list": ("Fever\n: Above 38 °C", "foreign-syntax", (7, 1), "in bold"),
    "a formula": ("See $x^2$.", "foreign-syntax", (6, 5), "plain signs"),
    "a formula of its own": ("See $$y$$.", "foreign-syntax", (6, 5), "plain signs"),
    "a lowered number": ("H~2~O", "foreign-syntax", (6, 2), "<sub> for the first"),
    "a raised number": ("2^nd^ day", "foreign-syntax", (6, 2), "<sup> for the first"),
    "a quotation of a minus": ("> -20 °C", "sign", (6, 1), r"write '\>'"),
    "a quotation of a sum": ("> $50", "sign", (6, 1), r"write '\>'"),
    "a field beside a comment": ("Call [PHONE NUMBER] <!-- which? -->", "unfilled", (6, 6), "write what belongs there"),
    "a field behind a comment of two lines": ("<!-- a\nb --> Call {{PHONE}} <!-- c -->", "unfilled", (7, 12), "write what belongs there"),
    "marked text": ("Read ==this==.", "foreign-syntax", (6, 6), "'**'"),
    "marked text below a comment as code": ("```\n<!--\n```\n\nRead ==this==.", "foreign-syntax", (10, 6), "'**'"),
    "a link of a wiki": ("See [[Page]].", "foreign-syntax", (6, 5), "[words](address)"),
    "a new page of TeX": ("\\newpage", "foreign-syntax", (6, 1), "take it out"),
    "a table without dashes": ("|Age|Dose|\n|2|5 mL|", "foreign-syntax", (6, 1), "|---|---|"),
    "a table drawn with signs": ("+---+---+\n| a | b |\n+---+---+", "foreign-syntax", (6, 1), "|---|---|"),
    "a heading without a blank": ("##Parking", "foreign-syntax", (6, 1), "behind the '#'"),
    "a picture turned round": ("!(coil.jpg)[A coil]", "foreign-syntax", (6, 1), "![words](file)"),
    "a link with a blank": ("[Call us] (tel:+12127365000)", "foreign-syntax", (6, 9), "take the blank"),
    "a field in braces": ("Call {{PHONE}}.", "unfilled", (6, 6), "write what belongs there"),
    "a field of two words": ("Dear [Patient Name],", "unfilled", (6, 6), "write what belongs there"),
    "a field between low lines": ("Call __PHONE__ now.", "unfilled", (6, 6), "write what belongs there"),
    "a field of a server's page": ("Call <%= phone %>.", "unfilled", (6, 6), "write what belongs there"),
    "a list of TeX": ("\\begin{itemize}", "foreign-syntax", (6, 1), "in Markdown"),
    "front matter of another program": ("+++\nx = 1\n+++\n\nText.", "foreign-syntax", (6, 1), "at the head"),
    "a field in brackets": ("Take [MEDICATION].", "unfilled", (6, 6), "write what belongs there"),
    "a field of small letters": ("Call [phone].", "unfilled", (6, 6), "write what belongs there"),
    "a field of small letters at the end": ("Call on [Date]", "unfilled", (6, 9), "write what belongs there"),
    "a field in angles": ("Call <PHONE NUMBER>.", "unfilled", (6, 6), "write what belongs there"),
    "a field between per cents": ("Call %PHONE%.", "unfilled", (6, 6), "write what belongs there"),
    "a field of Ruby": ("Call #{phone}.", "unfilled", (6, 6), "write what belongs there"),
    "a field in one brace": ("Call {PHONE}.", "unfilled", (6, 6), "write what belongs there"),
    "a date to fill in": ("Come on XX/XX/XXXX.", "unfilled", (6, 9), "write what belongs there"),
    "a field to insert": ("Come on [insert date].", "unfilled", (6, 9), "write what belongs there"),
    "words of a program": ("Call <?php phone ?> now.", "raw-html", (6, 6), "say the same in Markdown"),
    "a formula of several lines": ("$$\nx\n$$", "foreign-syntax", (6, 1), "plain signs"),
    "a note that folds": ("???+ note", "foreign-syntax", (6, 1), "[!NOTE]"),
    "a comment of a notebook": ("Text %%not for patients%% here.", "foreign-syntax", (6, 6), "<!--"),
    "a reference of a paper": ("As shown [@smith2020].", "foreign-syntax", (6, 10), "[^1]"),
    "a picture of a wiki": ("See ![[scan.png]].", "foreign-syntax", (6, 5), "![words](file)"),
    "a heading of a number without a blank": ("###3 things", "foreign-syntax", (6, 1), "behind the '#'"),
    "rows without edges": ("Mon | Tue\nopen | closed", "foreign-syntax", (6, 1), "|---|---|"),
    "a note's name of two words": ("Six[^long name].\n\n[^long name]: tel:988", "note", (8, 1), "no blanks"),
    "a field of a shell": ("Call ${phone}.", "unfilled", (6, 6), "write what belongs there"),
    "a field after a dollar": ("Call $PHONE.", "unfilled", (6, 6), "write what belongs there"),
}


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """What `check` and `render` say of all of them at once."""
    base = tmp_path_factory.mktemp("refused")
    articles = {slug(kind): program.article(body, lang="en") for kind, (body, *_) in REFUSED.items()}
    content = program.write_content(base / "content", articles)
    rendered = program.render(content, base / "out", "--format", "standard,screen")
    checked = program.run("check", "--content", content, "--fonts", program.ROOT / "fonts/fonts.conf")
    return rendered, checked


@pytest.mark.parametrize("kind", REFUSED)
def test_an_error_names_the_place_and_what_to_write(refused, kind):
    _, rule, (line, col), advice = REFUSED[kind]
    mine = [f for f in refused[0].findings if (f["path"] or "").endswith(f"/{slug(kind)}.md") and f["severity"] == "error"]
    assert (rule, str(line), str(col)) in [(f["rule"], f["line"], f["col"]) for f in mine], mine
    assert any(advice in f["message"] for f in mine), mine


def test_one_fault_is_said_by_one_rule(refused):
    said = {(f["path"], f["line"], f["col"], f["rule"]) for f in refused[0].findings if f["col"]}
    places = [place[:3] for place in sorted(said)]
    assert places == sorted(set(places))


def test_check_and_render_agree_on_what_is_wrong(refused):
    rendered, checked = refused
    assert rendered.status == checked.returncode == 1
    assert rendered.pdfs == []
    assert {slide["id"].split("/")[0] for slide in lobby_show.manifest(rendered.directory / "lobby")["slides"]} == {"contact"}
    assert errors(rendered.err) == errors(checked.stdout + checked.stderr)


@pytest.mark.parametrize("front", ["summary: Drink H~2~O.", "key_points: [Drink H~2~O.]", "questions: [Is it H~2~O?]", "sources: [Of H~2~O today.]"])
def test_the_front_matter_is_no_place_for_another_markdown(tmp_path, front):
    """Of the signs that are shown as they are, one by one: in code, and behind a backslash."""
    plain = front.replace("H~2~O", "`H~2~O` H\\~2~O")
    articles = {"sample": program.article("Words.", front=front + "\n"), "plain": program.article("Words.", front=plain + "\n")}
    content = program.write_content(tmp_path / "content", articles)
    made = program.render(content, tmp_path / "out", "--format", "text")
    mine = [(f["path"].split("/")[-1], f["line"], f["rule"]) for f in made.findings if f["severity"] == "error"]
    assert mine == [("sample.md", "4", "foreign-syntax")], made.err
