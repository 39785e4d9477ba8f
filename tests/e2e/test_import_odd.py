"""Documents with whatever is odd in their format become drafts that render without errors, and lists that say what was
odd."""

import re

import pytest
import yaml

import odd_documents
import program

SEEDS = range(60)


@pytest.mark.parametrize("kind", ["md", "txt", "html"])
def test_every_draft_renders_without_errors(kind, tmp_path):
    make = {"md": odd_documents.markdown, "txt": odd_documents.text, "html": odd_documents.page}[kind]
    content = program.write_content(tmp_path / "content", {})
    names = [f"page-{seed}.{kind}" for seed in SEEDS]
    for seed, name in zip(SEEDS, names):
        (tmp_path / name).write_text(make(seed), newline="")
    done = program.run("import", *names, "--into", content, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(list(content.glob("*.md"))) == len(names)
    result = program.render(content, tmp_path / "out", "--format", "text")
    assert result.status == 0, [line for line in result.err.splitlines() if " error: " in line]


def imported(tmp_path, text):
    (tmp_path / "page.md").write_text(f"# Rest\n\n{text}\n", newline="")
    content = program.write_content(tmp_path / "content", {})
    done = program.run("import", "page.md", "--into", content, "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    result = program.render(content, tmp_path / "out", "--format", "text")
    assert result.status == 0, result.err
    return (content / "draft.md").read_text().split(" -->\n", 1)[1].strip(), done.stdout


ITEMS = "items with signs that Markdown does not count: each is a line of its own now"
SIGN = "a sign that would be taken for something else here is a sign now"
TABLE = "columns of text were taken for a table"
ROWS = "| Age | Dose |\n|---|---|\n| 2-5 | 5 mg |\n| 6-11 | **10** mg |"
# What stands in the document, what in the draft, and why it is listed.
ODD = {
    "stars of two lists": ("* * 5 mg", "* \\* 5 mg", SIGN),
    "bullets of two lists and signs of all kinds": (
        '* + 5 [desk@hill-sleep.org][ref] "so" a b', '* \\- 5 \\[desk\\@hill\\-sleep\\.org\\]\\[ref\\] \\"so\\" a b', SIGN,
    ),
    "numbers within stars": ("Take *5* + *6* mg.", "Take \\*5* + \\*6* mg.", SIGN),
    "a plus for items": ("+ 5 mg\n+ water\n+ 6 mg", "- 5 mg\n- water\n- 6 mg", "items whose sign is a plus"),
    "a quoted item": ("> 9. a\n> 10. b", ">\n> 9. a\n> 10. b", "a quotation that begins with a number"),
    "a quoted amount": ("> 38 °C", "\\> 38 °C", SIGN),
    "code that nothing ends": ("Rest.\n\n```\n5 mg", "Rest.\n\n```\n5 mg\n```", "code that nothing ended"),
    "code in an item": ("- Rest:\n\n      5 mg  1\n      6 mg  2", "- Rest:\n\n  ~~~\n  5 mg  1\n  6 mg  2\n  ~~~", "text that is set in"),
    "a line below a quoted sentence": ("> Rest.\n> ---\n> Then eat.", "> Rest.\n> \n> Then eat.", "a line drawn with signs that made a heading"),
    "stars whose place is not in their line": (
        "1\n  &#8211; [sic] हर [sic] ` pill\n  #1 ` **^ &frac12; >38* &nbsp; **b c**",
        "1\n  &#8211; \\[sic\\] हर \\[sic\\] \\` pill\n  \\#1 \\` \\*\\*\\^ &frac12; \\>38\\* &nbsp; \\*\\*b c\\*\\*", SIGN,
    ),
    "bars in items": ("- 2-5 | 5 mg\n- 6-11 | 10 mg", "- 2-5 \\| 5 mg\n- 6-11 | 10 mg", "a table without its line of dashes"),
    "notes of MyST in a quotation": (
        "> :::{tip} Before\n> Rest.\n> :::\n> Eat.\n>\n> ````{warning}\n> Not 10 mg:\n> ```{note}\n> 9.\n> ```\n> ````\n\nThen.",
        "> > [!TIP]\n> > **Before**\\\n> > Rest.\n>\n> Eat.\n>\n> > [!WARNING]\n> > Not 10 mg:\n> > > [!NOTE]\n> > > 9.\n> >\n>\n\nThen.", None,
    ),
    "names of MyST for words": (
        "At 10{sup}`9`, H{sub}`2`O, {abbr}`CT (a scan)`, {term}`dose <d>`.",
        'At 10<sup>9</sup>, H<sub>2</sub>O, <abbr title="a scan">CT</abbr>, dose.', "words that another program has a name for",
    ),
    "names of reStructuredText": ("At 10:sup:`9` and a:b:`c`.", "At 10<sup>9</sup> and a:b:`c`.", None),
    "a table of reStructuredText": (
        "====  =====\nAge   Dose\n====  =====\n2     5 mg\n====  =====", "| Age | Dose |\n|---|---|\n| 2 | 5 mg |", TABLE,
    ),
    "a callout of Hugo": ('{{< callout type="warning" >}}\nNot 2.\n{{< /callout >}}', "> [!WARNING]\n> Not 2.", None),
    "a hint of GitBook": ('{% hint style="danger" %}\nNot 2.\n{% endhint %}', "> [!WARNING]\n> Not 2.", None),
    "a formula of MyST": ("At {math}`5 x`.", "At 5 x.", "a formula: check it"),
    "a place of MyST": ("(dose)=\n5 mg", "5 mg", None),
    "a place that is not there": ("See [below](#dose) or [*there*](#x).", "See below or *there*.", "a link to a place that is not there"),
    "a note that is not there": ("Rest[^1].", "Rest<sup>1</sup>.", "a reference to a note that is not there"),
    "one note of two": ("Rest[^1], eat[^2].\n\n[^1]: Well.", "Rest[^1], eat<sup>2</sup>.\n\n[^1]: Well.", "a reference to a note that is not there"),
    "a note that nothing refers to": ("Rest.\n\n[^2]: 5 mg", "Rest.\n\n\\[\\^2]: 5 mg", "a reference to a note that is not there, or a note that nothing refers to"),
    "a note in an item": ("Rest[^1].\n\n- [^1]: 5 mg", "Rest[^1].\n\n- [^1]: 5 mg", None),
    "a comment of Obsidian's": ("Rest.\n\n%%\nNot 11 mg.\n%%\n\nEat.", "Rest.\n\n\nEat.", None),
    "a comment of Obsidian's that nothing ends": ("Rest.\n\n%% Not\n11 mg.", "Rest.\n\n%% Not\n11 mg.", None),
    "a picture of Obsidian's": ("Look: ![[box.png|200]].", "Look: .", "what another file holds is gone"),
    "options of MyST": (":::{note}\n:width: 50%\n5 mg\n:::", "> [!NOTE]\n> 5 mg", None),
    "code of MyST": ("```{tab-set}\n5 mg\n```", "```{tab-set}\n5 mg\n```", "code that another program makes something of"),
    "a kind of note of another program": ("> [!danger]- Never\n> 2 at once.", "> [!WARNING]\n> **Never**\\\n> 2 at once.", None),
    "a kind of note that nobody has": ("> [!redflag]\n> At 39 °C.", "> [!NOTE]\n> At 39 °C.", "a kind of note that articles do not have"),
    "a fence of a kind that nobody has": ("::: dosing\n5 mg\n:::\nThen.", "> [!NOTE]\n> 5 mg\n\nThen.", "a kind of note that articles do not have"),
    "a fence with classes and a title": (
        '::: {.callout .danger title="Never"}\n2 at once.\n:::', "> [!WARNING]\n> **Never**\n>\n> 2 at once.", None,
    ),
    "a fence within another": (
        ":::: note\nRest.\n::: danger\nNot 2.\n:::\nEat.\n::::", "> [!NOTE]\n> Rest.\n>\n> > [!WARNING]\n> > Not 2.\n>\n> Eat.", None,
    ),
    "a note of Hugo": ("{{% notice warning %}}\nNot 2.\n{{% /notice %}}\nRest.", "> [!WARNING]\n> Not 2.\n\nRest.", None),
    "a note that nothing ends": ("::: warning\nNot 2.\n\nRest.", "> [!WARNING]\n> Not 2.\n>\n> Rest.\n>", "a note that nothing ends"),
    "columns of a page": ("::: columns\nRest.\n:::", "Rest.", None),
    "places in a table": (
        "## Dose\n\n| A | B |\n|---|---|\n| [x](#dose) | [y](#gone) |", "## Dose\n\n| A | B |\n|---|---|\n| [x](#dose) | y |",
        "a link to a place that is not there",
    ),
    "boxes in lines": ("☐ Wash\n☐ Eat", "☐ Wash\\\n☐ Eat", "a line that begins with a sign"),
    "a field within braces": ("{5 {{}} a=b} mg", "\\{<!-- -->5 \\{\\{\\}\\} a\\=b\\} mg", SIGN),
    "a picture in code": ("Type `a 💊 5` now.", "Type `a 5` now.", "a picture in colour among the words is gone"),
    "a simple table": ("  Age  Dose\n-----  ---------\n  2-5  5 mg\n 6-11  **10** mg", ROWS, TABLE),
    "a table without names": ("-----  ---------\n  2-5  5 mg\n 6-11  10 mg\n-----  ---------", "|  |  |\n|---|---|\n| 2-5 | 5 mg |\n| 6-11 | 10 mg |", TABLE),
    "a table with long cells": (
        "--------------------\n Age   Dose\n----- --------------\n2-5    5 mg\n\n6-11   **10**\n       mg\n--------------------", ROWS, TABLE,
    ),
    "a drawn table": (
        "+------+--------+\n| Age  | Dose   |\n+======+========+\n| 2-5  | 5 mg   |\n+------+--------+\n| 6-11 | **10** |\n|      | mg     |\n+------+--------+",
        ROWS, TABLE,
    ),
    "columns of another width": (" a   b\n--- ---\n5 mg 6", "~~~\n a   b\n--- ---\n5 mg 6\n~~~", "columns that cannot be read as a table"),
    "pictures in such columns": (" a   b\n--- ---\n5 mg💊6", "~~~\n a   b\n--- ---\n5 mg6\n~~~", "columns that cannot be read as a table"),
    "an item behind a sign and a tab": ("*\tone\n\n    b. 5 mg\n*\ttwo", "*\tone\n\n    b. 5 mg\n*\ttwo", None),
    "a number sign above a line": ("#1 at 8\n-\n\nEat.", "#1 at 8\n-\n\nEat.", None),
    "letters for numbers": ("a. 5 mg\nb. 6 mg\n   now", "a. 5 mg\\\nb. 6 mg\n   now", ITEMS),
    "letters in an item and a quotation": (
        "1. Do:\n   (a) 5 mg\n   (b) 6 mg\n\n> iv. 7\n> v. 8", "1. Do:\\\n   (a) 5 mg\\\n   (b) 6 mg\n\n> iv. 7\\\n> v. 8", ITEMS,
    ),
    "a letter alone": ("Take vitamin\nA. Eat", "Take vitamin\nA. Eat", None),
    "numbers that a program gives": (
        "#. 5 mg\n\n    #. 6 mg\n    #. 7 mg\n\n#. 8 mg", "1. 5 mg\n\n    1. 6 mg\n    2. 7 mg\n\n2. 8 mg",
        "an item that another program counts: check its number",
    ),
    "numbers through the text": (
        "As (@late) says:\n\n(@) 5 mg\n(@late) 6 mg\n\nNot (@other).",
        "As (2) says:\n\n(1) 5 mg\\\n(2) 6 mg\n\nNot (@other).", "an item that another program counts: check its number",
    ),
    "signs of Windows": ("It\u0092s 5\u0001mg\vdaily.", "It\u2019s 5 mg\ndaily.", "the file has control characters"),
}


@pytest.mark.parametrize("kind", ODD)
def test_what_is_odd_keeps_its_sense_and_is_listed(kind, tmp_path):
    text, draft, why = ODD[kind]
    body, said = imported(tmp_path, text)
    assert body == draft
    assert f"({why}" in said if why else "look at these" not in said


def test_comments_over_several_lines_and_options_are_left_out(tmp_path):
    _, said = imported(tmp_path, "Rest.\n\n%%\nNot 11 mg.\n%%\n\n:::{note}\n:alt: At 90°\nEat.\n:::")
    assert "'Not 11 mg.' (a comment of another Markdown)" in said
    assert "':alt: At 90°' (an option of another program)" in said


def test_a_note_of_mkdocs_ends_before_a_quotation(tmp_path):
    body, _ = imported(tmp_path, "!!! warning\n    Not 10 mg.\n\n> [!NOTE]\n> Take 5 mg.")
    assert body == "> [!WARNING]\n> Not 10 mg.\n>\n\n> [!NOTE]\n> Take 5 mg."


def test_lines_around_code_stay_when_all_signs_beside_them_are_words(tmp_path):
    text = "    5 mg\n*\t<x>(see) {x} \\ ***3x/day https://hill-sleep.org/a_b (see)*** q.i.d.</x>"
    body, _ = imported(tmp_path, text)
    assert body.splitlines()[:3] == ["~~~", "5 mg", "~~~"]


TITLES = {
    "---\ntitle: Sleep\n---\n# Sleep\n\nRest.": "Rest.",
    "---\ntitle: Sleep\n---\nRest.\n\n# Sleep\n\nMore.": "Rest.\n\n## Sleep\n\nMore.",
    "## Sleep\n\nRest.\n\n### Dose\n\n5 mg": "Rest.\n\n## Dose\n\n5 mg",
    "## Before\n\nRest.\n\n# Sleep\n\n5 mg": "## Before\n\nRest.\n\n\n5 mg",
}


def test_a_title_keeps_its_figures(tmp_path):
    (tmp_path / "page.md").write_text("# Iron 10<sup>9</sup> and <b>B<sub>12</sub></b>\n\nRest.\n")
    content = program.write_content(tmp_path / "content", {})
    assert program.run("import", "page.md", "--into", content, "--name", "draft", cwd=tmp_path).returncode == 0
    assert 'title: "Iron 10⁹ and B₁₂"' in (content / "draft.md").read_text()


@pytest.mark.parametrize("text", TITLES)
def test_the_title_stands_once(text, tmp_path):
    (tmp_path / "page.md").write_text(text + "\n")
    content = program.write_content(tmp_path / "content", {})
    assert program.run("import", "page.md", "--into", content, "--name", "draft", cwd=tmp_path).returncode == 0
    head, body = (content / "draft.md").read_text().split(" -->\n", 1)
    assert 'title: "Sleep"' in head and body.strip() == TITLES[text]


ANSWER = '<p>Wait 15 minutes.</p>'
QUESTION = "## Is it safe?\n\nWait 15 minutes."
# What a page has, what is in the draft, what is said.
PARTS = {
    "a link that opens": (f'<a data-toggle="collapse" href="#c">Is it safe?</a><div class="collapse" id="c">{ANSWER}</div>', QUESTION, None),
    "words that open": (f'<p data-bs-toggle="collapse" data-bs-target="#c">Is it safe?</p><div class="collapse" id="c">{ANSWER}</div>', QUESTION, None),
    "a label that opens": (f'<input type="checkbox" id="q"><label for="q">Is it safe?</label><div>{ANSWER}</div>', QUESTION, None),
    "tabs of labels": (
        f'<input type="radio" name="t" id="q"><label for="q">Is it safe?</label><div>{ANSWER}</div>', QUESTION, None,
    ),
    "pills": (
        f'<ul class="nav nav-pills"><li><a data-bs-toggle="pill" data-bs-target="#c">Is it safe?</a></li></ul><div class="tab-pane" id="c">{ANSWER}</div>',
        QUESTION, "'Is it safe?' (said once more for another display)",
    ),
    "a hidden answer": (f'</main><h2>Is it safe?</h2><div style="display:none">{ANSWER}</div><main>', QUESTION, None),
    "twins": (
        '<p class="d-none d-md-block">Take 5 mg.</p><p class="d-md-none">Take 5 mg.</p><p class="hidden-xs">Rest.</p><p class="visible-xs">Rest 2 days.</p>',
        "Take 5 mg.\n\nRest.\n\nRest 2 days.", "'Take 5 mg.' (said once more for another display)",
    ),
    "words that a link shows": ('<p>Take <a href="#" data-bs-toggle="tooltip" title="at most 3">one</a>.</p>', "Take one.", "'at most 3' (words that only a pointer brings up"),
    "words for a pointer": ('<p>Take <span title="at most 3">one</span>.</p>', "Take one.", "'at most 3' (words that only a pointer brings up"),
    "a source": ('<blockquote cite="https://hill-sleep.org/a"><p>Rest.</p></blockquote>', "> Rest.", "'https://hill-sleep.org/a' (where a quotation is from)"),
    "notes alone": (
        '<ul><li><sup><a href="#n1" id="r1">1</a></sup> <sup><a href="#n2" id="r2">2</a></sup></li></ul>'
        '<ol><li id="n1">5 mg <a href="#r1">up</a></li><li id="n2">6 mg <a href="#r2">up</a></li></ol>',
        "- [^1] [^2]\n\n[^1]: 5 mg\n\n[^2]: 6 mg", "'up' (leads from a note back to the text)",
    ),
    "a note that leads nowhere": (
        '<p>5 mg<sup><a href="#n1" id="r1">1</a></sup>, 9 mL<a href="#n2"><sup>[2]</sup></a>.</p><ol><li id="n1">Once <a href="#r1">up</a></li><li id="n2">Warm</li></ol>',
        "5 mg[^1], 9 mL[^2].\n\n[^1]: Once\n\n[^2]: Warm", "'up' (leads from a note back to the text)",
    ),
    "a drawing that nothing ends": ('<svg><path d=""><p>Take 5 mg.</p>', "Take 5 mg.", None),
    "a drawing with words": (
        "<svg><title>Clock</title><g><text>Take 12 mg</text><text>at <tspan>9:45</tspan></text></g></svg>", "",
        "'Clock Take 12 mg at 9:45' (a drawing: save it as PNG",
    ),
    "words between cells": (
        "<table><li>Take 5 mg.</li><tr><td>A</td><td>B</td></tr><tbody><td>6 mg</td></tbody></table>",
        "- Take 5 mg.\n\nA\n\nB\n\n6 mg", "(a table that places things: its cells follow one another",
    ),
    "a table of a menu": (
        '</main><table><tr><td><a href="a">Home</a></td><td><a href="b">Hours</a></td></tr><tr><td><a href="c">Map</a></td>'
        "<td></td></tr></table><p>Take 5 mg.</p>", "Take 5 mg.", "'Home | Hours' (part of a menu)",
    ),
    "choices of one": (
        '<ul><li><label><input type="radio" name="p"> none</label></li><li><label><input type="radio" name="p" checked> some</label></li></ul>',
        "- [ ] none\n- [x] some", "(one of several answers, of which only one may be ticked",
    ),
}


@pytest.mark.parametrize("kind", PARTS)
def test_what_pages_place_open_hide_and_say_twice(kind, tmp_path):
    part, draft, why = PARTS[kind]
    (tmp_path / "page.html").write_text(f"<main><h1>Rest</h1><p>Sleep well.</p>{part}</main>")
    content = program.write_content(tmp_path / "content", {})
    done = program.run("import", "page.html", "--into", content, "--name", "draft", cwd=tmp_path)
    body = (content / "draft.md").read_text().split(" -->\n", 1)[1].strip()
    assert body == f"Sleep well.\n\n{draft}".strip()
    assert why in done.stdout if why else "left out: 0 lines" in done.stdout


def test_several_numbers_of_a_foot_are_points_with_their_hours(tmp_path):
    line = "Phone 503 234 5678, weekdays 8-4, After hours 503 234 5679, Mon-Fri 17:00-22:00, Fax 503 234 5680"
    (tmp_path / "page.html").write_text(f"<main><h1>Rest</h1><p>Sleep well.</p></main><footer><p>{line}</p></footer>")
    content = program.write_content(tmp_path / "content", {})
    (content / "clinic.yaml").unlink()
    done = program.run("import", "page.html", "--into", content, cwd=tmp_path)
    assert done.returncode == 0 and line not in done.stdout
    clinic = (content / "clinic.yaml").read_text()
    assert 'telephone: "503 234 5678"' in clinic and f"# From line 1: {line}" in clinic
    assert "opening_hours:\n\n" in clinic
    points = clinic.split("contact_points:\n")[1].split("\n\n")[0]
    assert points == (
        '  - name: "After hours"\n    telephone: "503 234 5679"\n    opening_hours:\n      - Mo-Fr 17:00-22:00\n'
        '  - name: "Fax"\n    fax: "503 234 5680"'
    )


@pytest.mark.parametrize("line, kept", [("T: 503.234.5678 ext. 12", "503.234.5678 ext. 12"), ("Call 503 234 5678 #12", None)])
def test_the_extension_of_a_number_is_not_lost(line, kept, tmp_path):
    (tmp_path / "page.html").write_text(f"<main><h1>Rest</h1><p>Sleep well.</p></main><footer><p>{line}</p></footer>")
    done = program.run("import", "page.html", "--into", "content", cwd=tmp_path)
    assert yaml.safe_load((tmp_path / "content/clinic.yaml").read_text())["telephone"] == kept
    assert kept or f"'{line}' (part of the page's foot)" in done.stdout


def test_short_numbers_for_emergencies_are_points(tmp_path):
    foot = ["Emergency: 999", "Hill Clinic | NHS 111", '<a href="tel:112">Urgent help 112</a>', "Room 911"]
    page = "<main><h1>Rest</h1><p>Call 999 at once.</p><p>Emergency 911</p></main>"
    (tmp_path / "page.html").write_text(page + "<footer>" + "".join(f"<p>{line}</p>" for line in foot) + "</footer>")
    content = program.write_content(tmp_path / "content", {})
    (content / "clinic.yaml").unlink()
    done = program.run("import", "page.html", "--into", content, "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0 and "'Room 911' (part of the page's foot)" in done.stdout
    made = yaml.safe_load((content / "clinic.yaml").read_text())
    assert made["telephone"] is None
    assert made["contact_points"] == [
        {"name": "Emergency", "telephone": "999"},
        {"name": "NHS", "telephone": "111"},
        {"name": "Urgent help", "telephone": "112"},
    ]
    assert "Call 999 at once.\n\nEmergency 911" in (content / "draft.md").read_text()


def test_places_are_right_behind_lines_that_a_backslash_ends(tmp_path):
    text = "one\\\ntwo **b**\\\nthree [^x]\nfour\\\nand [^y]\n\n- five\\\n    six [^z]"
    content = program.write_content(tmp_path / "content", {"page": program.article(text)})
    result = program.render(content, tmp_path / "out", "--format", "text")
    assert [(f["line"], f["col"]) for f in result.findings if f["rule"] == "note"] == [("8", "7"), ("10", "5"), ("13", "9")]


def test_a_head_of_a_table_with_marks_around_nothing_is_none(tmp_path):
    content = program.write_content(tmp_path / "content", {"page": program.article("| <kbd></kbd> | Dose |\n|---|---|\n| 2 | 5 mg |")})
    result = program.render(content, tmp_path / "out", "--format", "text")
    assert result.status == 0, result.err
    assert re.search(r"2\s+Dose: 5 mg", (tmp_path / "out/web/page.txt").read_text())


def test_signs_of_faxes_and_mail_with_signs_in_words_are_facts(tmp_path):
    (tmp_path / "page.html").write_text("""<html lang="de"><meta charset="utf-8"><main><h1>Ruhe</h1><p>Nehmen Sie 5 mg,
        <span data-tooltip="am Tag 8">nicht mehr</span>.</p></main><footer><p>📞 503.555.0160 &nbsp; 📠 503.555.0169</p><address>
        Lindenstr. 4a<br>10969 Berlin<br>praxis (at) weber-zahn [punkt] de</address></footer></html>""")
    done = program.run("import", "page.html", "--into", "content", cwd=tmp_path)
    made = yaml.safe_load((tmp_path / "content/clinic.yaml").read_text())
    assert made["telephone"] == "503.555.0160" and made["email"] == "praxis@weber-zahn.de"
    assert made["contact_points"] == [{"name": "Fax", "fax": "503.555.0169"}]
    assert made["address"]["street_address"] == "Lindenstr. 4a, 10969 Berlin"
    assert "'am Tag 8' (words that only a pointer brings up" in done.stdout


@pytest.mark.parametrize("charset", ["", '<meta charset="iso-8859-1">', '<meta charset="utf-8">'])
def test_signs_of_windows_on_pages_are_signs(charset, tmp_path):
    page = f'{charset}<h1>Rest</h1><p lang="en">Take 5µg now or 6&#150;10 mg <abbr title="23">a few</abbr>.'
    (tmp_path / "page.html").write_bytes(page.encode("latin-1"))
    done = program.run("import", "page.html", "--into", "content", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    draft = (tmp_path / "content/draft.md").read_text()
    assert draft.endswith('Take 5–µg “now” or 6–10 mg <abbr title="2–3">a few</abbr>.\n')


OPENS = "<tr><td>Mon-Fri</td><td>8am</td><td>6pm</td></tr><tr><td>Sat</td><td>09:00</td><td>13:00</td></tr>"
# Rows of a table, whether it stands in the page's foot, and whether they are hours.
TIMES = [
    (OPENS, True, True),
    (f"<tr><th>Day</th><th>Open</th><th>Close</th></tr>{OPENS}", False, True),
    (OPENS, False, False),  # at which a medicine may be taken
    (OPENS.replace("8am", "8").replace("6pm", "6").replace(":00", ""), True, False),
]


@pytest.mark.parametrize("rows, foot, are_hours", TIMES)
def test_times_in_two_cells_are_hours_where_the_table_says_so(rows, foot, are_hours, tmp_path):
    table = f"<table>{rows}</table>"
    page = f"<main><h1>Rest</h1><p>Sleep well.</p>{'' if foot else table}</main><footer>{table if foot else ''}</footer>"
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "content", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    hours = yaml.safe_load((tmp_path / "content/clinic.yaml").read_text())["opening_hours"]
    assert hours == (["Mo-Fr 08:00-18:00", "Sa 09:00-13:00"] if are_hours else None)


def test_a_dash_in_a_table_of_hours_is_half_a_day_without_any(tmp_path):
    rows = ("<tr><th>Mon<td>8–12<td>14–18", "<tr><th>Tue<td>8–12<td>–", "<tr><th>Wed<td>—<td>14–18", "<tr><th>Thu–Sun<td colspan=2>closed")
    (tmp_path / "page.html").write_text(f"<main><h1>Rest</h1><p>Sleep well.</p></main><footer><table>{''.join(rows)}</table></footer>")
    done = program.run("import", "page.html", "--into", "content", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    hours = yaml.safe_load((tmp_path / "content/clinic.yaml").read_text())["opening_hours"]
    assert hours == ["Mo 08:00-12:00,14:00-18:00", "Tu 08:00-12:00", "We 14:00-18:00", "Th-Su off"]


def test_years_below_hours_are_no_times(tmp_path):
    """What stands beside hours and names no day stays what it is."""
    foot = "<p>Mon-Fri: 8 am - 5 pm<p>Saturday closed<p>© 2021–2026 Lakeside Clinic"
    (tmp_path / "page.html").write_text(f"<main><h1>Rest</h1><p>Sleep well.</p></main><footer>{foot}</footer>")
    done = program.run("import", "page.html", "--into", "content", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    clinic = yaml.safe_load((tmp_path / "content/clinic.yaml").read_text())
    assert clinic["opening_hours"] == ["Mo-Fr 08:00-17:00", "Sa off"]
    assert "'© 2021–2026 Lakeside Clinic'" in done.stdout


def test_a_line_that_cannot_be_read_costs_no_closed_day(tmp_path):
    """And "Mar", which may be March or a Tuesday, is not read as either."""
    foot = "<p>Lunes: 8:00-17:00<p>M y J: 9:00-13:00<p>Domingo: cerrado<p>Mar: 9:00-13:00<p>Viernes: 8:00-14:00"
    (tmp_path / "page.html").write_text(f"<html lang=es><main><h1>Rodillas</h1><p>Descanse.</p></main><footer>{foot}</footer>")
    done = program.run("import", "page.html", "--into", "content", "--name", "draft", cwd=tmp_path)
    hours = yaml.safe_load((tmp_path / "content/clinic.yaml").read_text())["opening_hours"]
    assert hours == ["Mo 08:00-17:00", "Su off", "Fr 08:00-14:00"]
    assert "'M y J: 9:00-13:00'" in done.stdout and "'Mar: 9:00-13:00'" in done.stdout


def test_struck_words_that_are_left_out_are_struck_in_the_list(tmp_path):
    (tmp_path / "page.html").write_text("<main><h1>Rest</h1><p>Sleep well.</p></main><aside><p>Take <s>10 mg</s> 5<del>0</del> mg.</p></aside>")
    done = program.run("import", "page.html", "--into", "content", "--name", "draft", cwd=tmp_path)
    assert "'Take ~~10 mg~~ 5<del>0</del> mg.' (a sidebar)" in done.stdout


def test_what_single_file_hid_is_said(tmp_path):
    (tmp_path / "page.html").write_text("<main><h1>Rest</h1><p>Sleep well.</p><p class=sf-hidden>Take 9 mg.</p></main>")
    done = program.run("import", "page.html", "--into", "content", "--name", "draft", cwd=tmp_path)
    assert "'Take 9 mg.' (the page does not show this: check whether it belongs here)" in done.stdout


@pytest.mark.parametrize("rule, listed", [
    (".due { font-size: 1em; color: #c00 }", True),
    ("span.due{background-color:#fff;color:green}", True),
    (".due{color:#333}", False),
    (".due{color:inherit}", False),
    (".due{background-color:#c00}", True),
    (".due{background:url(x.png)}", False),
    (".due{background:#eee}", False),
    (".side .due{color:red}", False),
])
def test_words_that_a_style_sheet_colours_are_listed(tmp_path, rule, listed):
    """Not whole blocks: that is how the page looks."""
    body = "<h1 class=due>Rest</h1><p class=due>Sleep well.</p><p>Take <span class=due>5 mg</span> at night.</p>"
    (tmp_path / "page.html").write_text(f"<style>{rule}</style><main>{body}</main>")
    done = program.run("import", "page.html", "--into", "content", "--name", "draft", cwd=tmp_path)
    assert done.stdout.count("(words in a colour") == listed
    assert ("'Take 5 mg at night.' (words in a colour" in done.stdout) == listed


TIP = "style='background:#fee'"
COLOURS = {
    "a cell": f"<table><tr><th>Age<th>Dose<tr><td>1<td>2 mg<tr><td>2<td {TIP}>5 mg<tr><td>3<td>4 mg</table>",
    "a cell of a first row that is no head": f"<table><tr><td>1<td {TIP}>5 mg<tr><td>2<td>2 mg<tr><td>3<td>4 mg</table>",
    "a first row that is no head": "<table><tr bgcolor=yellow><td>1<td>5 mg<tr><td>2<td>2 mg<tr><td>3<td>4 mg</table>",
    "words in a cell": "<table><tr><th>Age<th>Dose<tr><td>1<td>2 mg<tr><td>2<td><font color=green>5</font> mg</table>",
    "a row": "<table><tr><th>Age<th>Dose<tr><td>1<td>2 mg<tr bgcolor=yellow><td>2<td>5 mg<tr><td>3<td>4 mg</table>",
    "an item": f"<ul><li>Rest.<li {TIP}>Take 5 mg.<li>Drink.</ul>",
    "a row with a class of Bootstrap's": "<table><tr><th>Age<th>Dose<tr><td>1<td>2 mg<tr class='x table-danger'><td>2<td>5 mg<tr><td>3<td>4 mg</table>",
    "words with such a class": "<p>Take <b class='badge bg-success-subtle'>5 mg</b> now.</p>",
    "words within others": "<p>Take <b><i style='color: teal'>5 mg</i></b> now.</p>",
}
LOOKS = {
    "a head of cells": f"<table><tr><td {TIP}>Age<td {TIP}>Dose<tr><td>1<td>5 mg</table>",
    "a head of a row": "<table><tr bgcolor=yellow><td>Age<td>Dose<tr><td>1<td>5 mg<tr><td>2<td>6 mg</table>",
    "a table that places things": f"<table><tr {TIP}><td><p>Take 5 mg.</p><tr><td><p>Drink.</p></table>",
    "a column": f"<table><tr><th>Age<th>Dose<tr><td {TIP}>1<td>2 mg<tr><td {TIP}>2<td>5 mg</table>",
    "every second row": "<table><tr><th>Age<th>Dose<tr bgcolor=azure><td>1<td>2 mg<tr><td>2<td>5 mg<tr bgcolor=azure><td>3<td>6 mg</table>",
    "all items": f"<ul><li {TIP}>Rest.<li {TIP}>Take 5 mg.</ul>",
    "a block": f"<p {TIP}>Take 5 mg.</p>",
    "words that are less": "<p>Take <b class=text-muted>5 mg</b> now.</p>",
}


@pytest.mark.parametrize("kind", [*COLOURS, *LOOKS])
def test_colours_are_listed_where_they_tell_things_apart(kind, tmp_path):
    page = (COLOURS | LOOKS)[kind]
    (tmp_path / "page.html").write_text(f"<main><h1>Rest</h1><p>Sleep well.</p>{page}</main>")
    done = program.run("import", "page.html", "--into", "content", "--name", "draft", cwd=tmp_path)
    told = re.findall(r"'([^']*)' \(words in a colour", done.stdout)
    assert ["5 mg" in line for line in told] == [True] * (kind in COLOURS)
