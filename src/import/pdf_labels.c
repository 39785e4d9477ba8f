/*
 * Numbers and bullets of lists that stand in lines of their own, as poppler gives what is set apart
 * by a tab. Awkward: the first column of a table holds numbers, too, and so do lists in columns: a
 * label is near what it numbers, and nothing else is beside both.
 */
#include "import/pdf_parts.h"

#include "base/pattern.h"
#include "content/list_sign.h"

#include <string.h>

/* A label stands no farther from its words. [of its height] */
#define NEAR 2.5

static bool is_label(const struct row *row)
{
    static struct pattern number = PATTERN("^\\d{1,2}[.)]$");
    struct range found;
    size_t bullet = list_sign_length(row->text->str, LIST_SIGN_BULLET);
    return (bullet > 0 && bullet == row->text->len) ||
           pattern_find(&number, row->text->str, 0, &found);
}

/* The only row beside the one at `at`, of those sorted by place; NULL: there is none, or are more.
 */
static struct row *only_beside(const GPtrArray *sorted, guint at)
{
    struct row *row = sorted->pdata[at], *only = NULL;
    for (int step = -1; step <= 1; step += 2)
        for (guint i = at + (guint)step; i < sorted->len && pdf_is_beside(row, sorted->pdata[i]);
             i += (guint)step) {
            if (only)
                return NULL;
            only = sorted->pdata[i];
        }
    return only;
}

/* Puts the label before the words of the item, whose place is that of both then. */
static void join(const struct row *label, struct row *item)
{
    g_string_prepend_c(item->text, ' ');
    g_string_prepend(item->text, label->text->str);
    for (guint i = 1; i < item->cells->len; i++)
        g_array_index(item->cells, struct row_cell, i).start += label->text->len + 1;
    g_array_index(item->cells, struct row_cell, 0).box.left = label->box.left;
    item->box.left = label->box.left;
}

/* Drops what is spent; the others keep their order. */
static void drop_spent(GArray *rows)
{
    guint kept = 0;
    for (guint i = 0; i < rows->len; i++) {
        struct row *row = &g_array_index(rows, struct row, i);
        if (row->is_spent)
            continue;
        struct row *free_place = &g_array_index(rows, struct row, kept++), moved = *row;
        *row = *free_place;
        *free_place = moved;
    }
    g_array_set_size(rows, kept);
}

void pdf_join_labels(GArray *rows)
{
    g_autoptr(GPtrArray) sorted = pdf_sort_by_place(rows);
    for (guint i = 0; i < sorted->len; i++) {
        struct row *label = sorted->pdata[i];
        struct row *item = is_label(label) ? only_beside(sorted, i) : NULL;
        double gap = item ? item->box.left - label->box.right : -1;
        if (gap < 0 || gap > NEAR * pdf_height_of(label->box))
            continue;
        join(label, item);
        label->is_spent = true;
    }
    drop_spent(rows);
}
