/*
 * Style sheets within a page: what they say that means something (struck, raised, bold, words in a
 * colour, boxes of their own, not shown) is put into the style of each element that they say it of.
 * Text processors that save web pages say such things nowhere else. All other rules are looks.
 * Words that a sheet adds before or behind an element become words of the element.
 */
#include "import/html_css.h"

#include "base/pattern.h"

#include <string.h>

#define WHY_MADE      "words that only the page's style sheet adds: check them"
#define WHY_SOMEWHERE "words that the page's style sheet adds somewhere: look where, and add them"
#define WHY_COUNTED   "a number that only the page's style sheet counts stands here: write it"

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
    return g_strconcat(meant ? meant : "", colours ? colours : "", unseen ? unseen : "", boxes,
                       NULL);
}

/* Looks that a rule for more than one class gives are those of the page's parts, but for these. */
static bool means_anywhere(const char *style)
{
    static const char *const styles[] = {"text-decoration", "vertical-align", "visibility",
                                         "display",         "float",          "position",
                                         "margin",          "padding"};
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++)
        if (g_str_has_prefix(style, styles[i]))
            return true;
    return false;
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

static void style_element(const GArray *found, xmlNode *node, bool *unsure)
{
    g_autofree char *own = node->properties ? html_value(node, "style") : NULL;
    struct css_element *element = node->_private;
    struct css_values values = {NULL, element->parent};
    struct css_look look = css_settle(found, HTML_ITSELF, own, &values);
    element->values = values.own;
    GString *style = g_string_new(look.own);
    add_meaning(style, look.sheets, true, node);
    add_meaning(style, look.of_class, false, node);
    if (g_strcmp0(style->str, own ? own : "") != 0)
        xmlSetProp(node, (const xmlChar *)"style", (const xmlChar *)style->str);
    *unsure |= look.unsure;
    g_string_free(style, TRUE);
    css_clear_look(&look);
}

/* What stands behind the property's name. */
static const char *content_of(const char *body)
{
    static struct pattern content = PATTERN("(?i)(?<![\\w-])content\\s*:");
    struct range found = {0, 0};
    size_t end = strlen(body);
    for (size_t at = 0; pattern_find(&content, body, at, &found); at = found.end)
        end = found.end;
    return body + end;
}

/* The string that opens at `*at`, where its quote is, without escapes; moves behind it. */
static void add_string(GString *words, const char **at)
{
    char quote = **at;
    const char *p = *at + 1;
    while (*p && *p != quote) {
        if (*p != '\\' || !p[1]) {
            g_string_append_c(words, *p++);
            continue;
        }
        char *end;
        g_autofree char *digits = g_strndup(p + 1, strspn(p + 1, "0123456789abcdefABCDEF"));
        digits[MIN(strlen(digits), 6)] = '\0';
        gunichar c = (gunichar)strtoul(digits, &end, 16);
        if (*digits && g_unichar_validate(c) && c)
            g_string_append_unichar(words, c);
        else if (!*digits)
            g_string_append_c(words, p[1]);
        p += *digits ? 1 + strlen(digits) : 2;
        p += *digits && *p == ' ';
    }
    *at = *p ? p + 1 : p;
}

/* The words that a style adds; owned by the caller. `*counted`: a number is among them. */
static char *words_of(const char *style, const xmlNode *node, bool *counted)
{
    GString *words = g_string_new(NULL);
    const char *at = content_of(style);
    while (*at && *at != ';' && *at != '}') {
        if (*at == '"' || *at == '\'') {
            add_string(words, &at);
            continue;
        }
        size_t length = strcspn(at, ";\"' \t\r\n(");
        const char *open = at[length] == '(' ? at + length + 1 : NULL;
        if (open && g_str_has_prefix(at, "attr(")) {
            g_autofree char *name = g_strndup(open, strcspn(open, "), \t"));
            g_autofree char *value = html_value(node, name);
            g_string_append(words, value ? value : "");
        } else if (open && g_str_has_prefix(at, "counter"))
            *counted = true;
        const char *close = open ? strchr(open, ')') : NULL;
        at = close ? close + 1 : at + MAX(length, 1);
    }
    return g_string_free(words, FALSE);
}

/* Signs of items and quotations, and those of fonts of signs, are looks. */
static bool is_sign_alone(const char *words)
{
    for (const char *p = words; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool arrow = c >= 0x2190 && c <= 0x21FF, shape = c >= 0x25A0 && c <= 0x25FF;
        GUnicodeType type = g_unichar_type(c);
        if (!arrow && !shape && !g_unichar_isspace(c) && type != G_UNICODE_PRIVATE_USE &&
            type != G_UNICODE_INITIAL_PUNCTUATION && type != G_UNICODE_FINAL_PUNCTUATION &&
            type != G_UNICODE_DASH_PUNCTUATION && !g_utf8_strchr("•‣·|/>\"'*.◆❖➤➔✦✱", -1, c))
            return false;
    }
    return true;
}

/* A box that clears what floats, or that only draws, shows no words. */
static bool is_drawn(const char *style)
{
    g_autofree char *plain = html_plain_style(style);
    static const char *const nothing[] = {"display:none", "visibility:hidden", "clear:both",
                                          "height:0;", "font-size:0;"};
    for (size_t i = 0; i < G_N_ELEMENTS(nothing); i++)
        if (strstr(plain, nothing[i]))
            return true;
    return false;
}

