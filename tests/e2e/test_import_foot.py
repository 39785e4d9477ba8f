"""Hours, addresses and numbers of a page's foot as people of many countries write them."""

import json

import pytest
import yaml

import program


def imported(tmp_path, lang, foot, title="Iron"):
    page = f"<html lang={lang}><meta charset=utf-8><title>{title}</title><main><h1>Iron</h1><p>65 mg.</p></main><footer>{foot}</footer>"
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text()), done.stdout


HOURS = {
    ("es", "Horario: L-J 8:00-20:00; V 8:00-15:00; S, D y festivos cerrado"): "Mo-Th 08:00-20:00; Fr 08:00-15:00; Sa,Su,PH off",
    ("es", "L-V 9:00 a 19:00 · S 9:00 a 14:00 · D cerrado"): "Mo-Fr 09:00-19:00; Sa 09:00-14:00; Su off",
    ("es", "Estamos abiertos de lunes a viernes de 8 a 17 h"): "Mo-Fr 08:00-17:00",
    ("fr-CH", "Lu, ma, je, ve : 8h–12h / 14h–18h · Me : 8h–12h"): "Mo,Tu,Th,Fr 08:00-12:00,14:00-18:00; We 08:00-12:00",
    ("pt-BR", "2.ª a 6.ª feira: 8h–20h; sáb.: 8h–12h"): "Mo-Fr 08:00-20:00; Sa 08:00-12:00",
    ("zh-CN", "门诊时间：周一至周五 8:00-12:00，13:30-17:00；周六 8:00-12:00；周日休息"): "Mo-Fr 08:00-12:00,13:30-17:00; Sa 08:00-12:00; Su off",
    ("zh-TW", "門診時間：週一至週五 09:00–12:00、14:00–17:30；週六 09:00–12:00；週日休診"): "Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00; Su off",
    ("ja", "診療時間：月〜金 9:00〜18:00"): "Mo-Fr 09:00-18:00",
    ("ko", "진료시간: 평일 09:00 ~ 18:00"): "Mo-Fr 09:00-18:00",
    ("ht", "Lendi jiska vandredi 8 AM - 5 PM"): "Mo-Fr 08:00-17:00",
    ("en", "We are open Mon–Fri 8 to 5"): "Mo-Fr 08:00-17:00",
    ("en", "Our office is open Monday through Friday from 8:00 a.m. to 5:00 p.m."): "Mo-Fr 08:00-17:00",
    ("en", "Open 7 days a week, 9 am - 9 pm"): "Mo-Su 09:00-21:00",
}  # fmt: skip


@pytest.mark.parametrize(("lang", "line"), HOURS)
def test_hours_are_read(lang, line, tmp_path):
    made, _ = imported(tmp_path, lang, f"<p>{line}</p>")
    assert made["opening_hours"] == [HOURS[lang, line]]


@pytest.mark.parametrize(("lang", "line"), [("es", "V. Pérez 8:00-9:00"), ("fr", "Me Durand 8h-9h"), ("en", "Pharmacy Mon-Fri 9-6")])
def test_letters_of_days_within_other_words_are_none(lang, line, tmp_path):
    made, _ = imported(tmp_path, lang, f"<p>{line}</p>")
    assert made["opening_hours"] is None


ADDRESSES = {
    ("es-MX", "Av. Juárez 1450, Col. Centro, 44100 Guadalajara, Jal."): None,
    ("pt-BR", "Rua das Flores, 120 - Centro - Curitiba - PR - CEP 80010-120"): None,
    ("pl", "ul. Lipowa 12, 00-123 Warszawa"): None,
    ("fr", "12 bis, rue des Tilleuls — 69007 Lyon"): None,
    ("it", "Via Roma 12, 20121 Milano (MI)"): None,
    ("de", "Praxis am Markt · Marktplatz 3 · 72070 Tübingen"): "Marktplatz 3, 72070 Tübingen",
    ("fr-CH", "Centre du Lac, Rue du Lac 7, 1003 Lausanne"): "Rue du Lac 7, 1003 Lausanne",
    ("ja", "〒105-0001 東京都港区虎ノ門1-2-3"): None,
    ("zh-TW", "105 台北市松山區南京東路四段10號"): None,
}  # fmt: skip


@pytest.mark.parametrize(("lang", "line"), ADDRESSES)
def test_addresses_are_read(lang, line, tmp_path):
    made, said = imported(tmp_path, lang, f"<p>{line}</p><p>020 555 01 40</p>", "Iron | Praxis am Markt" if lang == "de" else "Iron | Centre du Lac")
    assert made["address"]["street_address"] == (ADDRESSES[lang, line] or line)
    assert f"'{line}' (only quoted" not in said


