"""Every PDF that any test has had made meets PDF/UA-1 and PDF/A-2a, is well-tagged, and is sound.

Collected last (conftest.py), so that one Java process measures all of a run. `make conformance` runs
only what concerns the clinic's own products, and so has no others made.
"""

import hashlib
import subprocess

import pikepdf
import pytest

import program
import soak
import verapdf


@pytest.fixture(scope="module")
def made(clinic):
    """One file of each content, however often it was made; PDF 2.0 has standards of its own (test_pdf_2.py)."""
    by_content = {}
    for path in [*program.MADE_PDFS, *clinic.pdfs]:
        if path.exists() and not path.read_bytes().startswith(b"%PDF-2"):
            by_content[hashlib.sha256(path.read_bytes()).digest()] = path
    return sorted(by_content.values())


@pytest.fixture(scope="module")
def spoiled(made, tmp_path_factory):
    """A file that hides its language."""
    path = tmp_path_factory.mktemp("spoiled") / "spoiled.pdf"
    with pikepdf.open(made[0]) as pdf:
        del pdf.Root.Lang
        pdf.save(path)
    return path


@pytest.fixture(scope="module")
def failures(made, spoiled):
    return verapdf.failures([*made, spoiled])


def test_every_pdf_meets_both_standards(samples, made, spoiled, failures):
    assert len(made) > 50
    faulty = [path for path in made if str(path) in failures]
    shown = ["\n  ".join([str(path), *failures[str(path)]]) for path in faulty[:10]]
    assert not faulty, f"{len(faulty)} of {len(made)} files\n" + "\n".join(shown)
    soak.figure(f"veraPDF: {len(made)} PDFs, all PDF/UA-1 and PDF/A-2a")


def test_the_clinics_own_pdfs_meet_both_standards(clinic, failures):
    assert len(clinic.pdfs) >= 7
    assert not [failures[str(path)] for path in clinic.pdfs if str(path) in failures]


@pytest.mark.parametrize("flavour", ["wt1a", "wt1r"])
def test_pdfs_are_well_tagged(clinic, samples, made, spoiled, flavour):
    chosen = {*soak.sample(made, 25), *clinic.pdfs, spoiled}
    failures = verapdf.failures(chosen, flavour)
    assert failures.pop(str(spoiled))
    assert not failures


def test_validator_finds_faults(spoiled, failures):
    assert str(spoiled) in failures


def test_every_pdf_is_sound(made):
    for path in made:
        checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
