"""An empty icon says what the number, address or time behind it is: by its class, its file, or its words for those who cannot
see it."""

import pytest
import yaml

import program

FAX = {
    "a font's class": '<i class="fa-solid fa-fax"></i>',
    "WordPress's": '<span class="dashicons dashicons-fax"></span>',
    "words for screen readers": '<span role="img" aria-label="Fax"></span>',
    "such words in German": '<span aria-label="Telefax"></span>',
    "a drawing's title": '<svg role="img"><title>Fax</title><path d="M1 1"/></svg>',
    "a drawing's shape": '<svg><use xlink:href="/icons.svg#icon-fax"></use></svg>',
    "a ligature": '<i class="material-icons">fax</i>',
    "hidden words": '<i class="ico"></i><span class="screen-reader-text">Fax:</span>',
    "a picture's file": '<img src="/img/fax.png" alt="">',
    "a picture's words": '<img src="/img/7.png" alt="Fax">',
}


def imported(tmp_path, body):
    (tmp_path / "page.html").write_text(f"<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Iron</title><body>{body}")
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return yaml.safe_load((tmp_path / "drafts/clinic.yaml").read_text()), (tmp_path / "drafts/draft.md").read_text()


TEXT = "<main><h1>Iron</h1><p>Take 65 mg.</p>{}</main>"
POINT = [{"name": "Fax", "fax": "503-362-1101"}]


@pytest.mark.parametrize("icon", FAX)
def test_an_icon_tells_a_fax_from_a_telephone(icon, tmp_path):
    foot = f'<footer><p><i class="fa fa-phone"></i> 503-362-1100 {FAX[icon]} 503-362-1101</p></footer>'
    made, _ = imported(tmp_path, TEXT.format("") + foot)
    assert made["telephone"] == "503-362-1100" and made["contact_points"] == POINT


def test_two_icons_in_the_text_part_two_numbers(tmp_path):
    line = '<p><i class="fa fa-phone"></i> 503-362-1100 <i class="fa fa-fax"></i> 503-362-1101</p>'
    made, draft = imported(tmp_path, TEXT.format(line))
    assert made["telephone"] == "503-362-1100" and made["contact_points"] == POINT
    assert "503" not in draft


def test_an_icon_in_a_box_of_its_own_means_the_next(tmp_path):
    boxes = "".join(
        f'<div class="box"><div class="pic"><i class="{icon}"></i></div><div>{words}</div></div>'
        for icon, words in (
            ("bi bi-printer-fax fax", "503-362-1101"),
            ("fas fa-map-marker-alt", "12 Oak Street, Suite 4"),
            ("bi bi-clock", "Mon-Fri 8-5"),
        )
    )
    made, _ = imported(tmp_path, TEXT.format("") + f"<footer>{boxes}</footer>")
    assert made["contact_points"] == POINT and made["opening_hours"] == ["Mo-Fr 08:00-17:00"]
    assert made["address"]["street_address"] == "12 Oak Street, Suite 4"


@pytest.mark.parametrize("words", ["5 reasons to come", "Call us 7 days a week", "10-15 minutes"])
def test_an_icon_before_other_words_means_nothing(words, tmp_path):
    icons = "".join(f'<p><i class="fa fa-{icon}"></i> {words}</p>' for icon in ("map-marker", "clock", "phone"))
    made, draft = imported(tmp_path, TEXT.format(icons))
    assert not made["opening_hours"] and not made["address"]["street_address"] and not made["telephone"]
    assert draft.count(words) == 3


def test_an_icon_within_a_sentence_parts_nothing(tmp_path):
    made, draft = imported(tmp_path, TEXT.format('<p>Press <i class="fa fa-phone"></i> 503-362-1100 to hear it.</p>'))
    assert "Press 503-362-1100 to hear it." in draft and not made["telephone"]
