"""What the article's own text says of numbers and hours stays in the article: only the clinic's own facts leave it."""

import re
import subprocess

import pytest
import yaml

import program


def imported(tmp_path, text, name="page.html"):
    whole = f"<html lang=en><title>Iron</title><main><h1>Iron</h1><p>Take 65 mg.</p>{text}</main>"
    (tmp_path / "page.html").write_text(whole)
    if name.endswith("txt"):
        (tmp_path / name).write_text(text)
    elif not name.endswith("html"):
        subprocess.run(["pandoc", "page.html", "-o", name], cwd=tmp_path, check=True)
    done = program.run("import", name, "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return (tmp_path / "drafts/draft.md").read_text(), yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())


def test_a_number_behind_a_question_of_the_article_is_no_fact(tmp_path):
    draft, made = imported(tmp_path, "<p>Rash? <b>503-494-8311</b></p><p>Rest.</p>")
    assert "Rash? **503-494-8311**" in draft and made["telephone"] is None


def test_a_list_of_numbers_is_not_parted(tmp_path):
    rows = "<li>Day: 503-234-5671<li>Night (5 PM–8 AM): 503-234-5672<li>Drain output over 50 mL: 503-234-5673"
    draft, made = imported(tmp_path, f"<h2>Questions</h2><ul>{rows}</ul><h2>Eat</h2><p>Soup.</p>")
    assert "- Day: 503-234-5671\n- Night (5 PM–8 AM): 503-234-5672\n- Drain output over 50 mL: 503-234-5673\n" in draft
    assert [point["name"] for point in made["contact_points"]] == ["Day", "Night (5 PM–8 AM)"]


def test_lines_of_plain_text_that_stay_are_lines_of_their_own(tmp_path):
    draft, made = imported(tmp_path, "Iron\n\nTake 65 mg.\n\nPain line: 503-234-5671\nBleeding: 503-234-5672\n\nRest.\n", "page.txt")
    assert "Pain line: 503-234-5671\\\nBleeding: 503-234-5672\n" in draft
    assert [point["name"] for point in made["contact_points"]] == ["Pain line", "Bleeding"]


def test_among_the_clinics_own_facts_named_numbers_leave_the_text(tmp_path):
    draft, made = imported(tmp_path, "<p>Phone: 503-234-5670</p><p>Nurse line: 503-234-5671</p><p>12 Oak St.</p>")
    assert "503" not in draft and made["telephone"] == "503-234-5670"


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_days_with_bare_numbers_are_no_hours_in_the_text(name, tmp_path):
    lines = ["Insulin", "Mon 8-10", "Tue 10-12", "Wed 8-12"]
    text = "Iron\n\nTake 65 mg.\n\n" + "\n".join(lines) + "\n" if name == "page.txt" else f"<p>{'<br>'.join(lines)}</p>"
    draft, made = imported(tmp_path, text, name)
    assert "\\\n".join(lines) in draft and made["opening_hours"] is None


@pytest.mark.parametrize("beside", ["503-234-5670", "Sunday closed"])
def test_beside_other_facts_or_a_closed_day_they_are(beside, tmp_path):
    draft, made = imported(tmp_path, f"<p>Tue 10-12<br>{beside}</p>")
    assert "Tue" not in draft and made["opening_hours"][0] == "Tu 10:00-12:00"


def test_a_number_that_the_text_announces_is_no_fact(tmp_path):
    draft, made = imported(tmp_path, "<p>Call the pharmacy:</p><p>503-234-9999</p><p>Rest.</p>")
    assert "Call the pharmacy:\n\n503-234-9999\n\nRest." in draft and made["telephone"] is None


def test_hours_that_only_partly_can_be_read_stay_below_their_heading(tmp_path):
    draft, made = imported(tmp_path, "<h2>Rest</h2><p>8 h.</p><h2>Opening hours</h2><p>Mon-Fri 8-12<br>Sat 9-11</p>")
    assert "## Opening hours\n\nMon-Fri 8-12\\\nSat 9-11\n" in draft and made["opening_hours"] == ["Mo-Fr 08:00-12:00"]


@pytest.mark.parametrize(("foot", "hours"), [("<p>Mon-Fri 9-5</p>", ["Mo-Fr 09:00-17:00"]), ("", None)])
def test_beside_the_clinics_own_in_the_foot_others_in_the_text_are_not_its(foot, hours, tmp_path):
    group = "<h2>Support groups</h2><p>Hearing Loss Assoc.</p><p>301-657-2248</p><p>Open Mon-Fri 10-6</p>"
    draft, made = imported(tmp_path, f"{group}</main><footer><p>503-234-5678</p>{foot}</footer>")
    assert "Hearing Loss Assoc.\n\n301-657-2248\n\nOpen Mon-Fri 10-6\n" in draft
    assert made["telephone"] == "503-234-5678" and made["opening_hours"] == hours


def test_a_fax_with_words_of_the_article_stays_there(tmp_path):
    draft, made = imported(tmp_path, "<p>Fax forms to 503-234-5671</p><p>Tea.</p>")
    assert "\n\nFax forms to 503-234-5671\n\n" in draft and made["contact_points"][0]["fax"] == "503-234-5671"


FOOT = "</main><footer><p>Phone 970-325-4000</p><p>Mon–Fri 8–5</p></footer>"


@pytest.mark.parametrize("lab", ["<p>Hours: Mon–Fri 6:30–11 am</p><p>Phone: 970-249-2000</p>", "<p>Fax: 970-249-2001<br>Phone: 970-249-2000</p>", "<table><tr><td>Mon<td>8-10<tr><td>Tue<td>8-12</table>"])
def test_what_the_foot_says_otherwise_stays_below_its_heading(lab, tmp_path):
    draft, made = imported(tmp_path, f"<h2>Lab</h2>{lab}<h2>Eat</h2><p>Soup.</p>{FOOT}")
    assert made["telephone"] == "970-325-4000" and made["opening_hours"] == ["Mo-Fr 08:00-17:00"]
    below = draft.split("## Lab")[1].split("## Eat")[0]
    assert ("970-249-2000" in below or "| Tue | 8-12 |" in below) and "contact_points" not in made


def test_in_plain_text_too(tmp_path):
    text = "AFTER YOUR BIOPSY\n\nKeep dry 24 h.\n\nPATHOLOGY LAB\nPhone: 212-305-2000\nHours: Mon-Fri 7-3\n\nRest 2 days.\n\n--\nHudson Derm | 212-305-1000 | 630 W 168th St, New York, NY 10032 | Mon-Thu 9-5\n"
    draft, made = imported(tmp_path, text, "page.txt")
    assert "PATHOLOGY LAB\\\nPhone: 212-305-2000\\\nHours: Mon-Fri 7-3\n" in draft
    assert made["telephone"] == "212-305-1000" and made["opening_hours"] == ["Mo-Th 09:00-17:00"]


def test_struck_facts_are_listed_and_nothing_of_their_line_is_taken(tmp_path):
    foot = "<p>Hours: <del>Mon–Fri 8–5</del> Mon–Thu 8–6</p><p><strike>12 Old Rd, Ouray, CO 81427</strike> 40 Aspen Rd, Ouray, CO 81427</p>"
    _, made = imported(tmp_path, f"</main><footer>{foot}</footer>")
    assert made["opening_hours"] is None and made["address"]["street_address"] is None


def test_an_address_of_the_article_is_not_the_clinics_where_the_foot_says_another(tmp_path):
    center = "<h2>Where</h2><p>Surgery Center</p><address>70 Hospital Rd<br>Durango, CO 81301</address><p>Park in C.</p>"
    draft, made = imported(tmp_path, f"{center}</main><footer><p>Aspen Clinic, 40 Aspen Rd, Ouray, CO 81427</p></footer>")
    assert made["address"]["street_address"] == "40 Aspen Rd, Ouray, CO 81427" and "70 Hospital Rd" in draft


LEFT = "left in the text, as nothing around it says whose it is"
LORE = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"MedicalClinic","name":"Aspen Clinic","telephone":"970-325-4000"}</script>'


