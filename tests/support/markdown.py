"""What an article says, by a second Markdown parser, as a flat list of blocks in reading order."""

import dataclasses
import html.parser
import itertools
import re

from markdown_it import MarkdownIt

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
FRONT_MATTER = re.compile(r"\A---\n(.*?\n)---\n", re.S)

# Containers that the structure tree has to show, by the token that opens them.
CONTAINERS = {"blockquote": "BlockQuote", "list_item": "LI", "th": "TH", "td": "TD"}


# A quotation that says what it is for in its first line.
ALERT = re.compile(r"\[!(\w+)\]\s*")


@dataclasses.dataclass(frozen=True)
class Block:
    roles: tuple  # the containers around it, and for a heading its level
    text: str


class Words(html.parser.HTMLParser):
    """The text of raw HTML, which is kept while its tags are dropped."""

    def __init__(self, source):
        super().__init__()
        self.found = []
        self.feed(re.sub(r"<\?.*?\?>", "", source, flags=re.S))
        self.close()

    def handle_data(self, data):
        self.found.append(data)


def html_words(source):
    return "".join(Words(source).found)


def title(source):
    return re.search(r'^title: *"?(.*?)"?$', FRONT_MATTER.match(source)[1], re.M)[1]


def content_of(tokens, index):
    return tokens[index].content if index < len(tokens) else ""


def blocks(source, heard=False, paper=True):
    """The blocks after the title; `heard`: with the words that a mark is spoken as and, on paper, the
    addresses of links."""
    found, around, level, told = [], [], 1, set()
    tokens = PARSER.parse(FRONT_MATTER.sub("", source))
    for index, token in enumerate(tokens):
        kind, _, step = token.type.rpartition("_")
        alert = ALERT.match(content_of(tokens, index + 2)) if token.type == "blockquote_open" else None
        if alert:
            around.append("Aside")
            found.append(Block(tuple(around), alert[1].capitalize()))
        elif kind in CONTAINERS:
            around.append(CONTAINERS[kind]) if step == "open" else around.pop()
        elif token.type == "heading_open":
            level = min(int(token.tag[1]), level + 1)
            around.append(f"H{level}")
        elif token.type == "heading_close":
            around.pop()
        elif token.type in ("fence", "code_block"):
            found.append(Block(tuple(around), token.content))
        elif token.type == "html_block":
            found.append(Block(tuple(around), html_words(token.content)))
        elif token.type == "inline":
            found += inline_blocks(token, tuple(around), heard, told if paper else None)
    return [block for block in found if block.text.strip()]


def address_of(href):
    """As paper gives it; the one telephone of the samples as their clinic writes it."""
    if href.startswith("tel:"):
        return "+1 212 736 5000"
    return re.sub(r"^(https?://(www\.)?|mailto:)", "", href).rstrip("/")


def inline_blocks(token, roles, heard, told):
    """Text up to each picture, the pictures, and the text after them. `told`: addresses so far; None: none
    are told."""
    text, links = "", []
    for child in token.children:
        if child.type == "image":
            yield Block(roles, text)
            yield Block(roles + ("Figure",), child.content)
            text = ""
        elif child.type in ("softbreak", "hardbreak"):
            text += " "
        elif child.type == "s_open" and heard:
            text += "deleted: "
        elif child.type == "link_open":
            links.append((address_of(child.attrs["href"]), len(text)))
        elif child.type == "link_close":
            address, start = links.pop()
            if told is None:
                continue
            if heard and address not in text[start:] and address not in told:
                text += f" ({address})"
            told.add(address)
        elif child.type == "html_inline":
            text += html_words(child.content)
        else:
            text += child.content
    if "LI" in roles:
        text = re.sub(r"^\[[ xX]\] ", "", text)
    if "Aside" in roles:
        text = ALERT.sub("", text)
    yield Block(roles, text)


TABLE = re.compile(r"^\|.*\n\|[-:| ]+\n(?:\|.*\n?)*", re.M)


def cells(line):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def cards(table):
    """The rows of a table as items, each field with the name of its column."""
    heads, _, *rows = table[0].strip().splitlines()
    fields = [[f"{head}: {cell or '–'}" if head else cell or "–" for head, cell in zip(cells(heads), cells(row))]
              for row in rows]
    return "".join("- " + "\n\n  ".join(item) + "\n\n" for item in fields)


def forms(source):
    """The article with each of its tables as rows, or as cards."""
    count = len(TABLE.findall(source))
    for choice in itertools.product([False, True], repeat=count):
        choices = iter(choice)
        yield TABLE.sub(lambda table: cards(table) if next(choices) else table[0], source)


def words(source):
    """All words in order, the title's first."""
    return " ".join([title(source), *(block.text for block in blocks(source))]).split()


def sentences(text):
    """Split after a full stop, question or exclamation mark that a space follows, and at the line
    ends of code."""
    return re.split(r"(?<=[.!?])\s+|\n", text.strip())
