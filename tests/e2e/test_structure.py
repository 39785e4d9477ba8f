"""What a screen reader gets: the tags, their attributes, and all that the file says about itself."""

import subprocess

import pikepdf
import pytest

import markdown
import pdf
import program
import soak
from conftest import PICTURES, SAMPLES

EVERY = soak.sample([(name, suffix) for name in SAMPLES for suffix in ("", "-large", "-giant")], 20)


@pytest.fixture(scope="session")
def read(samples):
    """Finished handouts, read back once each."""
    documents = {}

    def read(name, suffix=""):
        path = samples[name].pdf(name, suffix)
        if path not in documents:
            documents[path] = pdf.Document(path)
        return documents[path]

    return read


@pytest.mark.parametrize("name, suffix", EVERY)
def test_every_mark_is_tagged_or_decoration(read, name, suffix):
    document = read(name, suffix)
    assert document.bare == []
    for run in document.runs:
        assert (run.node is None) == (run.artifact is not None), run


@pytest.mark.parametrize("name, suffix", EVERY)
def test_headings_start_at_one_and_never_skip(read, name, suffix):
    headings = read(name, suffix).root.find("H1", "H2", "H3", "H4", "H5", "H6")
    levels = [int(node.role[1]) for node in headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))


@pytest.mark.parametrize("name, suffix", EVERY)
def test_bookmarks_are_the_headings(read, name, suffix):
    document = read(name, suffix)
    headings = document.root.find("H1", "H2", "H3", "H4", "H5", "H6")
    assert [pdf.squash(t) for t in document.outline] == [pdf.squash(node.text) for node in headings]


@pytest.mark.parametrize("name, suffix", EVERY)
def test_file_says_what_it_is(read, name, suffix):
    document = read(name, suffix)
    root = document.pdf.Root
    assert root.Lang == read_lang(SAMPLES[name])
    assert root.MarkInfo.Marked is True
    assert root.ViewerPreferences.DisplayDocTitle is True
    assert root.ViewerPreferences.PrintScaling == "/None"
    assert root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
    with document.pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == markdown.title(SAMPLES[name])
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def read_lang(source):
    return next(line.split()[1] for line in source.splitlines() if line.startswith("lang:"))


@pytest.mark.parametrize("name", SAMPLES)
def test_pages_follow_each_other_as_the_text_reads(read, name):
    preferences = read(name).pdf.Root.ViewerPreferences
    from_the_right = name in ("arabic", "hebrew")
    assert preferences.get("/Direction", "/L2R") == ("/R2L" if from_the_right else "/L2R")


def test_words_of_other_languages_name_them(make):
    """Also where only their letters say so."""
    body = ("Ask in <span lang='es'>español</span> or שלום.\n\n## עברית\n\n"
            "The <abbr title='transcranial magnetic stimulation'>TMS</abbr> team says [xin *chào*]{lang=VI}.")
    document = pdf.Document(make(body, "--format", "standard").pdf("sample"))
    langs = {node.text: str(node.raw.Lang) for node in document.root.walk() if "/Lang" in node.raw}
    assert langs.items() >= {"español": "es", "שלום": "he", "עברית": "he", "xin chào": "vi"}.items()
    expansions = {n.text: str(n.raw.E) for n in document.root.find("Span") if "/E" in n.raw}
    assert expansions == {"TMS": "transcranial magnetic stimulation"}


@pytest.mark.parametrize("name, suffix", EVERY)
def test_page_labels_count_the_pages(read, name, suffix):
    document = read(name, suffix)
    labels = [page.label for page in document.pdf.pages]
    assert "/PageLabels" in document.pdf.Root
    assert labels == [str(n) for n in range(1, len(labels) + 1)]


@pytest.mark.parametrize("name, suffix", EVERY)
def test_fonts_are_embedded_subsets_with_words(samples, name, suffix):
    path = samples[name].pdf(name, suffix)
    table = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in table.splitlines()[2:]]
    assert rows
    for row in rows:
        assert row[0][6] == "+"
        assert row[-5:-2] == ["yes", "yes", "yes"], row  # embedded, subset, with a Unicode map


