"""`handout check` as its users run it: what it says of the clinic's own article, its exit statuses,
its three kinds of report, and its formulas beside those of GNU style."""

import json
import re
import subprocess

import jsonschema
import pytest

import fetched
import program

CLINIC = program.CLINIC + "verified_on: 2026-10-01\n"
# All dates are told from this day: 2026-11-01.
ENVIRONMENT = program.environment(SOURCE_DATE_EPOCH="1793491200")

EASY = """\
You can sleep well again. Small steps help a lot. Go to bed at the same time each day. Keep your room
dark and cool. Put your phone in the next room. Do not drink coffee late in the day. A short walk can
help you rest. Read a book with a warm light. If you wake at night, stay calm. Think of a place that
you love. Let your breath go in and out. Most people fall back to sleep soon. Ask your nurse if you
still lie awake after a month. She will listen and help you find a way. Bring a list of how long you
slept. It will show what works for you and what does not.
"""
MIDDLE = """\
Many adults find it difficult to sleep when they are worried about money, family or work. The body
prepares for danger, and the heart beats faster than it should. A regular evening routine tells the
brain that the day is over. Exercise in the morning or the afternoon makes deep sleep more likely, but
exercise shortly before bedtime can have the opposite effect. Alcohol may help you to fall asleep, yet
it disturbs the second half of the night. If your difficulties continue for several weeks, make an
appointment with your doctor. Together you can look for the causes and choose a treatment that suits
you.
"""
HARD = """\
Contemporary investigations demonstrate considerable variability in individual susceptibility to
environmental influences during adolescence. Longitudinal observations of representative populations
indicate that socioeconomic disadvantage accumulates throughout childhood and subsequently determines
educational opportunities. Nevertheless, interdisciplinary collaboration between governmental
institutions and voluntary organizations considerably alleviates these consequences, particularly
where administrative responsibilities are distributed appropriately. Practitioners consequently
emphasize the necessity of comprehensive evaluation before implementing organizational modifications.
International comparisons additionally illustrate that preventive approaches substantially reduce
expenditure, although quantitative estimates remain controversial among experienced professionals.
Methodological inconsistencies between institutional registers unfortunately complicate retrospective
interpretation, and researchers therefore recommend internationally standardized documentation.
Administrative simplification would encourage participation without compromising confidentiality.
"""


def check(content, *args, **kwargs):
    fonts = program.ROOT / "fonts/fonts.conf"
    return program.run("check", "--content", content, "--fonts", fonts, *args, env=ENVIRONMENT, **kwargs)


def findings(result):
    """The findings of a text report, as (line, rule)."""
    lines = [program.FINDING.match(line) for line in result.stdout.splitlines()]
    return [(int(m["line"] or 0), m["rule"], m["severity"]) for m in lines if m]


def words(body, directory, clinic=CLINIC, files=None, **kwargs):
    content = program.write_content(
        directory / "content", {"sample": program.article(body, **kwargs)}, clinic=clinic, files=files
    )
    return content


@pytest.fixture(scope="module")
def clinic_report():
    return check("content", "--verbose")


# Every finding about the clinic's own article: place, severity, rule.
EXPECTED = """\
1 warning front-matter-missing
1 warning you-rate
1 warning visual-cues
1 warning reading-ease
1 warning reading-smog
1 warning provenance
1 warning crisis-line
1 warning reading-grade
1 warning sentence-mean
1 warning long-words
1 note tool
2:8 warning title-length
6:167 note jargon
6:180 note jargon
6:271 note jargon
10:1 warning paragraph-long
10:229 note jargon
10:272 note jargon
14:134 note jargon
14:353 note jargon
18:233 note jargon
18:334 note jargon
20:22 note jargon
22:277 note jargon
22:296 note jargon
26:114 note jargon
26:122 note jargon
26:186 note jargon
26:211 warning sentence-long
30:115 note jargon
30:203 note jargon
30:279 warning sentence-long
30:386 note jargon
36:43 warning abbreviation
"""


def test_clinic_article_has_exactly_these_findings(clinic_report):
    found = ""
    for line in clinic_report.stdout.splitlines():
        match = program.FINDING.match(line)
        if match and match["path"] == "content/treatment-resistance.md":
            place = match["line"] + (":" + match["col"] if match["col"] else "")
            found += f"{place} {match['severity']} {match['rule']}\n"
    assert found == EXPECTED
    assert clinic_report.returncode == 0


