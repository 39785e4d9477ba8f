"""Several places of a clinic on one page, which nothing but their names and the page's elements part, are `locations` of
clinic.yaml, each with what is said of it; where they cannot be told apart, nothing is put together."""

import json
import subprocess

import pytest
import yaml

import program

NORTH = {
    "name": "North Clinic",
    "address": {"street_address": "12 Oak St, Salem, OR 97301"},
    "telephone": "503-362-1100",
    "opening_hours": ["Mo-Fr 08:00-17:00"],
}
SOUTH = {
    "name": "South Clinic",
    "address": {"street_address": "400 River Rd S, Salem, OR 97302"},
    "telephone": "503-362-2200",
    "opening_hours": ["Mo-Th 09:00-18:00; Sa 09:00-13:00"],
}
FAX = [{"name": "South Clinic", "fax": "503-362-2201"}]
PLACES = (
    ("North Clinic", "12 Oak St", "Salem, OR 97301", "Phone: 503-362-1100", "", "Mon-Fri 8-5"),
    ("South Clinic", "400 River Rd S", "Salem, OR 97302", "Phone: 503-362-2200", "Fax: 503-362-2201", "Mon-Thu 9-6, Sat 9-1"),
)
TEXT = "<h1>Iron</h1><p>Take 65 mg.</p>"


def each(form):
    return "".join(form(*place) for place in PLACES)


def broken(*lines):
    return "<br>".join(line for line in lines if line)


FORMS = {
    "headings": TEXT + "<h2>Offices</h2>" + each(lambda n, *r: f"<h3>{n}</h3>" + "".join(f"<p>{x}</p>" for x in r if x)),
    "bold lines": TEXT + each(lambda n, *r: f"<p><strong>{n}</strong></p><p>{broken(*r)}</p>"),
    "a bold line in its paragraph": TEXT + each(lambda n, *r: f"<p><b>{n}</b><br>{broken(*r)}</p>"),
    "two addresses": TEXT + each(lambda n, a, b, *r: f"<address>{n}<br>{a}<br>{b}</address><p>{broken(*r)}</p>"),
    "columns of the foot": TEXT + "</main><footer><div class=row>" + each(
        lambda n, a, b, *r: f"<div class=col><h4>{n}</h4><p>{a}, {b}</p><p>{broken(*r)}</p></div>") + "</div></footer>",
    "cards": TEXT + "<section>" + each(
        lambda n, *r: f"<div class=card><div>{n}</div><div>{broken(*r)}</div></div>") + "</section>",
    "paragraphs of the foot": TEXT + "</main><footer>" + each(lambda *p: f"<p>{broken(*p)}</p>") + "</footer>",
    "columns of a table": TEXT + "<table><tr>" + each(lambda n, *r: f"<td><h3>{n}</h3>{broken(*r)}</td>") + "</tr></table>",
    "items": TEXT + "<ul>" + each(lambda n, *r: f"<li><strong>{n}</strong><br>{broken(*r)}</li>") + "</ul>",
    "icons": TEXT + each(lambda n, a, b, t, f, h: f"<h3>{n}</h3><p>📍 {a}, {b}</p><p>{t.replace('Phone:', '📞')}</p>"
                         f"<p>{f}</p><p>🕒 {h}</p>"),
}  # fmt: skip


