"""What Firefox and WebKitGTK tell assistive technology of the transcript is the document: each heading with its level,
each paragraph, item, cell, picture and link, once and in its order; of the show, its bar and one slide."""

import re
import time

import lxml.html
import pytest

import browser
import engines
from test_engines_tree import engine, session

# As the browsers call what one stops at; WebKitGTK calls a key that opens a dialog a combo box.
KINDS = {kind: kind for kind in ("heading", "paragraph", "list item", "column header", "row header", "table cell", "link", "image")}
KINDS |= {"push button": "button", "toggle button": "button", "combo box": "button"}
ELEMENTS = {"p": "paragraph", "li": "list item", "td": "table cell", "a": "link", "img": "image", "button": "button"}
UNHEARD = re.compile(r"[\s\u2066-\u2069]")
MARKER = re.compile(r"^(\d+\.|[•◦▪])|[•◦▪]$")  # behind the words where they run to the left


def is_heard(element):
    hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    return isinstance(element.tag, str) and not hidden and element.tag not in ("script", "style", "head", "dialog", "noscript")


def words(element):
    told = element.get("alt") or element.get("aria-label")
    within = (words(child) + (child.tail or "") if is_heard(child) else child.tail or "" for child in element)
    return told or (element.text or "") + "".join(within)


def kind(element):
    if re.fullmatch("h[1-6]", element.tag):
        return f"heading {element.tag[1]}"
    if element.tag == "th":
        return "column header" if element.get("scope") == "col" else "row header"
    return "image" if element.get("role") == "img" else ELEMENTS.get(element.tag)


def written(element):
    """[kind, words] of all that the page has for everybody."""
    for child in filter(is_heard, element):
        if kind(child):
            yield [kind(child), words(child)]
        yield from written(child)


def heard(engine, session):
    for role, _, _, level, text in session.tree(engine.js("return document.title")):
        if role in KINDS:
            yield [f"heading {level}" if role == "heading" else KINDS[role], MARKER.sub("", text.strip()) if role == "list item" else text]


def compact(all):
    """Without what nobody hears: blanks and isolates, which engines keep or not, and what has no words."""
    return [[kind, UNHEARD.sub("", text)] for kind, text in all if UNHEARD.sub("", text)]


def heard_as(engine, session, is_right):
    """What is told once it is right; a tree follows its page after a moment, or never."""
    end = time.monotonic() + 10
    while not is_right(found := compact(heard(engine, session))) and time.monotonic() < end:
        time.sleep(0.2)
    return found


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("document"))


@pytest.mark.sample(1)
def test_the_tree_is_the_document(engine, session, made):
    """And not what somebody leaves out of it."""
    page = made / "transcript.html"
    document = compact(written(lxml.html.parse(str(page)).getroot().find("body")))
    engine.open(page.as_uri(), wait=False)
    assert len(document) > 90 and heard_as(engine, session, lambda found: found == document) == document
    engine.js("document.querySelector('ol').setAttribute('role', 'presentation')")
    assert heard_as(engine, session, lambda found: found != document) != document


@pytest.mark.sample(1, 1)
def test_the_tree_of_the_show_is_its_bar_and_one_slide(engine, session, made):
    show = browser.Show(made)
    words = show.manifest["labels"]["en"]
    named = [UNHEARD.sub("", words[key]) for key in ("previous", "next", "read_all", "larger", "colors", "language", "topics", "start_again")]

    def is_right(found):
        keys = [text for kind, text in found if kind in ("button", "link")]
        slide = [text for kind, text in found if kind not in ("button", "link")][1:]
        has_keys = len(keys) == len(named) + 1 and all(key.startswith(name) for name, key in zip(named, keys[1:]))
        return has_keys and "".join(slide) in [UNHEARD.sub("", slide["text"]) for slide in show.slides]

    engine.open(f"{show.url}?wall=1")
    found = heard_as(engine, session, is_right)
    assert is_right(found), found
