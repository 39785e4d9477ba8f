"""Screens of panels that have little room, or much: what stands alone is large, and what comes
first is what matters."""

import io
import json
import subprocess

import pytest
from PIL import Image

import clinics
import labels
import program
from test_screen_kinds import DEEP, DOSES, HEIGHT, WHITE, box, rows_of, showing, words

SMALL = "screen: {width: 1280, height: 800, diagonal_in: 10, distance_m: 1}\n"
FAR = "screen: {diagonal_in: 75, distance_m: 6}\n"
LEGAL = 135  # em of the small panel's letters
UPRIGHT = "screen: {width: 1080, height: 1920}\n"


def slides(made):
    return json.loads((made.directory / "lobby/manifest.json").read_text())["slides"]


def sizes(slide, wanted):
    return {line["size"] for line in slide["lines"] if wanted in "".join(run["text"] for run in line["runs"])}


def show(tmp_path, source, style=None, clinic=clinics.BUSY):
    content = program.write_content(tmp_path / "content", {"sample": source}, clinic=clinic, style=style)
    return program.render(content, tmp_path / "out", "--format", "screen")


def test_where_to_call_at_once_is_large_on_a_small_panel(tmp_path):
    found = slides(show(tmp_path, program.article("Words."), SMALL))
    at = next(n for n, slide in enumerate(found) if "988" in slide["text"])
    heading, number = found[at - 1], found[at]
    assert "need help" in heading["text"] and "Lifeline" in number["text"]
    name, [digits] = sizes(number, "Suicide"), sizes(number, "988") - sizes(number, "Suicide")
    assert digits > 1.5 * max(name)


def test_a_code_on_a_small_panel_has_where_it_leads_below_it(tmp_path):
    """In smaller letters, which is said: who scans stands before it. What there is to say comes before."""
    made = show(tmp_path, program.article("Words."), SMALL)
    codes = [path for path in made.screens if subprocess.run(["zbarimg", "-q", "--raw", path], capture_output=True).stdout]
    assert len(codes) == 1
    left, top, right, bottom = box(codes[0], WHITE)
    assert bottom - top > 0.5 * 800
    assert (left + right) / 2 == pytest.approx(1280 / 2, abs=40)
    *_, before, code = slides(made)
    assert "printed copy" in before["text"] and "Scan to open" in code["text"]
    assert lines_of(code)[1:] == ["riverside-health.example"], "the address is whole"
    assert 0.6 * LEGAL - 2 < min(line["size"] for line in code["lines"]) < LEGAL - 2
    assert "screen-distance" in made.rules("warning")


def test_a_sentence_that_cannot_grow_has_no_screen_to_itself(tmp_path):
    """Its amount is as wide as the panel."""
    words = "Each visit lasts about 20 to 40 minutes. " + "Most of those who come here come for six weeks, five days a week, and drive home by themselves. " * 3
    found = {style: slides(show(tmp_path, program.article(f"## Visits\n\n{words}"), style)) for style in (None, UPRIGHT)}
    alone = {style: [slide for slide in shown if "minutes" in slide["text"] and "weeks" not in slide["text"]] for style, shown in found.items()}
    assert len(alone[None]) == 1 and not alone[UPRIGHT]


def test_an_address_of_mail_rather_becomes_smaller_than_parted_twice(tmp_path):
    found = slides(show(tmp_path, program.article("Words."), FAR))
    lines = ["".join(run["text"] for run in line["runs"]).strip() for slide in found for line in slide["lines"]]
    [at] = [n for n, line in enumerate(lines) if line.endswith("frontdesk@")]
    assert lines[at + 1] == "riverside-health.example"


def test_an_address_rather_becomes_smaller_than_torn(tmp_path):
    """Its town says nothing by itself; the report says from how far it can be read."""
    made = show(tmp_path, program.article("Words."), SMALL)
    [slide] = [slide for slide in slides(made) if "97201" in slide["text"]]
    assert "4200 North Lamar Boulevard" in " ".join(slide["text"].split())
    assert 0.6 * LEGAL <= body_size(slide) < LEGAL
    assert "[screen-distance]" in made.err


