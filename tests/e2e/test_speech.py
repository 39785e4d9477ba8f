"""Articles read aloud: what is said, how it sounds, and what the build tells of it."""

import functools
import math
import os
import pathlib
import re
import shutil
import subprocess
import wave

import numpy
import pytest

import labels
import program
from spoken import ARTICLES, PAGES, clinic_at, sound, write_sound


@pytest.fixture(scope="module")
def rendered(tmp_path_factory):
    base = tmp_path_factory.mktemp("speech")
    content = clinic_at(base, ARTICLES)
    result = program.render(content, base / "out", "--format", "screen")
    assert result.status == 0, result.err
    return result


@pytest.fixture(scope="module")
def lobby(rendered):
    return rendered.directory / "lobby"


@pytest.fixture(scope="module")
def heard(lobby, tmp_path_factory):
    """The samples of a file of sound, 48000 in a second, of which 1 is the loudest."""
    made = {}

    def samples(src):
        if src not in made:
            path = tmp_path_factory.mktemp("wave") / "sound.wav"
            subprocess.run(["opusdec", "--quiet", "--rate", "48000", lobby / src, path], check=True, capture_output=True)
            with wave.open(str(path)) as file:
                assert (file.getnchannels(), file.getframerate()) == (1, 48000)
                made[src] = numpy.frombuffer(file.readframes(file.getnframes()), numpy.int16) / 32768
        return made[src]

    return samples


def test_every_sentence_has_its_sound(lobby, heard):
    """Contiguous: each ends where the next begins, the last with the file; and none is silent."""
    for page in PAGES:
        for part in sound(lobby, page).values():
            samples = heard(part["src"])
            said = part["said"]
            assert said[0][1] == 0 and abs(said[-1][2] - len(samples) / 48000) < 0.05
            for (_, _, end), (_, begin, _) in zip(said, said[1:]):
                assert end == begin
            for words, begin, end in said:
                piece = samples[int(begin * 48000) : int(end * 48000)]
                assert len(piece) > 0.2 * 48000 and abs(piece).max() > 0.05, words


def test_all_words_are_said_in_their_order(lobby):
    words = [seen for seen, _, _ in sound(lobby, "read-mri.html")["page"]["said"]]
    assert words == [
        "Your MRI & you",
        "Call (503) 234-5678 before you come.",
        "In a crisis, call or text 988 at any time.",
        "Dr. Lee is here from 9 a.m. on Monday.",
        "Before you come",
        "Tell us about metal in your body: H2O is fine.",
        "Take 500 mg once, with 1,112 ml of water.",
        "Medicine", "Dose", "Sertraline", "50 mg", "Water", "200 ml", "Coffee", "–",
        "Lie still.",
        "Bring your card.",
        "Two hands under running water",
        "Softhyphens and non\u2011breaking words.",
        "In Spanish, they say buenos días.",
    ]
    assert [seen for seen, _, _ in sound(lobby, "topics.es.html")["page"]["said"]][1:3] == ["¿Qué le gustaría saber?", "Toque una imagen para empezar."]


def asked_at(base, articles, clinic=program.CLINIC):
    """What espeak-ng is asked to say, [voice, marks], as a program of its name hears it, which says the same of each."""
    log = base / "log"
    stand_in = base / "bin/espeak-ng"
    stand_in.parent.mkdir()
    write_sound(base / "said.wav")
    stand_in.write_text(
        f'#!/bin/sh\nwords=$(cat)\nwhile [ "$1" != -v ]; do shift; done\n'
        f"printf '%s\\t%s\\n' \"$2\" \"$words\" >>{log}\n"
        f"cat {base}/said.wav\n"
    )
    stand_in.chmod(0o755)
    content = clinic_at(base, articles, clinic=clinic)
    env = program.environment(PATH=f"{stand_in.parent}:{os.environ['PATH']}")
    result = program.render(content, base / "out", "--format", "screen", env=env)
    assert result.status == 0, result.err
    return [line.split("\t") for line in log.read_text().splitlines()]


@pytest.fixture(scope="module")
def requests(tmp_path_factory):
    return asked_at(tmp_path_factory.mktemp("asked"), ARTICLES)


def bare(marks, keep="-"):
    """Words without the marks of SSML, but for one."""
    return re.sub(rf"</?(?!{keep}\b)\w[^>]*>", "", marks).removeprefix("<speak>").removesuffix("</speak>")


def asked_of(base, words, lang="en-US", clinic=program.CLINIC):
    """All that is asked for an article, without marks but those of other voices."""
    asked = asked_at(base, {"a": program.article(words, title="Anna", lang=lang, front="kind: article\n")}, clinic)
    return [bare(marks, keep="voice") for _, marks in asked]


