#!/usr/bin/python3
"""Gathers what languages are called in their own words from the Common Locale Data Repository (Debian's
unicode-cldr-core) into languages.yaml beside this script. Run again, it changes nothing.

    src/content/languages-from-cldr.py [CLDR]

Of a language that CLDR has no words of (Hmong, Karen), the name is the English one: its readers know
their language by it better than by a code.
"""

import pathlib
import sys
import xml.etree.ElementTree as ElementTree

from cldr import CLDR

HERE = pathlib.Path(__file__).parent

# Whose words stand in the file of another (CLDR, parentLocales).
WITHIN = {"nb": "no", "nn": "no"}


def names(path):
    """By locale; those of other forms ("short", "menu") are left out."""
    found = ElementTree.parse(path).findall("localeDisplayNames/languages/language")
    return {entry.get("type"): entry.text for entry in found if not entry.get("alt")}


def as_heading(name):
    """With a capital, as our labels have them, unless it has one further in (isiZulu)."""
    return name[0].title() + name[1:] if name.islower() else name


def main(cldr=CLDR):
    found = {lang: name for lang, name in names(cldr / "main/en.xml").items() if "_" not in lang}
    for path in (cldr / "main").glob("*.xml"):
        lang, *rest = path.stem.split("_")
        own = names(cldr / f"main/{WITHIN.get(lang, path.stem)}.xml").get(lang)
        if own not in (None, "↑↑↑") and [len(part) for part in rest] in ([], [4]):
            found[path.stem] = as_heading(own)
    lines = ["# Names of languages, from CLDR 41 by languages-from-cldr.py: not to be changed here."]
    lines += [f'{lang.lower()}: "{name}"' for lang, name in sorted(found.items())]
    (HERE / "languages.yaml").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
