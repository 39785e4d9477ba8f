/*
 * Headings of Markdown: those with a line below them as those with number signs, and their levels
 * below the title, as an article has them.
 */
#include "import/dialect.h"

#include "base/pattern.h"
#include "import/ink.h"

#include <string.h>

int dialect_underline(const char *text)
{
    static struct pattern single = PATTERN("^ {0,3}-{2,}\\s*$"),
                          twofold = PATTERN("^ {0,3}=+\\s*$");
    struct range found;
    if (!text)
        return 0;
    return pattern_find(&twofold, text, 0, &found)  ? 1
           : pattern_find(&single, text, 0, &found) ? 2
                                                    : 0;
}

bool dialect_is_words(const char *text)
{
    static struct pattern other =
        PATTERN("^(?:\\s*$| {4}|\\t| {0,3}(?:[>|#<:+*-]|\\d+[.)]\\s|\\[\\^?[^]]*\\]:|```|~~~))");
    struct range found;
    return text && !pattern_find(&other, text, 0, &found);
}

/* Number signs at the start of a heading; 0: it is none. */
static int level_of(const char *line)
{
    size_t signs = strspn(line, "#");
    return signs <= 6 && (line[signs] == ' ' || line[signs] == '\0') ? (int)signs : 0;
}

char *dialect_settle_levels(const char *text)
{
    GString *out = g_string_new(NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    struct body body;
    body_init(&body, 0, text, 1);
    struct level_stack stack = {0};
    for (int i = 0; lines[i]; i++) {
        int level = body_line(&body, i + 1).code ? 0 : level_of(lines[i]);
        if (level > 0)
            g_string_append_len(out, "######", import_settle_level(&stack, level));
        g_string_append_printf(out, "%s%s", lines[i] + level, lines[i + 1] ? "\n" : "");
    }
    body_clear(&body);
    return g_string_free(out, FALSE);
}

char *dialect_title(const char *text)
{
    static struct pattern tag =
        PATTERN("<(/?)(sup|sub|b|strong|i|em|u|span|small|mark|kbd|q|abbr)(?:\\s[^>]*)?>");
    struct ink *ink = ink_new();
    struct ink_look look = {0};
    struct range at = {0, 0};
    for (size_t from = 0; *(text + from); from = at.end) {
        bool more = pattern_find(&tag, text, from, &at);
        g_autofree char *words = g_strndup(text + from, (more ? at.start : strlen(text)) - from);
        ink_add(ink, words, look);
        if (!more)
            break;
        bool opens = text[at.start + 1] != '/';
        unsigned mark = g_str_has_prefix(text + at.start + 2 - opens, "sup")   ? 1U << MARK_RAISED
                        : g_str_has_prefix(text + at.start + 2 - opens, "sub") ? 1U << MARK_LOWERED
                                                                               : 0;
        look.marks = opens ? look.marks | mark : look.marks & ~mark;
    }
    char *title = ink_plain(ink);
    ink_free(ink);
    return title;
}
