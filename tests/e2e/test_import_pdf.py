"""The words of a PDF become a draft that says so, without what its pages share at their edges."""

import re

import pikepdf

import program


def imported_from(path, into, *args):
    return program.run("import", path, "--into", into, *args)


def without_comment(text):
    """A draft without what it says at its top of where it comes from."""
    return re.sub(r"\n<!-- Imported from .*? -->\n", "", text, count=1, flags=re.S)


def test_the_words_of_a_pdf_are_marked_as_such(tmp_path):
    content = program.write_content(tmp_path / "content", {"a": "---\ntitle: Sleep\nlang: en-US\n---\n\nGo to bed at ten.\n"})
    made = program.render(content, tmp_path / "out", "--format", "standard")
    done = imported_from(made.pdf("a"), tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    assert "the words of a PDF" in done.stdout and "words that a line goes through are as all others" in done.stdout
    text = (tmp_path / "draft/a.md").read_text()
    assert "the words of a PDF" in text and "Go to bed at ten." in text


def write_pdf(path, *pages):
    """A PDF whose pages hold lines, each with its size, its height on the page and perhaps where it begins, in points."""
    pdf = pikepdf.new()
    faces = {"F1": pikepdf.Name.Helvetica, "F2": pikepdf.Name.Symbol}
    fonts = {name: pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=face) for name, face in faces.items()}
    for lines in pages:
        page = pdf.add_blank_page(page_size=(612, 792))
        shown = "".join(f"BT /F1 {size} Tf {at[0] if at else 72} {y} Td ({line}) Tj ET\n" for size, y, line, *at in lines)
        page.Contents = pdf.make_stream(shown.encode())
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(**fonts))
    pdf.save(path)


def one_page(path, lines):
    """A PDF of these lines of text, one below the other."""
    write_pdf(path, [(12, 720 - 14 * i, line) for i, line in enumerate(lines)])


