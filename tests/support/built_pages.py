"""Pages built of chance from tables, lists, parts that open and figures, each word a name of its own, and what belongs to what."""

import html
import random
import re

import lxml.html

import markdown

INLINE = ["{}", "{}", "{}", "<b>{}</b>", "<i>{}</i>", "<del>{}</del>", "<span>{}</span>", "<sup>{}</sup>", "<a href='https://a.example/{}'>{}</a>"]


ACCORDIONS = [
    "<div class=item><h3><button aria-expanded=true aria-controls=W>W</button></h3><div id=W role=region>BODY</div></div>",
    "<div class=item><button class=collapsed aria-expanded=false aria-controls=W>W</button><div id=W hidden>BODY</div></div>",
    "<div class=accordion-item><h2 class=accordion-header><button class='accordion-button collapsed' data-bs-toggle=collapse data-bs-target='#W'>W</button></h2><div id=W class='accordion-collapse collapse'><div class=accordion-body>BODY</div></div></div>",
    "<div class=panel><div class=panel-heading><h4 class=panel-title><a data-toggle=collapse href='#W'>W</a></h4></div><div id=W class='panel-collapse collapse' style='display:none'><div class=panel-body>BODY</div></div></div>",
    "<div class='elementor-toggle-item'><div class=elementor-tab-title role=button aria-controls=W aria-expanded=false><a class=elementor-toggle-title>W</a></div><div id=W class=elementor-tab-content style='display:none'>BODY</div></div>",
    "<div class='et_pb_toggle et_pb_toggle_close'><h5 class=et_pb_toggle_title>W</h5><div class='et_pb_toggle_content clearfix' style='display:none'>BODY</div></div>",
    "<div class='vc_toggle'><div class=vc_toggle_title><h4>W</h4><i class=vc_toggle_icon></i></div><div class=vc_toggle_content style='display:none'>BODY</div></div>",
    "<li class=accordion-item><h4 class=accordion-item__title-wrapper><button class=accordion-item__click-target aria-expanded=false><span class=accordion-item__title>W</span></button></h4><div class=accordion-item__dropdown><div class=accordion-item__description>BODY</div></div></li>",
    "<div class='faq-item w-dropdown'><div class='w-dropdown-toggle' aria-controls=W aria-expanded=false><div>W</div></div><nav class='w-dropdown-list' id=W style='display:none'>BODY</nav></div>",
    "<div class=tab><input type=checkbox id=cW style='opacity:0'><label for=cW>W</label><div class=tab-content style='max-height:0;overflow:hidden'>BODY</div></div>",
    "<div class=schema-faq-section><strong class=schema-faq-question>W</strong><div class=schema-faq-answer>BODY</div></div>",
    "<div class=faq><div class=faq-question><p>W</p></div><div class=faq-answer style='display:none'>BODY</div></div>",
    "<dl><dt><button aria-expanded=false aria-controls=W>W</button></dt><dd id=W hidden>BODY</dd></dl>",
]
TABS = [
    ("<div class=tabs><div role=tablist>HEADS</div>BODIES</div>", "<button role=tab aria-controls=W>W</button>", "<div role=tabpanel id=W>BODY</div>"),
    ("<ul class='nav nav-tabs'>HEADS</ul><div class=tab-content>BODIES</div>", "<li><a data-toggle=tab href='#W'>W</a></li>", "<div class='tab-pane fade' id=W style='display:none'>BODY</div>"),
    ("<div class=w-tabs><div class=w-tab-menu>HEADS</div><div class=w-tab-content>BODIES</div></div>", "<a data-w-tab=W class='w-inline-block w-tab-link'><div>W</div></a>", "<div data-w-tab=W class=w-tab-pane style='display:none'>BODY</div>"),
    ("<div class='et_pb_module et_pb_tabs'><ul class='et_pb_tabs_controls clearfix'>HEADS</ul><div class=et_pb_all_tabs>BODIES</div></div>", "<li><a href=#>W</a></li>", "<div class='et_pb_tab clearfix' style='display:none'><div class=et_pb_tab_content>BODY</div></div>"),
    ("<div class=elementor-tabs><div class=elementor-tabs-wrapper role=tablist>HEADS</div><div class=elementor-tabs-content-wrapper>BODIES</div></div>", "<div class='elementor-tab-title elementor-tab-desktop-title' role=tab aria-controls=W>W</div>",
     "<div class='elementor-tab-title elementor-tab-mobile-title' role=tab style='display:none'>W</div><div id=W class='elementor-tab-content' role=tabpanel style='display:none'>BODY</div>"),
    ("<div class=tabs><div class=tab-links>HEADS</div>BODIES</div>", "<button class=tablinks onclick=\"openTab(event, 'W')\">W</button>", "<div id=W class=tabcontent style='display:none'>BODY</div>"),
]  # fmt: skip


