/*
 * Colours that may mean something: of words within a block, of single cells, rows and items. All
 * others are how the page looks: of whole blocks, of heads, and what repeats from row to row.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <string.h>

/* None of which says anything: as what is about them, or more or less of all lights. */
#define GREYS                                                                                      \
    "(?!none|url\\(|inherit|initial|unset|currentcolor|transparent|black|white|[a-z]*gr[ae]y"      \
    "|var\\(|#([0-9a-f]{2})\\g{-1}\\g{-1}|#([0-9a-f])\\g{-1}\\g{-1}(?![0-9a-f])"                   \
    "|rgba?\\((\\d+),\\g{-1},\\g{-1}\\b)"

/* Rows or items on each side that are looked at for what repeats. */
#define NEAR 4

char *html_colours(const char *style)
{
    static struct pattern colour =
        PATTERN("(?<![^;])(?:color|background|background-color):" GREYS "[^;]+");
    GString *colours = g_string_new(NULL);
    struct range found;
    for (size_t at = 0; pattern_find(&colour, style, at, &found); at = found.end)
        g_string_append_printf(colours, ";%.*s", (int)(found.end - found.start),
                               style + found.start);
    return g_string_free(colours, colours->len == 0);
}

/* In red, or in a class of site builders for words that warn; `style`: without blanks, or NULL. */
static bool warns(const xmlNode *node, const char *style)
{
    static const char *const classes[] = {"has-vivid-red-color", "has-luminous-vivid-red-color",
                                          "text-danger", NULL};
    static struct pattern red =
        PATTERN("(?<![^;])color:(?:red\\b|crimson|#[c-f][0-4]{2}\\b"
                "|#[c-f][0-9a-f](?:[0-4][0-9a-f]){2}\\b|rgba?\\(2\\d\\d,[0-7]?\\d,[0-7]?\\d\\b)");
    struct range found;
    return html_has_class(node, classes) || (style && pattern_find(&red, style, 0, &found));
}

/* The colour that a class of Bootstrap's names ("table-danger", "bg-success"), not that of the
 * site, which says nothing; owned by the caller; NULL: none does. */
static char *named_colour(const xmlNode *node)
{
    static struct pattern form =
        PATTERN("(?:^|\\s)(?:table|bg|text|text-bg|list-group-item)-"
                "(success|info|warning|danger)(?:-subtle|-emphasis)?(?=\\s|$)");
    static struct pattern of_row = PATTERN("(?:^|\\s)(success|info|warning|danger)(?=\\s|$)");
    bool row = html_is(node, "tr") || html_is(node, "td"); /* Bootstrap 3 */
    g_autofree char *classes = html_value(node, "class");
    g_autoptr(GMatchInfo) match = NULL;
    bool named = classes && g_regex_match(pattern_regex(&form), classes, 0, &match);
    if (classes && !named && row) {
        g_clear_pointer(&match, g_match_info_unref);
        named = g_regex_match(pattern_regex(&of_row), classes, 0, &match);
    }
    return named ? g_match_info_fetch(match, 1) : NULL;
}

/* What the element's own style and attributes say, without blanks; owned by the caller; NULL:
 * nothing. */
static char *style_of(const xmlNode *node)
{
    if (!node->properties)
        return NULL;
    g_autofree char *style = html_value(node, "style");
    g_autofree char *ground = html_value(node, "bgcolor");
    g_autofree char *font = html_is(node, "font") ? html_value(node, "color") : NULL;
    g_autofree char *named = named_colour(node);
    g_autofree char *all =
        g_strdup_printf("%s;%s%s;%s%s;%s%s", style ? style : "", ground ? "background-color:" : "",
                        ground ? ground : "", font ? "color:" : "", font ? font : "",
                        named ? "background:" : "", named ? named : "");
    return html_plain_style(all);
}

/* The element's own colours in one form, owned by the caller; NULL: it has none. */
static char *colours_of(const xmlNode *node)
{
    g_autofree char *style = style_of(node);
    return style ? html_colours(style) : NULL;
}

/* The element of the same kind that is `by` places on; NULL: there is none. */
static const xmlNode *neighbour(const xmlNode *node, int by)
{
    const xmlNode *at = node;
    for (int left = ABS(by); at && left > 0; left--)
        do
            at = by > 0 ? at->next : at->prev;
        while (at && !html_is(at, (const char *)node->name));
    return at;
}

static unsigned place_in_row(const xmlNode *cell)
{
    unsigned place = 0;
    while ((cell = xmlPreviousElementSibling((xmlNode *)cell)) != NULL)
        place++;
    return place;
}

/* The cell above (`by` < 0) or below, as far as none is joined; NULL: there is none, or it is the
 * column's head. */
static const xmlNode *cell_near(const xmlNode *cell, int by)
{
    const xmlNode *row = neighbour(cell->parent, by);
    const xmlNode *at = row ? xmlFirstElementChild((xmlNode *)row) : NULL;
    for (unsigned place = at ? place_in_row(cell) : 0; at && place > 0; place--)
        at = xmlNextElementSibling((xmlNode *)at);
    return html_is(at, "td") ? at : NULL;
}

static bool is_coloured_so(const xmlNode *node, const char *colours)
{
    g_autofree char *own = node ? colours_of(node) : NULL;
    return g_strcmp0(own, colours) == 0;
}

/* Most of those around it have the colour, too, or every second does. */
static bool repeats(const xmlNode *node, const char *colours,
                    const xmlNode *(*near)(const xmlNode *node, int by))
{
    unsigned all = 0, alike = 0;
    bool stripe = false;
    for (int by = -NEAR; by <= NEAR; by++) {
        const xmlNode *other = by ? near(node, by) : NULL;
        bool same = other && is_coloured_so(other, colours);
        all += other != NULL;
        alike += same;
        stripe |= same && ABS(by) == 2 && !is_coloured_so(near(node, by / 2), colours);
    }
    return stripe || 2 * alike > all;
}

static bool is_part(const xmlNode *node)
{
    const xmlNode *block = node->parent;
    while (block && block->type == XML_ELEMENT_NODE && !html_is_block(block))
        block = block->parent;
    return block && block->type == XML_ELEMENT_NODE &&
           html_view(node)->letters < html_view(block)->letters;
}

bool html_may_mean_colour(const xmlNode *node)
{
    static const char *const names[] = {"span", "font", "strong", "b",  "em", "i",
                                        "u",    "td",   "tr",     "li", NULL};
    return html_is_one_of(node, names);
}

bool html_ground_means(const xmlNode *node)
{
    bool cell = html_is(node, "td");
    g_autofree char *colours = cell || html_is(node, "tr") ? colours_of(node) : NULL;
    return colours && !repeats(node, colours, cell ? cell_near : neighbour);
}

bool html_colour_means(const xmlNode *node)
{
    g_autofree char *style = style_of(node);
    g_autofree char *colours = style ? html_colours(style) : NULL;
    if (style && warns(node, style))
        return true;
    if (!colours || !html_may_mean_colour(node))
        return false;
    if (html_is(node, "td"))
        return neighbour(node->parent, -1) && html_ground_means(node);
    if (html_is(node, "tr"))
        return neighbour(node, -1) && html_ground_means(node);
    return html_is(node, "li") ? !repeats(node, colours, neighbour) : is_part(node);
}
