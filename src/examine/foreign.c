/*
 * One row a pattern. Awkward: most of these signs have honest uses, too ("$5 & 10 %", "[MRI]", "a
 * ~5 mL dose"), so each pattern asks for as much as its syntax does.
 */
#include "examine/foreign.h"

#include "base/pattern.h"
#include "examine/language.h"

#include <string.h>

static struct row {
    struct pattern pattern;
    bool unfilled;
    const char *what, *instead;
} rows[] = {
    {PATTERN_HOLDING("{{", "\\{\\{[^{}<%(]*\\}\\}"), true, "a field of a template",
     "write what belongs there"},
    {PATTERN_HOLDING("${", "\\$\\{[^}]*\\}"), true, "a field of a template",
     "write what belongs there"},
    {PATTERN_HOLDING("%", "%(?![A-F][0-9A-F]%)[A-Z][A-Z0-9_]+%"), true, "a field of a template",
     "write what belongs there"},
    {PATTERN_HOLDING("\u00AB", "\u00AB[A-Z][A-Z0-9_]*\u00BB"), true, "a field of a template",
     "write what belongs there"},
    {PATTERN_HOLDING("$", "\\$[A-Z]{2,}_?[A-Z]{2,}[A-Z_]*\\b"), true, "a field of a template",
     "write what belongs there"},
    {PATTERN_HOLDING("<%", "<%[^%]*%>"), true, "a field of a template", "write what belongs there"},
    {PATTERN_HOLDING("#{", "#\\{[^}]*\\}"), true, "a field of a template",
     "write what belongs there"},
    {PATTERN_HOLDING("{", "\\{[A-Z][A-Z0-9_]+\\}"), true, "a field of a template",
     "write what belongs there"},
    {PATTERN_HOLDING("XX", "\\bXX([/.-])XX\\1(XXXX|XX)\\b|\\bXXX[-. ]XXX[-. ]XXXX\\b"), true,
     "a field to fill in", "write what belongs there"},
    {PATTERN_HOLDING("@@", "@@\\w+@@"), true, "a field of a template", "write what belongs there"},
    {PATTERN_HOLDING("<", "<[A-Z][A-Z0-9_']+( [A-Z0-9_']+)+>"), true, "a field to fill in",
     "write what belongs there"},
    {PATTERN_HOLDING("[", "\\[[A-Z][A-Z0-9_']+( [A-Z0-9_'/]+)+\\](?![(\\[:])"), true,
     "a field to fill in", "write what belongs there"},
    {PATTERN_HOLDING("{{", "\\{\\{[<%].*"), false, "a Hugo shortcode",
     "write its words in Markdown"},
    {PATTERN_HOLDING("{{", "\\{\\{.*\\(.*"), false, "a call of a template",
     "write its words in Markdown"},
    {PATTERN_HOLDING("{%", "\\{%.*?%\\}"), false, "a Jekyll tag", "write its words in Markdown"},
    {PATTERN_HOLDING("{", "\\{[.#:][^}]*\\}"), false, "attributes of another Markdown",
     "take them out"},
    {PATTERN_HOLDING("{", "\\{(?!( *(lang|dir)=[^ }]*)+ *\\})[^{}=]*\\b[\\w-]+=[^}]*\\}"), false,
     "attributes of another Markdown", "take them out"},
    {PATTERN_HOLDING("[!", "^\\s*\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\].*"), false,
     "a note without its '>'", "write '> ' before it and before each line of its words"},
    {PATTERN_HOLDING(":::", "^\\s*:::.*"), false, "a block of another Markdown",
     "write '> [!NOTE]' and its words below"},
    {PATTERN_HOLDING("!!!", "^\\s*!!!\\+? \\w.*"), false, "a note of MkDocs",
     "write '> [!NOTE]' and '> ' before its words"},
    {PATTERN_HOLDING("???", "^\\s*\\?\\?\\?\\+? \\w.*"), false, "a note of MkDocs",
     "write '> [!NOTE]' and '> ' before its words"},
    {PATTERN_HOLDING(": ", "^: +\\S.*"), false, "a definition list",
     "write the term in bold and its meaning beside it"},
    {PATTERN_HOLDING("*[", "^\\*\\[[^\\]]+\\]:.*"), false, "an abbreviation of another Markdown",
     "write <abbr title=\"…\"> where it stands"},
    {PATTERN_HOLDING("$$", "\\$\\$[^$]+\\$\\$"), false, "a formula of TeX",
     "write it in words or in plain signs"},
    {PATTERN_HOLDING("$", "\\$\\$?[^$]*[\\\\^_][^$]*\\$"), false, "a formula of TeX",
     "write it in words or in plain signs"},
    {PATTERN_HOLDING("~", "(?<=\\p{L})~[^~\\s]+~(?=\\p{L}|\\b)"), false,
     "a lowered letter of another Markdown",
     "write <sub> for the first '~' and </sub> for the second"},
    {PATTERN_HOLDING("^", "(?<=\\w)\\^[^\\s^\\[]+\\^"), false,
     "a raised letter of another Markdown",
     "write <sup> for the first '^' and </sup> for the second"},
    {PATTERN_HOLDING("^[", "\\^\\[[^\\]]*\\]"), false, "a note within a line",
     "write [^1] and '[^1]: the note' below"},
    {PATTERN_HOLDING("==", "==[^=\\s][^=]*=="), false, "marked text of another Markdown",
     "write '**' to set it bold"},
    {PATTERN_HOLDING("++", "\\+\\+[^+\\s][^+]*\\+\\+"), false, "inserted text of another Markdown",
     "write <ins>"},
    {PATTERN_HOLDING("![[", "!\\[\\[[^\\]]*\\]\\]"), false, "a picture of a wiki",
     "write ![words](file)"},
    {PATTERN_HOLDING("[@", "\\[@[\\w:.-]+[^\\]]*\\]"), false, "a reference of another Markdown",
     "write [^1] and '[^1]: the source' below"},
    {PATTERN_HOLDING("%%", "%%[^%]+%%"), false, "a comment of another Markdown",
     "write <!-- … --> around it"},
    {PATTERN_HOLDING("$$", "^\\s*\\$\\$\\s*$"), false, "a formula of TeX",
     "write it in words or in plain signs"},
    {PATTERN_HOLDING("[[", "\\[\\[[^\\]]*\\]\\]"), false, "a link of a wiki",
     "write [words](address)"},
    {PATTERN_HOLDING("\\", "\\\\(newpage|pagebreak)\\b"), false, "a page break of TeX",
     "take it out: pages end by themselves"},
    {PATTERN_HOLDING(
         "\\", "\\\\(begin|end|section|subsection|item|textbf|emph|vspace|hspace|centering)\\b"),
     false, "a command of TeX", "say the same in Markdown, or take it out"},
    {PATTERN_HOLDING("+++", "^\\+\\+\\+\\s*$"), false, "the front matter of another program",
     "write 'title: …' between two lines of '---' at the head of the file"},
    {PATTERN_HOLDING("[TOC]", "^\\s*\\[TOC\\]\\s*$"), false, "a place for contents",
     "take it out: they come by themselves"},
    {PATTERN_HOLDING(":", "(?<!\\w):[a-z][a-z_]{2,}:(?!\\w)"), false, "a picture by name",
     "take it out"},
    {PATTERN_HOLDING("+", "^\\+([-=]+\\+)+\\s*$"), false, "a table drawn with signs",
     "write it with '|' and '|---|---|'"},
    {PATTERN_HOLDING(")[", "!\\([^)]*\\)\\[[^\\]]*\\]"), false,
     "a picture with its brackets turned round", "write ![words](file)"},
    {PATTERN_HOLDING("] ", "\\] +\\((https?:|tel:|sms:|mailto:|www\\.)[^)]*\\)"), false,
     "a link with a blank in it", "take the blank between ']' and '(' out"},
};

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

