"""No part of an article goes on below the edge, on no panel, at no size of its letters: very long words in the rows
of a table, under a long title and a long heading."""

import pytest

import program
import test_topics_pieces
import test_topics_words

PANELS = [(1920, 1080), (1080, 1920), (1366, 768), (1280, 1024), (1024, 600)]
LETTERS = {1: 1, 1.5: 1.25, 2: 1.5}  # of the body, in those of the bar

GERMAN = """\
Kommen Sie bitte rechtzeitig.

## Arzneimittelunverträglichkeiten und Wechselwirkungswahrscheinlichkeiten Ihrer Schilddrüsenhormonbehandlung

| Nahrungsmittelunverträglichkeit | Wechselwirkungswahrscheinlichkeit | Behandlungsbedürftigkeit |
|---|---|---|
| Schilddrüsenhormonersatzbehandlung | Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft | Krankenversicherungskarte mitbringen |
| Levothyroxin | Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz | Sofort anrufen, wenn Nebenwirkungen auftreten |
"""
TITLE = "Magnetresonanztomographie der Lendenwirbelsäule und Arzneimittelunverträglichkeiten"

SCROLLS = "const r = document.getElementById('read'); return [r.scrollHeight - r.clientHeight, r.scrollWidth - r.clientWidth]"
# Words of the ways on and back that stand in two lines.
TORN_KEYS = """
const found = [];
for (const key of document.querySelectorAll('.walk .words')) for (const { 0: word, index } of key.textContent.matchAll(/\\S+/g)) {
    const range = new Range();
    range.setStart(key.firstChild, index);
    range.setEnd(key.firstChild, index + word.length);
    if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
        found.push(word);
}
return found;"""
SHOWN = "return [...document.querySelectorAll('#read :is(.value, p, h1, h2)')].filter((e) => e.checkVisibility()).map((e) => parseFloat(getComputedStyle(e).fontSize))"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("edge")
    articles = {"long": program.article(GERMAN, title=TITLE, lang="de", front="kind: article\n"), "plain": program.article("Read.\n\n## How\n\n- One\n- Two", title="Read", front="kind: article\n")}
    content = program.write_content(base / "content", articles, style="show:\n  speech: no\n")
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


def open_part(player, lobby, name, window, size):
    test_topics_pieces.open_page(player, lobby / f"read-{name}.html", window, size)
    return test_topics_pieces.turn(player)


@pytest.mark.sample(3)
@pytest.mark.parametrize("size", LETTERS)
@pytest.mark.parametrize("window", PANELS)
def test_no_part_goes_on_below_the_edge(player, lobby, window, size):
    """All words are in one of them; the letters are never smaller than those of the bar are at arm's length."""
    seen = set()
    for number in open_part(player, lobby, "long", window, size):
        over, beside = player.js(SCROLLS)
        assert over <= 1 and beside <= 0, (number, over, beside)
        assert player.js(test_topics_words.TORN) == [] and player.js(TORN_KEYS) == []
        least = player.js("return parseFloat(document.documentElement.style.getPropertyValue('--letter'))")
        assert min(player.js(SHOWN)) >= least - 0.1
        seen |= set(player.js(test_topics_pieces.TEXTS, False))
    assert set(player.js(test_topics_pieces.TEXTS, True)) <= seen


@pytest.mark.sample(2)
@pytest.mark.parametrize("size", LETTERS)
def test_letters_are_hardly_smaller_than_chosen(player, lobby, size):
    """As large where they have room; where a part has what was left over as well, larger still than those a size below."""
    below = max((letters for letters in LETTERS.values() if letters < LETTERS[size]), default=0.87)
    for _ in open_part(player, lobby, "plain", (1920, 1080), size):
        letters = player.js("return parseFloat(getComputedStyle(document.getElementById('read')).fontSize)") / (1.75 * 32)
        assert below < letters <= LETTERS[size] + 0.001 and (size == 2 or letters == pytest.approx(LETTERS[size]))


def test_words_have_the_room_on_a_panel_that_is_hardly_wider_than_high(player, lobby):
    """Of which the way home is the last part, not a column beside them."""
    for size in LETTERS:
        for _ in open_part(player, lobby, "plain", (1280, 1024), size):
            assert not player.find("take").is_displayed()
            assert player.js("return document.getElementById('read').clientWidth") > 0.8 * 1280
        player.js("parts.show(parts.count() - 1)")
        assert player.find("take").is_displayed()
