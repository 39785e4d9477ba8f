"""The tri-fold brochure as paper: printed, folded, read, measured; and as a tagged file."""

import re
import subprocess

import pytest

import clinics
import folding
import labels
import markdown
import pdf
import program
from conftest import CLINIC_SOURCE, PICTURES, SAMPLES
from leaflets import LEAD, SHORT, TABLE, paragraphs
from typeface import arial_equivalent

DPI = 144
CLEAR = 0.25 * folding.INCH  # of folds and of the long edges
FEED = 0.5 * folding.INCH  # of the short edges, where the printer takes the sheet
TICK = 4 * folding.MM  # longest
TICK_ZONE = CLEAR + TICK  # ticks stand in it, text does not


def with_lead(source, count):
    """The first sections of an article, with matter for the flap."""
    sections = re.split(r"(?m)^(?=## )", source.replace("---\n", "---\n" + LEAD, 1))
    return "".join(sections[:count] + sections[-1:])


ARTICLES = {
    "journey": CLINIC_SOURCE,
    "lead": with_lead(CLINIC_SOURCE, 3),
    "table": program.article(TABLE, title="What to expect"),
    "short": program.article(SHORT),
    "arabic": SAMPLES["arabic"],
}
VARIANTS = sorted(folding.FOLDS)
EVERY = [(name, *variant) for variant in VARIANTS for name in ARTICLES]


@pytest.fixture(scope="session")
def brochure(tmp_path_factory):
    """Finished brochures by article, paper and fold."""
    base = tmp_path_factory.mktemp("brochures")
    made = {}
    for paper, fold in VARIANTS:
        style = f"paper: {paper}\nfold: {fold}\n"
        content = program.write_content(base / f"{paper}-{fold}", ARTICLES, style=style, files=PICTURES)
        result = program.render(content, base / f"{paper}-{fold}-out", "--format", "brochure,brochure-reading")
        assert result.status == 0, result.err
        for name in ARTICLES:
            made[name, paper, fold] = result.pdf(name, "-brochure")
            made[name, paper, fold, "reading"] = result.pdf(name, "-brochure-reading")
    return lambda *key: made[key]


@pytest.fixture(scope="session")
def read(brochure):
    documents = {}

    def read(*key):
        if key not in documents:
            documents[key] = pdf.Document(brochure(*key))
        return documents[key]

    return read


def panel_of(run, panels):
    (found,) = [
        i for i, (page, left, right) in enumerate(panels) if run.page == page and left <= run.x < right
    ]
    return found


def used_panels(document, paper, fold, rtl=False):
    """The panel of every run of text, in the order of the structure tree."""
    panels = folding.panels(paper, fold, rtl)
    return [panel_of(run, panels) for run in document.root.runs if run.text.strip()]


def texts(document):
    """Text of every block in the order of the structure tree, squashed."""
    roles = {"P", "H1", "H2", "H3", "LBody", "TH", "TD"}
    found = []
    for node in document.root.find(*roles):
        if not any(kid.role in roles for kid in node.walk() if kid is not node):
            found.append(pdf.squash(node.text))
    return found


def is_rtl(name):
    return name == "arabic"


@pytest.mark.sample(1)
@pytest.mark.parametrize("paper, fold", VARIANTS)
def test_folded_sheet_reads_in_order(brochure, tmp_path, paper, fold):
    """Printed, cut at the folds and read panel by panel as one unfolds it."""
    sides = folding.rasters(brochure("journey", paper, fold), folding.READING_DPI, tmp_path)
    pieces = [folding.cut(sides[side], left, right) for side, left, right in folding.panels(paper, fold)]
    found = folding.words(" ".join(folding.read(pieces)))
    wanted = folding.words(" ".join(["Riverside Sleep Clinic", *markdown.words(CLINIC_SOURCE), "Contact us"]))
    assert folding.in_order(found, wanted) > 0.98


