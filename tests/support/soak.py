"""`make test` takes a fixed sample of what is long, `make soak` the whole.

A figure is what a soak has to say when it ends: `figure` has it printed after the tests.
"""

import collections
import os

WHOLE = bool(os.environ.get("HANDOUT_SOAK"))
FIGURES = []


def sample(values, count):
    """`count` of the values, always the same and spread over all of them; in a soak every one."""
    values = list(values)
    if WHOLE or len(values) <= count:
        return values
    return [values[n * len(values) // count] for n in range(count)]


def spread(values, count, first=0):
    """The places of `count` of the cases, each given by the values of its parameters: from the first on always the one
    whose values have come least, and of such ones the one that stands farthest from all that are chosen."""
    seen, chosen = collections.Counter(), [first]
    for _ in range(count - 1):
        seen.update(values[chosen[-1]])
        chosen.append(min(
            set(range(len(values))) - set(chosen),
            key=lambda case: (sum(seen[value] for value in values[case]), -min(abs(case - other) for other in chosen), case),
        ))
    return chosen


def left_out(items):
    """The cases that `make test` leaves to a soak: of each test marked `sample(count)` all but so many, among which every
    value of a parameter is as soon as can be."""
    tests = {}
    for item in [] if WHOLE else items:
        if mark := item.get_closest_marker("sample"):
            tests.setdefault((item.path, item.originalname), (mark.args, []))[1].append(item)
    later = set()
    for (count, *first), cases in tests.values():
        if count < len(cases):
            taken = spread([list(case.callspec.indices.items()) for case in cases], count, *first)
            later |= set(cases) - {cases[place] for place in taken}
    return later


def times(few, many):
    """How often something is done: `few` times, in a soak `many`."""
    return many if WHOLE else few


def figure(text):
    FIGURES.append(text)
