/*
 * How the words of a cell are aligned, as far as Markdown has it: to the middle or to the end of
 * the line. Awkward: pages say "right", which is the line's start where people write from right to
 * left.
 */
#include "import/html_parts.h"

#include <string.h>

/* 0: the line's start. */
static const struct {
    const char *word;
    char ltr, rtl;
} words[] = {{"center", 'c', 'c'}, {"right", 'r', 0}, {"left", 0, 'r'}, {"end", 'r', 'r'}};

/* Of our own pages, WordPress and Bootstrap. */
static const char *const centers[] = {"center", "has-text-align-center", "text-center",
                                      "aligncenter", NULL};
static const char *const rights[] = {"has-text-align-right", "text-right", "text-end", NULL};
static const char *const ends[] = {"end", NULL};

/* What the words of an attribute or style mean; 0: nothing that Markdown has. */
static char sign_of(const char *value, bool rtl)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (g_ascii_strncasecmp(value, words[i].word, strlen(words[i].word)) == 0)
            return rtl ? words[i].rtl : words[i].ltr;
    return 0;
}

/* The value of "text-align" in a style, lent; NULL: it has none. */
static const char *style_value(const char *style)
{
    const char *at = style ? strstr(style, "text-align") : NULL;
    at = at && strncmp(at, "text-align-", 11) != 0 ? strchr(at, ':') : NULL;
    return at ? at + 1 + strspn(at + 1, " ") : NULL;
}

char html_alignment(const xmlNode *cell, bool rtl)
{
    if (html_has_class(cell, centers))
        return 'c';
    if (html_has_class(cell, ends) || (!rtl && html_has_class(cell, rights)))
        return 'r';
    g_autofree char *style = html_value(cell, "style"), *align = html_value(cell, "align");
    const char *value = style_value(style);
    return value ? sign_of(value, rtl) : align ? sign_of(align, rtl) : 0;
}
