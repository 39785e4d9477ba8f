"""Every example of the CommonMark specification, each as an article: rendered without a crash, its
words kept, its PDF sound (test_conformance.py measures them with all the others).

The examples are read from the archive that `make tools` fetches; all of them in a soak, else every
eighth or so and those that the parser of Debian 12 reads otherwise.
"""

import re
import urllib.parse

import pytest

import fetched
import markdown
import pdf
import program
import soak

EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n(.*?)^`{32}$", re.M | re.S)
# The examples that are refused on purpose, by the rule, with the reason. The numbers are those of the
# specification; from 653 on those of the extensions.
REFUSALS = {
    # signs that may mean something (a dose, a limit, a number) are taken for markup: indented code,
    # numbers that would be renumbered, '+' and '>' before a number, an underline below a sentence;
    # code that is never closed takes along what follows, and so does its beginning what stands behind
    # it; definitions that nothing refers to
    "sign": [
        *(1, 2, 3, 5, 6, 7, 8, 18, 36, 48, 56, 69, 72, 81, 82, 85, 95, 100, 107, 110, 111, 112, 114, 115, 116, 117),
        *(118, 126, 127, 128, 134, 137, 139, 143, 146, 183, 184, 191, 204, 207, 208, 210, 211, 215, 225, 231, 236, 237, 252, 253, 254, 257, 259, 264, 268, 270, 271),
        *(272, 273, 274, 278, 286, 287, 288, 289, 290, 292, 293, 298, 299, 309, 313, 317, 354, 437, 438, 449, 450, 538, 544, 545, 563, 567, 571, 592),
    ],
    # nothing is left to read
    "empty-article": [11, 21, 31, 47, 51, 52, 53, 54, 79, 98, 130, 144, 153, 154, 181, 239, 240, 284, 484, 487],
    # what cannot be carried out and would change the sense
    "raw-html": [
        *(148, 150, 163, 165, 167, 169, 170, 171, 172, 173, 176, 178, 180, 187, 190, 201, 344, 476, 477, 491, 494),
        *(524, 536, 613, 614, 615, 616, 617, 623, 627, 630, 631, 642, 643),
    ],
    # pictures that are not there
    "image-file": [475, 517, 520, 531, *range(572, 590), 591],
    # a link names a heading that the article does not have
    "link-inside": [501],
    # a row holds more cells than its header has columns
    "table-cells": [659],
}
# Its examples are full of example.com and of what is nearly a link, which no clinic's article may be.
CHECKS = b"""silence:
  placeholder: the specification writes example.com
  foreign-syntax: the specification shows what is no link
  unfilled: the specification writes names in capitals
"""
# The specification is newer than the parser of Debian 12, which follows version 0.29: it reads
# numbers of eight digits as a character.
NEWER = {"&#87654321;"}
# Where we differ from it on purpose: a sign that an author means is printed.
OURS = {
    "5*6*78": "between numbers '*' multiplies",
    "____foo__ bar__": "three and more '_' are a blank to fill in",
    "[foo`](/uri)`": "behind a letter '`' is an apostrophe",
    "[foo`][ref]`": "behind a letter '`' is an apostrophe",
    "*foo`*`": "behind a letter '`' is an apostrophe",
}
KNOWN = {*NEWER, *OURS}


def read_examples():
    spec, extensions = fetched.commonmark()
    plain = [source for source, _ in EXAMPLE.findall(spec)]
    fence = re.compile(r"^`{32} example (?:table|strikethrough)\n(.*?)^\.\n(.*?)^`{32}$", re.M | re.S)
    tables = [source for source, _ in fence.findall(extensions)]
    assert len(plain) > 640 and len(tables) > 8
    every = dict(enumerate((source.replace("→", "\t") for source in plain + tables), 1))
    chosen = {*soak.sample(every, 80), *(n for n, source in every.items() if is_read_otherwise(source))}
    return {f"example-{n:03d}": every[n] for n in sorted(chosen)}


def is_read_otherwise(source):
    return any(part in source for part in KNOWN)


@pytest.fixture(scope="module")
def examples():
    return read_examples()


@pytest.fixture(scope="module")
def rendered(examples, tmp_path_factory):
    base = tmp_path_factory.mktemp("commonmark")
    articles = {name: program.article(source, "Example") for name, source in examples.items()}
    content = program.write_content(base / "content", articles, files={"checks.yaml": CHECKS})
    return program.render(content, base / "out", "--format", "standard")


def refused(result):
    """Articles with an error, by name."""
    errors = [f for f in result.findings if f["severity"] == "error"]
    return {re.search(r"([^/]+)\.md$", f["path"])[1]: f["rule"] for f in errors}


def test_just_those_are_refused_that_are_meant_to_be(rendered, examples):
    meant = {f"example-{n:03d}": rule for rule, numbers in REFUSALS.items() for n in numbers}
    assert refused(rendered) == {name: rule for name, rule in meant.items() if name in examples}


def test_every_other_example_is_made(rendered, examples):
    assert {path.stem for path in rendered.pdfs} == set(examples) - set(refused(rendered))


def words(document):
    """All words, but not the addresses that paper gives behind those of links."""
    text = pdf.squash("".join(run.text for run in document.root.runs))
    for link in document.root.find("Link"):
        for annotation in link.annotations:
            address = markdown.address_of(str(annotation.A.URI)) if "/URI" in annotation.A else ""
            for form in (address, urllib.parse.unquote(address)):
                text = text.replace(pdf.squash(f"({form})"), "")
    return text


def test_words_of_every_example_are_kept(rendered, examples):
    lost = {}
    for path in rendered.pdfs:
        text = words(pdf.Document(path))
        for block in markdown.blocks(program.article(examples[path.stem])):
            if pdf.squash(block.text) not in text:
                lost[path.stem] = block.text
    assert all(is_read_otherwise(examples[name]) for name in lost), lost
    assert len(lost) == len(KNOWN)
    soak.figure(f"CommonMark: {len(rendered.pdfs)} examples made, the words of all but {len(lost)} kept")
