"""What the clinic and its numbers are called: the owner of the copyright, never an entry of a menu, a builder's banner or half a
sentence; and links to hidden mail addresses keep their words."""

import pytest
import yaml

import program

TEXT = "<main><h1>Iron</h1><p>Take 65 mg.</p>{}</main>"
HOME = '<header><nav><ul><li><a href="/">{}</a></li><li><a href="/s">Services</a></li></ul></nav></header>'


def imported(tmp_path, body, title="Iron", lang="en"):
    (tmp_path / "page.html").write_text(f"<!DOCTYPE html><html lang={lang}><meta charset=utf-8><title>{title}</title><body>{body}")
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text()), (tmp_path / "drafts/draft.md").read_text(), done.stdout


@pytest.mark.parametrize(
    ("line", "name"),
    [("Copyright 2019 - 2026 | Hill Clinic | All Rights Reserved", "Hill Clinic"),
     ("Copyright © Hill Clinic 2026. All rights reserved. Website by Foo Design", "Hill Clinic"),
     ("© 2026 · Hill Clinic", "Hill Clinic"), ("© Hill Clinic, 2019–2026", "Hill Clinic"),
     ("© 2026 Elm Pediatrics, P.C. All rights reserved.", "Elm Pediatrics, P.C."),
     ("Copyright law is not for clinics", None), ("© 2026 por Clínica Sol. Creado con Wix.com", "Clínica Sol")],
)  # fmt: skip
def test_the_owner_of_the_copyright_is_the_clinic(line, name, tmp_path):
    made, _, _ = imported(tmp_path, TEXT.format("") + f"<footer><p>{line}</p></footer>")
    assert made["name"] == name


def test_the_entry_of_a_menu_that_leads_home_is_no_name(tmp_path):
    foot = "<footer><p>© 2026 Cabinet du Port</p></footer>"
    made, _, _ = imported(tmp_path, HOME.format("Accueil") + TEXT.format("") + foot, "Iron | Accueil", "fr")
    assert made["name"] == "Cabinet du Port"


@pytest.mark.parametrize(
    ("lang", "line"),
    [("en", "Our fax is 503-362-1101; our number is 503-362-1100."), ("de", "Ihre Faxnummer ist 503-362-1101; Ihre Nummer ist 503-362-1100")],
)  # fmt: skip
def test_half_a_sentence_is_no_name_of_a_number(lang, line, tmp_path):
    made, _, _ = imported(tmp_path, TEXT.format(f"<p>{line}</p>"), lang=lang)
    assert made["contact_points"] == [{"name": "Fax" if lang == "en" else "Faxnummer", "fax": "503-362-1101"}]
    assert made["telephone"] == "503-362-1100"


def test_a_name_of_two_words_stays_whole(tmp_path):
    made, _, _ = imported(tmp_path, TEXT.format("<p>Drop in: 503-362-1100</p>"))
    assert made["contact_points"] == [{"name": "Drop in", "telephone": "503-362-1100"}]


def hidden(mail, key=0x54):
    return f"{key:02x}" + "".join(f"{ord(letter) ^ key:02x}" for letter in mail)


def test_the_words_of_a_link_to_a_hidden_mail_address_stay(tmp_path):
    link = f'<p>Or <a href="/cdn-cgi/l/email-protection#{hidden("desk@oak-health.org")}">write to the desk</a> today.</p>'
    _, draft, _ = imported(tmp_path, TEXT.format(link))
    assert "Or [write to the desk](mailto:desk@oak-health.org) today." in draft


def test_what_stands_for_a_hidden_mail_address_is_that(tmp_path):
    code = hidden("desk@oak-health.org")
    link = f'<p>Mail <a href="/cdn-cgi/l/email-protection#{code}"><span class="__cf_email__" data-cfemail="{code}">[email protected]</span></a> today.</p>'
    _, draft, _ = imported(tmp_path, TEXT.format(link))
    assert "Mail desk@oak-health.org today." in draft


BANNERS = {
    "Google Docs": ('<div id="banners"><div>Published using Google Docs</div><a>Report abuse</a></div><div id="contents"><p class="title">'
                    "<span>Iron</span></p><p>Take 65 mg.</p></div>", "Report abuse"),
    "Weebly": ('<div class="wsite-header"><span id="wsite-title">Hill Clinic</span></div><ul class="wsite-menu-default"><li><a>Home</a></li></ul>'
               '<div id="wsite-content"><h2 class="wsite-content-title">Iron</h2><div class="paragraph">Take 65 mg.</div></div>', "Home"),
}  # fmt: skip


@pytest.mark.parametrize("builder", BANNERS)
def test_a_builders_banner_is_no_text(builder, tmp_path):
    page, banner = BANNERS[builder]
    _, draft, said = imported(tmp_path, page)
    assert 'title: "Iron"' in draft and banner not in draft and banner in said


@pytest.mark.parametrize("more", [[], ["--force"]])
def test_pages_of_one_title_each_get_a_file(more, tmp_path):
    (tmp_path / "saved").mkdir()
    for dose in (20, 40, 80):
        (tmp_path / f"saved/{dose}.html").write_text(f"<main><h1>Statins</h1><p>Take {dose} mg.</p></main>")
    done = program.run("import", "saved", *more, "--into", "drafts", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    found = {path.name: path.read_text().split()[-2] for path in (tmp_path / "drafts").glob("*.md")}
    assert found == {"statins.md": "20", "statins-2.md": "40", "statins-3.md": "80"}
    assert "drafts/statins-2.md  called so because drafts/statins.md is another page's" in done.stdout
