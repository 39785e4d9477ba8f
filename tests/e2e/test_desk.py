"""`handout desk`: staff find a handout and have it printed; nobody else comes in."""

import io
import json
import os
import pathlib
import random
import re
import signal
import socket
import urllib.parse

import pytest
from PIL import Image
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

import browser
import front_desk
import program
import soak

WORDS = "\n\n".join(f"## Part {n}\n\n" + "Lie still and breathe. " * 30 for n in range(3))
SPANISH = "\n\n".join(f"## Parte {n}\n\n" + "Quédese quieto y respire. " * 30 for n in range(3))
ARTICLES = {
    "mri": program.article(WORDS, "Preparing for your MRI"),
    "mri.es": program.article(SPANISH, "Cómo prepararse para su resonancia", lang="es"),
    "sleep": program.article(WORDS, "Sleeping better"),
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory, printer):
    folder = tmp_path_factory.mktemp("clinic")
    program.write_content(folder / "content", ARTICLES)
    one = front_desk.Desk(folder, "--printer", printer.uri)
    yield one
    assert one.close() == 0, one.said()


def by_name(page, role, name):
    """The one element of that role and name, as assistive technology finds it."""
    nodes = page.accessibility_tree().values()
    named = [(n["name"]["value"], n["backendDOMNodeId"]) for n in nodes if n.get("role", {}).get("value") == role]
    found = [node for told, node in named if told == name] or [node for told, node in named if name in told]
    assert len(found) == 1, named
    return page.command("DOM.resolveNode", backendNodeId=found[0])["object"]["objectId"]


CLICK = "function () { const there = this.isConnected; this.click(); return there }"


def click(page, role, name):
    """A pane that was renewed since it was found is looked through again."""
    while not page.command("Runtime.callFunctionOn", objectId=by_name(page, role, name), functionDeclaration=CLICK)["result"]["value"]:
        pass


def printed(page, printer, count, job):
    """It came out, and the page has it in its list, which stays when the news of it have gone."""
    page.until("return document.querySelector('.recent button')?.value === arguments[0]", job)
    WebDriverWait(page.driver, browser.PATIENCE_S).until(lambda _: len(printer.printed) == count)


def test_two_large_print_spanish_copies_in_five_clicks(page, printer):
    before = len(printer.printed)
    click(page, "radio", "Preparing for your MRI")
    page.until("return document.querySelector('h3.title').innerText.includes('MRI')")
    click(page, "radio", "Español")
    page.until("return document.querySelector('h3.title').lang === 'es'")
    click(page, "radio", "Large print")
    click(page, "button", "One more copy")
    click(page, "button", "Print")
    printed(page, printer, before + 1, "2 large mri.es")
    job = printer.jobs[-1]
    assert (job["COPIES"], job["SIDES"], job["PRINT_SCALING"]) == ("2", "two-sided-long-edge", "none")
    assert job["JOB_NAME"] == "Cómo prepararse para su resonancia"
    assert page.errors() == []


def test_both_languages_side_by_side_are_printed(page, printer):
    before = len(printer.printed)
    click(page, "radio", "Preparing for your MRI")
    page.until("return document.querySelector('h3.title').innerText.includes('MRI')")
    click(page, "radio", "Español")
    page.until("return document.querySelector('h3.title').lang === 'es'")
    click(page, "radio", "Two languages")
    click(page, "button", "Print")
    printed(page, printer, before + 1, "1 bilingual mri.es")
    assert printer.jobs[-1]["SIDES"] == "two-sided-short-edge"


