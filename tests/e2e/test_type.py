"""The typography of handouts, measured in the finished PDF (print-standards, table of rules)."""

import pathlib
import re
import shutil
import subprocess
from functools import lru_cache

import pytest

import labels
import lobby_show
import pdf
import program
from conftest import SAMPLES
from typeface import ARIAL_X_HEIGHT, arial_equivalent, renamed, x_height

# Format -> body size and floor in Arial-equivalent points, and the measure in characters.
PROFILES = {"": (14, 12, 75), "-large": (18, 18, 60), "-giant": (24, 24, 45)}
PROSE = ["long", "facts", "structure", "vietnamese"]
EVERY = [(name, suffix) for name in PROSE for suffix in PROFILES]
SIDE = 60  # the words; bands, tables and marks of headings stand out by 24
BLANK = 0.6  # at most, as a share of the em: a blank at the end of a line takes no room on paper


@pytest.fixture(scope="session")
def read(samples):
    @lru_cache(maxsize=None)
    def read(name, suffix):
        return pdf.Document(samples[name].pdf(name, suffix))

    return read


def paragraphs(document):
    return [n for n in document.root.find("P") if "Table" not in n.path and n.text.strip()]


def tagged_lines(document, page):
    """Lines of text of a page from the top down, without headers and footers."""
    runs = [run for run in document.pages[page].runs if run.node is not None]
    return pdf.lines(sorted(runs, key=lambda run: (-round(run.y, 1), run.x)))


@pytest.mark.parametrize("name, suffix", EVERY)
def test_nothing_is_smaller_than_the_floor(read, name, suffix):
    _, floor, _ = PROFILES[suffix]
    for run in read(name, suffix).runs:
        if run.text.strip() and "Andika" in run.font:
            assert arial_equivalent(run) >= floor - 0.05, run


@pytest.mark.parametrize("suffix", PROFILES)
def test_body_has_the_size_of_the_format(read, suffix):
    body, _, _ = PROFILES[suffix]
    sizes = {round(arial_equivalent(run), 1) for node in article_paragraphs(read("long", suffix)) for run in node.runs}
    assert len(sizes) == 1 and sizes.pop() == pytest.approx(body, abs=0.1)


def article_paragraphs(document):
    return [node for node in paragraphs(document) if len(node.text) > 80]


@pytest.mark.parametrize("name, suffix", EVERY)
def test_lines_keep_to_the_measure(read, name, suffix):
    """The measure is a width, reckoned with letters of average width: a line of narrow letters may
    hold a few more, but never more than the 80 of WCAG 1.4.8."""
    _, _, measure = PROFILES[suffix]
    lengths = []
    for node in paragraphs(read(name, suffix)):
        lengths += [len("".join(r.text for r in line).strip()) for line in pdf.lines(node.runs)[:-1]]
    assert max(lengths) <= min(80, measure * 1.1)
    assert sum(lengths) / len(lengths) <= measure
    assert max(lengths) >= measure * 0.6, "the measure is not used"


@pytest.mark.parametrize("name, suffix", EVERY)
def test_leading_is_open_and_even(read, name, suffix):
    for node in article_paragraphs(read(name, suffix)):
        lines = pdf.lines(node.runs)
        for above, below in zip(lines, lines[1:]):
            if above[0].page == below[0].page:
                gap = (above[0].y - below[0].y) / above[0].size
                assert 1.32 <= gap <= 1.75


@pytest.mark.parametrize("suffix", PROFILES)
def test_text_is_ragged_right(read, suffix):
    edges = []
    for node in article_paragraphs(read("long", suffix)):
        edges += [round(line[-1].x + line[-1].width) for line in pdf.lines(node.runs)[:-1]]
    assert len(edges) > 20
    assert max(edges.count(edge) for edge in set(edges)) < 0.3 * len(edges)


@pytest.mark.parametrize("suffix", PROFILES)
def test_lines_start_at_one_edge(read, suffix):
    starts = {round(line[0].x, 1) for node in article_paragraphs(read("long", suffix)) for line in pdf.lines(node.runs)}
    assert len(starts) == 1


@pytest.mark.parametrize("name, suffix", EVERY)
def test_no_word_is_hyphenated(read, name, suffix):
    for node in paragraphs(read(name, suffix)):
        for line in pdf.lines(node.runs)[:-1]:
            assert not re.search(r"\w[-\u2010\u00ad]\s*$", "".join(run.text for run in line)), line


