"""The PDFs that tests have had made meet PDF/UA-1 and PDF/A-2a, are well-tagged, and are sound: in a
soak each of them, else the clinic's own and so many of every product that a run stays short.

Collected last (conftest.py), so that one Java process measures all of a run. `make conformance` runs
only what concerns the clinic's own products, and so has no others made.
"""

import hashlib
import re
import subprocess

import pikepdf
import pytest

import program
import soak
import verapdf

A_PRODUCT = 6
PRODUCT = re.compile("(-(large|giant|brochure|booklet|brochure-reading|booklet-reading|contact-slip))?$")


@pytest.fixture(scope="module")
def made(clinic):
    """One file of each content, however often it was made; PDF 2.0 has standards of its own (test_pdf_2.py)."""
    by_content = {}
    for path in [*program.MADE_PDFS, *clinic.pdfs]:
        if path.exists() and not path.read_bytes().startswith(b"%PDF-2"):
            by_content[hashlib.sha256(path.read_bytes()).digest()] = path
    return sampled(sorted(by_content.values()))


def sampled(paths):
    """Up to A_PRODUCT of each product, which the end of a file's name tells (src/publish/products.c)."""
    by_product = {}
    for path in paths:
        by_product.setdefault(PRODUCT.search(path.stem)[0], []).append(path)
    return sorted(path for each in by_product.values() for path in soak.sample(each, A_PRODUCT))


@pytest.fixture(scope="module")
def spoiled(made, tmp_path_factory):
    """A file that hides its language."""
    path = tmp_path_factory.mktemp("spoiled") / "spoiled.pdf"
    with pikepdf.open(made[0]) as pdf:
        del pdf.Root.Lang
        pdf.save(path)
    return path


@pytest.fixture(scope="module")
def failures(clinic, made, spoiled):
    return verapdf.failures({*made, *clinic.pdfs, spoiled})


def test_every_pdf_meets_both_standards(samples, made, spoiled, failures):
    assert len(made) > 30
    faulty = [path for path in made if str(path) in failures]
    shown = ["\n  ".join([str(path), *failures[str(path)]]) for path in faulty[:10]]
    assert not faulty, f"{len(faulty)} of {len(made)} files\n" + "\n".join(shown)
    soak.figure(f"veraPDF: {len(made)} PDFs, all PDF/UA-1 and PDF/A-2a")


def test_the_clinics_own_pdfs_meet_both_standards(clinic, failures):
    assert len(clinic.pdfs) >= 7
    assert not [failures[str(path)] for path in clinic.pdfs if str(path) in failures]


@pytest.mark.parametrize("flavour", ["wt1a", "wt1r"])
def test_pdfs_are_well_tagged(clinic, samples, made, spoiled, flavour):
    chosen = {*soak.sample(made, 12), *clinic.pdfs, spoiled}
    failures = verapdf.failures(chosen, flavour)
    assert failures.pop(str(spoiled))
    assert not failures


def test_validator_finds_faults(spoiled, failures):
    assert str(spoiled) in failures


def test_every_pdf_is_sound(made):
    for path in made:
        checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
