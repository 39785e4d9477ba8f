"""What does not start heals: a page of the lobby whose files are missing, half written or late tries again,
and says all words in the meantime; nothing but the show's own files is loaded."""

import base64
import contextlib
import hashlib
import html
import re
import socket
import threading
import time
import urllib.parse

import pytest
from selenium.webdriver.support.ui import WebDriverWait

import browser
import program

# The page's own timers run at once when the test says so.
TIMERS = """
window.timers = [];
window.setTimeout = (step) => { window.timers.push(step); return step; };
window.clearTimeout = (step) => { window.timers = window.timers.filter((one) => one !== step); };
"""
ALONE = TIMERS + "Object.defineProperty(navigator, 'serviceWorker', { value: undefined });"  # which lets go by itself
SPACING = """
const sheet = new CSSStyleSheet();
sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important;' +
    'word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
document.adoptedStyleSheets.push(sheet);
"""
PAGE = (program.ROOT / "src/player/browser/index.html").read_text()
FILES = [*re.findall(r'<script src="(.*?)"', PAGE), *re.findall(r'<link rel="stylesheet" href="(.*?)"', PAGE)]


# How long those take that have not run.
NOTE_WAITS = """
window.waits = [];
const begin = window.setTimeout;
window.setTimeout = (step, ms) => { window.waits.push(ms); return begin(step); };
"""


def sign_of(sheet):
    """What a style sheet that is whole sets."""
    return "--paper-ground" if sheet == "colors.css" else f"--whole-{sheet.removesuffix('.css')}"


def run_timers(player):
    player.js("window.timers.splice(0).forEach((step) => step())")


