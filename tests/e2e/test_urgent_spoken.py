"""An urgent message reaches who does not see, too: in the spoken mode of a display it is read aloud."""

import pytest
from selenium.webdriver.common.keys import Keys

import browser
import program
from urgent_message import render, urge

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
