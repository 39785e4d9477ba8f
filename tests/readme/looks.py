"""Contact sheets of all products, to look at: looks.py PROGRAM CONTENT DIRECTORY.

Of the clinic's own content, and of a clinic that fills in every fact, with articles of all shapes
(tests/cases); in colour and as a grey printer has them. Screens of other panels and of the night,
too, and of several languages: the clinic's article in English, Spanish and Arabic with a short
Chinese one, and short articles in all four of the clinic that fills in every fact.
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
NIGHT = "\nshow: {night_pictures: yes}\n"


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


def show(program, words, keys, scratch):
    """The show with those keys of style.yaml, made in the folder `scratch`; how the program ended."""
    content = Path(shutil.copytree(words, Path(scratch, "content")))
    style = content / "style.yaml"
    own = style.read_text().partition("\nscreen:")[0] if style.exists() else ""
    style.write_text(own + keys)
    command = [program, "render", "--content", content, "--out", scratch, "--format", "screen", "--quiet"]
    return subprocess.run(command, stderr=subprocess.PIPE, text=True)


def save_screens(folder, stem):
    """One sheet of the screens that lie in the folder; how many those are."""
    height, columns = SCREENS
    screens = sorted(Path(folder).glob("*.png"))
    if screens:
        sheet([scaled(screen, height) for screen in screens], columns, f"{stem}.png")
    return len(screens)


def look_at_screens(program, words, keys, folder, stem):
    with tempfile.TemporaryDirectory() as scratch:
        show(program, words, keys, scratch)
        if not save_screens(Path(scratch, folder), stem):
            sys.exit(f"looks: '{words}' has no screens for '{stem}'")


def keys_of(panel):
    """Of style.yaml."""
    return "\nscreen:\n" + "".join(f"  {key}: {value}\n" for key, value in PANELS[panel].items())


def look_at_panels(program, words, clinic, directory):
    """The same screens on other panels, and by night."""
    for panel in PANELS:
        look_at_screens(program, words, keys_of(panel), "lobby", f"{directory}/{clinic}-screens-{panel}")
    look_at_screens(program, words, NIGHT, "lobby/night", f"{directory}/{clinic}-screens-night")


def write_full_clinic(directory):
    sys.path.insert(0, str(TESTS / "support"))
    import clinics

    directory.mkdir()
    (directory / "clinic.yaml").write_text(clinics.BUSY)
    for case in CASES:
        (directory / f"{case}.md").write_text((TESTS / "cases" / case / "article.md").read_text())


def write_lobby(directory):
    sys.path.insert(0, str(TESTS / "support"))
    import clinics
    import lobby_articles

    directory.mkdir()
    (directory / "clinic.yaml").write_text(clinics.BUSY)
    (directory / "medicine.md").write_text(lobby_articles.MEDICINE)
    Image.new("RGB", (1200, 900), (200, 214, 222)).save(directory / "plain.png")
    for lang in lobby_articles.SCAN:
        (directory / f"scan-{lang}.md").write_text(lobby_articles.scan(lang))


def write_own(content, directory):
    shutil.copytree(content, directory)
    for article in (TESTS / "support/translated").glob("*.md"):
        shutil.copy(article, directory)
    shutil.copy(TESTS / "cases/chinese/article.md", directory / "sleep.md")


def main(program, content, directory):
    Path(directory).mkdir(parents=True, exist_ok=True)
    for old in Path(directory).glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as scratch:
        full, lobby, own = (Path(scratch, name) for name in ("content", "languages", "own-languages"))
        write_full_clinic(full)
        write_lobby(lobby)
        write_own(content, own)
        for clinic, words in (("own", content), ("full", full)):
            out = Path(scratch, clinic)
            command = [program, "render", "--content", words, "--out", out, "--quiet"]
            if subprocess.run(command, stderr=subprocess.PIPE).returncode > 1:
                sys.exit(f"looks: '{words}' cannot be rendered")
            look_at(out, clinic, directory)
            look_at_panels(program, words, clinic, directory)
        for clinic, words in (("languages", lobby), ("own-languages", own)):
            look_at_screens(program, words, "", "lobby", f"{directory}/{clinic}-screens")
            look_at_panels(program, words, clinic, directory)


if __name__ == "__main__":
    main(*sys.argv[1:])
