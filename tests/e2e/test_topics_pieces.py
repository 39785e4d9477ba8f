"""What an article's parts are made of: an item and the list in it, a day and its hours, a date that is wider than its
line. At every size of letters and on every panel all words of a part are in sight, none is lost between parts."""

import pytest

import clinics
import program

LISTS = {
    "en-US": ("How to take it", "Take it with a glass of water.", "If you feel sick, take it after a meal.", "Do not take antacids without asking."),
    "es": ("Cómo tomarlo", "Tómelo con un vaso de agua.", "Si siente náuseas, tómelo después de comer.", "No tome antiácidos sin preguntar."),
    "ar": ("كيف تتناوله", "تناوله مع كوب من الماء.", "إذا شعرت بالغثيان فتناوله بعد الطعام.", "لا تتناول مضادات الحموضة دون أن تسأل."),
}
WHEN = "10:30 am, 2026-11-28."
# Without a pause; what is kept together stands in each of its fifths.
UNPAUSED = {
    "en-US": " ".join(["you can call us at (503) 234-5678 when you have taken more than 25 mg in one day and want to know what to do about it"] * 3) + ".",
    "es": " ".join(["puede llamarnos al (503) 234-5678 cuando haya tomado más de 25 mg en un día y quiera saber qué hacer"] * 3) + ".",
    "ar": " ".join(["يمكنك الاتصال بنا على (503) 234-5678 عندما تتناول أكثر من 25 mg في يوم واحد وتريد أن تعرف ماذا تفعل"] * 3) + ".",
}
DEEP = """\
3. {0}

   {1}
   - {0}
     1. {1}
        - {2}
   - {1}

   {2}
4. {1}
   > {0}

> [!CAUTION]
> - {0}
> - {1}
> - {2}
"""
PANELS = [(1024, 600), (1080, 1920), (1920, 1080), (1280, 800)]
SIZES = [1, 1.5, 2, 3]

# Words of the part that are not all in sight; nothing to scroll.
OUTSIDE = """
const read = document.getElementById('read'), room = read.getBoundingClientRect(), flows = 'flows' in document.documentElement.dataset;
const walker = document.createTreeWalker(read, NodeFilter.SHOW_TEXT), found = [];
if (read.scrollWidth > read.clientWidth || (!flows && read.scrollHeight > read.clientHeight + 1))
    found.push([read.scrollWidth - read.clientWidth, read.scrollHeight - read.clientHeight]);
while (walker.nextNode()) {
    const words = new Range();
    words.selectNodeContents(walker.currentNode);
    if (walker.currentNode.parentElement.closest('thead'))
        continue;
    for (const box of words.getClientRects())
        if (box.width > 1 && (box.right > room.right + 1 || box.left < room.left - 1 || (!flows && box.bottom > room.bottom + 1)))
            found.push(walker.currentNode.data);
}
return found;"""
SHOWN = "return [...document.querySelectorAll('#read .hours')].filter((e) => e.checkVisibility()).map((e) => e.innerText).join('\\n').replace(/\\u200b/g, '')"
# The texts of the part; with a word for it, of all.
TEXTS = """
const walker = document.createTreeWalker(document.getElementById('read'), NodeFilter.SHOW_TEXT), found = [];
for (let i = 0; walker.nextNode(); i++)
    if (walker.currentNode.data.trim() && (arguments[0] || walker.currentNode.parentElement.checkVisibility()))
        found.push(i + walker.currentNode.data);
return found;"""


@pytest.fixture(scope="module")
def pieces(tmp_path_factory):
    lobbies = {}
    for lang, (title, *items) in LISTS.items():
        base = tmp_path_factory.mktemp("pieces")
        tight = f"## {title}\n\n1. {items[0]}\n2. {items[0]}\n3. {items[1]}\n   - {items[0]}\n   - {items[2]}\n4. {items[0]}\n"
        deep = f"## {title}\n\n{DEEP.format(*items)}\n{items[0]} {WHEN}\n"
        unpaused = f"## {title}\n\n{items[0]} {UNPAUSED[lang]}\n\n- {UNPAUSED[lang]}\n\n> [!WARNING]\n> {UNPAUSED[lang]}\n"
        bodies = {"pill": tight, "deep": deep, "unpaused": unpaused}
        articles = {name: program.article(body, title=name, lang=lang, front="kind: article\n") for name, body in bodies.items()}
        content = program.write_content(base / "content", articles, clinics.BUSY, style="show:\n  speech: no\n")
        lobbies[lang] = program.render(content, base / "out", "--format", "screen").directory / "lobby"
    return lobbies


def open_page(player, page, window, size):
    player.window(*window)
    player.open(f"{page.as_uri()}?kiosk=1&size={size}", wait=False)
    player.until("return document.documentElement.dataset.started")
    player.js("return document.fonts.ready.then(() => true)")
    player.settle()


def turn(player):
    for number in range(player.js("return parts.pages")):
        player.js("parts.show(arguments[0])", number)
        yield number