@functools.cache
def phonemes(voice, marks):
    done = subprocess.run(["espeak-ng", "-q", "-x", "-m", "-v", voice, "--stdin"], input=marks, capture_output=True, text=True, check=True)
    return re.sub(r"[',_|!:\s]+", "", done.stdout)


def digits(voice, number):
    """How each digit is said by itself."""
    return [phonemes(voice, digit) for digit in number]


def in_order(parts, whole):
    at = 0
    for part in parts:
        at = whole.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return True


def test_numbers_to_call_are_said_digit_by_digit(requests):
    asked = {re.sub("<[^>]*>", "", marks): (voice, marks) for voice, marks in requests}

    def said(beginning):
        voice, marks = next(found for words, found in asked.items() if words.startswith(beginning))
        return voice, phonemes(voice, marks)

    voice, crisis = said("In a crisis")
    assert voice == "en-us" and in_order(digits(voice, "988"), crisis) and "hVndrI" not in crisis
    voice, call = said("Call")
    assert in_order(digits(voice, "5032345678"), call) and "daS" not in call
    voice, dose = said("4. Take")
    assert "hVndrI" in dose, "a dose is a number"
    voice, spanish = said("En una crisis")
    assert voice == "es-419" and in_order(digits(voice, "988"), spanish)


def test_other_languages_have_their_voice(requests):
    marks = next(marks for _, marks in requests if "buenos" in marks)
    assert '<voice xml:lang="es-419">buenos días</voice>' in marks
    assert ["es-419", "<speak>Español</speak>"] in requests, "the name of a language is said in it"


VOICES = {"en": "en-us", "es": "es-419", "pt": "pt-br", "fr": "fr-fr", "zh-Hans": "cmn-latn-pinyin", "zh-Hant": "cmn-latn-pinyin"}
DOSES = """\
| Week | Morning | Evening | Each & every day |
|---|---|---|---|
| 1 | 25 mg | – | 25 mg |
| 2 | 50 mg | — |  |

| | Morning |
|---|---|
| Tom | - |
| Ann | Tell **us**. Then wait. |
"""


def test_each_cell_is_heard_after_what_names_its_column(tmp_path):
    """A total is none of the evening's doses; an empty cell is passed over, as on the cards, and nothing
    of its column is heard before the next words."""
    wanted = [
        "Week", "Morning", "Evening", "Each &amp; every day",
        "Week: 1", "Morning: 25 milligrams", "Evening: nothing", "Each &amp; every day: 25 milligrams",
        "Week: 2", "Morning: 50 milligrams", "Evening: nothing",
        "Morning", "Tom", "Morning: nothing", "Ann", "Morning: Tell us. ", "Then wait.",
    ]  # fmt: skip
    assert [words for words in map(str.rstrip, asked_of(tmp_path, DOSES)) if words in map(str.rstrip, wanted)] == [words.rstrip() for words in wanted]
    said = [seen for seen, _, _ in sound(tmp_path / "out/lobby", "read-a.html")["page"]["said"]]
    assert said[5:9] == ["1", "25 mg", "–", "25 mg"], "what is lit is what is seen"


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang, wanted", [("ko", "Noche: 없음"), ("es", "Noche: nada"), ("cs", 'Noche: <voice xml:lang="en-us">nothing</voice>'), ("de", "Noche: nichts")])
def test_nothing_is_told_in_the_language(tmp_path, lang, wanted):
    table = "| Día | Noche |\n|---|---|\n| 1 | – |\n"
    assert wanted in asked_of(tmp_path, table, lang)


SIGNS = """\
Take 5–10 mg, **1**–2 tablets , if > 38 °C. Call 503-234-5678.

Take 2[^a] tablets.

## Call us the same day if you have

- [ ] a rash

[^a]: With water.
"""


def test_signs_that_no_voice_says_are_heard_as_words(tmp_path):
    """Over marks as well; the number of a note is no part of a dose, and a box to tick is for a pen."""
    asked = asked_of(tmp_path, SIGNS)
    said = [" ".join(words.split()) for words in asked]
    assert "Take 5 to 10 milligrams, 1 to 2 tablets , if more than 38 degrees Celsius." in said
    assert "Call 503, 234, 5678," in said
    assert "Take 2 tablets." in said and "a rash" in said


