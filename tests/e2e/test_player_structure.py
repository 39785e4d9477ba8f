"""Slides have the elements of the article that they show: what a visitor who listens walks by is the
article's own list, table and quote, and each paragraph is one place to stop at."""

import itertools

import pytest

import browser
import lobby_articles
import program

STEPS = """\
---
title: A night in our rooms
lang: en-US
---

Read [how to find us](https://riverside-sleep.org/way) first.

## Steps

3. Bring your papers.

   We need all of them.
4. Lie down.
   - on your back
   - or on your side
5. Sleep.

## What others say

> I slept well that night. I was home for breakfast.
>
> It did not hurt.

## What to type

```
ask 7
  now
```
"""

# Of all that is shown below `root`: the names of what it stands in, and its words, as
# [["ol", "li"], "Lie down."]; of a cell, what names it stands before its words.
BLOCKS = """
const HOLDERS = 'ul, ol, li, blockquote, pre, th, td';
const words = (element) => {
    const labels = [...element.querySelectorAll('.label[aria-hidden]')].map((label) => label.innerText);
    const shown = element.innerText.replace(/\\s+/g, ' ').trim(); /* a card says for the eye what its head says */
    return labels.reduce((text, label) => text.startsWith(label) ? text.slice(label.length).trim() : text, shown);
};
const root = document.querySelector(arguments[0]);
const named = (cell) => {
    const row = cell.parentElement;
    const head = root.querySelector('thead') ? cell.closest('table').querySelector('tr').cells[cell.cellIndex] :
        row.querySelector('th');
    return [['td'], `${words(head).replace(/:$/, '')}: ${words(cell)}`];
};
const isInline = (element) => !element.querySelector('p, ul, ol, li, td, tr, h1, h2, h3, pre, blockquote, section, div');
const path = (element) => element === root ? [] :
    [...path(element.parentElement), ...(element.matches(HOLDERS) ? [element.localName] : [])];
return [...root.querySelectorAll('p, li, pre, td, tbody th')].filter(isInline).flatMap((element) => {
    const cell = element.closest('td, th');
    if (cell && !root.querySelector('thead') && cell.localName === 'th')
        return [];
    return [cell ? named(cell) : [path(element), words(element)]];
}).filter(([, text]) => text);
"""
START = "return [...document.querySelectorAll(arguments[0] + ' ol')].map((list) => list.start)"
# What stands below a block for assistive technology and is no text of it.
PARTS = {"StaticText", "InlineTextBox", "link", "LineBreak", "ListMarker"}
STOPS = {"heading", "paragraph", "listitem", "cell", "rowheader", "columnheader"}


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    from player_fixtures import picture

    base = tmp_path_factory.mktemp("structure")
    articles = {"steps": STEPS, "medicine": lobby_articles.MEDICINE}
    content = program.write_content(base / "content", articles, files={"plain.png": picture()})
    result = program.render(content, base / "out", "--format", "screen")
    assert (result.directory / "lobby/manifest.js").exists(), result.err
    return result.directory / "lobby"


@pytest.fixture
def slides(player, lobby):
    """Turns to each slide of an article, one after another."""
    show = browser.Show(lobby)

    def of(article):
        player.open(show.url)
        for index, slide in enumerate(show.slides):
            if slide["id"].startswith(f"{article}/"):
                player.turn_to(index)
                yield slide

    return of


def without_number(path, words):
    """The numbers of a slide are words of it; those of a page are the browser's."""
    first, _, rest = words.partition(" ")
    return [path, rest if "ol" in path and first[:-1].isdigit() else words]


def joined(blocks):
    """Paragraphs that follow each other as one: what is long is on several screens."""
    together = []
    for path, words in blocks:
        if not path and together and not together[-1][0]:
            together[-1][1] += f" {words}"
        else:
            together.append([path, words.removeprefix("☐ ")])
    return together


