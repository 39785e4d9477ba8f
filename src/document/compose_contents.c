/*
 * The list of sections, for handouts of many pages: an entry for each heading, which leads there.
 * On what page that is, layout knows. Headings of level 2, and of level 3 where there are few.
 * Awkward: the list stands before the headings that it names, so it is composed last and then
 * moved to its place, before the first of them.
 */
#include "document/compose.h"
#include "document/compose_tools.h"

#include "base/lang.h"
#include "base/words.h"

#include <string.h>

/* So many headings of level 2 say enough about the whole. */
#define ENOUGH 4

/* With fewer entries a list says nothing. */
#define FEWEST 2

/* Headings that may be named. */
struct headings {
    GPtrArray *blocks; /* of const struct block * */
    guint place;       /* index of the first one, or of what holds it, in the document's blocks */
    unsigned upper;    /* of level 2 */
};

/* True when something of the words is seen. */
static bool is_seen(const char *words)
{
    while (*words && !g_unichar_isgraph(g_utf8_get_char(words)))
        words = g_utf8_next_char(words);
    return *words;
}

static bool may_be_named(const struct block *block)
{
    bool heads = block->kind == BLOCK_TEXT &&
                 (block->text_kind == TEXT_HEADING_2 || block->text_kind == TEXT_HEADING_3);
    g_autofree char *words = block_words(block);
    return heads && is_seen(words);
}

static void gather(struct headings *headings, const struct block *block)
{
    if (may_be_named(block)) {
        headings->upper += block->text_kind == TEXT_HEADING_2;
        g_ptr_array_add(headings->blocks, (gpointer)block);
    }
    for (guint i = 0; block->kind == BLOCK_GROUP && i < block->children->len; i++)
        gather(headings, block->children->pdata[i]);
}

/* Those of all that comes behind the key points, but not of the slip, which is cut off, nor of what
 * handouts do not hold. */
static void find_headings(const struct document *document, struct headings *headings)
{
    const unsigned passed =
        PART_SET(PART_TITLE) | PART_SET(PART_LEAD) | PART_SET(PART_SLIP) | ~PART_ALL;
    for (guint i = 0; i < document->blocks->len; i++) {
        const struct block *block = document->blocks->pdata[i];
        if (headings->blocks->len == 0)
            headings->place = i;
        if (!(passed & PART_SET(block->part)))
            gather(headings, block);
    }
}

/* What the words of the heading's `span` are content of: the link, or a stretch of it in their own
 * language. */
static struct element *stretch_of(struct element *link, const struct span *span,
                                  const struct element *heading)
{
    const char *lang = element_lang(span->element), *around = element_lang(heading);
    if (!lang || (around && lang_same(lang, around)))
        return link;
    struct element *stretch = element_new(link, ROLE_SPAN, span->pos);
    stretch->lang = g_strdup(lang);
    return stretch;
}

/* The words of the heading, without the numbers of its notes. */
static void add_words(struct block *entry, struct element *link, const struct block *heading)
{
    for (guint i = 0; i < heading->spans->len; i++) {
        const struct span *span = heading->spans->pdata[i];
        if (element_note(span->element))
            continue;
        struct span *copy = span_slice(span, 0, strlen(span->text));
        copy->element = stretch_of(link, span, heading->element);
        g_ptr_array_add(entry->spans, copy);
    }
}

static void add_entry(struct composer *composer, const struct block *heading, struct element *list,
                      GPtrArray *blocks)
{
    struct element *item = element_new(list, ROLE_TOCI, heading->pos);
    const char *lang = element_lang(heading->element);
    if (lang && !lang_same(lang, composer->document->lang))
        item->lang = g_strdup(lang);
    struct element *link =
        element_new(element_new(item, ROLE_REFERENCE, heading->pos), ROLE_LINK, heading->pos);
    link->as.link.target = heading->element;
    struct block *entry = block_new(BLOCK_ENTRY, item, heading->pos);
    entry->text_kind = TEXT_ENTRY;
    add_words(entry, link, heading);
    link->alt = words_drop_soft_hyphens(block_words(entry));
    entry->as.entry.heading = heading->element;
    entry->as.entry.page =
        compose_labelled(composer, element_new(item, ROLE_REFERENCE, heading->pos), LABEL_ON_PAGE);
    entry->as.entry.lower = heading->text_kind != TEXT_HEADING_2;
    g_ptr_array_add(blocks, entry);
}

/* Entries below others have a list of their own, in that of the others. */
static void add_entries(struct composer *composer, const struct headings *headings,
                        struct element *list, GPtrArray *blocks)
{
    struct element *lower = NULL;
    for (guint i = 0; i < headings->blocks->len; i++) {
        const struct block *heading = headings->blocks->pdata[i];
        if (heading->text_kind == TEXT_HEADING_2) {
            lower = NULL;
            add_entry(composer, heading, list, blocks);
        } else if (headings->upper < ENOUGH) {
            lower = lower ? lower : element_new(list, ROLE_TOC, heading->pos);
            add_entry(composer, heading, lower, blocks);
        }
    }
}

/* Moves the root's last child before the one that holds `heading`. */
static void move_before(struct element *root, const struct element *heading)
{
    GPtrArray *children = root->children;
    guint at;
    while (heading->parent != root)
        heading = heading->parent;
    if (!g_ptr_array_find(children, heading, &at))
        g_assert_not_reached();
    g_ptr_array_insert(children, (gint)at, children->pdata[children->len - 1]);
    g_ptr_array_steal_index(children, children->len - 1);
}

/* Puts all of `added` before what stands at `place`: one by one, each would move all behind it. */
static void insert(GPtrArray *blocks, guint place, const GPtrArray *added)
{
    guint behind = blocks->len - place;
    g_ptr_array_set_size(blocks, (gint)(blocks->len + added->len));
    gpointer *at = blocks->pdata + place;
    memmove(at + added->len, at, behind * sizeof *at);
    memcpy(at, added->pdata, added->len * sizeof *at);
}

void compose_contents(struct composer *composer)
{
    struct document *document = composer->document;
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    g_autoptr(GPtrArray) blocks = g_ptr_array_new();
    struct headings headings = {.blocks = found};
    find_headings(document, &headings);
    unsigned named = headings.upper < ENOUGH ? found->len : headings.upper;
    if (named < FEWEST)
        return;
    struct pos nowhere = {0};
    struct element *section = compose_section(composer, blocks, LABEL_CONTENTS, nowhere);
    add_entries(composer, &headings, element_new(section, ROLE_TOC, nowhere), blocks);
    move_before(document->root, ((const struct block *)found->pdata[0])->element);
    for (guint i = 0; i < blocks->len; i++)
        ((struct block *)blocks->pdata[i])->part = PART_CONTENTS;
    insert(document->blocks, headings.place, blocks);
}
