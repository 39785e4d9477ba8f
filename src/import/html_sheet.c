/*
 * Style sheets within a page: what they say that means something (struck, raised, bold, words in a
 * colour, boxes of their own, not shown) is put into the style of each element that they say it of.
 * Text processors that save web pages say such things nowhere else. All other rules are looks.
 */
#include "import/html_css.h"

#include "base/pattern.h"

#include <string.h>

#define WHY_MISSING                                                                                \
    "a style sheet that is not beside the page: what it strikes, hides or adds is not known, "     \
    "compare with the page"
#define WHY_LOOKS                                                                                  \
    "the page's style sheet may strike, raise or hide this, which could not be told: look"

/* What a style says that means something, as html_meant_styles, with the colours of its words and
 * of what is behind them; owned by the caller. */
static char *meaning_of(const char *style)
{
    g_autofree char *plain = html_plain_style(style);
    g_autofree char *meant = html_meant_styles(plain);
    g_autofree char *colours = html_colours(plain), *unseen = html_unseen_styles(plain);
    g_autofree char *boxes = html_box_styles(style);
    const char *lines = html_keeps_lines(plain) ? ";white-space:pre-line" : "";
    return g_strconcat(lines, meant ? meant : "", colours ? colours : "", unseen ? unseen : "",
                       boxes, NULL);
}

/* Looks that a rule for more than one class gives are those of the page's parts: its colours and
 * faces. */
static bool means_anywhere(const char *style)
{
    static const char *const looks[] = {"color", "background", "font-weight", "font-style",
                                        "font-size:smaller"};
    for (size_t i = 0; i < G_N_ELEMENTS(looks); i++)
        if (g_str_has_prefix(style, looks[i]))
            return false;
    return true;
}

/* What is hidden as a whole may be what a program of the page opens: it is listed as not shown, and
 * no more. */
static const char *settle_hidden(const xmlNode *node, const char *style)
{
    bool part = html_is_block(node) && !html_is(node, "p");
    return part && g_str_has_prefix(style, "display:none") ? "visibility:hidden" : style;
}

/* Adds what means something; `anywhere`: or only what does so by a rule for one class. Of whole
 * blocks the colour is the page's look. */
static void add_meaning(GString *styles, const char *said, bool anywhere, const xmlNode *node)
{
    g_autofree char *meaning = *said ? meaning_of(said) : g_strdup("");
    for (const char *p = meaning; *p;) {
        size_t length = css_length(p, ";");
        g_autofree char *one = g_strndup(p, length);
        const char *style = settle_hidden(node, one);
        if (strcmp(style, "text-decoration:none") == 0 && !html_is_strike(node))
            style = "";
        g_autofree char *colours = html_colours(style);
        if (*style && means_anywhere(style) == anywhere && (!colours || html_may_mean_colour(node)))
            g_string_append_printf(styles, ";%s", style);
        p += length + (p[length] == ';');
    }
}

/* True where the element's look, or that of what it stands in, has it not be there at all. */
static bool is_gone(const struct css_element *element, const struct css_look *look)
{
    g_autofree char *all = g_strconcat(look->own ? look->own : "", ";", look->sheets, NULL);
    g_autofree char *plain = html_plain_style(all);
    return (element->parent && element->parent->gone) || strstr(plain, "display:none");
}

static void style_element(const GArray *found, xmlNode *node, GArray *counters, bool *unsure)
{
    g_autofree char *own = node->properties ? html_value(node, "style") : NULL;
    struct css_element *element = node->_private;
    struct css_values values = {NULL, element->parent};
    struct css_look look = css_settle(found, HTML_ITSELF, own, &values);
    element->values = values.own;
    element->gone = is_gone(element, &look);
    g_autofree char *said = g_strconcat(look.sheets, look.own, NULL);
    if (!element->gone)
        css_count(counters, element, said);
    css_mark_sign(node, said);
    GString *style = g_string_new(look.own);
    add_meaning(style, look.sheets, true, node);
    add_meaning(style, look.of_class, false, node);
    if (g_strcmp0(style->str, own ? own : "") != 0)
        xmlSetProp(node, (const xmlChar *)"style", (const xmlChar *)style->str);
    *unsure |= look.unsure;
    g_string_free(style, TRUE);
    css_clear_look(&look);
}

/* What is hidden on other displays is seen on the reader's. */
static bool changes_sense(const char *meaning, enum css_truth truth)
{
    return strstr(meaning, "line-through") || strstr(meaning, "vertical-align") ||
           (truth == CSS_MAYBE && (strstr(meaning, "display:none") || strstr(meaning, "hidden")));
}

/* A rule that may hold for the element, or does on other displays: what could have changed is
 * listed, once for each. True: its looks may be those of the page. */