@pytest.mark.sample(4)
@pytest.mark.parametrize("broken", ["missing", "half"])
@pytest.mark.parametrize("name", FILES)
def test_a_file_of_the_player_that_comes_later_is_taken(player, show, name, broken):
    path = show.directory / name
    whole = path.read_bytes()
    if broken == "half":
        path.write_bytes(whole[: len(whole) // 2])
    else:
        path.unlink()
    player.open(f"{show.url}?wall=1", script=TIMERS, wait=False)
    assert player.find("show").get_attribute("hidden") is not None
    path.write_bytes(whole)
    run_timers(player)
    player.until("return document.readyState === 'complete' && document.documentElement.dataset.started === 'true'")
    assert player.js("return location.search") == "?wall=1"
    player.errors()


def test_a_page_that_cannot_start_shows_all_words(player, show):
    """And tries the show again when nobody reads."""
    (show.directory / "player.js").unlink()
    for tries in ("", "#1", "#2", "#3"):
        player.open("about:blank", wait=False)
        player.open(f"{show.url}?wall=1{tries}", script=TIMERS, wait=False)
        run_timers(player)
        if tries != "#3":
            player.until(f"return location.hash === '#{len(tries) and int(tries[1]) + 1 or 1}'")
    player.until("return location.pathname.endsWith('/transcript.html') && document.readyState === 'complete'")
    assert all(slide["title"] in player.js("return document.body.innerText") for slide in show.slides[:3])
    player.open((show.directory / "transcript.html").as_uri() + "?wall=1", script=TIMERS, wait=False)
    run_timers(player)
    player.until("return location.pathname.endsWith('/index.html') && location.search === '?wall=1'")
    player.errors()


def missing(player):
    """Runs the page's timers while its server is gone, until it waits for another look."""
    player.js("window.old = true")
    for _ in range(2):
        run_timers(player)
        player.until("return window.timers.length > 0")
        player.driver.execute_async_script("fetch('build.js').then(arguments[0], () => arguments[0]())")
        player.until("return window.timers.length === 1")
    assert player.js("return window.old")


@contextlib.contextmanager
def silent_server(port):
    """Takes what it is asked and never answers; gives those who asked."""
    asked = []

    def take():
        with contextlib.suppress(OSError):
            while True:
                asked.append(server.accept()[0])

    with socket.create_server(("127.0.0.1", port)) as server:
        threading.Thread(target=take, daemon=True).start()
        yield asked
        server.shutdown(socket.SHUT_RDWR)


def has_let_go(asker):
    """Or asked nothing: a browser keeps spare connections."""
    asker.settimeout(browser.PATIENCE_S)
    asked = False
    try:
        while asker.recv(1 << 16):
            asked = True
    except TimeoutError:
        return not asked
    return True


@pytest.mark.sample(2)
@pytest.mark.parametrize("page", ["index.html?wall=1", "transcript.html?wall=1", "read-visit.html?kiosk=1"])
def test_a_server_that_does_not_answer_is_let_go_of(player, show, topics, page):
    directory = topics if "read" in page else show.directory
    if "index" in page:
        (directory / "player.js").unlink()
    with browser.serve(directory) as address:
        player.open(address + page, script=ALONE, wait=False)
        player.js("window.old = true; delete document.documentElement.dataset.started")
    port = urllib.parse.urlsplit(address).port
    with silent_server(port) as asked:
        for look in range(8):  # of one server, a browser waits for six answers at most
            run_timers(player)
            player.until("return window.timers.length === 1")  # until it is let go of
            WebDriverWait(player.driver, browser.PATIENCE_S).until(lambda _: len(asked) > look)
            late = player.js("return window.timers[0]")
            run_timers(player)
            player.until("return window.timers.length === 1")
        assert player.js("return window.old") and len(asked) >= 8 and all(has_let_go(asker) for asker in asked)
    with browser.serve(directory, port=port):
        run_timers(player)
        player.until("return window.old === undefined && document.readyState === 'complete'")
    player.errors()


def test_all_words_stay_while_there_is_no_server(player, show):
    """Neither the minute nor the way back leads to the browser's own error."""
    with browser.serve(show.directory) as address:
        player.open(f"{address}transcript.html?wall=1", script=TIMERS, wait=False)
    missing(player)
    player.driver.find_element("css selector", ".back").click()
    missing(player)
    with browser.serve(show.directory, port=urllib.parse.urlsplit(address).port):
        run_timers(player)
        player.until("return location.pathname === '/index.html' && location.search === '?wall=1'")
        player.until("return document.readyState === 'complete'")
    player.errors()


def test_a_page_that_is_not_whole_stays_while_there_is_no_server(player, topics):
    with browser.serve(topics) as address:
        player.open(f"{address}read-visit.html?kiosk=1", script=TIMERS, wait=False)
        player.js("delete document.documentElement.dataset.started")
    missing(player)
    with browser.serve(topics, port=urllib.parse.urlsplit(address).port):
        run_timers(player)
        player.until("return window.old === undefined && document.documentElement.dataset.listens === 'true'")
    player.errors()


def test_a_player_that_is_not_whole_waits_for_its_server(player, show):
    (show.directory / "player.js").unlink()
    with browser.serve(show.directory) as address:
        player.open(f"{address}index.html?wall=1", script=TIMERS, wait=False)
    missing(player)
    assert player.js("return location.hash") == ""
    with browser.serve(show.directory, port=urllib.parse.urlsplit(address).port):
        run_timers(player)
        player.until("return location.hash === '#1' && document.readyState === 'complete'")
    player.errors()


@pytest.mark.parametrize("name", ["index.html", "transcript.html"])
def test_pages_load_nothing_but_their_own(player, rich_show, name):
    player.open((rich_show.directory / name).as_uri(), wait=name == "index.html")
    policy = player.js("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    if name == "index.html":
        for index in range(len(rich_show.slides)):
            player.turn_to(index)
        player.js("document.getElementById('transcript').click()")
        player.until("return reading.isOpen")
    assert player.js("return [...document.images].every((image) => image.naturalWidth > 0)")
    assert player.errors() == []


def test_wider_spacing_loses_no_word(player, show):
    """WCAG 1.4.12: a viewer's own spacing; the places of the picture have no room for it."""
    player.open(show.url)
    assert player.layout == "panel"
    player.js(SPACING)
    for index in range(len(show.slides)):
        player.turn_to(index)
        assert player.layout == "flow"
        assert player.js(
            "return [...document.querySelectorAll('.slide:not([hidden]) .line')].flatMap((line) =>"
            "[...line.getClientRects()]).every((box) => box.left >= 0 && box.right <= innerWidth)"
        ), show.slides[index]["id"]


@pytest.fixture(scope="module")
def topics(tmp_path_factory):
    base = tmp_path_factory.mktemp("topics")
    content = program.write_content(base / "content", {"visit": program.article("Turn left. " * 40, title="Your visit", front="kind: article\n")})
    result = program.render(content, base / "out", "--format", "screen")
    assert (result.directory / "lobby/topics.html").exists(), result.err
    return result.directory / "lobby"


READ = program.ROOT / "src/player/topics_frame.c"
# What keeps a page for when its server is gone; nothing on the page needs it.
SILENT = {"offline.js"}
TOPIC_FILES = sorted(set(re.findall(r'"(\w+\.(?:js|css))"', READ.read_text())) - SILENT)


# The first half of the colours has those of the day.
FAULTS = [(name, broken) for name in TOPIC_FILES for broken in ("missing", "half") if (name, broken) != ("colors.css", "half")]


# Without these a page cannot be listened to; all else goes on.
VOICES = {"listen.js", "voice.js"}


@contextlib.contextmanager
def broken_file(path, broken):
    whole = path.read_bytes()
    path.unlink()
    if broken == "half":
        path.write_bytes(whole[: len(whole) // 2])
    try:
        yield
    finally:
        path.write_bytes(whole)


@pytest.mark.sample(5)
@pytest.mark.parametrize("name, broken", FAULTS)
def test_a_file_of_the_topics_that_comes_later_is_taken(player, topics, name, broken):
    """A style sheet in its place; for a script the page is loaded anew."""
    page = "topics.html" if name in VOICES else "read-visit.html"
    with broken_file(topics / name, broken):
        player.open(f"{(topics / page).as_uri()}?kiosk=1", script=TIMERS, wait=False)
        assert name in VOICES or "Turn left." in player.js("return document.body.innerText")
    player.js("window.old = true")
    run_timers(player)
    if name.endswith(".css"):
        player.until("const style = getComputedStyle(document.documentElement); return style.getPropertyValue(arguments[0])", sign_of(name))
    else:
        player.until("return window.old === undefined && document.documentElement.dataset.listens === 'true'")
    assert player.js("return [document.documentElement.dataset.started, Boolean(window.old)]") == ["true", name.endswith(".css")]
    player.errors()


@pytest.mark.sample(1)
@pytest.mark.parametrize("name", sorted(VOICES))
def test_nobody_is_taken_a_page_away_that_its_own_clock_leads_back(player, topics, name):
    """An article that cannot be listened to: the question is asked, and its beginning tries anew."""
    with broken_file(topics / name, "missing"):
        player.open((topics / "read-visit.html").as_uri() + "?kiosk=1", script=TIMERS, wait=False)
        player.js("window.old = true")
        for _ in range(5):
            run_timers(player)
            player.settle()
            assert player.js("return window.old && window.timers.length === 1")
        player.advance(61)
        assert player.js("return document.getElementById('idle').open")
    player.errors()


def test_a_display_whose_page_never_begins_goes_to_its_beginning(player, topics):
    """More and more seldom, so that nothing flickers."""
    with broken_file(topics / "topics.js", "missing"), player.begun_by(TIMERS + NOTE_WAITS):
        player.driver.get(f"{(topics / 'read-visit.html').as_uri()}?kiosk=1&size=2&display=left")
        for tries in range(1, 4):
            player.js("window.old = true")
            assert player.js("return window.waits") == [20000 * 2 ** (tries - 1)]
            run_timers(player)
            player.until("return window.old === undefined && document.readyState === 'complete'")
            assert player.js("return [location.pathname.endsWith('/read-visit.html'), window.name]") == [True, str(tries)]
        run_timers(player)
        player.until("return location.pathname.endsWith('/topics.html') && document.readyState === 'complete'")
        assert player.js("return location.search") == "?kiosk=1&display=left"
    player.errors()


def test_links_of_a_page_that_has_not_begun_lose_no_display(player, topics):
    """Its scripts come late; a display without its mark would never be led back."""
    with broken_file(topics / "topics.js", "missing"):
        player.open(f"{(topics / 'topics.html').as_uri()}?kiosk=1&printer=1", script=TIMERS, wait=False)
        player.driver.find_element("css selector", ".tile").click()
        player.until("return location.pathname.endsWith('/read-visit.html')")
        assert player.js("return location.search") == "?kiosk=1&printer=1"
        (topics / "topics.html").rename(topics / "away.html")
        try:
            player.js("window.old = true; document.getElementById('topics').click()")
            time.sleep(1)  # nothing happens
            assert player.js("return window.old")
        finally:
            (topics / "away.html").rename(topics / "topics.html")
    player.errors()


def test_a_whole_page_of_the_topics_is_left_alone(player, topics):
    for page in ("read-visit.html", "topics.html"):
        player.open((topics / page).as_uri() + "?kiosk=1", script=TIMERS, wait=False)
        player.js("window.old = true")
        run_timers(player)
        time.sleep(0.5)  # the page's own clock stands
        assert player.js("return window.old && document.readyState === 'complete'")


def test_the_policy_knows_the_script_that_heals(topics):
    """Without its hash the browser would not run it, and only a page that does not start would show that."""
    pages = [*topics.glob("topics*.html"), *topics.glob("read-*.html")]
    assert pages
    for page in pages:
        text = page.read_text()
        policy = html.unescape(re.search(r'Content-Security-Policy" content="(.*?)"', text)[1])
        scripts = re.findall(r"<script>(.*?)</script>", text, re.S)
        hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
        assert len(scripts) == 1 and re.findall(r"'sha256-(.*?)'", policy) == hashes, page.name


@pytest.mark.sample(2)
@pytest.mark.parametrize("page", ["index.html", "transcript.html", "topics.html", "read-visit.html"])
def test_servers_are_asked_for_the_show_alone(player, topics, page, monkeypatch):
    """Not for an icon, as browsers do by themselves."""
    asked = []
    monkeypatch.setattr(browser.QuietHandler, "log_request", lambda handler, code, size="-": asked.append((handler.path, int(code))))
    with browser.serve(topics) as address:
        player.open(address + page, wait=False)
        player.settle()
        time.sleep(1)
        assert player.js("return document.querySelector('link[rel=icon]').href") == "data:,"
    assert asked and [path for path, code in asked if code >= 400] == []


@pytest.mark.parametrize("name, lang, direction", [("arabic", "ar", "rtl"), ("clinic", "en", "ltr")])
def test_a_page_that_has_not_started_is_in_the_language_of_its_show(lobbies, name, lang, direction):
    assert re.search(rf'<html lang="{lang}(-\w+)?" dir="{direction}">', (lobbies[name] / "index.html").read_text())
