/*
 * Places to write in: lines and boxes. The line or box is drawn, so that it is on paper whatever a
 * viewer does with form fields; the field, where there is one, is a clear area over it.
 */
#include "layout/form.h"

#include "layout/text.h"

static void add_field(struct column *column, struct strip *strip, const struct block *block,
                      enum field_kind kind, struct rect area)
{
    const struct setter *setter = column->setter;
    if (!block->as.field)
        return;
    strip_add(strip, (struct item){.kind = ITEM_FIELD,
                                   .element = block->as.field,
                                   .box = area,
                                   .as.field = {.kind = kind, .rtl = setter->document->rtl}});
}

/* The line at the foot of `area`; letters of the body sit on it. */
static void add_line(struct column *column, struct strip *strip, const struct block *block,
                     struct rect area)
{
    double y = area.y + area.height, thickness = setter_trim(column->setter)->rules.hair;
    struct path *path = path_new();
    path_add_rect(path, (struct rect){area.x, y, area.width, thickness});
    strip_add_mark(strip, path, column->setter->style->ink);
    /* Viewers put typed words in the middle of a field: handwriting wants more room than they do.
     */
    double height = MIN(column->setter->leading, area.height);
    add_field(column, strip, block, FIELD_TEXT,
              (struct rect){area.x, y - height, area.width, height});
}

/* Moves the words of a strip down so that they sit at the foot of a space to write in. */
static void make_room(struct strip *strip, double least)
{
    double height = MAX(least, strip->height);
    strip_shift(strip, 0, height - strip->height);
    strip->height = height;
}

static void line_beside(struct column *column, const struct block *block, struct strip *strip)
{
    bool rtl = column->setter->document->rtl;
    const struct trim *trim = setter_trim(column->setter);
    double gap = trim->writing.gap * column->setter->body;
    double foot = column_lines(column, trim->writing.foot);
    double used = rtl ? column->width - text_line_start(strip) : text_line_end(strip);
    make_room(strip, trim->writing.height);
    add_line(
        column, strip, block,
        (struct rect){rtl ? 0 : used + gap, 0, column->width - used - gap, strip->height - foot});
}

static struct strip *line_below(struct column *column, const struct block *block)
{
    const struct trim *trim = setter_trim(column->setter);
    struct strip *strip = strip_new(trim->writing.height, block->pos);
    double foot = column_lines(column, trim->writing.foot_below);
    add_line(column, strip, block, (struct rect){0, 0, column->width, strip->height - foot});
    return strip;
}

void form_append_line(struct column *column, const struct block *block)
{
    const struct look *look = setter_look(column->setter, block->text_kind);
    GPtrArray *label =
        text_set(column->setter, block->spans, block->text_kind, column->width, ALIGN_START);
    struct strip *last = label->pdata[label->len - 1];
    double used =
        column->setter->document->rtl ? column->width - text_line_start(last) : text_line_end(last);
    if (column->width - used >= setter_trim(column->setter)->writing.shortest) {
        line_beside(column, block, last);
    } else {
        last->keep = true;
        g_ptr_array_add(label, line_below(column, block));
    }
    column_append_lines(column, label, look->before * column->setter->leading);
    column->after = look->after * column->setter->leading;
}

void form_add_letters(const struct setter *setter, struct layout *layout)
{
    const char *lang = setter->document->lang;
    layout->typing = typing_new(setter->fonts, lang);
    if (layout->typing->left_out != G_UNICODE_SCRIPT_COMMON)
        diag_report(setter->diag, RULE_SLIP_LETTERS, (struct pos){0},
                    "whoever types into a contact slip in '%s' may see Latin, Cyrillic and Greek "
                    "letters only: the language's own weigh too much for every file",
                    lang);
}

void form_append_choice(struct column *column, const struct block *block)
{
    const struct look *look = setter_look(column->setter, block->text_kind);
    bool rtl = column->setter->document->rtl;
    const struct trim *trim = setter_trim(column->setter);
    double em = column->setter->body, side = trim->markers.box * em;
    double indent = trim->markers.choice_space * em;
    GPtrArray *words = text_set(column->setter, block->spans, block->text_kind,
                                column->width - indent, ALIGN_START);
    struct strip *first = words->pdata[0];
    for (guint i = 0; i < words->len && !rtl; i++)
        strip_shift(words->pdata[i], indent, 0);

    struct rect box = {rtl ? column->width - side : 0, (first->height - side) / 2, side, side};
    struct path *path = path_new();
    path_add_frame(path, box, trim->markers.box_line * em);
    strip_add_mark(first, path, column->setter->style->ink);
    add_field(column, first, block, FIELD_CHECK, box);
    column_append_lines(column, words, look->before * column->setter->leading);
    column->after = look->after * column->setter->leading;
}
