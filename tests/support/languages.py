"""A short article in every language that the program has words of its own in: a heading, two
sentences, a table, a list, and front matter that brings every line about its making."""

import clinics

# Title, heading, two sentences, the table's head, its two rows, the list's two items.
WORDS = {
    "am": ("የደም ምርመራዎ", "ከምርመራው በፊት", "ለ8 ሰዓታት አይብሉ። ውሃ መጠጣት ይችላሉ።", "ሰዓት", "ምን ማድረግ", "ማታ",
           "ቀላል ምግብ ይብሉ", "ጠዋት", "ውሃ ብቻ ይጠጡ", "ካርድዎን ይዘው ይምጡ", "አጭር እጅጌ ይልበሱ"),
    "ar": ("فحص الدم", "قبل الفحص", "لا تأكل لمدة 8 ساعات. يمكنك شرب الماء.", "الوقت", "ما يجب فعله", "المساء",
           "تناول وجبة خفيفة", "الصباح", "اشرب الماء فقط", "أحضر بطاقتك", "ارتدِ كمّين قصيرين"),
    "bn": ("আপনার রক্ত পরীক্ষা", "পরীক্ষার আগে", "৮ ঘণ্টা কিছু খাবেন না। জল খেতে পারেন।", "সময়", "কী করবেন", "সন্ধ্যা",
           "হালকা খাবার খান", "সকাল", "শুধু জল খান", "আপনার কার্ড আনুন", "ছোট হাতা পরুন"),
    "de": ("Ihre Blutuntersuchung", "Vor der Untersuchung", "Essen Sie 8 Stunden lang nichts. Wasser dürfen Sie trinken.",
           "Zeit", "Was zu tun ist", "Abend", "Leicht essen", "Morgen", "Nur Wasser trinken",
           "Bringen Sie Ihre Karte mit", "Tragen Sie kurze Ärmel"),
    "en": ("Your blood test", "Before the test", "Do not eat for 8 hours. You may drink water.", "When", "What to do",
           "Evening", "Eat a light meal", "Morning", "Drink only water", "Bring your card", "Wear short sleeves"),
    "es": ("Su análisis de sangre", "Antes del análisis", "No coma durante 8 horas. Puede beber agua.", "Hora",
           "Qué hacer", "Noche", "Coma algo ligero", "Mañana", "Beba solo agua", "Traiga su tarjeta", "Lleve manga corta"),
    "fa": ("آزمایش خون شما", "پیش از آزمایش", "تا 8 ساعت چیزی نخورید. می‌توانید آب بنوشید.", "زمان", "چه باید کرد",
           "شب", "غذای سبک بخورید", "صبح", "فقط آب بنوشید", "کارت خود را بیاورید", "آستین کوتاه بپوشید"),
    "fr": ("Votre prise de sang", "Avant la prise de sang", "Ne mangez pas pendant 8 heures. Vous pouvez boire de l’eau.",
           "Quand", "Que faire", "Soir", "Mangez léger", "Matin", "Buvez seulement de l’eau", "Apportez votre carte",
           "Portez des manches courtes"),
    "gu": ("તમારી લોહીની તપાસ", "તપાસ પહેલાં", "8 કલાક કંઈ ન ખાઓ. તમે પાણી પી શકો છો.", "સમય", "શું કરવું", "સાંજ",
           "હળવું ભોજન લો", "સવાર", "ફક્ત પાણી પીઓ", "તમારું કાર્ડ લાવો", "ટૂંકી બાંય પહેરો"),
    "hi": ("आपकी ख़ून की जाँच", "जाँच से पहले", "8 घंटे तक कुछ न खाएँ। आप पानी पी सकते हैं।", "समय", "क्या करें", "शाम",
           "हल्का खाना खाएँ", "सुबह", "सिर्फ़ पानी पिएँ", "अपना कार्ड लाएँ", "छोटी बाँह के कपड़े पहनें"),
    "ht": ("Tès san ou", "Anvan tès la", "Pa manje pandan 8 èdtan. Ou ka bwè dlo.", "Lè", "Sa pou ou fè", "Aswè",
           "Manje lejè", "Maten", "Bwè dlo sèlman", "Pote kat ou", "Mete manch kout"),
    "it": ("Il Suo esame del sangue", "Prima dell’esame", "Non mangi per 8 ore. Può bere acqua.", "Quando", "Che cosa fare",
           "Sera", "Mangi leggero", "Mattina", "Beva solo acqua", "Porti la tessera", "Indossi maniche corte"),
    "ja": ("血液検査", "検査の前に", "8時間は何も食べないでください。水は飲んでもかまいません。", "時間", "すること", "夜",
           "軽い食事をとる", "朝", "水だけ飲む", "カードをお持ちください", "半そででお越しください"),
    "km": ("ការ​ធ្វើ​តេស្ត​ឈាម", "មុន​ពេល​ធ្វើ​តេស្ត", "កុំ​ញ៉ាំ​អាហារ​ក្នុង​រយៈពេល 8 ម៉ោង។ អ្នក​អាច​ផឹក​ទឹក​បាន។", "ពេល", "អ្វី​ត្រូវ​ធ្វើ",
           "ល្ងាច", "ញ៉ាំ​អាហារ​ស្រាល", "ព្រឹក", "ផឹក​តែ​ទឹក", "យក​កាត​របស់​អ្នក​មក", "ពាក់​អាវ​ដៃ​ខ្លី"),
    "ko": ("혈액 검사", "검사 전에", "8시간 동안 드시지 마세요. 물은 마셔도 됩니다.", "시간", "할 일", "저녁", "가볍게 먹기",
           "아침", "물만 마시기", "카드를 가져오세요", "짧은 소매를 입으세요"),
    "pa": ("ਤੁਹਾਡੀ ਖ਼ੂਨ ਦੀ ਜਾਂਚ", "ਜਾਂਚ ਤੋਂ ਪਹਿਲਾਂ", "8 ਘੰਟੇ ਕੁਝ ਨਾ ਖਾਓ। ਤੁਸੀਂ ਪਾਣੀ ਪੀ ਸਕਦੇ ਹੋ।", "ਸਮਾਂ", "ਕੀ ਕਰਨਾ ਹੈ",
           "ਸ਼ਾਮ", "ਹਲਕਾ ਖਾਣਾ ਖਾਓ", "ਸਵੇਰ", "ਸਿਰਫ਼ ਪਾਣੀ ਪੀਓ", "ਆਪਣਾ ਕਾਰਡ ਲਿਆਓ", "ਛੋਟੀਆਂ ਬਾਹਾਂ ਪਾਓ"),
    "pl": ("Badanie krwi", "Przed badaniem", "Przez 8 godzin proszę nic nie jeść. Można pić wodę.", "Kiedy", "Co robić",
           "Wieczór", "Zjeść lekki posiłek", "Rano", "Pić tylko wodę", "Proszę przynieść kartę",
           "Proszę założyć krótki rękaw"),
    "pt": ("O seu exame de sangue", "Antes do exame", "Não coma por 8 horas. Você pode beber água.", "Hora", "O que fazer",
           "Noite", "Coma algo leve", "Manhã", "Beba só água", "Traga o seu cartão", "Use manga curta"),
    "ru": ("Ваш анализ крови", "Перед анализом", "Не ешьте 8 часов. Воду пить можно.", "Когда", "Что делать", "Вечер",
           "Лёгкий ужин", "Утро", "Пить только воду", "Возьмите карту", "Наденьте одежду с коротким рукавом"),
    "so": ("Baaritaankaaga dhiigga", "Baaritaanka ka hor", "Ha cunin 8 saacadood. Biyo waad cabbi kartaa.", "Goorta",
           "Waxa la sameeyo", "Fiid", "Cun cunto fudud", "Subax", "Biyo keliya cab", "Keen kaarkaaga", "Xidho gacmo gaaban"),
    "tl": ("Ang inyong pagsusuri ng dugo", "Bago ang pagsusuri", "Huwag kumain nang 8 oras. Puwede kayong uminom ng tubig.",
           "Oras", "Ano ang gagawin", "Gabi", "Kumain nang magaan", "Umaga", "Tubig lang ang inumin", "Dalhin ang inyong kard",
           "Magsuot ng maikling manggas"),
    "ur": ("آپ کے خون کا ٹیسٹ", "ٹیسٹ سے پہلے", "8 گھنٹے تک کچھ نہ کھائیں۔ آپ پانی پی سکتے ہیں۔", "وقت", "کیا کرنا ہے",
           "شام", "ہلکا کھانا کھائیں", "صبح", "صرف پانی پئیں", "اپنا کارڈ لائیں", "چھوٹی آستین پہنیں"),
    "vi": ("Xét nghiệm máu của quý vị", "Trước khi xét nghiệm", "Không ăn trong 8 giờ. Quý vị có thể uống nước.", "Khi nào",
           "Việc cần làm", "Buổi tối", "Ăn nhẹ", "Buổi sáng", "Chỉ uống nước", "Mang theo thẻ", "Mặc áo ngắn tay"),
    "zh-Hans": ("您的验血", "验血之前", "请 8 小时内不要进食。您可以喝水。", "时间", "要做什么", "晚上", "吃清淡的饭", "早上",
                "只喝水", "请带上您的卡", "请穿短袖"),
    "zh-Hant": ("您的驗血", "驗血之前", "請 8 小時內不要進食。您可以喝水。", "時間", "要做什麼", "晚上", "吃清淡的飯", "早上",
                "只喝水", "請帶您的卡", "請穿短袖"),
}  # fmt: skip

