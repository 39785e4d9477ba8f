"""The front desk stays open for weeks: what comes between, its page and its server get over."""

import datetime
import http.server
import os
import threading

import pytest

import program
import turned_clock

WORDS = "\n\n".join(f"## Part {n}\n\n" + "Lie still and breathe. " * 30 for n in range(3))
ARTICLES = {"sleep": program.article(WORDS, "Sleeping better")}
# News of a job that has been printed never come, as where the page sleeps while they are told.
NO_NEWS = """
const real = fetch;
window.fetch = async (...words) => {
    const answer = await real(...words);
    return new Response((await answer.text()).replaceAll('data-event="printed"', 'data-event="idle"'), answer);
};
"""
# The next answer waits until the test lets it come.
HOLD = """
const real = fetch;
window.fetch = (where) => {
    window.fetch = real;
    return new Promise((come) => { window.letCome = () => come(real(where)); });
};
"""
FIRST = "return document.querySelector('.recent button')?.value === arguments[0]"


@pytest.fixture
def desk(tmp_path, printer, start_desk):
    program.write_content(tmp_path / "content", ARTICLES)
    return start_desk(tmp_path, "--printer", printer.uri)


def wish(desk, **other):
    return {"token": desk.token, "topic": "sleep", "lang": "en-US", "form": "standard", "copies": "1"} | other


def test_what_was_printed_is_listed_though_no_news_of_it_came(page):
    page.js(NO_NEWS)
    page.js("document.querySelector('button.go').click()")
    page.until(FIRST, "1 standard sleep")


def test_a_copy_more_is_kept_while_an_answer_is_on_its_way(page):
    page.js(HOLD)
    page.js("document.querySelector('[name=form][value=large]').click()")
    page.until("return Boolean(window.letCome)")
    page.js("document.querySelector('[data-step=\"1\"]').click()")
    page.js("letCome()")
    page.until("return document.querySelector('.preview img').src.includes('form=large')")
    assert page.js("return document.getElementById('go-copies').textContent") == "2"


def test_what_another_page_printed_is_listed(page, desk):
    desk.post("/print", wish(desk, form="large", copies="2"))
    page.until(FIRST, "2 large sleep")


def test_what_a_closed_desk_has_not_taken_is_told(page, desk, printer, start_desk):
    """And is sent again to the one that is opened in its place, which knows its own pages alone."""
    before = len(printer.printed)
    failed = "return document.querySelector('.failed').checkVisibility()"
    assert not page.js(failed)
    desk.close()
    page.js("document.querySelector('button.go').click()")
    page.until(failed)
    assert page.js("return document.querySelector('.failed').innerText").startswith("Not printed. Try again.")
    assert page.axe() == []
    again = start_desk(desk.folder, "--printer", printer.uri, "--port", desk.port)
    page.until("return document.querySelector('[name=token]').value === arguments[0]", again.token)
    page.js("document.querySelector('button.go').click()")
    page.until(FIRST, "1 standard sleep")
    assert not page.js(failed) and len(printer.printed) == before + 1
    assert again.close() == 0


def test_who_has_gone_leaves_no_connection_open(desk):
    """Nor does who asks for nothing that there is."""
    files = lambda: len(os.listdir(f"/proc/{desk.process.pid}/fd"))
    before = files()
    for _ in range(20):
        assert desk.ask("GET", "/build")[0] == 200
        assert desk.ask("OPTIONS", "*")[0] in (404, 405)
        assert desk.ask("POST", "/print", b"a=b")[0] == 403
    desk.wait_for(lambda: files() <= before + 5, 20)


class Stranger(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"0" * 64)

    def log_message(self, *words):
        pass


def test_a_port_of_somebody_else_is_no_front_desk(tmp_path, desk):
    """Another program, and the desk of another clinic: nobody is sent there."""
    program.write_content(tmp_path / "other/content", ARTICLES)
    stranger = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stranger)
    threading.Thread(target=stranger.serve_forever, daemon=True).start()
    for port in (stranger.server_port, desk.port):
        words = ["desk", "--open", "--port", port, "--fonts", program.ROOT / "fonts/fonts.conf"]
        done = program.run(*words, cwd=tmp_path / "other")
        assert done.returncode == 3 and "is another desk open?" in done.stderr and done.stdout == ""
    stranger.shutdown()


def test_a_review_date_that_passes_while_it_is_open_is_asked_about(tmp_path, printer, start_desk):
    """Though nobody has touched a file since."""
    ahead, names = turned_clock.turned(tmp_path, "CLOCK_AHEAD")
    today = datetime.datetime.now(datetime.timezone.utc).date()
    front = f"reviewed: {today}\nreview_due: {today + datetime.timedelta(days=9)}\n"
    program.write_content(tmp_path / "content", {"sleep": program.article(WORDS, "Sleeping better", front=front)})
    one = start_desk(tmp_path, "--printer", printer.uri, before=["env", *(f"{name}={value}" for name, value in names.items())])
    asked = lambda: 'name="asked"' in one.ask("GET", "/?topic=sleep")[1]
    assert not asked()
    ahead.write_text(str(20 * 24 * 60 * 60))
    one.wait_for(asked, 60)
    assert one.close() == 0


def test_a_job_stopped_before_it_has_begun_was_taken_back(desk, printer):
    """Nothing has reached the printer: that is no refusal for which somebody has to be asked."""
    before = len(printer.jobs)
    asked = wish(desk)
    desk.post("/print", asked)
    desk.post("/stop", asked)
    desk.wait_for(lambda: "data-busy" not in desk.ask("GET", "/")[1])
    assert 'data-event="canceled"' in desk.ask("GET", "/")[1]
    assert len(printer.jobs) == before
