"""The booklet as paper: printed on both sides, folded, stapled, leafed through; and its twin for
reading on screens, page by page."""

import re

import numpy
import pytest

import clinics
import folding
import labels
import markdown
import pdf
import program
from conftest import CLINIC_SOURCE, PICTURES, SAMPLES
from leaflets import LEAD, SHORT, TABLE
from typeface import arial_equivalent

DPI = 72
EDGE = 0.5 * folding.INCH  # white at the outer edges, and what the fold has at each side
MOST_PAGES = 20

ARTICLES = {
    "journey": CLINIC_SOURCE,
    "lead": CLINIC_SOURCE.replace("---\n", "---\n" + LEAD, 1),
    "table": program.article(TABLE, title="What to expect"),
    "short": program.article(SHORT),
    "long": SAMPLES["long"],
    "arabic": SAMPLES["arabic"],
}
PAPERS = sorted(folding.SHEETS)
EVERY = [(name, paper) for paper in PAPERS for name in ARTICLES]


@pytest.fixture(scope="session")
def booklet(tmp_path_factory):
    """Paths of finished booklets by article and paper: the printed one and the one to read."""
    base = tmp_path_factory.mktemp("booklets")
    made = {}
    for paper in PAPERS:
        content = program.write_content(base / paper, ARTICLES, style=f"paper: {paper}\n", files=PICTURES)
        result = program.render(content, base / f"{paper}-out", "--format", "booklet,booklet-reading")
        assert result.status == 0, result.err
        for name in ARTICLES:
            made[name, paper] = result.pdf(name, "-booklet"), result.pdf(name, "-booklet-reading")
    return lambda *key: made[key]


@pytest.fixture(scope="session")
def read(booklet):
    documents = {}

    def read(*key):
        if key not in documents:
            documents[key] = [pdf.Document(path) for path in booklet(*key)]
        return documents[key]

    return read


def is_rtl(name):
    return name == "arabic"


@pytest.mark.sample(1)
@pytest.mark.parametrize("name, paper", [("journey", "letter"), ("table", "a4")])
def test_folded_sheets_read_in_order(booklet, tmp_path, name, paper):
    """Printed, cut at the fold, put in the order of leafing through and read by their pixels."""
    sides = folding.rasters(booklet(name, paper)[0], folding.READING_DPI, tmp_path)
    width = folding.SHEETS[paper][0] / 2
    order = folding.leaves(len(sides))
    pages = [folding.cut(sides[side], half * width, (half + 1) * width) for side, half in order]
    texts = folding.read(pages)
    found = folding.words(" ".join(re.sub(r"(.*)Page \d+ of \d+(.*)", "", text) for text in texts))
    wanted = folding.words(" ".join([*markdown.words(ARTICLES[name]), "Contact us Riverside Sleep Clinic"]))
    wanted = [w for w in wanted if w not in folding.words("Two people talk in a quiet room")]
    assert folding.in_order(found, wanted) > 0.96
    for number, text in enumerate(texts[1:-1], 2):
        assert re.search(rf"Page {number} of|(?m:^{number} )|(?m: {number}$)", text)


