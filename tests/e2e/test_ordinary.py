"""Ordinary sentences of clinics draw no finding of the rules that look for slips: what is no fault is
never called one."""

import program

SENTENCES = {
    "en": [
        "Call us at 8 a.m. or 5 p.m. if your temperature is above 38 °C (100.4 °F).", "The dose is 2.5 mg/kg up to a max. of 150 mg/day.",
        "Your blood pressure should be < 130/80 mmHg.", "Take 1/2 tablet in the morning, 1 at noon and 1/2 at night.",
        "Cost: $20–$40 per visit ($15 for seniors).", "Bring your card & a list of your medicines.",
        "Rate your pain from 0 to 10 (0 = none, 10 = worst).", "Vitamin D3 (1,000 IU) and omega-3 are fine.",
        "Read more in section 3.2 (page 14).", "Half of you [50 %] will feel better after week #4.",
        "She asked: “Is it safe?” – and it is.", "Do not drink alcohol/coffee 24 h before.", "The C-section scar heals in ~6 weeks.",
        "The code is A-12/B; the form is FL-100.", "Wash your hands for 20+ seconds.", "O+ and AB- are blood types.",
        "Press * to repeat, # to go back.", "Visit 3 of 5 is the longest!", "The 2:1 ratio of water to rice helps.",
        "An SpO2 of 95 % or more is normal.", "H. pylori and C. diff are bacteria.", "At a BMI > 30, ask about the diet.",
        "5-HTP and L-dopa may interact.", "He weighs 80 kg = 176 lb.", "10^9 is a big number.", "Take one tablet {with food} at night.",
        "The result is x = y + 2.", "Weigh yourself each day: Mon ___ kg, Tue ___ kg.", "Press [Enter] and then [OK].",
        "The [A] group and the [MRI] room.", "See fig. [1] and ref. [2].", "1) Sit 2) Stand 3) Walk", "It is 50/50.",
        "The pH is 7.4 ± 0.05.", "Temperature: −5 °C to +40 °C.", "He/she may eat.", "Dose (mg) = weight (kg) × 10.", "* With food only",
        "** See note below", "† Not for children", "A = left, B = right", "You owe $12.50; we take cash/$5 bills.",
        "$5 and $10 bills, or $20", "Rooms #3-#5", "A1C of 7%", "I:E ratio 1:2", "Q: May I eat? A: Yes.", "Note: bring ID.",
        "Mon–Fri, 8–5", "50% of 100%", "N95 & KN95 masks", "@clinic on social media", "#MeToo group meets here", "Re: your visit",
        "cc: Dr. Osei", "P.S. Bring water.", "Yes! / No!", "[x] not a box", "24/7 help", "%100", 'What is "normal"?', "3'–5' away",
        "5'4\" tall", "1,5 L a day", "Fill in: Name: ____ Date: ____", "COVID-19 :: flu", "A|B testing", "Either/or | both", "C++ class",
        "Vitamin B_12", "file_name_x", "a_b_c", "H2O, CO2, SpO2", "x² + y²", "2^3 = 8", "^ means up", "Up ^ or down v", "== equal ==",
        "It's =50", "!important", "!!!", "Stop!! Now!!", "::", "...", "-- The team", "– The team", "— The team", "Wait... what?",
    ],
    "es": [
        "Tome 1 comprimido cada 8 h (máx. 3 al día).", "La cita es a las 14:30 h, planta 2.ª, puerta nº 5.",
        "Frío o calor: usted decide, una u otra cosa.", "El precio es de 25 € (20 € para jubilados).", "¿Le duele? ¡Llámenos!",
        "El Dr. García y la Dra. Núñez atienden de lunes a viernes.", "Entre 36,5 °C y 37,5 °C es normal.",
        "Traiga su DNI/NIE y la tarjeta sanitaria.", "Un 10–15 % nota cansancio.", "La vacuna (2.ª dosis) se pone a los 21 días.",
        "o venga directamente a la clínica",
    ],
    "fr": [
        "Prenez 2 comprimés à 8 h 30 et à 20 h.", "Appelez le 15 (SAMU) « sans attendre ».",
        "Le tarif est de 25 € ; 70 % sont remboursés.", "L’examen dure environ 1 h 15 min.", "Avez-vous de la fièvre ? Oui / Non",
        "Dr N. Osei, 1er étage, bureau n° 12.", "Le taux d’HbA1c doit rester < 7 %.", "Pas plus de 4 g/jour de paracétamol !",
        "« Ne conduisez pas », dit l’infirmière.",
    ],
    "de": [
        "Nehmen Sie morgens 1 Tbl. à 5 mg.", "Die Praxis ist Mo.–Fr. von 8–12 Uhr offen.", "Ab 38,5 °C rufen Sie bitte an (Tel. s. u.).",
        "Das kostet 10 €, mit Rezept 5 €.", "z. B. Äpfel, Birnen usw.", "Der Wert liegt bei 1.250 mg/l.",
        "Bis zu 3-mal täglich, max. 4 Stück.", "§ 5 der Hausordnung gilt.", "„Wie geht es Ihnen?“, fragt die Ärztin.",
        "Patienten/-innen und Ärzt*innen sind willkommen.", "Die Patient:innen warten im 2. OG.", "Alle Mitarbeiter_innen helfen gern.",
    ],
    "pt": [
        "Tome 1 cp. de 12 em 12 h.", "O exame custa R$ 50,00.", "A febre acima de 38 °C é um sinal de alerta!",
        "O(a) paciente deve trazer o cartão do SUS.", "Das 8h às 17h, de 2.ª a 6.ª feira.",
    ],
    "it": [
        "Prenda 1 compressa alle ore 8.00.", "L’esame costa € 36,15 (ticket).", "Il/la paziente porti la tessera sanitaria.",
        "Dott.ssa Rossi, 2° piano, stanza n. 4.",
    ],
    "pl": [
        "Proszę przyjść o godz. 8.30 (ul. Długa 5/7).", "Lek należy brać 2 x dziennie po 10 ml.",
        "Temperatura > 38 °C? Proszę zadzwonić.",
    ],
    "ru": [
        "Примите 1 таблетку (5 мг) утром.", "Приём с 9:00 до 17:00, каб. № 12.", "Температура выше 38 °C — звоните.",
        "«Скорая» приедет по тел. 103.",
    ],
    "vi": [
        "Uống 1 viên/ngày, sau ăn 30 phút.", "Sốt trên 38 °C thì gọi ngay!",
    ],
    "ar": [
        "خذ حبة واحدة (5 مغ) كل 8 ساعات.", "اتصل بنا إذا زادت الحرارة عن 38 °م؟", "من 10% إلى 15% من المرضى.",
    ],
    "fa": [
        "یک قرص ۵ میلی‌گرم هر ۸ ساعت.", "«آیا درد دارید؟»",
    ],
    "hi": [
        "रोज़ 1 गोली (5 मि.ग्रा.) लें।", "बुख़ार 38 °C से ऊपर हो तो फ़ोन करें।",
    ],
    "zh-Hans": [
        "每天服用1片（5毫克），饭后30分钟。", "体温超过38℃请致电！", "《知情同意书》请签字。", "【注意】不要开车。",
    ],
    "zh-Hant": [
        "每天服用1顆（5毫克）。", "「請問您痛嗎？」",
    ],
    "ja": [
        "1日3回、1回2錠（5mg）を飲んでください。", "【注意】運転しないでください。", "※痛みがある場合は電話してください。", "体温が38℃以上～39℃",
    ],
    "ko": [
        "하루 3번, 1정(5mg)씩 드세요.", "열이 38℃ 이상이면 전화하세요!", "※ 운전하지 마세요.",
    ],
    "ht": [
        "Pran 1 grenn chak 8 èdtan.", "Rele nou si lafyèv la pase 38 °C.",
    ],
    "so": [
        "Qaado 1 kiniin 8-dii saacba mar.",
    ],
    "tl": [
        "Uminom ng 1 tableta kada 8 oras (max. 3/araw).",
    ],
    "km": [
        "លេបថ្នាំ 1 គ្រាប់ (5 mg) រៀងរាល់ 8 ម៉ោង។",
    ],
    "am": [
        "በየ8 ሰዓቱ 1 እንክብል (5 mg) ይውሰዱ።",
    ],
    "ur": [
        "روزانہ 1 گولی (5 ملی گرام) لیں۔", "کیا درد ہے؟",
    ],
    "bn": [
        "প্রতিদিন ১টি বড়ি (৫ মি.গ্রা.) খান।",
    ],
    "gu": [
        "દરરોજ 1 ગોળી (5 મિ.ગ્રા.) લો.",
    ],
    "pa": [
        "ਰੋਜ਼ 1 ਗੋਲੀ (5 ਮਿ.ਗ੍ਰਾ.) ਲਓ।",
    ],
}
# What looks at how something is written, not at how well.
RULES = {"foreign-syntax", "unfilled", "sign", "raw-html", "note", "placeholder", "link-target", "link-inside", "fact-unknown", "hours-doubt"}


def test_ordinary_sentences_draw_no_finding(tmp_path):
    assert sum(map(len, SENTENCES.values())) > 150
    articles = {lang: program.article("\n\n".join(words), lang=lang, front="kind: article\n") for lang, words in SENTENCES.items()}
    content = program.write_content(tmp_path / "content", articles)
    made = program.render(content, tmp_path / "out", "--format", "html")
    assert made.status == 0, made.err
    drawn = [(f["path"][-10:], f["line"], f["rule"], f["message"]) for f in made.findings if f["rule"] in RULES or f["severity"] == "error"]
    assert drawn == []
