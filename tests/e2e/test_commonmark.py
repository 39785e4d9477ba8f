"""Every example of the CommonMark specification, each as an article: rendered without a crash, its
words kept, its PDF sound (test_conformance.py measures them with all the others).

The examples are read from the archive that `make tools` fetches; all of them in a soak, else every
eighth or so and those that the parser of Debian 12 reads otherwise.
"""

import re

import pytest

import fetched
import markdown
import pdf
import program
import soak

EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n(.*?)^`{32}$", re.M | re.S)
# What an example may be refused for: pictures that are not there, no words at all, cells without a
# column, signs that may mean something (a dose, a limit) and are taken for markup, HTML that cannot
# be carried out.
REFUSALS = {"image-file", "image-alt", "empty-article", "table-cells", "sign", "raw-html"}
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


def test_refused_examples_have_a_good_reason(rendered, examples):
    assert set(refused(rendered).values()) <= REFUSALS
    assert len(refused(rendered)) < 0.23 * len(examples)


def test_every_other_example_is_made(rendered, examples):
    assert {path.stem for path in rendered.pdfs} == set(examples) - set(refused(rendered))


def test_words_of_every_example_are_kept(rendered, examples):
    lost = {}
    for path in rendered.pdfs:
        text = pdf.squash("".join(run.text for run in pdf.Document(path).root.runs))
        for block in markdown.blocks(program.article(examples[path.stem])):
            if pdf.squash(block.text) not in text:
                lost[path.stem] = block.text
    assert all(is_read_otherwise(examples[name]) for name in lost), lost
    assert len(lost) == len(KNOWN)
    soak.figure(f"CommonMark: {len(rendered.pdfs)} examples made, the words of all but {len(lost)} kept")
