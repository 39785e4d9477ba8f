"""Listening in each browser of a display: the sentence that is heard is lit, or the page says that it has no sound.
While it speaks nobody is asked who is there, and once it is held somebody is."""

import contextlib
import functools
import http.server
import threading

import pytest

import browser
import engines

LIT = "return [...(CSS.highlights?.get('spoken') ?? [])].join()"
SPEAKS = "return voice.audio !== null && voice.audio.currentTime > 0.1"
# The page's own patience ends when the test says so; that of a driver is longer.
PATIENCE = """
const { setTimeout: later, clearTimeout: drop } = window, steps = new Map();
let last = 1e6;
window.setTimeout = (step, ms) => ms === 20000 ? steps.set(++last, step) && last : later(step, ms);
window.clearTimeout = (number) => steps.delete(number) || drop(number);
window.patience = () => [...steps.keys()];
window.endPatience = () => [...steps.values()].forEach((step) => step());
"""


class Stuck(browser.QuietHandler):
    """Sends so many bytes of a sound and then no more, nor an end, until the test is over."""

    def __init__(self, *args, most, over, **kwargs):
        self.most, self.over = most, over
        super().__init__(*args, **kwargs)

    def copyfile(self, source, output):
        if not self.path.endswith(".opus"):
            super().copyfile(source, output)
            return
        with contextlib.suppress(OSError):
            output.write(source.read(self.most))
            output.flush()
            self.over.wait(60)


@contextlib.contextmanager
def stuck(directory, most):
    over = threading.Event()
    handler = functools.partial(Stuck, directory=directory, most=most, over=over)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            over.set()
            server.shutdown()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("voice"), heard=True)


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


@pytest.mark.sample(1, 1)
def test_a_sound_that_is_lost_is_told(engine, made):
    speech = made / "speech"
    gone = speech.rename(made / "gone")
    try:
        assert not listen(engine, made)
    finally:
        gone.rename(speech)
    assert_silent(engine)


def end_patience(engine):
    """Listen ends and says why; the next visitor's asks anew."""
    engine.js("window.stuck = voice.audio; endPatience()")
    assert_silent(engine)
    assert engine.js("return window.stuck.getAttribute('src') === null && window.stuck.paused")
    engine.press("Enter")
    engine.until("return voice.audio !== null && voice.audio !== window.stuck")


@pytest.mark.sample(2)
@pytest.mark.parametrize("most", [0, 8000])
def test_a_sound_that_stays_on_its_way_is_told(engine, made, most):
    """A server that hangs before the sound or within it. Browsers play none of which they do not know the end."""
    with stuck(made, most) as address:
        engine.open(f"{address}read-visit.html?kiosk=1")
        engine.js(PATIENCE)
        engine.js("document.getElementById('listen').focus()")
        engine.press("Enter")
        engine.until("return voice.audio !== null && voice.audio.readyState === 0")
        end_patience(engine)


def test_a_sound_that_stands_still_is_told(chromium, made):
    """Patience begins anew as long as it goes on, ends with it, and is not needed by who holds it."""
    engine = engines.Engine("Chromium", chromium)
    engine.open((made / "read-visit.html").as_uri() + "?kiosk=1")
    engine.js(PATIENCE)
    engine.js("document.getElementById('listen').focus()")
    engine.press("Enter")
    engine.until(SPEAKS)
    for press, waits in (("listen-pause", 0), ("listen-pause", 1), ("listen", 0), ("listen", 1)):
        engine.js(f"document.getElementById('{press}').click()")
        engine.until(f"return patience().length === {waits}")
    engine.js("window.first = patience()[0]")
    engine.until("return patience().length === 1 && patience()[0] > window.first + 1")
    engine.js("document.getElementById('listen').focus(); voice.audio.pause()")  # as where no more comes
    end_patience(engine)


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
