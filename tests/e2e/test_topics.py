"""The pages on which visitors of the lobby choose what to read, and read it: opened as a display does, from
the disk, by touch and by keys alone. No link leaves the folder, nobody strands it, and everything is
taken home."""

import json
import re
import shutil
import subprocess
import urllib.parse

import pikepdf
import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

import browser
import labels
import program

WEB = "https://riverside-sleep.org/handouts/"
STEPS = "\n".join(f"{number}. Step {number} of the way is to lie still and to breathe as you like." for number in range(1, 13))
MRI = f"""\
Call (503) 234-5678 before you come.

## Before you come

- Tell us about metal in your body.
- Take off your watch.

## During the scan

{STEPS}

## After the scan

You can go home at once.
"""
SLEEP = f"Sleep well, as [our pages]({WEB}sleep.html) say.\n"
ARABIC = "---\ntitle: النوم الجيد\nlang: ar\nkind: article\n---\n\nاشرب الماء كل يوم.\n\n- أطفئ الهاتف.\n"


def read(directory):
    return {path.name: path.read_text() for path in directory.glob("*.html")}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("topics")
    articles = {
        "scans/mri": program.article(MRI, title="Your MRI", front="kind: article\n"),
        "scans/mri.es": program.article(MRI, title="Su resonancia", lang="es", front="kind: article\n"),
        "well/sleep": program.article(SLEEP, title="Good sleep", front="kind: article\n"),
        "well/sleep.ar": ARABIC,
        "well/closed": program.article("Closed today.", title="Closed today", front="kind: announcement\n"),
    }
    for category in ("scans", "well"):
        (base / "content" / category).mkdir(parents=True)
    content = program.write_content(base / "content", articles, program.CLINIC + f"web_url: {WEB}\n")
    result = program.render(content, base / "out", "--format", "screen", "--format", "large", "--format", "html")
    assert result.status == 0, result.err
    return result.directory / "lobby"


@pytest.fixture
def lobby(made, tmp_path):
    directory = tmp_path / "lobby"
    shutil.copytree(made, directory)
    return directory


@pytest.fixture
def kiosk(player, lobby):
    """Opens a page as the display would."""

    def open_page(page="topics.html", address="kiosk=1", window=(1920, 1080)):
        player.window(*window)
        player.open(f"{(lobby / page).as_uri()}?{address}", wait=False)
        player.settle()
        return player

    return open_page


def page(player):
    return player.js("return location.pathname.split('/').pop()")


def touch_link(player, name):
    player.driver.find_element(By.CSS_SELECTOR, f'a[href*="/{name}"]').click()
    player.until("return location.pathname.endsWith(arguments[0]) && document.readyState === 'complete'", name)
    player.settle()


def asks(player):
    return player.js("return document.getElementById('idle').open")


def test_the_display_begins_with_the_topics(kiosk):
    player = kiosk("index.html")
    player.until("return location.pathname.endsWith('/topics.html') && location.search.startsWith('?kiosk=1')")


def test_each_topic_stands_in_one_language(kiosk):
    player = kiosk()
    assert player.js("return [...document.querySelectorAll('.tile')].map((t) => t.textContent.trim())") == ["Your MRI", "Good sleep"]
    names = player.js("return [...document.querySelectorAll('.pills a')].map((a) => [a.lang, a.textContent])")
    assert names == [["en-US", "English"], ["es", "Español"], ["ar", "العربية"]]
    touch_link(player, "topics.es.html")
    assert player.js("return document.documentElement.lang") == "es"
    titles = player.js("return [...document.querySelectorAll('.tile span')].map((t) => [t.textContent, t.lang])")
    assert titles == [["Su resonancia", "es"], ["Good sleep", "en-US"]]


def test_tiles_and_buttons_can_be_touched(kiosk):
    for window in ((1920, 1080), (1080, 1920)):
        player = kiosk(window=window)
        sizes = player.js(
            "return [...document.querySelectorAll('a, button')].filter((e) => e.checkVisibility())"
            ".map((e) => { const b = e.getBoundingClientRect(); return [b.width, b.height]; })"
        )
        assert len(sizes) >= 8 and all(width >= 76 and height >= 75 for width, height in sizes), sizes


