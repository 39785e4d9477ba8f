"""Pages in the markup of site builders become the drafts that stand beside them: what the article says, which
facts were found, what is listed. `HANDOUT_ACCEPT=1` takes what the program makes now as what is expected."""

import os
import re

import pytest

import program

PAGES = program.ROOT / "tests/cases/import/pages"
NAMES = sorted(path.stem for path in PAGES.glob("*.html"))


def facts(text):
    """What clinic.yaml says, without its advice and its gaps."""
    lines = [line for line in text.splitlines() if line.strip() and not re.match(r"\s*#(?! From)", line)]
    gap = re.compile(r"( *)[a-z_]+:( *#.*)?$")
    kept = []
    for line, after in zip(lines, [*lines[1:], ""]):
        key = gap.match(line)
        if not key or len(after) - len(after.lstrip()) > len(key[1]):
            kept.append(line)
    return [line for line in kept if line != "address:" or any("  street" in other for other in kept)]


def imported(name, directory):
    done = program.run("import", f"{name}.html", "--into", directory, "--name", "draft", cwd=PAGES)
    assert done.returncode == 0, done.stderr
    article = (directory / "draft.md").read_text()
    clinic = "\n".join(facts((directory / "clinic.yaml").read_text()))
    listed = done.stdout.replace(f"{directory}/", "")
    return f"{article}\n=== clinic.yaml\n{clinic}\n\n=== said\n{listed}"


@pytest.mark.parametrize("name", NAMES)
def test_page(name, tmp_path):
    made = imported(name, tmp_path)
    golden = PAGES / f"{name}.txt"
    if os.environ.get("HANDOUT_ACCEPT"):
        golden.write_text(made)
    assert made == golden.read_text()


CASES = program.ROOT / "tests/cases"
ARTICLES = {path.parent.name: path.read_text() for path in CASES.glob("*/article.md")}
ARTICLES |= {path.stem: path.read_text() for path in (program.ROOT / "content").glob("*.md")}
# These have errors, so that nothing is made of them.
UNMADE = {"errors", "untitled"}
WORDS = r'"(?:[^"\\]|\\.)*"'


def join_words(runs):
    return '"' + "".join(words[1:-1] for words in re.findall(WORDS, runs[0])) + '"'


def meaning(tree):
    """A structure without what a page does not say: where a line of the file ended, where a word may be parted, and
    that a note's number stands within bold words."""
    tree = tree.replace("\u00ad", "").replace("strong raised", "raised")
    return re.sub(f"{WORDS}(?: {WORDS})+", join_words, tree)


def products(content, out):
    """What is made of the articles, by product and name: their text, and the structure of their pages."""
    for kind in (["text"], ["html", "--as", "tree"]):
        program.render(content, out, "--format", *kind)
    texts = {path.name: path.read_text() for path in (out / "web").glob("*.txt")}
    return texts | {path.name: meaning(path.read_text()) for path in (out / "web").glob("*.tree")}


def come_back(articles, tmp_path):
    """What is made of the articles, and of the drafts that their own pages become."""
    content = program.write_content(tmp_path / "content", articles)
    back = program.write_content(tmp_path / "back", {})
    program.render(content, tmp_path / "html", "--format", "html")
    for page in (tmp_path / "html/web").glob("*.html"):
        if page.stem in articles:
            done = program.run("import", page, "--into", back, "--name", page.stem)
            assert done.returncode == 0, done.stderr
    return products(content, tmp_path / "once"), products(back, tmp_path / "again")


def test_articles_come_back_from_their_own_pages(tmp_path):
    once, again = come_back(ARTICLES, tmp_path)
    assert {name.split(".")[0] for name in once} == set(ARTICLES) - UNMADE
    assert set(again) == set(once)
    for name, made in once.items():
        assert again[name] == made, name


LANGUAGES = sorted(path.stem for path in (program.ROOT / "src/content/labels").glob("*.yaml"))
FRONT = """summary: "Take *5 mg*, not 10<sup>9</sup>."
audience: Adults
purpose: To help you choose
producer: Riverside Sleep Clinic
funding: Nobody but us
approved_by: Dr. Ada Lindqvist
approved_on: 2026-02-28
version: "2.1"
reviewed: 2026-03-02
review_due: 2028-03
sources: ["[Sleep](https://sleep.example/a), 2025"]
feedback: desk@riverside-sleep.org
"""


def test_front_matter_comes_back_in_every_language(tmp_path):
    articles = {lang.lower(): program.article("## A\n\nSleep well.", lang=lang, front=FRONT) for lang in LANGUAGES}
    once, again = come_back(articles, tmp_path)
    assert len(once) == 2 * len(LANGUAGES)
    assert again == once
    for lang in articles:
        front = (tmp_path / f"back/{lang}.md").read_text().split("---")[1]
        for said in ('"2026-02-28"', '"2026-03-02"', '"2028-03"', '"2.1"', '"Dr. Ada Lindqvist"'):
            assert said in front, (lang, said)


HOURS = ["Mo-Th 09:00-17:00", "Fr 09:00-12:00,13:00-16:30", "Sa,Su off"]


def test_hours_and_services_come_back_in_the_words_of_a_language(tmp_path):
    clinic = program.CLINIC.replace("  - Mo-Fr 09:00-17:00\n", "".join(f"  - {line}\n" for line in HOURS))
    clinic += "  - Day clinic\n"
    articles = {lang.lower(): program.article("## A\n\nSleep well.", lang=lang) for lang in LANGUAGES}
    content = program.write_content(tmp_path / "content", articles, clinic=clinic)
    assert program.render(content, tmp_path / "html", "--format", "html").status == 0
    for lang in LANGUAGES:
        back = tmp_path / lang
        done = program.run("import", tmp_path / f"html/web/{lang.lower()}.html", "--into", back)
        made = (back / "clinic.yaml").read_text()
        services = made.split("services:\n")[-1]
        assert services == '  - "Sleep studies"\n  - "Day clinic"\n', lang
        hours = re.findall("^  - (.*)", made.split("opening_hours:\n")[1].split("\n#")[0], re.M)
        assert hours == HOURS, lang


def test_all_drafts_render_without_errors(tmp_path):
    content = program.write_content(tmp_path / "content", {})
    for name in NAMES:
        made = (PAGES / f"{name}.txt").read_text()
        (content / f"{name}.md").write_text(made.split("\n=== clinic.yaml\n")[0])
        for picture in re.findall(r"^!\[.*\]\(([^\s)]+)", made, re.M):
            (content / picture).write_bytes((PAGES / "ward_files/coil photo.png").read_bytes())
    result = program.render(content, tmp_path / "out", "--format", "text")
    assert result.status == 0, result.err
