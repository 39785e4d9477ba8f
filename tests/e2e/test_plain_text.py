"""The handout as plain text: the same words, and what type says in print said by signs and lines."""

import re
import unicodedata

import pytest

import markdown
import program
from player_fixtures import picture

COLUMNS = 72
ISOLATES = "\u2066\u2069"
LONG = "The nurse comes at about 10:30 pm and looks at every sensor. Take 5 mg of melatonin with 200 ml of water before that. " * 4
STUDY = f"""\
Sleep **well**. See [how](https://riverside-sleep.org/way), or call [us](tel:+12127365000).[^1]

{LONG}

## What to take

Some ~~old~~ <ins>new</ins> words, 10<sup>9</sup> of them.

| When | What | How much |
|------|------|---------:|
| 9 pm | Milk | 200 ml |
| 6 am | Tea | 1 cup |

|  | Mon |
|---|---|
| Noon | Yes |

3. Close the door.
4. Lie down.
   - on your back, on a bed that is as long as you are, or on the sofa in the other room
   - or not

> Nobody sleeps badly twice.

> [!WARNING]
> Do not drive.

- [ ] Wash your hair
- [x] Eat

```
1 * 4
  # 7
```

---

The end.

[^1]: With your doctor.
"""
ARABIC = '---\ntitle: النوم الجيد\nlang: ar\n---\n\nاشرب الماء كل يوم. اتصل على +1 503 234 5678 قبل 10:30.\n\n- أطفئ الهاتف.\n\n| الرقم | كم |\n|---|---|\n| [(503) 234-5678](tel:+15032345678) | 2.5 mL |\n| 988 | **5 mg**, 6 |\n'
CHINESE = "---\ntitle: 睡眠\nlang: zh-Hans\n---\n\n" + "检查当天请按时到达,不要喝咖啡。" * 12 + "\n"
ARTICLES = {"study": program.article(STUDY, title="A night", front="summary: What to do.\nkey_points: [Sleep.]\n"), "nawm": ARABIC, "shui": CHINESE}


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    base = tmp_path_factory.mktemp("text")
    content = program.write_content(base / "content", ARTICLES)
    result = program.render(content, base / "out", "--format", "text")
    assert result.status == 0, result.err
    return {name: (result.directory / f"web/{name}.txt").read_text() for name in ARTICLES}


def columns(line):
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def words(text):
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text))


def outside_of_tables(source):
    return [b.text for b in markdown.blocks(source, heard=True) if not {"TH", "TD"} & set(b.roles)]


@pytest.mark.parametrize("name", ["study", "nawm"])
def test_every_word_comes_in_its_order(texts, name):
    found = iter(words(texts[name]))
    wanted = [w for text in [markdown.title(ARTICLES[name]), *outside_of_tables(ARTICLES[name])] for w in words(text)]
    assert len(wanted) > 10 and all(any(word == w for w in found) for word in wanted)


def test_words_without_blanks_between_them_are_parted_anywhere(texts):
    (paragraph,) = outside_of_tables(ARTICLES["shui"])
    assert paragraph in texts["shui"].replace("\n", "")


@pytest.mark.parametrize("name", ARTICLES)
def test_lines_have_their_columns(texts, name):
    widths = [columns(line) for line in texts[name].splitlines()]
    assert 40 < max(widths) <= COLUMNS and (name == "nawm" or max(widths) > COLUMNS - 3)
    assert not re.search(r"[ \t]$", texts[name], re.M)


def test_structure_is_kept_by_signs(texts):
    text = texts["study"]
    assert "\nA night\n=======\n" in text and "\n\n\nWhat to take\n------------\n\n" in text
    assert "\n3. Close the door.\n4. Lie down.\n   - on your back, on a bed that is as long as you are, or on the sofa\n     in the other room\n   - or not\n" in text
    assert "\n\n> Nobody sleeps badly twice.\n\n" in text
    assert "\n\n| Warning\n|\n| Do not drive.\n\n" in text
    assert "\n[ ] Wash your hair\n[x] Eat\n" in text
    assert "\n    1 * 4\n      # 7\n" in text and "\n\n* * *\n\nThe end.\n" in text
    assert "deleted: old added: new" in text and "10⁹" in text
    assert "\n1. With your doctor.\n" in text


def test_a_row_of_a_table_is_a_list_of_named_cells(texts):
    assert "When: 9 pm\n    What: Milk\n    How much: 200 ml\n\nWhen: 6 am\n    What: Tea\n    How much: 1 cup\n" in texts["study"]
    assert "\n\nNoon\n    Mon: Yes\n" in texts["study"]  # a column without a name gets no colon


