/*
 * A part of the contact block is set as a group of some of its facts, which borrows them.
 */
#include "layout/contact.h"

#include "layout/flow.h"

static const struct block *contact_group(const struct setter *setter)
{
    g_autoptr(GPtrArray) blocks = document_blocks(setter->document, PART_SET(PART_CONTACT));
    return blocks->pdata[0];
}

static GPtrArray *set_facts(struct setter *setter, GPtrArray *facts, double width)
{
    struct block group = *contact_group(setter);
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    if (facts->len == 0)
        return g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    group.children = facts;
    g_ptr_array_add(one, &group);
    return flow_blocks(setter, one, width);
}

/* The facts of the block, in order; owned by the caller, its entries lent. */
static GPtrArray *list_facts(const struct setter *setter, bool services)
{
    const GPtrArray *all = contact_group(setter)->children;
    GPtrArray *facts = g_ptr_array_new();
    for (guint i = 0; i < all->len; i++) {
        struct block *block = all->pdata[i];
        if (services || block->fact != FACT_SERVICES)
            g_ptr_array_add(facts, block);
    }
    return facts;
}

void contact_report_parted(const struct setter *setter, const char *place)
{
    diag_report(setter->diag, RULE_CONTACT_SPLIT,
                (struct pos){.file = contact_group(setter)->pos.file},
                "%s: the contact block is longer than %s, so it is parted between its facts",
                setter->product, place);
}

void contact_report_services(const struct setter *setter)
{
    diag_report(setter->diag, RULE_SERVICES_LEFT_OUT, setter->document->root->pos,
                "%s: the services are left out for want of room; the formats 'html' and 'text' "
                "have them",
                setter->product);
}

static GPtrArray *set_range(struct setter *setter, const GPtrArray *facts, guint from, guint to,
                            double width)
{
    g_autoptr(GPtrArray) range = g_ptr_array_new();
    for (guint i = from; i < to; i++)
        g_ptr_array_add(range, facts->pdata[i]);
    return set_facts(setter, range, width);
}

static double range_height(struct setter *setter, const GPtrArray *facts, guint from, guint to,
                           double width)
{
    g_autoptr(GPtrArray) strips = set_range(setter, facts, from, to, width);
    return strips_height(strips, 0, strips->len);
}

/* Where the higher half is lowest. */
static guint find_middle(struct setter *setter, const GPtrArray *facts, double width)
{
    guint middle = facts->len;
    double least = G_MAXDOUBLE;
    for (guint i = 2; i < facts->len; i++) {
        if (block_goes_on(facts->pdata[i - 1], facts->pdata[i]))
            continue;
        double higher = MAX(range_height(setter, facts, 0, i, width),
                            range_height(setter, facts, i, facts->len, width));
        middle = higher < least ? i : middle;
        least = MIN(higher, least);
    }
    return middle;
}

struct contact_halves contact_set_halves(struct setter *setter, double width, bool services)
{
    g_autoptr(GPtrArray) facts = list_facts(setter, services);
    guint middle = find_middle(setter, facts, width);
    return (struct contact_halves){set_range(setter, facts, 0, middle, width),
                                   set_range(setter, facts, middle, facts->len, width)};
}
