"""The square code of the clinic's address is read back by a scanner, from paper as printed."""

import subprocess

import pikepdf
import pytest

import clinics
import languages
import pdf
import program
import soak

URL = "https://riverside-sleep.org/visit?from=handout&lang=en"

# Of the clinic that fills in every key (clinics.py).
PAGE = "https://www.riverside-health.example"
LANGUAGES = soak.sample(["ar", "hi", "km", "zh-Hans"], 2)


def scan(path, directory, dpi):
    """What a scanner finds on all pages."""
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), path, directory / "page"], check=True)
    pages = sorted(directory.glob("page-*.png"))
    scanned = subprocess.run(["zbarimg", "-q", "--raw", *pages], capture_output=True, text=True)
    return scanned.stdout.splitlines()


@pytest.mark.sample(2)
@pytest.mark.parametrize("dpi", [100, 300])
@pytest.mark.parametrize("name", ["standard", "large", "giant"])
def test_code_opens_the_address(make, tmp_path, name, dpi):
    clinic = program.CLINIC.replace("https://riverside-sleep.org/", URL)
    result = make("Words.", "--format", name, clinic=clinic)
    assert result.status == 0, result.err
    (path,) = result.pdfs
    assert scan(path, tmp_path, dpi) == [URL]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_code_is_the_same_in_any_language(tmp_path, lang):
    """On paper, and on the screens of a show, which leads to the page for handouts."""
    content = program.write_content(tmp_path / "content", {"a": languages.article(lang)}, clinic=clinics.FULL)
    result = program.render(content, tmp_path / "out", "--format", "standard,large,screen")
    assert result.status == 0, result.err
    for path in result.pdfs:
        (tmp_path / path.stem).mkdir()
        assert scan(path, tmp_path / path.stem, 150) == [PAGE], path.name
    scanned = subprocess.run(["zbarimg", "-q", "--raw", *result.screens], capture_output=True, text=True)
    assert set(scanned.stdout.splitlines()) == {f"{PAGE}/sheet"}


def test_code_has_words(make):
    document = pdf.Document(make("Words.", "--format", "standard").pdf("sample"))
    (figure,) = document.root.find("Figure")
    assert figure.alt == "QR code: opens https://riverside-sleep.org/"
    captions = [node.text.strip() for node in document.root.find("P", "Caption")]
    assert "Scan for our website" in captions and "riverside-sleep.org" in captions


def test_no_address_no_code(make, tmp_path):
    clinic = program.CLINIC.replace("url: https://riverside-sleep.org/\n", "")
    result = make("Words.", "--format", "standard", clinic=clinic)
    assert scan(result.pdf("sample"), tmp_path, 100) == []


# Where the clinic of these has put out/web.
WEB = "https://riverside-sleep.org/handouts"


@pytest.mark.parametrize("address", [WEB, f"{WEB}/"])
def test_code_opens_the_handouts_own_page(make, tmp_path, address):
    result = make("Words.", "--format", "standard", clinic=program.CLINIC + f"web_url: {address}\n")
    path = result.pdf("sample")
    assert scan(path, tmp_path, 100) == [f"{WEB}/sample.html"]
    assert "Scan to read this on your phone" in [" ".join(p.text.split()) for p in pdf.Document(path).root.find("P", "Caption")]
    with pikepdf.open(path).open_metadata() as said:
        assert list(said["dc:relation"]) == [f"{WEB}/sample.html"]


def test_short_article_in_the_show_leads_to_its_page(tmp_path):
    content = program.write_content(
        tmp_path / "content",
        {"a": program.article("# A\n\nWords.\n", front="summary: Words.\nlobby: short\nkind: article\n")},
        clinic=program.CLINIC + f"web_url: {WEB}\n",
    )
    result = program.render(content, tmp_path / "out", "--format", "screen")
    assert result.status == 0, result.err
    scanned = subprocess.run(["zbarimg", "-q", "--raw", *result.screens], capture_output=True, text=True)
    assert f"{WEB}/a.html" in scanned.stdout.splitlines()


def test_without_a_page_the_code_opens_the_website(make, tmp_path):
    clinic = program.CLINIC + f"web_url: {WEB}\n"
    result = make("Words.", "--format", "standard", clinic=clinic, style="not: [html]\n")
    assert scan(result.pdf("sample"), tmp_path, 100) == ["https://riverside-sleep.org/"]


def test_address_of_the_pages_is_checked(make):
    result = make("Words.", "--format", "standard", clinic=program.CLINIC + "web_url: handouts\n")
    assert result.status != 0 and "'handouts' is no 'web_url'" in result.err
