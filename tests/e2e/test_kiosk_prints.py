"""A display with a printer: what a visitor takes home comes out of the clinic's own queue, without a
dialog, as the large print of the article that they read."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request

import pikepdf
import pytest

import browser
import mounts
import print_queue
import program

PATIENCE_S = 60
SENTENCE = "You sit in a chair, awake, and can go home right after the visit, which takes half an hour. "
# A visitor's finger.
FINGER = "setTimeout(() => document.getElementById('print').click(), 2000);"


def render(folder, formats):
    content = program.write_content(folder / "content", {"visit": program.article(SENTENCE * 40, title="Your visit", front="kind: article\n")})
    result = program.render(content, folder / "out", "--format", formats)
    lobby = result.directory / "lobby"
    assert (lobby / "print/visit-large.pdf").exists() == ("large" in formats), result.err
    (lobby / "finger.js").write_text(FINGER)
    page = lobby / "read-visit.html"
    page.write_text(page.read_text().replace("</body>", '<script src="finger.js"></script></body>'))
    return lobby


@pytest.fixture
def lobby(tmp_path):
    return render(tmp_path, "screen,large")


@pytest.fixture
def queue():
    queue = print_queue.Queue()
    subprocess.run(["/usr/sbin/lpadmin", "-d", queue.name], env=queue.environment, check=True)
    yield queue
    queue.close()


@contextlib.contextmanager
def started(*words, **kwargs):
    """A program and whatever it starts, until the end."""
    process = subprocess.Popen(words, start_new_session=True, stderr=subprocess.DEVNULL, **kwargs)
    try:
        yield process
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


# The policy that comes with the units, of a clinic that lets visitors print, for this browser alone.
POLICED = """
set -eu
mount -t tmpfs tmpfs /etc/chromium
mkdir -p /etc/chromium/policies/managed
sed "s|%h/handout/out/lobby|$LOBBY|; s|\\(PrintingEnabled.: \\)false|\\1true|" "$POLICY" >/etc/chromium/policies/managed/handout.json
exec "$@"
"""


@contextlib.contextmanager
def kiosk(address, queue, folder, *options, before=()):
    with started("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", stdout=subprocess.PIPE) as screen:
        display = f":{int(screen.stdout.readline())}"
        words = [*before, "chromium", "--no-sandbox", "--kiosk", *options, "--no-first-run", "--disable-gpu", f"--user-data-dir={folder}", address]
        with started(*words, env={**queue.environment, "HOME": str(folder), "DISPLAY": display}, stdout=subprocess.DEVNULL):
            yield


def wait_for_paper(queue):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            with pikepdf.open(queue.paper) as paper:
                return len(paper.pages)
        except pikepdf.PdfError:  # not there, or half of it
            time.sleep(0.5)
    raise AssertionError(f"nothing was printed\n{queue.log()[-3000:]}")


def words_of(path):
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.split()


@pytest.fixture(params=["a disk", "a server"])
def address(request, lobby):
    if request.param == "a disk":
        yield f"{lobby.as_uri()}/"
    else:
        with browser.serve(lobby) as served:
            yield served


@pytest.mark.sample(1, 1)
def test_the_large_print_comes_out_of_the_queue(lobby, address, queue, tmp_path):
    with kiosk(f"{address}read-visit.html?kiosk=1&printer=1", queue, tmp_path / "profile", "--kiosk-printing"):
        pages = wait_for_paper(queue)
    wanted = lobby / "print/visit-large.pdf"
    with pikepdf.open(wanted) as large, pikepdf.open(queue.paper) as paper:
        assert pages == len(large.pages) > 1
        assert [float(side) for side in paper.pages[0].mediabox][2:] == pytest.approx([612, 792], abs=1)
    assert words_of(queue.paper) == words_of(wanted)


def test_the_policy_of_the_display_lets_it_print(lobby, queue, tmp_path):
    """It keeps the browser from everything else."""
    mounts.try_out("/etc/chromium")
    queue.environment |= {"LOBBY": str(lobby), "POLICY": str(program.ROOT / "src/publish/units/handout-policy.json")}
    address = f"{lobby.as_uri()}/read-visit.html?kiosk=1&printer=1"
    with kiosk(address, queue, tmp_path / "profile", "--kiosk-printing", before=mounts.words(POLICED)):
        wait_for_paper(queue)
    assert words_of(queue.paper) == words_of(lobby / "print/visit-large.pdf")


def test_an_article_without_large_print_says_nothing_of_the_computer(queue, tmp_path):
    """Browsers write where a page is, and when, into the margins; the words stay out of these on each sheet."""
    lobby = render(tmp_path, "screen")
    with kiosk(f"{lobby.as_uri()}/read-visit.html?kiosk=1&printer=1", queue, tmp_path / "profile", "--kiosk-printing"):
        assert wait_for_paper(queue) > 1
    assert set(words_of(queue.paper)) == set(f"Your visit {SENTENCE}".split())
    boxes = subprocess.run(["pdftotext", "-bbox", queue.paper, "-"], capture_output=True, text=True, check=True).stdout
    xs, ys = ([float(place) for place in re.findall(rf'<word .*{side}="([\d.]+)"', boxes)] for side in ("xMin", "yMax"))
    assert min(xs) > 35 and max(ys) < 792 - 35


def pages_of(port):
    """The addresses of the browser's windows, the one to print in among them."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as answer:
            return [target["url"] for target in json.load(answer) if target["type"] == "page"]
    except OSError:
        return []


def wait_for_pages(port, is_wanted):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = pages_of(port)
        if is_wanted(found):
            return
        time.sleep(0.2)
    raise AssertionError(found)


def test_a_dialog_that_nobody_answers_strands_nobody(lobby, queue, tmp_path):
    """Of a browser that was not told to print without one: the page goes back by itself all the same."""
    (lobby / "finger.js").write_text(FINGER + "setTimeout(() => document.getElementById('again').click(), 8000);")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with kiosk(f"{lobby.as_uri()}/read-visit.html?kiosk=1&printer=1", queue, tmp_path / "profile", f"--remote-debugging-port={port}"):
        wait_for_pages(port, lambda pages: any(url.startswith("chrome://print") for url in pages))
        wait_for_pages(port, lambda pages: len(pages) == 1 and "/topics.html?" in pages[0])


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("said, page", [({}, "/index.html?wall=1"), ({"HANDOUT_BEGINNING": "kiosk", "HANDOUT_PRINTER": "1"}, "/topics.html?kiosk=1&printer=1")])
def test_the_unit_opens_the_beginning_of_its_display(lobby, tmp_path, said, page):
    home = tmp_path / "home"
    (home / "handout").mkdir(parents=True)
    (home / "handout/out").symlink_to(lobby.parent)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with started("Xvfb", "-displayfd", "1", "-screen", "0", "1280x720x24", stdout=subprocess.PIPE) as screen:
        env = {**os.environ, "HOME": str(home), "DISPLAY": f":{int(screen.stdout.readline())}"} | said
        unit = program.ROOT / "src/publish/units/handout-kiosk"
        with started(unit, "--no-sandbox", "--disable-gpu", f"--remote-debugging-port={port}", env=env, stdout=subprocess.DEVNULL):
            wait_for_pages(port, lambda pages: len(pages) == 1 and page in pages[0])
