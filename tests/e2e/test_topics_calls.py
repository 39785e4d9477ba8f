"""What says when to call has the clinic's number with it, as it has on paper and on the slides: it is seen, on the part with
the last reason, heard digit by digit, and there on paper. Nothing on the display dials it."""

import pytest

import program
import spoken
from spoken import sound

REASONS = ["a rash", "shaking or a very fast heartbeat that does not end", "thoughts of harming yourself"]
LIST = "\n".join(f"- [ ] {reason}" for reason in REASONS)
ARTICLES = {
    "care": program.article(f"Take it.\n\n## Call us the same day if you have\n\n{LIST}\n\nRest.\n\n## To do\n\n- [ ] Rest\n", title="Your medicine", front="kind: article\n"),
    "care.ar": program.article("خذه.\n\n## اتصل بنا إذا كان لديك\n\n- [ ] طفح\n", title="دواؤك", lang="ar", front="kind: article\n"),
}
NUMBER = "Call us: +1 212 736 5000"
# Below its heading, with the last reason: more than a part has room for.
CROWDED = """
const list = document.querySelector('.call + ul'), last = list.lastElementChild, read = document.getElementById('read');
const was = [list.hidden, last.hidden];
list.hidden = last.hidden = false;
const isFull = read.scrollHeight > read.clientHeight + 1;
[list.hidden, last.hidden] = was;
return isFull;
"""
TOLD = "return [...document.querySelectorAll('#read .number')].map((e) => e.textContent)"


def lobby_of(base, clinic=program.CLINIC):
    content = program.write_content(base / "content", ARTICLES, clinic, "show:\n  speech: yes\n")
    return program.render(content, base / "out", "--format", "screen", env=spoken.briefly()).directory / "lobby"


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    return lobby_of(tmp_path_factory.mktemp("calls"))


def open_page(player, lobby, page, more=""):
    player.open(f"{(lobby / page).as_uri()}?kiosk=1{more}", wait=False)
    player.settle()


@pytest.mark.sample(4)
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920), (1024, 600), (320, 568)])
@pytest.mark.parametrize("size", ["1", "1.5", "2", "3"])
def test_the_number_is_seen_with_what_to_call_for(player, lobby, window, size):
    player.window(*window)
    open_page(player, lobby, "read-care.html", f"&size={size}")
    assert player.js(TOLD) == [NUMBER], "not where there is something to do"
    assert player.js("const all = parts.count(); parts.fit(); return parts.count() === all"), "larger letters are met at once"
    player.js("parts.showWith(document.querySelector('.number'))")
    seen = player.js("return [...document.querySelectorAll('#read :is(h2, .task, .number)')].filter((e) => e.checkVisibility()).map((e) => e.innerText)")
    assert {"Call us the same day if you have", NUMBER} <= set(seen)
    assert f"☐ {REASONS[-1]}" in seen or player.js(CROWDED)
    over = player.js("const r = document.getElementById('read'); return [r.scrollHeight - r.clientHeight, r.scrollWidth - r.clientWidth]")
    assert (over[0] <= 1 or player.js("return 'flows' in document.documentElement.dataset")) and over[1] <= 0
    names = [node["name"]["value"] for node in player.accessibility_tree().values() if node.get("role", {}).get("value") == "StaticText"]
    assert "+1 212 736 5000" in names
    assert player.js("return document.querySelectorAll('#read a[href]').length") == 0
    assert player.axe() == []


def test_it_is_on_paper(player, lobby):
    open_page(player, lobby, "read-care.html")
    player.command("Emulation.setEmulatedMedia", media="print")
    player.js("dispatchEvent(new Event('beforeprint'))")
    assert player.js("return document.querySelector('.number').checkVisibility()")


def test_it_is_heard(player, lobby):
    said = [words for words, _, _ in sound(lobby, "read-care.html")["page"]["said"]]
    at = said.index(NUMBER)
    assert said[at - 1] == REASONS[-1] and said[at + 1] == "Rest." and said.count(NUMBER) == 1
    open_page(player, lobby, "read-care.html")
    lit = player.js("return voice.utterances([document.getElementById('read')])[arguments[0]].range.toString()", at)
    assert lit == NUMBER


def test_in_a_language_that_reads_from_the_right(player, lobby):
    open_page(player, lobby, "read-care.ar.html")
    assert player.js("const n = document.querySelector('.number bdi'); return [n.dir, n.textContent]") == ["ltr", "+1 212 736 5000"]
    assert any(words.endswith("+1 212 736 5000") for words, _, _ in sound(lobby, "read-care.ar.html")["page"]["said"])


def test_a_clinic_without_a_number_has_none(player, tmp_path):
    lobby = lobby_of(tmp_path, program.CLINIC.replace("telephone: +1 212 736 5000\n", ""))
    open_page(player, lobby, "read-care.html")
    assert player.js(TOLD) == []
    assert not [words for words, _, _ in sound(lobby, "read-care.html")["page"]["said"] if words.startswith("Call us:")]