def test_heads_and_feet_of_pdf_pages_part_no_sentence(tmp_path):
    def page(number, *lines):
        text = [(12, 600 - 14 * i, line) for i, line in enumerate(lines)]
        return [(10, 760, "Hill Clinic: 503-234-5678"), *text, (10, 30, f"Page {number} of 3")]

    once = (12, 700, "Call us on day 2.")
    first = page(1, "Iron can upset the stomach, so that most people take it with food, which means", "that one tablet of 65 mg")
    second, third = page(2, "is enough. Keep them from children."), [once, *page(3, "Dose 3 of 3 ends it.")]
    write_pdf(tmp_path / "iron.pdf", [(20, 680, "Iron tablets"), *first], second, third)
    done = imported_from(tmp_path / "iron.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    text = without_comment((tmp_path / "draft/a.md").read_text())
    assert "which means that one tablet of 65 mg is enough." in " ".join(text.split())
    assert once[2] in text and "Dose 3 of 3 ends it." in text and "Page" not in text
    for number in "123":
        assert f"'Page {number} of 3' (a line at the edge of several pages)" in done.stdout
    assert 'telephone: "503-234-5678"' in (tmp_path / "draft/clinic.yaml").read_text()


def test_headings_and_doses_at_the_tops_of_pages_stay(tmp_path):
    pages = [[(16, 727, f"Week {n}"), (12, 710, f"Take {n}5 mg of it each morning.")] for n in (1, 2, 3)]
    write_pdf(tmp_path / "plan.pdf", [(20, 760, "Your plan"), *pages[0]], *pages[1:])
    done = imported_from(tmp_path / "plan.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    text = without_comment((tmp_path / "draft/a.md").read_text())
    assert re.findall(r"Week \d|\d+ mg", text) == ["Week 1", "15 mg", "Week 2", "25 mg", "Week 3", "35 mg"]


def test_a_sign_of_another_font_parts_no_sentence(tmp_path):
    at_least = r") Tj /F2 12 Tf (\263) Tj /F1 12 Tf ("
    one_page(tmp_path / "level.pdf", ["Iron tablets need a level that is measured", f"and is {at_least} 5 or more, as your nurse", "will tell you."])
    done = imported_from(tmp_path / "level.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    text = without_comment((tmp_path / "draft/a.md").read_text())
    assert "Iron tablets need a level that is measured and is ≥ 5 or more, as your nurse will tell you." in " ".join(text.split())


def raised(figures, by=4, size=8):
    """Figures in the middle of a line of write_pdf, off its others by so many points."""
    return f") Tj /F1 {size} Tf {by} Ts ({figures}) Tj 0 Ts /F1 12 Tf ("


def test_raised_and_lowered_figures_stay_so_and_are_listed(tmp_path):
    lines = [
        f"Below 50 x 10{raised(9)}/L, or 10{raised('-3', 5, 7)} of 2 m{raised(2)} of skin, drink H{raised(2, -3)}O",
        f"on the 4{raised('th')} day, and take 1{raised('1', 4)}{raised('/', 1)}{raised('2', 0)} tablets of it, at 10{raised(6, 6, 12)} units",
        "for each 25 m2 and at x 109 and 103/L, but 109 mg on day 10.",
    ]
    one_page(tmp_path / "count.pdf", lines)
    done = imported_from(tmp_path / "count.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    text = " ".join(without_comment((tmp_path / "draft/a.md").read_text()).split())
    for words in ("50 x 10⁹/L", "10⁻³ of 2 m² of", "H₂O", "the 4th day", "take 1 1/2 tablets", "109 mg on day 10."):
        assert words in text
    listed = dict(re.findall(r"count.pdf: '(.*?)' \((figures|a figure)", done.stdout))
    assert {word for word in listed if listed[word] == "figures"} == {"10⁹", "10⁻³", "m²", "H₂", "4th", "1/2", "106"}
    assert {word for word in listed if listed[word] == "a figure"} == {"25 m2", "x 109", "103"}


def test_words_in_other_sizes_are_not_odd(tmp_path):
    one_page(tmp_path / "sizes.pdf", [f"Take {raised('5 mg', 0, 8)} now and {raised('10 mg', 0, 18)} at night, not 20."])
    done = imported_from(tmp_path / "sizes.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    assert "Take 5 mg now and 10 mg at night, not 20." in (tmp_path / "draft/a.md").read_text() and "figures" not in done.stdout


def test_hyphens_at_the_ends_of_pdf_lines_are_kept_where_they_may_mean_something(tmp_path):
    lines = ["Take the medicine with water. Take between 10-", "20 mg of it each day. Call for a follow-"]
    one_page(tmp_path / "dose.pdf", [*lines, "up visit, and for more medi-", "cine when 4 < 5 & not before."])
    done = imported_from(tmp_path / "dose.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    text = without_comment((tmp_path / "draft/a.md").read_text())
    assert "between 10-20 mg" in text and "a follow-up visit" in text and "more medicine when 4 \\< 5 & not" in text
    for word in ("10-20", "follow-up"):
        assert f"'{word}' (parted at the end of a line" in done.stdout
    assert "medicine' (parted" not in done.stdout and "medi-cine" not in done.stdout


def write_cells(path, cells):
    """A PDF of one page with these words, each with its place from the left and from below, in points."""
    write_pdf(path, [])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        shown = "".join(f"BT /F1 12 Tf {x} {y} Td ({words}) Tj ET\n" for x, y, words in cells)
        pdf.pages[0].Contents = pdf.make_stream(shown.encode())
        pdf.save(path)


def test_lines_side_by_side_are_listed_where_they_begin(tmp_path):
    rows = [("Weight", "Dose"), ("5-7 kg", "2.5 mL"), ("8-10 kg", "3.75 mL")]
    cells = [(72 + 150 * k, 640 - 20 * i, words) for i, row in enumerate(rows) for k, words in enumerate(row)]
    around = [(72, 700, "Syrup for the fever of children"), (72, 560, "Give it every 4 to 6 hours.")]
    write_cells(tmp_path / "table.pdf", [around[0], *cells, around[1]])
    done = imported_from(tmp_path / "table.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    assert re.search(r"'Weight.*' \(lines stand side by side in the PDF from here on, .*\) -> .*a\.md:\d+", done.stdout)
    assert done.stdout.count("side by side") == 1

    write_cells(tmp_path / "plain.pdf", around)
    done = imported_from(tmp_path / "plain.pdf", tmp_path / "draft", "--name", "b")
    assert "side by side" not in done.stdout


TAKE = ["Take 1 tablet of 325 mg with", "juice. If it hurts, take it every", "other day and call us on day 9."]
NOT = ["You have too much iron, or a", "child took it: call right away", "and go to the nearest ward."]
ROWS = ["If your sugar is below 70 and", "you shake, or feel cold", "If it is above 300 on two", "days, one after the other", "If it is between 70 and 80", "and you feel well"]
ACTS = ["take 4 tablets of glucose and", "wait for 15 minutes", "call us, and drink a glass", "of water each hour", "eat at once, and then", "look at it again"]


def columns(left, right, heights):
    return [line for y, one, other in zip(heights, left, right) for line in ((12, y, one, 72), (12, y, other, 320))]


def test_columns_of_a_pdf_are_read_one_after_the_other(tmp_path):
    text = columns(TAKE, NOT, (620, 606, 592))
    write_pdf(tmp_path / "iron.pdf", [(20, 700, "Iron"), (16, 650, "To take", 72), (16, 650, "Not to take", 320), *text, (12, 540, "Keep it away from children, and from all others whose it is not: one may kill a child.")])
    done = imported_from(tmp_path / "iron.pdf", tmp_path / "draft", "--name", "a")
    text = " ".join(without_comment((tmp_path / "draft/a.md").read_text()).split())
    assert f"To take {' '.join(TAKE)} ## Not to take {' '.join(NOT)} Keep it" in text and "lines stand side by side in the PDF" in done.stdout


def test_rows_of_a_table_in_a_pdf_are_no_columns(tmp_path):
    """Poppler's order stands, and is listed."""
    write_pdf(tmp_path / "iron.pdf", [(20, 700, "Sugar"), *columns(ROWS, ACTS, (650, 636, 610, 596, 570, 556))])
    done = imported_from(tmp_path / "iron.pdf", tmp_path / "draft", "--name", "a")
    text = " ".join(without_comment((tmp_path / "draft/a.md").read_text()).split())
    assert "feel cold take 4 tablets" in text and "lines stand side by side in the PDF" in done.stdout


def table(left, top, rows, columns=(0, 90, 200, 320), pitch=22):
    """Rows of cells as lines of write_pdf, each cell a text or, below one another, several."""
    lines = []
    for row in rows:
        cells = [cell if isinstance(cell, tuple) else (cell,) for cell in row]
        lines += [(12, top - 14 * i, words, left + at) for at, cell in zip(columns, cells) for i, words in enumerate(cell) if words]
        top -= pitch + 14 * (max(map(len, cells)) - 1)
    return lines


WEEK = [("Day", "Morning", "Evening"), ("Mon", "", "5 mg"), ("Tue", "2.5 mg"), ("Wed", "none", "4 mg")]


def drafted(tmp_path, *pages):
    write_pdf(tmp_path / "week.pdf", *pages)
    done = imported_from(tmp_path / "week.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    return done.stdout, without_comment((tmp_path / "draft/a.md").read_text())


def rows_of(text):
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return [row for row in rows if not all(set(cell) == {"-"} for cell in row)]


def test_a_table_of_a_pdf_keeps_each_dose_below_its_head(tmp_path):
    before, after = [(20, 740, "Your week"), (12, 700, "Take it so.")], [(12, 560, "Call us if you bleed.")]
    told, text = drafted(tmp_path, [*before, *table(72, 670, WEEK), *after])
    assert rows_of(text) == [["Day", "Morning", "Evening"], ["Mon", "", "5 mg"], ["Tue", "2.5 mg", ""], ["Wed", "none", "4 mg"]]
    assert "'Day | Morning | Evening' (columns of plain text were taken for a table" in told
    assert text.index("Take it so.") < text.index("| Day") < text.index("Call us if you bleed.")


def test_second_lines_of_cells_join_only_what_plainly_goes_on(tmp_path):
    rows = [("Medicine", "How much", "When"), ("Iron", "65 mg", ("with a meal", "or a snack")), ("Zinc", ("10 mg", "20 mg on Sunday"), "at noon")]
    _, text = drafted(tmp_path, [(20, 740, "Your week"), *table(72, 670, rows)])
    assert rows_of(text)[1:] == [["Iron", "65 mg", "with a meal or a snack"], ["Zinc", "10 mg", "at noon"], ["", "20 mg on Sunday", ""]]


def test_a_cell_beside_two_rows_makes_no_table(tmp_path):
    lines = [(20, 740, "Your week"), *table(72, 670, [("Day", "Hour", "Dose")])]
    lines += [(12, 641, "Mon", 72), *table(162, 648, [("8 am", "5 mg"), ("8 pm", "10 mg")], (0, 110), 14)]
    told, text = drafted(tmp_path, lines)
    assert not [row for row in rows_of(text) if row[0] == "Mon"]
    assert "side by side in the PDF" in told and text.index("5 mg") < text.index("10 mg")


def test_two_columns_of_a_letterhead_are_no_table(tmp_path):
    head = table(72, 640, [("Hill Clinic", "Tel. 503-234-5678"), ("12 High Street", "Fax 503-234-5679")], (0, 300), 16)
    _, text = drafted(tmp_path, [(20, 740, "Sleep"), *head, (12, 560, "Go to bed at ten.")])
    assert rows_of(text) == []


def test_what_a_browser_prints_at_the_edges_is_listed_and_the_title_is_the_files(tmp_path):
    edges = [(9, 770, "11/29/26, 6:59 AM", 30), (9, 770, "Iron and you", 280), (9, 20, "https://hill.example/iron", 30), (9, 20, "1/1", 560)]
    write_pdf(tmp_path / "iron.pdf", [*edges, (12, 700, "Hill Clinic"), (20, 660, "Iron and you"), (12, 620, "Take 1/2 tablet of 65 mg.")])
    with pikepdf.open(tmp_path / "iron.pdf", allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = "Iron and you"
        pdf.save()
    done = imported_from(tmp_path / "iron.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    text = without_comment((tmp_path / "draft/a.md").read_text())
    assert 'title: "Iron and you"\n' in text and text.count("Iron and you") == 1
    assert "Hill Clinic" in text and "Take 1/2 tablet of 65 mg." in text
    for words in ("11/29/26, 6:59 AM", "Iron and you", "https://hill.example/iron", "1/1"):
        assert f"'{words}' (what a browser prints at the edges of a page)" in done.stdout and (words == "Iron and you" or words not in text)


def test_numbers_and_bullets_stand_before_their_words_and_only_there(tmp_path):
    steps = [line for i, words in enumerate(["Take 5 mg.", "Wait 10 minutes.", "Do not eat."]) for line in ((12, 640 - 20 * i, f"{i + 1}.", 72), (12, 640 - 20 * i, words, 90))]
    _, text = drafted(tmp_path, [(20, 740, "Your week"), (12, 700, "Do these steps."), *steps, (12, 520, "Call us if you bleed.")])
    assert "1. Take 5 mg.\n2. Wait 10 minutes.\n3. Do not eat.\n" in text


def test_numbers_in_the_first_column_of_a_table_stay_there(tmp_path):
    rows = [("No.", "Medicine", "Dose"), ("1.", "Iron", "65 mg"), ("2.", "Zinc", "10 mg")]
    _, text = drafted(tmp_path, [(20, 740, "Your week"), *table(72, 670, rows, (0, 40, 200))])
    assert rows_of(text)[1:] == [["1.", "Iron", "65 mg"], ["2.", "Zinc", "10 mg"]]


def test_words_far_below_begin_a_paragraph(tmp_path):
    _, text = drafted(tmp_path, [(20, 740, "Your week"), (12, 700, "Keep the tablets in their own box"), (12, 650, "and never with iron.")])
    assert "Keep the tablets in their own box\n\nand never with iron." in text


def test_a_title_of_two_lines_is_the_files(tmp_path):
    write_pdf(tmp_path / "iron.pdf", [(12, 760, "Hill Clinic"), (20, 720, "Iron tablets:"), (20, 696, "how to take them"), (12, 660, "Take 65 mg.")])
    with pikepdf.open(tmp_path / "iron.pdf", allow_overwriting_input=True) as pdf:
        pdf.docinfo["/Title"] = "Iron tablets: how to take them"
        pdf.save()
    done = imported_from(tmp_path / "iron.pdf", tmp_path / "draft", "--name", "a")
    assert done.returncode == 0, done.stderr
    assert 'title: "Iron tablets: how to take them"\n' in (tmp_path / "draft/a.md").read_text()


def test_an_address_beside_hours_is_no_table(tmp_path):
    heads = [(12, 660, "Visit us", 72), (12, 660, "Opening hours", 300)]
    rows = [("4200 North Lamar Boulevard,", "Monday to Friday", "8:30 am to noon"), ("Suite 210", "", "1 pm to 5 pm"), ("Portland, OR 97201", "Saturday", "9 am to noon")]
    told, text = drafted(tmp_path, [(20, 740, "Sleep"), (12, 700, "Go to bed at ten."), *heads, *table(72, 640, rows, (0, 228, 340), 16), (12, 520, "Call us if you bleed.")])
    assert rows_of(text) == [] and "side by side in the PDF" in told


def test_names_of_days_with_numbers_stand_above_their_doses(tmp_path):
    rows = [("", "Day 1", "Day 2"), ("Iron", "65 mg", "none"), ("Zinc", "", "10 mg")]
    _, text = drafted(tmp_path, [(20, 740, "Your week"), *table(72, 670, rows)])
    assert rows_of(text)[1:] == [["", "Day 1", "Day 2"], ["Iron", "65 mg", "none"], ["Zinc", "", "10 mg"]]


def test_three_columns_of_text_are_no_table(tmp_path):
    columns = [("Take one tablet", "of it with water", "each morning."), ("If you feel sick", "or cannot sleep,", "rest for a day."), ("Call the nurse", "when the rash is", "still red.")]
    lines = [(12, 640 - 14 * i, words, 72 + 160 * k) for k, column in enumerate(columns) for i, words in enumerate(column)]
    told, text = drafted(tmp_path, [(20, 740, "Your week"), (12, 700, "Read this first."), *lines])
    assert rows_of(text) == [] and "side by side in the PDF" in told
