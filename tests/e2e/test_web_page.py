"""The handout as a web page: one file that a phone, a screen reader and a printer each can use."""

import html
import json
import re
import subprocess

import pytest
from selenium.webdriver.common.keys import Keys

import labels
import markdown
import program
from player_fixtures import picture

WINDOWS = [(1280, 900), (320, 568)]
MEDIA = {"light": {}, "dark": {"prefers_color_scheme": "dark"}, "forced colours": {"forced_colors": "active"}}
NIGHT = """\
Sleep **well**. See [how](https://riverside-sleep.org/way).[^1]

## What to take

| When | What | How much |
|------|------|---------:|
| 9 pm | Milk | 200 ml |
| 6 am | Tea | 1 cup |

3. Close the door.
4. Lie down.
   - on your back
   - or not

> [!WARNING]
> Do not drive.

> [!NOTE]
> Bring a book.

![A dark room](room.png)

## Call us if

- [ ] you have a fever
- [ ] you cannot come

```
1 * 4
```

## Rest

Nothing else.

---

Good night.

[^1]: With your doctor.
"""
ARABIC = """\
---
title: النوم الجيد
lang: ar
---

اشرب الماء كل يوم. اتصل على +1 503 234 5678.

- أطفئ الهاتف.
- Springfield Library
"""
ARTICLES = {
    "night": program.article(NIGHT, title="A night", front="summary: What to do.\nkey_points: [Sleep.]\nquestions: [Why?]\n"),
    "nawm": ARABIC,
}
CRISIS = """\
crisis_lines:
  - name: 988 Suicide & Crisis Lifeline
    telephone: "988"
    text: "988"
"""
# Sizes of a page without its pictures, and what it must not grow beyond. [bytes]
MOST_BYTES = 60_000


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    base = tmp_path_factory.mktemp("web")
    content = program.write_content(base / "content", ARTICLES, files={"room.png": picture()})
    with open(content / "clinic.yaml", "a") as clinic:
        clinic.write(CRISIS)
    result = program.render(content, base / "out", "--format", "html")
    assert result.status == 0, result.err
    return {name: result.directory / f"web/{name}.html" for name in ARTICLES}


@pytest.fixture
def page(player, made):
    player.open(made["night"].as_uri(), wait=False)
    return player


@pytest.fixture
def arabic(player, made):
    player.open(made["nawm"].as_uri(), wait=False)
    return player


def texts(page, selector):
    return page.js("return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText.trim())", selector)


def words(text):
    return re.findall(r"\w+", text)


def test_every_word_of_the_article_comes_in_its_order(page):
    seen = page.js("document.querySelectorAll('.label').forEach((e) => e.remove()); return document.querySelector('main').textContent")
    found = iter(words(seen))
    wanted = [w for text in [markdown.title(ARTICLES["night"]), *(b.text for b in markdown.blocks(ARTICLES["night"]) if "Figure" not in b.roles)] for w in words(text)]
    assert len(wanted) > 40 and all(any(word == w for w in found) for word in wanted)


def test_the_band_says_whose_it_is_and_how_to_call(page):
    assert texts(page, ".band .clinic") == ["Riverside Sleep Clinic"]
    assert page.js("const a = document.querySelector('.band a'); return [a.innerText, a.href]") == ["+1 212 736 5000", "tel:+12127365000"]
    assert page.js("return getComputedStyle(document.querySelector('.band')).backgroundColor") == "rgb(11, 74, 94)", "the policy lets the style pass"


def test_one_heading_of_the_first_level_and_none_is_passed_over(page):
    levels = page.js("return [...document.querySelectorAll('h1,h2,h3,h4')].map((h) => +h.localName[1])")
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))


def test_it_loads_nothing(made, page):
    source = html.unescape(made["night"].read_text())
    assert "default-src 'none'" in source and not re.search(r'<script(?! type="application/ld)', source)
    assert set(re.findall(r'src="(data:image/\w+);', source)) == {"data:image/png"}
    assert not re.search(r'src="(?!data:)|url\(', source)
    assert page.js("return performance.getEntriesByType('resource').filter((e) => !e.name.startsWith('data:')).length") == 0
    assert page.js("const i = document.querySelector('img'); return [i.alt, i.naturalWidth > 0]") == ["A dark room", True]


