"""Numbers to call keep what they are for: each of a line with its own label, in the languages of the labels."""

import pytest
import yaml

import program


def facts(tmp_path, foot, lang="en"):
    page = f"<html lang={lang}><meta charset=utf-8><title>Iron</title><main><h1>Iron</h1><p>Take 65 mg.</p></main>"
    (tmp_path / "page.html").write_text(f"{page}<footer><p>{foot}</p></footer>")
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = tmp_path / "drafts/clinic.yaml"
    return (yaml.safe_load(made.read_text()) if made.exists() else {}), done.stdout


def point(name, telephone, **more):
    return {"name": name, "telephone": telephone, **more}


LINES = {
    "when it is answered, before it": ("en", "Nurse line (24/7): 503-234-5679", None,
                                       [point("Nurse line", "503-234-5679", opening_hours=["24/7"])]),
    "when it is answered, behind it": ("en", "Nurse line: 503-234-5679 (Mon-Fri 8-5)", None,
                                       [point("Nurse line", "503-234-5679", opening_hours=["Mo-Fr 08:00-17:00"])]),
    "extensions of one number": ("en", "Billing: 503-234-5679 x 12; Lab: 503-234-5679 x 14; Phone: 503-234-5679", "503-234-5679",
                                 [point("Billing", "503-234-5679 x 12"), point("Lab", "503-234-5679 x 14")]),
    "a service of messages in its name": ("es", "Citas por WhatsApp: 503-234-5679", None, [point("Citas por WhatsApp", "503-234-5679")]),
    "text telephones": ("en", "TTY: 711", None, [{"name": "TTY", "tty": "711"}]),
    "behind others": ("en", "Phone 503-234-5678; Fax 503-234-5679; TTY 711", "503-234-5678",
                      [{"name": "Fax", "fax": "503-234-5679"}, {"name": "TTY", "tty": "711"}]),
    "a question before": ("en", "Questions? (503) 234-5678 (nurse line) or (503) 234-5680 (billing)", None,
                          [point("Nurse line", "(503) 234-5678"), point("Billing", "(503) 234-5680")]),
    "words behind a short one": ("en", "Suicide & Crisis Lifeline: 988 (call or text)", None,
                                 [point("Suicide & Crisis Lifeline (call or text)", "988")]),
    "a bracket without a colon": ("en", "Nurse triage (after hours) 503-234-5679", None,
                                  [point("Nurse triage (after hours)", "503-234-5679")]),
    "all day in a label": ("es", "Urgencias 24 h: (33) 3613 2299", None, [point("Urgencias 24 h", "(33) 3613 2299")]),
    "a span in a bracket": ("fr", "Secrétariat : 04 50 45 12 30 (de 8h à 19h)", None,
                            [point("Secrétariat (de 8h à 19h)", "04 50 45 12 30")]),
    "a term with figures": ("en", "<dl><dt>Billing</dt><dd>503-234-5678</dd><dt>Refills (10am–noon)</dt><dd>503-234-5679</dd></dl>",
                            None, [point("Billing", "503-234-5678"), point("Refills (10am–noon)", "503-234-5679")]),
    "what to press": ("en", "Appointments & refills: 503-234-5678, option 2", None,
                      [point("Appointments & refills", "503-234-5678", notes="option 2")]),
    "a call at the end": ("en", "For billing questions call 503-234-5681", None,
                          [point("For billing questions", "503-234-5681")]),
    "nothing but calls": ("en", "Call or text 503-234-5681", None, [point("Call or text", "503-234-5681")]),
    "two for one thing": ("pt", "Agendamento: (11) 3333-4444 / (11) 3333-4445", None,
                          [point("Agendamento", "(11) 3333-4444"), point("Agendamento", "(11) 3333-4445")]),
    "a dash between": ("fr", "Tél. : 01 42 68 53 00 – Fax : 01 42 68 53 01", "01 42 68 53 00",
                       [{"name": "Fax", "fax": "01 42 68 53 01"}]),
    "a wide blank between": ("ru", "тел. 8 (495) 123-45-67     факс 8 (495) 123-45-68", "8 (495) 123-45-67",
                             [{"name": "Факс", "fax": "8 (495) 123-45-68"}]),
    "a word for and": ("es", "Tel. 91 445 66 77 (citas) y 91 445 66 78 (urgencias)", None,
                       [point("Citas", "91 445 66 77"), point("Urgencias", "91 445 66 78")]),
    "signs of Chinese": ("zh", "预约电话：010-64028899；急诊：010-64028800", None,
                         [point("预约电话", "010-64028899"), point("急诊", "010-64028800")]),
    "words of Chinese": ("zh", "电话 010-64028899 传真 010-64028898", "010-64028899",
                         [{"name": "传真", "fax": "010-64028898"}]),
    "figures in a label": ("zh", "24小时热线：400-820-8820", None, [point("24小时热线", "400-820-8820")]),
    "marks of direction": ("ar", "هاتف: \u200e+971 4 336 7788 | فاكس: \u200e+971 4 336 7799", "+971 4 336 7788",
                           [{"name": "فاكس", "fax": "+971 4 336 7799"}]),
    "words of Vietnamese": ("vi", "Điện thoại: 028 3822 4567 - Hotline: 1900 6789", "028 3822 4567",
                            [point("Hotline", "1900 6789")]),
    "a country's own": ("ru", "Скорая помощь — 103", None, [point("Скорая помощь", "103")]),
    "Europe's": ("de", "Ärztlicher Bereitschaftsdienst: 116 117", None,
                 [point("Ärztlicher Bereitschaftsdienst", "116 117")]),
}  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_each_number_keeps_what_it_is_for(line, tmp_path):
    lang, words, telephone, points = LINES[line]
    made, said = facts(tmp_path, words, lang)
    assert made.get("telephone") == telephone
    assert made.get("contact_points") == points, said


