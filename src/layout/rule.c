/*
 * Rules are strips of their own; those between parts mean nothing at the edge of a frame.
 */
#include "layout/rule.h"

static struct strip *rule_strip(double width, double height, struct color color)
{
    struct strip *strip = strip_new(height, (struct pos){0});
    struct path *path = path_new();
    path_add_rect(path, (struct rect){0, 0, width, height});
    strip_add_mark(strip, path, color);
    return strip;
}

void rule_append_title_bar(struct column *column)
{
    const struct trim *trim = setter_trim(column->setter);
    double em = column->setter->body, width = MIN(trim->title_bar.width * em, column->width);
    struct strip *bar =
        rule_strip(width, em * trim->title_bar.height, column->setter->style->accent);
    if (column->setter->document->rtl)
        strip_shift(bar, column->width - width, 0);
    bar->keep = true;
    column_append(column, bar, column_lines(column, trim->title_bar.before));
}

void rule_append(struct column *column, const struct block *block)
{
    (void)block;
    const struct trim *trim = setter_trim(column->setter);
    struct strip *rule = rule_strip(column->width, trim->rules.hair, column->setter->style->accent);
    rule->separator = true;
    column_append(column, rule, column_lines(column, trim->rules.around));
    column->after = column_lines(column, trim->rules.around);
}

void rule_append_end(struct column *column, const struct block *group)
{
    const struct trim *trim = setter_trim(column->setter);
    struct strip *rule =
        rule_strip(column->width, trim->rules.thick, column->setter->style->accent);
    rule->pos = group->pos;
    rule->separator = true;
    column_append(column, rule, column_lines(column, trim->group.before));
}
