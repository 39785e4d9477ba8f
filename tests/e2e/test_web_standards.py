"""Pages for the web are HTML as the standard has it, and can be used however they are shown."""

import pytest

import clinics
import languages
import nu
import program
import soak
from player_fixtures import picture

BODY = """\
Take **5 mg**, H<sub>2</sub>O and *rest*.[^1] ![A dark room](room.png)

| Week | Dose |
|-----:|------|
| 1 | 5 mg |
| 2 | – |

3. Three
4. Four

> [!WARNING]
> Do not drive.

## Call us if

- [ ] you have a fever

```
1 * 4
```

[^1]: With your doctor.
"""
FRONT = "summary: What to do.\nkey_points: [Sleep.]\nquestions: [Why?]\nkind: article\n"
STYLE = "products: [html, standard, screen]\n"
LANGUAGES = soak.sample(sorted(languages.WORDS), 6)
# What a reader may ask of letters and lines (WCAG 2.2 1.4.12), and of their size.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }"
# What stands beyond the window; what is drawn alone may.
TOO_WIDE = """return [...document.querySelectorAll('body *')].filter((e) =>
    e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('svg')).map((e) => e.outerHTML.slice(0, 120))"""
SIZES = {"200 %": (640, 512), "400 %": (320, 256)}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    base = tmp_path_factory.mktemp("standards")
    articles = {lang.lower(): languages.article(lang) for lang in LANGUAGES}
    articles["night"] = program.article(BODY, title="A & night", front=FRONT)
    clinic = clinics.FULL + "web_url: https://www.riverside-health.example/handouts/\n"
    content = program.write_content(base / "content", articles, clinic=clinic, style=STYLE, files={"room.png": picture()})
    result = program.render(content, base / "out")
    assert result.status == 0, result.err
    return result.directory


def test_the_checker_finds_no_error(pages):
    made = sorted(pages.glob("web/*.html"))
    assert len(made) >= 2 * len(LANGUAGES) + 1, "each handout, and a list for each language"
    assert nu.errors([*made, pages / "lobby/transcript.html"]) == []


def test_the_checker_finds_faults(pages, tmp_path):
    broken = tmp_path / "broken.html"
    broken.write_text((pages / "web/night.html").read_text().replace("<h1>", "<h1><p>"))
    assert nu.errors([broken])


@pytest.mark.parametrize("name", ["night", "index"])
def test_text_spacing_loses_nothing(pages, player, name):
    player.command("Page.setBypassCSP", enabled=True)
    player.open((pages / f"web/{name}.html").as_uri(), wait=False)
    player.window(360, 640)
    player.js("document.querySelector('style').textContent += arguments[0]", SPACING)
    player.command("Page.setBypassCSP", enabled=False)
    assert player.js("return getComputedStyle(document.querySelector('p')).letterSpacing") != "normal"
    assert player.js(TOO_WIDE) == []
    cut = "return [...document.querySelectorAll('main *, footer *')].filter((e) => e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).overflowY === 'hidden' && e.clientHeight > 1).map((e) => e.outerHTML.slice(0, 80))"
    assert player.js(cut) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["night", "index", LANGUAGES[0]])
def test_nothing_is_barred_nor_lost_in_large_letters(pages, player, name, size):
    """A window of 1280 by 1024 pixels that is enlarged so is as wide as this."""
    player.open((pages / f"web/{name}.html").as_uri(), wait=False)
    player.window(*SIZES[size])
    assert player.axe() == []
    assert player.js(TOO_WIDE) == []
