"""Whole shows on every kind of panel: nothing is refused, and what each screen owes its section."""

import colorsys
import itertools
import re
import subprocess

import numpy
import pytest
from PIL import Image

import clinics
import labels
import lobby_show
import png
import program
import soak
from conftest import PICTURES
from lobby_articles import MEDICINE, SCAN, scan

PANELS = {
    "landscape": "",
    "portrait": "  width: 1080\n  height: 1920\n",
    "4K": "  width: 3840\n  height: 2160\n",
    "10 inch at 1 m": "  diagonal_in: 10\n  distance_m: 1\n",
    "75 inch at 6 m": "  diagonal_in: 75\n  distance_m: 6\n",
}
OWN = (program.ROOT / "content/treatment-resistance.md").read_text()
TRANSLATED = program.ROOT / "tests/support/translated"
OWN_IN = {f"own-{lang}": {"treatment-resistance": (TRANSLATED / f"treatment-resistance.{lang}.md").read_text()} for lang in ("es", "ar")}
SHOWS = OWN_IN | {"own": {"treatment-resistance": OWN}, "en": {"sertraline": MEDICINE}} | {lang: {f"scan-{lang}": scan(lang)} for lang in SCAN}
ALL = [(panel, show) for panel in PANELS for show in SHOWS]


def show_of(tmp_path, articles, style):
    content = program.write_content(tmp_path / "content", articles, clinic=clinics.BUSY, style=style, files=PICTURES | {"plain.png": PICTURES[next(n for n in PICTURES if n.endswith(".png"))]})
    result = program.render(content, tmp_path / "out", "--format", "screen")
    return result, lobby_show.manifest(result.directory / "lobby")


@pytest.mark.parametrize("panel, name", soak.sample(ALL, 3))
def test_no_panel_refuses_a_show(tmp_path, panel, name):
    style = f"screen:\n{PANELS[panel]}" if PANELS[panel] else None
    result, show = show_of(tmp_path, SHOWS[name], style)
    assert result.status == 0, result.err
    assert "error" not in {finding["severity"] for finding in result.findings}
    width, height = show["panel"]["w"], show["panel"]["h"]
    for slide in show["slides"]:
        for line in slide["lines"]:
            assert line["x"] >= 0.05 * width - 1 and line["x"] + line["w"] <= 0.95 * width + 1, slide["id"]
            assert 0.05 * height - 1 <= line["y"] - 0.72 * line["size"] and line["y"] <= 0.95 * height + 1, slide["id"]


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    articles = {name: text for key, show in SHOWS.items() if key not in OWN_IN for name, text in show.items() if not name.endswith(("ar", "Hans"))}
    return show_of(tmp_path_factory.mktemp("shown"), articles, None)


TALL = re.compile("[A-Zbdfhkl0-9]")  # letters of Andika that are as high as capitals, or higher


def ink_top(picture, line):
    """Rows from the highest ink of the line down to its baseline; part of a row counts by its part."""
    left, right = int(line["x"]), int(line["x"] + line["w"]) + 1
    foot = round(line["y"])
    crop = picture[max(0, foot - int(1.1 * line["size"])) : foot, left:right].astype(float)
    ground = numpy.median(crop[:, ::8].reshape(-1, 3), axis=0)
    run = next(run for run in line["runs"] if run["text"].strip() and not run.get("unseen"))
    axis = numpy.array([int(run["color"][at : at + 2], 16) for at in (1, 3, 5)]) - ground
    covered = numpy.clip((crop - ground) @ axis / (axis @ axis), 0, 1).max(axis=1)
    highest = numpy.flatnonzero(covered > 0.04)[0]
    return len(covered) - highest - 1 + covered[highest]


@pytest.mark.parametrize("panel", soak.sample(list(PANELS), 2))
def test_no_text_is_smaller_than_the_distance_asks(tmp_path, panel):
    """In pixels, of each line of each screen; the show says of which that is not so, and the report why."""
    articles = SHOWS["own"] | SHOWS["en"] | SHOWS["es"]
    result, show = show_of(tmp_path, articles, "art: none\n" + (f"screen:\n{PANELS[panel]}" if PANELS[panel] else ""))
    wanted_mm = max(12.2173 * show["viewing"]["distance_mm"] / 1000, 16)
    scale, small, said, seen = show["panel"]["h"] / show["panel"]["mm_h"], set(), set(), 0
    for slide in {slide["sha256"]: slide for slide in show["slides"]}.values():
        picture = png.pixels(result.directory / "lobby" / slide["src"])
        said |= {slide["id"]} if 0 < slide["cap_mm"] < wanted_mm else set()
        for line in slide["lines"]:
            text = "".join(run["text"] for run in line["runs"] if not run.get("unseen"))
            if TALL.search(text) and ink_top(picture, line) < wanted_mm * scale - 0.5:
                small.add(slide["id"])
            seen += 1
    told = any(finding["rule"] == "screen-distance" for finding in result.findings)
    assert small <= said and told == bool(said) and seen > 150
    assert not said or "inch" in panel


