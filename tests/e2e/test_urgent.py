"""The urgent message: it takes the whole show, at once, and ends by itself."""

import json
import os
import random
import re
import shutil
import signal
import subprocess
import time

import numpy
import pytest

import labels
import lobby_show
import png
import program
import soak
from conftest import picture
from urgent_message import AFTER, BEFORE, ENDS, INK, LONG, MESSAGE, SCREENS, content, message, render, shown, urge


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
    (warning,) = [f for f in result.findings if f["rule"] == "urgent-unwatched"]
    assert "only the browser player ends it by itself" in warning["message"] and warning["severity"] == "warning"
    result = render(content, out, AFTER, *SCREENS)
    assert result.status == 0 and shown(out) == {"one", "contact"}
    assert "until" not in lobby_show.manifest(out / "lobby") and "urgent-unwatched" not in result.err
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


@pytest.mark.sample(3)
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


def settings(*lines):
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\n\nThe water main has burst.\n"


# Its text, line and words of each error, and all that the show then says.
MISTAKES = {
    "a list for its end": (
        settings("title: Leave", "lang: en", f"until: [{ENDS}]"),
        {"4": "holds one value"},
        "Leave The water main has burst.",
    ),
    "values of no use": (
        settings("title: Leave", "lang: english!!", f"until: {ENDS}", "summary: {a: b}", "reviewed: soon", "hours: 25"),
        {"3": "no language", "5": "one value", "6": "no date", "7": "'hours' is for articles"},
        "Leave The water main has burst.",
    ),
    "a colon in its title": (
        settings("title: Leave: now", f"until: {ENDS}", "lang: en"),
        {"2": "put the title in quotes"},
        "Leave: now The water main has burst.",
    ),
    "a key twice": (
        settings('title: "Leave"', f"until: {ENDS}", "lang: en", "lang: es"),
        {"5": "a second time"},
        "Leave The water main has burst.",
    ),
    "no title": (
        settings(f"until: {ENDS}", "lang: en"),
        {"1": "no title"},
        labels.read("en")["warning"] + " The water main has burst.",
    ),
    "a picture and a note that are not there": (
        message("![A tap](tap.png)\n\nThe water main has burst.[^1]", front=f"until: {ENDS}\n"),
        {"7": "tap.png", "9": "there is no note"},
        "A tap The water main has burst.[^1]",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_no_mistake_takes_its_words(content, tmp_path, name):
    text, wanted, words = MISTAKES[name]
    urge(content, text)
    result = render(content, tmp_path / "out", BEFORE, *SCREENS)
    show = lobby_show.manifest(tmp_path / "out/lobby")
    assert result.status == 1 and shown(tmp_path / "out") == {"urgent"}
    assert " ".join(slide["alt"] for slide in show["slides"]).endswith(words)
    errors = [f for f in result.findings if f["severity"] == "error"]
    assert all(f["path"].endswith("content/urgent.md") for f in errors)
    for line, said in wanted.items():
        assert any(f["line"] == line and said in f["message"] for f in errors), errors


WRONG = {
    "no words": (message(""), None, "no text below its title"),
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


def test_strictness_holds_nothing_back(content, tmp_path):
    """Articles wait until the clinic's gaps are filled; people in danger wait neither for them nor for a warning about
    the message itself."""
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
    rules = {f["rule"] for f in result.findings if f["severity"] == "error" and f["path"].endswith("urgent.md")}
    assert rules == {"fact-unknown", "urgent-unwatched"} and result.status == 1
    assert "8888" in lobby_show.manifest(out / "lobby")["slides"][0]["alt"] and shown(out) == {"urgent"}
    (content / "checks.yaml").write_text("fact-unknown: error\n")
    urge(content, message("Call +1 503 999 7777 for water."))
    render(content, out, BEFORE, *SCREENS)
    assert "7777" in lobby_show.manifest(out / "lobby")["slides"][0]["alt"]


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
    urge(content, message(""))
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


STYLE_FAULTS = {"a colour": "accent: teal-ish\n", "no YAML": "paper: [\n", "a typeface": "font: Nonesuch\n"}


@pytest.mark.parametrize("name", STYLE_FAULTS)
def test_in_a_broken_style_it_has_the_last_good_one(content, tmp_path, name):
    """With the panel that the clinic has; the clinic's logo need not lie there. Where none is remembered, the default."""
    out, style = tmp_path / "out", content / "style.yaml"
    (content / "logo.png").write_bytes(picture("PNG", size=(40, 40)))
    good = style.read_text() + "logo:\n  file: logo.png\n  alt: A willow\n"
    style.write_text(good)
    render(content, out, BEFORE, *SCREENS)
    style.write_text(good + STYLE_FAULTS[name])
    urge(content)
    for words, width in (("last good", 1280), ("default", 1920)):
        result = render(content, out, BEFORE, *SCREENS)
        assert shown(out) == {"urgent"} and lobby_show.manifest(out / "lobby")["panel"]["w"] == width
        (note,) = [f for f in result.findings if f["path"].endswith("style.yaml") and f["severity"] == "note"]
        assert f"in the {words} style, for a panel of 43 inches" in note["message"]
        shutil.rmtree(out)


@pytest.mark.parametrize("end", ["by the clock", "by a new time", "by deleting"])
def test_it_goes_although_no_show_stood_before(content, tmp_path, end):
    """Where the settings leave nothing to show, an empty wall is better than a warning that has ended."""
    out, path = tmp_path / "out", content / "urgent.md"
    (content / "clinic.yaml").write_text("name: 'A\n")
    urge(content)
    render(content, out, BEFORE, *SCREENS)
    assert shown(out) == {"urgent"}
    if end == "by deleting":
        path.unlink()
    if end == "by a new time":
        urge(content, message(front="until: 2026-03-31 16:00\n"))
    result = render(content, out, AFTER if end == "by the clock" else BEFORE, *SCREENS)
    assert result.status == 1 and result.out.endswith("; there is no show\n")
    assert not [file for file in (out / "lobby").rglob("*") if file.is_file() and file.name != ".files"]


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

PANELS = {
    "landscape": INK + "screen:\n  width: 1920\n  height: 1080\n",
    "portrait": INK + "screen:\n  width: 1080\n  height: 1920\n",
    "small and far": INK + "screen:\n  width: 1920\n  height: 1080\n  diagonal_in: 24\n  distance_m: 6\n",
}


def slides(content, tmp_path, text, style=PANELS["landscape"]):
    (content / "style.yaml").write_text(program.silent(style))
    urge(content, text)
    result = render(content, tmp_path / "out", BEFORE, *SCREENS)
    assert result.status == 0, result.err
    return lobby_show.manifest(tmp_path / "out/lobby")["slides"], result.screens


@pytest.mark.sample(3)
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


def test_larger_letters_part_no_number(content, tmp_path):
    urge(content, message("Please leave by the stairs. Call +1 503 999 8888 for help."))
    render(content, tmp_path / "out", BEFORE, *SCREENS)
    (slide,) = json.loads((tmp_path / "out/lobby/manifest.json").read_text())["slides"]
    lines = ["".join(run["text"] for run in line["runs"]) for line in slide["lines"]]
    assert any("+1 503 999 8888" in line for line in lines), lines
