"""The PDFs that tests have had made meet PDF/UA-1 and PDF/A-2a, are well-tagged, and are sound: in a
soak each of them, else the clinic's own, those that tests have chosen, and so many of every product that a run stays short.

Collected last (conftest.py), so that few Java processes measure all of a run. `make conformance` runs
only what concerns the clinic's own products, and so has no others made.
"""

import concurrent.futures
import re
import subprocess

import pikepdf
import pytest

import measured
import soak
import verapdf

A_PRODUCT = 4
WELL_TAGGED = ("wt1a", "wt1r")
PRODUCT = re.compile("(-(large|giant|brochure|booklet|brochure-reading|booklet-reading|contact-slip))?$")


@pytest.fixture(scope="module")
def made(clinic):
    measured.keep_made()
    return sorted([*measured.chosen(), *sampled(measured.others())])


def sampled(paths):
    """Up to A_PRODUCT of each product, which the end of a file's name tells (src/publish/products.c)."""
    by_product = {}
    for path in paths:
        by_product.setdefault(PRODUCT.search(path.stem)[0], []).append(path)
    return sorted(path for each in by_product.values() for path in soak.sample(each, A_PRODUCT))


@pytest.fixture(scope="module")
def spoiled(clinic, tmp_path_factory):
    """A file that hides its language."""
    path = tmp_path_factory.mktemp("spoiled") / "spoiled.pdf"
    with pikepdf.open(clinic.pdfs[0]) as pdf:
        del pdf.Root.Lang
        pdf.save(path)
    return path


@pytest.fixture(scope="module")
def failures(clinic, made, spoiled):
    """By flavour: what the validator finds, in as many processes at once."""
    well_tagged = {path for path in [*measured.chosen(), *soak.sample(made, 6)] if not verapdf.is_pdf_2(path)} | {*clinic.pdfs, spoiled}
    asked = {verapdf.CLAIMED: {*made, *clinic.pdfs, spoiled}, **dict.fromkeys(WELL_TAGGED, well_tagged)}
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return dict(zip(asked, pool.map(verapdf.failures, asked.values(), asked)))


def test_every_pdf_meets_both_standards(samples, made, failures):
    assert len(made) > 15
    found = failures[verapdf.CLAIMED]
    faulty = [path for path in made if str(path) in found]
    shown = ["\n  ".join([str(path), *found[str(path)]]) for path in faulty[:10]]
    assert not faulty, f"{len(faulty)} of {len(made)} files\n" + "\n".join(shown)
    soak.figure(f"veraPDF: {len(made)} PDFs, all PDF/UA-1 and PDF/A-2a, or what is for PDF 2.0")


def test_the_clinics_own_pdfs_meet_both_standards(clinic, failures):
    assert len(clinic.pdfs) >= 7
    assert not [path for path in map(str, clinic.pdfs) if path in failures[verapdf.CLAIMED]]


@pytest.mark.parametrize("flavour", WELL_TAGGED)
def test_pdfs_are_well_tagged(samples, spoiled, failures, flavour):
    assert list(failures[flavour]) == [str(spoiled)], failures[flavour]


def test_validator_finds_faults(spoiled, failures):
    assert all(str(spoiled) in found for found in failures.values())


def test_every_pdf_is_sound(made):
    for path in made:
        checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
