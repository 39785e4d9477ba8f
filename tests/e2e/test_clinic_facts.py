"""The clinic's own facts in every product: hours, contact points, locations."""

import pytest

import lobby_show
import pdf
import program

HOURS = """\
opening_hours:
  - Mon-Fri 9am-12pm, 1pm-5pm
  - Sat 10am to noon
  - Sundays closed
"""
DAYS = ["Monday to Friday", "Saturday", "Sunday"]
TIMES = ["9 am to 12 noon 1 pm to 5 pm", "10 am to 12 noon", "closed"]


def with_hours(lines):
    head, tail = program.CLINIC.split("opening_hours:\n  - Mo-Fr 09:00-17:00\n")
    return head + lines + tail


@pytest.mark.parametrize("name", ["standard", "large", "giant", "brochure", "booklet"])
def test_hours_are_a_table_by_day(make, name):
    result = make("Words.", "--format", name, clinic=with_hours(HOURS))
    assert result.status == 0, result.err
    suffix = "" if name == "standard" else f"-{name}"
    (table,) = pdf.Document(result.pdf("sample", suffix)).root.find("Table")
    headers = table.find("TH")
    assert [" ".join(th.text.split()) for th in headers] == DAYS
    assert [" ".join(td.text.split()) for td in table.find("TD")] == TIMES
    assert {str(th.attribute("/Scope")) for th in headers} == {"/Row"}
    for th, td in zip(headers, table.find("TD")):
        assert [bytes(i) for i in td.attribute("/Headers")] == [bytes(th.raw.ID)]


def test_times_stand_in_a_column_of_their_own(make):
    result = make("Words.", "--format", "standard", clinic=with_hours(HOURS))
    (table,) = pdf.Document(result.pdf("sample")).root.find("Table")
    days = {round(run.x) for th in table.find("TH") for run in list(th.runs)[:1]}
    times = {round(run.x) for td in table.find("TD") for run in list(td.runs)[:1]}
    assert len(days) == 1 and len(times) == 1 and times.pop() > days.pop()


def test_hours_that_nobody_can_read_are_printed_as_written(make):
    lines = "opening_hours:\n  - Mo-Fr 09:00-17:00\n  - Sa nach Bedarf\n"
    result = make("Words.", "--format", "standard", clinic=with_hours(lines))
    assert result.status == 0 and "hours-unread" in result.rules("warning")
    assert "Sa nach Bedarf" in pdf.join(pdf.Document(result.pdf("sample")).runs)


PLACES = """\
contact_points:
  - name: Billing
    telephone: +1 503 234 5680
    fax: +1 503 234 5681
    tty: +1 503 234 5682
    text: +1 503 234 5683
    email: billing@riverside-sleep.org
    opening_hours: [Mon-Thu 9am-4pm, Fri 9am-noon]
    notes: Have your account number at hand.
  - name: Nurse line
    telephone: +1 503 234 5690
    hours: 24/7
locations:
  - name: East Side
    address:
      street_address: 880 East Burnside Street
      address_locality: Portland
    telephone: +1 503 234 5700
  - name: School room
    address:
      lines: [Roosevelt High School, Room 12]
    email: school@riverside-sleep.org
"""
NAMES = ["Billing", "Nurse line", "East Side", "School room"]
WORDS = [
    *NAMES,
    "+1 503 234 5680",
    "+1 503 234 5681",
    "+1 503 234 5682",
    "+1 503 234 5683",
    "billing@riverside-sleep.org",
    "Have your account number at hand.",
    "+1 503 234 5690",
    "Open 24 hours a day, 7 days a week",
    "880 East Burnside Street",
    "+1 503 234 5700",
    "Roosevelt High School",
    "school@riverside-sleep.org",
]
ON_PAPER = ["standard", "large", "giant", "brochure", "booklet"]


@pytest.mark.parametrize("name", ON_PAPER)
def test_points_and_locations_stand_in_every_handout(make, name):
    result = make("Words.", "--format", name, clinic=program.CLINIC + PLACES)
    assert result.status == 0, result.err
    document = pdf.Document(result.pdf("sample", "" if name == "standard" else f"-{name}"))
    found = pdf.squash(pdf.join(document.runs))
    assert [word for word in WORDS if pdf.squash(word) not in found] == []
    headings = [pdf.squash(node.text) for node in document.root.find("H3")]
    assert headings == [pdf.squash(name) for name in NAMES]
    parted = [pdf.squash(node.text) for node in document.root.find("H3") if len(node.parent.pages) > 1]
    assert parted == []


def test_points_and_locations_stand_in_the_show(make):
    result = make("Words.", "--format", "screen", clinic=program.CLINIC + PLACES)
    assert result.status == 0, result.err
    transcript = pdf.squash(lobby_show.transcript(result.directory / "lobby"))
    assert [word for word in WORDS if pdf.squash(word) not in transcript] == []
    show = (result.directory / "lobby/manifest.json").read_text()
    assert "tel:+15032345680" in show and "tel:+15032345700" in show


def test_numbers_of_points_are_known(make):
    body = "Call us on +1 503 234 5680 or +1 503 234 5700."
    result = make(body, "--format", "standard", clinic=program.CLINIC + PLACES)
    assert "fact-unknown" not in result.rules()


ABROAD = """\
name: Praxis Dr. Müller
telephone: +49 30 123456
address: {street_address: Hauptstraße 12, address_locality: Berlin, postal_code: "10115", address_country: DE}
locations:
  - name: Salzburg
    address: {street_address: Getreidegasse 9, address_locality: Salzburg, postal_code: "5020", address_country: AT}
"""


def test_addresses_are_lines_in_the_order_of_their_country(make):
    result = make("Words.", "--format", "standard", clinic=ABROAD)
    assert result.status == 0, result.err
    document = pdf.Document(result.pdf("sample"))
    lines = [pdf.join(line).strip() for line in pdf.lines(document.runs)]
    at_home = lines.index("Hauptstraße 12")
    assert lines[at_home + 1] == "10115 Berlin" and "Germany" not in lines
    abroad = lines.index("Getreidegasse 9")
    assert lines[abroad + 1 : abroad + 3] == ["5020 Salzburg", "Austria"]
