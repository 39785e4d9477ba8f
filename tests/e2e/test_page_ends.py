"""Where pages end: on one sheet where all fits, and full before the last."""

import numpy
import pytest

import clinics
import folding
import labels
import pdf
import program

SPANISH = """\
Una resonancia magnética toma imágenes del interior de su cuerpo. No duele. Hace mucho ruido.

## Antes de venir

- ¿Tiene un marcapasos, un implante coclear o metal en el cuerpo? Díganoslo.
- Quítese las joyas, los relojes y los audífonos.
- Puede comer y beber como siempre.

## El día del examen

Venga 20 minutos antes. Traiga su identificación y su tarjeta del seguro.
"""
POINTS = 'key_points: ["Avísenos si tiene un marcapasos.", "Quítese las joyas y los audífonos."]\n'


def foot_of(page):
    """How far the words of a page reach down, from the lower edge of the sheet; not those of its foot. [pt]"""
    return min(run.y for run in page.runs if run.node and run.y > 68)


ARABIC_TITLE = "الاستعداد لفحص الرنين المغناطيسي"
ARABIC_SHEET = """\
فحص الرنين المغناطيسي (MRI) يلتقط صوراً لداخل جسمك. الفحص غير مؤلم لكنه صاخب.

## قبل أن تأتي

- أخبرنا إذا كان لديك منظم لضربات القلب أو قوقعة أذن مزروعة أو معدن في جسمك.
- انزع المجوهرات والساعات وسماعات الأذن.
- يمكنك الأكل والشرب كالمعتاد.

## في يوم الفحص

احضر قبل الموعد بـ 20 دقيقة. أحضر بطاقة الهوية وبطاقة التأمين. اتصل بنا على +1 503 234 5678.
"""
ARABIC_LEAD = "summary: ما الذي يجب فعله قبل الفحص وفي يوم الفحص.\n"
ARABIC_POINTS = 'key_points: ["أخبرنا إذا كان لديك منظم لضربات القلب.", "انزع المجوهرات والساعات."]\n'
CHECKED = clinics.BUSY + "verified_on: 2026-11-20\n"
SPANISH_TITLE = "Cómo prepararse para su resonancia magnética"
SPANISH_LEAD = "summary: Qué hacer el día anterior y el día del examen.\n"


def sheet(tmp_path, body, title, lang, front, clinic=CHECKED):
    article = program.article(body, title=title, lang=lang, front=front)
    content = program.write_content(tmp_path / "content", {"sample": article}, clinic=clinic)
    made = program.render(content, tmp_path / "out", "--format", "standard")
    assert made.status == 0, made.err
    return pdf.Document(made.pdf("sample"))


@pytest.mark.parametrize(
    "body, title, lang, front",
    [
        (SPANISH, SPANISH_TITLE, "es", SPANISH_LEAD + POINTS),
        (ARABIC_SHEET, ARABIC_TITLE, "ar", ARABIC_LEAD + ARABIC_POINTS),
    ],
    ids=["es", "ar"],
)
def test_white_space_gives_way_for_one_sheet_and_letters_do_not(tmp_path, body, title, lang, front):
    document = sheet(tmp_path, body, title, lang, front)
    assert len(document.pages) == 1
    sizes = [round(run.size, 2) for run in document.runs if run.text.strip() and "Andika" in run.font]
    assert min(sizes) == 12.72
    (points,) = [node for node in document.root.find("H2") if node.text.strip() == labels.of(f"lang: {lang}")["key_points"]]
    (first, *_) = points.parent.find("LBody")
    assert next(points.runs).y == pytest.approx(next(first.runs).y, abs=0.1)  # beside its list


