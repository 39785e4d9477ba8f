"""Panels of booklets: what must stand out does, with the numbers that it needs, on small pages too."""

import re
import subprocess

import pytest

import clinics
import pdf
import program

CALL = """\
It helps with low mood and worry.

> [!WARNING]
> Do not stop suddenly.

## Call us the same day if you have

- [ ] a rash
- [ ] shaking or a very fast heartbeat
"""
FRONT = "key_points: [Take it once a day., Do not stop suddenly.]\n"
SPANISH = "Una resonancia toma imágenes.\n\n## Antes de venir\n\n- Quítese las joyas.\n- Puede comer y beber.\n"
ABOUT = """\
version: "1.2"
reviewed: 2026-10-01
review_due: 2028-10-01
producer: Riverside Community Health Center
approved_by: Medicines team
sources: ["U.S. National Library of Medicine, MedlinePlus, Sertraline"]
"""


@pytest.fixture
def made(tmp_path):
    """One article of a clinic that has every fact, in the formats asked for."""

    def make(body, formats, front="", lang="en-US", clinic=clinics.BUSY):
        articles = {"sample": program.article(body, lang=lang, front=front)}
        content = program.write_content(tmp_path / "content", articles, clinic=clinic)
        return program.render(content, tmp_path / "out", "--format", formats)

    return make


def texts(path):
    """The words of each page, as they lie there."""
    words = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout
    return words.split("\f")[:-1]


@pytest.mark.parametrize("kind, suffix", [("booklet-reading", "-booklet-reading"), ("standard", ""), ("giant", "-giant")])
def test_when_to_call_stands_beside_the_number(made, kind, suffix):
    result = made(CALL, kind, FRONT)
    pages = texts(result.pdf("sample", suffix))
    (page,) = [n for n, words in enumerate(pages) if "a rash" in words]
    behind = pages[page].partition("a rash")[2]
    assert "+1 503 234 5678" in behind + pages[page + 1][: -1 if page + 2 < len(pages) else 0]
    assert "Call or text" in " ".join(pages[page : page + 2])


def test_one_that_takes_no_texts_is_not_said_to(made):
    clinic = clinics.BUSY.replace('    text: "988"\n', "")
    result = made(CALL, "standard", clinic=clinic)
    words = " ".join(texts(result.pdf("sample", "")))
    assert "988" in words and "or text" not in words


def test_lines_that_differ_all_stand_in_the_box(made):
    clinic = clinics.BUSY.replace('    text: "988"\n', '    text: "741741"\n')
    clinic += '  - name: Nurse line\n    telephone: "+1 503 234 5699"\n'
    result = made(CALL, "standard,booklet-reading", clinic=clinic)
    for suffix in ("", "-booklet-reading"):
        words = " ".join(texts(result.pdf("sample", suffix)))
        for number in ("741741", "+1 503 234 5699"):
            assert words.count(number) == 2, (suffix, number)  # in the box and with the other facts


def test_panels_are_frames_on_small_pages(made):
    result = made(CALL, "booklet-reading", FRONT)
    document = pdf.Document(result.pdf("sample", "-booklet-reading"))
    (aside,) = document.root.find("Aside")
    assert len(aside.pages) == 1
    assert "Key points" in texts(result.pdf("sample", "-booklet-reading"))[1]


def test_the_back_has_the_number_and_every_row_of_hours(made):
    result = made(SPANISH, "booklet-reading", lang="es")
    pages = texts(result.pdf("sample", "-booklet-reading"))
    assert len(pages) == 4
    assert "+1 503 234 5678" in pages[-1]
    assert re.search(r"lunes a viernes de 8:30 a 12:00\n +de 13:00 a 17:30", pages[-1])
    assert re.search(r"sábado +de 9:00", pages[-1])


@pytest.mark.parametrize("lines", range(3, 13, 3))
def test_who_made_it_stays_together(made, lines):
    body = "\n\n".join(f"Paragraph {n} is here to fill the page." for n in range(lines))
    result = made(body, "booklet-reading", ABOUT)
    pages = texts(result.pdf("sample", "-booklet-reading"))
    (page,) = [words for words in pages if "About this handout" in words]
    assert "Next review due" in page and "MedlinePlus" in page


@pytest.mark.parametrize("suffix, page", [("", 0), ("-large", 0), ("-giant", 0), ("-booklet-reading", 1)])
def test_the_crisis_box_may_stand_first(tmp_path, suffix, page):
    """`crisis: first`: before the words, once, and as decoration, for the contact block says it."""
    article = program.article(CALL, title="Low mood", front="kind: article\ncrisis: first\n")
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinics.BUSY)
    made = program.render(content, tmp_path / "out", "--format", "standard,large,giant,booklet-reading")
    document = pdf.Document(made.pdf("sample", suffix))
    boxes = [run for run in document.runs if run.text.strip() == "988" and run.node is None and run.size > 45]
    assert [run.page for run in boxes] == [page]
    words = [run for run in document.pages[page].runs if run.node and run.node.role == "P" and run.size < 26 and run.y < 640]
    assert words and boxes[0].y > words[0].y
