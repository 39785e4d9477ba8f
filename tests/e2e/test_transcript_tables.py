"""Tables on the page with all slides: their columns where they have room, a card for each row in a narrow window, where
nothing is wider than that."""

import pytest

import geometry
import program

TABLE = """\
## Effects

| Side effect | How common | What helps |
|---|---|---|
| Feeling sick (nausea) | More than 1 in 10 | Take it with food; small meals; ginger tea |
| 2 | More than 1 in 10 | Take it in the morning |
| Hyponatremia | Fewer than 1 in 100 | Call us: confusion, headache, weakness |
"""
CELLS = "return [...document.querySelectorAll('table tbody tr')].map((row) => row.innerText.trim().split(/\\s*[\\n\\t]+\\s*/))"


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    base = tmp_path_factory.mktemp("tables")
    content = program.write_content(base / "content", {"pill": program.article(TABLE, title="Your medicine", front="kind: article\n")}, style="show:\n  speech: no\n")
    return (program.render(content, base / "out", "--format", "screen").directory / "lobby/transcript.html").as_uri()


def test_a_narrow_window_has_cards(player, page):
    player.window(320, 640)
    player.open(page, wait=False)
    assert player.js("return document.documentElement.scrollWidth") <= 320 and player.js(geometry.LOST) == []
    first, second, _ = player.js(CELLS)
    assert first == ["Feeling sick (nausea)", "How common", "More than 1 in 10", "What helps", "Take it with food; small meals; ginger tea"]
    assert second[0].replace(" ", "") == "Sideeffect2" and second[1] == "How common"
    told = [(n["role"]["value"], n["name"]["value"]) for n in player.accessibility_tree().values() if not n["ignored"] and n.get("name")]
    assert ("columnheader", "What helps") in told and ("cell", "Take it in the morning") in told
    assert player.axe() == []


def test_a_wide_one_has_columns(player, page):
    player.window(1280, 800)
    player.open(page, wait=False)
    assert player.js(CELLS)[1] == ["2", "More than 1 in 10", "Take it in the morning"]
