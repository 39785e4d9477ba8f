"""What a page strikes is struck in the draft, as far as its line goes; values that its styles name are what they stand for."""

import pytest

from test_import_typed import page

UNSTRUCK = "(an element strikes this, and the page's looks do not: check whether it holds)"
STRUCK = {
    "<p style='--x:line-through'>Take <b>5</b></p>": "Take **5**",
    "<p class=s>Take 5 <span class=n>mg</span></p>": "~~Take 5 mg~~",
    "<p class=s>Take 5 <span style='display:inline-block'>mg 6</span> 7</p>": "~~Take 5~~ mg 6 ~~7~~",
    "<p class=s>Take 5 <span style='float:right'>or <span class=s>6</span></span></p>": "~~Take 5~~ or ~~6~~",
    "<p><del>Take 5 <span style='display:inline-block'>mg</span></del></p>": "~~Take 5 mg~~",
    "<p>Take <span style='text-decoration:line-through;text-decoration:none'>5</span> mg</p>": "Take 5 mg",
    "<p>Take <span style='text-decoration:none;text-decoration-line:line-through'>5</span> mg</p>": "Take ~~5~~ mg",
    "<table><tr><th>Age<th>mg<tr class=s><td>5<td><span style='display:inline-block'>6</span></table>": "| Age | mg |\n|---|---|\n| ~~5~~ | 6 |",
    "<p>Take <del style='text-decoration:none'>5</del> mg</p>": "Take 5 mg",
    "<table><tr><th>Age<th>mg<tr><td>5<td><s class=n>6</s></table>": "| Age | mg |\n|---|---|\n| 5 | 6 |",
}


@pytest.mark.parametrize("words", STRUCK)
def test_a_line_through_words_goes_as_far_as_on_the_page(words, tmp_path):
    draft, said = page(tmp_path, "<style>.s{text-decoration:line-through} .n{text-decoration:none}</style>" + words)
    assert draft == f"Start.\n\n{STRUCK[words]}" and (UNSTRUCK in said) == ("<del style" in words or "<s class=n" in words)


NAMED = {
    ":root{--a:line-through} .e{text-decoration:var(--a)}": "~~5~~",
    ".e{text-decoration:var(--a, line-through)}": "~~5~~",
    ".e{text-decoration:var(--A,none)} p{--a:line-through}": "5",
    "p{--a:var(--b,none);--b:line-through} .e{text-decoration: var( --a )}": "~~5~~",
    "p{--a:line-through} .e{--a:none;text-decoration:var(--a)}": "5",
    "p{--a:line-through} .e{--a:initial;text-decoration:var(--a,none)}": "5",
    "p{--a:var(--b);--b:var(--a)} .e{text-decoration:var(--a)}": "5",
    ".e{text-decoration:line-through;text-decoration:var(--none)}": "5",
    ".e::before{--c:'Max ';content:var(--c)}": "Max 5",
    ":root{--a:super} .e{vertical-align:var(--a)}": "<sup>5</sup>",
    ".e{text-decoration:var(--own)}": "~~5~~",
    ".z{color:var(--own)} .e{--a:var(--b);text-decoration:var(--own);text-decoration:var(--a)} .e{--b:none}": "5",
    ".e{--a:none!important;text-decoration:var(--a)} .e{--a:line-through}": "5",
    "@layer a{.e{--a:none!important}} .e{--a:line-through!important;text-decoration:var(--a)}": "5",
    "p .e{--a-b:none;--a:line-through;text-decoration:var(--a-b)} .e{--a:x}": "5",
}


@pytest.mark.parametrize("sheet", NAMED)
def test_a_value_that_is_named_elsewhere_is_found(sheet, tmp_path):
    draft, _ = page(tmp_path, f"<style>{sheet}</style><p style='--own:line-through'><span class=e>5</span></p>")
    assert draft == f"Start.\n\n{NAMED[sheet]}"


def test_a_value_that_grows_without_end_says_nothing(tmp_path):
    named = "".join(f"--a{i}:{f'var(--a{i + 1}) ' * 9};" for i in range(40))
    draft, _ = page(tmp_path, f"<style>:root{{{named}}} .e{{text-decoration:line-through var(--a0)}}</style><p>Take <b class=e>5</b></p>")
    assert draft.startswith("Start.\n\nTake ")
