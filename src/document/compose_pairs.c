/*
 * What of an article goes with what is told by whoever read both. What the program and the clinic
 * add to them goes together where it is of one kind.
 */
#include "base/align.h"
#include "document/compose.h"

#define WORTH_TOLD 100.0
#define WORTH_KIND 1.0

struct pairing {
    const GPtrArray *own, *beside; /* blocks */
    GHashTable *told;              /* line of one -> line of the other */
    GHashTable *others;            /* set of the lines of the other */
};

static bool are_alike(const struct block *one, const struct block *other)
{
    return one->kind == other->kind && one->part == other->part && one->fact == other->fact &&
           one->text_kind == other->text_kind;
}

/* Blocks of one portion begin on several lines, so those that begin none go by their kind. */
static double worth(const void *user, gsize i, gsize j)
{
    const struct pairing *p = user;
    const struct block *one = p->own->pdata[i], *other = p->beside->pdata[j];
    if (!are_alike(one, other))
        return 0;
    gpointer line = g_hash_table_lookup(p->told, GINT_TO_POINTER(one->pos.line));
    gpointer there = GINT_TO_POINTER(other->pos.line);
    bool of_article = one->part == PART_BODY || one->part == PART_ACTION;
    if (of_article && line)
        return line == there ? WORTH_TOLD : 0;
    return of_article && g_hash_table_contains(p->others, there) ? 0 : WORTH_KIND;
}

GArray *compose_pairs(const struct document *document, const GArray *lines)
{
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) others = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < lines->len; i++) {
        const struct twin_lines *pair = &g_array_index(lines, struct twin_lines, i);
        g_hash_table_insert(told, GINT_TO_POINTER(pair->own), GINT_TO_POINTER(pair->beside));
        g_hash_table_add(others, GINT_TO_POINTER(pair->beside));
    }
    const struct pairing p = {.own = document->blocks,
                              .beside = document->beside->blocks,
                              .told = told,
                              .others = others};
    g_autoptr(GArray) found = align_sequences(p.own->len, p.beside->len, worth, &p);
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(struct block_pair));
    for (guint i = 0; i < found->len; i++) {
        const struct aligned *at = &g_array_index(found, struct aligned, i);
        if (at->one == ALIGNED_NONE || at->other == ALIGNED_NONE)
            continue;
        struct block_pair pair = {p.own->pdata[at->one], p.beside->pdata[at->other]};
        g_array_append_val(pairs, pair);
    }
    return pairs;
}
