"""The brochure's room: what is over or too little is told with its cure, and how to print it."""

import json
import re
import subprocess

import numpy
import pytest

import clinics
import folding
import pdf
import program
from leaflets import paragraphs


@pytest.mark.parametrize("style", ["paper: letter\n", "paper: a4\nfold: z\n"])
def test_overflow_says_by_how_many_words(make, style):
    """As many words fewer fit; a few lines more than that do not."""
    result = make(paragraphs(1000), "--format", "brochure", style=style)
    assert result.status == 1 and not result.pdfs
    (error,) = [f for f in result.findings if f["severity"] == "error"]
    assert error["rule"] == "overflow" and "'booklet'" in error["message"] and "12 pt" in error["message"]
    over = int(re.search(r"brochure: (\d+) words do not fit", error["message"])[1])
    assert make(paragraphs(1000 - over), "--format", "brochure", style=style).status == 0
    assert make(paragraphs(1000 - over + 40), "--format", "brochure", style=style).status == 1


def test_too_little_text_is_told_with_what_holds_it(make):
    """A full inside is nothing to tell of."""
    for words, empty in ((20, "3 of them hold nothing but lines"), (190, "2 of them hold nothing but lines"), (600, None)):
        result = make(paragraphs(words), "--format", "brochure")
        assert result.status == 0
        told = [f for f in result.findings if f["rule"] == "panels-empty"]
        assert bool(told) == bool(empty)
        for note in told:
            assert note["severity"] == "note" and empty in note["message"]
            assert "'standard'" in note["message"]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("words", [20, 60, 100, 130, 160, 190])
def test_what_is_offered_instead_of_empty_panels_is_one_sheet(make, paper, words):
    """Printed on one side, or folded once: all words of the article are on it."""
    result = make(paragraphs(words), "--format", "brochure,standard,booklet,json", style=f"paper: {paper}\n")
    report = json.loads(result.out)
    (told,) = [f["message"] for f in report["findings"] if f["rule"] == "panels-empty"]
    card = "a card of two panels" in told and "'booklet'" in told
    assert card or words > 100
    files = {file["format"]: file for file in report["files"]}
    assert files["standard"]["pages"] == 1 and files["standard"]["printing"] == "one-sided, 100 %"
    assert not card or (files["booklet"]["sheets"] == 1 and files["booklet"]["pages"] == 2)
    for suffix in ("", "-booklet"):
        text = pdf.Document(result.pdf("sample", suffix)).root.text
        assert all(word in text for word in paragraphs(words).split())


def test_overflow_of_one_product_leaves_the_others(make):
    result = make(paragraphs(1000), "--format", "brochure,booklet")
    assert result.status == 1
    assert [path.name for path in result.pdfs] == ["sample-booklet.pdf"]


def test_report_says_how_to_print_and_the_paper_does_not(make):
    """Flipping on the long edge would print the inside upside down; patients need not know."""
    advice = "two-sided, flip on short edge, 100 %"
    result = make("Words.", "--format", "brochure,booklet")
    assert sum(advice in line for line in result.out.splitlines()) == 2
    report = json.loads(make("Words.", "--format", "brochure,booklet,json").out)
    assert [file["printing"] for file in report["files"]] == [advice] * 2
    for path in result.pdfs:
        text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        assert "Words." in text and "two-sided" not in text and "flip" not in text


def test_services_give_way_where_that_is_enough(make):
    clinic = program.CLINIC + "".join("  - Sleep studies at home\n" for _ in range(30))
    result = make("Words.", "--format", "brochure", clinic=clinic)
    assert result.status == 0 and "services-left-out" in result.rules("note")
    document = pdf.Document(result.pdf("sample", "-brochure"))
    assert "Sleep studies" not in document.root.text and "desk@" in document.root.text


def test_what_is_left_without_services_is_told_with_what_has_them(make):
    """One line an article, in the order of the alphabet; what it names does have them, and no other product lacks them."""
    clinic = program.CLINIC + "".join("  - Sleep studies at home\n" for _ in range(30))
    result = make(paragraphs(150), "--format", "standard,large,brochure,booklet,html,text", clinic=clinic)
    (line,) = [line for line in result.err.splitlines() if "[services-left-out]" in line]
    products, _, said = line.partition(": note: ")[2].partition(": ")
    assert "brochure" in products and products.split(", ") == sorted(products.split(", ")) and "'html' and 'text' have them" in said
    for path in (result.directory / "web").glob("sample.*"):
        assert "Sleep studies at home" in path.read_text()
    for path in result.pdfs:
        product = path.stem.removeprefix("sample").strip("-") or "standard"
        assert ("Sleep studies" not in pdf.Document(path).root.text) == (product in products.split(", "))


