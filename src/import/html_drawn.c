/*
 * Signs that a style sheet draws at words: a cross of a font of signs or a picture's, a line
 * through them. They have no words of their own, and may say "no". Awkward: most such signs are
 * looks, as ticks and arrows before items.
 */
#include "import/html_css.h"

#include "base/pattern.h"

#include <string.h>

#define WHY_LINE "a line that the page's looks draw may strike this: check whether it holds"

/* Crosses, bars and thumbs in the fonts of signs that pages have: Font Awesome, Material,
 * Dashicons, Bootstrap, Elementor, Themify, IcoMoon. */
static bool is_no(gunichar c)
{
    static const gunichar noes[] = {0xF00D, 0xF057, 0xF05E, 0xF056, 0xF165, 0xE5CD, 0xE5C9,
                                    0xE14B, 0xE15C, 0xE15D, 0xF158, 0xF335, 0xF153, 0xF62A,
                                    0xF623, 0xF659, 0xE646, 0xEA0F, 0xEA0D};
    for (size_t i = 0; i < G_N_ELEMENTS(noes); i++)
        if (noes[i] == c)
            return true;
    return false;
}

static bool has_no(const char *words)
{
    for (const char *p = words; *p; p = g_utf8_next_char(p))
        if (is_no(g_utf8_get_char(p)))
            return true;
    return false;
}

/* A picture whose name says so. */
static bool draws_no(const char *style)
{
    for (const char *at = strstr(style, "url("); at; at = strstr(at, "url(")) {
        at += strlen("url(");
        g_autofree char *address = g_strndup(at, css_length(at, ")"));
        g_strdelimit(address, "\"' ", '/');
        while (g_str_has_suffix(address, "/"))
            address[strlen(address) - 1] = '\0';
        if (!g_str_has_prefix(address, "/data:") && !g_str_has_prefix(address, "data:") &&
            html_file_says_no(address))
            return true;
    }
    return false;
}

/* Thin, right across the middle of the words, or between two grounds that show nothing. */
static bool draws_line(const char *style, const xmlNode *node, bool added)
{
    static struct pattern gradient = PATTERN(
                              "linear-gradient\\([^;]*transparent[^;]*(?<!\\d)[45]\\d(?:\\.\\d+)?%"
                              "[^;]*transparent"),
                          middle =
                              PATTERN("(?<![^;])(?:top|bottom):(?:calc\\()?(?:[45]\\d(?:\\.\\d+)?%"
                                      "|0?\\.[4-7]\\d*em)"),
                          thin = PATTERN(
                              "(?<![^;])(?:border-(?:top|bottom)|height:0?(?:\\.\\d+)?[1-4]?px"
                              "|height:0?\\.\\d+em|border:)");
    static const char *const blocks[] = {"p", "li", "td", "th", "dd", NULL};
    struct range found;
    if (html_is_block(node) && !html_is_one_of(node, blocks))
        return false;
    g_autofree char *plain = html_plain_style(style);
    return pattern_find(&gradient, plain, 0, &found) ||
           (added && strstr(plain, "position:absolute") &&
            pattern_find(&middle, plain, 0, &found) && pattern_find(&thin, plain, 0, &found));
}

/* What a pointer presses has crosses that mean no words. */
static bool is_pressed(const xmlNode *node)
{
    static const char *const names[] = {"button", "a", "summary", "input", "label", NULL};
    return html_is_one_of(node, names) || html_value_is(node, "role", "button");
}

static bool has_words(const xmlNode *node)
{
    g_autofree char *words = html_words(node);
    return *words != '\0';
}

const char *css_why_sign(const char *style, const char *words, const xmlNode *node)
{
    bool no = has_no(words) || (strstr(style, "url(") && draws_no(style));
    bool place = has_words(node) || html_is(node, "td");
    if (no && place && !is_pressed(node))
        return HTML_SIGN;
    return draws_line(style, node, true) && has_words(node) ? WHY_LINE : NULL;
}

void css_mark_sign(xmlNode *node, const char *style)
{
    bool drawn = strstr(style, "url(") || strstr(style, "gradient");
    if (!drawn || !has_words(node) || is_pressed(node))
        return;
    static const char *const names[] = {"li", "td", "th", "p",   "span",
                                        "dd", "dt", "ul", "div", NULL};
    bool no = html_is_one_of(node, names) && draws_no(style);
    if (!no && !draws_line(style, node, false))
        return;
    xmlNode *text = html_new_text("", no ? HTML_SIGN : WHY_LINE);
    xmlAddPrevSibling(node->children, text);
}
