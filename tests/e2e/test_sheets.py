"""How much paper articles take, and what stands at the foot of it: contact bands with few or unwieldy facts."""

import pathlib

import numpy
import pytest

import clinics
import folding
import labels
import pdf
import program
from conftest import picture

PREPARE = """\
An MRI takes pictures of the inside of your body. It does not hurt. It is loud.

## Before you come

- Tell us if you have a pacemaker, a cochlear implant or metal in your body.
- Take off jewelry, watches and hearing aids.
- You can eat and drink as usual.

![The scanner, a wide tube with a flat bed in front of it](scanner.png)

## On the day

Come 20 minutes early. Bring your ID and your insurance card.
"""
MEDICINE = """\
Your doctor has prescribed **sertraline**. It helps with low mood and worry.

## Your dose, week by week

| Week | Morning | Evening | Total each day |
|---|---:|---:|---:|
| 1 | 25 mg (half a tablet) | – | 25 mg |
| 3 and 4 | 50 mg (1 tablet) | 25 mg (half a tablet) | 75 mg |
| From week 5 | 100 mg (2 tablets) | – | 100 mg |

## How to take it

1. Take it with a glass of water.
2. You can take it with or without food.
3. If you feel sick, take it after a meal.
   - Try dry toast first.
4. Keep the tablets in their box.

> **Do not** take it with St. John's wort or MAOI medicines.

## Call us the same day if you have

- [ ] a rash
- [ ] shaking or a very fast heartbeat
- [ ] thoughts of harming yourself

![The scanner](scanner.png)

## Side effects

| Side effect | How common | What helps |
|---|---|---|
| Feeling sick (nausea) | More than 1 in 10 | Take it with food; small meals; ginger tea |
| Dry mouth | 1 to 10 in 100 | Sip water; sugar-free gum |
"""
SCANNER = {"scanner.png": picture("PNG", size=(900, 1200))}
SHORT = "Please ask at the front desk. We will see you on the ground floor."


def pages(result):
    assert result.status == 0, result.err
    return len(pdf.Document(result.pdf("sample")).pages)


def test_the_report_counts_sheets(make):
    """Both sides of them; slips are cut from one side, and nobody prints the reading edition."""
    made = make(MEDICINE, "--format", "standard,large,brochure,booklet,contact-slip", files=SCANNER)
    assert made.status == 0, made.err
    for line in filter(lambda line: line.endswith(" KB") or " KB  print" in line, made.out.splitlines()):
        path, words = line.split(maxsplit=1)
        count = len(pdf.Document(pathlib.Path(path)).pages)
        sheets = count if "one-sided" in words else (count + 1) // 2
        told = "" if "print" not in words else ", one sheet" if sheets == 1 else f", {sheets} sheets"
        assert words.startswith(f"{count} page{'s' * (count > 1)}{told} ")


@pytest.mark.parametrize(
    "body, most",
    [(PREPARE, 1), ("We are closed on Thursday.", 1), (SHORT, 1), (MEDICINE, 4)],
    ids=["preparing", "closed", "elevator", "medicine"],
)
def test_a_sheet_is_enough(make, body, most):
    made = make(body, "--format", "standard", title="Preparing for your MRI", clinic=clinics.BUSY, files=SCANNER)
    assert pages(made) <= most


def test_the_article_of_the_clinic_takes_two_sheets_at_most(tmp_path):
    made = program.render(program.ROOT / "content", tmp_path, "--format", "standard")
    assert len(pdf.Document(made.pdf("treatment-resistance")).pages) <= 4


ARABIC = "اشرب الماء كل يوم ونم في وقت واحد كل ليلة. اتصل بنا إذا كنت بحاجة إلى مساعدة. أطفئ الهاتف قبل النوم."


def test_lines_of_another_script_are_led_as_the_first(make):
    """1.43 of the letters' size (print-standards 2: never by what the face asks for itself)."""
    made = make(ARABIC, "--format", "standard", lang="ar", title="النوم")
    (text,) = [node for node in pdf.Document(made.pdf("sample")).root.find("P") if "الماء" in node.text]
    heights = sorted({round(run.y, 1) for run in text.runs})
    apart = numpy.diff(heights)
    assert len(apart) > 0 and max(apart) <= 1.5 * max(run.size for run in text.runs)


