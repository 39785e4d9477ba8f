/*
 * Text boxes of an .rtf file, which pandoc drops: what they hold stands behind the paragraph that
 * they are fixed to, or at the end of its cell.
 */
#include "import/parts.h"

#include <string.h>

#define BOX   "{\\shp"
#define WORDS "{\\shptxt"

static bool is_word(const char *p, const char *word)
{
    return g_str_has_prefix(p, word) && !g_ascii_isalpha(p[strlen(word)]);
}

/* Puts what boxes hold behind the end of a paragraph, or before that of a cell; empties `held`. */
static const char *put_held(GString *out, GString *held, const char *end)
{
    bool cell = !is_word(end, "\\par");
    if (held->len > 0 && cell)
        g_string_append_printf(out, "\\par {%s}", held->str);
    size_t length = cell ? strlen("\\cell") : strlen("\\par");
    g_string_append_len(out, end, (gssize)length);
    if (held->len > 0 && !cell)
        g_string_append_printf(out, " {\\pard %s\\par}", held->str);
    g_string_truncate(held, 0);
    return end + length;
}

/* Holds what the box says until its paragraph ends; behind the box goes to `*end`. False: it says
 * nothing. Boxes within it stay in it. */
static bool hold_box(GString *held, const char *box, const char **end)
{
    *end = rtf_group_end(box);
    const char *words = g_strstr_len(box, *end - box, WORDS);
    const char *from = words ? words + strlen(WORDS) : *end,
               *to = words ? rtf_group_end(words) : from;
    if (to <= from)
        return false;
    g_string_append_printf(held, "%s{", held->len > 0 ? "\\par " : "");
    g_string_append_len(held, from, to - from - 1);
    g_string_append_c(held, '}');
    return true;
}

char *rtf_move_boxes(const char *rtf)
{
    GString *out = g_string_new(NULL), *held = g_string_new(NULL);
    const char *searched = rtf; /* up to there, no box says anything */
    for (const char *p = rtf; *p;) {
        if (p >= searched && is_word(p, BOX) && hold_box(held, p, &searched))
            p = searched;
        else if (is_word(p, "\\par") || is_word(p, "\\cell"))
            p = put_held(out, held, p);
        else if (*p == '\\' && p[1]) {
            g_string_append_len(out, p, 2);
            p += 2;
        } else
            g_string_append_c(out, *p++);
    }
    if (held->len > 0)
        g_string_append_printf(out, "\\par %s", held->str);
    g_string_free(held, TRUE);
    return g_string_free(out, FALSE);
}