@pytest.mark.parametrize("name", ARTICLES)
def test_it_is_small_without_its_pictures(made, name):
    assert len(re.sub(r'src="data:[^"]*"', "", made[name].read_text()).encode()) < MOST_BYTES


def test_callouts_and_lists_have_their_kinds(page):
    assert page.js("return document.querySelectorAll('article hr').length") == 1
    assert texts(page, "aside.warning > :is(h3, p)") == ["Warning", "Do not drive."]
    assert texts(page, "aside.note > :is(h3, p)") == ["Note", "Bring a book."]
    assert texts(page, "aside > h3") == ["Warning", "Note"], "found by those who go from heading to heading"
    assert texts(page, ".key-points li") == ["Sleep."]
    assert page.js("return document.querySelector('article ol').start") == 3


def test_addresses_are_parted_where_paper_parts_them(page):
    parts = page.js("return [...document.querySelector('footer .website a').childNodes].map((n) => n.data ?? n.localName)")
    assert parts == ["https://", "wbr", "riverside-", "wbr", "sleep.", "wbr", "org/"], parts


def test_on_paper_a_picture_leaves_room_for_words(page):
    page.command("Emulation.setEmulatedMedia", media="print")
    rem, height = page.js("const i = document.querySelector('img'); return [parseFloat(getComputedStyle(document.documentElement).fontSize), i.clientHeight]")
    page.command("Emulation.setEmulatedMedia", media="")
    assert 0 < height <= 16 * rem + 1


def test_what_says_when_to_call_has_the_number_and_below_it_whom_to_turn_to(page):
    assert texts(page, "section.call > h2.call") == ["Call us if"] and len(texts(page, "section.call li.task")) == 2
    assert texts(page, "section.call .number a") == ["+1 212 736 5000"]
    box, strip = texts(page, ".crisis-box p"), texts(page, ".crisis-strip p")
    assert box == strip and box[0] == labels.of(ARTICLES["night"])["crisis_heading"] and any("988" in line for line in box)
    assert page.js("return [...document.querySelectorAll('.crisis-box a')].map((a) => a.href)") == ["tel:988", "sms:988"]
    assert page.js("return document.querySelector('section.call').nextElementSibling.className") == "crisis-box"


def test_whom_to_turn_to_at_once_may_stand_first(player, tmp_path):
    """`crisis: first`: ahead of the words and what to remember, and no second time behind when to call."""
    article = program.article(NIGHT, title="A night", front="kind: article\nkey_points: [Sleep.]\ncrisis: first\n")
    content = program.write_content(tmp_path / "content", {"night": article}, files={"room.png": picture()})
    with open(content / "clinic.yaml", "a") as clinic:
        clinic.write(CRISIS)
    made = program.render(content, tmp_path / "out", "--format", "html,screen")
    assert made.status == 0, made.err
    player.open((made.directory / "web/night.html").as_uri(), wait=False)
    assert player.js("return document.querySelectorAll('.crisis-box').length") == 1
    assert player.js("return document.querySelector('article').firstElementChild.className") == "crisis-box"
    assert texts(player, ".crisis-box p") == texts(player, ".crisis-strip p")


def test_questions_can_be_answered_on_the_page(page):
    words = labels.of(ARTICLES["night"])
    assert texts(page, ".hint") == [words["type_here"]]
    assert page.js("return [...document.querySelectorAll('textarea')].map((t) => [t.labels[0].firstChild.data.trim(), t.name, t.autocomplete])") == [["Why?", "", "off"], [words["my_questions"], "", "off"]]
    assert page.js("return document.querySelector('form')") is None, "nothing can be sent"


def test_the_motif_is_seen_and_not_heard(page):
    assert page.js("return [...document.querySelectorAll('svg')].map((s) => [s.getAttribute('aria-hidden'), s.clientWidth > 0])") == [["true", True], ["true", False]]
    page.window(*WINDOWS[1])
    assert page.js("return [...document.querySelectorAll('svg')].map((s) => s.clientWidth > 0)") == [False, True]
    page.media(**MEDIA["forced colours"])
    assert page.js("return [...document.querySelectorAll('svg')].map((s) => s.clientWidth > 0)") == [False, False]


