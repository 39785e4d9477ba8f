"""The front desk by the keyboard: keys do what they say where they are pressed, and what has the focus keeps it."""

import pytest
from selenium.webdriver.common.keys import Keys

import front_desk
import labels
import program

WORDS = "\n\n".join(f"## Part {n}\n\n" + "Lie still and breathe. " * 30 for n in range(3))
ARTICLES = {
    "asthma": program.article(WORDS, "Asthma"),
    "mri": program.article(WORDS, "Preparing for your MRI"),
    "mri.es": program.article(WORDS, "Cómo prepararse para su resonancia", lang="es"),
    "sleep": program.article(WORDS, "Sleeping better"),
}
TITLE = "return document.querySelector('h3.title')?.innerText === arguments[0]"
HELD = "const e = document.activeElement; return e.className || e.name"


@pytest.fixture(scope="module")
def desk(tmp_path_factory, printer):
    folder = tmp_path_factory.mktemp("clinic")
    program.write_content(folder / "content", ARTICLES)
    one = front_desk.Desk(folder, "--printer", printer.uri)
    yield one
    assert one.close() == 0, one.said()


def tab_to(page, held):
    for _ in range(20):
        page.press(Keys.TAB)
        if page.js(HELD) == held:
            return
    raise AssertionError(f"{held} is not reached")


def take_last(page):
    """The last of the list, by the keyboard."""
    page.press(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN)
    page.until(TITLE, "Sleeping better")


def test_enter_leaves_what_is_chosen(page):
    """As one confirms a choice; in the field of the search alone it takes the first that is found."""
    take_last(page)
    for held in ("topic", "form"):
        if page.js(HELD) != held:
            tab_to(page, held)
        page.press(Keys.ENTER)
        assert page.js("return document.querySelector('[name=topic]:checked').value") == "sleep", held
    assert page.js("return document.querySelector('.state').innerText") == ""


def test_enter_in_the_number_of_copies_prints(page, printer):
    before = len(printer.printed)
    take_last(page)
    tab_to(page, "copies")
    page.press(Keys.ARROW_UP, Keys.ENTER)
    page.until("return document.querySelector('.recent button')?.value === '2 standard sleep'")
    assert printer.jobs[-1]["JOB_NAME"] == "Sleeping better" and len(printer.printed) == before + 1


def test_what_is_chosen_is_in_the_list(page):
    """So that nobody prints a handout which the words do not find; whichever marks they lack."""
    page.press("sleep")
    page.until(TITLE, "Sleeping better")
    page.press(*[Keys.BACKSPACE] * 5, "como")
    page.until(TITLE, "Preparing for your MRI")
    page.press(*[Keys.BACKSPACE] * 4, "xylophone")
    page.until("return document.querySelector('.work > p')?.innerText === arguments[0]", labels.read("en")["desk_nothing_found"])
    assert page.js("return document.querySelector('.go') === null")
    page.press(*[Keys.BACKSPACE] * 9)
    page.until("return document.querySelector('.go') !== null")
    assert page.js("return document.querySelectorAll('.list > div:not([hidden])').length") == 3
    assert page.errors() == []


def test_marks_are_passed_over_without_a_script_too(desk):
    _, html, _ = desk.ask("GET", "/?q=COMO")
    assert 'value="mri" checked=""' in html and 'value="asthma"' not in html


def test_the_button_keeps_the_focus(page):
    """While the page tells how the job goes, and when it has ended."""
    tab_to(page, "go")
    page.press(Keys.ENTER)
    page.until("return document.querySelector('.state')?.dataset.event === 'printed'")
    assert page.js(HELD) == "go"


def open_desk(start_desk, player, folder, printer):
    program.write_content(folder / "content", ARTICLES)
    one = start_desk(folder, "--printer", printer.uri)
    player.media()
    player.window(1366, 768)
    player.open(f"{one.url}?topic=mri", wait=False)
    tab_to(player, "go")
    player.press(Keys.ENTER)
    return one


def test_a_button_that_goes_hands_the_focus_on(player, tmp_path, start_printer, start_desk):
    """What stops a job goes with it; who presses Space again does not change the number of copies."""
    slow = start_printer("-2", body="sleep 60")
    one = open_desk(start_desk, player, tmp_path, slow)
    player.until("return document.querySelector('.state button') !== null")
    player.js("document.querySelector('.state button').focus()")
    player.press(Keys.ENTER)
    player.until("return document.querySelector('.state')?.dataset.event === 'canceled'")
    player.until("return document.activeElement.className === 'go'")
    assert one.close() == 0


def test_escape_leaves_the_focus_on_the_same_question(player, tmp_path, start_printer, start_desk):
    """And no change of the content asks it again."""
    one_sided = start_printer()
    one = open_desk(start_desk, player, tmp_path, one_sided)
    player.until("return document.querySelector('.turn:modal') !== null")
    player.press(Keys.ESCAPE)
    player.until("return document.activeElement.matches('.state [formaction=\"/backs\"]')")
    (tmp_path / "content/asthma.md").write_text(program.article(WORDS, "Asthma at school"))
    player.until("return document.querySelector('.list').innerText.includes('at school')")
    assert player.js("return document.querySelector('.turn:modal') === null")
    assert player.js("return document.activeElement.matches('.state [formaction=\"/backs\"]')")
    assert one.close() == 0