@pytest.mark.parametrize("name, suffix", EVERY)
def test_no_face_is_italic(read, name, suffix):
    for run in read(name, suffix).runs:
        assert not re.search("Italic|Oblique", run.font)


@pytest.mark.parametrize("name, suffix", EVERY)
def test_margins_are_even(read, name, suffix):
    document = read(name, suffix)
    for run in document.runs:
        page = document.pages[run.page]
        if run.node is not None and run.text.strip():
            blanks = len(run.text) - len(run.text.rstrip())
            right = run.x + run.width - blanks * BLANK * run.size
            assert run.x >= SIDE - 0.1 and right <= page.width - SIDE + 0.1, run


@pytest.mark.parametrize("name, suffix", EVERY)
def test_heading_has_two_lines_after_it(read, name, suffix):
    document = read(name, suffix)
    notes = labels.of(SAMPLES[name])["my_notes"]  # whose lines have no words
    for heading in document.root.find("H1", "H2", "H3", "H4"):
        if heading.text.strip() == notes:
            continue
        last = list(heading.runs)[-1]
        below = [l for l in tagged_lines(document, last.page) if l[0].y < last.y - 0.5]
        assert len(below) >= 2 or last.page == len(document.pages) - 1, heading.text


@pytest.mark.parametrize("suffix", PROFILES)
def test_no_widows_and_orphans(read, suffix):
    document = read("long", suffix)
    split = [node for node in article_paragraphs(document) if len(node.pages) > 1]
    for node in split:
        for page in node.pages:
            assert len([l for l in pdf.lines(node.runs) if l[0].page == page]) >= 2, node.text
    assert len(document.pages) > 1


MORE_THAN_A_PAGE = {("vietnamese", "-giant")}  # its facts and labels, which a warning says


def contact_block(document, name):
    contact = labels.of(SAMPLES[name])["contact_heading"]
    (heading,) = [n for n in document.root.find("H2") if n.text.strip() == contact]
    return heading.parent


@pytest.mark.parametrize("name, suffix", EVERY)
def test_contact_block_is_whole_and_last(read, name, suffix):
    """Only a slip below it comes after it."""
    document = read(name, suffix)
    contact = contact_block(document, name)
    assert contact.role == "Sect" and (len(contact.pages) == 1 or (name, suffix) in MORE_THAN_A_PAGE)
    assert contact.pages[-1] == len(document.pages) - 1
    last_article_page = max(run.page for node in article_paragraphs(document) for run in node.runs)
    assert last_article_page <= contact.pages[0]


@pytest.mark.parametrize("name, suffix", EVERY)
def test_every_page_says_its_number(read, name, suffix):
    document = read(name, suffix)
    body = max(run.size for run in list(paragraphs(document)[-1].runs))
    count = len(document.pages)
    wording = labels.of(SAMPLES[name])["page_of"]
    for page in document.pages:
        footer = [run for run in page.runs if run.artifact is not None]
        words = " ".join(pdf.join(footer).split())
        said = wording.format(page=page.number + 1, pages=count)
        assert said in words
        numbers = [run for run in footer if run.text.strip() in said]
        assert numbers
        assert all(run.size >= body * 12 / 14 - 0.1 for run in numbers)


FACTS = re.compile(r"\+1 212 736 500\d|[\w-]+@riverside-sleep\.org|\w+ \d\d, 2027|\d+ mg")


@pytest.mark.parametrize("suffix", PROFILES)
def test_facts_stay_on_one_line(read, suffix):
    document = read("facts", suffix)
    lines = ["".join(run.text for run in line) for line in pdf.lines(document.root.runs)]
    wanted = FACTS.findall(SAMPLES["facts"])
    assert len(wanted) == 11
    for fact in wanted:
        assert any(fact in line for line in lines), fact


def test_paper_is_the_one_asked_for(make):
    letter = pdf.Document(make("Words.", "--format", "standard").pdf("sample"))
    assert (letter.pages[0].width, letter.pages[0].height) == (612, 792)
    a4 = pdf.Document(make("Words.", "--format", "standard", style="paper: a4\n").pdf("sample"))
    assert a4.pages[0].width == pytest.approx(595.28, abs=0.01)
    assert a4.pages[0].height == pytest.approx(841.89, abs=0.01)


def test_missing_telephone_becomes_a_line_to_write_on(make):
    """Twelve millimetres of room for handwriting, and the label; nothing else of the gaps shows."""
    result = make("Words.", "--format", "standard", clinic="name: Hillside Clinic\n")
    assert result.status == 0
    document = pdf.Document(result.pdf("sample"))
    (heading,) = [n for n in document.root.find("H2") if n.text.strip() == "Contact us"]
    texts = [n.text.strip() for n in heading.parent.find("P")]
    assert [text for text in texts if text] == ["Our phone number"]


