"""The first start of the front desk with many articles: staff need not wait for all of them."""

import os
import pathlib
import re
import signal
import time

import program

WORDS = "\n\n".join(f"## Part {n}\n\n" + "Lie still and breathe. " * 30 for n in range(3))
MANY = 20


def many(folder, count):
    articles = {f"topic-{n}": program.article(WORDS, f"Topic {n}") for n in range(count)}
    program.write_content(folder / "content", articles)


def test_what_is_ready_is_offered_while_the_rest_is_made(tmp_path, start_desk):
    """With how much is left; before the lobby's screens, for which nobody stands at the desk."""
    many(tmp_path, MANY)
    one = start_desk(tmp_path, whole=False)
    told, offered = set(), []
    while "making" in (one.report() or {"making"}):
        html = one.ask("GET", "/")[1]
        told |= set(re.findall(rf"Handouts: \u2066(\d+) / {MANY}\u2069", html))
        if topics := html.count('name="topic"'):
            offered.append((topics, (tmp_path / "out/lobby").exists()))
        if not topics:
            assert "The handouts are being made." in html
        assert one.process.poll() is None, one.said()
        time.sleep(0.05)
    assert "0" in told and {int(n) for n in told} <= set(range(0, MANY, 8))
    assert offered[0][0] < MANY and not offered[0][1], "some are there before all, and before the screens"
    assert any(topics == MANY and not lobby for topics, lobby in offered)
    assert "The handouts can be printed." in one.said()
    html = one.ask("GET", "/")[1]
    assert html.count('name="topic"') == MANY and '<div class="making"></div>' in html
    assert one.close() == 0, one.said()


def test_the_second_start_makes_nothing_again(tmp_path, start_desk):
    many(tmp_path, 3)
    assert start_desk(tmp_path).close() == 0
    made = (tmp_path / "out/print/topic-1.pdf").stat()
    one = start_desk(tmp_path, whole=False)
    assert one.ask("GET", "/")[1].count('name="topic"') == 3
    one.wait_for(lambda: re.search(r"^\d\d:\d\d:\d\d  ", one.said(), re.M))
    assert "The handouts can be printed." not in one.said()
    assert (tmp_path / "out/print/topic-1.pdf").stat().st_mtime_ns == made.st_mtime_ns
    assert one.close() == 0, one.said()


def test_a_desk_that_is_closed_while_it_makes_them_leaves_nobody_at_work(tmp_path, start_desk):
    """Within two seconds, with most of them not made: who closes it does not wait for the rest."""
    many(tmp_path, 400)
    one = start_desk(tmp_path, whole=False)
    sheets = lambda: list((tmp_path / "out/print").glob("*-large.pdf"))
    one.wait_for(sheets)
    (watch,) = pathlib.Path(f"/proc/{one.process.pid}/task/{one.process.pid}/children").read_text().split()[-1:]
    assert "watch" in pathlib.Path(f"/proc/{watch}/cmdline").read_text()
    end = time.monotonic() + 2
    assert one.close() == 0, one.said()
    while os.path.exists(f"/proc/{watch}") and pathlib.Path(f"/proc/{watch}/stat").read_text().split()[2] != "Z":
        assert time.monotonic() < end, os.kill(int(watch), signal.SIGKILL) or "it builds on"
        time.sleep(0.05)
    assert len(sheets()) < 200
