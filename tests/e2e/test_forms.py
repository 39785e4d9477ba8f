"""The contact slip's form fields: what they say, and that other programs can fill them in."""

import re
import subprocess

import numpy
import pikepdf
import pytest
from PIL import Image

import labels
import languages
import measured
import pdf
import program
import viewers

SLIP = """\
contact_slip:
  - label: Preferred form of communication
    choices: [Phone, Email]
  - Best time to call
"""
LABELS = ["Name", "Phone number", "Email", "Preferred form of communication"]
WITH_CHOICES = [
    *LABELS[:3],
    "Preferred form of communication: Phone",
    "Preferred form of communication: Email",
    "Best time to call",
]
ANSWERS = {
    "Name": "Zoë Müller-Ångström",
    "Phone number": "+1 212 736 5000",
    "Email": "zoe@example.org",
    "Best time to call": "Mornings “early”",
}
# So little that a handout of one word has room for the slip on its page.
SMALL_CLINIC = "name: Riverside Sleep Clinic\ntelephone: +1 212 736 5000\n"
# Whatever it costs, for handouts whose slip is looked at.
SHEET = "slip: always\n"
DPI = 144


def fields(document):
    return list(document.pdf.Root.AcroForm.Fields)


def question(field):
    """What a field asks, whichever slip it is on."""
    return re.sub(r"^Slip \d of \d: ", "", str(field.TU))


def slips(document):
    """What the fields of each slip ask."""
    found = {}
    for field in fields(document):
        found.setdefault(str(field.T).rpartition("-")[0], []).append(question(field))
    return list(found.values())


@pytest.fixture
def paint(make):
    """One of the products with a slip."""

    def paint(name="contact-slip", slip=SLIP, **content):
        suffix = "" if name == "standard" else f"-{name}"
        content.setdefault("style", SHEET)
        result = make("Words.", "--format", name, clinic=SMALL_CLINIC + slip, **content)
        assert result.status == 0, result.err
        return pdf.Document(result.pdf("sample", suffix))

    return paint


def fill(document, path, viewer=viewers.poppler):
    """Fills in every field: words as a viewer does, and ticks."""
    asked = {str(field.T): question(field) for field in fields(document)}
    typed = path.with_suffix(".typed.pdf")
    viewer(document.path, lambda name: ANSWERS[asked[name]], typed)
    with pikepdf.open(typed) as copy:
        for field in copy.Root.AcroForm.Fields:
            if field.FT == "/Btn":
                field.V = field.AS = pikepdf.Name.Yes
        copy.save(path)
    return pdf.Document(path)


def rectangle(document, field):
    """Left, top, right, bottom in points from the top left corner."""
    left, bottom, right, top = map(float, field.Rect)
    height = float(document.pdf.pages[0].MediaBox[3])
    return left, height - top, right, height - bottom


def words(path):
    """Words of the page as poppler draws them, with their boxes."""
    found = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True)
    pattern = r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>'
    return [(word, *map(float, box)) for *box, word in re.findall(pattern, found.stdout)]


def ink(path, document):
    """Share of dark pixels within each field, by its name."""
    picture = path.with_suffix("")
    command = ["pdftoppm", "-png", "-gray", "-r", str(DPI), "-singlefile", path, picture]
    subprocess.run(command, check=True)
    pixels = numpy.asarray(Image.open(f"{picture}.png")) < 128
    shares = {}
    for field in fields(document):
        inset = numpy.array([2, 2, -2, -2])  # clear of the lines around it
        left, top, right, bottom = (
            (numpy.array(rectangle(document, field)) + inset) * DPI / 72
        ).astype(int)
        shares[str(field.T)] = pixels[top:bottom, left:right].mean()
    return shares


def test_standard_fields_are_lines(paint):
    document = paint(slip="")
    assert all(field.FT == "/Tx" for field in fields(document))
    assert all(tooltips == LABELS for tooltips in slips(document))


def test_choices_are_those_that_the_clinic_lists(paint):
    document = paint()
    assert all(tooltips == WITH_CHOICES for tooltips in slips(document))
    boxes = [field for field in fields(document) if field.FT == "/Btn"]
    assert {question(field).split(": ")[1] for field in boxes} == {"Phone", "Email"}
    assert all(field.V == field.AS == "/Off" for field in boxes)


