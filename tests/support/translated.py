"""An English article and its translation into ten languages, made of the same sentences in the same
order by a seeded generator, and faults planted in the translation: each the kind of slip that turns
what a patient is told.
"""

import random

UNITS = {
    "es": "mg", "fr": "mg", "de": "mg", "pt": "mg", "it": "mg", "pl": "mg", "vi": "mg",
    "ru": "мг", "ar": "مغم", "zh-Hans": "毫克",
}  # fmt: skip
GRAMS = {**dict.fromkeys(UNITS, "g"), "ru": "г", "ar": "غ", "zh-Hans": "克"}

# English first; {n}: a number, {mg}: a unit, {tel} and {url}.
SENTENCES = {
    "dose": {
        "en": "Take {n} {mg} of the medicine with water.",
        "es": "Tome {n} {mg} del medicamento con agua.",
        "fr": "Prenez {n} {mg} du médicament avec de l’eau.",
        "de": "Nehmen Sie {n} {mg} des Medikaments mit Wasser.",
        "pt": "Tome {n} {mg} do medicamento com água.",
        "it": "Prenda {n} {mg} del medicinale con acqua.",
        "pl": "Proszę przyjąć {n} {mg} leku, popijając wodą.",
        "ru": "Примите {n} {mg} лекарства, запив водой.",
        "ar": "تناول {n} {mg} من الدواء مع الماء.",
        "zh-Hans": "用水送服 {n} {mg}药物。",
        "vi": "Uống {n} {mg} thuốc với nước.",
    },
    "negation": {
        "en": "Do not drive for {n} days.",
        "es": "No conduzca durante {n} días.",
        "fr": "Ne conduisez pas pendant {n} jours.",
        "de": "Fahren Sie {n} Tage lang nicht Auto.",
        "pt": "Não dirija durante {n} dias.",
        "it": "Non guidi per {n} giorni.",
        "pl": "Nie wolno prowadzić samochodu przez {n} dni.",
        "ru": "Не садитесь за руль {n} дней.",
        "ar": "لا تقد السيارة لمدة {n} أيام.",
        "zh-Hans": "{n} 天内不要开车。",
        "vi": "Không lái xe trong {n} ngày.",
    },
    "telephone": {
        "en": "Call us on {tel}.",
        "es": "Llámenos al {tel}.",
        "fr": "Appelez-nous au {tel}.",
        "de": "Rufen Sie uns an: {tel}.",
        "pt": "Ligue para nós: {tel}.",
        "it": "Ci chiami al numero {tel}.",
        "pl": "Prosimy o telefon: {tel}.",
        "ru": "Позвоните нам: {tel}.",
        "ar": "اتصل بنا على {tel}.",
        "zh-Hans": "请致电 {tel}。",
        "vi": "Gọi cho chúng tôi: {tel}.",
    },
    "link": {
        "en": "You can read more on [this page]({url}).",
        "es": "Puede leer más en [esta página]({url}).",
        "fr": "Vous pouvez en lire plus sur [cette page]({url}).",
        "de": "Mehr lesen Sie auf [dieser Seite]({url}).",
        "pt": "Leia mais [nesta página]({url}).",
        "it": "Può leggere di più [in questa pagina]({url}).",
        "pl": "Więcej można przeczytać [na tej stronie]({url}).",
        "ru": "Подробнее читайте [на этой странице]({url}).",
        "ar": "يمكنك قراءة المزيد في [هذه الصفحة]({url}).",
        "zh-Hans": "您可以在[此页面]({url})阅读更多内容。",
        "vi": "Quý vị có thể đọc thêm ở [trang này]({url}).",
    },
    "plain": {
        "en": "Your doctor talks with you about the result after {n} weeks.",
        "es": "Su médico hablará con usted sobre el resultado después de {n} semanas.",
        "fr": "Votre médecin parlera du résultat avec vous après {n} semaines.",
        "de": "Ihr Arzt spricht nach {n} Wochen mit Ihnen über das Ergebnis.",
        "pt": "O seu médico falará com você sobre o resultado após {n} semanas.",
        "it": "Il Suo medico parlerà con Lei del risultato dopo {n} settimane.",
        "pl": "Lekarz omówi z Państwem wynik po {n} tygodniach.",
        "ru": "Врач обсудит с вами результат через {n} недель.",
        "ar": "يتحدث طبيبك معك عن النتيجة بعد {n} أسابيع.",
        "zh-Hans": "{n} 周后医生会与您讨论结果。",
        "vi": "Bác sĩ sẽ nói chuyện với quý vị về kết quả sau {n} tuần.",
    },
}
ITEMS = {
    "en": ["Bring your papers.", "Eat a light meal.", "Wear warm clothes.", "Tell a friend."],
    "es": ["Traiga sus papeles.", "Coma algo ligero.", "Use ropa abrigada.", "Avise a un amigo."],
    "fr": ["Apportez vos papiers.", "Mangez un repas léger.", "Portez des vêtements chauds.", "Prévenez un ami."],
    "de": ["Bringen Sie Ihre Papiere mit.", "Essen Sie etwas Leichtes.", "Tragen Sie warme Kleidung.", "Sagen Sie es einem Freund."],
    "pt": ["Traga os seus papéis.", "Faça uma refeição leve.", "Use roupas quentes.", "Avise um amigo."],
    "it": ["Porti i Suoi documenti.", "Faccia un pasto leggero.", "Indossi abiti caldi.", "Avvisi un amico."],
    "pl": ["Proszę przynieść dokumenty.", "Proszę zjeść lekki posiłek.", "Proszę włożyć ciepłe ubranie.", "Proszę powiedzieć przyjacielowi."],
    "ru": ["Возьмите документы.", "Съешьте что-нибудь лёгкое.", "Наденьте тёплую одежду.", "Скажите другу."],
    "ar": ["أحضر أوراقك.", "تناول وجبة خفيفة.", "ارتد ملابس دافئة.", "أخبر صديقا."],
    "zh-Hans": ["带上您的证件。", "吃清淡的一餐。", "穿暖和的衣服。", "告诉一位朋友。"],
    "vi": ["Mang theo giấy tờ.", "Ăn một bữa nhẹ.", "Mặc quần áo ấm.", "Báo cho một người bạn."],
}
HEADINGS = {
    "en": ["Your visit", "At home"], "es": ["Su visita", "En casa"], "fr": ["Votre visite", "À la maison"],
    "de": ["Ihr Besuch", "Zu Hause"], "pt": ["A sua visita", "Em casa"], "it": ["La Sua visita", "A casa"],
    "pl": ["Wizyta", "W domu"], "ru": ["Ваш визит", "Дома"], "ar": ["زيارتك", "في المنزل"],
    "zh-Hans": ["您的就诊", "在家"], "vi": ["Buổi khám", "Ở nhà"],
}  # fmt: skip
LANGUAGES = sorted(UNITS)

