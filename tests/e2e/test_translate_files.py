"""Translations go to translators' programs and come back whole, and are kept up to date."""

import pathlib
import re
import shutil
import subprocess
import xml.etree.ElementTree

import PIL.Image
import program
import pytest
import test_faithful

FRONT = (
    "summary: Rest well.\nversion: '2.1'\nkind: article\nkey_points:\n  - Take 5 mg.\n  - Rest well.\n"
    "image: {file: a.png, alt: 'A nurse: she waits', credit: Lee}\n"
)
BODY = 'Rest well.\n\n## At home\n\n- Rest.\n- Drink "water" \\*now\\*.\n\nRest well.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n> [!NOTE]\n> Call us.'
# The same words twice in the body, and in the front matter besides: each has its own translation.
SPANISH = {
    ("title", "A title"): "Un título",
    ("summary", "Rest well."): "Descanse: bien.",
    ("key_points 1", "Take 5 mg."): '"Tome" 5 mg.',
    ("key_points 2", "Rest well."): "Descanse.",
    ("image.alt", "A nurse: she waits"): "Una enfermera espera",
    (None, "Rest well."): "Descanse bien.",
    (None, "## At home"): "## En casa",
    (None, '- Rest.\n- Drink "water" \\*now\\*.'): '- Descanse.\n- Beba "agua" \\*ya\\*.',
    ("2", "Rest well."): "Otra vez, descanse bien.",
    (None, "| A | B |\n|---|---|\n| 1 | 2 |"): "| A | B |\n|---|---|\n| 1 | 2 |",
    (None, "> [!NOTE]\n> Call us."): "> [!NOTE]\n> Llame.",
}


def content_of(tmp_path, front=FRONT, body=BODY):
    content = program.write_content(tmp_path / "content", {"a": program.article(body, title="A title", front=front)})
    PIL.Image.new('RGB', (400, 300), 'teal').save(content / 'a.png')
    return content


def translate(content, *args):
    done = program.run("translate", "a", "--lang", "es", "--content", content, *args)
    assert done.returncode == 0, done.stderr
    return done


def quoted(text):
    for sign, escape in {"\\": "\\\\", '"': '\\"', "\n": "\\n"}.items():
        text = text.replace(sign, escape)
    return f'"{text}"'


def catalogue(path, fill=SPANISH):
    """The catalogue of the article with a translation in each of its entries."""
    text = re.sub('""\n((?:".*"\n)+)', lambda m: '"' + "".join(re.findall('"(.*)"\n', m[1])) + '"\n', path.read_text())
    for (context, words), translation in fill.items():
        before = f'\nmsgctxt "{context}"\n' if context else r'.md:\d+\n'
        text, n = re.subn(f'({before}msgid {re.escape(quoted(words))}\nmsgstr )""', lambda m: m[1] + quoted(translation), text)
        assert n == 1, (context, words, text)
    path.write_text(text)


def settings(content):
    text = (content / "a.es.md").read_text()
    return re.findall(r"^(?![#-])(?!translation|  (?:by|machine|of|reviewed|source)).+$", text.split("---\n")[1].strip(), re.M)


def words(content):
    """The body as its reader has it: without comments."""
    text = (content / "a.es.md").read_text().split("---\n", 2)[2]
    return re.sub(r"\n{2,}", "\n\n", re.sub("(?s)<!--.*?-->", "", text)).strip()


def filled(tmp_path):
    content, path = content_of(tmp_path), tmp_path / "a.po"
    translate(content, "--to", path)
    catalogue(path)
    translate(content, "--from", path)
    return content


def test_a_catalogue_comes_back_whole(tmp_path):
    content = filled(tmp_path)
    assert words(content) == "\n\n".join(t for (c, _), t in SPANISH.items() if c in (None, "2"))
    assert settings(content) == [
        'title: "Un título"', 'summary: "Descanse: bien."', "kind: article", "key_points:", '  - "\\"Tome\\" 5 mg."', '  - "Descanse."',
        "image:", '  file: "a.png"', '  alt: "Una enfermera espera"', '  credit: "Lee"', "lang: es",
    ]
    assert not test_faithful.checked(content)
    whole = (content / "a.es.md").read_text()
    assert translate(content, "--to", tmp_path / "again.po").stdout.endswith("  0 to translate\n")
    checked = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", tmp_path / "again.po"], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, ""), "nothing that gettext asks for is missing"
    assert '"Project-Id-Version: a 2.1\\n"\n' in (tmp_path / "again.po").read_text()
    (content / "a.es.md").unlink()
    translate(content, "--from", tmp_path / "again.po")
    assert (content / "a.es.md").read_text() == whole