static bool list_unsure(struct source *source, const struct css_match *match, const xmlNode *node)
{
    g_autofree char *style = css_write(match->rule->body->declarations);
    g_autofree char *meaning = meaning_of(style);
    bool told = match->rule->body->told;
    match->rule->body->told = true;
    if (match->rule->selector.place != HTML_ITSELF) {
        if (!told)
            css_list_added(source, style, node);
        return false;
    }
    g_autofree char *words =
        !told && changes_sense(meaning, match->truth) ? html_words(node) : g_strdup("");
    if (*words)
        source_add(source, LINE_TEXT, (int)xmlGetLineNo(node), words)->why = WHY_LOOKS;
    return match->truth == CSS_MAYBE && *meaning;
}

/* A style that is not only of the element's own looks, as they are read later. */
static bool says_more(const char *style)
{
    static const char *const parts[] = {"--", "var(", "counter-", "url(", "none", "gradient"};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strstr(style, parts[i]))
            return true;
    return false;
}

/* True: nobody here can tell all that the sheets say of the element. */
static bool apply(struct source *source, const GArray *found, xmlNode *node, GArray *counters)
{
    bool unsure = false;
    for (guint i = 0; i < found->len; i++) {
        const struct css_match *match = &g_array_index(found, struct css_match, i);
        if (match->truth != CSS_YES)
            unsure |= list_unsure(source, match, node);
    }
    struct css_element *element = node->_private;
    g_autofree char *own = node->properties ? html_value(node, "style") : NULL;
    if (found->len > 0 || (own && says_more(own)))
        style_element(found, node, counters, &unsure);
    else {
        element->gone = element->parent && element->parent->gone;
        css_count(counters, element, "");
    }
    unsure |= css_add_words(source, found, node, counters);
    if (html_is(node, "li"))
        css_add_item_sign(node);
    return unsure;
}

/* For whom a sheet is; some are called in when the page is there, and for none until then. */
static enum css_truth media_of(const xmlNode *node)
{
    g_autofree char *media = html_value(node, "media");
    bool later = html_value_has(node, "onload", "media");
    return css_media(media && !later ? media : "");
}

/* What a sheet says, owned by the caller; NULL: it is not beside the page. */
static char *text_of(const struct source *source, const xmlNode *node)
{
    if (html_is(node, "style")) {
        xmlChar *text = xmlNodeGetContent(node);
        char *copy = g_strdup((const char *)text);
        xmlFree(text);
        return copy;
    }
    g_autofree char *href = html_value(node, "href");
    g_autoptr(GBytes) bytes = href ? import_read_beside(source, href) : NULL;
    gsize size = 0;
    const char *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;
    return data ? g_utf8_make_valid(data, (gssize)size) : NULL;
}

/* False: it, or one that it calls in, is elsewhere. */
static bool read_sheet(const struct source *source, struct css_rules *rules, const xmlNode *node)
{
    g_autofree char *media = html_value(node, "media");
    g_autofree char *sheet = text_of(source, node);
    bool within = media && !html_value_has(node, "onload", "media");
    g_autofree char *whole =
        sheet && within ? g_strdup_printf("@media %s{%s}", media, sheet) : NULL;
    if (sheet)
        css_add_sheet(rules, whole ? whole : sheet);
    return sheet && !strstr(sheet, "@import");
}

static bool is_sheet(const xmlNode *node)
{
    bool link = html_is(node, "link") && html_value_has(node, "rel", "stylesheet") &&
                !html_value_has(node, "rel", "alternate");
    return (link || html_is(node, "style")) && media_of(node) != CSS_NO &&
           !html_is(node->parent, "noscript"); /* for browsers of another kind */
}

/* The first of those that are elsewhere is named. */
static void list_missing(struct source *source, const xmlNode *node)
{
    g_autofree char *href = html_value(node, "href");
    struct input_line *line =
        source_add(source, LINE_TEXT, (int)xmlGetLineNo(node), href && *href ? href : "@import");
    line->why = WHY_MISSING;
}

bool html_apply_sheets(struct source *source, xmlNode *root)
{
    struct css_rules *rules = css_new_rules();
    bool own = true, any = false;
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        if (!is_sheet(n))
            continue;
        bool whole = read_sheet(source, rules, n);
        if (!whole && own)
            list_missing(source, n);
        own &= whole;
        any = true;
    }
    css_enter(rules, root);
    g_autoptr(GArray) counters = css_new_counters();
    g_autoptr(GArray) found = g_array_new(FALSE, TRUE, sizeof(struct css_match));
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        css_find(rules, n, found);
        own &= !apply(source, found, (xmlNode *)n, counters);
    }
    css_free_rules(rules);
    html_keep_lines(root);
    return own && any;
}