def test_lists_have_labels_and_bodies(read):
    root = read("structure").root
    for item in root.find("LI"):
        assert [kid.role for kid in item.kids] == ["Lbl", "LBody"]
    numberings = [str(node.attribute("/ListNumbering")) for node in root.find("L")]
    assert numberings[:3] == ["/Disc", "/Disc", "/Decimal"]
    labels = [pdf.squash(node.text) for node in root.find("Lbl")]
    assert labels[5:8] == ["3.", "4.", "5."]
    assert [label.lower() for label in labels[8:11]] == ["done", "todo", "todo"]


def test_table_cells_name_their_headers(read):
    (table,) = read("structure").root.find("Table")
    columns, rows = table.find("TH")[:2], table.find("TH")[2:]
    assert [pdf.squash(th.text) for th in columns + rows] == ["When", "Whathappens", "9pm", "11pm", "6am"]
    assert [th.attribute("/Scope") for th in columns + rows] == 2 * ["/Column"] + 3 * ["/Row"]
    ids = [bytes(th.raw.ID) for th in columns]
    for th, row in zip(rows, table.find("TR")[1:]):
        assert [bytes(i) for i in th.attribute("/Headers")] == [ids[0]]
        (named,) = [[bytes(i) for i in td.attribute("/Headers")] for td in row.find("TD")]
        assert named == [bytes(th.raw.ID), ids[1]]


def test_quote_and_code_are_tagged(read):
    root = read("structure").root
    assert ("BlockQuote", "BlockQuote") == root.find("BlockQuote")[1].path[-2:]
    codes = [pdf.squash(node.text) for node in root.find("Code")]
    assert codes == ["Goodmorning", "1*4#7waitforthegreenlight"]


def test_pictures_have_their_words_and_place(read):
    figures = read("pictures").root.find("Figure")
    assert [node.alt for node in figures][: len(PICTURES)] == [
        f"Picture of a {name.split('.')[0]} kind" for name in PICTURES
    ]
    for node in figures:
        left, bottom, right, top = (float(v) for v in node.attribute("/BBox"))
        assert 0 <= left < right <= 612 and 0 <= bottom < top <= 792


def test_links_lead_somewhere_and_speak(read):
    document = read("structure")
    parents = parent_tree(document)
    targets = {}
    for link in document.root.find("Link"):
        assert link.annotations
        for annotation in link.annotations:
            assert annotation.Subtype == "/Link"
            assert int(annotation.F) == 4
            assert parents[int(annotation.StructParent)].objgen == link.raw.objgen
            spoken = str(annotation.Contents)
            assert spoken and "://" not in spoken and "mailto:" not in spoken
            targets.setdefault(pdf.squash(link.text), str(annotation.A.URI))
    assert targets["howtofindus(riverside-sleep.org/way)"] == "https://riverside-sleep.org/way"
    assert targets["ourdesk(+12127365000)"] == "tel:+12127365000"
    assert targets["desk@riverside-sleep.org"] == "mailto:desk@riverside-sleep.org"
    assert targets["+12127365000"] == "tel:+12127365000"


def parent_tree(document):
    numbers = document.pdf.Root.StructTreeRoot.ParentTree
    return {int(key): value for key, value in pikepdf.NumberTree(numbers).items()}


def test_links_can_be_hit(read):
    """The area of every link covers the words that it is about, and is a finger's width high."""
    document = read("structure", "-large")
    for link in document.root.find("Link"):
        boxes = [tuple(map(float, a.Rect)) for a in link.annotations]
        for run in link.runs:
            middle = (run.x + run.width / 2, run.y + run.size / 4)
            assert any(x0 <= middle[0] <= x1 and y0 <= middle[1] <= y1 for x0, y0, x1, y1 in boxes), run


def test_program_words_in_another_language_say_so(read):
    """There are no Hebrew labels: English ones within a Hebrew handout have to be spoken as English."""
    document = read("hebrew")
    contact = next(node for node in document.root.find("H2") if node.text.strip() == "Contact us")
    spoken = next(n.lang for n in (contact, contact.parent, contact.parent.parent) if n.lang)
    assert spoken.startswith("en")
    assert document.pdf.Root.Lang == "he"


def test_metadata_of_the_front_matter(read):
    with read("structure").pdf.open_metadata() as metadata:
        assert metadata["dc:creator"] == ["Riverside Sleep Clinic"]
        assert metadata["dc:description"].startswith("What to bring")
