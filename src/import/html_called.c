/*
 * Parts of a page by names that sites put together from words of their own and one that says what
 * it is: "aioseo-breadcrumbs", "blog-related-posts". Awkward: what holds such a part may be called
 * after it, too ("has-breadcrumbs").
 */
#include "base/pattern.h"
#include "import/html_around.h"

#define WORDS "(?:^|\\s)(?!has-|with-|no-|hide-|show-)[\\w-]*?"
#define END   "(?:(?:__|-)(?:wrapper|container|list|nav|trail|bar|section))?(?=\\s|$)"

static struct {
    struct pattern name;
    struct html_part part;
} called[] = {
    {PATTERN("(?i)" WORDS "breadcrumbs?" END), {"part of a menu", true, false}},
    {PATTERN("(?i)" WORDS "(?:hs-menu|unifiednav)" END), {"part of a menu", true, false}},
    {PATTERN("(?i)" WORDS "(?:header-container|dmHeader|wsite-header)-?(?:container|wrapper|"
             "section)(?=\\s|$)"),
     {"part of the page's head", true, false}},
    {PATTERN("(?i)" WORDS "(?:footer-container|dmFooter)-?(?:container|wrapper)(?=\\s|$)"),
     {"part of the page's foot", true, false}},
    {PATTERN("(?i)" WORDS "(?:blog|post|article)-comments" END),
     {"what readers wrote", false, false}},
    {PATTERN("(?i)" WORDS "related-(?:posts|articles|products|pages|stories)" END),
     {"other pages of the site", false, false}},
    {PATTERN("(?i)" WORDS "(?:post__(?:meta|tags|timestamp)|blog-tags|field--name-field-tags)" END),
     {"about the page, not of its text", true, false}},
};

static const struct html_part button = {"a button", false, false};

const struct html_part *html_called_part(const xmlNode *node)
{
    g_autofree char *names = html_value(node, "class");
    struct range found;
    for (size_t i = 0; names && i < G_N_ELEMENTS(called); i++)
        if (pattern_find(&called[i].name, names, 0, &found))
            return &called[i].part;
    return html_value_has(node, "onclick", "print(") ? &button : NULL;
}
