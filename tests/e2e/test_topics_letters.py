"""Letters on pages for visitors are read at arm's length on a panel of any size, and double when a visitor wants
it."""

import pytest

import program

# Capitals of 0.7 degrees at 500 mm (EN 301 549 5.1.4; 508 402.4) are those of letters of 8.7 mm.
LEAST_MM = 8.7
PANELS = {"landscape": (1920, 1080), "portrait": (1080, 1920)}
SENTENCE = "You sit in a chair, awake, and can go home right after the visit. "
STEPS = "## Before you come\n\n" + SENTENCE * 9 + "\n\n- Eat.\n- Drink.\n"
PAGES = ("topics.html", "read-t1.html", "read-t1.html#take", "transcript.html")

# Of all words in sight and of the bar's: the least size of letters. [px]
LEAST = """
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), sizes = [];
while (walker.nextNode()) {
    const holder = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && holder.checkVisibility() && !holder.closest('.unseen, script'))
        sizes.push(parseFloat(getComputedStyle(holder).fontSize));
}
return Math.min(...sizes);"""
# Where words are that nobody can bring into sight, and keys of the bar that are cut off.
LOST = """
const root = document.documentElement, lost = root.scrollWidth > innerWidth + 1 ? ['page'] : [];
for (const box of document.querySelectorAll('main, #read, #take, .hello, .all, #bar :is(button, a)'))
    if (box.checkVisibility() && box.scrollWidth > box.clientWidth + 1)
        lost.push(box.id || box.className);
return lost;"""


@pytest.fixture(scope="module")
def lobbies(tmp_path_factory):
    made = {}
    articles = {f"t{n}": program.article(STEPS, title=f"Your visit {n}", front="kind: article\n") for n in range(1, 9)}
    articles |= {"t1.es": program.article("Venga temprano.", title="Su visita", lang="es", front="kind: article\n")}

    def lobby(shape, inches):
        if (shape, inches) not in made:
            width, height = PANELS[shape]
            base = tmp_path_factory.mktemp("letters")
            style = f"screen:\n  width: {width}\n  height: {height}\n  diagonal_in: {inches}\nshow:\n  speech: no\n"
            content = program.write_content(base / "content", articles, style=style)
            made[shape, inches] = program.render(content, base / "out", "--format", "screen").directory / "lobby"
        return made[shape, inches]

    return lobby


def open_page(player, lobby, shape, page):
    name, _, part = page.partition("#")
    player.window(*PANELS[shape])
    player.open((lobby / name).as_uri() + "?kiosk=1&printer=1", wait=False)
    if part:
        player.js("parts.show(parts.count() - 1)")
    player.settle()


@pytest.mark.sample(2)
@pytest.mark.parametrize("shape", PANELS)
@pytest.mark.parametrize("inches", [10, 15, 22, 43])
def test_letters_are_read_at_arms_length(lobbies, player, shape, inches):
    lobby = lobbies(shape, inches)
    width, height = PANELS[shape]
    mm = inches * 25.4 * width / (width**2 + height**2) ** 0.5 / width
    for page in PAGES:
        open_page(player, lobby, shape, page)
        assert player.js(LEAST) * mm >= LEAST_MM - 0.01, page
        assert player.js(LOST) == [], page


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("shape", PANELS)
def test_letters_double(lobbies, player, shape):
    lobby = lobbies(shape, 43)
    for page in ("topics.html", "read-t1.html"):
        open_page(player, lobby, shape, page)
        body = "return parseFloat(getComputedStyle(document.querySelector('#read p, .tile span')).fontSize)"
        before = [player.js(body), player.js(LEAST)]
        for _ in range(3):
            player.find("size").click()
        player.settle()
        after = [player.js(body), player.js(LEAST)]
        assert all(now >= 2 * was - 0.1 for now, was in zip(after, before)), page
        assert player.js(LOST) == [] and player.axe() == [], page
        last = player.js("const all = [...document.querySelectorAll('main a, main p, main li')].filter((e) => e.checkVisibility()); all.at(-1).scrollIntoView(); const b = all.at(-1).getBoundingClientRect(); return b.bottom <= document.getElementById('controls').getBoundingClientRect().top + 1")
        assert last, f"{page}: the bar covers its end"
        player.find("size").click()
        assert player.js(LEAST) == before[1], "and back"


def test_a_topic_alone_has_the_width_of_its_list(player, tmp_path):
    """Also where letters are twice as large."""
    content = program.write_content(tmp_path / "content", {"t": program.article("Read this.", title="What to do when you wait for your first visit", front="kind: article\n")})
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    player.window(1920, 1080)
    for size in (1, 3):
        player.open(f"{(lobby / 'topics.html').as_uri()}?kiosk=1&size={size}", wait=False)
        player.settle()
        wide = player.js("return ['.tile', '.tiles'].map((e) => document.querySelector(e).getBoundingClientRect().width)")
        assert wide[0] > 0.99 * wide[1], size
