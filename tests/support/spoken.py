"""A clinic whose articles are read aloud, and what its pages say."""

import json
import os
import re
import wave

import player_fixtures
import program
import shared
import soak

SPEECH = "show:\n  speech: yes\n"
MRI = """\
Call (503) 234-5678 before you come. In a crisis, call or text 988 at any time. Dr. Lee is here from 9 a.m. on Monday.

## Before you come

3. Tell us about **metal** in your body: H<sub>2</sub>O is fine.
4. Take 500 mg once, with 1,112 ml of water.

| Medicine | Dose |
|---|---|
| Sertraline | 50 mg |
| Water | 200 ml |
| Coffee | – |

> Lie still.

- [ ] Bring your card.

![Two hands under running water](hands.png)

Soft\u00adhyphens and non\u2011breaking words. In Spanish, they say <span lang="es">buenos días</span>.
"""
STEPS = "\n".join(f"{number}. Step {number} of the way is to lie still and to breathe as you like." for number in range(1, 9))
SPANISH = "Beba agua. En una crisis llame al 988.\n"
JAPANESE = "---\ntitle: 眠り\nlang: ja\nkind: article\n---\n\n水を飲みましょう。\n"


def clinic_at(base, articles, style=SPEECH, clinic=program.CLINIC):
    return program.write_content(base / "content", articles, clinic, style, files={"hands.png": player_fixtures.picture()})


PAGES_ELSEWHERE = "\n\n".join(f"Read [page {number}](https://riverside-sleep.org/{number})." for number in range(1, 10))


ARTICLES = {
    "mri": program.article(MRI, title="Your MRI & you", front="kind: article\n"),
    "mri.es": program.article(SPANISH, title="Su resonancia", lang="es", front="kind: article\n"),
    "steps": program.article(STEPS, title="Steps", front="kind: article\n"),
    "sleep.ja": JAPANESE,
    "web": program.article(PAGES_ELSEWHERE, title="Pages elsewhere", front="kind: article\n"),
}


def write_sound(path):
    """A quarter of a second of it, as espeak-ng would give it."""
    with wave.open(os.fspath(path), "wb") as file:
        file.setparams((1, 2, 22050, 0, "NONE", ""))
        file.writeframes(bytes(range(256)) * 40)


def briefly():
    """The environment of a build whose voice gives one short sound for all words, for tests that read what is said and hear
    nothing of it. In a soak it is the real one."""
    if soak.WHOLE:
        return program.environment()

    def make(base):
        write_sound(base / "sound.wav")
        (base / "espeak-ng").write_text(f"#!/bin/sh\ncat >/dev/null\ncat {base}/sound.wav\n")
        (base / "espeak-ng").chmod(0o755)
        return base

    return program.environment(PATH=f"{shared.once('brief', make)}:{os.environ['PATH']}")


def sound(lobby, page):
    """What the page says: its file and [words, from, to] of each utterance; the same of its controls."""
    source = (lobby / page).read_text()
    found = re.search(r'id="speech">(.*?)</script>', source, re.S)
    return json.loads(found[1]) if found else None


PAGES = ["topics.html", "topics.es.html", "read-mri.html", "read-mri.es.html", "read-steps.html", "contact-en-US.html"]


def hears(player, words):
    """Waits until they are said."""
    player.until(
        "const audio = voice.audio; if (!audio || audio.seeking || audio.paused) return false;"
        "const data = JSON.parse(document.getElementById('speech').textContent);"
        "const part = [data.page, data.words].find(({ src }) => audio.src.endsWith(src));"
        "return part.said.findLast(([, from]) => from <= audio.currentTime + 0.03)[0] === arguments[0]",
        words,
    )
