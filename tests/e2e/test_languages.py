"""Shapes of many scripts: what the world's reference calls months, days and languages, in fifty of
them, is set without a box for a letter and without a dotted circle, and comes back as it was."""

import pathlib
import xml.etree.ElementTree as ElementTree

import pytest

import pdf
import program
from soak import sample

CLDR = pathlib.Path("/usr/share/unicode/cldr/common/main")
LANGUAGES = """am ar as be bn bo chr ckb cs cy de dz el es fa ff_Adlm fr gu ha he hi hy id iu ja ka km
kn ko lo ml mn mr my ne nqo or pa pl pt ru sat sd si so sw ta te th ti tr ug uk ur vi yo zh zh_Hant""".split()
GREGORIAN = "dates/calendars/calendar[@type='gregorian']/"
LISTS = [
    GREGORIAN + "months/monthContext[@type='format']/monthWidth[@type='wide']/month",
    GREGORIAN + "days/dayContext[@type='format']/dayWidth[@type='wide']/day",
    "localeDisplayNames/languages/language",
]
NAMES = 24  # of each list


def names(language):
    """A line of each list that the language has."""
    root = ElementTree.parse(CLDR / f"{language}.xml").getroot()
    lines = [[found.text for found in root.findall(path)][:NAMES] for path in LISTS]
    return [", ".join(line) for line in lines if line]


def chosen():
    return sample([name for name in LANGUAGES if (CLDR / f"{name}.xml").exists()], 10)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """One build of an article for each."""
    base = tmp_path_factory.mktemp("languages")
    articles = {
        name.lower().replace("_", "-"): program.article(
            "\n\n".join(names(name)), title="A title", lang=name.replace("_", "-")
        )
        for name in chosen()
    }
    content = program.write_content(base / "content", articles)
    return program.render(content, base / "out", "--format", "standard,screen")


def test_there_are_fifty_languages():
    assert sum((CLDR / f"{name}.xml").exists() for name in LANGUAGES) >= 50


def test_every_language_is_set(made):
    assert made.rules("error") == []
    assert made.status == 0


@pytest.mark.parametrize("language", chosen())
def test_names_come_back_as_they_were(made, language):
    document = pdf.Document(made.pdf(language.lower().replace("_", "-")))
    found = pdf.squash("".join(node.text for node in document.root.find("P")))
    for line in names(language):
        assert pdf.squash(line) in found
    assert "\u25cc" not in found
