"""Apparent sizes: letters are as large as those of Arial with an x as high (print-standards 1.3)."""

import functools
import struct
import subprocess

from PIL import ImageFont

ARIAL_X_HEIGHT = 0.528


@functools.lru_cache(maxsize=None)
def x_height(family):
    """Height of a flat 'x', as a share of the em, drawn by another program than the one tested."""
    query = ["fc-match", "-f", "%{file}", family]
    path = subprocess.run(query, capture_output=True, text=True, check=True).stdout
    left, top, right, bottom = ImageFont.truetype(path, 1000).getbbox("x", anchor="ls")
    return -top / 1000


def arial_equivalent(run):
    assert "Andika" in run.font, f"{run.font} is not the face that sizes are reckoned from"
    return run.size * x_height("Andika") / ARIAL_X_HEIGHT


def renamed(data, names):
    """The font file `data` with these texts for names alone, by their numbers: in Windows' Unicode, in English."""
    texts = {number: text.encode("utf-16-be") for number, text in sorted(names.items())}
    table, store = struct.pack(">HHH", 0, len(texts), 6 + 12 * len(texts)), b""
    for number, text in texts.items():
        table += struct.pack(">HHHHHH", 3, 1, 0x409, number, len(text), len(store))
        store += text
    at = data.index(b"name", 12)
    entry = data[at : at + 8] + struct.pack(">LL", len(data), len(table + store))
    return data[:at] + entry + data[at + 16 :] + table + store
