"""What is heard is in sight: a sentence that no part has room for turns the parts while it is said."""

import pytest

import program

LONG = "you can call us whenever you have taken more than you wanted in one day and would like to know what to do about it"
SENTENCE = f"If in doubt {' and '.join([LONG] * 3)}."


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("heard-parts")
    body = f"Read this.\n\n## Call us\n\n{SENTENCE} Then come in.\n"
    content = program.write_content(base / "content", {"call": program.article(body, title="Your call", front="kind: article\n")}, style="show:\n  speech: yes\n")
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


@pytest.fixture
def page(player, lobby):
    player.window(1024, 600)
    player.driver.get(f"{(lobby / 'read-call.html').as_uri()}?kiosk=1&size=2")
    player.until("return document.documentElement.dataset.listens === 'true'")
    yield player
    player.driver.get("about:blank")


SAID = "return JSON.parse(document.getElementById('speech').textContent).page.said.find(([words]) => words.startsWith('If in doubt'))"
LIT = "return [...CSS.highlights.get('spoken')].map(String).join('').replace(/\\s+/g, ' ')"
SEEN = "return [...document.querySelectorAll('#read p')].filter((e) => e.checkVisibility()).map((e) => e.innerText).join(' ').trim()"


def test_a_long_sentence_turns_the_parts_while_it_is_said(page):
    """And all of it stays lit."""
    _, begins, ends = page.js(SAID)
    page.find("listen").click()
    page.until("return voice.audio && voice.audio.currentTime > 0.1")
    seen = []
    for share in (0.02, 0.5, 0.9):
        page.js("voice.audio.currentTime = arguments[0]", begins + share * (ends - begins))
        page.until("return voice.audio.currentTime > arguments[0] && !voice.audio.seeking", begins + share * (ends - begins))
        page.until(f"return (() => {{ {LIT} }})() === arguments[0]", SENTENCE)
        page.until(f"return (() => {{ {SEEN} }})() !== arguments[0]", seen[-1] if seen else "")
        seen.append(page.js(SEEN))
        assert page.js(LIT) == SENTENCE
    assert seen[0].startswith("If in doubt") and seen[-1].split(" Then")[0].endswith("what to do about it."), seen
    assert seen[0] not in seen[1:], seen