@pytest.mark.parametrize("name, paper", EVERY)
def test_folded_halves_carry_the_pages(read, name, paper):
    """Every half of a sheet shows what the page has that a reader finds there, marks at their
    places: also where the booklet is bound at the right."""
    printed, reading = read(name, paper)
    pages = len(reading.pages)
    assert pages % 4 == 0 and len(printed.pages) == pages / 2
    width = folding.SHEETS[paper][0] / 2
    for page, (side, half) in zip(reading.pages, folding.leaves(pages // 2, is_rtl(name))):
        here = [r for r in printed.pages[side].runs if (r.x >= width) == (half == 1)]
        shown = sorted(((r.text, r.y, r.x - half * width) for r in here))
        wanted = sorted((r.text, r.y, r.x) for r in page.runs)
        assert [text for text, _, _ in shown] == [text for text, _, _ in wanted]
        for (_, y, x), (_, at_y, at_x) in zip(shown, wanted):
            assert (y, x) == pytest.approx((at_y, at_x), abs=0.1)


@pytest.mark.parametrize("name, paper", EVERY)
def test_imposing_leaves_the_tree_alone(read, name, paper):
    printed, reading = read(name, paper)
    trees = [
        [(n.role, n.lang, n.alt, pdf.squash(n.text), len(n.annotations)) for n in d.root.walk()]
        for d in (printed, reading)
    ]
    assert trees[0] == trees[1]
    assert printed.outline == reading.outline and printed.outline
    assert printed.bare == [] and reading.bare == []


@pytest.mark.parametrize("name, paper", EVERY)
def test_words_come_in_the_article_s_order(read, name, paper):
    """From the tags of the printed sheets, each paragraph in one element."""
    document = read(name, paper)[0]
    found = [pdf.squash(node.text) for node in document.root.walk() if "TOC" not in node.path]
    blocks = [b for b in markdown.blocks(ARTICLES[name], heard=True) if "Figure" not in b.roles]
    wanted = [pdf.squash(text) for text in [markdown.title(ARTICLES[name]), *(b.text for b in blocks)]]
    places = [found.index(text) for text in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize("name, paper", EVERY)
def test_back_cover_has_the_contact_block_after_pages_for_notes(booklet, read, tmp_path, name, paper):
    """Which have lines down to their foot, and one heading in all, below the text where that ends early."""
    _, document = read(name, paper)
    words = labels.of(ARTICLES[name])
    contact = labels.of(ARTICLES[name])["contact_heading"]
    (heading,) = [n for n in document.root.find("H2") if n.text.strip() == contact]
    last = len(document.pages) - 1
    assert heading.parent.pages == [last]
    empty = [page.number for page in document.pages if not [r for r in page.runs if r.artifact is None]]
    titles = [n for n in document.root.find("H2") if n.text.strip() == words["my_notes"]]
    notes = sorted({*empty, *(page for n in titles for page in n.pages)})
    assert len(titles) <= 1 and len(empty) < 4 and empty == notes[1:]
    assert notes == list(range(heading.parent.pages[0] - len(notes), heading.parent.pages[0]))
    rasters = folding.rasters(booklet(name, paper)[1], DPI, tmp_path)
    for page in notes:
        rows = folding.ink(rasters[page]).mean(axis=1) > 0.5
        lines = numpy.flatnonzero(rows & ~numpy.roll(rows, 1))[:-1]  # the rule at the foot
        lines = lines[lines > 40]  # and the one above the heading
        own = page in empty or not [r for r in document.pages[page].runs if r.node and r.node.role != "H2" and r.artifact is None]
        least = 12 if own else 3
        assert len(lines) >= least and set(numpy.diff(lines[-least:])) <= {29, 30, 31}


@pytest.mark.parametrize("name, paper", EVERY)
def test_pages_say_their_number(read, name, paper):
    printed, reading = read(name, paper)
    count = len(reading.pages)
    """But the cover and a back that is one panel."""
    page_of = labels.of(ARTICLES[name])["page_of"]
    for page in reading.pages[1:-1]:
        words = " ".join(pdf.join(r for r in page.runs if r.artifact is not None).split())
        of = page_of.format(page=page.number + 1, pages=count)
        assert of in words or words.endswith(str(page.number + 1))  # beside a longer title
    for page in (reading.pages[0], reading.pages[-1]):
        assert not [r for r in page.runs if r.artifact == "Pagination"]
    assert [p.label for p in reading.pdf.pages] == [str(n) for n in range(1, count + 1)]
    order = folding.leaves(count // 2, is_rtl(name))
    at = {leaf: number for number, leaf in enumerate(order, 1)}
    sides = [f"{at[side, 0]}, {at[side, 1]}" for side in range(count // 2)]
    assert [p.label for p in printed.pdf.pages] == sides


@pytest.mark.parametrize("name, paper", EVERY)
def test_edges_and_folds_are_white(booklet, tmp_path, name, paper):
    width, height = folding.SHEETS[paper]
    for image in folding.rasters(booklet(name, paper)[0], DPI, tmp_path):
        ink = folding.ink(image)
        if not ink.any():
            continue
        rows, columns = (numpy.flatnonzero(ink.any(axis=axis)) for axis in (1, 0))
        assert columns[0] >= EDGE - 1 and columns[-1] <= width - EDGE + 1
        assert rows[0] >= 0.25 * folding.INCH and rows[-1] <= height - 0.25 * folding.INCH
        assert not ((columns > width / 2 - EDGE + 1) & (columns < width / 2 + EDGE - 1)).any()


@pytest.mark.parametrize("name, paper", EVERY)
def test_article_is_large_print(read, name, paper):
    """18 pt; what stands at the foot, and a contact block with many facts, is set at 16 at the least."""
    document = read(name, paper)[1]
    last = len(document.pages) - 1
    for run in document.runs:
        if run.text.strip() and "Andika" in run.font:
            assert arial_equivalent(run) >= (16 if run.page == last or run.artifact is not None else 18) - 0.05, run


@pytest.mark.parametrize("name, paper", EVERY)
def test_files_print_and_open_well(read, name, paper):
    printed, reading = read(name, paper)
    width, height = folding.SHEETS[paper]
    preferences = printed.pdf.Root.ViewerPreferences
    assert preferences.Duplex == "/DuplexFlipShortEdge" and preferences.PrintScaling == "/None"
    for document, expected in ((printed, width), (reading, width / 2)):
        for page in document.pages:
            assert (page.width, page.height) == pytest.approx((expected, height), abs=0.01)


@pytest.mark.parametrize("paper", PAPERS)
def test_links_lie_on_their_words(read, paper):
    for document in read("table", paper):
        on_page = [{a.objgen for a in page.get("/Annots", [])} for page in document.pdf.pages]
        assert len(document.root.find("Link")) >= 4
        for link in document.root.find("Link"):
            boxes = [(a.objgen, tuple(map(float, a.Rect))) for a in link.annotations]
            for run in link.runs:
                x, y = run.x + run.width / 2, run.y + run.size / 4
                hit = [i for i, (x0, y0, x1, y1) in boxes if x0 <= x <= x1 and y0 <= y <= y1]
                assert len(hit) == 1 and hit[0] in on_page[run.page], run


@pytest.mark.parametrize("paper", PAPERS)
def test_bookmarks_lead_to_the_sheet_of_their_heading(read, paper):
    for document in read("journey", paper):
        numbers = {page.obj.objgen: n for n, page in enumerate(document.pdf.pages)}
        headings = document.root.find("H1", "H2")
        with document.pdf.open_outline() as outline:
            items = [item for top in outline.root for item in (top, *top.children)]
        assert len(items) == len(headings) > 5
        for item, node in zip(items, headings):
            run = next(node.runs)
            place = item.action.D
            assert numbers[place[0].objgen] == run.page
            left, top = float(place[2]), float(place[3])
            assert abs(left - run.x) < 1 and run.y < top < run.y + 2.5 * run.size


def sections(count):
    return "\n\n".join(f"## Part {n}\n\n" + "Some words of a part of the text. " * 9 for n in range(count))


def test_more_pages_than_staples_hold_are_an_error(make):
    """The longest one that fits has twenty pages; one section more is refused, and says so."""
    results = [make(sections(n), "--format", "booklet-reading") for n in (28, 32)]
    assert [r.status for r in results] == [0, 1]
    assert len(pdf.Document(results[0].pdf("sample", "-booklet-reading")).pages) == MOST_PAGES
    (error,) = [f for f in results[1].findings if f["severity"] == "error"]
    assert error["rule"] == "overflow"
    assert "24 pages" in error["message"] and "'large'" in error["message"]
    assert error["path"].endswith("/sample.md")


def services(count):
    return program.CLINIC + "".join("  - Sleep studies\n" for _ in range(count))


@pytest.mark.parametrize("count, kept", [(0, True), (3, True), (60, False)])
def test_long_contact_block_gives_up_its_services(make, count, kept):
    result = make("Words.", "--format", "booklet-reading", clinic=services(count))
    assert result.status == 0, result.err
    assert ("services-left-out" in result.rules("note")) != kept
    document = pdf.Document(result.pdf("sample", "-booklet-reading"))
    (heading,) = [n for n in document.root.find("H2") if n.text.strip() == "Contact us"]
    assert heading.parent.pages == [3] and len(document.pages) == 4
    assert min(arial_equivalent(run) for run in heading.parent.runs) >= 16 - 0.05
    assert heading.parent.text.count("Sleep studies") == (count + 1 if kept else 0)
    assert {run.color for run in heading.parent.runs if run.text.strip()} == {(1.0, 1.0, 1.0)}


PARTED = clinics.BUSY + """\
  - name: Línea de ayuda para familias
    telephone: "+1 503 234 5692"
verified_on: 2026-11-20
"""


def test_facts_of_a_parted_contact_block_stay_whole(make):
    """The hours and what they are called stand on one page."""
    result = make("Palabras.", "--format", "booklet-reading", lang="es", clinic=PARTED)
    document = pdf.Document(result.pdf("sample", "-booklet-reading"))
    (table,) = document.root.find("Table")
    (label,) = [n for n in document.root.find("P") if n.text.startswith("Horario de atención")]
    (heading,) = [n for n in document.root.find("H2") if n.text.strip() == "Contáctenos"]
    assert len(heading.parent.pages) == 2
    assert label.pages == table.pages and len(table.pages) == 1
    for page in document.pages[-2:]:  # who turns the booklet over finds the number
        assert "+1 503 234 5678" in " ".join(pdf.join(page.runs).split()), page.number


# ---- Cover, list of sections, back ----


def test_the_cover_has_title_name_and_drawing(read, booklet, tmp_path):
    """The drawing above, the name at the foot, and nothing of the text."""
    reading = read("journey", "letter")[1]
    cover = {run.node.role: run for run in reading.pages[0].runs if run.node}
    assert set(cover) == {"P", "H1"}
    assert cover["P"].y < 60 < cover["H1"].y < 612 - 36 - 200
    art = folding.ink(folding.rasters(booklet("journey", "letter")[1], DPI, tmp_path)[0], 240)
    assert art[40:300, 40:360].mean() > 0.9


@pytest.mark.parametrize("count, listed", [(5, False), (7, True)])
def test_many_sections_are_listed_with_their_pages(make, count, listed):
    body = "\n\n".join(f"## Part {n}\n\n" + "Some words of a part of the text. " * 9 for n in range(count))
    document = pdf.Document(make(body, "--format", "booklet-reading").pdf("sample", "-booklet-reading"))
    entries = [node.text for node in document.root.find("TOCI")]
    assert bool(entries) == listed
    pages = {node.text.strip(): next(node.runs).page + 1 for node in document.root.find("H2")}
    for entry in entries:
        words, _, page = entry.rpartition(", page ")
        assert pages[words] == int(page), entry


@pytest.mark.parametrize("lang", ["en-US", "ar"])
def test_every_fact_of_a_busy_clinic_stands_on_the_back(make, lang):
    """In letters of 16 pt at the least."""
    made = make("Words.", "--format", "booklet-reading", lang=lang, clinic=clinics.BUSY, title="فحص" if lang == "ar" else "A title")
    assert "contact-split" not in made.rules()
    document = pdf.Document(made.pdf("sample", "-booklet-reading"))
    (heading,) = [n for n in document.root.find("H2") if n.text.strip() == labels.of(f"lang: {lang}")["contact_heading"]]
    assert heading.parent.pages == [len(document.pages) - 1]
    assert "4200 North Lamar Boulevard" in heading.parent.text and "988" in heading.parent.text