CALLS = "## Call us the same day if you have\n\n- [ ] a rash\n- [ ] shaking or a very fast heartbeat\n- [ ] thoughts of harming yourself\n"


def test_no_reason_to_call_stands_without_what_to_do(tmp_path):
    """The bands become smaller, and the report says from how far they can be read."""
    made = show(tmp_path, program.article(CALLS), SMALL)
    found = [slide for slide in slides(made) if any(reason in slide["text"] for reason in ("rash", "shaking", "harming"))]
    assert len(found) == 3
    for slide in found:
        assert "Call us the same day if you have" in " ".join(slide["text"].split())
        left, top, right, bottom = box(made.directory / "lobby" / slide["src"], DEEP)
        assert (left, bottom) == (0, 800), "the band of the number"
    assert "[screen-distance]" in made.err


def test_whom_to_call_follows_a_list_that_leaves_no_room_for_it(tmp_path):
    """At once: before the picture that stands below the list."""
    calls = program.article("## Call us the same day if you have what you have not had before\n\n- [ ] a rash\n- [ ] shaking\n")
    found = [slide["text"] for slide in slides(show(tmp_path, calls, SMALL))]
    at = next(n for n, text in enumerate(found) if "shaking" in text)
    assert "rash" in found[at] and "5678" in found[at + 1]


def test_a_heading_stands_above_all_that_is_under_it_or_before_it(tmp_path):
    words = "Short words fit. Longer sentences that say a good deal more need all of the room there is."
    found = [slide for slide in slides(show(tmp_path, program.article(f"{words}\n\n## One\n\n{words} {words}\n"), SMALL)) if slide["title"] == "One"]
    assert "One" in found[0]["text"] and len(found) > 3
    assert not any("One" in slide["text"] for slide in found[1:])


def test_no_part_of_a_sentence_shares_a_screen_with_another_item(tmp_path):
    items = "- Tell us well before the scan if you have a pacemaker or any other thing of metal in your chest; bring the card that says which kind of pacemaker it is and who put it in, and when it was last looked at by those who know what is in your body\n- Take off jewelry\n" * 2
    found = slides(show(tmp_path, program.article(f"## Before\n\n{items}"), SMALL))
    texts = [" ".join(slide["text"].split()) for slide in found if "your body" in " ".join(slide["text"].split())]
    assert len(texts) == 2 and not any("jewelry" in text or "Tell" in text for text in texts)


def test_no_field_of_a_card_is_parted_within_a_sentence(tmp_path):
    """It has smaller letters before, and the report says from how far they can be read."""
    table = "## Side effects\n\n| Side effect | What helps |\n|---|---|\n| Hyponatremia | Call us: confusion, headache, weakness |\n"
    made = show(tmp_path, program.article(table), SMALL)
    [slide] = [slide for slide in slides(made) if "confusion" in slide["text"]]
    assert "Call us: confusion, headache, weakness" in " ".join(slide["text"].split())
    assert "[screen-distance]" in made.err


def body_size(slide):
    """Of the letters below the topic."""
    return slide["lines"][-1]["size"]


FULL = "You do not need anesthesia, and you can drive yourself home when all of what we do with you here is over and done. "
SHORT = "Most of the people who come here to us every day feel better after some weeks have gone by."


def test_screens_of_a_section_have_letters_of_about_one_size(tmp_path):
    """By themselves a few words have larger ones; beside full screens they have a step more."""
    article = program.article(f"## One\n\n{FULL * 4}\n\n{SHORT}\n\n## Two\n\n{SHORT}\n")
    found = [slide for slide in slides(show(tmp_path, article)) if slide["title"] in ("One", "Two")]
    *full, last, alone = map(body_size, found)
    assert min(full) < last <= 1.16 * min(full) < alone and max(full) <= last


def test_parts_of_a_sentence_have_letters_of_one_size(tmp_path):
    long = "While genes lay the foundation, environmental factors construct the context in which antidepressants operate."
    found = slides(show(tmp_path, program.article(f"## One\n\n{long}\n"), SMALL))
    first, second = [slide for slide in found if "foundation" in slide["text"] or "operate" in slide["text"]]
    assert "genes" in first["text"] and body_size(second) <= body_size(first) <= max(body_size(second), LEGAL)


