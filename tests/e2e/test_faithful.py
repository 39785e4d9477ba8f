"""A translation is held against its source: planted faults are found, clean translations pass."""

import collections
import hashlib
import json
import pathlib
import secrets

import pytest

import program
import soak
import translated

SEED = secrets.token_hex(4) if soak.WHOLE else "fixed"


def checked(content):
    """The rules of translations that found something, by article."""
    fonts = program.ROOT / "fonts/fonts.conf"
    done = program.run("check", "--content", content, "--words-only", "--format", "json", "--fonts", fonts)
    found = collections.defaultdict(list)
    for finding in json.loads(done.stdout)["findings"]:
        if finding["rule"].startswith("translation-"):
            found[pathlib.Path(finding["path"]).name.removesuffix(".md")].append(finding)
    return found


def pair(name, lang, source, translation, own):
    front = "kind: article\n"
    return {
        name: program.article(translated.write(source, "en"), front=front),
        f"{name}.{lang}": program.article(translated.write(translation, lang, own), lang=lang, front=front),
    }


def some_cases():
    return soak.sample(translated.cases(SEED), 20)


def test_planted_faults_are_found(tmp_path):
    articles, planted = {}, {}
    for n, (fault, lang, source, translation) in enumerate(some_cases()):
        articles |= pair(f"a{n}", lang, source, translation, own=n % 2 == 0)
        planted[f"a{n}.{lang}"] = fault
    found = checked(program.write_content(tmp_path / "content", articles))
    missed = {n: f for n, f in planted.items() if translated.FAULTS[f] not in [x["rule"] for x in found[n]]}
    assert not missed, f"seed {SEED}: {missed}"
    soak.figure(f"translations: {len(planted)} planted faults found, seed {SEED}")


def test_clean_translations_pass(tmp_path):
    articles = {}
    for n, (_, lang, source, _) in enumerate(some_cases()):
        articles |= pair(f"a{n}", lang, source, source, own=n % 2 == 0)
    found = checked(program.write_content(tmp_path / "content", articles))
    assert not found, f"seed {SEED}: {dict(found)}"


def test_a_fault_is_told_with_both_places(tmp_path):
    articles = {
        "a": program.article("Take 5 mg.\n\nRest.", front="kind: article\n"),
        "a.es": program.article("Tome 50 mg.\n\nDescanse.", lang="es", front="kind: article\n"),
    }
    found = checked(program.write_content(tmp_path / "content", articles))["a.es"]
    assert [(f["rule"], f["line"]) for f in found] == [("translation-dose", 7)]
    assert found[0]["message"].startswith(f"this has '50' where the source has '5' ({tmp_path}/content/a.md:7)")


def test_a_number_without_its_like_is_told_as_that(tmp_path):
    articles = {}
    for n, (source, translation) in enumerate([("Take 5 mg.", "Tome 5 mg y 9 mg."), ("Take 5 mg and 9 mg.", "Tome 5 mg.")]):
        articles |= {f"a{n}": program.article(source, front="kind: article\n"), f"a{n}.es": program.article(translation, lang="es", front="kind: article\n")}
    found = checked(program.write_content(tmp_path / "content", articles))
    said = [f["message"].partition(" (")[0] for n in range(2) for f in found[f"a{n}.es"]]
    assert said == ["this has '9 mg', and the source has not", "the source has '9 mg', and this has not"]


def test_numbers_are_read_as_their_language_writes_them(tmp_path):
    source = program.article("Take 1,250 mg at 5 pm on 3 March 2026.", front="kind: article\n")
    right = {"es": "Tome 1250 mg a las 17:00 el 3 de marzo de 2026.", "de": "Nehmen Sie am 3.3.2026 um 17 Uhr 1.250 mg.", "fr": "Prenez 1 250 mg à 17:00 le 3 mars 2026."}
    wrong = {"de": "Nehmen Sie am 3. März 2026 um 17:00 Uhr 1,250 mg.", "es": "Tome 1250 mg a las 18:00 el 3 de marzo de 2026."}
    for n, (words, count) in enumerate([(right, 0), (wrong, 1)]):
        articles = {"a": source} | {f"a.{lang}": program.article(text, lang=lang, front="kind: article\n") for lang, text in words.items()}
        found = checked(program.write_content(tmp_path / str(n), articles))
        assert {lang: len(found[f"a.{lang}"]) for lang in words} == dict.fromkeys(words, count), found


