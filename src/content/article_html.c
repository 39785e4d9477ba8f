/*
 * The words of raw HTML. Method: one pass that drops tags, comments, declarations and processing
 * instructions, then one that collapses blanks and decodes entities. Nothing is interpreted.
 * Awkward: the text of scripts and styles is full of '<' that open no tag, so those elements are
 * copied whole up to their end tag.
 */
#include "content/article_parts.h"

#include <cmark-gfm.h>
#include <cmark-gfm/houdini.h>
#include <string.h>

/* Tags within a word leave no gap; all others part the words around them. */
static bool is_inline_tag(const char *name)
{
    static const char *const names[] = {"a",   "abbr", "b",    "bdi",   "bdo",  "cite",   "code",
                                        "del", "dfn",  "em",   "i",     "ins",  "kbd",    "mark",
                                        "q",   "s",    "samp", "small", "span", "strong", "sub",
                                        "sup", "u",    "var",  NULL};
    return g_strv_contains(names, name);
}

static char *tag_name(const char *tag)
{
    const char *name = tag + 1 + (tag[1] == '/');
    size_t n = 0;
    while (g_ascii_isalnum(name[n]))
        n++;
    return g_ascii_strdown(name, (gssize)n);
}

/* The end of what starts at `p` with `open` and ends with `close`: past it, or the end of the text
 * when it is never closed; NULL when `p` does not start so. */
static const char *skip(const char *p, const char *open, const char *close)
{
    if (!g_str_has_prefix(p, open))
        return NULL;
    const char *end = strstr(p + strlen(open), close);
    return end ? end + strlen(close) : p + strlen(p);
}

/* Past the '>' that ends the tag at `p`, minding quotes; NULL when no tag stands there. */
static const char *skip_tag(const char *p)
{
    if (p[0] != '<' || !g_ascii_isalpha(p[1 + (p[1] == '/')]))
        return NULL;
    char quote = '\0';
    for (p++; *p; p++) {
        if (quote)
            quote = *p == quote ? '\0' : quote;
        else if (*p == '"' || *p == '\'')
            quote = *p;
        else if (*p == '>')
            return p + 1;
    }
    return NULL;
}

/* Copies the text of a script or style up to its end tag; returns where that starts. */
static const char *copy_raw(const char *p, const char *name, GString *out)
{
    g_autofree char *end = g_strconcat("</", name, NULL);
    while (*p && g_ascii_strncasecmp(p, end, strlen(end)) != 0) {
        const char *past = skip(p, "<!--", "-->");
        if (past)
            p = past;
        else
            g_string_append_c(out, *p++);
    }
    return p;
}

/* Handles the tag from `p` to `past`; returns where to go on. */
static const char *drop_tag(const char *p, const char *past, GString *out)
{
    g_autofree char *name = tag_name(p);
    if (!is_inline_tag(name))
        g_string_append_c(out, ' ');
    bool raw = strcmp(name, "script") == 0 || strcmp(name, "style") == 0;
    return raw && p[1] != '/' ? copy_raw(past, name, out) : past;
}

static GString *without_tags(const char *html)
{
    GString *out = g_string_new(NULL);
    const char *p = html, *past;
    while (*p) {
        if ((past = skip(p, "<![CDATA[", "]]>"))) {
            p += strlen("<![CDATA[");
            const char *end = strstr(p, "]]>");
            g_string_append_len(out, p, end ? end - p : past - p);
            p = past;
        } else if ((past = skip(p, "<!--", "-->")) || (past = skip(p, "<?", "?>")) ||
                   (past = skip(p, "<!", ">"))) {
            p = past;
        } else if ((past = skip_tag(p))) {
            p = drop_tag(p, past, out);
        } else {
            g_string_append_c(out, *p++);
        }
    }
    return out;
}

static char *collapse_blanks(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " \t\n", -1);
    GString *out = g_string_new(NULL);
    for (char **word = words; *word; word++) {
        if (!**word)
            continue;
        if (out->len)
            g_string_append_c(out, ' ');
        g_string_append(out, *word);
    }
    return g_string_free(out, FALSE);
}

/* Entities decoded as in Markdown, by the Markdown parser: everything else that it might take for
 * markup is escaped. */
static char *decode_entities(const char *text)
{
    g_autoptr(GString) escaped = g_string_new(NULL);
    for (const char *p = text; *p; p++) {
        bool entity = *p == '&' || *p == ';' || (*p == '#' && p > text && p[-1] == '&');
        if (g_ascii_ispunct(*p) && !entity)
            g_string_append_c(escaped, '\\');
        g_string_append_c(escaped, *p);
    }
    cmark_node *document = markdown_parse(escaped->str);
    char *words = markdown_words(document);
    cmark_node_free(document);
    return words;
}

char *html_text(const char *html)
{
    g_autoptr(GString) bare = without_tags(html);
    g_autofree char *line = collapse_blanks(bare->str);
    return decode_entities(line);
}

bool html_is_break(const char *html)
{
    g_autofree char *name = tag_name(html);
    return html[1] != '/' && strcmp(name, "br") == 0;
}