# What is done to the translation, and the rule that is to find it.
FAULTS = {
    "number": "translation-number",
    "dose": "translation-dose",
    "unit": "translation-dose",
    "telephone": "translation-telephone",
    "link": "translation-link",
    "negation": "translation-negation",
    "missing paragraph": "translation-missing",
    "extra paragraph": "translation-extra",
    "list item": "translation-shape",
    "heading level": "translation-shape",
}
# The sentence that says the opposite.
ALLOWED = {
    "es": "Conduzca durante {n} días.", "fr": "Conduisez pendant {n} jours.", "de": "Fahren Sie {n} Tage lang Auto.",
    "pt": "Dirija durante {n} dias.", "it": "Guidi per {n} giorni.", "pl": "Wolno prowadzić samochód przez {n} dni.",
    "ru": "Садитесь за руль {n} дней.", "ar": "قد السيارة لمدة {n} أيام.", "zh-Hans": "{n} 天内可以开车。",
    "vi": "Lái xe trong {n} ngày.",
}  # fmt: skip
SIGN = {**dict.fromkeys(UNITS, ","), "ar": "٫", "zh-Hans": "."}
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def in_figures(number, lang, own):
    """As the language writes it; `own`: in its own digits, where it has some."""
    text = str(number).replace(".", SIGN[lang] if lang in SIGN else ".")
    return text.translate(ARABIC_DIGITS) if own and lang == "ar" else text.replace("٫", ".")


