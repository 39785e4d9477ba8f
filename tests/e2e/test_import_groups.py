"""Groups of a page's foot that contradict one another: only one of them is the clinic itself, and the others keep their names."""

import pytest
import yaml

import program

SHOP = "<h4>Optical shop</h4><p>503-234-1111</p><p>Fax: 503-234-1112</p><p>Mon-Fri 10-6</p><p>shop@lake.example</p>"
NUMBERS = [{"name": "Optical shop", "telephone": "503-234-1111"}, {"name": "Optical shop", "fax": "503-234-1112"}]
LISTED = ["'Optical shop: Mon-Fri 10-6'", "'Optical shop: shop@lake.example'"]


def imported(tmp_path, foot, head=""):
    page = f"<html lang=en><title>Drops | Lake Eye</title>{head}<main><h1>Drops</h1><p>1 drop.</p></main><footer>{foot}</footer>"
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text()), done.stdout


OWN = "<p>503-234-2222</p><p>Mon-Fri 8-5</p>"


@pytest.mark.parametrize("own", [f"<h4>Clinic</h4>{OWN}", f"<h4>Lake Eye</h4>{OWN}", f"<h4>Contact us</h4>{OWN}", f"<p><b>Clinic</b></p>{OWN}"])
@pytest.mark.parametrize("first", [True, False])
def test_the_group_that_is_called_so_is_the_clinics(own, first, tmp_path):
    made, said = imported(tmp_path, own + SHOP if first else SHOP + own)
    assert made["telephone"] == "503-234-2222" and made["opening_hours"] == ["Mo-Fr 08:00-17:00"] and made["email"] is None
    assert made["contact_points"] == NUMBERS and all(words in said for words in LISTED)


@pytest.mark.parametrize("own", [f"<div><p>Find us</p>{OWN}</div>", f"<h4>Hours</h4>{OWN}"])
def test_so_is_what_stands_below_no_such_heading(own, tmp_path):
    made, _ = imported(tmp_path, f"<div>{SHOP}</div>{own}")
    assert made["telephone"] == "503-234-2222" and made["opening_hours"] == ["Mo-Fr 08:00-17:00"]
    assert made["contact_points"] == NUMBERS


def test_so_is_the_group_whose_number_the_head_has(tmp_path):
    made, _ = imported(tmp_path, f"{SHOP}<h4>Glaucoma unit</h4>{OWN}", "<header><p>Call 503-234-2222</p></header>")
    assert made["telephone"] == "503-234-2222" and made["opening_hours"] == ["Mo-Fr 08:00-17:00"]
    assert made["contact_points"] == NUMBERS


def test_where_nobody_knows_every_number_keeps_its_name_and_hours_are_listed(tmp_path):
    made, said = imported(tmp_path, f"{SHOP}<h4>Glaucoma unit</h4>{OWN}")
    assert made["telephone"] is None and made["opening_hours"] is None
    assert made["contact_points"] == [*NUMBERS, {"name": "Glaucoma unit", "telephone": "503-234-2222"}]
    assert all(words in said for words in [*LISTED, "'Glaucoma unit: Mon-Fri 8-5'"])


def test_hours_of_a_group_without_a_number_are_its_own(tmp_path):
    made, said = imported(tmp_path, f"<p>503-234-2222</p><h4>Opening hours</h4><p>Mon-Fri 8-5</p><h4>Pharmacy</h4><h5>Opening hours</h5><p>Mon-Fri 9-6</p>")
    assert made["opening_hours"] == ["Mo-Fr 08:00-17:00"] and "'Pharmacy: Mon-Fri 9-6'" in said


def test_groups_that_go_on_with_one_another_are_the_clinics(tmp_path):
    foot = "<h4>Weekdays</h4><p>Mon-Fri 8-5</p><h4>Weekend</h4><p>Sat 9-1</p><h4>Write to us</h4><p>desk@lake.example</p>"
    made, _ = imported(tmp_path, foot)
    assert made["opening_hours"] == ["Mo-Fr 08:00-17:00", "Sa 09:00-13:00"] and made["email"] == "desk@lake.example"