@pytest.mark.sample(6)
@pytest.mark.parametrize("tag", [tag for tag in labels.tags() if tag not in ("ja", "km", "so", "tl")])
def test_each_voice_says_the_words_of_signs(tag):
    """Whereas it says nothing for the dash of a range, and so of the others."""
    voice = VOICES.get(tag, tag)
    for entry in labels.read(tag)["spoken_signs"]:
        sign, words = entry.split(" ", 1)
        told = words.replace("{number}", "3") if "{number}" in words else f"{words} 3"
        assert len(phonemes(voice, f"<speak>{told}</speak>")) > len(phonemes(voice, "<speak>3</speak>")), (tag, sign)


@pytest.mark.sample(2)
@pytest.mark.parametrize("lang, written, said", [
    ("en-US", "Pay $9,000 or 5 €. Take 2,5 mg.", ["nine thousand dollars", "five euros", "two point five milligrams"]),
    ("es", "Pague $1,5 millones o £20. Tome 2.5 mg.", ["uno coma cinco millones de dólares", "o veinte libras", "tome dos coma cinco miligramos"]),
    ("pl", "Zapłać 5 € lub $2.", ["pięć euro", "dwa dolary"]),
])  # fmt: skip
def test_money_and_decimals_are_heard_as_they_are_said(tmp_path, lang, written, said):
    """Whichever side of the number the sign stands on, and whichever sign parts its decimals."""
    (tmp_path / "one").mkdir()
    sentences = asked_at(tmp_path / "one", {"a": program.article(written, title="Anna", lang=lang, front="kind: article\n")})
    voice = VOICES.get(lang.partition("-")[0], lang)
    heard = "".join(phonemes(voice, marks) for _, marks in sentences)
    for words in said:
        assert phonemes(voice, f"<speak>{words}</speak>") in heard, (words, heard)


@pytest.mark.parametrize("tag", [tag for tag in labels.tags() if tag not in ("ja", "km", "so", "tl")])
def test_each_voice_says_the_words_of_its_language_itself(tag):
    """Where it cannot, it says them as if they were English, and tells so. Each name of a unit is a word."""
    read = labels.read(tag)
    names = [form for entry in read["spoken_units"] for form in entry.partition(" ")[2].replace("{number}", " ").split("|")]
    names += [word for entry in read.get("large_numbers", []) for word in entry.split()]
    words = "\n\n".join([read["player_larger"], *names])
    said = subprocess.run(["espeak-ng", "-q", "-x", "-v", VOICES.get(tag, tag), "--stdin"], input=words, capture_output=True, text=True, check=True).stdout
    assert tag == "en" or "(en)" not in said, said
    assert len(said.split("\n")) > len(names) and min(len(line) for line in said.strip().split("\n")) > 2


def test_signs_are_heard_in_english_where_their_language_has_no_words_for_them(tmp_path):
    """As all that the page itself says then: a sign that is not heard would be lost. What the clinic adds is heard instead."""
    asked = [" ".join(words.split()) for words in asked_of(tmp_path, "Vezměte 5–10 mg.", "cs")]
    assert 'Vezměte 5 <voice xml:lang="en-us">to</voice> 10 mg.' in asked
    own = tmp_path / "own"
    (own / "content/labels").mkdir(parents=True)
    (own / "content/labels/cs.yaml").write_text('spoken_signs: ["– až"]\n')
    asked = [" ".join(words.split()) for words in asked_of(own, "Vezměte 5–10 mg.", "cs")]
    assert "Vezměte 5 až 10 mg." in asked


def test_pages_in_languages_without_labels_are_heard_and_their_controls_as_they_are_written(tmp_path):
    """English names of controls by an English voice, for two such languages at once; articles by their own."""
    articles = {lang: program.article("5 mg.", title=title, lang=lang, front="kind: article\n") for lang, title in (("cs", "Voda"), ("fi", "Vesi"))}
    asked = asked_at(tmp_path, articles)
    voices = {bare(marks): voice for voice, marks in asked}
    assert voices["Voda"] == "cs" and voices["Vesi"] == "fi"
    assert {voice for voice, marks in asked if bare(marks, keep="voice") in ("Contact us", "Listen", "Start again")} == {"en-us"}
    lobby = tmp_path / "out/lobby"
    for page in ("topics.html", "topics.fi.html", "read-cs.html", "read-fi.html", "contact-fi.html"):
        assert len(sound(lobby, page)) == 2, page


ABBREVIATED = """\
Take it <abbr title="as needed">PRN</abbr>. Not more <abbr title="as needed">PRN</abbr>.

<abbr title="electroencephalogram">EEG</abbr> means electroencephalogram.
"""


