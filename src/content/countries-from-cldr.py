#!/usr/bin/python3
"""Gathers the names of countries in the languages that labels exist for, from the Common Locale Data
Repository (Debian's unicode-cldr-core), into countries.yaml beside this script. Run again, it
changes nothing.

    src/content/countries-from-cldr.py [CLDR]

Only the countries whose order of postal lines is known (postal_orders.c) are of use. Haitian Creole
is not in CLDR; English stands in.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

from cldr import CLDR, LANGUAGES

HERE = pathlib.Path(__file__).parent


def names(cldr, locale, codes):
    tree = ElementTree.parse(cldr / f"main/{locale}.xml")
    found = {}
    for territory in tree.findall("localeDisplayNames/territories/territory"):
        if territory.get("type") in codes and not territory.get("alt"):
            found[territory.get("type")] = territory.text
    return found


def main(cldr=CLDR):
    codes = re.findall(r'^    \{"([A-Z]{2})"', (HERE / "postal_orders.c").read_text(), re.M)
    lines = ["# Names of countries, from CLDR 41 by countries-from-cldr.py: not to be changed here."]
    for lang, locale in sorted(LANGUAGES.items()):
        lines.append(f"{lang}:")
        lines += [f'  "{code}": "{name}"' for code, name in sorted(names(cldr, locale, codes).items())]
    (HERE / "countries.yaml").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
