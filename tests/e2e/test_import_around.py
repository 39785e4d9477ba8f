"""What stands around an article, or is put around the whole of a page, is told from it by its elements."""

import pytest

from test_import_typed import imported

REMARKS = "<div id='comments' class='comments-area'><ol class='comment-list'><li><article class='comment-body'><p>I take 300 mg.</p></article></li></ol></div>"


def test_what_readers_say_is_left_out_though_each_is_an_article(tmp_path):
    draft, said = imported(tmp_path, "page.html", f"<title>Iron</title><main><article><h1>Iron</h1><p>65 mg with juice.</p></article>{REMARKS}</main>")
    assert draft == "65 mg with juice." and "I take 300 mg." in said


@pytest.mark.parametrize("size", [1, 40])
def test_a_form_around_the_page_is_no_form(size, tmp_path):
    """As that of ASP.NET."""
    search, text = "<form><label>Search <input></label></form>", "<p>Do <b>not</b> skip 75 mg.</p>" * size
    draft, _ = imported(
        tmp_path, "page.html", f"<title>Flu</title><form id='aspnetForm' method='post'><input type='hidden' name='state'><h1>Flu</h1>{text}</form>{search}"
    )
    assert draft == "\n\n".join(["Do **not** skip 75 mg."] * size)
