/*
 * Style sheets within a page: what they say that means something (struck, raised, bold, words in a
 * colour, boxes of their own, not shown) is put into the style of each element that they say it of.
 * Text processors that save web pages say such things nowhere else. All other rules are looks.
 * Words that a sheet adds before or behind an element become words of the element.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <string.h>

#define WHY_MADE      "words that only the page's style sheet adds: check them"
#define WHY_SOMEWHERE "words that the page's style sheet adds somewhere: look where, and add them"
#define WHY_COUNTED   "a number that only the page's style sheet counts stands here: write it"

/* What the body of a rule says that means something, as html_meant_styles, with the colours of its
 * words and of what is behind them; owned by the caller. */
static char *meaning_of(const char *body)
{
    g_autofree char *plain = html_plain_style(body);
    g_autofree char *meant = html_meant_styles(plain);
    g_autofree char *colours = html_colours(plain), *unseen = html_unseen_styles(plain);
    g_autofree char *boxes = html_box_styles(body);
    return g_strconcat(meant ? meant : "", colours ? colours : "", unseen ? unseen : "", boxes,
                       NULL);
}

static bool adds_words(const char *body)
{
    static struct pattern content = PATTERN("(?i)(?<![\\w-])content\\s*:");
    struct range found;
    return pattern_find(&content, body, 0, &found);
}

static bool means_something(const char *body)
{
    g_autofree char *meaning = meaning_of(body);
    return *meaning || adds_words(body);
}

/* What old browsers are told to pass over, too. */
static void blank_comments(char *sheet)
{
    for (char *at = sheet; (at = strstr(at, "<!--")) != NULL;)
        memset(at, ' ', strlen("<!--"));
    for (char *at = sheet; (at = strstr(at, "-->")) != NULL;)
        memset(at, ' ', strlen("-->"));
    for (char *at = sheet; (at = strstr(at, "/*")) != NULL;) {
        const char *end = strstr(at + 2, "*/");
        size_t length = end ? (size_t)(end + 2 - at) : strlen(at);
        memset(at, ' ', length);
        at += length;
    }
}

/* Looks that a rule for more than one class gives are those of the page's parts, but for these. */
static bool means_anywhere(const char *style)
{
    static const char *const styles[] = {"line-through", "vertical-align", "visibility", "display",
                                         "float",        "position",       "margin",     "padding"};
    for (size_t i = 0; i < G_N_ELEMENTS(styles); i++)
        if (g_str_has_prefix(style, styles[i]))
            return true;
    return false;
}

/* Whether the element is shown, and how its box is placed, is said once: by its own style, else by
 * the last rule. */
static bool is_of_box(const char *style)
{
    return g_str_has_prefix(style, "display:") || g_str_has_prefix(style, "visibility:");
}

static void drop_said(GString *styles, const char *style)
{
    g_autofree char *name = g_strndup(style, strcspn(style, ":") + 1);
    g_autofree char *start = g_strconcat(";", name, NULL);
    for (char *at; (at = strstr(styles->str, start)) != NULL;)
        g_string_erase(styles, at - styles->str, (gssize)(1 + strcspn(at + 1, ";")));
}

/* What is hidden as a whole may be what a program of the page opens: it is listed as not shown, and
 * no more. */
static const char *settle_hidden(const xmlNode *node, const char *style)
{
    bool part = html_is_block(node) && !html_is(node, "p");
    return part && g_str_has_prefix(style, "display:none") ? "visibility:hidden" : style;
}

/* Of whole blocks the colour is the page's look. */
static void add_meaning(GString *styles, struct html_rule *rule, const char *own,
                        const xmlNode *node)
{
    if (!rule->meaning)
        rule->meaning = meaning_of(rule->body);
    g_auto(GStrv) each = g_strsplit(rule->meaning, ";", -1);
    for (char **at = each; *at; at++) {
        const char *style = settle_hidden(node, *at);
        g_autofree char *name = g_strndup(style, strcspn(style, ":") + 1);
        g_autofree char *colours = html_colours(style);
        if (!*style || (colours && !html_may_mean_colour(node)) ||
            (!rule->of_class && !means_anywhere(style)) ||
            (is_of_box(style) && own && strstr(own, name)))
            continue;
        if (is_of_box(style))
            drop_said(styles, style);
        g_string_append_printf(styles, ";%s", style);
    }
}

