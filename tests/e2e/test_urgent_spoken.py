"""An urgent message reaches who does not see, too: in the spoken mode of a display it is read aloud."""

import json
import os
import subprocess
import time

import pytest
from selenium.webdriver.common.keys import Keys

import browser
import program
from urgent_message import render, urge

PATIENCE_S = 60
FACTS = "Do not drink the water. Call 988 or (503) 234-5678."
SPEECH = "show:\n  speech: yes\n"
SCREENS = ("--format", "screen")
ENDLESS = "until: 2099-03-31 17:00\n"
PLAYED = "return message.audio ? [message.audio.src.split('/').pop(), message.audio.paused, message.audio.currentTime > 0] : null"


@pytest.fixture
def content(tmp_path):
    return program.write_content(tmp_path / "content", {"one": program.article("Some words.", title="One", front="kind: article\n")}, style=SPEECH)


def publish(content, out):
    result = render(content, out, {}, *SCREENS)
    assert result.status == 0, result.err
    return browser.Show(out / "lobby")


def test_who_does_not_see_hears_it_and_goes_back(player, content, tmp_path):
    show = publish(content, tmp_path / "out")
    kept = sorted(p.name for p in (tmp_path / "out/build/store/.speech").iterdir())
    player.driver.get((show.directory / "topics.html").as_uri() + "?kiosk=1")
    player.press(Keys.F2)
    urge(content, program.article(FACTS, title="No water", front=ENDLESS))
    urgent = publish(content, tmp_path / "out")
    (sound,) = urgent.manifest["speech"]
    assert urgent.manifest["urgent"] and sound.startswith("speech/urgent.")
    assert set(kept) < {p.name for p in (tmp_path / "out/build/store/.speech").iterdir()}, "the show's own sounds are for later"
    player.until("return location.pathname.endsWith('/index.html') && typeof player === 'object' && player.isUrgent")
    player.until(f"const played = (() => {{ {PLAYED} }})(); return played && played[0] === arguments[0] && !played[1] && played[2]", sound.split("/")[1])
    player.press(Keys.ESCAPE)
    assert player.js(PLAYED) is None
    player.press(Keys.F2)
    player.until(f"const played = (() => {{ {PLAYED} }})(); return played && !played[1]")
    assert player.errors() == []
    (content / "urgent.md").unlink()
    publish(content, tmp_path / "out")
    player.until("return location.pathname.endsWith('/topics.html') && memory.get('spoken') === 'yes'")


def test_nobody_else_hears_it(player, content, tmp_path):
    """Until a headset is plugged in, and after it is pulled out."""
    urge(content, program.article(FACTS, title="No water", front=ENDLESS))
    show = publish(content, tmp_path / "out")
    player.driver.get(show.url + "?wall=1")
    player.js("localStorage.clear()")
    player.driver.refresh()
    player.until("return typeof player === 'object' && player.isUrgent")
    assert player.js(PLAYED) is None
    plug = "document.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], bubbles: true }))"
    player.press("x")
    player.js(plug, "F15")
    player.until(f"const played = (() => {{ {PLAYED} }})(); return played && !played[1]")
    player.js(plug, "F16")
    assert player.js(PLAYED) is None and player.js("return memory.get('spoken')") is None


def test_all_of_it_is_said(content, tmp_path):
    """The title and each sentence; telephones digit by digit, as everywhere."""
    urge(content, program.article(FACTS, title="No water", front=ENDLESS))
    publish(content, tmp_path / "out")
    places = [p for p in (tmp_path / "out/build/store/.speech").glob("*.txt")]
    assert len(places) == 1 and len(places[0].read_text().split()) == 4, "three utterances and the end"


# A voice that is not done before it may be.
SLOW_VOICE = """#!/bin/sh
while [ ! -e "$0.may" ]; do sleep 0.1; done
exec "$(PATH=${PATH#*:} command -v espeak-ng)" "$@"
"""


def wait_for_manifest(out, true):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        path = out / "lobby/manifest.json"
        if path.exists() and true(json.loads(path.read_text())):
            return
        time.sleep(0.05)
    raise AssertionError("the show is another one")


def test_the_message_waits_for_no_voice(content, tmp_path):
    """It stands in the folder before it is spoken; the sound comes to it as soon as there is one."""
    out, voice = tmp_path / "out", tmp_path / "bin/espeak-ng"
    voice.parent.mkdir()
    voice.write_text(SLOW_VOICE)
    voice.chmod(0o755)
    urge(content, program.article(FACTS, title="No water", front=ENDLESS))
    environment = program.environment(PATH=f"{voice.parent}:{os.environ['PATH']}")
    command = [program.HANDOUT, "render", "--content", content, "--out", out, "--fonts", program.ROOT / "fonts/fonts.conf", *SCREENS]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for_manifest(out, lambda manifest: manifest.get("urgent") and not manifest.get("speech"))
        finally:
            voice.with_name("espeak-ng.may").touch()
        assert process.wait(PATIENCE_S) == 0
    wait_for_manifest(out, lambda manifest: manifest.get("urgent") and len(manifest.get("speech", [])) == 1)
    assert render(content, out, {}, *SCREENS).status == 0 and len(browser.Show(out / "lobby").manifest["speech"]) == 1
