"""Text as people have it becomes a draft that says the same: signs of other programs, tables that are drawn or lined
up, words that a line's end parts."""

import re
import resource

import pytest
import yaml

import program
from test_import_typed import imported


def imported(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    content = program.write_content(tmp_path / "content", {})
    done = program.run("import", name, "--into", content, "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return (content / "draft.md").read_text().split(" -->\n", 1)[1].strip(), done.stdout


def shown(tmp_path):
    result = program.render(tmp_path / "content", tmp_path / "out", "--format", "text")
    assert result.status == 0, result.err
    return " ".join((tmp_path / "out/web/draft.txt").read_text().split())


SIGNS = [
    "Take {{dose}} now.",
    "10^9^ cells and H~2~O",
    "See :warning: there",
    "[x](#missing), ![x](y.png), [x][y]",
    "==marked== and ++new++",
    "Head {#id} and {: .lead}",
    "a word{lang=es} and [b]{lang=es}",
    "$x^2$ and $$y$$ cost $5",
    "::: warning",
    "!!! note",
    ": a meaning",
    "[^1]: a note",
    "\\newpage",
    "[[Page]] and {% include x %}",
    "a <br>",
    "[!NOTE] Read",
]


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_signs_of_other_programs_are_words(name, tmp_path):
    lines = SIGNS
    if name.endswith("html"):
        marked = [line.replace("&", "&amp;").replace("<", "&lt;") for line in SIGNS]
        lines = ["<h1>Signs</h1>", *(f"<p>{line}</p>" for line in marked)]
    draft, said = imported(tmp_path, name, "\n\n".join(["Start here with a line."] * name.endswith("txt") + lines))
    text = shown(tmp_path)
    for line in SIGNS:
        assert line in text, draft
    assert "'{{dose}}' (a field that nobody filled in: write what belongs there)" in said


def test_a_title_has_no_signs_that_none_can_have(tmp_path):
    _, said = imported(tmp_path, "page.html", "<h1>Dose {{x}} of &lt;b&gt;</h1><p>Words.</p>")
    assert "'Dose {{x}} of <b>' (a title without signs that none can have: check it)" in said
    assert "Dose x of b" in shown(tmp_path)


def test_a_page_without_a_title_has_its_files_name(tmp_path):
    _, said = imported(tmp_path, "knee-pain.html", "<ul><li>Words.</li></ul>")
    assert "'knee pain' (no title was found: this one is the name of the file)" in said
    assert "knee pain" in shown(tmp_path)


ROWS = "| Age | Dose |\n|---|---|\n| 2-5 | 5 mg |\n| 6-11 | 10 mg |"
DRAWN = {
    "grid": """\
+------+-------+
| Age  | Dose  |
+======+=======+
| 2-5  | 5 mg  |
+------+-------+
| 6-11 | 10    |
|      | mg    |
+------+-------+""",
    "database": """\
+------+-------+
| Age  | Dose  |
+------+-------+
| 2-5  | 5 mg  |
| 6-11 | 10 mg |
+------+-------+""",
    "console": """\
 Age  | Dose
------+-------
 2-5  | 5 mg
 6-11 | 10 mg""",
    "box": """\
╔══════╦═══════╗
║ Age  ║ Dose  ║
╠══════╬═══════╣
║ 2-5  ║ 5 mg  ║
║ 6-11 ║ 10 mg ║
╚══════╩═══════╝""",
    "bars": "| Age | Dose |\n| 2-5 | 5 mg |\n| 6-11 | 10 mg |",
    "wrapped": "| Age | Dose |\n|---|---|\n| 2-5 | 5 mg |\n| 6-11 | 10 |\n| | mg |",
    "ruled": """\
--------------
 Age    Dose
------ -------
 2-5    5 mg
 6-11   10 mg
--------------""",
    "tabs": "Age\tDose\n2-5\t5 mg\n6-11\t10 mg",
    "narrow tabs": "Age    \tDose\n2-5    \t5 mg\n6-11   \t10 mg",
    "ruled twice": "------\n------\nAge    Dose\n2-5    5 mg\n6-11   10 mg",
}


@pytest.mark.parametrize("kind", DRAWN)
def test_tables_of_plain_text_are_tables(kind, tmp_path):
    draft, said = imported(tmp_path, "page.txt", f"Doses\n\nThe table is here.\n\n{DRAWN[kind]}\n\nIt ends.\n")
    assert ROWS in draft
    assert "(columns of plain text were taken for a table: check its cells)" in said
    drawn = [line.strip() for line in DRAWN[kind].splitlines() if not re.search(r"\w", line)]
    for line in drawn:  # it is in the list
        assert f"'{line}' (a line drawn with characters)" in said


LACKING = {
    "blanks": "Age    Morning  Night\n2-5    5 mg     10 mg\n6-11            20 mg\n",
    "tabs": "Age\tMorning\tNight\n2-5\t5 mg\t10 mg\n6-11\t\t20 mg\n",
}


@pytest.mark.parametrize("kind", LACKING)
def test_an_empty_cell_moves_no_dose(kind, tmp_path):
    draft, _ = imported(tmp_path, "page.txt", f"Doses\n\nThe table is here.\n\n{LACKING[kind]}")
    assert "| 6-11 |  | 20 mg |" in draft


def test_a_drawn_table_with_joined_cells_stays_as_it_is(tmp_path):
    drawn = "+----+----+\n| both    |\n+----+----+\n| 2  | 5  |\n+----+----+"
    draft, said = imported(tmp_path, "page.txt", f"Doses\n\nThe table is here.\n\n{drawn}\n")
    assert f"```\n{drawn}\n```" in draft
    assert "(a table drawn with signs that cannot be read: it is kept as it is, make a new one)" in said


def test_signs_of_lists_are_no_columns(tmp_path):
    draft, _ = imported(tmp_path, "page.txt", "Doses\n\nTake these.\n\n-   one pill\n-   two drops\n")
    assert "- one pill\n- two drops" in draft


@pytest.mark.parametrize("sign", ["\u2022", "\u2023", "\u25B8", "\u27A2", "\uF0B7"])
def test_every_bullet_of_a_word_processor_makes_an_item(sign, tmp_path):
    draft, _ = imported(tmp_path, "page.txt", f"Doses\n\nTake these.\n\n{sign} 5 mg\n{sign} 6 mg\n\n{sign}   7 mg\n{sign}   8 mg\n")
    assert draft.endswith("- 5 mg\n- 6 mg\n- 7 mg\n- 8 mg")


def test_signs_that_say_something_of_an_item_stay(tmp_path):
    draft, _ = imported(tmp_path, "page.txt", "Before\n\nThe day before.\n\n\u2713 eat\n\u2717 drive\n\n\u2605 \u2605 \u2606 our rating\n")
    assert draft.endswith("- \u2713 eat\n- \u2717 drive\n\n\u2605 \u2605 \u2606 our rating")


LISTS = {
    "set in": "1. Bring\n   - a card\n   - a letter\n     of May 5\n      * if there is one\n   - a list\n2. Wait",
    "numbers set in": "- one\n    1. two\n    2. three\n- four",
    "tabs": "\u2022\tone\n\t\u2022\ttwo\n\u2022\tthree",
    "signs of a word processor": "\u2022\tone\no\ttwo\n\uF0A7\tthree\no\tfour\n\u2022\tfive",
    "letters of its fonts": "\u00B7\tone\no\ttwo\n\u00A7\tthree\n\u00B7\tfour",
    "numbers that end together": " 9. one\n10. two\n11. three",
    "bullets between numbers": "1. one\n- two\n- three\n2. four\n\n- five",
    "from a number on": "3. one\n4. two\n   or three\n5. four",
    "paragraphs": "- one\n\n  two\n\n  three\n- four\n\nfive",
    "below words": "Bring these:\n- one\n- two\nThen\n* three\n* four",
    "below words, set in": "Bring these\n   - one",
    "counted below words": "Bring these\n1. one\n2. two",
    "round bullets": "* one\n    o two\n    o three\n* four",
    "letters": "Take one:\na) 5 mg\n   by day\nb) 10 mg",
    "numbers that do not count": "1. one\n10. two\n7. three",
    "years": "The house has been open for all of you since the year\n98. Then we built the next one in 1998",
}
DRAFTED = {
    "set in": "1. Bring\n   - a card\n   - a letter of May 5\n     - if there is one\n   - a list\n2. Wait",
    "numbers set in": "- one\n  1. two\n  2. three\n- four",
    "tabs": "- one\n  - two\n- three",
    "signs of a word processor": "- one\n  - two\n    - three\n  - four\n- five",
    "letters of its fonts": "- one\n  - two\n    - three\n- four",
    "numbers that end together": "9. one\n10. two\n11. three",
    "bullets between numbers": "1. one\n   - two\n   - three\n2. four\n\n- five",
    "from a number on": "3. one\n4. two or three\n5. four",
    "paragraphs": "- one\n\n  two\n\n  three\n- four\n\nfive",
    "below words": "Bring these:\n\n- one\n- two\\\n  Then\n- three\n- four",
    "below words, set in": "## Bring these\n\n- one",
    "counted below words": "## Bring these\n\n1. one\n2. two",
    "round bullets": "- one\n  - two\n  - three\n- four",
    "letters": "Take one:\\\na) 5 mg by day\\\nb) 10 mg",
    "numbers that do not count": "1. one\\\n   10\\. two\\\n   7\\. three",
    "years": "The house has been open for all of you since the year 98. Then we built the next one in 1998",
}


@pytest.mark.parametrize("kind", LISTS)
def test_lists_of_plain_text_keep_their_shape(kind, tmp_path):
    draft, _ = imported(tmp_path, "page.txt", f"Doses\n\nTake these things with you.\n\n{LISTS[kind]}\n")
    assert draft.split("with you.\n\n")[1] == DRAFTED[kind]
    words = re.sub(r"[\u2022\u00B7\u00A7\uF0A7*-]|\bo[\t ]", " ", LISTS[kind]).split()
    assert [word for word in words if word not in shown(tmp_path).split()] == []


LINES = {  # the draft, and what is left out
    "morning: 5 mg\nNight: 10 mg": ("morning: 5 mg\\\nNight: 10 mg", []),
    "Oak House\n12 Oak Street\nPortland": ("Oak House\\\n12 Oak Street\\\nPortland", []),
    "Take all of it, each day, until you have taken\n10 pills of it.": (
        "Take all of it, each day, until you have taken 10 pills of it.",
        [],
    ),
    "So she wrote:\n> 38 is too much\n> 39 is worse": (
        "So she wrote:\\\n\\> 38 is too much\\\n\\> 39 is worse",
        [],
    ),
    "So\n# it is": ("So\\\n\\# it is", []),
    "It ends.\n-- \nThe desk": ("It ends.\n\nThe desk", ["--"]),
    "BEFORE\n======\nFast.\n\nPills\n-----\n- one": ("## BEFORE\n\nFast.\n\n### Pills\n\n- one", ["======", "-----"]),
}


@pytest.mark.parametrize("text", LINES)
def test_lines_that_end_on_purpose_end_there(text, tmp_path):
    draft, said = imported(tmp_path, "page.txt", f"Doses\n\nRead this, please, and do it as well.\n\n{text}\n")
    drafted, dropped = LINES[text]
    assert draft.split("as well.\n\n")[1] == drafted
    assert re.findall("'(.*)' \\(a line drawn with characters\\)", said) == dropped


MAIL = """\
From: The desk <desk@hill.example>
To: Ada <ada@hill.example>,
  Ben <ben@hill.example>
Subject: Your visit on March 4
Date: Mon, 1 Mar 2027 09:12:00 -0800

Come at 8:15.

--
Tel. 503-234-5678  Fax 503-234-5679
"""


def test_a_mail_has_its_subject_for_title(tmp_path):
    draft, said = imported(tmp_path, "page.txt", MAIL)
    assert draft == "Come at 8:15."
    article = (tmp_path / "content/draft.md").read_text()
    assert article.startswith('---\ntitle: "Your visit on March 4"\n')
    assert len(re.findall("a line of the mail's head", said)) == 4
    assert program.run("import", "page.txt", "--into", tmp_path / "new", cwd=tmp_path).returncode == 0
    clinic = (tmp_path / "new/clinic.yaml").read_text()
    assert 'telephone: "503-234-5678"' in clinic and 'fax: "503-234-5679"' in clinic


PARTED = """\
Doses

Take 10-
20 mg in the morn-
ing, by long-
term plan. This morning rest. Give 5- 10 mg, or look at  40 mg.
"""


def test_numbers_parted_by_lines_stay_two(tmp_path):
    draft, said = imported(tmp_path, "page.txt", PARTED)
    assert "Take 10-20 mg in the morning, by long-term plan." in draft
    for word in ("10-20", "long-term"):
        assert f"'{word}' (parted at the end of a line: check whether its hyphen belongs to it)" in said
    assert "(a hyphen and a blank between numbers: check whether they are a range)" in said
    assert "(a gap in a line with numbers: check whether it parts columns)" in said


def test_brackets_close_no_words_in_another_language(tmp_path):
    page = "<h1>Words</h1><p>Say <span lang=es>hola] [ya</span> and <span lang=es>si [no]</span>.</p>"
    draft, said = imported(tmp_path, "page.html", page)
    assert draft.endswith("[si \\[no\\]]{lang=es}.")
    assert "'Say hola] [ya and si [no].' (words in another language or direction, between brackets" in said
    assert "Say hola] [ya and si [no]." in shown(tmp_path)


def test_no_control_character_of_an_attribute_comes_into_a_draft(tmp_path):
    page = "<h1>Pulse</h1><p>Your <abbr title='blood\u0081pressure'>BP</abbr> is fine.</p>"
    draft, _ = imported(tmp_path, "page.html", f"<!DOCTYPE html><meta charset='utf-8'>{page}")
    assert '<abbr title="blood pressure">BP</abbr>' in " ".join(draft.split()) and "blood pressure" in shown(tmp_path)


IRREGULAR = {
    "gaps": [" " * (n * 7 % 5) + (" " * (2 + n * 5 % 7)).join(["dose"] * (2 + n * 11 % 5)) for n in range(9973)],
    "bars": [" | ".join(["dose"] * (2 + n * 11 % 5)) for n in range(9973)],
    "rulers": ["-----"] * 9973,
}


@pytest.mark.parametrize("kind", IRREGULAR)
def test_the_time_for_many_lines_grows_with_their_number(kind, tmp_path):
    times = []
    for part in (4, 1):
        lines = IRREGULAR[kind][: len(IRREGULAR[kind]) // part]
        (tmp_path / "page.txt").write_text("\n".join(["Doses", "", *lines, "", "It ends."]))
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        assert program.run("import", "page.txt", "--check", cwd=tmp_path).returncode == 0
        times.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before)
    assert times[1] < 8 * times[0] + 0.2  # four times the lines


def test_words_of_menus_and_forms_are_left_over_in_rows_only(tmp_path):
    text = "Rest\n\nWe rest here, every day of the week.\n\nSearch\n\nWe look for causes.\n\nName\nEmail\n"
    draft, said = imported(tmp_path, "page.txt", text)
    assert draft == "We rest here, every day of the week.\n\n## Search\n\nWe look for causes."
    assert re.findall(r"'(\w+)' \(a label of a form\)", said) == ["Name", "Email"]


HEADS = ["Hill Clinic - 12 Oak Street, Portland, OR 97201 - 503-234-5678 - desk@oak.example",
         "Hill Clinic | 12 Oak Street, Portland, OR 97201 | Tel: 503-234-5678 | desk@oak.example",
         "12 Oak Street, Portland, OR 97201, 503-234-5678, desk@oak.example"]  # fmt: skip


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("number", ["Page {} of 3", "- {} -", "\f"])
def test_heads_and_feet_of_text_pages_are_no_text(number, head, tmp_path):
    words = ["Knees\n\nTake 5 mg of it.", "Take 5 mg at night.\n\nTake 5 mg of it.", "Stop after 7 days.\n\nTake 5 mg of it."]
    pages = [f"{head}\n\n{text}\n\n{number.format(i + 1)}\n" for i, text in enumerate(words)]
    (tmp_path / "page.txt").write_text("\f".join(pages) if "{}" in number else "".join(pages))
    done = program.run("import", "page.txt", "--into", "content", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    draft = (tmp_path / "content/draft.md").read_text()
    assert draft.startswith('---\ntitle: "Knees"\n')
    body = draft.split(" -->\n", 1)[1].split()
    assert body == " ".join(words).split()[1:]
    for i in range(1, 4 if "{}" in number else 0):
        assert f"'{number.format(i)}' (the number of a page)" in done.stdout
    made = yaml.safe_load((tmp_path / "content/clinic.yaml").read_text())
    assert made["telephone"] == "503-234-5678" and made["email"] == "desk@oak.example"
    assert made["address"]["street_address"] == "12 Oak Street, Portland, OR 97201"
    assert made["name"] == ("Hill Clinic" if "Hill" in head else None)


def test_what_pages_share_is_text_where_it_is_a_sentence(tmp_path):
    pages = ["Knees\n\nRest.\n\nTake 5 mg.\n", "Walk.\n\nTake 5 mg.\n"]
    draft, said = imported(tmp_path, "page.txt", "\f".join(pages))
    assert draft.count("Take 5 mg.") == 2 and "several pages" not in said


def test_a_row_of_signs_is_no_line_between_rows(tmp_path):
    draft, said = imported(tmp_path, "page.txt", "Rest well.\n\n|---| ~~~\n| a | 5 mg\n")
    assert "| --- | \\~\\~\\~ |\n|---|---|\n| a | 5 mg |" in draft
    assert "(a line drawn with characters)" not in said


@pytest.mark.parametrize("below", ["=== \u00a0", "+===+===+"])
def test_rows_above_a_double_line_stay_rows(below, tmp_path):
    draft, _ = imported(tmp_path, "page.txt", f"Rest well.\n\n| Age | Dose |\n| 2 | 5 mg |\n| 3 | 6 mg |\n{below}\n")
    assert "| 2 | 5 mg |\n| 3 | 6 mg |" in draft


def test_items_that_count_from_nothing_keep_their_numbers(tmp_path):
    draft, _ = imported(tmp_path, "page.txt", "Knees\n\nSteps:\n0. Stop 5 mg.\n1. Eat.\n\n0. Rest.\n")
    assert re.findall(r"\b(\d)\\?\. (\w+)", draft) == [("0", "Stop"), ("1", "Eat"), ("0", "Rest")]


def test_a_line_of_a_mail_that_is_answered_is_no_heading(tmp_path):
    draft, _ = imported(tmp_path, "page.txt", "Rest\n\nRead this well.\n\n> Take 5 mg\n\nThen sleep for a night.\n")
    assert draft == "Read this well.\n\n\\> Take 5 mg\n\nThen sleep for a night."


def test_round_bullets(tmp_path):
    """The letter o is a bullet beside an item with items of its own, and in a list of its own; else it may be a word."""
    text = "Call\n\nCall if:\n  * fall\n    - on the head: call 911\n    - elsewhere: call us\n  o black stool\n\n"
    text += "Bring:\no your pills\no 2 bottles\n\nPuede tomar leche\no agua\no zumo\n"
    draft, _ = imported(tmp_path, "call.txt", text)
    assert "  - elsewhere: call us\n- black stool" in draft
    assert "- your pills\n- 2 bottles" in draft
    assert "leche o agua o zumo" in shown(tmp_path)


def test_heads_above_figures(tmp_path):
    """Names of columns, none for the first, stand above figures that do not begin where they do."""
    text = "Taper\n\n        AM   NOON  PM   BED\nMon      1     0    1    0\nWed      1/2   0    1    0\n"
    draft, _ = imported(tmp_path, "taper.txt", text)
    assert "|  | AM | NOON | PM | BED |" in draft
    assert "| Wed | 1/2 | 0 | 1 | 0 |" in draft


def test_parted_by_a_hyphen_alone(tmp_path):
    text = "Tablets\n\nTake the tablets with medi\u2010\ncation and anti\u2010\ninflammatory gel. Your medication helps.\n"
    draft, said = imported(tmp_path, "parted.txt", text)
    assert "with medication and anti-inflammatory gel" in draft
    assert "anti-inflammatory" in said and "hyphen" in said


def test_a_row_with_a_gap_is_no_heading_and_headings_with_figures_are_listed(tmp_path):
    text = "Iron\n\nTake it.\n\nPAIN   Iron 160 mg/5 ml   7.5 ml\n\nWith food.\n\nStep 2\n\nRest.\n\nAfter that\n\nEat.\n"
    draft, said = imported(tmp_path, "page.txt", text)
    assert draft == "Take it.\n\nPAIN Iron 160 mg/5 ml 7.5 ml\n\nWith food.\n\n## Step 2\n\nRest.\n\n## After that\n\nEat."
    assert "'Step 2' (a short line was taken for a heading" in said and "'After that' (a short" not in said


LONG = "of the morning dose, by a quarter and then by half"
ALIKE = {
    f"Start: 90 mg {LONG}\nRaise: 10 mg {LONG}\nSTOP at: 160 mg\n": f"Start: 90 mg {LONG}\\\nRaise: 10 mg {LONG}\\\nSTOP at: 160 mg",
    f"Take 90 mg {LONG}\nHowever 10 mg\n{LONG}\n": f"Take 90 mg {LONG} However 10 mg {LONG}",
    "Lakeview Pain, where you take 5 mg of it each day\nMain.....5 mg in the morning and nothing else then\nFax......6 mg in the evening\n":
        "Lakeview Pain, where you take 5 mg of it each day\\\nMain.....5 mg in the morning and nothing else then\\\nFax......6 mg in the evening",
    "一、每天早上吃五毫克的药，饭后用一杯温水送服，不要空腹，也不要多吃，不要喝酒\n二、每天晚上再吃一次药\n": "一、每天早上吃五毫克的药，饭后用一杯温水送服，不要空腹，也不要多吃，不要喝酒\\\n二、每天晚上再吃一次药",
}  # fmt: skip


@pytest.mark.parametrize("text", ALIKE)
def test_lines_that_begin_alike_do_not_run_together(text, tmp_path):
    draft, _ = imported(tmp_path, "page.txt", f"Iron\n\nTake it.\n\n{text}\nRest.\n")
    assert draft == f"Take it.\n\n{ALIKE[text]}\n\nRest."