# Facts of every kind, none with a word that is a label.
CLINIC = f"""\
name: Harborview Klinik
telephone: +1 212 736 5000
email: hola@harborview-klinik.example
url: https://harborview-klinik.example/
handout_url: https://harborview-klinik.example/sheet
web_url: https://harborview-klinik.example/handouts
address:
  street_address: 4 Mill Lane
{clinics.TOWN}opening_hours:
  - {clinics.WEEKDAYS}
  - Sa,Su 09:00-24:00
  - PH off
services:
  - MRI
  - TMS
crisis_lines:
  - name: Lifeline 988
    telephone: "988"
    text: "988"
    url: https://988lifeline.example/
verified_on: 2026-11-20
"""


def article(lang):
    title, heading, sentences, when, what, *cells, first, second = WORDS[lang]
    return f"""\
---
title: {title}
lang: {lang}
key_points:
  - {first}
questions:
  - {what}?
reviewed: 2026-10-01
review_due: 2028-03
producer: Harborview Klinik
approved_by: N. Osei
approved_on: 2026-09-08
version: "3"
---

## {heading}

{sentences}

| {when} | {what} |
|---|---|
| {cells[0]} | {cells[1]} |
| {cells[2]} | {cells[3]} |

- {first}
- [ ] {second}
"""
