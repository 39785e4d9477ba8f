"""Lists that stand straight in lists, as old editors write them, keep their numbers and their places."""

import pytest

from test_import_typed import imported

LISTS = {
    "<ol><ul><li>Rest</ul><li>Take 1</li><li>Take 2</li></ol>": "- Rest\n\n1. Take 1\n2. Take 2",
    "<ul><ol><li>Take 1<li>Take 2</ol><li>Rest</ul>": "1. Take 1\n2. Take 2\n\n- Rest",
    "<ol><li>Take 1</li><ul><li>with water</ul><li>Take 2</ol>": "1. Take 1\n   - with water\n2. Take 2",
    "<ol><li>Take 1</li><ul><li>with water</li></ul></ol>": "1. Take 1\n   - with water",
    "<ul><li>Rest</li><ul><li>well</li></ul></ul>": "- Rest\n  - well",
    "<ul><li>Rest</li><ol><li>Take 1<ul><li>slowly</ul></ol><p>all day</p></ul>": "- Rest\n  1. Take 1\n     - slowly\n\n  all day",
    "<ol><li title='a > b'>Take 1<!-- <ul> --></li><menu><li>with water</menu><li>Take 2</ol>": "1. Take 1\n   - with water\n2. Take 2",
    "<ol><li>Take 1</li></ol><ul><li>Rest</li></ul>": "1. Take 1\n\n- Rest",
}


@pytest.mark.parametrize("lists", LISTS)
def test_a_list_straight_in_a_list_ends_no_list(lists, tmp_path):
    page = f"<script>x = '<ol>';</script><title>Iron</title><main><h1>Iron</h1><p>Start.</p>{lists}</main>"
    assert imported(tmp_path, "page.html", page)[0] == f"Start.\n\n{LISTS[lists]}"
