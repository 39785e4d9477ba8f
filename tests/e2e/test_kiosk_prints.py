"""A display with a printer: what a visitor takes home comes out of the clinic's own queue, without a
dialog, as the large print of the article that they read."""

import contextlib
import os
import signal
import subprocess
import time

import pikepdf
import pytest

import browser
import print_queue
import program

PATIENCE_S = 60
SENTENCE = "You sit in a chair, awake, and can go home right after the visit, which takes half an hour. "
# A visitor's finger.
FINGER = "setTimeout(() => document.getElementById('print').click(), 2000);"


@pytest.fixture
def lobby(tmp_path):
    content = program.write_content(tmp_path / "content", {"visit": program.article(SENTENCE * 40, title="Your visit", front="kind: article\n")})
    result = program.render(content, tmp_path / "out", "--format", "screen,large")
    lobby = result.directory / "lobby"
    assert (lobby / "print/visit-large.pdf").exists(), result.err
    (lobby / "finger.js").write_text(FINGER)
    page = lobby / "read-visit.html"
    page.write_text(page.read_text().replace("</body>", '<script src="finger.js"></script></body>'))
    return lobby


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


@contextlib.contextmanager
def kiosk(address, queue, folder):
    with started("Xvfb", "-displayfd", "1", "-screen", "0", "1920x1080x24", stdout=subprocess.PIPE) as screen:
        display = f":{int(screen.stdout.readline())}"
        words = ["chromium", "--no-sandbox", "--kiosk", "--kiosk-printing", "--no-first-run", "--disable-gpu", f"--user-data-dir={folder}", address]
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


def test_the_large_print_comes_out_of_the_queue(lobby, queue, tmp_path):
    with browser.serve(lobby) as address, kiosk(f"{address}read-visit.html?kiosk=1&printer=1", queue, tmp_path / "profile"):
        pages = wait_for_paper(queue)
    wanted = lobby / "print/visit-large.pdf"
    with pikepdf.open(wanted) as large, pikepdf.open(queue.paper) as paper:
        assert pages == len(large.pages) > 1
        assert [float(side) for side in paper.pages[0].mediabox][2:] == pytest.approx([612, 792], abs=1)
    assert words_of(queue.paper) == words_of(wanted)
