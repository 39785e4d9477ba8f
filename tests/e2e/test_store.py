"""A second build makes only what has changed. Whether a file was made anew is seen by a planted one: of the
same size and time, but with other bytes, so that only a build that makes it puts it right."""
import json
import os
import shutil

import pytest
from PIL import Image

import lobby_show
import program

FACTS = "name: A clinic\ntelephone: +1 503 234 5678\n"
WORDS = "You can ask us about this at any time of the day. " * 8
PRODUCTS = ("print/{}.pdf", "print/{}-large.pdf", "web/{}.html", "web/{}.txt", "braille/{}.brf")
FORMATS = ("--format", "standard,large,html,text,braille,screen")
NAMES = ("ears", "eyes")


def article(title, word=WORDS, picture=""):
    return f"---\ntitle: {title}\nlang: en\n---\n\n## About {title}\n\n{word}\n\n{picture}"


@pytest.fixture
def clinic(tmp_path):
    content = tmp_path / "content"
    content.mkdir()
    (content / "clinic.yaml").write_text(FACTS)
    (content / "style.yaml").write_text(program.silent(""))
    Image.new("RGB", (300, 200), "teal").save(content / "ear.png")
    (content / "ears.md").write_text(article("Ears", picture="![An ear](ear.png)\n"))
    (content / "eyes.md").write_text(article("Eyes"))
    program.render(content, tmp_path / "out", *FORMATS)
    return content


def plant(path):
    """Other bytes of the same length and time; returns what stood there."""
    before, status = path.read_bytes(), path.stat()
    path.write_bytes(b"#" * len(before))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return before


def products(out, names=NAMES):
    return [out / product.format(name) for name in names for product in PRODUCTS]


def screens(out, name):
    return [out / "lobby" / slide["src"] for slide in lobby_show.manifest(out / "lobby")["slides"] if slide["id"].startswith(name)]


def made(paths, build):
    """The planted files of `paths` that the build has made anew; the others are put right after it."""
    before = {path: plant(path) for path in paths}
    result = build()
    new = {path for path in paths if path.read_bytes() != b"#" * len(before[path])}
    for path in set(paths) - new:
        path.write_bytes(before[path])
    return new, result


def builder(clinic, out, *arguments):
    return lambda: program.render(clinic, out, *FORMATS, *arguments)


def test_an_unchanged_clinic_makes_nothing_and_says_the_same(clinic, tmp_path):
    out = tmp_path / "out"
    first = program.render(clinic, tmp_path / "other", *FORMATS, "--verbose")
    lines = lambda result, out: (result.status, result.out.replace(str(out), ""), result.err.replace(str(out), ""))
    new, result = made(products(out) + screens(out, "e"), builder(clinic, out, "--verbose"))
    assert new == set()
    assert lines(result, out) == lines(first, tmp_path / "other")


def test_the_report_for_programs_is_the_same(clinic, tmp_path):
    out = tmp_path / "out"
    reports = [json.loads(program.render(clinic, out, *FORMATS, "--format", "json", *more).out) for more in ((), ("--force",))]
    assert reports[0] == reports[1]


def test_force_makes_all(clinic, tmp_path):
    out = tmp_path / "out"
    wanted = products(out) + screens(out, "e")
    assert made(wanted, builder(clinic, out, "--force"))[0] == set(wanted)


def test_one_article_changed(clinic, tmp_path):
    out = tmp_path / "out"
    (clinic / "eyes.md").write_text(article("Eyes", WORDS + "Rest them."))
    assert made(products(out), builder(clinic, out))[0] == set(products(out, ["eyes"]))
    assert "Rest them." in (out / "lobby/transcript.html").read_text()


def test_a_picture_changed(clinic, tmp_path):
    out = tmp_path / "out"
    Image.new("RGB", (300, 200), "navy").save(clinic / "ear.png")
    wanted = set(products(out, ["ears"]))
    assert made(products(out), builder(clinic, out))[0] == wanted
    old = screens(out, "ears")
    Image.new("RGB", (300, 200), "maroon").save(clinic / "ear.png")
    program.render(clinic, out, *FORMATS)
    assert screens(out, "ears") != old


