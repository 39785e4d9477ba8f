/*
 * Lists in the cells of an .odt file, which pandoc 2.17 drops: each item is a paragraph with its
 * sign, as the cells of other tables have them.
 */
#include "import/odf.h"
#include "import/office.h"

#include <glib.h>
#include <stdlib.h>

/* Lists in lists, and the digits of a number, that are looked at. */
#define LEVELS_MOST 10

/* What is known of the document's lists: the format of each level's number ("1", "a", "i"), by
 * "style level". */
struct lists {
    GHashTable *formats;
    xmlNode *outer; /* the list whose items are read: they stand before it then */
};

static void learn_style(GHashTable *formats, const xmlNode *style)
{
    g_autofree char *name = office_value(style, "name");
    for (const xmlNode *n = style->children; n; n = n->next) {
        g_autofree char *level =
            office_is(n, "list-level-style-number") ? office_value(n, "level") : NULL;
        char *format = level ? office_value(n, "num-format") : NULL;
        if (format && *format)
            g_hash_table_insert(formats, g_strdup_printf("%s %s", name, level), format);
        else
            g_free(format);
    }
}

GHashTable *odf_list_formats(const xmlNode *root)
{
    GHashTable *formats = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (const xmlNode *part = root->children; part; part = part->next)
        for (const xmlNode *n = office_is(part, "automatic-styles") ? part->children : NULL; n;
             n = n->next)
            if (office_is(n, "list-style"))
                learn_style(formats, n);
    return formats;
}

/* The sign of an item, with a blank; owned by the caller. `format` NULL: it has no number. */
static char *sign_of(const char *format, int number)
{
    static const char *const romans[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                         "vii", "viii", "ix",  "x",  "xi", "xii"};
    if (!format)
        return g_strdup("• ");
    if ((*format == 'a' || *format == 'A') && number >= 1 && number <= 26)
        return g_strdup_printf("%c. ", *format + number - 1);
    if (*format == 'i' && number >= 1 && number <= (int)G_N_ELEMENTS(romans))
        return g_strdup_printf("%s. ", romans[number - 1]);
    return g_strdup_printf("%d. ", number);
}

static void put_sign(xmlNode *paragraph, const char *sign)
{
    xmlNode *text = xmlNewText(BAD_CAST sign);
    if (paragraph->children)
        xmlAddPrevSibling(paragraph->children, text);
    else
        xmlAddChild(paragraph, text);
}

static void take_list(const struct lists *lists, xmlNode *list, const char *style, int level);

/* `sign`: of the item, for its first paragraph. */
static void take_item(const struct lists *lists, xmlNode *item, const char *sign, const char *style,
                      int level)
{
    for (xmlNode *n = item->children, *next; n; n = next) {
        next = n->next;
        if (office_is(n, "list") && level < LEVELS_MOST)
            take_list(lists, n, style, level + 1);
        if (!office_is(n, "p") && !office_is(n, "h"))
            continue;
        xmlUnlinkNode(n);
        put_sign(n, sign);
        sign = "";
        xmlAddPrevSibling(lists->outer, n);
    }
}

static void take_list(const struct lists *lists, xmlNode *list, const char *style, int level)
{
    g_autofree char *own = office_value(list, "style-name");
    g_autofree char *key = g_strdup_printf("%s %d", own ? own : style, level);
    const char *format = g_hash_table_lookup(lists->formats, key);
    int number = 0;
    for (xmlNode *n = list->children; n; n = n->next) {
        bool item = office_is(n, "list-item");
        g_autofree char *start = item ? office_value(n, "start-value") : NULL;
        number = start ? CLAMP(atoi(start), 0, G_MAXINT16) : number + item;
        g_autofree char *sign = item ? sign_of(format, number) : g_strdup("");
        if (item || office_is(n, "list-header"))
            take_item(lists, n, sign, own ? own : style, level);
    }
}

void odf_settle_lists(xmlNode *cell, GHashTable *formats)
{
    for (xmlNode *n = cell->children, *next; n; n = next) {
        next = n->next;
        if (!office_is(n, "list"))
            continue;
        struct lists lists = {formats, n};
        take_list(&lists, n, "", 1);
        xmlUnlinkNode(n);
        xmlFreeNode(n);
    }
}