def test_a_box_that_no_page_holds_is_a_list(make):
    signs = "\n".join(f"- [ ] sign number {n}" for n in range(60))
    made = make(f"## Call us the same day if you have\n\n{signs}", "--format", "standard", clinic=clinics.BUSY)
    assert pages(made) > 1
    assert "sign number 59" in pdf.Document(made.pdf("sample")).root.text


# ---- The foot of the last page ----

NAME = "The Riverside and Lower Columbia Valley Regional Community Center for Sleep Medicine, Mood, Memory, Movement and Recovery of Adults, Adolescents and Children"
WORDS = {
    "no telephone": clinics.BUSY.replace("telephone: +1 503 234 5678\n", "telephone:\n", 1),
    "no hours": clinics.BUSY.replace("  - Mo-Fr 08:30-12:00,13:00-17:30\n  - Sa 09:00-12:00\n  - PH off\n", ""),
    "long email": clinics.BUSY.replace("frontdesk@", "appointments.and.questions.of.families@"),
    "long name": clinics.BUSY.replace("Riverside Community Health Center", NAME),
    "two lines": clinics.BUSY.replace(
        "crisis_lines:\n",
        'crisis_lines:\n  - name: County Mobile Crisis Team\n    telephone: "+1 503 988 4888"\n    verified_on: 2026-10-01\n',
    ),
    "checked": clinics.BUSY + "verified_on: 2026-11-20\n",
}
FACTS = {
    "telephone": "+1 503 234 5678",
    "email": "frontdesk@riverside-health.example",
    "website": "riverside-health.example",
    "street": "4200 North Lamar Boulevard",
    "unit": "Suite 210",
    "city": "Portland, OR 97201",
    "weekdays": "8:30 am to 12 noon",
    "afternoons": "1 pm to 5:30 pm",
    "holidays": "closed",
    "crisis line": "988 Suicide & Crisis Lifeline",
}
MISSING = {"no telephone": {"telephone"}, "no hours": {"weekdays", "afternoons", "holidays"}}


@pytest.fixture(params=WORDS)
def foot(request, make):
    """What is asked of the clinic, and its sheet."""
    made = make(SHORT, "--format", "standard,large", clinic=WORDS[request.param])
    assert made.status == 0, made.err
    return request.param, made


def expected(case):
    facts = {kind: fact for kind, fact in FACTS.items() if kind not in MISSING.get(case, set())}
    if case == "long email":
        facts["email"] = "appointments.and.questions.of.families@riverside-health.example"
    if case == "two lines":
        facts["team"], facts["number of the team"] = "County Mobile Crisis Team", "+1 503 988 4888"
    if case == "long name":
        facts["name"] = NAME
    return facts


@pytest.mark.parametrize("suffix", ["", "-large"])
def test_every_fact_stands_there_once(foot, suffix):
    case, made = foot
    said = pdf.squash(pdf.Document(made.pdf("sample", suffix)).root.text)
    count = {kind: said.count(pdf.squash(fact)) for kind, fact in expected(case).items()}
    assert said.count(pdf.squash("Call or text 988")) == 1  # one number, said once
    count["website"] -= count["email"]  # the address ends as it does
    assert count == dict.fromkeys(count, 1)


@pytest.mark.parametrize("lang", ["en-US", "es", "ar"])
@pytest.mark.parametrize("product, most", [("large", 1), ("giant", 1), ("booklet-reading", 1)])
def test_a_contact_block_is_parted_between_facts_and_only_where_it_is_longer_than_a_page(make, product, most, lang):
    made = make(SHORT, "--format", product, clinic=clinics.BUSY + "verified_on: 2026-11-20\n", lang=lang)
    assert made.status == 0, made.err
    document = pdf.Document(made.pdf("sample", f"-{product}"))
    contact = labels.of(f"lang: {lang}")["contact_heading"]
    (heading,) = [node for node in document.root.find("H2") if node.text.strip() == contact]
    pages = len(heading.parent.pages)
    assert pages <= most
    for node in heading.parent.find("P", "TR"):
        assert len(node.pages) == 1, node.text
    assert len({node.pages[0] for node in heading.parent.find("P") if "988" in node.text}) == 1
    assert made.rules("note").count("contact-split") == (pages > 1)
    assert document.bare == []


def test_a_name_without_room_in_a_head_is_parted_nowhere(make):
    """A running title leaves so little room for the clinic's name that it goes without."""
    made = make(MEDICINE, "--format", "large,giant", title="Starting sertraline for the first time", clinic=clinics.BUSY, files=SCANNER)
    assert made.status == 0 and "word-parted" not in made.rules(), made.err