@pytest.mark.parametrize("mg, ml", [("مغ", "مل"), ("ملغ", "ملتر"), ("مجم", "مل"), ("ملغم", "مليلتر")])
def test_arabic_units_are_known_as_they_are_written(tmp_path, mg, ml):
    articles = {
        "a": program.article("Take 5 mg in 10 ml.", front="kind: article\n"),
        "a.ar": program.article(f"تناول 5 {mg} في 10 {ml}.", lang="ar", front="kind: article\n"),
    }
    assert not checked(program.write_content(tmp_path / "content", articles))


def test_what_was_translated_from_older_words_is_stale(tmp_path):
    source = "Take 5 mg.\n\nRest for a while.\n\nCall us."
    content = program.write_content(tmp_path / "content", {"a": program.article(source, front="kind: article\n")})
    numbers = {"Take 5 mg.": "Tome 5 mg.", "Rest for a while.": "Descanse un rato.", "Call us.": "Llámenos."}
    body = "\n\n".join(f"<!-- source {number(was)} -->\n{now}" for was, now in numbers.items())
    (content / "a.es.md").write_text(program.article(body, lang="es", front="kind: article\n"))
    assert not checked(content)
    (content / "a.md").write_text((content / "a.md").read_text().replace("for a while", "for two days"))
    assert [(f["rule"], f["line"]) for f in checked(content)["a.es"]] == [("translation-stale", 11)]


def number(text):
    """As the program numbers a block: by its words alone."""
    return hashlib.sha256("".join(f"{word} " for word in text.split()).encode()).hexdigest()[:8]


def test_a_source_that_is_not_there_is_an_error(tmp_path):
    text = program.article("Hola.", lang="es", front="kind: article\ntranslation: {of: gone}\n")
    found = checked(program.write_content(tmp_path / "content", {"a": text}))["a"]
    assert [(f["rule"], f["severity"], f["line"]) for f in found] == [("translation-source", "error", 5)]


COUNTS = {
    "ja": "1日1回、5 mgを飲みます。2026年5月12日まで。",
    "ko": "하루 1번 5 mg을 드세요. 2026년 5월 12일까지.",
    "zh-Hans": "每天1次，服用5 mg。2026年5月12日前。",
}


def test_what_is_counted_in_figures_is_no_other_number(tmp_path):
    """ "Once" is a word in English, and a figure in Japanese; another number is found still."""
    front = "kind: article\n"
    articles = {"a": program.article("Take 5 mg once a day until May 12, 2026.", front=front)}
    for lang, words in COUNTS.items():
        articles[f"a.{lang}"] = program.article(words, lang=lang, front=front)
    found = checked(program.write_content(tmp_path / "clean", articles))
    assert not [finding for of in found.values() for finding in of if finding["rule"] == "translation-number"], found
    wrong = {name: text.replace("1日1回", "1日2回") for name, text in articles.items()}
    found = checked(program.write_content(tmp_path / "wrong", wrong))
    assert found["a.ja"] and not found["a.ko"]


