"""The lobby player over months: new builds, broken files, clocks that jump, pages that reload.

In each test the clock moves only when the test says so.
"""

import pytest

import soak
from browser import serve

FIRST, SECOND, THIRD = "aaaaaaaaaaaa", "bbbbbbbbbbbb", "dddddddddddd"


def build_id(player):
    return player.js("return document.documentElement.dataset.build")


def change_words(show, words):
    for slide in show.slides:
        slide["lines"][0]["runs"][0]["text"] = words
        slide["lines"], slide["tree"] = slide["lines"][:1], slide["tree"][:1]
        slide["alt"] = slide["text"] = words


@pytest.fixture(params=["file", "http"])
def address(request, show):
    """The show from a disk and from a web server."""
    if request.param == "file":
        yield show.url
    else:
        with serve(show.directory) as base:
            yield base + "index.html"


@pytest.mark.sample(1)
def test_opens_and_cycles(player, show, address):
    player.open(address)
    assert player.errors() == []
    ids = [slide["id"] for slide in show.slides]
    assert player.slide["id"] == ids[0]
    for slide, following in zip(show.slides, ids[1:] + ids[:1]):
        player.advance(slide["dwell_s"] - 1)
        assert player.slide["id"] == slide["id"]
        player.advance(1)
        assert player.slide["id"] == following
    assert player.errors() == []


@pytest.mark.sample(1, 1)
def test_new_build_waits_for_the_boundary(player, show, address):
    show.publish(FIRST)
    player.open(address)
    player.js("player.setStopped(true)")
    before = player.slide["text"]
    change_words(show, "New words")
    show.publish(SECOND)
    player.read_again()
    assert player.slide["text"] == before and build_id(player) == FIRST
    player.turn()
    player.until("return document.documentElement.dataset.build.includes(arguments[0])", SECOND)
    player.settle()
    assert player.slide == {"count": 1, "text": f"New words {show.slides[1]['progress']}", "id": show.slides[1]["id"]}


@pytest.mark.sample(1, 1)
def test_new_files_of_the_player_itself_are_taken_when_nobody_is_there(player, show, address):
    """It begins anew with them at the next boundary, at the slide that comes then, even where the browser's
    store has not heard of it yet; neither for other news nor amid an urgent message."""
    is_new = "return Boolean(window.isOfNewBuild)"
    show.publish(FIRST)
    player.open(f"{address}?wall=1")
    with (show.directory / "player.js").open("a") as file:
        file.write("window.isOfNewBuild = true;\n")
    show.publish(SECOND)
    player.read_again()
    player.turn()
    player.until("return document.documentElement.dataset.build.includes(arguments[0])", SECOND)
    show.manifest["player"] = "cccccccccccc"
    show.publish(THIRD)
    player.js("idle.note()")
    player.read_again()
    player.turn()
    player.until("return document.documentElement.dataset.build.includes(arguments[0])", THIRD)
    player.read_again()
    assert not player.js(is_new), "a visitor reads"
    with player.begun_by("localStorage.clear();"):
        player.js("idle.forget(); advance(500); player.turn(1)")
        player.until(f"{is_new} && player.hasShow && !document.getElementById('show').hidden")
    assert player.slide["id"] == show.slides[3]["id"]


@pytest.mark.sample(1)
def test_manifest_is_read_every_minute(player, show, address):
    show.publish(FIRST)
    player.open(address)
    player.js("player.setStopped(true); window.reads = 0; const read = files.readManifest;"
              "files.readManifest = () => { window.reads++; return read(); }")
    player.advance(59)
    assert player.js("return window.reads") == 0
    player.advance(1)
    assert player.js("return window.reads") == 1


@pytest.mark.sample(1, 1)
def test_half_written_manifest_changes_nothing(player, show, address):
    show.publish(FIRST)
    player.open(address)
    player.js("player.setStopped(true)")
    show.half_publish(SECOND)
    player.read_again()
    player.turn()
    assert build_id(player) == FIRST
    show.publish(SECOND)
    player.read_again()
    player.turn()
    player.until("return document.documentElement.dataset.build.includes(arguments[0])", SECOND)


def spoil(path, how):
    data = path.read_bytes()
    if how == "missing":
        path.unlink()
    elif how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "flipped":
        middle = len(data) // 2
        path.write_bytes(data[:middle] + bytes([data[middle] ^ 0x10]) + data[middle + 1 :])


