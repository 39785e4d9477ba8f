"""How large functions and files may be, and what the guards of headers are called."""

import re
import statistics

import figures

LONGEST_FUNCTION = 46
LONGEST_FILE = 450
# What half of the functions of src/ do not exceed: a house of short ones, not only without long ones.
MIDDLE_FUNCTION = 10

GUARD = re.compile(r"(?:/\*.*?\*/\s*)?#ifndef (\w+)\n#define \1\n.*#endif\n", re.S)


def test_long_functions_are_seen(tmp_path):
    """The count itself: names over two lines, tables, types and declarations beside functions."""
    source = tmp_path / "sample.c"
    rows = "    {1},\n" * 80
    body = "    call();\n" * 60
    source.write_text(
        f"static int table[] = {{\n{rows}}};\n\nint declared(int a);\n\nstruct point {{\n{rows}}};\n\n"
        f"static const struct point *first(int a,\n                                 int b)\n{{\n{body}}}\n\n"
        "int second(void)\n{\n    if (1) {\n    }\n}\n"
    )
    assert [(f.name, f.lines) for f in figures.c_functions(source)] == [("first", 64), ("second", 5)]


def test_no_function_is_long():
    found = figures.functions("src") + figures.functions("tests")
    assert len(found) > 2000
    assert not [str(f) for f in found if f.lines > LONGEST_FUNCTION]


def test_functions_are_short():
    assert statistics.median(f.lines for f in figures.functions("src")) <= MIDDLE_FUNCTION


def test_no_file_is_long():
    found = figures.files("src") + figures.files("tests")
    assert len(found) > 300
    assert not [str(path) for path in found if figures.lines(path) > LONGEST_FILE]


def guard(path):
    """Folders and name, those of src/ and the kinds of tests left out."""
    place = path.relative_to(figures.ROOT)
    words = place.parts[1:] if place.parts[0] == "src" else ("tests", place.name)
    return re.sub(r"[/.]", "_", "HANDOUT_" + "/".join(words)).upper()


def test_every_header_is_guarded_by_its_own_name():
    for path in figures.files("src", {".h"}) + figures.files("tests", {".h"}):
        found = GUARD.fullmatch(path.read_text())
        assert found and found[1] == guard(path), path