@pytest.mark.parametrize("media", MEDIA)
def test_icons_stand_out_from_what_they_stand_on(page, media):
    """Drawn by the style alone, which screen readers pass over."""
    page.media(**MEDIA[media])
    for place, of in ((".band a[href^='tel:']", ".band"), ("h2.call", "h2.call"), (".crisis-box p", ".crisis-box"), (".crisis-strip p", ".crisis-strip")):
        drawn, ground = page.js(
            "const icon = getComputedStyle(document.querySelector(arguments[0]), '::before');"
            "return [[icon.width, icon.backgroundColor + icon.backgroundImage], getComputedStyle(document.querySelector(arguments[1])).backgroundColor]", place, of)
        assert float(drawn[0].removesuffix("px")) >= 16 and drawn[1].removesuffix("none") != ground, (place, drawn, ground)


def test_the_band_can_be_passed_by_a_key(page):
    assert page.js("return document.querySelector('.skip').getBoundingClientRect().bottom") < 0
    page.press(Keys.TAB)
    assert page.js("const e = document.activeElement; return [e.className, e.getBoundingClientRect().top]") == ["skip", 0]
    page.press(Keys.ENTER)
    assert page.js("return location.hash") == "#main"


def roles(page):
    return [n["role"]["value"] for n in page.accessibility_tree().values() if "role" in n and not n["ignored"]]


@pytest.mark.parametrize("window", WINDOWS, ids=str)
def test_tables_stay_tables_where_they_look_like_cards(page, window):
    page.window(*window)
    shown = page.js("return getComputedStyle(document.querySelector('td .label')).display") != "none"
    beside = page.js("const [a, b] = document.querySelectorAll('tbody tr:first-child td'); return a.getBoundingClientRect().bottom > b.getBoundingClientRect().top")
    assert (shown, beside) == ((True, False) if window == WINDOWS[1] else (False, True))
    found = roles(page)
    assert found.count("table") >= 1 and found.count("columnheader") == 3 and found.count("rowheader") >= 2
    names = [n["name"]["value"] for n in page.accessibility_tree().values() if n.get("role", {}).get("value") == "cell" and n["name"]["value"]]
    assert {"Milk", "200 ml", "Tea", "1 cup"} <= set(names), "labels are for the eye alone"


def test_on_a_card_dots_lead_from_a_label_to_its_value(page):
    page.window(*WINDOWS[1])
    label, value, card, dots = page.js(
        "const cell = document.querySelector('td.short'), box = (e) => { const r = e.getBoundingClientRect(); return [r.left, r.right, r.top, r.bottom] };"
        "const [label, value] = [cell.querySelector('.label'), cell.querySelector('.value')];"
        "return [box(label), box(value), box(cell), parseFloat(getComputedStyle(label, '::after').width)]"
    )
    assert label[1] <= value[0] and label[2] < value[3] and value[2] < label[3], "on one line"
    assert abs(value[1] - card[1]) < 24 and dots >= 1.25 * 16


@pytest.mark.sample(6)
@pytest.mark.parametrize("window", WINDOWS, ids=str)
@pytest.mark.parametrize("media", MEDIA)
@pytest.mark.parametrize("name", ARTICLES)
def test_axe_finds_nothing_and_all_is_in_the_window(player, made, name, media, window):
    player.open(made[name].as_uri(), wait=False)
    player.media(**MEDIA[media])
    player.window(*window)
    assert player.axe() == []
    assert player.js("return document.documentElement.scrollWidth <= innerWidth")


