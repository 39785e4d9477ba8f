/*
 * Words that a style sets above or below their line, as powers and indices. Awkward: pages align
 * pictures and badges in the same ways, so most of them mean something only where the words are
 * smaller than those about them, or move far enough.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <string.h>

/* Smaller words are looked for so far up at most. */
#define CLIMB_MOST 4

/* Less is done to align pictures and badges, more for powers and footnotes. */
static const struct html_least moved = {.em = 0.2, .ex = 0.4, .percent = 20, .px = 3};

/* The property's value in a style without blanks; lent; NULL: it has none. */
static const char *find_value(const char *style, const char *property)
{
    const char *at = style;
    while ((at = strstr(at, property)) && at > style && at[-1] != ';')
        at++;
    return at ? at + strlen(property) : NULL;
}

/* The second of two lengths, with or without a comma between them. */
static const char *second_of(const char *lengths)
{
    char *unit;
    g_ascii_strtod(lengths, &unit);
    return unit + strspn(unit, "abcdefghijklmnopqrstuvwxyz%,");
}

static bool has_smaller(const char *style)
{
    static struct pattern small =
        PATTERN("(?<![^;])font(?:-size)?:(?:[^;]*\\b)?(?:smaller|small|x+-small"
                "|0?\\.(?:[1-7]\\d*|8[0-5]?)r?em|(?:[1-7]\\d|8[0-5])(?:\\.\\d+)?%"
                "|(?:[1-9]|1[01])(?:\\.\\d+)?px|[1-9](?:\\.\\d+)?pt)");
    struct range found;
    return pattern_find(&small, style, 0, &found);
}

static bool is_small_itself(const xmlNode *node)
{
    g_autofree char *style = node->properties ? html_value(node, "style") : NULL;
    g_autofree char *plain = style ? html_plain_style(style) : NULL;
    return html_is(node, "small") || (plain && has_smaller(plain)) ||
           (html_is(node, "font") &&
            (html_value_is(node, "size", "1") || html_value_has(node, "size", "-")));
}

/* The element, or one about it within the line. */
static bool is_small(const xmlNode *node, const char *style)
{
    bool small = has_smaller(style);
    for (int i = 0; i < CLIMB_MOST && !small && node && node->type == XML_ELEMENT_NODE; i++) {
        if (html_is_block(node))
            break;
        small = is_small_itself(node);
        node = node->parent;
    }
    return small;
}

/* By a length above or below the line. Lengths that rise are positive for some properties and
 * negative for others. */
static enum mark mark_of_length(const char *style, bool small)
{
    static const struct {
        const char *property;
        bool rises, relative; /* it moves only what is placed by its own place */
        bool small, second;   /* of smaller words; it is the second of two lengths */
    } moves[] = {{"vertical-align:", true, false, false, false},
                 {"mso-text-raise:", true, false, false, false},
                 {"bottom:", true, true, false, false},
                 {"top:", false, true, false, false},
                 {"inset:", false, true, false, false},
                 {"inset-block-start:", false, true, false, false},
                 {"transform:translatey(", false, false, true, false},
                 {"transform:translate(", false, false, true, true},
                 {"transform:translate3d(", false, false, true, true},
                 {"translate:", false, false, true, true}};
    bool relative = strstr(style, "position:relative") != NULL;
    bool elsewhere = strstr(style, "position:absolute") || strstr(style, "position:fixed");
    for (size_t i = 0; i < G_N_ELEMENTS(moves) && !elsewhere; i++) {
        const char *value = find_value(style, moves[i].property);
        if (!value || (moves[i].relative && !relative) || (moves[i].small && !small))
            continue;
        double by = html_length(moves[i].second ? second_of(value) : value, &moved);
        if (by != 0)
            return (by > 0) == moves[i].rises ? MARK_RAISED : MARK_LOWERED;
    }
    return MARK_COUNT;
}

/* By a word: `small`: of smaller words, on a line with others. */
static const struct {
    const char *style;
    enum mark mark;
    bool small;
} words[] = {
    {"vertical-align:super", MARK_RAISED, false},
    {"vertical-align:sub", MARK_LOWERED, false},
    {"vertical-align:top", MARK_RAISED, true},
    {"vertical-align:text-top", MARK_RAISED, true},
    {"vertical-align:bottom", MARK_LOWERED, true},
    {"vertical-align:text-bottom", MARK_LOWERED, true},
    {"font-variant-position:super", MARK_RAISED, false},
    {"font-variant-position:sub", MARK_LOWERED, false},
    {"font-variant:super", MARK_RAISED, false},
    {"font-variant:sub", MARK_LOWERED, false},
    {"font-feature-settings:\"sups\"", MARK_RAISED, false},
    {"font-feature-settings:'sups'", MARK_RAISED, false},
    {"font-feature-settings:\"subs\"", MARK_LOWERED, false},
    {"font-feature-settings:\"sinf\"", MARK_LOWERED, false},
};

static bool is_box(const char *style)
{
    static struct pattern box = PATTERN("(?<![^;])(?:display:(?!inline(?:;|$))|float:(?!none)"
                                        "|position:(?:absolute|fixed))");
    struct range found;
    return pattern_find(&box, style, 0, &found);
}

enum mark html_mark_of_place(const xmlNode *node, const char *style)
{
    if (!*style)
        return MARK_COUNT;
    bool small = is_small(node, style);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(style, words[i].style) && (!words[i].small || (small && !is_box(style))))
            return words[i].mark;
    return mark_of_length(style, small);
}

void html_add_place(GString *meant, const char *style)
{
    enum mark mark = html_mark_of_place(NULL, style);
    if (mark != MARK_COUNT)
        g_string_append(meant,
                        mark == MARK_RAISED ? ";vertical-align:super" : ";vertical-align:sub");
    for (size_t i = 0; mark == MARK_COUNT && i < G_N_ELEMENTS(words); i++)
        if (words[i].small && strstr(style, words[i].style) && !is_box(style))
            g_string_append_printf(meant, ";%s", words[i].style);
    if (has_smaller(style))
        g_string_append(meant, ";font-size:smaller");
}
