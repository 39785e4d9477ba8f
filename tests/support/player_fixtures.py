"""What the tests of the lobby player share: one browser, and shows that a test may change."""

import io
import shutil

import pytest
from PIL import Image

import browser
import program
import shared
from lobby_articles import MEDICINE

PORTRAIT = "screen:\n  width: 1080\n  height: 1920\n  diagonal_in: 55\n"
RICH = """\
Wash your hands before a meal.

![Two hands under running water](hands.png)

One hand may hold 10<sup>9</sup> germs; H<sub>2</sub>O takes them away.
In Spanish, they are <span lang="es">gérmenes</span>.

Then dry them:

- with a **clean** towel
- in the air
"""


def picture(size=(640, 400)):
    data = io.BytesIO()
    Image.new("RGB", size, (20, 90, 140)).save(data, "PNG")
    return data.getvalue()


@pytest.fixture(scope="session")
def chromium():
    player = browser.Player()
    yield player
    player.close()


@pytest.fixture
def player(chromium):
    """The browser at an empty page: the one before goes on asking a server that its test has ended."""
    chromium.driver.get("about:blank")
    chromium.media()
    chromium.window(1920, 1080)
    chromium.errors()
    return chromium


def content_of(name, base):
    """The content of a show that is known by this name."""
    article = {"hands": program.article(RICH, title="Clean hands")}
    clinic = program.CLINIC + "handout_url: https://riverside-sleep.org/hands\n"
    if name == "clinic":
        return program.ROOT / "content"
    if name == "rich":
        return program.write_content(base, article, clinic, files={"hands.png": picture()})
    if name == "portrait":
        return program.write_content(base, article, style=PORTRAIT, files={"hands.png": picture()})
    if "signals" in name:
        style = PORTRAIT if "portrait" in name else None
        return program.write_content(base, {"medicine": MEDICINE}, clinic, style, {"plain.png": picture()})
    source = (program.ROOT / "tests/cases" / name / "article.md").read_text()
    return program.write_content(base, {name: source})


class Lobbies(dict):
    """Published shows by name, each made when it is first asked for."""

    def __missing__(self, name):
        def make(base):
            result = program.render(content_of(name, base / "content"), base / "out", "--format", "screen")
            assert (result.directory / "lobby/manifest.js").exists(), result.err
            return result.directory / "lobby"

        return self.setdefault(name, shared.once(f"lobby-{name}", make))


@pytest.fixture(scope="session")
def lobbies():
    """The clinic's own, one with pictures and a QR code, one for a panel on its side, one with a
    warning and a list of what to call for on both panels, and one for each script."""
    return Lobbies()


@pytest.fixture
def publish(lobbies, tmp_path):
    """A copy of a published show."""

    def publish(name):
        directory = tmp_path / name
        shutil.copytree(lobbies[name], directory)
        return browser.Show(directory)

    return publish


@pytest.fixture
def show(publish):
    return publish("clinic")


@pytest.fixture
def rich_show(publish):
    return publish("rich")


@pytest.fixture
def portrait_show(publish):
    return publish("portrait")
