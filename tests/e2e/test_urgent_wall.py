"""The urgent message on the wall: in the browser, and under watch."""

import json
import re
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request

import pytest

import browser
import lobby_show
import png
import program
import soak
from urgent_message import BEFORE, LONG, MESSAGE, SCREENS, content, message, render, shown, urge

WITHIN_S = 2  # from the save to the wall
PATIENCE_S = 90
PNG_END = b"IEND\xaeB`\x82"
LOOK_S = 0.5  # between two looks of the player (NEWS_EVERY_MS)


# ---- In the browser ----


@pytest.fixture
def wall(content, tmp_path):
    """The clinic's show, and the message as it would take its place."""
    out = tmp_path / "out"
    urge(content, message(LONG))
    render(content, out, BEFORE, *SCREENS)
    urgent = browser.Show(out / "lobby").manifest
    pictures = {path.name: path.read_bytes() for path in (out / "lobby").glob("*.png")}
    fonts = {path.name: path.read_bytes() for path in (out / "lobby/fonts").iterdir()}
    (content / "urgent.md").unlink()
    render(content, out, BEFORE, *SCREENS)
    show = browser.Show(out / "lobby")
    for name, data in pictures.items():
        (show.directory / name).write_bytes(data)
    for name, data in fonts.items():
        (show.directory / "fonts" / name).write_bytes(data)
    return show, urgent


SHOWN = "return [...document.querySelectorAll('.slide:not([hidden])')].map((s) => s.innerText).join(' ')"


def test_it_comes_at_once_whatever_a_viewer_does(player, wall):
    """Slides that a viewer has stopped, a pointer over them, a language chosen: it comes all the same, and goes."""
    show, urgent = wall
    ordinary = show.manifest
    player.open(show.url, date="2026-03-31T16:00:00")
    player.js("player.setStopped(true); player.setHeld(true); player.setLanguage('en-US')")
    show.manifest = urgent
    show.publish("ffffffffffff")
    player.until("advance(250); return document.documentElement.dataset.build.includes('ffffffffffff')")
    player.until(SHOWN.replace("return", "advance(250); return (") + ").includes('No water today')")
    assert not player.is_stopped and player.live == "assertive"
    assert player.js("return getComputedStyle(document.documentElement).backgroundColor") == "rgb(26, 26, 26)"
    before = player.slide["id"]
    player.advance(urgent["slides"][0]["dwell_s"] + 1)
    assert player.slide["id"] != before and player.slide["id"].startswith("urgent/")
    player.turn(-1)
    assert player.slide["id"].startswith("urgent/")
    show.manifest = ordinary
    show.publish("eeeeeeeeeeee")
    player.until("advance(250); return document.documentElement.dataset.build.includes('eeeeeeeeeeee')")
    player.until(SHOWN.replace("return", "advance(250); return !(") + ").includes('No water today')")
    assert player.errors() == []


def test_it_ends_by_the_browsers_own_clock(player, wall):
    """Without a new build, and while a viewer has stopped it: then how to reach the clinic stands there."""
    show, urgent = wall
    show.manifest = urgent
    show.publish("ffffffffffff")
    player.open(show.url, date="2026-03-31T16:59:55")
    assert "No water today" in player.js(SHOWN)
    player.js("player.setStopped(true)")
    player.advance(4)
    assert "No water today" in player.js(SHOWN)
    player.advance(2)
    assert "No water today" not in player.js(SHOWN) and "+1 212 736 5000" in player.js(SHOWN)


OUT_OF_SIGHT = """
    const { bottom } = document.getElementById('stage').getBoundingClientRect();
    return [...document.querySelectorAll('.slide:not([hidden]) .line')].filter((line) => {
        const box = line.getBoundingClientRect();
        return box.height === 0 || box.top < 0 || box.bottom > Math.min(innerHeight - controls.height(), bottom) + 1;
    }).map((line) => line.textContent)"""


