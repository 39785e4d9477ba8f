"""The list of all handouts on the web: every form of each, in every language, in one page."""

import os
import re
import shutil
import urllib.parse

import pikepdf
import pytest

import labels
import program

SPANISH = '---\ntitle: "Dormir bien"\nlang: es\nkind: article\nsummary: Qué hacer.\n---\n\nDuerma bien.\n'
ARABIC = "---\ntitle: النوم الجيد\nlang: ar\nkind: article\n---\n\nنم جيدا.\n"
ARTICLES = {
    "a-b c": SPANISH,
    "night": program.article("Sleep.", title="A night", front="kind: article\nsummary: What to do.\n"),
    "noon": program.article("Rest.", title="Noon & rest", front="kind: article\nnot: [giant]\n"),
    "nawm": ARABIC,
    "closed": program.article("We are closed.", title="Closed", front="kind: announcement\n"),
}


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    base = tmp_path_factory.mktemp("catalogue")
    result = program.render(program.write_content(base / "content", ARTICLES), base / "out")
    assert result.status == 0, result.err
    return base


@pytest.fixture
def page(player, base):
    player.open((base / "out/web/index.html").as_uri(), wait=False)
    return player


def links(page):
    return page.js("return [...document.querySelectorAll('main a')].map((a) => [a.innerText, a.getAttribute('href'), decodeURI(a.href)])")


def test_handouts_in_the_language_of_most_come_first(page):
    titles = page.js("return [...document.querySelectorAll('.entry h2')].map((h) => [h.innerText, h.lang, h.dir])")
    assert titles == [["A night", "en-US", "ltr"], ["Noon & rest", "en-US", "ltr"], ["Dormir bien", "es", "ltr"], ["النوم الجيد", "ar", "rtl"]]
    assert page.js("return [...document.querySelectorAll('dd a[lang]')].map((a) => a.innerText)") == ["Español", "العربية"]
    assert page.js("return document.documentElement.lang") == "en-US"
    assert page.js("return document.querySelector('h1').innerText") == labels.of(ARTICLES["night"])["catalogue"]


def test_every_link_leads_to_a_file(page, base):
    found = links(page)
    for _, _, url in found:
        assert program.pathlib.Path(url.removeprefix("file://")).exists(), url
    made = {p.name for p in (base / "out/print").glob("*.pdf") if not re.search("-(contact-slip|brochure-reading|booklet-reading).pdf$", p.name)} - {"closed.pdf"}
    assert made == {url.rpartition("/")[2] for _, _, url in found if url.endswith(".pdf")}
    assert [text for text, href, _ in found if href.startswith("noon") or "/noon" in href] == ["Noon & rest", "Print", "Large print", "Leaflet", "Booklet", "Plain text", "Braille"]


def leads_to(folder):
    """What the pages of a folder lead to there, by page and name."""
    found = [(p, urllib.parse.unquote(href)) for p in folder.glob("*.html") for href in re.findall(' href="([^"#:]+)"', p.read_text())]
    assert found
    return found


def test_the_folder_leads_nowhere_else(base, tmp_path):
    """It is put on a web server as it is."""
    shutil.copytree(base / "out/web", tmp_path / "web")
    for page, name in leads_to(tmp_path / "web"):
        assert ".." not in name and (tmp_path / "web" / name).is_file(), (page.name, name)


def test_what_pages_lead_to_goes_with_the_products(tmp_path):
    articles = {name: program.article("Sleep.", title=name, front="kind: article\n") for name in ("noon", "night")}
    content, out = program.write_content(tmp_path / "content", articles), tmp_path / "out"
    assert program.render(content, out).status == 0
    offered = out / "web/files"
    assert (offered / "noon.pdf").samefile(out / "print/noon.pdf") and (offered / "night.brf").samefile(out / "braille/night.brf")
    shutil.rmtree(offered)
    (content / "night.md").unlink()
    (content / "noon.md").write_text(articles["noon"].replace("Sleep.", "Rest."))
    assert program.render(content, out, "--format", "large").status == 0
    assert program.render(content, out).status == 0
    assert {p.name for p in offered.iterdir()} == {name for _, href in leads_to(out / "web") if (name := href.removeprefix("files/")) != href}
    assert not list(offered.glob("night*")) and (offered / "noon-large.pdf").samefile(out / "print/noon-large.pdf")


def test_nothing_is_laid_there_without_a_page(tmp_path):
    content = program.write_content(tmp_path / "content", {"night": ARTICLES["night"]}, style="products: [standard, braille]\n")
    assert program.render(content, tmp_path / "out").status == 0
    assert not (tmp_path / "out/web").exists()


