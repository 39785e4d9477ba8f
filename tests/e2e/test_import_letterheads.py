"""Letterheads of text and of documents, and signatures of mails, say whose the text is: they are no part of the article."""

import subprocess

import pytest
import yaml

import program

HEAD = "CEDAR CLINIC\n220 Maple Avenue, Suite 4\nEugene, OR 97401\nPhone (541) 234-0140    Fax (541) 234-0141\nHours: Monday - Friday 8:00 am - 5:00 pm\n"
TEXT = "\nAFTER YOUR TEST\n\nDrink water. Rest today.\n\nPharmacy questions: call 541-234-0999.\n"


def imported(tmp_path, name, text=None):
    if text:
        (tmp_path / name).write_text(text)
    done = program.run("import", name, "--into", "drafts", "--name", "draft", "--force", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return (tmp_path / "drafts/draft.md").read_text(), yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text()), done.stdout


def test_the_first_paragraph_of_facts_is_one(tmp_path):
    draft, made, said = imported(tmp_path, "a.txt", HEAD + TEXT)
    assert (made["telephone"], made["address"]["street_address"]) == ("(541) 234-0140", "220 Maple Avenue, Suite 4, Eugene, OR 97401")
    assert made["opening_hours"] == ["Mo-Fr 08:00-17:00"] and made["contact_points"] == [{"name": "Fax", "fax": "(541) 234-0141"}]
    assert "541) 234" not in draft and "Pharmacy questions: call 541-234-0999." in draft
    assert "'CEDAR CLINIC' (part of the letterhead" in said


@pytest.mark.parametrize("first", ["Insulin\n220 units\nPhone 541-234-0140\n", "Rest 2 days.\n220 Maple Avenue, Eugene, OR 97401\nPhone 541-234-0140\n", "Nurse line: 541-234-0140\nDoctor: 541-234-0141\n"])
def test_what_may_be_text_is_none(first, tmp_path):
    draft, _, said = imported(tmp_path, "a.txt", first + TEXT)
    assert "part of the letterhead" not in said and first.split("\n")[0] in draft


def test_the_last_paragraph_of_a_text_is_none(tmp_path):
    last = "\nPoison center\n3181 Hill Road, Portland, OR 97239\nPhone 800-222-1222\n"
    draft, _, said = imported(tmp_path, "a.txt", TEXT + last)
    assert "Poison center" in draft and "part of the letterhead" not in said


def test_the_signature_of_a_mail_is_none_of_its_text(tmp_path):
    mail = "From: Nurse Kim <kim@cedar.example>\nSubject: After your test\n\nDear patient,\n\ndrink water. Rest today.\n\nBest wishes,\nKim Lee, RN\nCedar Clinic\n220 Maple Avenue, Eugene, OR 97401\nT 541-234-0140 | F 541-234-0141\n"
    draft, made, said = imported(tmp_path, "a.txt", mail)
    assert made["telephone"] == "541-234-0140" and made["address"]["street_address"] == "220 Maple Avenue, Eugene, OR 97401"
    assert "Maple" not in draft and "'Kim Lee, RN' (part of the letterhead" in said


def test_above_the_title_of_a_document_is_one(tmp_path):
    head = "Cedar Clinic\n\n220 Maple Avenue, Eugene, OR 97401 • 541-234-0140\n\n"
    words = "# After your test\n\nDrink water.\n\n# Pharmacy\n\nPhone: 541-234-0999\n"
    for name, text in (("a", head + words), ("b", words)):
        subprocess.run(["pandoc", "-f", "markdown", "-o", f"{name}.docx"], input=text, text=True, cwd=tmp_path, check=True)
    draft, made, said = imported(tmp_path, "a.docx")
    assert made["telephone"] == "541-234-0140" and made["address"]["street_address"] == "220 Maple Avenue, Eugene, OR 97401"
    assert "Maple" not in draft and "Phone: 541-234-0999" in draft and "'Cedar Clinic' (part of the letterhead" in said
    assert "part of the letterhead" not in imported(tmp_path, "b.docx")[2]
