"""A table of many rows at the display: several on a part, below its heads, where all of its columns have room; else,
and of few rows, each is a card."""

import pytest

import program

HEADS = ["Week", "Morning", "Evening"]
ADVICE = "Take it with food, in small meals, and drink plenty of water with it"


def table(count, *more):
    rows = [[str(n), f"{5 * n} mg", f"{10 * n} ml", *more] for n in range(1, count + 1)]
    lines = [[*HEADS, *["What helps"] * len(more)], ["---", "---:", "---:", *["---"] * len(more)], *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("tables")
    bodies = {"many": table(24), "few": table(3), "long": table(12, ADVICE)}
    articles = {name: program.article(f"Read.\n\n## Your dose\n\n{body}\nA word behind it.\n", title=name, front="kind: article\n") for name, body in bodies.items()}
    content = program.write_content(base / "content", articles)
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


def parts_of(player, lobby, name, window, size):
    """Of each part with rows: their weeks, the heads in sight, the heads to who does not see."""
    player.window(*window)
    player.open(f"{(lobby / f'read-{name}.html').as_uri()}?kiosk=1&size={size}", wait=False)
    player.until("return document.documentElement.dataset.started")
    player.js("return document.fonts.ready.then(() => true)")
    player.settle()
    seen = "return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).map((e) => e.innerText.trim())"
    found = []
    for number in range(player.js("return parts.pages")):
        player.js("parts.show(arguments[0])", number)
        assert player.js("const r = document.getElementById('read'); return [r.scrollHeight - r.clientHeight <= 1, r.scrollWidth - r.clientWidth]") == [True, 0]
        weeks = [week.removeprefix("Week").strip() for week in player.js(seen, "#read tbody th")]
        heads = player.js(seen, "#read table:not(.cards) thead th")
        told = [n["name"]["value"] for n in player.accessibility_tree().values() if not n["ignored"] and n["role"]["value"] == "columnheader"]
        if weeks:
            found.append((weeks, heads, told))
    return found


@pytest.mark.sample(2)
@pytest.mark.parametrize("window, size, most", [((1920, 1080), 1, 7), ((1080, 1920), 1, 4), ((1920, 1080), 1.5, 9), ((1024, 600), 1, 7)])
def test_many_rows_stand_below_their_heads(player, lobby, window, size, most):
    found = parts_of(player, lobby, "many", window, size)
    assert [week for weeks, _, _ in found for week in weeks] == [str(n) for n in range(1, 25)]
    assert len(found) <= most and all(heads == told == HEADS for _, heads, told in found)


@pytest.mark.parametrize("name, rows", [("few", 3), ("long", 12)])
def test_few_rows_and_long_ones_are_cards(player, lobby, name, rows):
    found = parts_of(player, lobby, name, (1920, 1080), 1)
    assert all(len(weeks) == 1 and heads == [] for weeks, heads, _ in found)
    assert sorted({weeks[0] for weeks, _, _ in found}, key=int) == [str(n) for n in range(1, rows + 1)]


def test_larger_letters_make_them_cards_and_back(player, lobby):
    parts_of(player, lobby, "many", (1080, 1920), 1)
    shapes = []
    for _ in range(4):
        shapes.append(player.js("return document.querySelectorAll('#read .cards').length"))
        player.js("document.getElementById('size').click()")
        player.settle()
    assert shapes[0] == 0 and shapes[2:] == [1, 1]
    assert player.js("return document.querySelectorAll('#read .cards').length") == 0


DOSES = """\
| Week | Morning | Evening | Total each day |
|---|---:|---:|---:|
| 1 | 25 mg (half a tablet) | – | 25 mg |
| 3 and 4 | 50 mg (1 tablet) | 25 mg (half a tablet) | 75 mg |
"""


@pytest.mark.parametrize("window", [(1920, 1080), (1280, 800)])
def test_a_card_is_whole_where_smaller_headings_leave_it_room(player, tmp_path, window):
    """All doses of a week are seen together."""
    content = program.write_content(tmp_path / "content", {"dose": program.article(f"Read.\n\n## Your dose\n\n{DOSES}", title="Dose", front="kind: article\n")})
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    found = parts_of(player, lobby, "dose", window, 2)
    assert [weeks for weeks, _, _ in found] == [["1"], ["3 and 4"]]