def boxes(page):
    """Of the lines of letters: from a fifth below the baseline up to the height of small letters. [pt]"""
    for run in page.runs:
        if run.text.strip():
            yield run, (run.x, run.y - 0.2 * run.size, run.x + run.width, run.y + 0.6 * run.size)


def overlaps(a, b):
    return a[0] + 0.5 < b[2] and b[0] + 0.5 < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("suffix", ["", "-large"])
@pytest.mark.parametrize("lang", ["en-US", "es", "de"])
def test_no_words_run_into_others(make, suffix, lang):
    """The day on which facts were checked takes two lines in large Spanish."""
    made = make(SHORT, "--format", "standard,large", clinic=WORDS["checked"], lang=lang)
    for page in pdf.Document(made.pdf("sample", suffix)).pages:
        found = list(boxes(page))
        assert not [
            (a.text, b.text)
            for i, (a, one) in enumerate(found)
            for b, other in found[:i]
            if abs(a.y - b.y) > 0.5 and overlaps(one, other)
        ]


@pytest.mark.parametrize("suffix", ["", "-large"])
def test_the_foot_is_clear_of_the_band(make, suffix):
    """Between the crisis strip and the words below it lies white paper."""
    made = make(SHORT, "--format", "standard,large", clinic=WORDS["checked"], lang="es")
    page = pdf.Document(made.pdf("sample", suffix)).pages[-1]
    checked = max(run.y + 0.6 * run.size for run in page.runs if run.node and "comprobados" in run.node.text)
    strip = min(run.y - 0.2 * run.size for run in page.runs if run.node and "Llame" in run.node.text)
    assert strip - checked >= 12


@pytest.mark.parametrize("lang", ["en-US", "ar"])
def test_who_made_a_handout_is_said_small(tmp_path, lang):
    """All facts run on, and each is a paragraph by itself."""
    front = 'version: "1.2"\nreviewed: 2026-10-01\nreview_due: 2028-10-01\n'
    title = "فحص" if lang == "ar" else "A title"
    articles = {"sample": program.article(SHORT, title, lang, front)}
    made = program.render(program.write_content(tmp_path / "c", articles), tmp_path / "out", "--format", "standard")
    document = pdf.Document(made.pdf("sample"))
    words = labels.of(f"lang: {lang}")
    (heading,) = [node for node in document.root.find("H2") if node.text == words["about_heading"]]
    assert {round(run.size, 1) for run in heading.runs} == {14.8}
    facts = heading.parent.find("P")
    assert [fact.text.split(":")[0] for fact in facts] == [words[key] for key in ("version", "reviewed", "review_due")]
    assert {round(run.size, 1) for fact in facts for run in fact.runs if run.text.isascii()} == {12.7}
    assert len({next(fact.runs).y for fact in facts}) == 1


QUESTIONS = 'questions:\n  - How will we know that it works?\n  - What if I miss a dose?\n'


def rules(page):
    """How far down the hairlines stand that are as wide as the text, in rows of pixels at 72 dpi."""
    grey = numpy.asarray(page).astype(int)
    return [y for y in range(1, len(grey) - 1) if (grey[y, 62:550] < 235).all() and grey[y - 3, 62:550].min() > 250]


@pytest.mark.parametrize("lang", ["en-US", "ar"])
def test_questions_have_lines_to_write_on(tmp_path, lang):
    """Two for each where that costs no page, else one or none."""
    title = "فحص" if lang == "ar" else "A title"
    words = labels.of(f"lang: {lang}")
    counts = []
    for words_above in (SHORT, SHORT + "\n\n" + "You can ask us about this at any time of the day. " * 11):
        articles = {"sample": program.article(words_above, title, lang, QUESTIONS)}
        directory = program.write_content(tmp_path / f"c{len(counts)}", articles, clinic=clinics.BUSY)
        made = program.render(directory, tmp_path / f"out{len(counts)}", "--format", "standard")
        assert pages(made) == 1
        page = pdf.Document(made.pdf("sample")).pages[0]
        found = rules(folding.rasters(made.pdf("sample"), 72, tmp_path)[0])
        (first,) = [792 - run.y for run in page.runs if run.node and "How will we" in run.node.text][:1]
        band = min(792 - run.y for run in page.runs if run.node and "Riverside" not in run.text and words["contact_heading"] in run.node.text)
        below = [y for y in found if first < y < band]
        counts.append(len(below))
        if below:
            assert 20 <= below[0] - first <= 34
            assert 28 <= below[1] - below[0] <= 32
    assert counts[0] >= 4 and counts[1] == 0


