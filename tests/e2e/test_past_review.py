"""Past its review date a handout is shown to nobody; whoever has asked the team may print it."""

import re

import pytest

import front_desk
import groups
import labels
import program

WORDS = "\n\n".join(f"## Part {n}\n\n" + "Sleep well and long. " * 30 for n in range(3))
PAST = "reviewed: 2019-01-01\nreview_due: 2020-01-01\n"
ARTICLES = {
    "sleep": program.article(WORDS, "Sleeping better", front=PAST),
    "rest": program.article(WORDS, "Resting better", front=PAST),
    "mri": program.article(WORDS, "Preparing for your MRI"),
}
FONTS = ("--fonts", program.ROOT / "fonts/fonts.conf")
FORM = {"lang": "en-US", "form": "standard", "copies": "1"}


@pytest.fixture(scope="module")
def clinic(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clinic")
    program.write_content(folder / "content", ARTICLES)
    return folder


@pytest.fixture(scope="module")
def desk(clinic, printer):
    one = front_desk.Desk(clinic, "--printer", printer.uri)
    yield one
    assert one.close() == 0, one.said()


def test_the_command_says_how_and_does_it_when_told(tmp_path, printer):
    program.write_content(tmp_path / "content", ARTICLES)
    handout = lambda *words: program.run("print", *words, "--printer", printer.uri, *FONTS, cwd=tmp_path)
    before = len(printer.jobs)
    done = handout("sleep")
    assert done.returncode == 1 and "content/sleep.md" in done.stderr and "--past-review: ask the team" in done.stderr
    assert len(printer.jobs) == before
    done = handout("sleep", "--past-review")
    assert done.returncode == 0 and "past its review date" in done.stderr, done.stderr
    assert printer.jobs[-1]["JOB_NAME"] == "Sleeping better" and len(printer.jobs) == before + 1
    assert not (tmp_path / "out/print/sleep.pdf").exists(), "what everybody is shown goes without it"
    done = handout("mri", "--past-review", "--dry-run")
    assert done.returncode == 0 and done.stderr == "" and (tmp_path / "out/print/mri.pdf").exists()


def test_the_backs_are_asked_for_in_the_same_way(tmp_path, start_printer):
    one = start_printer()
    program.write_content(tmp_path / "content", {"sleep": program.article(WORDS * 4, "Sleeping better", front=PAST)})
    done = program.run("print", "sleep", "--past-review", "--printer", one.uri, *FONTS, cwd=tmp_path)
    assert done.returncode == 0 and re.search(r"Print the backs: handout .*--past-review --side back", done.stdout), done.stdout


def test_the_desk_prints_it_once_somebody_says_that_they_have_asked(desk, printer):
    words = labels.read("en")
    _, html, _ = desk.ask("GET", "/?topic=sleep")
    assert words["desk_past_review"] in html and 'name="asked" value="sleep" required' in html
    assert words["desk_past_review"] not in desk.ask("GET", "/?topic=mri")[1]
    form = FORM | {"token": desk.token, "topic": "sleep"}
    before = len(printer.jobs)
    for asked in ({}, {"asked": ""}, {"asked": "rest"}, {"asked": "yes"}):
        assert desk.post("/print", form | asked)[0] == 303
    desk.post("/print", form | {"asked": "sleep"})
    desk.wait_for(lambda: len(printer.jobs) == before + 1 and 'data-event="printed"' in desk.ask("GET", "/")[1])
    assert printer.jobs[-1]["JOB_NAME"] == "Sleeping better"
    assert 'value="1 standard sleep"' not in desk.ask("GET", "/")[1], "one click is not enough"
    desk.post("/again", form | {"again": "1 standard sleep"})
    desk.post("/print", form | {"topic": "mri"})
    desk.wait_for(lambda: len(printer.jobs) > before + 1 and "data-busy" not in desk.ask("GET", "/")[1])
    assert [job["JOB_NAME"] for job in printer.jobs[before:]] == ["Sleeping better", "Preparing for your MRI"]
    assert desk.ask("GET", "/picture?name=sleep&form=large&page=1")[0] == 200


def test_the_button_waits_for_the_tick(player, desk, printer):
    """As browsers do it themselves; other buttons do not wait for it, and another handout asks anew."""
    player.media()
    player.window(1366, 768)
    player.open(f"{desk.url}?topic=sleep", wait=False)
    before = len(printer.jobs)
    assert player.axe() == []
    player.js("document.querySelector('button.go').click()")
    assert player.js("return document.activeElement.name") == "asked"
    player.js("document.querySelector('[name=asked]').click(); document.querySelector('[value=rest]').click()")
    player.until("return document.querySelector('[name=asked]').value === 'rest'")
    assert not player.js("return document.querySelector('[name=asked]').checked")
    player.js("document.querySelector('[name=asked]').click(); document.querySelector('button.go').click()")
    desk.wait_for(lambda: len(printer.jobs) > before)
    assert [job["JOB_NAME"] for job in printer.jobs[before:]] == ["Resting better"]
    assert player.errors() == []


def test_what_staff_should_look_at_leads_to_what_to_do(desk):
    words = labels.read("en")
    _, html, _ = desk.ask("GET", "/?topic=mri&words=en")
    found = re.search(rf'<a href="([^"]+)">{words["desk_what_to_do"]}</a>', html)[1].replace("&amp;", "&")
    assert words["desk_past_review"] in desk.ask("GET", found)[1]


def test_the_desk_shows_everybody_what_render_does(desk, clinic, tmp_path):
    """The web pages, the files for the printer, the show: not one of them more, and each the same."""
    program.write_content(tmp_path / "content", ARTICLES)
    assert program.run("render", "--quiet", *FONTS, cwd=tmp_path).returncode == 1
    shown, made = groups.published(clinic / "out"), groups.published(tmp_path / "out")
    assert shown == made and len(made) > 20 and not any("sleep." in name or "sleeping" in name for name in made)
