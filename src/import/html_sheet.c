/*
 * Style sheets within a page: what they say of a class that means something (struck, raised, bold,
 * and words in a colour) is put into the style of each element of that class. Text processors that
 * save web pages say such things nowhere else. All other rules are looks.
 */
#include "import/html_parts.h"

#include "base/pattern.h"

#include <string.h>

/* What the body of a rule says that means something, as html_meant_styles, with the colours of its
 * words and of what is behind them; owned by the caller. */
static char *meaning_of(const char *body, size_t length)
{
    g_autofree char *style = g_strndup(body, length);
    g_autofree char *plain = html_plain_style(style);
    g_autofree char *meant = html_meant_styles(plain);
    g_autofree char *colours = html_colours(plain), *unseen = html_unseen_styles(plain);
    return meant || colours || unseen
               ? g_strconcat(meant ? meant : "", colours ? colours : "", unseen, NULL)
               : NULL;
}

/* ".c2" or "span.c2": the class, lent; NULL: the selector asks for more than that. */
static const char *class_of(const char *selector)
{
    const char *name = strchr(selector, '.');
    bool alone = name && name[1] && !name[1 + strcspn(name + 1, " .:>+~[#*\t\r\n")];
    for (const char *s = selector; alone && s < name; s++)
        alone = g_ascii_isalnum(*s);
    return alone ? name + 1 : NULL;
}

/* `meaning`: taken over by the classes. */
static void add_rule(GHashTable *classes, const char *selectors, size_t length, char *meaning)
{
    g_autofree char *list = g_strndup(selectors, length);
    g_auto(GStrv) each = g_strsplit(list, ",", -1);
    for (char **selector = each; *selector; selector++) {
        const char *name = class_of(g_strstrip(*selector));
        const char *before = name ? g_hash_table_lookup(classes, name) : NULL;
        if (name && !(before && strstr(before, meaning)))
            g_hash_table_insert(classes, g_strdup(name),
                                g_strconcat(before ? before : "", meaning, NULL));
    }
    g_free(meaning);
}

/* Rules within "@media" are for some screens only; its own brace is not closed by theirs, so they
 * are passed over with it. */
static void read_sheet(GHashTable *classes, const char *sheet)
{
    int inside = 0; /* braces of "@media" and its like */
    for (const char *at = sheet, *open; (open = strpbrk(at, "{}")) != NULL;) {
        if (*open == '}') {
            inside = MAX(inside - 1, 0);
            at = open + 1;
            continue;
        }
        const char *close = strpbrk(open + 1, "{}");
        size_t before = (size_t)(open - at);
        if (close && *close == '{') {
            inside++;
            at = open + 1;
            continue;
        }
        size_t length = close ? (size_t)(close - open - 1) : strlen(open + 1);
        char *meaning = inside == 0 ? meaning_of(open + 1, length) : NULL;
        while (meaning && before > 0 && memchr(at, ';', before)) { /* "@import …;" */
            const char *end = memchr(at, ';', before);
            before -= (size_t)(end + 1 - at);
            at = end + 1;
        }
        if (meaning)
            add_rule(classes, at, before, meaning);
        at = close ? close + 1 : open + 1 + length;
    }
}

static void blank_comments(char *sheet)
{
    for (char *at = sheet; (at = strstr(at, "/*")) != NULL;) {
        const char *end = strstr(at + 2, "*/");
        size_t length = end ? (size_t)(end + 2 - at) : strlen(at);
        memset(at, ' ', length);
        at += length;
    }
}

/* Of whole blocks the colour is the page's look. */
static void add_meaning(GString *styles, const char *meaning, const xmlNode *node)
{
    g_auto(GStrv) each = g_strsplit(meaning ? meaning : "", ";", -1);
    for (char **style = each; *style; style++) {
        g_autofree char *colours = html_colours(*style);
        if (**style && (!colours || html_may_mean_colour(node)))
            g_string_append_printf(styles, ";%s", *style);
    }
}

static void style_element(GHashTable *classes, xmlNode *node)
{
    g_autofree char *names = node->properties ? html_value(node, "class") : NULL;
    g_auto(GStrv) each = g_strsplit_set(names ? names : "", " \t\r\n", -1);
    GString *added = g_string_new(NULL);
    for (char **name = each; *name; name++)
        add_meaning(added, g_hash_table_lookup(classes, *name), node);
    if (added->len > 0) {
        g_autofree char *own = html_value(node, "style");
        g_string_prepend(added, own ? own : "");
        xmlSetProp(node, (const xmlChar *)"style", (const xmlChar *)added->str);
    }
    g_string_free(added, TRUE);
}

void html_apply_sheets(xmlNode *root)
{
    GHashTable *classes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (const xmlNode *n = root; n; n = html_after(n, root, true)) {
        xmlChar *sheet = html_is(n, "style") ? xmlNodeGetContent(n) : NULL;
        if (sheet) {
            blank_comments((char *)sheet);
            read_sheet(classes, (const char *)sheet);
        }
        xmlFree(sheet);
    }
    bool any = g_hash_table_size(classes) > 0;
    for (const xmlNode *n = root; any && n; n = html_after(n, root, true))
        if (n->type == XML_ELEMENT_NODE)
            style_element(classes, (xmlNode *)n);
    g_hash_table_unref(classes);
}
