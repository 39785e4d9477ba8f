/*
 * One row a pattern. Awkward: most of these signs have honest uses, too ("$5 & 10 %", "[MRI]", "a
 * ~5 mL dose"), so each pattern asks for as much as its syntax does.
 */
#include "examine/foreign.h"

#include <string.h>

static const struct row {
    const char *pattern;
    bool unfilled;
    const char *what, *instead;
} rows[] = {
    {"\\{\\{[^{}<%(]*\\}\\}", true, "a field of a template", "write what belongs there"},
    {"\\$\\{[^}]*\\}", true, "a field of a template", "write what belongs there"},
    {"%[A-Z][A-Z0-9_]+%", true, "a field of a template", "write what belongs there"},
    {"\u00AB[A-Z][A-Z0-9_]*\u00BB", true, "a field of a template", "write what belongs there"},
    {"@@\\w+@@", true, "a field of a template", "write what belongs there"},
    {"<[A-Z][A-Z0-9_']+( [A-Z0-9_']+)+>", true, "a field to fill in", "write what belongs there"},
    {"\\[[A-Z][A-Z0-9_']+( [A-Z0-9_'/]+)+\\](?![(\\[:])", true, "a field to fill in",
     "write what belongs there"},
    {"\\{\\{[<%].*", false, "a Hugo shortcode", "write its words in Markdown"},
    {"\\{\\{.*\\(.*", false, "a call of a template", "write its words in Markdown"},
    {"\\{%.*?%\\}", false, "a Jekyll tag", "write its words in Markdown"},
    {"\\{[.#:][^}]*\\}", false, "attributes of another Markdown", "take them out"},
    {"^\\s*:::.*", false, "a block of another Markdown", "write '> [!NOTE]' and its words below"},
    {"^\\s*(!!!|\\?\\?\\?) .*", false, "a note of MkDocs",
     "write '> [!NOTE]' and '> ' before its words"},
    {"^: +\\S.*", false, "a definition list", "write the term in bold and its meaning beside it"},
    {"^\\*\\[[^\\]]+\\]:.*", false, "an abbreviation of another Markdown",
     "write <abbr title=\"…\"> where it stands"},
    {"\\$\\$?[^$]*[\\\\^_][^$]*\\$", false, "a formula of TeX",
     "write it in words or in plain signs"},
    {"(?<=\\p{L})~[^~\\s]+~(?=\\p{L}|\\b)", false, "a lowered letter of another Markdown",
     "write <sub>2</sub>"},
    {"(?<=\\w)\\^[^\\s^\\[]+\\^", false, "a raised letter of another Markdown",
     "write <sup>9</sup>"},
    {"\\^\\[[^\\]]*\\]", false, "a note within a line", "write [^1] and '[^1]: the note' below"},
    {"==[^=\\s][^=]*==", false, "marked text of another Markdown", "write '**' to set it bold"},
    {"\\+\\+[^+\\s][^+]*\\+\\+", false, "inserted text of another Markdown", "write <ins>"},
    {"\\[\\[[^\\]]*\\]\\]", false, "a link of a wiki", "write [words](address)"},
    {"\\\\(newpage|pagebreak)\\b", false, "a page break of TeX",
     "take it out: pages end by themselves"},
    {"^\\s*\\[TOC\\]\\s*$", false, "a place for contents", "take it out: they come by themselves"},
    {"(?<!\\w):[a-z][a-z_]{2,}:(?!\\w)", false, "a picture by name", "take it out"},
    {"^\\+([-=]+\\+)+\\s*$", false, "a table drawn with signs",
     "write it with '|' and '|---|---|'"},
    {"^#{2,6}[^#\\s\\d].*", false, "a heading without a blank", "write a blank behind the '#'"},
    {"!\\([^)]*\\)\\[[^\\]]*\\]", false, "a picture with its brackets turned round",
     "write ![words](file)"},
    {"\\] +\\((https?:|tel:|mailto:|www\\.)[^)]*\\)", false, "a link with a blank in it",
     "take the blank between ']' and '(' out"},
};