@pytest.mark.parametrize(
    "line",
    ["NPI: 1234567893", "Tax ID: 93-123456789", "Policy no.: 503 234 5678", "License 5032345678", "Emergency room: 210", "Visitors: 120", "Mon-Fri 9-5: 503-234-5678", "12 Oak St: 503-234-5678", "Police: 2019"],
)
def test_what_may_be_anything_else_is_listed_and_no_number(line, tmp_path):
    made, said = facts(tmp_path, line)
    assert not made.get("contact_points") and not made.get("telephone")
    assert f"'{line}' (part of the page's foot)" in said


FOOT = "Iron Clinic &bull; 500 Oak Street, Chicago, IL 60661 &bull; M-F 7:30a-6p &bull; "


def test_two_numbers_of_a_line_with_hours_are_two(tmp_path):
    made, _ = facts(tmp_path, FOOT + "Call 312-263-7000 or text 312-263-7001")
    assert (made["telephone"], made["contact_points"]) == ("312-263-7000", [{"name": "Text", "text": "312-263-7001"}])
    assert made["opening_hours"] == ["Mo-Fr 07:30-18:00"] and made["address"]["street_address"].startswith("500 Oak")


def test_no_number_of_a_line_with_hours_is_in_a_comment_alone(tmp_path):
    made, said = facts(tmp_path, FOOT + "ring 312-263-7000 at Ann 312-263-7444 please")
    assert not made.get("telephone") and "at Ann 312-263-7444 please' (only quoted in clinic.yaml" in said


SPANISH = "Clínica Sol · Calle Mayor 12, 28013 Madrid · Tel. 91 523 45 67 · {} · L-V 9:00–14:00"


def test_hours_behind_a_sign_are_the_clinics_own(tmp_path):
    made, _ = facts(tmp_path, SPANISH.format("Urgencias 24 h: 91 523 45 68"), "es")
    assert made["telephone"] == "91 523 45 67" and made["contact_points"] == [point("Urgencias 24 h", "91 523 45 68")]
    assert made["opening_hours"] == ["Mo-Fr 09:00-14:00"]


def test_a_number_of_such_a_line_that_is_not_certain_is_listed(tmp_path):
    made, said = facts(tmp_path, SPANISH.format("planta 3 con 91 523 45 68 junto al 2"), "es")
    assert "contact_points" not in made and "'planta 3 con 91 523 45 68 junto al 2' (only quoted in clinic.yaml" in said


@pytest.mark.parametrize("word", ["fx", "Facsimile", "Télécopie :", "Télécopieur :"])
def test_a_fax_is_one_in_any_words(word, tmp_path):
    made, _ = facts(tmp_path, f"{word} 802-223-6611")
    assert "telephone" not in made["contact_points"][0] and made["contact_points"][0]["fax"] == "802-223-6611"


def test_a_number_for_text_messages_is_one(tmp_path):
    made, _ = facts(tmp_path, "text 802-223-6690")
    assert made["contact_points"] == [{"name": "Text", "text": "802-223-6690"}] and not made["telephone"]


@pytest.mark.parametrize("more", ["Mon-Fri 8-5", "option 2"])
def test_what_is_said_behind_the_clinics_own_number_is_listed(more, tmp_path):
    made, said = facts(tmp_path, f"Phone: 503-234-5678, {more}")
    assert made["telephone"] == "503-234-5678" and f"'{more}' (only quoted in clinic.yaml" in said


