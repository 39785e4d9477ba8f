"""That a display has room: for what it begins with, for the parts of an article, for its picture."""

import pytest
from selenium.webdriver.common.by import By

import languages
import player_fixtures
import program

SENTENCES = [f"Sentence {n} of them says that Dr. Lee is here, and that you can call **(503) 234-5678** about it." for n in range(1, 41)]
PART = "return [...document.querySelectorAll('#read [data-sentence], #read p')].filter((e) => e.checkVisibility() && !e.querySelector('[data-sentence]')).map((e) => e.textContent).join('')"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Eight topics in two folders, one with a picture and a paragraph that no panel has room for, in seven languages."""
    base = tmp_path_factory.mktemp("many")
    front = "kind: article\nimage:\n  file: hands.png\n  alt: Two hands\n"
    articles = {"a/wash": program.article("Wash your hands.\n\n## How\n\n" + " ".join(SENTENCES), title="Clean hands", front=front)}
    articles |= {f"{'ab'[n % 2]}/topic{n}": program.article("Read this.", title=f"Topic {n}", front="kind: article\n") for n in range(7)}
    for lang in ("es", "fr", "de", "it", "pt", "pl"):
        articles[f"a/wash.{lang}"] = program.article("Lea.", title="Las manos", lang=lang, front="kind: article\n")
    for folder in "ab":
        (base / "content" / folder).mkdir(parents=True)
    content = program.write_content(base / "content", articles, files={"a/hands.png": player_fixtures.picture()})
    result = program.render(content, base / "out", "--format", "screen")
    assert (result.directory / "lobby/all-topics.html").exists(), result.err
    return result.directory / "lobby"


@pytest.fixture
def open_many(player, many):
    def open_page(page, window=(1920, 1080)):
        player.window(*window)
        player.open(f"{(many / page).as_uri()}?kiosk=1", wait=False)
        player.settle()
        return player

    return open_page


WITHIN = (
    "const bar = document.getElementById('controls').getBoundingClientRect().top;"
    "return [...document.querySelectorAll(arguments[0])].map((e) => { const b = e.getBoundingClientRect();"
    "return b.top >= 0 && b.bottom <= bar + 1 && b.left >= 0 && b.right <= innerWidth && e.scrollWidth <= e.clientWidth; })"
)


@pytest.mark.sample(2)
@pytest.mark.parametrize("window, sizes", [((1920, 1080), 3), ((1080, 1920), 3), ((1280, 1024), 3), ((3840, 2160), 3)])
def test_the_beginning_is_seen_at_once(open_many, window, sizes):
    """Six tiles and the languages without scrolling, at every size of letters; the last leads to all topics."""
    player = open_many("topics.html", window)
    for _ in range(sizes):
        tiles = player.js(WITHIN, ".tile")
        assert tiles == [True] * 6
        assert all(player.js(WITHIN, ".pills :is(a, button)")), player.js("return dress.size")
        player.js("document.getElementById('size').click()")
        player.settle()
    assert player.js("return document.querySelector('.tile.last').textContent.trim()") == "All topics (8)"
    assert player.js("return document.querySelectorAll('.tile img').length") == 1
    player.driver.find_element(By.CSS_SELECTOR, ".tile.last").click()
    player.until("return location.pathname.endsWith('/all-topics.html') && document.readyState === 'complete'")
    told = player.js("return [...document.querySelectorAll('.all :is(h2, .tile)')].map((e) => e.textContent.trim())")
    assert told[0] == "a" and told.index("b") == 6 and len(told) == 10 and told[1:6] == ["Topic 0", "Topic 2", "Topic 4", "Topic 6", "Clean hands"]
    assert player.js("return document.getElementById('topics').getAttribute('aria-current')") == "page"


@pytest.mark.parametrize("page", ["topics.es.html", "all-topics.es.html"])
def test_what_is_in_the_language_of_the_page_comes_first(open_many, page):
    """Of eight topics there is one in Spanish, the fifth of the show."""
    player = open_many(page)
    assert player.js("return [...document.querySelectorAll('.tile span[lang]')].map((e) => e.lang)").index("es") == 0


def test_more_than_six_languages_open_a_list(open_many):
    player = open_many("topics.pl.html")
    assert player.js("return document.querySelectorAll('.pills a').length") == 5
    assert player.js("return document.querySelector('.pills [aria-current]').lang") == "pl", "its own is among them"
    player.find("more-languages").click()
    assert player.js("return document.getElementById('languages').open") and player.js("return document.querySelectorAll('.choices a').length") == 7


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920)])
def test_what_has_no_room_is_parted_between_sentences(open_many, window):
    """Its heading stands above each; no telephone is parted, and no doctor from the name."""
    player = open_many("read-wash.html", window)
    for _ in range(3):
        seen, count = "", player.js("return parts.pages")
        assert count > 3
        for number in range(count):
            player.js("parts.show(arguments[0])", number)
            room = player.js("const r = document.getElementById('read'); return [r.scrollHeight - r.clientHeight, r.scrollWidth - r.clientWidth]")
            assert room[0] <= 1 and room[1] <= 0, (number, room, player.js("return dress.size"))
            assert number == 0 or player.js("return document.querySelector('#read h2').checkVisibility()")
            part = player.js(PART)
            assert part.strip().endswith((".", "hands.")) and not part.strip().endswith("Dr.")
            seen += part
        wanted = "Wash your hands." + " ".join(SENTENCES).replace("**", "")
        assert seen == wanted
        assert set(player.js("return [...document.querySelectorAll('#read .nb')].map((e) => e.getClientRects().length)")) <= {0, 1}
        player.js("document.getElementById('size').click()")
        player.settle()


def test_the_picture_stands_beside_the_words(open_many):
    player = open_many("read-wash.html")
    picture = player.driver.find_element(By.CSS_SELECTOR, "#cover img")
    assert picture.is_displayed() and picture.get_attribute("alt") == "Two hands"
    player.js("document.getElementById('size').click()")
    assert not picture.is_displayed()
    player.js("parts.show(parts.pages)")
    assert picture.is_displayed(), "where letters are larger it comes last"
    player.window(320, 568)
    assert picture.is_displayed()


@pytest.mark.sample(2, 1)
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920), (1024, 600), (320, 568)])
def test_pictures_are_whole_and_keep_their_shape(player, tmp_path, window):
    """High ones and wide ones, on the part that has them; what they show is seen without scrolling."""
    files = {"high.png": player_fixtures.picture((900, 1600)), "wide.png": player_fixtures.picture((1600, 400))}
    body = "Words.\n\n## A head\n\n- One\n- Two\n\n![A high one](high.png)\n\n## More\n\n![A wide one](wide.png)\n"
    content = program.write_content(tmp_path, {"seen": program.article(body, title="Seen", front="kind: article\n")}, files=files)
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    player.window(*window)
    player.open(f"{(lobby / 'read-seen.html').as_uri()}?kiosk=1", wait=False)
    for size in range(4):
        for alt, shape in (("A high one", 900 / 1600), ("A wide one", 4)):
            player.js("parts.showWith(document.querySelector(`[alt='${arguments[0]}']`))", alt)
            player.settle()
            width, height, over = player.js(
                "const p = document.querySelector(`[alt='${arguments[0]}']`), r = document.getElementById('read');"
                "return [p.getBoundingClientRect().width, p.getBoundingClientRect().height, r.scrollHeight - r.clientHeight]", alt
            )  # fmt: skip
            assert abs(width / height / shape - 1) < 0.02 and height > 40 and over <= 1, (alt, size, width, height, over)
        player.js("document.getElementById('size').click()")
        player.settle()


DOSES = """\
| Week | Morning | Total each day |
|---|---:|---:|
| 1 | 25 mg (half a tablet) | 25 mg |
| 2 | 50 mg | 50 mg |
| From week 5 | 100 mg (2 tablets) | 100 mg |

