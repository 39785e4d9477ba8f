/*
 * A row with the number, as large as it gets beside its label, and the crisis strip below it.
 */
#include "layout/help_band.h"

#include "base/clip.h"
#include "content/tones.h"
#include "document/contact.h"
#include "layout/crisis_strip.h"
#include "layout/type.h"

/* As large as leaves the label its room on the line. */
static GPtrArray *set_number(struct setter *setter, const char *number, double width)
{
    const struct scale *scale = setter->profile->scale;
    struct span span = {.text = (char *)number};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    struct type type = type_fit(setter, spans, scale->telephone, width, scale->least_telephone,
                                contact_look.telephone_step);
    return type_set(setter, spans, &type, setter->style->ink, width, ALIGN_END);
}

/* Middle of the first line's capitals, from the top of the lines. [pt] */
static double middle_of(const GPtrArray *lines)
{
    const struct strip *strip = lines->pdata[0];
    const struct line *line = &g_array_index(strip->lines, struct line, 0);
    const struct item *item = &g_array_index(strip->items, struct item, line->first);
    return line->baseline - item->as.run.face->cap_height * line->size / 2;
}

/* The ground with label and number; NULL: there is no number. */
static struct strip *set_row(struct setter *setter, double width, bool alone)
{
    const char *number = contact_telephone(setter->document);
    const struct labels *labels = setter->document->labels;
    double side = setter->profile->outdent, pad = contact_look.pad, room = width - 2 * side;
    if (!number)
        return NULL;
    GPtrArray *label =
        type_set_words(setter, labels_get(labels, LABEL_CALL_US), NULL,
                       &setter->profile->scale->label, setter->style->accent, room, ALIGN_START);
    double left = room - type_widest(label) - masthead_look.name_gap;
    GPtrArray *large = set_number(setter, number, left);
    double height = type_height(large), foot = alone ? masthead_look.radius : 0;
    struct strip *strip = strip_new(height + 2 * pad, (struct pos){0});
    struct patch ground = {
        {0, 0, width, strip->height}, masthead_look.radius, masthead_look.radius, foot, foot};
    strip_add_mark(strip, patch_path(&ground), tint_color(setter->style->accent, TINT_8));
    double down = middle_of(large) - middle_of(label);
    bool rtl = setter->document->rtl;
    type_stack(strip, label, side, pad + down);
    type_stack(strip, large, rtl ? side : side + room - left, pad);
    return strip;
}

struct strip *help_band_set(struct setter *setter, double width)
{
    bool calls = contact_telephone(setter->document) != NULL;
    struct strip *crisis = crisis_strip_set(setter, width, !calls);
    struct strip *row = set_row(setter, width, !crisis);
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    if (row)
        g_ptr_array_add(parts, row);
    if (crisis)
        g_ptr_array_add(parts, crisis);
    if (parts->len == 0)
        return NULL;
    type_decorate(parts, ARTIFACT_LAYOUT);
    return strips_join(parts);
}
