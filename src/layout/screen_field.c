/*
 * A label and what it says share a line where both fit one; a short value has the end of its
 * label's last line, and what is longer begins where lines do.
 */
#include "layout/screen_field.h"

#include "base/signs.h"
#include "layout/cell.h"
#include "layout/field.h"
#include "layout/profile_screens.h"
#include "layout/screen_type.h"
#include "layout/text.h"
#include "layout/type.h"

#include <string.h>

static void embolden(GPtrArray *spans)
{
    for (guint i = 0; i < spans->len; i++) {
        struct span *span = spans->pdata[i];
        span->strong = span->strong || !span->small;
    }
}

/* What stands in brackets has no line of its own. */
static void join_lines(GPtrArray *spans)
{
    for (guint i = 0; i < spans->len; i++) {
        char *words = ((struct span *)spans->pdata[i])->text;
        if (g_str_has_suffix(words, LINE_SEPARATOR_TEXT))
            words[strlen(words) - strlen(LINE_SEPARATOR_TEXT)] = '\0';
    }
}

/* Of what stands first; what is in brackets has a line of its own. */
static guint count_letters(const GPtrArray *spans)
{
    guint letters = 0;
    for (guint i = 0; i < spans->len; i++) {
        const struct span *span = spans->pdata[i];
        letters += span->small ? 0 : (guint)g_utf8_strlen(span->text, -1);
    }
    return letters;
}

double screen_field_room(const struct show *show, const GPtrArray *label, double width)
{
    const struct strip *last = label->pdata[label->len - 1];
    bool rtl = show->setter.document->rtl;
    double used = rtl ? width - text_line_start(last) : text_line_end(last);
    return width - used - screen_card_look.label_gap * show->em * show->size;
}

/* Puts the value behind or below its label; both are used up. */
static struct strip *join(const struct show *show, const struct block *field, GPtrArray *label,
                          GPtrArray *value, bool behind)
{
    double lead = show_lead(show) * show->size;
    double above = label->len > 0 ? (label->len - behind) * lead : 0;
    struct strip *strip = strip_new(0, field->pos);
    double height = type_stack(strip, label, 0, 0);
    strip->height = MAX(height, above + type_height(value));
    type_stack(strip, value, 0, above);
    return strip;
}

/* Nothing, where there are no words. */
static GPtrArray *set_some(struct show *show, const GPtrArray *spans, bool bold, double width,
                           enum alignment alignment)
{
    struct color color = bold ? show->tones.top : show->tones.ink;
    const struct screen_type type = {show->size, width, bold, color, alignment};
    if (spans->len == 0)
        return g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    return screen_type_set(show, spans, &type);
}

static bool has_room_beside(const struct show *show, const GPtrArray *label, const GPtrArray *value,
                            double width)
{
    const struct strip *first = value->pdata[0];
    double needed = text_line_end(first) - text_line_start(first);
    return needed <= screen_field_room(show, label, width);
}

static double line_width(struct show *show, const GPtrArray *spans)
{
    return screen_type_widths(show, spans, false, show->size).line;
}

/* What the value says as it stands where lines end. */
static GPtrArray *bold_value(struct show *show, const GPtrArray *value, const GPtrArray *label,
                             double width, bool tight)
{
    GPtrArray *spans = cell_spans(&show->setter, value);
    embolden(spans);
    if (!tight || label->len != 1)
        return spans;
    GPtrArray *joined = cell_spans(&show->setter, value);
    embolden(joined);
    join_lines(joined);
    bool fits = line_width(show, joined) <= screen_field_room(show, label, width);
    g_ptr_array_unref(fits ? spans : joined);
    return fits ? joined : spans;
}

struct strip *screen_field_set(struct show *show, const struct block *field, double width,
                               bool tight)
{
    struct field_parts parts = field_parts_of(&show->setter, field);
    GPtrArray *label = set_some(show, parts.label, true, width, ALIGN_START);
    screen_type_end(label, parts.separator);
    g_autoptr(GPtrArray) bold = bold_value(show, parts.value, label, width, tight);
    bool whole = field->kind != BLOCK_TEXT || !field->as.text.parted;
    bool is_short = whole && count_letters(bold) < screen_card_look.short_value;
    bool at_end = whole && label->len > 0 && bold->len > 0 && line_width(show, bold) <= width;
    GPtrArray *value = set_some(show, bold, false, width, ALIGN_END);
    bool behind =
        at_end && (label->len == 1 || is_short) && has_room_beside(show, label, value, width);
    if (!behind && !(at_end && is_short)) {
        g_ptr_array_unref(value);
        value = set_some(show, parts.value, false, width, ALIGN_START);
    }
    field_parts_clear(&parts);
    return join(show, field, label, value, behind);
}
