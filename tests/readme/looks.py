"""Contact sheets of all products, to look at: looks.py PROGRAM CONTENT DIRECTORY.

Of the clinic's own content, and of a clinic that fills in every fact, with articles of all shapes
(tests/cases); in colour and as a grey printer has them.
"""

import concurrent.futures
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from pictures import scaled, sheet

TESTS = Path(__file__).resolve().parent.parent
CASES = ("callouts", "tables", "facts", "structure", "arabic")
SHEETS = {"brochure": (430, 2), "booklet": (430, 2)}  # height of a page, and how many in a row
PAGES = (430, 4)
SCREENS = (230, 4)
PANELS = {
    "portrait": {"width": 1080, "height": 1920},
    "4k": {"width": 3840, "height": 2160},
    "10-inch": {"diagonal_in": 10, "distance_m": 1},
    "75-inch": {"diagonal_in": 75, "distance_m": 6},
}


def pages(pdf, height):
    with tempfile.TemporaryDirectory() as scratch:
        size = ["-scale-to-x", "-1", "-scale-to-y", str(height)]
        subprocess.run(["pdftoppm", *size, pdf, f"{scratch}/p"], check=True)
        return [Image.open(path).convert("RGB") for path in sorted(Path(scratch).glob("*.ppm"))]


def save(pictures, columns, stem):
    sheet(pictures, columns, f"{stem}.png")
    sheet([picture.convert("L").convert("RGB") for picture in pictures], columns, f"{stem}-grey.png")


def save_pages(pdf, stem):
    height, columns = SHEETS.get(pdf.stem.rpartition("-")[2], PAGES)
    save(pages(pdf, height), columns, stem)


def look_at(out, clinic, directory):
    pdfs = [pdf for pdf in sorted(Path(out, "print").glob("*.pdf")) if not pdf.stem.endswith("-reading")]  # the same pages
    with concurrent.futures.ProcessPoolExecutor() as workers:
        list(workers.map(save_pages, pdfs, [f"{directory}/{clinic}-{pdf.stem}" for pdf in pdfs]))
    screens = sorted(Path(out, "lobby").glob("*.png"))
    height, columns = SCREENS
    if screens:
        save([scaled(screen, height) for screen in screens], columns, f"{directory}/{clinic}-screens")


def look_at_panels(program, words, clinic, directory):
    """The same screens on other panels."""
    for panel, keys in PANELS.items():
        with tempfile.TemporaryDirectory() as scratch:
            content = Path(shutil.copytree(words, Path(scratch, "content")))
            style = content / "style.yaml"
            own = style.read_text().partition("\nscreen:")[0] if style.exists() else ""
            style.write_text(own + "\nscreen:\n" + "".join(f"  {key}: {value}\n" for key, value in keys.items()))
            command = [program, "render", "--content", content, "--out", scratch, "--format", "screen", "--quiet"]
            subprocess.run(command, stderr=subprocess.PIPE)
            height, columns = SCREENS
            screens = sorted(Path(scratch, "lobby").glob("*.png"))
            if not screens:
                sys.exit(f"looks: '{words}' has no screens for '{panel}'")
            sheet([scaled(screen, height) for screen in screens], columns, f"{directory}/{clinic}-screens-{panel}.png")


def write_full_clinic(directory):
    sys.path.insert(0, str(TESTS / "support"))
    import clinics

    directory.mkdir()
    (directory / "clinic.yaml").write_text(clinics.BUSY)
    for case in CASES:
        (directory / f"{case}.md").write_text((TESTS / "cases" / case / "article.md").read_text())


def main(program, content, directory):
    Path(directory).mkdir(parents=True, exist_ok=True)
    for old in Path(directory).glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch, "content")
        write_full_clinic(full)
        for clinic, words in (("own", content), ("full", full)):
            out = Path(scratch, clinic)
            command = [program, "render", "--content", words, "--out", out, "--quiet"]
            if subprocess.run(command, stderr=subprocess.PIPE).returncode > 1:
                sys.exit(f"looks: '{words}' cannot be rendered")
            look_at(out, clinic, directory)
            look_at_panels(program, words, clinic, directory)


if __name__ == "__main__":
    main(*sys.argv[1:])