@pytest.mark.parametrize("around", ["</main><footer><p>Phone 970-325-4000</p></footer>", f"</main>{LORE}", "</main><header><p>40 Aspen Rd, Ouray, CO 81427</p></header>"])
@pytest.mark.parametrize(("line", "key"), [("Email: forms@state.co.us", "email"), ("Hours: Mon-Fri 10-6", "opening_hours")])
def test_what_nothing_around_the_text_says_stays_there_and_is_listed(around, line, key, tmp_path):
    draft, made = imported(tmp_path, f"<h2>Your form</h2><p>{line}</p><p>Keep a copy.</p>{around}")
    assert f"## Your form\n\n{line}\n\nKeep a copy." in draft and LEFT in draft
    assert not made.get(key) and "contact_points" not in made and (made["telephone"] or made["address"])


@pytest.mark.parametrize("number", ["970-325-4000", "+1 (970) 325-4000"])
def test_beside_what_is_said_around_the_text_it_is_the_clinics(number, tmp_path):
    draft, made = imported(tmp_path, f"<h2>Ask</h2><p>Phone: {number}<br>Email: desk@aspen.example</p></main><footer><p>Phone 970-325-4000</p></footer>")
    assert made["email"] == "desk@aspen.example" and "desk@" not in draft


def test_hours_are_the_same_however_their_days_are_put_together(tmp_path):
    week = "<br>".join(f"{day} 8:00-17:00" for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))
    draft, made = imported(tmp_path, f"<h2>Hours</h2><p>{week}<br>Sunday closed</p></main><footer><p>Mon-Fri 8-5</p></footer>")
    assert "Monday" not in draft and "Su off" in made["opening_hours"]