def test_no_link_leaves_the_folder(made):
    for name, text in read(made).items():
        for link in re.findall(r'(?:href|src|data-file)="([^"#]+)"', text):
            if not link.startswith(("tel:", "data:", "mailto:", WEB)):
                assert (made / urllib.parse.unquote(link)).exists(), (name, link)
    assert (made / "print/mri.es-large.pdf").samefile(made.parent / "print/mri.es-large.pdf"), "one file on the disk"


LINKS = "return [...document.querySelectorAll('a[href]')].map((a) => a.href).filter((a) => !a.startsWith('file:'))"


def test_links_of_articles_are_words_on_a_display(kiosk):
    """On pages, in the transcript inside the player, and on the page for when it does not start."""
    assert kiosk("read-sleep.html", "").js(LINKS) == [f"{WEB}sleep.html"], "at home they lead on"
    assert kiosk("read-sleep.html").js(LINKS) == []
    player = kiosk("index.html", "wall=1")
    player.until("return player.hasShow && !document.getElementById('show').hidden")
    player.js("document.getElementById('transcript').click()")
    player.until("return reading.isOpen")
    assert "our pages" in player.find("reading").text and player.js(LINKS) == []
    player = kiosk("transcript.html", "wall=1")
    assert player.js(LINKS) == []
    assert player.js("return document.querySelector('.back').search") == "?wall=1"


def test_an_article_is_read_part_by_part(kiosk, lobby):
    """Every word once, in order, no heading last, nothing to scroll."""
    player = kiosk("read-mri.html")
    seen = []
    for number in range(1, 30):
        if player.js("return document.documentElement.dataset.part") == "take":
            break
        count = player.js("return parts.pages")
        assert player.find("place").text == f"Part {number} of {count}"
        assert player.js("return [...document.querySelectorAll('#spine li')].map((li) => li.className)") == [
            "past" if n < number else "present" if n == number else "" for n in range(1, count + 1)
        ]
        assert player.find("onward").text == ("Take this home" if number == count else "Next")
        last, text, fits = player.js(
            "const read = document.getElementById('read');"
            "const shown = [...read.querySelectorAll('h1, h2, p, li')].filter((e) => e.checkVisibility());"
            "return [shown.at(-1).tagName, shown.map((e) => e.matches('li > p') ? '' : e.innerText).join(' '),"
            "read.scrollHeight <= read.clientHeight + 1]"
        )
        assert fits and last not in ("H1", "H2")
        seen += text.split()
        player.js("document.getElementById('onward').click()")
    assert number > 2 and player.focused() == "take"
    words = " ".join(seen)
    assert [int(n) for n in re.findall(r"Step (\d+) of", words)] == list(range(1, 13))
    assert words.startswith("Your MRI") and words.endswith("You can go home at once.")
    numbers = player.js("return [...document.querySelectorAll('#read ol > li')].map((li) => li.value)")
    assert numbers == list(range(1, 13))


def test_larger_letters_keep_the_place(kiosk):
    player = kiosk("read-mri.html")
    player.js("document.getElementById('onward').click()")
    first = "return [...document.querySelectorAll('#read li, #read p')].find((e) => e.checkVisibility()).innerText"
    before = player.js(first)
    parts = player.js("return parts.count()")
    player.js("document.getElementById('size').click()")
    player.settle()
    assert player.js("return parts.count()") > parts
    assert player.js("return document.getElementById('read').innerText").find(before.split("\n")[0]) >= 0
    assert player.js("return memory.get('size')") == "1.5"


