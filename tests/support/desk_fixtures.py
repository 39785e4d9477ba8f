"""What the tests of the front desk share: a printer that can turn sheets, and the page of the desk that each
file of tests opens as its fixture `desk`."""

import pytest

import printers


@pytest.fixture(scope="module")
def printer(tmp_path_factory):
    one = printers.Printer(tmp_path_factory.mktemp("printer"), "-2")
    yield one
    one.kill()


@pytest.fixture
def page(player, desk):
    player.media()
    player.window(1366, 768)
    player.open(desk.url, wait=False)
    return player