def test_a_page_with_nothing_around_its_text_says_the_clinics_own_there(tmp_path):
    draft, made = imported(tmp_path, "<h2>Contact</h2><p>Phone: 970-325-4000</p><p>Write to us.</p><p>Email: desk@aspen.example</p>")
    assert made["email"] == "desk@aspen.example" and made["telephone"] == "970-325-4000"


@pytest.mark.parametrize("hours", ["<p>Tuesdays 6:00-7:30 pm</p>", "<table><tr><th>Day<th>Time<tr><td>Monday<td>8 am-noon<tr><td>Tuesday<td>1-3 pm</table>"])
def test_hours_alone_below_a_heading_are_of_what_it_says(hours, tmp_path):
    draft, made = imported(tmp_path, f"<h2>Class</h2>{hours}<h2>Bring</h2><p>Tea.</p>")
    assert made["opening_hours"] is None and "Tuesday" in draft.split("## Class\n")[1].split("## Bring")[0] and LEFT in draft


@pytest.mark.parametrize("around", ["<h2>Opening hours</h2><p>Mon 8:00-17:00</p>", "<h2>When we are open</h2><p>Mon 8:00-17:00</p>", "<h2>Visit</h2><p>Mon 8:00-17:00</p><p>Phone: 503-234-5678</p>"])
def test_below_a_label_or_beside_other_facts_they_are_the_clinics(around, tmp_path):
    assert imported(tmp_path, around)[1]["opening_hours"] == ["Mo 08:00-17:00"]


DOSES = "<p>The class runs:</p><p>Mon 10:00-12:00</p><p>Wed 10:00-12:00</p>", "<ul><li>Monday 10:00-12:00</li><li>Wed 8 a.m.-noon</li></ul>", "<p>Tuesday 8am–9am</p><p>5 mg</p>", "<table><tr><td>Monday<td>8am-6pm<tr><td>Tuesday<td>8am-6pm</table>", "<table><caption>Infusion hours</caption><tr><td>Monday<td>8am-6pm<tr><td>Tuesday<td>8am-6pm</table>"


@pytest.mark.parametrize("text", DOSES)
def test_days_and_times_of_the_text_that_nothing_calls_hours_stay_and_are_listed(text, tmp_path):
    draft, made = imported(tmp_path, text)
    assert made["opening_hours"] is None and LEFT in draft
    assert all(words in draft for words in ("Mon", "Wed", "Tue") if words in text)


WEEK = "<table><tr><td>Monday<td>8am-6pm<tr><td>Tuesday<td>8am-6pm</table>"
CALLED = {
    f"<table><caption>Our opening hours</caption>{WEEK[7:]}": ["Mo 08:00-18:00", "Tu 08:00-18:00"],
    f"<h2>Clinic hours</h2><p>Please come early.</p>{WEEK}": ["Mo 08:00-18:00", "Tu 08:00-18:00"],
    f"<table><tr><th>Day<th>Hours</tr>{WEEK[7:]}": ["Mo 08:00-18:00", "Tu 08:00-18:00"],
    "<h2>Our hours</h2><p>8am - 5pm<br>Monday - Friday<br>9am - 1pm<br>Saturday</p>": ["Mo-Fr 08:00-17:00", "Sa 09:00-13:00"],
    "<h2>Infusion hours</h2><p>Mon-Fri 8-5</p>": None,
    "<h2>Summer hours</h2><p>Mon-Fri 8-5</p>": None,
}


@pytest.mark.parametrize("text", CALLED)
def test_a_caption_a_heading_or_the_head_of_a_column_may_call_them_the_clinics(text, tmp_path):
    draft, made = imported(tmp_path, text)
    assert made["opening_hours"] == CALLED[text] and (CALLED[text] or LEFT in draft)


SAID = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"MedicalClinic","name":"Aspen Clinic","telephone":"970-325-4000","openingHours":"Mo-Fr 08:00-17:00"}</script>'


@pytest.mark.parametrize("around", [FOOT, f"</main>{SAID}"])
def test_what_the_page_says_otherwise_of_the_clinic_is_listed_as_such(around, tmp_path):
    draft, made = imported(tmp_path, f"<h2>Ask us</h2><p>Phone: 970-325-9999</p><p>Hours: Mon-Fri 9-4</p>{around}")
    assert made["telephone"] == "970-325-4000" and made["opening_hours"] == ["Mo-Fr 08:00-17:00"]
    listed = [line for line in draft.splitlines() if "the page says it otherwise of the clinic" in line]
    assert len(listed) == 2 and "970-325-9999" in listed[0] and "Mon-Fri 9-4" in listed[1]


