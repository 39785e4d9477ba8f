"""Dates of front matter and clinic, in the words of the language."""

import pytest

import pdf
import program

FRONT = "reviewed: 2025-10-01\napproved_on: 2025-09\nreview_due: 2199-03-31"
CLINIC = program.CLINIC + "verified_on: 2025-09-01\n"
WORDS = {
    "en-US": ["Last reviewed: October 1, 2025", "Approved on: September 2025",
              "Next review due: March 31, 2199", "Details checked on: September 1, 2025"],
    "en-GB": ["Last reviewed: 1 October 2025", "Approved on: September 2025",
              "Next review due: 31 March 2199", "Details checked on: 1 September 2025"],
}  # fmt: skip


def article(lang):
    return f"---\ntitle: Your visit\nlang: {lang}\n{FRONT}\n---\n\nWords.\n"


@pytest.mark.parametrize("lang", WORDS)
def test_dates_are_told_in_words(tmp_path, lang):
    content = program.write_content(tmp_path / "content", {"sample": article(lang)}, clinic=CLINIC)
    result = program.render(content, tmp_path / "out", "--format", "standard,large")
    assert result.status == 0, result.err
    for suffix in ("", "-large"):
        document = pdf.Document(result.pdf("sample", suffix))
        lines = [" ".join(node.text.split()) for node in document.root.find("P")]
        assert sorted(line for line in lines if line in WORDS[lang]) == sorted(WORDS[lang]), lines