def test_gettext_may_wrap_and_sort_a_catalogue(tmp_path):
    content = filled(tmp_path)
    whole, path = (content / "a.es.md").read_text(), tmp_path / "again.po"
    translate(content, "--to", path)
    subprocess.run(["msgcat", "--width=30", "--sort-output", "-o", path, path], check=True)
    (content / "a.es.md").unlink()
    translate(content, "--from", path)
    assert (content / "a.es.md").read_text() == whole


def test_xliff_comes_back_whole(tmp_path):
    content = filled(tmp_path)
    whole, path = (content / "a.es.md").read_text(), tmp_path / "a.xlf"
    translate(content, "--to", path)
    text = path.read_text()
    assert 'original="a.md" source-language="en-US" target-language="es"' in text and "/tmp" not in text
    (content / "a.es.md").unlink()
    translate(content, "--from", path)
    assert (content / "a.es.md").read_text() == whole


@pytest.mark.parametrize("target", ["<target>{}</target>", '<target state="translated">{}</target>', "<target state='final'>{}</target>"])
def test_a_filled_target_is_a_translation(tmp_path, target):
    """Whether or not a program approves of it; what it says needs something is none."""
    content, path = content_of(tmp_path, front="", body="Rest well.\n\nStay at home."), tmp_path / "a.xlf"
    translate(content, "--to", path)
    text = path.read_text()
    for said, written in {"A title": target.format("Un título"), "Rest well.": target.format("Descanse."), "Stay at home.": '<target state="needs-translation">Casa</target>'}.items():
        text, n = re.subn(f"(<source>{said}</source>\\s*)<target></target>", lambda m: m[1] + written, text)
        assert n == 1
    path.write_text(text)
    translate(content, "--from", path)
    assert words(content) == "Descanse." and settings(content)[0] == 'title: "Un título"'


def test_names_are_escaped_in_xliff(tmp_path):
    content = program.write_content(tmp_path / "content", {"a&b": program.article("Rest.")})
    done = program.run("translate", "a&b", "--lang", "es", "--content", content, "--to", tmp_path / "a.xlf")
    assert done.returncode == 0, done.stderr
    assert xml.etree.ElementTree.parse(tmp_path / "a.xlf").getroot()[0].get("original") == "a&b.md"


def test_without_its_program_xliff_is_refused_with_a_word(tmp_path):
    content = content_of(tmp_path)
    done = program.run("translate", "a", "--lang", "es", "--content", content, "--to", tmp_path / "a.xlf", env={"PATH": str(tmp_path)})
    assert done.returncode == 1 and "install translate-toolkit" in done.stderr and not (tmp_path / "a.xlf").exists()


def test_an_update_marks_what_has_changed_and_keeps_the_rest(tmp_path):
    content = filled(tmp_path)
    path, source = content / "a.es.md", content / "a.md"
    mine = path.read_text().replace("Otra vez, ", "<!-- ask Ana -->\nOtra vez, ").replace("lang: es", "# mine\nlang: es")
    path.write_text(mine)
    translate(content, "--update")
    assert path.read_text() == mine
    text = source.read_text().replace("Drink", "Sip").replace("summary: Rest well.", "summary: Rest for a day.").replace("> [!NOTE]\n> Call us.", "Write to us.").replace("2.1", "2.2")
    source.write_text(text)
    found = [f["rule"] for f in test_faithful.checked(content)["a.es"]]
    assert sorted(found) == ["translation-extra", "translation-missing", "translation-stale", "translation-stale"]
    done = translate(content, "--update")
    assert done.stdout == f"{path}  7 as they were, 2 changed in the source since, 1 to translate, 1 no longer in the source\n"
    text = path.read_text()
    assert "# source" in text and "#| summary: Rest for a day.\n#< summary: Rest well.\nsummary:" in text
    assert re.search(r'<!-- source \w{8} -> \w{8}\n- Rest.\n- Sip .*\n=== before:\n- Rest.\n- Drink .*\n-->\n- Descanse', text)
    assert re.search(r"<!-- source \w{8} -> gone\n=== before:\n> \[!NOTE\]\n> Call us.\n-->\n> \[!NOTE\]\n> Llame.", text)
    assert "<!-- ask Ana -->\nOtra vez, descanse bien." in text and "# mine\nlang: es" in text and 'source_version: "2.1"' in text
    assert sorted(f["rule"] for f in test_faithful.checked(content)["a.es"]) == sorted(found)
    translate(content, "--update")
    assert path.read_text() == text
    text = re.sub(r"source \w{8} -> (\w{8})", r"source \1", text)
    text = re.sub(r"\n<!-- source \w{8} -> gone(?s:.*)Llame.\n", "", text)
    path.write_text(re.sub("(Write to us.\n-->\n)", r"\1Escríbanos.\n", text))
    translate(content, "--update")
    assert not test_faithful.checked(content)
    assert 'source_version: "2.2"' in path.read_text() and "before" not in path.read_text()


