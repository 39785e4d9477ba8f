"""Translations: what they say of themselves reaches their readers, and their source is known."""

import re

import pytest

import labels
import measured
import pdf
import png
import program

BODY = "Hable con su médico.\n\n## Después\n\nLlame al consultorio."


def translated(**keys):
    said = "".join(f"  {key}: {value}\n" for key, value in keys.items())
    return program.article(BODY, title="Dormir", lang="es", front=f"kind: article\ntranslation:\n{said}")


@pytest.fixture(scope="module")
def unread(tmp_path_factory):
    base = tmp_path_factory.mktemp("unread")
    articles = {"sleep.es": translated(by="a machine", machine="yes")}
    return program.render(program.write_content(base / "content", articles), base / "out")


WORDS = labels.of(translated())["machine_translated"]


def test_every_product_says_that_nobody_has_read_it(unread):
    assert unread.status == 0, unread.err
    for name in ("", "-large", "-giant", "-brochure", "-booklet"):
        text = " ".join(run.text for page in pdf.Document(unread.directory / f"print/sleep.es{name}.pdf").pages for run in page.runs)
        assert pdf.squash(WORDS) in pdf.squash(text), name
    for name in ("web/sleep.es.html", "web/sleep.es.txt"):
        text = (unread.directory / name).read_text().replace("\n| ", " ")
        assert WORDS in text, name
    assert any(pdf.squash(WORDS) in pdf.squash(png.description(screen)) for screen in unread.screens)


def test_a_reader_who_is_named_takes_the_warning_away(tmp_path):
    articles = {"sleep.es": translated(machine="yes", reviewed_by="B. Ruiz")}
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out")
    assert "translation-unread" not in result.rules()
    assert WORDS not in (result.directory / "web/sleep.es.html").read_text()


def test_where_it_can_do_harm_it_is_not_published(tmp_path):
    text = translated(machine="yes").replace("kind:", "critical: yes\nkind:")
    result = program.render(program.write_content(tmp_path / "content", {"sleep.es": text}), tmp_path / "out")
    assert result.status == 1
    assert [f["rule"] for f in result.findings if f["severity"] == "error"] == ["translation-critical"]
    assert result.pdfs == []


def test_one_that_names_its_source_stands_with_it(tmp_path):
    articles = {"sleep": program.article("Sleep well.", front="kind: article\n"), "dormir": translated(of="sleep")}
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out", "--format", "html")
    assert result.status == 0, result.err
    assert 'href="dormir.html"' in (result.directory / "web/sleep.html").read_text()
    assert 'href="sleep.html"' in (result.directory / "web/dormir.html").read_text()


def test_paper_names_the_other_languages_in_their_own_words(tmp_path):
    articles = {
        "sleep": program.article("Sleep well.", front="kind: article\nversion: '1'\n"),
        "sleep.es": translated(machine="no"),
        "sleep.ar": program.article("نم جيدا.", title="النوم", lang="ar", front="kind: article\nversion: '1'\n"),
        "sleep.ur": program.article("اچھی طرح سوئیں۔", title="نیند", lang="ur", front="kind: article\n"),
    }
    content = program.write_content(tmp_path / "content", articles)
    result = program.render(content, tmp_path / "out", "--format", "standard,large,text")
    assert result.status == 0, result.err
    for name, lang, wanted in (("sleep", "en", "العربية, Español, اردو"), ("sleep.ar", "ar", "English، Español، اردو")):
        lead = labels.read(lang)["also_in"].replace("{languages}", "")
        document = pdf.Document(result.directory / f"print/{name}.pdf")
        text = "".join(run.text for page in document.pages for run in page.runs)
        assert pdf.squash(lead + wanted) in pdf.squash(text), text
    langs = {node.lang for node in pdf.Document(result.directory / "print/sleep.pdf").root.walk() if node.role == "Span"}
    assert {"ar", "es", "ur"} <= langs
    alone = pdf.Document(result.directory / "print/sleep.ur.pdf")
    text = "".join(run.text for page in alone.pages for run in page.runs)
    lead = labels.read("ur")["also_in"].replace("{languages}", "")
    assert pdf.squash(lead) in pdf.squash(text), "also where nothing else is told of it"
    assert f"\n\n{lead}" in (result.directory / "web/sleep.ur.txt").read_text(), "no line of the paragraph before it"
    measured.later(*result.pdfs)


DOSE = {"en": "Take 5 mg.", "es": "Tome 6 mg.", "fr": "Prenez 6 mg."}


def dose(lang, front=""):
    return program.article(DOSE[lang], title=f"Dose {lang}", lang=lang, front="kind: article\n" + front)


def compared(tmp_path, articles):
    """The result, and which article is held against which other one."""
    content = program.write_content(tmp_path / "content", articles)
    result = program.render(content, tmp_path / "out", "--format", "standard,bilingual,html")
    pairs = {
        (f["path"].rsplit("/", 1)[1], re.search(r"([^/(]+\.md):\d+\)", f["message"])[1])
        for f in result.findings
        if f["rule"] == "translation-dose"
    }
    return result, pairs