class Built:
    def __init__(self, seed):
        self.chance, self.words, self.heads, self.under, self.numbers, self.depth = random.Random(seed), ["w0w"], set(), {}, {}, 0
        parts = "".join(self.part() for _ in range(self.chance.randint(2, 5)))
        self.text = f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Iron</title><body><main><h1>Iron</h1><p>{self.words[0]}</p>{parts}</main>"

    def word(self):
        self.words.append(f"w{len(self.words)}w")
        return self.words[-1]

    def run(self, most=3):
        runs = [self.chance.choice(INLINE) for _ in range(self.chance.randint(1, most))]
        return " ".join(run.replace("{}", self.word()) for run in runs)

    def part(self):
        kinds = [self.paragraph, self.table, self.list, self.details, self.accordion, self.tabs, self.figure, self.terms]
        return self.chance.choice(kinds if self.depth == 0 else [self.paragraph, self.table, self.list, self.terms])()

    def paragraph(self):
        return f"<p>{self.run()}</p>"

    def inner(self, heading):
        """What a heading opens."""
        first, self.depth = len(self.words), self.depth + 1
        body = "".join(self.part() for _ in range(self.chance.randint(1, 2)))
        self.under |= {word: heading for word in self.words[first:]}
        self.depth -= 1
        return body

    def details(self):
        heading = self.word()
        return f"<details{self.chance.choice(['', ' open'])}><summary>{self.chance.choice(['{}', '<h3>{}</h3>', '<span>{}</span>']).format(heading)}</summary>{self.inner(heading)}</details>"

    def parts(self, template, least):
        """A template's heads, if it has any, and its bodies."""
        heads = bodies = ""
        for _ in range(self.chance.randint(least, 3)):
            word = self.word()
            heads, bodies = heads + template[1].replace("W", word), bodies + template[2].replace("W", word).replace("BODY", self.inner(word))
        return template[0].replace("HEADS", heads).replace("BODIES", bodies)

    def accordion(self):
        return self.parts(("<div class=accordion>BODIES</div>", "", self.chance.choice(ACCORDIONS)), 1)

    def tabs(self):
        return self.parts(self.chance.choice(TABS), 2)

    def figure(self):
        return f"<figure>{self.chance.choice([self.table, self.paragraph])()}<figcaption>{self.run()}</figcaption></figure>"

    def terms(self):
        return f"<dl>{''.join(f'<dt>{self.run(1)}</dt><dd>{self.run(2)}</dd>' for _ in range(self.chance.randint(1, 3)))}</dl>"

    def list(self, outer=()):
        ordered, number, items = self.chance.random() < 0.5, self.chance.choice([1, 1, 1, 4]), ""
        start = f" start={number}" if ordered and number > 1 else ""
        for _ in range(self.chance.randint(1, 4)):
            first, own = len(self.words), (*outer, number if ordered else "-")
            said = self.run(2)
            self.numbers |= {word: own for word in self.words[first:]}
            inner = self.list(own) if len(own) < 3 and self.chance.random() < 0.25 else ""
            items += f"<li>{self.chance.choice(['{}', '<p>{}</p>']).format(said)}{inner}</li>"
            number += 1
        return f"<{'ol' if ordered else 'ul'}{start}>{items}</{'ol' if ordered else 'ul'}>"

    def table(self):
        """Cells are joined here and there. Each row and column has a size, so that a browser does not make it none."""
        columns, heads, taken, rows = self.chance.randint(2, 4), self.chance.choice([0, 1, 1, 1, 2]), set(), []
        count = heads + self.chance.randint(2, 4)
        for row in range(count):
            cells, column, first = "", 0, len(self.words)
            while column < columns:
                if (row, column) in taken:
                    column += 1
                    continue
                wide, high = (self.chance.choice([1, 1, 1, 1, 2]) for _ in range(2))
                while wide > 1 and (column + wide > columns or (row, column + wide - 1) in taken):
                    wide -= 1
                wide, high = (1, 1) if (row, column) == (heads, 0) else (wide, high)
                high = 1 if wide == columns or row + high > (heads if row < heads else count) else high
                taken |= {(row + y, column + x) for y in range(high) for x in range(wide)}
                name = "th" if row < heads or (column == 0 and columns == 3) else "td"
                cells += f"<{name}{f' colspan={wide}' * (wide > 1)}{f' rowspan={high}' * (high > 1)}>{self.run(2)}</{name}>"
                column += wide
            rows.append(f"<tr height=30>{cells}</tr>")
            self.heads |= set(self.words[first:] if row < heads else [])
        head = f"<thead>{''.join(rows[:heads])}</thead>" if heads else ""
        return f"<table border=1>{'<col width=60>' * columns}{head}<tbody>{''.join(rows[heads:])}</tbody></table>"


