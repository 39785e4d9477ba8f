/*
 * Awkward: Pango (1.50) forgets these two dashes where an attribute forbids breaks. What it has
 * found out about the places of a text is lent for reading only; but lines are made of it anew
 * whenever the width changes, so it is mended there.
 */
#include "layout/dashes.h"

#include <stdbool.h>
#include <string.h>

static bool is_dash(gunichar c)
{
    return c == 0x2012 || c == 0x2013;
}

/* Mends the places in the bytes [start, end) of the text; true when there was one. */
static bool keep(const char *text, size_t start, size_t end, PangoLogAttr *places)
{
    bool kept = false;
    for (const char *c = text + start, *next; *c && c < text + end; c = next) {
        next = g_utf8_next_char(c);
        if (!is_dash(g_utf8_get_char(c)) || next >= text + end)
            continue;
        PangoLogAttr *place = &places[g_utf8_pointer_to_offset(text, next)];
        kept = kept || place->is_line_break;
        place->is_line_break = FALSE;
    }
    return kept;
}

static bool has_dash(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (is_dash(g_utf8_get_char(text)))
            return true;
    return false;
}

/* Makes the lines anew. */
static void renew(PangoLayout *layout)
{
    int width = pango_layout_get_width(layout);
    pango_layout_set_width(layout, width == 0 ? -1 : 0);
    pango_layout_set_width(layout, width);
}

void dashes_keep(PangoLayout *layout)
{
    const char *text = pango_layout_get_text(layout);
    if (!has_dash(text))
        return;
    int count;
    const PangoLogAttr *lent = pango_layout_get_log_attrs_readonly(layout, &count);
    bool kept = false;
    GSList *all = pango_attr_list_get_attributes(pango_layout_get_attributes(layout));
    for (GSList *l = all; l; l = l->next) {
        const PangoAttribute *attribute = l->data;
        if (attribute->klass->type == PANGO_ATTR_ALLOW_BREAKS &&
            !((const PangoAttrInt *)attribute)->value)
            kept |= keep(text, attribute->start_index, attribute->end_index, (PangoLogAttr *)lent);
    }
    g_slist_free_full(all, (GDestroyNotify)pango_attribute_destroy);
    if (kept)
        renew(layout);
}
