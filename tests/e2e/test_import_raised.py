"""What a page sets above or below its line by any style is a power or an index in the draft: 10⁹ is no 109."""

import pytest

from test_import_typed import page

RAISED = ["vertical-align:super", "vertical-align:top;font-size:60%", "vertical-align:text-top;font-size:smaller", "position:relative;inset:-.5em 0 auto", "font-variant-position:super",
          "display:inline-block;transform:translateY(-.5em);font-size:.7em", "translate:0 -.5em;font-size:9px", "font-feature-settings:'sups'", "position:relative;top:-.5em;font-size:70%"]  # fmt: skip
LOWERED = ["vertical-align:bottom;font-size:x-small", "position:relative;top:.3em", "font-variant-position:sub", "transform:translate(0, 30%);font-size:.7em"]
LEVEL = ["vertical-align:top", "vertical-align:middle;font-size:60%", "transform:translateY(-.5em)", "vertical-align:baseline;font-size:60%", "top:-.5em"]


@pytest.mark.parametrize("style", RAISED + LOWERED + LEVEL)
@pytest.mark.parametrize("form", ["<p>10<span style=\"STYLE\">9</span>/L</p>", "<style>.e{STYLE}</style><p>10<span class=e>9</span>/L</p>"])
def test_what_stands_off_its_line_is_a_power_or_an_index(form, style, tmp_path):
    draft, _ = page(tmp_path, form.replace("STYLE", style))
    assert draft == "Start.\n\n" + ("10<sup>9</sup>/L" if style in RAISED else "10<sub>9</sub>/L" if style in LOWERED else "109/L")


WHOLE = {
    "<style>.t{vertical-align:top}</style><p>10<small class=t>9</small>": "10<sup>9</sup>",
    "<style>.t{vertical-align:top} .s{font-size:.6em}</style><p>10<span class='s t'>9</span>": "10<sup>9</sup>",
    "<style>.t{vertical-align:top}</style><p>10<font size=1><b class=t>9</b></font>": "10<strong><sup>9</sup></strong>",
    "<p>10<span class='align-super text-xs'>9</span> H<span class=align-sub>2</span>O": "10<sup>9</sup> H<sub>2</sub>O",
    "<style>.c{display:inline-block;vertical-align:top;width:40%;font-size:.8em}</style><p><span class=c>Week 1</span><span class=c>25 mg</span>": "Week 1 25 mg",
}


@pytest.mark.parametrize("words", WHOLE)
def test_small_words_at_the_top_of_a_line_are_raised_but_columns(words, tmp_path):
    assert page(tmp_path, words)[0] == f"Start.\n\n{WHOLE[words]}"
