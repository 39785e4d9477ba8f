"""What the end-to-end tests share: a rendering of the clinic's content, and one of every sample."""

import functools
import io
import os
import pathlib

import pytest
from PIL import Image

import measured
import program
import shared
import soak
from desk_fixtures import page, printer, start_desk, start_printer
from engines import engine, started
from player_fixtures import chromium, lobbies, player, portrait_show, publish, rich_show, show

CASES = pathlib.Path(__file__).parents[1] / "cases"
# Cases that are about mistakes have no products to examine.
MISTAKES = {"errors", "untitled"}
# The second Markdown parser (support/markdown.py) knows no notes; test_notes.py reads them.
UNKNOWN = {"notes"}


VALIDATOR = "test_conformance.py"
# They wait for the clock, minutes in all: first, so that what runs beside them never waits for them.
PATIENT = {"test_urgent_wall.py", "test_show_attacks.py"}


def pytest_collection_modifyitems(config, items):
    later = soak.left_out(items)
    config.hook.pytest_deselected(items=later)
    items[:] = [item for item in items if item not in later]
    shared.enter()
    items.sort(key=lambda item: (item.path.name == VALIDATOR, item.path.name not in PATIENT))


@functools.cache
def is_ours(name):
    """Of several processes that share a folder (HANDOUT_QUEUE), the first that comes to a file of
    tests takes it. The last that ends runs the validator, on all that the tests of each have had made."""
    if name == VALIDATOR:
        measured.keep_made()
        return shared.leave()
    if "HANDOUT_QUEUE" not in os.environ:
        return True
    try:
        os.mkdir(os.path.join(os.environ["HANDOUT_QUEUE"], name))
    except FileExistsError:
        return False
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item):
    return None if is_ours(item.path.name) else True


def picture(kind, mode="RGB", size=(320, 200)):
    data = io.BytesIO()
    channels = len(mode)
    color = (20, 90, 140, 128)[:channels] if channels > 1 else 90
    Image.new(mode, size, color).save(data, kind)
    return data.getvalue()


PICTURES = {
    "plain.png": picture("PNG"),
    "clear.png": picture("PNG", "RGBA"),
    "grey.png": picture("PNG", "L"),
    "photo.jpeg": picture("JPEG", size=(1200, 900)),
    "ink.jpeg": picture("JPEG", "CMYK"),
}
PICTURE_ARTICLE = program.article(
    "\n\n".join(f"![Picture of a {name.split('.')[0]} kind]({name})" for name in PICTURES)
    + "\n\nA small ![sign](plain.png) within a line.",
    title="Pictures of all kinds",
)


def sample_articles():
    """The source of every sample by name: the good cases, and one with pictures."""
    names = sorted(path.parent.name for path in CASES.glob("*/article.md"))
    found = {n: (CASES / n / "article.md").read_text() for n in names if n not in MISTAKES | UNKNOWN}
    return {**found, "pictures": PICTURE_ARTICLE}


SAMPLES = sample_articles()
CLINIC_SOURCE = (program.ROOT / "content/treatment-resistance.md").read_text()


@pytest.fixture(scope="session")
def samples():
    """Every sample in every size: results by name."""

    def make(base):
        content = program.write_content(base / "content", SAMPLES, files=PICTURES)
        return {name: program.render(content, base / name, "--article", name, *program.EVERY_SIZE) for name in SAMPLES}

    return shared.once("samples", make)


@pytest.fixture(scope="session")
def clinic():
    """The clinic's own content, as `make` renders it."""
    return shared.once("clinic", lambda base: program.render(program.ROOT / "content", base))


@pytest.fixture
def make(tmp_path):
    """Renders one article, given as the text below its front matter, from a content directory of
    its own; in every size where no format is asked for."""

    def make(body, *args, title="A title", lang="en-US", **content):
        articles = {"sample": program.article(body, title, lang)}
        directory = program.write_content(tmp_path / "content", articles, **content)
        formats = () if "--format" in args else program.EVERY_SIZE
        return program.render(directory, tmp_path / "out", *formats, *args)

    return make
