"""What a page says beyond the facts that import takes of it is never in a comment of clinic.yaml alone: it is listed, and
hours that could not be read stand beside those that were."""

import json

import pytest
import yaml

import program


def imported(tmp_path, foot, head="", lang="en"):
    page = f"<html lang={lang}><title>Iron</title>{head}<main><h1>Iron</h1><p>Take 65 mg.</p></main><footer>{foot}</footer>"
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "drafts/clinic.yaml").read_text()
    return yaml.safe_load(text), text, done.stdout


QUOTED = "(only quoted in clinic.yaml: write it where it belongs)"


def test_a_second_number_is_listed_and_stands_below_the_first(tmp_path):
    foot = "<div><p>541-234-5678<br>Mon-Fri 8-5</p></div><div><p>541-234-9999<br>Mon-Thu 9-4</p></div>"
    made, text, said = imported(tmp_path, foot)
    assert made["telephone"] == "541-234-5678"
    assert 'telephone: "541-234-5678"\n  # 541-234-9999 (one more: write it where it belongs)\n' in text
    assert f"'541-234-9999' {QUOTED}" in said and f"'541-234-5678' {QUOTED}" not in said


def test_a_second_address_is_no_line_of_the_first(tmp_path):
    places = "<address>12 Oak St<br>Salem, OR 97301</address><p>Ring twice.</p><address>400 River Rd S<br>Salem, OR 97302</address>"
    made, text, said = imported(tmp_path, places)
    assert made["address"]["street_address"] == "12 Oak St, Salem, OR 97301"
    assert "  # 400 River Rd S (one more: write it where it belongs)\n" in text
    assert f"'400 River Rd S' {QUOTED}" in said and f"'Salem, OR 97302' {QUOTED}" in said


def test_lines_of_an_address_that_end_with_commas_have_one(tmp_path):
    made, _, _ = imported(tmp_path, "<address>The Surgery, 4 High Street,<br>Little Wenlock,<br>Telford TF6 5BH</address>")
    assert made["address"]["street_address"] == "The Surgery, 4 High Street, Little Wenlock, Telford TF6 5BH"


@pytest.mark.parametrize(
    ("line", "lost"),
    [("Tel: 503 234 5678 | Prescription line: 503 234 5679 (10am–12noon)", "Prescription line: 503 234 5679 (10am–12noon)"),
     ("Mon-Fri 8-5 | Sat mornings from 9 | 503 234 5678", "Sat mornings from 9"),
     ("Phone: 503 234 5678 — Emergency: 15", "Emergency: 15")],
)  # fmt: skip
def test_a_part_of_a_line_that_is_no_fact_is_listed(line, lost, tmp_path):
    made, _, said = imported(tmp_path, f"<p>{line}</p>")
    assert made["telephone"] == "503 234 5678"
    assert [found for found in said.splitlines() if lost in found and QUOTED in found]


UNREAD = {
    "es": ("M y J 8:00-20:00 h", "Sábados 9-14 h", "Domingos cerrado"),
    "zh": ("药房：周一至周五 8:00-17:00", "周六 8:00-12:00", "周日休息"),
    "en": ("Walk-ins: Sat 8am-noon", "Mon-Fri 9-5", "Sunday closed"),
}


@pytest.mark.parametrize("lang", UNREAD)
def test_hours_that_nobody_could_read_stand_beside_those_that_were(lang, tmp_path):
    unread, *read = UNREAD[lang]
    made, text, said = imported(tmp_path, "".join(f"<p>{line}</p>" for line in (unread, *read)), lang=lang)
    assert len(made["opening_hours"]) == 2
    assert f"  # - {unread} (line 1, not read: write it as the others)\n" in text
    assert f"'{unread}' (part of the page's foot)" in said


@pytest.mark.parametrize(("lang", "line"), [("zh", "药房：周一至周五 8:00-17:00"), ("en", "Pharmacy: Mon-Fri 9-6")])
def test_hours_of_something_unknown_are_quoted_where_the_clinics_would_stand(lang, line, tmp_path):
    made, text, said = imported(tmp_path, f"<p>503 234 5678</p><p>{line}</p>", lang=lang)
    assert made["opening_hours"] is None and f"  # - {line} (line 1, not read: write it as the others)\n" in text
    assert f"'{line}' (part of the page's foot)" in said


def test_times_of_one_day_in_two_lines_are_both_its_own(tmp_path):
    foot = "<dl><dt>Monday</dt><dd>9:00 AM – 12:30 PM</dd><dd>1:30 PM – 5:00 PM</dd><dt>Tuesday</dt><dd>0900-1700</dd></dl>"
    made, _, said = imported(tmp_path, foot)
    assert made["opening_hours"] == ["Mo 09:00-12:30,13:30-17:00", "Tu 09:00-17:00"]
    assert "1:30" not in said


def test_a_day_whose_times_nobody_gave_does_not_get_those_of_the_next(tmp_path):
    times = "Mo 08:00-17:00, We , Th 08:00-20:00, , "
    clinic = {"@context": "https://schema.org", "@type": "LocalBusiness", "name": "Hill Clinic", "openingHours": times}
    made, text, _ = imported(tmp_path, "", f'<script type="application/ld+json">{json.dumps(clinic)}</script>')
    assert made["opening_hours"] is None
    assert "# - openingHours: Mo 08:00-17:00, We , Th 08:00-20:00" in text


