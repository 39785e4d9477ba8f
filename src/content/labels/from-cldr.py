#!/usr/bin/python3
"""Gathers what the world's reference knows of a language (names of days and months, how dates and
times are written, quotation marks) from the Common Locale Data Repository into the labels files
beside this script: at the end of each, between two marked lines. Run again, it changes nothing; run
with a newer CLDR (Debian's unicode-cldr-core), it brings what is new.

    src/content/labels/from-cldr.py [CLDR [LABELS]]

Awkward: a locale gives only what differs from its parent, and its parent is not always the shorter
tag (en_AU comes from en_001); `tl` is CLDR's `fil`. Haitian Creole (`ht`) is not in CLDR: its words
stand in its file, with their source.
"""

import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from cldr import CLDR, LANGUAGES  # noqa: E402

LABELS = pathlib.Path(__file__).parent

# Labels files that hold only what differs from their language, and their locales.
REGIONS = {
    "en-AU": "en_AU", "en-CA": "en_CA", "en-GB": "en_GB", "en-IE": "en_IE", "en-IN": "en_IN",
    "en-NZ": "en_NZ", "es-US": "es_US", "fr-CA": "fr_CA",
}  # fmt: skip

# Where we go another way than CLDR, and why.
INSTEAD = {
    # Health services there write for patients by the clock of 12 hours (NHS digital service manual,
    # "Dates, times and days"; HSE content guide, "Times").
    "en-GB": {"time": "h:mm a"},
    "en-IE": {"time": "h:mm a"},
}

FIRST = "# From CLDR {version} by from-cldr.py: what is changed here, it changes back."
LAST = "# End of what is from CLDR."
BLOCK = re.compile(r"\n*# From CLDR .*?\n" + re.escape(LAST) + r"\n", re.S)

DAYS = {"monday": "mon", "tuesday": "tue", "wednesday": "wed", "thursday": "thu", "friday": "fri",
        "saturday": "sat", "sunday": "sun"}  # fmt: skip
GREGORIAN = "dates/calendars/calendar[@type='gregorian']/"


class Locale:
    """A locale with all that it inherits: its files, the nearest first, the root of all last."""

    def __init__(self, cldr, name):
        self.name = name
        self.trees = [read(cldr / f"main/{step}.xml") for step in line_of(cldr, name)]

    def text(self, *paths):
        """What the nearest file says at one of the places, in the order of the places."""
        for tree in self.trees:
            for path in paths:
                found = tree.find(path)
                if found is not None and found.text not in (None, "↑↑↑"):
                    return clean(found.text)
        raise KeyError(f"{self.name}: {paths}")

    def calendar(self, *paths):
        return self.text(*(GREGORIAN + path for path in paths))

    def own(self, path):
        """Whether a file of the language, not only the root of all, says something there."""
        return any(tree.find(GREGORIAN + path) is not None for tree in self.trees[:-1])


def read(path):
    return ElementTree.parse(path).getroot()


def line_of(cldr, name):
    """A locale and where it inherits from, as the supplement or else the tag has it."""
    parents = {
        child: parent.get("parent")
        for parent in read(cldr / "supplemental/supplementalData.xml").findall("parentLocales/parentLocale")
        for child in parent.get("locales").split()
    }
    line = [name]
    while line[-1] != "root":
        parent = parents.get(line[-1], line[-1].rpartition("_")[0] or "root")
        line.append(parent)
    return line


def clean(text):
    """Without marks of direction: that is set for a whole line, by us."""
    return re.sub("[\u061c\u200e\u200f]", "", text)


def in_our_places(pattern, places):
    """CLDR's letters as our {places}; what stands in quotes is meant as it stands."""
    out = ""
    for part in re.finditer(r"'(?P<quoted>[^']*)'|(?P<field>([A-Za-z])\3*)|(?P<other>.)", pattern):
        if part["field"]:
            out += places[part["field"]]
        else:
            out += part["quoted"] or part["other"] or "'"
    return out


def months(locale, context):
    wide = "months/monthContext[@type='{}']/monthWidth[@type='wide']/month[@type='{}']"
    contexts = [c for c in (context, "format") if locale.own(wide.format(c, 1))]
    return [locale.calendar(wide.format(contexts[0], number)) for number in range(1, 13)]


def names_of_days(locale, width):
    day = "days/dayContext[@type='{}']/dayWidth[@type='{}']/day[@type='{}']"
    return [
        locale.calendar(*(day.format(context, width, name) for context in ("stand-alone", "format")))
        for name in DAYS.values()
    ]


