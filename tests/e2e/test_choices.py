"""Which products are made of which article: front matter, kind, style and command line."""
import json
import re

import pytest

import clinics
import lobby_show
import pdf
import program

WEB = ("html", "text", "braille", "braille-pef", "braille-view")
CLINIC = "name: A clinic\ntelephone: +1 503 234 5678\n"
LONG = "## A heading\n\n" + "You can ask us about this at any time of the day. " * 8 + "\n"


def write(content, articles, style=""):
    content.mkdir(exist_ok=True)
    (content / "clinic.yaml").write_text(CLINIC)
    (content / "style.yaml").write_text(program.silent(style))
    for name, text in articles.items():
        path = content / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    return content


def article(title, front="", body=LONG):
    return f"---\ntitle: {title}\nlang: en\n{front}---\n\n{body}"


def report(content, tmp_path, *options):
    result = program.render(content, tmp_path / "out", "--format", "json", *options)
    return result, json.loads(result.out)


def formats(found, name):
    return {file["format"] for file in found["files"] if file["article"] == name}


@pytest.mark.parametrize("front, style, made", [
    ("products: [standard, screen]\n", "", {"standard", "screen"}),
    ("not: [brochure, giant]\n", "not: [large]\n",
     {"standard", "large", "booklet", "booklet-reading", "contact-slip", "screen", *WEB}),
    ("", "products: [large]\n", {"large"}),
    ("not: [brochure, booklet, screen]\n", "", {"standard", "large", "giant", "contact-slip", *WEB}),
    ("products: [booklet]\n", "", {"booklet", "booklet-reading"}),
    ("products: [brochure]\n", "", {"brochure", "brochure-reading"}),
    ("", "not: [booklet]\n",
     {"standard", "large", "giant", "brochure", "brochure-reading", "contact-slip", "screen", *WEB}),
    ("lobby: no\nproducts: [large, screen]\n", "", {"large"}),
    ("kind: announcement\n", "", {"standard", "screen", *WEB}),
    ("kind: announcement\nproducts: [large]\n", "", {"large"}),
])
def test_products_are_chosen(tmp_path, front, style, made):
    content = write(tmp_path / "content", {"mri": article("Your scan", front)}, style)
    result, found = report(content, tmp_path)
    assert result.status == 0, found["findings"]
    assert formats(found, "mri") == made


def test_what_nobody_named_is_left_out(tmp_path):
    """One line says why, and no other what would have stood there."""
    content = write(tmp_path / "content", {"guide": article("A guide", body=LONG * 40)}, "not: [screen, giant]\n")
    (content / "clinic.yaml").write_text(clinics.BUSY)
    (content / "style.yaml").write_text(program.silent(""))
    result = program.render(content, tmp_path / "out")
    assert result.status == 0
    (line,) = [line for line in result.err.splitlines() if re.search("booklet|brochure", line)]
    why = r"booklet, booklet-reading \(.*pages.*\), brochure, brochure-reading \(.*words.*\); --verbose"
    assert re.search(rf"guide.md: note: left out: {why}", line)
    assert "4 products left out; " in result.out.splitlines()[-1]
    assert not (tmp_path / "out/print/guide-brochure.pdf").exists()


@pytest.mark.parametrize("front, options", [
    ("products: [brochure]\n", []),
    ("", ["--format", "brochure"]),
])
def test_what_is_named_must_fit(tmp_path, front, options):
    content = write(tmp_path / "content", {"guide": article("A guide", front, LONG * 40)})
    result = program.render(content, tmp_path / "out", *options)
    assert result.status == 1
    assert re.search(r"error: brochure(, brochure-reading)?: .*\[overflow\]", result.err)