def test_what_is_said_again_and_again_is_counted():
    lines = check("content").stdout.splitlines()
    jargon = [line for line in lines if line.endswith("[jargon]")]
    assert len(jargon) == 4
    assert re.fullmatch(r"content/treatment-resistance\.md: note: \d+ more of this kind: --verbose "
                        r"lists them \[jargon\]", jargon[-1])


def test_clinic_article_is_told_to_read_at_college_level(clinic_report):
    assert "content/treatment-resistance.md:1: warning: the text reads at grade 14.5, for college readers" in clinic_report.stdout
    assert "In short: the text is for college readers." in clinic_report.stdout
    assert "split the sentences that are listed" in clinic_report.stdout


def test_worst_sentences_are_named_in_their_places(clinic_report):
    longest = [f for f in findings(clinic_report) if f[1] == "sentence-long"]
    assert [line for line, _, _ in longest] == [26, 30]
    assert ":30:279: warning: 'By acknowledging and addressing these …' has 33 words, the limit is 20" in clinic_report.stdout


def test_pemat_aid_leaves_the_judgement_to_people(clinic_report):
    assert "It is no PEMAT score; people give that." in clinic_report.stdout
    assert "Only a person can judge: 2 nothing distracts" in clinic_report.stdout
    aid = clinic_report.stdout.split("PEMAT pre-check")[1]
    assert "%" not in aid


def test_every_product_is_measured(clinic_report):
    rows = re.findall(r"^  (\S+) +(\d+) +([\d.]+) pt +([\d.]+):1 +(\d+) +\d+ +(\d+) % +(\d+)$", clinic_report.stdout, re.M)
    by_name = {name: rest for name, *rest in rows}
    assert {"standard", "large", "giant", "screen"} <= set(by_name)
    for name, floor in (("standard", 12), ("large", 18), ("giant", 24)):
        assert float(by_name[name][1]) >= floor
        assert float(by_name[name][2]) >= 7
        assert int(by_name[name][3]) <= 80
        assert by_name[name][5] == "0"