def test_the_article_is_taken_home_in_its_language(kiosk, tmp_path):
    for name, sheet in (("mri", "read-mri.html"), ("mri.es", "read-mri.es.html")):
        player = kiosk(sheet, "kiosk=1&printer=1")
        code = player.driver.find_element(By.CSS_SELECTOR, "#take svg[role=img]")
        shot = tmp_path / f"{name}.png"
        shot.write_bytes(code.screenshot_as_png)
        scanned = subprocess.run(["zbarimg", "-q", "--raw", shot], capture_output=True, text=True)
        assert scanned.stdout.strip() == f"{WEB}{name}.html"
        assert player.find("print").is_displayed()
        assert player.find("print").get_attribute("data-file") == f"print/{name}-large.pdf"
    assert not kiosk("read-mri.html").find("print").is_displayed(), "no printer"


# What the page frames, which is taken away at once: a dialog that nobody answers would end the test.
TAKE_FRAME = """new MutationObserver(() => document.querySelectorAll('embed').forEach((frame) => {
    window.framed = frame.src; frame.remove(); })).observe(document.body, { childList: true })"""


@pytest.mark.parametrize("place", ["a disk", "a server"])
def test_a_printer_gets_the_large_print(player, made, place):
    """In the browser's own viewer, which nobody sees; the button told its pages."""
    with browser.serve(made) as served:
        address = served if place == "a server" else f"{made.as_uri()}/"
        player.open(address + "read-mri.html?kiosk=1&printer=1", wait=False)
        told = player.find("print").text
        with pikepdf.open(made / "print/mri-large.pdf") as large:
            assert told.split("\n") == ["Large print", f"pages: {len(large.pages)}"]
        player.js(TAKE_FRAME)
        player.js("document.getElementById('print').click()")
        assert player.until("return window.framed") == address + "print/mri-large.pdf"


def test_it_is_printed_once_and_never_the_answer_that_it_is_lost(player, lobby):
    """A finger in a hurry; a file that the server has lost."""
    (lobby / "print/mri-large.pdf").unlink()
    with browser.serve(lobby) as address:
        player.open(address + "read-mri.html?kiosk=1&printer=1", wait=False)
        player.js("window.prints = 0; window.print = () => window.prints++")
        for finger in range(3):
            player.js("document.getElementById('print').click()")
        player.until("return window.prints > 0")
        assert player.js("return [window.prints, document.querySelectorAll('embed').length]") == [1, 0]
        player.js("advance(10000); document.getElementById('print').click()")
        player.until("return window.prints === 2")


@pytest.mark.parametrize("sheet", ["topics.es.html", "read-mri.html", "read-sleep.ar.html"])
def test_nobody_strands_the_display(kiosk, sheet):
    player = kiosk()
    touch_link(player, "topics.es.html")
    player = kiosk(sheet)
    player.js("document.getElementById('palette').click(); document.getElementById('size').click()")
    player.press("x")
    player.advance(120)
    assert asks(player) and player.js("return document.activeElement.className") == "stay"
    player.press("x")
    assert not asks(player)
    player.js("window.leaving = true; advance(140000)")
    player.until("return !window.leaving && document.readyState === 'complete' && location.pathname.endsWith('/topics.html')")
    assert player.js("return [document.documentElement.dataset.palette, dress.size]") == ["light", 1]
    assert player.js("return memory.get('visitor')") is None


def test_on_a_wall_the_show_is_the_beginning(kiosk, lobby):
    player = kiosk("index.html", "wall=1")
    player.until("return player.hasShow && !document.getElementById('show').hidden")
    player.press(Keys.TAB)
    player.tab_to("topics")
    player.press(Keys.ENTER)
    player.until("return location.pathname.endsWith('/topics.html') && document.readyState === 'complete'")
    touch_link(player, "read-sleep.html")
    assert player.js("return location.search").startswith("?wall=1&")
    player.driver.find_element(By.ID, "again").click()
    player.until("return location.pathname.endsWith('/index.html')")


