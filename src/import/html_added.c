/*
 * Words, numbers and signs that style sheets add before or behind elements: they become words of
 * the element, or are listed. Awkward: most of what is added only draws, and what is a sign of a
 * font or a picture can say "no" without a word.
 */
#include "import/html_css.h"

#include "base/pattern.h"

#include <string.h>

#define WHY_MADE      "words that only the page's style sheet adds: check them"
#define WHY_SOMEWHERE "words that the page's style sheet adds somewhere: look where, and add them"
#define WHY_COUNTED   "a number that only the page's style sheet counts stands here: write it"

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

/* Words that a style adds. */
struct added {
    GString *words;
    bool counted, unknown; /* a number is among them; one that nobody here can tell */
};

/* What stands in the brackets of "attr(…)", "counter(…)" and "counters(…)". */
static void add_function(struct added *added, const char *name, const char *inside,
                         const xmlNode *node, GArray *counters)
{
    if (g_str_has_prefix(name, "attr(")) {
        g_autofree char *attribute = g_strndup(inside, strcspn(inside, ", \t"));
        g_autofree char *value = html_value(node, attribute);
        g_string_append(added->words, value ? value : "");
    } else if (g_str_has_prefix(name, "counter")) {
        bool all = g_str_has_prefix(name, "counters(");
        added->counted = true;
        added->unknown |= !counters || !css_add_counted(added->words, counters, inside, all);
    }
}

/* What is said to those who cannot see it stands behind a "/": it counts where nothing else does.
 * `counters`: NULL where nobody can tell them. */
static struct added read_words(const char *style, const xmlNode *node, GArray *counters)
{
    struct added added = {g_string_new(NULL), false, false};
    const char *at = content_of(style);
    while (*at && *at != ';' && *at != '}' && !(*at == '/' && !is_sign_alone(added.words->str))) {
        if (*at == '/')
            g_string_truncate(added.words, 0);
        if (*at == '"' || *at == '\'') {
            add_string(added.words, &at);
            continue;
        }
        size_t length = strcspn(at, ";\"' \t\r\n(/"), inside;
        if (at[length] != '(') {
            at += MAX(length, 1);
            continue;
        }
        inside = css_length(at + length + 1, ")");
        g_autofree char *arguments = g_strndup(at + length + 1, inside);
        add_function(&added, at, arguments, node, counters);
        at += length + 1 + inside;
        at += *at == ')';
    }
    return added;
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

static void set_style(xmlNode *node, const char *style)
{
    g_autofree char *own = html_value(node, "style");
    g_autofree char *all = g_strconcat(own ? own : "", ";", style, NULL);
    xmlSetProp(node, BAD_CAST "style", BAD_CAST all);
}

/* An item with a number that a sheet counts, and no more, is one of a list with numbers. False: it
 * has words besides. */
static bool count_item(const struct added *added, const char *style, xmlNode *item)
{
    static struct pattern letters = PATTERN("(?i)\\b(?:latin|alpha|roman)\\b"),
                          number = PATTERN("^\\W*(?:\\d+\\W+)*(\\d+)\\W*$");
    xmlNode *list = item->parent;
    struct range found;
    g_autoptr(GMatchInfo) match = NULL;
    if (list->type != XML_ELEMENT_NODE)
        return false;
    bool lettered = pattern_find(&letters, style, 0, &found);
    if (lettered && !html_value_has(list, "style", "lower-alpha"))
        set_style(list, "list-style-type:lower-alpha");
    if (added->unknown || lettered)
        return lettered || html_is(list, "ol");
    if (!g_regex_match(pattern_regex(&number), added->words->str, 0, &match))
        return false;
    g_autofree char *value = g_match_info_fetch(match, 1);
    if (html_is(list, "ul"))
        xmlNodeSetName(list, BAD_CAST "ol");
    xmlSetProp(item, BAD_CAST "value", BAD_CAST value);
    return true;
}

static void put(xmlNode *node, enum html_place place, const char *words, const char *why)
{
    xmlNode *text = html_new_text(words, why);
    if (place == HTML_BEFORE && node->children)
        xmlAddPrevSibling(node->children, text);
    else
        xmlAddChild(node, text);
}

/* Before a figure within a line, a sign is the figure's. */
static bool is_of_figure(const char *words, const xmlNode *node)
{
    g_autofree char *own = html_is_block(node) ? NULL : html_words(node);
    return own && g_ascii_isdigit(*own) && *words &&
           g_unichar_type(g_utf8_get_char(words)) != G_UNICODE_PRIVATE_USE;
}

/* `style`: of what stands before the element's words, or behind them. */
static void add_words(const char *style, enum html_place place, xmlNode *node, GArray *counters)
{
    g_autofree char *boxes = html_box_styles(style);
    bool before = place == HTML_BEFORE;
    struct added added = read_words(style, node, counters);
    const char *words = added.words->str, *why = css_why_sign(style, words, node);
    bool look = is_sign_alone(words) && !added.counted && !is_of_figure(words, node);
    g_autofree char *apart =
        g_strconcat(*boxes && !before ? " " : "", words, *boxes && before ? " " : "", NULL);
    if (why)
        put(node, place, "", why);
    if (!is_drawn(style) && !look &&
        !(added.counted && html_is(node, "li") && count_item(&added, style, node)))
        put(node, place, added.unknown ? " " : apart, added.unknown ? WHY_COUNTED : WHY_MADE);
    g_string_free(added.words, TRUE);
}

void css_list_added(struct source *source, const char *style, const xmlNode *node)
{
    struct added added = read_words(style, node, NULL);
    if (!is_sign_alone(added.words->str) && !is_drawn(style)) {
        struct input_line *line =
            source_add(source, LINE_TEXT, (int)xmlGetLineNo(node), added.words->str);
        line->why = line->kind == LINE_BLANK ? NULL : WHY_SOMEWHERE;
    }
    g_string_free(added.words, TRUE);
}

static void add_at(struct source *source, const char *style, enum html_place place, xmlNode *node,
                   GArray *counters)
{
    static const char *const empty[] = {"img",  "br",     "input", "html",
                                        "head", "script", "style", NULL};
    static const char *const closed[] = {"table", "tbody", "thead", "tfoot", "tr", "hr", NULL};
    const struct css_element *element = node->_private;
    if (!*content_of(style) || element->gone || html_is_one_of(node, empty))
        return;
    css_count_added(counters, element, style);
    if (html_is_one_of(node, closed))
        css_list_added(source, style, node);
    else
        add_words(style, place, node, counters);
}

bool css_add_words(struct source *source, const GArray *found, xmlNode *node, GArray *counters)
{
    bool unsure = false;
    for (enum html_place place = HTML_BEFORE; place <= HTML_BEHIND && found->len > 0; place++) {
        struct css_values values = {NULL, node->_private};
        struct css_look look = css_settle(found, place, NULL, &values);
        unsure |= look.unsure;
        add_at(source, look.sheets, place, node, counters);
        css_clear_look(&look);
        g_clear_pointer(&values.own, g_hash_table_unref);
    }
    return unsure;
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

void css_add_item_sign(xmlNode *node)
{
    for (const xmlNode *n = node; n == node || n == node->parent; n = n->parent) {
        g_autofree char *style = n->type == XML_ELEMENT_NODE ? html_value(n, "style") : NULL;
        g_autofree char *sign = style ? sign_of(style) : NULL;
        if (!sign)
            continue;
        g_autofree char *body = g_strconcat("content:", sign, NULL);
        add_words(body, HTML_BEFORE, node, NULL);
        return;
    }
}