SCRIPTS = ["arabic", "chinese", "hebrew", "hindi", "thai", "vietnamese"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_sizes_are_told_in_every_script(script, tmp_path):
    """Faces without Latin letters have no x to measure; their size is that of the face beside them."""
    source = (program.ROOT / f"tests/cases/{script}/article.md").read_text()
    content = program.write_content(tmp_path / "content", {script: source}, clinic=CLINIC)
    result = check(content)
    assert "layout-size" not in result.stdout
    sizes = dict(re.findall(r"^  (\S+) +\d+ +([\d.]+) pt ", result.stdout, re.M))
    assert (sizes["standard"], sizes["large"], sizes["giant"]) == ("12.0", "18.0", "24.0")


def test_checking_writes_no_file(tmp_path):
    content = words(EASY, tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert check(content, cwd=tmp_path).returncode == 0
    assert sorted(tmp_path.rglob("*")) == before


def test_render_says_one_line_on_reading_and_succeeds(tmp_path):
    result = program.render("content", tmp_path / "out", "--format", "standard")
    assert result.status == 0
    rules = result.rules()
    assert rules.count("reading-grade") == 1 and rules.count("crisis-line") == 1
    assert not {"jargon", "sentence-long", "reading-smog", "you-rate"} & set(rules)
    assert result.pdfs


def test_render_refuses_filler_unless_it_is_silenced(tmp_path):
    filler = "Call 212 555-0123."
    content = words(filler, tmp_path)
    refused = program.render(content, tmp_path / "out", "--format", "standard")
    assert refused.status == 1 and "placeholder" in refused.rules("error") and not refused.pdfs
    words(filler, tmp_path, files={"checks.yaml": b"silence:\n  placeholder: a sample\n"})
    made = program.render(content, tmp_path / "out", "--format", "standard")
    assert made.status == 0 and made.pdfs


STATUSES = {
    "warnings alone": ((), 0),
    "strict": (("--strict",), 1),
    "an unknown option": (("--frmat", "json"), 2),
    "an unknown report": (("--format", "jsn"), 2),
    "an article without its option": (("sample",), 2),
    "an article that is not there": (("--article", "smple"), 1),
    "no fonts": (("--fonts", "none.conf"), 3),
    "no fonts, no layout": (("--words-only", "--fonts", "none.conf"), 0),
}


@pytest.mark.parametrize("args, status", STATUSES.values(), ids=STATUSES)
def test_exit_status(args, status, tmp_path):
    content = words("You get TMS here.", tmp_path)
    assert check(content, *args).returncode == status


def test_an_error_of_judgement_fails(tmp_path):
    content = words("TODO: write.", tmp_path)
    assert check(content, "--words-only").returncode == 1


def test_mistyped_words_get_advice(tmp_path):
    content = words(EASY, tmp_path)
    assert "did you mean 'json'" in check(content, "--format", "jsn").stderr
    assert "did you mean 'jargon'" in check(content, "--explain", "jargn").stderr


def test_a_rule_is_explained():
    told = program.run("check", "--explain", "reading-grade").stdout
    for part in ("reading-grade (warning)", "Why:", "To mend it:", "Source:", "content/checks.yaml"):
        assert part in told
    assert "keeps a promise" in program.run("check", "--explain", "glyph-missing").stdout


def test_every_rule_is_explained():
    told = program.run("check", "--explain", "all").stdout
    blocks = told.strip().split("\n\n")
    assert len(blocks) > 60
    for block in blocks:
        assert all(re.search(rf"^  {part}: \S", block, re.M) for part in ("The rule", "Why", "To mend it", "Source")), block


def test_json_holds_findings_and_numbers(tmp_path):
    content = words(EASY + "\nYou get TMS.\n", tmp_path)
    report = json.loads(check(content, "--format", "json").stdout)
    assert set(report) == {"findings", "articles", "silenced"}
    (article,) = report["articles"]
    assert article["words"] > 100 and article["sentences"] == 17
    names = {m["name"]: m for m in article["measures"]}
    assert names["Flesch-Kincaid grade"]["value"] < names["Flesch-Kincaid grade"]["limit"]
    assert {"standard", "screen"} <= {p["format"] for p in article["products"]}
    assert "abbreviation" in {f["rule"] for f in report["findings"]}


SENTENCES = {
    "hi": "यह एक छोटा वाक्य है। ",
    "ar": "هل نمت جيدا؟ ",
    "am": "ይህ አጭር ነው። ",
    "ur": "یہ ایک جملہ ہے۔ ",
    "zh": "请好好休息。",
    "ja": "よく休みましょう。",
    "km": "សូមសម្រាក។ ",
    "my": "နားပါ။ ",
    "en": "Ask Dr. J. L. Lee, e.g. at 9 a.m. on Monday. ",
}


@pytest.mark.parametrize("lang", SENTENCES)
def test_sentences_of_every_script_are_counted(lang, tmp_path):
    text = f"---\ntitle: T\nlang: {lang}\n---\n\n{SENTENCES[lang] * 8}\n"
    content = program.write_content(tmp_path / "content", {"sample": text}, clinic=CLINIC)
    (article,) = json.loads(check(content, "--format", "json", "--words-only").stdout)["articles"]
    assert article["sentences"] == 8


def test_a_clean_run_prints_the_numbers(tmp_path):
    result = check(words(EASY, tmp_path), "--words-only")
    assert "Flesch-Kincaid grade" in result.stdout and "Good: most patients can read it." in result.stdout


def test_sarif_meets_its_schema(tmp_path):
    content = words("TODO: you get TMS.", tmp_path)
    odd = content.rename(tmp_path / "con tent é")
    log = json.loads(check(odd, "--format", "sarif").stdout)
    jsonschema.validate(log, json.loads(fetched.sarif_schema()))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] and result["message"]["text"]
        for location in result["locations"]:
            assert re.fullmatch(r"[!-~]+", location["physicalLocation"]["artifactLocation"]["uri"])
    assert {"placeholder", "abbreviation"} <= {r["ruleId"] for r in run["results"]}


def familiar(word, listed):
    """As the formula's authors count: a listed word, its plural, and its regular verb forms."""
    forms = {word}
    for ending in ("'s", "s", "es", "d", "ed", "ing", "er", "est"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            forms |= {stem, stem + "e", re.sub(r"(.)\1$", r"\1", stem), re.sub("i$", "y", stem)}
    return bool(forms & listed)


def dale_chall(text):
    listed = fetched.easy_words()
    assert len(listed) > 2900
    total = hard = 0
    sentences = [s for s in re.split(r"(?<=[.!?])\s+", text) if s.strip()]
    for sentence in sentences:
        for n, word in enumerate(re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", sentence)):
            total += 1
            name = n > 0 and word[0].isupper()
            hard += not name and not familiar(word.lower().replace("’", "'"), listed)
    share = 100 * hard / total
    return 0.1579 * share + 0.0496 * total / len(sentences) + (3.6365 if share > 5 else 0)


@pytest.mark.parametrize("text", [EASY, MIDDLE, HARD], ids=["easy", "middle", "hard"])
def test_dale_chall_comes_close_to_the_published_word_list(text, tmp_path):
    """The program has a list of its own, since that one may not be copied, and calls the grade an
    estimate: one grade off at most."""
    report = json.loads(check(words(text, tmp_path), "--words-only", "--format", "json").stdout)
    (ours,) = [m["value"] for m in report["articles"][0]["measures"] if "estimate" in m["name"]]
    assert abs(ours - dale_chall(text)) <= 1, (ours, dale_chall(text))


# Our name of a measure, how GNU style prints it, and how far apart the two may be: so many units
# and, for formulas with syllables, a share of the value. Both count syllables by rules of their own;
# what counts letters alone is the same but for rounding.
STYLE = {
    "automated readability index": (r"ARI: ([-\d.]+)", 0.1, 0),
    "Coleman-Liau": (r"Coleman-Liau: ([-\d.]+)", 0.1, 0),
    "Flesch-Kincaid grade": (r"Kincaid: ([-\d.]+)", 0.7, 0.08),
    "Flesch reading ease": (r"Flesch Index: ([-\d.]+)", 4, 0.15),
    "Gunning Fog": (r"Fog Index: ([-\d.]+)", 0.5, 0.05),
    "SMOG grade": (r"SMOG-Grading: ([-\d.]+)", 0.8, 0.05),
}


@pytest.mark.parametrize("text", [EASY, MIDDLE, HARD], ids=["easy", "middle", "hard"])
def test_formulas_agree_with_gnu_style(text, tmp_path):
    told = subprocess.run(["style"], input=text, capture_output=True, text=True, check=True).stdout
    report = json.loads(check(words(text, tmp_path), "--words-only", "--format", "json").stdout)
    ours = {m["name"]: m["value"] for m in report["articles"][0]["measures"]}
    for name, (pattern, units, share) in STYLE.items():
        theirs = float(re.search(pattern, told)[1])
        apart = abs(ours[name] - theirs)
        assert apart <= units + share * abs(theirs), f"{name}: {ours[name]} and {theirs}\n{told}"


def test_crisis_lines_are_printed_as_the_clinic_gives_them(tmp_path):
    clinic = CLINIC + (
        "crisis_lines:\n  - name: Night line of the county\n    telephone: +1 212 736 5009\n"
        "    text: '741741'\n    verified_on: 2026-10-01\n"
    )
    content = words(EASY, tmp_path, clinic=clinic)
    result = program.render(content, tmp_path / "out", "--format", "standard")
    text = subprocess.run(["pdftotext", "-raw", result.pdf("sample"), "-"], capture_output=True, text=True, check=True).stdout
    for part in ("If you need help right now", "Night line of the county", "Call: +1 212 736 5009", "Text: 741741"):
        assert part in text
    assert "988" not in text


CRISIS_FAULTS = {
    "no way to reach it": ("  - name: Night line\n", "lacks a way to reach it"),
    "no name": ("  - telephone: '988'\n", "lacks its name"),
    "not a mapping": ("  - '988'\n", "has a name and"),
    "no number": ("  - name: N\n    telephone: soon\n", "is no 'telephone'"),
    "no date": ("  - name: N\n    telephone: '988'\n    verified_on: now\n", "is no date"),
}


@pytest.mark.parametrize("lines, message", CRISIS_FAULTS.values(), ids=CRISIS_FAULTS)
def test_faults_in_crisis_lines_are_told(lines, message, tmp_path):
    result = check(words(EASY, tmp_path, clinic=CLINIC + "crisis_lines:\n" + lines), "--words-only")
    assert result.returncode == 1
    assert message in result.stdout
