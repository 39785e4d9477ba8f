/*
 * Where in an .rtf file something is that pandoc loses: what stands before it in its paragraph, and
 * what stands behind it. Awkward: what is lost ends with its group, or else where it stands; and
 * nothing in such a file says where a paragraph begins.
 */
#include "import/parts.h"

#include <string.h>

/* True for a word of control that ends a paragraph or a cell. */
static bool is_end(const char *p)
{
    static const char *const ends[] = {"\\par", "\\cell", "\\row", "\\sect", "\\page"};
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++)
        if (g_str_has_prefix(p, ends[i]) && !g_ascii_isalpha(p[strlen(ends[i])]))
            return true;
    return false;
}

/* Behind what ends the paragraph above, as far as that is looked for. */
static const char *paragraph_start(const char *rtf, const char *at)
{
    const char *p = at;
    while (p > rtf && at - p < PLACE_BYTES && !is_end(p))
        p--;
    return is_end(p) ? p + 1 + strspn(p + 1, "abcdefghijklmnopqrstuvwxyz") : p;
}

static const char *paragraph_end(const char *at)
{
    const char *p = at;
    while (*p && p - at < PLACE_BYTES && !is_end(p))
        p++;
    return p;
}

/* The brace that opens the group which `at` is in, if that begins in its paragraph; NULL: none. */
static const char *group_start(const char *start, const char *at)
{
    unsigned closed = 0;
    for (const char *p = at; p-- > start;) {
        closed += *p == '}';
        if (*p == '{' && closed-- == 0)
            return p;
    }
    return NULL;
}

/* In one line; owned by the caller. */
static char *line_of(const char *from, const char *end)
{
    g_autofree char *words = end > from ? rtf_words_between(from, end) : g_strdup("");
    return g_strdup(g_strstrip(g_strdelimit(words, PARAGRAPH_END, ' ')));
}

/* The doubt of what stands at `at`; NULL: there are no words around it. */
static struct doubt *doubt_at(const char *rtf, const char *at, size_t length, const char *why)
{
    const char *start = paragraph_start(rtf, at), *end = paragraph_end(at + length);
    const char *open = group_start(start, at);
    for (const char *outer = open; outer && (outer = group_start(start, outer));)
        if (g_str_has_prefix(outer, "{\\field") || g_str_has_prefix(outer, "{\\shp"))
            open = outer;
    const char *close = open ? rtf_group_end(open) : NULL;
    if (close && g_str_has_prefix(open, "{\\shp")) { /* it has paragraphs of its own */
        end = paragraph_end(close);
    } else if (!close || close >= end) { /* the paragraph, and nothing of it, is the group */
        open = at;
        close = at + length;
    }
    g_autofree char *before = line_of(start, open), *behind = line_of(close, end);
    return *before || *behind ? import_new_doubt(why, before, behind) : NULL;
}

/* True for what tells a field that it is a link, which shows what it says. */
static bool is_link(const char *at)
{
    return g_str_has_prefix(at, "\\fldinst") &&
           g_strstr_len(at, (gssize)strcspn(at, "}"), "HYPERLINK");
}

bool rtf_find_doubts(const char *rtf, const char *bytes, const char *why, GPtrArray *doubts)
{
    bool all = true;
    unsigned places = 0;
    for (const char *at = rtf; (at = strstr(at, bytes)); at += strlen(bytes), places++) {
        if (is_link(at))
            continue;
        if (places == PLACES_MOST)
            return false;
        struct doubt *doubt = doubt_at(rtf, at, strlen(bytes), why);
        all &= doubt != NULL;
        if (doubt)
            g_ptr_array_add(doubts, doubt);
    }
    return all;
}
