"""Markdown within the settings of an article: the same words and marks as in its body."""

import pytest

import lobby_show
import pdf
import program

FRONT = """\
---
title: Settings
lang: en
summary: "Take **2** tablets, 2*250 mg."
key_points:
  - "- 5 kg is _too_ much"
  - "See [the way](https://riverside-sleep.org/way)"
questions:
  - "When can I drive?"
sources:
  - https://riverside-sleep.org/tms
  - "*Smith*, 2020"
---

Text.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("front")
    content = program.write_content(base / "content", {"sample": FRONT})
    return program.render(content, base / "out", "--format", "standard,screen")


def test_marks_are_carried_out(made):
    document = pdf.Document(made.pdf("sample"))
    bold = {pdf.squash(r.text) for r in document.root.runs if "Bold" in r.font}
    assert {"2", "too", "Smith"} <= bold
    texts = [pdf.squash(node.text) for node in document.root.find("LBody")]
    assert texts[0] == "-5kgistoomuch"
    uris = [str(n.annotations[0].A.URI) for n in document.root.find("Link") if n.annotations]
    assert "https://riverside-sleep.org/way" in uris
    assert "https://riverside-sleep.org/tms" in uris


def test_the_file_tells_its_subject_in_plain_words(made):
    assert str(pdf.Document(made.pdf("sample")).pdf.docinfo["/Subject"]) == "Take 2 tablets, 2*250 mg."


def test_transcript_says_the_same(made):
    html = lobby_show.transcript(made.directory / "lobby")
    assert "<li>- 5 kg is <strong>too</strong> much</li>" in html
    assert '<p class="lead">Take <strong>2</strong> tablets, 2*250 mg.</p>' in html


POINTS = ["Sleep well.", "Eat well."]


@pytest.mark.parametrize("body", ["Come at 8.\n\nBring a friend.\n\n## Then\n\nRest.", "- Come at 8.\n- Rest.", "> [!NOTE]\n> Rest.\n\nCome at 8.", "## First\n\nRest."])
def test_what_follows_key_points_has_a_heading_of_its_own(tmp_path, body):
    """On paper and in its tags; on screens they have a topic and hold nothing else."""
    article = program.article(body, front=f"kind: article\nkey_points: {POINTS}\n")
    made = program.render(program.write_content(tmp_path / "content", {"a": article}), tmp_path / "out", "--format", "standard,screen")
    blocks = pdf.Document(made.pdf("a")).root.find("Document")[0].kids
    at = next(i for i, block in enumerate(blocks) if block.text.startswith("Key points"))
    points, *behind = blocks[at:]
    assert [pdf.squash(node.text) for node in points.find("LBody")] == [pdf.squash(point) for point in POINTS]
    assert [kid.role for kid in points.kids] == ["H2", "L"]
    assert behind and all(block.role == "Sect" and block.kids[0].role == "H2" for block in behind)
    slides = [slide for slide in lobby_show.manifest(made.directory / "lobby")["slides"] if slide["id"].startswith("a/key-points/")]
    assert [line for slide in slides for line in slide["text"].split("\n")] == ["Key points", *POINTS]
