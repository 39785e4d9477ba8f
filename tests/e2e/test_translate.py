"""`handout translate` writes the draft of a translation, and its record tells what has changed since."""

import re

import pytest

import program
import test_faithful

FRONT = "summary: Rest well.\nversion: '2.1'\nkind: article\nkey_points:\n  - Take 5 mg.\n"
BODY = "Take 5 mg.\n\n## At home\n\n- Rest.\n- Drink --> water.\n\n| A | B |\n|---|---|\n| 1 | 2 |"
WORDS = ["Tome 5 mg.", "## En casa", "- Descanse.\n- Beba --> agua.", "| A | B |\n|---|---|\n| 1 | 2 |"]


def draft(tmp_path, *args, **articles):
    content = program.write_content(tmp_path / "content", {"a": program.article(BODY, front=FRONT)} | articles)
    return content, program.run("translate", "a", "--content", content, *args)


def filled(text):
    """The draft with a translation in each of its empty places."""
    words = iter(WORDS)
    text = re.sub("\n-->\n", lambda _: f"\n-->\n{next(words)}\n", text)
    assert next(words, None) is None
    facts = {"title:": "title: T", "summary:": "summary: Descanse.", "key_points:": "key_points: [Tome 5 mg.]"}
    return "\n".join(facts.get(line, line) for line in text.splitlines())


def test_a_draft_holds_every_word_of_its_source(tmp_path):
    content, done = draft(tmp_path, "--lang", "es")
    assert done.returncode == 0, done.stderr
    text = (content / "a.es.md").read_text()
    for line in [*BODY.replace("-->", "-- >").splitlines(), "lang: es", 'source_version: "2.1"', "kind: article", "summary: Rest well.", "  - Take 5 mg."]:
        assert line in text, line
    assert not re.search("^version|^lang: en", text, re.M)


def test_a_filled_draft_passes_and_a_changed_source_is_told(tmp_path):
    content, _ = draft(tmp_path, "--lang", "es")
    (content / "a.es.md").write_text(filled((content / "a.es.md").read_text()))
    assert not test_faithful.checked(content)
    source = content / "a.md"
    source.write_text(source.read_text().replace("- Rest.", "- Rest and sleep."))
    found = test_faithful.checked(content)["a.es"]
    assert [f["rule"] for f in found] == ["translation-stale"]
    old, new = re.findall("'([0-9a-f]{8})'", found[0]["message"])
    path = content / "a.es.md"
    path.write_text(path.read_text().replace(old, new))
    assert not test_faithful.checked(content)


def test_an_empty_place_is_missing(tmp_path):
    content, _ = draft(tmp_path, "--lang", "es")
    text = filled((content / "a.es.md").read_text()).replace("## En casa\n", "")
    (content / "a.es.md").write_text(text)
    assert [f["rule"] for f in test_faithful.checked(content)["a.es"]] == ["translation-missing"]


def test_nothing_is_written_over(tmp_path):
    content, done = draft(tmp_path, "--lang", "es", **{"a.es": "mine"})
    assert done.returncode == 1 and "is never written over" in done.stderr
    assert (content / "a.es.md").read_text() == "mine"


def test_what_makes_no_sense_is_refused(tmp_path):
    assert draft(tmp_path, "--lang", "?")[1].returncode == 2
    assert draft(tmp_path)[1].returncode == 2
    content = tmp_path / "content"
    assert program.run("translate", "b", "--lang", "es", "--content", content).returncode == 1


@pytest.mark.parametrize("name, draft", [("sleep", "sleep.es"), ("sleep-en", "sleep-es"), ("sleep.en", "sleep.es"), ("sleep-en-US", "sleep-es")])
def test_a_draft_is_named_like_its_source(tmp_path, name, draft):
    content = program.write_content(tmp_path / "content", {name: program.article("Sleep well.", lang="en-US")})
    result = program.run("translate", name, "--lang", "es", "--content", content)
    assert result.returncode == 0, result.stderr
    assert (content / f"{draft}.md").exists()
