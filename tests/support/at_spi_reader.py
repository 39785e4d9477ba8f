"""Run by at_spi.py in its session: says the tree of the page of that title as JSON, a line for each line that it reads:
role, name, the node's own text, level of a heading and all words, of a node before what is in it."""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

EMBEDDED = "\ufffc"  # in the text of a node: one of those in it


def children(node):
    found = (node.get_child_at_index(i) for i in range(node.get_child_count()))
    return [child for child in found if child]


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def own_text(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text else ""


def words(node):
    """With those of what is in it."""
    below = children(node)
    text = own_text(node)
    if node.get_role() == Atspi.Role.IMAGE or not (text or below):
        return node.get_name()
    within = iter(below)
    parts = ((next(within, None) if sign == EMBEDDED else sign) for sign in text)
    return "".join(part if isinstance(part, str) else words(part) if part else "" for part in parts) or " ".join(map(words, below))


def told(node):
    return [node.get_role_name(), node.get_name(), own_text(node), node.get_attributes().get("level"), words(node)]


def page(title):
    """Nothing, where it changes while it is read."""
    try:
        return find(title)
    except GLib.Error:
        return []


def find(title):
    for application in children(Atspi.get_desktop(0)):
        for node in walk(application):
            if node.get_role_name() == "document web" and node.get_name() == title:
                return [told(one) for one in walk(node)]
    return []


Atspi.init()
for title in sys.stdin:
    print(json.dumps(page(title.strip())), flush=True)