@pytest.mark.parametrize("name, paper, fold", EVERY)
def test_structure_follows_the_folds(read, name, paper, fold):
    """What a screen reader says goes from panel to panel as the leaflet is unfolded."""
    used = used_panels(read(name, paper, fold), paper, fold, is_rtl(name))
    assert used == sorted(used)
    assert used[0] == 0 and used[-1] == 5


@pytest.mark.parametrize("name, paper, fold", EVERY)
def test_every_block_is_one_element(read, name, paper, fold):
    """Also a paragraph that runs over panels and sides."""
    found = texts(read(name, paper, fold))
    source = ARTICLES[name]
    blocks = [b for b in markdown.blocks(source, heard=True) if "Figure" not in b.roles]
    wanted = [pdf.squash(text) for text in [markdown.title(source), *(b.text for b in blocks)]]
    places = [found.index(text) for text in wanted]
    assert places == sorted(places)
    assert all(found.count(text) == 1 for text in wanted)


@pytest.mark.parametrize("name, paper, fold", EVERY)
def test_reading_edition_has_a_page_for_each_panel(read, name, paper, fold):
    """In the order of unfolding, each word where the panel has it."""
    sheet, reading = read(name, paper, fold), read(name, paper, fold, "reading")
    panels = folding.panels(paper, fold, is_rtl(name))
    shown = [[r for r in sheet.runs if panel_of(r, panels) == i] for i in range(len(panels))]
    used = [(runs, panel) for runs, panel in zip(shown, panels) if any(r.node for r in runs)]
    pages = [page for page in reading.pages if page.runs]  # a picture may have one to itself
    assert len(pages) == len(used)
    for page, (runs, (_, left, right)) in zip(pages, used):
        assert page.width == pytest.approx(right - left, abs=0.02)
        assert [r.text for r in page.runs] == [r.text for r in runs]
        assert [r.y for r in page.runs] == pytest.approx([r.y for r in runs], abs=0.02)
        moved = [a.x - b.x for a, b in zip(page.runs, runs)]
        assert max(moved) - min(moved) < 0.05


@pytest.mark.parametrize("name, paper, fold", EVERY)
def test_reading_edition_reads_in_order_page_by_page(read, name, paper, fold):
    """As viewers do that know no structure but that of one page."""
    sheet, reading = read(name, paper, fold), read(name, paper, fold, "reading")
    pages = [run.page for run in reading.root.runs if run.text.strip()]
    assert pages == sorted(pages)
    for document in (sheet, reading):
        assert document.bare == []
    trees = [[(n.role, n.lang, n.alt, pdf.squash(n.text), len(n.annotations)) for n in d.root.walk()]
             for d in (sheet, reading)]
    assert trees[0] == trees[1] and sheet.outline == reading.outline


@pytest.mark.parametrize("paper, fold", VARIANTS)
def test_sections_are_whole_on_their_panels(read, paper, fold):
    """No fold parts a sentence where somewhat smaller letters can avoid it."""
    panels = folding.panels(paper, fold)
    document = read("journey", paper, fold)
    sections = [node for node in document.root.walk() if node.role in ("P", "H2", "LI")]
    assert len(sections) > 10
    for node in sections:
        assert len({panel_of(run, panels) for run in node.runs}) == 1, node.text
    below = [n for n in document.root.find("P", "H2") if n.text.strip()]
    for heading, after in zip(below, below[1:]):
        if heading.role != "H2" or after.role != "P":
            continue
        assert panel_of(next(heading.runs), panels) == panel_of(next(after.runs), panels)


def test_a_paragraph_crosses_a_fold_where_it_must(make):
    """At the end of a sentence."""
    sentence = "The nurse checks the sensors before you fall asleep, and comes back after an hour. "
    result = make(sentence * 30, "--format", "brochure")
    document, panels = pdf.Document(result.pdf("sample", "-brochure")), folding.panels("letter", "roll")
    (node,) = [n for n in document.root.find("P") if "nurse" in n.text]
    shown = {}
    for run in node.runs:
        shown[panel_of(run, panels)] = shown.get(panel_of(run, panels), "") + run.text
    assert len(shown) > 1
    assert all(text.strip().endswith(".") for text in shown.values())


