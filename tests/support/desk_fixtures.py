"""What the tests of the front desk share: printers and desks that end with the test that started them, whatever
becomes of it, and the page of the desk that each file of tests opens as its fixture `desk`."""

import contextlib

import pytest

import front_desk
import printers


@pytest.fixture(scope="module")
def printer(tmp_path_factory):
    """It can turn sheets."""
    one = printers.Printer(tmp_path_factory.mktemp("printer"), "-2")
    yield one
    one.end()


@pytest.fixture
def start_printer(tmp_path):
    """Of one side at a time, unless its options say more."""
    with contextlib.ExitStack() as started:

        def start(*options, **kwargs):
            one = printers.Printer(tmp_path / "printer", *options, **kwargs)
            started.callback(one.end)
            return one

        yield start


@pytest.fixture
def start_desk():
    with contextlib.ExitStack() as started:

        def start(folder, *options, **kwargs):
            one = front_desk.Desk(folder, *options, **kwargs)
            started.callback(one.end)
            return one

        yield start


@pytest.fixture
def page(player, desk):
    player.media()
    player.window(1366, 768)
    player.open(desk.url, wait=False)
    return player
