"""Tables of hours by days in rows or in columns, with halves of the day apart: all of it is read, or none."""

import pytest
import yaml

import program


def table(*rows):
    cells = ["".join(f"<{tag}>{cell}</{tag}>" for cell in row) for tag, row in zip(["th"] + ["td"] * len(rows), rows)]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def imported(tmp_path, body, lang="en"):
    page = f"<html lang={lang}><meta charset=utf-8><title>Iron</title><main><h1>Iron</h1><p>Take 65 mg.</p>{body}</main>"
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = tmp_path / "drafts/clinic.yaml"
    facts = yaml.safe_load(made.read_text()) if made.exists() else {}
    return facts.get("opening_hours"), (tmp_path / "drafts/draft.md").read_text(), done.stdout


TABLES = {
    "halves of the day in rows": (
        "en", table(["", "Mon", "Tue", "Wed"], ["AM", "8-12", "8-12", "closed"], ["PM", "1-5", "1-7", "closed"]),
        ["Mo 08:00-12:00,13:00-17:00", "Tu 08:00-12:00,13:00-19:00", "We off"]),
    "one row": ("en", table(["", "Mon", "Tue", "Sat"], ["", "8-5", "8-5", "closed"]), ["Mo 08:00-17:00", "Tu 08:00-17:00", "Sa off"]),
    "words for halves": (
        "es", table(["", "Lunes", "Martes", "Viernes"], ["Mañanas", "9 a 13", "9 a 13", "9 a 13"], ["Tardes", "4 a 8", "4 a 8", "cerrado"]),
        ["Mo 09:00-13:00,16:00-20:00", "Tu 09:00-13:00,16:00-20:00", "Fr 09:00-13:00"]),
    "signs": (
        "ja", table(["", "月", "水", "日・祝"], ["9:00～12:00", "●", "●", "休"], ["15:00～18:00", "●", "－", "休"]),
        ["Mo 09:00-12:00,15:00-18:00", "We 09:00-12:00", "Su,PH off"]),
    "halves in columns": (
        "fr", table(["", "Matin", "Après-midi"], ["Lundi", "8h30 – 12h", "14h – 18h"], ["Mardi", "8h30 – 12h", "Fermé"]),
        ["Mo 08:30-12:00,14:00-18:00", "Tu 08:30-12:00"]),
    "ends in columns, by the caption": (
        "en", "<p>Clinic hours</p><table><tr><td>Mon</td><td>8:00 AM</td><td>5:00 PM</td></tr>"
        "<tr><td>Tue</td><td>8:00 AM</td><td>7:00 PM</td></tr></table>", ["Mo 08:00-17:00", "Tu 08:00-19:00"]),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_hours_is_read(name, tmp_path):
    lang, body, hours = TABLES[name]
    found, draft, said = imported(tmp_path, body, lang)
    assert found == hours, said
    assert "|" not in draft and "Clinic hours" not in draft


OTHERS = {
    "doses": table(["", "Mon", "Tue", "Wed"], ["8 am", "5 mg", "5 mg", "10 mg"], ["8 pm", "5 mg", "5 mg", "10 mg"]),
    "something else in the rows": table(["", "Mon", "Tue", "Wed"], ["Blood draw", "8-12", "8-12", "8-12"]),
    "a sign that nobody explains": table(["", "Mon", "Tue", "Wed"], ["9:00-12:00", "●", "▲", "●"]),
    "a dash that may be said of anything": table(["", "Mon", "Tue", "Wed"], ["", "8-5", "8-5", "–"]),
    "one cell in words": table(["", "Mon", "Tue", "Wed"], ["AM", "8-12", "8-12", "ask us"]),
}


@pytest.mark.parametrize("name", OTHERS)
def test_another_table_stays_in_the_text(name, tmp_path):
    found, draft, _ = imported(tmp_path, OTHERS[name])
    assert not found and "| Mon | Tue | Wed |" in draft


def test_days_of_another_table_are_not_drawn_to_the_hours(tmp_path):
    hours = table(["", "Mon", "Tue", "Wed"], ["AM", "8-12", "8-12", "closed"])
    found, draft, _ = imported(tmp_path, f"{hours}<h2>Lab</h2><table><tr><td>Mon-Fri</td><td>7-11 am</td></tr></table>")
    assert len(found) == 3 and "Mon-Fri\n\n7-11 am" in draft
