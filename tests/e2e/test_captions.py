"""The Markdown title of a picture is its caption, in every product."""

import io
import json

import numpy
import pytest
from PIL import Image

import folding
import lobby_show
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


def is_caption(node):
    return node.role in ("P", "Span") and heard(node) in CAPTIONS


def test_paper_tags_them_beside_their_figures(made):
    for suffix in ("", "-large", "-giant", "-brochure"):
        document = pdf.Document(made.pdf("sample", suffix))
        found = [node for node in document.root.walk() if node.role == "Figure" or is_caption(node)]
        assert [heard(node) for node in found if node.role != "Figure"] == CAPTIONS, suffix
        assert [node.role == "Figure" for node in found[:8]] == [True, False] * 4, suffix
        roles = {heard(node): node.role for node in found}
        assert (roles[WORDS], roles["In a line."]) == ("P", "Span"), "no Caption outside of what it is about"


def test_screens_show_them_with_their_pictures(made):
    slides = json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]
    for alt, caption in (("A scanner", WORDS), ("small", "In a line."), ("tag", "In HTML.")):
        assert [slide["id"] for slide in slides if caption in slide["alt"] and alt in slide["alt"]], caption
    words = "".join(run["text"] for slide in slides for line in slide["lines"] for run in line["runs"])
    assert "In a cell." in words


def test_the_transcript_says_them(made):
    page = lobby_show.transcript(made.directory / "lobby")
    assert not [caption for caption in CAPTIONS if f">{caption}<" not in page]


def ground(path, tmp_path):
    """Left, top, right and foot of the black picture on the first page. [pt]"""
    dark = numpy.asarray(folding.rasters(path, 72, tmp_path)[0]) < 10
    rows = numpy.flatnonzero(dark.sum(axis=1) > 90)
    columns = numpy.flatnonzero(dark[rows[len(rows) // 2]])
    return columns[0], rows[0], columns[-1], rows[-1]


@pytest.mark.parametrize("lang", ["en-US", "ar"])
@pytest.mark.parametrize("size, beside", [((1200, 800), True), ((800, 1200), False), ((1200, 500), False)], ids=["wide", "high", "flat"])
def test_captions_of_wide_pictures_stand_beside_them(make, tmp_path, lang, size, beside):
    """Small, bottom-aligned at the end side; of high and of very flat ones below."""
    data = io.BytesIO()
    Image.new("RGB", size).save(data, "PNG")
    words, title = ("غرفة مظلمة فيها سرير مسطح أمام أنبوب واسع", "فحص") if lang == "ar" else (WORDS, "A title")
    body = f'![A dark room](dark.png "{words}")'
    made = make(body, "--format", "standard", title=title, lang=lang, files={"dark.png": data.getvalue()})
    document = pdf.Document(made.pdf("sample"))
    (caption,) = [node for node in document.root.walk() if node.role == "P" and heard(node) == words]
    runs = list(caption.runs)
    left, top, right, foot = ground(made.pdf("sample"), tmp_path)
    first, last = (792 - run.y for run in (runs[0], runs[-1]))
    if lang != "ar":
        assert {round(run.size, 2) for run in runs} == {12.72}
    assert (top < first < last <= foot + 1) == beside
    if beside:
        ends = [run.x + run.width for run in runs]
        assert min(run.x for run in runs) >= right + 19 if lang != "ar" else max(ends) <= left - 14
        assert foot - last <= 8
    else:
        assert 8 <= first - foot <= 28
    if size == (1200, 500):
        assert right - left >= 490