static void style_element(const GPtrArray *rules, xmlNode *node)
{
    GString *added = g_string_new(NULL);
    g_autofree char *own = node->properties ? html_value(node, "style") : NULL;
    g_autofree char *plain = own ? html_plain_style(own) : NULL;
    for (guint i = 0; i < rules->len; i++) {
        struct html_rule *rule = rules->pdata[i];
        if (rule->place == HTML_ITSELF)
            add_meaning(added, rule, plain, node);
    }
    if (added->len > 0) {
        g_string_prepend(added, own ? own : "");
        xmlSetProp(node, (const xmlChar *)"style", (const xmlChar *)added->str);
    }
    g_string_free(added, TRUE);
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

/* The words that the rule adds; owned by the caller. `*counted`: a number is among them. */
static char *words_of(const struct html_rule *rule, const xmlNode *node, bool *counted)
{
    GString *words = g_string_new(NULL);
    const char *at = content_of(rule->body);
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
static bool is_drawn(const struct html_rule *rule)
{
    g_autofree char *plain = html_plain_style(rule->body);
    static const char *const nothing[] = {"display:none", "visibility:hidden", "clear:both",
                                          "height:0;", "font-size:0;"};
    for (size_t i = 0; i < G_N_ELEMENTS(nothing); i++)
        if (strstr(plain, nothing[i]))
            return true;
    return false;
}

/* A list whose numbers the sheet counts in letters has them by its style, too. */
static void count_by_letters(const struct html_rule *rule, xmlNode *list)
{
    static struct pattern letters = PATTERN("(?i)\\b(?:latin|alpha|roman)\\b");
    struct range found;
    if (list->type != XML_ELEMENT_NODE || !pattern_find(&letters, rule->body, 0, &found) ||
        html_value_has(list, "style", "lower-alpha"))
        return;
    g_autofree char *own = html_value(list, "style");
    g_autofree char *style = g_strconcat(own ? own : "", ";list-style-type:lower-alpha", NULL);
    xmlSetProp(list, BAD_CAST "style", BAD_CAST style);
}

static void add_words(const struct html_rule *rule, xmlNode *node)
{
    bool counted = false;
    g_autofree char *words = words_of(rule, node, &counted);
    if (counted && html_is(node, "li")) { /* lists are counted anew */
        count_by_letters(rule, node->parent);
        return;
    }
    g_autofree char *boxes = html_box_styles(rule->body);
    bool before = rule->place == HTML_BEFORE;
    if (is_drawn(rule) || (is_sign_alone(words) && !counted))
        return;
    g_autofree char *apart =
        g_strconcat(*boxes && !before ? " " : "", words, *boxes && before ? " " : "", NULL);
    xmlNode *text = html_new_text(counted ? " " : apart, counted ? WHY_COUNTED : WHY_MADE);
    if (before && node->children)
        xmlAddPrevSibling(node->children, text);
    else
        xmlAddChild(node, text);
}

/* Words that rules add, each as the last of them says. */
static void extend_element(const GPtrArray *rules, xmlNode *node)
{
    static const char *const empty[] = {"img",    "br",    "hr",    "input", "html", "head",
                                        "script", "style", "table", "tr",    NULL};
    const struct html_rule *last[] = {[HTML_BEFORE] = NULL, [HTML_BEHIND] = NULL};
    for (guint i = 0; i < rules->len; i++) {
        const struct html_rule *rule = rules->pdata[i];
        if (rule->place != HTML_ITSELF && adds_words(rule->body))
            last[rule->place] = rule;
    }
    for (enum html_place place = HTML_BEFORE; place <= HTML_BEHIND; place++)
        if (last[place] && !html_is_one_of(node, empty))
            add_words(last[place], node);
}

/* Words that stand for the sign of an item, as a list's style or its own says them. */
static void extend_item(xmlNode *node)
{
    static struct pattern sign = PATTERN("(?i)list-style(?:-type)?\\s*:[^;\"']*([\"'][^;]*)");
    for (const xmlNode *n = node; n == node || n == node->parent; n = n->parent) {
        g_autofree char *style = n->type == XML_ELEMENT_NODE ? html_value(n, "style") : NULL;
        g_autoptr(GMatchInfo) match = NULL;
        if (!style || !g_regex_match(pattern_regex(&sign), style, 0, &match))
            continue;
        g_autofree char *value = g_match_info_fetch(match, 1);
        g_autofree char *body = g_strconcat("content:", value, NULL);
        add_words(&(struct html_rule){.body = body, .place = HTML_BEFORE}, node);
        return;
    }
}

/* Words that a sheet adds where this reader cannot tell are listed. */
static void list_unread(struct source *source, const struct html_rules *rules, const xmlNode *sheet)
{
    for (guint i = 0; i < rules->unread->len; i++) {
        struct html_rule rule = {.body = rules->unread->pdata[i]};
        bool counted = false;
        g_autofree char *words = words_of(&rule, sheet, &counted);
        if (is_sign_alone(words) || is_drawn(&rule))
            continue;
        struct input_line *line = source_add(source, LINE_TEXT, (int)xmlGetLineNo(sheet), words);
        line->why = line->kind == LINE_BLANK ? NULL : WHY_SOMEWHERE;
    }
    g_ptr_array_set_size(rules->unread, 0);
}

static bool read_sheet(struct source *source, struct html_rules *rules, const xmlNode *node)
{
    xmlChar *sheet = xmlNodeGetContent(node);
    bool own = !strstr((const char *)sheet, "@import");
    blank_comments((char *)sheet);
    html_read_rules(rules, (const char *)sheet, means_something);
    list_unread(source, rules, node);
    xmlFree(sheet);
    return own;
}

bool html_apply_sheets(struct source *source, xmlNode *root)
{
    struct html_rules *rules = html_new_rules();
    bool own = true, any = false;
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        own &= !(html_is(n, "link") && html_value_has(n, "rel", "stylesheet"));
        if (!html_is(n, "style"))
            continue;
        own &= read_sheet(source, rules, n);
        any = true;
    }
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        if (n->type != XML_ELEMENT_NODE)
            continue;
        GPtrArray *found = html_find_rules(rules, n);
        style_element(found, (xmlNode *)n);
        extend_element(found, (xmlNode *)n);
        if (html_is(n, "li"))
            extend_item((xmlNode *)n);
        g_ptr_array_unref(found);
    }
    html_free_rules(rules);
    return own && any;
}
