/*
 * Notes that are set off by fences of code with a name in braces (MyST): "```{warning} Words".
 * They become fences of colons, line for line, before anything is read: what they hold is text and
 * no code. In quotations, fences of either kind become quotations within. Awkward: longer fences
 * hold shorter ones, of notes and of code.
 */
#include "import/dialect.h"

#include "base/pattern.h"

#include <string.h>

/* Notes stand in no more others. */
#define DEPTH_MOST 16

struct fence {
    char sign;
    size_t length;
    bool note;
    size_t quotes; /* signs of quotations before it */
};

/* Behind the signs of quotations that the line begins with, which are counted. */
static const char *behind_quotes(const char *line, size_t *quotes)
{
    *quotes = 0;
    for (const char *p = line; *(p += strspn(p, " ")) == '>'; line = p)
        p++, (*quotes)++;
    return line + (*quotes > 0 && *line == ' ');
}

/* The fence at the start of the line, of colons only in a quotation; its length is 0 where there is
 * none. What stands behind it goes to `*rest`, lent. */
static struct fence fence_of(const char *line, const char **rest)
{
    struct fence fence = {0};
    const char *start = behind_quotes(line, &fence.quotes);
    start += strspn(start, " \t");
    char signs[] = {*start, '\0'};
    bool fits = *start == '`' || *start == '~' || (*start == ':' && fence.quotes > 0);
    size_t length = fits ? strspn(start, signs) : 0;
    *rest = start + length;
    fence.sign = *start;
    fence.length = length >= 3 ? length : 0;
    return fence;
}

static bool closes(struct fence open, const char *line)
{
    const char *rest;
    struct fence fence = fence_of(line, &rest);
    return fence.sign == open.sign && fence.length >= open.length && fence.quotes == open.quotes &&
           rest[strspn(rest, " \t\r")] == '\0';
}

/* What the note is, said by its class in the line below: ":class: tip"; owned by the caller; NULL:
 * that says nothing of it. */
static char *class_below(const char *below)
{
    static struct pattern form = PATTERN("^\\s*:class: *([\\w-]+)");
    g_autoptr(GMatchInfo) match = NULL;
    bool said = below && g_regex_match(pattern_regex(&form), below, 0, &match);
    g_autofree char *name = said ? g_match_info_fetch(match, 1) : NULL;
    return name && dialect_is_note(name) ? g_steal_pointer(&name) : NULL;
}

/* Notes in quotations that are open, which are quotations within. */
static unsigned count_quoted(const GArray *open)
{
    unsigned notes = 0;
    for (guint i = 0; i < open->len; i++) {
        const struct fence *fence = &g_array_index(open, struct fence, i);
        notes += fence->note && fence->quotes > 0;
    }
    return notes;
}

/* The signs of quotations that the line begins with, and of notes within; owned by the caller. */
static char *quotes_of(const char *line, const GArray *open)
{
    size_t quotes;
    const char *words = behind_quotes(line, &quotes);
    g_autofree char *own = g_strchomp(g_strndup(line, (gsize)(words - line)));
    GString *all = g_string_new(own);
    for (unsigned i = count_quoted(open); i > 0; i--)
        g_string_append(all, " >");
    return g_string_free(all, FALSE);
}

/* The line as a fence of colons, or as a quotation within one, owned by the caller; NULL: what it
 * opens is no note. */
static char *open_note(const char *line, const char *rest, const char *below, const GArray *open)
{
    static struct pattern form = PATTERN("^ *\\{([\\w-]+)\\}[ \\t]*(.*)$");
    g_autoptr(GMatchInfo) match = NULL;
    if (!g_regex_match(pattern_regex(&form), rest, 0, &match))
        return NULL;
    g_autofree char *name = g_match_info_fetch(match, 1), *title = g_match_info_fetch(match, 2);
    g_autofree char *class = class_below(below);
    if (!dialect_is_note(name))
        return NULL;
    g_autofree char *quotes = quotes_of(line, open);
    return *quotes ? g_strdup_printf("%s > [!%s]%s%s", quotes, class ? class : name,
                                     *title ? " " : "", title)
                   : g_strdup_printf("::: %s %s", class ? class : name, title);
}

/* The line that ends a note; owned by the caller. */
static char *close_note(const char *line, const GArray *open)
{
    g_autofree char *quotes = quotes_of(line, open);
    return g_strdup(*quotes ? quotes : ":::");
}

/* A line within notes that are quotations; owned by the caller; NULL: it is in none. */
static char *quote_deeper(const char *line, const GArray *open)
{
    size_t count;
    g_autofree char *quotes = quotes_of(line, open);
    return count_quoted(open) > 0 ? g_strdup_printf("%s %s", quotes, behind_quotes(line, &count))
                                  : NULL;
}

/* Notes in quotations end with these. */
static void leave_quotations(const char *line, GArray *open)
{
    size_t quotes;
    behind_quotes(line, &quotes);
    while (open->len > 0 && g_array_index(open, struct fence, open->len - 1).quotes > quotes)
        g_array_set_size(open, open->len - 1);
}

/* What takes the place of the line, owned by the caller; NULL: it stays. */
static char *read_line(const char *line, const char *below, GArray *open)
{
    leave_quotations(line, open);
    const struct fence *top =
        open->len > 0 ? &g_array_index(open, struct fence, open->len - 1) : NULL;
    const char *rest;
    struct fence fence = fence_of(line, &rest);
    if (fence.length == 0 || (top && !top->note && !closes(*top, line)))
        return quote_deeper(line, open);
    if (top && closes(*top, line)) {
        bool note = top->note;
        g_array_set_size(open, open->len - 1);
        return note ? close_note(line, open) : quote_deeper(line, open);
    }
    if (open->len == DEPTH_MOST)
        return quote_deeper(line, open);
    char *made = open_note(line, rest, below, open);
    char *kept = made ? made : quote_deeper(line, open);
    fence.note = made != NULL;
    if (fence.note || fence.sign != ':')
        g_array_append_val(open, fence);
    return kept;
}

void dialect_open_directives(char **lines)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(struct fence));
    char *made;
    for (char **line = lines; *line; line++)
        if ((made = read_line(*line, line[1], open))) {
            g_free(*line);
            *line = made;
        }
}
