"""Markdown as others write it becomes a draft that says the same and renders without errors: heads, changes, meanings,
pictures and HTML that no article can carry out."""

import pytest

import program


def imported(tmp_path, text, title="Rest"):
    (tmp_path / "page.md").write_text(f"# {title}\n\n{text}\n" if title else text)
    content = program.write_content(tmp_path / "content", {})
    done = program.run("import", "page.md", "--into", content, "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    result = program.render(content, tmp_path / "out", "--format", "text")
    assert result.status == 0, result.err
    article = (content / "draft.md").read_text()
    return article.split(" -->\n", 1)[1].strip(), done.stdout, article


@pytest.mark.parametrize(
    "text, draft",
    [
        ("Rest\n====\n\nOne\n---\n\nA.\n\nTwo\n---\n\nB.\n", "## One\n\nA.\n\n## Two\n\nB."),
        ("# Rest\n\n# One\n\nA.\n\n### Two\n\nB.\n\n## Three\n\nC.\n", "## One\n\nA.\n\n### Two\n\nB.\n\n### Three\n\nC."),
        ("---\ntitle: Rest\n---\n\n# One\n\nA.\n\n```\n# no head\n```\n", "## One\n\nA.\n\n```\n# no head\n```"),
        ("---\ntitle: Rest\n...\n\nA.\n\n...\n", "A.\n\n..."),
        ("Title:  Rest\nBase Header Level: 2\n\n# One\n\nA: b.\n", "## One\n\nA: b."),
        ("# Rest\n\na line\nTwo\n---\n\n- one\n---\n\nThree.\n", "a line\nTwo\n\n\n- one\n---\n\nThree."),
    ],
)
def test_heads_are_those_of_an_article(text, draft, tmp_path):
    body, said, article = imported(tmp_path, text, title=None)
    assert article.startswith('---\ntitle: "Rest"\n')
    assert body == draft
    assert said.count("(a line drawn with signs)") == text.count("Two\n---\n\n- one")


def test_changes_of_several_hands_are_kept(tmp_path):
    text = "Take {--5 mg--} {++10 mg++} at {~~8~>9~~}, {==not later==}.{>>who says?<<}"
    body, said, _ = imported(tmp_path, text)
    assert body == "Take ~~5 mg~~ <ins>10 mg</ins> at ~~8~~ <ins>9</ins>, **not later**."
    assert "'{>>who says?<<}' (a remark beside the text is gone)" in said


def test_each_thing_that_is_gone_is_listed(tmp_path):
    body, said, _ = imported(tmp_path, "Take {% dose 5 %} or {% dose 10 %} :pill: now :clock:, ==not 7==, 5++ and 6++.")
    assert body == "Take  or  now , **not 7**, 5++ and 6++."
    for gone in ("{% dose 5 %}", "{% dose 10 %}", ":pill:", ":clock:"):
        assert f"'{gone}' (a " in said


def test_codes_of_pictures_are_listed_or_signs(tmp_path):
    text = "Take it :+1: or :-1: and :100: or :8ball: :white-check: twice, mix 1:100:1 at 10:30:15 (:x: no, :white_check_mark: yes)."
    body, said, _ = imported(tmp_path, text)
    assert body == "Take it or and or twice, mix 1:100:1 at 10:30:15 (✗ no, ✓ yes)."
    for gone in (":+1:", ":-1:", ":100:", ":8ball:", ":white-check:"):
        assert f"'{gone}' (a picture by name is gone)" in said


DIRECTIVES = {
    "with a title": ("```{warning} Take care\nNo more than 5 mg.\n```", "> [!WARNING]\n> **Take care**\n>\n> No more than 5 mg."),
    "bare": ("~~~{danger}\nStop at 7.\n~~~", "> [!WARNING]\n> Stop at 7."),
    "of colons": (":::{note} Night\nTake 2.\n:::", "> [!NOTE]\n> **Night**\n>\n> Take 2."),
    "of a class": ("```{admonition} Milk\n:class: tip\nDrink 2.\n```", "> [!TIP]\n> **Milk**\n>\n> Drink 2."),
    "in another": ("````{note}\nOne.\n\n```{tip}\nTwo.\n```\nThree.\n````",
                   "> [!NOTE]\n> One.\n>\n>\n> > [!TIP]\n> > Two.\n>\n> Three."),
    "of tabs": ('=== "Adults"\n\n    Take 10 mg.\n\n=== "Children"\n\n    Take 5 mg.',
                "> [!NOTE]\n> **Adults**\n>\n>\n> Take 10 mg.\n>\n\n\n> [!NOTE]\n> **Children**\n>\n>\n> Take 5 mg.\n>"),
    "of code": ("```{code-block} text\nx = 7\n```", "```{code-block} text\nx = 7\n```"),
    "within code": ("````\n```{note}\nx = 7\n```\n````", "````\n```{note}\nx = 7\n```\n````"),
}  # fmt: skip


@pytest.mark.parametrize("kind", DIRECTIVES)
def test_notes_in_fences_of_code_are_notes(kind, tmp_path):
    text, draft = DIRECTIVES[kind]
    body, said, _ = imported(tmp_path, "Start.\n\n" + text)
    assert body.removeprefix("Start.").strip() == draft
    assert ("':class: tip' (an option of another program)" in said) == (":class:" in text)
    assert said.count("'===' (a kind of note that articles do not have") == text.count("===")


def test_pictures_among_words_are_gone_and_listed(tmp_path):
    text = "💊 Take **💊 5 mg** or **10 mg 💊** 💊 now.\n\n| Food | Yes |\n|---|---|\n| Milk | ✅ |\n| Beer | ❌ |"
    body, said, _ = imported(tmp_path, text, title="Rest 🛏️")
    assert body == "Take **5 mg** or **10 mg** now.\n\n| Food | Yes |\n|---|---|\n| Milk | ✓ |\n| Beer | ✗ |"
    assert said.count("(a picture in colour among the words is gone: ") == 2


def test_rows_longer_than_the_head_keep_their_cells(tmp_path):
    text = "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 | 5 mg | 6 |\n\nNow.\n\nC | D\n--- | ---\n7 | 8 | 9"
    body, said, _ = imported(tmp_path, text)
    tables = body.split("\n\nNow.\n\n")
    assert tables[0].splitlines()[:2] == ["| A | B | | |", "|---|---|---|---|"]
    assert tables[1].splitlines()[:2] == ["C | D | |", "--- | --- |---|"]
    assert said.count("(a row with more cells than its table has names: ") == 2


def test_code_that_is_set_in_gets_lines_around_it(tmp_path):
    text = "Dose:\n\n    2 drops    5 mg\n\n      4 drops\n\nThen:\n\n- rest\n\n    and sleep\n\n\ttab 7"
    body, _, _ = imported(tmp_path, text)
    assert body.startswith("Dose:\n\n~~~\n2 drops    5 mg\n\n  4 drops\n~~~\n\nThen:\n\n- rest\n\n    and sleep")


def test_a_term_may_have_several_meanings(tmp_path):
    body, _, _ = imported(tmp_path, "Fasting\n: No food\n: Water is fine\n\nRest\n: Lie down")
    assert body == "**Fasting**\\\nNo food\\\nWater is fine\n\n**Rest**\\\nLie down"


def test_code_is_its_authors_own(tmp_path):
    body, _, _ = imported(tmp_path, "Type `==a==` and ==b== and ``{++`c`++}``.")
    assert body == "Type `==a==` and **b** and ``{++`c`++}``."


def test_pictures_come_along_or_are_named(tmp_path):
    picture = program.ROOT / "tests/cases/import/pages/ward_files/coil photo.png"
    (tmp_path / "a.png").write_bytes(picture.read_bytes())
    text = '![The coil](a.png "How it lies"){width=50%}\n\n![The chair](b.png)\n\n<img alt="The door" src="c.png">\n\nRest.'
    body, said, _ = imported(tmp_path, text)
    assert body.split("\n\n")[0] == '![The coil](the-coil.png "How it lies")'
    assert (tmp_path / "content/the-coil.png").read_bytes() == picture.read_bytes()
    for name in ("[The chair] b.png", "[The door] c.png"):
        assert f"'{name}' (a picture: save it beside the article and add it by hand)" in said


HTML = {
    "Take <u>no</u> water": "Take **no** water",
    'Take <span style="text-decoration:line-through">5 mg</span>': "Take ~~5 mg~~",
    "Take <input value='3'> and <s>4</s>": "Take &lt;input value='3'> and <s>4</s>",
    "<script>alert(1)</script>": "&lt;script>alert(1)&lt;/script>",
    "Take <b>5 mg": "Take &lt;b>5 mg",
    '<table><tr><td rowspan="2">5 mg</td></tr></table>': '&lt;table>&lt;tr>&lt;td rowspan="2">5 mg&lt;/td>&lt;/tr>&lt;/table>',
}


@pytest.mark.parametrize("text", HTML)
def test_what_no_article_carries_out_is_words_and_listed(text, tmp_path):
    body, said, _ = imported(tmp_path, f"Do this.\n\n{text}")
    assert body.split("\n\n")[1] == HTML[text]
    assert ("HTML that an article cannot carry out" in said) == ("&lt;" in body)


def test_colours_are_listed(tmp_path):
    _, said, _ = imported(tmp_path, "Take <font color=red>5 mg</font>.")
    assert "'<font color=red>' (words in a colour: if it means something, say that in words)" in said


def test_abbreviations_are_spelt_out_where_they_are_words(tmp_path):
    text = "DOCTORS look at a [scan](CT.png), <b title='CT'>then</b> at a CT.\n\n*[CT]: computed tomography"
    body, _, _ = imported(tmp_path, text)
    assert body.startswith("DOCTORS look at a [scan](CT.png), ")
    assert body.endswith(' at a <abbr title="computed tomography">CT</abbr>.')


def test_signs_within_a_line_of_code_do_not_end_it(tmp_path):
    text = "~~~\nat ~~~ rest\n# no head\n~~~\n\n## Head\n\nA."
    assert imported(tmp_path, text)[0] == text


NUMBERED = {
    "10. Ten\n9. Nine\n8. Eight\n   - sub\n7. Seven": ("10. Ten\n11. Nine\n12. Eight\n    - sub\n13. Seven", 3),
    "- a\n  1. one\n  3. three\n  2. two": ("- a\n  1. one\n  2. three\n  3. two", 2),
    "1. 1. 1. Deep\n2. Next 1. 1. 1. 2\n1. 1. 1.": ("1. 1. 1. Deep\n2. Next 1. 1. 1. 2\n3. 1. 1.", 1),
    "> Take:\n>\n> 9. a\n> 9. b\n>    - sub\n>\n>    > more\n> 9. c": ("> Take:\n>\n> 9. a\n> 10. b\n>     - sub\n>\n>     > more\n> 11. c", 2),
    "1. a\n1. b\n1. c": ("1. a\n1. b\n1. c", 0),
}


@pytest.mark.parametrize("text", NUMBERED)
def test_items_have_the_numbers_that_are_shown(text, tmp_path):
    body, said, _ = imported(tmp_path, text)
    assert (body, said.count("(an item that Markdown counts otherwise")) == NUMBERED[text]


TITLES = {
    "> [!danger]- Never\n> No salt.": "> [!WARNING]\n> **Never**\\\n> No salt.",
    "> [!tip] Drink 2 *L*": "> [!TIP]\n> Drink 2 *L*",
    "> [!note] Take care to\n> rest 6 h.": "> [!NOTE] Take care to\n> rest 6 h.",
    "> [!note] Night\n>\n> Rest 6 h.": "> [!NOTE]\n> **Night**\n>\n> Rest 6 h.",
}


@pytest.mark.parametrize("text", TITLES)
def test_what_a_note_is_called_does_not_read_on(text, tmp_path):
    assert imported(tmp_path, f"Start.\n\n{text}")[0].removeprefix("Start.").strip() == TITLES[text]


TILDES = {
    "Take ~50 mg~ 25 mg, (~7~).": "Take ~~50 mg~~ 25 mg, (~~7~~).",
    "About ~5 mg or ~6 mg": "About ~5 mg or ~6 mg",
    "~~5 mg~~ 6 mg": "~~5 mg~~ 6 mg",
    "`~5 mg~` 6 mg": "`~5 mg~` 6 mg",
    "H~2~O": "H<sub>2</sub>O",
    "3 mg~ 4 ~x": "3 mg~ 4 ~x",
}


@pytest.mark.parametrize("text", TILDES)
def test_words_between_single_tildes_are_struck_and_listed(text, tmp_path):
    body, said, _ = imported(tmp_path, f"Start.\n\n{text}")
    assert body.removeprefix("Start.").strip() == TILDES[text] and ("(words between two tildes" in said) == ("(~~7" in TILDES[text])


@pytest.mark.parametrize("ending", ["markdown", "mdx", "mdown", "mkd", "qmd", "Rmd"])
def test_a_file_is_markdown_by_all_names_that_it_has(ending, tmp_path):
    (tmp_path / f"page.{ending}").write_text("---\ntitle: Rest\nid: x\n---\n\n:::danger Not twice\n**5 mg**\n:::\n\nEnd.\n")
    done = program.run("import", f"page.{ending}", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "> [!WARNING]\n> **Not twice**\n>\n> **5 mg**\n" in (tmp_path / "drafts/draft.md").read_text() and "'id: x'" in done.stdout