static GRegex *compiled(size_t row)
{
    static GRegex *patterns[G_N_ELEMENTS(rows)];
    static GMutex guard;
    g_mutex_lock(&guard);
    if (!patterns[row])
        patterns[row] = g_regex_new(rows[row].pattern, 0, 0, NULL);
    g_mutex_unlock(&guard);
    return patterns[row];
}

static bool overlaps(const GArray *finds, gsize start, gsize length)
{
    for (guint i = 0; i < finds->len; i++) {
        const struct foreign_find *find = &g_array_index(finds, struct foreign_find, i);
        if (start < find->start + find->length && find->start < start + length)
            return true;
    }
    return false;
}

static void add_find(GArray *finds, struct foreign_find find)
{
    if (!overlaps(finds, find.start, find.length))
        g_array_append_val(finds, find);
}

static void search(const char *line, size_t row, GArray *finds)
{
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(compiled(row), line, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        int start, end;
        g_match_info_fetch_pos(match, 0, &start, &end);
        add_find(finds,
                 (struct foreign_find){(gsize)start, (gsize)(end - start), rows[row].unfilled,
                                       rows[row].what, rows[row].instead});
    }
}

/* "[NAME]": one word in brackets is a field when templates have one of that name; "[MRI]" is text.
 */
static const char *const field_words[] = {
    "NAME",      "DATE",    "PHONE",    "TIME",    "MEDICATION", "MEDICINE", "DOSE",
    "FREQUENCY", "ADDRESS", "DOCTOR",   "PATIENT", "NUMBER",     "EMAIL",    "CLINIC",
    "PROVIDER",  "SURGEON", "HOSPITAL", "URL",     "LINK",       "WEBSITE",  "INSERT"};

static void search_words(const char *line, GArray *finds)
{
    for (size_t i = 0; i < G_N_ELEMENTS(field_words); i++) {
        g_autofree char *field = g_strdup_printf("[%s]", field_words[i]);
        for (const char *p = line; (p = strstr(p, field)); p += strlen(field))
            if (p[strlen(field)] == '\0' || !strchr("([:", p[strlen(field)]))
                add_find(finds,
                         (struct foreign_find){(gsize)(p - line), strlen(field), true,
                                               "a field to fill in", "write what belongs there"});
    }
}

static bool is_table_row(const char *line)
{
    return line[strspn(line, " \t")] == '|';
}

static bool is_delimiter_row(const char *line)
{
    return strchr(line, '-') && strchr(line, '|') && line[strspn(line, "|-: \t")] == '\0';
}

/* Rows of '|' whose second is no line of dashes are no table. */
static void search_table(const char *line, const char *above, const char *below, GArray *finds)
{
    if (is_table_row(line) && !strchr(above, '|') && !is_delimiter_row(below))
        add_find(finds,
                 (struct foreign_find){0, strlen(line), false, "a table without its line of dashes",
                                       "write '|---|---|' below its first row"});
}

/* What stands in `code` is shown as it is: blanks take its place. */
static char *without_code(const char *line)
{
    char *text = g_strdup(line);
    for (char *p = text, *end; (p = strchr(p, '`')); p = end) {
        size_t ticks = strspn(p, "`");
        g_autofree char *fence = g_strnfill(ticks, '`');
        end = strstr(p + ticks, fence);
        if (!end)
            break;
        end += ticks;
        memset(p, ' ', (size_t)(end - p));
    }
    return text;
}

GArray *foreign_in_line(const char *line, const char *above, const char *below)
{
    GArray *finds = g_array_new(FALSE, FALSE, sizeof(struct foreign_find));
    g_autofree char *text = without_code(line);
    if (!strpbrk(text, "{[<$%@:!?*~^=+\\|#\xC2"))
        return finds;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        search(text, i, finds);
    search_words(text, finds);
    search_table(text, above, below, finds);
    return finds;
}

GArray *foreign_in_value(const char *value)
{
    GArray *finds = g_array_new(FALSE, FALSE, sizeof(struct foreign_find));
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].unfilled)
            search(value, i, finds);
    search_words(value, finds);
    return finds;
}
