"""Lists of Word: what goes on with an item stays in it, headings keep their numbers, and lines to write on are there."""

import pytest

from test_import_documents import WORD, imported, write_docx


def par(words, looks=""):
    return f"<w:p><w:pPr>{looks}</w:pPr>" + f"<w:r><w:t>{words}</w:t></w:r>" * bool(words) + "</w:p>"


def item(level=0, number=1):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def level(at, form, text):
    return (f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:pPr><w:ind w:left="{720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>')  # fmt: skip


KINDS = [level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)"), level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2") + level(2, "chicago", "%3"),
         level(0, "decimal", "Step %1:")]  # fmt: skip
NUMBERING = (f"<w:numbering {WORD}>" + "".join(f'<w:abstractNum w:abstractNumId="{at}">{kind}</w:abstractNum>' for at, kind in enumerate(KINDS, 1))
             + "".join(f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (1, 2, 3)) + "</w:numbering>")  # fmt: skip


def style(key, name, looks=""):
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:pPr>{looks}</w:pPr></w:style>'


STYLES = (f"<w:styles {WORD}>" + style("ListParagraph", "List Paragraph", '<w:ind w:left="720"/>') + style("ListContinue", "List Continue")
          + "".join(style(f"Heading{at + 1}", f"heading {at + 1}", item(at, 2)) for at in range(3)) + "</w:styles>")  # fmt: skip


def draft_of(tmp_path, body):
    write_docx(tmp_path / "page.docx", body, numbering=NUMBERING, styles=STYLES)
    return imported(tmp_path / "page.docx")


def of_style(key):
    return f'<w:pStyle w:val="{key}"/>'


@pytest.mark.parametrize("looks", [of_style("ListParagraph"), '<w:ind w:left="720"/>', '<w:ind w:start="700"/>', of_style("ListContinue"),
                                   of_style("ListParagraph") + '<w:numPr><w:numId w:val="0"/></w:numPr>'])  # fmt: skip
def test_a_paragraph_that_goes_on_with_an_item_stays_in_it(looks, tmp_path):
    body = par("Take 5 mg.", item()) + par("") + par("Not with milk.", looks) + par("Take 10 mg.", item()) + par("End.") + par("Last.", item())
    draft, said = draft_of(tmp_path, body)
    assert draft.split("\n", 2)[2] == "1. Take 5 mg.\n\n   Not with milk.\n2. Take 10 mg.\n\nEnd.\n\n3. Last." and "look at these 1\n" in said  # its title


def test_it_goes_on_with_the_item_whose_words_it_stands_below(tmp_path):
    body = par("Take 5 mg.", item()) + par("At night.", item(1)) + par("With food.", '<w:ind w:left="1440"/>') + par("Not twice.", '<w:ind w:left="720"/>')
    draft, _ = draft_of(tmp_path, body + par("Quoted.", '<w:ind w:left="360"/>'))
    assert draft.endswith("With food.\n\n   Not twice.\n\n> Quoted.") and "\n      With food." in draft


def test_headings_keep_their_numbers(tmp_path):
    heads = [(1, "Iron"), (2, "Adults"), (2, "Children"), (1, "Zinc"), (2, "See I.2")]
    draft, said = draft_of(tmp_path, "".join(par(words, of_style(f"Heading{at}")) + par("5 mg.") for at, words in heads))
    assert [line.lstrip("# ") for line in draft.splitlines() if line.startswith("#")] == ["I.1 Adults", "I.2 Children", "II. Zinc", "II.1 See I.2"]
    assert "lost their numbers" not in said and "more than a number" not in said


def test_numbers_that_cannot_be_written_are_listed_where_they_are(tmp_path):
    _, said = draft_of(tmp_path, par("Odd", of_style("Heading3")) + par("5 mg.") + par("Wash.", item(0, 3)))
    assert "'Odd' (headings have lost their numbers" in said and "'Wash.' (numbers of lists that are more than a number" in said


def test_an_empty_paragraph_with_a_border_is_a_line_to_write_on(tmp_path):
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>'
    draft, said = draft_of(tmp_path, par("Your dose:") + par("", border) + par("End.", border))
    assert draft.endswith("Your dose:\n\n" + r"\_" * 10 + "\n\nEnd.") and said.count("a line drawn across the page") == 1
