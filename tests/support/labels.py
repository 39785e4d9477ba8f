"""The program's own words, read from its labels files by a reader of their simple YAML."""

import json
import re

import program

FOLDER = program.ROOT / "src/content/labels"


def value(written):
    if written.startswith("["):
        entries = re.findall(r'\s*("(?:[^"\\]|\\.)*"|[^,\[\]]+)', written[1:-1])
        return [value(entry.strip()) for entry in entries if entry.strip()]
    return json.loads(written) if written.startswith('"') else written


def read(tag):
    """What one file says, by key; lists as lists. Without the note on its translation."""
    text = (FOLDER / f"{tag}.yaml").read_text(encoding="utf-8")
    return {key: value(written) for key, written in re.findall(r"^(\w+): (.+)$", text, re.M)}


def tags():
    """Of the languages that the program has all words of."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml") if "contact_heading" in read(path.stem))


def of(article):
    """The words that go with an article, given as its text."""
    lang = re.search(r"^lang: *(\S+)", article, re.M)[1]
    return read(lang if lang in tags() else lang.partition("-")[0] if lang.partition("-")[0] in tags() else "en")