@pytest.mark.parametrize("line", ["© 2026 por Clínica Sol. Todos os direitos reservados.", "© 2026 by Clínica Sol"])
def test_a_small_word_before_the_owner_is_no_part_of_the_name(line, tmp_path):
    made, _, _ = imported(tmp_path, f"<p>{line}</p>", lang="pt")
    assert made["name"] == "Clínica Sol"


def test_two_numbers_do_not_become_one_with_the_other_in_its_name(tmp_path):
    made, _, said = imported(tmp_path, "<p>Poison control 1-800-222-1222; Crisis Lifeline 988</p>")
    assert "contact_points" not in made and "1-800-222-1222; Crisis Lifeline 988" in said


@pytest.mark.parametrize("sign", ["&#039;", "&#x27;", "&#39;"])
def test_signs_that_values_for_machines_have_as_in_a_page_are_read(sign, tmp_path):
    clinic = {"@type": "MedicalClinic", "name": f"Women{sign}s Health &ndash; Oak &amp; Elm &#0; &none;"}
    made, _, _ = imported(tmp_path, "", f'<script type="application/ld+json">{json.dumps(clinic)}</script>')
    assert made["name"] == "Women's Health – Oak & Elm &#0; &none;"


def test_hours_that_say_more_go_before_those_that_machines_are_told(tmp_path):
    times = "<div itemscope itemtype=https://schema.org/MedicalClinic><meta itemprop=telephone content=503-234-5678>"
    times += '<meta itemprop=openingHours content="Mo-Fr 09:00-16:00"><p>Open Mon–Fri, 9–4 (closed 12–1)</p><p>Sat 9-12</p><p>Sunday closed</p></div>'
    made, text, _ = imported(tmp_path, times)
    assert made["opening_hours"] == ['Mo-Fr 09:00-16:00 "closed 12–1"', "Sa 09:00-12:00", "Su off"]
    assert "not as above" not in text


def test_mail_addresses_behind_words_of_a_line_of_facts_are_kept(tmp_path):
    foot = '<p>503 234 5678 | <a href="mailto:desk@oak.example?subject=Hi">Write to us</a></p>'
    more = '<p>Fax: 503 234 5679 | <a href="mailto:Desk@oak.example">Mail</a> | <a href="mailto:bills@oak.example">Bills</a></p>'
    made, text, said = imported(tmp_path, foot + more)
    assert made["email"] == "desk@oak.example"
    assert "  # bills@oak.example (one more: write it where it belongs)\n" in text
    assert f"'bills@oak.example' {QUOTED}" in said and "Desk@oak.example" not in text + said


def test_what_machines_alone_are_told_and_nobody_takes_is_listed(tmp_path):
    point = {"@type": "ContactPoint", "telephone": "+1-503-234-5672"}
    times = {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Saturday"], "opens": "08:00", "closes": "12:00"}
    lab = {"@type": "Place", "name": "Mall", "address": "9 Mall Rd", "faxNumber": "503-999-0000", "openingHoursSpecification": times}
    clinic = {"@type": "MedicalClinic", "name": "Hill Clinic", "telephone": "503-234-5678", "contactPoint": [point]}
    said = [clinic, {"@type": "Event", "location": lab}, {"@type": "Person", "name": "Jo", "telephone": "(503) 234 5678"}]
    made, _, listed = imported(tmp_path, "", f'<script type="application/ld+json">{json.dumps(said)}</script>')
    assert made["telephone"] == "503-234-5678" and "contact_points" not in made
    why = "(said for machines alone, of something that may not be the clinic)"
    for words in ("contactPoint.telephone: +1-503-234-5672", "Mall: 9 Mall Rd", "Mall: 503-999-0000", "location.openingHoursSpecification.opens: Saturday 08:00-12:00"):
        assert f"'{words}' {why}" in listed, listed
    assert "Jo" not in listed


def test_days_that_are_closed_are_taken_beside_hours_of_the_same_line(tmp_path):
    made, _, _ = imported(tmp_path, "<p>503-234-5678 · Open Mon-Fri 9-5, Sat 10-2 · Closed holidays</p>")
    assert made["opening_hours"] == ["Mo-Fr 09:00-17:00; Sa 10:00-14:00", "PH off"]


@pytest.mark.parametrize(("lang", "line"), [("it", "P. IVA 01234567890"), ("pt", "CNPJ 12.345.678/0001-90"), ("fr", "SIRET 123 456 789 00012")])
def test_numbers_of_taxes_are_no_telephones(lang, line, tmp_path):
    made, _, said = imported(tmp_path, f"<p>{line}</p>", lang=lang)
    assert made["telephone"] is None and "contact_points" not in made and line in said


@pytest.mark.parametrize("below", ["frontdesk@hill.example", "www.hill.example", "503-234-5678"])
def test_what_follows_an_address_below_its_label_is_no_part_of_it(tmp_path, below):
    (tmp_path / "a.txt").write_text(f"Sleep well\n\nGo to bed at ten.\n\nVisit us\n4200 North Lamar Boulevard\nPortland, OR 97201-1234\n{below}\n")
    content = program.write_content(tmp_path / "content", {})
    (content / "clinic.yaml").unlink()
    done = program.run("import", "a.txt", "--into", content, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    facts = yaml.safe_load((content / "clinic.yaml").read_text())
    assert facts["address"]["street_address"] == "4200 North Lamar Boulevard, Portland, OR 97201-1234"
    assert below in {facts["email"], facts["url"], facts["telephone"]} or below in next(content.glob("*.md")).read_text().replace("\\", "")
