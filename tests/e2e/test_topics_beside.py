"""What stands beside the topics: what is announced on that day, and how to reach the clinic, in the language of the page. A
display that begins with the topics has no slides to tell it, and who does not see has no other way to it."""

import re

import pytest

import browser
import program
import spoken
from spoken import sound

CLINIC = program.CLINIC + 'crisis_lines:\n  - name: Crisis Lifeline\n    telephone: "988"\n    verified_on: 2026-01-05\n'
ARTICLES = {
    "hands": program.article("Wash your hands with water. " * 60, title="Clean hands", front="kind: article\n"),
    "hands.es": program.article("Lave las manos con agua. " * 60, title="Manos limpias", lang="es", front="kind: article\n"),
    "closed": program.article("We open on Friday.", title="Closed on Thursday", front="kind: announcement\nvalid_to: 2026-03-05\n"),
    "closed.es": program.article("Abrimos el viernes.", title="Cerrado el jueves", lang="es", front="kind: announcement\nvalid_to: 2026-03-05\n"),
    "lift": program.article("Ask at the desk.", title="The elevator is out of service", front="kind: announcement\nvalid_from: 2026-03-05\n"),
}
SEEN = "return [...document.querySelectorAll('.beside a')].filter((e) => e.checkVisibility()).map((e) => e.textContent.trim())"
HREFS = "return [...document.querySelectorAll(arguments[0])].map((a) => a.href.split('?')[0].split('/').pop())"
WITHIN = (
    "const bar = document.getElementById('controls').getBoundingClientRect().top;"
    "return [...document.querySelectorAll('.all a')].filter((e) => e.checkVisibility()).map((e) => { const b = e.getBoundingClientRect();"
    "return b.top >= 0 && b.bottom <= bar + 1 && b.left >= 0 && b.right <= innerWidth && b.height >= 48; })"
)


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("beside")
    content = program.write_content(base / "content", ARTICLES, CLINIC, "show:\n  speech: yes\n")
    return program.render(content, base / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"


def open_page(player, lobby, page, date="2026-03-04T12:00:00", window=(1920, 1080)):
    player.window(*window)
    player.open(f"{(lobby / page).as_uri()}?kiosk=1", date=date, wait=False)
    player.settle()


@pytest.mark.parametrize(
    "page, date, there",
    [
        ("topics.html", "2026-03-04T12:00:00", ["Closed on Thursday", "Contact us"]),
        ("topics.html", "2026-03-05T12:00:00", ["Closed on Thursday", "The elevator is out of service", "Contact us"]),
        ("topics.html", "2026-03-06T12:00:00", ["The elevator is out of service", "Contact us"]),
        ("topics.es.html", "2026-03-05T12:00:00", ["Cerrado el jueves", "The elevator is out of service", "Contáctenos"]),
    ],
)
def test_what_is_announced_has_its_days_and_the_clinic_is_always_reached(player, lobby, page, date, there):
    open_page(player, lobby, page, date)
    assert player.js(SEEN) == there


@pytest.mark.sample(2)
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920), (1280, 1024)])
def test_all_of_it_is_touched_without_scrolling(player, lobby, window):
    open_page(player, lobby, "topics.html", "2026-03-05T12:00:00", window)
    for _ in range(3):
        assert player.js(WITHIN) == [True] * 4, player.js("return dress.size")
        player.js("document.getElementById('size').click()")
        player.settle()


def test_it_is_opened_and_left(player, lobby):
    open_page(player, lobby, "topics.es.html")
    player.js("document.querySelector('.beside a:last-child').click()")
    player.until("return location.pathname.endsWith('/contact-es.html') && document.readyState === 'complete'")
    assert player.axe() == []
    whole = " ".join(player.js("return [...document.querySelectorAll('#read > :is(h1, section)')].map((e) => e.textContent).join(' ')").split())
    assert whole.startswith("Contáctenos") and "988" in whole and re.search(r"212\D+736\D+5000", whole)
    player.js("document.getElementById('again').click()")
    player.until("return location.pathname.endsWith('/topics.html')")


def test_it_is_heard(lobby):
    said = [words for words, _, _ in sound(lobby, "topics.html")["page"]["said"]]
    assert {"Closed on Thursday", "Contact us"} < set(said) and said.index("Contact us") < said.index("Clean hands")
    contact = " ".join(words for words, _, _ in sound(lobby, "contact-en-US.html")["page"]["said"])
    assert contact.startswith("Contact us") and "988" in contact and re.search(r"212\D+736\D+5000", contact)
    spanish = " ".join(words for words, _, _ in sound(lobby, "contact-es.html")["page"]["said"])
    assert spanish.startswith("Contáctenos") and "988" in spanish and re.search(r"212\D+736\D+5000", spanish)
    assert [words for words, _, _ in sound(lobby, "read-closed.html")["page"]["said"]] == ["Closed on Thursday", "We open on Friday."]


