"""A show from a web server: it goes on when the server is gone, and displays that share a computer, a
browser and a server do not share what their visitors choose."""

import os
import shutil
import time
import urllib.parse

import pytest

import browser

KEPT = """
const done = arguments[0];
caches.keys().then(async (names) => {
    const shelves = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)));
    done(shelves.flat());
});
"""


def kept(player):
    return player.driver.execute_async_script(KEPT)


def open_twice(player, address):
    """The second time all that is loaded goes through the worker."""
    for _ in range(2):
        player.open(address)
        player.until("return navigator.serviceWorker.controller !== null")
    player.read_again()


def test_the_show_goes_on_without_its_server(player, show):
    with browser.serve(show.directory) as address:
        open_twice(player, address + "index.html?wall=1")
        for index in range(len(show.slides)):
            player.turn_to(index)
    player.open("about:blank", wait=False)
    player.open(address + "index.html?wall=1")
    assert player.layout == "panel", "its fonts are there"
    for index, slide in enumerate(show.slides[:3]):
        player.turn_to(index)
        assert player.slide["id"] == slide["id"]
    player.errors()


def test_what_is_withdrawn_is_not_kept(player, show):
    with browser.serve(show.directory) as address:
        open_twice(player, address + "index.html")
        player.js("return files.allWhole(arguments[0])", show.manifest)
        gone = show.slides[0]["src"]
        player.driver.execute_async_script("files.allWhole(arguments[0]).then(arguments[1])", show.manifest)
        assert any(url.endswith(gone) for url in kept(player))
        del show.slides[0]
        show.publish("bbbbbbbbbbbb")
        player.read_again()
        player.turn()
        player.until("return document.documentElement.dataset.build === 'bbbbbbbbbbbb'")
        for _ in range(50):
            if not any(url.endswith(gone) for url in kept(player)):
                break
            player.settle()
        assert not any(url.endswith(gone) for url in kept(player))


def test_a_browser_without_room_shows_what_the_server_gives(player, show):
    empty = "caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => arguments[0]())"
    with browser.serve(show.directory) as address:
        open_twice(player, address + "index.html")
        player.driver.execute_async_script(empty)
        player.command("Storage.overrideQuotaForOrigin", origin=address.rstrip("/"), quotaSize=1)
        player.open(address + "index.html")
        assert player.layout == "panel" and kept(player) == []
        player.command("Storage.overrideQuotaForOrigin", origin=address.rstrip("/"))


FILL = """
const [names, done] = arguments;
caches.open(new URL('.', location).href).then((shelf) =>
    Promise.all(names.map((name) => shelf.put(new URL(name, location), new Response(''))))).then(() => done());
"""


def test_files_are_known_by_their_names_however_addresses_have_them(player, show):
    """Addresses on pages escape more signs than a browser by itself does."""
    with browser.serve(show.directory) as address:
        open_twice(player, address + "index.html")
        escaped = [f"speech/read-{name}%28one%29.0123456789ab.opus" for name in ("mine", "other")]
        player.driver.execute_async_script(FILL, escaped)
        player.js("offline.forgetOthers({ fonts: [], slides: [], speech: ['speech/read-mine(one).0123456789ab.opus'] })")
        for _ in range(50):
            if not any(url.endswith(escaped[1]) for url in kept(player)):
                break
            player.settle()
        assert [url for url in kept(player) if "speech/" in url] == [address + escaped[0]]


@pytest.mark.sample(2)
@pytest.mark.parametrize("first, second", [
    ("one/index.html?wall=1", "two/index.html?wall=1"),
    ("one/index.html?wall=1", "one/topics.html?kiosk=1"),
    ("one/index.html?wall=1&display=left", "one/index.html?wall=1&display=right"),
])
def test_two_displays_of_one_computer_have_a_memory_each(player, show, tmp_path, first, second):
    for name in ("one", "two"):
        shutil.copytree(show.directory, tmp_path / "web" / name)
    chosen = "const d = window.look || window.dress; return [memory.get('visitor'), memory.get('palette'), memory.get('size'), memory.get('slide')]"
    with browser.serve(tmp_path / "web") as address:
        player.open(address + first)
        player.turn_to(3)
        player.js("document.getElementById('palette').click(); document.getElementById('size').click()")
        before = player.js(chosen)
        assert all(before[1:])
        player.driver.get(address + second)
        player.until("return document.readyState === 'complete'")
        assert player.js(chosen)[:3] == [None, None, None] and player.js(chosen)[3] != before[3]
        player.driver.get(address + first)
        player.until("return document.readyState === 'complete'")
        assert player.js(chosen) == [None, None, None, before[3]], "what a visitor chose is nobody else's"