@pytest.mark.parametrize(("lang", "line"), [("fr", "Nous sommes 12 — 69007 patients"), ("de", "Seit 1998 · 72070 Patienten"), ("zh-TW", "105 位病人")])
def test_figures_alone_are_no_address(lang, line, tmp_path):
    made, _ = imported(tmp_path, lang, f"<p>{line}</p>")
    assert made["address"]["street_address"] is None


@pytest.mark.parametrize("line", ["Elm Surgery, 4 Elm Road, Leeds LS6 2AB", "Elm Surgery | 4 Elm Road | Leeds LS6 2AB", "Elm Surgery – 4 Elm Road, Leeds LS6 2AB"])
def test_a_line_that_begins_with_the_end_of_the_title_repeats_the_name(line, tmp_path):
    made, _ = imported(tmp_path, "en-GB", f"<p>{line}</p>", "Iron - Elm Surgery")
    assert made["name"] == "Elm Surgery" and made["address"]["street_address"].startswith("4 Elm Road")


def test_two_numbers_that_a_slash_parts_are_two(tmp_path):
    made, _ = imported(tmp_path, "ja", "<p>TEL 03-5550-0140 / FAX 03-5550-0141</p>")
    assert made["telephone"] == "03-5550-0140" and made["contact_points"][0]["fax"] == "03-5550-0141"


def test_an_address_below_its_label_goes_on_to_its_town(tmp_path):
    made, _ = imported(tmp_path, "en", "<dl><dt>Address</dt><dd>220 Maple Avenue</dd><dd>Eugene, OR 97401</dd><dt>Phone</dt><dd>541-234-0140</dd></dl>")
    assert made["address"]["street_address"] == "220 Maple Avenue, Eugene, OR 97401" and made["telephone"] == "541-234-0140"


def test_a_heading_in_the_text_may_be_its_label(tmp_path):
    page = "<html lang=en><title>Dr. Ruiz</title><h1>Dr. Ruiz</h1><h2>Rest</h2><p>Bite 30 min.</p><h2>Visit us</h2><p>77 Pine Street<br>Bend, OR 97701</p><h2>Location</h2><p>2 tablets</p>"
    (tmp_path / "page.html").write_text(page)
    program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    made = yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())
    assert made["address"]["street_address"] == "77 Pine Street, Bend, OR 97701"
    assert "2 tablets" in (tmp_path / "drafts/draft.md").read_text()


def test_a_question_before_a_word_for_calls_is_no_name(tmp_path):
    made, _ = imported(tmp_path, "en", "<p>Questions? Call 541-234-0140</p>")
    assert made["telephone"] == "541-234-0140" and "contact_points" not in made


def test_what_a_line_of_hours_says_beside_them_is_listed(tmp_path):
    made, said = imported(tmp_path, "en", "<p>Mon-Thu 8-5 | Alternate Fridays closed | 541-234-0140</p>")
    assert made["opening_hours"] == ["Mo-Th 08:00-17:00"] and "'Alternate Fridays closed' (only quoted" in said


def test_sentences_of_a_foot_are_read_one_by_one(tmp_path):
    foot = "<p>Two Rivers Clinic, 61 River Rd, Pasco, WA 99301. Phone 509-547-2261. Fax 509-547-2299. We are open Mon-Fri 8-5. Emergencies: 911.</p>"
    made, _ = imported(tmp_path, "en", foot, "Iron | Two Rivers Clinic")
    assert (made["name"], made["telephone"], made["opening_hours"]) == ("Two Rivers Clinic", "509-547-2261", ["Mo-Fr 08:00-17:00"])
    assert made["address"]["street_address"] == "61 River Rd, Pasco, WA 99301"
    assert made["contact_points"] == [{"name": "Fax", "fax": "509-547-2299"}, {"name": "Emergencies", "telephone": "911"}]


def test_a_sentence_of_them_that_cannot_be_read_is_listed(tmp_path):
    hours = "Hours: Monday to Friday 8 am to 5 pm (closed 12 to 1 for lunch). Saturday 9 am to noon. Every other Sunday closed."
    made, said = imported(tmp_path, "en", f"<p>{hours}</p>")
    assert made["opening_hours"] == ['Mo-Fr 08:00-17:00 "closed 12 to 1 for lunch"', "Sa 09:00-12:00"]
    assert "'Every other Sunday closed' (only quoted" in said


@pytest.mark.parametrize("lead", ["Questions? Call us at", "Call", "Call us at", "Need help? Phone"])
def test_words_that_only_call_are_no_name(lead, tmp_path):
    made, said = imported(tmp_path, "en", f"<p>{lead} 541-234-0140, Monday to Friday, 8 am to 5 pm</p>")
    assert made["telephone"] == "541-234-0140" and "contact_points" not in made
    assert made["opening_hours"] is None and ("8 am to 5 pm' (only quoted" in said or "'Mo-Fr 08:00-17:00' (only quoted" in said)