def points(length):
    """In pixels."""
    return round(length * DPI / folding.INCH)


@pytest.mark.parametrize("name, paper, fold", EVERY)
def test_safe_areas_are_white(brochure, tmp_path, name, paper, fold):
    """Nothing but ticks within a quarter inch of a fold, nothing at all near the edges. A pixel is
    for the bow of a letter that leans out of its line."""
    width, height = folding.SHEETS[paper]
    for side, image in enumerate(folding.rasters(brochure(name, paper, fold), DPI, tmp_path)):
        ink = folding.ink(image)
        assert ink.any()
        assert not ink[:, : points(FEED) - 1].any() and not ink[:, points(width - FEED) + 1 :].any()
        assert not ink[: points(CLEAR) - 1].any() and not ink[points(height - CLEAR) + 1 :].any()
        folds = folding.FOLDS[paper, fold][side]
        for x in (width - f for f in folds) if is_rtl(name) else folds:
            text = slice(points(TICK_ZONE), points(height - TICK_ZONE))
            assert not ink[text, points(x - CLEAR) + 1 : points(x + CLEAR) - 1].any()
            marked = ink[:, points(x) - 2 : points(x) + 3].any(axis=1)
            assert marked[: points(TICK_ZONE)].any() and marked[points(height - TICK_ZONE) :].any()
            for end in (marked[: points(TICK_ZONE)], marked[points(height - TICK_ZONE) :]):
                assert end.sum() <= points(TICK) + 1


@pytest.mark.parametrize("name, paper, fold", EVERY)
def test_text_is_between_floor_and_ceiling(read, name, paper, fold):
    document = read(name, paper, fold)
    sizes = [arial_equivalent(run) for run in document.runs if run.text.strip() and "Andika" in run.font]
    assert min(sizes) >= 12 - 0.05
    paragraphs = [run for n in document.root.find("P") if len(n.text) > 60 for run in n.runs]
    assert max(arial_equivalent(run) for run in paragraphs if "Andika" in run.font) <= 14.05


def body_size(document):
    """Of the longest paragraph."""
    return round(arial_equivalent(next(max(document.root.find("P"), key=lambda n: len(n.text)).runs)), 1)


def test_short_articles_are_set_large(read):
    assert body_size(read("short", "letter", "roll")) == 14
    assert 12 <= body_size(read("journey", "letter", "roll")) < 14


def test_sizes_are_as_large_as_the_panels_allow(make):
    """The more words, the smaller, step by step."""
    sizes = []
    for count in (20, 400, 500, 600):
        result = make(paragraphs(count), "--format", "brochure")
        assert result.status == 0, result.err
        sizes.append(body_size(pdf.Document(result.pdf("sample", "-brochure"))))
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] == 14 and 12 <= sizes[-1] < 13


@pytest.mark.parametrize("paper, fold", VARIANTS)
def test_text_panels_are_filled_alike(read, paper, fold):
    document = read("journey", paper, fold)
    panels = folding.panels(paper, fold)
    lowest = {}
    for node in document.root.find("P", "H2"):
        for run in node.runs:
            panel = panel_of(run, panels)
            lowest[panel] = min(lowest.get(panel, run.y), run.y)
    text = [lowest[i] for i in (1, 2, 3)]
    assert max(text) - min(text) < 72


@pytest.mark.parametrize("paper, fold", VARIANTS)
def test_short_text_stays_on_one_panel(read, paper, fold):
    assert set(used_panels(read("short", paper, fold), paper, fold)) == {0, 1, 5}


