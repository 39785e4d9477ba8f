"""Markdown within the settings of an article: the same words and marks as in its body."""

import pytest

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
    html = (made.directory / "lobby/transcript.html").read_text()
    assert "<li>- 5 kg is <strong>too</strong> much</li>" in html
    assert '<p class="lead">Take <strong>2</strong> tablets, 2*250 mg.</p>' in html