@pytest.mark.parametrize("window", [(1920, 1080), (1024, 600)])
@pytest.mark.parametrize("size", [1.5, 2])
def test_all_of_it_is_in_sight_of_who_reads_large_letters(player, wall, size, window):
    """With the bar of a visitor, and without."""
    show, urgent = wall
    show.manifest = urgent
    show.publish("ffffffffffff")
    player.window(*window)
    player.open(show.url + "?kiosk=1&visitor=here", date="2026-03-31T16:00:00")
    player.js("while (look.size !== arguments[0]) look.nextSize(); dispatchEvent(new Event('resize'))", size)
    assert "No water today" in player.js(SHOWN) and player.js(OUT_OF_SIGHT) == []
    player.js("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }))")
    player.until("return controls.height() > 0")
    player.js("dispatchEvent(new Event('resize'))")
    assert player.js(OUT_OF_SIGHT) == []


@pytest.mark.parametrize("palette", ["light", "night", "contrast"])
def test_it_is_dark_in_every_palette(player, wall, palette):
    show, urgent = wall
    show.manifest = urgent
    show.publish("ffffffffffff")
    player.open(show.url, script=f"localStorage.setItem('handout.palette', '{palette}');")
    style = "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]"
    ground = player.js(style, "html", "backgroundColor")
    ink = player.js(style, ".slide:not([hidden]) .line span", "color")
    triangle = player.js(style, ".slide:not([hidden]) .decoration > *", "fill")
    rgb = {name: tuple(map(int, re.findall(r"\d+", value)[:3])) for name, value in
           (("ground", ground), ("ink", ink), ("triangle", triangle))}
    assert png.luminance(rgb["ground"]) < 0.03
    assert png.contrast(rgb["ground"], rgb["ink"]) >= 7 and png.contrast(rgb["ground"], rgb["triangle"]) >= 3


# ---- Under watch ----


@pytest.fixture
def watch(content, tmp_path):
    out = tmp_path / "out"
    command = [program.HANDOUT, "watch", "--content", content, "--out", out, "--fonts", program.ROOT / "fonts/fonts.conf"]
    process = subprocess.Popen(command, env=program.environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    process.stdout.readline()
    yield out
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE_S) == 0
    process.stdout.close()


def wait_until(true):
    start = time.monotonic()
    while not true():
        assert time.monotonic() - start < PATIENCE_S
        time.sleep(0.02)
    return time.monotonic() - start


def in_minutes(minutes):
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(time.time() + 60 * minutes))


def stands(out):
    return (out / "lobby/manifest.json").exists() and shown(out) == {"urgent"}


def test_within_two_seconds_it_is_on_the_wall(chromium, content, watch):
    """In the folder and in a browser whose clock is the real one; and it goes as it came."""
    chromium.driver.get((watch / "lobby/index.html").as_uri())
    chromium.until("return player.hasShow")
    for turn in range(soak.times(2, 30)):
        urge(content, message(f"{MESSAGE} {turn}", front=f"until: {in_minutes(90)}\n"))
        start = time.monotonic()
        wait_until(lambda: stands(watch))
        lobby_show.assert_whole(watch / "lobby")
        in_folder = time.monotonic() - start
        wait_until(lambda: "No water today" in chromium.js(SHOWN))
        in_browser = time.monotonic() - start
        assert in_folder < WITHIN_S and in_browser < WITHIN_S, (in_folder, in_browser)
        (content / "urgent.md").unlink()
        wait_until(lambda: "No water today" not in chromium.js(SHOWN) and not stands(watch))
    soak.figure(f"urgent message: in the folder after {in_folder:.2f} s, in Chromium after {in_browser:.2f} s")


