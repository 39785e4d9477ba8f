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
# What the part says below the title, and the scale of its letters.
PART = """
const all = [...document.querySelectorAll('#read :is(h2, p, li, img)')].filter((e) => e.checkVisibility());
return [all.map((e) => (e.alt ?? e.innerText).replace(/\\s+/g, ' ').trim()), Number(document.getElementById('read').style.getPropertyValue('--scale'))];"""
CALL = "Call us the same day if you have"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("balance")
    articles = {"take": program.article(TAKE, title="Starting sertraline", front=FRONT), "day": program.article(DAY, title="Your day", front="kind: article\n")}
    content = program.write_content(base / "content", articles, style="show:\n  speech: no\n", files={"tablets.png": player_fixtures.picture()})
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


def parts_of(player, lobby, name, window, size):
    test_topics_pieces.open_page(player, lobby / f"read-{name}.html", window, size)
    return [player.js(PART) for _ in test_topics_pieces.turn(player)]


def section(parts, heading):
    return [said[1:] for said, _ in parts if said[0] == heading]


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
    assert ["Two white tablets"] in [said for said, _ in parts]
    assert {scale for _, scale in parts} == {1}


def test_a_sentence_has_room_in_letters_a_step_smaller(player, lobby):
    """Where they are not larger; there they are as they were chosen."""
    assert parts_of(player, lobby, "day", (1080, 1920), 1)[-1] == [["Your day", *STEPS, STEPS[0], GO.strip(), "Rest."], 0.96]
    parts = parts_of(player, lobby, "day", (1080, 1920), 1.5)
    assert {scale for _, scale in parts} == {1} and len(section(parts, "Your day")) > 1