@pytest.mark.sample(3)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("window", PANELS)
@pytest.mark.parametrize("lang", LISTS)
def test_all_words_of_a_part_are_in_sight(player, pieces, lang, window, size):
    for name in (f"contact-{lang}", "read-pill", "read-deep", "read-unpaused"):
        open_page(player, pieces[lang] / f"{name}.html", window, size)
        seen = set()
        for number in turn(player):
            assert player.js(OUTSIDE) == [], (name, number)
            seen |= set(player.js(TEXTS, False))
        assert set(player.js(TEXTS, True)) <= seen, name


@pytest.mark.sample(2)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("window", PANELS)
@pytest.mark.parametrize("lang, days", [("en-US", ("Mon–Fri", "Saturday", "Holidays")), ("es", ("lun–vie", "sábado", "festivos"))])
def test_no_day_is_parted_from_its_hours(player, pieces, lang, days, window, size):
    """Nor does a blank line stand for the days before."""
    open_page(player, pieces[lang] / f"contact-{lang}.html", window, size)
    parts = [player.js(SHOWN) for _ in turn(player)]
    lines = [part.rstrip("\n").split("\n") for part in parts if part.strip()]
    assert all(all(line.strip() for line in part) for part in lines), lines
    hours = [line for part in lines for line in part]
    assert [any(day in line for line in hours) for day in days] == [True] * 3
    for part in lines:
        assert not part[0][0].isdigit() and not part[0].startswith("de "), part
        assert all(any(c.isdigit() for c in line) or "closed" in line or "cerrado" in line for line in part if line.startswith(days)), part
    week = next(part for part in lines if any(line.startswith(days[0]) for line in part))
    assert "17:30" in " ".join(week) or "5:30" in " ".join(week), "with all of its hours"


def test_a_number_stands_where_its_item_begins(player, pieces):
    open_page(player, pieces["en-US"] / "read-pill.html", (1024, 600), 2)
    marked = "return [...document.querySelectorAll('#read ol > li:not([hidden])')].filter((e) => e.checkVisibility() && getComputedStyle(e).listStyleType !== 'none').map((e) => e.value)"
    numbers = [number for _ in turn(player) for number in player.js(marked)]
    assert numbers == [1, 2, 3, 4]


def test_what_has_no_room_in_its_line_stands_in_two(player, pieces):
    """And in one where it has."""
    wide = "return [...document.querySelectorAll('#read .nb')].filter((e) => e.textContent.includes('2026')).map((e) => e.classList.contains('wide'))"
    for window, size, is_wide in (((1080, 1920), 2, True), ((1920, 1080), 1, False)):
        open_page(player, pieces["en-US"] / "read-deep.html", window, size)
        assert player.js(wide) == [is_wide]


# What is kept together, of which the part has some words alone.
TORN = """
const isSeen = (node) => node.parentElement.checkVisibility();
return [...document.querySelectorAll('#read .nb')].filter((fact) => {
    const walker = document.createTreeWalker(fact, NodeFilter.SHOW_TEXT), nodes = [];
    while (walker.nextNode())
        nodes.push(walker.currentNode);
    return nodes.some(isSeen) && !nodes.every(isSeen);
}).map((fact) => fact.textContent);"""
ITEM = "return [...document.querySelectorAll('#read li')].filter((e) => e.checkVisibility()).map((e) => e.innerText).join('')"


@pytest.mark.sample(3)
@pytest.mark.parametrize("size", [1.5, 2])
@pytest.mark.parametrize("window", [(1024, 600), (1920, 1080)])
@pytest.mark.parametrize("lang", LISTS)
def test_a_sentence_without_a_pause_is_parted_amid_its_words(player, pieces, lang, window, size):
    """Each whole, and so is what is kept together; few of them are in no part alone."""
    open_page(player, pieces[lang] / "read-unpaused.html", window, size)
    seen = []
    for _ in turn(player):
        assert player.js(TORN) == []
        seen.append(player.js(ITEM).replace("\u200b", ""))
    items = [part for part in seen if part.strip()]
    assert len(items) > 1 and " ".join(" ".join(items).split()) == UNPAUSED[lang]
    assert min(len(part.split()) for part in items) > 3, items


def test_letters_of_a_long_article_grow_at_once(player, tmp_path):
    """Each part shows and hides what changes from the one before, not the whole article: seconds on a small computer."""
    words = "You sit in a chair, awake, and can go home right after the visit. "
    body = "\n\n".join(f"## Part {n}\n\n{words * 6}\n\n- {words}\n- {words * 2}\n\n{words * 5}" for n in range(25))
    content = program.write_content(tmp_path / "content", {"visit": program.article(body, title="Your visit", front="kind: article\n")})
    result = program.render(content, tmp_path / "out", "--format", "screen")
    player.open((result.directory / "lobby/read-visit.html").as_uri() + "?kiosk=1", wait=False)
    player.js(
        "const { set, get } = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'hidden'); window.touched = 0;"
        "Object.defineProperty(HTMLElement.prototype, 'hidden', { get, set(value) { window.touched++; set.call(this, value); } });"
        "document.getElementById('size').click()"
    )
    pages, elements, touched = player.js("return [parts.pages, document.querySelectorAll('#read *').length, window.touched]")
    assert pages > 25 and touched < 40 * elements
