"""`make test` takes a fixed sample of what is long, `make soak` the whole.

A figure is what a soak has to say when it ends: `figure` has it printed after the tests.
"""

import os

WHOLE = bool(os.environ.get("HANDOUT_SOAK"))
FIGURES = []


def sample(values, count):
    """`count` of the values, always the same and spread over all of them; in a soak every one."""
    values = list(values)
    if WHOLE or len(values) <= count:
        return values
    return [values[n * len(values) // count] for n in range(count)]


def left_out(items):
    """The cases that `make test` leaves to a soak: of each test marked `sample(count)` all but so many."""
    tests = {}
    for item in items:
        if mark := item.get_closest_marker("sample"):
            tests.setdefault((item.path, item.originalname), (mark.args[0], []))[1].append(item)
    return {case for count, cases in tests.values() for case in set(cases) - set(sample(cases, count))}


def times(few, many):
    """How often something is done: `few` times, in a soak `many`."""
    return many if WHOLE else few


def figure(text):
    FIGURES.append(text)
