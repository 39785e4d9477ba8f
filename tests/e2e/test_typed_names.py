"""Names that people type into the contact slip, in any letters: they are kept, shown and read back."""

import json
import re
import subprocess
import unicodedata

import pikepdf
import pytest

import measured
import pdf
import pdf_content
import program
import viewers

# So little that a handout of one word has room for the slip on its page.
CLINIC = "name: Riverside Sleep Clinic\ntelephone: +1 212 736 5000\n"
NAMES = ["Nguyễn Thị Hằng", "Łukasz Żółć", "Ольга Щербакова", "Ελένη Παπαδοπούλου", "Şebnem Ağaoğlu", "Ọlá Ẹ̀kọ́"]
# In the letters of the article: its title, its language, the name, and whether the font has it.
OWN = [
    ("كلمات", "ar", "محمد الأحمد", True),
    ("واژه‌ها", "fa", "پریسا گیلانی", True),
    ("الفاظ", "ur", "ٹیپو ڑ ۓ", True),
    ("שלום", "he", "שירה כהן", True),
    ("शब्द", "hi", "राम कुमार", True),
    ("শব্দ", "bn", "রহিমা খাতুন", True),
    ("ਸ਼ਬਦ", "pa", "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ", True),
    ("શબ્દ", "gu", "અમિત પટેલ", True),
    ("ቃላት", "am", "አበበ ተስፋዬ", True),
    ("ពាក្យ", "km", "សុខា", True),
    ("言葉", "ja", "山田", False),
    ("词语", "zh-Hans", "王芳", False),
    ("단어", "ko", "김민수", False),
]


def fields(document):
    return list(document.pdf.Root.AcroForm.Fields)


@pytest.fixture
def paint(make):
    """One of the products with a slip, of an English article."""

    def paint(name):
        result = make("Words.", "--format", name, clinic=CLINIC)
        assert result.status == 0, result.err
        return pdf.Document(result.pdf("sample", "" if name == "standard" else f"-{name}"))

    return paint


def text_of_codes(font):
    return {code.to_bytes(2, "big"): text for code, text in pdf_content.read_cmap(font.ToUnicode.read_bytes()).items()}


def letters(document):
    """What the font of typed words can show."""
    (font,) = dict(document.pdf.Root.AcroForm.DR.Font).values()
    return set(text_of_codes(font).values())


def typed(path, name):
    """The words that a field shows, read letter by letter from its appearance."""
    with pikepdf.open(path) as filled:
        (field,) = [field for field in filled.Root.AcroForm.Fields if field.T == name]
        (font,) = dict(filled.Root.AcroForm.DR.Font).values()
        known = text_of_codes(font)
        words = b""
        for operands, operator in pikepdf.parse_content_stream(field.AP.N):
            if str(operator) == "Tf":
                assert operands[0] == "/Webdings"  # no other font
            if str(operator) == "Tj":
                words += bytes(operands[0])
        return "".join(known[words[at : at + 2]] for at in range(0, len(words), 2))


@pytest.mark.parametrize("viewer", viewers.ALL, ids=lambda viewer: viewer.__name__)
def test_typed_names_survive(paint, tmp_path, viewer):
    document = paint("contact-slip")
    names = dict(zip([str(field.T) for field in fields(document)], NAMES + NAMES))
    filled = tmp_path / "filled.pdf"
    viewer(document.path, names.get, filled)
    assert {str(field.T): str(field.V) for field in fields(pdf.Document(filled))} == names
    listed = subprocess.run(["qpdf", "--json", "--json-key=acroform", filled], capture_output=True, text=True)
    read = json.loads(listed.stdout)["acroform"]["fields"]
    assert {field["fullname"]: field["value"].removeprefix("u:") for field in read} == names
    if viewer in viewers.WITH_OUR_FONT:
        measured.later(filled)  # it still meets both standards
        drawn = [typed(filled, name) for name in names]
        assert [unicodedata.normalize("NFC", words) for words in drawn] == list(names.values())


@pytest.mark.parametrize("viewer", viewers.WITH_OUR_FONT, ids=lambda viewer: viewer.__name__)
def test_long_names_shrink_and_stay_whole(paint, tmp_path, viewer):
    name = "Llanfairpwllgwyngyll Gogerychwyrndrobwll Llantysiliogogogoch Jones-Williams-Featherstonehaugh"
    document = paint("standard")
    sizes = {}
    for words in ("Jo", name):
        filled = tmp_path / "filled.pdf"
        viewer(document.path, lambda field, words=words: words if field == "name" else "", filled)
        assert typed(filled, "name") == words
        (field,) = [field for field in fields(pdf.Document(filled)) if field.T == "name"]
        content = field.AP.N.read_bytes().decode("latin-1")
        sizes[words] = float(re.search(r"/Webdings ([\d.]+) Tf", content)[1])
    assert sizes[name] < 0.7 * sizes["Jo"]


@pytest.mark.sample(4)
@pytest.mark.parametrize("title, lang, name, shown", OWN, ids=[lang for _, lang, _, _ in OWN])
def test_letters_of_the_article_can_be_typed(make, tmp_path, title, lang, name, shown):
    result = make(title, "--format", "standard", title=title, lang=lang, clinic=CLINIC)
    assert result.status == 0, result.err
    assert ("slip-letters" in result.rules("note")) != shown
    document = pdf.Document(result.pdf("sample"))
    known = letters(document)
    assert (set(name) <= known) == shown
    assert all(set(other) <= known for other in NAMES)
    assert document.path.stat().st_size < 150_000
    for viewer in viewers.ALL:
        filled = tmp_path / f"{viewer.__name__}.pdf"
        viewer(document.path, lambda field: name if field == "name" else "", filled)
        assert [str(field.V) for field in fields(pdf.Document(filled)) if field.T == "name"] == [name]
