"""Who may include whom, and which file may use which library (the stages, in running order)."""

import pathlib
import re

import pytest

SOURCE = pathlib.Path(__file__).parents[2] / "src"
STAGES = [
    "base",
    "content",
    "document",
    "examine",
    "export",
    "import",
    "importer",
    "layout",
    "paint",
    "player",
    "printer",
    "publish",
    "push",
    "run",
    "serve",
    "speak",
]
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)

# Library headers -> the files that may include them.
LIBRARIES = {
    r"cmark": r"content/article[a-z_]*\.c",
    r"yaml\.h": r"content/yaml\.c",
    r"hpdf": r"paint/pdf/object\.c",
    r"hyphen\.h": r"layout/hyphenation_plugin\.c",
    r"hb-subset": r"paint/pdf/[a-z_]+\.[ch]|player/webfont\.c",
    r"lcms2": r"content/image_color\.c",
    r"libxml/": r"import/(html[a-z_]*|odf[a-z_]*|docx[a-z_]*|office|book)\.[ch]",
    r"png\.h": r"paint/png[a-z_]*\.c",
    r"qrencode": r"base/qr_plugin\.c",
    r"jpeglib|jerror": r"content/image_jpeg\.c",
    r"gdk-pixbuf/": r"content/image_plugin\.c",
    r"cups/": r"printer/[a-z_]+\.[ch]",
    r"libsoup/": r"serve/[a-z_]+\.[ch]|push/(answer|device)\.[ch]",
    r"opus": r"speak/encode\.c",
    r"json-glib/": r"base/json\.h",
    r"fontconfig/": r"layout/fontconfig_plugin\.c",
    r"liblouis": r"export/braille_plugin\.c",
    r"cairo": r"paint/png_plugin\.c",
    r"unicode/": r"base/unparted_plugin\.c",
    r"pango/": r"layout/[a-z_]+\.[ch]|base/sentence\.c",
}

# Files of layout/ that hold numbers beside profile.c: marks drawn by their own coordinates, how faces
# are measured, limits and law. Others hold what is named: where lines are cut, what rounding may do.
NUMBERS = {"art.c", "icon.c", "marker.c", "faces.c", "font.h", "measure.c", "screen_size.c", "screen_size.h"}
SMALL_NUMBERS = {
    
    "profile.h": {"0.528"},
    "sample.c": {"10.0"},
    "screen_fit.c": {"0.01"},
    "strip.c": {"0.01"},
    "table_widths.c": {"0.2"},
    "text.c": {"0.5"},
}
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|"(?:\\.|[^"\\])*"', re.S)
NUMBER = re.compile(r"\b\d*\.\d+|\b\d+\s*\*\s*POINTS_PER\w+|define\s+\w+\s+\d+\b(?!\.)")

# What one file alone does for all of them. What it looks like in C -> the file.
ONE_PLACE = {
    r"\bg_regex_new\b": "base/pattern.c",
    r"\bjson_(builder|node)_": "base/json_plugin.c",
    r"g_markup_escape|&(amp|lt|gt|quot|apos);": "base/xml.c",
    r"\"SOURCE_DATE_EPOCH": "base/clock.c",
    r"%02d:%02d": "base/clock.c",
    r"g_uri_(parse|split|peek|is_valid)|\"(https?|mailto):?\"": "content/address.c",
    r"\"tel:": "content/telephone.c",
    r"\\u2028|0x2028": "base/signs.h",
    r"\\u00[aA][dD]|0x00[aA][dD]": "base/signs.h",
    r"\"(January|Feb\.?|mondays)\"": "content/date_english.h",
}

FILES = sorted(path for path in SOURCE.rglob("*") if path.suffix in (".c", ".h"))


def stage(path):
    parts = pathlib.PurePath(path).parts
    return STAGES.index(parts[0]) if len(parts) > 1 else len(STAGES)


def includes(path):
    return INCLUDE.findall(path.read_text())


def ids(path):
    return str(path.relative_to(SOURCE))


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_stage_includes_itself_and_earlier_ones_only(path):
    own = stage(path.relative_to(SOURCE))
    for quote, target in includes(path):
        if quote == '"':
            assert (SOURCE / target).exists(), f"{target} is not named from src/"
            assert stage(target) <= own, f"{target} belongs to a later stage"


@pytest.mark.parametrize("path", FILES, ids=ids)
def test_library_is_used_where_it_belongs(path):
    name = str(path.relative_to(SOURCE))
    for quote, target in includes(path):
        for library, home in LIBRARIES.items():
            if quote == "<" and re.match(library, target):
                assert re.fullmatch(home, name), f"{target} belongs in {home}"


def holding(sign):
    comment = re.compile(r"/\*.*?\*/", re.S)
    return {ids(path) for path in FILES if re.search(sign, comment.sub(" ", path.read_text()))}


@pytest.mark.parametrize("sign", ONE_PLACE)
def test_each_grammar_has_one_place(sign):
    assert holding(sign) == {ONE_PLACE[sign]}


def test_texts_that_stay_are_in_one_table():
    """They are compared by their pointers (base/intern.h)."""
    assert not holding(r"\bg_(intern|quark)_")


def test_a_folder_keeps_the_parts_of_its_files():
    """What files share among themselves, as content/article_parts.h for those of the article."""
    for path in FILES:
        for _, target in includes(path):
            if target.endswith("_parts.h"):
                assert (SOURCE / target).parent == path.parent, f"{path} names {target}"


def test_painters_know_no_articles():
    """They know pages and elements; of the content only pictures."""
    for path in (SOURCE / "paint").rglob("*.[ch]"):
        for _, target in includes(path):
            assert not re.match(r"content/(?!image(_file)?\.h)|document/(?!element\.h)", target), path


@pytest.mark.parametrize("path", sorted((SOURCE / "layout").glob("*.[ch]")), ids=ids)
def test_numbers_about_appearance_stand_in_the_profile(path):
    if path.name in ("profile.c", "profile_folded.c", "profile_sheet.c", "profile_screens.c") or path.name in NUMBERS:
        return
    code = COMMENT_OR_STRING.sub(" ", path.read_text())
    assert set(NUMBER.findall(code)) <= SMALL_NUMBERS.get(path.name, set())
