"""How large functions and files are: counts them, and prints the figures of src/ (`make lint`).

A function of C ends where clang-format puts its brace, in the first column, so no parser is needed;
its length runs from the line of its name to that brace.
"""

import ast
import dataclasses
import pathlib
import re
import statistics

ROOT = pathlib.Path(__file__).resolve().parents[2]
CODE = {".c", ".h", ".py", ".js"}

# From the line of the name to the brace: no blank, no comment and no brace stands between the two.
FUNCTION = re.compile(r"^(?:\w[^;{}\n]*[ *])?(\w+)\([^;{}]*\)\n\{\n(?:.*\n)*?\}\n", re.M)


@dataclasses.dataclass(frozen=True)
class Function:
    path: pathlib.Path
    name: str
    lines: int

    def __str__(self):
        return f"{self.lines} lines: {self.name} in {self.path.relative_to(ROOT)}"


def files(folder, suffixes=CODE):
    return sorted(p for p in (ROOT / folder).rglob("*") if p.suffix in suffixes)


def c_functions(path):
    for found in FUNCTION.finditer(path.read_text()):
        yield Function(path, found[1], found[0].count("\n"))


def python_functions(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            yield Function(path, node.name, node.end_lineno - node.lineno + 1)


def functions(folder):
    c = [f for path in files(folder, {".c", ".h"}) for f in c_functions(path)]
    return c + [f for path in files(folder, {".py"}) for f in python_functions(path)]


def lines(path):
    return len(path.read_text().splitlines())


def main():
    found = functions("src")
    middle = statistics.median(f.lines for f in found)
    longest = max(found, key=lambda f: f.lines)
    largest = max(files("src"), key=lines)
    print(f"{len(found)} functions of {middle:g} lines in the middle, the longest {longest}")
    print(f"{len(files('src'))} files, the longest {lines(largest)} lines: {largest.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