@pytest.mark.parametrize("front, message", [
    ("products: [brochur]\n", "there is no product 'brochur': did you mean 'brochure'?"),
    ("not: [poster]\n", "there is no product 'poster': there are standard, large"),
    ("products: [large]\nnot: [giant]\n", "'products' and 'not' cannot stand together"),
    ("products: standard, large\n", "write several in brackets: [standard, large]"),
    ("lobby: short\nnot: [screen]\n", "'lobby: short' wants screens that the choice of products leaves out"),
    ("lobby: full\nproducts: [large]\n", "'lobby: full' wants screens that the choice of products leaves out"),
    ("kind: advert\n", "'advert' is no kind: choose 'article' or 'announcement'"),
    ("lobby: maybe\n", "'maybe' is no lobby: choose 'full', 'short' or 'no'"),
])
def test_wrong_choices_are_explained(tmp_path, front, message):
    content = write(tmp_path / "content", {"mri": article("Your scan", front)})
    result = program.render(content, tmp_path / "out")
    assert result.status == 1
    assert message in result.err
    assert not list((tmp_path / "out").glob("print/*.pdf"))


def test_no_words_are_an_error_and_no_announcement(tmp_path):
    content = write(tmp_path / "content", {"a": "---\ntitle: A\nlang: en\n---\n", "b": "---\ntitle: B\nlang: en\n---\n\nWords.\n"})
    _, found = report(content, tmp_path, "--format", "standard")
    (note,) = [f for f in found["findings"] if f["rule"] == "announcement"]
    assert note["path"].endswith("b.md") and note["message"].startswith("1 word without a heading is an announcement")


@pytest.mark.parametrize("broken", ["---\ntitle: A\n", "---\ntitle: A\nlnag: en\n---\n\nWords.\n"])
def test_what_is_broken_is_not_called_an_announcement(tmp_path, broken):
    """Its settings may be what was counted, or may have said what it is."""
    _, found = report(write(tmp_path / "content", {"a": broken}), tmp_path, "--format", "standard")
    rules = [f["rule"] for f in found["findings"]]
    assert "announcement" not in rules and {"yaml-syntax", "yaml-key"} & set(rules)


def test_a_few_words_are_an_announcement(tmp_path):
    content = write(tmp_path / "content", {"closed": article("Closed", body="Closed today.\n")})
    result, found = report(content, tmp_path)
    assert formats(found, "closed") == {"standard", "screen", *WEB}
    assert any(f["rule"] == "announcement" for f in found["findings"])


@pytest.mark.parametrize("name, front", [("guide.es", ""), ("guia", "translation:\n  of: guide\n")], ids=["by name", "by its word"])
@pytest.mark.parametrize("kind, words, translated", [("kind: article\n", 1, 1), ("", 60, 1), ("", 1, 90)])
def test_a_translation_is_of_its_sources_kind(tmp_path, name, front, kind, words, translated):
    """Whatever its own length, unless it says so itself."""
    translation = article("Gu\u00eda", front, "Palabra " * translated).replace("lang: en", "lang: es")
    style = "products: [large, html]\n"
    content = write(tmp_path / "content", {"guide": article("Guide", kind, "Word " * words), name: translation}, style)
    _, found = report(content, tmp_path)
    announced = not kind and words == 1
    made = {"html"} if announced else {"large", "html"}
    assert (formats(found, "guide"), formats(found, name)) == (made, made)
    assert [f["path"].rsplit("/", 1)[-1] for f in found["findings"] if f["rule"] == "announcement"] == ["guide.md"] * announced
    write(content, {"guide": article("Guide", "kind: announcement\n", "Word " * words)}, style)
    _, found = report(content, tmp_path)
    assert formats(found, name) == {"html"}, "its source has changed, it has not"


def test_articles_that_translate_each_other_are_read(tmp_path):
    pair = {"a": article("A", "translation:\n  of: b\n", "Short.\n"), "b": article("B", "translation:\n  of: a\n", "Short.\n"),
            "c-en": article("C", "", "Short.\n"), "c-es": article("C", "", "Short.\n").replace("lang: en", "lang: es")}
    result, _ = report(write(tmp_path / "content", pair), tmp_path, "--format", "text")
    assert result.status in (0, 1)


