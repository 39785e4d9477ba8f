"""The words of the bar's keys are whole in every language, with Listen in its row, too."""

import pytest

import labels
import program
import soak
import spoken

LANGS = ["en", "ru", *soak.sample([lang for lang in labels.tags() if lang not in ("en", "ru")], 1)]
ARTICLES = {("dose" if lang == "en" else f"dose.{lang}"): program.article("25", title="25", lang=lang, front="kind: article\n") for lang in LANGS}
# Keys whose drawing or words go over their edges, or over the window's.
OVER = """
return [...document.querySelectorAll('#bar :is(button, a)')].filter((key) => key.checkVisibility()).filter((key) => {
    const box = key.getBoundingClientRect();
    const parts = [...key.querySelectorAll('svg, .words')].map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 0);
    return box.left < -1 || box.right > innerWidth + 1 || parts.some(({ left, right }) => left < box.left - 1 || right > box.right + 1);
}).map((key) => [key.id, key.textContent.trim()]);"""


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("keys")
    content = program.write_content(base / "content", ARTICLES, style="show:\n  speech: yes\n")
    return program.render(content, base / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"


@pytest.mark.parametrize("window", soak.sample([(1080, 1920), (1280, 1024), (1920, 1080), (1024, 600), (320, 640)], 2))
@pytest.mark.parametrize("lang", LANGS)
def test_words_of_keys_are_whole(player, lobby, lang, window):
    player.window(*window)
    player.open(f"{(lobby / 'read-dose').as_uri()}{'' if lang == 'en' else '.' + lang.lower()}.html?kiosk=1", wait=False)
    for _ in range(3):
        player.settle()
        assert player.js(OVER) == []
        player.js("document.getElementById('size').click()")