def test_label_alone_gives_a_line(paint):
    document = paint(slip="contact_slip: [Best time to call]\n")
    assert all(tooltips == [*LABELS, "Best time to call"] for tooltips in slips(document))
    assert all(field.FT == "/Tx" for field in fields(document))


def test_sheet_holds_several_slips(paint):
    for paper in ("letter", "a4"):
        document = paint(slip="", style=f"paper: {paper}\n")
        assert len(document.pages) == 1 and len(slips(document)) == 3


def test_slips_say_whose_they_are(paint):
    document = paint(slip="")
    assert [node.text for node in document.root.find("H1")] == ["Contact slip: Riverside Sleep Clinic"] * 3
    assert str(document.pdf.docinfo.Title) == "Contact slip: Riverside Sleep Clinic"


@pytest.mark.parametrize("name", ["standard", "large", "giant"])
def test_handout_has_one_slip(paint, name):
    document = paint(name)
    assert slips(document) == [WITH_CHOICES]
    last = document.pdf.pages[-1].obj.objgen
    assert all(field.P.objgen == last for field in fields(document))
    assert document.path.stat().st_size < 90_000


def questions(number):
    return "contact_slip: [" + ", ".join(f"Question {n}" for n in range(1, number + 1)) + "]\n"


def slip_page(document):
    (number,) = {p for node in document.root.find("H2") if "Contact slip" in node.text for p in node.pages}
    return number


LONG = "Words and words. "


@pytest.fixture
def long_slip(make):
    """A handout whose slip has no room below its text."""

    def long_slip(words, style, number=10):
        result = make(words, "--format", "standard", clinic=SMALL_CLINIC + questions(number), style=style)
        assert result.status == 0, result.err
        return pdf.Document(result.pdf("sample")), result

    return long_slip


def page_numbers(document):
    return [
        pdf.join(r for r in page.runs if r.artifact is not None).split("Page ")[-1].strip()
        for page in document.pages
    ]


@pytest.mark.parametrize("words, pages", [("Words.", 1), (LONG * 120, 2)])
def test_slip_costs_no_paper(long_slip, words, pages):
    """Where it has no room below the text there is none, unless the clinic wants it."""
    document, result = long_slip(words, "")
    assert len(document.pages) == pages and document.root.find("Form") == []
    assert "slip-left-out" not in result.rules()
    assert page_numbers(document) == [f"{n} of {pages}" for n in range(1, pages + 1)]


@pytest.mark.parametrize("words, pages, slip", [("Words.", 1, 1), (LONG * 120, 2, 2), (LONG * 240, 3, 4)])
def test_slip_that_is_always_wanted_has_a_sheet_of_its_own(long_slip, words, pages, slip):
    """It is handed in, with what is printed on its back. Two pages are printed on one side, so that no
    page stands between them; else what is behind the text is for notes, as is what a short page leaves."""
    document, result = long_slip(words, SHEET)
    assert ("one-sided, 100 %" if slip == 1 else "two-sided, flip on long edge, 100 %") in result.out
    assert slip_page(document) == slip == len(document.pages) - 1
    assert document.pdf.Root.ViewerPreferences.Duplex == ("/Simplex" if slip == 1 else "/DuplexFlipLongEdge")
    assert page_numbers(document) == [f"{n} of {slip + 1}" for n in range(1, slip + 2)]
    notes = [n for n in document.root.find("H2") if n.text.strip() == "My notes"]
    assert [n.pages for n in notes] == ([[pages - 1]] if pages > 1 else [])
    heading, *rest = document.root.find("Sect")[-1].runs
    assert heading.text.startswith("Contact slip: Riverside Sleep Clinic")
    assert {run.page for run in rest} == {slip}


def test_slip_that_is_never_wanted_is_left_out(make):
    result = make("Words.", "--format", "standard,contact-slip", clinic=SMALL_CLINIC, style="slip: never\n")
    assert result.status == 0, result.err
    assert pdf.Document(result.pdf("sample")).root.find("Form") == []
    assert pdf.Document(result.pdf("sample", "-contact-slip")).root.find("Form")


