"""How the program asks the kernel for memory: seldom, and much at once. (Sanitizers have a heap of their own.)"""

import re
import subprocess

import program


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


def test_threads_ask_for_memory_ahead(tmp_path):
    """Not for each page of it: that is as often as they are begun, and as libraries are loaded."""
    content = program.write_content(tmp_path / "content", articles(12), program.CLINIC)
    assert len(calls(tmp_path, content, "mprotect")) < 100