@pytest.mark.parametrize("change", ["clinic.yaml", "style.yaml", "labels/en.yaml"])
def test_a_setting_changed(clinic, tmp_path, change):
    out = tmp_path / "out"
    text = {"clinic.yaml": FACTS.replace("5678", "5679"), "style.yaml": program.silent('accent: "#7a1f2b"\n'), "labels/en.yaml": "contact_heading: Reach us\n"}
    (clinic / change).parent.mkdir(exist_ok=True)
    (clinic / change).write_text(text[change])
    assert made(products(out), builder(clinic, out))[0] == set(products(out))


@pytest.mark.parametrize("change", ["dropped", "written over", "installed"])
def test_a_face_changed(clinic, tmp_path, change):
    """A package puts its files in place of others; a face beside the font set may be written over."""
    own, package, out = (tmp_path / name for name in ("fonts", "package", "faces-out"))
    for folder in (own, package):
        folder.mkdir()
        shutil.copy("/usr/share/fonts/truetype/andika/Andika-Bold.ttf", folder)
    rules = (program.ROOT / "fonts/fonts.conf").read_text()
    (own / "fonts.conf").write_text(rules.replace("<dir>/", f"<dir>{package}</dir>\n<dir>/", 1))
    build = lambda: program.run("render", "--content", clinic, "--out", out, "--fonts", own / "fonts.conf", *FORMATS)
    build()
    assert made(products(out), build)[0] == set()
    face = (package if change == "installed" else own) / "Andika-Regular.ttf"
    if change == "written over":
        face = own / "Andika-Bold.ttf"
        face.write_bytes(face.read_bytes() + bytes(4))
    else:
        shutil.copy("/usr/share/fonts/truetype/andika/Andika-Regular.ttf", face)
    assert out / "print/ears.pdf" in made(products(out), build)[0]


def test_a_source_changed(clinic, tmp_path):
    """The page of a translation tells how large the file is in which it stands beside its source."""
    (clinic / "eyes.es.md").write_text("---\ntitle: Ojos\nlang: es\ntranslation:\n  of: eyes\n  by: A\n---\n\n## Ojos\n\nHola.\n")
    formats = ("--format", "bilingual,html")
    program.render(clinic, tmp_path / "out", *formats)
    (clinic / "eyes.md").write_text(article("Eyes", f"{WORDS}\n\n" * 12))
    program.render(clinic, tmp_path / "out", *formats)
    program.render(clinic, tmp_path / "other", *formats)
    after, anew = (tmp_path / name / "web/eyes.es.html" for name in ("out", "other"))
    assert after.read_text() == anew.read_text()


def test_another_page_for_each_language(clinic, tmp_path):
    """The handout names its other languages, whose articles it is not made from."""
    out = tmp_path / "out"
    (clinic / "eyes.es.md").write_text("---\ntitle: Ojos\nlang: es\ntranslation:\n  of: eyes\n  by: A\n---\n\n## Ojos\n\nHola.\n")
    new, _ = made(products(out), builder(clinic, out))
    assert out / "web/eyes.html" in new and not new & set(products(out, ["ears"]))


def test_options_that_change_files(clinic, tmp_path):
    out = tmp_path / "out"
    paper = {out / f"print/{name}{suffix}.pdf" for name in NAMES for suffix in ("", "-large")}
    new, _ = made(products(out), builder(clinic, out, "--pdf", "2"))
    assert paper <= new and (out / "print/ears-2.pdf").exists()


def test_the_time_that_a_build_is_told(clinic, tmp_path, monkeypatch):
    out = tmp_path / "out"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert out / "print/ears.pdf" in made(products(out), builder(clinic, out))[0]


