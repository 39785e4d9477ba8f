"""Every fact of a busy clinic, and of an article with facts in its sentences, table, list and caption,
stands in every product of every language, sign for sign and in its order; test_conformance.py measures
the PDFs, in a soak all products of all languages."""

import html
import re

import pytest

import clinics
import facts_said
import labels
import pdf
import program
import soak
from player_fixtures import picture

LANGS = soak.sample(labels.tags(), 3)
PAPER = soak.sample(["standard", "large", "giant", "booklet-reading", "brochure-reading"], 2)
# Whose pages hold the same as those of their reading editions, or slips to fill in.
MEASURED = ["booklet", "brochure", "contact-slip"] if soak.WHOLE else []
FACTS = [
    "Riverside Community Health Center", "+1 503 234 5678", "frontdesk@riverside-health.example", "4200 North Lamar Boulevard",
    "Suite 210", "97201", "988",
]
# The digits of the hours, however a language tells them: 8:30 to 12, 1 to 5:30, 9 to 12.
TIMES = [r"8:30", r"12", r"(?<!\d)(1|13)(?!\d)", r"(5|17):30", r"(?<!\d)0?9(?!\d)", r"12"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("facts")
    articles = {lang.lower(): facts_said.article(lang, "dot.png") for lang in LANGS}
    files = {"dot.png": picture((640, 400))}
    content = program.write_content(base / "content", articles, clinic=clinics.BUSY, files=files)
    result = program.render(content, base / "out", "--format", ",".join([*PAPER, *MEASURED, "html", "text"]))
    assert result.status == 0, result.err
    return result


def squeeze(text):
    """Without blanks, isolates and soft ends of lines, so that a fact is one word wherever lines end."""
    return re.sub("[\\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u00ad]", "", text)


def missing(text, lang):
    text = squeeze(text)
    return [fact for fact in [*FACTS, *facts_said.facts(lang).values()] if squeeze(fact) not in text]


def times_in(text, lang):
    text = text.replace(labels.read(lang)["noon"], "12")
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    return re.search(".{1,60}?".join(TIMES), re.sub(r"\s+", " ", digits)) is not None


def seen(page):
    """The words of a page for browsers."""
    body = re.sub(r"(?s)<(style|script|svg).*?</\1>|<(br|p|li|td|div)\b[^>]*>", " ", page.split("<body")[1])
    return html.unescape(re.sub("<[^>]*>", "", body))


@pytest.mark.parametrize("product", PAPER)
@pytest.mark.parametrize("lang", LANGS)
def test_paper_has_every_fact(made, lang, product):
    document = pdf.Document(made.pdf(lang.lower(), "" if product == "standard" else f"-{product}"))
    text = " ".join(pdf.join(page.runs) for page in document.pages)
    assert missing(text, lang) == [] and times_in(text, lang), text


@pytest.mark.parametrize("lang", LANGS)
def test_pages_and_plain_text_have_every_fact(made, lang):
    page, plain = ((made.directory / f"web/{lang.lower()}.{suffix}").read_text() for suffix in ("html", "txt"))
    for text in (seen(page), plain):
        assert missing(text, lang) == [] and times_in(text, lang), text
