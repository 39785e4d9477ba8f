"""The page of the front desk in the languages of the labels, and what it tells of the printer."""

import re

import pytest

import front_desk
import labels
import printers
import program
import soak

WORDS = "## One\n\n" + "Lie still and breathe. " * 30 + "\n\n## Two\n\n" + "Lie still and breathe. " * 90
ARTICLES = {
    "mri": program.article(WORDS, "Preparing for your MRI"),
    "mri.es": program.article(WORDS, "Cómo prepararse para su resonancia", lang="es"),
}
# What is shown, and what is said in its place: texts, and the names that only assistive technology has.
SHOWN = """
const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
    const at = walker.currentNode.parentElement;
    if (at.checkVisibility() && !at.closest("[aria-hidden=true],[lang]:not(html)")) texts.push(walker.currentNode.data.trim());
}
for (const e of document.querySelectorAll("[aria-label],[title]")) texts.push(e.ariaLabel ?? e.title);
return texts.filter((text) => text !== "");
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory, printer):
    folder = tmp_path_factory.mktemp("clinic")
    program.write_content(folder / "content", ARTICLES)
    one = front_desk.Desk(folder, "--printer", printer.uri)
    yield one
    assert one.close() == 0, one.said()


def lang(desk, accepts, path="/"):
    _, html, _ = desk.ask("GET", path, headers={"Accept-Language": accepts} if accepts else {})
    return re.search(r'<html lang="([^"]+)" dir="([a-z]+)"', html).groups()


def test_the_page_follows_the_browser_then_the_clinic(desk):
    assert lang(desk, "") == ("en", "ltr")
    assert lang(desk, "xx;q=0.9, es-MX;q=0.8, de;q=0.7") == ("es", "ltr")
    assert lang(desk, "ar") == ("ar", "rtl")
    assert lang(desk, "zh-TW, en;q=0.5") == ("zh-Hant", "ltr")
    assert lang(desk, "nonsense!!, " * 50) == ("en", "ltr")


def test_what_somebody_chooses_goes_before_the_browser(desk):
    assert lang(desk, "ar", "/?words=de") == ("de", "ltr")
    assert lang(desk, "ar", "/?words=../../etc") == ("ar", "rtl")
    _, html, _ = desk.ask("GET", "/?words=de&form=large")
    assert '<input type="hidden" name="words" value="de">' in html


def test_each_language_is_offered_by_its_own_name(desk):
    _, html, _ = desk.ask("GET", "/?form=large")
    offered = re.findall(r'<a href="/\?words=([^"&]+)&amp;form=large" lang="[^"]+"[^>]*><bdi>([^<]+)</bdi>', html)
    assert offered == [(tag, labels.read(tag)["language_name"]) for tag in labels.tags()]


def is_of(text, words):
    """All of it is made of labels, numbers, signs and what the clinic wrote."""
    for phrase in sorted(words, key=len, reverse=True):
        text = text.replace(phrase, " ")
    return not re.search(r"[^\W\d_]", text)


@pytest.mark.sample(2, 1)
@pytest.mark.parametrize("tag", ["es", "ar", "zh-Hans"])
def test_every_word_is_of_the_labels(player, desk, printer, tag):
    own = [entry for entry in labels.read(tag).values() if isinstance(entry, str)]
    pieces = [piece for entry in own for piece in re.split(r"\{\w+\}", entry) if piece.strip()]
    given = ["Riverside Sleep Clinic", "Preparing for your MRI", "Cómo prepararse para su resonancia", "English"]
    given += [printers.NAME, "Letter", "labels/es.yaml", "mri.es.md"]
    given += [labels.read(each)["language_name"] for each in labels.tags()]
    player.media()
    player.window(1366, 768)
    player.open(f"{desk.url}?words={tag}&topic=mri", wait=False)
    player.until("return document.querySelector('.printer span') !== null")
    shown = player.js(SHOWN)
    assert len(shown) > 30 and [text for text in shown if not is_of(text, [*pieces, *given])] == []
    assert player.js("return document.querySelector('.printer').innerText.trim()") == labels.read(tag)["printer_ready"]
    assert player.axe() == [] and player.errors() == []
    assert player.js("return document.documentElement.scrollWidth <= innerWidth")


def test_no_language_is_wider_than_its_pane(player, desk):
    player.media()
    player.window(1366, 768)
    wide = {}
    for tag in soak.sample(labels.tags(), 10):
        player.open(f"{desk.url}?words={tag}&topic=mri&lang=es", wait=False)
        parts = "[...document.querySelectorAll('.pane, .option:not(:has(:checked)), .copies, .todo li, .top')]"
        wide[tag] = player.js(f"return {parts}.filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.innerText)")
    assert len(wide) >= 10 and {tag: found for tag, found in wide.items() if found} == {}


@pytest.mark.sample(1)
@pytest.mark.parametrize("window", [(1366, 768), (1920, 1080)], ids=str)
def test_forms_stand_in_two_rows(player, desk, window):
    """So that there is room for the pages below them."""
    player.media()
    player.window(*window)
    player.open(f"{desk.url}?words=en&topic=mri&lang=es", wait=False)
    tops = player.js("return [...document.querySelectorAll('.forms .option')].map((e) => e.offsetTop)")
    assert len(tops) == 10 and len(set(tops)) == 2
    assert player.js("return document.querySelector('.work').scrollHeight <= document.querySelector('.work').clientHeight")


def test_forced_colours_leave_letters_and_signs_whole(player, desk):
    """There each line has a ground of its own, which covers what reaches into it."""
    player.window(1366, 768)
    player.media(forced_colors="active")
    player.open(f"{desk.url}?words=en&topic=mri", wait=False)
    reach = """
    const box = (element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
    };
    return [...document.querySelectorAll('.row')].map((row) => box(row.querySelector('.langs')).top - box(row.querySelector('.title')).bottom);
    """
    assert min(player.js(reach)) >= 0
    colour = "return getComputedStyle(document.querySelector(arguments[0])).color"
    assert {player.js(colour, sign) for sign in (".search svg", ".todo svg")} == {player.js(colour, "body")}
    player.media()


def test_labels_that_are_broken_leave_the_programs_own_words(tmp_path, start_desk):
    """Staff who mend a labels file see on the page where it is broken."""
    (tmp_path / "content/labels").mkdir(parents=True)
    for name in ("en", "es"):
        (tmp_path / f"content/labels/{name}.yaml").write_text("desk: [\n")
    program.write_content(tmp_path / "content", ARTICLES)
    one = start_desk(tmp_path)
    for accepts in ("", "es"):
        status, html, _ = one.ask("GET", "/", headers={"Accept-Language": accepts})
        assert status == 200 and '<html lang="en"' in html and labels.read("en")["desk"] in html
    assert "labels/en.yaml:" in html
    assert lang(one, "de") == ("de", "ltr")
    assert one.close() == 0, one.said()


def test_what_folds_has_both_sides_on_one_sheet(tmp_path, start_printer, start_desk):
    """Nothing is said of one side alone; of sheets that nobody folds it is."""
    one_sided = start_printer()
    program.write_content(tmp_path / "content", ARTICLES)
    one = start_desk(tmp_path, "--printer", one_sided.uri)
    apart = labels.read("en")["turn_apart"]
    for form, offered in (("booklet", False), ("large", True)):
        one.post("/print", {"token": one.token, "topic": "mri", "lang": "en-US", "form": form, "copies": "1"})
        one.wait_for(lambda: 'data-event="turn"' in one.ask("GET", "/")[1])
        assert (apart in one.ask("GET", "/")[1]) == offered
        one.post("/stop", {"token": one.token})
        one.wait_for(lambda: 'data-event="turn"' not in one.ask("GET", "/")[1])
    told(one, "<dt>Sides</dt><dd><bdi>both, turned by hand</bdi></dd>")
    assert one.close() == 0


def told(desk, words):
    desk.wait_for(lambda: words in desk.ask("GET", "/")[1], 40)


def test_without_a_printer_the_sheets_are_opened(tmp_path, start_desk):
    """Nothing is offered that cannot be: the browser prints or saves the file where it is shown."""
    program.write_content(tmp_path / "content", ARTICLES)
    one = start_desk(tmp_path)
    told(one, labels.read("en")["printer_none"])
    _, html, _ = one.ask("GET", "/?topic=mri&lang=en-US&form=large")
    (address,) = re.findall(r'<a class="go" href="([^"]+)" target="_blank">See the pages</a>', html)
    assert 'formaction="/print"' not in html
    assert one.ask("GET", address.replace("&amp;", "&"))[2]["Content-Type"] == "application/pdf"
    assert one.close() == 0


def test_the_printer_is_told_of_before_one_prints(desk, printer):
    """By the name that it has itself; its address tells staff nothing."""
    words = labels.read("en")
    told(desk, words["printer_ready"])
    told(desk, f"<bdi>{printers.NAME}</bdi>")
    assert printer.uri not in desk.ask("GET", "/")[1]
    printer.kill()
    told(desk, words["printer_silent"])
    assert printer.uri not in desk.ask("GET", "/")[1]
    assert '<div class="alert">' in desk.ask("GET", "/")[1]
    printer.start()
    told(desk, words["printer_ready"])


EMPTY = 'echo "STATE: +media-empty-error" >&2; sleep 6; echo "STATE: -media-empty-error" >&2; sleep 2'
SCRAP = 'echo "STATE: +spool-area-full-error" >&2; sleep 6; echo "STATE: -spool-area-full-error" >&2; exit 1'


def test_a_printer_that_waits_is_told_of_wherever_one_looks(player, tmp_path, start_printer, start_desk):
    """Beside the button, at the top and in the name of the window; and no longer once it prints."""
    words = labels.read("en")
    waiting = start_printer("-2", body=EMPTY)
    program.write_content(tmp_path / "content", ARTICLES)
    one = start_desk(tmp_path, "--printer", waiting.uri)
    player.open(f"{one.url}?topic=mri", wait=False)
    says = lambda where, text: player.until(f"return document.querySelector('{where}')?.innerText.includes({text!r})")
    player.js("document.querySelector('button.go').click()")
    says(".state .alert", words["printer_no_paper"])
    says(".printer", words["printer_no_paper"])
    assert player.js("return document.title").startswith(words["printer_no_paper"])
    says("button.go.waits[aria-disabled]", words["desk_waiting"] + "\n" + words["desk_sheets"].partition("{")[0])
    assert player.axe() == []
    says(".state .news", words["desk_printing"])
    says(".state .news", words["desk_printed"])
    says("button.go:not(.waits)", words["desk_print"])
    assert player.js("return document.title").startswith(words["desk"]) and player.errors() == []
    waiting.command.write_text(printers.PRINT.format(folder=waiting.folder, body=SCRAP))
    player.js("document.querySelector('button.go').click()")
    says(".state .alert", words["printer_stopped"])
    says(".state .alert", words["desk_refused"])
    player.open("about:blank", wait=False)
    assert one.close() == 0


def test_sheets_are_turned_in_a_dialog_of_drawings(player, tmp_path, start_printer, start_desk):
    """A printer of one side: the dialog has the focus on what comes next, Escape leaves the same on the page."""
    one_sided = start_printer()
    program.write_content(tmp_path / "content", ARTICLES)
    one = start_desk(tmp_path, "--printer", one_sided.uri)
    player.media()
    player.window(1366, 768)
    player.open(f"{one.url}?topic=mri", wait=False)
    player.js("document.querySelector('button.go').click()")
    player.until("return document.querySelector('.turn:modal') !== null")
    assert player.js("return document.activeElement.innerText") == "Print the backs"
    assert player.js("return document.querySelectorAll('.turn li').length") == 3
    assert player.js("return [...document.querySelectorAll('.turn button')].map((e) => e.innerText)") == [
        "Print the backs", "Only one side this time", "Stop"]
    assert player.axe() == []
    player.js("document.querySelector('.turn').close()")
    assert player.js("return document.querySelector('.state button').checkVisibility()")
    player.js("document.querySelector('.state [formaction=\"/backs\"]').click()")
    player.until("return document.querySelector('.state')?.dataset.event === 'printed'")  # once its page is there
    assert len(one_sided.printed) == 2 and player.errors() == []
    assert one.close() == 0


def test_a_printer_that_reads_no_pdf_is_not_tried_again(tmp_path, start_printer, start_desk):
    """It prints once this computer translates for it, and not before."""
    knows = "mimeMediaType document-format-supported image/pwg-raster", "keyword sides-supported one-sided"
    raster = start_printer(attributes=knows)
    program.write_content(tmp_path / "content", ARTICLES)
    one = start_desk(tmp_path, "--printer", raster.uri)
    one.post("/print", {"token": one.token, "topic": "mri", "lang": "en-US", "form": "standard", "copies": "1"})
    told(one, labels.read("en")["desk_refused_setup"])
    assert one.close() == 0 and raster.jobs == []


def test_the_page_says_which_copy_comes_out(tmp_path, start_printer, start_desk):
    """Where the printer tells how many sides have; the last one stays until it has ended."""
    sides = lambda count: f'echo "ATTR: job-impressions-completed={count}" >&2; sleep 2\n'
    slow = start_printer("-2", body=sides(1) + sides(99))
    program.write_content(tmp_path / "content", ARTICLES)
    one = start_desk(tmp_path, "--printer", slow.uri)
    form = {"token": one.token, "topic": "mri", "lang": "en-US", "form": "standard"}
    one.post("/print", form | {"copies": "2"})
    for words in ("Printing… 1 of 2", "Printing… 2 of 2", "Printed."):
        told(one, words)
    assert one.close() == 0


def test_a_job_that_waits_says_how_much_paper_all_its_copies_take(tmp_path, start_printer, start_desk):
    """As the preview says of one copy."""
    empty = start_printer("-2", body='echo "STATE: +media-empty-error" >&2; sleep 60')
    program.write_content(tmp_path / "content", ARTICLES)
    one = start_desk(tmp_path, "--printer", empty.uri)
    sheets = lambda html: {int(count) for count in re.findall(r"[Ss]heets: (\d+)", html)}
    (each,) = sheets(one.ask("GET", "/?topic=mri&form=giant")[1])
    form = {"token": one.token, "topic": "mri", "lang": "en-US", "form": "giant"}
    one.post("/print", form | {"copies": "3"})
    told(one, labels.read("en")["desk_waiting"])
    _, html, _ = one.ask("GET", "/?topic=mri&form=giant")
    assert each > 1 and sheets(html) == {each, 3 * each}
    one.post("/stop", form)
    assert one.close() == 0


def test_topics_printed_most_stand_first(desk, printer):
    """The language that others are translated from is the first of them."""
    topics = lambda: re.findall(r'name="topic" value="([^"]+)"', desk.ask("GET", "/")[1])
    (desk.folder / "content/asthma.md").write_text(program.article(WORDS, "Asthma"))
    desk.wait_for(lambda: topics() == ["asthma", "mri"])
    before = len(printer.printed)
    desk.post("/print", {"token": desk.token, "topic": "mri", "lang": "es", "form": "standard", "copies": "1"})
    desk.wait_for(lambda: len(printer.printed) > before and topics() == ["mri", "asthma"])
    row = re.search(r'value="mri".*?<span class="langs">(.*?)</span>', desk.ask("GET", "/")[1], re.S)[1]
    assert re.findall(r'lang="(\w+)', row) == ["en", "es"]


def test_where_a_mistake_is_can_be_seen(tmp_path, start_desk):
    program.write_content(tmp_path / "content", {"inhaler": program.article("![A spray](<none & no.png>)", "Using your inhaler")})
    one = start_desk(tmp_path)
    _, html, _ = one.ask("GET", "/")
    where = labels.read("en")["desk_show_where"]
    assert f"<details><summary><span>{where}</span> <bdi>inhaler.md:6</bdi></summary><code dir=\"auto\" lang=\"en-US\">![A spray](&lt;none &amp; no.png&gt;)</code></details>" in html
    assert one.close() == 0
