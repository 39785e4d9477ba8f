"""On the pages of a display: links within an article turn to the part that they lead to, and languages
that have one name are told apart."""

import re
import subprocess

import pytest

import program

SENTENCE = "You sit in a chair, awake, and can go home right after the visit, which takes half an hour."
LONG = "Some of it needs a word more[^1].\n\n" + "\n\n".join(f"## Part {n}\n\n" + " ".join([SENTENCE] * 4) for n in range(1, 7)) + "\n\n[^1]: The word more.\n"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("links")
    articles = {
        "visit": program.article(LONG, title="Your visit", lang="en"),
        "here": program.article("Turn left.", title="Our address", front="kind: article\n"),
    }
    result = program.render(program.write_content(base / "content", articles), base / "out", "--format", "screen")
    assert (result.directory / "lobby/topics.html").exists(), result.err
    return result.directory / "lobby"


def test_a_link_within_the_article_turns_to_its_part(player, lobby):
    player.open((lobby / "read-visit.html").as_uri() + "?kiosk=1", wait=False)
    seen = "const b = document.getElementById(arguments[0]).getBoundingClientRect(); return b.height > 0 && b.bottom <= innerHeight"
    link = player.driver.find_element("css selector", "#read a[href^='#']")
    note = link.get_attribute("href").split("#")[1]
    assert player.js("return parts.count()") > 3 and not player.js(seen, note)
    link.click()
    player.settle()
    assert player.js(seen, note) and player.js("return parts.current") == player.js("return parts.count()") - 2
    assert player.focused() == "read"
    player.driver.find_element("css selector", f"[id='{note}'] a[href^='#']").click()
    player.settle()
    assert player.js("return parts.current") == 0


def test_languages_of_one_name_are_told_apart(player, lobby):
    names = "return [...document.querySelectorAll(arguments[0])].map((e) => [e.lang, e.textContent])"
    player.open((lobby / "topics.html").as_uri(), wait=False)
    assert sorted(player.js(names, ".pills a")) == [["en", "English"], ["en-US", "English (US)"]]
    player.open((lobby / "index.html").as_uri())
    shown = player.js(names, "#languages .choices button")
    assert sorted(shown)[1:] == [["en", "English"], ["en-US", "English (US)"]]


WEB = """\
Read [how to find us](https://riverside-sleep.org/way) first, and [again](https://riverside-sleep.org/way).

- More is at <https://riverside-sleep.org/more>.
- Ask [the desk](mailto:desk@riverside-sleep.org).
- Call [the nurse](tel:+18006624357), or (503) 234-5678.
"""


def test_where_links_lead_stands_behind_the_article(player, tmp_path):
    """Nothing leaves the display: each address is there in words and as a code, once, and its link turns to it."""
    content = program.write_content(tmp_path / "content", {"web": program.article(WEB + LONG, title="Your way", front="kind: article\n")})
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    player.open((lobby / "read-web.html").as_uri() + "?kiosk=1", wait=False)
    told = player.js("return [...document.querySelectorAll('.address')].map((a) => [a.dataset.uri, ...[...a.querySelectorAll('figcaption > *')].map((e) => e.textContent)])")
    assert told == [
        ["https://riverside-sleep.org/way", "how to find us", "riverside-sleep.org/way"],
        ["https://riverside-sleep.org/more", "riverside-sleep.org/more"],
        ["mailto:desk@riverside-sleep.org", "the desk", "desk@riverside-sleep.org"],
        ["tel:+18006624357", "the nurse", "+18006624357"],
    ]
    links = player.js("return [...document.querySelectorAll('#read a')].filter((a) => a.textContent.match(/find us|again|more|desk|nurse/)).map((a) => a.getAttribute('href'))")
    assert links == ["#address-1", "#address-1", "#address-2", "#address-3", "#address-4"]
    assert "(503) 234-5678" in player.js("return document.getElementById('read').textContent")
    player.driver.find_element("css selector", "#read a[href='#address-2']").click()
    player.settle()
    seen = "const b = document.querySelector('#address-2 svg').getBoundingClientRect(); return b.width > 100 && b.bottom <= innerHeight && b.top >= 0"
    assert player.js(seen) and player.errors() == []
    picture = lobby.parent / "code.png"
    player.driver.save_screenshot(str(picture))
    read = subprocess.run(["zbarimg", "-q", "--raw", picture], capture_output=True, text=True).stdout.split()
    assert "https://riverside-sleep.org/more" in read


def test_who_came_from_another_language_goes_back_to_it(player, tmp_path):
    """An article that is there in English alone is no choice of English; a language that is chosen there is."""
    articles = {
        "visit": program.article("Come early.", title="Your visit", front="kind: article\n"),
        "visit.es": program.article("Venga temprano.", title="Su visita", lang="es", front="kind: article\n"),
        "here": program.article("Turn left.", title="Our address", front="kind: article\n"),
    }
    lobby = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out", "--format", "screen").directory / "lobby"
    player.open((lobby / "topics.es.html").as_uri() + "?kiosk=1", wait=False)

    def follow(selector, page):
        player.driver.find_element("css selector", selector).click()
        player.until("return location.pathname.endsWith(arguments[0]) && document.readyState === 'complete'", f"/{page}")

    for way in ("#topics", "#back"):
        follow("a.tile[href*='read-here.html']", "read-here.html")
        follow(way, "topics.es.html")
    follow("a.tile[href*='read-visit.es.html']", "read-visit.es.html")
    player.find("language").click()
    follow("#languages a[lang='en-US']", "read-visit.html")
    follow("#topics", "topics.html")
    follow("a.tile[href*='read-here.html']", "read-here.html")
    follow("#again", "topics.html")
    assert player.js("return memory.get('topics')") == "topics.html"


def test_no_heading_takes_the_name_of_a_place_of_the_page(tmp_path):
    """Each name that a page has for places of its own, as a heading that a link leads to."""
    def pages(body, out):
        content = program.write_content(tmp_path / out / "content", {"own": program.article(body, front="kind: article\n")}, style="show: {speech: yes}\n")
        result = program.render(content, tmp_path / out, "--format", "html,text,screen")
        assert result.status == 0, result.err
        return [(result.directory / path).read_text() for path in ("web/own.html", "lobby/read-own.html")]

    names = {n for page in pages("## Words behind\n\nWords.", "before") for n in re.findall(r'\bid="([a-z-]+)"', page)} - {"words-behind"}
    assert {"main", "formats", "speech", "listen"} < names
    body = "\n\n".join(f"## {name}\n\nWords, and [a link](#{name})." for name in sorted(names))
    for page in pages(body, "after"):
        places = re.findall(r'\bid="([^"]+)"', page)
        assert len(places) == len(set(places)) and len(places) > len(names)
        links = re.findall(r'href="#([^"]+)">a link<', page)
        headings = re.findall(r'<h2 id="([^"]+)"', page)
        assert len(links) == len(names) and set(links) <= set(headings) - names
