"""Which languages the program speaks, and what the Common Locale Data Repository calls them: for the
scripts that gather what it knows (countries-from-cldr.py, labels/from-cldr.py)."""

import pathlib

CLDR = pathlib.Path("/usr/share/unicode/cldr/common")

# A labels file and its locale.
LANGUAGES = {
    "am": "am", "ar": "ar", "bn": "bn", "de": "de", "en": "en", "es": "es", "fa": "fa", "fr": "fr",
    "gu": "gu", "hi": "hi", "it": "it", "ja": "ja", "km": "km", "ko": "ko", "pa": "pa", "pl": "pl",
    "pt": "pt", "ru": "ru", "so": "so", "tl": "fil", "ur": "ur", "vi": "vi", "zh-Hans": "zh",
    "zh-Hant": "zh_Hant",
}  # fmt: skip
