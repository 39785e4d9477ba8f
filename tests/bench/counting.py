"""Instructions of a run, counted by callgrind: they do not drift as times do."""

import re
import subprocess


def instructions(*command, within=None):
    """`within`: those alone that are run within that function."""
    only = [f"--toggle-collect={within}"] if within else []
    counted = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *only, *map(str, command)]
    done = subprocess.run(counted, capture_output=True, text=True, check=True)
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])
