"""A text in another language than the one that it is taken for is listed, and a text in English is not."""

import zipfile

import pytest
import yaml

import program
import test_import_documents as documents

OTHERS = {
    "es": "Lave la herida con agua y no la toque. Si le duele, llame a la clínica en la mañana.",
    "de": "Die Wunde nicht mit Seife waschen. Wenn sie in der Nacht wehtut, rufen Sie die Praxis an und bitten um einen Termin.",
    "fr": "Ne lavez pas la plaie avec du savon. Si elle fait mal, appelez la clinique et demandez un rendez-vous le matin.",
    "it": "Non lavate la ferita con il sapone. Se fa male, chiamate la clinica e chiedete di un medico.",
    "pt": "Lave a ferida com cuidado e seque com um pano. Se sentir dor, ligue para a clínica na manhã seguinte.",
    "pl": "Nie myj rany i nie dotykaj jej. Gdy boli, zadzwoń do kliniki, a w nocy na numer na dole.",
    "ht": "Pa lave blesi a ak savon. Si li fè ou mal, rele klinik la nan maten epi pa pran anyen ki pou doulè.",
    "tl": "Huwag hugasan ang sugat ng sabon. Kung masakit ang sugat, tumawag sa klinika sa umaga at sabihin ito sa nars.",
}
ENGLISH = [
    "Wash the wound with soap and water. If it hurts at night, call the clinic and ask for a nurse.",
    "Dr. de la Cruz, Dr. La Rosa and the team of Clínica de la Paz see you on the day.",
    "Tylenol 5 mg\nAdvil 10 mg\nLasix 20 mg",
]


def imported(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    done = program.run("import", name, "--check", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("lang", OTHERS)
def test_another_language_is_listed(lang, tmp_path):
    text = OTHERS[lang]
    assert "it does not say its language" in imported(tmp_path, "page.txt", f"Info\n\n{text}\n")
    page = f"<html lang={{}}><title>Info</title><main><h1>Info</h1><p>{text}</p></main>"
    assert "whose short words it has not" in imported(tmp_path, "page.html", page.format("en-US"))
    assert "language" not in imported(tmp_path, "page.html", page.format(lang))


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_not(text, tmp_path):
    assert "language" not in imported(tmp_path, "page.txt", f"Info\n\n{text}\n")


def test_the_body_says_the_language_where_the_page_does_not(tmp_path):
    page = f"<html><title>Info</title><body lang=de><main><h1>Info</h1><p>{OTHERS['de']}</p></main>"
    assert "language" not in imported(tmp_path, "page.html", page)


STYLES = "<w:styles xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='{}'/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
ODF_STYLE = "<office:styles><style:default-style style:family='paragraph'><style:text-properties fo:language='{}' fo:country='{}'/></style:default-style></office:styles>"


def rewritten(path, part, text):
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, text)


def written(kind, path, said):
    lang, country = said.split("-")
    if kind == "docx":
        documents.write_docx(path, "<w:p><w:r><w:t>Tome 5 mg.</w:t></w:r></w:p>")
        rewritten(path, "word/styles.xml", STYLES.format(said).replace("'", '"'))
    elif kind == "epub":
        documents.write_epub(path, "<p>Tome 5 mg.</p>", meta=f"<dc:language>{said}</dc:language>")
    else:
        documents.write_odt(path, "<text:p>Tome 5 mg.</text:p>", masters=ODF_STYLE.format(lang, country).replace("'", '"'))


@pytest.mark.parametrize("kind", ["docx", "epub", "odt"])
@pytest.mark.parametrize("said, taken", [("pt-BR", "pt-BR"), ("en-GB", "en-US")])
def test_a_document_is_in_the_language_that_it_says(kind, said, taken, tmp_path):
    """English is what programs say where nobody chose: it is not said by them."""
    written(kind, tmp_path / f"page.{kind}", said)
    done = program.run("import", f"page.{kind}", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"\nlang: {taken}\n" in (tmp_path / "drafts/draft.md").read_text()


FOOT = {
    "de": ("Telefon: 030 2345678", "Sprechzeiten: Montag bis Freitag 8 bis 12 Uhr", "Mo-Fr 08:00-12:00"),
    "fr": ("Téléphone : 01 42 34 56 78", "Horaires : lundi à vendredi de 8h à 12h", "Mo-Fr 08:00-12:00"),
    "pl": ("Telefon: 22 234 56 78", "Godziny otwarcia: poniedziałek - piątek 8:00-12:00", "Mo-Fr 08:00-12:00"),
}


@pytest.mark.parametrize("lang", FOOT)
def test_where_nothing_says_the_language_its_short_words_do(lang, tmp_path):
    telephone, hours, read = FOOT[lang]
    page = f"<html><meta charset=utf-8><title>Info</title><main><h1>Info</h1><p>{OTHERS[lang]}</p></main><footer><p>{telephone}</p><p>{hours}</p></footer>"
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    made = yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())
    assert f"\nlang: {lang}\n" in (tmp_path / "drafts/draft.md").read_text() and "that of its short words was taken" in done.stdout
    assert made["telephone"] == telephone.split(":")[1].strip() and made["opening_hours"] == [read]


@pytest.mark.parametrize("text", [OTHERS["de"][:30], OTHERS["de"] + OTHERS["fr"]])
def test_few_or_shared_words_say_none(text, tmp_path):
    assert "English was taken" in imported(tmp_path, "page.txt", f"Info\n\n{text} Größe, Fuß.\n")
