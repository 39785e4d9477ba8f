"""In every language of ours the words of an article come in one order on paper, on the web and in plain text."""

import html
import re

import pytest

import languages
import pdf
import program


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("same")
    articles = {lang.lower(): program.article("\n\n".join(words), title=words[0], lang=lang, front="kind: article\n") for lang, words in languages.WORDS.items()}
    return program.render(program.write_content(base / "content", articles), base / "out", "--format", "standard,html,text")


def said(result, name):
    """What each form says of the article, without blanks."""
    page = (result.directory / f"web/{name}.html").read_text()
    main = re.search(r"<article.*?</article>", page, re.DOTALL)[0]
    text = (result.directory / f"web/{name}.txt").read_text()
    return {
        "pdf": pdf.squash(pdf.Document(result.directory / f"print/{name}.pdf").root.text),
        "html": pdf.squash(html.unescape(re.sub(r"<[^>]+>", "", main))),
        "text": pdf.squash(text),
    }


@pytest.mark.parametrize("lang", languages.WORDS)
def test_words_come_in_one_order(made, lang):
    assert made.status == 0, made.err
    wanted = pdf.squash("".join(languages.WORDS[lang]))
    for form, words in said(made, lang.lower()).items():
        assert wanted in words, form
