"""Takes from a program what lets root read and write all files, so that modes bind it as they bind a clinic's staff."""

import ctypes
import subprocess

# From linux/prctl.h and linux/capability.h: to override modes, and to read whatever they say.
PR_CAPBSET_DROP, OVERRIDE, READ_SEARCH = 24, 1, 2


def drop():
    """In the child, before it becomes the program; who is not root has nothing to lose."""
    libc = ctypes.CDLL(None)
    for right in (OVERRIDE, READ_SEARCH):
        libc.prctl(PR_CAPBSET_DROP, right, 0, 0, 0)


def bind(path):
    """True when a program started with `drop` cannot read the file, which is closed to all."""
    path.write_text("closed")
    path.chmod(0)
    return subprocess.run(["cat", path], preexec_fn=drop, capture_output=True).returncode != 0
