"""The browsers of displays by one set of hands, and a clinic whose pages have all that pages can have."""

import shutil

import pytest
from selenium.webdriver.common.action_chains import ActionChains

import browser
import firefox
import player_fixtures
import program
import shared
import webkit

NAMES = ["Chromium", "Firefox", "WebKitGTK"]
IS_READY = (
    "return document.readyState === 'complete' && document.documentElement.dataset.started === 'true' &&"
    "(!document.getElementById('show') || player.hasShow && !document.getElementById('show').hidden)"
)
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Left": "\ue012", "Right": "\ue014", "Escape": "\ue00c"}
SENTENCE = "You sit in a chair, awake, and can go home right after the visit, which takes half an hour. "
VISIT = f"""\
{SENTENCE * 3}

## Your dose

| Week | Morning | Total each day |
|---|---:|---:|
| 1 | 25 mg (half a tablet) | 25 mg |
| From week 5 | 100 mg (2 tablets) | 100 mg |

## Before you come

1. Call us at (503) 234-5678 or read [how to find us](https://riverside-sleep.org/way).
2. Take off your watch.

> [!WARNING]
> **Do not** take it with other medicines for low mood.

![Two hands under running water](hands.png)

{SENTENCE * 2}
"""
WATER = "اشرب الماء كل يوم ونم جيدا في الليل. "
ARABIC = f"---\ntitle: النوم الجيد\nlang: ar\nkind: article\n---\n\n{WATER * 12}\n\n## قبل أن تأتي\n\n- {WATER}\n- انزع المجوهرات.\n\n## بعد ذلك\n\n{WATER * 12}\n"


def lobby(base, heard=False):
    """A show of one's own with more topics than the start page has room for, in three languages, and as light by night as by day."""

    def make(place):
        articles = {f"rest/topic{n}": program.article("Come early.", title=f"Topic {n}", front="kind: article\n") for n in range(6)}
        articles |= {
            "visit": program.article(VISIT, title="Your visit", front="kind: article\n"),
            "visit.es": program.article("## Antes\n\nBeba agua.", title="Su visita", lang="es", front="kind: article\n"),
            "visit.ar": ARABIC,
        }
        (place / "content/rest").mkdir(parents=True)
        clinic = program.CLINIC + "web_url: https://riverside-sleep.org/handouts\n"
        content = program.write_content(place / "content", articles, clinic, f"show:\n  speech: {'yes' if heard else 'no'}\n  night: off\n", files={"hands.png": player_fixtures.picture()})
        result = program.render(content, place / "out", "--format", "screen,large,html")
        assert (result.directory / "lobby/all-topics.html").exists(), result.err
        return result.directory / "lobby"

    made = shared.once("engines-heard" if heard else "engines", make)
    return shutil.copytree(made, base / "lobby")


class Engine:
    """A page in one of the browsers, and a viewer's hands."""

    def __init__(self, name, chromium=None):
        self.name = name
        self.page = chromium or (firefox.Firefox() if name == "Firefox" else webkit.Webkit())
        self.js, self.until = self.page.js, self.page.until

    def open(self, url, wait=True):
        """As a browser that never saw it before."""
        if self.name == "Chromium":
            self.page.open(url, wait=False)
        elif self.name == "Firefox":
            self.page.open(url)
        else:
            self.page.open(url)
            self.js("localStorage.clear()")
            self.page.open(url)
        if wait:
            self.until(IS_READY)

    def arrive(self, page):
        self.until(f"return location.pathname.endsWith('/{page}') && (() => {{ {IS_READY} }})()")

    def window(self, width, height):
        if self.name == "WebKitGTK":
            self.page.driver.set_window_size(width, height)
        else:
            self.page.window(width, height)

    def wait(self, seconds):
        """The page thinks that so much time has gone by; one that another led to has a real clock, which is set ahead."""
        ms = seconds * 1000
        self.js(f"if (window.advance) {{ advance({ms}); }} else {{ {webkit.CLOCK} window.ahead += {ms}; }}")

    def press(self, name):
        self.page.press(KEYS.get(name, name))

    def press_back(self):
        """Shift and Tab."""
        shift, tab = "\ue008", KEYS["Tab"]
        if self.name == "Chromium":
            ActionChains(self.page.driver).key_down(shift).send_keys(tab).key_up(shift).perform()
        elif self.name == "Firefox":
            moves = [{"type": kind, "value": key} for kind, key in (("keyDown", shift), ("keyDown", tab), ("keyUp", tab), ("keyUp", shift))]
            self.page.command("input.performActions", context=self.page.page, actions=[{"type": "key", "id": "keys", "actions": moves}])
        else:
            self.page.press(shift + tab)

    def tab_to(self, wanted, most=40):
        for _ in range(most):
            if self.js(f"return {wanted}"):
                return
            self.press("Tab")
        raise AssertionError(wanted)

    def close(self):
        if not isinstance(self.page, browser.Player):
            self.page.close()


@pytest.fixture(scope="session")
def started():
    """The browsers by name, each from when it is first asked for."""
    engines = {}
    yield engines
    for engine in engines.values():
        engine.close()


def start(request, name):
    """The browser of this name, for a fixture."""
    started = request.getfixturevalue("started")
    if name not in started:
        started[name] = Engine(name, request.getfixturevalue("chromium") if name == "Chromium" else None)
    elif name == "Firefox":
        started[name].page.begin_anew()
    started[name].window(1920, 1080)
    return started[name]


@pytest.fixture(scope="module", params=NAMES)
def engine(request):
    return start(request, request.param)
