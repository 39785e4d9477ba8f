"""The urgent message: it takes the whole show, at once, and ends by itself."""

import calendar
import json
import os
import random
import re
import signal
import subprocess
import time

import numpy
import pytest

import browser
import lobby_show
import png
import program
import soak

MESSAGE = "The water main is broken. **Do not drink** from any tap.\n\nBottled water is at the front desk."
ENDS = "2026-03-31 17:00"
BEFORE, AFTER = ({"SOURCE_DATE_EPOCH": str(calendar.timegm(day)), "TZ": "UTC"}
                 for day in ((2026, 3, 31, 16, 59, 59), (2026, 3, 31, 17, 0, 0)))
INK = 'ink: "#1a1a1a"\n'
SCREENS = ("--format", "screen")
WITHIN_S = 2  # from the save to the wall
PATIENCE_S = 90


def message(body=MESSAGE, front=f"until: {ENDS}\n", title="No water today", lang="en"):
    return program.article(body, title, lang, front)


@pytest.fixture
def content(tmp_path):
    articles = {"one": program.article("Some words on willows.", front="kind: article\n")}
    return program.write_content(tmp_path / "content", articles, style=INK + "screen:\n  width: 1280\n  height: 720\n")


def render(content, out, clock=BEFORE, *arguments):
    return program.render(content, out, *arguments, env=program.environment(**clock))


def urge(content, text=None):
    aside = content / ".urgent.new"
    aside.write_text(text or message())
    aside.rename(content / "urgent.md")


def shown(out):
    return {slide["id"].split("/")[0] for slide in lobby_show.manifest(out / "lobby")["slides"]}


def test_it_is_all_of_the_show(content, tmp_path):
    """In whatever file a player reads; on paper and in counts it is nothing."""
    out = tmp_path / "out"
    assert render(content, out).status == 0
    printed = {path.name: path.read_bytes() for path in (out / "print").iterdir()}
    urge(content)
    result = render(content, out)
    assert result.status == 0
    assert {path.name: path.read_bytes() for path in (out / "print").iterdir()} == printed
    lobby_show.assert_whole(out / "lobby")
    assert shown(out) == {"urgent"}
    names = lobby_show.names(out / "lobby")
    assert [path.name for path in result.screens] == names
    for name in ("show.m3u8", "show.ffconcat", "show.txt", "show.smil", "mrss.xml", "static-config.json",
                 "__lobby.json", "anthias.json", "transcript.html", "manifest.js"):
        text = (out / "lobby" / name).read_text()
        assert "willows" not in text and "Harbour" not in re.sub(r'"contact".*?\]', "", text, flags=re.S), name
        assert name == "transcript.html" or set(re.findall(r"\d{3}-[a-z-]+\.[0-9a-f]{12}\.png", text)) == set(names)
    assert lobby_show.manifest(out / "lobby")["until"] == "2026-03-31T17:00"
    assert json.loads((out / "lobby/anthias.json").read_text())[0]["end_date"] == "2026-03-31T17:00:00Z"
    assert result.out.endswith(f"; the show is the urgent message until {ENDS}\n")


def test_it_begins_and_ends_by_the_clock(content, tmp_path):
    out = tmp_path / "out"
    urge(content)
    result = render(content, out, BEFORE, *SCREENS)
    assert shown(out) == {"urgent"}
    (note,) = [f for f in result.findings if f["rule"] == "urgent"]
    assert "only the browser player ends it by itself" in note["message"] and note["severity"] == "note"
    result = render(content, out, AFTER, *SCREENS)
    assert result.status == 0 and shown(out) == {"one", "contact"}
    assert "until" not in lobby_show.manifest(out / "lobby")
    (note,) = [f for f in result.findings if f["rule"] == "urgent"]
    assert "ended at 2026-03-31 17:00" in note["message"] and note["line"] == "4"
    (content / "urgent.md").unlink()
    assert "urgent" not in render(content, out, AFTER, *SCREENS).err


def test_the_clock_is_the_one_on_the_wall(content, tmp_path):
    """17:00 in New York is hours after 17:00 in Greenwich."""
    urge(content)
    render(content, tmp_path / "out", {**AFTER, "TZ": "America/New_York"}, *SCREENS)
    assert shown(tmp_path / "out") == {"urgent"}


