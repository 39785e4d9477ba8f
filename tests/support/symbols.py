"""Which file of src/ needs which, read from the object files of the program as it was built.

An arrow goes from a file whose code names a symbol to the file that defines it. What only a table
names (an array of painters, a row of checks) is no arrow: whoever walks the table knows none of its
rows. `python3 tests/support/symbols.py` lists these tables.
"""

import collections
import pathlib
import re
import subprocess

import program

SOURCES = sorted(str(path.relative_to(program.ROOT / "src")) for path in (program.ROOT / "src").rglob("*.c"))
SECTION = re.compile(r"^Relocation section '\.rela?\.(\S+)'")
CODE, DATA = re.compile(r"text\b"), re.compile(r"(data|rodata)\b")


def objects():
    """The object file of every source: one of a source that is gone may still lie beside them."""
    built = pathlib.Path(program.HANDOUT).parent / "src"
    return {str((built / name).with_suffix(".o")): name for name in SOURCES}


def read(tool, options):
    """The lines that a tool of binutils prints, each with the source that it is about."""
    named = objects()
    told = subprocess.run([tool, *options, *named], capture_output=True, text=True, check=True).stdout
    source = None
    for line in told.splitlines():
        if line.removeprefix("File: ").removesuffix(":") in named:
            source = named[line.removeprefix("File: ").removesuffix(":")]
        elif line:
            yield source, line


def all_definitions():
    """Every symbol that other files may name, with the source that defines it."""
    return [(line.split()[-1], source) for source, line in read("nm", ["-g", "--defined-only"])]


def definitions():
    """Such symbols -> their sources."""
    return dict(all_definitions())


def undefined():
    """What every source needs of others or of libraries."""
    needed = collections.defaultdict(set)
    for source, line in read("nm", ["-g", "--undefined-only"]):
        needed[source].add(line.split()[-1])
    return needed


def named_in(sections):
    """What every source names of other sources, in sections of a kind."""
    home = definitions()
    found = {source: set() for source in SOURCES}
    counts = False
    for source, line in read("readelf", ["-rW"]):
        section = SECTION.match(line)
        if section:
            counts = bool(sections.match(section[1]))
        elif counts and len(words := line.split()) > 4 and home.get(words[4], source) != source:
            found[source].add(home[words[4]])
    return found


def arrows():
    return named_in(CODE)


def tables():
    return {source: names for source, names in named_in(DATA).items() if names}


def reached(graph, start):
    """All that can be come to from there, itself only over a way that comes back."""
    found, ahead = set(), [start]
    while ahead:
        new = graph[ahead.pop()] - found
        found |= new
        ahead += new
    return found


def circles(graph):
    """Sets of two nodes or more, each of which can be come to from all others of its set."""
    beyond = {node: reached(graph, node) for node in graph}
    sets = {frozenset(m for m in beyond[n] if n in beyond[m]) for n in graph}
    return sorted(sorted(nodes) for nodes in sets if len(nodes) > 1)


if __name__ == "__main__":
    for source, names in tables().items():
        print(f"{source} holds a table of", *sorted(names))