@pytest.mark.parametrize("paper, fold", VARIANTS)
def test_flap_holds_key_points_and_questions(read, paper, fold):
    """And the cover the summary."""
    document = read("lead", paper, fold)
    panels = folding.panels(paper, fold)
    cover = pdf.squash("".join(r.text for r in document.root.runs if panel_of(r, panels) == 0))
    assert cover.endswith(pdf.squash("Medicine is one of many ways. You have a choice."))
    wanted = ["Key points", "It is not your fault.", "Questions to ask", "How long does a session take?"]
    found = pdf.squash("".join(r.text for r in document.root.runs if panel_of(r, panels) == 4))
    found = found.removesuffix("Mynotes")  # where there is room for lines
    places = [found.index(pdf.squash(text)) for text in wanted]
    assert places == sorted(places)
    assert found.startswith(pdf.squash(wanted[0])) and found.endswith(pdf.squash(wanted[-1]))


@pytest.mark.parametrize("name, paper, fold", EVERY)
def test_contact_block_has_the_back(read, name, paper, fold):
    document = read(name, paper, fold)
    contact = labels.of(ARTICLES[name])["contact_heading"]
    (heading,) = [n for n in document.root.find("H2") if n.text.strip() == contact]
    panels = folding.panels(paper, fold, is_rtl(name))
    assert {panel_of(run, panels) for run in heading.parent.runs} == {5}
    assert "tel:+12127365000" in {str(a.A.URI) for link in heading.parent.find("Link") for a in link.annotations}


@pytest.mark.parametrize("paper, fold", VARIANTS)
def test_code_on_the_back_opens_the_address(brochure, tmp_path, paper, fold):
    side, left, right = folding.panels(paper, fold)[5]
    image = folding.rasters(brochure("table", paper, fold), 300, tmp_path)[side]
    folding.cut(image, left, right, 300).save(tmp_path / "back.png")
    scanned = subprocess.run(["zbarimg", "-q", "--raw", tmp_path / "back.png"], capture_output=True, text=True)
    assert scanned.stdout.split() == ["https://riverside-sleep.org/"]


@pytest.mark.parametrize("name, paper, fold", EVERY)
def test_file_prints_and_opens_well(read, name, paper, fold):
    document = read(name, paper, fold)
    preferences = document.pdf.Root.ViewerPreferences
    assert preferences.Duplex == "/DuplexFlipShortEdge" and preferences.PrintScaling == "/None"
    assert [(page.width, page.height) for page in document.pages] == [
        tuple(pytest.approx(v, abs=0.01) for v in folding.SHEETS[paper])
    ] * 2
    words = labels.of(ARTICLES[name])
    assert [page.label for page in document.pdf.pages] == [words["sheet_outside"], words["sheet_inside"]]
    assert document.bare == []


@pytest.mark.parametrize("name, paper, fold", EVERY)
def test_bookmarks_follow_the_reading_order(read, name, paper, fold):
    document = read(name, paper, fold)
    headings = document.root.find("H1", "H2", "H3")
    assert [pdf.squash(t) for t in document.outline] == [pdf.squash(node.text) for node in headings]
    pages = [node.pages[0] for node in headings]
    assert [page for page, _ in destinations(document)] == pages
    for (_, top), node in zip(destinations(document), headings):
        first = next(node.runs)
        assert first.y < top < first.y + 2.5 * first.size


def destinations(document):
    """Page and height of every bookmark's target, in order."""
    numbers = {page.obj.objgen: n for n, page in enumerate(document.pdf.pages)}

    def walk(items):
        for item in items:
            place = item.action.D
            yield numbers[place[0].objgen], float(place[3])
            yield from walk(item.children)

    with document.pdf.open_outline() as outline:
        return list(walk(outline.root))


