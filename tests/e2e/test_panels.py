"""No panel refuses an article: all sizes, distances, heights and ways to hang it, for two clinics."""
import json
import re

import pytest

import clinics
import lobby_show
import markdown
import pdf
import program
import soak

DOSES = """\
Your doctor has prescribed this medicine. It helps with low mood and worry; most people feel the first
change after two weeks, and the full effect after four to six weeks of treatment with the same dose.

## Your dose, week by week

| Week | Morning | Evening | Total each day |
|------|---------|---------|----------------|
| 1 | 25 mg (half a tablet) | – | 25 mg |
| 3 and 4 | 50 mg (1 tablet) | 25 mg (half a tablet) | 75 mg |

## Call us the same day if you have

- [ ] a rash
- [ ] thoughts of harming yourself

> [!WARNING]
> Do not stop suddenly: electroencephalographically monitored withdrawal takes weeks.
"""
ARABIC = "تناول الدواء مرة واحدة في اليوم مع كوب من الماء. اتصل بنا على +1 503 234 5678 إذا شعرت بألم.\n\n## قبل أن تأتي\n\n- لا تأكل\n- أحضر بطاقتك\n"
PANELS = [
    (diagonal, distance, mounting, landscape)
    for diagonal in (24, 32, 43, 55, 65, 75)
    for distance in (1, 2, 3, 4, 5, 6)
    for mounting in (1.5, 2.0)
    for landscape in (True, False)
]
# The legal height of capitals: 0.0122173 of the distance, or what the mounting height asks for
# (lobby-standards 3.1); of one panel all screens but the smaller ones have it.
DEFAULT = (43, 3, 1.5, True)


def style_of(panel):
    diagonal, distance, mounting, landscape = panel
    width, height = (1920, 1080) if landscape else (1080, 1920)
    return (
        f"screen:\n  width: {width}\n  height: {height}\n  diagonal_in: {diagonal}\n  distance_m: {distance}\n"
        f"  mounting_m: {mounting}\n"
    )


@pytest.fixture(scope="module", params=["busy", "own"])
def clinic(request, tmp_path_factory):
    base = tmp_path_factory.mktemp(request.param)
    if request.param == "own":
        source = (program.ROOT / "content/treatment-resistance.md").read_text()
        articles, facts = {"treatment-resistance": source}, (program.ROOT / "content/clinic.yaml").read_text()
    else:
        articles = {
            "doses": program.article(DOSES, title="Starting sertraline: how to take it"),
            "arabic": program.article(ARABIC, title="الدواء", lang="ar", front="kind: article\n"),
            "closed": program.article("We are closed on Thursday. We open again on Friday at 8:30 am.", title="Closed"),
        }
        facts = clinics.BUSY
    return base, articles, facts


def render(clinic, panel):
    base, articles, facts = clinic
    content = program.write_content(base / "content", articles, clinic=facts, style=style_of(panel))
    return program.render(content, base / "out", "--format", "screen,json")


def is_parted(word, shown):
    """True when parts of the word stand there, as on panels that hold no more than a few letters."""
    return any(word[:i] in shown and (word[i:] in shown or is_parted(word[i:], shown)) for i in range(2, len(word)))


def assert_all_words(lobby, articles):
    slides = lobby_show.manifest(lobby)["slides"]
    for name, source in articles.items():
        shown = pdf.squash("".join(slide["alt"] for slide in slides if slide["id"].startswith(name + "/")))
        forms = [[w for w in map(pdf.squash, markdown.words(form)) if w not in shown] for form in markdown.forms(source)]
        assert [word for word in min(forms, key=len) if not is_parted(word, shown)] == []


def assert_honest(panel, report, slides):
    """Smaller letters are said, with how far they reach, and none is under 0.6 of the legal height."""
    legal = 0.999 * 0.0122173 * panel[1] * 1000  # as exact as sizes of letters are
    said = [f for f in report["findings"] if f["rule"] == "screen-distance"]
    small = [slide for slide in slides if 0 < slide["cap_mm"] < legal]
    assert bool(small) <= bool(said)
    assert [slide for slide in slides if "reads_to_m" in slide] == small
    assert all(slide["reads_to_m"] < panel[1] and slide["cap_mm"] >= 0.6 * legal for slide in small)
    told = {float(tenths) for f in said for tenths in re.findall(r"readable to ([\d.]+) m", f["message"])}
    assert {round(slide["reads_to_m"], 1) for slide in small} <= told


def test_a_heading_of_three_lines_stands_above_when_to_call(tmp_path):
    """The bands leave less room than they were measured in."""
    articles = {"doses": program.article(DOSES, title="Starting sertraline: how to take it")}
    result = render((tmp_path, articles, clinics.BUSY), (24, 2, 1.5, False))
    slides = lobby_show.manifest(result.directory / "lobby")["slides"]
    assert "Call us the same day if you have To do: a rash" in next(s["alt"] for s in slides if "a rash" in s["alt"])


# Every thirteenth: two of each diagonal and of each distance, three of each way to hang them.
@pytest.mark.parametrize("panel", PANELS if soak.WHOLE else PANELS[::13], ids=str)
def test_no_panel_refuses(clinic, panel):
    result = render(clinic, panel)
    report = json.loads(result.out)
    assert result.status == 0, [f for f in report["findings"] if f["severity"] == "error"]
    assert report["show"]["current"] and not report["show"]["missing"]
    slides = lobby_show.manifest(result.directory / "lobby")["slides"]
    assert_honest(panel, report, slides)
    assert_all_words(result.directory / "lobby", clinic[1])


def test_the_default_panel_has_no_small_letters(clinic):
    report = json.loads(render(clinic, DEFAULT).out)
    assert not [f for f in report["findings"] if f["rule"] == "screen-distance"]
    assert all(file["screen"]["cap_mm"] >= 36.65 for file in report["files"])


def test_the_table_of_panels_has_them_all(tmp_path):
    content = program.write_content(tmp_path / "content", {"one": program.article("Drink water.")})
    table = program.run("check", "--content", content, "--panels").stdout.splitlines()
    rows = [line.split() for line in table if " in  " in line]
    assert len(rows) == 24 and {row[0] for row in rows} == {"24", "32", "43", "55", "65", "75"}
    assert "refused" not in "".join(table)
    assert [" ".join(row[5:]) for row in rows if row[:3] == ["75", "in", "landscape"]] == ["1.0 2.0 3.0 4.0 5.0 6.0"] * 2
    worst = next(" ".join(row[5:]) for row in rows if row[:4] == ["24", "in", "landscape", "1.5"])
    assert re.fullmatch(r"1.0 2.0 [\d.]+( \(\d+\))? [\d.]+ \(\d+\) [\d.]+ \(\d+\) [\d.]+ \(\d+\)", worst), worst


def test_the_table_of_panels_says_what_is_wrong(tmp_path):
    """An article with an error takes no panel from the others, and is told once."""
    articles = {"good": program.article("Drink water."), "lost": program.article("![A cup](cup.png)")}
    content = program.write_content(tmp_path / "content", articles)
    result = program.run("check", "--content", content, "--panels")
    assert result.returncode == 1 and result.stderr.count("[image-file]") == 1
    assert "refused" not in result.stdout and result.stdout.count(" in  ") == 24
    result = program.run("check", "--content", content, "--panels", "--article", "goood")
    assert result.returncode == 1 and result.stderr.count("did you mean 'good'?") == 1
