"""Paper from a display whose browser has no viewer for the large print: the article itself, all of it, in its print
style. Firefox prints into the clinic's own queue. WebKitGTK prints nothing and opens no dialog while a driver has it
(no `beforeprint` either): what it would print is its page in the print style."""

import re
import subprocess

import pytest

import browser
import engines
import firefox
import print_queue
import test_kiosk_prints

SILENT = f'user_pref("print.always_print_silent", true);\nuser_pref("print_printer", "{print_queue.Queue.name}");\n'
WORDS = """
const walker = document.createTreeWalker(document.getElementById('read'), NodeFilter.SHOW_TEXT), words = [];
while (walker.nextNode())
    words.push(walker.currentNode.data);
return words.join(' ');"""
SEEN = WORDS.replace("words.push", "walker.currentNode.parentElement.checkVisibility() && words.push")
# What is for paper is for the screen, too: no driver has WebKitGTK print.
ON_PAPER = """
for (const { cssRules } of document.styleSheets)
    for (const rule of cssRules)
        if (rule instanceof CSSMediaRule && rule.media.mediaText === 'print')
            rule.media.mediaText = 'all';
window.dispatchEvent(new Event('beforeprint'));"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("print"))


@pytest.fixture
def queue():
    queue = print_queue.Queue()
    yield queue
    queue.close()


@pytest.fixture
def opened(request, made):
    """An article at a display with a printer, in the browser of that name."""
    engine = engines.Engine(request.param)
    try:
        engine.window(1920, 1080)
        engine.open((made / "read-visit.html").as_uri() + "?kiosk=1&printer=1")
        yield engine
    finally:
        engine.close()


@pytest.fixture
def silent(queue, monkeypatch):
    """Firefox as a display has it: to the only queue, without a question."""
    monkeypatch.setenv("CUPS_SERVER", queue.environment["CUPS_SERVER"])
    monkeypatch.setattr(firefox, "QUIET", firefox.QUIET + SILENT)


def letters(words):
    """But for those that are one drawing, which Firefox's file has no letters for."""
    return re.sub(r"f[fil]+|[^\w()]", "", words)


@pytest.mark.parametrize("opened", ["Firefox"], indirect=True)
def test_the_article_comes_out_of_the_queue(silent, queue, opened):
    """Whole and once, though the page shows one part of it, and that part again afterwards."""
    shown = opened.js("return document.getElementById('read').innerText")
    opened.js("document.getElementById('print').focus()")
    opened.press("Enter")
    opened.press("Enter")  # of a hurried finger
    assert test_kiosk_prints.wait_for_paper(queue) >= 2
    printed = test_kiosk_prints.words_of(queue.paper)
    wanted = opened.js(WORDS).split()
    assert [word for word in wanted if letters(word) not in letters("".join(printed))] == []
    assert printed.count("awake,") == wanted.count("awake,") > 4
    assert not [word for word in printed if "lobby" in word or ".html" in word], "where the display has it is nobody's business"
    done = subprocess.run(["lpstat", "-W", "all", "-o"], env=queue.environment, capture_output=True, text=True, check=True)
    assert len(done.stdout.splitlines()) == 1
    opened.until(f"return document.getElementById('read').innerText === {shown!r}")


@pytest.mark.parametrize("opened", ["WebKitGTK"], indirect=True)
def test_the_article_is_given_to_be_printed(opened):
    """Once; and the page goes on and, when nobody is there any more, back."""
    opened.js("window.asked = 0; const { print } = window; window.print = () => { window.asked++; print.call(window); }")
    opened.js("document.getElementById('print').focus()")
    opened.press("Enter")
    opened.press("Enter")  # of a hurried finger
    opened.until("return window.asked > 0")
    opened.wait(61)
    opened.until("return document.getElementById('idle').open")
    assert opened.js("return window.asked") == 1
    opened.wait(21)
    opened.arrive("topics.html")


def test_paper_has_all_of_the_article_and_no_keys(made):
    """By the print style of the page, in WebKitGTK."""
    engine = engines.Engine("WebKitGTK")
    try:
        with browser.serve(made) as address:  # pages from a disk may not look into their styles
            engine.open(address + "read-visit.html?kiosk=1&printer=1")
            wanted = set(engine.js(WORDS).split())
            assert wanted - set(engine.js(SEEN).split())
            engine.js(ON_PAPER)
            assert wanted <= set(engine.js(SEEN).split())
            seen = engine.js("return [...document.querySelectorAll('button, dialog, #controls')].filter((one) => one.checkVisibility()).map((one) => one.id)")
            assert seen == []
            assert engine.js("const { height } = document.getElementById('read').getBoundingClientRect(); return height > innerHeight")
    finally:
        engine.close()
