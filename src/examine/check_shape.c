/*
 * Shape: title, headings, sections, links, pictures, lists, tables. Awkward: sections are what
 * stands between two headings of any level, and a rule parts them too, because to a reader both are
 * a place to rest.
 */
#include "examine/check_parts.h"

#include <string.h>

#define TITLE_CHARACTERS    65
#define SECTION_WORDS       200
#define SECTIONS            6
#define ALT_CHARACTERS      150
#define LIST_ITEMS          7
#define TABLE_COLUMNS       3
#define TABLE_ROWS          8
#define TABLE_HEADING_WORDS 4
#define CUE_WORDS           300
#define BOLD_SHARE          10 /* [%] */

/* `words` may be NULL. */
static bool is_one_of(const char *text, const char *const *words)
{
    for (; words && *words; words++)
        if (g_ascii_strcasecmp(text, *words) == 0)
            return true;
    return false;
}

void check_title(const struct checking *c)
{
    const struct fact *title = &c->article->title;
    glong length = title->value ? g_utf8_strlen(title->value, -1) : 0;
    if (length > TITLE_CHARACTERS)
        check_report(c, RULE_TITLE_LENGTH, title->pos,
                     "the title has %ld characters, the limit is %d", length, TITLE_CHARACTERS);
}

void check_headings(const struct checking *c)
{
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        if (passage->kind == PASSAGE_HEADING &&
            is_one_of(passage->text, c->language->vague_headings))
            check_report(c, RULE_HEADING_VAGUE, passage_pos(passage, 0),
                         "the heading '%s' says nothing about its section", passage->text);
    }
}

static void report_section(const struct checking *c, struct pos pos, unsigned words)
{
    if (words > SECTION_WORDS)
        check_report(c, RULE_SECTION_LENGTH, pos, "%u words without a heading, the limit is %d",
                     words, SECTION_WORDS);
}

void check_sections(const struct checking *c)
{
    unsigned words = 0, sections = 0;
    struct pos start = check_article_pos(c);
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        if (passage->kind == PASSAGE_HEADING) {
            report_section(c, start, words);
            start = passage_pos(passage, 0);
            words = 0;
            sections += passage->node->as.heading.tagged_level == 2;
        } else if (passage_is_running(passage)) {
            words += passage->words;
        }
    }
    report_section(c, start, words);
    if (sections > SECTIONS)
        check_report(c, RULE_SECTION_COUNT, check_article_pos(c), "%u sections, the limit is %d",
                     sections, SECTIONS);
}

void check_links(const struct checking *c)
{
    for (struct node *n = c->article->root; n; n = node_next(n, c->article->root)) {
        g_autofree char *words = n->kind == NODE_LINK ? node_words(n) : NULL;
        if (words && is_one_of(words, c->language->vague_links))
            check_report(c, RULE_LINK_VAGUE, n->pos, "the link's words are only '%s'", words);
    }
}

static const char *alt_fault(const struct language_checks *language, const char *alt)
{
    static const char *const suffixes[] = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"};
    for (size_t i = 0; i < G_N_ELEMENTS(suffixes); i++)
        if (g_str_has_suffix(alt, suffixes[i]))
            return "is the name of a file";
    for (const char *const *opening = language->alt_openings; opening && *opening; opening++)
        if (g_ascii_strncasecmp(alt, *opening, strlen(*opening)) == 0)
            return "opens with what a screen reader says anyway";
    return is_one_of(alt, language->alt_empty) ? "does not say what it shows" : NULL;
}

void check_alt(const struct checking *c)
{
    for (struct node *n = c->article->root; n; n = node_next(n, c->article->root)) {
        if (n->kind != NODE_IMAGE || !*n->text)
            continue;
        const char *fault = alt_fault(c->language, n->text);
        glong length = g_utf8_strlen(n->text, -1);
        if (fault)
            check_report(c, RULE_ALT_QUALITY, n->pos, "'%s' %s", n->text, fault);
        else if (length > ALT_CHARACTERS)
            check_report(c, RULE_ALT_QUALITY, n->pos,
                         "the words for the picture have %ld characters, the limit is %d", length,
                         ALT_CHARACTERS);
    }
}

/* A word of four and more letters, all of them capitals. */
static bool is_shouted(const struct word *word)
{
    if (word->letters < 4)
        return false;
    for (const char *p = word->start; p < word->start + word->length; p = g_utf8_next_char(p))
        if (g_unichar_islower(g_utf8_get_char(p)) || g_unichar_isdigit(g_utf8_get_char(p)))
            return false;
    return g_unichar_isupper(g_utf8_get_char(word->start));
}

