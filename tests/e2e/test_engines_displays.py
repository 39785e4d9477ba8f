"""One computer with two displays, in each browser of a display: two windows of one browser, each at its own address,
which have one store and remember each their own."""

import pytest

import engines

SHOWN = "return document.querySelector('.slide:not([hidden])').textContent"
LOOK = "const { size, palette } = document.documentElement.dataset; return [size, palette]"
BEFORE = ["1", "light"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("displays"))


class Windows:
    """Of one browser, with one of them in front of the test."""

    def __init__(self, engine):
        self.engine, self.page = engine, engine.page
        self.first = self.page.page if self.is_fox else self.page.driver.current_window_handle
        self.others = []

    @property
    def is_fox(self):
        return self.engine.name == "Firefox"

    def open(self, url):
        if self.is_fox:
            self.page.page = self.page.command("browsingContext.create", type="window")["context"]
            self.page.command("browsingContext.navigate", context=self.page.page, url=url, wait="complete")
        else:
            self.page.driver.switch_to.new_window("window")
            self.page.driver.get(url)
        self.engine.until(engines.IS_READY)
        self.others.append(self.page.page if self.is_fox else self.page.driver.current_window_handle)
        return self.others[-1]

    def face(self, window):
        if self.is_fox:
            self.page.page = window
        else:
            self.page.driver.switch_to.window(window)

    def load_again(self, window):
        self.face(window)
        self.engine.js("window.old = true; setTimeout(() => location.reload(), 100)")
        self.engine.until(f"return window.old === undefined && (() => {{ {engines.IS_READY} }})()")

    def close(self):
        for window in self.others:
            self.face(window)
            if self.is_fox:
                self.page.command("browsingContext.close", context=window)
            else:
                self.page.driver.close()
        self.face(self.first)


@pytest.fixture
def windows(engine, made):
    engine.open((made / "topics.html").as_uri())  # none of what a test before has left
    windows = Windows(engine)
    yield windows
    windows.close()


def turn_to(engine, number):
    engine.js(f"document.getElementById('rotation').click(); player.turnTo({number})")
    engine.until("return document.querySelectorAll('.slide:not([hidden])').length === 1")
    return engine.js(SHOWN)


@pytest.mark.sample(1, 2)
def test_two_shows_go_on_where_each_was(engine, windows, made):
    seen = {}
    for number, name in ((1, "left"), (3, "right")):
        window = windows.open(f"{(made / 'index.html').as_uri()}?wall=1&display={name}")
        seen[window] = turn_to(engine, number)
    assert len(set(seen.values())) == 2
    for window, words in seen.items():
        windows.load_again(window)
        assert engine.js(SHOWN) == words


@pytest.mark.sample(2)
@pytest.mark.parametrize("page, beginning", [("index.html", "wall"), ("topics.html", "kiosk")])
def test_what_a_visitor_chose_is_for_their_display_alone(engine, windows, made, page, beginning):
    left, right = (windows.open(f"{(made / page).as_uri()}?{beginning}=1&display={name}") for name in ("left", "right"))
    windows.face(left)
    for name in ("size", "palette"):
        engine.js(f"document.getElementById('{name}').click()")
    chosen = engine.js(LOOK)
    assert all(one != before for one, before in zip(chosen, BEFORE, strict=True))
    windows.load_again(right)
    assert engine.js(LOOK) == BEFORE
    windows.load_again(left)
    assert engine.js(LOOK) == chosen
    windows.load_again(right)
    assert engine.js(LOOK) == BEFORE
