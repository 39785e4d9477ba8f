"""How the program asks the kernel for memory: seldom, and much at once. (Sanitizers have a heap of their own.)"""

import re
import subprocess

import program

PAGE, HUGE_PAGE = 4096, 2 * 1024 * 1024


def calls(tmp_path, content, *names):
    """What it asked for on one processor, as strace tells it: names of calls and what follows."""
    trace = tmp_path / "trace"
    command = [program.HANDOUT, "render", "--content", content, "--out", tmp_path / "out", "--format", "standard"]
    watched = ["taskset", "-c", "0", "strace", "-f", "-o", trace, "-e", "trace=" + ",".join(names), *command]
    subprocess.run(watched, capture_output=True, check=True)
    return re.findall(r"^\d+ +(\w+)\((.*)$", trace.read_text(), re.M)


def articles(count):
    text = "---\nkind: article\nlang: en\n---\n# Sleep\n\n" + "Rest is good for you.\n\n" * 40
    return {f"sleep-{n}": text for n in range(count)}


def test_the_heap_begins_in_a_huge_page(tmp_path):
    content = program.write_content(tmp_path / "content", articles(1), program.CLINIC)
    told = calls(tmp_path, content, "brk", "madvise")
    huge = [n for n, (name, rest) in enumerate(told) if name == "madvise" and "MADV_HUGEPAGE)" in rest]
    assert len(huge) == 1, told
    first, size = (int(word, 0) for word in told[huge[0]][1].split(", ")[:2])
    ends = [int(re.match(r"0x[0-9a-f]+", rest)[0], 16) for name, rest in told[: huge[0]] if rest.startswith("0x")]
    assert first % HUGE_PAGE == 0 and size == HUGE_PAGE
    assert first - PAGE in ends and first + HUGE_PAGE <= ends[-1], told


def test_threads_ask_for_memory_ahead(tmp_path):
    """Not for each page of it: that is as often as they are begun, and as libraries are loaded."""
    content = program.write_content(tmp_path / "content", articles(12), program.CLINIC)
    assert len(calls(tmp_path, content, "mprotect")) < 100