def test_what_an_abbreviation_is_short_for_is_heard_behind_the_first(tmp_path):
    """Nobody who listens can open it; not where the words say it anyway, as in text."""
    said = [" ".join(words.split()) for words in asked_of(tmp_path, ABBREVIATED)]
    assert "Take it PRN, as needed, ." in said and "Not more PRN." in said and "EEG means electroencephalogram." in said


def test_days_are_heard_with_their_own_hours(tmp_path):
    clinic = program.CLINIC.replace("  - Mo-Fr 09:00-17:00\n", "  - Mo-Fr 09:00-17:00\n  - Sa 09:00-12:00\n  - PH off\n")
    said = [words.strip() for words in asked_of(tmp_path, "Rest.", clinic=clinic)]
    wanted = ["Monday to Friday: 9 am to 5 pm", "Saturday: 9 am to 12 noon", "Public holidays: closed"]
    assert [words for words in said if words in wanted] == wanted


def filtered(samples, b, a):
    x1 = x2 = y1 = y2 = 0.0
    out = []
    for x in samples:
        y = b[0] * x + b[1] * x1 + b[2] * x2 - a[1] * y1 - a[2] * y2
        out.append(y)
        x1, x2, y1, y2 = x, x1, y, y1
    return out


@functools.cache
def answer_to_one():
    """Of both filters of ITU-R BS.1770-4, with the coefficients that it prints for 48000 samples a second, to a sample of
    1 and silence after it: a second later nothing is left."""
    first = filtered([1.0] + [0.0] * 47999, (1.53512485958697, -2.69169618940638, 1.19839281085285), (1, -1.69065929318241, 0.73248077421585))
    return filtered(first, (1, -2, 1), (1, -1.99004745483398, 0.99007225036621))


def loudness(samples):
    """ITU-R BS.1770-4. [LUFS]"""
    length = 1 << (len(samples) + 48000).bit_length()
    heard = numpy.fft.irfft(numpy.fft.rfft(samples, length) * numpy.fft.rfft(answer_to_one(), length))[: len(samples)]
    block, step = 19200, 4800
    means = [numpy.mean(heard[i : i + block] ** 2) for i in range(0, len(heard) - block + 1, step)]
    level = lambda energy: -0.691 + 10 * math.log10(energy)
    means = [energy for energy in means if energy > 0 and level(energy) > -70]
    gate = level(sum(means) / len(means)) - 10
    kept = [energy for energy in means if level(energy) > gate]
    return level(sum(kept) / len(kept))


def test_all_is_equally_loud(lobby, heard):
    """Within 2 LU: English and Spanish, articles and names of buttons, one sentence and the next."""
    parts = [part for page in ("read-mri.html", "read-mri.es.html") for part in sound(lobby, page).values()]
    levels = [loudness(heard(part["src"])) for part in parts]
    said = sound(lobby, "read-mri.html")["page"]["said"]
    samples = heard(sound(lobby, "read-mri.html")["page"]["src"])
    for words, begin, end in said[1:7]:
        levels.append(loudness(samples[int(begin * 48000) : int(end * 48000)]))
    assert max(levels) - min(levels) <= 2 and -23 < min(levels), levels
    assert max(abs(heard(part["src"])).max() for part in parts) < 1


def test_size_and_time_are_told(rendered, lobby):
    line = re.search(r"(\d+) files of speech, (\d+) min (\d+) s, ([\d.]+) MB; (\d+) spoken anew in [\d.]+ s", rendered.out)
    files = list((lobby / "speech").iterdir())
    assert int(line[1]) == int(line[5]) == len(files) == 10
    assert abs(float(line[4]) - sum(f.stat().st_size for f in files) / 1e6) < 0.06
    longest = sum(part["said"][-1][2] for part in {s["src"]: s for page in [*PAGES, "read-web.html", "contact-es.html"] for s in sound(lobby, page).values()}.values())
    assert abs(int(line[2]) * 60 + int(line[3]) - longest) < 5


def test_a_language_without_a_voice_is_told(rendered, lobby):
    assert "there is no voice for 'ja'" in rendered.err
    for page in ("read-sleep.ja.html", "topics.ja.html"):
        source = (lobby / page).read_text()
        assert 'id="listen"' not in source and 'id="speech"' not in source


VOICED = re.findall(r'"([\w-]+)"\}', (program.ROOT / "src/player/speech_voice.c").read_text())


@pytest.mark.parametrize("voice", sorted(set(VOICED)))
def test_each_voice_says_numbers(voice):
    """One that does not would lose doses."""
    assert len(phonemes(voice, "<speak>25</speak>")) > 2


