/*
 * A section of facts holds a block each, whose first words name it.
 */
#include "layout/screen_fact.h"

#include "layout/profile_screens.h"
#include "layout/screen_topic.h"

const struct block *screen_fact_find(const struct section *section, enum fact_kind kind)
{
    for (guint i = 0; i < section->blocks->len; i++)
        if (((const struct block *)section->blocks->pdata[i])->fact == kind)
            return section->blocks->pdata[i];
    return NULL;
}

static size_t find_kind(enum fact_kind kind, const enum fact_kind *kinds, size_t n)
{
    size_t i = 0;
    while (i < n && kinds[i] != kind)
        i++;
    return i;
}

bool screen_facts_are(const struct section *section, const enum fact_kind *kinds, size_t n)
{
    unsigned found = 0;
    for (guint i = 0; i < section->blocks->len; i++) {
        const struct block *block = section->blocks->pdata[i];
        size_t kind = find_kind(block->fact, kinds, n);
        if (block->kind != BLOCK_TEXT || kind == n || found & 1U << kind)
            return false;
        found |= 1U << kind;
    }
    return section->headings->len > 0 && found;
}

GPtrArray *screen_fact_value(const struct block *fact)
{
    GPtrArray *value = g_ptr_array_new();
    for (guint i = fact->spans->len > 1 ? 1 : 0; i < fact->spans->len; i++)
        g_ptr_array_add(value, fact->spans->pdata[i]);
    return value;
}

GPtrArray *screen_fact_topic(struct show *show, const struct section *section)
{
    g_autoptr(GPtrArray) blocks = screen_topic_blocks(show->setter.document, section);
    return screen_topic_set(show, blocks, 1);
}

bool screen_facts_are_narrow(const struct show *show)
{
    return show_letters(show) < screen_contact_look.letters;
}

struct rect screen_facts_widen(struct show *show, guint (*lines)(struct show *, gconstpointer),
                               gconstpointer facts)
{
    struct rect before = show->area;
    if (!screen_facts_are_narrow(show))
        return before;
    guint some = lines(show, facts);
    show->area = show_near_area(show);
    if (lines(show, facts) >= some)
        show->area = before;
    return before;
}