@pytest.mark.sample(2)
@pytest.mark.parametrize("name, forms", [("noon", ["standard", "large", "brochure", "booklet", "text", "braille"]), ("a-b c", ["standard", "large", "giant", "brochure", "booklet", "text", "braille"]), ("closed", ["standard", "text", "braille"])])
def test_a_page_leads_to_the_other_forms_of_its_handout(player, base, name, forms):
    player.open((base / f"out/web/{name.replace(' ', '-')}.html").as_uri(), wait=False)
    words = labels.of(ARTICLES[name])
    found = links(player)[-len(forms) :]
    assert [text for text, _, _ in found] == [words[f"format_{form}"] for form in forms]
    assert all(program.pathlib.Path(url.removeprefix("file://")).exists() for _, _, url in found)
    assert player.js("return document.querySelector('.side h2').innerText") == words["other_formats"]
    for (text, _, url), kind in zip(found, player.js("return [...document.querySelectorAll('.forms small')].map((s) => s.innerText)")):
        path = program.pathlib.Path(url.removeprefix("file://"))
        size = f"{-(-path.stat().st_size // 1000)} KB"
        if path.suffix == ".pdf":
            with pikepdf.open(path) as document:
                assert kind == f"PDF, {words['form_pages'].replace('{pages}', str(len(document.pages)))}, {size}", text
        else:
            assert kind.startswith(path.suffix[1:].upper()) and kind.endswith(f", {size}"), (text, kind)
    assert player.axe() == []