@pytest.mark.parametrize("lang", ["es", "en-US"])
def test_the_topics_are_in_the_language_of_the_show(kiosk, lang):
    """That the visitor has chosen."""
    player = kiosk("index.html", "wall=1")
    player.until("return player.hasShow && !document.getElementById('show').hidden")
    player.js("document.querySelector(`#languages button[lang='${arguments[0]}']`).click(); document.getElementById('topics').click()", lang)
    player.until("return location.pathname.includes('/topics') && document.readyState === 'complete'")
    assert player.js("return document.documentElement.lang") == lang


@pytest.mark.parametrize("sheet, address, what", [
    ("topics.html", "kiosk=1", None), ("topics.es.html", "kiosk=1", "page"), ("topics.html", "wall=1", "slides"), ("read-mri.html", "wall=1", "slides"),
])
def test_who_has_left_the_beginning_is_asked(kiosk, sheet, address, what):
    """Even where the page does not know any more that somebody came; what begins again is the display's beginning."""
    player = kiosk(sheet, address)
    player.advance(60)
    assert asks(player) == (what is not None)
    if what:
        words = labels.read("es" if ".es." in sheet else "en")[f"player_{what}_again"]
        assert words.replace("{seconds}", "20") in " ".join(player.find("idle").text.split())


def test_the_list_of_languages_closes_beside_it(kiosk):
    player = kiosk("read-mri.html")
    player.find("language").click()
    for answer, name in ((True, "languages-name"), (False, "languages")):
        x, y = player.js(
            "const box = document.getElementById(arguments[0]).getBoundingClientRect();"
            "return arguments[1] ? [box.x + 5, box.y + 5] : [box.x - 20, box.y + 5]", name, answer
        )
        for kind in ("mousePressed", "mouseReleased"):
            player.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        assert player.js("return document.getElementById('languages').open") == answer


def test_every_task_is_done_by_keys_alone(kiosk):
    """A keypad with Tab, Enter and arrows: a language, an article, all its parts, and back."""
    player = kiosk()

    def walk_to(found):
        for _ in range(20):
            player.press(Keys.TAB)
            player.until("return document.activeElement !== document.body")
            if player.js(f"return {found}"):
                return
        raise AssertionError(found)

    walk_to("document.activeElement.matches('.pills a[lang=es]')")
    player.press(Keys.ENTER)
    player.until("return location.pathname.endsWith('/topics.es.html') && document.readyState === 'complete'")
    walk_to("document.activeElement.matches('.tile')")
    player.press(Keys.ENTER)
    player.until("return location.pathname.endsWith('/read-mri.es.html') && document.readyState === 'complete'")
    while not player.js("return parts.isLast"):
        player.press(Keys.ARROW_RIGHT)
    assert player.focused() == "take"
    walk_to("document.activeElement.id === 'language'")
    player.press(Keys.ENTER)
    walk_to("document.activeElement.matches('#languages a[lang=en-US]')")
    player.press(Keys.ENTER)
    player.until("return location.pathname.endsWith('/read-mri.html') && document.readyState === 'complete'")


LOOKS = [("topics.html", 0), ("topics.ar.html", 1), ("read-mri.html", 0), ("read-mri.html", 2), ("read-sleep.ar.html", 1)]


@pytest.mark.sample(2)
@pytest.mark.parametrize("sheet, palettes", LOOKS)
def test_axe_finds_nothing(kiosk, sheet, palettes):
    for window in ((1920, 1080), (1080, 1920), (320, 568)):
        player = kiosk(sheet, window=window)
        player.js("for (let i = 0; i < arguments[0]; i++) document.getElementById('palette').click()", palettes)
        player.js("document.getElementById('size').click()")
        player.settle()
        assert player.axe() == []
        assert player.js("return document.documentElement.scrollWidth") <= window[0]


def test_pages_load_nothing_but_their_own(kiosk):
    """A strict policy, which nothing on the pages breaks."""
    player = kiosk()
    for sheet in ("topics.html", "read-mri.html", "read-mri.es.html"):
        kiosk(sheet)
        policy = player.js("return document.querySelector('meta[http-equiv=Content-Security-Policy]').content")
        assert policy.startswith("default-src 'none'") and "unsafe" not in policy
        for identifier in ("size", "palette", "onward"):
            player.js("document.getElementById(arguments[0])?.click()", identifier)
        player.advance(2)
        assert player.errors() == []


