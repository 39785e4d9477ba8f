"""The Markdown title of a picture is its caption, in every product."""

import json

import pytest

import pdf
from player_fixtures import picture
from test_meaning import heard

WORDS = "The scanner is open: 70 cm wide."
BODY = f"""\
Words before it.

![A scanner](dot.png "{WORDS}")

Words behind it. In a line ![small](dot.png "In a line.") too.

| A | B |
|---|---|
| ![x](dot.png "In a cell.") | 1 |

<img src="dot.png" alt="tag" title="In HTML.">
"""
CAPTIONS = [WORDS, "In a line.", "In a cell.", "In HTML."]


@pytest.fixture
def made(make):
    return make(BODY, "--format", "standard,large,giant,brochure,screen", lang="en", files={"dot.png": picture((640, 400))})


def test_paper_tags_them_beside_their_figures(made):
    for suffix in ("", "-large", "-giant", "-brochure"):
        document = pdf.Document(made.pdf("sample", suffix))
        assert [heard(node) for node in document.root.walk() if node.role == "Caption"] == CAPTIONS, suffix
        roles = [node.role for node in document.root.walk() if node.role in ("Figure", "Caption")]
        assert roles[:8] == ["Figure", "Caption"] * 4, suffix


def test_screens_show_them_with_their_pictures(made):
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    for alt, caption in (("A scanner", WORDS), ("small", "In a line."), ("tag", "In HTML.")):
        assert [slide["id"] for slide in slides if caption in slide["alt"] and alt in slide["alt"]], caption
    words = "".join(run["text"] for slide in slides for line in slide["lines"] for run in line["runs"])
    assert "In a cell." in words


def test_the_transcript_says_them(made):
    page = (made.directory / "lobby/transcript.html").read_text()
    assert not [caption for caption in CAPTIONS if f">{caption}<" not in page]
