/*
 * Pango has an attribute for this, but takes time for it by the square of the text, and forgets
 * some dashes. Awkward: what it has found out about the places of a text is lent for reading only;
 * but lines are made of it anew whenever the width changes, so it is changed there.
 */
#include "layout/whole.h"

#include "base/range.h"

#include <stdbool.h>
#include <string.h>

/* How many of the ranges begin at a byte, and how many end. */
struct edges {
    int begin, end;
};

static struct edges *find_edges(const GArray *ranges, size_t length)
{
    struct edges *edges = g_new0(struct edges, length + 1);
    for (guint i = 0; i < ranges->len; i++) {
        const struct range *range = &g_array_index(ranges, struct range, i);
        edges[range->start].begin++;
        edges[range->end].end++;
    }
    return edges;
}

static void take_ends(const char *text, const GArray *ranges, PangoLogAttr *places)
{
    g_autofree struct edges *edges = find_edges(ranges, strlen(text));
    int open = 0;
    for (const char *c = text; *c; c = g_utf8_next_char(c), places++) {
        const struct edges *here = &edges[c - text];
        open -= here->end;
        if (open > 0)
            places->is_line_break = places->is_char_break = FALSE;
        open += here->begin;
    }
}

/* True when a line ends where none may. */
static bool ends_within(PangoLayout *layout, const PangoLogAttr *places)
{
    const char *from = pango_layout_get_text(layout), *text = from;
    for (GSList *l = pango_layout_get_lines_readonly(layout)->next; l; l = l->next) {
        const char *start = text + ((const PangoLayoutLine *)l->data)->start_index;
        places += g_utf8_pointer_to_offset(from, start);
        from = start;
        if (!places->is_line_break && !places->is_char_break && !places->is_mandatory_break)
            return true;
    }
    return false;
}

/* Makes the lines anew. */
static void renew(PangoLayout *layout)
{
    int width = pango_layout_get_width(layout);
    pango_layout_set_width(layout, width == 0 ? -1 : 0);
    pango_layout_set_width(layout, width);
}

static PangoLogAttr *lent_places(PangoLayout *layout, size_t *count)
{
    int n;
    const PangoLogAttr *lent = pango_layout_get_log_attrs_readonly(layout, &n);
    *count = (size_t)n;
    return (PangoLogAttr *)lent;
}

void whole_keep(PangoLayout *layout, const GArray *ranges)
{
    if (ranges->len == 0)
        return;
    size_t count;
    PangoLogAttr *places = lent_places(layout, &count);
    take_ends(pango_layout_get_text(layout), ranges, places);
    if (ends_within(layout, places))
        renew(layout);
}

void whole_keep_shaped(struct shaped *shaped, const GArray *ranges)
{
    if (ranges->len > 0)
        take_ends(shaped->text, ranges, shaped->places);
}

PangoLogAttr *whole_places(PangoLayout *layout)
{
    size_t count;
    const PangoLogAttr *places = lent_places(layout, &count);
    return g_memdup2(places, count * sizeof *places);
}

void whole_undo(PangoLayout *layout, const PangoLogAttr *places)
{
    size_t count;
    PangoLogAttr *own = lent_places(layout, &count);
    memcpy(own, places, count * sizeof *own);
    renew(layout);
}
