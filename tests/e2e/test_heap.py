"""How the program asks the kernel for memory: seldom, and much at once, and no more for build after build. (Sanitizers
have a heap of their own.)"""

import pathlib
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


def anonymous(process):
    """What it has of memory that is no file's [KB]."""
    return int(re.search(r"^RssAnon:\s+(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text(), re.M)[1])


def test_saves_make_the_memory_no_greater(tmp_path):
    """What the threads of a build had at hand serves those of the next one."""
    names = [f"sleep-{n}" for n in range(6)]
    content = program.write_content(tmp_path / "content", {name: program.article("Rest.", name) for name in names})
    command = [program.HANDOUT, "watch", "--content", content, "--out", tmp_path / "out", "--fonts", program.ROOT / "fonts/fonts.conf"]
    had = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=program.environment()) as process:
        for save in range(40):
            process.stdout.readline()
            had.append(anonymous(process))
            body = f"Rest is good for you.\n\n## Night {save}\n\n" + "Go to bed at ten. " * 20
            (content / f"{names[save % 6]}.md").write_text(program.article(body, names[save % 6], front="kind: article\n"))
        process.terminate()
    assert had[-1] - had[15] < 9000, had