@pytest.mark.sample(3)
@pytest.mark.parametrize("window", [(1280, 900), (320, 568)], ids=str)
@pytest.mark.parametrize("media", [{}, {"prefers_color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_axe_finds_nothing_and_all_is_in_the_window(page, media, window):
    page.media(**media)
    page.window(*window)
    assert page.axe() == []
    assert page.js("return document.documentElement.scrollWidth <= innerWidth")
    assert page.errors() == []


@pytest.fixture(scope="module")
def sorted_base(tmp_path_factory):
    """Handouts in folders, one of them in two languages."""
    base = tmp_path_factory.mktemp("sorted")
    content = program.write_content(base / "content", {**{n: a for n, a in ARTICLES.items() if a != SPANISH}, "night-es": SPANISH})
    for folder, names in {"Sleep & rest": ["night.md", "night-es.md"], "Allgemeines": ["noon.md"]}.items():
        (content / folder).mkdir()
        for name in names:
            (content / name).rename(content / folder / name)
    result = program.render(content, base / "out")
    assert result.status == 0, result.err
    return base / "out/web"


def shown(page):
    return page.js("return [...document.querySelectorAll('.items > li:not([hidden])')].map((l) => l.querySelector('h3').innerText)")


def test_folders_are_topics_and_each_language_has_its_list(player, sorted_base):
    player.open((sorted_base / "index.html").as_uri(), wait=False)
    assert player.js("return [...document.querySelectorAll('.catalogue h2')].map((h) => h.innerText)") == ["Allgemeines", "Sleep & rest", "More topics"]
    assert shown(player) == ["Noon & rest", "A night", "النوم الجيد"]
    topics, languages = player.js("return [...document.querySelectorAll('.side nav')].map((n) => [...n.querySelectorAll('a')].map((a) => [a.innerText, a.getAttribute('href')]))")
    assert topics == [["Allgemeines", "#topic-1"], ["Sleep & rest", "#topic-2"], ["More topics", "#topic-3"]]
    assert languages == [["English", "index.html"], ["العربية", "index.ar.html"], ["Español", "index.es.html"]]
    assert player.js("return [...document.querySelectorAll('#topic-2 + ul dd a[lang]')].map((a) => [a.lang, a.getAttribute('href')])") == [["en-US", "night.html"], ["es", "night-es.html"]]
    player.open((sorted_base / "index.es.html").as_uri(), wait=False)
    assert player.js("return [document.documentElement.lang, document.querySelector('h1').innerText]") == ["es", labels.of(SPANISH)["catalogue"]]
    assert shown(player) == ["Noon & rest", "Dormir bien", "النوم الجيد"]
    assert player.axe() == []


NAMED = """categories:
  after-surgery: {en: After an operation, es: Después de una operación}
"""


@pytest.mark.parametrize("style, english, spanish", [(NAMED, "After an operation", "Después de una operación"), ("", "after surgery", "after surgery")])
def test_folders_are_called_as_the_clinic_says(tmp_path, style, english, spanish):
    """On the web and at the display; a folder without a name of its own is called as it stands there."""
    meals = {f"meal-{n}": program.article("Eat well.", title=f"Meal {n}", front="kind: article\n") for n in range(9)}
    content = program.write_content(tmp_path / "content", {"night": ARTICLES["night"], "night-es": SPANISH, **meals}, style=style + "products: [html, standard, screen]\n")
    for folder, names in {"after-surgery": ["night.md", "night-es.md"], "eating": [f"{name}.md" for name in meals]}.items():
        (content / folder).mkdir()
        for name in names:
            (content / name).rename(content / folder / name)
    result = program.render(content, tmp_path / "out")
    assert result.status == 0, result.err
    for page, name in {"web/index.html": english, "web/index.es.html": spanish, "lobby/all-topics.html": english, "lobby/all-topics.es.html": spanish}.items():
        words = (tmp_path / "out" / page).read_text()
        assert f">{name}</" in words and ">eating</" in words, page


def test_pages_lead_to_their_other_languages(player, tmp_path):
    broken, unlisted = "---\ntitle: Nuit\nlang: fr\nfoo\n---\n\nDormez.\n", '---\ntitle: Noc\nlang: pl\nnot: [html]\n---\n\nSen.\n'
    articles = {"night": ARTICLES["night"], "night-es": SPANISH, "night.ar": ARABIC, "night-fr": broken, "night-pl": unlisted, "night-out": ARTICLES["noon"]}
    program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out", "--format", "html")
    for name, lang in {"night": "en-US", "night-es": "es", "night.ar": "ar"}.items():
        player.open((tmp_path / f"out/web/{name}.html").as_uri(), wait=False)
        found = player.js("return [...document.querySelectorAll('nav a')].map((a) => [a.innerText, a.lang, a.getAttribute('href'), a.ariaCurrent])")
        assert sorted(found) == sorted([t, l, h, "page" if l == lang else None] for t, l, h in [("English", "en-US", "night.html"), ("Español", "es", "night-es.html"), ("العربية", "ar", "night.ar.html")])
        assert player.axe() == []
    assert "<nav" not in (tmp_path / "out/web/night-out.html").read_text()
    alone = program.render(tmp_path / "content", tmp_path / "alone", "--format", "html", "--article", "night").directory / "web/night.html"
    assert alone.read_bytes() == (tmp_path / "out/web/night.html").read_bytes()


@pytest.mark.sample(3)
@pytest.mark.parametrize("typed, found", [("NÍGHT", ["A night"]), ("do what", ["A night"]), ("dormir", ["A night"]), ("zebra", [])])
def test_handouts_are_found_by_their_words(player, sorted_base, typed, found):
    player.open((sorted_base / "index.html").as_uri(), wait=False)
    player.find("find").send_keys(typed)
    assert shown(player) == found
    count = labels.of(ARTICLES["night"])["handouts_found"].replace("{count}", str(len(found)))
    player.until("return document.querySelector('[role=status]').innerText == arguments[0]", count)
    assert player.js("return document.querySelector('.nothing').hidden") == bool(found)
    assert player.js("return [...document.querySelectorAll('.catalogue section')].filter((s) => !s.hidden).length") == len(found)
    assert player.axe() == [] and player.errors() == []


def test_handouts_of_a_language_are_chosen(player, sorted_base):
    player.open((sorted_base / "index.html").as_uri(), wait=False)
    words = labels.of(ARTICLES["night"])
    chips = player.js("return [...document.querySelectorAll('.chips label')].map((l) => [l.innerText.trim(), l.lang])")
    assert chips == [[words["all_languages"], ""], ["English", "en-US"], ["العربية", "ar"], ["Español", "es"]]
    assert player.js("return document.querySelector('.chips legend').innerText") == words["show_handouts_in"]
    everything = shown(player)
    player.js("document.querySelector('.chips [lang=es]').click()")
    assert shown(player) == ["A night"] and player.axe() == []
    player.find("find").send_keys("noon")
    assert shown(player) == [], "by its words and by its language"
    player.js("document.querySelector('.chips label').click()")
    assert shown(player) == ["Noon & rest"]
    player.js("document.getElementById('find').value = ''; document.querySelector('.chips label input').dispatchEvent(new Event('change', {bubbles: true}))")
    assert shown(player) == everything
    assert min(player.js("return [...document.querySelectorAll('.chips label')].map((l) => l.getBoundingClientRect().height / parseFloat(getComputedStyle(document.documentElement).fontSize))")) >= 2.7


def test_languages_of_one_name_are_told_apart(player, tmp_path):
    articles = {"here": program.article("Rest.", front="kind: article\n"), "there": program.article("Rest.", lang="en", front="kind: article\n")}
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out")
    player.open((result.directory / "web/index.html").as_uri(), wait=False)
    chips = player.js("return [...document.querySelectorAll('.chips [lang]')].map((l) => [l.lang, l.innerText.trim()])")
    assert sorted(chips) == [["en", "English"], ["en-US", "English (US)"]]


def test_the_list_is_of_whole_builds_alone(tmp_path):
    content = program.write_content(tmp_path / "content", {"night": ARTICLES["night"], "noon": ARTICLES["noon"]})
    index = tmp_path / "out/web/index.html"
    program.render(content, tmp_path / "out", "--format", "html")
    assert "class=\"side\"" not in (tmp_path / "out/web/night.html").read_text()
    program.render(content, tmp_path / "out", "--article", "night")
    assert not index.exists()
    assert "web/index.html" in program.render(content, tmp_path / "out").out
    before = index.read_bytes()
    (content / "noon.md").write_text("---\ntitle: Noon\n")
    (content / "third.md").write_text(program.article("Third.", title="Third", front="kind: article\n"))
    assert program.render(content, tmp_path / "out").status == 1
    assert index.read_bytes() == before, "an article with errors keeps its place in it"
    (content / "noon.md").unlink()
    assert program.render(content, tmp_path / "out").status == 0
    after = index.read_text()
    assert "Third" in after and "Noon" not in after


def test_a_list_that_tells_the_same_is_not_composed_again(tmp_path):
    """One that was written to, is gone, or tells something else is."""
    content = program.write_content(tmp_path / "content", {n: ARTICLES[n] for n in ("night", "noon")})
    index = tmp_path / "out/web/index.html"
    program.render(content, tmp_path / "out")
    made, time = index.read_bytes(), index.stat().st_mtime_ns
    index.write_bytes(made.replace(b"<h1", b"<H1"))
    os.utime(index, ns=(time, time))
    (content / "night.md").write_text(ARTICLES["night"].replace("Sleep.", "Sleeps."))
    assert "web/index.html" in program.render(content, tmp_path / "out").out
    assert index.read_bytes() == made.replace(b"<h1", b"<H1"), "it was composed again"
    for alter in (lambda: index.write_bytes(b"by hand"), index.unlink):
        alter()
        program.render(content, tmp_path / "out")
        assert index.read_bytes() == made
    (content / "night.md").write_text(ARTICLES["night"].replace("What to do.", "What to see."))
    program.render(content, tmp_path / "out")
    assert b"What to see." in index.read_bytes()


def test_a_list_goes_with_the_last_handout_in_its_language(tmp_path):
    content = program.write_content(tmp_path / "content", {n: ARTICLES[n] for n in ("night", "noon", "nawm")})
    program.render(content, tmp_path / "out")
    (content / "nawm.md").unlink()
    (tmp_path / "out/web/index.mine.txt").write_text("x")
    done = program.render(content, tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out/web").glob("index*")) == ["index.html", "index.mine.txt"]
    assert "index.ar.html" in done.out + done.err


def test_no_article_takes_its_name(tmp_path):
    content = program.write_content(tmp_path / "content", {"index": ARTICLES["night"], "index.es": SPANISH})
    result = program.render(content, tmp_path / "out", "--format", "html")
    assert result.status == 1 and "'web/index.es' would be that of 'the list of handouts'" in result.err
    assert "'web/index' would be that of 'the list of handouts'" in result.err


def announcement(title, text, days="", lang="en-US"):
    return program.article(text, title=title, lang=lang, front=f"kind: announcement\n{days}")


NOTICES = {
    "closed": announcement("We are closed on Thursday", "We are closed on Thursday for the holiday.", "valid_from: 2020-11-20\nvalid_to: 2098-12-31\n"),
    "closed.es": announcement("El jueves cerramos", "El jueves cerramos por el feriado.", "valid_from: 2020-11-20\nvalid_to: 2098-12-31\n", "es"),
    "lift": announcement("The elevator is out of service", "Ask at the front desk.\n\n- Ring twice.\n- Wait."),
    "over": announcement("Free masks", "Take one.", "valid_to: 2021-01-31\n"),
    "early": announcement("Parking closed", "Use the street.", "valid_from: 2098-01-02\n"),
    "weekly": announcement("Walk in today", "No appointment needed.", "days: Mo\n"),
}


@pytest.fixture(scope="module")
def noticed(tmp_path_factory):
    base = tmp_path_factory.mktemp("noticed")
    content = program.write_content(base / "content", {"night": ARTICLES["night"], "noon": ARTICLES["noon"], "nawm": SPANISH} | NOTICES)
    result = program.render(content, base / "out")
    assert result.status == 0, result.err
    return base / "out/web"


def notices(page):
    return page.js("return [...document.querySelectorAll('.notice')].filter((n) => n.offsetHeight).map((n) => [n.innerText, n.querySelector('a').getAttribute('href')])")


def test_announcements_stand_above_the_list_on_their_days(player, noticed):
    player.open((noticed / "index.html").as_uri(), wait=False)
    days = "November 20, 2020 – December 31, 2098"
    assert notices(player) == [
        [f"We are closed on Thursday for the holiday.\n\n{days}", "closed.html"],
        ["The elevator is out of service\n\nAsk at the front desk. Ring twice. Wait.", "lift.html"],
    ]
    assert player.js("return [...document.querySelectorAll('.notice time')].map((t) => t.dateTime)")[:2] == ["2020-11-20", "2098-12-31"]
    assert player.js("return document.querySelector('.notice').getBoundingClientRect().bottom < document.querySelector('.catalogue').getBoundingClientRect().top")
    assert "Free masks" not in (noticed / "index.html").read_text() and "Walk in" not in (noticed / "index.html").read_text()
    assert player.axe() == [] and player.errors() == []
    player.open((noticed / "index.es.html").as_uri(), wait=False)
    assert notices(player)[0] == ["El jueves cerramos por el feriado.\n\n20 de noviembre de 2020 – 31 de diciembre de 2098", "closed.es.html"]


def test_a_page_that_lies_too_long_hides_what_is_over(player, noticed, tmp_path):
    html = (noticed / "index.html").read_text()
    old = tmp_path / "old.html"
    old.write_text(html.replace('data-till="2098-12-31"', 'data-till="2021-12-31"').replace('data-from="2098-01-02" hidden=""', 'data-from="2021-01-02" hidden=""'))
    player.open(old.as_uri(), wait=False)
    assert [text.split("\n")[0] for text, _ in notices(player)] == ["Parking closed", "The elevator is out of service"]


@pytest.mark.sample(2)
@pytest.mark.parametrize("window", [(1280, 900), (320, 568)], ids=str)
@pytest.mark.parametrize("media", [{"prefers_color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_notices_are_seen_in_every_mode(player, noticed, media, window):
    player.media(**media)
    player.window(*window)
    player.open((noticed / "index.html").as_uri(), wait=False)
    assert len(notices(player)) == 2 and player.axe() == []
    assert player.js("return document.documentElement.scrollWidth <= innerWidth")


def test_what_names_its_source_stands_with_it_in_the_list(player, tmp_path):
    of = "kind: article\ntranslation: {of: night-en, by: A. Ruiz, machine: no}\n"
    articles = {"night-en": ARTICLES["night"], "dormir": program.article("Duerma.", title="Dormir", lang="es", front=of), "night-en.ar": ARABIC}
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out")
    player.open((result.directory / "web/index.html").as_uri(), wait=False)
    langs = player.js("return [...document.querySelectorAll('.items > li')].map((l) => [...l.querySelectorAll('dd a[lang]')].map((a) => a.lang))")
    assert [sorted(item) for item in langs] == [["ar", "en-US", "es"]]


def test_a_topic_is_shown_in_the_first_of_its_languages(player, tmp_path):
    """Where it is not there in that of the list, and not in the first by the names of its files."""
    front = "kind: article\nsummary: "
    articles = {
        "a": program.article("Rest.", title="Rest", front=front + "Rest.\n"),
        "a.ar": ARABIC,
        "b": program.article("Sleep.", title="Sleep", front=front + "Sleep.\n"),
        "b.es": SPANISH,
    }
    result = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out")
    assert result.status == 0, result.err
    titles = "return [...document.querySelectorAll('.entry h2')].map((h) => [h.innerText, h.lang])"
    for name, wanted in {"index": ["Rest", "Sleep"], "index.es": ["Dormir bien", "Rest"], "index.ar": ["النوم الجيد", "Sleep"]}.items():
        player.open((tmp_path / f"out/web/{name}.html").as_uri(), wait=False)
        assert [title for title, _ in player.js(titles)] == wanted, name
    player.open((tmp_path / "out/web/a.html").as_uri(), wait=False)
    assert player.js("return [...document.querySelectorAll('#languages + ul a')].map((e) => e.innerText)") == ["English", "العربية"], "the source first"
