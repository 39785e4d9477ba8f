/*
 * Words and figures that stand in a document and not in the page that was made of it: what a
 * converter loses of a kind that nobody knew, and what stands at the heads and feet of pages.
 * Awkward: a number may be parted by the looks of its figures, so those of a paragraph go together
 * as its words do; and what was moved or is repeated stands elsewhere, so a paragraph is missing
 * only if the page has fewer of its words, and not all of it in one place.
 */
#include "import/parts.h"

#include "base/pattern.h"
#include "base/xml.h"

#include <string.h>

/* A page that shares next to nothing with its document tells as much by so many paragraphs. */
#define LISTED_MOST 200

/* True for the start of a tag that begins a paragraph, and for nothing within one. */
static bool is_end(const char *start, size_t length)
{
    static struct pattern within = PATTERN(
        "^<(?:w:(?:p?tab|br|cr|noBreakHyphen|softHyphen)|text:(?:s|tab|line-break)|br|rt|mn)");
    struct range found;
    g_autofree char *tag = g_strndup(start, length);
    return !pattern_find(&within, tag, 0, &found);
}

/* The words of the markup: the first group of each find, and the second, which stands by itself;
 * where there is neither, a blank, or the end of a paragraph where it names one; owned by the
 * caller. */
static char *words_of(const char *markup, struct pattern *form)
{
    g_autoptr(GString) words = g_string_new(NULL);
    struct range found[3];
    for (size_t at = 0; pattern_find_groups(form, markup, at, found, G_N_ELEMENTS(found));
         at = found[0].end) {
        struct range all = found[0], own = found[1], said = found[2];
        if (said.end > said.start)
            g_string_append_printf(words, PARAGRAPH_END "%.*s" PARAGRAPH_END,
                                   (int)(said.end - said.start), markup + said.start);
        else if (own.end > own.start)
            g_string_append_len(words, markup + own.start, (gssize)(own.end - own.start));
        else
            g_string_append(words,
                            is_end(markup + all.start, all.end - all.start) ? PARAGRAPH_END : " ");
    }
    static struct pattern sign = PATTERN("&[A-Za-z]\\w*;"); /* of HTML, no word of the text */
    g_autofree char *plain = xml_unescape(words->str);
    return pattern_replace(&sign, plain, " ");
}

/* Without what is no text in an .odt file or in the pages of a book. */
static char *without_unseen(const char *markup)
{
    static struct pattern unseen =
        PATTERN("(?s)<(text:tracked-changes|text:table-of-content|office:annotation|"
                "office:automatic-styles|head|nav|script|style|svg)\\b.*?</\\1>|<!--.*?-->");
    return pattern_replace(&unseen, markup, "");
}

