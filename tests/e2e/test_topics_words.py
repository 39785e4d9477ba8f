"""Words that are longer than a line of an article: parted where their language parts them, with a hyphen, and nowhere
else; whole where they have room, and to whoever listens."""

import pytest

import program
import spoken

WINDOWS = [(1920, 1080), (1080, 1920), (1024, 600), (320, 640)]
WORDS = {
    "title": "Magnetresonanztomographieuntersuchungsvorbereitung",
    "words": "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "head": "Krankenversicherungskostendämpfungsergänzungsgesetz",
    "item": "Kraftfahrzeughaftpflichtversicherungsbeitragssatz",
    "column": "Behandlungsmöglichkeitenübersicht",
    "row": "Schilddrüsenunterfunktionsbehandlung",
}
BODY = """\
Die **{words}** hilft Ihnen.

## {head}

- {item} bezahlen.

| Mittel | {column} |
|---|---|
| {row} | 12,5 mg |
| Wasser | 1.250 ml |
"""
WEB = """\
Mehr steht auf https://krankenversicherung.example/haftpflichtversicherung und in
praxis@krankenversicherung.example, auch von der Krankenversicherung.
"""
# Words of the part that stand in several lines but for their hyphens. [(word, its lines)]
TORN = """
const walker = document.createTreeWalker(document.getElementById('read'), NodeFilter.SHOW_TEXT), found = [];
const isShown = (e) => getComputedStyle(e, '::before').content !== 'none';
while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.parentElement.checkVisibility() || text.parentElement.closest('thead'))
        continue;
    for (const { 0: word, index } of text.data.matchAll(/\\p{L}+/gu)) {
        const range = new Range();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        if (lines > 1)
            found.push([word, lines]);
    }
}
for (const hyphen of document.querySelectorAll('#read .hyphen')) {
    const before = hyphen.previousSibling, after = hyphen.nextSibling;
    const top = (node) => { const range = new Range(); range.selectNodeContents(node); return range.getBoundingClientRect().top; };
    if (hyphen.checkVisibility() && top(after) > top(before) + 5 && !isShown(hyphen))
        found.push([hyphen.parentElement.textContent, 'without a hyphen']);
}
return found;"""
WIDE = "return [...new Set([...document.querySelectorAll('#read .long.wide')].map((e) => e.textContent))]"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("long")
    bodies = {"long": (BODY.format(**WORDS), WORDS["title"]), "web": (WEB, "Adressen")}
    articles = {name: program.article(body, title=title, lang="de", front="kind: article\n") for name, (body, title) in bodies.items()}
    content = program.write_content(base / "content", articles, style="show:\n  speech: yes\n")
    return program.render(content, base / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"


def open_page(player, lobby, window, size, page="read-long.html"):
    player.window(*window)
    player.open(f"{(lobby / page).as_uri()}?kiosk=1&size={size}", wait=False)
    player.until("return document.documentElement.dataset.started")
    player.js("return document.fonts.ready.then(() => true)")
    player.settle()


@pytest.mark.sample(3)
@pytest.mark.parametrize("size", [1, 1.5, 2, 3])
@pytest.mark.parametrize("window", WINDOWS)
def test_long_words_are_parted_at_hyphens(player, lobby, window, size):
    open_page(player, lobby, window, size)
    for number in range(player.js("return parts.pages")):
        player.js("parts.show(arguments[0])", number)
        assert player.js(TORN) == [], number
        assert player.js("const r = document.getElementById('read'); return r.scrollWidth - r.clientWidth") <= 0, number
    if window == (320, 640):
        assert set(player.js(WIDE)) >= set(WORDS.values())


def test_words_that_have_room_stay_whole(player, lobby):
    """What is wide on one window is not on the next."""
    open_page(player, lobby, (1080, 1920), 2)
    assert WORDS["column"] in player.js(WIDE)
    player.window(1920, 1080)
    while player.js("document.getElementById('size').click(); return dress.size") != 1:
        player.settle()
    assert WORDS["column"] not in player.js(WIDE) and WORDS["words"] in player.js(WIDE)


def test_nobody_hears_or_copies_a_hyphen(player, lobby):
    open_page(player, lobby, (1080, 1920), 2)
    said = "return JSON.parse(document.getElementById('speech').textContent).page.said.map(([words]) => words)"
    assert any(WORDS["words"] in words for words in player.js(said)) and "\u00ad" not in "".join(player.js(said))
    lost = "return voice.utterances([document.getElementById('read')]).filter(({ range }) => !range).length"
    assert player.js(lost) == 0
    assert player.js("return document.getElementById('read').textContent.includes('\\u00ad')") is False


def test_no_address_has_a_hyphen_more(player, lobby):
    """In the text and behind the article."""
    open_page(player, lobby, (320, 640), 3, "read-web.html")
    marked = "return [...document.querySelectorAll('#read .long')].filter((e) => e.textContent === 'Krankenversicherung').length"
    assert player.js(marked) == 1, "the word itself"
    assert player.js("return [...document.querySelectorAll('#read .long')].filter((e) => /^[a-z]/.test(e.textContent)).length") == 0


def test_an_address_has_room_beside_its_code_or_below(player, lobby):
    for window in WINDOWS:
        for size in (1, 3):
            open_page(player, lobby, window, size, "read-web.html")
            player.js("parts.showAll()")
            outside = "const r = document.getElementById('read').getBoundingClientRect(); return [...document.querySelectorAll('#read .address *')].filter((e) => e.getBoundingClientRect().right > r.right + 1).length"
            assert player.js("return document.querySelectorAll('#read .address').length") > 0
            assert player.js(outside) == 0, (window, size)
