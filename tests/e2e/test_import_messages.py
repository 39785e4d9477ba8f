"""Numbers that are not the one to call: of services for messages, of links that say another, of whoever made the site, of a
fax; and addresses that only get letters."""

import pytest
import yaml

import program


def imported(tmp_path, foot, lang="en", text=""):
    page = f"<html lang={lang}><meta charset=utf-8><title>Iron | Hill Clinic</title><main><h1>Iron</h1><p>Take 65 mg.</p>{text}</main>"
    (tmp_path / "page.html").write_text(f"{page}<footer>{foot}</footer>")
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text())
    return made, done.stdout, (tmp_path / "drafts/draft.md").read_text()


def points(made):
    return [tuple(point.values()) for point in made.get("contact_points", [])]


CHATS = {
    "a link": '<a href="https://wa.me/523312087745">33 1208 7745</a>',
    "a link with a question": '<a href="https://api.whatsapp.com/send?phone=523312087745&text=Hola">33 1208 7745</a>',
    "an icon": '<i class="fab fa-whatsapp"></i> 33 1208 7745',
    "a picture": '<img src="/img/whatsapp.svg" alt=""> 33 1208 7745',
    "a picture's words": '<img src="/img/7.svg" alt="WhatsApp"> 33 1208 7745',
    "a word for calls": '<a href="https://wa.me/523312087745">Tel. 33 1208 7745</a>',
}


@pytest.mark.parametrize("chat", CHATS)
def test_a_service_for_messages_is_no_telephone(chat, tmp_path):
    made, _, _ = imported(tmp_path, f"<p>{CHATS[chat]}</p><p>Tel. 33 3614 1290</p>", "es")
    assert made["telephone"] == "33 3614 1290" and points(made) == [("WhatsApp", "33 1208 7745")]


def test_one_number_for_calls_and_messages_is_said_to_be_both(tmp_path):
    made, _, _ = imported(tmp_path, '<p>Tel. 33 1208 7745</p><p><a href="https://wa.me/523312087745">33 1208 7745</a></p>', "es")
    assert made["telephone"] == "33 1208 7745" and points(made) == [("WhatsApp", "33 1208 7745")]


def test_links_without_words_lead_to_numbers_all_the_same(tmp_path):
    foot = '<a href="tel:5032345670"><i class="fa fa-phone"></i></a> <a href="https://wa.me/15032345671"><i class="fab fa-whatsapp"></i></a>'
    made, said, _ = imported(tmp_path, foot, text='<p>Ask <a href="tel:5032345679"><img src=p.png></a> us</p>')
    assert made["telephone"] == "5032345670" and points(made) == [("WhatsApp", "+15032345671")]
    assert "'5032345679' (a link without words)" in said


def test_words_that_lead_to_such_a_number_name_it_or_list_it(tmp_path):
    made, said, _ = imported(tmp_path, '<p><a href="https://wa.me/523312087745">Citas</a></p><p>Escriba por <a href="https://t.me/+523312087700">Telegram</a> o llame.</p>', "es")
    assert points(made) == [("Citas (WhatsApp)", "+523312087745")]
    assert "'Telegram +523312087700' (only quoted" in said


def test_a_link_that_dials_another_number_is_listed(tmp_path):
    nurse = '<p>Nurse: <a href="tel:5032345678">503-234-5679</a></p>'
    foot = '<p>Desk: <a href="tel:5032345670">503-234-5671</a></p><p>Home: <a href="tel:+441614960000">0161 496 0000</a></p>'
    made, said, draft = imported(tmp_path, foot, text=nurse)
    assert "Nurse: [503-234-5679](tel:5032345678)" in draft
    assert "'503-234-5679 <5032345678>' (the words and the link say different numbers: check which is right) -> " in said
    assert "'503-234-5671 <5032345670>' (only quoted" in said and "441614960000" not in said


def test_a_link_to_a_fax_is_listed(tmp_path):
    _, said, _ = imported(tmp_path, '<p><a href="fax:5032345670">Fax us</a></p>', text='<p>Send it to <a href="fax:5032345679">our desk</a>.</p>')
    assert "'fax:5032345670' (part of the page's foot)" in said
    assert "'fax:5032345679' (where a link leads that no article can have)" in said


OTHERS = {
    "the word for sites": ("en", "Website by PixelFox 802-555-0000"),
    "the same in Spanish": ("es", "Sitio web por PixelFox 802-555-0000"),
    "copyright": ("en", "© 2026 Hill Clinic | Design: PixelFox 802-555-0000"),
    "a link": ("en", '<a href="https://vmc.example">Valley Hospital</a> 802-555-0000'),
}


