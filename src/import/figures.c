/*
 * Figures that stand in a document and not in the page that was made of it: what a converter loses
 * of a kind that nobody knew. Awkward: a number may be parted by the looks of its figures, so those
 * of a paragraph go together as its words do.
 */
#include "import/parts.h"

#include "base/pattern.h"
#include "base/xml.h"

#include <string.h>

/* The words of the markup: the first group of each find, or a blank where there is none; owned by
 * the caller. */
static char *words_of(const char *markup, struct pattern *form)
{
    g_autoptr(GString) words = g_string_new(NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_regex(form), markup, 0, &match);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *own = g_match_info_fetch(match, 1);
        g_string_append(words, own && *own ? own : " ");
    }
    return xml_unescape(words->str);
}

/* Without what is no text in an .odt file or in the pages of a book. */
static char *without_unseen(const char *markup)
{
    static struct pattern unseen =
        PATTERN("(?s)<(text:tracked-changes|text:table-of-content|office:annotation|"
                "office:automatic-styles|head|nav|script|style|svg)\\b.*?</\\1>|<!--.*?-->");
    char *seen = g_regex_replace_literal(pattern_regex(&unseen), markup, -1, 0, "", 0, NULL);
    return seen ? seen : g_strdup(markup);
}

/* How often each number stands there, by its figures. */
static GHashTable *count_numbers(const char *words)
{
    GHashTable *counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (const char *p = words; *(p += strcspn(p, "0123456789"));) {
        size_t length = strspn(p, "0123456789");
        char *number = g_strndup(p, length);
        gpointer before = g_hash_table_lookup(counts, number);
        g_hash_table_insert(counts, number, GUINT_TO_POINTER(GPOINTER_TO_UINT(before) + 1));
        p += length;
    }
    return counts;
}

static bool has_all(const char *page, const char *document)
{
    g_autoptr(GHashTable) has = count_numbers(page), wants = count_numbers(document);
    GHashTableIter iter;
    gpointer number, count;
    g_hash_table_iter_init(&iter, wants);
    while (g_hash_table_iter_next(&iter, &number, &count))
        if (GPOINTER_TO_UINT(g_hash_table_lookup(has, number)) < GPOINTER_TO_UINT(count))
            return false;
    return true;
}

bool import_lacks_figures(const char *word, const char *markup, const char *page)
{
    static struct pattern in_word =
        PATTERN("<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:p|tab|br|cr|noBreakHyphen|softHyphen)[ />]");
    static struct pattern in_markup =
        PATTERN("(?<=>)([^<]+)(?=<)|<text:(?:p|h|s|tab|line-break)[ />]"
                "|<(?:p|br|td|th|li|h\\d|div|rt|mn)[ />]");
    g_autofree char *seen = markup ? without_unseen(markup) : NULL;
    g_autofree char *document = word ? words_of(word, &in_word) : NULL;
    g_autofree char *other = seen ? words_of(seen, &in_markup) : NULL;
    g_autofree char *made = words_of(page, &in_markup);
    return (document && !has_all(made, document)) || (other && !has_all(made, other));
}
