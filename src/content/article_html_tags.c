/*
 * What becomes of each HTML element: the one table.
 */
#include "content/article_html.h"

#include <string.h>

static const struct html_tag tags[] = {
    {"sup", HTML_FATE_NODE, NODE_SUPERSCRIPT},
    {"sub", HTML_FATE_NODE, NODE_SUBSCRIPT},
    {"b", HTML_FATE_NODE, NODE_STRONG},
    {"strong", HTML_FATE_NODE, NODE_STRONG},
    {"u", HTML_FATE_NODE, NODE_STRONG},
    {"kbd", HTML_FATE_NODE, NODE_STRONG},
    {"mark", HTML_FATE_NODE, NODE_STRONG},
    {"em", HTML_FATE_NODE, NODE_EMPHASIS},
    {"i", HTML_FATE_NODE, NODE_EMPHASIS},
    {"del", HTML_FATE_NODE, NODE_STRIKE},
    {"s", HTML_FATE_NODE, NODE_STRIKE},
    {"strike", HTML_FATE_NODE, NODE_STRIKE},
    {"ins", HTML_FATE_NODE, NODE_INSERTED},
    {"span", HTML_FATE_NODE, NODE_SPAN},
    {"q", HTML_FATE_NODE, NODE_SPAN},
    {"code", HTML_FATE_NODE, NODE_CODE},
    {"samp", HTML_FATE_NODE, NODE_CODE},
    {"bdi", HTML_FATE_NODE, NODE_SPAN},
    {"bdo", HTML_FATE_NODE, NODE_SPAN},
    {"abbr", HTML_FATE_NODE, NODE_ABBREVIATION},
    {"a", HTML_FATE_NODE, NODE_LINK},
    {"br", HTML_FATE_BREAK, NODE_HARD_BREAK},
    {"img", HTML_FATE_IMAGE, NODE_IMAGE},
    {"hr", HTML_FATE_RULE, NODE_RULE},
    {"blockquote", HTML_FATE_NODE, NODE_QUOTE},
    {"ul", HTML_FATE_LIST, NODE_LIST},
    {"ol", HTML_FATE_LIST, NODE_LIST},
    {"li", HTML_FATE_NODE, NODE_ITEM},
    {"table", HTML_FATE_TABLE, NODE_TABLE},
    {"tr", HTML_FATE_NODE, NODE_ROW},
    {"td", HTML_FATE_CELL, NODE_CELL},
    {"th", HTML_FATE_CELL, NODE_CELL},
    {"summary", HTML_FATE_HEADING, NODE_HEADING},
    {"h1", HTML_FATE_HEADING, NODE_HEADING},
    {"h2", HTML_FATE_HEADING, NODE_HEADING},
    {"h3", HTML_FATE_HEADING, NODE_HEADING},
    {"h4", HTML_FATE_HEADING, NODE_HEADING},
    {"h5", HTML_FATE_HEADING, NODE_HEADING},
    {"h6", HTML_FATE_HEADING, NODE_HEADING},
    {"p", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"div", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"center", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"details", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"section", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"article", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"figure", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"figcaption", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"caption", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"address", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"header", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"footer", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"main", HTML_FATE_BLOCK, NODE_PARAGRAPH},
    {"thead", HTML_FATE_LOOKS, NODE_ROW},
    {"tbody", HTML_FATE_LOOKS, NODE_ROW},
    {"tfoot", HTML_FATE_LOOKS, NODE_ROW},
    {"colgroup", HTML_FATE_LOOKS, NODE_ROW},
    {"col", HTML_FATE_LOOKS, NODE_ROW},
    {"small", HTML_FATE_LOOKS, NODE_TEXT},
    {"big", HTML_FATE_LOOKS, NODE_TEXT},
    {"font", HTML_FATE_LOOKS, NODE_TEXT},
    {"cite", HTML_FATE_LOOKS, NODE_TEXT},
    {"dfn", HTML_FATE_LOOKS, NODE_TEXT},
    {"time", HTML_FATE_LOOKS, NODE_TEXT},
    {"wbr", HTML_FATE_LOOKS, NODE_TEXT},
    {"tt", HTML_FATE_LOOKS, NODE_TEXT},
    {"var", HTML_FATE_LOOKS, NODE_TEXT},
};

const struct html_tag *html_tag_find(const char *name)
{
    static const struct html_tag refused = {"", HTML_FATE_REFUSE, NODE_TEXT};
    for (size_t i = 0; i < G_N_ELEMENTS(tags); i++)
        if (strcmp(tags[i].name, name) == 0)
            return &tags[i];
    return &refused;
}

/* What comes together, by its first name; each is a fault once. */
static const char *const families[][12] = {
    {"form", "input", "label", "select", "option", "optgroup", "textarea", "button", "fieldset",
     "legend", "datalist"},
    {"video", "audio", "source", "track", "iframe", "embed", "object", "param"},
    {"dl", "dt", "dd"},
    {"ruby", "rb", "rt", "rp"},
    {"svg", "g", "path", "rect", "circle", "text", "tspan"},
    {"math", "mrow", "mn", "mi", "mo", "mfrac", "msup", "msub"},
};

const char *html_refused_kind(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(families); i++)
        for (size_t j = 0; j < G_N_ELEMENTS(families[i]) && families[i][j]; j++)
            if (strcmp(families[i][j], name) == 0)
                return families[i][0];
    return name;
}
