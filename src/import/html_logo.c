/*
 * Whose a site is, as its logo says: a picture or words in the page's head or foot that the site's
 * theme calls its logo or brand, or that lead to its home.
 */
#include "import/html_around.h"

#include "base/pattern.h"

/* So far above it, what holds it may be called its name. */
#define LEVELS 3

static bool is_called_logo(const xmlNode *node)
{
    static const char *const attributes[] = {"class", "id", "src", "alt"};
    static const char *const names[] = {"logo", "brand", "site-title", "site_title"};
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(names); k++)
            if (html_value_has(node, attributes[i], names[k]))
                return true;
    return html_value_is(node, "rel", "home");
}

static bool is_logo(const xmlNode *node)
{
    for (int i = 0; i < LEVELS && node && node->type == XML_ELEMENT_NODE; i++, node = node->parent)
        if (is_called_logo(node))
            return true;
    return false;
}

bool html_is_placed_logo(const struct walk *w, const xmlNode *node)
{
    return w->layout && !html_view(node)->in_text && is_called_logo(node);
}

char *html_logo_words(const xmlNode *node)
{
    bool alone = !xmlFirstElementChild((xmlNode *)node) && html_view(node)->letters > 0;
    return html_is(node, "a") || (alone && is_called_logo(node)) ? html_words(node) : NULL;
}

void html_take_logo(struct walk *w, const xmlNode *node, const char *quote, const char *words)
{
    static struct pattern word = PATTERN("(?i)^(?:the )?logo(?: of| for)?[ :,-]+|[ :,-]+logo[.]?$"
                                         "|^logo$");
    if (w->source->logo_name || !(w->aside ? is_logo(node) : html_is_placed_logo(w, node)))
        return;
    g_autofree char *name =
        g_regex_replace_literal(pattern_regex(&word), words, -1, 0, "", 0, NULL);
    if (!name || !g_strstrip(name)[0])
        return;
    w->source->logo_number = (int)xmlGetLineNo(node);
    w->source->logo_quote = g_string_chunk_insert(w->source->strings, quote);
    w->source->logo_name = g_string_chunk_insert(w->source->strings, name);
}
