/*
 * Boxes that styles show in another order than the page has them: an article has them in the
 * page's.
 */
#include "import/html_css.h"

#include "base/pattern.h"

#include <stdlib.h>
#include <string.h>

/* The value of the last declaration of that name in a style; owned by the caller; NULL: none. */
static char *value_of(const xmlNode *node, const char *name)
{
    g_autofree char *style = node->properties ? html_value(node, "style") : NULL;
    if (!style || !strstr(style, name))
        return NULL;
    g_autoptr(GArray) said = css_declarations(style, true);
    for (guint i = said->len; i > 0; i--) {
        const struct css_declaration *one = &g_array_index(said, struct css_declaration, i - 1);
        if (strcmp(one->name, name) == 0)
            return g_strdup(one->value);
    }
    return NULL;
}

/* By its style, or a class of Bootstrap or Tailwind for displays of a desk. */
static long order_of(const xmlNode *node)
{
    static struct pattern form = PATTERN(
        "(?:^|\\s)(?:(?:sm|md|lg|xl):)?(-?)order-(?:(?:sm|md|lg|xl)-)?(\\d+|first|last)(?:\\s|$)");
    g_autofree char *value = value_of(node, "order"), *class = html_value(node, "class");
    g_autoptr(GMatchInfo) match = NULL;
    if (value)
        return strtol(value, NULL, 10);
    if (!class || !strstr(class, "order-") ||
        !g_regex_match(pattern_regex(&form), class, 0, &match))
        return 0;
    g_autofree char *sign = g_match_info_fetch(match, 1), *by = g_match_info_fetch(match, 2);
    long order = *by == 'f' ? -9999 : *by == 'l' ? 9999 : strtol(by, NULL, 10);
    return *sign ? -order : order;
}

/* Where the area stands among those that the box around names; -1: it names none such. */
static long place_of_area(const xmlNode *around, const char *area)
{
    g_autofree char *areas = value_of(around, "grid-template-areas");
    g_autofree char *all = areas ? NULL : value_of(around, "grid-template");
    g_auto(GStrv) names = g_strsplit_set(areas ? areas : all ? all : "", "\"' \t\r\n", -1);
    for (long i = 0; names[i]; i++)
        if (strcmp(names[i], area) == 0)
            return i;
    return -1;
}

/* The row, from 1, or where its area stands; -1: it stands where the page has it. */
static long row_of(const xmlNode *node)
{
    static const char *const names[] = {"grid-row-start", "grid-row"};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *row = value_of(node, names[i]);
        if (row && g_ascii_isdigit(*row))
            return strtol(row, NULL, 10);
    }
    g_autofree char *area = value_of(node, "grid-area");
    if (!area)
        return -1;
    return g_ascii_isdigit(*area) ? strtol(area, NULL, 10) : place_of_area(node->parent, area);
}

static bool is_moved_up(const xmlNode *node)
{
    const xmlNode *before = node ? xmlPreviousElementSibling((xmlNode *)node) : NULL;
    if (!before || !node->parent || node->parent->type != XML_ELEMENT_NODE)
        return false;
    long order = order_of(node), other = order_of(before);
    long row = row_of(node), above = row >= 0 ? row_of(before) : -1;
    return order < other || (order == other && row >= 0 && row < above);
}

/* Of two, the one that says nothing of its place may be what moves. */
bool html_is_out_of_order(const xmlNode *node)
{
    const xmlNode *next = xmlNextElementSibling((xmlNode *)node);
    return is_moved_up(node) || (next && !next->properties && is_moved_up(next));
}
