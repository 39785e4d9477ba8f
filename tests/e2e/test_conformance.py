"""Every PDF that any test has had made meets PDF/UA-1 and PDF/A-2a, and is sound.

Collected last (conftest.py), so that one Java process measures them all.
"""

import hashlib
import subprocess

import pytest

import program
import verapdf


@pytest.fixture(scope="module")
def made(samples, clinic):
    """One file of each content, however often it was made."""
    by_content = {}
    for path in program.MADE_PDFS:
        if path.exists():
            by_content[hashlib.sha256(path.read_bytes()).digest()] = path
    assert len(by_content) > 50
    return sorted(by_content.values())


def test_validator_finds_faults(made, tmp_path):
    """The check itself can fail: a file that hides its language is caught."""
    spoiled = tmp_path / "spoiled.pdf"
    spoiled.write_bytes(made[0].read_bytes().replace(b"/Lang", b"/Lung"))
    assert list(verapdf.failures([spoiled])) == [str(spoiled)]


def test_every_pdf_meets_both_standards(made):
    failures = verapdf.failures(made)
    shown = [f"{path}\n  " + "\n  ".join(faults) for path, faults in list(failures.items())[:10]]
    assert not failures, f"{len(failures)} of {len(made)} files\n" + "\n".join(shown)


def test_every_pdf_is_sound(made):
    for path in made:
        checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        assert checked.returncode == 0, checked.stdout + checked.stderr
