"""Chromium is the judge: what it strikes, raises, hides, counts and adds on pages of chance, a draft has as well, or its list names."""

import re

import pytest

import styled_pages
from test_import_typed import imported

HIDDEN = "(the page does not show this: check whether it belongs here)"


@pytest.mark.sample(6)
@pytest.mark.parametrize("seed", range(400))
def test_a_draft_shows_each_word_as_the_browser_does(seed, chromium, tmp_path):
    text, words = styled_pages.styled(seed)
    draft, said = imported(tmp_path, "page.html", text)
    chromium.driver.get((tmp_path / "page.html").as_uri())
    shown = chromium.driver.execute_script(styled_pages.SHOWN)
    unseen = {word for word in words if not shown[word].pop("seen")}
    drafted = styled_pages.drafted(draft)
    assert list(drafted) == words
    assert {word: drafted[word] for word in words if word not in unseen} == {word: shown[word] for word in words if word not in unseen}
    assert bool(unseen) == (HIDDEN in said)
    listed = set(re.findall(r"w\d+w", " ".join(line for line in said.splitlines() if HIDDEN in line)))
    assert not unseen or unseen & listed
    if not unseen:
        assert styled_pages.names(re.sub(r"~~|</?\w+>|\\", "", draft)) == styled_pages.spoken(chromium.driver)
