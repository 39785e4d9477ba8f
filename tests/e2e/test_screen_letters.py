"""How far letters of screens stand from each other, in their pixels (ADA 703.5.8: 10 to 35 % of the
height of capitals), and that nothing moves in scripts whose letters join."""

import numpy
import pytest

import lobby_show
import png

# Pairs that Andika sets closer than that, one that it sets wider, and some that it does not.
PAIRS = "rt yt ft ff fy tt Yo vy rf ty nn oo ma"
CLOSE, FAR = 0.10, 0.35
PANEL = "screen:\n  width: 3840\n  height: 2160\nart: none\n"


def shapes(covered):
    """The points of each connected shape of ink, from left to right."""
    left = {tuple(point) for point in numpy.argwhere(covered)}
    found = []
    while left:
        stack, shape = [left.pop()], []
        while stack:
            y, x = stack.pop()
            shape.append((y, x))
            for near in ((y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)):
                if near in left:
                    left.remove(near)
                    stack.append(near)
        found.append(numpy.array(shape))
    return sorted(found, key=lambda shape: shape[:, 1].min())


def edge(shape, side):
    """For each row the point farthest to that side."""
    rows = {}
    for y, x in shape:
        rows[y] = x if y not in rows else side(rows[y], x)
    return numpy.array(list(rows.items()))


def distance(one, other):
    a, b = edge(one, max), edge(other, min)
    return numpy.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2)).min() - 1


@pytest.fixture(scope="module", params=["", "**"])
def line(request, tmp_path_factory):
    """The first line of pairs as ink, with the height of its capitals."""
    import program

    words = f"{request.param}{PAIRS}{request.param} and more words than that."
    base = tmp_path_factory.mktemp("letters")
    content = program.write_content(base / "content", {"one": program.article(f"## Pairs\n\n{words}")}, style=PANEL)
    result = program.render(content, base / "out", "--format", "screen")
    assert result.status == 0, result.err
    slide = next(s for s in lobby_show.manifest(result.directory / "lobby")["slides"] if "rt yt" in s["alt"])
    path = result.directory / "lobby" / slide["src"]
    first = next(entry for entry in slide["lines"] if "rt yt" in "".join(run["text"] for run in entry["runs"]))
    colors = [color for color, _ in png.colors(path)]
    ground = colors[0]
    ink = max(colors, key=lambda color: png.contrast(ground, color))
    size, y = first["size"], first["y"]
    left, right = int(first["x"]) - 4, int(first["x"] + first["w"]) + 4
    covered = png.coverage(path, ground, ink)[int(y - 0.95 * size) : int(y + 0.27 * size), left:right] > 0.5
    text = "".join(run["text"] for run in first["runs"])
    return covered, 0.725 * size, text


def test_letters_stand_neither_too_close_nor_too_far(line):
    covered, capital, text = line
    found = shapes(covered)
    letters = text.replace(" ", "")
    assert len(found) >= len([c for c in letters if c not in "ij"])
    words, at = text.split(), 0
    for word in words:
        if set(word) & set("ij."):
            break
        for n in range(len(word) - 1):
            share = distance(found[at + n], found[at + n + 1]) / capital
            assert CLOSE - 0.012 <= share <= FAR + 0.012, (word, share)
        at += len(word)
    assert at >= 10
