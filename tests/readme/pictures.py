"""Makes the pictures of README.md from the products in out/: pictures.py OUT DIRECTORY."""

import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

GAP = 16
GROUND = (214, 218, 222)


def page(pdf, number, height):
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(
            ["pdftoppm", "-png", "-r", "110", "-f", str(number), "-l", str(number), pdf, f"{scratch}/p"],
            check=True,
        )
        return scaled(next(Path(scratch).glob("*.png")), height)


def scaled(path, height):
    picture = Image.open(path).convert("RGB")
    return picture.resize((round(picture.width * height / picture.height), height), Image.LANCZOS)


def sheet(pictures, columns, path):
    """Pictures of one height side by side, `columns` to a row, on a plain ground."""
    rows = [pictures[i : i + columns] for i in range(0, len(pictures), columns)]
    width = max(sum(p.width for p in row) + GAP * (len(row) + 1) for row in rows)
    height = sum(row[0].height for row in rows) + GAP * (len(rows) + 1)
    whole = Image.new("RGB", (width, height), GROUND)
    y = GAP
    for row in rows:
        x = GAP
        for picture in row:
            whole.paste(picture, (x, y))
            x += picture.width + GAP
        y += row[0].height + GAP
    whole.quantize(64).save(path, optimize=True)


def main(out, directory):
    stem = f"{out}/print/treatment-resistance"
    screens = sorted(Path(out, "lobby").glob("*.png"))
    sheet([page(f"{stem}{size}.pdf", 1, 420) for size in ("", "-large", "-giant")], 3, f"{directory}/handouts.png")
    sheet([page(f"{stem}-brochure.pdf", side, 330) for side in (1, 2)], 2, f"{directory}/brochure.png")
    contact = next(screen for screen in screens if "contact" in screen.name)
    chosen = [screens[0], screens[1], screens[4], contact]
    sheet([scaled(screen, 230) for screen in chosen], 2, f"{directory}/screens.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
