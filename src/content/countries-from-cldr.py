#!/usr/bin/python3
"""Gathers the names of countries in the languages that labels exist for, from the Common Locale Data
Repository (Debian's unicode-cldr-core), into countries.yaml beside this script. Run again, it
changes nothing.

    src/content/countries-from-cldr.py [CLDR]

Only the countries whose order of postal lines is known (postal_orders.c) are of use. Haitian Creole
is not in CLDR: its names are those of Debian's iso-codes, and ours where that has none.
"""

import gettext
import json
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

from cldr import CLDR, LANGUAGES

HERE = pathlib.Path(__file__).parent
HAITIAN = pathlib.Path("/usr/share/locale/ht/LC_MESSAGES/iso_3166-1.mo")
ISO_3166 = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")

# In the spelling of the others.
OUR_HAITIAN = {
    "BA": "Bosni ak Erzegovin", "HK": "Hong Kong", "IR": "Iran", "KR": "Kore di Sid", "LA": "Laos",
    "MK": "Masedwan dinò", "RU": "Risi", "TR": "Tiki", "XK": "Kosovo",
}  # fmt: skip


def names(cldr, locale, codes):
    tree = ElementTree.parse(cldr / f"main/{locale}.xml")
    found = {}
    for territory in tree.findall("localeDisplayNames/territories/territory"):
        if territory.get("type") in codes and not territory.get("alt"):
            found[territory.get("type")] = territory.text
    return found


def haitian_names(codes):
    with HAITIAN.open("rb") as file:
        catalog = gettext.GNUTranslations(file)
    english = {
        entry["alpha_2"]: entry.get("common_name", entry["name"])
        for entry in json.loads(ISO_3166.read_text())["3166-1"]
    }
    given = {code: catalog.gettext(english[code]) for code in codes if code in english}
    return {**given, **{code: name for code, name in OUR_HAITIAN.items() if code in codes}}


def main(cldr=CLDR):
    codes = re.findall(r'^    \{"([A-Z]{2})"', (HERE / "postal_orders.c").read_text(), re.M)
    lines = ["# Names of countries, from CLDR 41 (ht: iso-codes) by countries-from-cldr.py: not to be changed here."]
    found = {lang: names(cldr, locale, codes) for lang, locale in LANGUAGES.items()}
    for lang, given in sorted({**found, "ht": haitian_names(codes)}.items()):
        lines.append(f"{lang}:")
        lines += [f'  "{code}": "{name}"' for code, name in sorted(given.items())]
    (HERE / "countries.yaml").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
