"""Folds printed sheets and reads them as a person does: by their pixels.

Where a sheet is cut is known from the published sizes of tri-folds and from halving, never from the
program. An optical reader (tesseract) gives the words back.
"""

import concurrent.futures
import difflib
import io
import os
import re
import subprocess
import unicodedata

import numpy
from PIL import Image

INCH = 72
MM = INCH / 25.4
READING_DPI = 150

# Sheets lie on their long edge. [pt]
SHEETS = {"letter": (792.0, 612.0), "a4": (841.89, 595.28)}
# Folds from the left, of the outside and of the inside (print-standards 3.1). [pt]
FOLDS = {
    ("letter", "roll"): ((261.0, 526.5), (265.5, 531.0)),
    ("letter", "z"): ((264.0, 528.0), (264.0, 528.0)),
    ("a4", "roll"): ((274.96, 558.43), (283.46, 566.93)),
    ("a4", "z"): ((280.63, 561.26), (280.63, 561.26)),
}
# How a reader meets the panels of a folded leaflet, as side (0: outside) and place from the left.
# Roll: the cover, the inside from left to right, then the flap and the back behind it.
# Z: the cover, two panels behind it, the two on the back of these, the last one.
ORDERS = {
    "roll": ((0, 2), (1, 0), (1, 1), (1, 2), (0, 0), (0, 1)),
    "z": ((0, 2), (1, 0), (1, 1), (0, 0), (0, 1), (1, 2)),
}


def panels(paper, fold, rtl=False):
    """The panels in the order of reading, as page and left and right edge; mirrored for scripts
    from right to left."""
    width, _ = SHEETS[paper]
    found = []
    for side, place in ORDERS[fold]:
        edges = (0.0, *FOLDS[paper, fold][side], width)
        left, right = edges[place], edges[place + 1]
        found.append((side, width - right, width - left) if rtl else (side, left, right))
    return found


def leaves(sides, rtl=False):
    """Sheets stacked, folded together and leafed through: pairs of a sheet's side and of its half
    (0: left), in the order in which a reader meets them."""
    near, far = (0, 1) if rtl else (1, 0)
    inward = [leaf for s in range(0, sides, 2) for leaf in ((s, near), (s + 1, far))]
    outward = [leaf for s in range(sides - 2, -1, -2) for leaf in ((s + 1, near), (s, far))]
    return inward + outward


def rasters(path, dpi, directory, gray=True):
    """The pages as pictures, grey ones or coloured, by way of files in `directory`."""
    subprocess.run(["pdftoppm", *["-gray"] * gray, "-r", str(dpi), path, directory / "page"], check=True)
    found = sorted(directory.glob("page-*.p[gp]m"), key=lambda p: int(p.stem.split("-")[1]))
    pages = [Image.open(io.BytesIO(page.read_bytes())) for page in found]
    for page in found:
        page.unlink()
    return pages


def ink(image, limit=200):
    """Which pixels are printed, as rows of truth."""
    return numpy.asarray(image) < limit


def cut(image, left, right, dpi=READING_DPI):
    """The piece between two places from the left edge. [pt]"""
    scale = dpi / INCH
    return image.crop((round(left * scale), 0, round(right * scale), image.height))


def read(images, lang="eng"):
    """What an optical reader finds on each of the pictures."""

    def one(image):
        data = io.BytesIO()
        image.save(data, "PNG")
        command = ["tesseract", "-", "-", "--psm", "4", "--dpi", str(READING_DPI), "-l", lang]
        env = dict(os.environ, OMP_THREAD_LIMIT="1")
        done = subprocess.run(command, input=data.getvalue(), capture_output=True, env=env, check=True)
        return done.stdout.decode()

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(one, images))


def words(text):
    """Letters and digits only, without case: what an optical reader is good at."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return re.findall(r"[^\W_]+", plain)


def in_order(found, wanted):
    """The share of the wanted words that was found in the wanted order."""
    matcher = difflib.SequenceMatcher(None, wanted, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(wanted)