CAPITAL, STEPS = 75.4, (1, 1.15, 1.3, 1.5, 1.7, 2)  # of letters on the default panel, and how they grow
LEADS = {"en": 1.5, "ar": 1.7}  # baseline distance ÷ capital height: some scripts have deep marks


@pytest.mark.parametrize("name", LEADS)
def test_lines_have_the_distance_of_their_script_and_size(tmp_path, name):
    _, show = show_of(tmp_path, SHOWS[name], None)
    seen, grown = set(), set()
    for slide in show["slides"]:
        if "/contact" in slide["id"] or "dose" in slide["id"] or slide["id"].startswith("contact"):  # rows have gaps
            continue
        for above, below in itertools.pairwise(slide["lines"]):
            if above["block"] == below["block"] and above["size"] == below["size"] and below["y"] > above["y"]:
                step = (below["y"] - above["y"]) / (LEADS[name] * CAPITAL)
                if min(abs(step / other - 1) for other in STEPS) < 0.03:
                    seen.add(round(step, 1))
                else:
                    grown.add((slide["id"], above["block"]))
    assert len(seen) >= 2, "of several sizes"
    assert len(grown) <= (name == "ar"), "marks would touch: of a text, not of a show"


MARKED = ["تكويننا الجيني يؤدي دوراً مهماً في طريقة استجابة الجسم لأدوية الاكتئاب.", "العقل نفسه يؤدي دوراً حاسماً في نجاح مضادات الاكتئاب أو فشلها.",
          "عند فهم طبقات مقاومة مضادات الاكتئاب، يتضح أن حلاً واحداً للجميع لا يكفي."]


def test_marks_above_and_below_letters_do_not_part_lines_unevenly(tmp_path):
    """Lines of one text are equally far apart, and farther than their script asks where marks would touch."""
    words = "".join(f"\n## {n}\n\n{sentence}\n" for n, sentence in enumerate([*MARKED, " ".join(MARKED[:2]), " ".join(MARKED[1:])]))
    _, show = show_of(tmp_path, {"marks-ar": f"---\ntitle: علامات\nlang: ar\n---\n{words}"}, None)
    seen = 0
    for slide in show["slides"]:
        lines = [line for line in slide["lines"] if line["block"] == 2] if not slide["id"].startswith("contact") else []
        steps = [below["y"] - above["y"] for above, below in itertools.pairwise(lines)]
        seen += len(steps) > 1
        assert not steps or max(steps) - min(steps) < 1, (slide["id"], steps)
        assert all(step / (lines[0]["size"] * 0.725) > 0.98 * LEADS["ar"] for step in steps), (slide["id"], steps)
    assert seen >= 2, "of three lines or more"


def sections(slides):
    found = {}
    for slide in slides:
        article, heading, _ = slide["id"].split("/")
        if article != "contact":
            found.setdefault((article, heading), []).append(slide)
    return found


def test_every_screen_of_a_section_has_its_topic(shown):
    _, show = shown
    parted = 0
    for (article, _), slides in sections(show["slides"]).items():
        topics = set()
        for slide in slides:
            if slide["images"] or not slide.get("progress"):  # a picture alone has its own words
                continue
            first = next(line for line in slide["lines"] if not line.get("aside"))
            topics.add(("".join(run["text"] for run in first["runs"]), round(first["y"])))
        parted += len(topics) > 0
        assert len(topics) <= 1, (article, topics)
    assert parted >= 4


def tab(slide, panel):
    """Upper and lower edge of the spine's tab."""
    for mark in slide["marks"]:
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", mark["d"])]
        across, down = numbers[0::2], numbers[1::2]
        if min(across) < 0 and 0 < max(across) < 0.06 * panel["w"]:
            return min(down), max(down)
    return None