def test_the_same_words_make_the_same_sound(tmp_path):
    """Wherever espeak-ng lies in memory, and whatever else is set: of such Arabic numbers it says one
    in five otherwise."""
    asked = "ar\t250\t<speak>99 ساعة</speak>\n" * 15
    helper = pathlib.Path(program.HANDOUT).with_name("handout-speak")
    for name in ("one", "other"):
        words = [helper, shutil.which("espeak-ng"), tmp_path / name]
        subprocess.run(words, input=asked, text=True, check=True, stdout=subprocess.DEVNULL, env=program.environment(NAME=name * 9))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_what_was_spoken_is_not_spoken_again(tmp_path):
    content = clinic_at(tmp_path, ARTICLES)
    first = program.render(content, tmp_path / "out", "--format", "screen")
    before = {p.name: p.read_bytes() for p in (tmp_path / "out/lobby/speech").iterdir()}
    again = program.render(content, tmp_path / "out", "--format", "screen", "--force")
    assert "10 files of speech" in first.out and "; 0 spoken anew" in again.out
    assert {p.name: p.read_bytes() for p in (tmp_path / "out/lobby/speech").iterdir()} == before
    (content / "steps.md").write_text(ARTICLES["steps"].replace("Step 1 ", "The first step "))
    changed = program.render(content, tmp_path / "out", "--format", "screen")
    assert "; 1 spoken anew" in changed.out
    now = {p.name for p in (tmp_path / "out/lobby/speech").iterdir()}
    assert len(now) == 10 and len(now - set(before)) == 1
    assert len(list((tmp_path / "out/build/store/.speech").iterdir())) == 20, "what is not needed is forgotten"


def test_without_espeak_the_build_says_so_and_goes_on(tmp_path):
    content = clinic_at(tmp_path, {"steps": ARTICLES["steps"]})
    empty = tmp_path / "bin"
    empty.mkdir()
    result = program.render(content, tmp_path / "out", "--format", "screen", env=program.environment(PATH=str(empty)))
    assert result.status == 0 and "'espeak-ng' is not installed: install it, or write 'speech: no'" in result.err
    assert 'id="listen"' not in (tmp_path / "out/lobby/read-steps.html").read_text()
    assert not (tmp_path / "out/lobby/speech").exists()
    assert subprocess.run(["pgrep", "-f", "^sleep 9876$"]).returncode != 0
    later = program.render(content, tmp_path / "out", "--format", "screen")
    assert (tmp_path / "out/lobby/speech").exists(), "it was installed since"
    assert later.status == 0


def test_all_is_spoken_unless_the_clinic_says_no(tmp_path):
    for number, (style, wanted) in enumerate([("show:\n  night: off # nothing of speech:\n", True), ("show:\n  speech: no\n", False)]):
        content = clinic_at(tmp_path, {"steps": ARTICLES["steps"]}, style)
        out = tmp_path / f"out-{number}"
        assert program.render(content, out, "--format", "screen").status == 0
        assert (out / "lobby/speech").exists() == wanted
        assert ('id="listen"' in (out / "lobby/read-steps.html").read_text()) == wanted
    content = clinic_at(tmp_path, {"steps": ARTICLES["steps"]}, "show:\n  speech: maybe\n")
    assert "'maybe' is no 'speech'" in program.render(content, tmp_path / "out").err


def test_a_voice_that_is_stuck_is_given_up(tmp_path):
    """It costs the build the time of a few sounds, not of each, and one warning tells of all; words are whole.
    It ends with whatever it has started."""
    at_once = len(os.sched_getaffinity(0))
    articles = {f"t{n}": program.article("Read this.", title=f"Topic {n}", front="kind: article\n") for n in range(2 * at_once + 6)}
    content = clinic_at(tmp_path, articles)
    calls = tmp_path / "calls"
    stuck = tmp_path / "bin/espeak-ng"
    stuck.parent.mkdir()
    stuck.write_text(f"#!/bin/sh\necho >>{calls}\nsleep 9876 &\nwait\n")
    stuck.chmod(0o755)
    env = program.environment(PATH=f"{stuck.parent}:{os.environ['PATH']}")
    result = program.render(content, tmp_path / "out", "--format", "screen", env=env)
    told = [line for line in result.err.splitlines() if "read aloud" in line]
    assert result.status == 0 and len(told) == 1, result.err
    missing, all_texts = re.search(r"(\d+) of (\d+) texts are not read aloud", told[0]).groups()
    assert missing == all_texts and int(missing) > len(articles)
    assert f"'{stuck}' did not end within 10 s" in told[0]
    assert 3 <= len(calls.read_text()) < 3 + at_once
    assert (tmp_path / "out/lobby/read-t0.html").exists() and not (tmp_path / "out/lobby/speech").exists()