def test_arabic_reads_from_the_right_and_numbers_from_the_left(arabic):
    assert arabic.js("return [document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    number = "[...document.querySelectorAll('article bdi')].find((b) => b.innerText.includes('503'))"
    assert arabic.js(f"const b = {number}; return [b.innerText, getComputedStyle(b).direction]") == ["+1 503 234 5678", "ltr"]
    assert arabic.js("const m = (e) => e.getBoundingClientRect(); return m(document.querySelector('.band .clinic')).left > m(document.querySelector('.band a')).left")


def test_a_clinic_without_a_number_has_no_line_to_write_on(make):
    result = make("Words.", "--format", "html", clinic="name: Riverside Sleep Clinic\n")
    source = (result.directory / "web/sample.html").read_text()
    assert 'href="tel:' not in source and 'class="write"' not in source and "<form" not in source


def test_the_page_has_a_code_of_its_own_address_where_there_is_room(make, player, tmp_path):
    make("Words.", "--format", "html", clinic=program.CLINIC + "web_url: https://riverside-sleep.org/h\n")
    player.open((tmp_path / "out/web/sample.html").as_uri(), wait=False)
    player.window(1000, 900)
    player.js("document.querySelector('.code').scrollIntoView({block: 'center'})")
    shot = tmp_path / "page.png"
    player.driver.save_screenshot(str(shot))
    scanned = subprocess.run(["zbarimg", "-q", "--raw", shot], capture_output=True, text=True)
    assert scanned.stdout.splitlines() == ["https://riverside-sleep.org/h/sample.html"]
    assert player.axe() == []
    player.window(360, 640)
    assert player.js("return getComputedStyle(document.querySelector('.code')).display") == "none"


def test_no_fact_is_parted_at_the_end_of_a_line(make):
    result = make("Take 5 mg for 4 to 6 weeks from March 4, 2026. `a 5 mg`\n\nCall +1 503 234 5678.", "--format", "html")
    source = (result.directory / "web/sample.html").read_text()
    kept = re.findall(r'<span class="nb">(.*?)</span>', source)
    assert kept[:5] == ["5 mg", "4 to 6 weeks", "March 4, 2026", "5 mg", "+1 503 234 5678"]
    assert "white-space:nowrap" in source


# Facts in the text of the page, and those that stand in more than one line.
PARTED = """
    const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const nodes = [], result = {seen: 0, parted: []};
    let text = '';
    while (walker.nextNode()) {
        nodes.push([text.length, walker.currentNode]);
        text += walker.currentNode.data;
    }
    const place = (at) => {
        const [start, node] = nodes.findLast(([start]) => start <= at);
        return [node, at - start];
    };
    for (const fact of arguments[0])
        for (let at = text.indexOf(fact); at >= 0; at = text.indexOf(fact, at + 1)) {
            const tops = [0, fact.length - 1].map((i) => {
                const range = document.createRange(), [node, offset] = place(at + i);
                range.setStart(node, offset);
                range.setEnd(node, offset + 1);
                return Math.round(range.getBoundingClientRect().top / 9);
            });
            result.seen++;
            if (tops[0] !== tops[1])
                result.parted.push(fact);
        }
    return result;
"""


# Browsers part words behind a hyphen, and Han anywhere.
@pytest.mark.parametrize("lang", ["en", "ja", "ar", "he"])
def test_no_browser_parts_a_fact_at_its_hyphen(make, player, tmp_path, lang):
    facts = ["08:30-12:00", "2026-12-01", "10-14", "2.5–5 mg", "503-234-5678", "RX-2044-B", "$25.50"]
    words = " ".join(f"{('あ' if lang == 'ja' else 'so') * n} {fact}" for n in range(1, 12) for fact in facts)
    make(words, "--format", "html", lang=lang)
    player.open((tmp_path / "out/web/sample.html").as_uri(), wait=False)
    player.window(360, 800)
    parted = player.js(PARTED, facts)
    assert parted == {"seen": 11 * len(facts), "parted": []}


def test_a_day_stands_apart_from_its_times_whichever_way_they_read(make, player, tmp_path):
    hours = "opening_hours: [Mo-Fr 08:30-12:00, Sa 09:00-12:00]\n"  # the labels are English
    make("Words.", "--format", "html", lang="he", clinic="name: Clinic\ntelephone: +1 503 234 5678\n" + hours)
    player.open((tmp_path / "out/web/sample.html").as_uri(), wait=False)
    player.window(800, 900)
    pads = player.js("return [...document.querySelectorAll('.facts tbody tr > * + *')].map((e) => parseFloat(getComputedStyle(e).paddingRight))")
    assert pads and min(pads) >= 16


def test_announcements_and_choices(tmp_path):
    articles = {"news": program.article("Words.", front="kind: announcement\n"), "paper": program.article("Words.", front="not: [html]\n")}
    content = program.write_content(tmp_path / "content", articles)
    result = program.render(content, tmp_path / "out", "--format", "html,standard")
    assert sorted(p.name for p in (result.directory / "web").glob("*.html")) == ["news.html"]
    assert result.pdf("paper").exists()


def test_programs_are_told_what_it_is_and_whose(tmp_path):
    content = program.write_content(tmp_path / "content", {"night": program.article("Sleep.", title="Doses < 5 mg", front="kind: article\nsummary: What to do.\n")})
    program.render(content, tmp_path / "out", "--format", "html")
    text = (tmp_path / "out/web/night.html").read_text()
    assert "Doses < 5" not in text and "< 5 mg" not in text.partition("<script")[0]
    (facts,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)
    assert json.loads(facts) == {
        "@context": "https://schema.org", "@type": "MedicalWebPage", "name": "Doses < 5 mg",
        "description": "What to do.", "inLanguage": "en-US",
        "publisher": {"@type": "MedicalClinic", "name": "Riverside Sleep Clinic", "telephone": "+1 212 736 5000",
                      "email": "desk@riverside-sleep.org", "url": "https://riverside-sleep.org/",
                      "address": "12 Harbour Street, Springfield, Oregon 97477"}}

DOSES = "| Week | Morning |\n|---|---:|\n| 1 | 25 mg (half a tablet) |\n| 2 | 50 mg |\n\n## Call us if\n\n- [ ] you have a fever\n"


@pytest.fixture(scope="module")
def ways(tmp_path_factory):
    """A page with other languages and other forms."""
    base = tmp_path_factory.mktemp("ways")
    articles = {"dose": program.article(DOSES, front="kind: article\n"), "dose.es": program.article("Dos palabras.", title="Dosis", lang="es", front="kind: article\n")}
    content = program.write_content(base / "content", articles)
    with open(content / "clinic.yaml", "a") as clinic:
        clinic.write(CRISIS)
    result = program.render(content, base / "out", "--format", "standard,html")
    return result.directory / "web/dose.html"


def box(page, selector):
    return page.js("const r = document.querySelector(arguments[0]).getBoundingClientRect(); return {x: r.left, y: r.top, width: r.width, height: r.height}", selector)


def test_languages_and_the_way_to_other_forms_stand_ahead_of_the_article(player, ways):
    player.open(ways.as_uri(), wait=False)
    player.window(*WINDOWS[1])
    languages, jump, article = (box(player, s) for s in (".langs", ".jump a", "article"))
    assert 0 < languages["y"] < jump["y"] < article["y"] and jump["height"] >= 44
    target = player.js("return document.querySelector(document.querySelector('.jump a').hash).textContent.trim()")
    assert target == texts(player, ".jump a")[0]
    player.window(*WINDOWS[0])
    languages, article, forms = (box(player, s) for s in (".langs", "article", "section.side"))
    assert box(player, ".jump")["height"] == 0 and abs(languages["y"] - article["y"]) < 40
    assert languages["x"] == forms["x"] > article["x"] + article["width"] / 2 and forms["y"] > languages["y"]


def test_a_bracket_stands_below_its_value(player, ways):
    player.open(ways.as_uri(), wait=False)
    for window in WINDOWS:
        player.window(*window)
        assert texts(player, "td small") == ["(half a tablet)"]
        bracket, cell = box(player, "td small"), box(player, "td")
        assert bracket["y"] - cell["y"] > 20 and player.js("return document.querySelector('td').textContent").endswith("25 mg (half a tablet)")


def test_a_number_of_a_few_digits_is_large(player, ways):
    player.open(ways.as_uri(), wait=False)
    for window, size in zip(WINDOWS, (3.75, 3.25)):
        player.window(*window)
        assert player.js("return parseFloat(getComputedStyle(document.querySelector('.crisis-box a')).fontSize)") == size * 18
        assert player.js("return document.documentElement.scrollWidth <= innerWidth")
