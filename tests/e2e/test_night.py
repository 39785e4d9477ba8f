"""The show by night as pictures of their own, for displays that cannot change colours."""

import json
import re
import subprocess

import numpy
import pytest
from PIL import Image

import lobby_show
import png
import program

STYLE = "show:\n  night_pictures: {}\n"
BODY = """Words before the first heading.

## A section

Sleep well. Read a book when you wake. Go to bed at the same hour of every day that you spend here.

![A tap](tap.png)

## A table

| Week | Morning | Evening |
|---|---|---|
| 1 | 25 mg | – |
| 2 | 50 mg | 25 mg |

> [!WARNING]
> **Do not** take it with wine.

## Call us the same day if you have

- [ ] a rash
- [ ] a very fast heartbeat
"""
# A column beside the spine, where no tile stands.
FOOT = 100
PLAYLISTS = ("show.m3u8", "show.ffconcat", "show.txt", "show.smil", "mrss.xml", "static-config.json", "__lobby.json",
             "anthias.json", "transcript.html")


def tap(path):
    Image.new("RGB", (400, 300), (200, 40, 40)).save(path)


def make(tmp_path, style, name="out"):
    clinic = program.CLINIC + "handout_url: https://riverside-sleep.org/night\n"
    articles = {"one": program.article(BODY, front="kind: article\n"), "two": program.article("We are closed.")}
    content = program.write_content(tmp_path / "content", articles, clinic=clinic, style=style)
    tap(content / "tap.png")
    result = program.render(content, tmp_path / name, "--format", "screen")
    assert result.status == 0, result.err
    return result.directory / "lobby"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    return make(tmp_path_factory.mktemp("night"), STYLE.format("yes"))


@pytest.fixture(scope="module")
def pairs(lobby):
    """Of each screen the pixels by day and by night."""
    day, night = sorted(lobby.glob("*.png")), sorted((lobby / "night").glob("*.png"))
    assert len(day) == len(night) > 5
    return [(png.pixels(a).astype(int), png.pixels(b).astype(int)) for a, b in zip(day, night)]


def test_only_who_asks_for_it_has_them(tmp_path):
    for name, style in (("none", None), ("no", STYLE.format("no"))):
        lobby = make(tmp_path, style, name)
        assert not (lobby / "night").exists()
        lobby_show.assert_whole(lobby)
    (tmp_path / "content/style.yaml").write_text(STYLE.format("maybe"))
    result = program.render(tmp_path / "content", tmp_path / "out", "--format", "screen")
    (error,) = [f for f in result.findings if f["severity"] == "error"]
    assert error["line"] == "2" and "'maybe' is no 'night_pictures'" in error["message"]


def test_each_playlist_is_there_with_the_pictures_of_the_night(lobby):
    lobby_show.assert_whole(lobby)
    names = [path.name for path in sorted((lobby / "night").glob("*.png"))]
    for name in PLAYLISTS:
        assert (lobby / name).exists()
        text = (lobby / "night" / name).read_text()
        found = re.findall(r"\d{3}-[a-z-]+\.[0-9a-f]{12}\.png", text)
        assert name == "transcript.html" or set(found) == set(names), name
    assert (lobby / "night/show.txt").read_text().split() == names
    for name in names:
        assert lobby_show.digest(lobby / "night" / name).startswith(name.split(".")[1])
        (day,) = lobby.glob(f"{name.split('.')[0]}.*.png")
        assert png.description(lobby / "night" / name) == png.description(day) and (lobby / "night/captions" / f"{name}.txt").exists()
    assert "night/" not in json.dumps(lobby_show.manifest(lobby)["slides"])


def test_it_stands_on_the_night_and_nothing_has_moved(lobby, pairs):
    night = lobby_show.manifest(lobby)["palette"]["night"]
    ground = numpy.array([int(night["ground"][i : i + 2], 16) for i in (1, 3, 5)])
    for day, dark in pairs:
        assert day.shape == dark.shape
        if (day[-1] == day[-1, 0]).all():
            continue  # a band or a frame at the foot
        assert (dark[-1, FOOT] == ground).all()
        # What is ground by day is ground by night, but for a code's quiet zone; heads of screens stand
        # at the upper edge.
        was = (day == day[-1, FOOT]).all(axis=2)
        light = dark.min(axis=2) > 200
        assert ((dark == ground).all(axis=2) | light)[was].mean() > 0.99