# Opens all parts.  Of each table of a page: which words stand in one column, and which in one row.
PLACES = r"""
for (const part of document.querySelectorAll("[hidden], [style]")) ["hidden", "style"].forEach((name) => part.removeAttribute(name));
for (const part of document.querySelectorAll("details")) part.open = true;
const words = (cell) => cell.textContent.match(/w\d+w/g) || [];
return [...document.querySelectorAll("table")].map((table) => {
    const cells = [...table.querySelectorAll("th, td")].map((cell) => ({words: words(cell), box: cell.getBoundingClientRect()}));
    const meet = (one, other, start, end) => Math.min(one.box[end], other.box[end]) - Math.max(one.box[start], other.box[start]) > 3;
    const pairs = (start, end) => cells.flatMap((one) => cells.filter((other) => meet(one, other, start, end)).flatMap((other) => one.words.flatMap((a) => other.words.map((b) => [a, b]))));
    return {columns: pairs("left", "right"), rows: pairs("top", "bottom")};
});
"""


def found(text):
    return re.findall(r"w\d+w", text)


class Draft:
    """The same of a draft."""

    def __init__(self, text):
        self.root = lxml.html.fromstring(f"<div>{markdown.PARSER.render(text)}</div>")
        self.under, self.numbers, heading = {}, {}, None
        for node in self.root.iter():
            if node.tag in ("h2", "h3", "h4"):
                heading = (found(node.text_content()) or [None])[0]
            for word in found(node.text or ""):
                self.see(word, node, heading)
            for word in found(node.tail or ""):
                self.see(word, node.getparent(), heading)

    def see(self, word, node, heading):
        self.under.setdefault(word, heading)
        path = []
        while node is not self.root:
            if node.tag == "li":
                rank = [item for item in node.getparent() if item.tag == "li"].index(node)
                path.insert(0, int(node.getparent().get("start", 1)) + rank if node.getparent().tag == "ol" else "-")
            node = node.getparent()
        self.numbers.setdefault(word, tuple(path))

    def tables(self):
        return [places(table) for table in self.root.iter("table")]


def places(table):
    """The same of a table of a draft."""
    rows = [[found(cell.text_content()) for cell in row] for row in table.iter("tr")]
    lines = {"columns": [sum(column, []) for column in zip(*rows)], "rows": [sum(row, []) for row in rows]}
    return {kind: [(one, other) for line in of_kind for one in line for other in line] for kind, of_kind in lines.items()}


def told(tables, heads):
    """But for which words of a head stand in one row: several rows of it become one."""
    return [({tuple(pair) for pair in table["columns"] if not heads.issuperset(pair)}, {tuple(pair) for pair in table["rows"] if heads.isdisjoint(pair)}) for table in tables]
