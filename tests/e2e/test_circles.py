"""No circle of calls between files, and one file that knows libharu: read from the object files."""

import collections
import re

import program
import symbols


def test_circles_are_found():
    """The search itself: two circles with a way between them, a file that calls itself, one alone."""
    graph = {"a": {"b"}, "b": {"a", "c"}, "c": {"d"}, "d": {"e"}, "e": {"c"}, "f": {"f", "a"}, "g": set()}
    assert symbols.circles(graph) == [["a", "b"], ["c", "d", "e"]]


def test_every_file_is_looked_at():
    """A file that nobody needs and that needs nobody would hide a fault of the reading; but such are plug-ins."""
    graph = symbols.arrows()
    named = set().union(*graph.values(), *symbols.tables().values())
    alone = {source for source in graph if not graph[source] and source not in named}
    assert len(graph) > 100 and all(source.endswith("_plugin.c") for source in alone)
    assert "base/diag.c" in graph["publish/build.c"]


def test_no_circle_of_calls_between_files():
    assert symbols.circles(symbols.arrows()) == []


def test_tables_are_told_from_calls():
    """The one kind of call that no arrow shows: from whoever walks a table to its rows."""
    assert {"paint/trace.c", "paint/png.c"} <= symbols.tables()["paint/painter.c"]
    assert "paint/trace.c" not in symbols.arrows()["paint/painter.c"]


def test_one_file_knows_libharu():
    knowing = {source for source, names in symbols.undefined().items() if any(n.startswith("HPDF_") for n in names)}
    assert knowing == {"paint/pdf/object.c"}
    source = program.ROOT / "src"
    named = {str(p.relative_to(source)) for p in source.rglob("*.[ch]") if "hpdf" in p.read_text().lower()}
    assert named == {"paint/pdf/object.c"}


def test_nothing_is_open_to_others_that_none_names():
    """Functions and tables that only their own file, or nobody, needs are static, or gone."""
    needed = set().union(*symbols.undefined().values())
    tests = " ".join(path.read_text() for path in (program.ROOT / "tests").glob("*/*.[ch]"))
    idle = {name for name in symbols.definitions() if name not in needed and not re.search(rf"\b{name}\b", tests)}
    assert not idle - {"main", "plugin_door"}


def test_no_two_functions_have_one_name():
    """Programs of other parts would take the one for the other; each program has its own main, each plug-in its door."""
    named = collections.Counter(name for name, _ in symbols.all_definitions())
    assert {name for name, count in named.items() if count > 1} == {"main", "plugin_door"}
