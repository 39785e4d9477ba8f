"""Who a handout is from: the clinic's logo and name in the head of the first page."""

import subprocess

import numpy
import pikepdf
import pytest

import clinics
import folding
import pdf
from conftest import picture

SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">
<circle cx="30" cy="30" r="25" fill="#0a6a4a"/><rect x="62" y="20" width="130" height="20" fill="#0a6a4a"/></svg>
"""
ALT = "A green disc beside a bar"
STYLE = "logo:\n  file: {}\n  alt: {}\n"
LONG = "Saint Bartholomew’s Regional Medical Center, Department of Neuroradiology and Interventional Pain Medicine, "
WORDY = clinics.BUSY.replace("name: Riverside Community Health Center", f"name: {LONG}Outpatient Building of the Valley")


def density(path):
    """Of the first picture of the first page. [dots an inch]"""
    listed = subprocess.run(["pdfimages", "-list", "-l", "1", path], capture_output=True, text=True, check=True).stdout
    return int(listed.splitlines()[2].split()[12])


def place(path):
    """The box of the first figure of a file, from the upper left corner of its page. [pt]"""
    document = pdf.Document(path)
    figure = document.root.find("Figure")[0]
    left, foot, right, top = map(float, figure.attribute("/BBox"))
    height = float(document.pages[0].height)
    return figure, (left, height - top, right, height - foot)


@pytest.fixture(params=["drawing", "pixels"])
def file(request):
    return ("mark.svg", SVG.encode()) if request.param == "drawing" else ("mark.png", picture("PNG", size=(400, 120)))


@pytest.mark.parametrize("lang", ["en-US", "ar"])
def test_a_logo_stands_on_its_plate_before_the_name(make, file, lang):
    name, data = file
    title = "فحص" if lang == "ar" else "A title"
    files = {name: data}
    made = make("Words.", clinic=clinics.BUSY, style=STYLE.format(name, ALT), files=files, lang=lang, title=title)
    assert made.status == 0, made.err
    for suffix in ("", "-large", "-giant"):
        path = made.pdf("sample", suffix)
        figure, (left, top, right, foot) = place(path)
        assert figure.alt == ALT and figure.parent.kids.index(figure) == 0
        high = {"": 28, "-large": 36, "-giant": 44}[suffix]
        assert foot - top <= high + 0.1 and right - left <= 124.1
        assert foot - top > high - 0.1 or right - left > 123.9  # as large as its plate allows
        assert top >= 36 + 10 - 0.1
        start = 612 - right if lang == "ar" else left
        assert start == pytest.approx(68, abs=0.1)


def test_a_drawing_is_drawn_at_600_dpi(make):
    made = make("Words.", "--format", "standard", style=STYLE.format("m.svg", ALT), files={"m.svg": SVG.encode()})
    assert 595 <= density(made.pdf("sample")) <= 605


def test_long_names_stand_beside_a_logo(make):
    made = make("Words.", "--format", "standard", clinic=WORDY, style=STYLE.format("m.svg", ALT), files={"m.svg": SVG.encode()})
    _, (left, top, right, foot) = place(made.pdf("sample"))
    page = pdf.Document(made.pdf("sample")).pages[0]
    name = [run for run in page.runs if run.node and run.node.text and run.node.text.startswith("Saint")]
    baselines = {round(run.y) for run in name}
    assert len(baselines) >= 3
    assert min(run.x for run in name) >= right + 8 + 13.9
    middle = 792 - (max(baselines) + min(baselines)) / 2
    assert (top + foot) / 2 == pytest.approx(middle - 5, abs=6)


@pytest.mark.parametrize(
    "style, files, said",
    [
        (STYLE.format("none.svg", ALT), {}, "style.yaml:2:9: error: the picture 'none.svg' is not there"),
        (STYLE.format("m.svg", ALT), {"m.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><g>"}, "style.yaml:2:9: error: the picture 'm.svg' is damaged"),
        (STYLE.format("m.gif", ALT), {"m.gif": b"GIF89a"}, "'m.gif' is neither PNG, JPEG nor SVG"),
        ("logo:\n  file: m.svg\n", {"m.svg": SVG.encode()}, "style.yaml:2:9: error: the logo 'm.svg' has no words"),
        ("logo:\n  alt: Ours\n", {}, "style.yaml:1:1: error: 'logo' names no 'file'"),
        ("logo: m.svg\n", {}, "'logo' holds indented lines"),
    ],
    ids=["missing", "damaged", "foreign", "no words", "no file", "no mapping"],
)
def test_what_is_amiss_is_said_at_its_line(make, style, files, said):
    made = make("Words.", "--format", "standard", style=style, files=files)
    assert made.status == 1 and said in made.err
    assert not made.pdfs


def test_a_logo_reads_nothing_outside_of_its_file(make, tmp_path):
    secret = tmp_path / "secret.png"
    secret.write_bytes(picture("PNG", size=(400, 120)))
    outside = f"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="12">
<image xlink:href="file://{secret}" width="40" height="12"/></svg>"""
    made = make("Words.", "--format", "standard", style=STYLE.format("m.svg", ALT), files={"m.svg": outside.encode()})
    with pikepdf.open(made.pdf("sample")) as file:
        [found] = [o for o in file.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
        assert set(found.read_bytes()) == {255}


# ---- Ink ----

HELP = """\
> [!WARNING]
> Do not drive.

## Call us the same day if you have

- [ ] a rash
"""


def greys(result, into):
    return numpy.asarray(folding.rasters(result.pdf("sample"), 72, into)[0]).astype(int)


def test_saving_ink_turns_dark_grounds_into_frames(make, tmp_path):
    full = make(HELP, "--format", "standard", clinic=clinics.BUSY)
    text, dark = pdf.Document(full.pdf("sample")).root.text, greys(full, tmp_path)
    saver = make(HELP, "--format", "standard", clinic=clinics.BUSY, style="ink_use: saver\n")
    page, light = pdf.Document(saver.pdf("sample")), greys(saver, tmp_path)
    assert page.root.text == text
    assert (dark < 100).mean() > 2 * (light < 100).mean()
    for words in ("Riverside Community", "Call us the same", "If you need help"):
        for run in (run for run in page.pages[0].runs if words in run.text):
            y = 792 - run.y
            band = light[round(y - 20) : round(y + 12), round(run.x) - 3 : round(run.x + run.width)]
            assert numpy.median(band) > 250 and band.min() < 120  # dark words on white
            assert light[round(y), 34:40].min() < 160  # in a frame