# ---- Panels on a grey printer ----

PANELS = """\
> [!NOTE]
> Do come early.

> [!WARNING]
> Do not drive.

> [!IMPORTANT]
> Bring a list.

## Call us the same day if you have

- [ ] a rash
"""


def test_panels_are_told_apart_in_grey(tmp_path):
    """By the room left of the words: a tint, a dark slab, a frame alone, a dark bar above, a frame around a dark ground;
    key points by a dark disc with a white tick in a frame, before each of them."""
    article = program.article(PANELS, front='key_points: ["Rest at home."]\n')
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinics.BUSY)
    made = program.render(content, tmp_path / "out", "--format", "standard")
    document = pdf.Document(made.pdf("sample"))
    page, sheets = document.pages[0], [numpy.asarray(sheet) for sheet in folding.rasters(made.pdf("sample"), 72, tmp_path)]
    grey = sheets[0]

    def of(words):
        """Greys at the start of a panel whose words say this, on the line of their baseline."""
        (run,) = [run for run in page.runs if words in run.text and run.node]
        return grey[round(page.height - run.y - 4), 36:60]

    names = ("Do come early", "Do not drive", "Bring a list", "Call us the same")
    note, warning, important, call = map(of, names)
    (crisis,) = [run for run in document.runs if run.size > 40]  # its number
    edge = sheets[crisis.page][round(page.height - crisis.y - 4), 34:60]
    dark = numpy.flatnonzero(edge < 100)
    assert dark[-1] == len(edge) - 1 and any(edge[dark[0] : dark[-1]] > 230)  # a line, white, and the ground
    assert not any(call[4:] > 230)
    tint = [numpy.median(panel) for panel in (note, warning, important, call)]
    assert 225 < tint[0] < 250  # ground to read on
    assert tint[1] < 60 and tint[3] < 100  # slab and bar
    assert tint[2] > 252  # white in a frame
    assert min(important[:4]) < 128 <= min(note[4:])  # which is a line
    (point,) = [run for run in page.runs if "Rest at home" in run.text and run.node]
    middle = round(page.height - point.y - 5)
    assert grey[middle - 30 : middle + 12, 34:40].min() < 128 and numpy.median(grey[middle, 41:59]) > 252  # frame, white
    disc = grey[middle - 8 : middle + 8, 60 : round(point.x) - 4]
    assert (disc < 100).sum() > 80 and (disc > 220).sum() > 80 and disc[7:9, 6:12].max() > 150


# ---- Questions and lines to write on ----


@pytest.fixture(params=["standard", "large"])
def asked(request, tmp_path):
    """A sheet on a medicine, with questions and who made it."""
    article = program.article(MEDICINE, title="Starting sertraline: how to take it", front=QUESTIONS + 'version: "1.2"\n')
    content = program.write_content(
        tmp_path / "content", {"sample": article}, clinic=clinics.BUSY, files={"scanner.png": picture("PNG", size=(1200, 800))}
    )
    made = program.render(content, tmp_path / "out", "--format", request.param)
    assert made.status == 0, made.err
    return pdf.Document(made.pdf("sample", "" if request.param == "standard" else "-large"))


def test_questions_stand_above_their_lines(asked):
    """On one page: each is bold, without a mark, and the heading is with the first."""
    (heading,) = [node for node in asked.root.find("H2") if node.text.strip() == "Questions to ask"]
    bodies = heading.parent.find("LBody")
    assert heading.pages[0] == bodies[0].pages[0]
    for body in bodies:
        (run, *_) = body.runs
        assert "Bold" in run.font and run.x == pytest.approx(60, abs=1)
        assert run.y > 68 + 2 * 30  # its lines are below it


def test_lines_to_write_on_are_for_one_thing_on_a_page(asked):
    for page in asked.pages:
        said = {run.text.strip() for run in page.runs}
        assert not {"My own questions", "My notes"} <= said, page.number


def test_no_picture_stands_alone_on_its_page(asked):
    """What follows it comes with it, if need be on less room for the picture."""
    for page in asked.pages[1:]:
        assert [run for run in page.runs if run.node and run.y < 650], page.number
