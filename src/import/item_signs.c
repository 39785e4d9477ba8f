/*
 * Signs that begin lines of text and may be meant: where some lines begin with a plus and others
 * with a minus ("+ 2 units", "- 2 units"), they say what to do, and are no bullets.
 */
#include "import/parts.h"

#include <string.h>

#define WHY_SIGNS "lines that begin with a plus or a minus: both are signs of the text, check them"

/* How far away in its list a line with another sign is looked for. [lines] */
#define LINES_BETWEEN 12

/* '+' or '-' for a line that begins with one and a blank; NUL: it does not. */
static char sign_of(const char *text)
{
    static const char *const minuses[] = {"- ", "\u2013 ", "\u2212 "};
    for (size_t i = 0; i < G_N_ELEMENTS(minuses); i++)
        if (g_str_has_prefix(text, minuses[i]))
            return '-';
    return g_str_has_prefix(text, "+ ") ? '+' : '\0';
}

/* True when a line with another sign stands beside that one, `step` by step from it. */
static bool has_other(const struct source *source, const struct input_line *line, int step)
{
    guint at = line->order;
    for (int i = 0; i < LINES_BETWEEN; i++) {
        at += (guint)step; /* before the first one, too, there is none of that number */
        const struct input_line *other = at < source->lines->len ? source->lines->pdata[at] : NULL;
        if (!other || (other->kind != LINE_TEXT && other->kind != LINE_BLANK))
            return false;
        if (other->kind == LINE_BLANK || other->indent > line->indent)
            continue;
        char sign = other->indent == line->indent ? sign_of(other->text) : '\0';
        if (!sign)
            return false;
        if (sign != sign_of(line->text))
            return true;
    }
    return false;
}

bool import_means_sign(struct source *source, const struct input_line *line)
{
    char sign = sign_of(line->text);
    if (!sign)
        return false;
    if (has_other(source, line, -1) || has_other(source, line, 1)) {
        source_changed(source, line, line->text, WHY_SIGNS);
        return true;
    }
    return sign == '+' && g_ascii_isdigit(line->text[strspn(line->text, "+ ")]);
}
