"""The program's own words in all of its languages: complete, translated, with what CLDR knows, and
alone on what is printed."""

import json
import re
import shutil
import subprocess
import sys

import pytest

import clinics
import labels
import languages
import pdf
import program
import soak

ENGLISH = labels.read("en")
# Of these languages; all products of those that the sample has. A brochure holds fewer facts.
SET = soak.sample([lang for lang in labels.tags() if lang != "en"], 4)
PAPER = ["standard", "contact-slip"]
FULL_PAPER = [*PAPER, "large", "giant", "booklet", "booklet-reading"]
LEAFLETS = ["brochure"]
SAMPLE = soak.sample([lang for lang in labels.tags() if lang != "en"], 1)
# Words that other languages took over as they are (Hindi writes "am" and "pm"), and the direction.
SAME = {"fax", "desk_printer", "format_braille", "formats", "player_slide", "player_listen_pause", "direction"} | {
    f"time_{half}{minutes}" for half in ("am", "pm") for minutes in ("", "_minutes")
}
# Signs and names that are the same everywhere.
NOT_WORDS = {"fact_separator", "list_separator", "day_comma", "hours_line", "direction", "date_year", "number_forms"}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Sheets and screens in many languages."""
    base = tmp_path_factory.mktemp("languages")
    articles = {lang.lower(): languages.article(lang) for lang in ["en", *SET]}
    content = program.write_content(base / "content", articles, clinic=languages.CLINIC)
    result = program.render(content, base / "out", "--format", ",".join([*PAPER, "screen"]))
    assert result.status == 0, result.err
    return result


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """All products of a clinic that fills in every key; test_conformance.py measures the PDFs."""
    base = tmp_path_factory.mktemp("full")
    articles = {lang.lower(): languages.article(lang) for lang in SAMPLE}
    content = program.write_content(base / "content", articles, clinic=clinics.FULL)
    result = program.render(content, base / "out", "--format", ",".join([*FULL_PAPER, "screen"]))
    assert result.status == 0, result.err
    pages = program.render(content, base / "out", "--format", "standard", "--as", "html")
    assert pages.status == 0, pages.err
    (content / "clinic.yaml").write_text(clinics.BUSY)
    leaflets = program.render(content, base / "leaflets", "--format", ",".join(LEAFLETS))
    assert leaflets.status == 0, leaflets.err
    return result, leaflets


def phrases(words):
    """The words of labels between their places, without the signs about them."""
    for key, text in words.items():
        if key in NOT_WORDS:
            continue
        for entry in text if isinstance(text, list) else [text]:
            for piece in re.split(r"\{\w+\}", entry):
                if re.search("[A-Za-z]{2}", piece):
                    yield re.sub(r"^\W+|\W+$", "", piece)


def holds(text, phrase):
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None


def shown(path):
    """All that a file shows and says."""
    document = pdf.Document(path)
    spoken = [words for node in document.root.walk() for words in (node.alt, node.actual) if words]
    pages = [page.label for page in document.pdf.pages]
    return " \n".join([*(pdf.join(page.runs) for page in document.pages), *spoken, *document.outline, *pages])


def foreign(lang, *known):
    """The English phrases of labels that neither the language nor what the clinic wrote has."""
    own = " \n".join([json.dumps(labels.read(lang), ensure_ascii=False), languages.article(lang), *known])
    return [phrase for phrase in dict.fromkeys(phrases(ENGLISH)) if not holds(own, phrase)]


def suffix(product):
    return "" if product == "standard" else f"-{product}"


def test_there_are_25_languages():
    assert set(labels.tags()) == set(languages.WORDS) and len(labels.tags()) == 25


def test_cldr_says_the_same_again(tmp_path):
    copy = tmp_path / "labels"
    shutil.copytree(labels.FOLDER, copy)
    shutil.copy(labels.FOLDER.parent / "cldr.py", tmp_path)
    subprocess.run(
        [sys.executable, copy / "from-cldr.py", "/usr/share/unicode/cldr/common", copy], check=True
    )
    for path in labels.FOLDER.iterdir():
        assert (copy / path.name).read_text() == path.read_text(), path.name


def test_cldr_names_the_same_languages_again(tmp_path):
    for name in ("cldr.py", "languages-from-cldr.py"):
        shutil.copy(labels.FOLDER.parent / name, tmp_path)
    subprocess.run([sys.executable, tmp_path / "languages-from-cldr.py"], check=True)
    assert (tmp_path / "languages.yaml").read_text() == (labels.FOLDER.parent / "languages.yaml").read_text()


# What says "not" comes before what it negates, or no blank parts it from that.
LEADING = {"ar", "es", "ht", "it", "ja", "km", "pl", "pt", "ru", "so", "tl", "vi", "zh-Hans", "zh-Hant"}


@pytest.mark.parametrize("lang", labels.tags())
def test_every_key_is_there_and_translated(lang):
    words = labels.read(lang)
    assert set(words) == set(ENGLISH)
    assert all(words[key] for key in words if not isinstance(words[key], list))
    # Languages without blanks end lines anywhere; in Korean, numbers in words are small words.
    empty = {key for key in words if words[key] == []}
    assert ("trailing_negations" in empty) == (lang in LEADING)
    empty -= {"trailing_negations", "number_forms"}  # or all forms are one
    ends = {"small_words", "phrase_words", "spelled_numbers"} if lang in ("ja", "km", "zh-Hans", "zh-Hant") else set()
    assert empty <= (ends or ({"spelled_numbers"} if lang == "ko" else set()))
    same = {key for key in words if words[key] == ENGLISH[key]}
    assert lang == "en" or len(same) <= 0.1 * len(words), same
    assert lang == "en" or {key for key in same - NOT_WORDS if re.search("[a-z]{2}", re.sub(r"{.*?}", "", words[key]))} <= SAME


@pytest.mark.parametrize("lang", [tag for tag in labels.tags() if tag != "en"])
def test_places_are_those_of_english(lang):
    """Dates and times use theirs as the language has it."""
    for key, text in labels.read(lang).items():
        if isinstance(text, str) and not re.match("(date|time)_", key) or key in ("time_range", "time_and"):
            assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", ENGLISH[key])), key


def test_each_language_waits_for_a_reviewer_once(made):
    waiting = [f for f in made.findings if f["rule"] == "labels-unreviewed"]
    assert sorted(f["path"].rsplit("/", 1)[1] for f in waiting) == sorted(
        f"{lang}.yaml" for lang in SET
    )
    assert {f["severity"] for f in waiting} == {"warning"}


def test_strict_makes_it_an_error(tmp_path):
    content = program.write_content(tmp_path / "content", {"a": languages.article("es")}, clinic=languages.CLINIC)
    result = program.render(content, tmp_path / "out", "--format", "standard", "--strict")
    assert result.status == 1 and "labels-unreviewed" in result.rules("error")
    assert not result.pdfs
    (content / "labels").mkdir()
    (content / "labels/es.yaml").write_text("translation: {reviewed_by: A. Vega, reviewed_on: 2026-05-04}\n")
    result = program.render(content, tmp_path / "out", "--format", "standard")
    assert "labels-unreviewed" not in result.rules()


@pytest.mark.parametrize("lang", SET)
def test_no_english_word_is_printed(made, lang):
    phrases = foreign(lang, languages.CLINIC)
    for name in PAPER:
        text = shown(made.pdf(lang.lower(), suffix(name)))
        assert not [phrase for phrase in phrases if holds(text, phrase)], name


@pytest.mark.parametrize("lang", SAMPLE)
def test_no_product_of_a_full_clinic_has_an_english_word(full, lang):
    phrases = foreign(lang, clinics.FULL)
    assert len(phrases) > 150
    result, leaflets = full
    for name in [*FULL_PAPER, *LEAFLETS]:
        text = shown((leaflets if name in LEAFLETS else result).pdf(lang.lower(), suffix(name)))
        assert not [phrase for phrase in phrases if holds(text, phrase)], name


@pytest.mark.parametrize("lang", SAMPLE)
def test_no_page_or_screen_of_a_full_clinic_has_an_english_word(full, lang):
    directory = full[0].directory
    slides = json.loads((directory / "lobby/manifest.json").read_text())["slides"]
    shown = [f"{slide['text']} {slide['alt']}" for slide in slides if slide["lang"] == lang]
    page = (directory / f"print/{lang.lower()}.html").read_text()
    assert shown
    for text in [re.sub("(?s)<style>.*?</style>|<[^>]*>", " ", page), *shown]:
        assert not [phrase for phrase in foreign(lang, clinics.FULL) if holds(text, phrase)], text


def test_no_english_word_is_in_the_show(made):
    manifest = json.loads((made.directory / "lobby/manifest.json").read_text())
    for lang, words in manifest["labels"].items():
        if lang != "en":
            own = labels.read(lang)
            assert words.pop("back") == own["transcript_back"]
            assert words.pop("go_back") == own["kiosk_back"]
            assert words.pop("language_name") == own["language_name"]
            assert all(words[key] == own[f"player_{key}"] for key in words if key not in ("dir", "told_s"))