def test_files_keep_the_language_of_their_articles(tmp_path):
    """NAME.es.md is the Spanish of NAME.md; no other dot stays."""
    names = ("scan", "scan.es", "Scan.pt-BR", "scan 1.5", "\u043c\u0440\u0442.ru")
    content = write(tmp_path / "content", {name: article(name) for name in names})
    result, found = report(content, tmp_path, "--format", "standard,large,html,screen")
    assert result.status == 0, found["findings"]
    made = {path.name for path in (tmp_path / "out/print").iterdir()}
    assert {"scan.pdf", "scan.es.pdf", "scan.es-large.pdf", "scan.pt-br.pdf", "scan-1-5.pdf"} <= made
    assert any(re.fullmatch(r"article-[0-9a-f]{8}\.ru\.pdf", name) for name in made)
    assert (tmp_path / "out/web/scan.es.html").exists()
    lobby_show.assert_whole(tmp_path / "out/lobby")
    (content / "scan.es.md").unlink()
    program.render(content, tmp_path / "out", "--format", "standard,large,html,screen")
    assert not list((tmp_path / "out").glob("*/scan.es*")) and (tmp_path / "out/print/scan.pdf").exists()


def test_articles_in_folders_count(tmp_path):
    content = write(tmp_path / "content", {"a": article("A"), "tests/b": article("B"),
                                           "labels/c": article("C")})
    result, found = report(content, tmp_path, "--format", "standard")
    assert {file["article"] for file in found["files"]} == {"a", "b"}


@pytest.mark.parametrize("first, second, file", [
    ("mri", "scans/mri", "print/mri"),
    ("mri-large", "mri", "print/mri-large"),
    ("mri", "scans/mri-large", "print/mri-large"),
])
def test_names_that_clash_are_both_told(tmp_path, first, second, file):
    content = write(tmp_path / "content", {first: article("A"), second: article("B")})
    result = program.render(content, tmp_path / "out", "--format", "standard,large")
    assert result.status == 1
    clash = [line for line in result.err.splitlines() if "[name-clash]" in line]
    assert len(clash) == 1
    assert f"{second}.md: " in clash[0] and f"'{file}' would be that of " in clash[0] and f"{first}.md'" in clash[0]
    assert (tmp_path / f"out/print/{first}.pdf").exists()
    result = program.render(content, tmp_path / "out", "--format", "screen")
    assert f"{second}.md: not in the show; mend its errors\n" in result.out


def test_articles_behind_a_linked_folder_are_told(tmp_path):
    """They are not taken, since a link may lead in a circle; pictures behind one are nobody's business."""
    content = write(tmp_path / "content", {"a": article("A")})
    (content / "more").symlink_to(write(tmp_path / "elsewhere", {"b": article("B")}))
    (tmp_path / "pictures").mkdir()
    (content / "pictures").symlink_to(tmp_path / "pictures")
    result, found = report(content, tmp_path, "--format", "standard")
    assert {file["article"] for file in found["files"]} == {"a"}
    (told,) = [f for f in found["findings"] if f["rule"] == "folder-name"]
    assert told["path"].endswith("/more") and "not followed" in told["message"] and result.status == 0


def test_single_articles_leave_the_show_alone(tmp_path):
    content = write(tmp_path / "content", {"a": article("A"), "b": article("B")})
    out = tmp_path / "out"
    program.render(content, out)
    before = sorted(path.name for path in (out / "lobby").iterdir())
    result = program.render(content, out, "--article", "a")
    assert result.status == 0
    assert sorted(path.name for path in (out / "lobby").iterdir()) == before


def test_the_display_may_have_a_shorter_title(tmp_path):
    text = article("Preparing for magnetic resonance imaging of the head", "screen_title: Your MRI\n")
    content = write(tmp_path / "content", {"mri": text})
    result = program.render(content, tmp_path / "out", "--format", "standard,screen")
    slides = lobby_show.manifest(tmp_path / "out/lobby")["slides"]
    assert "Your MRI" in slides[0]["text"].splitlines()
    assert not any("magnetic resonance" in slide["text"] for slide in slides)
    assert str(pdf.Document(result.pdf("mri")).root.find("H1")[0].text).startswith("Preparing for magnetic")
