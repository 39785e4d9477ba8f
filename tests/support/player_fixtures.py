"""What the tests of the lobby player share: one browser, and shows that a test may change."""

import io
import shutil

import pytest
from PIL import Image

import browser
import program
from lobby_articles import MEDICINE

SCRIPTS = ["arabic", "hebrew", "hindi", "thai", "khmer", "german", "vietnamese", "chinese"]
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


@pytest.fixture(scope="session")
def lobbies(tmp_path_factory):
    """Published shows by name: the clinic's own, one with pictures and a QR code, one for a panel
    on its side, one with a warning and a list of what to call for on both panels, and one for each
    script."""
    base = tmp_path_factory.mktemp("lobbies")
    article = {"hands": program.article(RICH, title="Clean hands")}
    clinic = program.CLINIC + "handout_url: https://riverside-sleep.org/hands\n"
    rich = program.write_content(base / "rich", article, clinic, files={"hands.png": picture()})
    portrait = program.write_content(base / "portrait", article, style=PORTRAIT, files={"hands.png": picture()})
    contents = {"clinic": program.ROOT / "content", "rich": rich, "portrait": portrait}
    for name, style in (("signals", None), ("portrait-signals", PORTRAIT)):
        contents[name] = program.write_content(base / name, {"medicine": MEDICINE}, clinic, style, {"plain.png": picture()})
    for script in SCRIPTS:
        source = (program.ROOT / "tests/cases" / script / "article.md").read_text()
        contents[script] = program.write_content(base / script, {script: source})
    made = {}
    for name, content in contents.items():
        result = program.render(content, base / f"{name}-out", "--format", "screen")
        assert (result.directory / "lobby/manifest.js").exists(), result.err
        made[name] = result.directory / "lobby"
    return made


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
