"""Links: one area to click, spoken without a word said twice, and on paper with their address once."""

import re
import subprocess

import pytest

import pdf
import png

CLINIC = "https://riverside-sleep.org"
LONG = "words of a link that is so long that it cannot stand on one line of the page however wide it may be set"


def said(make, body):
    """What paper says, by another program, on one line."""
    made = make(body, "--format", "standard")
    assert made.pdf("sample").exists(), made.err
    text = subprocess.run(["pdftotext", made.pdf("sample"), "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (f"See [the way]({CLINIC}/way).", "See the way (riverside-sleep.org/way)."),
        (f"See [the way](https://www.riverside-sleep.org/way/ 'title').", "See the way (riverside-sleep.org/way)."),
        (f"[One]({CLINIC}/way) and [two]({CLINIC}/way)", "One (riverside-sleep.org/way) and two "),
        (f"<{CLINIC}/way> or [this]({CLINIC}/way)", f"{CLINIC}/way or this "),
        ("www.riverside-sleep.org", "www.riverside-sleep.org "),
        ("[write to us](mailto:desk@riverside-sleep.org?subject=Hi)", "write to us (desk@riverside-sleep.org)"),
        ("[Mail desk@riverside-sleep.org](mailto:desk@riverside-sleep.org)", "Mail desk@riverside-sleep.org "),
        ("[Call us](tel:+12127365000)", "Call us (+1 212 736 5000)"),
        ("[(212) 736-5000](tel:+12127365000)", "(212) 736-5000 "),
        ("[988](tel:988)", "988 "),
        ("[Text us](sms:+12127365000?body=Hi)", "Text us (+1 212 736 5000)"),
        ("[Text 988](sms:988)", "Text 988 "),
        (f"[the way]({CLINIC}/%C3%BCber)", "the way (riverside-sleep.org/über)"),
    ],
)
def test_paper_gives_the_address_once(make, body, wanted):
    text = said(make, body)
    assert wanted in text
    after = text.split(wanted, 1)[1]
    assert not after.lstrip().startswith("("), text


def test_screens_and_transcript_do_not(make):
    made = make(f"See [the way]({CLINIC}/way).", "--format", "screen")
    assert not [path for path in made.screens if "/way" in png.description(path)]
    html = (made.directory / "lobby/transcript.html").read_text()
    assert f'<a href="{CLINIC}/way">the way</a>.' in html


def test_html_does_not(make):
    made = make(f"See [the way]({CLINIC}/way).", "--format", "standard", "--as", "html")
    assert ">the way</a>." in (made.directory / "print/sample.html").read_text()


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("[Call us](tel:+12127365000)", "Call us"),
        ("[Call 212 736 5000](tel:+12127365000)", "Call 212 736 5000"),
        ("[212 736 5000](tel:+12127365000)", "Call 212 736 5000"),
        ("[212 736 5000](sms:+12127365000)", "212 736 5000"),
        ("[Email us](mailto:desk@riverside-sleep.org)", "Email us"),
        ("<desk@riverside-sleep.org>", "Send an email to desk@riverside-sleep.org"),
        (f"[The way]({CLINIC}/way)", "The way (web page)"),
    ],
)
def test_a_spoken_name_says_no_word_twice(make, body, name):
    made = make(body, "--format", "standard")
    link = pdf.Document(made.pdf("sample")).root.find("Link")[0]
    assert link.alt == name
    assert [str(a.Contents) for a in link.annotations] == [name]


def quads(annotation):
    numbers = [float(n) for n in annotation.QuadPoints]
    return [numbers[i : i + 8] for i in range(0, len(numbers), 8)]


def test_the_lines_of_a_link_are_one_area(make):
    made = make(f"See [{LONG}]({CLINIC}/way) now.", "--format", "standard,large")
    for suffix in ("", "-large"):
        link = pdf.Document(made.pdf("sample", suffix)).root.find("Link")[0]
        (annotation,) = link.annotations
        left, bottom, right, top = (float(n) for n in annotation.Rect)
        parts = quads(annotation)
        assert len(parts) == len(pdf.lines(link.runs)) > 1
        for x1, y1, x2, y2, x3, y3, x4, y4 in parts:
            assert x1 == x3 < x2 == x4 and y1 == y2 > y3 == y4  # upper left, upper right, lower left, lower right
            assert left - 0.01 <= x1 and x2 <= right + 0.01 and bottom - 0.01 <= y3 and y1 <= top + 0.01
        for run in link.runs:
            inside = [q for q in parts if q[0] - 1 <= run.x and run.x + run.width <= q[2] + run.size / 2 and q[5] <= run.y <= q[1]]
            assert inside, run


def test_an_area_never_lies_on_another(make):
    made = make(f"See [{LONG}]({CLINIC}/way), [here]({CLINIC}/here).", "--format", "standard")
    links = pdf.Document(made.pdf("sample")).root.find("Link")
    rects = [[float(n) for n in a.Rect] for link in links for a in link.annotations]
    for i, (left, bottom, right, top) in enumerate(rects):
        for other in rects[:i]:
            assert right <= other[0] or other[2] <= left or top <= other[1] or other[3] <= bottom


def test_a_link_over_two_pages_has_an_area_on_each(make):
    many = " ".join(f"word{n}" for n in range(700))
    made = make(f"[{many}]({CLINIC}/way)", "--format", "standard")
    document = pdf.Document(made.pdf("sample"))
    link = document.root.find("Link")[0]
    assert len(link.annotations) == len(link.pages) > 1


def test_other_readers_find_the_areas(make):
    made = make(f"See [{LONG}]({CLINIC}/way), [here]({CLINIC}/here).", "--format", "standard")
    html = subprocess.run(
        ["pdftohtml", "-i", "-stdout", "-noframes", made.pdf("sample")], capture_output=True, text=True, check=True
    ).stdout
    assert f'href="{CLINIC}/way"' in html
    assert re.search(rf'href="{CLINIC}/here"[^>]*>(?:,&#160;)?here', html)  # it gives a blank between two to either


def test_quotations_are_told(make):
    made = make("> Nobody sleeps *badly* twice.", "--format", "standard,screen")
    (quote,) = pdf.Document(made.pdf("sample")).root.find("BlockQuote")
    assert pdf.squash(quote.text) == "Nobodysleepsbadlytwice."
    html = (made.directory / "lobby/transcript.html").read_text()
    assert re.search(r"<blockquote>\s*<p>Nobody sleeps", html)
