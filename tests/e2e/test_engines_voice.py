"""Listening in each browser of a display: the sentence that is heard is lit, or the page says that it has no sound.
While it speaks nobody is asked who is there, and once it is held somebody is."""

import pytest

import engines
import spoken

LIT = "return [...(CSS.highlights?.get('spoken') ?? [])].join()"
SPEAKS = "return voice.audio !== null && voice.audio.currentTime > 0.1"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("voice"), spoken.SPEECH)


def listen(engine, made):
    engine.open((made / "read-visit.html").as_uri() + "?kiosk=1")
    engine.js("document.getElementById('listen').focus()")
    engine.press("Enter")
    engine.until(f"return (() => {{ {SPEAKS} }})() || document.getElementById('lost').textContent !== ''")
    return engine.js(SPEAKS)


def assert_silent(engine):
    """Told in words, and Listen is there again."""
    assert engine.js("return document.getElementById('lost').textContent") == "This cannot be read aloud now."
    assert engine.js("return document.getElementById('listen').getAttribute('aria-pressed')") == "false"
    assert engine.js(LIT) == ""
    assert engine.js("return document.activeElement.id") == "listen"


def test_what_is_heard_is_lit(engine, made):
    """Chromium plays where nothing can be heard; of the others a computer without a sound device has words alone."""
    speaks = listen(engine, made)
    assert speaks or engine.name != "Chromium"
    if not speaks:
        assert_silent(engine)
        return
    assert engine.js(LIT) == "Your visit"
    assert engine.js("return document.getElementById('listen').getAttribute('aria-pressed')") == "true"
    engine.press("Enter")
    engine.until("return voice.audio === null && document.getElementById('listen').getAttribute('aria-pressed') === 'false'")
    assert engine.js(LIT) == ""


def test_a_sound_that_is_lost_is_told(engine, made):
    speech = made / "speech"
    gone = speech.rename(made / "gone")
    try:
        assert not listen(engine, made)
    finally:
        gone.rename(speech)
    assert_silent(engine)


def test_who_listens_is_not_asked_and_who_holds_it_is(chromium, made):
    engine = engines.Engine("Chromium", chromium)
    assert listen(engine, made)
    engine.wait(300)
    assert engine.js("return !idle.isAsking && voice.audio !== null")
    engine.js("document.getElementById('listen-pause').focus()")
    engine.press("Enter")
    engine.until("return document.getElementById('listen-pause').getAttribute('aria-pressed') === 'true'")
    engine.wait(119)
    assert not engine.js("return idle.isAsking")
    engine.wait(2)
    assert engine.js("return idle.isAsking")
