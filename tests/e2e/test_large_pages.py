"""Large and giant pages are filled by sense, heads name the clinic, and pictures have round corners."""

import io
import subprocess

import numpy
import pytest
from PIL import Image

import clinics
import pdf
import program
from conftest import CLINIC_SOURCE
from test_sheets import PREPARE, SCANNER, SHORT

LONG = "\n\n".join(f"Paragraph {n} is here to fill the page and the next." for n in range(60))
INCH = 72


def heads(document):
    """The words of the running heads, from the second page on."""
    for page in document.pages[1:]:
        yield " ".join(pdf.join(r for r in page.runs if r.artifact is not None and r.y > 714).split())


def raster(path, number, tmp_path, dpi=200):
    stem = tmp_path / "page"
    subprocess.run(["pdftoppm", "-r", str(dpi), "-f", str(number), "-l", str(number), "-singlefile", path, stem], check=True)
    return numpy.asarray(Image.open(f"{stem}.ppm").convert("RGB")).astype(int)


@pytest.mark.parametrize(
    "size, title, kept",
    [
        ("standard", "Starting sertraline: how to take it", "Starting sertraline: how to take it"),
        ("large", "Sertraline: how to take it", "Sertraline"),
        ("standard", "What you can do yourself before and after your first visit to us", "What you can do"),
    ],
)
def test_running_heads_keep_the_clinic(make, size, title, kept):
    made = make(LONG, "--format", size, title=title, clinic=clinics.BUSY)
    for head in heads(pdf.Document(made.pdf("sample", "" if size == "standard" else f"-{size}"))):
        assert kept in head and "Riverside Community Health Center" in head
        assert ("how to take it" in head) == ("how to take it" in kept)


def test_a_large_print_with_a_picture_is_one_sheet(make):
    made = make(PREPARE, "--format", "large", title="Preparing for your MRI", clinic=clinics.BUSY, files=SCANNER)
    assert len(pdf.Document(made.pdf("sample", "-large")).pages) == 2


def test_parts_of_a_contact_block_are_alike(make):
    """No page holds the crisis line and nothing else but lines to write on."""
    made = make(SHORT, "--format", "giant", clinic=clinics.BUSY, lang="es")
    pages = pdf.Document(made.pdf("sample", "-giant")).pages
    words = " ".join(pdf.join(pages[-1].runs).split())
    assert "988" in words and "Horario de atención" in words


@pytest.mark.parametrize("size", ["standard", "booklet-reading"])
def test_corners_of_pictures_are_round(make, tmp_path, size):
    black = io.BytesIO()
    Image.new("RGB", (600, 800)).save(black, "PNG")
    made = make("Words.\n\n![A dark room](dot.png)", "--format", size, files={"dot.png": black.getvalue()})
    path = made.pdf("sample", "" if size == "standard" else f"-{size}")
    (number,) = [n for n, page in enumerate(pdf.Document(path).pages, 1) if "Words." in pdf.join(page.runs)]
    dark = raster(path, number, tmp_path).max(axis=2) < 40
    rows = numpy.where(dark.sum(axis=1) > 200)[0]
    top = rows[0]
    columns = numpy.where(dark[rows[len(rows) // 2]])[0]
    corner = raster(path, number, tmp_path)[top - 3 : top + 4, columns[0] - 3 : columns[0] + 4]
    assert corner.min() > 250  # 7 pixels of a radius of 22


def test_inside_panels_begin_with_a_rule(make, tmp_path):
    made = make(CLINIC_SOURCE.split("---\n", 2)[2], "--format", "brochure")
    page = raster(made.pdf("sample", "-brochure"), 2, tmp_path, INCH)
    for left, right in ((45, 235), (300, 490), (555, 745)):  # within the columns
        dark = (page[:, left:right] == (0x0B, 0x4A, 0x5E)).all(axis=(1, 2))
        assert 30 <= dark.argmax() <= 38 and dark[dark.argmax() + 1], left


POINTS = 'key_points: ["Take it once a day.", "Do not stop suddenly. Call us first."]\n'


@pytest.fixture(params=["large", "giant"])
def first_page(request, tmp_path):
    """Few words, then cards that do not fit below them."""
    article = program.article(f"Few words.\n\n## Next\n\n{CARDS}", front=POINTS if request.param == "large" else "")
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinics.BUSY)
    made = program.render(content, tmp_path / "out", "--format", request.param)
    return request.param, made.pdf("sample", f"-{request.param}"), tmp_path


CARDS = f"| Day |{' 8 am |' * 11}\n|---|{'---|' * 11}\n" + "".join(f"| {n} |{' 25 mg |' * 11}\n" for n in range(1, 4))
NUMBER = "503 234 5678"


def test_whom_to_call_stands_at_the_foot_of_a_large_first_page(first_page):
    """Where it has room, as decoration: the contact block says it. The head then need not."""
    size, path, tmp_path = first_page
    document = pdf.Document(path)
    runs = [run for run in document.pages[0].runs if NUMBER in run.text]
    assert [run.node for run in runs] == [None] and runs[0].y < 792 / 3, size
    assert runs[0].size >= (33 if size == "large" else 42)
    assert "988" in " ".join(run.text for run in document.pages[0].runs if run.artifact is not None)
    assert document.root.text.count(NUMBER) == 1


def test_that_band_is_clear_of_the_foot(first_page):
    _, path, tmp_path = first_page
    page = raster(path, 1, tmp_path, INCH)
    band = numpy.flatnonzero((page[:, 45] == (0x0B, 0x4A, 0x5E)).all(axis=1))[-1]
    rule = [y for y in range(band + 2, 780) if (page[y, 62:550].max(axis=1) < 235).all()]
    assert rule and 3 <= rule[0] - band <= 16


def test_a_band_of_a_page_is_clear_of_its_head(make, tmp_path):
    made = make(SHORT, "--format", "giant", clinic=clinics.BUSY + "verified_on: 2026-11-20\n")
    path = made.pdf("sample", "-giant")
    page = raster(path, len(pdf.Document(path).pages), tmp_path, INCH)
    ground = numpy.flatnonzero((page[:, 45] < 255).any(axis=1))
    rule = next(y for y in range(40, 200) if (page[y, 62:550].max(axis=1) < 235).all())
    assert ground[0] - rule >= 12