def test_strict_makes_gaps_errors(make):
    lenient = make("Words.", clinic="name: Hillside Clinic\n")
    assert lenient.status == 0 and "contact-missing" in lenient.rules("warning")
    strict = make("Words.", "--strict", clinic="name: Hillside Clinic\n")
    assert strict.status == 1


def test_sizes_are_reckoned_with_the_face_asked_for(make):
    """Noto Sans has taller letters than Andika, so it is set smaller for the same apparent size."""
    result = make("Words that fill a line or two of the page, " * 5, "--format", "standard", style="font: Noto Sans\n")
    assert result.status == 0, result.err
    document = pdf.Document(result.pdf("sample"))
    (node,) = [n for n in document.root.find("P") if "fill a line" in n.text]
    run = next(node.runs)
    assert "NotoSans" in run.font
    assert run.size * x_height("Noto Sans") / ARIAL_X_HEIGHT == pytest.approx(14, abs=0.1)


def test_column_set_to_the_right_is_so_in_every_script(make):
    table = "| English | In Arabic |\n|---|---:|\n| Sleep | نوم |\n| Rest | راحة |\n"
    result = make(table, "--format", "standard")
    boxes = subprocess.run(["pdftotext", "-bbox", result.pdf("sample"), "-"], capture_output=True, text=True)
    ends, rows = {}, {}  # by word; by line, for letters that poppler parts
    for end, foot, word in re.findall(r'xMax="([\d.]+)" yMax="([\d.]+)">(.+?)</word>', boxes.stdout):
        ends[word] = float(end)
        if re.search("[\u0600-\u06ff]", word):
            rows[foot] = max(rows.get(foot, 0), float(end))
    assert len(rows) == 2
    assert all(end == pytest.approx(ends["Arabic"], abs=0.5) for end in rows.values()), (rows, ends)
    assert ends["Sleep"] < ends["Arabic"] - 100


@pytest.mark.parametrize("words", ["It does not hurt. It is loud.", "You will hear that it is loud."])
def test_a_paragraph_ends_with_more_than_a_word(make, words):
    """Narrower lines, not more of them, leave the last one at least 15 % of the measure."""
    made = make(f"An MRI takes pictures of the inside of your body. {words}", "--format", "standard")
    (text,) = [node for node in pdf.Document(made.pdf("sample")).root.find("P") if "MRI" in node.text]
    ends = {}
    for run in text.runs:
        ends[round(run.y, 1)] = max(ends.get(round(run.y, 1), 0), run.x + run.width)
    *_, last = [ends[y] for y in sorted(ends, reverse=True)]
    assert len(ends) == 2 and last - 60 >= 0.15 * 492


@pytest.mark.parametrize(
    "family, name, wanted",
    [
        ("Odd Face", "OddFace-Book", "OddFace-Book"),
        ("Odd Face", None, "Odd-Face"),
        ("Odd Face", "O" * 300, "O" * 63),
        ("é" * 140, None, "é" * 31),
    ],
    ids=["named", "without a name", "a long one", "a long family"],
)
def test_the_name_of_any_face_is_one_in_pdf_and_json(tmp_path, family, name, wanted):
    """A name has 127 bytes at most in PDF (ISO 32000-1, annex C), and both are UTF-8."""
    andika = pathlib.Path("/usr/share/fonts/truetype/andika/Andika-Regular.ttf")
    names = {1: family, 2: "Regular", 4: family} | ({6: name} if name else {})
    shutil.copy(program.ROOT / "fonts/fonts.conf", tmp_path)
    (tmp_path / "odd.ttf").write_bytes(renamed(andika.read_bytes(), names))
    content = program.write_content(tmp_path / "content", {"one": program.article("Words.")}, style=f"font: {family}\n")
    for out in (tmp_path / "first", tmp_path / "again"):
        made = program.render(content, out, "--fonts", tmp_path / "fonts.conf", "--format", "standard,screen")
        assert made.status == 0, made.err
        fonts = {font.BaseFont for font in pdf.Document(made.pdf("one")).pdf.objects if "/BaseFont" in font}
        assert {str(font)[8:] for font in fonts} == {wanted}
        assert [font["family"] for font in lobby_show.manifest(out / "lobby")["fonts"]] == [wanted]
