"""What a visitor has chosen goes along from page to page in their addresses, and nothing of it is there for the
next one."""

import pytest

import program


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("choices")
    articles = {
        "visit": program.article("Come early.", title="Your visit", front="kind: article\n"),
        "visit.es": program.article("Venga temprano.", title="Su visita", lang="es", front="kind: article\n"),
        "here": program.article("Turn left.", title="Our address", front="kind: article\n"),
    }
    return program.render(program.write_content(base / "content", articles), base / "out", "--format", "screen").directory / "lobby"


@pytest.fixture
def kiosk(player, lobby):
    def open_page(name, address="kiosk=1"):
        player.driver.get(f"{lobby.as_uri()}/{name}?{address}")
        player.until("return document.readyState === 'complete'")
        return player

    yield open_page
    player.driver.get("about:blank")


def follow(player, selector, page):
    player.driver.find_element("css selector", selector).click()
    player.until("return location.pathname.endsWith(arguments[0]) && document.readyState === 'complete'", page)


@pytest.mark.sample(2)
@pytest.mark.parametrize("address", ["kiosk=1", "wall=1"])
@pytest.mark.parametrize("sheet", ["topics.html", "read-here.html"])
def test_the_beginning_has_nothing_of_the_visitor_before(kiosk, sheet, address):
    player = kiosk(sheet, address)
    for key in ("palette", "size"):
        player.find(key).click()
    assert "palette=night" in player.js("return location.search") and "size=1.5" in player.js("return location.search")
    player.js("window.leaving = true; document.getElementById('again').click()")
    player.until("return !window.leaving && document.readyState === 'complete'")
    fresh = "!look.isChosen && look.size === 1" if address == "wall=1" else "dress.palette === 'light' && dress.size === 1"
    player.until(f"return {fresh}")  # slides are dark at night by themselves
    assert [player.js(f"return memory.get('{key}')") for key in ("palette", "size", "visitor", "spoken")] == [None] * 4


def test_what_was_chosen_goes_along_whatever_the_browser_keeps(kiosk):
    """Chromium has what pages from a disk keep in a process of its own, and may tell the next page late."""
    player = kiosk("topics.es.html")
    for key in ("palette", "size"):
        player.find(key).click()
    player.js("Storage.prototype.setItem = () => {}; memory.set('spoken', 'yes'); memory.set('rate', 3); memory.set('volume', 1); localStorage.clear()")
    follow(player, "a.tile[href*='read-here.html']", "/read-here.html")
    chosen = "return [dress.palette, dress.size, ...['visitor', 'spoken', 'rate', 'volume'].map(memory.get)]"
    wanted = ["night", 1.5, "here", "yes", "3", "1"]
    assert player.js(chosen) == wanted
    player.driver.refresh()
    assert player.js(chosen) == wanted, "a page that is loaded anew is the same visitor's"
    follow(player, "#topics", "/topics.es.html")
    assert player.js(chosen) == wanted


@pytest.mark.parametrize("search", ["topics=https://example.org/&rate=9&volume=x&size=7&palette=red", "topics=..%2Ftopics.html"])
def test_an_address_that_nobody_made_does_no_harm(kiosk, search):
    player = kiosk("read-visit.html", f"kiosk=1&{search}")
    assert player.js("return [dress.palette, dress.size, document.documentElement.dataset.listens]") == ["light", 1, "true"]
    assert player.find("topics").get_attribute("href").split("?")[0].endswith("/topics.html")
    assert ".." not in player.js("return document.getElementById('topics').getAttribute('href').split('?')[0]")
    assert player.errors() == []


def test_what_the_display_keeps_is_kept_for_this_show_alone(player, kiosk, lobby):
    """Under the names of its folder, of the clinic, since another show may be put there, and of the display."""
    player = kiosk("index.html", "wall=1&display=left")
    player.until("return player.hasShow && !document.getElementById('show').hidden")
    kept = [key for key in player.js("return Object.keys(localStorage)") if key.endswith(",left:slide")]
    folder = player.js("return new URL('.', location).pathname")
    assert kept == [f"handout:{folder}:Riverside Sleep Clinic:1,,left:slide"]


@pytest.mark.parametrize("palette", ["night", "contrast"])
def test_paper_has_the_colours_of_the_day(kiosk, palette):
    """Pale letters of the night would not be seen on white."""
    colors, seen = "return ['h1', 'p'].map((name) => getComputedStyle(document.querySelector(`#read ${name}`)).color)", []
    for chosen in ("light", palette):
        player = kiosk("read-visit.html", f"kiosk=1&palette={chosen}")
        player.command("Emulation.setEmulatedMedia", media="print", features=[])
        seen.append(player.js(colors))
        player.media()
    assert player.js(colors) != seen[0] == seen[1]
