"""Articles of all shapes that a lobby shows, and short ones in other languages."""

MEDICINE = """---
title: "Starting sertraline: how to take it"
lang: en-US
summary: How to start this medicine, what to expect, and when to call us.
---

Your doctor has prescribed **sertraline**. It helps with low mood and worry.

## Your dose, week by week

| Week | Morning | Total each day |
|---|---:|---:|
| 1 | 25 mg (half a tablet) | 25 mg |
| From week 5 | 100 mg (2 tablets) | 100 mg |

## How to take it

1. Take it with a glass of water.
2. You can take it with or without food.
3. If you feel sick, take it after a meal.

> [!WARNING]
> **Do not** take it with St. John's wort or MAOI medicines.

## Call us the same day if you have

- [ ] a rash
- [ ] shaking or a very fast heartbeat

![Two white tablets beside a glass of water](plain.png)

## What to expect

Transcranial magnetic stimulation (TMS) uses short magnetic pulses to wake up parts of the brain that are less active in depression. You sit in a chair, awake, and can go home right after.

Each visit lasts about 20 to 40 minutes. Most people come five days a week for six weeks. You do not need anesthesia, and you can drive yourself home.

## Is it safe?

Most effects are mild.
"""
SCAN = {
    "es": ("Cómo prepararse para su resonancia magnética", "Una resonancia magnética toma imágenes del interior de su cuerpo. No duele. Hace mucho ruido.",
           "Antes de venir", "¿Tiene un marcapasos, un implante coclear o metal en el cuerpo? Díganoslo.", "Quítese las joyas, los relojes y los audífonos."),
    "ar": ("الاستعداد لفحص الرنين المغناطيسي", "فحص الرنين المغناطيسي يلتقط صوراً لداخل جسمك. الفحص غير مؤلم لكنه صاخب.",
           "قبل أن تأتي", "أخبرنا إذا كان لديك منظم لضربات القلب أو قوقعة أذن مزروعة.", "انزع المجوهرات والساعات."),
    "zh-Hans": ("磁共振检查前的准备", "磁共振检查可以拍摄您身体内部的图像。检查不痛，但声音很大。", "来之前", "如果您体内有心脏起搏器或金属，请告诉我们。", "请取下首饰、手表和助听器。"),
}


def scan(lang):
    title, words, heading, *items = SCAN[lang]
    return f"---\ntitle: {title}\nlang: {lang}\n---\n\n{words}\n\n## {heading}\n\n- {items[0]}\n- {items[1]}\n"
