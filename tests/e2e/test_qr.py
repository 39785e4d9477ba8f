"""The square code of the clinic's address is read back by a scanner, from paper as printed."""

import subprocess

import pytest

import pdf
import program

URL = "https://riverside-sleep.org/visit?from=handout&lang=en"


def scan(path, directory, dpi):
    """What a scanner finds on all pages."""
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), path, directory / "page"], check=True)
    pages = sorted(directory.glob("page-*.png"))
    scanned = subprocess.run(["zbarimg", "-q", "--raw", *pages], capture_output=True, text=True)
    return scanned.stdout.splitlines()


@pytest.mark.parametrize("dpi", [100, 300])
@pytest.mark.parametrize("name", ["standard", "large", "giant"])
def test_code_opens_the_address(make, tmp_path, name, dpi):
    clinic = program.CLINIC.replace("https://riverside-sleep.org/", URL)
    result = make("Words.", "--format", name, clinic=clinic)
    assert result.status == 0, result.err
    (path,) = result.pdfs
    assert scan(path, tmp_path, dpi) == [URL]


def test_code_has_words(make):
    document = pdf.Document(make("Words.", "--format", "standard").pdf("sample"))
    (figure,) = document.root.find("Figure")
    assert figure.alt == "QR code: opens https://riverside-sleep.org/"
    captions = [node.text.strip() for node in document.root.find("P", "Caption")]
    assert "Scan to open https://riverside-sleep.org/" in captions


def test_no_address_no_code(make, tmp_path):
    clinic = program.CLINIC.replace("url: https://riverside-sleep.org/\n", "")
    result = make("Words.", "--format", "standard", clinic=clinic)
    assert scan(result.pdf("sample"), tmp_path, 100) == []