def test_hyphens_at_which_no_line_ends_are_hyphens(tmp_path):
    assert facts(tmp_path, "Call 312&#8209;263&#8209;7000")[0]["telephone"] == "312-263-7000"


def test_a_text_telephone_among_the_numbers_of_a_text_is_one_of_them(tmp_path):
    (tmp_path / "page.txt").write_text("Phone: 503-234-5678\nTTY: 711\n\nIRON TABLETS\n\nTake 65 mg each day.\n")
    done = program.run("import", "page.txt", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())
    assert made["telephone"] == "503-234-5678" and made["contact_points"] == [{"name": "TTY", "tty": "711"}]
    assert "711" not in (tmp_path / "drafts/draft.md").read_text()


@pytest.mark.parametrize(("line", "both"), [("Tel.: 787-764-2210 / 2211 · Fax: 787-764-2215", "787-764-2210 / 2211"), ("Tel. 664 123 4567 y 68", "664 123 4567 y 68")])
def test_the_other_end_of_a_number_is_listed(line, both, tmp_path):
    made, said = facts(tmp_path, line, "es")
    assert made["telephone"] == both[:12] and f"'{both}' (only quoted" in said


def test_days_of_one_letter_and_noon_are_read_in_spanish(tmp_path):
    made, _ = facts(tmp_path, "L a V 7:30 a.m. – 4:30 p.m., S 8 a.m. – 12 m.", "es")
    assert made["opening_hours"] == ["Mo-Fr 07:30-16:30; Sa 08:00-12:00"]


OTHERS = ["Do not call 503-234-1111", "Do not call: 503-234-1111", "Old number: 503-234-1111 (no longer in use)", "Site by Pixel Co 503-234-1111", "Photos: Jane Doe 503-234-1111", '<a href="tel:5032341111">Do not call 503-234-1111</a>', "Powered by Pixel | 503-234-1111"]  # fmt: skip


@pytest.mark.parametrize("line", OTHERS)
def test_a_number_not_to_call_and_one_of_who_made_the_page_are_listed(line, tmp_path):
    page = f"<html lang=en><title>Iron</title><main><h1>Iron</h1><p>65 mg.</p></main><footer><p>{line}</p><p>Phone: 503-234-2222</p></footer>"
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    made = yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())
    assert made["telephone"] == "503-234-2222" and "contact_points" not in made and "503-234-1111" in done.stdout


OWN = {
    ("zh-Hans", "总机：010-12345678"): "010-12345678", ("zh-Hant", "總機：02-2345-6789"): "02-2345-6789", ("en", "Main office: 503-234-2222"): "503-234-2222",
    ("de", "Praxis: 030 2345678"): "030 2345678", ("fr", "Secrétariat : 01 42 34 56 78"): "01 42 34 56 78", ("pl", "Rejestracja: 22 234 56 78"): "22 234 56 78",
}  # fmt: skip


@pytest.mark.parametrize(("lang", "line"), OWN)
def test_a_label_all_words_of_which_are_of_the_clinic_names_its_own_number(lang, line, tmp_path):
    other = {"zh-Hans": "急诊：010-12345670", "zh-Hant": "急診：02-2345-6780"}.get(lang, "Lab: 503-234-1111")
    page = f"<html lang={lang}><meta charset=utf-8><title>Iron</title><main><h1>Iron</h1><p>65 mg.</p></main><footer><p>{other}</p><p>{line}</p></footer>"
    (tmp_path / "page.html").write_text(page)
    program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    made = yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())
    assert made["telephone"] == OWN[lang, line] and len(made["contact_points"]) == 1


ABOVE = {
    "Blood bank of Mercy Hospital:<br>503-234-1111": (None, "Blood bank of Mercy Hospital"),
    "Refills, on weekdays only, please:</p><p>503-234-1111": (None, "Refills, on weekdays only, please"),
    "Call us:<br>503-234-1111": ("503-234-1111", None),
    "Iron:<br>503-234-1111": ("503-234-1111", None),
    "Do not call this number for refills<br>503-234-1111": (None, None),
    "Never call:</p><p>503-234-1111": (None, None),
    "No walk-ins.<br>503-234-1111": ("503-234-1111", None),
}


@pytest.mark.parametrize("foot", ABOVE)
def test_a_number_is_for_what_the_line_above_leads_to(foot, tmp_path):
    made, said = facts(tmp_path, foot)
    number, name = ABOVE[foot]
    assert (made.get("telephone"), made.get("contact_points")) == (number, [point(name, "503-234-1111")] if name else None)
    assert number or name or "'503-234-1111' (part of the page's foot)" in said