/* A list whose numbers the sheet counts in letters has them by its style, too. */
static void count_by_letters(const char *said, xmlNode *list)
{
    static struct pattern letters = PATTERN("(?i)\\b(?:latin|alpha|roman)\\b");
    struct range found;
    if (list->type != XML_ELEMENT_NODE || !pattern_find(&letters, said, 0, &found) ||
        html_value_has(list, "style", "lower-alpha"))
        return;
    g_autofree char *own = html_value(list, "style");
    g_autofree char *style = g_strconcat(own ? own : "", ";list-style-type:lower-alpha", NULL);
    xmlSetProp(list, BAD_CAST "style", BAD_CAST style);
}

/* `style`: of what stands before the element's words, or behind them. */
static void add_words(const char *style, enum html_place place, xmlNode *node)
{
    bool counted = false;
    g_autofree char *words = words_of(style, node, &counted);
    if (counted && html_is(node, "li")) { /* lists are counted anew */
        count_by_letters(style, node->parent);
        return;
    }
    g_autofree char *boxes = html_box_styles(style);
    bool before = place == HTML_BEFORE;
    if (is_drawn(style) || (is_sign_alone(words) && !counted))
        return;
    g_autofree char *apart =
        g_strconcat(*boxes && !before ? " " : "", words, *boxes && before ? " " : "", NULL);
    xmlNode *text = html_new_text(counted ? " " : apart, counted ? WHY_COUNTED : WHY_MADE);
    if (before && node->children)
        xmlAddPrevSibling(node->children, text);
    else
        xmlAddChild(node, text);
}

/* Words for which there is no place in the element, or none that can be told, are listed. */
static void list_words(struct source *source, const char *style, const xmlNode *node)
{
    bool counted = false;
    g_autofree char *words = words_of(style, node, &counted);
    if (is_sign_alone(words) || is_drawn(style))
        return;
    struct input_line *line = source_add(source, LINE_TEXT, (int)xmlGetLineNo(node), words);
    line->why = line->kind == LINE_BLANK ? NULL : WHY_SOMEWHERE;
}

/* Words that sheets add. */
static void extend_element(struct source *source, const GArray *found, xmlNode *node, bool *unsure)
{
    static const char *const empty[] = {"img",  "br",     "input", "html",
                                        "head", "script", "style", NULL};
    static const char *const closed[] = {"table", "tbody", "thead", "tfoot", "tr", "hr", NULL};
    for (enum html_place place = HTML_BEFORE; place <= HTML_BEHIND; place++) {
        struct css_values values = {NULL, node->_private};
        struct css_look look = css_settle(found, place, NULL, &values);
        bool adds = *content_of(look.sheets) && !html_is_one_of(node, empty);
        *unsure |= look.unsure;
        if (adds && html_is_one_of(node, closed))
            list_words(source, look.sheets, node);
        else if (adds)
            add_words(look.sheets, place, node);
        css_clear_look(&look);
        g_clear_pointer(&values.own, g_hash_table_unref);
    }
}

/* The string that a list's style has for the sign of its items, as written and what follows it; a
 * copy; NULL: none. */
static char *sign_of(const char *style)
{
    g_autoptr(GArray) said = css_declarations(style, false);
    char *sign = NULL;
    for (guint i = 0; i < said->len; i++) {
        const struct css_declaration *one = &g_array_index(said, struct css_declaration, i);
        const char *string = strpbrk(one->value, "\"'");
        if (!string || !g_str_has_prefix(one->name, "list-style"))
            continue;
        g_free(sign);
        sign = g_strdup(string);
    }
    return sign;
}

/* Words that stand for the sign of an item, as a list's style or its own says them. */
static void extend_item(xmlNode *node)
{
    for (const xmlNode *n = node; n == node || n == node->parent; n = n->parent) {
        g_autofree char *style = n->type == XML_ELEMENT_NODE ? html_value(n, "style") : NULL;
        g_autofree char *sign = style ? sign_of(style) : NULL;
        if (!sign)
            continue;
        g_autofree char *body = g_strconcat("content:", sign, NULL);
        add_words(body, HTML_BEFORE, node);
        return;
    }
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
            list_words(source, style, node);
        return false;
    }
    g_autofree char *words =
        !told && changes_sense(meaning, match->truth) ? html_words(node) : g_strdup("");
    if (*words)
        source_add(source, LINE_TEXT, (int)xmlGetLineNo(node), words)->why = WHY_LOOKS;
    return match->truth == CSS_MAYBE && *meaning;
}

/* True: nobody here can tell all that the sheets say of the element. */
static bool apply(struct source *source, const GArray *found, xmlNode *node)
{
    bool unsure = false;
    for (guint i = 0; i < found->len; i++) {
        const struct css_match *match = &g_array_index(found, struct css_match, i);
        if (match->truth != CSS_YES)
            unsure |= list_unsure(source, match, node);
    }
    if (found->len > 0 || (node->properties && html_value_has(node, "style", "--"))) {
        style_element(found, node, &unsure);
        extend_element(source, found, node, &unsure);
    }
    if (html_is(node, "li"))
        extend_item(node);
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
    g_autoptr(GArray) found = g_array_new(FALSE, TRUE, sizeof(struct css_match));
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        css_find(rules, n, found);
        own &= !apply(source, found, (xmlNode *)n);
    }
    css_free_rules(rules);
    return own && any;
}
