"""Asks the Nu Html Checker about many pages in one Java process."""

import json
import re

import java
from program import TOOLS

# Of CSS it does not know queries for the size of a container (CSS Containment 3), nor lengths by it.
UNKNOWN = re.compile("CSS: (Unrecognized at-rule “@container”|“container”: |“(font-size|width)”: Parse Error)")


def errors(paths):
    """What it holds against each page: its name, the message and the place."""
    run = java.run(f"{TOOLS}/html/*", "nu.validator.client.SimpleCommandLineValidator", "--errors-only", "--format", "json", "--stdout", *paths)
    assert run.stdout.startswith('{"version"'), f"no report:\n{run.stdout}\n{run.stderr}"
    said = json.loads(run.stdout)["messages"]
    return [(m["url"].rpartition("/")[2], m["message"], m.get("extract")) for m in said if not UNKNOWN.match(m["message"])]