def days(locale):
    return dict(zip(DAYS, names_of_days(locale, "wide")))


def short_days(locale):
    """As they are abbreviated in lists and tables; where that is their names in full, as they are
    shorter still, but for ciphers ("3ش")."""
    abbreviated = names_of_days(locale, "abbreviated")
    if abbreviated != names_of_days(locale, "wide"):
        return abbreviated
    short = names_of_days(locale, "short")
    return abbreviated if any(map(str.isdigit, "".join(short))) else short


def dates(locale):
    places = {
        "d": "{day}", "M": "{month_number}", "MMMM": "{month}", "LLLL": "{month_alone}", "y": "{year}"
    }  # fmt: skip
    available = "dateTimeFormats/availableFormats/dateFormatItem[@id='{}']"
    patterns = {
        "date_day": "dateFormats/dateFormatLength[@type='long']/dateFormat/pattern",
        "date_month_day": available.format("MMMMd"),
        "date_month": available.format("yMMMM"),
        "date_year": available.format("y"),
    }
    return {key: in_our_places(locale.calendar(path), places) for key, path in patterns.items()}


def half_of_day(locale, half):
    """In words where there are some ("a.m.", "오전"); lower case where that is as good."""
    wide = "dayPeriods/dayPeriodContext[@type='format']/dayPeriodWidth[@type='wide']/dayPeriod[@type='{}']{}"
    return locale.calendar(wide.format(half, "[@alt='variant']"), wide.format(half, ""))


def times(locale, short):
    """By the clock of 12 or of 24 hours, as short times have it. A flexible part of the day (B) is
    told as morning and afternoon; hours of the longer clock have their minutes always."""
    available = "dateTimeFormats/availableFormats/dateFormatItem[@id='{}']"
    out = {}
    twelve = "h" in re.sub("'[^']*'", "", short)
    for half in ("am", "pm"):
        name = half_of_day(locale, half)
        places = {
            "h": "{hour}", "H": "{hour24}", "HH": "{hour24_two}", "mm": "{minute}", "a": name, "B": name
        }  # fmt: skip
        full = locale.calendar(available.format("h")) if twelve else short
        minutes = locale.calendar(available.format("hm")) if twelve else short
        out[f"time_{half}"] = in_our_places(full, places)
        out[f"time_{half}_minutes"] = in_our_places(minutes, places)
    return out


def lists(locale):
    pair = next_standard(locale, "2")
    comma = next_standard(locale, "middle")
    return {
        "day_and": pair.replace("{0}", "{first}").replace("{1}", "{last}"),
        "day_comma": comma.replace("{0}", "").replace("{1}", ""),
        "time_and": pair.replace("{0}", "{first}").replace("{1}", "{second}"),
    }


def next_standard(locale, part):
    """From the list that has no type: it is the standard one."""
    for tree in locale.trees:
        for pattern in tree.findall("listPatterns/listPattern"):
            found = pattern.find(f"listPatternPart[@type='{part}']")
            if pattern.get("type") is None and found is not None and found.text != "↑↑↑":
                return clean(found.text)
    raise KeyError(f"{locale.name}: list {part}")


def quotations(locale):
    def pair(prefix):
        marks = [locale.text(f"delimiters/{prefix}{side}") for side in ("Start", "End")]
        return "{text}".join(marks)

    return {"quotation": pair("quotation"), "quotation_inner": pair("alternateQuotation")}


# How doses and times are told. Units of time come after those of doses, whose signs are shorter.
UNITS = {
    "kg": "mass-kilogram", "g": "mass-gram", "mg": "mass-milligram", "mcg": "mass-microgram",
    "l": "volume-liter", "dl": "volume-deciliter", "ml": "volume-milliliter", "%": "concentr-percent",
    "°C": "temperature-celsius", "°F": "temperature-fahrenheit", "min": "duration-minute",
    "h": "duration-hour", "d": "duration-day", "week": "duration-week", "month": "duration-month",
    "year": "duration-year",
}  # fmt: skip