@pytest.mark.parametrize("lead, services", [(SPANISH_LEAD, False), ("", True)], ids=["long", "short"])
def test_no_more_is_given_up_than_makes_one_sheet(tmp_path, lead, services):
    """White space is what it takes here: letters are as large as on any page, and the motif is there; where there is
    room for them, so are the services."""
    document = sheet(tmp_path, SPANISH, SPANISH_TITLE, "es", lead + POINTS)
    assert len(document.pages) == 1
    (name,) = {run.size for run in document.runs if run.node and run.node.role == "H1"}
    assert name == pytest.approx(28 * 1.06, rel=0.01)
    end = numpy.asarray(folding.rasters(tmp_path / "out/print/sample.pdf", 72, tmp_path)[0])[80:110, 475:570]
    assert (end < 210).any()  # darker than the ground
    assert ("Talking therapy" in document.root.text) == services


@pytest.fixture
def spanish(tmp_path):
    more = "\n\n## Después\n\n" + "\n\n".join(["Puede volver a su casa. Le enviaremos los resultados en dos semanas."] * 4)
    return sheet(tmp_path, SPANISH + more, SPANISH_TITLE, "es", POINTS, clinics.BUSY)


def test_what_one_side_cannot_hold_fills_two(spanish):
    """All text stands on the first; above the contact band of the second is room for notes."""
    first, second = spanish.pages
    assert any("resultados" in run.text for run in first.runs)
    assert foot_of(first) <= 68 + 0.2 * 646
    said = [run.node.text.strip() for run in second.runs if run.node]
    assert said.index("Mis notas") < said.index("Contáctenos")


def test_pages_before_the_last_are_full(tmp_path):
    """At most a fifth of the room for text is left."""
    made = program.render(program.ROOT / "content", tmp_path, "--format", "standard")
    for page in pdf.Document(made.pdf("treatment-resistance")).pages[:-1]:
        assert foot_of(page) <= 68 + 0.2 * 646


def test_the_last_page_of_the_clinic_s_article_is_over_half_full(tmp_path):
    """Down to the slip at its foot; behind it is room for notes."""
    made = program.render(program.ROOT / "content", tmp_path, "--format", "standard")
    *_, page, back = pdf.Document(made.pdf("treatment-resistance")).pages
    assert foot_of(page) < 792 - 78 - 646 / 2
    assert [run.node.text.strip() for run in back.runs if run.node] == ["My notes"]


GUIDE = "This guide tells you what to expect.\n\n" + "\n\n".join(
    f"## Part {n}\n\n" + "Each visit lasts about 20 to 40 minutes. You can drive home afterwards, and rest. " * 32 for n in range(1, 15)
)
WAYS = 'key_points: ["You come five days a week.", "Most side effects are mild."]\n'


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    base = tmp_path_factory.mktemp("guide")
    content = program.write_content(base / "content", {"sample": program.article(GUIDE, front=WAYS)}, clinic=clinics.BUSY)
    return program.render(content, base / "out", "--format", "standard,large")


@pytest.mark.parametrize("suffix", ["", "-large"])
def test_pages_of_a_guide_are_full(guide, suffix):
    """With its list of sections, which goes on where a page is full: three entries at least on each.
    The contact band may need a page of its own, and the text ends where it does."""
    pages = pdf.Document(guide.pdf("sample", suffix)).pages
    assert len(pages) > 8
    for page in pages[:-2]:
        assert foot_of(page) <= 68 + 0.2 * 646, page.number
    entries = [sum("TOCI" in run.node.path for run in page.runs if run.node and run.node.role == "Link") for page in pages]
    assert sum(entries) >= 14 and not [count for count in entries if 0 < count < 3]


@pytest.mark.parametrize("sentences", [*range(16, 20), *range(38, 42)])
def test_a_line_that_announces_a_list_stays_with_it(make, sentences):
    items = "".join(f"- Bring somebody whom you trust, number {n}.\n" for n in range(7))
    made = make("You can drive home afterwards.\n\n" * sentences + f"What helps:\n\n{items}", "--format", "standard")
    root = pdf.Document(made.pdf("sample")).root
    (lead,) = [node for node in root.find("P") if node.text.strip() == "What helps:"]
    first = next(node for node in root.find("LI") if "number 0" in node.text)
    assert lead.pages == first.pages
