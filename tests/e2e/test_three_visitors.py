"""Three visitors of a display that begins with the topics, each of whom knows of the page what a role and a
name tell: one does not see, one sits in a wheelchair, one is in a hurry. Each takes the article home."""

import pytest
from selenium.webdriver.common.keys import Keys

import browser
import program
from spoken import STEPS

STYLE = "screen:\n  width: 1920\n  height: 1080\n  diagonal_in: 43\n  mounting_m: 1\nshow:\n  speech: yes\n"
REACH_MM, FOOT_MM, PANEL_MM = 1220, 973, 535.4


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("visitors")
    articles = {f"a{n}": program.article(STEPS, title=title, front="kind: article\n") for n, title in enumerate(("Your MRI", "Good sleep", "Sertraline", "Your visit"))}
    articles["a0.es"] = program.article("Beba agua.", title="Su resonancia", lang="es", front="kind: article\n")
    content = program.write_content(base / "content", articles, program.CLINIC + "web_url: https://riverside-sleep.org/handouts/\n", STYLE)
    return program.render(content, base / "out", "--format", "screen,large,html").directory / "lobby"


@pytest.fixture
def kiosk(player, lobby):
    with browser.serve(lobby) as address:
        player.driver.get(f"{address}topics.html?kiosk=1&printer=1")
        player.js("localStorage.clear()")
        player.driver.refresh()
        ready(player)
        yield player
        player.driver.get("about:blank")


# What the page prints; nobody answers a browser's dialog here.
PRINTED = "new MutationObserver(() => document.querySelectorAll('embed').forEach((frame) => { window.printed = frame.src; window.prints = (window.prints || 0) + 1; frame.remove(); })).observe(document.body, { childList: true });"


def ready(player):
    player.until("return document.readyState === 'complete' && document.documentElement.dataset.listens === 'true'")
    player.js(PRINTED)


def told(player):
    """Role, name and node of all that assistive technology is told."""
    return [
        (node["role"]["value"], node.get("name", {}).get("value", "").strip(), node["backendDOMNodeId"], focused(node))
        for node in player.accessibility_tree().values()
        if not node["ignored"] and "backendDOMNodeId" in node
    ]


def focused(node):
    return any(p["name"] == "focused" and p["value"]["value"] for p in node.get("properties", ()))


def place(player, role, name):
    (node,) = [n for r, found, n, _ in told(player) if r == role and found.startswith(name)][:1]
    box = player.command("DOM.getBoxModel", backendNodeId=node)["model"]["border"]
    return (box[0] + box[4]) / 2, (box[1] + box[5]) / 2


def touch(player, role, name):
    """With a finger; how high that is above the floor. [mm]"""
    x, y = place(player, role, name)
    for kind in ("mousePressed", "mouseReleased"):
        player.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
    return FOOT_MM + (1080 - y) / 1080 * PANEL_MM


def tab_to(player, role, name):
    for _ in range(40):
        player.press(Keys.TAB)
        if any(r == role and found.startswith(name) and here for r, found, _, here in told(player)):
            return
    raise AssertionError(f"no {role} '{name}' by Tab")


def arrive(player, page):
    player.until("return location.pathname.endsWith(arguments[0])", page)
    ready(player)


def test_who_does_not_see(kiosk):
    """With a headset and a keypad: the topics by their names, the article read aloud, paper."""
    kiosk.js("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F15', bubbles: true }))")
    tab_to(kiosk, "link", "Good sleep")
    kiosk.press(Keys.ENTER)
    arrive(kiosk, "read-a1.html")
    kiosk.until("return voice.audio && !voice.audio.paused && [...CSS.highlights.get('spoken')].join() === 'Good sleep'")
    tab_to(kiosk, "button", "Next")
    for _ in range(9):
        if kiosk.js("return parts.isTaking"):
            break
        kiosk.press(Keys.ARROW_RIGHT)
    kiosk.until("const lit = CSS.highlights.get('spoken'); return lit && [...lit].join() === 'Take this home'")
    tab_to(kiosk, "button", "Large print")
    kiosk.press(Keys.ENTER)
    kiosk.until("return (window.printed || '').endsWith('print/a1-large.pdf')")


def test_who_sits_in_a_wheelchair(kiosk):
    """Nothing that they touch is higher than 1.22 m."""
    heights = [touch(kiosk, "button", "Move down")]
    kiosk.settle()
    heights.append(touch(kiosk, "link", "Sertraline"))
    arrive(kiosk, "read-a2.html")
    for _ in range(9):
        if kiosk.js("return parts.isTaking"):
            break
        name = "Next" if kiosk.js("return parts.current + 1 < parts.pages") else "Take this home"
        heights.append(touch(kiosk, "button", name))
        kiosk.settle()
    heights.append(touch(kiosk, "button", "Large print"))
    kiosk.until("return (window.printed || '').endsWith('print/a2-large.pdf')")
    heights.append(touch(kiosk, "button", "Start again"))
    assert len(heights) >= 5 and max(heights) < REACH_MM, heights


def test_who_is_in_a_hurry(kiosk):
    """Two touches; one more is none too many."""
    touch(kiosk, "link", "Your MRI")
    arrive(kiosk, "read-a0.html")
    codes = [name for role, name, *_ in told(kiosk) if role == "image" and "a0.html" in name]
    assert codes, "a code for the telephone is in sight at once"
    touch(kiosk, "button", "Large print")
    touch(kiosk, "button", "Printing…")
    kiosk.until("return (window.printed || '').endsWith('print/a0-large.pdf')")
    assert kiosk.js("return window.prints") == 1


def test_who_is_in_a_hurry_and_reads_spanish(kiosk):
    """Their own language by its own name; from there all is in it."""
    touch(kiosk, "link", "Español")
    arrive(kiosk, "topics.es.html")
    touch(kiosk, "link", "Su resonancia")
    arrive(kiosk, "read-a0.es.html")
    assert [name for role, name, *_ in told(kiosk) if role == "image" and "a0.es.html" in name]
    touch(kiosk, "button", "Letra grande")
    kiosk.until("return (window.printed || '').endsWith('print/a0.es-large.pdf')")
    touch(kiosk, "button", "Empezar de nuevo")
    arrive(kiosk, "/topics.html")
