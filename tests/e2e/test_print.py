"""`handout print`: the printer is asked for the right thing, and what it is asked for comes out once."""

import contextlib
import pathlib
import random
import re
import shlex
import signal
import socket
import subprocess
import time
import types

import pikepdf
import pytest

import print_queue
import printers
import program
import soak
import stubborn

HELPER = pathlib.Path(program.HANDOUT).parent / "handout-print"
WORDS = "\n\n".join(f"## Part {n}\n\n" + "Sleep well and long. " * 20 for n in range(5))
TITLE = "Schlaf für Müde, النوم"
FONTS = ("--fonts", program.ROOT / "fonts/fonts.conf")
NOWHERE = {"CUPS_SERVER": "/nonexistent/cups.sock"}


def pages_of(path):
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    directory = tmp_path_factory.mktemp("clinic")
    program.write_content(directory / "content", {"sleep": program.article(WORDS, TITLE)})
    return directory


@pytest.fixture(scope="module")
def duplex(tmp_path_factory):
    printer = printers.Printer(tmp_path_factory.mktemp("duplex"), "-2")
    yield printer
    printer.end()


def handout(folder, printer, *args, **kwargs):
    fonts = program.ROOT / "fonts/fonts.conf"
    words = ["print", "sleep", "--fonts", fonts, *(("--printer", printer.uri) if printer else ()), *args]
    return program.run(*words, cwd=folder, **kwargs)


