"""Kinds of lobby screens, each known by its pixels: what stands where, on which ground."""

import re

import numpy
import pytest

import png

WIDTH, HEIGHT = 1920, 1080
WHITE = (255, 255, 255)
CAPITAL = 75.4  # of the smallest letters on the default panel
EM = 104
TOPIC = 0.05 * HEIGHT + 0.18 * EM  # capitals of the first line
BODY = TOPIC + 1.5 * CAPITAL + 0.42 * EM  # of the first line below a topic of one


def words(path):
    return " ".join(png.description(path).split())


def box(path, color, least=2000):
    """Edges of what has exactly that colour: left, top, right, bottom."""
    found = (png.pixels(path) == color).all(axis=2)
    assert found.sum() > least, (path.name, color)
    rows, columns = numpy.flatnonzero(found.any(axis=1)), numpy.flatnonzero(found.any(axis=0))
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


DOSES = """
## Your dose, week by week

| Week | Morning | Evening | Total each day |
|---|---:|---:|---:|
| 1 | 25 mg (half a tablet) | – | 25 mg |
| 3 and 4 | 50 mg (1 tablet) | 25 mg (half a tablet) | 75 mg |
| From week 5 | 100 mg (2 tablets) | – | 100 mg |
"""


def test_a_row_of_a_table_fills_a_screen_of_its_own(make):
    shown = [p for p in make(DOSES, "--format", "screen").screens if "Total each day" in words(p)]
    assert len(shown) == 3, "no row is parted"
    for path in shown:
        assert words(path).startswith("Your dose, week by week"), "the topic stands on each"
        left, top, right, bottom = box(path, WHITE)
        assert right == pytest.approx(0.95 * WIDTH, abs=2) and bottom == pytest.approx(0.95 * HEIGHT, abs=2)
        assert top == pytest.approx(BODY - 0.05 * EM, abs=3), "it hangs where words would"
        edge = int(108 + 5.2 * EM)
        sides = png.pixels(path)[int(bottom) - 40, [edge - 6, edge + 6]]
        assert (sides[0] != WHITE).any() and (sides[1] == WHITE).all(), "the key stands at the side"


def test_long_names_of_rows_stand_on_top(make):
    table = DOSES.replace("| Week |", "| Side effect |").replace("| 1 |", "| Feeling sick (nausea) |")
    shown = [p for p in make(table, "--format", "screen").screens if "Total each day" in words(p)]
    for path in shown:
        left, top, right, bottom = box(path, WHITE, 100_000)
        pixels = png.pixels(path)
        assert (pixels[int(BODY) + 5, int(left) + 40] != WHITE).any(), "the key lies above"
        assert (pixels[int(bottom) - 30, int(left) + 40] == WHITE).all()
