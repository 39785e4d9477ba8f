"""Reads a finished PDF back: its marks, as painted, and its structure tree, as a screen reader walks it.

Written from ISO 32000-1 and sharing no code with the program. Knows what a handout uses: composite
fonts with Identity-H, marked content, ActualText.
"""

import dataclasses
import re

import pikepdf

from pdf_content import Font, Page, Run


def squash(text):
    """Without white space and marks that only steer direction: what is left must be the same."""
    return re.sub(r"[\s\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+", "", text)


@dataclasses.dataclass
class Node:
    role: str
    parent: object
    raw: object
    lang: str = None
    alt: str = None
    actual: str = None
    kids: list = dataclasses.field(default_factory=list)  # nodes, runs and OBJR annotations

    def walk(self):
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def find(self, *roles):
        return [n for n in self.walk() if n.role in roles]

    @property
    def path(self):
        """Roles from the root down to this node."""
        return (self.parent.path if self.parent else ()) + (self.role,)

    @property
    def runs(self):
        for kid in self.kids:
            if isinstance(kid, Run):
                yield kid
            elif isinstance(kid, Node):
                yield from kid.runs

    @property
    def text(self):
        if self.actual is not None:
            return self.actual
        return join(self.runs)

    @property
    def pages(self):
        return sorted({run.page for run in self.runs})

    @property
    def annotations(self):
        return [kid for kid in self.kids if isinstance(kid, pikepdf.Object)]

    def attribute(self, name):
        """From the attribute objects (/A) of the element."""
        owners = self.raw.get("/A", pikepdf.Array())
        for owner in owners if isinstance(owners, pikepdf.Array) else [owners]:
            if isinstance(owner, pikepdf.Dictionary) and name in owner:
                return owner[name]
        return None


def join(runs):
    """Text of runs in order; a line end where the baseline changes."""
    text, last = "", None
    for run in runs:
        if last and (last.page != run.page or abs(last.y - run.y) > 0.5):
            text += "\n"
        text += run.text
        last = run
    return text


def lines(runs):
    """Runs grouped by page and baseline, in order of first appearance."""
    grouped = []
    for run in runs:
        if grouped and grouped[-1][0].page == run.page and abs(grouped[-1][0].y - run.y) <= 0.5:
            grouped[-1].append(run)
        else:
            grouped.append([run])
    return grouped


class Document:
    def __init__(self, path):
        self.path = path
        self.pdf = pikepdf.open(path)
        self.fonts = {}
        self.pages = [Page(self, number, page) for number, page in enumerate(self.pdf.pages)]
        self.root = self._tree()

    @property
    def runs(self):
        return [run for page in self.pages for run in page.runs]

    @property
    def bare(self):
        """Marks that are neither tagged nor decoration, with their pages."""
        return [(page.number + 1, kind) for page in self.pages for kind in page.bare]

    @property
    def outline(self):
        with self.pdf.open_outline() as outline:
            return list(_titles(outline.root))

    def font(self, raw):
        key = raw.objgen
        if key not in self.fonts:
            self.fonts[key] = Font(raw)
        return self.fonts[key]

    def _tree(self):
        owners = {}
        numbers = {page.obj.objgen: n for n, page in enumerate(self.pdf.pages)}
        for page in self.pages:
            for run in page.runs:
                if run.mcid is not None:
                    owners.setdefault((page.number, run.mcid), []).append(run)

        def build(raw, parent, page):
            node = Node(str(raw.S)[1:], parent, raw)
            node.lang = _string(raw, "/Lang")
            node.alt = _string(raw, "/Alt")
            node.actual = _string(raw, "/ActualText")
            if "/Pg" in raw:
                page = numbers[raw.Pg.objgen]
            for kid in _array(raw.get("/K")):
                if isinstance(kid, int):
                    add_content(node, page, kid)
                elif kid.get("/Type") == "/MCR":
                    add_content(node, numbers[kid.Pg.objgen] if "/Pg" in kid else page, kid.MCID)
                elif kid.get("/Type") == "/OBJR":
                    node.kids.append(kid.Obj)
                else:
                    node.kids.append(build(kid, node, page))
            return node

        def add_content(node, page, mcid):
            for run in owners.get((page, int(mcid)), []):
                assert run.node is None, f"content {mcid} of page {page + 1} has two owners"
                run.node = node
                node.kids.append(run)

        tops = _array(self.pdf.Root.StructTreeRoot.K)
        assert len(tops) == 1, "more than one root element"
        return build(tops[0], None, None)


def _titles(items):
    for item in items:
        yield item.title
        yield from _titles(item.children)


def _array(value):
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _string(raw, key):
    return str(raw[key]) if key in raw else None