def test_a_page_at_rest_takes_up_the_new_build(kiosk, lobby):
    player = kiosk()
    player.until("advance(500); return true")
    player.driver.execute_async_script("setTimeout(arguments[0], 200)")
    player.js("window.old = true")
    (lobby / "build.js").write_text('window.handoutBuild = "bbbbbbbbbbbb";\n')
    player.until("if (window.old) advance(500); return !window.old")


def withdraw(lobby, *patterns):
    """As a newer build has it: without those pages, and with a list of the others."""
    for pattern in patterns:
        for path in lobby.glob(pattern):
            path.unlink()
    names = sorted(path.name for path in lobby.glob("*.html"))
    (lobby / "pages.js").write_text(f"window.handoutPages = {json.dumps(names)};\n")


def test_the_list_of_pages_is_whole(made):
    listed = json.loads(re.search(r"\[.*\]", (made / "pages.js").read_text(), re.S)[0])
    assert sorted(listed) == sorted(path.name for path in made.glob("*.html"))


@pytest.mark.parametrize("how", ["finger", "keys"])
def test_a_topic_that_is_gone_leads_back_to_the_topics(kiosk, lobby, how):
    """Not to an error of the browser, before which a display would stand for ever."""
    player = kiosk()
    withdraw(lobby, "read-sleep*.html")
    link = player.driver.find_element(By.CSS_SELECTOR, 'a[href*="/read-sleep.html"]')
    player.js("window.old = true")
    if how == "keys":
        player.js("arguments[0].focus()", link)
        player.press(Keys.ENTER)
    else:
        link.click()
    player.until("return window.old === undefined && location.pathname.endsWith('/topics.html') && location.search.startsWith('?kiosk=1')")


def test_a_beginning_that_is_gone_makes_way_for_the_slides(kiosk, lobby):
    """Of an article that is read, and of a page at rest, when no topic is left."""
    show = browser.Show(lobby)
    for page in ("read-mri.html", "topics.html"):
        shutil.copytree(lobby, lobby.parent / "kept")
        player = kiosk(page)
        player.until("advance(500); return true")
        player.driver.execute_async_script("setTimeout(arguments[0], 200)")
        withdraw(lobby, "read-*.html", "topics*.html")
        show.manifest["topics"] = None
        show.publish("cccccccccccc")
        player.until("if (location.pathname.endsWith('/index.html')) return true; if (window.advance) advance(10000)")
        player.until("return player.hasShow && !document.getElementById('show').hidden")
        shutil.rmtree(lobby)
        (lobby.parent / "kept").rename(lobby)


def test_a_new_build_is_asked_for_once(kiosk, lobby):
    """However long a server takes: to ask again would call back what is on its way."""
    player = kiosk()
    player.js(
        "window.asked = 0; navigation.addEventListener('navigate', (event) => { window.asked++; event.preventDefault(); });"
        "advance(500)"
    )
    player.driver.execute_async_script("setTimeout(arguments[0], 200)")
    (lobby / "build.js").write_text('window.handoutBuild = "bbbbbbbbbbbb";\n')
    player.until("advance(500); return window.asked > 0")
    player.advance(10)
    assert player.js("return window.asked") == 1


def test_an_urgent_message_takes_the_place_of_every_page(kiosk, lobby):
    player = kiosk("read-mri.html")
    player.press("x")
    show = browser.Show(lobby)
    show.manifest["urgent"] = True
    show.publish("cccccccccccc")
    with (lobby / "build.js").open("a") as news:
        news.write("window.handoutUrgent = true;\n")
    player.until(
        "if (window.advance) advance(500);"
        "return location.pathname.endsWith('/index.html') && typeof player === 'object' && player.hasShow"
    )
    assert player.js("return location.search").startswith("?kiosk=1&")
