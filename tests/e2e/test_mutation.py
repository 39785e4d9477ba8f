"""The rows of what is taken away to see whether a test notices follow the code."""

import mutation
import pytest


@pytest.mark.parametrize("kind", mutation.ROWS)
def test_the_text_of_a_row_stands_once(kind):
    assert mutation.stale(kind) == ""


def test_a_text_that_is_gone_is_told(monkeypatch):
    monkeypatch.setitem(mutation.ROWS, "gone", ("src/main.c", "no such text", "", mutation.MEANING, "gone"))
    monkeypatch.setitem(mutation.ROWS, "no file", ("src/none.c", "text", "", mutation.MEANING, "gone"))
    assert "0 times" in mutation.stale("gone") and "0 times" in mutation.stale("no file")
