"""Signs that say something and are no words are listed: crosses, ticks in cells, words for ears and for pointers."""

import pytest

import program

NO = "a sign stands here that may say no"
CELL = "a cell has a sign and no words"
EARS = "a sign with words for those who only hear the page"
HEARD = "(words for those who cannot see the sign beside them: they are text now, check them)"
POINTER = "words that only a pointer brings up"


def imported(tmp_path, text):
    (tmp_path / "page.html").write_text(f"<html lang=en><meta charset=utf-8><title>Food</title><main><h1>Food</h1>{text}</main>")
    done = program.run("import", "page.html", "--into", "drafts", "--name", "draft", "--force", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    return (tmp_path / "drafts/draft.md").read_text().split("-->\n")[-1], done.stdout


NAMES = ["eicon-close", "dashicons dashicons-no-alt", "icon-cross", "ti-close", "la la-times", "bi bi-x-lg", "ri-close-line", "mdi mdi-close", "fa-solid fa-circle-xmark", "fa fa-thumbs-down", "fa-solid fa-circle-minus", "glyphicon glyphicon-remove"]


@pytest.mark.parametrize("name", NAMES)
def test_a_cross_of_any_font_of_icons_is_listed(name, tmp_path):
    assert NO in imported(tmp_path, f"<ul><li><i class='{name}'></i> Salt</li><li>Rice</li></ul>")[1]


@pytest.mark.parametrize("mark", ["<i class='fa fa-check'></i>", "<span class='gap-x'></span>", "<i class='mx-2'></i>", "<i class='btn btn-close'></i>", "<span class='no'>No</span>"])
def test_what_is_no_cross_is_not(mark, tmp_path):
    assert NO not in imported(tmp_path, f"<ul><li>{mark} Salt</li><li>Rice</li></ul>")[1]


def test_signs_alone_in_cells_are_listed_and_boxes_stay(tmp_path):
    rows = "<tr><th>Food<th>OK?<tr><td>Milk<td><i class='fa fa-check'></i><tr><td>Beer<td><span class='dashicons dashicons-no'></span><tr><td>Eggs<td><input type=checkbox checked><tr><td>Fish<td><input type=checkbox><tr><td>Tea<td><i class='fa fa-check'></i> yes"
    draft, said = imported(tmp_path, f"<table>{rows}</table>")
    assert "| Eggs | ☑ |" in draft and "| Fish | ☐ |" in draft
    assert f"'fa fa-check' ({CELL}" in said and f"'dashicons dashicons-no' ({CELL}" in said and said.count(CELL) == 2


@pytest.mark.parametrize("sign", ['<span role="img" aria-label="Prohibited" class="ico"></span>', '<svg role="img" aria-label="Prohibited"><path d=""/></svg>', '<i class="x" aria-label="Prohibited"></i>'])
def test_words_for_ears_alone_are_listed(sign, tmp_path):
    assert f"'Prohibited' ({EARS}" in imported(tmp_path, f"<p>{sign} Gin</p>")[1]
    draft, said = imported(tmp_path, f"<table><tr><th>Food<th>OK<tr><td>Gin<td>{sign}</table>")
    assert "| Gin | Prohibited |" in draft and HEARD in said


def test_words_of_a_picture_of_fast_pages_are_listed(tmp_path):
    assert "'Under 10 kg: 2.5 mL' (a picture" in imported(tmp_path, '<p>Dose <amp-img src=a.png alt="Under 10 kg: 2.5 mL"></amp-img></p>')[1]


@pytest.mark.parametrize("mark", ['<button data-bs-toggle="popover" data-bs-content="Never with MAOI">SSRI</button>', '<a data-toggle="popover" data-content="Never with MAOI">SSRI</a>', '<button data-toggle="tooltip" title="Never with MAOI">SSRI</button>'])
def test_what_a_word_brings_up_is_listed_and_the_word_stays_in_its_sentence(mark, tmp_path):
    draft, said = imported(tmp_path, f"<p>Take {mark} 50 mg.</p>")
    assert "Take SSRI 50 mg." in draft and f"'Never with MAOI' ({POINTER}" in said


SHOWN = ["<span class=material-symbols-outlined>cancel</span>", "<i class=material-icons>do_not_disturb</i>", "<svg><use href='#close'/></svg>", "<svg><use xlink:href='s.svg#icon-x'></use></svg>",
         "<img src='img/cross.svg' alt=''>", "<img src='img/x.png'>", "<img src='close-red.png'>"]  # fmt: skip
OTHERS = ["<i class=material-icons>check</i>", "<svg><use href='#tick'/></svg>", "<img src='box.svg' alt=''>", "<img src='cross.svg' alt='Not'>", "<button><svg><use href='#close'/></svg></button>"]


def test_a_cross_by_its_name_its_shape_or_its_file_is_listed(tmp_path):
    items = [(mark, f"<li>{mark} Salt {n}</li>") for n, mark in enumerate(SHOWN + OTHERS)]
    said = imported(tmp_path, f"<ul>{''.join(item for _, item in items)}</ul>")[1]
    assert [mark for n, (mark, _) in enumerate(items) if f"Salt {n}' ({NO}" in said] == SHOWN


def test_what_only_ears_get_beside_a_sign_is_text(tmp_path):
    cells = "".join(f"<tr><td>{n}<td>{sign}" for n, sign in enumerate(["<i class='fa fa-check'></i><span class=sr-only>Yes</span>", "<svg></svg> <span class=visually-hidden>No</span>", "<svg><title>Yes</title></svg>"]))
    draft, said = imported(tmp_path, f"<ul><li><i class='fa fa-times'></i> <span class=sr-only>Avoid:</span> Gin</ul><table><tr><th>a<th>b{cells}</table>")
    assert "- Avoid: Gin" in draft and "| 0 | Yes |\n| 1 | No |\n| 2 | Yes |" in draft and said.count(HEARD) >= 2


@pytest.mark.parametrize("sign", ["<img src=tick.png alt=''>", "<svg><use href='#tick'/></svg>", "<i class=material-icons>check</i>", "<svg><path d=''/></svg>"])
def test_a_sign_alone_in_a_cell_is_listed(sign, tmp_path):
    assert f"({CELL}" in imported(tmp_path, f"<table><tr><th>Food<th>OK<tr><td>Gin<td>{sign}</table>")[1]