HELD = {
    "limit": ("es", "No more than 3 tablets.", "3 tabletas como máximo.", "Más de 3 tabletas."),
    "not until": ("es", "Do not eat until the test.", "No coma hasta la prueba.", "Coma hasta la prueba."),
    "not for some hours": ("hi", "Do not eat for 6 hours.", "6 घंटे तक न खाएँ।", "6 घंटे तक खाएँ।"),
    "not into the room": ("pl", "Do not bring a phone to the room.", "Nie wnosić telefonu do sali.", "Wnosić telefon do sali."),
    "not alone": ("es", "Do not come alone.", "No venga solo.", "Venga solo."),
    "not when": ("ru", "If you feel ill, do not drive.", "Если вам плохо, не садитесь за руль.", "Если вам плохо, садитесь за руль."),
    "not unless": ("zh-Hans", "Do not take it unless we told you to.", "除非我们告诉您，否则不要服用。", "除非我们告诉您，请服用。"),
    "half": ("es", "Take half a tablet twice a day.", "Tome media tableta dos veces al día.", "Tome dos tabletas dos veces al día."),
    "twice": ("es", "Take one tablet twice a day.", "Tome una tableta 2 veces al día.", "Tome una tableta tres veces al día."),
    "once": ("zh-Hans", "Take 20 mg once a day.", "每天一次，每次20毫克。", "每天两次，每次20毫克。"),
    "two hours": ("de", "Wait two hours.", "Warten Sie zwei Stunden.", "Warten Sie zwei Tage."),
    "month": ("es", "Come on March 3.", "Venga el 3 de marzo.", "Venga el 3 de mayo."),
    "unit": ("de", "Take 1,000 IU.", "Nehmen Sie 1.000 IE.", "Nehmen Sie 1.000 mg."),
    "kilograms": ("ar", "Lift no more than 5 kg.", "لا ترفع أكثر من ٥ كغ.", "لا ترفع أكثر من ٥ غ."),
    "half, and no number": ("es", "Take half a tablet.", "Tome media tableta.", "Tome una tableta."),
    "half, in figures": ("es", "Take 1/2 tablet.", "Tome media tableta.", "Tome 2 tabletas."),
    "tablets and hours": ("es", "Take 2 tablets every 8 hours.", "Tome 2 tabletas cada 8 horas.", "Tome 8 tabletas cada 2 horas."),
    "numbers and hours": ("es", "Take 2 every 8 hours.", "Tome 2 cada 8 horas.", "Tome 8 cada 2 horas."),
    "tablets and times": ("zh-Hans", "Take 2 tablets 3 times a day.", "每天3次，每次2片。", "每天2次，每次3片。"),
    "order of doses": ("es", "Take 5 mg, then 10 mg.", "Tome 5 mg, luego 10 mg.", "Tome 10 mg, luego 5 mg."),
    "doses of two sentences": ("fr", "Take 5 mg today. Take 10 mg later.", "Prenez 5 mg aujourd’hui. Prenez 10 mg plus tard.", "Prenez 10 mg aujourd’hui. Prenez 5 mg plus tard."),
    "negation of another sentence": ("de", "Do not drive. Take it with food.", "Fahren Sie nicht. Nehmen Sie es mit Essen ein.", "Fahren Sie nicht. Nehmen Sie es ohne Essen ein."),
    "no negation in a word": ("hi", "Rest for 2 days.", "2 दिन आराम करें।", "2 दिन आराम न करें।"),
    "negation but for times a day": ("ht", "Drink water 3 times a day.", "Bwè dlo 3 fwa pa jou.", "Pa bwè dlo 3 fwa pa jou."),
    "morning": ("ko", "Take it at 8:30 am.", "오전 8시 30분에 드세요.", "오후 8시 30분에 드세요."),
    "evening": ("es", "Take it at 8 pm.", "Tómelo a las 8 de la noche.", "Tómelo a las 8 a. m."),
    "evening of 24 hours": ("de", "Take it at 8 pm.", "Nehmen Sie es um 20 Uhr.", "Nehmen Sie es um 8 Uhr morgens."),
    "clock of 24 hours": ("fr", "Take it at 8 am.", "Prenez-le à 8 h du matin.", "Prenez-le à 20 h."),
    "minutes of 24 hours": ("de", "Come at 8:30 pm.", "Kommen Sie um 20.30 Uhr.", "Kommen Sie um 21.30 Uhr."),
    "half an hour": ("es", "Wait half an hour.", "Espere 30 minutos.", "Espere 30 horas."),
    "bold": ("es", "Take **5 mg** now.", "Tome **5 mg** ahora.", "Tome 5 mg ahora."),
    "callout": ("es", "> [!WARNING]\n> Do not drive.", "> [!WARNING]\n> No conduzca.", "> [!NOTE]\n> No conduzca."),
}