@pytest.mark.parametrize(
    "form, sides",
    [
        ("standard", "two-sided-long-edge"),
        ("large", "two-sided-long-edge"),
        ("giant", "two-sided-long-edge"),
        ("brochure", "two-sided-short-edge"),
        ("booklet", "two-sided-short-edge"),
        ("contact-slip", "one-sided"),
    ],
)
def test_each_form_is_asked_for_as_it_has_to_be_printed(folder, duplex, form, sides):
    done = handout(folder, duplex, "--for", form, "--copies", "3")
    assert done.returncode == 0, done.stdout + done.stderr
    job = duplex.jobs[-1]
    assert (job["SIDES"], job["COPIES"], job["PRINT_SCALING"]) == (sides, "3", "none")
    assert job["MEDIA"] == "na_letter_8.5x11in" and job["JOB_NAME"].endswith("Riverside Sleep Clinic" if form == "contact-slip" else TITLE)
    suffix = "" if form == "standard" else f"-{form}"
    sent = max(duplex.folder.glob("job-*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    assert sent.read_bytes() == (folder / f"out/print/sleep{suffix}.pdf").read_bytes()


def test_a_dry_run_shows_the_request_and_sends_nothing(folder, duplex):
    before = len(duplex.jobs)
    done = handout(folder, duplex, "--copies", "2", "--dry-run")
    assert done.returncode == 0, done.stderr
    shown = dict(re.findall(r"^  ([a-z-]+)=(.*)$", done.stdout, re.M))
    assert shown["sides"] == "two-sided-long-edge" and shown["copies"] == "2" and shown["print-scaling"] == "none"
    assert len(duplex.jobs) == before


def test_a_dry_run_asks_what_printing_would(folder, start_printer):
    knows = "mimeMediaType document-format-supported application/pdf", "keyword sides-supported one-sided"
    done = handout(folder, start_printer(attributes=knows), "--dry-run")
    assert done.returncode == 0 and done.stdout.splitlines()[-1] == "the printer would take this; nothing was sent", done.stdout


def test_paper_that_the_printer_does_not_take_is_refused(folder, duplex, tmp_path):
    """The helper alone: our papers are Letter and A4, which it takes."""
    done = ask_helper(duplex, folder / "out/print/sleep.pdf", media="iso_a0_841x1189mm")
    assert done.returncode == 3 and done.stdout.endswith("\nrefused\tmedia\n")


def test_one_side_at_a_time_gives_all_pages_in_passes(folder, start_printer):
    """The fronts; then the command for the backs, as shown; the odd last page behind them."""
    one = start_printer()
    done = handout(folder, one, "--for", "giant", "--copies", "2")
    assert done.returncode == 0 and "one side at a time" in done.stdout, done.stdout + done.stderr
    again = shlex.split(re.search(r"Print the backs: handout (.*)$", done.stdout, re.M)[1])
    assert [job["SIDES"] for job in one.jobs] == ["one-sided"]
    done = program.run(*again, cwd=folder)
    assert done.returncode == 0, done.stderr
    passes = [[int(n) for n in re.findall(r"(\d+)(?:-\d+)?", job["PAGE_RANGES"])] for job in one.jobs]
    count = pages_of(folder / "out/print/sleep-giant.pdf")
    fronts, backs, *rest = passes
    assert len(fronts) == len(backs) and all(back == front + 1 for front, back in zip(fronts, backs))
    assert sorted(sum(passes, [])) == list(range(1, count + 1)) and rest == ([[count]] if count % 2 else [])
    assert {job["COPIES"] for job in one.jobs} == {"2"}


# A printer of one side that prints every page it is sent. The links of the sheets lead to pages of other passes.
SIMPLE = ("keyword sides-supported one-sided", "mimeMediaType document-format-supported application/pdf",
          "keyword media-supported na_letter_8.5x11in", "boolean page-ranges-supported false", "rangeOfInteger copies-supported 1-99")


def pages_with_words(path, chosen=None):
    """The words of each page and where they stand; of the chosen ones, from 1."""
    told = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = re.findall(r"<page .*?</page>", told, re.S)
    return pages if chosen is None else [pages[n - 1] for n in chosen]


@pytest.mark.parametrize("form, passes", [("giant", None), ("brochure", [[1], [2]])])
def test_a_printer_that_cannot_choose_pages_gets_each_pass_as_a_file(start_printer, tmp_path, form, passes):
    noted = "Sleep well[^1].\n\n" + WORDS + "\n\nSee [the first part](#part-0).\n\n[^1]: A study of 2020.\n"
    program.write_content(tmp_path / "content", {"sleep": program.article(noted, TITLE)})
    one = start_printer(attributes=SIMPLE)
    done = handout(tmp_path, one, "--for", form, "--copies", "2")
    assert done.returncode == 0 and "one side at a time" in done.stdout, done.stdout + done.stderr
    done = program.run(*shlex.split(re.search(r"Print the backs: handout (.*)$", done.stdout, re.M)[1]), cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    made = tmp_path / f"out/print/sleep-{form}.pdf"
    count = pages_of(made)
    even = count // 2 * 2
    passes = passes or [[*range(1, even + 1, 2)], [*range(2, even + 1, 2)], *([[count]] if count % 2 else [])]
    sent = sorted(one.folder.glob("job-*.pdf"), key=lambda path: path.stat().st_mtime_ns)
    assert count > 1 and [pages_with_words(path) for path in sent] == [pages_with_words(made, chosen) for chosen in passes]
    assert one.printed == [TITLE] * len(passes) and all("PAGE_RANGES" not in job for job in one.jobs)


def test_paper_that_is_used_up_is_told_in_plain_words(folder, start_printer):
    body = 'echo "STATE: +media-empty-error" >&2; sleep 2; echo "STATE: -media-empty-error" >&2'
    done = handout(folder, start_printer("-2", body=body))
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("the paper is used up: fill some in, and it goes on by itself") == 1


def test_of_several_reasons_one_is_told_and_told_once(folder, start_printer):
    """An empty tray makes printers name two; one that nobody has words for is told all the same."""
    say = "media-low-warning,media-empty-error,media-needed-error"
    body = f'echo "STATE: +{say}" >&2; sleep 3; echo "STATE: -{say}" >&2; sleep 1'
    done = handout(folder, start_printer("-2", body=body))
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("the paper is used up") == 1 and "right paper" not in done.stdout
    assert done.stdout.rstrip().endswith("it is being printed\nprinted")


def test_without_a_printer_the_file_is_named_with_advice(folder):
    done = handout(folder, None, env=program.environment(**NOWHERE, DISPLAY="", PATH="/nowhere"))
    assert done.returncode == 3
    assert "out/print/sleep.pdf  print it with 'actual size': two-sided, flip on long edge, 100 %" in done.stdout


def test_backs_without_a_printer_end_as_all_pages_do(folder):
    done = handout(folder, None, "--side", "back", env=program.environment(**NOWHERE, DISPLAY="", PATH="/nowhere"))
    assert done.returncode == 3 and "print it with 'actual size'" in done.stdout


def test_sheets_that_go_in_again_are_not_stapled(folder):
    one = stubborn.Stubborn(stubborn.BUSY)
    told = [handout(folder, one, "--for", "giant", "--dry-run", *side).stdout for side in ((), ("--side", "front"))]
    one.close()
    assert "finishings=staple-top-left" in told[0]
    assert "page-ranges=1" in told[1] and "finishings" not in told[1]


def test_an_article_with_mistakes_is_not_printed(duplex, tmp_path):
    program.write_content(tmp_path / "content", {"sleep": program.article("![](none.png)", "Sleep")})
    before = len(duplex.jobs)
    done = handout(tmp_path, duplex)
    assert done.returncode == 1 and "content/sleep.md" in done.stderr
    assert len(duplex.jobs) == before


def test_mistakes_of_other_articles_keep_nobody_from_printing(duplex, tmp_path):
    """Of two names that make one file the second is left out; a name may begin with a dash."""
    articles = {"a b": "First", "a+b": "Second", "c": "Third", "-d": "Fourth"}
    program.write_content(tmp_path / "content", {name: program.article(WORDS, title) for name, title in articles.items()})
    said = lambda name: program.run("print", "--printer", duplex.uri, *FONTS, "--dry-run", "--", name, cwd=tmp_path)
    assert [said(name).returncode for name in articles] == [0, 1, 0, 0]
    assert "a+b" in said("a+b").stderr
    assert said("a-b").returncode == 0, "by the name that its sheets have"


def test_what_is_not_made_is_not_printed_in_silence(duplex, tmp_path):
    program.write_content(tmp_path / "content", {"sleep": program.article(WORDS, TITLE, front="not: [large]\n")})
    done = handout(tmp_path, duplex, "--for", "large")
    assert done.returncode == 1 and done.stderr, done.stdout
    assert handout(tmp_path, duplex, "--for", "giant", "--dry-run").returncode == 0


@pytest.mark.parametrize(
    "args", [("--for", "braille"), ("--copies", "-1"), ("--copies", "0"), ("--copies", ""), ("--copies", "1000"), ("--side", "up"), ("another",)]
)
def test_a_command_line_without_sense_prints_nothing(folder, duplex, args):
    before = len(duplex.jobs)
    assert handout(folder, duplex, *args).returncode == 2
    assert len(duplex.jobs) == before


def test_a_title_longer_than_printers_take_is_cut_between_letters(duplex, tmp_path):
    title = "Ä" + "ü" * 200
    program.write_content(tmp_path / "content", {"sleep": program.article(WORDS, title)})
    done = handout(tmp_path, duplex)
    assert done.returncode == 0, done.stdout + done.stderr
    assert duplex.jobs[-1]["JOB_NAME"] == title[:127]


def test_printing_costs_the_other_commands_nothing():
    """What only printers need is loaded by the helper alone."""
    loaded = subprocess.run(["ldd", program.HANDOUT], capture_output=True, text=True, check=True).stdout
    assert "libcups" not in loaded
    assert "libcups" in subprocess.run(["ldd", HELPER], capture_output=True, text=True, check=True).stdout


def helper_words(printer, pdf, title="A job", media="na_letter_8.5x11in", wait="100"):
    words = [HELPER, "--printer", printer.uri, "--title", title, "--sides", "two-sided-long-edge", "--media", media]
    return [*words, "--wait", wait, "--events", pdf]


def ask_helper(printer, pdf, **kwargs):
    return subprocess.run(helper_words(printer, pdf, **kwargs), capture_output=True, text=True, timeout=120)


@pytest.fixture(scope="module")
def pdf(folder, duplex):
    assert handout(folder, duplex, "--dry-run").returncode == 0
    return folder / "out/print/sleep.pdf"


@pytest.fixture
def start_helper():
    """With Ctrl-C as at a terminal: what is started in the background passes over it."""
    heard = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
    started = []

    def start(*words, **kwargs):
        started.append(subprocess.Popen(helper_words(*words, **kwargs), stdout=subprocess.PIPE, text=True, preexec_fn=heard))
        return started[-1]

    yield start
    for process in started:
        with process:
            process.kill()


def test_jobs_for_a_busy_printer_all_come_out_once(start_printer, pdf, start_helper):
    """It takes one at a time and refuses all others until that is done."""
    busy = start_printer("-2", body="sleep 0.3")
    titles = [f"Job {n}" for n in range(soak.times(6, 100))]
    running = [start_helper(busy, pdf, title) for title in titles]
    told = [(process.communicate()[0], process.returncode) for process in running]
    assert all(status == 0 for _, status in told), told
    assert any("waiting\tbusy" in out for out, _ in told)
    assert sorted(busy.printed) == sorted(titles)


def test_a_printer_that_is_off_is_waited_for(start_printer, pdf, start_helper):
    one = start_printer("-2")
    one.kill()
    process = start_helper(one, pdf, "Late")
    time.sleep(1)
    assert process.poll() is None
    one.start()
    assert process.wait(30) == 0 and one.printed == ["Late"]


def test_killed_printers_neither_lose_a_job_in_silence_nor_print_it_twice(start_printer, pdf, start_helper):
    """Killed at any moment: a job came out once, or it is said that a person has to look."""
    one = start_printer("-2", body="sleep 0.5")
    moments = random.Random(19)
    ends = []
    for n in range(soak.times(5, 100)):
        title = f"Job {n}"
        process = start_helper(one, pdf, title)
        time.sleep(moments.uniform(0, 1.5))
        one.kill()
        one.start()
        out, _ = process.communicate(timeout=60)
        times = one.printed.count(title)
        ends.append(process.returncode)
        if process.returncode == 0:
            assert times == 1, out
        else:
            assert times <= 1 and out.splitlines()[-1].startswith("uncertain\t"), out
    soak.figure(f"printers killed: of {len(ends)} jobs {ends.count(0)} printed, the rest told")


@pytest.mark.parametrize("status, wait, most", [(stubborn.FORMAT_ERROR, "100", 1), (stubborn.BUSY, "1", 4)])
def test_a_printer_that_never_takes_the_file_is_not_asked_for_ever(pdf, status, wait, most):
    """It says why, or the time is over; and no job is left behind."""
    one = stubborn.Stubborn(status)
    done = ask_helper(one, pdf, wait=wait)
    one.close()
    assert done.returncode == 3 and done.stdout.splitlines()[-1].startswith("refused\t"), done.stdout
    created = one.asked.count(stubborn.CREATE_JOB)
    assert 1 <= created <= most and one.asked.count(stubborn.CANCEL_JOB) >= created


@pytest.mark.parametrize(
    "reason, told",
    [
        ("none", "ready\t"),
        ("media-empty-error", "state\tmedia-empty"),
        ("media-empty", "state\tmedia-empty"),
        ("toner-low-warning", "ready\t"),
        ("com.example-lamp-error", "state\tstopped"),
        ("com.example-lamp-report", "ready\t"),
    ],
)
def test_how_a_printer_is_before_one_prints(reason, told):
    """By what it says; one that says it in words of its own has stopped."""
    one = stubborn.Stubborn(stubborn.BUSY, reason)
    done = subprocess.run([HELPER, "--look", "--events", "--printer", one.uri], capture_output=True, text=True, timeout=30)
    one.close()
    assert done.stdout.splitlines()[-1] == told


def test_a_job_that_is_stopped_is_taken_back(start_printer, pdf, start_helper):
    one = start_printer("-2", body="sleep 8")
    process = start_helper(one, pdf, "Unwanted")
    while not one.jobs:
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, _ = process.communicate(timeout=20)
    assert process.returncode == 3 and out.splitlines()[-1].startswith("canceled\t")


@pytest.mark.parametrize("wait, stop", [("2", False), ("100", True)], ids=["given up", "stopped"])
def test_what_a_printer_has_that_went_off_may_still_come_out(start_printer, pdf, wait, stop, start_helper):
    """Whoever is told that it was not printed prints it again."""
    one = start_printer("-2", body="sleep 60")
    process = start_helper(one, pdf, wait=wait)
    while process.stdout.readline() != "printing\t\n":
        assert process.poll() is None
    one.kill()
    while process.stdout.readline() != "waiting\tunreachable\n":
        assert process.poll() is None
    if stop:
        process.send_signal(signal.SIGTERM)
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 3 and out.splitlines()[-1].startswith("uncertain\t"), out


def test_a_job_at_a_silent_printer_can_be_stopped(pdf, start_helper):
    """It takes the connection and says nothing more."""
    with socket.create_server(("localhost", 0)) as silent:
        printer = types.SimpleNamespace(uri=f"ipp://localhost:{silent.getsockname()[1]}/ipp/print")
        process = start_helper(printer, pdf, "Unheard")
        heard, _ = silent.accept()
        heard.recv(1)
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=20)
    assert process.returncode == 3 and out.splitlines()[-1].startswith("canceled\t"), out


def test_a_silent_printer_is_told_of_and_not_looked_at_for_ever(pdf):
    """Before one prints, and while one does."""
    with socket.create_server(("localhost", 0), backlog=20) as silent:
        printer = types.SimpleNamespace(uri=f"ipp://localhost:{silent.getsockname()[1]}/ipp/print")
        look = subprocess.run([HELPER, "--look", "--events", "--printer", printer.uri], capture_output=True, text=True, timeout=40)
        assert look.stdout.splitlines()[-1] == "waiting\tunreachable"
        done = ask_helper(printer, pdf, wait="12")
    assert done.returncode == 3, done.stdout
    assert done.stdout.splitlines() == ["waiting\tunreachable", "refused\tunreachable"]


def test_a_printer_that_takes_no_jobs_is_not_called_busy(pdf):
    """Nobody need wait for another job: somebody has to let it print."""
    one = stubborn.Stubborn(stubborn.NOT_ACCEPTING, refuses=stubborn.CREATE_JOB)
    done = ask_helper(one, pdf, wait="1")
    one.close()
    assert done.returncode == 3 and "waiting\tpaused" in done.stdout and "busy" not in done.stdout, done.stdout


def test_a_printer_is_called_as_it_calls_itself(pdf):
    """Not by the address that it was asked for by, which tells staff nothing."""
    name = stubborn.attribute(stubborn.TEXT, "printer-info", "Reception\tprinter ")
    model = stubborn.attribute(stubborn.TEXT, "printer-make-and-model", "Maker 12")
    place = stubborn.attribute(stubborn.TEXT, "printer-location", "Room 12")
    for says, told in ((name + model + place, ["Reception printer (Room 12)"]), (model, ["Maker 12"]), (b"", [])):
        one = stubborn.Stubborn(stubborn.BUSY, says=says)
        look = [HELPER, "--look", "--events", "--printer", one.uri]
        for done in (subprocess.run(look, capture_output=True, text=True, timeout=30), ask_helper(one, pdf, wait="1")):
            assert re.findall(r"^printer\t(.*)$", done.stdout, re.M) == told, done.stdout
        one.close()


@pytest.fixture(scope="module")
def queue():
    one = print_queue.Queue()
    yield one
    one.close()


def words_of(pdf):
    """The words of a file with their sizes on the paper, whichever way it lies. [pt]"""
    told = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    boxes = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)<', told)
    sizes = [(word, *sorted((float(c) - float(a), float(d) - float(b)))) for a, b, c, d, word in boxes]
    return sorted((word, round(small, 1), round(wide, 1)) for word, small, wide in sizes)


@pytest.mark.parametrize("form", ["large", "brochure"])
def test_a_queue_of_cups_prints_at_the_size_that_was_made(folder, queue, form):
    """Through the computer's own printing system, at its socket: every word as large as it was set."""
    env = program.environment(CUPS_SERVER=queue.environment["CUPS_SERVER"])
    done = handout(folder, None, "--for", form, "--printer", queue.name, env=env)
    assert done.returncode == 0, done.stdout + done.stderr + queue.log()[-2000:]
    made = words_of(folder / f"out/print/sleep-{form}.pdf")
    assert len(made) > 100 and words_of(queue.paper) == made


def test_a_job_that_the_queue_has_stopped_is_not_waited_for(folder):
    """Its filter fails: the queue is ready, the job would stay there for ever."""
    with contextlib.closing(print_queue.Queue(filter="/bin/false")) as failing:
        env = program.environment(CUPS_SERVER=failing.environment["CUPS_SERVER"])
        done = handout(folder, None, env=env, timeout=60)
        left = subprocess.run(["lpstat", "-o"], env=failing.environment, capture_output=True, text=True).stdout
    assert done.returncode == 3 and done.stdout.rstrip().endswith("not printed: the printer has given up on it"), done.stdout
    assert left == ""


def test_a_queue_of_cups_prints_the_backs_alone(folder, queue):
    env = program.environment(CUPS_SERVER=queue.environment["CUPS_SERVER"])
    done = handout(folder, None, "--for", "giant", "--side", "back", env=env)
    assert done.returncode == 0, done.stdout + done.stderr + queue.log()[-2000:]
    count = pages_of(folder / "out/print/sleep-giant.pdf")
    assert done.stdout.splitlines().count("printed") == 1 + count % 2
    last = subprocess.run(["pdfinfo", queue.paper], capture_output=True, text=True, check=True).stdout
    assert int(re.search(r"Pages: +(\d+)", last)[1]) == (1 if count % 2 else count // 2)