@pytest.mark.parametrize("heading", ["<h4>Pharmacy</h4>", "<p><b>Pharmacy</b></p>", "<h4>After hours nurse</h4>"])
def test_a_number_below_a_heading_is_that_groups_though_it_is_the_only_one(heading, tmp_path):
    made, said = imported(tmp_path, f"<p>12 Hill Road<br>Portland, OR 97201</p>{heading}<p>503-234-1111</p><p>Mon-Fri 9-6</p>")
    name = "Pharmacy" if "Pharmacy" in heading else "After hours nurse"
    assert made["telephone"] is None and made["contact_points"] == [{"name": name, "telephone": "503-234-1111"}]
    assert made["opening_hours"] is None and f"'{name}: Mon-Fri 9-6'" in said


@pytest.mark.parametrize("heading", ["Get in touch", "Our office", "Lake Eye", "Contact information", "Where to find us"])
def test_a_heading_that_says_how_to_reach_the_clinic_names_nobody_else(heading, tmp_path):
    made, _ = imported(tmp_path, f"<h4>{heading}</h4><p>503-234-1111</p><h4>Pharmacy</h4><p>503-234-2222</p>")
    assert made["telephone"] == "503-234-1111" and made["contact_points"] == [{"name": "Pharmacy", "telephone": "503-234-2222"}]


def test_the_only_group_with_a_number_and_the_address_is_the_clinics(tmp_path):
    made, _ = imported(tmp_path, "<h4>Portland</h4><p>12 Hill Road<br>Portland, OR 97201</p><p>503-234-1111</p>")
    assert made["telephone"] == "503-234-1111" and made["address"]["street_address"] == "12 Hill Road, Portland, OR 97201"


def test_what_stands_beside_the_line_of_copyright_is_below_no_heading(tmp_path):
    made, _ = imported(tmp_path, "<h4>Follow us</h4><p>Everywhere</p><p>© 2026 Lake Eye | 503-234-1111</p>")
    assert made["telephone"] == "503-234-1111" and "contact_points" not in made


@pytest.mark.parametrize(("lang", "own", "other"), [("de", "So erreichen Sie uns", "Apotheke"), ("fr", "Nos coordonnées", "Pharmacie"), ("es", "Datos de contacto", "Farmacia"), ("zh-Hans", "联系我们", "药房"), ("vi", "Thông tin liên hệ", "Nhà thuốc"), ("ar", "معلومات الاتصال", "الصيدلية")])  # fmt: skip
def test_languages_have_their_own_words_for_that(lang, own, other, tmp_path):
    page = f"<html lang={lang}><meta charset=utf-8><title>X</title><main><h1>Drops</h1><p>1 drop.</p></main><footer><h4>{own}</h4><p>503-234-1111</p><h4>{other}</h4><p>503-234-2222</p></footer>"
    (tmp_path / "page.html").write_text(page)
    program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    made = yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())
    assert made["telephone"] == "503-234-1111" and made["contact_points"] == [{"name": other, "telephone": "503-234-2222"}]


@pytest.mark.parametrize("heading", ["Pharmacy hours", "Summer hours"])
def test_hours_of_something_else_are_listed_by_their_heading(heading, tmp_path):
    made, said = imported(tmp_path, f"<p>503-234-2222</p><h4>{heading}</h4><p>Mon-Fri 9-6</p>")
    assert made["opening_hours"] is None and f"'{heading}: Mon-Fri 9-6'" in said


@pytest.mark.parametrize("lines", ["<p>8am - 5pm</p><p>Monday - Friday</p>", "<p>Hours</p><p>8am - 5pm</p><p>Monday - Friday</p>", "<p>8am - 5pm<br>Mon-Fri<br>9am - noon<br>Sat</p>"])
def test_times_may_stand_above_their_days(lines, tmp_path):
    made, _ = imported(tmp_path, lines)
    assert made["opening_hours"] == ["Mo-Fr 08:00-17:00", *(["Sa 09:00-12:00"] if "Sat" in lines else [])]
