"""A clock that a test sets forward while a program runs (clock.c)."""

import subprocess

import program


def turned(folder, variable):
    """The file that holds how many seconds it is ahead, 0 at first, and the environment in which a program goes by it."""
    library, ahead = folder / "clock.so", folder / "ahead"
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", library, program.ROOT / "tests/support/clock.c"], check=True)
    ahead.write_text("0")
    asan = program.environment()["ASAN_OPTIONS"] + ":verify_asan_link_order=0:detect_leaks=0"
    return ahead, {"LD_PRELOAD": str(library), variable: str(ahead), "ASAN_OPTIONS": asan}