OPEN = "We open at 7:30 am and close at 4 pm."
TABLETS = "Take 1 tablet every 6 hours, no more than 4 in 24 hours."
COME = "Come on March 3, 2027."
USUAL = "It is very important. Each person is different. Call us if you are unwell. Tell the nurse."
SAID_ALIKE = {
    "fr": [(OPEN, "Nous ouvrons à 7 h 30 et fermons à 16 h."), ("Take half a tablet at 8 am.", "Prenez un demi-comprimé à 8 h du matin.")],
    "pt": [(OPEN, "Abrimos às 7h30 e fechamos às 16h."), ("Take 2 tablets at 8 pm.", "Tome 2 comprimidos às 8 da noite.")],
    "vi": [(COME, "Đến vào ngày 3 tháng 3 năm 2027."), ("Breathe fresh air.", "Hít thở không khí trong lành."), (OPEN, "Phòng khám mở cửa lúc 7:30 và đóng cửa lúc 16:00."), ("Take it at 8 pm.", "Uống lúc 8 giờ tối.")],
    "es": [("It lasts two and a half hours.", "Dura dos horas y media."), ("Come at half past 8.", "Venga a las 8 y media."), ("Take one tablet.", "Tome una tableta.")],
    "ar": [(TABLETS, "تناول قرصًا واحدًا كل 6 ساعات، ولا تزد على 4 أقراص في 24 ساعة."), ("Take 2 tablets at 8 am.", "تناول قرصين في الساعة 8 صباحًا."), ("Take it every day, unless we told you to stop.", "خذه كل يوم، إلا إذا قلنا لك أن توقفه.")],
    "zh-Hant": [(COME, "請於2027年3月3日來。"), (USUAL, "這非常重要。每個人都不同。身體不適請打電話。請特別告訴護士。")],
    "zh-Hans": [(USUAL, "这非常重要。每个人都不同。身体不适请打电话。请特别告诉护士。"), ("Do not inject below 70, nor below 7.5.", "低于70时不要注射，低于 7.5 时也不要注射。"), (TABLETS, "每6小时服1片，24小时内不超过4片。"), ("Take it every day, unless we told you to stop.", "每天服用，除非我们告诉您停药。")],
    "ja": [(COME, "2027年3月3日に来てください。"), ("Always take one tablet each. First wash your hands.", "必ず1錠ずつ飲んでください。まず手を洗ってください。"), ("Keep it below 25 °C. You may feel sick.", "25 °C未満で保管してください。気分が悪くなるかもしれません。"), (TABLETS, "6時間ごとに1錠服用し、24時間以内に4錠を超えないでください。")],
    "ko": [(COME, "2027년 3월 3일에 오세요."), ("Use it safely during the night.", "밤 동안 안전하게 사용하세요."), (USUAL, "매우 중요합니다. 사람마다 다릅니다. 불안하면 전화하세요. 간호사에게 말씀하세요."), (TABLETS, "6시간마다 1정을 복용하고, 24시간 동안 4정을 넘지 마십시오.")],
    "hi": [("Take 0.5 mL or 5 mg.", "0.5 मि.ली. या 5 मि.ग्रा. लें।"), (TABLETS, "हर 6 घंटे में 1 गोली लें, 24 घंटे में 4 से ज़्यादा न लें।")],
    "ru": [
        ("Come at 6:45 am. Take 2 tablets 3 times a day.", "Приходите в 6:45 утра. Принимайте по 2 таблетки 3 раза в день."),
        ("Take it for at most 7 days.", "Принимайте не более 7 дней."),
        ("Wait until we call you.", "Ждите, пока мы не позовем вас."),
        ("Drink 8 cups a day, unless we told you to drink less.", "Пейте 8 чашек в день, если мы не сказали вам пить меньше."),
    ],
}


def test_what_languages_say_in_their_own_way_is_no_fault(tmp_path):
    articles = {}
    for lang, pairs in SAID_ALIKE.items():
        source, translation = ("\n\n".join(words) for words in zip(*pairs))
        articles |= {f"a-{lang}": program.article(source, front="kind: article\n")}
        articles |= {f"b-{lang}": program.article(translation, lang=lang, front=f"kind: article\ntranslation: {{of: a-{lang}}}\n")}
    found = checked(program.write_content(tmp_path / "content", articles))
    assert not found, dict(found)


@pytest.mark.parametrize("what", HELD)
def test_words_months_and_callouts_are_held_against_each_other(tmp_path, what):
    lang, source, right, wrong = HELD[what]
    articles = {}
    for name, translation in (("right", right), ("wrong", wrong)):
        articles |= {name: program.article(source, front="kind: article\n"), f"{name}.{lang}": program.article(translation, lang=lang, front="kind: article\n")}
    found = checked(program.write_content(tmp_path / "content", articles))
    assert found.keys() == {f"wrong.{lang}"}, dict(found)


def test_a_negation_in_an_address_is_none(tmp_path):
    address = "https://riverside-sleep.org/why-not/no-show"
    articles = {
        "a": program.article(f"Read {address} first.", front="kind: article\n"),
        "a.fr": program.article(f"Lisez d’abord {address}.", lang="fr", front="kind: article\n"),
    }
    assert not checked(program.write_content(tmp_path / "content", articles))


def test_a_number_in_letters_without_its_like_is_no_fault(tmp_path):
    """No list has all words for a number: "both", the Arabic dual, "you may" that is no month."""
    sources = {"es": ("Use two hands. You may eat.", "Use ambas manos. Puede comer."), "ar": ("Take two tablets.", "تناول حبتين."), "fr": ("Bring one of these.", "Apportez ceci.")}
    articles = {}
    for lang, (source, translation) in sources.items():
        articles |= {f"a-{lang}": program.article(source, front="kind: article\n"), f"b-{lang}": program.article(translation, lang=lang, front=f"kind: article\ntranslation: {{of: a-{lang}}}\n")}
    assert not checked(program.write_content(tmp_path / "content", articles))
