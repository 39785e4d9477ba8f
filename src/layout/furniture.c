/*
 * Page furniture. It is set like body text of another size, so a desk is put to that size first and
 * sets nothing else after.
 */
#include "layout/furniture.h"

#include "layout/strip.h"
#include "layout/text.h"

#include <stdio.h>

static double size(const struct setter *setter)
{
    return profile_size(setter->profile->furniture, fonts_primary(setter->fonts, false));
}

double furniture_space(const struct setter *setter)
{
    const struct trim *trim = setter_trim(setter);
    return trim->furniture.edge +
           size(setter) * setter->profile->leading * (1 + trim->furniture.gap);
}

void furniture_begin(struct setter *setter)
{
    setter_use_size(setter, setter->profile->furniture);
}

/* One line of words as decoration, with its first line's strip; NULL when it needs more than one.
 */
static struct strip *set_line(struct setter *setter, const char *words, bool strong, double width,
                              enum artifact artifact)
{
    struct span span = {.text = (char *)words, .strong = strong};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    g_autoptr(GPtrArray) strips = text_set(setter, spans, TEXT_BODY, width, ALIGN_START);
    if (strips->len != 1)
        return NULL;
    g_ptr_array_set_free_func(strips, NULL);
    struct strip *strip = strips->pdata[0];
    for (guint i = 0; i < strip->items->len; i++)
        g_array_index(strip->items, struct item, i).artifact = artifact;
    return strip;
}

/* Aligns the line to the left or right edge of the text column and adds it to the page. */
static void place_line(struct page *page, struct strip *strip, struct rect frame, bool at_right,
                       double y, unsigned *order)
{
    double start = G_MAXDOUBLE, end = text_line_end(strip);
    for (guint i = 0; i < strip->items->len; i++)
        start = MIN(start, g_array_index(strip->items, struct item, i).box.x);
    double x = at_right ? frame.x + frame.width - end : frame.x - start;
    g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(one, strip);
    strips_place(one, 0, 1, page, (struct point){x, y}, order);
}

void furniture_add_title(struct setter *setter, struct page *page, struct rect frame,
                         unsigned *order)
{
    const struct document *document = setter->document;
    struct strip *line = set_line(setter, document->title, false, frame.width, ARTIFACT_HEADER);
    if (!line)
        line = set_line(setter, document->clinic_name, false, frame.width, ARTIFACT_HEADER);
    if (!line)
        return;
    const struct trim *trim = setter_trim(setter);
    double top = trim->furniture.edge;
    struct rect rule = {frame.x, top + line->height, frame.width, trim->rules.hair};
    place_line(page, line, frame, document->rtl, top, order);
    struct path *path = path_new();
    path_add_rect(path, rule);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_HEADER,
                                 .order = (*order)++,
                                 .box = rule,
                                 .as.fill = {.path = path, .color = setter->style->accent}});
}

void furniture_add_number(struct setter *setter, struct page *page, struct rect frame,
                          unsigned number, unsigned pages, bool at_right, unsigned *order)
{
    char of[16], at[16];
    snprintf(at, sizeof at, "%u", number);
    snprintf(of, sizeof of, "%u", pages);
    g_autofree char *words =
        labels_format(setter->document->labels, LABEL_PAGE_OF, "page", at, "pages", of, NULL);
    struct strip *line = set_line(setter, words, true, frame.width, ARTIFACT_FOOTER);
    double foot = page->height - setter_trim(setter)->furniture.edge;
    if (line)
        place_line(page, line, frame, at_right, foot - line->height, order);
}