def test_one_statement_of_a_section_stands_out_of_it(tmp_path):
    """A show that changes its ground with every screen has no rhythm."""
    words = " ".join(f"It does not hurt at all. {FULL}" for _ in range(3))
    found = [slide for slide in slides(show(tmp_path, program.article(f"## One\n\n{words}\n"), FAR)) if slide["title"] == "One"]
    assert [slide["ground"] for slide in found].count("deep") == 1 and found[0]["ground"] == "deep"


MANY_HOURS = "\n".join(f'  - "{day} 0{n + 1}:15-0{n + 2}:45,1{n}:15-1{n + 1}:45"' for n, day in enumerate(["Mo", "Tu", "We", "Th", "Fr", "Sa"]))
CLINIC = f"name: Riverside Community Health Center\ntelephone: +1 503 234 5678\nopening_hours:\n{MANY_HOURS}\n"


def test_hours_that_have_no_room_below_the_number_follow_it(tmp_path):
    made = show(tmp_path, program.article("Words."), clinic=CLINIC)
    found = [slide for slide in slides(made) if slide["text"].startswith("Contact us")]
    assert len(found) > 2 and "5678" in found[0]["text"], "more than one screen of them"
    days = [day for slide in found[1:] for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday") if day in slide["text"]]
    assert days == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"], "each on one of them"
    path = showing(made.screens, "+1 503 234 5678")
    assert len(rows_of(path, DEEP)) == HEIGHT
    assert max(sizes(found[0], "5678")) > 1.5 * max(sizes(found[0], "Contact us")), "as large as the panel allows"
    assert sizes(found[0], "Riverside"), "whose number it is"


FEW = "name: NeuroMod Health\nopening_hours: Mo-Fr\nservices: [TMS therapy]\n"


def test_services_stand_below_the_hours_where_they_have_room(tmp_path):
    [slide] = [slide for slide in slides(show(tmp_path, program.article("Words."), clinic=FEW)) if slide["title"] == "NeuroMod Health"]
    lines = ["".join(run["text"] for run in line["runs"]).strip() for line in slide["lines"]]
    assert "TMS therapy" in lines and "Our services" in " ".join(lines) and "Monday to Friday" in lines
    assert len(sizes(slide, "TMS therapy") | sizes(slide, "Monday")) == 1


def lines_of(slide):
    return ["".join(run["text"] for run in line["runs"]).strip() for line in slide["lines"]]


@pytest.mark.parametrize("style", [None, FAR, UPRIGHT])
def test_several_services_are_a_list_of_their_own(tmp_path, style):
    found = slides(show(tmp_path, program.article("Words."), style))
    [slide] = [slide for slide in found if slide["title"] == "Our services"]
    assert {line["tag"] for line in slide["lines"]} == {"h1", "li"}, slide["lines"]
    assert slide["text"].split() == "Our services Transcranial magnetic stimulation Talking therapy".split()
    assert len(sizes(slide, "therapy") | sizes(slide, "Transcranial")) == 1


@pytest.mark.parametrize("style", [None, FAR], ids=["default", "far"])
@pytest.mark.parametrize("lang, short, full", [("en", "Mon–Fri", "Monday to Friday:"), ("ar", "إثنين–جمعة", "من الاثنين إلى الجمعة:"), ("zh-Hans", "周一至周五", "星期一至星期五：")])
def test_days_in_a_row_are_short_for_the_eye_and_heard_in_full(tmp_path, lang, short, full, style):
    found = slides(show(tmp_path, program.article("Words.", lang=lang), style))
    slide = next(slide for slide in found if any(short in line for line in lines_of(slide)))
    assert full in " ".join(slide["text"].split()) and short not in slide["text"]


def test_no_word_of_days_is_parted_from_them_where_a_longer_line_has_room(tmp_path):
    """The times of that row leave their column instead."""
    found = slides(show(tmp_path, program.article("Palabras.", lang="es"), FAR))
    slide = next(slide for slide in found if "sábado" in slide["text"])
    assert "festivos" in lines_of(slide)


@pytest.mark.parametrize("style, lang, holidays", [(None, "en", "Holidays"), (None, "es", "festivos"), (None, "ar", "العطل"), (FAR, "en", "Holidays")])
def test_times_stand_in_one_column_and_in_one_line(tmp_path, style, lang, holidays):
    """The short name of holidays makes the column narrow enough for them, and is heard in full."""
    found = slides(show(tmp_path, program.article("Words.", lang=lang), style))
    slide = next(slide for slide in found if holidays in lines_of(slide))
    said = labels.of(f"lang: {lang}")
    assert said["public_holidays"] in slide["text"]
    starts = [line["x"] + line["w"] if lang == "ar" else line["x"] for line in slide["lines"]]
    closed = starts[lines_of(slide).index(said["closed"])]
    noon = [start for start, line in zip(starts, lines_of(slide)) if any(sign in line for sign in ("12 noon", "12:00", "12 ظهر"))]
    assert len(noon) == 2 and max(abs(start - closed) for start in noon) < 2, starts


def test_no_hyphen_of_a_host_ends_a_line(tmp_path):
    """It would be taken for the line's own."""
    found = [line for slide in slides(show(tmp_path, program.article("Words."), UPRIGHT)) for line in lines_of(slide)]
    assert found.count("riverside-health.") == 2 and not any(line.endswith("riverside-") for line in found)


def test_no_row_of_the_hours_is_left_alone(tmp_path):
    """Two of the three rows would fit the first screen."""
    article = program.article("فحص.", "الفحص", "ar")
    found = [slide["text"] for slide in slides(show(tmp_path, article, FAR, clinic=CLINIC.partition("opening")[0] + clinics.BUSY[clinics.BUSY.index("opening_hours") : clinics.BUSY.index("services")]))]
    saturday, holidays = ([text for text in found if day in text] for day in ("السبت", "العطل"))
    assert len(saturday) == 1 and saturday == holidays


@pytest.mark.parametrize("style", ["", UPRIGHT])
def test_the_title_of_news_is_no_smaller_than_its_words(tmp_path, style):
    news = program.article("The whole town has a holiday then. We open again on Friday at 8:30 am.", "We are closed on Thursday")
    slide = next(slide for slide in slides(show(tmp_path, news, style)) if "holiday" in slide["text"])
    title, body = sizes(slide, "Thursday"), sizes(slide, "at 8:30 am")
    assert max(title) >= max(body)


def test_what_is_cut_off_a_sentence_is_no_statement(tmp_path):
    long = "It goes far beyond mere medication and the rooms of this clinic, delving into the multifaceted interplay of genes, environment, and various other factors."
    found = [slide for slide in slides(show(tmp_path, program.article(f"## Genes and environment as well\n\n{long}\n"), FAR)) if slide["text"].startswith("Genes")]
    assert len(found) > 1 and len({slide["ground"] for slide in found}) == 1


def test_a_sentence_is_rather_parted_between_clauses_than_in_a_list(tmp_path):
    long = "It goes far beyond mere medication and the rooms of this clinic, delving into the multifaceted interplay of genes, environment, and various other factors."
    found = [slide["text"] for slide in slides(show(tmp_path, program.article(f"## Genes and environment as well\n\n{long}\n"), FAR)) if slide["text"].startswith("Genes")]
    assert [" ".join(text.split()).split(" 1 of ")[0].split(" 2 of ")[0].split()[-1] for text in found] == ["clinic,", "factors."]


@pytest.mark.parametrize(
    "words",
    [
        "Cognitive factors, including thought patterns, coping mechanisms, and cognitive biases, can impact how individuals respond to medication.",
        "It goes beyond mere medication, delving into the multifaceted interplay of genes, environment, and various other contributing factors.",
    ],
    ids=["list", "stub"],
)
def test_a_sentence_is_whole_where_it_has_room_without_its_topic(tmp_path, words):
    """Entries of a list are nothing without their verb, and a few words leave a screen half empty."""
    found = slides(show(tmp_path, program.article(f"## Psychological and Cognitive Influences\n\n{FULL} {words}"), FAR))
    texts = [" ".join(slide["text"].split()) for slide in found]
    assert [text for text in texts if words in text], texts


def test_what_a_sentence_refers_to_stands_with_it(tmp_path):
    """A screen more is better than two torn paragraphs."""
    paragraphs = [
        "During a session you hear clicking and feel tapping on your head. Wear the earplugs that we give you. If the tapping hurts, tell the operator: the strength can be changed at once.",
        "Tell us before each session about new medicines, little sleep, alcohol, or any change in your health. These can change how safe a session is for you on that day.",
        "Transcranial magnetic stimulation (TMS) uses short magnetic pulses to wake up parts of the brain that are less active in depression. You sit in a chair, awake, and can go home right after.",
        "Each visit lasts about 20 to 40 minutes. Most people come five days a week for six weeks. You do not need anesthesia, and you can drive yourself home.",
    ]
    found = slides(show(tmp_path, program.article("## Safety\n\n" + "\n\n".join(paragraphs)), UPRIGHT))
    texts = [" ".join(slide["text"].split()) for slide in found if slide["title"] == "Safety"]
    assert all(any(paragraph in text for text in texts) for paragraph in paragraphs[1:]), texts


def test_a_statement_has_few_lines(tmp_path):
    """The largest letters with room for them would leave a word or two in each."""
    words = "During a session you hear clicking and feel tapping on your head."
    found = slides(show(tmp_path, program.article(f"## Words\n\n{words} {FULL} {FULL} {FULL}"), UPRIGHT))
    lines = next(lines_of(slide) for slide in found if "tapping" in slide["text"])
    assert 4 < len(lines) <= 7, lines  # one is the topic's


def test_an_item_of_a_list_within_an_item_stands_below_its_words(tmp_path):
    """However small the panel is: "Try dry toast" is no advice to all."""
    steps = "1. Take it with water.\n2. If you feel sick, take it after a meal.\n   - Try dry toast first.\n   - Do not take antacids without asking.\n"
    found = slides(show(tmp_path, program.article(f"## How to take it\n\n{steps}", lang="en"), SMALL))
    texts = [" ".join(slide["text"].split()) for slide in found]
    told = [text for text in texts if "toast" in text or "antacids" in text]
    assert len(told) == 2 and all("If you feel sick, take it after a meal." in text for text in told), texts


def test_no_line_begins_with_what_turns_the_words_before_it_round(tmp_path):
    words = "Most people come five days a week for six weeks. You do not need anesthesia, and you can drive yourself home."
    found = slides(show(tmp_path, program.article(f"## Words\n\n{words}", lang="en")))
    lines = next(lines_of(slide) for slide in found if "anesthesia" in slide["text"])
    assert any("do not" in line for line in lines) and not any(line.startswith("not") for line in lines), lines


def test_a_title_with_no_room_for_what_is_behind_its_colon_loses_the_sign(tmp_path):
    """Both parts keep the look of title screens."""
    title = "Genes, Environment, and Beyond: The Complex Causes of Treatment Resistance"
    first, second = slides(show(tmp_path, program.article("Words.", title, front="kind: article\n"), SMALL))[:2]
    *_, seen, sign = first["lines"][-1]["runs"]
    assert (seen["text"], sign["text"], sign["unseen"]) == ("and Beyond", ":", True)
    assert lines_of(second)[-1] == "Resistance"
    assert first["ground"] == second["ground"] == "deep"
    assert {line["tag"] for slide in (first, second) for line in slide["lines"]} == {"h1"}


def test_the_name_gives_way_to_a_title_that_would_be_small(tmp_path):
    """It stands on the contact screens."""
    front = "kind: article\nsummary: Everything about your treatment, from the first visit to the months after.\n"
    first = slides(show(tmp_path, program.article("Words.", "Your guide to TMS treatment", front=front), FAR))[0]
    assert max(sizes(first, "guide")) > 1.25 * max(sizes(first, "Everything")) and "Riverside" not in first["text"]


def test_sentences_of_a_small_panel_keep_the_ground_of_their_section(tmp_path):
    short = "It is short. And this is a sentence that fills a screen of it. " * 3
    found = [slide for slide in slides(show(tmp_path, program.article(f"## One\n\n{short}\n"), SMALL)) if slide["title"] == "One" and "title" not in slide["text"]]
    assert len(found) > 2 and {slide["ground"] for slide in found} == {"tint"}


@pytest.mark.parametrize("fit, fills", [("cover", True), ("whole", False)])
def test_a_picture_covers_its_half_of_the_title_where_it_may(tmp_path, fit, fills):
    """It is cut on both sides: what is in the middle stays in the middle."""
    front = f"image: {{file: wide.png, alt: A wide one, fit: {fit}}}\n"
    wide = Image.new("RGB", (1600, 1000), (20, 90, 140))
    wide.paste((200, 40, 0), (790, 0, 810, 1000))
    data = io.BytesIO()
    wide.save(data, "PNG")
    content = program.write_content(tmp_path / "content", {"sample": program.article("Words.", front=front)}, files={"wide.png": data.getvalue()})
    made = program.render(content, tmp_path / "out", "--format", "screen")
    title = next(slide for slide in slides(made) if slide["images"])
    [image] = title["images"]
    assert (image["h"] == pytest.approx(HEIGHT, abs=3)) == fills
    assert image["x"] + image["w"] == pytest.approx(1920, abs=1)
    left, top, right, bottom = box(made.directory / "lobby" / title["src"], (200, 40, 0))
    assert (left + right) / 2 == pytest.approx(image["x"] + image["w"] / 2, abs=3)


def test_when_to_call_is_headed_in_white(tmp_path):
    made = show(tmp_path, program.article("## Call us the same day if you have\n\n- [ ] a rash\n- [ ] shaking\n"))
    path = next(path for path in made.screens if "a rash" in words(path))
    left, top, right, bottom = box(path, WHITE, 500)
    assert top < 0.1 * HEIGHT


def test_numbers_in_words_stay_with_what_they_count(tmp_path):
    found = slides(show(tmp_path, program.article("Most people come five days a week for six weeks. You do not need anesthesia, and you can drive yourself home.")))
    text = [line for slide in found for line in lines_of(slide)]
    assert any("six weeks" in line for line in text) and not any(line.endswith((" five", " six")) for line in text), text


@pytest.mark.parametrize("lang, label", [("es", "Escanee"), ("ar", "\u064a\u064f\u0631\u062c\u0649 \u0645\u0633\u062d")])
def test_a_parted_address_leaves_even_lines_above_it(tmp_path, lang, label):
    found = slides(show(tmp_path, program.article("Words.", lang=lang), UPRIGHT))
    lines = next(lines_of(slide) for slide in found if any(line.startswith(label) for line in lines_of(slide)))
    at = next(n for n, line in enumerate(lines) if line.startswith(label))
    assert " " in lines[at + 1] and lines[at + 2].startswith("riverside-health."), lines


def test_a_short_amount_stands_where_lines_end_on_every_card(tmp_path):
    """What is in brackets below it makes it no longer."""
    table = "| Week | Morning |\n|---|---:|\n| 1 | 50 mg (1 tablet) |\n| From week 5 | 1,000 mg (2 tablets) |\n"
    found = [slide for slide in slides(show(tmp_path, program.article(table), UPRIGHT)) if "Morning" in slide["text"]]
    ends = {round(line["x"] + line["w"]) for slide in found for line in slide["lines"] if " mg" in "".join(run["text"] for run in line["runs"])}
    assert len(found) == 2 and max(ends) - min(ends) < 3, ends


def test_a_heading_leaves_its_words_where_they_would_be_scraps(tmp_path):
    """Below its topic this panel has three lines, and its shortest sentence would stand alone."""
    items = "- ¿Tiene un marcapasos, un implante coclear o metal en el cuerpo? Díganoslo.\n- Quítese las joyas, los relojes y los audífonos.\n- Puede comer y beber como siempre.\n"
    found = slides(show(tmp_path, program.article("## Antes de venir\n\n" + items, lang="es", front="kind: article\n"), "screen: {diagonal_in: 10, distance_m: 1}\n"))
    assert not [slide for slide in found if lines_of(slide)[-1:] == ["Díganoslo."] and len(lines_of(slide)) < 4]
    told = [" / ".join(lines_of(slide)) for slide in found]
    assert sum("Antes" in words for words in told) == 1, told


def test_days_in_two_lines_stand_above_their_times_on_an_upright_panel(tmp_path):
    clinic = CLINIC.partition("opening")[0] + "opening_hours:\n  - Mo-Fr\nservices:\n  - TMS therapy\n"
    found = slides(show(tmp_path, program.article("Palabras.", lang="es"), UPRIGHT, clinic=clinic))
    lines = next(lines_of(slide) for slide in found if "Horario" in slide["text"])
    at = lines.index("Horario")
    assert [line.strip() for line in lines[at : at + 3]] == ["Horario", "de atención", "lunes a viernes"], lines


@pytest.mark.parametrize("words, alone", [("An MRI takes pictures of the inside of your body.", "takes"), ("Come 20 minutes early. Bring your ID and your insurance card.", "Come"), ("Atender estos aspectos es parte esencial de una atención completa.", "estos")])
def test_no_short_word_stands_alone_where_smaller_letters_join_it(tmp_path, words, alone):
    """It would fill a third of its line, or more."""
    found = slides(show(tmp_path, program.article(f"## Words\n\n{words}", lang="es" if alone == "estos" else "en"), UPRIGHT))
    lines = [line.strip() for slide in found for line in lines_of(slide)]
    assert alone not in lines and any(alone in line for line in lines), lines


def test_facts_stay_whole_where_they_have_room_from_the_spine_on(tmp_path):
    """Their lines are a little too long for an upright panel's usual margin."""
    found = slides(show(tmp_path, program.article("Words."), UPRIGHT))
    lines = [line.strip() for slide in found for line in lines_of(slide)]
    assert {"8:30 am to 12 noon", "Portland, OR 97201"} <= set(lines), lines
    assert min(line["x"] for slide in found for line in slide["lines"]) >= 0.05 * 1080


def test_a_topic_of_four_lines_stands_on_an_upright_panel(tmp_path):
    title = "Cómo prepararse para su resonancia magnética"
    words = "Una resonancia magnética toma imágenes del interior de su cuerpo."
    found = slides(show(tmp_path, program.article(words, title=title, lang="es"), UPRIGHT))
    slide = next(slide for slide in found if "interior" in slide["text"])
    assert " ".join(slide["text"].split()).startswith(title)


def test_services_of_a_few_words_leave_no_screen_half_empty(tmp_path):
    clinic = "name: NeuroMod Health\nopening_hours: [Mo-Fr]\nservices: [TMS therapy]\n"
    found = slides(show(tmp_path, program.article("Words."), FAR, clinic=clinic))
    [slide] = [slide for slide in found if "TMS therapy" in slide["text"]]
    assert "Monday to Friday" in " ".join(slide["text"].split())


@pytest.mark.parametrize("lang, screens", [("en", 1), ("es", 1), ("ar", 2)])
def test_hours_stand_close_below_the_number_but_whole(tmp_path, lang, screens):
    """From afar, too; in Arabic they need more lines than are left below it, and each screen has it."""
    found = slides(show(tmp_path, program.article("Words.", lang=lang), FAR))
    told = [slide for slide in found if slide["title"] == labels.of(f"lang: {lang}")["contact_heading"]]
    assert len(told) == screens
    [early] = [line for slide in told for line in lines_of(slide) if "8:30" in line]
    assert "12" in early


def test_a_row_stays_on_one_card_where_brackets_may_stay_in_their_lines(tmp_path):
    found = slides(show(tmp_path, program.article(DOSES), FAR))
    [slide] = [slide for slide in found if "3 and 4" in slide["text"]]
    assert all(words in slide["text"] for words in ("Morning", "Evening", "Total each day"))
