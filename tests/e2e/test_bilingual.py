"""A translation beside its source: two columns, each in its own language and read by itself, in which what says the same
stands side by side."""

import collections

import pytest

import labels
import measured
import pdf
import program

CHECKED = "name: Oak Lane Clinic\nverified_on: 2026-11-20\n"
ENGLISH = """Sleep helps you to heal. Most people need a full night.

## Before bed

- Turn off all screens.
- Drink some warm milk, if that is what you like, and then read for a while.
- Lie down.

| Hour | What to do |
|---|---|
""" + "".join(
    f"| {n} | Do thing {n}, and take your time with it. |\n" for n in range(1, 31)
) + """
## Afterwards

Call us when you cannot sleep.

1. First, wait.
2. Then, call.
"""

SPANISH = """Dormir ayuda a sanar.

## Antes de acostarse

- Apague todas las pantallas, y también las que no use durante la noche entera.
- Tome leche.
- Acuéstese.

| Hora | Qué hacer |
|---|---|
""" + "".join(
    f"| {n} | Haga la cosa {n}{' con mucha calma y sin prisa, porque hay tiempo para todo' * (n % 3)}. |\n" for n in range(1, 31)
) + """
## Después

Llame cuando no pueda dormir.

1. Primero, espere.
2. Después, llame.
"""

ARABIC = """النوم يساعدك على الشفاء.

## قبل النوم

- أطفئ كل الشاشات.
- اشرب الحليب.
- استلق.

| الساعة | ما تفعله |
|---|---|
""" + "".join(
    f"| {n} | افعل الشيء {n} على مهل. |\n" for n in range(1, 31)
) + """
## بعد ذلك

اتصل بنا عندما لا تستطيع النوم.

1. أولا انتظر.
2. ثم اتصل.
"""