@pytest.mark.parametrize("paper, fold", VARIANTS)
def test_links_lie_on_their_words(read, paper, fold):
    document = read("table", paper, fold)
    links = document.root.find("Link")
    assert len(links) >= 4
    on_page = [{a.objgen for a in page.get("/Annots", [])} for page in document.pdf.pages]
    for link in links:
        boxes = [(a.objgen, tuple(map(float, a.Rect))) for a in link.annotations]
        for run in link.runs:
            x, y = run.x + run.width / 2, run.y + run.size / 4
            hit = [i for i, (x0, y0, x1, y1) in boxes if x0 <= x <= x1 and y0 <= y <= y1]
            assert len(hit) == 1 and hit[0] in on_page[run.page], run


def test_picture_and_table_are_whole(read):
    for paper, fold in VARIANTS:
        document = read("table", paper, fold)
        figures = [n.alt for n in document.root.find("Figure")]
        assert figures[0] == "Two people talk in a quiet room"
        (table,) = document.root.find("Table")
        assert len(table.find("TR")) == 4 and len(table.find("TH")) == 2 + 3


@pytest.mark.parametrize("name", ["lead", "arabic"])
def test_proof_adds_decoration_only(make, tmp_path, name):
    """Names of panels and outlines for staff; not a word more or less for the reader."""
    content = program.write_content(tmp_path / "proof", {name: ARTICLES[name]}, files=PICTURES)
    made = {}
    for kind, options in (("plain", ()), ("proof", ("--proof",))):
        result = program.render(content, tmp_path / kind, "--format", "brochure", *options)
        assert result.status == 0, result.err
        made[kind] = pdf.Document(result.pdf(name, "-brochure"))
    plain, proof = made["plain"], made["proof"]
    assert [(n.role, n.alt, n.text) for n in proof.root.walk()] == [
        (n.role, n.alt, n.text) for n in plain.root.walk()
    ]
    assert [(r.x, r.y, r.page) for r in proof.root.runs] == [(r.x, r.y, r.page) for r in plain.root.runs]
    assert proof.bare == [] and plain.bare == []
    words = labels.of(ARTICLES[name])
    shown = {(r.x, r.y): r.text for r in plain.runs if r.artifact is not None and r.text.strip()}
    above_lines = words["my_questions"] + words["my_notes"]
    assert set("".join(shown.values())) <= set(above_lines)
    names = [r for r in proof.runs if r.artifact is not None and r.text.strip() and (r.x, r.y) not in shown]
    inside = [words["panel_inside"].format(number=number) for number in (1, 2, 3)]
    wanted = [words["panel_cover"], *inside, words["panel_flap"], words["panel_back"]]
    panels = folding.panels("letter", "roll", is_rtl(name))
    for panel, words in enumerate(wanted):
        found = "".join(r.text for r in names if panel_of(r, panels) == panel)
        assert sorted(pdf.squash(found)) == sorted(pdf.squash(words)), panel


@pytest.mark.parametrize("name", ["lead", "arabic"])
@pytest.mark.parametrize("street, wanted", [(1, {5}), (9, {5}), (14, {4, 5})])
def test_contact_block_of_a_full_clinic_may_have_two_panels(tmp_path, name, street, wanted):
    """Each fact in one of them, and what else the flap has in the text."""
    text = program.article(SHORT).replace("---\n", "---\n" + LEAD, 1) if name == "lead" else ARTICLES[name]
    line = "4200 North Lamar Boulevard"
    clinic = clinics.BUSY.replace(line, " ".join([line] * street), 1)
    content = program.write_content(tmp_path / "content", {"sample": text}, clinic=clinic, files=PICTURES)
    result = program.render(content, tmp_path / "out", "--format", "brochure")
    assert result.status == 0, result.err
    document = pdf.Document(result.pdf("sample", "-brochure"))
    panels = folding.panels("letter", "roll", is_rtl(name))
    contact = labels.of(ARTICLES[name])["contact_heading"]
    (heading,) = [n for n in document.root.find("H2") if n.text.strip() == contact]
    assert {panel_of(run, panels) for run in heading.parent.runs} == wanted
    for node in heading.parent.find("P", "TR"):
        assert len({panel_of(run, panels) for run in node.runs}) <= 1, node.text
    assert document.bare == []
