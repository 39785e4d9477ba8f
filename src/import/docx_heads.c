/*
 * Numbers of headings in a .docx file, which pandoc drops, as words: "2.1 Doses".
 */
#include "base/pattern.h"
#include "import/docx.h"
#include "import/docx_lists.h"
#include "import/office.h"

#include <stdlib.h>
#include <string.h>

/* How far the items of each kind of list have been counted, of int[DOCX_LEVELS], by the kind. */
typedef GHashTable counts;

/* No list begins with a number that could not be counted on from. */
static int number_of(const xmlNode *of, const char *child, int otherwise)
{
    g_autofree char *value = office_value(office_child(of, child), "val");
    return value ? CLAMP(atoi(value), 0, G_MAXINT16) : otherwise;
}

/* Where a level of the list begins. */
static int find_start(const struct docx_item *item, int level)
{
    int start = number_of(docx_level(item->kind, level), "start", 1);
    for (const xmlNode *n = item->list->children; n; n = n->next) {
        g_autofree char *of = office_is(n, "lvlOverride") ? office_value(n, "ilvl") : NULL;
        if (of && atoi(of) == level)
            start = number_of(n, "startOverride", start);
    }
    return start;
}

/* Counts the item; its numbers and those of the levels above, lent. */
static const int *count_item(counts *counted, const struct docx_item *item)
{
    int *numbers = g_hash_table_lookup(counted, item->kind);
    if (!numbers) {
        numbers = g_new(int, DOCX_LEVELS);
        for (int i = 0; i < DOCX_LEVELS; i++)
            numbers[i] = find_start(item, i) - 1;
        g_hash_table_insert(counted, (gpointer)item->kind, numbers);
    }
    for (int i = 0; i < item->level; i++) /* "1.1" below no 1 */
        numbers[i] = MAX(numbers[i], find_start(item, i));
    numbers[item->level]++;
    for (int i = item->level + 1; i < DOCX_LEVELS; i++)
        numbers[i] = find_start(item, i) - 1;
    return numbers;
}

static void put_roman(GString *out, int number, bool small)
{
    static const struct {
        int value;
        const char *sign;
    } signs[] = {{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; number >= signs[i].value; number -= signs[i].value) {
            g_autofree char *lower = g_ascii_strdown(signs[i].sign, -1);
            g_string_append(out, small ? lower : signs[i].sign);
        }
}

/* False: it cannot be written so. */
static bool put_number(GString *out, const xmlNode *form, int number)
{
    enum { LETTERS = 26, ROMAN_MOST = 39 };
    g_autofree char *kind = office_value(office_child(form, "numFmt"), "val");
    bool lower = kind && g_str_has_prefix(kind, "lower");
    if (!kind || strcmp(kind, "decimal") == 0) {
        g_string_append_printf(out, "%d", number);
        return true;
    }
    if (g_str_has_suffix(kind, "Letter") && number > 0 && number <= LETTERS)
        g_string_append_c(out, (char)((lower ? 'a' : 'A') + number - 1));
    else if (g_str_has_suffix(kind, "Roman") && number > 0 && number <= ROMAN_MOST)
        put_roman(out, number, lower);
    else
        return false;
    return true;
}

/* What stands before the item; owned by the caller; NULL: it is not known. */
static char *write_number(const struct docx_item *item, const int *numbers)
{
    g_autofree char *form = office_value(office_child(item->form, "lvlText"), "val");
    GString *out = g_string_new(NULL);
    bool known = form, decimal = docx_is_on(office_child(item->form, "isLgl"));
    for (const char *p = form ? form : ""; *p && known; p++) {
        int level = p[0] == '%' && g_ascii_isdigit(p[1]) ? p[1] - '1' : DOCX_LEVELS;
        if (level < 0 || level >= DOCX_LEVELS) {
            g_string_append_c(out, *p);
            continue;
        }
        const xmlNode *of = decimal ? NULL : docx_level(item->kind, level);
        known = put_number(out, of, numbers[level]);
        p++;
    }
    return g_string_free(out, !known);
}

/* True for a form that is more than one number: "Step %1", "%1.%2". */
static bool is_composed(const xmlNode *form)
{
    static struct pattern more = PATTERN("(?=.*%\\d).*(?:\\p{L}{2}|%\\d.*%\\d)");
    g_autofree char *text = office_value(office_child(form, "lvlText"), "val");
    struct range found;
    return text && pattern_find(&more, text, 0, &found);
}

static void write_head(xmlNode *heading, const struct docx_item *item, const int *numbers)
{
    g_autofree char *number = write_number(item, numbers);
    g_autofree char *words = number && *number ? g_strconcat(number, " ", NULL) : NULL;
    if (words)
        docx_put_first(heading, docx_new_run(heading, words));
    else if (!number)
        docx_put_first(heading, xmlNewNode(heading->ns, BAD_CAST DOCX_UNCOUNTED));
}

void docx_settle_heads(xmlNode *root, const struct docx_lists *lists)
{
    g_autoptr(GHashTable) counted = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    for (xmlNode *n = lists->numbering ? root : NULL; n; n = office_after(n, root)) {
        struct docx_item item;
        int level;
        if (!office_is(n, "p") || !docx_is_item(lists, n, &item))
            continue;
        const int *numbers = count_item(counted, &item);
        if (docx_is_empty(n))
            continue;
        if (docx_has_style(lists, n, "heading ", &level))
            write_head(n, &item, numbers);
        else if (is_composed(item.form))
            docx_put_first(n, xmlNewNode(n->ns, BAD_CAST DOCX_COMPOSED));
    }
}
