"""Reads a published lobby show and says whether it is whole."""

import hashlib
import json
import re

NAME = re.compile(r"^(\d{3,})-([a-z0-9-]+)\.([0-9a-f]{12})\.png$")


def manifest(lobby):
    return json.loads((lobby / "manifest.json").read_text())


def names(lobby):
    return [slide["src"] for slide in manifest(lobby)["slides"]]


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def assert_whole(lobby):
    """Every file that the show lists of itself is there, and each says or holds what it should."""
    listed = (lobby / ".files").read_text().splitlines()
    assert all((lobby / name).is_file() for name in listed)
    show = manifest(lobby)
    assert list(show)[-1] == "complete" and show["complete"] is True
    for slide in show["slides"]:
        assert digest(lobby / slide["src"]) == slide["sha256"]
        assert NAME.match(slide["src"]).group(3) == slide["sha256"][:12]
    for font in show["fonts"]:
        assert digest(lobby / font["src"]) == font["sha256"]
    assert (lobby / "show.txt").read_text().split() == [slide["src"] for slide in show["slides"]]
    assert {name for name in listed if NAME.match(name)} == {p.name for p in lobby.glob("*.png") if NAME.match(p.name)}
    script = (lobby / "manifest.js").read_text()
    assert script.startswith("window.handoutShow = ") and script.endswith(";\n")
    assert json.loads(script[len("window.handoutShow = ") : -2]) == show


def seen_lines(slide):
    return ["".join(run["text"] for run in line["runs"]).strip() for line in slide["lines"]]


def heard_lines(slide):
    """Short names of days are heard in full."""
    return ["Monday to Friday:" if line == "Mon–Fri" else line for line in seen_lines(slide)]


def transcript(directory):
    """The page without what keeps a fact on one line."""
    return re.sub(r'<span class="nb">(.*?)</span>', r"\1", (directory / "transcript.html").read_text())
