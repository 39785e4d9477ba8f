"""The program as `make install` puts it below a folder."""

import os
import pathlib
import subprocess

import program

BUILD = pathlib.Path(program.HANDOUT).parent


def make_environment(**changes):
    """Without what the make that runs the tests tells its own kind."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS"))} | changes


def install(root, prefix="/usr"):
    """What has been built goes below `root`; the installed program."""
    command = ["make", "install-files", f"DESTDIR={root}", f"PREFIX={prefix}"]
    command += [f"OUT={BUILD.parents[1]}", f"BUILD={BUILD.name}"]
    subprocess.run(command, cwd=program.ROOT, env=make_environment(), check=True, capture_output=True)
    return pathlib.Path(f"{root}{prefix}/bin/handout")


def run(handout, *args, cwd="/", **changes):
    """The installed program from a folder that has nothing of ours."""
    command = [handout, *map(str, args)]
    env = program.environment(**changes)
    return subprocess.run(command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
