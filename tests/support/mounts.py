"""Runs a script that mounts file systems of its own, which nobody else sees.

Inside some containers the system refuses that: then the test is skipped, and the report of the run
counts it and says why. No other test may be skipped (tests/conftest.py).
"""

import os
import subprocess

import pytest

import program

REFUSED = "this system refuses mounts of one's own"


def apart(script, env):
    user = [] if os.getuid() == 0 else ["--user", "--map-root-user"]
    command = ["unshare", *user, "--mount", "sh", "-c", script]
    return subprocess.run(command, env=env, cwd=program.ROOT, capture_output=True, text=True)


def run(script, env):
    """The finished process of a script that mounts over the folder $OUT; that is tried first."""
    tried = apart('mount -t tmpfs tmpfs "$OUT"', env)
    if tried.returncode != 0:
        pytest.skip(f"{REFUSED}: {tried.stderr.strip()}")
    return apart(script, env)