@pytest.mark.parametrize("other", OTHERS)
def test_numbers_of_others_are_listed(other, tmp_path):
    lang, line = OTHERS[other]
    made, said, _ = imported(tmp_path, f"<p>503-234-5678</p><p>{line}</p>", lang)
    assert made["telephone"] == "503-234-5678" and points(made) == [] and "802-555-0000" in said


def test_a_fragment_is_no_number_and_one_label_is_for_all_behind_it(tmp_path):
    made, said, _ = imported(tmp_path, "<address>9 Mill Rd<br>Keene, NH 03431<br>Tel: 603 352 1990, 352 1991<br>Fax: -1995</address>")
    assert made["telephone"] == "603 352 1990" and points(made) == []
    assert made["address"]["street_address"] == "9 Mill Rd, Keene, NH 03431"
    assert "'Fax: -1995'" in said and "352 1991' (only quoted" in said


def test_letters_go_elsewhere(tmp_path):
    foot = "<p>Mailing address: PO Box 1180, Houma, LA 70361<br>Street: 855 Belanger St, Houma, LA 70360</p>"
    made, said, _ = imported(tmp_path, foot)
    assert made["address"]["street_address"] == "855 Belanger St, Houma, LA 70360" and "PO Box 1180" in said


@pytest.mark.parametrize("foot", ["<p>Mail: PO Box 1180, Houma, LA 70361</p>", "<p>Bills: 12 Oak St, Houma, LA 70361</p><p>Office: 9 Elm St, Houma, LA 70360</p>"])
def test_addresses_that_nobody_can_tell_apart_are_listed(foot, tmp_path):
    made, said, _ = imported(tmp_path, foot)
    assert made["address"]["street_address"] is None and said.count("Houma") == foot.count("Houma")


def test_a_bracket_of_a_name_is_not_parted(tmp_path):
    made, _, _ = imported(tmp_path, "<p>Billing (St. Louis): 314-234-8811</p>")
    assert points(made) == [("Billing (St. Louis)", "314-234-8811")]


@pytest.mark.parametrize(("lang", "label"), [("en", "Tel/Fax"), ("de", "Tel. und Fax"), ("fr", "Tél. et fax")])
def test_one_number_for_calls_and_faxes_is_both(lang, label, tmp_path):
    made, _, _ = imported(tmp_path, f"<p>{label}: 030 234 56 78</p><p>Main fax 030 234 56 79</p>", lang)
    assert made["telephone"] == "030 234 56 78"
    assert points(made) == [(label, "030 234 56 78"), ("Main", "030 234 56 79")]


@pytest.mark.parametrize("icon", ['<i class="fa fa-signal"></i>', '<i class="bi bi-signal"></i>', '<img src="/img/messenger/phone.png" alt="">', '<img src="/themes/signal/phone.png" alt="">', '<img src="b.png" alt="Messenger bag">', '<img src="/whatsapp/phone.svg" alt="">'])
def test_common_words_in_names_of_icons_are_no_services(icon, tmp_path):
    made, _, _ = imported(tmp_path, f"<p>{icon} 503-234-5678</p>")
    assert made["telephone"] == "503-234-5678" and not made.get("contact_points")


@pytest.mark.parametrize(("icon", "name"), [('<i class="fab fa-facebook-messenger"></i>', "Messenger"), ('<i class="fa-brands fa-signal-messenger"></i>', "Signal"), ('<img src="i.png" alt="Signal">', "Signal"), ('<img src="i.png" title="Chat on WhatsApp">', "WhatsApp")])
def test_icons_of_such_services_are(icon, name, tmp_path):
    made, _, _ = imported(tmp_path, f"<p>{icon} 503-234-5678</p>")
    assert made["telephone"] is None and made["contact_points"][0]["name"] == name


def test_numbers_of_links_that_nobody_took_are_listed(tmp_path):
    foot = '<a href="sms:+12127365001?body=hi">Text us</a> <a href="fax:+12127365002">Fax</a> <a href="skype:clinic?call">Skype</a> <a href="viber://chat?number=%2B12127365009">Viber</a>'
    _, said, _ = imported(tmp_path, f"<p>{foot}</p>")
    assert "'Text us +12127365001' (only quoted" in said and "'fax:+12127365002'" in said and "12127365009'" in said
