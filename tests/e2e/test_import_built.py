"""Chromium is the judge: what stands below, beside, under and within what on pages of chance does so in a draft."""

import pytest

import built_pages
from test_import_typed import imported


@pytest.mark.sample(6)
@pytest.mark.parametrize("seed", range(400))
def test_a_draft_has_each_word_where_the_page_has_it(seed, chromium, tmp_path):
    built = built_pages.Built(seed)
    text, said = imported(tmp_path, "page.html", built.text)
    draft = built_pages.Draft(text)
    chromium.driver.get((tmp_path / "page.html").as_uri())
    words = list(dict.fromkeys(built_pages.found(text.replace("https://a.example/w", ""))))
    assert [word for word in words if word not in built.heads] == [word for word in built.words if word not in built.heads] and set(words) == set(built.words)
    assert {word: draft.under.get(word) for word in built.under} == built.under
    assert {word: draft.numbers[word] for word in built.words if draft.numbers[word] or word in built.numbers} == built.numbers
    tables = chromium.driver.execute_script(built_pages.PLACES)
    assert built_pages.told(draft.tables(), built.heads) == built_pages.told(tables, built.heads)