def test_sound_may_come_slowly(player, show):
    """Only what slides wait for is given up after ten seconds."""
    (show.directory / "speech").mkdir(exist_ok=True)
    (show.directory / "speech/slow.0123456789ab.opus").write_bytes(bytes(range(24)))
    with browser.serve(show.directory, slow=("/speech/slow.0123456789ab.opus", 12)) as address:
        open_twice(player, address + "index.html")
        player.open(address + "topics.html", wait=False)
        player.js("window.slow = new Audio('speech/slow.0123456789ab.opus'); slow.preload = 'auto'")
        for _ in range(25):
            if any("slow" in url for url in kept(player)):
                break
            time.sleep(1)
        assert any("slow" in url for url in kept(player))
    player.errors()


@pytest.mark.sample(2)
@pytest.mark.parametrize("page", ["index.html?wall=1", "topics.html?kiosk=1"])
@pytest.mark.parametrize("how", ["failing", "half"])
def test_what_is_kept_is_better_than_half_an_answer(player, show, page, how):
    """A server that fails, and one whose pages are being written."""
    with browser.serve(show.directory) as address:
        open_twice(player, address + "index.html?wall=1")
        player.driver.get(address + page)
        player.until("return document.documentElement.dataset.started === 'true'")
    (show.directory / page.split("?")[0]).write_bytes(b"<!doctype html>\n<html>" if how == "half" else b"")
    port = urllib.parse.urlsplit(address).port
    with browser.failing(port) if how == "failing" else browser.serve(show.directory, port=port):
        player.open("about:blank", wait=False)
        player.driver.get(address + page)
        player.until("return document.readyState === 'complete' && document.documentElement.dataset.started === 'true'")
    player.errors()


@pytest.mark.sample(1)
@pytest.mark.parametrize("page", ["read-nothing.html?kiosk=1&display=left&size=2", "index.html?wall=1&display=left"])
def test_a_display_before_nothing_goes_to_its_beginning(player, show, page):
    """Of an address that no server has, and of one that was never kept."""
    with browser.serve(show.directory) as address:
        open_twice(player, address + "index.html?wall=1")
    port = urllib.parse.urlsplit(address).port
    player.driver.execute_async_script("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))).then(() => arguments[0]())")
    player.open("about:blank", wait=False)
    with browser.failing(port):
        player.driver.get(address + page)
        assert player.js("return document.querySelector('meta[http-equiv=refresh]').content").endswith("1&display=left")
    with browser.serve(show.directory, port=port):
        player.until("return document.documentElement?.dataset.started === 'true'")
        own = "?kiosk=1&display=left" if "kiosk" in page else "?wall=1&display=left"
        assert player.js("return location.search.startsWith(arguments[0]) && !location.search.includes('size')", own)
    player.errors()


OLDER = """
const SHELF = new URL('.', self.location).href;
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => event.respondWith(caches.open(SHELF).then(async (shelf) => {
    const kept = await shelf.match(event.request, { ignoreSearch: true });
    if (kept)
        return kept;
    const given = await fetch(event.request);
    await shelf.put(event.request, given.clone());
    return given;
})));
"""


def test_an_older_worker_makes_way_for_the_new_one(player, show):
    """Even one that gives what it has kept for ever; browsers look for a newer one by themselves, with what it asks here."""
    path = show.directory / "worker.js"
    worker = path.read_text()
    path.unlink()
    path.write_text(OLDER)
    os.utime(path, (0, time.time() - 3600))  # servers tell by whole seconds whether a file is a newer one
    with browser.serve(show.directory) as address:
        open_twice(player, address + "index.html?wall=1")
        player.js("window.changes = 0; navigator.serviceWorker.addEventListener('controllerchange', () => { window.changes++; })")
        path.write_text(worker)
        player.driver.execute_async_script("navigator.serviceWorker.ready.then((one) => one.update()).then(() => arguments[0]())")
        player.until("return window.changes === 1")
        show.publish("dddddddddddd")
        player.driver.get(address + "index.html?wall=1")
        player.until("return document.documentElement.dataset.build === 'dddddddddddd'")
    player.errors()
