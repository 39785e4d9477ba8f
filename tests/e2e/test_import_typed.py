"""Numbers that people typed stand once in a draft, and what may be two numbers becomes none."""

import pytest

import program


def imported(tmp_path, name, text=None):
    """`text`: of the file, unless that is there."""
    if text:
        (tmp_path / name).write_text(text)
    done = program.run("import", name, "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return (tmp_path / "drafts/draft.md").read_text().split(" -->\n", 1)[1].strip(), done.stdout


def page(tmp_path, body, start="Start."):
    """The draft and the lists of a page with a title and, behind `start`, this in its text."""
    return imported(tmp_path, "page.html", f"<title>Iron</title><main><h1>Iron</h1><p>{start}</p>{body}</main>")


TYPED = {
    "<p>1. First</p><p>2. Second</p>": "1. First\n2. Second",
    "<p>1) First</p><p>2) Second <b>dose</b></p>": "1. First\n2. Second **dose**",
    "<p>· First</p><p>· Second</p>": "- First\n- Second",
    "<p>- First</p><p>- Second</p>": "- First\n- Second",
    "<p><b>1.</b> First</p><p><b>2.</b> Second</p>": "1. First\n2. Second",
    "<p><b>1. First</b> of all</p><p><b>2. Second</b></p>": "1. **First** of all\n2. **Second**",
    "<p><del>1.</del> First</p>": "~~1.~~ First",
    "<ol style='list-style:none'><li>1) First</li><li>2) 5 mg</li></ol>": "1. First\n2. 5 mg",
    "<ul style='list-style-type: none'><li>1. First</li><li>2. Second</li></ul>": "1. First\n2. Second",
}


@pytest.mark.parametrize("body", TYPED)
def test_a_typed_number_becomes_the_one_of_its_item(body, tmp_path):
    draft, _ = imported(tmp_path, "page.html", f"<title>Iron</title><p>Iron</p><p>Start.</p>{body}")
    assert draft == f"Start.\n\n{TYPED[body]}"


RTF = {
    r"{\pntext\f0 1.\tab}{\*\pn\pnlvlbody\pnstart1\pndec{\pntxta.}}First\par {\pntext\f0 2.\tab}Second\par": "1. First\n2. Second",
    r"{\pntext\f0\'B7\tab}{\*\pn\pnlvlblt{\pntxtb\'B7}}First\par {\pntext\f0\'B7\tab}Second\par": "- First\n- Second",
    r"{\pntext 12.\tab}Twelve\par": "12\\. Twelve",
}  # fmt: skip


@pytest.mark.parametrize("body", RTF)
def test_a_number_that_a_word_processor_typed_stands_once(body, tmp_path):
    draft, _ = imported(tmp_path, "page.rtf", r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Iron\par Start.\par " + body + "}")
    assert draft == f"Start.\n\n{RTF[body]}"


@pytest.mark.parametrize(
    "line",
    ["Text: 503-555-0100-0142", "Phone: 503 555 0100 0142", "Reception (503) 555-0100 - 0142", "Phone: 50355501000142",
     "<a href='tel:50355501000142'>Call us</a>"],
)  # fmt: skip
def test_what_may_be_two_numbers_is_listed_and_none_is_taken(line, tmp_path):
    _, said = imported(tmp_path, "page.html", f"<main><h1>Iron</h1><p>Take 5 mg.</p></main><footer><p>{line}</p></footer>")
    assert "left out: 1 line\n" in said and "0142" in said
    assert "0142" not in (tmp_path / "drafts/clinic.yaml").read_text()


@pytest.mark.parametrize("number", ["503-234-5678 ext 12", "+43 1 234567 8901", "0043 1 234567 890123", "020 7946 0958", "503 234 5678"])
def test_one_number_is_taken(number, tmp_path):
    imported(tmp_path, "page.html", f"<main><h1>Iron</h1><p>Take 5 mg.</p></main><footer><p>Phone: {number}</p></footer>")
    assert f'telephone: "{number}"' in (tmp_path / "drafts/clinic.yaml").read_text()


@pytest.mark.parametrize("code", ["quoted-printable", "base64"])
def test_a_mail_as_it_is_sent_is_refused_with_advice(code, tmp_path):
    """Its letters are in a code: "24=C2=A0h" is no time."""
    head = f"Subject: Your visit\nContent-Type: text/plain;\n charset=utf-8\nContent-Transfer-Encoding: {code}\n"
    (tmp_path / "mail.txt").write_text(f"{head}\nFast 24=C2=A0h.\n")
    done = program.run("import", "mail.txt", "--into", tmp_path / "drafts", cwd=tmp_path)
    assert done.returncode == 1 and "open the mail and save what it says" in done.stderr
    (tmp_path / "mail.txt").write_text(f"Subject: Your visit\n\nFast 24 h.\n\n{head}")
    assert program.run("import", "mail.txt", "--into", tmp_path / "drafts", cwd=tmp_path).returncode == 0


def test_places_in_a_picture_are_listed(tmp_path):
    places = '<map name="m"><area alt="Room 4, floor 2" href="/r4"><area alt="Lab"></map>'
    draft, said = page(tmp_path, f"{places}<p>To the end.</p>")
    assert draft == "Start.\n\nTo the end."
    assert "'[Room 4, floor 2] /r4' (a place in a picture that can be pressed)" in said and "'[Lab]' (a place" in said
