"""The words of a PDF as pdf.js gives them to browsers, page by page."""

import shutil

import browser
import fetched

EXTRACT = """
const [path, done] = arguments;
pdfjsLib.GlobalWorkerOptions.workerSrc = "worker.js";
(async () => {
    const file = await pdfjsLib.getDocument({url: path, isEvalSupported: false}).promise;
    const pages = [];
    for (let number = 1; number <= file.numPages; number++) {
        const content = await (await file.getPage(number)).getTextContent();
        pages.push(content.items.map((item) => item.str).join(" "));
    }
    return pages;
})().then(done, (fault) => done(String(fault)));
"""


def texts(chromium, paths, directory):
    """Of each file a list with the words of each page, in the order of reading."""
    directory.mkdir()
    library, worker = fetched.pdfjs()
    (directory / "pdf.js").write_text(library)
    (directory / "worker.js").write_text(worker)
    (directory / "index.html").write_text("<!doctype html><title>pdf.js</title><script src=pdf.js></script>")
    found = []
    with browser.serve(directory) as address:
        chromium.driver.get(address)
        for number, path in enumerate(paths):
            shutil.copy(path, directory / f"{number}.pdf")
            pages = chromium.driver.execute_async_script(EXTRACT, f"{number}.pdf")
            assert isinstance(pages, list), pages
            found.append(pages)
    return found