# Short forms that packages of medicines have, and CLDR has not.
ALSO = {
    "ar": {"kg": {"كغ", "كجم", "كج"}, "g": {"غ", "غم", "جم"}, "mg": {"مغ", "ملغ", "ملغم", "مجم", "ملجم"}, "ml": {"مل"}},
    "bn": {"mg": {"মি.গ্রা."}, "ml": {"মি.লি."}},
    "gu": {"mg": {"મિ.ગ્રા."}, "ml": {"મિલિ", "મિ.લિ."}},
    "hi": {
        "kg": {"किग्रा", "कि.ग्रा."}, "g": {"ग्रा."}, "mg": {"मिग्रा", "मि.ग्रा."}, "mcg": {"मा.ग्रा."},
        "l": {"ली."}, "ml": {"मिली", "मि.ली."},
    },
    "zh": {"kg": {"公斤"}},
    "zh_Hant": {"kg": {"公斤"}},
}


def units(locale):
    """Each with all that it is called behind a number, in every case, in full and in short. The
    narrowest names are left out, and so are letters that stand for several units in a language."""
    also = ALSO.get(locale.name, {})
    return ["=".join([sign, *sorted((names_of_unit(locale, unit) | also.get(sign, set())) - {sign})]) for sign, unit in UNITS.items()]


def names_of_unit(locale, unit):
    names = set()
    for tree in locale.trees[:-1]:
        for length in ("long", "short"):
            for pattern in tree.findall(f"units/unitLength[@type='{length}']/unit[@type='{unit}']/unitPattern"):
                if pattern.text and "{0}" in pattern.text:
                    names.add(re.sub(r"\s+", " ", clean(pattern.text).replace("{0}", "")).strip())
    return {name for name in names if name and not re.fullmatch("[A-Za-z°]", name)}


# Units that are heard by their names, beside those above: with what else stands for them in any language.
HEARD = {
    **UNITS, "lb": "mass-pound", "oz": "mass-ounce", "s": "duration-second", "cm": "length-centimeter",
    "mm": "length-millimeter", "km": "length-kilometer", "mmHg": "pressure-millimeter-ofhg",
    "kcal": "energy-kilocalorie", "mmol": "concentr-mole",
}  # fmt: skip
SIGNS = {
    "mcg": ["\u00b5g", "\u03bcg"], "l": ["L"], "dl": ["dL"], "ml": ["mL"], "°C": ["ºC", "\u2103"], "°F": ["ºF", "\u2109"],
    "min": ["mins"], "h": ["hr", "hrs"], "lb": ["lbs"], "s": ["sec"], "week": [], "month": [], "year": [],
}  # fmt: skip

# Names that CLDR has not, or has as signs alone.
SPOKEN = {
    "am": {"mg": "ሚሊ ግራም", "mcg": "ማይክሮ ግራም", "mmHg": "ሚሊሜትር ሜርኩሪ", "kcal": "ኪሎ ካሎሪ", "mmol": "ሚሊ ሞል"},
    "ar": {"%": "بالمئة"},
    "ko": {"%": "퍼센트"},
    "so": {"mmol": "millimool"},
    # In syllables: as one word the voice says them as if they were English.
    "vi": {
        "kg": "ki lô gam", "mg": "mi li gam", "mcg": "mi cờ rô gam", "dl": "đề xi lít", "ml": "mi li lít", "%": "phần trăm",
        "cm": "xen ti mét", "mm": "mi li mét", "km": "ki lô mét", "mmHg": "mi li mét thủy ngân", "kcal": "ki lô ca lo",
        "mmol": "mi li mon",
    },
    "zh": {"%": "百分之{number}"},
    "zh_Hant": {"%": "百分之{number}", "mmol": "毫莫耳"},
}

# Which numbers have which form of a unit, in the order of CLDR's plural rules; all others have the last. A
# number is written without signs between its thousands, and with a full stop before its decimals.
ONE = {"one": "1"}
UP_TO_ONE = {"one": "0|1|0\\.[0-9]+"}
BELOW_TWO = {"one": "[01](\\.[0-9]+)?"}
FORMS = {
    "am": UP_TO_ONE, "bn": UP_TO_ONE, "fa": UP_TO_ONE, "gu": UP_TO_ONE, "hi": UP_TO_ONE, "fr": BELOW_TWO, "pt": BELOW_TWO,
    "pa": {"one": "[01]"}, "de": ONE, "en": ONE, "es": ONE, "it": ONE, "ur": ONE,
    "pl": {"one": "1", "few": "([0-9]*[02-9])?[2-4]", "many": "[0-9]+"},
    "ru": {"one": "([0-9]*[02-9])?1", "few": "([0-9]*[02-9])?[2-4]", "many": "[0-9]+"},
    "ar": {"few": "([0-9]*0)?[3-9]|[0-9]*10", "many": "[0-9]*(1[1-9]|[2-9][0-9])"},
}  # fmt: skip


