/*
 * What stands at the edges of the pages of a PDF and is not part of its text: heads and feet that
 * pages share, and what a browser prints about a page: the date, its title, address and number.
 */
#include "import/pdf_parts.h"

#include "base/pattern.h"

#include <string.h>

/* Heads and feet stand at the same places within so many points. */
#define PLACES 4.0

/* What does not change from page to page, with its place; owned by the caller. */
static char *pattern_of_row(const struct row *row)
{
    GString *key = g_string_new(NULL);
    for (const char *p = row->text->str; *p; p++)
        if (!g_ascii_isdigit(*p))
            g_string_append_c(key, *p);
        else if (key->len == 0 || key->str[key->len - 1] != '#')
            g_string_append_c(key, '#');
    g_string_append_printf(key, "@%.0f", row->box.top / PLACES);
    return g_string_free(key, FALSE);
}

/* True for a line in larger letters than the one below it: "Week 2" heads what it stands over. */
static bool is_heading(const GArray *rows, guint i)
{
    const struct row *row = &g_array_index(rows, struct row, i);
    const struct row *below = i + 1 < rows->len ? row + 1 : NULL;
    return below && below->page == row->page && row->height > below->height * PDF_SAME_SIZE;
}

/* By how much the first figures differ that do; 0: none. Both are the same words else. */
static gint64 difference(const char *one, const char *other)
{
    while (*one && *other) {
        char *behind_one = (char *)one + 1, *behind_other = (char *)other + 1;
        bool figures = g_ascii_isdigit(*one);
        gint64 by = figures ? g_ascii_strtoll(other, &behind_other, 10) -
                                  g_ascii_strtoll(one, &behind_one, 10)
                            : 0;
        if (by != 0)
            return by;
        one = behind_one;
        other = behind_other;
    }
    return 0;
}

/* True when the line is the other one of an earlier page: its words are the same, and its figures
 * are, too, or count pages. Doses do not, and headings that do ("Week 2") are larger. */
static bool is_repeated(const GArray *rows, guint i, const struct row *other)
{
    const struct row *row = &g_array_index(rows, struct row, i);
    gint64 pages = (gint64)row->page - other->page;
    gint64 by = difference(other->text->str, row->text->str);
    return pages > 0 && (by == 0 || (by == pages && !is_heading(rows, i)));
}

/* Heads and feet of pages: the same words at the same place of several. */
void pdf_find_running(GArray *rows)
{
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < rows->len; i++) {
        struct row *row = &g_array_index(rows, struct row, i);
        g_autofree char *key = row->at_edge ? pattern_of_row(row) : NULL;
        guint first = key ? GPOINTER_TO_UINT(g_hash_table_lookup(seen, key)) : 0;
        struct row *other = first ? &g_array_index(rows, struct row, first - 1) : NULL;
        if (other && is_repeated(rows, i, other))
            other->is_running = row->is_running = true;
        else if (key)
            g_hash_table_insert(seen, g_steal_pointer(&key), GUINT_TO_POINTER(i + 1));
    }
}

/* What browsers print beside each other: the page's title, when it was printed, its address, and
 * which page of how many it is ("1/3", "1 of 3"). 0: none of them. */
static int kind_of_printed(const char *text, const char *title)
{
    static struct pattern kinds[] = {
        PATTERN("^\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}\\b.*\\d:\\d\\d"),
        PATTERN("^(?:file:///|https?://)\\S+$"),
        PATTERN("^\\d{1,4}(?:/| \\p{L}{1,6} )\\d{1,4}$"),
    };
    struct range found;
    if (title && strcmp(text, title) == 0)
        return -1;
    for (int i = 0; i < (int)G_N_ELEMENTS(kinds); i++)
        if (pattern_find(&kinds[i], text, 0, &found))
            return i + 1;
    return 0;
}

/* True when the other row stands at the same height of its page. */
static bool is_level(const struct row *row, const struct row *other)
{
    return row->page == other->page && ABS(pdf_middle_of(row) - pdf_middle_of(other)) < PLACES;
}

static bool is_printed(const GArray *rows, const struct row *row, const char *title)
{
    int kind = row->at_edge ? kind_of_printed(row->text->str, title) : 0;
    for (guint i = 0; kind != 0 && i < rows->len; i++) {
        const struct row *other = &g_array_index(rows, struct row, i);
        int beside = is_level(row, other) ? kind_of_printed(other->text->str, title) : 0;
        if (beside != 0 && beside != kind)
            return true;
    }
    return false;
}

void pdf_find_printed(GArray *rows, const char *title)
{
    for (guint i = 0; i < rows->len; i++) {
        struct row *row = &g_array_index(rows, struct row, i);
        row->is_printed = !row->is_running && is_printed(rows, row, title);
        row->is_running |= row->is_printed;
    }
}
