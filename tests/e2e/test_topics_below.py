"""Where much is announced the topics stay in sight, and a page that goes on below shows it: by a sign that fingers turn it with."""

import pytest

import program

TOPICS = {f"t{n}": program.article("Read this.", title=f"Topic {n} about your care", front="kind: article\n") for n in range(9)}
NEWS = {f"n{n}": program.article("Come in by the side door.", title=f"Announcement {n} with rather many words in its title", front="kind: announcement\n") for n in range(5)}
IN_SIGHT = """
const bar = document.getElementById('controls').getBoundingClientRect().top;
return [...document.querySelectorAll(arguments[0])].filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect())
    .map((box) => box.top >= -1 && box.bottom <= bar + 1);"""
SIGN = "return !document.getElementById('down').hidden"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("below")
    content = program.write_content(base / "content", {**TOPICS, **NEWS}, style="show:\n  speech: no\n")
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


def open_page(player, lobby, page, window, clicks):
    player.window(*window)
    player.open(f"{(lobby / page).as_uri()}?kiosk=1", wait=False)
    for _ in range(clicks):
        player.js("document.getElementById('size').click()")
    player.settle()
    player.advance(1)


def turn_to_the_end(player, selector):
    """Each of the links is in sight on the way."""
    seen = set()
    for _ in range(30):
        seen |= {n for n, is_seen in enumerate(player.js(IN_SIGHT, selector)) if is_seen}
        if not player.js(SIGN):
            return seen
        player.driver.find_element("id", "down").click()
        player.settle()
    raise AssertionError("no end")


@pytest.mark.sample(2)
@pytest.mark.parametrize("clicks", [0, 2])
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920), (1024, 600)])
def test_topics_are_in_sight_and_the_rest_is_found(player, lobby, window, clicks):
    open_page(player, lobby, "topics.html", window, clicks)
    assert sum(player.js(IN_SIGHT, ".tile")) >= 3
    assert player.js(SIGN) == (not all(player.js(IN_SIGHT, ".all a")))
    assert player.axe() == []
    assert turn_to_the_end(player, ".all a") == set(range(12)), "six tiles, five announcements, and how to reach the clinic"


def test_all_topics_go_on_below(player, lobby):
    open_page(player, lobby, "all-topics.html", (1024, 600), 1)
    assert player.js(SIGN)
    assert turn_to_the_end(player, ".tile") == set(range(9))


def test_what_is_whole_has_no_sign(player, lobby):
    open_page(player, lobby, "read-t1.html", (1920, 1080), 0)
    player.js("document.getElementById('down').hidden = false")
    player.advance(1)
    assert not player.js(SIGN)