@pytest.mark.parametrize("article", ["steps", "medicine"])
def test_the_tree_is_that_of_the_document(player, slides, lobby, article):
    """But for the title's screen, which names the clinic, and what a screen says once more."""
    shown = []
    for slide in slides(article):
        shown += [without_number(*block) for block in player.js(BLOCKS, ".slide:not([hidden])")
                  if block[1] not in (slide.get("progress"), "+1 212 736 5000", "Riverside Sleep Clinic",
                                      "Two white tablets beside a glass of water")]
    player.open((lobby / f"read-{article}.html").as_uri(), wait=False)
    player.js("parts.showAll()")
    read = [block for block in player.js(BLOCKS, "#read") if block[1] != "Call us: +1 212 736 5000"]  # as above
    assert joined(shown) == joined(read)


HEADINGS = """
return [...document.querySelectorAll(`${arguments[0]} :is(h1, h2, h3, h4)`)].map((e) => e.innerText.replace(/\\s+/g, ' ').trim());"""


@pytest.mark.parametrize("article", ["steps", "medicine"])
def test_each_heading_is_one_wherever_its_lines_end(player, slides, lobby, article):
    """A slide has it once; one that is said again leads what goes on on the next slide, of the title its beginning."""
    shown = []
    for _ in slides(article):
        headings = player.js(HEADINGS, ".slide:not([hidden])")
        assert len(set(headings)) == len(headings)
        shown += headings
    player.open((lobby / f"read-{article}.html").as_uri(), wait=False)
    player.js("parts.showAll()")
    written = player.js(HEADINGS, "#read")
    own = [heading for heading in shown if heading in written]
    assert [heading for heading, _ in itertools.groupby(own)] == written
    assert all(written[0].startswith(heading) for heading in set(shown) - set(written))


def test_lists_go_on_with_their_numbers(player, slides):
    starts = [number for _ in slides("steps") for number in player.js(START, ".slide:not([hidden])")]
    assert starts[0] == 3 and starts == sorted(starts)


def test_rows_say_what_names_their_cells(player, slides):
    rows = "return [...document.querySelectorAll('.slide:not([hidden]) tr')].map((row) => [...row.cells].map((c) => c.innerText.replace(/\\s+/g, ' ').trim()))"
    found = [row for _ in slides("medicine") for row in player.js(rows)]
    assert ["Morning:", "25 mg (half a tablet)"] in found and ["Week:", "1"] in found


@pytest.mark.sample(2)
@pytest.mark.parametrize("layout", ["panel", "flow"])
@pytest.mark.parametrize("article", ["steps", "medicine"])
def test_a_paragraph_is_one_place_to_stop_at(player, slides, article, layout):
    stops = 0
    for _ in slides(article):
        if layout == "flow":
            player.window(640, 480)
        tree = player.accessibility_tree()
        for node in tree.values():
            if node["ignored"] or node["role"]["value"] not in STOPS:
                continue
            below = list(node.get("childIds", []))
            roles = set()
            while below:
                child = tree.get(below.pop())
                if child:
                    roles |= set() if child["ignored"] else {child["role"]["value"]}
                    below += child.get("childIds", [])
            if not roles & (STOPS | {"list"}):
                stops += 1
                assert roles <= PARTS
    assert stops > 10


def test_links_lead_to_their_address_and_open_it_on_a_display(player, lobby):
    links = "return [...document.querySelectorAll('.slide:not([hidden]) a')].map((a) => a.getAttribute('href'))"
    show = browser.Show(lobby)
    index = next(i for i, slide in enumerate(show.slides) if "how to find us" in slide["alt"])
    for address, expected in ((show.url, "https://riverside-sleep.org/way"), (f"{show.url}?wall=1", "#address")):
        player.open(address)
        player.turn_to(index)
        assert set(player.js(links)) == {expected}


def test_words_without_their_drawings_can_be_read(player, slides):
    """Numbers and keys are light on what is drawn beneath them: where words flow, nothing is."""
    ink = "return [...document.querySelectorAll('.slide:not([hidden]) .line span')].map((run) => getComputedStyle(run).color)"
    for _ in slides("steps"):
        player.window(640, 480)
        colors = set(player.js(ink))
        assert player.layout == "flow" and len(colors) <= 2 and player.axe() == []
