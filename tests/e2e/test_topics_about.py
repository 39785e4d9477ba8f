"""Who made and checked an article, and from what, is told at the display as on paper: behind all that it says."""

import re

import pytest

import program
import spoken
from spoken import sound

FRONT = """\
kind: article
version: "1.2"
producer: Riverside Sleep Clinic
approved_by: Medicines team
reviewed: 2026-10-01
review_due: 2028-10-01
sources:
  - U.S. National Library of Medicine, [MedlinePlus](https://medlineplus.example/sleep)
"""
TOLD = ["Made by: Riverside Sleep Clinic", "Approved by: Medicines team", "Version: 1.2", "Last reviewed: October 1, 2026", "Next review due: October 1, 2028", "Sources: U.S. National Library of Medicine, MedlinePlus"]
SHOWN = "return document.getElementById('read').innerText"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("about")
    articles = {"pill": program.article("## How\n\nTake it daily.", title="Your medicine", front=FRONT), "bare": program.article("Read this.", title="Bare", front="kind: article\n")}
    content = program.write_content(base / "content", articles, style="show:\n  speech: yes\n")
    return program.render(content, base / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"


@pytest.mark.sample(1)
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920)])
def test_who_checked_it_is_told_on_one_part(player, lobby, window):
    player.window(*window)
    player.open(f"{(lobby / 'read-pill.html').as_uri()}?kiosk=1", wait=False)
    player.until("return document.documentElement.dataset.started")
    player.js("parts.showWith(document.querySelector('#read .about h2'))")
    lines = " ".join(player.js(SHOWN).split())
    assert "About this handout " + " ".join(TOLD) in lines
    assert "Take it daily" not in lines
    assert player.js("return document.querySelector('#read .address').textContent").startswith("MedlinePlus"), "where a source leads"
    small, large = player.js("return ['.about p', 'section:not(.about) p'].map((e) => parseFloat(getComputedStyle(document.querySelector(`#read ${e}`)).fontSize))")
    assert small < large


def test_it_is_heard_but_shown_on_no_slide(lobby):
    said = " ".join(words for words, *_ in sound(lobby, "read-pill.html")["page"]["said"])
    assert "Last reviewed: October 1, 2026" in said and "MedlinePlus" in said
    assert "Last reviewed" not in (lobby / "manifest.json").read_text()
    assert "about" not in (lobby / "read-bare.html").read_text().split('id="read"')[1].split("</article>")[0]


@pytest.mark.parametrize("show", ["full", "short"])
def test_it_stands_where_all_slides_are_read(tmp_path, show):
    """Also where the lobby has a long article in short; with the number to call, as its page on the web has it."""
    body = "Take it.\n\n## Call us the same day if you have\n\n- [ ] a rash"
    front = f"{FRONT}lobby: {show}\nsummary: In short.\n"
    content = program.write_content(tmp_path / "content", {"pill": program.article(body, title="Your medicine", front=front)})
    lobby = program.render(content, tmp_path / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"
    for page in ("transcript.html", "read-pill.html"):
        words = re.sub(r"<[^>]+>", "", (lobby / page).read_text().split("</h1>")[1])
        assert words.count("Approved by: Medicines team") == 1 and words.count("Last reviewed: October 1, 2026") == 1, page
        assert show == "short" or re.search(r"a rash\s+Call us: \+1 212", words), page
