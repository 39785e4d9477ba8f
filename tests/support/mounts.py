"""Runs a script that mounts file systems of its own, which nobody else sees.

Inside some containers the system refuses that: then the test is skipped, and the report of the run
counts it and says why. No other test may be skipped (tests/conftest.py).
"""

import os
import subprocess

import pytest

import program

REFUSED = "this system refuses mounts of one's own"


def words(script):
    """What a program is begun with that the script does something for; it goes on with `exec "$@"`."""
    user = [] if os.getuid() == 0 else ["--user", "--map-root-user"]
    return ["unshare", *user, "--mount", "sh", "-c", script, "sh"]


def apart(script, env):
    return subprocess.run(words(script), env=env, cwd=program.ROOT, capture_output=True, text=True)


def try_out(folder):
    """Whether anything may be mounted there; else the test is skipped."""
    tried = apart('mount -t tmpfs tmpfs "$OUT"', {**os.environ, "OUT": str(folder)})
    if tried.returncode != 0:
        pytest.skip(f"{REFUSED}: {tried.stderr.strip()}")


def run(script, env):
    """The finished process of a script that mounts over the folder $OUT; that is tried first."""
    try_out(env["OUT"])
    return apart(script, env)
