/*
 * Lines of a draft that is mended: signs become words, lines come in.
 */
#include "import/mend.h"

#include "base/pattern.h"
#include "base/xml.h"

#include <string.h>

/* Parts two signs, and is not shown. */
#define UNSEEN "<!-- -->"

/* What input lines say of the draft counts from 1, so that line `at` itself is one more. */
void mend_insert(struct mending *m, guint at, char *line)
{
    g_ptr_array_insert(m->lines, (gint)at, line);
    for (guint i = 0; i < m->source->lines->len; i++) {
        struct input_line *from = m->source->lines->pdata[i];
        from->draft += from->draft > (int)at;
    }
}

void mend_set(struct mending *m, guint at, char *line)
{
    g_free(m->lines->pdata[at]);
    m->lines->pdata[at] = line;
}

void mend_note_line(struct mending *m, guint at, const char *why)
{
    if (!source_is_changed_at(m->source, (int)at + 1, why))
        source_changed_at(m->source, (int)at + 1, m->lines->pdata[at], why);
}

/* Signs that begin what a line stands in: quotations and lists, with their blanks. Of two bullets
 * our reader asks whether the second one was meant, so it is a sign of the text. [bytes] */
static size_t skip_holders(const char *line)
{
    static struct pattern holders =
        PATTERN("^(?:[ \\t]*(?:>|[-+*](?=\\s)(?![ \\t]+[-+*](?:\\s|$))|\\d{1,9}[.)](?=\\s)))*"
                "(?:[ \\t]*[-+*](?=\\s))?[ \\t]*");
    struct range found;
    return pattern_find(&holders, line, 0, &found) ? found.end : 0;
}

/* A sign of text; HTML has a name for its own. */
static void append_sign(GString *out, char sign)
{
    if (sign == '<')
        xml_escape(out, "<");
    else
        g_string_append_printf(out, "\\%c", sign);
}

/* Signs that no backslash keeps from saying something: of a span, or what a quotation is for; not
 * those that are parted already. */
bool mend_is_stubborn(const char *from)
{
    return g_str_has_prefix(from, "[!") || (*from == '{' && !g_str_has_prefix(from + 1, UNSEEN));
}

/* Bytes of a sign that is one of text already, or of what is not shown; 0: neither stands there. */
static size_t settled_length(const char *text)
{
    static struct pattern settled = PATTERN("^(?:\\\\[[:punct:]]|&#?\\w+;|<!-- -->)");
    struct range found;
    return strchr("\\&<", *text) && pattern_find(&settled, text, 0, &found) ? found.end : 0;
}

/* Bytes that stay as they are: those, or a letter. 0: a sign. */
static size_t kept_length(const char *text)
{
    size_t settled = settled_length(text);
    return settled > 0 ? settled : g_ascii_ispunct(*text) && *text != '\\' ? 0 : 1;
}

/* The line with a backslash before each sign behind those of what it stands in. */
void mend_escape_line(struct mending *m, guint at)
{
    const char *line = m->lines->pdata[at], *p = line + skip_holders(line);
    GString *out = g_string_new_len(line, p - line);
    for (size_t kept; *p; p += MAX(kept, 1)) {
        kept = kept_length(p);
        g_string_append_len(out, p, (gssize)kept);
        if (kept > 0)
            continue;
        append_sign(out, *p);
        g_string_append(out, mend_is_stubborn(p) ? UNSEEN : "");
    }
    mend_set(m, at, g_string_free(out, FALSE));
}

bool mend_is_blank(const char *line)
{
    return line[strspn(line, " \t>")] == '\0';
}

/* True for a line that ends what stands above it: an empty one, or one around code. */
static bool is_end(const char *line)
{
    static struct pattern fence = PATTERN("^[ \\t>]*(?:`{3,}|~{3,})");
    struct range found;
    return mend_is_blank(line) || pattern_find(&fence, line, 0, &found);
}

void mend_escape_all(struct mending *m, guint at)
{
    guint start = at, end = at + 1;
    while (start > 0 && !is_end(m->lines->pdata[start - 1]))
        start--;
    while (end < m->lines->len && !is_end(m->lines->pdata[end]))
        end++;
    for (guint i = start; i < end; i++)
        mend_escape_line(m, i);
}

/* A backslash before the first sign from there on. */
void mend_escape(struct mending *m, guint at, const char *from)
{
    const char *line = m->lines->pdata[at];
    while (*from && (!g_ascii_ispunct(*from) || settled_length(from) > 0))
        from += MAX(settled_length(from), 1);
    GString *out = g_string_new_len(line, from - line);
    if (*from) {
        append_sign(out, *from);
        g_string_append(out, from + 1);
    }
    mend_set(m, at, g_string_free(out, FALSE));
}

const char *mend_find_bar(const struct mending *m, guint at, const char *from)
{
    const char *line = m->lines->pdata[at], *words = line + skip_holders(line);
    if (from >= words)
        return from;
    for (const char *p = words; *p; p += MAX(settled_length(p), 1))
        if (*p == '|')
            return p;
    return from;
}

void mend_part(struct mending *m, guint at, const char *from)
{
    const char *line = m->lines->pdata[at];
    mend_set(m, at, g_strdup_printf("%.*s" UNSEEN "%s", (int)(from - line) + 1, line, from + 1));
}
