"""What Firefox and WebKitGTK tell assistive technology of a page (AT-SPI) is what the page holds: its headings, links,
keys and pictures by their names, in order, and all words of the article."""

import time

import pytest

import at_spi
import engines
import firefox

ROLES = {"heading": "heading", "link": "link", "image": "image", "push button": "button", "toggle button": "button", "button": "button"}
NAMED = """
const nameOf = (one) => one.getAttribute('aria-label') ?? one.alt ?? (one.querySelector(':scope > .words') ?? one).textContent;
const kinds = { H1: 'heading', H2: 'heading', H3: 'heading', A: 'link', BUTTON: 'button', IMG: 'image', svg: 'image' };
return [...document.querySelectorAll('h1, h2, h3, a[href], button, img, svg[role=img]')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[aria-hidden=true]'))
    .map((one) => [kinds[one.tagName], nameOf(one).replace(/[\\s\\u00ad]+/g, ' ').trim()]);"""
TEXTS = """
const walker = document.createTreeWalker(document.getElementById('read') ?? document.body, NodeFilter.SHOW_TEXT), texts = [];
while (walker.nextNode())
    if (walker.currentNode.data.trim() && walker.currentNode.parentElement.checkVisibility({ visibilityProperty: true }))
        texts.push(walker.currentNode.data);
return texts;"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return engines.lobby(tmp_path_factory.mktemp("tree"), heard=True)


@pytest.fixture(scope="module")
def session():
    session = at_spi.Session()
    yield session
    session.close()


@pytest.fixture(scope="module", params=["Firefox", "WebKitGTK"])
def engine(request, session):
    with pytest.MonkeyPatch.context() as patch:
        for name, value in session.environment.items():
            patch.setenv(name, value)
        patch.setattr(firefox, "QUIET", firefox.QUIET + 'user_pref("accessibility.force_disabled", -1);\n')
        engine = engines.Engine(request.param, firefox.Firefox(has_window=True) if request.param == "Firefox" else None)
    engine.window(1920, 1080)
    yield engine
    engine.close()


def named(tree):
    return [[ROLES[role], " ".join(name.split())] for role, name, *_ in tree if role in ROLES]


def words_of(text):
    return " ".join(text.replace("\u00ad", "").split())


def differs(engine, tree):
    """What the page holds and the tree does not, or has elsewhere."""
    wanted, got = [list(one) for one in engine.js(NAMED)], named(tree)
    told = "\n".join(words_of(text) for _, name, own, *_ in tree for text in (name, own))
    return ([wanted, got] if wanted != got else []) + [text for text in engine.js(TEXTS) if words_of(text) not in told]


def tree_of(engine, session):
    return session.tree(engine.js("return document.title"))


def assert_told(engine, session):
    """Once the tree has followed the page, which takes it a moment."""
    end = time.monotonic() + 10
    while found := differs(engine, tree_of(engine, session)):
        assert time.monotonic() < end, found
        time.sleep(0.2)


@pytest.mark.sample(2)
@pytest.mark.parametrize("page", ["read-visit.html", "read-visit.ar.html", "topics.html", "all-topics.html"])
def test_the_tree_is_that_of_the_page(engine, session, made, page):
    engine.open((made / page).as_uri() + "?kiosk=1&printer=1")
    if not page.startswith("read-"):
        assert_told(engine, session)
        return
    for number in range(engine.js("return parts.count()")):
        engine.js(f"parts.show({number})")
        assert_told(engine, session)


@pytest.mark.sample(2)
@pytest.mark.parametrize("dialog", ["languages", "idle"])
def test_a_question_is_told(engine, session, made, dialog):
    """And nothing of what is behind it."""
    engine.open((made / "topics.html").as_uri() + "?kiosk=1")
    engine.js(f"document.getElementById('{dialog}').showModal()")
    wanted = [one.replace("\u00ad", "") for one in engine.js(f"return [...document.querySelectorAll('#{dialog} :is(h2, a, button)')].map((one) => one.textContent.trim())")]
    end = time.monotonic() + 10
    while [name for _, name in named(tree_of(engine, session))] != wanted:
        assert time.monotonic() < end, (wanted, named(tree_of(engine, session)))
        time.sleep(0.2)


@pytest.mark.sample(1)
def test_what_is_not_told_is_found(engine, session, made):
    engine.open((made / "read-visit.html").as_uri() + "?kiosk=1")
    assert_told(engine, session)
    engine.js("document.querySelector('#read p').setAttribute('aria-hidden', 'true')")
    end = time.monotonic() + 10
    while not differs(engine, tree_of(engine, session)):
        assert time.monotonic() < end
        time.sleep(0.2)