class Frame(threading.Thread):
    """A frame on a wall, which fetches as the player does (browser/files.js, browser/player.js): the build's
    id at every look, and where it is another one the manifest, then all that this names."""

    def __init__(self, address):
        super().__init__(daemon=True)
        self.address, self.build, self.looks, self.ended = address, None, [], threading.Event()
        self.start()

    def fetch(self, name):
        with urllib.request.urlopen(f"{self.address}{name}?{len(self.looks)}", timeout=PATIENCE_S) as answer:
            return answer.read()

    def look(self):
        build = self.fetch("build.js")
        if build == self.build:
            return None
        show = json.loads(re.search(rb"handoutShow = (\{.*\})", self.fetch("manifest.js"), re.S)[1])
        if not show.get("complete"):
            return None
        for slide in show["slides"]:
            for part in (slide, *slide["images"]):
                if not self.fetch(part["src"]).endswith(PNG_END):
                    return None
        self.build = build
        return show

    def run(self):
        while not self.ended.wait(LOOK_S):
            begun = time.monotonic()
            try:
                show = self.look()
            except urllib.error.HTTPError:  # the folder changed under it: the player looks again, too
                show = None
            self.looks.append((begun, time.monotonic(), show and {slide["id"].split("/")[0] for slide in show["slides"]}))

    def urgent_at(self):
        """When the first look ended that found the message, and the one before it began; None: none did."""
        at = next((i for i, (*_, kinds) in enumerate(self.looks) if kinds == {"urgent"}), None)
        return None if at is None else (self.looks[at][1], self.looks[at - 1][0])


def test_twenty_frames_have_it_at_their_next_look(content, watch):
    """From a web server: the first look after it stands in the folder finds it, and finds it whole."""
    with browser.serve(watch / "lobby") as address:
        frames = [Frame(address) for _ in range(20)]
        wait_until(lambda: all(frame.build for frame in frames))
        begun = time.monotonic()  # it may be found before the writer has come back
        urge(content, message(front=f"until: {in_minutes(90)}\n"))
        saved = time.monotonic()
        wait_until(lambda: "handoutUrgent" in (watch / "lobby/build.js").read_text())  # the last file that changes
        published = time.monotonic()
        wait_until(lambda: all(frame.urgent_at() for frame in frames))
        for frame in frames:
            frame.ended.set()
            frame.join(PATIENCE_S)
            assert not frame.is_alive()
    assert published - saved < WITHIN_S
    for frame in frames:
        found, before = frame.urgent_at()
        assert before <= published, "a look after that passed without it"
        assert found >= begun


def test_it_waits_for_no_build_that_runs(content, watch):
    """Saved when a change of the clinic's facts has reached the screens and handouts are on their way;
    and these come afterwards."""
    facts = content / "clinic.yaml"
    section = "Drink water with every meal of the day. " * 12
    for n in range(9):
        text = "".join(f"## Section {i}\n\n{section}\n\n" for i in range(9))
        (content / f"z{n}.md").write_text(program.article(text, title=f"Long {n}"))
    last = watch / "print/z8-giant.pdf"
    wait_until(last.exists)
    show, before = (watch / "lobby/manifest.json").read_text(), last.stat().st_mtime_ns
    facts.write_text(facts.read_text().replace("5000", "5001"))
    wait_until(lambda: (watch / "lobby/manifest.json").read_text() != show)
    urge(content, message(front=f"until: {in_minutes(90)}\n"))
    wait_until(lambda: stands(watch))
    assert not last.exists() or last.stat().st_mtime_ns == before
    wait_until(lambda: last.exists() and last.stat().st_mtime_ns != before)
    assert stands(watch)


def test_it_ends_by_itself_when_nothing_else_happens(content, watch):
    if time.time() % 60 > 50:
        time.sleep(11)
    urge(content, message(front=f"until: {in_minutes(1)}\n"))
    wait_until(lambda: stands(watch))
    minute = time.time() // 60
    wait_until(lambda: not stands(watch))
    assert 0 <= time.time() - 60 * (minute + 1) < 5
    assert shown(watch) == {"one", "contact"}
