"""Articles for leaflets: matter for the flap, and a text with a table, a picture and a link."""

import itertools

LEAD = """\
summary: Medicine is one of many ways. You have a choice.
key_points:
  - It happens to many people.
  - It is not your fault.
questions:
  - What have I not tried yet?
  - How long does a session take?
"""
TABLE = """\
Some words come before the table.

## What happens when

| When | What happens |
|---|---|
| First visit | We talk about your history and what you tried. |
| Second week | Five short sessions of twenty minutes. |
| Sixth week | We look at how you feel now. |

![Two people talk in a quiet room](plain.png)

## Afterwards

Call us when anything worries you, or [read how to reach us](https://riverside-sleep.org/way). We
answer the same day and see you within the week. Nobody is turned away, and nobody has to wait for
longer than that. Bring whoever you want to bring.

- Keep a diary of your sleep.
- Bring it with you.
"""

SHORT = """\
It takes twenty minutes a day, and you can drive home after it. Nothing hurts, and nothing has to be
put on or taken off. You sit in a chair and listen to music, and somebody is with you all the time.
"""


def paragraphs(count):
    """`count` words, fifty to a paragraph."""
    numbers = iter(range(count))
    chunks = iter(lambda: list(itertools.islice(numbers, 50)), [])
    return "\n\n".join(" ".join("word" for _ in chunk) for chunk in chunks)
