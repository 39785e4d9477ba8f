"""What a real screen reader says of our pages: an article on the web, the display's start page, article and
player, and the front desk. A difference is looked at, then accepted (HANDOUT_ACCEPT=1)."""

import itertools
import os
import pathlib

import pytest

import front_desk
import program
import screen_reader

SAID = pathlib.Path(__file__).parent / "said"
MRI = """\
Call (503) 234-5678 before you come.

## Before you come

- Tell us about metal in your body.
- Take off your watch.

| Day | Dose |
|-----|------|
| One | 5 mg |
| Two | 10 mg |

> [!WARNING]
> Do not come if you have a pacemaker.
"""
ARTICLES = {
    "mri": program.article(MRI, "Your MRI", front="kind: article\n"),
    "mri.es": program.article("Quédese quieto.\n", "Su resonancia", lang="es", front="kind: article\n"),
    "sleep": program.article("Sleep well.\n", "Good sleep", front="kind: article\n"),
}
# Which mistakes the desk lists is not told here.
MISTAKES = "Please look at this"
NO_PRINTER = "ipp://localhost:9/ipp/print"


@pytest.fixture(scope="module")
def orca(tmp_path_factory):
    one = screen_reader.Orca(tmp_path_factory.mktemp("orca") / "home")
    yield one
    one.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    content = program.write_content(folder / "content", ARTICLES)
    return program.render(content, folder / "out", "--format", "html,text,screen").directory


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk")
    program.write_content(folder / "content", ARTICLES)
    one = front_desk.Desk(folder, "--printer", NO_PRINTER)
    yield one
    assert one.close() == 0, one.said()


def check(orca, name, url, *keys, end=None):
    """The page as it is read out (until `end`), then what each key brings. Gives what is said before any key.
    What a page has is counted when it is loaded: of one that its program makes then, or that is served, by chance."""
    opened = orca.open(url)
    whole = url.startswith("file:") and "index.html" not in url
    lines = [phrase for phrase in opened if phrase.startswith("Page has") and whole]
    lines += itertools.takewhile(lambda phrase: phrase != end, orca.press("say all"))
    for key in keys:
        lines += [f"[{key}]", *orca.press(key)]
    said = "\n".join(lines) + "\n"
    path = SAID / f"{name}.txt"
    if os.environ.get("HANDOUT_ACCEPT"):
        SAID.mkdir(exist_ok=True)
        path.write_text(said)
    assert said == path.read_text()
    return opened


def test_the_clinics_article_on_the_web(orca, tmp_path):
    made = program.render(program.ROOT / "content", tmp_path, "--format", "html")
    check(orca, "clinic", (made.directory / "web/treatment-resistance.html").as_uri(), "heading", "heading", "tab")


def test_lists_and_tables_on_the_web(orca, pages):
    check(orca, "web", (pages / "web/mri.html").as_uri(), "heading", "list", "list", "table", "next", "next", "tab")


@pytest.mark.parametrize("name, page, keys", [
    ("start", "topics.html?kiosk=1", ["heading", *["tab"] * 5]),
    ("article", "read-mri.html?kiosk=1", ["heading", "list", "tab", "tab", "tab"]),
    ("player", "index.html?wall=1", ["heading", "tab", "tab"]),
])
def test_the_display(orca, pages, name, page, keys):
    check(orca, f"display-{name}", f"{(pages / 'lobby').as_uri()}/{page}", *keys)


def test_the_front_desk(orca, desk):
    desk.wait_for(lambda: "does not answer" in desk.ask("GET", "/")[1])
    address = f"{desk.url}?words=en&topic=mri&form=braille"
    opened = check(orca, "desk", address, "next", "next", *["tab"] * 5, end=MISTAKES)
    assert {"Type a word of the title entry.", "The printer does not answer. Is it on?"} <= set(opened)