static void search(const char *line, struct row *row, GArray *finds)
{
    struct range at = {0, 0};
    while (pattern_find(&row->pattern, line, at.end, &at))
        add_find(finds, (struct foreign_find){at.start, at.end - at.start, row->unfilled, row->what,
                                              row->instead});
}

static bool is_field(const char *word, gsize length)
{
    for (const char *const *field = language_fields; *field; field++)
        if (strlen(*field) == length && g_ascii_strncasecmp(*field, word, length) == 0)
            return true;
    return false;
}

/* "PHONE", "phone", "Patient Name", "insert date", "Your phone number": capitals, or what a
 * template asks its writer to do, before the word for what belongs there. */
static bool names_field(const char *words, gsize length)
{
    static struct pattern asking =
        PATTERN("^(?:(?:\\p{Lu}[\\w'\u2019]* ){1,3}|(?i:insert|enter|add|type|write|your) (?:\\w+ "
                "){0,2})$");
    gsize last = length;
    while (last > 0 && words[last - 1] != ' ')
        last--;
    g_autofree char *lead = g_strndup(words, last);
    struct range found;
    return is_field(words + last, length - last) &&
           (last == 0 || pattern_find(&asking, lead, 0, &found));
}

static void add_field(GArray *finds, const char *line, const char *at, gsize length)
{
    add_find(finds, (struct foreign_find){(gsize)(at - line), length, true, "a field to fill in",
                                          "write what belongs there"});
}

