"""What room is left over goes to: larger pictures, lists in one piece, notes below a full page."""

import numpy
import pytest

import clinics
import folding
import labels
import pdf
import program
from test_page_ends import ARABIC_LEAD, ARABIC_POINTS, ARABIC_SHEET, ARABIC_TITLE, POINTS, SPANISH, SPANISH_TITLE
from test_sheets import MEDICINE, PREPARE, QUESTIONS, SCANNER

SPARE, COLUMN = 192, 207  # [pt] widths of a high picture beside text, and of the column of a panel, about


def made(tmp_path, article, formats):
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinics.BUSY, files=SCANNER)
    result = program.render(content, tmp_path / "out", "--format", formats)
    assert result.status == 0, result.err
    return result


def pictures(path):
    """Width of each picture that is higher than wide. [pt]"""
    boxes = [[float(value) for value in node.attribute("/BBox")] for node in pdf.Document(path).root.find("Figure")]
    return [right - left for left, foot, right, top in boxes if top - foot > 1.1 * (right - left)]


def test_little_text_leaves_pictures_the_width_of_their_panel(tmp_path):
    result = made(tmp_path, program.article(PREPARE, title="Preparing for your MRI"), "brochure")
    (width,) = pictures(result.pdf("sample", "-brochure"))
    assert width > SPARE and width == pytest.approx(COLUMN, abs=6)


def test_booklets_give_pictures_the_room_they_have(tmp_path):
    result = made(tmp_path, program.article(PREPARE, title="Preparing for your MRI"), "booklet-reading")
    (width,) = pictures(result.pdf("sample", "-booklet-reading"))
    assert width > SPARE


def test_a_page_of_a_booklet_is_full_before_notes_are(tmp_path):
    """The sections fill the first page; the rest stands above lines to write on."""
    article = program.article(ARABIC_SHEET, title=ARABIC_TITLE, lang="ar", front=ARABIC_LEAD + ARABIC_POINTS)
    document = pdf.Document(made(tmp_path, article, "booklet-reading").pdf("sample", "-booklet-reading"))
    pages = {node.text.strip(): node.pages for node in document.root.find("H2")}
    words = labels.of("lang: ar")
    assert pages[words["key_points"]] == pages["قبل أن تأتي"] == [1]
    assert pages["في يوم الفحص"] == pages[words["my_notes"]] == [2]


def test_a_page_of_a_booklet_that_ends_early_has_lines(tmp_path):
    """On a tint below what the key points leave, since the list behind them stays in one piece; nobody hears them."""
    article = program.article(SPANISH, title=SPANISH_TITLE, lang="es", front=POINTS)
    path = made(tmp_path, article, "booklet-reading").pdf("sample", "-booklet-reading")
    page, sheet = pdf.Document(path).pages[1], numpy.asarray(folding.rasters(path, 72, tmp_path)[1]).astype(int)
    (heading,) = [run for run in page.runs if run.text.strip() == "Mis notas"]
    assert heading.node is None and heading.y < min(run.y for run in page.runs if run.node)
    top = round(page.height - heading.y)
    column = sheet[top + 10 : round(page.height) - 80, round(heading.x) + 5]
    assert abs(numpy.median(column) - 239) <= 4
    assert ((column[1:] < 215) & (column[:-1] >= 215)).sum() >= 3  # lines
    before = sheet[top - 12 : top, round(heading.x) - 8 : round(heading.x) - 1]
    assert before.min() > 225  # nothing stands in the way of the heading


def test_a_page_of_a_handout_that_ends_early_has_lines(tmp_path):
    """The box with the crisis line has no room below when to call, and stays in one piece; nobody hears the lines."""
    article = program.article(MEDICINE, title="Starting sertraline: how to take it", front=QUESTIONS)
    path = made(tmp_path, article, "giant").pdf("sample", "-giant")
    document = pdf.Document(path)
    found = [(page, run) for page in document.pages for run in page.runs if run.text.strip() == "My notes" and run.node is None]
    assert found
    for page, heading in found:
        said = [run for run in page.runs if run.node]
        assert heading.y < min(run.y for run in said if run.y > 70) and page.number + 1 < len(document.pages)
        sheet = numpy.asarray(folding.rasters(path, 72, tmp_path)[page.number]).astype(int)
        column = sheet[round(page.height - heading.y) + 10 : 724, 64]
        assert abs(numpy.median(column) - 239) <= 4
        assert ((column[1:] < 215) & (column[:-1] >= 215)).sum() >= 3


@pytest.mark.parametrize("suffix, sentences", [("-large", 56), ("-giant", 64)])
def test_lines_below_a_text_go_down_to_the_foot(tmp_path, suffix, sentences):
    """Of a page without a band; the last is not so near the rule of the foot that it is taken for it."""
    article = program.article("You can drive home afterwards, and rest. " * sentences)
    path = made(tmp_path, article, suffix[1:]).pdf("sample", suffix)
    (heading,) = [node for node in pdf.Document(path).root.find("H2") if node.text.strip() == "My notes"]
    rows = numpy.asarray(folding.rasters(path, 72, tmp_path)[heading.pages[0]])[:, 62:550]
    lines = [y for y in range(1, len(rows)) if (rows[y] < 250).all() and not (rows[y - 1] < 250).all()]
    *written, rule = lines
    assert len(written) > 12 and 705 < rule < 740 and 15 <= rule - written[-1] <= 60, lines


def test_questions_with_lines_are_in_one_piece(tmp_path):
    """Wherever the text above them ends."""
    text = "Each visit lasts about 20 to 40 minutes. You can drive home afterwards, and rest.\n\n"
    articles = {f"sample-{n}": program.article(text * n, front=QUESTIONS) for n in range(8, 26)}
    content = program.write_content(tmp_path / "content", articles, clinic=clinics.BUSY)
    result = program.render(content, tmp_path / "out", "--format", "standard")
    for name in articles:
        document = pdf.Document(result.pdf(name))
        asked = [node for node in document.root.find("LI") if node.text.strip().endswith("?")]
        assert len(asked) == 2 and len({page for node in asked for page in node.pages}) == 1, name


@pytest.mark.parametrize("suffix", ["", "-large"])
def test_short_lists_are_whole(tmp_path, suffix):
    """Wherever a page ends: each of many sections has one of four items."""
    items = "\n".join(f"- {words}" for words in ("Eat before you come.", "Bring a list.", "Wear loose clothes.", "Take out hearing aids."))
    text = "Each visit lasts about 20 to 40 minutes. You can drive home afterwards, and rest. "
    body = "\n\n".join(f"## Part {n}\n\n{text * (3 + n % 5)}\n\n{text * 2}\n\n{items}" for n in range(1, 13))
    document = pdf.Document(made(tmp_path, program.article(body), "standard,large").pdf("sample", suffix))
    lists = [node for node in document.root.find("L") if len(node.find("LI")) == 4]
    assert len(lists) == 12
    assert [node.pages for node in lists if len(set(node.pages)) > 1] == []