def test_the_spines_tab_tells_the_place(shown):
    _, show = shown
    height, seen = show["panel"]["h"], 0
    for slides in sections(show["slides"]).values():
        told = [slide for slide in slides if slide.get("progress")]
        for slide in told:
            at, of = map(int, re.findall(r"\d+", slide["progress"]))
            place = tab(slide, show["panel"])
            if not place:  # bands and pictures have no spine
                continue
            seen += 1
            middle = (place[0] + place[1]) / 2
            assert middle == pytest.approx(height * (at - 0.5) / of, abs=0.01 * height)
    assert seen >= 10


def last_lines(show):
    """Of each text of several lines: its screen, its last line's words, and that line's share of
    what lines may be wide."""
    area = show["panel"]["w"] * 0.9
    for slide in show["slides"]:
        if slide["id"].startswith("contact") or "dose" in slide["id"]:
            continue
        blocks = {}
        for line in slide["lines"]:
            blocks.setdefault(line["block"], []).append(line)
        for lines in blocks.values():
            rows = {round(line["y"]): [other for other in lines if round(other["y"]) == round(line["y"])] for line in lines}
            last = rows[max(rows)]
            if len(rows) > 1:
                words = " ".join("".join(run["text"] for run in line["runs"]) for line in last).split()
                yield slide["id"], words, sum(line["w"] for line in last) / area


def test_no_last_line_is_one_short_word(shown):
    """On the default panel; half the measure is long enough."""
    for screen, words, share in last_lines(shown[1]):
        assert len(words) > 1 or share >= 0.25, (screen, words)


SLEEP = (program.ROOT / "tests/cases/chinese/article.md").read_text()


@pytest.mark.parametrize("articles, texts", [(SHOWS["own-ar"] | SHOWS["ar"], 15), (SHOWS["zh-Hans"] | {"sleep": SLEEP}, 6)])
def test_no_last_line_is_one_short_word_in_other_scripts(tmp_path, articles, texts):
    """Where no blanks part words, a line of three signs is one."""
    _, show = show_of(tmp_path, articles, None)
    found = list(last_lines(show))
    for screen, words, share in found:
        alone = len(words) == 1 and (words[0] < "\u0700" or sum(sign.isalnum() for sign in words[0]) < 4)
        assert not alone or share >= 0.25, (screen, words)
    assert len(found) >= texts


def test_a_statement_stands_where_the_eye_looks(shown):
    """0.42 of what is free is above it."""
    _, show = shown
    slide = next(s for s in show["slides"] if s["alt"].startswith("Is it safe?"))
    em, cap = 104, 75.4
    line, *others = slide["lines"][1:]
    top, foot = 0.05 * 1080 + 0.18 * em + 1.5 * cap + 0.42 * em, 0.95 * 1080
    size = line["size"] / em
    ink = cap * size + 0.3 * em * size + len(others) * 1.5 * cap * size
    assert line["y"] - cap * size == pytest.approx(top + 0.42 * (foot - top - ink), abs=6)


def test_browsers_draw_no_colon_that_the_picture_has_not(shown):
    """The place of a label parts it from its value; only who listens needs the sign."""
    _, show = shown
    runs = [run for slide in show["slides"] if "/your-dose" in slide["id"] for line in slide["lines"] for run in line["runs"]]
    assert any(run["text"].strip() == ":" and run.get("unseen") for run in runs)
    assert not any(run["text"].strip().endswith(":") and not run.get("unseen") for run in runs)


def test_a_picture_below_a_list_is_no_reason_to_call(shown):
    """The heading, which the list goes on with, stands above the list alone, and so does the number."""
    _, show = shown
    called = [slide for slide in show["slides"] if "/call-us-the-same-day" in slide["id"]]
    lists = [slide for slide in called if not slide["images"]]
    assert len(called) > len(lists) > 0
    for slide in called:
        assert ("Call us the same day" in slide["alt"]) == (slide in lists)
        assert ("+1 503 234 5678" in slide["alt"]) == (slide in lists)


ACCENTS = [tuple(round(255 * c) for c in colorsys.hls_to_rgb(hue / 12, 0.3, 0.7)) for hue in range(12)]


@pytest.mark.parametrize("accent", soak.sample(["#%02x%02x%02x" % accent for accent in ACCENTS], 4))
def test_words_stand_out_whatever_the_accent(tmp_path, accent):
    result, show = show_of(tmp_path, SHOWS["en"], f"accent: '{accent}'\n")
    assert result.status == 0, result.err
    assert min(slide["min_contrast"] for slide in show["slides"]) >= 7


