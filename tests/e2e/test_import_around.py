"""What stands around an article, or is put around the whole of a page, is told from it by its elements."""

import pytest
import yaml

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


FACTS = "Call us: 503-234-1111 | Mon-Fri 8-5 | 12 Hill Road, Portland, OR 97201"
MENU = "<nav><a href=a>Home</a> <a href=b>About</a></nav>"
IRON = "<h1>Iron</h1><p>65 mg.</p>"
BARS = [
    f"<div class=topbar>{FACTS}</div><header>{MENU}</header><main>{IRON}</main>",
    f"<div>{FACTS}</div>{MENU}{IRON}",
    f"<div><div>{FACTS}</div></div><div></div><header>{MENU}</header>{IRON}",
    f"<header><div>{FACTS}</div>{MENU}</header><main>{IRON}</main>",
]


@pytest.mark.parametrize("page", BARS)
def test_a_bar_above_the_head_gives_the_clinics_facts(page, tmp_path):
    draft, _ = imported(tmp_path, "page.html", f"<html lang=en><title>Iron</title>{page}")
    made = yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())
    assert draft == "65 mg." and made["telephone"] == "503-234-1111" and made["opening_hours"] == ["Mo-Fr 08:00-17:00"]
    assert made["address"]["street_address"] == "12 Hill Road, Portland, OR 97201"


def test_text_above_a_menu_without_a_number_stays(tmp_path):
    assert imported(tmp_path, "page.html", f"<title>Iron</title><p>Take 65 mg.</p>{MENU}<p>Eat.</p>")[0] == "Take 65 mg.\n\nEat."
