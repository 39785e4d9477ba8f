"""Topics that are there from one day up to another: nobody finds, hears or reads them on others, on any page of the
display, and a display that nobody touches follows the calendar."""

import pytest

import program
from spoken import sound

SOUND = "show:\n  speech: yes\n"
SPRING, SUMMER, LATER = "2026-03-04T12:00:00", "2026-07-01T12:00:00", "2026-12-01T12:00:00"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("days")
    articles = {
        "hands": program.article("Wash them.", title="Clean hands", front="kind: article\n"),
        "a/sun": program.article("Drink.", title="Hot days", front="kind: article\nvalid_from: 2026-06-01\nvalid_to: 2026-08-31\n"),
        "flu": program.article("Come in.", title="Flu clinic", front="kind: article\nvalid_to: 2026-03-31\n"),
    }
    (base / "content/a").mkdir(parents=True)
    content = program.write_content(base / "content", articles, style=SOUND)
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Eight topics, of which the first four have days."""
    base = tmp_path_factory.mktemp("many")
    some = ["valid_to: 2026-03-31", "valid_from: 2026-03-10\nvalid_to: 2026-03-31", "valid_from: 2026-06-01", "valid_to: 2026-12-31"]
    fronts = [f"kind: article\n{days}\n" for days in some] + ["kind: article\n"] * 4
    articles = {f"t{i}": program.article("Words.", title=f"Topic {i}", front=front) for i, front in enumerate(fronts)}
    content = program.write_content(base / "content", articles, style=SOUND)
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


def titles(player):
    return player.js("return [...document.querySelectorAll('.tile')].filter((e) => e.checkVisibility()).map((e) => e.textContent.trim())")


def open_page(player, lobby, page, date, address="kiosk=1"):
    player.open(f"{(lobby / page).as_uri()}?{address}", date=date, wait=page == "index.html")
    player.settle()


@pytest.mark.parametrize("date, there", [(SPRING, {"Clean hands", "Flu clinic"}), (SUMMER, {"Clean hands", "Hot days"}), (LATER, {"Clean hands"})])
def test_topics_keep_their_days(player, lobby, date, there):
    open_page(player, lobby, "topics.html", date)
    assert set(titles(player)) == there
    for page, address in (("transcript.html", ""), ("index.html", "wall=1")):
        open_page(player, lobby, page, date, address)
        if page == "index.html":
            player.press("x")
            player.find("transcript").click()
            player.until("return reading.isOpen")
        heads = player.js("return [...document.querySelectorAll(':is(main, #reading) > article')].filter((e) => e.checkVisibility()).map((e) => e.querySelector('h2').textContent)")
        assert set(heads) == there, page


def test_a_display_at_rest_follows_the_calendar(player, lobby):
    open_page(player, lobby, "topics.html", "2026-03-31T23:59:50")
    assert "Flu clinic" in titles(player)
    player.advance(15)
    assert titles(player) == ["Clean hands"] and player.js("return document.querySelector('.tiles').dataset.count") == "1"


def test_what_is_not_on_is_not_opened(player, lobby):
    open_page(player, lobby, "read-flu.html", SUMMER)
    player.until("return location.pathname.endsWith('/topics.html')")


LISTEN = """
const noted = [];
const noting = setInterval(() => noted.push(...(%s)), 20);
const button = document.getElementById('listen');
new MutationObserver(() => {
    if (button.getAttribute('aria-pressed') !== 'true') {
        clearInterval(noting);
        window.noted = noted;
    }
}).observe(button, { attributeFilter: ['aria-pressed'] });
"""


def listen(player, what):
    """Listens to the whole page; gives what the page itself noted meanwhile."""
    player.js(LISTEN % what)
    player.find("listen").click()  # a browser plays nothing that nobody touched
    return player.until("return window.noted")


def test_what_is_not_on_is_not_heard(player, lobby):
    """By real clocks, since sound plays in real time."""
    player.driver.get((lobby / "topics.html").as_uri() + "?kiosk=1")
    heard = listen(player, "[...CSS.highlights.get('spoken') ?? []].map((range) => range.toString().trim())")
    assert heard[-1] == "Clean hands" and not {"Flu clinic", "Hot days"} & set(heard)
    player.driver.get("about:blank")


@pytest.mark.parametrize("date, first, count", [
    (SPRING, [0, 3, 4, 5, 6], 6), ("2026-03-10T12:00:00", [0, 1, 3, 4, 5], 7), (SUMMER, [2, 3, 4, 5, 6], 6), ("2027-01-01T12:00:00", [2, 4, 5, 6, 7], 5),
])
def test_those_of_the_day_are_counted_and_have_the_room(player, many, date, first, count):
    open_page(player, many, "topics.html", date)
    told = f"All topics ({count})"
    assert titles(player) == [f"Topic {i}" for i in first] + [told]
    assert player.js("return document.querySelector('.tiles').dataset.count") == "6"
    said = [words for words, _, _ in sound(many, "topics.html")["page"]["said"]]
    assert said.count(told) == 1
    lit = player.js("return voice.utterances([document.getElementById('main')]).filter(({range}) => range).map(({range}) => range.toString().trim())")
    assert [words for words in lit if words.startswith("All")] == [told]
    open_page(player, many, "all-topics.html", date)
    assert len(titles(player)) == count


def test_a_display_at_rest_counts_anew(player, many):
    open_page(player, many, "topics.html", "2026-03-31T23:59:50")
    assert titles(player)[-1] == "All topics (7)"
    player.advance(15)
    assert titles(player) == [f"Topic {i}" for i in range(3, 8)] + ["All topics (5)"]


def test_the_number_of_the_day_is_heard(player, many):
    """And no other. By real clocks: the day is the one on which this is tested."""
    player.driver.get((many / "topics.html").as_uri() + "?kiosk=1")
    told = titles(player)[-1]
    moments = listen(player, "voice.audio && !voice.audio.seeking ? [voice.audio.currentTime] : []")
    said = sound(many, "topics.html")["page"]["said"]
    heard = {words for words, begin, end in said if any(begin + 0.2 < moment < end - 0.2 for moment in moments)}
    assert {words for words in heard if words.startswith("All")} == {told}
    player.driver.get("about:blank")
