"""What the tests of the urgent message have in common."""

import calendar

import pytest

import lobby_show
import program

MESSAGE = "The water main is broken. **Do not drink** from any tap.\n\nBottled water is at the front desk."
ENDS = "2026-03-31 17:00"
BEFORE, AFTER = ({"SOURCE_DATE_EPOCH": str(calendar.timegm(day)), "TZ": "UTC"}
                 for day in ((2026, 3, 31, 16, 59, 59), (2026, 3, 31, 17, 0, 0)))
INK = 'ink: "#1a1a1a"\n'
SCREENS = ("--format", "screen")

LONG = "\n\n".join(f"The {word} floor is closed until the evening; go to the front desk instead."
                   for word in ("first", "second", "third", "fourth", "fifth", "sixth"))


def message(body=MESSAGE, front=f"until: {ENDS}\n", title="No water today", lang="en"):
    return program.article(body, title, lang, front)


@pytest.fixture
def content(tmp_path):
    articles = {"one": program.article("Some words on willows.", front="kind: article\n")}
    return program.write_content(tmp_path / "content", articles, style=INK + "screen:\n  width: 1280\n  height: 720\n")


def render(content, out, clock=BEFORE, *arguments):
    return program.render(content, out, *arguments, env=program.environment(**clock))


def urge(content, text=None):
    aside = content / ".urgent.new"
    aside.write_text(text or message())
    aside.rename(content / "urgent.md")


def shown(out):
    return {slide["id"].split("/")[0] for slide in lobby_show.manifest(out / "lobby")["slides"]}