def test_slip_longer_than_a_page_is_left_out_and_told(long_slip):
    document, result = long_slip("Words.", SHEET, number=25)
    assert "slip-left-out" in result.rules("note")
    assert "/AcroForm" not in document.pdf.Root
    assert document.root.find("Form") == []


def behind(document, slip):
    """Baselines of the text on the back of the slip's page, from the bottom edge."""
    if document.pdf.Root.ViewerPreferences.Duplex == "/Simplex":
        return []
    other = slip + 1 if slip % 2 == 0 else slip - 1
    if not 0 <= other < len(document.pages):
        return []
    return [run.y for run in document.pages[other].runs if run.artifact is None]


# The line to cut along is higher above the baseline of the slip's heading. [pt]
CUT = 24


def test_nothing_stands_behind_a_slip(make):
    """Handouts are printed on both sides, and what is behind the slip goes with it."""
    places = set()
    table = "| Sign | What to do |\n|---|---|\n" + "| Pain | Rest |\n" * 7  # stays whole, so pages before it are short
    for sentences in range(0, 120, 5):
        last = table if sentences % 2 else "## What to do next\n\n" + "Call us soon. " * 35
        article = "Words and words. " * sentences + "\n\n" + last
        result = make(article, "--format", "standard,large,giant", clinic=SMALL_CLINIC, style=SHEET)
        assert result.status == 0, result.err
        for suffix in ("", "-large", "-giant"):
            document = pdf.Document(result.pdf("sample", suffix))
            slip = slip_page(document)
            (heading,) = [node for node in document.root.find("H2") if "Contact slip" in node.text]
            top = max(run.y for run in heading.parent.runs)
            text = behind(document, slip)
            assert all(y > top + CUT for y in text)
            places.add("back" if text else "front" if "Call us" in pdf.join(document.pages[slip].runs) else "sheet")
    assert {"front", "sheet"} <= places


@pytest.mark.parametrize("name", ["contact-slip", "standard"])
def test_names_are_unique(paint, name):
    names = [str(field.T) for field in fields(paint(name, slip=""))]
    assert len(names) == len(set(names))


STANDARD = ["name", "telephone", "email", "preferred"]


def test_fields_are_known_by_their_names(paint):
    """So that a program that gathers filled-in slips finds the telephone number."""
    assert [str(field.T) for field in fields(paint("standard", slip=""))] == STANDARD
    sheet = [str(field.T) for field in fields(paint(slip=""))]
    assert sheet == [*STANDARD, *(f"slip{number}-{name}" for number in (2, 3) for name in STANDARD)]
    asked = [str(field.T) for field in fields(paint("standard"))]
    assert asked == ["name", "telephone", "email", "field4", "field5", "field6"]


@pytest.mark.parametrize("name", ["contact-slip", "standard"])
def test_tab_order_is_reading_order(paint, name):
    document = paint(name)
    read = [a.objgen for node in document.root.walk() for a in node.annotations]
    tabbed = []
    for page in document.pdf.pages:
        tabbed += [annotation.objgen for annotation in page.get("/Annots", [])]
        assert page.Tabs == "/S"
    assert tabbed == read
    form = [field.objgen for field in fields(document)]
    assert form == [key for key in read if key in form]