NO_END = {
    "missing": (message(front=""), "1", "'until' is not given"),
    "missing beside another": (message(front="rank: 3\n"), "1", "'until' is not given"),
    "empty": (message(front="until:\n"), "4", "'until' is empty"),
    "no time": (message(front="until: 2026-03-31\n"), "4", "'2026-03-31' is no time to end"),
    "no such day": (message(front="until: 2026-02-30 09:00\n"), "4", "'2026-02-30 09:00' is no time to end"),
    "no such hour": (message(front="until: 2026-03-31 25:99\n"), "4", "write it as in 'until: 2026-03-31 17:00'"),
    "words": (message(front="until: tomorrow\n"), "4", "'tomorrow' is no time to end"),
}


@pytest.mark.parametrize("name", NO_END)
def test_whose_end_cannot_be_read_it_is_shown_without_one(content, tmp_path, name):
    """It may not have ended yet: nobody drops it, whatever message stood there before; and it is said loudly."""
    out = tmp_path / "out"
    urge(content, message("The old words."))
    render(content, out, BEFORE, *SCREENS)
    text, line, words = NO_END[name]
    urge(content, text)
    result = render(content, out, AFTER, *SCREENS, "--format", "json")
    assert result.status == 1 and shown(out) == {"urgent"}
    (error,) = [f for f in json.loads(result.out)["findings"] if f["rule"] == "urgent-end"]
    assert words in error["message"] and str(error["line"]) == line and "without" in error["message"]
    assert json.loads(result.out)["show"]["urgent"] == ""
    show = lobby_show.manifest(out / "lobby")
    assert show["urgent"] and "until" not in show and "water main" in show["slides"][0]["alt"]
    assert json.loads((out / "lobby/anthias.json").read_text())[0]["end_date"].startswith("2099")
    result = render(content, out, AFTER, *SCREENS)
    assert "; the show is the urgent message, WITHOUT AN END: " in result.out.splitlines()[-1]
    (content / "urgent.md").unlink()
    render(content, out, AFTER, *SCREENS)
    assert shown(out) == {"one", "contact"}


KEYS = {
    "of articles": ("valid_to: 2026-03-31", "'valid_to' is for articles"),
    "products": ("products: [large]", "'products' is for articles"),
    "unknown": ("rank: 3", "'rank'"),
}


@pytest.mark.parametrize("name", KEYS)
def test_keys_without_use_do_not_hold_it_back(content, tmp_path, name):
    key, words = KEYS[name]
    urge(content, message(front=f"until: {ENDS}\n{key}\n"))
    result = render(content, tmp_path / "out", BEFORE, *SCREENS)
    assert result.status == 1 and shown(tmp_path / "out") == {"urgent"}
    assert lobby_show.manifest(tmp_path / "out/lobby")["until"] == "2026-03-31T17:00"
    (error,) = [f for f in result.findings if f["severity"] == "error"]
    assert words in error["message"] and error["line"] == "5"


WRONG = {
    "no words": (message(""), None, "no text below its title"),
    "a picture that is not there": (message("![A tap](tap.png)"), "7", "tap.png"),
    "unclosed": ("---\ntitle: T\nuntil: 2026-03-31 17:00\n", "1", "have no end"),
}


@pytest.mark.parametrize("name", WRONG)
def test_with_errors_it_leaves_the_show_alone(content, tmp_path, name):
    text, line, words = WRONG[name]
    urge(content, text)
    result = render(content, tmp_path / "out", BEFORE, *SCREENS)
    assert result.status == 1 and shown(tmp_path / "out") == {"one", "contact"}
    errors = [f for f in result.findings if f["severity"] == "error"]
    assert all(f["path"].endswith("content/urgent.md") for f in errors)
    assert any(words in f["message"] and line in (None, f["line"]) for f in errors), errors
    assert "content/urgent.md: not in the show; mend its errors\n" in result.out


def test_strictness_about_the_clinic_holds_nothing_back(content, tmp_path):
    """Articles wait until the clinic's gaps are filled, and so does a message with warnings of its own."""
    out = tmp_path / "out"
    clinic = content / "clinic.yaml"
    clinic.write_text(clinic.read_text().replace("+1 212 736 5000", ""))
    urge(content)
    result = render(content, out, BEFORE, *SCREENS, "--strict")
    assert result.status == 1 and shown(out) == {"urgent"}
    assert any(f["severity"] == "error" and f["path"].endswith("clinic.yaml") for f in result.findings)
    assert result.out.endswith(f"; the show is the urgent message until {ENDS}\n")
    urge(content, message("Call +1 503 999 8888 for water."))
    result = render(content, out, BEFORE, *SCREENS, "--strict")
    assert any(f["severity"] == "error" and f["path"].endswith("urgent.md") for f in result.findings)
    assert "content/urgent.md: not in the show; mend its errors\n" in result.out


