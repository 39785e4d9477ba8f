"""Languages that the program has no words in: each is called by its own name, and the controls, which are in English then, say so to
whoever reads the page aloud."""

import pytest

import lobby_show
import program
import spoken
from spoken import sound

NAMES = {"en-US": "English", "es": "Español", "sw": "Kiswahili", "uk": "Українська", "hmn": "Hmong", "qaa": "qaa"}
ARTICLES = {
    "mri" if lang == "en-US" else f"mri.{lang}": program.article("Words.", title=f"MRI {lang}", lang=lang, front="kind: article\n")
    for lang in NAMES
}
# Words of controls and the language that they are marked with.
CONTROLS = "return [...document.querySelectorAll(arguments[0])].map((e) => [e.textContent.trim(), e.closest('[lang]').lang, getComputedStyle(e).direction])"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("tongues")
    more = {"mri.ps": program.article("Words.", title="MRI ps", lang="ps", front="kind: article\n"), "hands": program.article("Wash.", title="Hands", front="kind: article\n")}
    content = program.write_content(base / "content", ARTICLES | more, style="show:\n  speech: no\n")
    result = program.render(content, base / "out", "--format", "screen,html")
    assert result.status == 0, result.err
    return result.directory


def open_page(player, made, page):
    player.window(1920, 1080)
    player.open(f"{(made / 'lobby' / page).as_uri()}?kiosk=1", wait=False)
    player.settle()


@pytest.mark.parametrize("page, links", [("topics.html", "#languages a"), ("topics.sw.html", "#languages a"), ("read-mri.uk.html", "#languages a")])
def test_languages_without_words_of_ours_are_called_by_their_names(player, made, page, links):
    open_page(player, made, page)
    named = dict(player.js("return [...document.querySelectorAll(arguments[0])].map((a) => [a.lang, a.textContent])", links))
    assert named == NAMES | {"ps": "پښتو"}


def test_web_pages_name_them_too(made):
    page = (made / "web/mri.html").read_text()
    assert all(f">{name}</a>" in page for name in NAMES.values())


@pytest.mark.parametrize("page, lang", [("topics.ps.html", "en"), ("read-mri.ps.html", "en"), ("topics.es.html", "es"), ("read-mri.es.html", "es"), ("topics.html", "en-US")])
def test_controls_say_in_which_language_they_are(player, made, page, lang):
    open_page(player, made, page)
    found = player.js(CONTROLS, "#bar .words, h1, .hint .words, #pills-name, #languages-name, .walk .words, #take h2, #take .desk")
    own = {tuple(words[1:]) for words in found if not words[0].startswith("MRI")}
    assert len(found) >= 8 and own == {(lang, "ltr")}, found
    assert player.js("return [document.querySelector('#idle').closest('[lang]').lang, document.documentElement.lang]")[0] == lang
    assert player.axe() == []


# Of what has a name its words and their language; of one in an attribute, that of the page.
NAMED = """
const all = [...document.querySelectorAll('nav[aria-label], nav[aria-labelledby], [role=group], article, #missing-page, title')];
return all.map((e) => {
    const by = e.matches('title') ? e : document.getElementById(e.getAttribute('aria-labelledby'));
    return [by ? by.textContent : e.getAttribute('aria-label'), (by ?? e).closest('[lang]').lang];
});"""


@pytest.mark.parametrize("page, least", [("topics.ps.html", 5), ("read-mri.ps.html", 5), ("contact-ps.html", 5)])
def test_names_of_what_holds_controls_say_so_too(player, made, page, least):
    """And the window's title, and what is told of a page that is missing."""
    open_page(player, made, page)
    named = player.js(NAMED)
    assert len(named) >= least and len({words for words, _ in named}) > 2
    assert all(lang == ("ps" if words == "MRI ps" else "en") for words, lang in named), named
    assert "en" in {lang for _, lang in named}


@pytest.mark.parametrize("page", ["topics.html", "topics.en-GB.html", "read-hands.html"])
def test_languages_of_one_name_are_told_apart_in_words_that_are_heard(player, parted, page):
    """The name alone would be silent: what is heard is looked up by what is seen."""
    open_page(player, parted, page)
    named = dict(player.js("return [...document.querySelectorAll('#languages a')].map((a) => [a.lang, a.textContent])"))
    all_names = {"en-US": "English (US)", "en-GB": "English (GB)", "sr": "Српски (sr)", "sr-Cyrl": "Српски (sr-Cyrl)"}
    assert named == {lang: name for lang, name in all_names.items() if lang.startswith("en") or "read" not in page}
    heard = {words for words, *_ in sound(parted / "lobby", page)["words"]["said"]}
    assert {"English (US)", "English (GB)"} <= heard


@pytest.fixture(scope="module")
def parted(tmp_path_factory):
    base = tmp_path_factory.mktemp("parted")
    written = {"hands": "en-US", "hands.en-GB": "en-GB", "feet": "en-US", "skin": "sr", "skin.sr-Cyrl": "sr-Cyrl"}
    articles = {name: program.article("Words.", title=name, lang=lang, front="kind: article\n") for name, lang in written.items()}
    content = program.write_content(base / "content", articles, style="show:\n  speech: yes\n")
    result = program.render(content, base / "out", "--format", "screen", env=spoken.briefly())
    assert result.status == 0, result.err
    return result.directory


WORDY = "Usted se sienta en una silla, despierto, y puede irse a su casa enseguida, sin que nadie lo acompañe. "


@pytest.mark.parametrize("homes", ["en-US", "es"])
def test_a_display_begins_in_the_language_of_the_house(tmp_path, homes):
    """Not in that of its translations, which may be as many and take more words for the same."""
    source, other = {"en-US": ("Sit. ", WORDY * 3), "es": ("Siéntese. ", WORDY.replace("Usted", "You") * 3)}[homes]
    away = "es" if homes == "en-US" else "en-US"
    articles = {name: program.article(source, title=name, lang=homes, front="kind: article\n") for name in ("sleep", "food")}
    articles |= {f"{name}.{away}": program.article(other, title=f"{name} {away}", lang=away, front="kind: article\n") for name in ("sleep", "food")}
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out")
    for page in ("lobby/index.html", "lobby/topics.html", "web/index.html"):
        assert f'<html lang="{homes}"' in (result.directory / page).read_text(), page
    shown = [slide["lang"] for slide in lobby_show.manifest(result.directory / "lobby")["slides"]]
    assert shown[0] == homes and away in shown