def test_a_product_that_was_changed_or_removed_is_made_again(clinic, tmp_path):
    out = tmp_path / "out"
    good = (out / "print/ears.pdf").read_bytes(), (out / "print/eyes.pdf").read_bytes()
    (out / "print/ears.pdf").write_bytes(b"x")
    (out / "print/eyes.pdf").unlink()
    program.render(clinic, out, *FORMATS)
    assert ((out / "print/ears.pdf").read_bytes(), (out / "print/eyes.pdf").read_bytes()) == good


def test_a_screen_that_was_removed_is_made_again(clinic, tmp_path):
    out = tmp_path / "out"
    path = screens(out, "ears")[0]
    good = path.read_bytes()
    path.unlink()
    program.render(clinic, out, *FORMATS)
    assert path.read_bytes() == good


def damage(kind, path):
    data = path.read_bytes()
    if kind == "folder":
        path.unlink()
        path.mkdir()
    else:
        path.write_bytes({"cut": data[:-9], "flipped": data[:200] + bytes([data[200] ^ 1]) + data[201:], "empty": b"", "text": b"x" * 5000}[kind])


def test_screens_of_other_articles_are_not_painted_again(clinic, tmp_path):
    """They are taken from the show that stands, where they bear the names of other places."""
    out = tmp_path / "out"
    marked = screens(out, "eyes")[0]
    before = marked.stat().st_ino
    (clinic / "ears.md").write_text(article("Ears", WORDS + "Clean them. " * 40))
    records = [(out / "build/store/.pictures").read_bytes()]
    program.render(clinic, out, *FORMATS)
    assert marked.name.split("-", 1)[1].split(".")[1] in {path.name.split(".")[1] for path in screens(out, "eyes")}
    assert before and records[0] != (out / "build/store/.pictures").read_bytes()


@pytest.mark.sample(2)
@pytest.mark.parametrize("kind", ["cut", "flipped", "empty", "text", "folder"])
def test_a_damaged_store_is_no_store(clinic, tmp_path, kind):
    out = tmp_path / "out"
    for name in ("ears", ".show"):
        damage(kind, out / "build/store" / name)
    new, result = made(products(out) + screens(out, "e"), builder(clinic, out))
    assert new == set(products(out, ["ears"]) + screens(out, "e"))
    assert result.status == 0 and result.err == program.render(clinic, out, *FORMATS, "--force").err


def test_a_product_that_is_left_out_is_told_of_again(clinic, tmp_path):
    (clinic / "eyes.md").write_text(article("Eyes", WORDS * 20))
    out = tmp_path / "out"
    program.render(clinic, out)
    first, second = (program.render(clinic, out, "--verbose", *more) for more in (["--force"], []))
    assert "left-out" in first.err and first == second


def test_articles_that_are_gone_are_forgotten(clinic, tmp_path):
    out = tmp_path / "out"
    (clinic / "eyes.md").unlink()
    program.render(clinic, out, *FORMATS)
    assert {path.name for path in (out / "build/store").iterdir()} == {"ears", ".show", ".pictures"}


def test_a_show_that_became_shorter_stands_too(clinic, tmp_path):
    """Its record is shorter than the one that it takes the place of."""
    out = tmp_path / "out"
    (clinic / "eyes.md").unlink()
    program.render(clinic, out, *FORMATS)
    new, _ = made(products(out, ["ears"]) + screens(out, "ears"), builder(clinic, out))
    assert new == set()


def test_a_store_that_cannot_be_written_costs_time_alone(clinic, tmp_path):
    out = tmp_path / "out"
    shutil.rmtree(out / "build/store")
    (out / "build/store").write_text("in the way")
    result = program.render(clinic, out, *FORMATS)
    assert result.status == 0 and len(screens(out, "e")) > 1


def test_the_show_goes_by_what_is_made_with_it(clinic, tmp_path):
    """Visitors print from the display what was made for paper in the same build."""
    out = tmp_path / "out"
    printed = lambda: sorted(path.name for path in (out / "lobby/print").glob("*.pdf"))
    program.render(clinic, out, "--format", "screen,large")
    assert printed()
    program.render(clinic, out, "--format", "screen")
    assert not printed()
    program.render(clinic, out, "--format", "screen,large")
    assert printed()
