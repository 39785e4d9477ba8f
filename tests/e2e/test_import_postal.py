"""Postal addresses of a page's foot stay whole, and a box at a post office is not where the clinic is."""

import pytest
import yaml

import program


def imported(tmp_path, foot, lang="en"):
    page = f"<html lang={lang}><meta charset=utf-8><title>Iron</title><main><h1>Iron</h1><p>65 mg.</p></main><footer>{foot}</footer>"
    (tmp_path / "page.html").write_text(page)
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text()), done.stdout


# Whole addresses, a bar between their lines.
WHOLE = [
    ("en", "12 High St.|Portland, OR 97201"),
    ("en", "Building 3, 12 High St.|Portland, OR 97201"),
    ("en", "Suite 200|12 High Street|Portland, OR 97201"),
    ("en", "12 Hill Road|PO Box 12|Portland, OR 97208"),
    ("en-GB", "Flat 2, 14 Elm Road|Leeds LS6 2AB"),
    ("en-GB", "Flat 2, 14 Elm Road, Leeds LS6 2AB"),
    ("en-AU", "12 Smith Street, Fitzroy VIC 3065"),
    ("en-AU", "Level 2, 12 Smith Street|Fitzroy, VIC 3065"),
    ("en-AU", "Unit 4/12 Smith Street|Fitzroy VIC 3065"),
]


@pytest.mark.parametrize("tag", ["p", "address"])
@pytest.mark.parametrize(("lang", "lines"), WHOLE)
def test_an_address_is_whole(lang, lines, tag, tmp_path):
    made, said = imported(tmp_path, f"<p>Hill Clinic</p><{tag}>{lines.replace('|', '<br>')}</{tag}>", lang)
    assert made["address"]["street_address"] == lines.replace("|", ", ")
    assert all(f"'{line}'" not in said for line in lines.split("|"))


@pytest.mark.parametrize("foot", ["<address>PO Box 12<br>Portland, OR 97208<br>12 Hill Road<br>Portland, OR 97201</address>", "<address>12 Hill Road<br>Portland, OR 97201<br>P.O. Box 12<br>Portland, OR 97208</address>"])
def test_a_box_at_a_post_office_beside_a_house_is_listed(foot, tmp_path):
    made, said = imported(tmp_path, foot)
    assert made["address"]["street_address"] == "12 Hill Road, Portland, OR 97201"
    assert "Box 12' (only quoted" in said and "'Portland, OR 97208' (only quoted" in said


@pytest.mark.parametrize("line", ["Open since 12 May.", "Rest 12 h at home."])
def test_a_sentence_is_no_line_of_an_address(line, tmp_path):
    made, _ = imported(tmp_path, f"<address>{line}</address>" if "home" in line else f"<p>{line}</p>")
    assert made["address"]["street_address"] is None