@pytest.mark.parametrize("name", ["contact-slip", "standard"])
def test_every_field_is_a_form_element_beside_its_label(paint, name):
    document = paint(name)
    parents = dict(zip(*[iter(document.pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2))
    nodes = document.root.find("Form")
    assert [node.annotations[0].objgen for node in nodes] == [f.objgen for f in fields(document)]
    for node in nodes:
        (field,) = node.annotations
        assert node.kids == [field] and node.parent.role == "P"
        assert node.alt == field.TU == field.Contents
        assert question(field).endswith(pdf.join(node.parent.runs).strip())
        assert parents[field.StructParent].objgen == node.raw.objgen
        assert field.P.objgen == node.raw.get("/Pg", field.P).objgen
        assert field.F == 4


def test_fields_need_nothing_from_the_viewer(paint):
    document = paint()
    form = document.pdf.Root.AcroForm
    assert not form.get("/NeedAppearances", False) and "/XFA" not in form
    for field in fields(document):
        assert "/A" not in field and "/AA" not in field
        states = field.AP.N
        if field.FT == "/Btn":
            assert set(states) == {"/Yes", "/Off"}
            states = states.Off
        assert [float(n) for n in states.BBox][:2] == [0, 0]
    (font,) = dict(form.DR.Font).values()
    assert font.Subtype == "/Type0" and "/ToUnicode" in font
    assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


@pytest.mark.parametrize("viewer", viewers.ALL, ids=lambda viewer: viewer.__name__)
def test_answers_are_read_back(paint, tmp_path, viewer):
    filled = fill(paint(), tmp_path / "filled.pdf", viewer)
    if viewer in viewers.WITH_OUR_FONT:
        measured.later(filled.path)  # it still meets both standards
    for field in fields(filled):
        if field.FT == "/Tx":
            assert field.V == ANSWERS[question(field)]
        else:
            assert field.V == field.AS == "/Yes"
    checked = subprocess.run(["qpdf", "--check", filled.path], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_answers_stand_on_their_lines(paint, tmp_path):
    """Typed words are about as large as the words beside them, and on their line."""
    filled = fill(paint(), tmp_path / "filled.pdf")
    found = words(filled.path)
    typed = 0
    for field in fields(filled):
        if field.FT != "/Tx":
            continue
        left, top, right, bottom = rectangle(filled, field)
        label = [w for w in found if w[3] <= left + 1 and top < (w[2] + w[4]) / 2 < bottom][-1]
        answer = [w for w in found if w[0] in ANSWERS[question(field)].split()]
        inside = [w for w in answer if left <= w[1] and w[3] <= right and top < w[4] < bottom + 6]
        assert [w[0] for w in inside] == ANSWERS[question(field)].split()
        for _, x, y, _, foot in inside:
            assert 0.7 < (foot - y) / (label[4] - label[2]) < 1.1
            assert abs(foot - label[4]) < (foot - y) / 2
        typed += 1
    assert typed == len(ANSWERS) * len(slips(filled))


def test_answers_are_seen(paint, tmp_path):
    empty = paint()
    filled = fill(empty, tmp_path / "filled.pdf")
    blank = tmp_path / "blank.pdf"
    blank.write_bytes(empty.path.read_bytes())
    before, after = ink(blank, empty), ink(filled.path, filled)
    assert len(before) >= len(WITH_CHOICES)
    assert all(share == 0 for share in before.values()), before
    assert all(share > 0.01 for share in after.values()), after


def test_face_that_fields_cannot_use_gives_way(paint):
    """Fields need TrueType outlines; this family has none."""
    document = paint(style="font: Noto Sans CJK SC\n")
    assert any("CJK" in run.font for run in document.runs)
    (font,) = dict(document.pdf.Root.AcroForm.DR.Font).values()
    assert str(font.BaseFont).endswith("+Andika")


def test_right_to_left_words_begin_at_the_right(make):
    result = make("שלום", "--format", "contact-slip", title="שלום", lang="he")
    document = pdf.Document(result.pdf("sample", "-contact-slip"))
    assert all(field.Q == 2 for field in fields(document) if field.FT == "/Tx")


def test_fields_say_which_slip_they_are_on(tmp_path):
    """In every language that the program speaks."""
    articles = {lang.lower(): languages.article(lang) for lang in labels.tags()}
    content = program.write_content(tmp_path / "content", articles, clinic=SMALL_CLINIC)
    result = program.render(content, tmp_path / "out", "--format", "contact-slip")
    assert result.status == 0, result.err
    for lang in labels.tags():
        words = labels.read(lang)
        document = pdf.Document(result.pdf(lang.lower(), "-contact-slip"))
        count = len(document.root.find("H1"))
        assert count > 1, lang
        asked = [words[f"slip_{name}"] for name in STANDARD]
        said = [
            words["slip_field"].replace("{number}", str(number)).replace("{count}", str(count))
            for number in range(1, count + 1)
        ]
        expected = [phrase.replace("{field}", field) for phrase in said for field in asked]
        assert [str(field.TU) for field in fields(document)] == expected


def test_the_only_slip_has_no_number(paint):
    document = paint("standard", slip="")
    assert [str(field.TU) for field in fields(document)] == LABELS
