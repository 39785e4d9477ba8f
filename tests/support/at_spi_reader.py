"""Run by at_spi.py in its session: says the tree of the page of that title as JSON, a line for each line that it reads:
role, name and the node's own text, of a node before what is in it."""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi


def children(node):
    found = (node.get_child_at_index(i) for i in range(node.get_child_count()))
    return [child for child in found if child]


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def told(node):
    text = node.get_text_iface()
    return [node.get_role_name(), node.get_name(), Atspi.Text.get_text(text, 0, -1) if text else ""]


def page(title):
    for application in children(Atspi.get_desktop(0)):
        for node in walk(application):
            if node.get_role_name() == "document web" and node.get_name() == title:
                return [told(one) for one in walk(node)]
    return []


Atspi.init()
for title in sys.stdin:
    print(json.dumps(page(title.strip())), flush=True)
