"""Runs the real program, on content that a test writes or on the clinic's own."""

import dataclasses
import os
import json
import pathlib
import re
import signal
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
HANDOUT = os.environ.get("HANDOUT", str(ROOT / "out/build/release/handout"))
TOOLS = pathlib.Path(os.environ.get("HANDOUT_TOOLS", ROOT / "out/tools"))

# What a sanitizer ends the program with; none of the program's own statuses.
SANITIZER_STATUS = 99
STATUSES = (0, 1, 2, 3)

# One line of the report: `path:line:col: severity: message [rule]`; line and column when known.
FINDING = re.compile(
    r"^(?:(?P<path>[^:\n]+)(?::(?P<line>\d+)(?::(?P<col>\d+))?)?: )?"
    r"(?P<severity>note|warning|error): (?P<message>\S.*\S) \[(?P<rule>[a-z-]+)\]$"
)

CLINIC = """\
name: Riverside Sleep Clinic
telephone: +1 212 736 5000
email: desk@riverside-sleep.org
url: https://riverside-sleep.org/
address:
  street_address: 12 Harbour Street
  address_locality: Springfield
  address_region: Oregon
  postal_code: "97477"
opening_hours:
  - Mo-Fr 09:00-17:00
services:
  - Sleep studies
"""

# The products that every article can be made into; brochures and booklets hold only so much.
EVERY_SIZE = ("--format", "standard,large,giant,screen")

# Every PDF that any test has had made, for the one run of the validator at the end.
MADE_PDFS = []


@dataclasses.dataclass
class Result:
    status: int
    out: str
    err: str
    directory: pathlib.Path

    def pdf(self, name, suffix=""):
        return self.directory / "print" / f"{name}{suffix}.pdf"

    @property
    def pdfs(self):
        return sorted(self.directory.glob("print/*.pdf"))

    @property
    def screens(self):
        return sorted(self.directory.glob("lobby/*.png"))

    @property
    def shown(self):
        """The names of the articles in the show."""
        path = self.directory / "lobby/manifest.json"
        slides = json.loads(path.read_text())["slides"] if path.exists() else []
        return {slide["id"].split("/")[0] for slide in slides} - {"contact"}

    @property
    def findings(self):
        """The report as dictionaries; anything else on standard error is a failure."""
        found = []
        for line in self.err.splitlines():
            match = FINDING.match(line)
            assert match, f"not a line of a report: {line!r}"
            found.append(match.groupdict())
        return found

    def rules(self, severity=None):
        return [f["rule"] for f in self.findings if severity in (None, f["severity"])]


STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def listen():
    """Before a program starts: shells and nohup start what runs in the background deaf to signals, and tests may run so."""
    for number in STOPS:
        signal.signal(number, signal.SIG_DFL)


def environment(**changes):
    env = dict(os.environ, **changes)
    env["ASAN_OPTIONS"] = f"exitcode={SANITIZER_STATUS}"
    env["UBSAN_OPTIONS"] = f"halt_on_error=1:print_stacktrace=1:exitcode={SANITIZER_STATUS}"
    env["LSAN_OPTIONS"] = f"suppressions={ROOT}/tests/support/lsan.supp:print_suppressions=0"
    return env


def run(*args, env=None, **kwargs):
    """Runs the program with its arguments as they are; a crash fails the test."""
    result = subprocess.run(
        [HANDOUT, *map(str, args)],
        env=env or environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        **{"cwd": ROOT, **kwargs},
    )
    assert result.returncode in STATUSES, (
        f"ended with {result.returncode}\n{result.stdout}\n{result.stderr}"
    )
    return result


def render(content, out, *args, **kwargs):
    """`handout render` of a content directory into `out`."""
    fonts = ROOT / "fonts/fonts.conf"
    directory = pathlib.Path(kwargs.get("cwd", ROOT)) / out
    done = run("render", "--content", content, "--out", out, "--fonts", fonts, *args, **kwargs)
    result = Result(done.returncode, done.stdout, done.stderr, directory)
    MADE_PDFS.extend(result.pdfs)
    return result


def silent(style):
    """The same settings; reading aloud, which takes a first build seconds, is for tests that ask for it."""
    if "speech:" in style:
        return style
    if "show: {" in style:
        return style.replace("show: {", "show: {speech: no, ")
    if re.search("^show:\n", style, re.M):
        return re.sub(r"^show:\n((?: .*\n)*)", r"show:\n\1  speech: no\n", style, flags=re.M)
    return style + ("\n" if style and not style.endswith("\n") else "") + "show: {speech: no}\n"


def write_content(directory, articles, clinic=CLINIC, style=None, files=None):
    """A content directory: articles by name, settings as text, other files as bytes."""
    directory = pathlib.Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in articles.items():
        data = text if isinstance(text, bytes) else text.encode()
        (directory / f"{name}.md").write_bytes(data)
    (directory / "clinic.yaml").write_text(clinic)
    (directory / "style.yaml").write_text(silent(style or ""))
    for name, data in (files or {}).items():
        (directory / name).write_bytes(data)
    return directory


def article(body, title="A title", lang="en-US", front=""):
    return f'---\ntitle: "{title}"\nlang: {lang}\n{front}---\n\n{body}\n'