def test_unreadable_it_leaves_the_show_alone(content, tmp_path):
    (content / "urgent.md").mkdir()
    result = render(content, tmp_path / "out", BEFORE, *SCREENS)
    assert result.status == 3 and shown(tmp_path / "out") == {"one", "contact"}


def test_an_article_has_no_until(content, tmp_path):
    (content / "two.md").write_text(message())
    result = render(content, tmp_path / "out", BEFORE, *SCREENS)
    (error,) = [f for f in result.findings if f["severity"] == "error"]
    assert "'until' is for the urgent message" in error["message"] and error["line"] == "4"


def test_one_that_is_spoilt_goes_on_as_it_was(content, tmp_path):
    """Until its own end, and no longer than the facts are those that it was made with."""
    out = tmp_path / "out"
    urge(content)
    render(content, out, BEFORE, *SCREENS)
    urge(content, message("![A tap](tap.png)"))
    result = render(content, out, BEFORE, *SCREENS)
    assert result.status == 1 and shown(out) == {"urgent"}
    assert "content/urgent.md: shown as it was" in result.out
    assert lobby_show.manifest(out / "lobby")["until"] == "2026-03-31T17:00"
    render(content, out, AFTER, *SCREENS)
    assert shown(out) == {"one", "contact"}
    (content / "clinic.yaml").write_text(program.CLINIC.replace("5000", "5001"))
    render(content, out, BEFORE, *SCREENS)
    assert shown(out) == {"one", "contact"}


BROKEN_SETTINGS = {
    "a key": ("clinic.yaml", program.CLINIC + "nmae: X\n"),
    "no YAML": ("clinic.yaml", "name: 'A\n"),
    "no name": ("clinic.yaml", program.CLINIC.replace("Riverside Sleep Clinic", "")),
    "style": ("style.yaml", "accent: teal-ish\n"),
}


@pytest.mark.parametrize("name", BROKEN_SETTINGS)
def test_broken_settings_publish_nothing_else(content, tmp_path, name):
    """The message does not wait for them, and is taken off the wall when it ends, although no show can follow it:
    the one of before comes back, as old as it is."""
    out = tmp_path / "out"
    render(content, out, BEFORE, *SCREENS)
    manifest = out / "lobby/manifest.json"
    os.utime(manifest, (1e9, 1e9))
    ordinary = lobby_show.manifest(out / "lobby")
    file, text = BROKEN_SETTINGS[name]
    (content / file).write_text(text)
    for words in (MESSAGE, MESSAGE + " Wash your hands at home."):
        urge(content, message(words))
        result = render(content, out, BEFORE, *SCREENS)
        assert result.status == 1 and shown(out) == {"urgent"}
        assert result.out.endswith(f"; the show is the urgent message until {ENDS}\n")
        lobby_show.assert_whole(out / "lobby")
    assert "nmae" not in manifest.read_text() and "Harbour" not in manifest.read_text()
    result = render(content, out, AFTER, *SCREENS)
    assert result.status == 1 and lobby_show.manifest(out / "lobby") == ordinary
    assert "; the show is that of 2001-09-09 " in result.out.splitlines()[-1]
    assert re.search(r"^\d files? of the show before removed$", result.out, re.M)
    lobby_show.assert_whole(out / "lobby")
    urge(content, message("Words."))
    render(content, out, BEFORE, *SCREENS)
    assert shown(out) == {"urgent"}
    (content / "urgent.md").unlink()
    render(content, out, BEFORE, *SCREENS)
    assert lobby_show.manifest(out / "lobby") == ordinary


def test_one_article_for_the_printer_leaves_it_on_the_wall(content, tmp_path):
    out = tmp_path / "out"
    urge(content)
    render(content, out, BEFORE, *SCREENS)
    result = render(content, out, BEFORE, "--article", "one")
    assert result.status == 0 and shown(out) == {"urgent"} and "urgent" not in result.out


def test_no_article_has_its_name(content, tmp_path):
    (content / "more").mkdir()
    (content / "more/urgent.md").write_text(program.article("Words."))
    urge(content)
    result = render(content, tmp_path / "out", BEFORE, *SCREENS)
    (error,) = [f for f in result.findings if f["severity"] == "error"]
    assert error["rule"] == "name-clash" and error["path"].endswith("more/urgent.md")
    assert shown(tmp_path / "out") == {"urgent"}