> [!WARNING]
> **Do not** take it with other medicines for low mood. Ask us first, whatever it says on the box. We answer on the same day.
"""
CLAUSE = "when you have slept for a night or two in the week before November 20, 2026 and feel well"
LONG = "Tell us " + ", ".join([CLAUSE] * 9) + "."


@pytest.fixture(scope="module")
def doses(tmp_path_factory):
    base = tmp_path_factory.mktemp("doses")
    body = f"Take it daily.\n\n## Your dose\n\n{DOSES}\n## Tell us\n\n{LONG}\n"
    content = program.write_content(base / "content", {"dose": program.article(body, title="Your medicine", front="kind: article\n")})
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


def read_parts(player):
    """What each part shows, after a look whether it has room."""
    shown = []
    for number in range(player.js("return parts.pages")):
        player.js("parts.show(arguments[0])", number)
        room = player.js("const r = document.getElementById('read'); return [r.scrollHeight - r.clientHeight, r.scrollWidth - r.clientWidth]")
        assert room[0] <= 1 and room[1] <= 0, (number, room)
        shown.append(player.find("read").text)
    return shown


@pytest.mark.sample(2)
@pytest.mark.parametrize("clicks", [0, 1, 2])
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920)])
def test_doses_are_cards_of_which_each_part_has_one(player, doses, window, clicks):
    """Each value with what names it; the table stays one for those who listen."""
    player.window(*window)
    player.open((doses / "read-dose.html").as_uri() + "?kiosk=1", wait=False)
    for _ in range(clicks):
        player.js("document.getElementById('size').click()")
    player.settle()
    shown = read_parts(player)
    cards = [" ".join(part.split()) for part in shown if "mg" in part]
    assert len(cards) == 3 and all("Your dose" in card for card in cards)
    assert "Week1 Morning 25 mg (half a tablet) Total each day 25 mg" in cards[0]
    assert "From week 5 Morning 100 mg (2 tablets) Total each day 100 mg" in cards[2] and "WeekFrom" not in cards[2]
    player.js("parts.show(arguments[0])", next(i for i, part in enumerate(shown) if "mg" in part))
    told = [(n["role"]["value"], n["name"]["value"]) for n in player.accessibility_tree().values() if not n["ignored"] and n.get("name")]
    assert ("columnheader", "Morning") in told and ("rowheader", "1") in told and ("cell", "25 mg") in told
    assert player.axe() == []


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("clicks", [0, 2])
def test_what_is_too_long_for_a_part_is_parted_at_pauses(player, doses, clicks):
    """But no date; and no note is parted from its name."""
    player.window(1920, 1080)
    player.open((doses / "read-dose.html").as_uri() + "?kiosk=1", wait=False)
    for _ in range(clicks):
        player.js("document.getElementById('size').click()")
    player.settle()
    shown = read_parts(player)
    rest = [part.split("Tell us\n", 1)[1] for part in shown if "Tell us\n" in part]
    assert len(rest) > 1 and " ".join(" ".join(rest).split()) == LONG
    assert all(part.endswith((f"{CLAUSE},", f"{CLAUSE}.")) for part in (" ".join(part.split()) for part in rest))
    assert all("Do not take it" in part for part in shown if "Warning" in part)
    assert all(part.count("\n") > 0 for part in shown[1:]), "below its heading each time"


COLUMNS = ["Medicine", "Morning", "Noon", "Evening", "Night", "With food", "Longest", "What for", "What to do"]
ADVICE = " ".join(f"Call us on day {n} when you feel worse than before, whatever it is, and do not stop by yourself." for n in range(1, 10))
WIDE = f"""\
| {" | ".join(COLUMNS)} |
|{"---|" * len(COLUMNS)}
| Sertraline | 25 mg | 30 mg | 35 mg | 40 mg | yes, always | 12 weeks | low mood | {ADVICE} |
| Melatonin | 1 mg | 2 mg | 3 mg | 4 mg | no, never | 4 weeks | sleep | Ask us. |
"""


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    base = tmp_path_factory.mktemp("wide")
    content = program.write_content(base / "content", {"pills": program.article(f"## All\n\n{WIDE}", title="Your medicines", front="kind: article\n")})
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


@pytest.mark.sample(2)
@pytest.mark.parametrize("clicks", [0, 1, 2])
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920), (1366, 768)])
def test_a_card_of_many_columns_is_parted_between_them(player, wide, window, clicks):
    """Each value with the name of its column and of its row; none is told for another."""
    player.window(*window)
    player.open((wide / "read-pills.html").as_uri() + "?kiosk=1", wait=False)
    for _ in range(clicks):
        player.js("document.getElementById('size').click()")
    player.settle()
    cards = [" ".join(part.split()) for part in read_parts(player)]
    assert all(("Sertraline" in card) != ("Melatonin" in card) for card in cards)
    first = [card for card in cards if "Sertraline" in card]
    for name, value in zip(COLUMNS[1:8], ["25 mg", "30 mg", "35 mg", "40 mg", "yes, always", "12 weeks", "low mood"], strict=True):
        assert sum(f"{name} {value}" in card for card in first) == 1, name
    told = [card.split("What to do", 1)[1].strip() for card in first if "What to do" in card]
    assert " ".join(told) == ADVICE
    for number in range(player.js("return parts.pages")):
        player.js("parts.show(arguments[0])", number)
        heard = [n["name"]["value"] for n in player.accessibility_tree().values() if not n["ignored"] and n["role"]["value"] == "columnheader"]
        seen = player.js("return [...document.querySelectorAll('#read td .label')].filter((e) => e.checkVisibility()).map((e) => e.textContent)")
        assert heard == ["Medicine", *seen]
    player.js("parts.showAll()")
    assert player.js("return [...document.querySelectorAll('#read :is(th, td)')].every((cell) => !cell.hidden)")


TITLES = [
    "Electroencephalography: how we measure the waves of your brain",
    "What to do when you take monoamine oxidase inhibitors (phenelzine, tranylcypromine)",
    "Magnetresonanztomographie der Lendenwirbelsäule",
    "Gastroesophageal reflux",
    "Your first, your second and your third appointment",
    "Tell us",
]


@pytest.fixture(scope="module")
def titled(tmp_path_factory):
    """Of which each title is a heading, too."""
    base = tmp_path_factory.mktemp("titled")
    articles = {
        f"t{n}": program.article(f"Come early.\n\n## {title}\n\nWait for the nurse.", title=title, lang="de" if "Lend" in title else "en-US", front="kind: article\n")
        for n, title in enumerate(TITLES)
    }
    content = program.write_content(base / "content", articles)
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


CUT = "return [...document.querySelectorAll('.tile span')].filter((e) => e.scrollWidth > e.clientWidth || e.getBoundingClientRect().right > e.parentElement.getBoundingClientRect().right).map((e) => e.textContent)"


@pytest.mark.sample(1)
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920), (1280, 1024)])
def test_long_titles_are_whole(player, titled, window):
    """No letter is cut off at any size; as they are at first, all tiles are seen at once."""
    player.window(*window)
    player.open((titled / "topics.html").as_uri() + "?kiosk=1", wait=False)
    player.settle()
    assert player.js(WITHIN, ".tile") == [True] * 6
    for _ in range(3):
        assert player.js(CUT) == [], player.js("return dress.size")
        shown = player.js("return [...document.querySelectorAll('.tile span')].map((e) => e.textContent.replaceAll('\\u00ad', ''))")
        assert sorted(shown) == sorted(TITLES)
        player.js("document.getElementById('size').click()")
        player.settle()
    for n in range(len(TITLES)):
        player.open((titled / f"read-t{n}.html").as_uri() + "?kiosk=1", wait=False)
        player.settle()
        for _ in range(3):
            assert any(TITLES[n] in part.split("\n")[1:] for part in read_parts(player)), "as a heading"
            player.js("document.getElementById('size').click()")
            player.settle()


@pytest.fixture(scope="module")
def spoken_by_all(tmp_path_factory):
    base = tmp_path_factory.mktemp("languages")
    articles = {("blood" if lang == "en" else f"blood.{lang}"): languages.article(lang) for lang in languages.WORDS}
    content = program.write_content(base / "content", articles, languages.CLINIC)
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


@pytest.mark.sample(1, 1)
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920)])
def test_every_language_is_chosen_at_once(player, spoken_by_all, window):
    """From all that the program speaks, by their own names, on the pages and in the show."""
    player.window(*window)
    names = []
    for page, address in (("topics.html", "kiosk=1"), ("index.html", "wall=1")):
        player.open((spoken_by_all / page).as_uri() + f"?{address}", wait=page == "index.html")
        player.settle()
        player.js("document.getElementById('language').click()")
        player.settle()
        dialog = "const d = document.querySelector('dialog[open]');"
        assert player.js(dialog + "return [d.scrollHeight - d.clientHeight, d.scrollWidth - d.clientWidth]") == [0, 0]
        assert player.js(dialog + "return Math.min(...[...d.querySelectorAll('a, button')].map((e) => e.getBoundingClientRect().height))") >= 75
        names.append(player.js(dialog + "return [...d.querySelectorAll('a, button')].filter((e) => e.lang).map((e) => e.textContent)"))
        assert player.axe() == []
    assert sorted(names[0]) == sorted(names[1]) and len(names[0]) == len(languages.WORDS) and {"Kreyòl Ayisyen", "Soomaali", "繁體中文"} <= set(names[0])


# Of each picture that stands for a topic: how high it is for its width, and whether the rule at its edge is where the
# title is, which a mirrored picture mirrors too.
TILES = """
return [...document.querySelectorAll('.tile')].map((tile) => {
    const picture = tile.querySelector('.motif.tall'), title = tile.querySelector('span').getBoundingClientRect();
    const box = picture.getBoundingClientRect(), style = getComputedStyle(picture);
    const rules = ['Right', 'Left', 'Bottom'].filter((side) => parseFloat(style[`border${side}Width`]) > 0);
    const turned = style.transform.startsWith('matrix(-1') ? { Right: 'Left', Left: 'Right' } : {};
    const side = title.top >= box.bottom - 1 ? 'Bottom' : title.left >= box.right - 1 ? 'Right' : 'Left';
    return [box.height / box.width, rules.map((rule) => turned[rule] ?? rule).join(), side];
});"""
# Keys of the bar whose words come near their edges. [names]
CRAMPED = """
return [...document.querySelectorAll('#bar :is(button, a)')].filter((key) => {
    const words = document.createRange(), box = key.getBoundingClientRect();
    words.selectNodeContents(key.querySelector('.words'));
    return box.bottom - words.getBoundingClientRect().bottom < 0.2 * parseFloat(getComputedStyle(key).fontSize);
}).map((key) => key.id);"""


@pytest.mark.sample(2)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_topics_fill_the_page(player, tmp_path, count):
    """Their pictures are hardly cut, and keys have room for names in two lines."""
    articles = {f"t{n}": program.article("Read this.", title=f"Topic {n}", front="kind: article\n") for n in range(count)}
    articles |= {f"t0.{lang}": program.article("Lea.", title="Uno", lang=lang, front="kind: article\n") for lang in ("es", "ar")}
    content = program.write_content(tmp_path / "content", articles, style="screen:\n  mounting_m: 1\n  diagonal_in: 43\nshow:\n  speech: no\n")
    lobby = program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby"
    for window in ((1920, 1080), (1080, 1920), (320, 640)):
        player.window(*window)
        for page in ("topics.html", "topics.es.html", "topics.ar.html"):
            player.open(f"{(lobby / page).as_uri()}?kiosk=1", wait=False)
            player.settle()
            for height, rule, side in player.js(TILES):
                assert rule == side and (height < 1.5 or window[0] == 320), (window, page)
            assert player.js(CRAMPED) == [], (window, page)