def test_words_can_be_read(lobby, pairs):
    """On keys, too, whose colour is that of topics by day alone."""
    night = lobby_show.manifest(lobby)["palette"]["night"]
    color = lambda shade: tuple(int(night[shade][i : i + 2], 16) for i in (1, 3, 5))
    assert png.contrast(color("key"), color("key_ink")) >= 7
    keys = [dark for day, dark in pairs if (dark == color("key")).all(axis=2).sum() > 20000]
    assert len(keys) >= 2, "no key has its colour"
    for dark in keys:
        rows, columns = numpy.nonzero((dark == color("key")).all(axis=2))
        block = dark[rows.min() : rows.max(), columns.min() : columns.max()]
        assert (block == color("key_ink")).all(axis=2).any()
        assert not (block == color("on")).all(axis=2).any()
    roles = {mark.get("role") for slide in lobby_show.manifest(lobby)["slides"] for mark in slide["marks"]}
    assert "key" in roles


def test_bands_do_not_dazzle(lobby, pairs):
    """That across a screen's head, by day in the accent, and that of the number at its foot; but when to call is
    no notice: its head is as light as words are, and nothing else of it."""
    night = lobby_show.manifest(lobby)["palette"]["night"]
    card = [int(night["card"][i : i + 2], 16) for i in (1, 3, 5)]
    bands = [dark for day, dark in pairs if (day[0] == day[0, 0]).all() and (day[0, 0] != day[540, FOOT]).any()]
    light = [dark for dark in bands if png.luminance(dark[0, 0]) > 0.5]
    bands = [dark for dark in bands if png.luminance(dark[0, 0]) < 0.5]
    assert len(bands) == 2, "the announcement, and the number with its hours"
    for dark in bands:
        assert (dark[0] == card).all()
    (call,) = [dark for dark in light if (dark[-1] == card).all()]
    ink = [int(night["ink"][i : i + 2], 16) for i in (1, 3, 5)]
    assert (call[0] == ink).all() and (call[:, -1] == ink).all(axis=1).mean() < 0.25
    (frame,) = [dark for _, dark in pairs if png.luminance(dark[0, -1]) > 0.5 and png.luminance(dark[-1, -1]) > 0.5]
    ground = [int(night["ground"][i : i + 2], 16) for i in (1, 3, 5)]
    assert (frame[60:200, 60:1860] == ground).all(), "what the frame holds is no lighter than the night"


def test_pictures_are_dimmed_and_codes_are_not(lobby, pairs):
    red = [dark[(abs(day - (200, 40, 40)) < 3).all(axis=2)] for day, dark in pairs]
    (red,) = [pixels for pixels in red if len(pixels) > 1000]
    assert abs(numpy.median(red, axis=0) - (150, 30, 30)).max() <= 2
    last = sorted((lobby / "night").glob("*.png"))
    texts = [subprocess.run(["zbarimg", "--quiet", "--raw", path], capture_output=True, text=True).stdout for path in last]
    assert "https://riverside-sleep.org/night\n" in texts


def test_an_urgent_message_has_them_too(tmp_path):
    content = program.write_content(tmp_path / "content", {"one": program.article(BODY)}, style=STYLE.format("yes"))
    tap(content / "tap.png")
    (content / "urgent.md").write_text(program.article("Leave by the front door.", front="until: 2099-03-31 17:00\n"))
    result = program.render(content, tmp_path / "out", "--format", "screen")
    lobby = result.directory / "lobby"
    (day,), (night,) = lobby.glob("*.png"), (lobby / "night").glob("*.png")
    assert png.luminance(png.pixels(night)[0, -1]) < 0.03 and png.pixels(night).max() > 200
    assert (lobby / "night/show.txt").read_text().split() == [night.name]
