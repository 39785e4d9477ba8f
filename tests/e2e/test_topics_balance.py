"""The parts of an article hold about as much as the one before where that can be: no sentence, no line and no item stands
alone on a part because the ones before were filled, and nothing is parted from what it belongs to."""

import pytest

import player_fixtures
import program
import test_topics_pieces

FRONT = 'kind: article\nversion: "1.2"\nreviewed: 2026-10-01\nreview_due: 2028-10-01\nproducer: The clinic\napproved_by: Medicines team\nsources:\n  - Library of Medicine, sertraline\n'
STEPS = ["Take it with a glass of water.", "You can take it with or without food.", "Take it at the same time each day.", "Keep the tablets in their box."]
TAKE = f"""\
It helps with low mood.

## How to take it

{chr(10).join(f"{n}. {step}" for n, step in enumerate(STEPS, 1))}

> **Do not** take it with St. John's wort or MAOI medicines.

## Call us the same day if you have

- [ ] a rash
- [ ] shaking or a very fast heartbeat
- [ ] thoughts of harming yourself

![Two white tablets](tablets.png)

## Side effects

Most are mild.
"""
GO = "Go. " * 20
# The last sentence has room below the rest in letters that are a step smaller.
DAY = "Read it.\n\n## Before\n\nRest.\n\n## Your day\n\n" + "\n".join(f"- {step}" for step in [*STEPS, STEPS[0]]) + "\n\n" + GO + "\n\nRest.\n"
NESTED = """\
## How to take it

1. Take it with a glass of water.
2. You can take it with or without food.
3. If you feel sick, take it after a meal.
   - Try dry toast first.
   - Do not take antacids without asking.
4. Keep the tablets in their box.

## After it

- Rest for an hour.
- Drink a glass of water.
- Call us in the morning.
"""
# The third step ends what there is room for, and what belongs to it has none there.
STEP = "How to start this medicine.\n\nYour doctor has prescribed it.\n\n" + NESTED.replace("\n## After", "\n> **Do not** take it with St. John's wort or MAOI medicines.\n\n## After")
# What the part says below the title, and the scale of its letters.
PART = """
const all = [...document.querySelectorAll('#read :is(h2, p, li, img)')].filter((e) => e.checkVisibility());
return [all.map((e) => (e.alt ?? e.innerText).replace(/\\s+/g, ' ').trim()), Number(document.getElementById('read').style.getPropertyValue('--scale'))];"""
CALL = "Call us the same day if you have"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("balance")
    articles = {"take": program.article(TAKE, title="Starting sertraline", front=FRONT), "day": program.article(DAY, title="Your day", front="kind: article\n"), "nested": program.article(NESTED, title="Nested", front="kind: article\n"), "step": program.article(STEP, title="Starting sertraline: how to take it", front="kind: article\n")}
    content = program.write_content(base / "content", articles, style="show:\n  speech: no\n", files={"tablets.png": player_fixtures.picture()})
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


def parts_of(player, lobby, name, window, size):
    test_topics_pieces.open_page(player, lobby / f"read-{name}.html", window, size)
    return [player.js(PART) for _ in test_topics_pieces.turn(player)]


def section(parts, heading):
    return [said[1:] for said, _ in parts if said[0] == heading]


@pytest.mark.sample(3)
@pytest.mark.parametrize("size", [1, 1.5, 2])
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920), (1024, 600)])
def test_no_line_is_left_over(player, lobby, window, size):
    """All are there, in their order; a part ends behind one heading's list, which no picture is part of."""
    parts = parts_of(player, lobby, "take", window, size)
    about = section(parts, "About this handout")
    assert [line.split(":")[0] for part in about for line in part] == ["Made by", "Approved by", "Version", "Last reviewed", "Next review due", "Sources"]
    assert min(map(len, about)) >= 2, about
    called = [said for part in section(parts, CALL) for said in part]
    assert [said.removeprefix("☐ ") for said in called] == ["a rash", "shaking or a very fast heartbeat", "thoughts of harming yourself", "Call us: +1 212 736 5000"]
    (pictured,) = [said for said, _ in parts if "Two white tablets" in said]
    assert pictured[0] == "Two white tablets" and pictured[1:] in ([], ["Side effects", "Most are mild."])
    assert len(pictured) == 3 or size > 1, "it is smaller where what follows has room below it"
    assert min(scale for _, scale in parts) >= 0.88, "larger than those a size below"


@pytest.mark.sample(1)
@pytest.mark.parametrize("window, sizes", [((1920, 1080), [1, 1.5, 2]), ((1080, 1920), [1, 1.5, 2]), ((1280, 1024), [1, 1.5])])
def test_what_is_short_shares_its_part(player, lobby, window, sizes):
    """Letters that are hardly smaller have room for both; no item is parted, and none stands alone where others follow."""
    for size in sizes:
        parts = parts_of(player, lobby, "nested", window, size)
        for said, _ in parts:
            if "Try dry toast first." in said:
                at = said.index("Try dry toast first.")
                assert said[at - 1].startswith("If you feel sick, take it after a meal.") and said[at + 1] == "Do not take antacids without asking."
        assert min(map(len, section(parts, "After it"))) >= 2, (window, size, parts)


@pytest.mark.sample(2)
@pytest.mark.parametrize("window, size", [((1920, 1080), 1), ((1366, 768), 1), ((1080, 1920), 2)])
def test_an_item_begins_where_the_rest_of_it_is(player, lobby, window, size):
    (said,) = [said for said, _ in parts_of(player, lobby, "step", window, size) if "Try dry toast first." in said]
    assert said[1].startswith("If you feel sick, take it after a meal."), said


def test_a_sentence_has_room_in_letters_a_step_smaller(player, lobby):
    """Also where they are larger: it never stands alone."""
    assert parts_of(player, lobby, "day", (1080, 1920), 1)[-1] == [["Your day", *STEPS, STEPS[0], GO.strip(), "Rest."], 0.96]
    for window, size in (((1080, 1920), 2), ((1920, 1080), 1.5), ((1920, 1080), 2), ((1024, 600), 2)):
        parts = parts_of(player, lobby, "day", window, size)
        assert len(parts[-1][0]) > 2 and len(section(parts, "Your day")) > 1 and min(scale for _, scale in parts) >= 0.88, parts