def test_a_translation_that_nobody_recorded_is_taken_for_one_of_today(tmp_path):
    content = content_of(tmp_path)
    own = "image: {file: a.png, alt: Una enfermera}\nsummary: Descanse.\nkey_points: [Tome 5 mg., Descanse.]\n"
    body = BODY.replace("Rest", "Descanse")
    (content / "a.es.md").unlink(missing_ok=True)
    (content / "resto.md").write_text(program.article(body, title="T", lang="es", front=own + "kind: article\ntranslation: {of: a}\n"))
    done = translate(content, "--update")
    assert done.stdout == f"{content}/resto.md  10 taken for translations of today's words\n"
    assert words_of(content / "resto.md") == body
    assert not (content / "a.es.md").exists() and not test_faithful.checked(content)


def test_what_indents_a_block_is_kept(tmp_path):
    content = content_of(tmp_path, "kind: article\n", "Type:\n\n    two lines\n\n\tof code")
    (content / "a.es.md").write_text((content / "a.md").read_text().replace("lang: en-US", "lang: es"))
    for _ in range(2):
        translate(content, "--update")
        assert (content / "a.es.md").read_text().endswith("-->\n    two lines\n\n\tof code\n")


def words_of(path):
    text = path.read_text().split("---\n", 2)[2]
    return re.sub(r"\n{2,}", "\n\n", re.sub("(?s)<!--.*?-->", "", text)).strip()


def test_a_catalogue_that_is_none_is_refused_with_its_line(tmp_path):
    content = content_of(tmp_path)
    for text, line in {"no\n": 1, 'msgid "a"\nmsgstr "b\n': 2, 'msgid "a"\n\n': 2, 'msgid "a"\nmsgid_plural "b"\n': 2, "": 0}.items():
        (tmp_path / "a.po").write_text(text)
        done = program.run("translate", "a", "--lang", "es", "--content", content, "--from", tmp_path / "a.po")
        place = f"a.po:{line}: " if line else "a.po: "
        assert done.returncode == 1 and place in done.stderr and "[translation-file]" in done.stderr, (text, done.stderr)
        assert not (content / "a.es.md").exists()


def test_nothing_is_written_over(tmp_path):
    content = filled(tmp_path)
    for name in ["a.po", "b.txt"]:
        done = program.run("translate", "a", "--lang", "es", "--content", content, "--to", tmp_path / name)
        assert done.returncode == 1, done.stderr
    assert not (tmp_path / "b.txt").exists()


def test_what_po4a_made_is_taken_up(tmp_path):
    """Who works with po4a alone gets a Markdown file, whose records an update then writes. (It joins the lines of tables.)"""
    body = re.sub("\\|.*\n+", "", BODY)
    content, po = content_of(tmp_path, "summary: Rest well.\nkind: article\n", body), tmp_path / "a.po"
    article = "-f", "text", "-o", "markdown", "-o", "yfm_keys=title,summary", "-M", "UTF-8", "-m", content / "a.md", "-p", po
    subprocess.run(["po4a-updatepo", *article], check=True, capture_output=True)
    text = po.read_text()
    for source, translation in {"A title": "Un título", "At home": "En casa", "Rest well.": "Descanse bien.", "Rest.": "Descanse."}.items():
        text, n = re.subn(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"', text)
        assert n == 1, (source, text)
    po.write_text(text)
    path = content / "a.es.md"
    subprocess.run(["po4a-translate", *article, "-L", "UTF-8", "-k", "0", "-l", path], check=True, capture_output=True)
    path.write_text(path.read_text().replace("lang: en-US", "lang: es"))
    done = translate(content, "--update")
    assert done.stdout == f"{path}  7 taken for translations of today's words\n"
    assert "## En casa" in words(content) and "- Descanse." in words(content)
    assert not test_faithful.checked(content)