COUNTED = "1 2 3 4 5 6 7 8 9 10", "65 130 195 260", "5 10 25 50 100 250", "12.03.2026 10.30", "01/03/2026 - 15/03/2026"


@pytest.mark.parametrize("around", [FOOT, "</main>"])
def test_figures_that_count_or_are_dates_are_no_numbers_to_call(around, tmp_path):
    steps = "".join(f"<h2>Step</h2><p>{figures}</p>" for figures in COUNTED)
    draft, made = imported(tmp_path, f"{steps}<p>Phone: 970-325-9999</p>{around}")
    assert all(f"## Step\n\n{figures}\n" in draft and draft.count(figures) == 1 for figures in COUNTED)
    assert made["telephone"] == ("970-325-4000" if around == FOOT else "970-325-9999") and "contact_points" not in made


def point(name, telephone):
    return {"name": name, "telephone": telephone}


@pytest.mark.parametrize("hours", ["", "<p>Mon-Fri 9-6</p>"])
def test_a_number_alone_below_a_heading_of_something_else_is_that_ones(hours, tmp_path):
    draft, made = imported(tmp_path, f"<h2>Pharmacy</h2><p>503-234-5678</p>{hours}<h2>Eat</h2><p>Soup.</p>")
    assert made["contact_points"] == [point("Pharmacy", "503-234-5678")] and not made["telephone"] and not made["opening_hours"]
    assert "## Pharmacy\n\n503-234-5678\n" in draft


@pytest.mark.parametrize("heading", ["Contact us", "Questions?", "When to call", "Iron Clinic"])
def test_below_a_heading_that_may_be_the_clinics_it_is_the_clinics(heading, tmp_path):
    assert imported(tmp_path, f"<h2>{heading}</h2><p>503-234-5678</p>")[1]["telephone"] == "503-234-5678"


@pytest.mark.parametrize("around", [FOOT, "</main>"])
def test_numbers_below_the_heading_of_a_person_are_the_persons(around, tmp_path):
    roe, ray = "<h2>Dr. Jane Roe</h2><p>Heart and lungs.</p><p>Direct line: 503-234-5671</p>", "<h2>Ann Ray, FNP-C</h2><p>Direct line: 503-234-5672</p>"
    draft, made = imported(tmp_path, f"{roe}{ray}<h2>Eat</h2><p>Soup.</p>{around}")
    assert made["contact_points"] == [point("Dr. Jane Roe: Direct line", "503-234-5671"), point("Ann Ray, FNP-C: Direct line", "503-234-5672")]
    assert "## Ann Ray, FNP-C\n\nDirect line: 503-234-5672\n" in draft


RING = "<p>Ring us on 212 503 0100</p><p>Phone: 212 503 7000</p><p>Mon–Fri 8–5</p>"


@pytest.mark.parametrize("line", [RING, "<p>Phone: 212 503 7000</p>", "<p>Call <a href='tel:2125037000'>212 503 7000</a></p>", "<p>Email: ill@aspen.example</p>"])
@pytest.mark.parametrize("kind", ["html", "odt", "docx"])
def test_what_stands_below_a_heading_of_the_text_is_no_fact_of_the_clinic(kind, line, tmp_path):
    draft, made = imported(tmp_path, f"<h2>Fever over 38.5 °C</h2>{line}", f"page.{kind}")
    assert not made["telephone"] and not made.get("email") and not made["opening_hours"]
    below = draft.split("## Fever over 38.5 °C")[1]
    assert all(words in below for words in re.findall(r"212 503 \d+|Mon–Fri 8–5|ill@\S+example", line))
    assert ("212 503 7000" in line) == ({"name": "Fever over 38.5 °C", "telephone": "212 503 7000"} in made.get("contact_points", []))


@pytest.mark.parametrize(("head", "gone"), [("Contact us", True), ("Opening hours", True), ("If pain gets worse, call", False)])
def test_a_heading_of_facts_goes_with_them_or_is_listed(head, gone, tmp_path):
    draft, made = imported(tmp_path, f"<h2>{head}</h2><p>Phone: 212 503 7000</p><p>Hours: Mon–Fri 8–5</p>")
    assert made["telephone"] == "212 503 7000" and made["opening_hours"] == ["Mo-Fr 08:00-17:00"]
    assert (f"## {head}" not in draft) == gone
    assert f"'{head}': a heading with nothing below it" in draft or gone


def test_a_line_with_a_number_to_call_is_no_heading(tmp_path):
    draft, _ = imported(tmp_path, "Iron\n\nTake 65 mg.\n\nFever over 38.5 °C\n\nRing us on 212 503 0100\n\nRest for 2 days.\n", "page.txt")
    assert "\n\nRing us on 212 503 0100\n\nRest" in draft