@pytest.mark.sample(2)
@pytest.mark.parametrize("how", ["missing", "cut", "empty", "flipped"])
def test_new_build_waits_until_its_pictures_are_whole(player, show, address, how):
    show.publish(FIRST)
    player.open(address)
    player.js("player.setStopped(true)")
    good = show.directory / show.slides[2]["src"]
    data = good.read_bytes()
    show.slides[2]["src"] = "999-new.0123456789ab.png"
    bad = show.directory / show.slides[2]["src"]
    bad.write_bytes(data)
    spoil(bad, how)
    show.publish(SECOND)
    player.read_again()
    player.turn()
    assert build_id(player) == FIRST
    bad.write_bytes(data)
    player.read_again()
    player.turn()
    player.until("return document.documentElement.dataset.build.includes(arguments[0])", SECOND)


def test_withdrawn_slide_leaves_at_the_next_boundary(player, show):
    """Even while the rest of its build is not whole."""
    show.publish(FIRST)
    player.open(show.url)
    player.js("player.setStopped(true)")
    gone = show.slides.pop(1)
    show.slides[3]["src"] = "missing.png"
    show.publish(SECOND)
    player.read_again()
    player.turn()
    assert build_id(player) == FIRST
    assert player.slide["id"] == show.slides[1]["id"] != gone["id"]


def test_slide_that_is_on_when_withdrawn_makes_way_for_the_next(player, show):
    show.publish(FIRST)
    player.open(show.url)
    player.turn_to(2)
    player.js("player.setStopped(true)")
    show.slides.pop(2)
    show.publish(SECOND)
    player.read_again()
    player.turn()
    player.until("return document.documentElement.dataset.build.includes(arguments[0])", SECOND)
    player.settle()
    assert player.slide["id"] == show.slides[2]["id"]


@pytest.mark.sample(2)
@pytest.mark.parametrize("how", ["missing", "cut", "empty"])
def test_broken_picture_of_a_slide_is_replaced_by_its_words(player, rich_show, how):
    index, slide = next((i, s) for i, s in enumerate(rich_show.slides) if s["images"])
    image = slide["images"][0]
    spoil(rich_show.directory / image["src"], how)
    player.open(rich_show.url)
    player.turn_to(index)
    player.until("return document.querySelector('.slide:not([hidden]) .missing')")
    assert image["alt"] in player.slide["text"]
    assert player.layout == "flow"


def test_missing_fonts_let_the_words_flow(player, show):
    for font in show.manifest["fonts"]:
        (show.directory / font["src"]).unlink()
    player.open(show.url)
    player.turn_to(4)
    assert player.layout == "flow"
    assert player.slide["text"] == " ".join(show.slides[4]["text"].split())


def test_slide_that_cannot_be_drawn_shows_its_text(player, show):
    del show.slides[1]["lines"][0]["runs"]
    show.publish(FIRST)
    player.open(show.url)
    player.turn()
    assert show.slides[1]["alt"] in player.slide["text"]
    player.turn()
    assert player.slide["id"] == show.slides[2]["id"]


def test_start_without_a_manifest_waits_on_the_ground_colour(player, show):
    kept = (show.directory / "manifest.js").read_bytes()
    (show.directory / "manifest.js").unlink()
    player.open(show.url, wait=False)
    assert player.js("return getComputedStyle(document.documentElement).backgroundColor") == "rgb(250, 247, 242)"
    (show.directory / "manifest.js").write_bytes(kept)
    player.until("advance(2000); return player.hasShow && !document.getElementById('show').hidden")
    assert player.slide["id"] == show.slides[0]["id"]


@pytest.fixture
def own_origin(show):
    """The show's address on a server of its own: what other pages remember is out of reach there,
    while all pages from files share one memory."""
    with serve(show.directory) as root:
        yield root + "index.html"


def test_reload_during_a_broken_publication_shows_the_last_show(player, show, own_origin):
    show.publish(FIRST)
    player.open(own_origin)
    player.turn_to(3)
    show.half_publish(SECOND)
    player.reload()
    assert build_id(player) == FIRST
    assert player.slide["id"] == show.slides[3]["id"]


def test_reload_resumes_the_slide(player, show, own_origin):
    player.open(own_origin)
    player.turn_to(3)
    player.reload()
    assert player.slide["id"] == show.slides[3]["id"]


def test_contact_details_stand_when_no_slide_is_on(player, show):
    for slide in show.slides:
        slide["valid_to"] = "2026-03-03"
    show.publish(FIRST)
    player.open(show.url)
    assert show.manifest["title"] in player.slide["text"]
    for fact in show.manifest["contact"]:
        assert fact["value"] in player.slide["text"]