def imported(tmp_path, name):
    done = program.run("import", name, "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text()), done.stdout


def page(tmp_path, body, title="Offices", head=""):
    html = f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{title}</title>{head}</head><body><main>{body}"
    (tmp_path / "page.html").write_text(html)
    return imported(tmp_path, "page.html")


@pytest.mark.parametrize("form", FORMS)
def test_two_places_are_two_locations(form, tmp_path):
    made, said = page(tmp_path, FORMS[form])
    assert made["locations"] == [NORTH, SOUTH]
    assert made["contact_points"] == FAX
    assert not any(made[key] for key in ("name", "telephone", "opening_hours")) and not made["address"]["street_address"]
    assert "write it where it belongs" not in said


AS_TEXT = "IRON\n\nTake 65 mg.\n\n" + each(lambda *p: "\n".join(x for x in p if x) + "\n\n")


def test_paragraphs_of_text_are(tmp_path):
    (tmp_path / "page.txt").write_text(AS_TEXT)
    made, _ = imported(tmp_path, "page.txt")
    assert made["locations"] == [NORTH, SOUTH] and made["contact_points"] == FAX


def test_those_of_a_document_are(tmp_path):
    (tmp_path / "page.html").write_text(FORMS["bold lines"])
    subprocess.run(["pandoc", "-o", "page.docx", "page.html"], cwd=tmp_path, check=True)
    made, _ = imported(tmp_path, "page.docx")
    assert made["locations"] == [NORTH, SOUTH] and made["contact_points"] == FAX


def test_labelled_numbers_say_whose_they_are(tmp_path):
    body = TEXT + each(lambda n, *r: f"<h3>{n}</h3><p>{broken(*r)}<br>Nurse line: {r[2][-12:-4]}9999</p>")
    made, _ = page(tmp_path, body)
    assert made["contact_points"] == [
        {"name": "North Clinic: Nurse line", "telephone": "503-362-9999"},
        {"name": "South Clinic", "fax": "503-362-2201"},
    ]


def test_what_is_said_of_all_is_of_none(tmp_path):
    body = TEXT + FORMS["headings"] + "<h2>Billing</h2><p>Billing: 503-362-7777</p>"
    made, _ = page(tmp_path, body)
    assert made["locations"] == [NORTH, SOUTH]
    assert {"name": "Billing", "telephone": "503-362-7777"} in made["contact_points"]


def test_the_place_whose_number_the_head_has_is_the_clinic(tmp_path):
    head = "</main><header><p>Call us: (503) 362-1100</p></header><main>"
    made, _ = page(tmp_path, head + FORMS["headings"])
    assert made["telephone"] == "(503) 362-1100" and made["locations"] == [SOUTH]
    assert made["address"]["street_address"] == NORTH["address"]["street_address"]
    assert made["opening_hours"] == NORTH["opening_hours"]


@pytest.mark.parametrize("rows", [(0, 1, 2, 3, 5), (1, 2, 0, 3, 5)])
def test_rows_of_names_streets_and_numbers_are_not_put_together(rows, tmp_path):
    table = "".join("<tr>" + each(lambda *p: f"<td>{p[row]}</td>") + "</tr>" for row in rows)
    made, _ = page(tmp_path, TEXT + f"</main><footer><table>{table}</table></footer>")
    assert not made.get("locations")


def test_addresses_of_others_in_the_text_stay_there(tmp_path):
    body = TEXT + each(lambda n, a, b, t, *r: f"<h3>{n}</h3><p>{a}, {b}</p><p>Ask for {n}.</p>")
    made, said = page(tmp_path, body)
    assert not made.get("locations")
    assert "400 River Rd S, Salem, OR 97302" in (tmp_path / "drafts/draft.md").read_text()


HEADS = ("Office", "Address", "Phone", "Fax", "Hours")
CELLS = [(n, f"{a}, {b}", t[-12:], f[-12:] or "—", h) for n, a, b, t, f, h in PLACES]


@pytest.mark.parametrize("turned", [False, True])
def test_a_table_of_places_is(turned, tmp_path):
    rows = list(zip(HEADS, *CELLS, strict=True)) if turned else [HEADS, *CELLS]
    table = "".join("<tr>" + "".join(f"<{t}>{x}</{t}>" for x in row) + "</tr>" for t, row in zip(["th"] + 9 * ["td"], rows, strict=False))
    made, _ = page(tmp_path, f"{TEXT}<table>{table}</table>")
    assert made["locations"] == [NORTH, SOUTH] and made["contact_points"] == FAX
    assert "503-362" not in (tmp_path / "drafts/draft.md").read_text()


def test_a_table_with_more_than_facts_stays_in_the_text(tmp_path):
    rows = [HEADS, CELLS[0], (*CELLS[1][:4], "Ask for Ruth")]
    table = "".join("<tr>" + "".join(f"<td>{x}</td>" for x in row) + "</tr>" for row in rows)
    made, _ = page(tmp_path, f"{TEXT}<table>{table}</table>")
    assert not made.get("locations")
    assert "Ask for Ruth" in (tmp_path / "drafts/draft.md").read_text()


def test_the_fax_that_machines_are_told_of_a_place_is_a_point(tmp_path):
    clinics = [{"@type": "MedicalClinic", "name": n, "telephone": t[-12:], "faxNumber": f[-12:], "address": f"{a}, {b}"} for n, a, b, t, f, h in PLACES]
    head = f"<script type='application/ld+json'>{json.dumps(clinics)}</script>"
    made, _ = page(tmp_path, TEXT, head=head)
    assert made["telephone"] == NORTH["telephone"] and made["contact_points"] == FAX


def test_hours_that_nobody_could_read_stand_at_their_place(tmp_path):
    body = FORMS["headings"].replace("<p>Mon-Thu 9-6, Sat 9-1</p>", "<p>Mon-Thu 9-6, Sat 9-1</p><p>Closed for lunch 12-1</p>")
    page(tmp_path, body)
    text = (tmp_path / "drafts/clinic.yaml").read_text()
    assert "      - Mo-Th 09:00-18:00; Sa 09:00-13:00\n      # - Closed for lunch 12-1 (line 1, not read" in text


def test_numbers_of_places_that_cannot_be_told_apart_stay_in_the_text(tmp_path):
    towns = (("Clínica Norte", "Av. Insurgentes 1500<br>Tlalnepantla, 54020", "55 1234 5678"), ("Clínica Sur", "Calle 5 de Mayo 22", "55 8765 4321"))
    body = TEXT + "".join(f"<h2>{name}</h2><p>{street}</p><p>Tel. {number}</p><p>Mon-Fri 8-5</p>" for name, street, number in towns)
    made, said = page(tmp_path, body + "<h2>Doses</h2><p>65 mg</p></main><footer>Tel. 55 1111 2222</footer>")
    draft = (tmp_path / "drafts/draft.md").read_text()
    assert made["telephone"] == "55 1111 2222" and not made["opening_hours"] and not made.get("locations")
    assert all(f"Tel. {number}" in draft for _, _, number in towns) and draft.count("Mon-Fri 8-5") == 2
    assert said.count("left in the text: write it in clinic.yaml where it belongs") == 2


def test_the_country_below_the_code_belongs_to_the_address(tmp_path):
    made, _ = page(tmp_path, TEXT + "<address>12 Oak St<br>Salem, OR 97301<br>USA</address>")
    assert made["address"]["street_address"] == "12 Oak St, Salem, OR 97301, USA"


def test_places_with_hours_and_one_number_for_all_are(tmp_path):
    body = TEXT + "<p>Main: 503-362-1000</p>" + each(lambda n, a, b, t, f, h: f"<p><strong>{n}</strong></p><p>{a}, {b}</p><p>{h}</p>")
    made, _ = page(tmp_path, body)
    assert made["telephone"] == "503-362-1000" and not made["opening_hours"]
    assert made["locations"] == [{key: place[key] for key in place if key != "telephone"} for place in (NORTH, SOUTH)]


def test_a_slash_behind_the_code_of_a_town_parts_no_number(tmp_path):
    made, _ = page(tmp_path, TEXT + "</main><footer><p>Fax 030 / 234 56 79</p><p>Billing: 503-362-1100 / 503-362-1101</p></footer>")
    assert {"name": "Fax", "fax": "030 / 234 56 79"} in made["contact_points"]
    assert [point["name"] for point in made["contact_points"]].count("Billing") == 2


OFFICES = [("Salem", "503-362-1100", "503-362-1101"), ("Keizer", "503-362-2200", "503-362-2201")]
WAYS = [{"name": n, "telephone": t, "fax": f} for n, t, f in OFFICES]


def ways(head, rows=OFFICES):
    return "<table>" + "".join("<tr>" + "".join(f"<td>{x}" for x in row) for row in [(head, "Phone", "Fax"), *rows]) + "</table>"


@pytest.mark.parametrize(("text", "foot"), [("", ways("Office")), ("", ways("Where")), (ways("Office"), "")])
def test_a_table_that_tells_what_is_in_its_columns_gives_points(text, foot, tmp_path):
    made, _ = page(tmp_path, f"{TEXT}{text}</main><footer>{foot}</footer>")
    assert made["contact_points"] == WAYS and not made["telephone"] and not made.get("locations")
    assert "Keizer" not in (tmp_path / "drafts/draft.md").read_text()


def test_such_a_table_of_others_stays_in_the_text(tmp_path):
    made, _ = page(tmp_path, f"{TEXT}<p>Phone: 503-362-9999</p>{ways('Lab')}")
    assert "contact_points" not in made and "| Keizer | 503-362-2200 | 503-362-2201 |" in (tmp_path / "drafts/draft.md").read_text()


def test_such_a_table_with_addresses_gives_places(tmp_path):
    rows = [("North Clinic", "12 Oak St, Salem, OR 97301", "503-362-1100"), ("South Clinic", "400 River Rd S, Salem, OR 97302", "503-362-2200")]
    table = ways("Office", rows).replace("<td>Fax", "<td>Phone").replace("<td>Phone", "<td>Address", 1)
    made, _ = page(tmp_path, f"{TEXT}</main><footer>{table}</footer>")
    assert [(place["name"], place["telephone"]) for place in made["locations"]] == [(row[0], row[2]) for row in rows]