def test_links_tell_where_they_lead(texts):
    text = re.sub(r"\s+", " ", texts["study"])
    assert "how (riverside-sleep.org/way)" in text and "us (+1 212 736 5000)" in text


def test_no_line_end_parts_a_fact(texts):
    text = texts["study"]
    assert text.count("10:30 pm") == text.count("5 mg") == text.count("200 ml") - 1 == 4
    for fact in ("+1 503 234 5678", "(503) 234-5678", "2.5 mL", "5 mg"):
        assert f"{ISOLATES[0]}{fact}{ISOLATES[1]}" in texts["nawm"]


def test_no_line_begins_as_a_quotation(tmp_path):
    """Mail programs leave out the sign of a line that begins with ">"."""
    paragraphs = [f"{'rest ' * n}if it is > 38.5 °C, or >39, call us." for n in range(15)]
    content = program.write_content(tmp_path / "content", {"sample": program.article("\n\n".join(paragraphs), front="kind: article\n")})
    result = program.render(content, tmp_path / "out", "--format", "text")
    text = (result.directory / "web/sample.txt").read_text()
    assert re.findall(r"^>.*", text, re.MULTILINE) == []
    assert text.count("is > 38.5 °C") == text.count("or >39") == len(paragraphs)


ABBREVIATIONS = """\
An <abbr title="magnetic resonance imaging">MRI</abbr> is safe. The <abbr title="magnetic resonance imaging">MRI</abbr> is loud.

~~<abbr title="blood pressure">BP</abbr> low.~~ Blood count (<abbr title="blood count">BC</abbr>), <abbr title="blood pressure">BP</abbr>.
"""


def test_abbreviations_are_told_where_they_stand_first(make):
    """Unless the author says the words beside them."""
    text = (make(ABBREVIATIONS, "--format", "text").directory / "web/sample.txt").read_text()
    said = " ".join(text.split())
    assert "An MRI (magnetic resonance imaging) is safe. The MRI is loud." in said
    assert "deleted: BP low. Blood count (BC), BP (blood pressure)." in said


def test_nothing_is_left_to_fill_in_or_to_scan(make):
    result = make("Words.", "--format", "text", clinic="name: Riverside Sleep Clinic\nurl: https://riverside-sleep.org/\n")
    text = (result.directory / "web/sample.txt").read_text()
    assert "___" not in text and "phone" not in text.lower() and "QR" not in text and "Scan" not in text
    assert text.count("riverside-sleep.org") == 1


def test_lines_are_full_but_for_facts(tmp_path):
    """Words beside a number are no fact: a line ends early before "3 days" and "5 pm" alone."""
    rest = "care and rest at home with water and tea until you feel well again so that all goes well".split()
    ends = "for 3 days.[^1] Then call us and say how you feel, at 5 pm or so, please."
    text = "\n\n".join(f"Take {' '.join(rest[:n])} {ends}" for n in range(len(rest))) + "\n\n[^1]: A note."
    content = program.write_content(tmp_path / "content", {"sample": program.article(text, front="kind: article\n")})
    result = program.render(content, tmp_path / "out", "--format", "text")
    assert result.status == 0, result.err
    paragraphs = (result.directory / "web/sample.txt").read_text().split("\n\n")
    lines = [pair for p in paragraphs if "Take" in p for pair in zip(p.split("\n"), p.split("\n")[1:])]
    early = [pair for pair in lines if len(pair[0]) + 1 + len(pair[1].split()[0]) <= COLUMNS]
    assert len(lines) >= len(rest) and [pair for pair in early if not re.match(r"3 days|5 pm", pair[1])] == []


def test_pictures_stand_apart_from_the_words_behind_them(tmp_path):
    body = "Take ![a cup](a.png) and ![a spoon](a.png). ![a plate](a.png) ![a fork](a.png)\n\n- ![a bowl](a.png) with milk\n"
    content = program.write_content(tmp_path / "content", {"sample": program.article(body)}, files={"a.png": picture()})
    result = program.render(content, tmp_path / "out", "--format", "text,braille")
    assert result.status == 0, result.err
    text = (result.directory / "web/sample.txt").read_text()
    assert "\nTake [a cup] and [a spoon]. [a plate] [a fork]\n\n- [a bowl] with milk\n" in text
    cells = (result.directory / "braille/sample.brf").read_text()
    assert cells.count(".<") == cells.count(".>") == 5 and re.findall(r"\.>\S*", cells) == [".>", ".>4", ".>", ".>", ".>"]
