"""Programs that fill in forms as people do: each types words into the text fields of a PDF and saves
it. The library that draws for Chromium comes as a wheel, which is unpacked and not installed."""

import ctypes
import json
import subprocess
import sys
import tempfile
import zipfile

import pikepdf

import fetched


def poppler(path, answer, to):
    """`answer` gives the words for a field of some name."""
    import gi

    gi.require_version("Poppler", "0.18")
    from gi.repository import Poppler

    document = Poppler.Document.new_from_file(path.as_uri(), None)
    for number in range(document.get_n_pages()):
        for mapping in document.get_page(number).get_form_field_mapping():
            if mapping.field.get_field_type() == Poppler.FormFieldType.TEXT:
                mapping.field.text_set_text(answer(mapping.field.get_name()))
    document.save(to.as_uri())


def _pdfium():
    if "pypdfium2" not in sys.modules:
        folder = tempfile.mkdtemp(prefix="pdfium")
        with zipfile.ZipFile(fetched.find("pypdfium2")) as wheel:
            wheel.extractall(folder)
        sys.path.insert(0, folder)
    import pypdfium2

    return pypdfium2


def pdfium(path, answer, to):
    """With the mouse and the keyboard, on a page that is looked at."""
    library = _pdfium()
    raw = library.raw
    with pikepdf.open(path) as copy:
        pages = {page.obj.objgen: number for number, page in enumerate(copy.pages)}
        places = [
            (pages[field.P.objgen], [float(side) for side in field.Rect], str(field.T))
            for field in copy.Root.AcroForm.Fields
            if field.FT == "/Tx"
        ]
    document = library.PdfDocument(path)
    document.init_forms()
    form = document.formenv
    for number, (left, bottom, right, top), name in places:
        page = document[number]
        at = (left + right) / 2, (bottom + top) / 2
        raw.FORM_OnMouseMove(form, page, 0, *at)
        raw.FORM_OnLButtonDown(form, page, 0, *at)
        raw.FORM_OnLButtonUp(form, page, 0, *at)
        words = (answer(name) + "\0").encode("utf-16-le")
        raw.FORM_ReplaceSelection(form, page, ctypes.cast(words, raw.FPDF_WIDESTRING))
        raw.FORM_ForceToKillFocus(form)
        page.close()
    document.save(to)
    document.close()


MUTOOL = """
var document = new PDFDocument(scriptArgs[0]);
var answers = JSON.parse(scriptArgs[2]);
for (var i = 0; i < document.countPages(); i++) {
    var page = document.loadPage(i), widgets = page.getWidgets();
    for (var k in widgets)
        if (widgets[k].getFieldType() == "text")
            widgets[k].setTextValue(answers.shift());
    page.update();
}
document.save(scriptArgs[1]);
"""


def mupdf(path, answer, to):
    with pikepdf.open(path) as copy:
        words = [answer(str(f.T)) for page in copy.pages for f in page.Annots if f.get("/FT") == "/Tx"]
    script = to.with_suffix(".js")
    script.write_text(MUTOOL)
    subprocess.run(["mutool", "run", script, path, to, json.dumps(words)], check=True)


ALL = [poppler, pdfium, mupdf]
# MuPDF draws typed words with fonts of its own, whatever the field says.
WITH_OUR_FONT = [poppler, pdfium]