@pytest.mark.sample(3)
@pytest.mark.parametrize(
    "key, value, shown, hidden",
    [
        ("valid_from", "2026-03-05", "2026-03-05T00:01:00", "2026-03-04T23:00:00"),
        ("valid_to", "2026-03-04", "2026-03-04T23:00:00", "2026-03-05T00:01:00"),
        ("days", [3], "2026-03-04T12:00:00", "2026-03-05T12:00:00"),
        ("days", [7], "2026-03-08T12:00:00", "2026-03-07T12:00:00"),
        ("hours", [["09:00", "12:00"]], "2026-03-04T09:00:00", "2026-03-04T12:00:00"),
        ("hours", [["22:00", "02:00"]], "2026-03-04T01:00:00", "2026-03-04T03:00:00"),
    ],
)
def test_slides_keep_their_dates_days_and_hours(player, show, key, value, shown, hidden):
    show.slides[1][key] = value
    show.publish(FIRST)
    for date, wanted in ((shown, 1), (hidden, 2)):
        player.open(show.url, date=date)
        player.turn()
        assert player.slide["id"] == show.slides[wanted]["id"]


@pytest.mark.parametrize("jump", ["2031-01-01T12:00:00", "2001-01-01T12:00:00"])
def test_clock_that_jumps_does_not_race(player, show, jump):
    player.open(show.url)
    player.js("window.wallClock = new Date(arguments[0]).getTime()", jump)
    player.advance(1)
    assert player.slide["id"] == show.slides[0]["id"]
    player.advance(show.slides[0]["dwell_s"])
    assert player.slide["id"] == show.slides[1]["id"]


def test_computer_that_slept_goes_on_where_it_was(player, show):
    player.open(show.url)
    player.js("advance(8 * 3600 * 1000, 8 * 3600 * 1000)")
    player.settle()
    assert player.slide["id"] == show.slides[0]["id"]


def test_hidden_tab_waits(player, show):
    player.open(show.url, script=(
        "let isHidden = false; window.requests = 0;"
        "Object.defineProperty(document, 'hidden', {get: () => isHidden});"
        "Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => { window.requests++; }}});"
        "window.hide = (value) => { isHidden = value; document.dispatchEvent(new Event('visibilitychange')); };"
    ))
    assert player.js("return window.requests") == 1
    player.js("hide(true)")
    player.advance(600)
    assert player.slide["id"] == show.slides[0]["id"]
    player.js("hide(false)")
    assert player.js("return window.requests") == 2, "browsers drop the wake lock of a hidden page"
    player.advance(show.slides[0]["dwell_s"])
    assert player.slide["id"] == show.slides[1]["id"]


def test_page_beats_for_a_watchdog(player, show):
    """The window's title is for people: it has the show's name alone."""
    show.publish(FIRST)
    player.open(show.url)
    beats = set()
    for _ in range(3):
        assert (player.driver.title, build_id(player)) == (show.manifest["title"], FIRST)
        beats.add(player.js("return document.documentElement.dataset.beat"))
        player.advance(10)
    assert len(beats) == 3


def test_page_works_where_storage_is_forbidden(player, show):
    player.open(show.url, script=(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('forbidden'); }});"
    ))
    player.js("advance(500); player.turn(1)")
    player.settle()
    assert player.js("return document.querySelectorAll('.slide:not([hidden])').length") == 1


def heap(player):
    for _ in range(2):
        player.command("HeapProfiler.collectGarbage")
    player.command("Performance.enable")
    return {m["name"]: m["value"] for m in player.command("Performance.getMetrics")["metrics"]}


def run_cycles(player, seconds, cycles):
    """Rounds of the show, with the page given time for its own work after each ten."""
    player.driver.execute_async_script(
        "const [seconds, cycles, done] = arguments; let left = cycles;"
        "const some = () => { for (let i = 0; i < 10 && left > 0; i++, left--) advance(seconds * 1000, 5000);"
        "  left > 0 ? setTimeout(some) : setTimeout(done); }; some();",
        seconds, cycles,
    )


def test_memory_is_flat_over_many_cycles(player, show):
    del show.slides[4:]
    for slide in show.slides:
        slide["dwell_s"] = 5
    show.publish(FIRST)
    player.open(show.url)
    for _ in range(soak.times(1, 10)):  # until the browser has compiled what runs often
        run_cycles(player, 20, 100)
    before = heap(player)
    hundreds = soak.times(1, 50)
    for _ in range(hundreds):
        run_cycles(player, 20, 100)
    after = heap(player)
    for key, slack in (("JSHeapUsedSize", 200_000), ("Nodes", 20), ("JSEventListeners", 5)):
        assert after[key] <= before[key] + slack, (key, before[key], after[key])
    soak.figure(f"browser: memory flat over {100 * hundreds} rounds of the show")