/* True for a letter or a figure. */
static bool is_sign_of_word(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* The next word or number from there on, which ends at `*end`; NULL: there is none. */
static const char *next_word(const char *from, const char **end)
{
    while (*from && !is_sign_of_word(g_utf8_get_char(from)))
        from = g_utf8_next_char(from);
    bool figure = g_ascii_isdigit(*from);
    for (*end = from;
         **end && is_sign_of_word(g_utf8_get_char(*end)) && g_ascii_isdigit(**end) == figure;)
        *end = g_utf8_next_char(*end);
    return *end > from ? from : NULL;
}

/* Adds `by` to how often each word stands there. */
static void count_words(GHashTable *counts, const char *words, int by)
{
    const char *end;
    for (const char *word = words; (word = next_word(word, &end)); word = end) {
        char *own = g_strndup(word, (gsize)(end - word));
        int before = GPOINTER_TO_INT(g_hash_table_lookup(counts, own));
        g_hash_table_insert(counts, own, GINT_TO_POINTER(before + by));
    }
}

/* The text without blanks, so that those that a converter sets or takes say nothing; owned by the
 * caller. */
static char *without_blanks(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        if (*p != *PARAGRAPH_END && !g_unichar_isspace(g_utf8_get_char(p)))
            g_string_append_unichar(out, g_utf8_get_char(p));
    return g_string_free(out, FALSE);
}

static bool has_word_of(GHashTable *lacking, const char *words)
{
    const char *end;
    for (const char *word = words; (word = next_word(word, &end)); word = end) {
        g_autofree char *own = g_strndup(word, (gsize)(end - word));
        if (GPOINTER_TO_INT(g_hash_table_lookup(lacking, own)) > 0)
            return true;
    }
    return false;
}

static bool is_listed(const GPtrArray *missing, const char *text)
{
    for (guint i = 0; i < missing->len; i++)
        if (strcmp(missing->pdata[i], text) == 0)
            return true;
    return false;
}

/* The paragraphs of the document that the page, both as words, has not. */
static void find_missing(const char *document, const char *page, GPtrArray *missing)
{
    g_autoptr(GHashTable) lacking = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    count_words(lacking, document, 1);
    count_words(lacking, page, -1);
    g_autofree char *whole = without_blanks(page);
    g_auto(GStrv) paragraphs = g_strsplit(document, PARAGRAPH_END, -1);
    for (char **paragraph = paragraphs; *paragraph && missing->len < LISTED_MOST; paragraph++) {
        if (!has_word_of(lacking, *paragraph))
            continue;
        g_autofree char *own = without_blanks(*paragraph);
        if (!strstr(whole, own) && !is_listed(missing, *paragraph))
            g_ptr_array_add(missing, g_strdup(*paragraph));
    }
}

/* True when a number of the document is in the page less often, and in no paragraph that is
 * missing. */
static bool lacks_figures(const char *document, const char *page, const GPtrArray *missing)
{
    g_autoptr(GHashTable) lacking = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    count_words(lacking, document, 1);
    count_words(lacking, page, -1);
    for (guint i = 0; i < missing->len; i++)
        count_words(lacking, missing->pdata[i], -1);
    GHashTableIter iter;
    gpointer word, count;
    g_hash_table_iter_init(&iter, lacking);
    while (g_hash_table_iter_next(&iter, &word, &count))
        if (g_ascii_isdigit(*(const char *)word) && GPOINTER_TO_INT(count) > 0)
            return true;
    return false;
}

static struct pattern in_word =
    PATTERN("<w:t(?: [^>]*)?>([^<]*)</w:t>|<(?:w:(?:p|p?tab|br|cr|noBreakHyphen|softHyphen)[ />])");
static struct pattern in_markup = PATTERN("(?<=>)([^<]+)(?=<)|(?:alt|title)=(?|\"([^\"]*)\"|'([^']*"
                                          ")')|<text:(?:p|h|s|tab|line-break)[ />]"
                                          "|<(?:p|br|td|th|li|h\\d|div|rt|mn)[ />]");

/* Without what is moved away from there, which stands where it went. */
static char *without_moved(const char *word)
{
    static struct pattern moved = PATTERN("(?s)<w:moveFrom [^>]*>.*?</w:moveFrom>");
    return pattern_replace(&moved, word, "");
}

bool import_find_missing(struct main_part part, const char *page, GPtrArray *missing)
{
    g_autofree char *kept = part.word ? without_moved(part.word) : NULL;
    g_autofree char *seen = part.markup ? without_unseen(part.markup) : NULL;
    g_autofree char *made = words_of(page, &in_markup);
    g_autofree char *document = kept ? words_of(kept, &in_word) : NULL;
    g_autofree char *other = seen ? words_of(seen, &in_markup) : NULL;
    const char *all[] = {document, other, part.words};
    bool lacking = false;
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++) {
        if (!all[i])
            continue;
        find_missing(all[i], made, missing);
        lacking |= lacks_figures(all[i], made, missing);
    }
    return lacking;
}

bool import_find_absent(const GPtrArray *places, const char *page, GPtrArray *missing)
{
    g_autofree char *made = words_of(page, &in_markup), *whole = without_blanks(made);
    guint before = missing->len;
    for (guint i = 0; i < places->len; i++) {
        g_autofree char *own = without_blanks(places->pdata[i]);
        if (!strstr(whole, own))
            g_ptr_array_add(missing, g_strdup(places->pdata[i]));
    }
    return missing->len > before;
}

/* The same of what stands beside the text, whatever words the page has. */
static void find_beside(const char *document, const char *page, GPtrArray *beside)
{
    const char *end;
    g_autofree char *whole = without_blanks(page);
    g_auto(GStrv) paragraphs = g_strsplit(document, PARAGRAPH_END, -1);
    for (char **paragraph = paragraphs; *paragraph && beside->len < LISTED_MOST; paragraph++) {
        g_autofree char *own = without_blanks(*paragraph);
        if (next_word(*paragraph, &end) && !strstr(whole, own) && !is_listed(beside, *paragraph))
            g_ptr_array_add(beside, g_strdup(*paragraph));
    }
}

void import_find_beside(const char *word, const char *markup, const char *page, GPtrArray *beside)
{
    g_autofree char *made = words_of(page, &in_markup);
    g_autofree char *document = word ? words_of(word, &in_word) : NULL;
    g_autofree char *other = markup ? words_of(markup, &in_markup) : NULL;
    if (document)
        find_beside(document, made, beside);
    if (other)
        find_beside(other, made, beside);
}
