"""A round of the show: when it tells how to reach the clinic, and in which language."""
import itertools
import re

import pytest

import clinics
import lobby_show
import program

LANGUAGES = {"en": "Drink water with every meal. ", "es": "Tome agua con cada comida. ", "ar": "اشرب الماء مع كل وجبة. "}
SECTIONS = 14
EVERY_S = 120


@pytest.fixture(scope="module")
def slides(tmp_path_factory):
    base = tmp_path_factory.mktemp("round")
    articles = {
        f"a-{lang}": program.article(f"{words * 12}\n", title=lang, lang=lang, front="kind: article\n")
        for lang, words in LANGUAGES.items()
    }
    sections = "".join(f"## Section {n + 1}\n\n{LANGUAGES['en'] * 4}\n\n" for n in range(SECTIONS))
    articles["long"] = program.article(f"{LANGUAGES['en']}\n\n{sections}", title="Long")
    articles["news"] = program.article("We are closed on Monday.", title="News", front="kind: announcement\n")
    style = f"show:\n  contact_every: {EVERY_S // 60}\n  announcements_every: 1\n"
    content = program.write_content(base / "content", articles, clinic=clinics.BUSY, style=style)
    result = program.render(content, base / "out", "--format", "screen")
    assert result.status == 0
    return lobby_show.manifest(result.directory / "lobby")["slides"]


def acts(slides):
    """The article and language of each act, with its slides."""
    return [(*key, list(act)) for key, act in itertools.groupby(slides, lambda s: (s["id"].split("/")[0], s["lang"]))]


def test_how_to_reach_the_clinic_is_never_long_off(slides):
    since = 0
    for name, _, act in acts(slides):
        seconds = sum(slide["dwell_s"] for slide in act)
        since = 0 if name == "contact" else since + seconds
        assert since <= EVERY_S


def test_no_language_is_left_out(slides):
    langs = [lang for name, lang, _ in acts(slides) if name == "contact"]
    assert {lang[:2] for lang in langs} == set(LANGUAGES) and langs[-1].startswith("en")
    assert all(one != other for one, other in itertools.pairwise(langs[:3]))


def test_contact_takes_five_screens_in_each_language(slides):
    """Of crisis line, telephone with hours, services, address, take home: words longer than English ones cost none."""
    screens = {lang: set() for lang in LANGUAGES}
    for slide in slides:
        if slide["id"].startswith("contact/"):
            screens[slide["lang"][:2]].add(slide["sha256"])
    assert {lang: len(files) for lang, files in screens.items()} == dict.fromkeys(LANGUAGES, 5)


def test_an_article_is_interrupted_before_a_section(slides):
    """And by nothing but the clinic: announcements come between articles."""
    parts = [(name, act) for name, _, act in acts(slides)]
    long = [n for n, (name, _) in enumerate(parts) if name == "long"]
    assert len(long) > 2
    for one, other in itertools.pairwise(long):
        assert [name for name, _ in parts[one + 1 : other]] == ["contact"]
        assert parts[other][1][0]["title"] != parts[one][1][-1]["title"]


def test_latin_facts_take_no_more_screens_among_arabic_ones(slides):
    ids = {"en": set(), "ar": set()}
    for slide in slides:
        if slide["id"].startswith("contact/") and re.search("97201|frontdesk", slide["alt"]):
            ids.get(slide["lang"][:2], set()).add(slide["sha256"])
    assert len(ids["en"]) == len(ids["ar"]) == 1


@pytest.mark.parametrize(
    "languages, played",
    [
        ("together", ["a en", "a-ar ar", "resto es", "b en", "b-ar ar"]),
        ("rounds", ["a en", "b en", "contact en", "a-ar ar", "b-ar ar", "contact ar", "resto es", "contact es"]),
    ],
)
def test_languages_come_together_or_in_rounds_of_their_own(tmp_path, languages, played):
    """Whatever their files are called: 'resto' names its source."""
    texts = {"a-ar": "ar", "a": "en", "b-ar": "ar", "b": "en"}
    articles = {name: program.article(LANGUAGES[lang] * (9 if lang == "en" else 3), title=name, lang=lang, front="kind: article\n") for name, lang in texts.items()}
    articles["resto"] = program.article(LANGUAGES["es"], title="resto", lang="es", front="kind: article\ntranslation: {of: a}\n")
    content = program.write_content(tmp_path / "content", articles, clinic=clinics.BUSY, style=f"show: {{languages: {languages}}}\n")
    result = program.render(content, tmp_path / "out", "--format", "screen")
    assert result.status == 0, result.err
    shown = [f"{name} {lang[:2]}" for name, lang, _ in acts(lobby_show.manifest(result.directory / "lobby")["slides"])]
    assert [one for one in shown if languages == "rounds" or "contact" not in one] == played
