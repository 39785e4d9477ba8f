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


AROUND = {
    "aioseo-breadcrumbs": "part of a menu",
    "block-breadcrumb-list": "part of a menu",
    "header-container-wrapper": "part of the page's head",
    "dmFooterContainer": "part of the page's foot",
    "blog-comments": "what readers wrote",
    "blog-related-posts": "other pages of the site",
    "blog-post__meta": "about the page, not of its text",
    "field field--name-field-tags": "about the page, not of its text",
    "has-breadcrumbs": None,
    "related-doses": None,
    "comments-on-dose": None,
}


@pytest.mark.parametrize("name", AROUND)
def test_a_part_by_a_name_that_ends_in_what_it_is(name, tmp_path):
    draft, said = imported(tmp_path, "page.html", f"<title>Iron</title><main><h1>Iron</h1><p>Take 5 mg.</p></main><div class='{name}'><p>Rest 3 hours.</p></div>")
    assert ("Rest 3 hours." in draft) == (AROUND[name] is None) and (AROUND[name] is None or f"'Rest 3 hours.' ({AROUND[name]})" in said)


def test_what_prints_the_page_is_a_button(tmp_path):
    draft, said = page(tmp_path, "<a class=tool onclick='window.print()'>Print this</a><a href='https://a.example'>Read this</a>")
    assert draft == "Start.\n\n[Read this](https://a.example)" and "'Print this' (a button)" in said


@pytest.mark.parametrize("logo", ["<div class=logo>Hill Clinic</div>", "<p class='site-title'>Hill Clinic</p>", "<a class=brand>Hill Clinic</a>"])
def test_words_that_are_the_logo_are_the_name(logo, tmp_path):
    imported(tmp_path, "page.html", f"<title>Iron</title><header>{logo}<p class=tagline>Since 1990</p></header><main><h1>Iron</h1><p>Take 5 mg.</p></main>")
    assert 'name: "Hill Clinic"' in (tmp_path / "drafts/clinic.yaml").read_text()


BARS = {
    "<div><small>Exact <span>97%</span></small><span data-percentage-value=97></span></div>": "Exact 97%",
    "<div><small>Exact <span>197%</span></small><span data-percentage-value=97></span></div>": "Exact 197%97",
    "<div>Exact <span data-value=97></span></div>": "Exact 97",
    "<ol><li data-target='#c' data-slide-to=0></li><li data-target='#c' data-bs-slide-to=1></li></ol>": "",
}


@pytest.mark.parametrize("bar", BARS)
def test_the_number_of_a_bar_stands_once(bar, tmp_path):
    assert page(tmp_path, bar)[0] == f"Start.\n\n{BARS[bar]}".strip()


def test_what_a_button_would_lay_over_the_page_is_listed(tmp_path):
    draft, said = page(tmp_path, "<div popover id=more><p>Not with milk.</p></div>")
    assert draft == "Start.\n\nNot with milk." and "'Not with milk.' (the page does not show this" in said
