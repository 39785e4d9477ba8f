"""Long names on a display's pages: of what is announced, of topics, of the keys that lead through an article. None runs out of
its frame or of the window, at any size of letters."""

import pytest

import program

WINDOWS = [(1920, 1080), (1080, 1920), (1280, 1024), (1024, 600), (320, 568)]
LONG = "Betriebsversammlungsvorbereitung"
TITLES = {"closed": f"Geschlossen wegen {LONG}", "law": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"}
# What reaches over the edge of the window, or out of what frames it.
OUTSIDE = """
const frames = ['.beside', '.beside a', '.tile', '.walk', '#back', '#onward'].join();
return [...document.querySelectorAll('main :not(svg *)')].filter((e) => e.checkVisibility()).filter((e) => {
    const box = e.getBoundingClientRect(), frame = e.parentElement.closest(frames)?.getBoundingClientRect();
    return box.right > innerWidth + 1 || (frame && (box.right > frame.right + 1 || box.left < frame.left - 1));
}).map((e) => e.id || e.className || e.localName);"""
BROKEN = "return [...document.querySelectorAll('.beside span')].filter((e) => e.getClientRects().length && !e.matches('.whole') && !e.textContent.includes('\\u00ad')).map((e) => e.textContent)"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("names")
    articles = {
        "closed": program.article("Wir haben am Freitag zu.", title=TITLES["closed"], lang="de", front="kind: announcement\n"),
        "law": program.article("Lesen Sie es.", title=TITLES["law"], lang="de", front="kind: article\n"),
    }
    content = program.write_content(base / "content", articles, style="show:\n  speech: no\n")
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


@pytest.mark.sample(4)
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("page", ["topics.html", "read-closed.html", "contact-de.html"])
def test_long_names_stay_in_their_frames(player, lobby, window, page):
    player.window(*window)
    player.open(f"{(lobby / page).as_uri()}?kiosk=1", wait=False)
    player.settle()
    for _ in range(4):
        size = player.js("return dress.size")
        assert player.js(OUTSIDE) == [], size
        assert player.js("return document.documentElement.scrollWidth - innerWidth") <= 0, size
        assert player.js(BROKEN) == [], "parted where a hyphen stands"
        if page.startswith("topics"):
            assert player.js("return document.querySelector('.beside span').textContent.replaceAll('\\u00ad', '')") == TITLES["closed"]
        player.js("document.getElementById('size').click()")
        player.settle()
