"""Takes away what keeps each kind of meaning, once, and asks whether a test notices.

    mutation.py [KIND…]

builds a copy of the tree in a folder of its own for every row below (all, or those named), with the
row's text replaced, and runs the row's test there, which has to fail. A text that is no longer found,
or stands more than once, is an error: then the row has to follow the code.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT = "out/build/release"
MEANING = "tests/e2e/test_meaning.py"
REFUSED = "tests/e2e/test_refused.py"
FORMATS = "tests/e2e/test_meaning_formats.py"
BRAILLE = "tests/e2e/test_braille.py"
TEXT = "tests/e2e/test_plain_text.py"
ISOLATION = "tests/e2e/test_isolation.py"
TABLES = "tests/e2e/test_tables.py"
LINKS = "tests/e2e/test_links.py"
STRUCTURE = "tests/e2e/test_structure.py"
NOTES = "tests/e2e/test_notes.py"
LONG_WORDS = "tests/e2e/test_long_words.py"
FRONT = "tests/e2e/test_front_words.py"
CONTENTS = "tests/e2e/test_contents.py"

# Kind -> file, text, what takes its place, file of the test, and which test.
ROWS = {
    "signs between numbers": (
        "src/content/article_signs.c", "    memset(run, hide(*run), length);", "    (void)run, (void)length;",
        MEANING, "tags and between",
    ),
    "bullets of a word processor": (
        "src/content/article_signs.c", "        if (above >= 0)", "        if (0 && above >= 0)",
        MEANING, "tags and bullets",
    ),
    "blanks to fill in": (
        "src/content/article_signs.c", "        if (before != '\\\\' && (blank ||", "        if (before != '\\\\' && ((blank && end) ||",
        MEANING, "tags and fill",
    ),
    "heads of rows": (
        "src/document/compose_table.c", "bool names = table->row_headers && column", "bool names = table->row_headers && column < 0 && column",
        STRUCTURE, "name_their_headers",
    ),
    "comparisons": (
        "src/content/article_signs.c", "        *at = hide('>');", "        (void)hide;", MEANING, "tags and comparisons",
    ),
    "a quotation of a number": (
        "src/content/article_eaten.c", "if (*p->at == '>' && sign_begins_amount", "if (0 && *p->at == '>' && sign_begins_amount",
        REFUSED, "place and quotation",
    ),
    "definitions in a list": (
        "src/content/article_definitions.c", "*at = behind_signs(line.text);\n    size_t note", "*at = line.text;\n    size_t note",
        REFUSED, "place and definition",
    ),
    "two signs of lists": (
        "src/content/article_eaten.c", "    if (list && cmark_node_get_start_line", "    if (0 && list && cmark_node_get_start_line",
        REFUSED, "place and lists",
    ),
    "numbers of items": (
        "src/content/article_eaten.c", "    if (p->node->as.list.ordered)", "    if (0 && p->node->as.list.ordered)",
        REFUSED, "place and otherwise",
    ),
    "raised and lowered": (
        "src/document/compose_inlines.c", "    emphasis.raise = raise;", "    span->actual_text = NULL;", MEANING, "tags and raised",
    ),
    "struck words": (
        "src/document/compose_inlines.c", "    span->actual_text = told_apart(", "    g_autofree char *unsaid = told_apart(",
        MEANING, "tags and struck",
    ),
    "struck words on screens": (
        "src/layout/page.c", "        if (!stretch)", "        if (stretch || !stretch)", MEANING, "screens and struck",
    ),
    "plain strings": (
        "src/document/compose_inlines.c", "        return script_words(inner, node->kind == NODE_SUPERSCRIPT ? 1 : -1);",
        "        return g_strdup(inner);", MEANING, "plain_strings",
    ),
    "alternative texts": (
        "src/content/article_node.c", "script_words(inner->str, raise)", "script_words(inner->str, raise * 0)",
        MEANING, "plain_strings",
    ),
    "names of files with blanks": (
        "src/content/article_signs.c", "            if (*c == ' ')", "            if (0 && *c == ' ')", MEANING, "tags and files",
    ),
    "line ends between Han": (
        "src/content/article_soft.c", "        if (g_unichar_get_script(c) == scripts[i])",
        "        if (0 && g_unichar_get_script(c) == scripts[i])", MEANING, "tags and Han",
    ),
    "fields and foreign syntax": (
        "src/examine/check_foreign.c", "        if (!is_defined(c->article, line + find->start, find->length))",
        "        if (0 && !is_defined(c->article, line + find->start, find->length))", REFUSED, "place and field",
    ),
    "signs of a list": ("src/content/article_eaten.c", "        check_bullets(p);", "        (void)p;", REFUSED, "place and minus"),
    "stars that set nothing bold": (
        "src/examine/check_foreign.c", "            check_stars(c, prose_passage(c->prose, i));\n", "            (void)check_stars;\n",
        REFUSED, "place and stars",
    ),
    "quotations and codes": (
        "src/content/article_html_tags.c", '{"q", HTML_FATE_NODE, NODE_SPAN}', '{"q", HTML_FATE_LOOKS, NODE_TEXT}',
        MEANING, "tags and quotations",
    ),
    "tasks": ("src/layout/page.c", "    if (task)\n", "    if (task && !task)\n", MEANING, "screens and tasks"),
    "blanks and what asks for them": (
        "src/layout/keeping.c", "    facts_find_asked(p->words->str, keep_asked, k);\n", "    (void)keep_asked;\n", MEANING, "asks_for",
    ),
    "facts": ("src/content/facts.c", "                 {find_barred, FACTS_BAR},\n", "", MEANING, "behind_a_bar"),
    "dashes of ranges": (
        "src/layout/whole.c", "            places->is_line_break = places->is_char_break = FALSE;", "            (void)places;",
        MEANING, "no_line_ends_within_a_range",
    ),
    "tables": (
        "src/layout/table.c", "    bool cards = block->as.table.cards != NULL;", "    bool cards = false;",
        TABLES, "stand_by_themselves",
    ),
    "links": (
        "src/document/compose_inlines.c", "    if (!target)\n        add_address(", "    if (!target && !node)\n        add_address(",
        LINKS, "address_once",
    ),
    "notes": (
        "src/document/compose_inlines.c", "    compose_inner_link(composer, link, note, spoken);\n", "", NOTES, "lead_to_notes",
    ),
    "captions": ("src/content/article_link.c", "    if (caption && *caption)", "    if (caption && !*caption)", "tests/e2e/test_captions.py", "paper"),
    "details": ("src/content/article_html_tree.c", "        end_details(r);\n", "        (void)end_details;\n", MEANING, "details"),
    "words for others at the end of a line": (
        "src/paint/pdf/tags_write.c", "put_text_entry(tags, out, \"/ActualText\", parted ? parted : words);",
        "put_text_entry(tags, out, \"/ActualText\", words);", FORMATS, "size and blanks",
    ),
    "marks that touch": (
        "src/document/compose_inlines.c", "ends_in_word(before) ? \" \" : \"\"", "ends_in_word(before) ? \"\" : \"\"",
        MEANING, "tags and touch",
    ),
    "notes side by side": (
        "src/document/compose_inlines.c", "another ? \",\" : \"\"", "another ? \"\" : \"\"", NOTES, "side_by_side",
    ),
    "code that is never closed": (
        "src/content/article_eaten.c", "    else if (!is_closed(p, length, sign))", "    else if (0 && !is_closed(p, length, sign))",
        REFUSED, "place and closed",
    ),
    "one fault of HTML": (
        "src/content/article_html_refuse.c", "    if (belongs_to_open(refusals, token) ||", "    if (",
        "tests/e2e/test_signs.py", "fault_of_html",
    ),
    "apostrophes": (
        "src/content/article_signs.c", "            *p = hide('`');", "            (void)hide;", MEANING, "tags and apostrophes",
    ),
    "fields beside comments": (
        "src/content/body.c", "    char *words = body_line_text(body, number);", "    char *words = g_strdup(line.comment ? \"\" : line.text);",
        REFUSED, "place and comment",
    ),
    "words that a style takes back": (
        "src/content/article_html_tree.c", "= html_takes_back(token) ||", "= (false && html_takes_back(token)) ||", REFUSED, "place and style",
    ),
    "words wider than their line": (
        "src/layout/hyphenation.c", "    if (found)\n        library()->find(", "    if (found && !length)\n        library()->find(", LONG_WORDS, "scraps",
    ),
    "joints that the author gives": (
        "src/layout/parting.c", "        find_soft_hyphens(&search);", "        (void)find_soft_hyphens;", LONG_WORDS, "joints",
    ),
    "shapes of Khmer": (
        "src/layout/paragraph.c", "        if (latin && at > start)\n            add_attribute", "        if (at > start)\n            add_attribute",
        "tests/cases/test_cases.py", "khmer",
    ),
    "languages within": (
        "src/paint/pdf/tags_write.c", "    put_text_entry(tags, out, \"/Lang\", element->lang);\n", "", STRUCTURE, "words_of_other_languages",
    ),
    "abbreviations in tags": (
        "src/paint/pdf/tags_write.c", "        put_text_entry(tags, out, \"/E\", element->as.span.expansion);", "        (void)out;",
        STRUCTURE, "words_of_other_languages",
    ),
    "units in one square": (
        "src/layout/glyphs.c", "    if (is_squared(c))", "    if (0 && is_squared(c))", "tests/e2e/test_squared_units.py", "message_is_true",
    ),
    "marks of key points": (
        "src/content/article_tree.c", "hidden = signs_hide(fact->value);", "hidden = g_strdelimit(signs_hide(fact->value), \"*_\", '.');",
        FRONT, "carried_out",
    ),
    "key points that are closed": (
        "src/document/compose_article.c", "        if (node->kind == NODE_HEADING && !introduced) {", "        if (!introduced) {", FRONT, "heading_of_its_own",
    ),
    "lists of contents": (
        "src/document/compose.c", "        compose_contents(&composer);", "        (void)compose_contents;", CONTENTS, "follows_the_key_points",
    ),
    "pages of lists of contents": (
        "src/layout/contents.c", "heading, strips, count));", "heading, strips, count) + 1);", CONTENTS, "numbers_are_the_pages",
    ),
    "units of braille": (
        "src/export/braille_letters.c", "    braille_numbers_part(letters);\n", "", BRAILLE, "read_as_a_digit",
    ),
    "abbreviations": (
        "src/export/text.c", "    open_abbreviation(text, step);\n", "    (void)open_abbreviation;\n", TEXT, "abbreviations",
    ),
    "directions": ("src/layout/isolates.c", "    isolate_turned(p, &signs);\n", "", ISOLATION, "author"),
    **{
        kind: ("src/layout/paragraph.c", "    isolates_insert(p);\n", "", ISOLATION, which)
        for kind, which in (
            ("isolates", "runs_of_a_fact"), ("isolates, by their words", "words_of_a_fact"),
            ("isolates, to an eye on paper", "on_paper"), ("isolates, to an eye on screens", "on_screens"),
        )
    },
    "isolates of plain strings": (
        "src/content/isolate.c", "if (!text || !is_needed(text, lang))", "if (text || !is_needed(text, lang))",
        ISOLATION, "plain_strings",
    ),
    "isolates of the transcript": (
        "src/export/html_words.c", "isolate_find(text, ", "isolate_find(*text ? \"\" : text, ", ISOLATION, "transcript",
    ),
    "isolates of the player": (
        "src/player/browser/slide.js", "make('bdi', { dir }, element)", "make('span', {}, element)",
        ISOLATION, "player",
    ),
}


def copy_tree(folder):
    for name in ("Makefile", "src", "tests", "content", "fonts"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, folder / name)
    if (ROOT / BUILT).is_dir():  # spares compiling all of it again
        shutil.copytree(ROOT / BUILT, folder / BUILT, symlinks=True)


def build(folder):
    compiler = "ccache gcc" if shutil.which("ccache") else "gcc"
    done = subprocess.run(
        ["make", "build", f"CC={compiler}", "-j2"], cwd=folder, env={**os.environ, "CCACHE_NOHASHDIR": "1"},
        capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def passes(folder, test, which):
    environment = {**os.environ, "HANDOUT": str(folder / BUILT / "handout")}
    command = ["/usr/bin/python3", "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", test, "-k", which]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stdout + done.stderr  # 5: no test of that name
    return done.returncode == 0


def stale(kind, folder=ROOT):
    """Why the row's text cannot be replaced; empty: it can."""
    name, text = ROWS[kind][:2]
    count = (folder / name).read_text().count(text) if (folder / name).exists() else 0
    return "" if count == 1 else f"{name} has {text.strip()!r} {count} times: let the row follow the code"


def try_row(folder, kind):
    """What is wrong with the row; empty: its test notices."""
    if fault := stale(kind, folder):
        return fault
    name, text, replacement, test, which = ROWS[kind]
    path = folder / name
    whole = path.read_text()
    path.write_text(whole.replace(text, replacement))
    build(folder)
    unseen = passes(folder, test, which)
    path.write_text(whole)
    return f"{test} -k '{which}' passes without it" if unseen else ""


def main(kinds):
    wrong = 0
    with tempfile.TemporaryDirectory(prefix="mutation-") as base:
        folder = pathlib.Path(base)
        copy_tree(folder)
        build(folder)
        for kind in kinds or ROWS:
            fault = try_row(folder, kind)
            print(f"{'NOT NOTICED' if fault else 'noticed'}: {kind}{': ' + fault if fault else ''}", flush=True)
            wrong += bool(fault)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