def plan(rng):
    """Blocks of both articles: paragraphs by kind with their facts, lists and headings."""
    kinds = ["dose", "negation", "telephone", "link", "plain"] + rng.choices(sorted(SENTENCES), k=4)
    rng.shuffle(kinds)
    blocks = [paragraph(rng, kind) for kind in kinds]
    blocks.insert(rng.randrange(1, 4), {"kind": "heading", "level": 2, "which": 0})
    blocks.insert(rng.randrange(5, 8), {"kind": "heading", "level": rng.choice([2, 3]), "which": 1})
    blocks.insert(rng.randrange(3, 6), {"kind": "list", "items": rng.sample(range(4), 3)})
    return blocks


def paragraph(rng, kind):
    number = rng.choice([rng.randrange(2, 400), rng.randrange(1, 9) + 0.5]) if kind == "dose" else rng.randrange(2, 28)
    telephone = f"+1 503 {rng.randrange(200, 1000)} {rng.randrange(1000, 10000)}"
    return {"kind": kind, "n": number, "tel": telephone, "url": f"https://example.org/page-{rng.randrange(1000)}"}


def write(blocks, lang, own=False):
    out = []
    for block in blocks:
        if block["kind"] == "heading":
            out.append("#" * block["level"] + " " + HEADINGS[lang][block["which"]])
        elif block["kind"] == "list":
            out.append("\n".join(f"- {ITEMS[lang][i]}" for i in block["items"]))
        else:
            words = block.get("words") or SENTENCES[block["kind"]][lang]
            unit = block.get("unit") or {"en": "mg", **UNITS}[lang]
            out.append(words.format(n=in_figures(block["n"], lang, own), mg=unit, tel=block["tel"], url=block["url"]))
    return "\n\n".join(out)


def plant(blocks, fault, lang, rng):
    """The blocks of the translation with one fault, and the kind of block that has it."""
    blocks = [dict(block) for block in blocks]

    def one(*kinds):
        return rng.choice([block for block in blocks if block["kind"] in kinds])

    if fault == "number":
        block = one("negation", "plain")
        block["n"] += rng.choice([1, 10, 30])
    elif fault == "dose":
        block = one("dose")
        block["n"] = block["n"] * 10
    elif fault == "unit":
        one("dose")["unit"] = GRAMS[lang]
    elif fault == "telephone":
        block = one("telephone")
        block["tel"] = block["tel"][:-1] + str((int(block["tel"][-1]) + 3) % 10)
    elif fault == "link":
        one("link")["url"] += "0"
    elif fault == "negation":
        one("negation")["words"] = ALLOWED[lang]
    elif fault == "missing paragraph":
        blocks.remove(one(*SENTENCES))
    elif fault == "extra paragraph":
        blocks.insert(rng.randrange(len(blocks)), paragraph(rng, rng.choice(sorted(SENTENCES))))
    elif fault == "list item":
        block = one("list")
        block["items"] = rng.choice([block["items"][:-1], block["items"] + [0]])
    elif fault == "heading level":
        block = one("heading")
        block["level"] = 5 - block["level"]
    return blocks


def cases(seed):
    """100 of them: what is planted, the language, the source and the translation."""
    for fault in FAULTS:
        for lang in LANGUAGES:
            rng = random.Random(f"{seed} {fault} {lang}")
            blocks = plan(rng)
            yield fault, lang, blocks, plant(blocks, fault, lang, rng)