def test_the_same_by_the_keyboard_alone(page, printer):
    """Type, down to the list, on to language and form, and so to the button."""
    before = len(printer.printed)
    assert page.focused() == "q"
    page.press("sleep")
    page.until("return document.querySelector('#found').innerText === 'Handouts: 1'")
    page.press(Keys.ARROW_DOWN)
    page.press(Keys.SPACE)
    page.until("return document.querySelector('h3.title').innerText === 'Sleeping better'")
    for _ in range(12):
        page.press(Keys.TAB)
        if page.js("return document.activeElement.name") == "form":
            break
    page.press(Keys.ARROW_RIGHT)
    for _ in range(12):
        page.press(Keys.TAB)
        if page.js("return document.activeElement.className") == "go":
            break
    page.press(Keys.ENTER)
    printed(page, printer, before + 1, "1 large sleep")
    assert printer.jobs[-1]["JOB_NAME"] == "Sleeping better"


@pytest.mark.sample(3)
@pytest.mark.parametrize("window", [(1366, 768), (1920, 1080), (320, 568)], ids=str)
@pytest.mark.parametrize("media", [{}, {"prefers_color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_axe_finds_nothing_and_all_is_in_the_window(page, media, window):
    page.media(**media)
    page.window(*window)
    assert page.axe() == []
    assert page.js("return document.documentElement.scrollWidth <= innerWidth")
    assert page.errors() == []


def test_without_a_script_words_and_buttons_do_the_same(desk, printer):
    _, html, _ = desk.ask("GET", "/?q=sleeping")
    assert "Sleeping better" in html and "Preparing for your MRI" not in html
    _, html, _ = desk.ask("GET", "/?topic=mri&q=sleeping")  # a button sends what is chosen, which now is another
    assert 'value="sleep" checked=""' in html and "Preparing for your MRI" not in html
    _, html, _ = desk.ask("GET", "/?q=xylophone")
    assert "No title has these words." in html and 'formaction="/print"' not in html
    before = len(printer.printed)
    form = {"token": desk.token, "topic": "sleep", "lang": "en-US", "form": "booklet", "copies": "1"}
    status, _, headers = desk.post("/print", form)
    assert status == 303 and headers["Location"].startswith(desk.url + "?")
    desk.wait_for(lambda: len(printer.printed) == before + 1)
    assert printer.jobs[-1]["SIDES"] == "two-sided-short-edge"


def test_again_prints_what_it_stands_beside(desk, printer):
    """Though another job has ended since the page was shown; and what nobody has printed is not printed."""
    form = {"token": desk.token, "topic": "mri", "lang": "en-US", "form": "large", "copies": "3"}
    before = len(printer.printed)
    desk.post("/print", form)
    desk.wait_for(lambda: 'value="3 large mri"' in desk.ask("GET", "/")[1])
    desk.post("/print", form | {"topic": "sleep", "form": "standard", "copies": "1"})
    desk.wait_for(lambda: 'value="1 standard sleep"' in desk.ask("GET", "/")[1])
    for again in ("3 large mri", "9 large mri", "0", "", "../x"):
        desk.post("/again", {"token": desk.token, "again": again})
    desk.wait_for(lambda: len(printer.printed) >= before + 3)
    assert printer.jobs[-1]["JOB_NAME"] == "Preparing for your MRI" and printer.jobs[-1]["COPIES"] == "3"
    assert len(printer.printed) == before + 3


def test_the_button_says_what_it_will_do(page):
    click(page, "radio", "Preparing for your MRI")
    page.until("return document.querySelector('h3.title').innerText.includes('MRI')")
    click(page, "radio", "Español")
    page.until("return document.querySelector('#go-what')?.innerText === 'Copies: 1, Español'")
    click(page, "button", "One more copy")
    assert page.js("return document.querySelector('#go-what').innerText") == "Copies: 2, Español"


def test_motifs_are_in_the_colours_of_the_page(page):
    """All rows show drawings that stand in the page once; a style that does not reach them there leaves them black."""
    motif = page.driver.find_element(By.CSS_SELECTOR, ".row .motif")
    seen = lambda: {colour for count, colour in Image.open(io.BytesIO(motif.screenshot_as_png)).convert("RGB").getcolors(10_000) if count > 50}
    light = seen()
    page.media(prefers_color_scheme="dark")
    assert len(light) >= 3 and len(seen() - light) >= 3 and (0, 0, 0) not in light
    page.media()


def test_the_letters_looked_for_are_shown_in_the_titles(page):
    page.press("mri YOUR")
    page.until("return document.querySelectorAll('.row mark').length > 0")
    assert page.js("return [...document.querySelectorAll('.row mark')].map((e) => e.innerText).join('')") == "yourMRI"
    assert page.js("return document.querySelector('.row .title').innerText") == "Preparing for your MRI"


def test_what_staff_should_look_at_begins_with_what_does_not_work(tmp_path, start_desk):
    """Then what may have grown old, each with the title of its article and the file."""
    program.write_content(tmp_path / "content", {
        "inhaler": program.article("![](none.png)", "Using your inhaler"),
        "sleep": program.article(WORDS, "Sleeping better", front="reviewed: 2020-01-01\nreview_due: 2090-01-01\n"),
    })
    one = start_desk(tmp_path)
    _, html, _ = one.ask("GET", "/")
    told = re.findall(r'<p lang="en" dir="ltr"><strong><bdi lang="en-US">([^<]+)</bdi></strong>: [^<]+</p>.*?<bdi>([^<:]+)', html)
    assert told[:2] == [("Using your inhaler", "inhaler.md"), ("Sleeping better", "sleep.md")], html
    assert "(<bdi lang=\"en\">English</bdi>)" not in html and "(<bdi lang=\"en\">English</bdi>)" in one.ask("GET", "/?words=es")[1]
    assert one.close() == 0


def test_what_is_remembered_is_twenty_jobs_and_counts(desk, printer):
    before = len(printer.printed)
    form = {"token": desk.token, "topic": "sleep", "lang": "en-US", "form": "standard", "copies": "1"}
    for _ in range(22):
        desk.post("/print", form)
    desk.wait_for(lambda: len(printer.printed) == before + 22)
    path = desk.folder / "out/build/desk.json"
    desk.wait_for(lambda: len(json.loads(path.read_text())["recent"]) == 20)
    kept = json.loads(path.read_text())
    assert set(kept) == {"recent", "counts"} and len(kept["recent"]) == 20
    assert {frozenset(job) for job in kept["recent"]} == {frozenset({"name", "form", "copies", "at"})}
    assert set(kept["counts"]) <= set(ARTICLES)


HANDED_OUT = {"Braille": ("Save for the embosser", "mri.brf"), "Own phone": ("Open the page", None), "Plain text": ("Open the text to copy", None)}


@pytest.mark.sample(2)
@pytest.mark.parametrize("form", HANDED_OUT)
def test_what_no_printer_prints_is_handed_out_by_a_link(page, desk, printer, form):
    click(page, "radio", "Preparing for your MRI")
    page.until("return document.querySelector('h3.title').innerText.includes('MRI')")
    click(page, "radio", form)
    page.until("return document.querySelector('a.go') !== null")
    words, saved = HANDED_OUT[form]
    by_name(page, "link", words)
    place, name = page.js("const link = document.querySelector('a.go'); return [link.getAttribute('href'), link.getAttribute('download')]")
    assert name == saved
    status, data, _ = desk.ask("GET", place)
    assert status == 200 and len(data) > 100
    assert page.axe() == [] and page.errors() == []
    click(page, "radio", "Standard")
    page.until("return document.querySelector('button.go') !== null")


def test_what_has_no_sheets_is_not_sent_to_the_printer(desk, printer):
    before = len(printer.printed)
    for form in ("text", "standard"):
        desk.post("/print", {"token": desk.token, "topic": "sleep", "lang": "en-US", "form": form, "copies": "1"})
    desk.wait_for(lambda: len(printer.printed) > before)
    assert len(printer.printed) == before + 1


@pytest.mark.parametrize("form", ["booklet-reading", "screen", "nothing"])
def test_a_form_that_is_not_handed_out_cannot_be_chosen(desk, form):
    """A build makes forms that the desk has no name for; an old bookmark may name one."""
    status, data, _ = desk.ask("GET", f"/?topic=sleep&lang=en-US&form={form}")
    assert status == 200 and re.search(r'name="form" value="standard"[^>]* checked', data)


SHEETS = "document.querySelector('.sheets')"


def test_two_choices_in_a_row_are_both_shown(page):
    """The answer to the second overtakes the first."""
    other = "[...document.querySelectorAll('[name=topic]')].find((row) => !row.checked)"
    before = page.js("return document.querySelector('h3.title').innerText")
    page.js(f"{other}.click(); document.querySelector('[name=form][value=large]').click()")
    page.until(f"return {SHEETS}?.ariaLabel.startsWith('Large print, ')")
    assert page.js("return document.querySelector('h3.title').innerText") != before


def test_the_pages_are_shown_beside_the_choice(page, desk):
    """As pictures, each as wide as its page beside it, in a group that the keyboard can move."""
    click(page, "radio", "Preparing for your MRI")
    page.until("return document.querySelector('h3.title').innerText.includes('MRI')")
    click(page, "radio", "Giant print")
    page.until(f"return {SHEETS}?.ariaLabel.startsWith('Giant print, ')")
    page.until(f"return [...{SHEETS}.children].slice(0, 2).every((image) => image.naturalWidth === 440)")
    count = page.js(f"return {SHEETS}.children.length")
    assert page.js(f"return {SHEETS}.children[1].alt") == f"Page 2 of {count}" and count > 2
    page.js(f"{SHEETS}.focus()")
    page.press(Keys.ARROW_RIGHT)
    page.until(f"return {SHEETS}.scrollLeft > 0")
    for place in ("page=0", f"page={count + 1}", "page=x", "page=1&form=text", "page=1&form=../x", ""):
        path = f"/picture?name=mri&{'' if 'form' in place else 'form=giant&'}{place}"
        assert desk.ask("GET", path)[0] == 404, path


def test_the_page_follows_the_content(page, desk):
    (desk.folder / "content/falls.md").write_text(program.article(WORDS, "Falls at home"))
    page.until("return document.querySelector('.list').innerText.includes('Falls at home')")


def test_pages_of_the_build_are_shown_and_no_other_file(desk):
    status, data, headers = desk.ask("GET", "/file?name=mri&form=large")
    assert status == 200 and headers["Content-Type"] == "application/pdf" and data.startswith("%PDF")
    _, html, _ = desk.ask("GET", "/web/index.html")
    links = re.findall(r'href="([^"#:?]+)"', html)
    assert len(links) > 10 and all(desk.ask("GET", urllib.parse.urljoin("/web/", link))[0] == 200 for link in links)
    for path in STRANGE_PATHS:
        status, data, _ = desk.ask("GET", path)
        assert status in (400, 404), path
        assert "root:" not in data and "Riverside" not in data, path


STRANGE_PATHS = [
    "/file?name=../../content/clinic&form=large", "/file?name=mri&form=../large", "/file", "/file?name=mri",
    "/web/../../../etc/passwd", "/web/%2e%2e/%2e%2e/content/clinic.yaml", "/web/clinic.yaml", "/content/clinic.yaml",
    "/picture?name=../mri&form=large&page=1", "/out/build/desk.json", "//etc/passwd", "/web/files/clinic.yaml", "/web/index.html%00.css",
]


def test_other_pages_cannot_print(desk, printer):
    """Without the token, from another origin, under another name of this computer."""
    form = {"token": desk.token, "topic": "mri", "lang": "en-US", "form": "large", "copies": "1"}
    before = len(printer.jobs)
    assert desk.post("/print", form | {"token": "0" * 32})[0] == 403
    assert desk.post("/print", {k: v for k, v in form.items() if k != "token"})[0] == 403
    assert desk.post("/print", form, Origin="http://evil.example")[0] == 403
    assert desk.post("/print", form, Origin="null")[0] == 403
    assert desk.post("/print", form, **{"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert desk.ask("GET", "/picture?name=mri&form=large&page=1", headers={"Sec-Fetch-Site": "cross-site"})[0] == 403
    assert desk.ask("GET", "/", host="evil.example")[0] == 403
    assert desk.ask("GET", "/", host=f"evil.example:{desk.port}")[0] == 403
    assert desk.ask("GET", "/print")[0] == 404
    assert len(printer.jobs) == before


def test_the_page_says_what_it_may_load(desk):
    _, html, headers = desk.ask("GET", "/")
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'; script-src 'self'")
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store" and headers["X-Content-Type-Options"] == "nosniff"
    assert not re.search(r"<(script|style)>|\bon\w+=|style=", html)


def memory(desk):
    """[kB] that the server takes."""
    text = open(f"/proc/{desk.process.pid}/status").read()
    return int(re.search(r"VmRSS:\s+(\d+)", text)[1])


def strange_request(chance, desk):
    method = chance.choice(["GET", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "X" * 300])
    path = chance.choice(["/", "/print", "/" + "a" * 9000, "/?q=" + "%ff" * 50, "/?copies=-99999999999", *STRANGE_PATHS])
    host = chance.choice([f"127.0.0.1:{desk.port}", "evil.example", "x" * 5000])
    body = chance.choice([b"", b"a=b", b"token=" + b"0" * 5000, bytes(chance.randbytes(3000)), b"x" * 2_000_000])
    head = f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return chance.choice([head.encode() + body, head.encode()[: chance.randrange(len(head))], chance.randbytes(2000)])


def test_hostile_requests_change_nothing(desk, printer):
    """Answered or hung up on; the desk goes on, takes no more memory and prints nothing."""
    chance = random.Random(19)
    before, size = len(printer.jobs), memory(desk)
    for _ in range(soak.times(200, 1000)):
        with socket.create_connection(("127.0.0.1", desk.port), timeout=10) as s:
            try:
                s.sendall(strange_request(chance, desk))
                s.shutdown(socket.SHUT_WR)
                s.recv(100)
            except OSError:
                pass
    assert desk.ask("GET", "/")[0] == 200
    assert len(printer.jobs) == before and memory(desk) < size + 30_000


def test_who_says_nothing_holds_nobody_up(desk):
    silent = [socket.create_connection(("127.0.0.1", desk.port)) for _ in range(50)]
    for s in silent:
        s.sendall(b"GET / HTTP/1.1\r\nHost: ")
    assert desk.ask("GET", "/")[0] == 200
    for s in silent:
        s.close()


def test_no_other_computer_is_spoken_to(tmp_path, start_desk):
    """By the system's own account of what it opened: this computer's address, and sockets of files."""
    program.write_content(tmp_path / "content", {"sleep": ARTICLES["sleep"]})
    trace = tmp_path / "trace"
    one = start_desk(tmp_path, before=["strace", "-f", "-q", "-e", "trace=bind,connect,sendto", "-o", trace])
    form = {"token": one.token, "topic": "sleep", "lang": "en-US", "form": "standard", "copies": "1"}
    assert one.post("/print", form)[0] == 303
    one.wait_for(lambda: 'data-event="started"' not in one.ask("GET", "/")[1])
    traced = (pathlib.Path("/proc") / str(one.process.pid) / "task" / str(one.process.pid) / "children").read_text()
    os.kill(int(traced.split()[0]), signal.SIGTERM)
    one.process.wait(20)
    told = trace.read_text()
    addresses = set(re.findall(r'(?:sin_addr=inet_addr\("|inet_pton\(AF_INET6, ")([^"]+)', told))
    assert "127.0.0.1" in addresses and addresses <= {"127.0.0.1", "::1"}, addresses


def test_a_second_desk_is_told_of_the_first(desk):
    """Whoever asks for the desk twice gets the one that is open."""
    words = ["desk", "--port", desk.port, "--fonts", program.ROOT / "fonts/fonts.conf"]
    done = program.run(*words, cwd=desk.folder)
    assert done.returncode == 3 and "is another desk open?" in done.stderr
    done = program.run(*words, "--open", cwd=desk.folder)
    assert done.returncode == 0 and desk.url in done.stdout


def state(desk):
    return re.search(r'data-event="([a-z-]+)"', desk.ask("GET", "/")[1])[1]


def test_nothing_comes_between_fronts_and_backs(tmp_path, start_printer, start_desk):
    """A printer of one side at a time: what is asked for meanwhile waits, and both passes are one job."""
    one_sided = start_printer()
    program.write_content(tmp_path / "content", ARTICLES)
    one = start_desk(tmp_path, "--printer", one_sided.uri)
    form = {"token": one.token, "lang": "en-US", "form": "booklet", "copies": "1"}
    for topic in ("mri", "sleep"):
        one.post("/print", form | {"topic": topic})
    one.wait_for(lambda: state(one) == "turn")
    assert "Waiting after this one: 1" in one.ask("GET", "/")[1]
    one.post("/backs", form)
    one.wait_for(lambda: len(one_sided.printed) == 3 and state(one) == "turn")
    one.wait_for(lambda: "data-busy" not in one.ask("GET", "/")[1])
    assert one_sided.printed == ["Preparing for your MRI"] * 2 + ["Sleeping better"]
    kept = json.loads((tmp_path / "out/build/desk.json").read_text())
    assert kept["counts"] == {"mri": 1, "sleep": 1} and [job["name"] for job in kept["recent"]] == ["sleep", "mri"]
    one.post("/stop", form)
    assert state(one) == "canceled" and one.close() == 0


def test_a_file_may_be_named_in_words(tmp_path, printer, start_desk):
    """What is made of it has a name of its own, by which the desk knows it."""
    program.write_content(tmp_path / "content", {"Über uns & Co": program.article(WORDS, "About us")})
    one = start_desk(tmp_path, "--printer", printer.uri)
    (topic,) = re.findall(r'name="topic" value="([^"]+)"', one.ask("GET", "/")[1])
    before = len(printer.printed)
    one.post("/print", {"token": one.token, "topic": topic, "lang": "en-US", "form": "large", "copies": "1"})
    one.wait_for(lambda: len(printer.printed) == before + 1, 30)
    assert one.ask("GET", f"/picture?name={topic}&form=large&page=1")[0] == 200
    assert one.close() == 0


def test_what_was_printed_most_in_all_its_languages_is_chosen_first(tmp_path, start_desk):
    program.write_content(tmp_path / "content", ARTICLES)
    (tmp_path / "out/build").mkdir(parents=True)
    (tmp_path / "out/build/desk.json").write_text('{"recent": [], "counts": {"mri": 1, "mri.es": 2, "sleep": 2}}')
    one = start_desk(tmp_path)
    assert 'value="mri" checked=""' in one.ask("GET", "/")[1]
    assert one.close() == 0


def test_a_desk_whose_builds_have_ended_says_so(tmp_path, start_desk):
    program.write_content(tmp_path / "content", {"sleep": ARTICLES["sleep"]})
    one = start_desk(tmp_path)
    builds = pathlib.Path(f"/proc/{one.process.pid}/task/{one.process.pid}/children").read_text().split()
    os.kill(int(builds[0]), signal.SIGKILL)
    assert one.process.wait(20) == 3 and "the builds have ended" in one.said()


@pytest.mark.parametrize("args", [("--port", "70000"), ("--port", "x"), ("mri",)])
def test_a_command_line_without_sense_opens_no_desk(args, tmp_path):
    assert program.run("desk", *args, cwd=tmp_path).returncode == 2