def test_killed_in_between_the_show_is_whole(content, tmp_path):
    """The old show or the message, never some of both."""
    out = tmp_path / "out"
    render(content, out, BEFORE, *SCREENS)
    fonts = program.ROOT / "fonts/fonts.conf"
    command = [program.HANDOUT, "render", "--content", content, "--out", out, "--fonts", fonts, *SCREENS]
    chance = random.Random(3)
    turns = soak.times(12, 300)
    for turn in range(turns):
        (content / "urgent.md").unlink(missing_ok=True)
        if turn % 2 == 0:
            urge(content, message(MESSAGE + f" {turn}"))
        run = subprocess.Popen(command, env=program.environment(**BEFORE), stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.02, 0.35))
        run.send_signal(signal.SIGKILL)
        run.wait()
        lobby_show.assert_whole(out / "lobby")
        assert shown(out) in ({"urgent"}, {"one", "contact"})
    soak.figure(f"urgent message: killed {turns} times while it came or went, the show always whole")


# ---- How it looks ----

LONG = "\n\n".join(f"The {word} floor is closed until the evening; go to the front desk instead."
                   for word in ("first", "second", "third", "fourth", "fifth", "sixth"))
PANELS = {
    "landscape": INK + "screen:\n  width: 1920\n  height: 1080\n",
    "portrait": INK + "screen:\n  width: 1080\n  height: 1920\n",
    "small and far": INK + "screen:\n  width: 1920\n  height: 1080\n  diagonal_in: 24\n  distance_m: 6\n",
}


def slides(content, tmp_path, text, style=PANELS["landscape"]):
    (content / "style.yaml").write_text(style)
    urge(content, text)
    result = render(content, tmp_path / "out", BEFORE, *SCREENS)
    assert result.status == 0, result.err
    return lobby_show.manifest(tmp_path / "out/lobby")["slides"], result.screens


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("body", [MESSAGE, LONG, "Leave by the front door."], ids=["some", "much", "little"])
def test_white_on_ink_and_nothing_lost(content, tmp_path, panel, body):
    made, files = slides(content, tmp_path, message(body), PANELS[panel])
    words = " ".join(slide["alt"] for slide in made).split()
    for word in body.replace("*", "").split():
        assert word in words
    for slide, path in zip(made, files):
        colors = png.pixels(path)
        assert (colors[0, 0] == 0x1A).all() and (colors[-1, -1] == 0x1A).all()
        assert (colors.max(axis=(0, 1)) == 255).all() and slide["min_contrast"] >= 7
        assert (numpy.ptp(colors.astype(int), axis=2) == 0).all(), "a colour"


def test_letters_are_as_large_as_all_words_fit_and_never_less_than_the_law_asks(content, tmp_path):
    heights = []
    for body in ("Leave.", MESSAGE, LONG):
        made, _ = slides(content, tmp_path, message(body))
        heights.append(min(slide["cap_mm"] for slide in made))
        assert not any("reads_to_m" in slide for slide in made)
        assert (len(made) > 1) == (body is LONG)
    legal = 0.0122173 * 3000
    assert legal <= heights[2] <= heights[1] <= heights[0] <= 2.05 * legal
    assert heights[0] > 1.9 * legal


def triangle(slide):
    """Left and right edge of the mark, as shares of the panel's width; None: it has none."""
    if not slide["marks"]:
        return None
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", slide["marks"][0]["d"])]
    return min(numbers[0::2]) / slide["w"], max(numbers[0::2]) / slide["w"]


def test_the_triangle_stands_where_lines_begin(content, tmp_path):
    made, _ = slides(content, tmp_path, message(LONG))
    for slide in made:
        left, right = triangle(slide)
        assert left < 0.1 and all(line["x"] > right * slide["w"] for line in slide["lines"])
    made, _ = slides(content, tmp_path, message("لا تشرب من أي صنبور.", title="لا ماء اليوم", lang="ar"))
    left, right = triangle(made[0])
    assert right > 0.9 and all(line["x"] + line["w"] < left * made[0]["w"] for line in made[0]["lines"])
    made, _ = slides(content, tmp_path, message(), PANELS["small and far"])
    assert {triangle(slide) for slide in made} == {None}


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
    player.until("advance(250); return document.title.includes('ffffffffffff')")
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
    player.until("advance(250); return document.title.includes('eeeeeeeeeeee')")
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


def test_it_ends_by_itself_when_nothing_else_happens(content, watch):
    if time.time() % 60 > 50:
        time.sleep(11)
    urge(content, message(front=f"until: {in_minutes(1)}\n"))
    wait_until(lambda: stands(watch))
    minute = time.time() // 60
    wait_until(lambda: not stands(watch))
    assert 0 <= time.time() - 60 * (minute + 1) < 5
    assert shown(watch) == {"one", "contact"}
