"""Books: each chapter looks as its own style sheets say, and what is locked is told as such."""

import zipfile

import pytest

import program
from test_import_documents import CONTAINER

LOCK = """<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container' xmlns:enc='http://www.w3.org/2001/04/xmlenc#'><enc:EncryptedData>
<enc:EncryptionMethod Algorithm='{}'/></enc:EncryptedData></encryption>"""


def write_book(path, pages, **files):
    items = "".join(f"<item id='{at}' href='{at}.xhtml' media-type='application/xhtml+xml'/>" for at, _ in enumerate(pages))
    spine = "".join(f"<itemref idref='{at}'/>" for at, _ in enumerate(pages))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OPS/book.opf", f"<package xmlns='http://www.idpf.org/2007/opf'><metadata><title>Iron</title></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>")
        for at, (looks, body) in enumerate(pages):
            archive.writestr(f"OPS/{at}.xhtml", f"<html xmlns='http://www.w3.org/1999/xhtml'><head>{looks}</head><body>{body}</body></html>")
        for name, held in files.items():
            archive.writestr(f"META-INF/{name}.xml", held)


def run(path):
    return program.run("import", path.name, "--into", "drafts", "--name", "draft", cwd=path.parent)


STRUCK = "text-decoration:line-through"


@pytest.mark.parametrize("sheet", [f".x{{{STRUCK}}}", f"body p.x{{{STRUCK}}}", f"@media screen{{html body>.x{{{STRUCK}}}}}"])
def test_a_sheet_holds_for_the_chapters_that_name_it(sheet, tmp_path):
    pages = [(f"<style>{sheet}</style>", "<p class='x'>Take 5 mg.</p>"), ("", "<p class='x'>Take 2 mg.</p>"), (f"<style>{sheet}</style>", "<p class='x'>Take 9 mg.</p>")]
    write_book(tmp_path / "page.epub", pages)
    assert run(tmp_path / "page.epub").returncode == 0
    assert "~~Take 5 mg.~~\n\nTake 2 mg.\n\n~~Take 9 mg.~~" in (tmp_path / "drafts/draft.md").read_text()


@pytest.mark.parametrize(("how", "locked"), [("http://www.w3.org/2001/04/xmlenc#aes128-cbc", True), ("http://www.idpf.org/2008/embedding", False)])
def test_a_locked_book_is_told_as_such(how, locked, tmp_path):
    write_book(tmp_path / "page.epub", [("", "<p>Take 5 mg.</p><p>Rest.</p>")], encryption=LOCK.format(how))
    done = run(tmp_path / "page.epub")
    assert (done.returncode != 0) == locked and ("it is locked (DRM)" in done.stderr) == locked
