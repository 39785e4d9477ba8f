"""What site builders keep beside the words of a page: films, twins for other displays, and their own heads and feet."""

import pytest

from test_import_typed import imported, page

FILM = "(a film or a page within the page: only its address is kept)"
LINKED = {
    "<div data-html='&lt;iframe src=&quot;//www.youtube.com/embed/abc&quot;&gt;&lt;/iframe&gt;'></div>": "https://www.youtube.com/embed/abc",
    '<div data-settings="{&quot;vimeo_url&quot;:&quot;https:\\/\\/vimeo.com\\/76979871&quot;}"><div></div></div>': "https://vimeo.com/76979871",
    "<div data-video-url='https://video.example/knee'></div>": "https://video.example/knee",
    "<div data-video-url='https://video.example/a_b'></div>": "[https\\://video.example/a_b](https://video.example/a_b)",
    "<p><a href='https://x.example/a_b'>https://x.example/a_b</a></p>": "[https\\://x.example/a_b](https://x.example/a_b)",
}


@pytest.mark.parametrize("body", LINKED)
def test_a_film_that_a_program_would_show_is_a_link(body, tmp_path):
    draft, said = page(tmp_path, body, "Take 5 mg.")
    assert draft == f"Take 5 mg.\n\n{LINKED[body]}" and (FILM in said) == ("data-" in body)


@pytest.mark.parametrize("body", ["<div data-html='&lt;iframe src=&quot;https://v.example/a&quot;&gt;'><iframe src='https://v.example/a'></iframe></div>",
                                  "<div data-video-url='https://v.example/a'><iframe src='https://v.example/a'></iframe></div>"])  # fmt: skip
def test_a_film_that_is_shown_is_one_link(body, tmp_path):
    assert page(tmp_path, body, "Take 5 mg.")[0] == "Take 5 mg.\n\nhttps://v.example/a"


TWINS = [
    ("elementor-section elementor-hidden-mobile", "elementor-section elementor-hidden-desktop elementor-hidden-tablet"),
    ("hide-on-phone", "show-for-small"),
    ("hidden md:block", "md:hidden"),
    ("desktop-only", "mobile-only"),
    ("uk-visible@m", "uk-hidden@m"),
]


@pytest.mark.parametrize("one, other", TWINS)
def test_words_for_other_displays_stand_once(one, other, tmp_path):
    draft, said = page(tmp_path, f"<section class='{one}'><p>Rest 6 h.</p></section><section class='{other}'><p>Rest 6 h.</p></section>", "Take 5 mg.")
    assert draft == "Take 5 mg.\n\nRest 6 h." and "'Rest 6 h.' (said once more for another display)" in said


@pytest.mark.parametrize("one, other, words", [("small-print", "large-print", "Rest 6 h."), ("desktop-only", "mobile-only", "Rest 7 h.")])
def test_other_words_and_classes_stay(one, other, words, tmp_path):
    draft, _ = page(tmp_path, f"<div class='{one}'><p>Rest 6 h.</p></div><div class='{other}'><p>{words}</p></div>", "Take 5 mg.")
    assert draft == f"Take 5 mg.\n\nRest 6 h.\n\n{words}"


def test_the_banner_of_a_published_document_is_no_title(tmp_path):
    body = "<div id=banners><div>Published using a program</div><a>Report</a></div><div id=contents><p class=title>Plan</p><p>Take 5 mg twice a day.</p></div>"
    draft, said = imported(tmp_path, "page.html", f"<title>Plan - Docs</title>{body}<div id=footer>Updated every 5 minutes</div>")
    assert draft == "Take 5 mg twice a day." and "title: \"Plan\"" in (tmp_path / "drafts/draft.md").read_text()
    assert "'Published using a program' (a message above the page)" in said


def test_head_and_foot_of_a_builder_are_none_of_the_text(tmp_path):
    body = "<div class=wsite-header><span id=wsite-title>Summit</span></div><div id=wsite-content><h2>ACL</h2><div class=paragraph>Take 5 mg twice.</div></div>"
    draft, said = imported(tmp_path, "page.html", f"<title>ACL - Summit</title>{body}<div id=footer-wrap><div class=wsite-footer>Ring 3 times.</div></div>")
    assert draft == "Take 5 mg twice." and "'Summit' (part of the page's head)" in said and "'Ring 3 times.' (part of the page's foot)" in said


def test_a_button_that_names_what_it_opens_is_its_heading(tmp_path):
    """By its attribute alone; one that opens a menu or a dialog is none."""
    doors = "<nav id=menu><a href=/>Home</a></nav><button aria-controls=menu>Menu</button><button data-target='#ask'>Ask us</button><div class=modal id=ask><p>Write.</p></div>"
    cost = "<div class=card-header><button data-target='#cost'>How much is it?</button></div><div id=cost><p>It is $40.</p></div>"
    pain = "<div class=card-header><button aria-controls=pain>Will it hurt?</button></div><div id=pain><p>A little.</p></div>"
    draft, _ = page(tmp_path, doors + cost + pain, "Take 5 mg.")
    assert draft == "Take 5 mg.\n\n## How much is it?\n\nIt is $40.\n\n## Will it hurt?\n\nA little."


def test_a_counter_that_has_not_counted_yet_says_where_it_ends(tmp_path):
    counter = "<div class=et_pb_number_counter data-number-value=82><div class=percent><p><span class=percent-value>0</span><span class=percent-sign>%</span></p></div></div>"
    draft, said = page(tmp_path, counter, "Take 5 mg.")
    assert draft == "Take 5 mg.\n\n82%" and "'82' (the page counts up to this number: check it)" in said
