"""Callouts: set off on paper and on screens, told by shape and word, and grouped for those who listen."""

import re

import pytest

import pdf
import png

WORDS = ["Note", "Warning", "Tip", "Important", "Caution"]
HANDOUTS = ["", "-large", "-giant"]


def test_tags_group_a_callout_under_its_word(samples):
    document = pdf.Document(samples["callouts"].pdf("callouts"))
    asides = document.root.find("Aside")
    assert [pdf.squash(aside.kids[0].text) for aside in asides] == WORDS
    assert {aside.kids[0].role for aside in asides} == {"P"}
    assert dict(document.pdf.Root.StructTreeRoot.RoleMap) == {"/Aside": "/Sect"}
    assert "RoleMap" not in pdf.Document(samples["structure"].pdf("structure")).pdf.Root.StructTreeRoot


@pytest.mark.parametrize("count", range(8, 18))
@pytest.mark.parametrize("suffix", HANDOUTS)
def test_a_callout_is_never_parted_where_a_page_holds_it(make, count, suffix):
    filler = "\n\n".join(f"Paragraph {n} is here to fill the page." for n in range(count))
    callout = "> [!WARNING]\n> Do not drive.\n>\n> - One\n> - Two\n>\n> Call us."
    size = suffix.strip("-") or "standard"
    made = make(f"{filler}\n\n{callout}\n\nEnd.", "--format", size)
    (aside,) = pdf.Document(made.pdf("sample", suffix)).root.find("Aside")
    assert len(aside.pages) == 1


def test_one_that_no_page_holds_goes_on(make):
    points = "\n".join(f"> - Point {n} of the list" for n in range(60))
    made = make(f"> [!NOTE]\n{points}", "--format", "standard")
    (aside,) = pdf.Document(made.pdf("sample")).root.find("Aside")
    assert len(aside.pages) > 1


def test_each_has_screens_of_its_own(samples):
    titles = [png.texts(path)["Title"][1] for path in samples["callouts"].screens]
    assert [title for title in titles if title in WORDS] == WORDS
    texts = {png.texts(path)["Title"][1]: png.description(path) for path in samples["callouts"].screens}
    assert texts["Tip"].split() == "Callouts Tip Write your questions down.".split()
    assert texts["Warning"].split()[:3] == "At home Warning".split()  # nothing else stands under the heading


def test_what_follows_goes_on_under_its_heading(samples):
    texts = [" ".join(png.description(path).split()) for path in samples["callouts"].screens]
    assert "At home Rest for two days." in texts


def test_parts_of_a_long_one_say_its_word_again(make):
    body = "> [!WARNING]\n" + "\n".join(f"> Sentence {n} of a rather long warning for all who read." for n in range(9))
    screens = make(body, "--format", "screen").screens
    parts = [png.description(p).split() for p in screens if png.texts(p)["Title"][1] == "Warning"]
    assert len(parts) > 1
    assert all("Warning" in words[:4] for words in parts)  # behind the topic, at most


def test_transcript_sets_them_off(samples):
    html = (samples["callouts"].directory / "lobby/transcript.html").read_text()
    words = re.findall(r"<aside[^>]*>\s*<p[^>]*><strong>(\w+)</strong></p>", html)
    assert words == WORDS


@pytest.mark.parametrize("lines", [">[!NOTE]\n>Rest.", "> [!note] Rest.", "- a\n\n  > [!NOTE]\n  > Rest."])
def test_it_is_found_as_people_write_it(make, lines):
    made = make(lines, "--format", "standard")
    assert made.status == 0, made.err
    (aside,) = pdf.Document(made.pdf("sample")).root.find("Aside")
    assert pdf.squash(aside.text) == "NoteRest."


@pytest.mark.parametrize("lines", ["[!NOTE]\nRest.", "> [!NOTE]\n\nRest.", "> [!DANGER]\n> Rest."])
def test_what_cannot_be_one_is_an_error(make, lines):
    made = make(lines, "--format", "standard")
    assert made.status == 1
    assert "foreign-syntax" in made.rules("error")
