"""Facts of every kind in the short article of each language (languages.py): in two sentences, in a row
of the table, in an item of the list and in the caption of a picture."""

import languages

# Two sentences and a caption with places for facts, which words touch where scripts have no blanks.
WORDS = {
    "am": ("እስከ {date} ድረስ በ{telephone} ይደውሉ። በ15:45 {dose} ይውሰዱ።", "ክፍል {code}"),
    "ar": ("اتصل على {telephone} قبل {date}. تناول {dose} في الساعة 15:45.", "الغرفة {code}"),
    "bn": ("{date} তারিখের মধ্যে {telephone} নম্বরে ফোন করুন। 15:45 টায় {dose} খান।", "কক্ষ {code}"),
    "de": ("Rufen Sie bis {date} unter {telephone} an. Nehmen Sie um 15:45 Uhr {dose} ein.", "Raum {code}"),
    "en": ("Ring {telephone} by {date}. Take {dose} at 15:45.", "Room {code}"),
    "es": ("Llame al {telephone} antes del {date}. Tome {dose} a las 15:45.", "Sala {code}"),
    "fa": ("تا {date} با {telephone} تماس بگیرید. ساعت 15:45 مقدار {dose} بخورید.", "اتاق {code}"),
    "fr": ("Appelez le {telephone} avant le {date}. Prenez {dose} à 15:45.", "Salle {code}"),
    "gu": ("{date} સુધીમાં {telephone} પર ફોન કરો. 15:45 વાગ્યે {dose} લો.", "રૂમ {code}"),
    "hi": ("{date} तक {telephone} पर फ़ोन करें। 15:45 बजे {dose} लें।", "कमरा {code}"),
    "ht": ("Rele {telephone} anvan {date}. Pran {dose} a 15:45.", "Sal {code}"),
    "it": ("Chiami il {telephone} entro il {date}. Prenda {dose} alle 15:45.", "Stanza {code}"),
    "ja": ("{date}までに{telephone}へお電話ください。15:45に{dose}を飲んでください。", "{code}号室"),
    "km": ("សូមទូរស័ព្ទមក{telephone}មុន{date}។ លេប{dose}នៅម៉ោង15:45។", "បន្ទប់{code}"),
    "ko": ("{date}까지 {telephone}번으로 전화하세요. 15:45에 {dose}을 드세요.", "{code}호실"),
    "pa": ("{date} ਤੱਕ {telephone} 'ਤੇ ਫ਼ੋਨ ਕਰੋ। 15:45 ਵਜੇ {dose} ਲਓ।", "ਕਮਰਾ {code}"),
    "pl": ("Proszę zadzwonić pod {telephone} do {date}. O 15:45 przyjąć {dose}.", "Sala {code}"),
    "pt": ("Ligue para {telephone} até {date}. Tome {dose} às 15:45.", "Sala {code}"),
    "ru": ("Позвоните по номеру {telephone} до {date}. Примите {dose} в 15:45.", "Кабинет {code}"),
    "so": ("Wac {telephone} ka hor {date}. Qaado {dose} 15:45.", "Qolka {code}"),
    "tl": ("Tumawag sa {telephone} bago ang {date}. Uminom ng {dose} sa 15:45.", "Silid {code}"),
    "ur": ("{date} تک {telephone} پر فون کریں۔ 15:45 بجے {dose} لیں۔", "کمرہ {code}"),
    "vi": ("Hãy gọi {telephone} trước {date}. Uống {dose} lúc 15:45.", "Phòng {code}"),
    "zh-Hans": ("请在{date}前致电{telephone}。15:45服用{dose}。", "{code}室"),
    "zh-Hant": ("請在{date}前致電{telephone}。15:45服用{dose}。", "{code}室"),
}  # fmt: skip
# May 12, 2026, as it is written in running text.
DATES = {
    "am": "12 ሜይ 2026", "ar": "12 مايو 2026", "bn": "12 মে, 2026", "de": "12. Mai 2026", "en": "May 12, 2026",
    "es": "12 de mayo de 2026", "fa": "12 مهٔ 2026", "fr": "12 mai 2026", "gu": "12 મે, 2026", "hi": "12 मई 2026",
    "ht": "12 me 2026", "it": "12 maggio 2026", "ja": "2026年5月12日", "km": "12 ឧសភា 2026", "ko": "2026년 5월 12일",
    "pa": "12 ਮਈ 2026", "pl": "12 maja 2026", "pt": "12 de maio de 2026", "ru": "12 мая 2026", "so": "12 Maajo 2026",
    "tl": "Mayo 12, 2026", "ur": "12 مئی 2026", "vi": "12/5/2026", "zh-Hans": "2026年5月12日", "zh-Hant": "2026年5月12日",
}  # fmt: skip
FACTS = {
    "telephone": "+1 503 234 5699",
    "dose": "2.5-5 mg",
    "code": "AB-1204-77",
    "range": "120/80 mmHg",
    "mail": "nurse@riverside-health.example",
}


def facts(lang):
    """What stands in the article besides the clinic's own facts."""
    return {**FACTS, "date": DATES[lang], "time": "15:45"}


def article(lang, picture):
    """The short article of the language with facts in it, and a picture of that file."""
    sentences, caption = (words.format(**facts(lang)) for words in WORDS[lang])
    when, row = languages.WORDS[lang][3], languages.WORDS[lang][5]
    return (
        languages.article(lang).replace("|---|---|\n", f"|---|---|\n| {FACTS['range']} | {row} {FACTS['dose']} |\n")
        + f'- {FACTS["mail"]}\n\n{sentences}\n\n![{when} 15:45]({picture} "{caption}")\n'
    )