def test_the_code_is_read_off_a_small_picture(shown, tmp_path):
    """A fifth of the size: a telephone across the room."""
    result, show = shown
    slide = next(s for s in reversed(show["slides"]) if any(mark.get("alt") for mark in s["marks"]))
    small = tmp_path / "small.png"
    with Image.open(result.directory / "lobby" / slide["src"]) as picture:
        picture.convert("L").resize((picture.width // 5, picture.height // 5), Image.LANCZOS).save(small)
    read = subprocess.run(["zbarimg", "-q", "--raw", small], capture_output=True, text=True).stdout.strip()
    assert read == "https://www.riverside-health.example"


@pytest.mark.parametrize("panel", ["portrait", "75 inch at 6 m"])
def test_what_to_take_home_is_one_screen(tmp_path, panel):
    """The code gives way to topic, words and where it leads."""
    _, show = show_of(tmp_path, SHOWS["en"], f"screen:\n{PANELS[panel]}")
    said = labels.of("lang: en")
    [slide] = [slide for slide in show["slides"] if said["take_home"] in slide["text"]]
    assert said["screen_more"] in slide["text"].replace("\n", " ") and any(mark.get("alt") for mark in slide["marks"])


def test_screens_of_words_are_small(shown):
    """What a slow line to a display takes in a second."""
    _, show = shown
    assert max(slide["bytes"] for slide in show["slides"] if not slide["images"]) < 60_000


@pytest.mark.parametrize("panel", ["10 inch at 1 m", "75 inch at 6 m"])
def test_words_that_no_dictionary_has_stay_whole(tmp_path, panel):
    """A pacemaker is taken for a row of words of one sign, and so is a hearing aid."""
    _, show = show_of(tmp_path, SHOWS["zh-Hans"], f"screen:\n{PANELS[panel]}")
    said = [line for slide in show["slides"] if slide["id"].startswith("scan") for line in slide["text"].splitlines()]
    assert any("起搏器" in line for line in said) and any("助听器" in line for line in said)
    assert [line for line in said if line.endswith(("起", "搏", "助", "听"))] == []


def test_what_stands_for_the_number_parts_no_word(tmp_path):
    """In Chinese, on a small panel, it would fill two lines of larger letters to the last sign."""
    style = f"screen:\n{PANELS['10 inch at 1 m']}"
    content = program.write_content(tmp_path / "content", {"sleep": SLEEP}, clinic="name: NeuroMod Health\nopening_hours: [Mo-Fr]\n", style=style)
    shown = lobby_show.manifest(program.render(content, tmp_path / "out", "--format", "screen").directory / "lobby")
    assert any("我们的电话号码" in line for slide in shown["slides"] for line in slide["text"].splitlines())


@pytest.mark.parametrize(
    "name, together",
    [("own", "coping mechanisms, and cognitive biases,"), ("own-es", "El estrés, los traumas"), ("own-es", "La alimentación, el ejercicio")],
)
def test_parts_of_sentences_are_even(tmp_path, name, together):
    """Commas of a sentence on three screens or more are chosen together; a word or two is no screen."""
    _, show = show_of(tmp_path, SHOWS[name], f"screen:\n{PANELS['10 inch at 1 m']}")
    assert any(together in slide["text"].replace("\n", " ") for slide in show["slides"])


ITEM = "---\ntitle: Preparing\n---\n\n## Before you come\n\n- Tell us if you have a pacemaker, a cochlear implant or metal in your body.\n"


@pytest.mark.parametrize(
    "article, whole",
    [
        (OWN, "Stressful life events, trauma, and social dynamics all contribute to the web influencing treatment outcomes."),
        (OWN, "these drugs, affecting their efficacy."),
        (ITEM, "Tell us if you have a pacemaker, a cochlear implant or metal in your body."),
        (scan("es"), "implante coclear o metal en el cuerpo? Díganoslo."),
    ],
)
def test_letters_are_smaller_before_a_sentence_is_torn(tmp_path, article, whole):
    """Lists stay with their verb, items with the one word that says what to do, and no screen has a few words alone."""
    _, show = show_of(tmp_path, {"words": article}, f"screen:\n{PANELS['10 inch at 1 m']}")
    assert any(whole in slide["text"].replace("\n", " ") for slide in show["slides"])
