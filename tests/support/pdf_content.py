"""Replays the content stream of a PDF page: which words stand where, and what marks them."""

import dataclasses
import re

import pikepdf

PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "BI", "INLINE IMAGE"}


@dataclasses.dataclass
class Run:
    """What one operator, or one span with ActualText, shows."""

    page: int
    text: str
    x: float  # [pt] of the first glyph's origin
    y: float  # [pt] of the baseline, from the bottom of the page
    width: float
    size: float
    font: str
    color: tuple
    mcid: int = None
    artifact: str = None  # its subtype, "" when it has none
    node: object = None  # the structure element that owns it


class Page:
    def __init__(self, document, number, page):
        self.number = number
        self.runs = []
        self.bare = []  # painting operators that are neither tagged nor an artifact
        _, _, self.width, self.height = (float(v) for v in page.mediabox)
        Replay(self, document, page.obj.Resources).run(page)


@dataclasses.dataclass
class State:
    """The part of the graphics state that matters to text; saved by q and restored by Q."""

    ctm: pikepdf.PdfMatrix
    font: object = None
    size: float = 0.0
    color: tuple = (0.0,)
    character_space: float = 0.0
    leading: float = 0.0
    stretch: float = 1.0


class Replay:
    def __init__(self, page, document, resources):
        self.page = page
        self.document = document
        self.resources = resources
        self.state = State(pikepdf.PdfMatrix())
        self.saved = []
        self.marks = []  # open marked-content sequences, outermost first
        self.text_matrix = self.line_matrix = pikepdf.PdfMatrix()

    def run(self, page):
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in PAINTING:
                self._paint(name)
            else:
                handler = getattr(self, "op_" + name.replace("*", "_star"), None)
                if handler:
                    handler(*operands)
        assert not self.marks, "marked content is left open"

    def op_q(self):
        self.saved.append(dataclasses.replace(self.state))

    def op_Q(self):
        self.state = self.saved.pop()

    def op_cm(self, *operands):
        self.state.ctm = _matrix(operands) @ self.state.ctm

    def op_BT(self):
        self.text_matrix = self.line_matrix = pikepdf.PdfMatrix()

    def op_Tf(self, name, size):
        self.state.font = self.document.font(self.resources.Font[str(name)])
        self.state.size = float(size)

    def op_Tc(self, space):
        self.state.character_space = float(space)

    def op_Tw(self, space):
        assert float(space) == 0, "word space has no meaning for two-byte codes"

    def op_Tz(self, scale):
        self.state.stretch = float(scale) / 100

    def op_TL(self, leading):
        self.state.leading = float(leading)

    def op_Td(self, x, y):
        self.line_matrix = _matrix([1, 0, 0, 1, x, y]) @ self.line_matrix
        self.text_matrix = self.line_matrix

    def op_TD(self, x, y):
        self.state.leading = -float(y)
        self.op_Td(x, y)

    def op_T_star(self):
        self.op_Td(0, -self.state.leading)

    def op_Tm(self, *operands):
        self.text_matrix = self.line_matrix = _matrix(operands)

    def op_g(self, *values):
        self.state.color = tuple(float(v) for v in values if not isinstance(v, pikepdf.Name))

    op_rg = op_k = op_sc = op_scn = op_g

    def op_Tj(self, text):
        self._show([text])

    def op_TJ(self, parts):
        self._show(parts)

    def op_BMC(self, tag):
        self.marks.append(self._mark(tag, pikepdf.Dictionary()))

    def op_BDC(self, tag, properties):
        self.marks.append(self._mark(tag, properties))

    def op_EMC(self):
        self.marks.pop()

    def _mark(self, tag, properties):
        if isinstance(properties, pikepdf.Name):
            properties = self.resources.Properties[str(properties)]
        found = {}
        if tag == "/Artifact":
            found["artifact"] = str(properties.get("/Subtype", properties.get("/Type", "/")))[1:]
        if "/MCID" in properties:
            found["mcid"] = int(properties["/MCID"])
        if "/ActualText" in properties:
            found["actual"] = str(properties["/ActualText"])
        return found

    def _marked(self, name):
        return next((mark[name] for mark in reversed(self.marks) if name in mark), None)

    def _paint(self, kind):
        if self._marked("mcid") is None and self._marked("artifact") is None:
            self.page.bare.append(kind)

    def _show(self, parts):
        self._paint("text")
        state, start = self.state, self.text_matrix @ self.state.ctm
        text, advance = "", 0.0
        for part in parts:
            if not isinstance(part, pikepdf.String):
                advance -= float(part) / 1000 * state.size * state.stretch
                continue
            for word, width in state.font.decode(bytes(part)):
                text += word
                advance += (width * state.size + state.character_space) * state.stretch
        self.text_matrix = _matrix([1, 0, 0, 1, advance, 0]) @ self.text_matrix

        scale = (start.a**2 + start.b**2) ** 0.5
        run = Run(self.page.number, text, start.e, start.f, advance * scale, state.size * scale,
                  state.font.name, state.color, self._marked("mcid"), self._marked("artifact"))
        replaced = next((mark for mark in self.marks if "actual" in mark), None)
        if replaced:
            self._show_replaced(run, replaced)
        else:
            self.page.runs.append(run)

    def _show_replaced(self, run, mark):
        """All that a span with ActualText shows is one run of that text."""
        if "run" not in mark:
            run.text = mark["actual"]
            mark["run"] = run
            self.page.runs.append(run)
            return
        first = mark["run"]
        right = max(first.x + first.width, run.x + run.width)
        first.x = min(first.x, run.x)
        first.width = right - first.x


class Font:
    """A composite font with Identity-H: two bytes a character, widths and words from its tables."""

    def __init__(self, raw):
        self.name = str(raw.BaseFont)[1:]
        self.raw = raw
        self.words = read_cmap(bytes(raw.ToUnicode.read_bytes())) if "/ToUnicode" in raw else {}
        descendant = raw.DescendantFonts[0]
        self.default = float(descendant.get("/DW", 1000)) / 1000
        self.widths = _read_widths(descendant.get("/W", pikepdf.Array()))

    def decode(self, data):
        for i in range(0, len(data), 2):
            code = data[i] << 8 | data[i + 1]
            yield self.words.get(code, ""), self.widths.get(code, self.default)


def read_cmap(data):
    """What the codes of a font mean, of its stream ToUnicode."""
    words = {}

    def text(digits):
        return bytes.fromhex(digits.decode()).decode("utf-16-be")

    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
        for code, target in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            words[int(code, 16)] = text(target)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.S):
        for first, last, target in re.findall(
            rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(<[0-9A-Fa-f]+>|\[.*?\])", block, re.S
        ):
            first, last = int(first, 16), int(last, 16)
            if target[:1] == b"[":
                targets = re.findall(rb"<([0-9A-Fa-f]+)>", target)
                words.update((first + i, text(t)) for i, t in enumerate(targets))
            else:
                start = text(target[1:-1])
                for code in range(first, last + 1):
                    words[code] = start[:-1] + chr(ord(start[-1]) + code - first)
    return words


def _read_widths(array):
    widths, items = {}, list(array)
    while items:
        first = int(items.pop(0))
        if isinstance(items[0], pikepdf.Array):
            widths.update((first + i, float(w) / 1000) for i, w in enumerate(items.pop(0)))
        else:
            last, width = int(items.pop(0)), float(items.pop(0)) / 1000
            widths.update((code, width) for code in range(first, last + 1))
    return widths


def _matrix(operands):
    return pikepdf.PdfMatrix(*map(float, operands))
