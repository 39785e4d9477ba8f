"""Each PDF once more as PDF 2.0, with its source and its page in it."""

import pikepdf
import pytest

import clinics
import languages
import measured
import pdf
import program
import soak
import verapdf
from player_fixtures import picture

# A note, a list, a table, a picture, a link within, and enough sections for a list of them.
BODY = """\
See [the table](#doses).[^1] ![A dark room](room.png)

- One
- Two

## Doses

| When | What |
|------|------|
| 9 pm | Milk |

`1 * 4`

> Quoted.

[^1]: With your doctor.
"""
LONG = "\n".join(f"## Part {n}\n\n" + "Sleep well and often. " * 60 + "\n" for n in range(1, 9))
STYLE = None if soak.WHOLE else "products: [standard, large, booklet, html]\n"
ARTICLES = {
    "night": program.article(BODY, front="kind: article\nsummary: What to do.\n"),
    "long": program.article(LONG, front="kind: article\n"),
    "nawm": languages.article("ar"),
}


def render(content, out, *args):
    """Not as program.render, whose PDFs all claim to be PDF 1.7."""
    fonts = program.ROOT / "fonts/fonts.conf"
    return program.run("render", "--content", content, "--out", out, "--fonts", fonts, *args)


def twin(path):
    return path.with_name(f"{path.stem}-2.pdf")


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    files = {"room.png": picture()}
    return program.write_content(tmp_path_factory.mktemp("two") / "content", ARTICLES, clinic=clinics.FULL, style=STYLE, files=files)


@pytest.fixture(scope="module")
def made(content):
    out = content.parent / "out"
    result = render(content, out, "--pdf", "2")
    assert result.returncode == 0, result.stderr
    return out


def plain_pdfs(out):
    return sorted(p for p in out.glob("print/*.pdf") if not p.stem.endswith("-2"))


def test_each_pdf_has_a_twin(made):
    """Which meets the standards of PDF 2.0: the validator measures it."""
    twins = [twin(path) for path in plain_pdfs(made)]
    assert len(twins) >= 8 and all(path.exists() for path in twins)
    assert all(map(verapdf.is_pdf_2, twins))
    measured.later(*twins)


def test_it_says_the_same_on_the_same_pages(made):
    for path in plain_pdfs(made):
        both = [pdf.Document(p) for p in (path, twin(path))]
        said = [[(n.role, n.alt, n.text) for n in document.root.walk()] for document in both]
        assert said[0] == said[1], path.name


def test_source_and_page_are_in_it(made, content):
    with pikepdf.open(made / "print/night-large-2.pdf") as file:
        inside = {name: spec.get_file().read_bytes() for name, spec in file.attachments.items()}
        kinds = {str(spec.UF): str(spec.AFRelationship) for spec in file.Root.AF}
    assert inside["night.md"] == (content / "night.md").read_bytes()
    page = inside["night.html"].decode()
    assert page.startswith("<!doctype html>") and "data:image/png" in page and "night.pdf" not in page
    assert kinds == {"night.md": "/Source", "night.html": "/Alternative"}


def test_nothing_is_in_the_plain_one(made):
    """PDF/A-2 lets in nothing but PDF/A (ISO 19005-2, 6.8)."""
    for path in plain_pdfs(made):
        with pikepdf.open(path) as file:
            assert not file.attachments


def test_the_page_and_the_list_of_handouts_lead_to_the_plain_ones(made):
    for name in ("night", "index"):
        assert "-2.pdf" not in (made / f"web/{name}.html").read_text()


def test_it_goes_when_it_is_not_asked_for(content, tmp_path):
    for args, there in ((("--pdf", "2"), True), ((), False)):
        render(content, tmp_path, "--format", "standard,brochure", *args)
        assert (tmp_path / "print/night.pdf").exists()
        assert (tmp_path / "print/night-2.pdf").exists() == there


def test_another_articles_file_is_not_overwritten(tmp_path):
    articles = {name: program.article("Words.", front="kind: article\n") for name in ("a", "a-2")}
    content = program.write_content(tmp_path / "content", articles)
    result = render(content, tmp_path / "out", "--format", "standard", "--pdf", "2")
    assert result.returncode == 1 and "[name-clash]" in result.stderr


def test_there_is_one_other_version(content, tmp_path):
    result = render(content, tmp_path, "--pdf", "3")
    assert result.returncode == 2 and "'3' is no version of PDF to write too: write '--pdf 2'" in result.stderr
