"""What several tests need and none changes is made once, for all processes of a run that share a folder (HANDOUT_QUEUE)."""

import atexit
import fcntl
import functools
import os
import pathlib
import pickle
import shutil
import tempfile

# Of each process that has begun and has not ended.
PART = "part-"


def enter():
    """This process is one of those that share the folder."""
    (folder() / f"{PART}{os.getpid()}").touch()


def leave():
    """Whether all others have ended before it."""
    with open(folder() / "parts", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        (folder() / f"{PART}{os.getpid()}").unlink()
        return not list(folder().glob(f"{PART}*"))


@functools.cache
def folder():
    if "HANDOUT_QUEUE" in os.environ:
        own = pathlib.Path(os.environ["HANDOUT_QUEUE"], "shared")
    else:
        own = pathlib.Path(tempfile.mkdtemp())
        atexit.register(shutil.rmtree, own, ignore_errors=True)
    own.mkdir(exist_ok=True)
    return own


def once(name, make):
    """What `make` gives for a folder of this name, which it fills. The first that asks has it made; others wait for it."""
    base = folder() / name
    told = base.with_suffix(".made")
    with open(base.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            shutil.rmtree(base, ignore_errors=True)
            base.mkdir()
            made = make(base)
            told.write_bytes(pickle.dumps(made))
    return pickle.loads(told.read_bytes())


def link(path, place):
    """As the same file where that can be; what is there stays."""
    try:
        os.link(path, place)
    except FileExistsError:
        pass
    except OSError:  # on another file system
        shutil.copyfile(path, place)
