"""A finger turns the parts of an article as it turns slides, and scrolls where it goes along the page; two fingers
leave nothing enlarged for the next visitor."""

import pytest

import program

BODY = "Come early.\n\n## Before\n\nEat well.\n\n## After\n\nRest.\n"
PAGES = ["index.html?wall=1", "topics.html?kiosk=1", "read-care.html?kiosk=1", "transcript.html?wall=1"]


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("finger")
    content = program.write_content(base / "content", {"care": program.article(BODY, title="Your day", front="kind: article\n")})
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


def touch(player, *path):
    """A finger comes down at the first place, and leaves at the last."""
    player.command("Emulation.setTouchEmulationEnabled", enabled=True)
    for kind, (x, y) in zip(["touchStart"] + ["touchMove"] * (len(path) - 1), path):
        player.command("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": x, "y": y}])
    player.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    player.command("Emulation.setTouchEmulationEnabled", enabled=False)
    player.settle()


def test_a_finger_along_the_lines_turns_the_part(player, lobby):
    player.window(1920, 1080)
    player.open(f"{(lobby / 'read-care.html').as_uri()}?kiosk=1", wait=False)
    player.settle()
    touch(player, (1100, 300), (800, 305), (300, 310))
    assert player.js("return parts.current") == 1
    touch(player, (600, 300), (610, 420), (620, 550))
    assert player.js("return parts.current") == 1, "along the page is no turn"
    touch(player, (300, 300), (800, 305), (1100, 310))
    assert player.js("return parts.current") == 0
    touch(player, (300, 300), (800, 305), (1100, 310))
    assert player.js("return parts.current") == 0 and player.js("return location.pathname").endswith("read-care.html")


def spread(player, y):
    """Two fingers."""
    player.command("Emulation.setTouchEmulationEnabled", enabled=True, maxTouchPoints=2)
    for step in range(20):
        points = [{"x": 960 + side * (60 + 10 * step), "y": y, "id": side + 1} for side in (-1, 1)]
        player.command("Input.dispatchTouchEvent", type="touchMove" if step else "touchStart", touchPoints=points)
    player.command("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])
    player.command("Emulation.setTouchEmulationEnabled", enabled=False)
    player.settle()
    return player.js("return visualViewport.scale")


@pytest.mark.parametrize("page", PAGES)
def test_two_fingers_enlarge_nothing_for_the_next_visitor(player, lobby, page):
    """Whom a page that is chosen anew would find as large; at home it is the reader's."""
    for beginning, larger in (("", True), (page.partition("?")[2], False)):
        player.driver.get("about:blank")
        player.window(1920, 1080)
        player.open(f"{(lobby / page.partition('?')[0]).as_uri()}?{beginning}", wait=False)
        player.until("return document.readyState === 'complete' && (!window.player || player.hasShow)")
        scales = [spread(player, y) for y in (300, 1050)]
        assert any(scale > 1 for scale in scales) == larger, (beginning, scales)
