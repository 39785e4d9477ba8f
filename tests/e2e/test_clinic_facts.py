"""The clinic's own facts in every product: hours, contact points, locations."""

import pytest

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
    lines = "opening_hours:\n  - Mo-Fr 09:00-17:00\n  - Sa nach Vereinbarung\n"
    result = make("Words.", "--format", "standard", clinic=with_hours(lines))
    assert result.status == 0 and "hours-unread" in result.rules("warning")
    assert "Sa nach Vereinbarung" in pdf.join(pdf.Document(result.pdf("sample")).runs)
