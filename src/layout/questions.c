/*
 * Lines are decoration, and so is what says whose they are: there is nothing to hear on them.
 */
#include "layout/questions.h"

#include "content/tones.h"
#include "layout/profile_sheet.h"
#include "layout/type.h"

static bool is_due(const struct column *column, const struct block *list)
{
    const struct setter *setter = column->setter;
    return setter->lines > 0 && list->kind == BLOCK_LIST && list->part == PART_QUESTIONS;
}

bool questions_begin(struct column *column, const struct block *list, struct profile *own)
{
    if (!is_due(column, list))
        return false;
    *own = *column->setter->profile;
    own->looks[TEXT_ITEM].bold = own->looks[TEXT_BODY].bold = true;
    column->setter->profile = own;
    return true;
}

static void append_lines(struct column *column, guint lines)
{
    double factor = column->setter->profile->scale->icon, y = questions_look.first * factor;
    struct strip *strip = strip_new(0, (struct pos){0});
    struct color color = tint_color(column->setter->style->accent, TINT_64);
    for (guint i = 0; i < lines; i++, y += questions_look.pitch * factor) {
        struct path *path = path_new();
        path_add_rect(path, (struct rect){0, y, column->width, questions_look.line});
        strip_add_mark(strip, path, color);
        strip->height = y + questions_look.line + questions_look.foot;
    }
    if (column->strips->len > 0)
        ((struct strip *)column->strips->pdata[column->strips->len - 1])->keep = true;
    column->after = 0;
    column_append(column, strip, 0);
    column->after = MAX(column_lines(column, questions_look.after) - questions_look.foot, 0);
}

void questions_add_lines(struct column *column, const struct block *list)
{
    if (is_due(column, list))
        append_lines(column, column->setter->lines);
}

void questions_keep(struct column *column, const struct block *list, guint first)
{
    guint end = column->strips->len;
    double most = questions_look.whole * column->setter->frame_height;
    if (!is_due(column, list) || strips_height(column->strips, first, end) > most)
        return;
    for (guint i = first; i + 1 < end; i++)
        ((struct strip *)column->strips->pdata[i])->keep = true;
}

/* As many lines as there is room for below all that stays with the last question; none: without
 * room for some. */
static guint lines_that_fit(const struct column *column, GPtrArray *heading)
{
    double factor = column->setter->profile->scale->icon;
    guint first = MAX(column->strips->len, 1) - 1;
    while (first > 0 && ((const struct strip *)column->strips->pdata[first - 1])->keep)
        first--;
    double used = strips_height(column->strips, first, column->strips->len) + column->after +
                  strips_height(heading, 0, heading->len) + questions_look.foot;
    double room = column->setter->frame_height - used - questions_look.first * factor;
    double lines = room < 0 ? 0 : 1 + room / (questions_look.pitch * factor);
    return lines < questions_look.least ? 0 : (guint)lines;
}

void questions_add_own(struct column *column, const struct block *list)
{
    struct setter *setter = column->setter;
    if (!is_due(column, list) || setter->own_lines == 0)
        return;
    GPtrArray *heading = type_set_words(
        setter, labels_get(setter->document->labels, LABEL_MY_QUESTIONS), NULL,
        &setter->profile->scale->label, setter->style->ink, column->width, ALIGN_START);
    type_decorate(heading, ARTIFACT_LAYOUT);
    guint fit = lines_that_fit(column, heading);
    if (fit > 0) /* lines alone are no page of questions */
        column_keep(column);
    column_append_lines(column, heading, column->after);
    append_lines(column, fit > 0 ? MIN(fit, setter->own_lines) : setter->own_lines);
}