def number_forms(locale):
    return list(FORMS.get(locale.name.partition("_")[0], {}).values())


def full_names(locale, sign, unit):
    """A unit's forms in full, which are one where all are the same; those that stand about the number have
    {number} there. None: the language has no word for it."""
    if sign in (own := SPOKEN.get(locale.name, {})):
        return [own[sign]]
    found = {}
    for count, name in patterns_of(locale, unit, "long"):
        found[count] = name.removeprefix("{0}").strip().replace("{0}", "{number}")
    if sign == "mmol" and found:
        milli = locale.text("units/unitLength[@type='long']/compoundUnit[@type='10p-3']/unitPrefixPattern")
        found = {count: milli.replace("{0}", name.lower()) for count, name in found.items()}
    forms = [found.get(count, found["other"]) for count in [*FORMS.get(locale.name.partition("_")[0], {}), "other"] if found]
    return forms[:1] if len(set(forms)) == 1 else forms


def patterns_of(locale, unit, length):
    """Of each count, those of the nearest file last; without cases that no number alone asks for."""
    for tree in reversed(locale.trees[:-1]):
        for pattern in tree.findall(f"units/unitLength[@type='{length}']/unit[@type='{unit}']/unitPattern"):
            if pattern.text != "↑↑↑" and pattern.get("case") in (None, "nominative") and "{0}" in pattern.text:
                yield pattern.get("count"), re.sub(r"\s+", " ", clean(pattern.text))


def short_names(locale, sign, unit):
    """What stands for a unit in the language alone. Neither one letter and a full stop is among it ("m."), nor
    what is another unit without that ("mm."), nor a word of its own ("с")."""
    names = {name.replace("{0}", "").strip() for _, name in patterns_of(locale, unit, "short")}
    names |= ALSO.get(locale.name, {}).get(sign, set()) if locale.name[:2] != "zh" else set()
    return {name for name in names if name and " " not in name and name.rstrip(".") not in HEARD and not re.fullmatch(r"\w\.|[A-Za-z°\W]|с", name)}


def spoken_units(locale):
    """Each by what stands for it behind a number, and what is heard."""
    lines = []
    for sign, unit in HEARD.items():
        heard = full_names(locale, sign, unit)
        short = set() if sign == "mmol" else short_names(locale, sign, unit)
        signs = ([] if sign in SIGNS and not SIGNS[sign] else [sign]) + SIGNS.get(sign, [])
        signs += sorted(short - set(signs) - set(heard))
        if signs and heard:
            lines.append("=".join(signs) + " " + "|".join(heard))
    return lines


# Signs of money, and what CLDR calls it.
MONEY = {"$": "USD", "€": "EUR", "£": "GBP"}
# The money of the country itself, and of others that have the same sign: CLDR names one of them.
SPOKEN_MONEY = {
    "am": {"$": "ዶላር"}, "ar": {"$": "دولار"}, "bn": {"$": "ডলার"}, "de": {"$": "Dollar", "£": "Pfund"},
    "en": {"$": "dollar|dollars", "£": "pound|pounds"}, "es": {"$": "dólar|dólares", "£": "libra|libras"},
    "fa": {"$": "دلار"}, "fr": {"$": "dollar|dollars", "£": "livre|livres"}, "gu": {"$": "ડૉલર"},
    "hi": {"$": "डॉलर"}, "it": {"$": "dollaro|dollari", "£": "sterlina|sterline"}, "ja": {"$": "ドル"},
    "km": {"$": "ដុល្លារ"}, "ko": {"$": "달러"}, "pa": {"$": "ਡਾਲਰ"}, "pl": {"$": "dolar|dolary|dolarów|dolara"},
    "pt": {"$": "dólar|dólares", "£": "libra|libras"}, "ru": {"$": "доллар|доллара|долларов|доллара"},
    "so": {"$": "doolar"}, "fil": {"$": "dolyar"}, "ur": {"$": "ڈالر"}, "vi": {"$": "đô la", "€": "ơ rô"},
    "zh": {"$": "美元"}, "zh_Hant": {"$": "美元"},
}  # fmt: skip


def spoken_money(locale):
    """Each sign, and its forms as those of a unit."""
    lines = []
    for sign, code in MONEY.items():
        own = next((SPOKEN_MONEY[name][sign] for name in (locale.name, locale.name.partition("_")[0]) if sign in SPOKEN_MONEY.get(name, {})), None)
        lines.append(f"{sign} {own or '|'.join(money_forms(locale, code))}")
    return lines


