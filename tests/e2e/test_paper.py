"""Paper as it lies on the table: both sizes of it, every clinic's facts, every ground that words stand on."""

import itertools

import numpy
import pytest

import clinics
import folding
import pdf
import program
import soak
from test_sheets import MEDICINE, PREPARE, SCANNER, SHORT, boxes, overlaps

ALL = "standard,large,giant,brochure,booklet"
SUFFIXES = ("", "-large", "-giant", "-brochure", "-booklet")
KEY_POINTS = 'key_points: ["Take it once a day.", "It takes 4 to 6 weeks to work."]\nquestions: ["What if I miss a dose?"]\n'
CALLOUTS = "\n\n".join(f"> [!{kind}]\n> Words of this kind.\n" for kind in ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"))
BODIES = {"preparing": PREPARE, "short": SHORT, "medicine": MEDICINE, "callouts": PREPARE + "\n\n" + CALLOUTS}


@pytest.fixture(scope="module", params=["letter", "a4"])
def papers(request, tmp_path_factory):
    """The paper's size, and every product of all articles on it."""
    base = tmp_path_factory.mktemp(request.param)
    articles = {name: program.article(body, "Preparing for your MRI", front=KEY_POINTS) for name, body in BODIES.items()}
    content = program.write_content(
        base / "content", articles, clinic=clinics.BUSY, style=f"paper: {request.param}\n", files=SCANNER
    )
    made = program.render(content, base / "out", "--format", ALL)
    found = {path.stem: path for path in made.directory.glob("print/*.pdf")}
    assert len(found) >= 4 * 3, made.err
    return request.param, found


def test_no_page_is_blank(papers, tmp_path):
    """Between its margins: a running title or a number alone would not do."""
    for name, path in papers[1].items():
        for number, page in enumerate(folding.rasters(path, 36, tmp_path)):
            ink = folding.ink(page, 250)
            assert ink[40 : len(ink) - 36].any(axis=1).sum() > 20, (name, number)


def test_margins_are_white(papers, tmp_path):
    """Half an inch at each side of a handout."""
    for name, path in papers[1].items():
        if name.endswith(("-brochure", "-booklet")):
            continue
        for page in folding.rasters(path, 72, tmp_path):
            rows, columns = (numpy.flatnonzero(folding.ink(page, 250).any(axis=axis)) for axis in (1, 0))
            width, height = page.size
            assert rows[0] >= 35 and rows[-1] <= height - 35, name
            assert columns[0] >= 35 and columns[-1] <= width - 35, name


def test_both_papers_take_as_many_pages(papers):
    """A4 is longer and narrower, and holds no less."""
    most = {"short": 1, "medicine": 4, "callouts": 3}
    for name, count in most.items():
        assert len(pdf.Document(papers[1][name]).pages) <= count, name


def luminance(color):
    channels = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(a, b):
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def ground_of(picture, box, scale):
    """The colour that most pixels of a line of words have: between and around its letters."""
    x0, y0, x1, y1 = (round(value * scale) for value in box)
    pixels = picture[max(y0, 0) : y1, max(x0 - 4, 0) : x1 + 4].reshape(-1, 3)
    colors, counts = numpy.unique(pixels, axis=0, return_counts=True)
    return colors[counts.argmax()] / 255


@pytest.mark.parametrize("name", soak.sample(["medicine", "callouts"], 1))
def test_words_stand_out_from_what_lies_below_them(papers, tmp_path, name):
    """7:1 (WCAG 2.2, 1.4.6), by the pixels of the ground."""
    for suffix in SUFFIXES:
        path = papers[1].get(name + suffix)
        if not path:
            continue
        pictures = folding.rasters(path, 144, tmp_path, gray=False)
        for page, picture in zip(pdf.Document(path).pages, map(numpy.asarray, pictures)):
            for run in page.runs:
                if not run.text.strip() or run.width < 4:
                    continue
                top, foot = page.height - run.y - 0.7 * run.size, page.height - run.y + 0.15 * run.size
                ground = ground_of(picture, (run.x, top, run.x + run.width, foot), 2)
                assert contrast(run.color, ground) >= 6.9, (suffix, page.number, run.text, ground)


# ---- Thirty made-up clinics ----

NAMES = [
    "Oak Lane Clinic",
    "Riverside Community Health Center",
    "The Riverside and Lower Columbia Valley Regional Community Center for Sleep Medicine, Mood, Memory, Movement and Recovery of Adults",
]
HOURS = [
    "",
    "opening_hours: [Mo-Fr 09:00-17:00]\n",
    "opening_hours:\n" + "".join(f"  - {day} 08:3{n}-12:00,13:00-17:0{n}\n" for n, day in enumerate(("Mo", "Tu", "We", "Th", "Fr", "Sa"))),
]
EMAILS = ["", "email: appointments.and.questions.of.families@riverside-and-lower-columbia.example\n"]
PHONES = ["", "telephone: +1 503 234 5678\n"]
LINES = [
    "",
    "crisis_lines:\n"
    '  - {name: 988 Suicide & Crisis Lifeline, telephone: "988", text: "988", verified_on: 2026-10-01}\n'
    '  - {name: County Mobile Crisis Team, telephone: "+1 503 988 4888", verified_on: 2026-10-01}\n',
]
EVERY = list(itertools.product(NAMES, HOURS, EMAILS, PHONES, LINES))
CLINICS = soak.sample([EVERY[n * 7 % len(EVERY)] for n in range(30)], 12)


def facts_of(clinic):
    name, hours, email, phone, lines = clinic
    yield name
    yield from ["+1 503 234 5678"] * bool(phone)
    yield from [email.removeprefix("email: ").strip()] * bool(email)
    yield from ["5 pm"] * ("09:00" in hours) + ["Saturday"] * ("Sa" in hours)
    yield from ["988 Suicide & Crisis Lifeline", "County Mobile Crisis Team", "+1 503 988 4888"] * bool(lines)


@pytest.mark.parametrize("clinic", CLINICS, ids=lambda clinic: "-".join(str(len(part)) for part in clinic))
def test_every_clinic_has_a_head_and_a_foot(make, clinic):
    """Whole, on one page, and with no words on others; a line to write on where no number is given."""
    name, *facts = clinic
    made = make(SHORT, "--format", "standard", clinic=f"name: {name}\n" + "".join(facts))
    assert made.status == 0, made.err
    document = pdf.Document(made.pdf("sample"))
    assert len(document.pages) == 1
    said = pdf.squash(document.root.text)
    assert [fact for fact in facts_of(clinic) if pdf.squash(fact) not in said] == []
    assert (pdf.squash("Our phone number") in said) == (not clinic[3])
    found = list(boxes(document.pages[0]))
    for i, (a, one) in enumerate(found):
        assert one[0] >= 36 and one[2] <= 577 and one[1] >= 30, a.text
        assert not [b.text for b, other in found[:i] if abs(a.y - b.y) > 0.5 and overlaps(one, other)]