/* Words in brackets that name what belongs there, and such a word between low lines. */
static void search_words(const char *line, GArray *finds)
{
    for (const char *p = line; (p = strstr(p, "__")); p += 2) {
        gsize length = strspn(p + 2, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (g_str_has_prefix(p + 2 + length, "__") && is_field(p + 2, length))
            add_field(finds, line, p, length + 4);
    }
    for (const char *p = line; (p = strchr(p, '[')); p++) {
        gsize length = strcspn(p + 1, "[]");
        const char *end = p + 1 + length;
        if (*end == ']' && names_field(p + 1, length) && (!end[1] || !strchr("([:{", end[1])))
            add_field(finds, line, p, length + 2);
    }
}

static void search_heading(const char *line, GArray *finds)
{
    size_t signs = strspn(line, "#");
    gunichar next = g_utf8_get_char(line + signs);
    if (signs >= 2 && signs <= 6 && next && !g_unichar_isspace(next))
        add_find(finds, (struct foreign_find){0, strlen(line), false, "a heading without a blank",
                                              "write a blank behind the '#'"});
}

static bool is_table_row(const char *line)
{
    return line[strspn(line, " \t")] == '|';
}

static bool is_delimiter_row(const char *line)
{
    return strchr(line, '-') && strchr(line, '|') && line[strspn(line, "|-: \t")] == '\0';
}

/* An edge of a table drawn with signs, which is found by itself. */
static bool is_drawn(const char *line)
{
    return g_str_has_prefix(line, "+-") || g_str_has_prefix(line, "+=");
}

/* The fields that bars with blanks about them part, beyond the first. */
static unsigned count_bars(const char *line)
{
    unsigned bars = 0;
    for (const char *p = line; (p = strstr(p, " | ")); p++)
        bars++;
    return bars;
}

/* Rows of '|' whose second is no line of dashes are no table; so are two lines with as many bars
 * within, which would become one. */
static void search_table(const char *line, const char *above, const char *below, GArray *finds)
{
    bool table =
        is_table_row(line) || (count_bars(line) > 0 && count_bars(line) == count_bars(below));
    if (table && !strchr(above, '|') && !is_delimiter_row(below) && !is_drawn(above) &&
        !is_drawn(below))
        add_find(finds,
                 (struct foreign_find){0, strlen(line), false, "a table without its line of dashes",
                                       "write '|---|---|' below its first row"});
}

/* Stands where a sign is meant: it is no sign, no letter and no blank. */
#define MEANT '\x01'

/* A sign behind a backslash is meant. */
static void blank_escapes(char *text)
{
    for (char *p = text; (p = strchr(p, '\\')); p++)
        if (g_ascii_ispunct(p[1])) {
            memset(p, MEANT, 2);
            p++;
        }
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
    blank_escapes(text);
    return text;
}

GArray *foreign_in_line(const char *line, const char *above, const char *below)
{
    GArray *finds = g_array_new(FALSE, FALSE, sizeof(struct foreign_find));
    g_autofree char *text = without_code(line);
    if (!strpbrk(text, "{[<$%@:!?*~^=+\\|#_X\xC2"))
        return finds;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        search(text, &rows[i], finds);
    search_words(text, finds);
    search_heading(text, finds);
    search_table(text, above, below, finds);
    return finds;
}

bool foreign_find_markup(const char *value, struct range *found)
{
    static struct pattern markup =
        PATTERN("</?[a-z][a-z0-9]*(\\s[^<>]*)?/?>|\\*\\*\\S[^*]*\\*\\*|~~[^~]+~~|"
                "!?\\[[^\\]]+\\]\\([^)\\s]+\\)");
    return strpbrk(value, "<*~[") && pattern_find(&markup, value, 0, found);
}

GArray *foreign_in_value(const char *value, bool markdown)
{
    GArray *finds = g_array_new(FALSE, FALSE, sizeof(struct foreign_find));
    g_autofree char *text = markdown ? without_code(value) : g_strdup(value);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (markdown || rows[i].unfilled)
            search(text, &rows[i], finds);
    search_words(text, finds);
    return finds;
}