def test_overflow_names_the_place_and_the_cure(make):
    long = program.CLINIC.replace("12 Harbour Street", "12 Harbour Street " * 90)
    result = make("Words.", "--format", "brochure", clinic=long)
    (error,) = [f for f in result.findings if f["severity"] == "error"]
    assert error["path"].endswith("sample.md") and "the contact block does not fit" in error["message"]
    assert "'services', which gave way" in error["message"] and "'standard'" in error["message"]
    result = make("Words.", "--format", "brochure", clinic=long.partition("services:")[0])
    (error,) = [f for f in result.findings if f["severity"] == "error"]
    assert "the contact block does not fit" in error["message"] and "services" not in error["message"]
    result = make("Words.", "--format", "brochure", title="A very long title " * 60)
    messages = [f["message"] for f in result.findings if f["severity"] == "error"]
    assert any("the title does not fit the cover" in m and "shorten 'title'" in m for m in messages)


SIGNS = """\
Your doctor has prescribed this. It helps.

## How to take it

1. Take it with a glass of water.
2. Keep the tablets in their box.

## Call us the same day if you have

- [ ] a rash
- [ ] a very fast heartbeat
"""
FRONT = 'key_points: ["Take it once a day.", "Do not stop suddenly. Call us first."]\n'


@pytest.fixture
def leaflet(tmp_path):
    article = program.article(SIGNS, title="Starting it", front=FRONT)
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinics.BUSY)
    made = program.render(content, tmp_path / "out", "--format", "brochure")
    assert made.status == 0, made.err
    return made.pdf("sample", "-brochure")


def test_panels_stand_out_on_narrow_pages(leaflet, tmp_path):
    """Key points in a frame, with ticks, and when to call below a dark bar, with a whole number."""
    document = pdf.Document(leaflet)
    outside, inside = (numpy.asarray(page) for page in folding.rasters(leaflet, 72, tmp_path))
    points = [run for node in document.root.find("LI") if "once a day" in node.text for run in node.runs]
    assert all("Bold" in run.font for run in points)
    (call,) = [run for run in document.runs if run.node and "Call us the same" in run.text]
    assert inside[round(612 - call.y) + 4, round(call.x) : round(call.x + 60)].min() < 100
    numbers = [run.text for run in document.pages[1].runs if run.node is None and "503" in run.text]
    assert numbers == ["+1 503 234 5678"]


def test_the_rest_of_the_flap_is_for_questions(leaflet):
    heads = {run.text for run in pdf.Document(leaflet).pages[0].runs if run.node is None}
    assert "My own questions" in heads and "My notes" not in heads


def test_the_number_of_a_crisis_line_stays_large_in_narrow_strips(tmp_path):
    article = program.article("Beba agua.", title="Agua", lang="es")
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinics.BUSY)
    made = program.render(content, tmp_path / "out", "--format", "brochure")
    (number,) = [run for run in pdf.Document(made.pdf("sample", "-brochure")).runs if run.node and run.text.strip() == "988"]
    assert number.size == pytest.approx(14.84, abs=0.05)


OPENING = "Each visit lasts about 20 to 40 minutes. You can drive home afterwards, and rest."


@pytest.mark.parametrize(
    "body, tinted",
    [
        (OPENING + "\n\n## First\n\nEat before you come.\n", True),
        (OPENING + "\n\n- Eat before you come.\n\n## First\n\nBring a list.\n", False),
        ("## First\n\n" + OPENING + "\n", False),
        (None, False),  # so long that the ground would part a sentence
    ],
    ids=["short", "list", "heading", "long"],
)
def test_what_stands_before_the_first_section_has_a_ground_where_there_is_room(tmp_path, body, tinted):
    """Below the rule that all columns begin with; it costs neither size nor whole sections."""
    own = (program.ROOT / "content/treatment-resistance.md").read_text()
    article = program.article(body) if body else own
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinics.BUSY)
    made = program.render(content, tmp_path / "out", "--format", "brochure")
    document = pdf.Document(made.pdf("sample", "-brochure"))
    _, inside = (numpy.asarray(page).astype(int) for page in folding.rasters(made.pdf("sample", "-brochure"), 72, tmp_path))
    first = next(run for run in document.pages[1].runs if run.node)
    ground = inside[round(612 - first.y) + 6, round(first.x) - 5]
    assert (abs(ground - 239) <= 3) == tinted and (ground > 252) != tinted
    assert inside[32:38, 40:240].min(axis=0).max() < 100
    if not body:
        ends = [[run for run in page_runs if run.node][-1].text.rstrip() for page_runs in columns(document.pages[1].runs)]
        assert all(text.endswith(".") for text in ends), ends


def columns(runs):
    """Those of each column of the inside, from left to right."""
    return [[run for run in runs if left <= run.x < left + 264] for left in (0, 264, 528)]