@pytest.mark.parametrize("names", [["closed", "closed.es", "lift"], []])
def test_a_clinic_without_articles_begins_with_it(player, tmp_path, names):
    content = program.write_content(tmp_path / "content", {name: ARTICLES[name] for name in names}, CLINIC, "show:\n  speech: yes\n")
    lobby = program.render(content, tmp_path / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"
    open_page(player, lobby, "index.html", "2026-03-05T12:00:00")
    player.until("return location.pathname.endsWith('/topics.html') && document.readyState === 'complete'")
    open_page(player, lobby, "topics.html", "2026-03-05T12:00:00")  # the clock is that of the page that was opened
    announced = ["Closed on Thursday", "The elevator is out of service"] if names else []
    assert player.js(SEEN) == [*announced, "Contact us"]
    assert player.axe() == [] and player.js("return document.querySelector('.hint, .tile')") is None
    for _ in range(3):
        assert player.js(WITHIN) == [True] * (len(announced) + 1), player.js("return dress.size")
        player.js("document.getElementById('size').click()")
        player.settle()
    said = [words for words, _, _ in sound(lobby, "topics.html")["page"]["said"]]
    assert said[-len(announced) - 1:] == [*announced, "Contact us"] and "Touch a picture to start." not in said
    player.js("document.querySelector('.beside a:last-child').click()")
    player.until("return location.pathname.endsWith('/contact-en-US.html') && document.readyState === 'complete'")
    player.js("document.getElementById('back').click()")
    player.until("return location.pathname.endsWith('/topics.html')")


LONG = [
    "What to do before, during and after your magnetic resonance imaging scan of the head, the neck, the back, the shoulder or "
    "the knee with a contrast medium, and how you and your family get home safely afterwards",
    "How to take your medicine for low mood and worry, what to expect in the first weeks and months of it, which other medicines "
    "do not go with it, and when you should call us the same day or come to the emergency room at once",
]
# Of the pictures above titles how high they are, in lines.
PICTURES = (
    "const line = parseFloat(getComputedStyle(document.documentElement).fontSize);"
    "return [...document.querySelectorAll('.tile > :is(img, .motif)')].filter((e) => e.checkVisibility()).map((e) => e.getBoundingClientRect().height / line)"
)


@pytest.fixture(scope="module")
def long_titles(tmp_path_factory):
    base = tmp_path_factory.mktemp("long")
    articles = {f"a{n}": program.article("Rest.", title=title, front="kind: article\n") for n, title in enumerate(LONG)}
    content = program.write_content(base / "content", articles, CLINIC, "show:\n  speech: no\n")
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


@pytest.mark.sample(2, 1)
@pytest.mark.parametrize("window", [(1280, 1024), (1024, 600), (1920, 1080), (1080, 1920), (1366, 768)])
def test_very_long_titles_leave_nothing_below_the_edge(player, long_titles, window):
    """At every size of letters all titles are whole beside the way to the clinic, which comes first; a picture is there or is not."""
    open_page(player, long_titles, "topics.html", window=window)
    for _ in range(3):
        assert player.js(WITHIN) == [True] * 3, player.js("return dress.size")
        assert player.js("return document.querySelector('.all').firstElementChild.className") == "beside"
        assert min(player.js(PICTURES), default=2) >= 2
        player.js("document.getElementById('size').click()")
        player.settle()


BARE = "name: Riverside Sleep Clinic\n"


@pytest.mark.parametrize("name, seen, tiles", [("hands", [], 1), ("lift", ["The elevator is out of service"], 0)])
def test_a_clinic_that_tells_nothing_of_itself_has_no_empty_page(player, tmp_path, name, seen, tiles):
    article = ARTICLES[name].replace("valid_from: 2026-03-05\n", "")
    content = program.write_content(tmp_path / "content", {name: article}, BARE, "show:\n  speech: yes\n")
    lobby = program.render(content, tmp_path / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"
    open_page(player, lobby, "topics.html", "2026-03-05T12:00:00")
    assert player.js(SEEN) == seen and player.js("return document.querySelectorAll('.tile').length") == tiles
    assert player.axe() == []
    assert not list(lobby.glob("contact-*")) and "Contact us" not in [words for words, *_ in sound(lobby, "topics.html")["page"]["said"]]
    player.js("document.querySelector('.beside a, .tile').click()")
    player.until(f"return location.pathname.endsWith('/read-{name}.html') && document.readyState === 'complete'")


def test_where_there_is_nothing_to_touch_on_some_days_the_slides_are_the_beginning(player, tmp_path):
    content = program.write_content(tmp_path / "content", {"closed": ARTICLES["closed"]}, BARE, "show:\n  speech: no\n")
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    assert not (lobby / "topics.html").exists()
    player.open(f"{(lobby / 'index.html').as_uri()}?kiosk=1", date="2026-03-09T12:00:00")
    assert player.js("return location.pathname").endswith("/index.html") and player.slide["count"] == 1


def test_topics_are_in_reach_whatever_is_announced(player, tmp_path):
    """Brought down on an upright panel, at every size of letters."""
    titles = {"hands": "Preparing for your visit", "sun": "Starting it: how to take it", "flu": "Your guide to treatment"}
    news = {"closed": "We are closed on Thursday", "lift": "The elevator is out of service"}
    articles = {name: program.article("Words.", title=title, front="kind: article\n") for name, title in titles.items()}
    articles |= {name: program.article("Words.", title=title, front="kind: announcement\n") for name, title in news.items()}
    screen = "screen:\n  width: 1080\n  height: 1920\n  diagonal_in: 43\n  mounting_m: 0.85\n"
    content = program.write_content(tmp_path / "content", articles, CLINIC, screen)
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    open_page(player, lobby, "topics.html", window=(1080, 1920))
    player.js("document.getElementById('lower').click()")
    for least in (3, 3, 3, 1):
        player.settle()
        whole = player.js(WITHIN.replace(".all a", ".tile").replace("b.top >= 0", "b.top >= innerHeight * 0.25"))
        assert whole[:least] == [True] * least, player.js("return dress.size")
        assert len(player.js(SEEN)) == 3, "announcements, and how to reach the clinic"
        player.js("document.getElementById('size').click()")
    assert player.js("return document.querySelector('.all').firstElementChild.className") == "beside", "they come first where there is room"


def test_the_clinics_addresses_on_the_web_stand_behind(player, tmp_path):
    """In words and as codes, and heard: nothing leaves the display."""
    clinic = CLINIC + "web_url: https://riverside-sleep.org/handouts/\n"
    content = program.write_content(tmp_path / "content", {"hands": ARTICLES["hands"]}, clinic, "show:\n  speech: yes\n")
    lobby = program.render(content, tmp_path / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"
    open_page(player, lobby, "contact-en-US.html")
    told = player.js("return [...document.querySelectorAll('figure.address')].filter((a) => a.querySelector('svg path')).map((a) => [a.dataset.uri, ...[...a.querySelectorAll('figcaption > *')].map((e) => e.textContent)])")
    assert told[-2:] == [
        ["https://riverside-sleep.org/", "Website", "riverside-sleep.org"],
        ["https://riverside-sleep.org/handouts/", "Health handouts", "riverside-sleep.org/handouts"],
    ]
    seen = set()
    for number in range(player.js("return parts.pages")):
        player.js("parts.show(arguments[0])", number)
        seen |= set(player.js("return [...document.querySelectorAll('figure.address')].filter((e) => e.checkVisibility() && e.getBoundingClientRect().bottom <= document.getElementById('read').getBoundingClientRect().bottom + 1).map((e) => e.dataset.uri)"))
    assert {uri for uri, *_ in told} == seen
    heard = {words for words, *_ in sound(lobby, "contact-en-US.html")["words"]["said"]}
    assert {"Website", "riverside-sleep.org", "riverside-sleep.org/handouts"} <= heard


def test_an_announcement_in_a_language_without_articles_is_reached(player, tmp_path):
    articles = {"mri": program.article("Words.", title="Preparing for your MRI"),
                "closed": ARTICLES["closed"], "closed.es": ARTICLES["closed.es"]}
    made = program.render(program.write_content(tmp_path / "content", articles), tmp_path / "out").directory / "lobby"
    open_page(player, made, "topics.html")
    assert player.js("return [...document.querySelectorAll('.pills a')].map((a) => a.getAttribute('href'))")[-1].split("?")[0].endswith("topics.es.html")
    open_page(player, made, "topics.es.html")
    assert "Cerrado el jueves" in player.js(SEEN)


def test_the_clinic_is_reached_in_each_language_of_a_short_show(player, tmp_path):
    """Which has no time to name it on slides in all of them."""
    short = {name: program.article("Wash.", title=title, lang=lang, front="kind: article\n") for name, title, lang in
             (("feet", "Clean feet", "en-US"), ("hands", "Clean hands", "en-US"), ("hands.es", "Manos limpias", "es"), ("hands.ar", "غسل اليدين", "ar"))}
    made = program.render(program.write_content(tmp_path / "content", short, CLINIC, "show:\n  speech: yes\n"), tmp_path / "out", "--format", "screen", env=spoken.briefly())
    lobby = made.directory / "lobby"
    assert len({slide["lang"] for slide in browser.Show(lobby).slides if slide["id"].startswith("contact/")}) < 3, "slides do in all"
    for page, contact, heading in (("topics.html", "contact-en-US.html", "Contact us"), ("topics.es.html", "contact-es.html", "Contáctenos"), ("topics.ar.html", "contact-ar.html", "للتواصل معنا")):
        open_page(player, lobby, page)
        assert player.js(HREFS, ".beside a") == [contact]
        assert sound(lobby, contact)["page"]["said"][0][0] == heading
    open_page(player, lobby, "contact-ar.html")
    assert player.js(HREFS, "#languages a") == ["contact-en-US.html", "contact-ar.html", "contact-es.html"]
