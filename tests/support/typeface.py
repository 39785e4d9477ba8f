"""Apparent sizes: letters are as large as those of Arial with an x as high (print-standards 1.3)."""

import functools
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
