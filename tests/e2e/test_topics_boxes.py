"""What stands out of an article stands out on the display, too: each kind by its frame, its sign and its word, whole on
a part wherever it has room, in every size of letters."""

import pytest

import program

BODY = """\
Words.

## Take care

> [!WARNING]
> **Do not** take it with other medicines. Ask us first, whatever it says on the box. We answer on the same day.

> [!NOTE]
> A note on it.

> [!IMPORTANT]
> Remember it.

## Call us at once if you have

- [ ] a rash
- [ ] a fast heart

Words behind it.
"""
FRONT = "kind: article\nkey_points:\n  - One thing to keep in mind\n"
# Of what is in sight: its kind, the width of its frame, the colour of its sign, of what is behind that, and its width.
BOXES = """
return [...document.querySelectorAll('#read :is(aside, .key-points, .call)')].filter((e) => e.checkVisibility()).map((e) => {
    const sign = getComputedStyle(e, '::before'), own = getComputedStyle(e);
    return [e.className, parseFloat(own.borderTopWidth), sign.content === 'none' ? null : [sign.backgroundColor, e.matches('.call') ? own.backgroundColor : own.borderInlineStartColor, parseFloat(sign.width)]];
})
"""


@pytest.fixture(scope="module")
def lobby(tmp_path_factory):
    base = tmp_path_factory.mktemp("boxes")
    content = program.write_content(base / "content", {"care": program.article(BODY, title="Your medicine", front=FRONT)})
    return program.render(content, base / "out", "--format", "screen").directory / "lobby"


@pytest.mark.sample(2)
@pytest.mark.parametrize("palette, colors", [("light", "none"), ("night", "none"), ("contrast", "none"), ("light", "active")])
@pytest.mark.parametrize("window", [(1920, 1080), (1080, 1920), (320, 568)])
def test_each_has_its_frame_and_its_sign(player, lobby, window, palette, colors):
    player.window(*window)
    player.media(forced_colors=colors)
    player.open(f"{(lobby / 'read-care.html').as_uri()}?kiosk=1&palette={palette}", wait=False)
    for _ in range(4):
        seen = {}
        for part in range(player.js("return parts.pages")):
            player.js("parts.show(arguments[0])", part)
            over, beside = player.js("const r = document.getElementById('read'); return [r.scrollHeight - r.clientHeight, r.scrollWidth - r.clientWidth]")
            assert (over <= 1 or player.js("return 'flows' in document.documentElement.dataset")) and beside <= 0, part
            seen |= {kind: (frame, sign) for kind, frame, sign in player.js(BOXES)}
        assert set(seen) == {"key-points", "warning", "note", "important", "call"} and all(frame >= 1 for frame, _ in seen.values())
        assert [kind for kind in seen if seen[kind][1]] == [kind for kind in seen if kind in ("warning", "call")], "those who must not miss it"
        for color, behind, width in (seen["warning"][1], seen["call"][1]):
            assert color != behind and width > 20
        player.js("document.getElementById('size').click()")
        player.settle()


def test_a_warning_that_is_parted_is_one_on_each_part(player, lobby):
    player.window(800, 600)
    player.open(f"{(lobby / 'read-care.html').as_uri()}?kiosk=1&size=2", wait=False)
    player.js("parts.showWith(document.querySelector('.warning'))")
    words = []
    while "warning" in [kind for kind, *_ in player.js(BOXES)]:
        words.append(player.js("return document.querySelector('.warning').innerText"))
        player.js("parts.show(parts.current + 1)")
    assert "".join(" ".join(words).split()) == "WarningDonottakeitwithothermedicines.Askusfirst,whateveritsaysonthebox.Weansweronthesameday."
