/*
 * What pages of plain text have around their words: numbers of pages, heads and feet that several
 * pages share. Awkward: lines of a text may repeat as well ("Take
 * 5 mg."), so only what stands at the edges of most pages, and is no sentence, goes.
 */
#include "import/text_parts.h"

#include "base/pattern.h"

#include <string.h>

#define WHY_NUMBER "the number of a page"

/* Heads and feet have no more lines. */
#define EDGE_LINES 4

GArray *text_find_feeds(const char *bytes, gsize size)
{
    GArray *feeds = g_array_new(FALSE, FALSE, sizeof(int));
    int line = 1;
    for (gsize i = 0; i < size; i++) {
        line += bytes[i] == '\n' || bytes[i] == '\f' || bytes[i] == '\v';
        if (bytes[i] == '\f')
            g_array_append_val(feeds, line);
    }
    return feeds;
}

static struct input_line *line_at(const struct source *source, gint64 at)
{
    return at >= 0 && at < source->lines->len ? source->lines->pdata[at] : NULL;
}

static bool is_blank(const struct input_line *line)
{
    return !line || line->kind == LINE_BLANK;
}

/* "Page 2 of 3", "- 2 -", by itself. */
static bool is_number(const struct source *source, const struct input_line *line)
{
    static struct pattern form =
        PATTERN("^(?:(?i:page|p\\.|p\u00E1gina|p\u00E1g\\.|pagina|seite|strona|sida|side) ?\\d{1,3}"
                "(?: ?(?:/|of|de|von|di|sur|van|z|av|af) ?\\d{1,3})?|[-\u2013\u2014] ?\\d{1,3} "
                "?[-\u2013\u2014])$");
    struct range found;
    return line->kind == LINE_TEXT && !line->why && pattern_find(&form, line->text, 0, &found) &&
           is_blank(line_at(source, (gint64)line->order - 1)) &&
           is_blank(line_at(source, (gint64)line->order + 1));
}

/* Where pages begin and end, as orders of lines, of gint64: the first of a page, or the number of
 * one; owned by the caller. */
static GArray *find_edges(struct source *source, const GArray *feeds)
{
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(gint64));
    guint next = 0;
    gint64 end = source->lines->len;
    for (gint64 i = 0; i < end; i++) {
        struct input_line *line = source->lines->pdata[i];
        bool number = is_number(source, line), fed = false;
        for (; feeds && next < feeds->len && line->number >= g_array_index(feeds, int, next);
             next++)
            fed = true;
        if (number)
            line->why = WHY_NUMBER;
        if (i == 0 || number || fed)
            g_array_append_val(edges, i);
    }
    g_array_append_val(edges, end);
    return edges;
}

/* The nearest line with words at the edge that is not left out yet, in that direction, up to the
 * next edge; lent; NULL: there is none. */
static struct input_line *line_beside(const struct source *source, gint64 edge, int step,
                                      gint64 stop)
{
    for (gint64 i = step < 0 ? edge - 1 : edge; step < 0 ? i >= stop : i < stop; i += step) {
        struct input_line *line = line_at(source, i);
        if (line && line->kind != LINE_BLANK && !line->why)
            return line;
    }
    return NULL;
}

/* Lines at the same edge of most pages, which say the same. True: some are. */
static bool drop_shared(struct source *source, const GArray *edges, int step)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    for (guint i = 0; i + 1 < edges->len; i++) {
        gint64 from = g_array_index(edges, gint64, i), to = g_array_index(edges, gint64, i + 1);
        struct input_line *line =
            step < 0 ? line_beside(source, to, step, from) : line_beside(source, from, step, to);
        if (line)
            g_ptr_array_add(lines, line);
    }
    guint pages = lines->len;
    bool any = false;
    for (guint i = 0; i < pages; i++) {
        struct input_line *line = lines->pdata[i];
        guint same = 0;
        for (guint k = 0; k < pages; k++)
            same += strcmp(((struct input_line *)lines->pdata[k])->text, line->text) == 0;
        if (same < 2 || same * 2 <= pages || !text_may_run(line))
            continue;
        line->why = WHY_RUNNING;
        line->aside = any = true;
    }
    return any;
}

void text_drop_pages(struct source *source, const GArray *feeds)
{
    g_autoptr(GArray) edges = find_edges(source, feeds);
    for (int i = 0; i < EDGE_LINES && edges->len > 2; i++)
        if (!drop_shared(source, edges, 1) && !drop_shared(source, edges, -1))
            break;
    import_drop_letterheads(source);
}
