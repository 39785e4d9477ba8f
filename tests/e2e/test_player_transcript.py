"""The transcript, as a browser and those who listen to one have it: the structure that the articles have."""

import pytest

import program

WIDE = [(1920, 1080), (320, 568)]
MEDIA = {"light": {}, "dark": {"prefers_color_scheme": "dark"}, "forced colours": {"forced_colors": "active"}}
NIGHT = """\
Sleep *well*. See [how](https://riverside-sleep.org/way).

3. Close the door.
4. Lie down.
   - on your back
   - or not

## What to take

| When | What | How much |
|------|------|---------:|
| 9 pm | Milk | 200 ml |
| 6 am | Tea | 1 cup |

- [ ] Wash your hair
- [x] Eat

> Nobody sleeps badly twice.

```
1 * 4
  # 7
```

---

![A dark room](room.png)
"""
ARABIC = """\
---
title: النوم الجيد
lang: ar
kind: article
---

اشرب الماء كل يوم.

- أطفئ الهاتف.
- Springfield Library
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    from player_fixtures import picture

    base = tmp_path_factory.mktemp("transcript")
    content = program.write_content(
        base / "content",
        {"1-night": program.article(NIGHT, title="A night"), "3-noon": program.article("Rest.", title="Noon", front="kind: article\n"), "2-nawm": ARABIC},
        clinic=program.CLINIC + "handout_url: https://riverside-sleep.org/night\n",
        files={"room.png": picture()},
    )
    result = program.render(content, base / "out", "--format", "screen")
    page = result.directory / "lobby/transcript.html"
    assert page.exists(), result.err
    return page.as_uri()


@pytest.fixture
def page(player, address):
    player.open(address, wait=False)
    return player


def texts(page, selector):
    """White space as it is seen."""
    return page.js("return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText.trim())", selector)


def test_a_section_an_article_and_contact_last(page):
    headings = page.js("return [...document.querySelectorAll('h1,h2,h3')].map((h) => [h.localName, h.innerText])")
    assert [name for name, _ in headings].count("h1") == 1
    assert [tuple(h) for h in headings[1:6]] == [
        ("h2", "A night"), ("h3", "What to take"), ("h2", "النوم الجيد"), ("h2", "Noon"), ("h2", "Contact us"),
    ]
    assert len(texts(page, "article")) == 3
    last = texts(page, "main > *")[-1]
    assert "12 Harbour Street" in last and "https://riverside-sleep.org/night" in last
    assert all("Harbour Street" not in article for article in texts(page, "article"))


def test_lists_are_lists_with_their_numbers(page):
    assert page.js("return document.querySelector('ol').start") == 3
    assert texts(page, "ol > li") == ["Close the door.", "Lie down.\non your back\nor not"]
    assert texts(page, "ol ul > li") == ["on your back", "or not"]
    names = [n["name"]["value"] for n in page.accessibility_tree().values() if n.get("role", {}).get("value") == "ListMarker"]
    assert {"3. ", "4. "} <= set(names)
    spoken = page.js("return [...document.querySelectorAll('.task [role=img]')].map((e) => e.getAttribute('aria-label'))")
    assert spoken == ["To do", "Done"] and texts(page, ".task") == ["☐ Wash your hair", "☑ Eat"]


def test_tables_have_heads_that_name_their_cells(page):
    assert texts(page, "thead th") == ["When", "What", "How much"]
    assert page.js("return [...document.querySelectorAll('thead th')].every((th) => th.scope === 'col')")
    assert texts(page, "tbody th[scope=row]") == ["9 pm", "6 am"]
    assert texts(page, "td") == ["Milk", "200 ml", "Tea", "1 cup"]
    roles = [n["role"]["value"] for n in page.accessibility_tree().values() if "role" in n and not n["ignored"]]
    assert roles.count("columnheader") == 3 and roles.count("rowheader") == 2 and roles.count("table") == 1


def test_quotes_code_links_and_pictures(page):
    assert texts(page, "blockquote > p") == ["Nobody sleeps badly twice."]
    assert texts(page, "pre > code") == ["1 * 4\n  # 7"]
    links = page.js("return [...document.querySelectorAll('article a')].map((a) => [a.innerText, a.href])")
    assert links == [["how", "https://riverside-sleep.org/way"]]
    page.until("return document.querySelector('img').complete")
    assert page.js("const i = document.querySelector('img'); return [i.alt, i.naturalWidth]") == ["A dark room", 640]


def test_languages_and_directions(page):
    assert page.js("return [...document.querySelectorAll('article')].map((a) => [a.lang, a.dir])") == [
        ["en-US", "ltr"], ["ar", "rtl"], ["en-US", "ltr"],
    ]
    assert page.js(
        "const way = (e) => getComputedStyle(e).direction;"
        "return [...document.querySelectorAll('[lang=ar] li')].map((li) => [way(li), way(li.firstElementChild || li)])"
    ) == [["rtl", "rtl"], ["rtl", "ltr"]], "markers stand on one side, words read their own way"


@pytest.mark.sample(3)
@pytest.mark.parametrize("window", WIDE, ids=str)
@pytest.mark.parametrize("media", MEDIA)
def test_axe_finds_nothing(page, media, window):
    page.media(**MEDIA[media])
    page.window(*window)
    assert page.axe() == []
    assert page.js("return document.documentElement.scrollWidth <= innerWidth"), "nothing is beside the window"


def test_the_player_reads_the_same_aloud(player, show):
    """The page and what opens inside the player have the same elements."""
    elements = "return [...document.querySelectorAll(arguments[0])].map((e) => [e.tagName, e.textContent.trim()])"
    player.open(show.url)
    player.tab_to("transcript")
    player.js("document.activeElement.click()")
    player.until("return reading.isOpen")
    inside = player.js(elements, "#reading *")
    player.open((show.directory / "transcript.html").as_uri(), wait=False)
    page = player.js(elements, "main *")
    back = [["P", show.manifest["labels"]["en"]["back"]], ["A", show.manifest["labels"]["en"]["back"]]]
    assert inside == [element for element in page if element not in back]
    assert player.axe() == []
