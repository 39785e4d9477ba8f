"""PDFs that tests have had made, for the one run of the validator at the end of all processes of a run
(test_conformance.py)."""

import hashlib

import program
import shared
import verapdf


def folder(name):
    place = shared.folder() / name
    place.mkdir(exist_ok=True)
    return place


def keep(path, place):
    """One file of each content, however often it was made. The end of its name tells its product."""
    shared.link(path, place / f"{hashlib.sha256(path.read_bytes()).hexdigest()[:32]}-{path.name}")


def later(*paths):
    """Of other PDFs the validator takes a sample; these it measures in any case."""
    for path in paths:
        keep(path, folder("chosen-pdfs"))


def keep_made():
    """All that this process has had made; to be told before it ends."""
    for path in program.MADE_PDFS:
        if path.exists() and not verapdf.is_pdf_2(path):  # which have a test of their own
            keep(path, folder("pdfs"))


def chosen():
    return sorted(folder("chosen-pdfs").iterdir())


def others():
    named = {path.name for path in chosen()}
    return [path for path in sorted(folder("pdfs").iterdir()) if path.name not in named]