WORDS = ("H1", "H2", "LBody", "TH", "TD")
FRONT = "kind: article\nversion: '1'\n"
ARTICLES = {
    "sleep": program.article(ENGLISH, title="Sleep well", front=FRONT + "summary: Rest.\n"),
    "sleep.es": program.article(SPANISH, title="Duerma bien", lang="es", front=FRONT + "summary: Descanse.\n"),
    "sleep.ar": program.article(ARABIC, title="نم جيدا", lang="ar", front=FRONT + "summary: استرح.\n"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("bilingual")
    result = program.render(program.write_content(base / "content", ARTICLES), base / "out", "--format", "standard,bilingual")
    measured.later(*result.directory.glob("print/*-bilingual-*.pdf"))
    return result


def columns(result, name):
    """The sections of both languages."""
    document = pdf.Document(result.directory / f"print/{name}.pdf")
    (root,) = document.root.find("Document")
    return [node for node in root.kids if isinstance(node, pdf.Node)]


def heights(section):
    """Where each block of words begins: page and height."""
    blocks = section.find("H1", "H2", "P", "LBody", "TD", "TH")
    return [(runs[0].page, round(runs[0].y, 1)) for runs in (list(block.runs) for block in blocks) if runs]


def body(section):
    """Of the article's own blocks, by kind."""
    found = collections.defaultdict(list)
    for role in ("H2", "LBody", "TR"):
        found[role] = [next(node.runs) for node in section.find(role) if list(node.runs)]
    return found


@pytest.mark.parametrize("lang", ["es", "ar"])
def test_each_column_is_a_section_of_its_own_language(made, lang):
    assert made.status == 0, made.err
    own, beside = columns(made, f"sleep-bilingual-{lang}")
    assert (own.role, beside.role) == ("Sect", "Sect") and (own.lang, beside.lang) == ("en-US", lang)
    for section, name in ((own, "sleep"), (beside, f"sleep.{lang}")):
        alone = pdf.Document(made.directory / f"print/{name}.pdf")
        notes = labels.read(name.partition(".")[2] or "en")["my_notes"]
        words = [pdf.squash(node.text) for node in section.find(*WORDS)]
        assert words == [pdf.squash(node.text) for node in alone.root.find(*WORDS) if node.text != notes]
        assert [node.role for node in section.find("H1")] == ["H1"]


@pytest.mark.parametrize("lang", ["es", "ar"])
def test_what_says_the_same_stands_side_by_side(made, lang):
    own, beside = (body(section) for section in columns(made, f"sleep-bilingual-{lang}"))
    pages = set()
    for role, count in (("H2", 2), ("LBody", 5), ("TR", 31)):
        runs = list(zip(own[role], beside[role]))
        assert len(runs) >= count, role
        for one, other in runs:
            assert one.page == other.page and abs(one.y - other.y) < 0.2, (role, one.text, other.text)
            assert one.x < 396 < other.x
            pages.add(one.page)
    assert len(pages) > 2, "the table runs over several pages"


@pytest.mark.parametrize("lang", ["es", "ar"])
def test_a_page_is_heard_column_by_column(made, lang):
    """Also by programs that go by the order of marks in the file."""
    document = pdf.Document(made.directory / f"print/sleep-bilingual-{lang}.pdf")
    own, beside = (set(map(id, section.runs)) for section in columns(made, f"sleep-bilingual-{lang}"))
    assert own and beside
    for page in document.pages:
        sides = [run.x > 396 for run in page.runs]
        assert sides == sorted(sides)


def test_a_source_that_is_read_from_the_right_stands_there(tmp_path):
    articles = {"sleep": ARTICLES["sleep.ar"], "sleep.en": ARTICLES["sleep"].replace("lang: en-US", "lang: en")}
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out", "--format", "bilingual")
    assert result.status == 0, result.err
    own, beside = columns(result, "sleep-bilingual-en")
    assert (own.lang, beside.lang) == ("ar", "en")
    assert min(run.x for run in own.runs) > 396 > max(run.x for run in beside.runs)


def test_a_paragraph_that_is_missing_leaves_its_place_empty(tmp_path):
    words = ["Wait for 10 minutes.", "Drink 200 ml.", "Come back in 3 days."]
    spanish = ["Espere 10 minutos.", "Vuelva en 3 días."]
    articles = {
        "count": program.article("\n\n## Then\n\n".join(words), front="kind: article\n"),
        "count.es": program.article("\n\n## Luego\n\n".join(spanish), lang="es", front="kind: article\n"),
    }
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out", "--format", "bilingual")
    assert result.status == 0, result.err
    own, beside = columns(result, "count-bilingual-es")
    starts = {node.text: next(node.runs) for section in (own, beside) for node in section.find("P", "H2") if list(node.runs)}
    for one, other in zip((words[0], words[2]), spanish):
        assert abs(starts[one].y - starts[other].y) < 0.2, one
    assert starts[words[0]].y > starts[words[1]].y > starts[words[2]].y


def test_it_is_made_of_translations_alone_and_whoever_wants_none_gets_none(tmp_path):
    spanish = ARTICLES["sleep.es"].replace("kind: article", "kind: article\nnot: [bilingual]")
    articles = {"sleep": ARTICLES["sleep"], "sleep.es": spanish, "rest": program.article("Rest.", front="kind: article\n")}
    content = program.write_content(tmp_path / "content", articles)
    result = program.render(content, tmp_path / "out")
    assert result.status == 0, result.err
    assert not [path.name for path in result.pdfs if "bilingual" in path.name]


def test_it_follows_its_source(tmp_path):
    """What was made before is made again when the source has changed, and taken away with it."""
    content = program.write_content(tmp_path / "content", ARTICLES)
    assert program.render(content, tmp_path / "out").status == 0
    path = tmp_path / "out/print/sleep-bilingual-es.pdf"
    before = path.read_bytes()
    (content / "sleep.md").write_text(ARTICLES["sleep"].replace("Lie down.", "Lie down slowly."))
    assert program.render(content, tmp_path / "out").status == 0
    assert path.read_bytes() != before
    (content / "sleep.md").unlink()
    program.render(content, tmp_path / "out")
    assert not path.exists()


def test_both_feet_of_a_page_are_as_high(tmp_path):
    """On A4 the day on which facts were checked takes two lines in Spanish, and one in English."""
    articles = {
        "count": program.article("Wait for 10 minutes.", front="kind: article\n"),
        "count.es": program.article("Espere 10 minutos.", lang="es", front="kind: article\n"),
    }
    content = program.write_content(tmp_path / "content", articles, clinic=CHECKED, style="paper: a4\n")
    result = program.render(content, tmp_path / "out", "--format", "bilingual")
    page = pdf.Document(result.directory / "print/count-bilingual-es.pdf").pages[-1]
    numbers = [run.y for run in page.runs if run.artifact is not None and run.text.startswith(("Page ", "Página "))]
    assert len(numbers) == 2
    assert numbers[0] == pytest.approx(numbers[1], abs=0.5)


def sections(word, count):
    return "\n\n".join(f"## {word} {n}\n\n" + "- Wait.\n- Wait.\n- Wait." for n in range(1, count + 1))


def share(page):
    """How far down the sheet the words of the columns reach."""
    return 1 - min(run.y for run in page.runs if run.artifact is None) / page.height


@pytest.mark.parametrize("count, pages", [(5, 3), (8, 4), (7, 3)])
def test_the_last_page_is_not_left_with_a_few_lines(tmp_path, count, pages):
    """Two pages and a little more make three of about the same; what fills its pages stays as it is."""
    articles = {
        "count": program.article(sections("Part", count), front="kind: article\n"),
        "count.es": program.article(sections("Parte", count), lang="es", front="kind: article\n"),
    }
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out", "--format", "bilingual")
    assert result.status == 0, result.err
    shares = [share(page) for page in pdf.Document(result.directory / "print/count-bilingual-es.pdf").pages]
    assert len(shares) == pages and min(shares) > 0.6, shares
    assert count != 7 or min(shares[:-1]) > 0.85, shares