def money_forms(locale, code):
    place = f"numbers/currencies/currency[@type='{code}']/displayName"
    name = locale.text(f"{place}[@count='other']", place)
    forms = [locale.text(f"{place}[@count='{count}']") or name for count in [*FORMS.get(locale.name.partition("_")[0], {}), "other"]]
    forms = [re.sub(r"\s+", " ", clean(form)) for form in forms]
    return forms[:1] if len(set(forms)) == 1 else forms


# What joins them to the money behind.
JOINED = {"es": " de", "fr": " de", "it": " di", "pt": " de"}


def large_numbers(locale):
    """Words for a million and more behind a number: "1.5 million"."""
    words = set()
    for kind in ("1000000", "1000000000"):
        for tree in reversed(locale.trees[:-1]):
            for pattern in tree.findall(f"numbers/decimalFormats[@numberSystem='latn']/decimalFormatLength[@type='long']/decimalFormat/pattern[@type='{kind}']"):
                word = re.sub(r"[0\s]+", " ", clean(pattern.text or "")).strip().strip("'")
                if word and word != "↑↑↑" and " " not in word:
                    words.add(word)
    return [word + JOINED.get(locale.name.partition("_")[0], "") for word in sorted(words)]


def decimal_sign(locale):
    """Of numbers in European digits: others have theirs, which nobody takes for another."""
    return locale.text("numbers/symbols[@numberSystem='latn']/decimal")


def name_of(locale, tag):
    """In its own words, with the capital that it has in a list."""
    code = {"zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}.get(tag, locale.name)
    name = locale.text(f"localeDisplayNames/languages/language[@type='{code}']")
    return name[0].upper() + name[1:]


def facts(cldr, tag, name):
    locale = Locale(cldr, name)
    order = locale.text("layout/orientation/characterOrder")
    short = locale.calendar("timeFormats/timeFormatLength[@type='short']/timeFormat/pattern")
    return {
        "language_name": name_of(Locale(cldr, LANGUAGES[tag]), tag) if tag in LANGUAGES else None,
        "direction": "rtl" if order == "right-to-left" else "ltr",
        **quotations(locale),
        "decimal_sign": decimal_sign(locale),
        "units": units(locale),
        "number_forms": number_forms(locale),
        "spoken_units": spoken_units(locale) + spoken_money(locale),
        "large_numbers": large_numbers(locale),
        **days(locale),
        "days_short": short_days(locale),
        "months": months(locale, "format"),
        "months_alone": months(locale, "stand-alone"),
        **dates(locale),
        **lists(locale),
        **times(locale, INSTEAD.get(tag, {}).get("time", short)),
    }


def what_differs(cldr, tag, name):
    """What a region says in another way than its language."""
    language = tag.partition("-")[0]
    common = facts(cldr, language, LANGUAGES[language])
    return {key: value for key, value in facts(cldr, tag, name).items() if value not in (None, common[key])}


def in_yaml(value):
    """Quoted; what cannot be seen by its number."""
    if isinstance(value, list):
        return "[" + ", ".join(in_yaml(entry) for entry in value) + "]"
    shown = value.replace("\\", "\\\\").replace('"', '\\"')
    shown = "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) in ("Cf", "Zs") and c != " " else c for c in shown
    )
    return f'"{shown}"'


def version(cldr):
    return re.search(r'cldrVersion CDATA #FIXED "([\d.]+)"', (cldr / "dtd/ldml.dtd").read_text())[1]


def put(path, cldr, lines):
    """The lines in the place of those that were there, or at the end."""
    text = path.read_text(encoding="utf-8") if path.exists() else f"# Only what '{path.stem}' says in its own way.\n"
    block = [FIRST.format(version=version(cldr)), *(f"{key}: {in_yaml(value)}" for key, value in lines.items()), LAST]
    path.write_text(BLOCK.sub("\n", text).rstrip("\n") + "\n\n" + "\n".join(block) + "\n", encoding="utf-8")


def main(cldr=CLDR, labels=LABELS):
    cldr, labels = pathlib.Path(cldr), pathlib.Path(labels)
    for tag, name in LANGUAGES.items():
        put(labels / f"{tag}.yaml", cldr, facts(cldr, tag, name))
    for tag, name in REGIONS.items():
        put(labels / f"{tag}.yaml", cldr, what_differs(cldr, tag, name))


if __name__ == "__main__":
    main(*sys.argv[1:])