def test_rows_of_numbers_are_numbers(tmp_path):
    rows = "<tr><th>Department<th>Phone<tr><td>Appointments<td>541-234-0140<td>Mon-Fri 8-5<tr><td>Billing<td>541-234-0145<td><tr><td>Records (fax)<td>541-234-0146<td><tr><td>Room<td>12<td>"
    made, said = imported(tmp_path, "en", f"<table>{rows}</table>")
    assert made["contact_points"] == [
        {"name": "Appointments", "telephone": "541-234-0140", "opening_hours": ["Mo-Fr 08:00-17:00"]},
        {"name": "Billing", "telephone": "541-234-0145"},
        {"name": "Records (fax)", "fax": "541-234-0146"},
    ]
    assert "'Room | 12" in said


@pytest.mark.parametrize("label", ["Text us", "Text"])
def test_a_number_to_write_to_is_none_to_call(label, tmp_path):
    made, _ = imported(tmp_path, "en", f"<p>{label}: 541-234-0147</p><p>Text line: 541-234-0148</p>")
    assert made["contact_points"][0]["text"] == "541-234-0147" and made["contact_points"][1]["telephone"] == "541-234-0148"


def test_one_number_for_several_choices_is_several_ways(tmp_path):
    foot = "".join(f"<p>{name}: 212-736-5000, press {n}</p>" for n, name in enumerate(("Appointments", "Refills", "Nurse"), 1))
    made, _ = imported(tmp_path, "en", foot + foot)
    assert [(way["name"], way["notes"]) for way in made["contact_points"]] == [("Appointments", "press 1"), ("Refills", "press 2"), ("Nurse", "press 3")]


@pytest.mark.parametrize("behind", ["(do not leave urgent messages)", "weekdays only"])
def test_words_behind_the_clinics_own_number_are_listed(behind, tmp_path):
    made, said = imported(tmp_path, "en", f"<p>Phone 212-736-5000 {behind}</p>")
    assert made["telephone"] == "212-736-5000" and f"'{behind}' (only quoted" in said


def test_an_extension_in_brackets_is_no_name(tmp_path):
    made, said = imported(tmp_path, "vi", "<p>Điện thoại: 028 3838 4455 (máy lẻ 12)</p>")
    assert made["telephone"] == "028 3838 4455" and "contact_points" not in made and "'máy lẻ 12' (only quoted" in said


def test_hours_of_the_foot_that_contradict_those_for_machines_are_listed(tmp_path):
    lore = '<script type="application/ld+json">{"@context":"https://schema.org","@type":"MedicalClinic","name":"Hill Clinic","openingHours":"Mo-Fr 08:00-17:00"}</script>'
    made, said = imported(tmp_path, "en", f"{lore}<p>Mon-Fri 9-6</p><p>Sat 9-12</p>")
    assert made["opening_hours"] == ["Mo-Fr 08:00-17:00", "Sa 09:00-12:00"]
    assert said.count("'Mon-Fri 9-6' (hours that others of the page contradict") == 1 and "'Sat 9-12'" not in said


AGAIN = {
    "Mon-Wed 8-5<br>Sat 9-12": (["Mo,Tu,We 08:00-17:00", "Sa 09:00-12:00"], 0),
    "Mon 8-5<br>Tue 8-5<br>Sat 9-12": (["Mo,Tu,We 08:00-17:00", "Sa 09:00-12:00"], 0),
    "Mon-Wed 8-5, Sat 9-12": (["Mo-We 08:00-17:00; Sa 09:00-12:00"], 0),
    "Mon-Thu 8-5<br>Sat 9-1": (["Sa 09:00-12:00", "Mo-Th 08:00-17:00"], 1),
    "Mon 8-5<br>Tue 9-5": (["Mo,Tu,We 08:00-17:00", "Sa 09:00-12:00"], 2),
}


@pytest.mark.parametrize("foot", AGAIN)
def test_hours_that_say_the_same_of_some_days_are_no_others(foot, tmp_path):
    """Of what says the same the whole stays; nothing gives way to what others contradict."""
    known = [{"dayOfWeek": ["Monday", "Tuesday", "Wednesday"], "opens": "08:00", "closes": "17:00"}, {"dayOfWeek": "Saturday", "opens": "09:00", "closes": "12:00"}]
    head = f"<script type=application/ld+json>{json.dumps({'@context': 'https://schema.org', '@type': 'MedicalClinic', 'openingHoursSpecification': known})}</script>"
    made, said = imported(tmp_path, "en", f"{head}<p>{foot}</p>")
    assert (made["opening_hours"], said.count("contradict")) == AGAIN[foot]