TRANSLATED = "translation: {by: A. Ruiz, machine: no}\n"


@pytest.mark.parametrize(
    "source, translation",
    [("sleep", "sleep.es"), ("sleep", "sleep-es"), ("sleep-en", "sleep-es"), ("sleep.en", "sleep.es"), ("sleep-en", "sleep.es"), ("sleep-en", "sleep-en.es")],
)
def test_a_source_may_carry_its_language_in_its_name(tmp_path, source, translation):
    result, pairs = compared(tmp_path, {source: dose("en"), translation: dose("es")})
    assert result.status == 0, result.err
    assert pairs == {(f"{translation}.md", f"{source}.md")}
    assert (result.directory / "print/sleep-bilingual-es.pdf").exists()
    assert f'href="{translation}.html"' in (result.directory / f"web/{source}.html").read_text()


def test_what_says_that_it_is_a_translation_is_held_against_what_does_not(tmp_path):
    _, pairs = compared(tmp_path / "fr", {"sleep-fr": dose("fr", TRANSLATED), "sleep-en": dose("en")})
    assert pairs == {("sleep-fr.md", "sleep-en.md")}
    _, pairs = compared(tmp_path / "en", {"sleep-es": dose("es"), "sleep-en": dose("en", TRANSLATED)})
    assert pairs == {("sleep-en.md", "sleep-es.md")}
    _, pairs = compared(tmp_path / "to", {"guide-to": dose("en"), "guide-es": dose("es")})
    assert pairs == set()


def test_a_translation_without_a_source_is_told(tmp_path):
    result, pairs = compared(tmp_path, {"sleep-fr": dose("fr", TRANSLATED)})
    (note,) = [f for f in result.findings if f["rule"] == "translation-alone"]
    assert (note["severity"], note["line"]) == ("note", "5") and result.status == 0 and not pairs


def test_two_of_one_name_of_which_none_is_said_to_be_the_source_are_told(tmp_path):
    result, pairs = compared(tmp_path, {"sleep-fr": dose("fr"), "sleep-es": dose("es"), "rest-es": dose("es")})
    notes = {f["path"].rsplit("/", 1)[1]: f for f in result.findings if f["rule"] == "translation-alone"}
    assert notes.keys() == {"sleep-fr.md", "sleep-es.md"} and not pairs and result.status == 0
    assert "named like 'sleep-es.md'" in notes["sleep-fr.md"]["message"] and notes["sleep-fr.md"]["line"] == "3"
    said, _ = compared(tmp_path / "said", {"sleep-fr": dose("fr", TRANSLATED), "sleep-es": dose("es")})
    assert (said.directory / "print/sleep-bilingual-fr.pdf").exists() and not [f for f in said.findings if f["rule"] == "translation-alone"]


@pytest.mark.parametrize("lang, of, now", [("en", None, []), ("fr", "sleep", ["sleep-bilingual-fr.pdf"]), ("es", "rest", ["rest-bilingual-es.pdf"])])
def test_what_stood_beside_each_other_before_goes(tmp_path, lang, of, now):
    made = lambda: sorted(path.name for path in (tmp_path / "out/print").iterdir() if "-bilingual-" in path.name)
    articles = {"sleep": dose("en"), "rest": dose("en"), "sleep.es": dose("es"), "a-bilingual-b": dose("en")}
    content = program.write_content(tmp_path / "content", articles)
    program.render(content, tmp_path / "out", "--format", "standard,bilingual", "--pdf", "2")
    assert made() == ["a-bilingual-b-2.pdf", "a-bilingual-b.pdf", "sleep-bilingual-es-2.pdf", "sleep-bilingual-es.pdf"]
    program.write_content(content, {"sleep.es": dose(lang, TRANSLATED.replace("{", f"{{of: {of}, ") if of else "")})
    assert program.render(content, tmp_path / "out", "--format", "standard").status == 0
    assert "sleep-bilingual-es.pdf" in made()  # nobody asked for those
    program.render(content, tmp_path / "out", "--format", "standard,bilingual")
    assert made() == ["a-bilingual-b.pdf", *now]


@pytest.mark.parametrize("other, lang", [("sleep-es", "es"), ("sleep-bilingual-es", "en")])
def test_two_that_want_one_bilingual_file_are_refused(tmp_path, other, lang):
    result, _ = compared(tmp_path, {"sleep": dose("en"), "sleep.es": dose("es"), other: dose(lang)})
    (clash,) = [f for f in result.findings if f["rule"] == "name-clash"]
    assert result.status == 1 and clash["path"].endswith("sleep.es.md") and clash["line"] == "3"
    assert "print/sleep-bilingual-es" in clash["message"] and f"{other}.md" in clash["message"]
    assert "keep one" in clash["message"]