static void check_passage_capitals(const struct checking *c, const struct passage *passage)
{
    struct word_walk walk = passage_words(passage);
    struct word word;
    const char *first = NULL;
    bool heading = passage->kind == PASSAGE_HEADING || passage->kind == PASSAGE_TITLE;
    unsigned run = 0, needed = heading && passage->words == 1 ? 1 : 2;
    while (word_next(&walk, &word)) {
        run = is_shouted(&word) ? run + 1 : 0;
        first = run == 1 ? word.start : first;
        if (run != needed)
            continue;
        check_report(c, RULE_CAPITALS, passage_pos(passage, (gsize)(first - passage->text)),
                     "'%.*s' is in capitals", (int)(walk.at - first), first);
        return;
    }
}

void check_capitals(const struct checking *c)
{
    for (guint i = 0; i < c->prose->passages->len; i++)
        check_passage_capitals(c, prose_passage(c->prose, i));
}

static unsigned count_children(const struct node *node)
{
    unsigned n = 0;
    for (const struct node *child = node->first; child; child = child->next)
        n++;
    return n;
}

static unsigned lists_around(const struct node *node)
{
    unsigned n = 0;
    for (node = node->parent; node; node = node->parent)
        n += node->kind == NODE_LIST;
    return n;
}

void check_lists(const struct checking *c)
{
    unsigned lists = 0;
    for (struct node *n = c->article->root; n; n = node_next(n, c->article->root)) {
        if (n->kind != NODE_LIST)
            continue;
        lists++;
        unsigned items = count_children(n), around = lists_around(n);
        if (items > LIST_ITEMS)
            check_report(c, RULE_LIST_SHAPE, n->pos, "a list of %u items, the limit is %d", items,
                         LIST_ITEMS);
        if (around > 1)
            check_report(c, RULE_LIST_SHAPE, n->pos, "a list inside %u lists, the limit is 1",
                         around);
    }
    if (lists == 0 && c->prose->words > CUE_WORDS)
        check_report(c, RULE_VISUAL_CUES, check_article_pos(c),
                     "%u words and 0 lists, at least 1 is looked for past %d words",
                     c->prose->words, CUE_WORDS);
}

/* Of rows the first that is too many has the place. */
static void check_table(const struct checking *c, const struct node *table)
{
    unsigned rows = count_children(table) - 1;
    const struct node *over = table->first;
    for (unsigned i = 0; over && i <= TABLE_ROWS; i++)
        over = over->next;
    if (table->as.table.columns > TABLE_COLUMNS)
        check_report(c, RULE_TABLE_SHAPE, table->pos, "a table of %d columns, the limit is %d",
                     table->as.table.columns, TABLE_COLUMNS);
    if (over)
        check_report(c, RULE_TABLE_SHAPE, over->pos, "a table of %u rows, the limit is %d", rows,
                     TABLE_ROWS);
}

void check_tables(const struct checking *c)
{
    for (struct node *n = c->article->root; n; n = node_next(n, c->article->root))
        if (n->kind == NODE_TABLE)
            check_table(c, n);
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *cell = prose_passage(c->prose, i);
        bool heading =
            cell->kind == PASSAGE_CELL && cell->node->parent->parent->first == cell->node->parent;
        if (heading && cell->words > TABLE_HEADING_WORDS)
            check_report(c, RULE_TABLE_SHAPE, passage_pos(cell, 0),
                         "a table heading of %u words, the limit is %d", cell->words,
                         TABLE_HEADING_WORDS);
    }
}

static bool is_bold(const struct node *node)
{
    for (node = node->parent; node; node = node->parent)
        if (node->kind == NODE_STRONG || node->kind == NODE_EMPHASIS)
            return true;
    return false;
}

void check_bold(const struct checking *c)
{
    glong bold = 0, all = 0;
    for (struct node *n = c->article->root; n; n = node_next(n, c->article->root)) {
        if (n->kind != NODE_TEXT)
            continue;
        glong length = g_utf8_strlen(n->text, -1);
        all += length;
        bold += is_bold(n) ? length : 0;
    }
    if (c->prose->words >= READING_WORDS_MIN && bold * 100 > all * BOLD_SHARE)
        check_report(c, RULE_BOLD_RATE, check_article_pos(c),
                     "%ld %% of the text is bold, the limit is %d %%", bold * 100 / all,
                     BOLD_SHARE);
}
