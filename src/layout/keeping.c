/*
 * Keeping together: attributes that forbid breaks. Awkward: they cannot be taken back, so whoever
 * tries anew starts with a copy of those from before.
 */
#include "layout/keeping.h"

#include "base/direction.h"
#include "base/range.h"
#include "base/signs.h"
#include "content/address.h"
#include "content/amounts.h"
#include "content/facts.h"

#include <string.h>

/* Forbids breaks in bytes of the text; what has marks in it was too wide already. */
static void forbid_breaks(struct paragraph *p, size_t start, size_t end)
{
    if (paragraph_to_words(p, end) - paragraph_to_words(p, start) == end - start)
        paragraph_add_attribute(p, pango_attr_allow_breaks_new(FALSE), start, end);
}

static bool is_wide(const struct keeping *k, size_t start, size_t end)
{
    for (guint i = 0; i < k->wide->len; i++) {
        const struct range *wide = &g_array_index(k->wide, struct range, i);
        if (start < wide->end && wide->start < end)
            return true;
    }
    return false;
}

static void keep_bytes(const struct keeping *k, size_t start, size_t end, enum keep least)
{
    if (k->keep < least || !is_wide(k, start, end))
        forbid_breaks(k->p, start, end);
}

/* A blank to fill in with its words, which part before it does. */
static void keep_asked(size_t start, size_t end, void *data)
{
    const struct keeping *k = data;
    keep_bytes(k, paragraph_from_words(k->p, start), paragraph_from_words(k->p, end),
               KEEP_PARTS_OF_FACTS);
}

static void add_found(size_t start, size_t end, void *data)
{
    struct range found = {start, end};
    g_array_append_val(data, found);
}

/* By rising starts; what holds others comes before them. */
static gint compare_ranges(gconstpointer a, gconstpointer b)
{
    const struct range *first = a, *second = b;
    if (first->start != second->start)
        return first->start < second->start ? -1 : 1;
    return (first->end < second->end) - (first->end > second->end);
}

/* Of facts within others the outer ones are given up first: "from 5 mg to 10 mg", then "5 mg". */
static void keep_facts(struct keeping *k)
{
    const struct paragraph *p = k->p;
    const struct labels *labels = p->setter->document->labels;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(struct range));
    facts_find(p->words->str, labels_list(labels, LABELS_ABBREVIATIONS), add_found, found);
    amounts_find(p->words->str, labels, add_found, found);
    g_array_sort(found, compare_ranges);
    struct range outer = {0, 0};
    for (guint i = 0; i < found->len; i++) {
        struct range fact = g_array_index(found, struct range, i);
        bool again = fact.start == outer.start && fact.end == outer.end;
        enum keep least = !again && fact.end <= outer.end ? KEEP_NOTHING : KEEP_SCHEMES;
        keep_bytes(k, paragraph_from_words(p, fact.start), paragraph_from_words(p, fact.end),
                   least);
        if (fact.end > outer.end)
            outer = fact;
    }
}

/* A fact of several lines is parted there in any case; a long one after its pauses. */
static bool parts_fact(gunichar c, enum keep keep)
{
    return c == LINE_SEPARATOR ||
           (keep == KEEP_PARTS_OF_FACTS && (c == ':' || c == ',' || c == ';'));
}

static void keep_fact(const struct keeping *k, size_t start, size_t end)
{
    const char *text = k->p->text->str;
    for (size_t at = start; at < end;) {
        gunichar c = g_utf8_get_char(text + at);
        size_t next = (size_t)(g_utf8_next_char(text + at) - text);
        if (at == start && c == ' ') { /* lines may break behind it */
            start = next;
        } else if (parts_fact(c, k->keep) || next == end) {
            keep_bytes(k, start, next, KEEP_SCHEMES);
            start = next;
        }
        at = next;
    }
}

/* Byte of the character behind the one at a byte. */
static size_t next_char(const char *words, size_t at)
{
    return (size_t)(g_utf8_next_char(words + at) - words);
}

/* What says how an address is reached says nothing at a line's end by itself. */
static void keep_schemes(const struct keeping *k)
{
    const struct paragraph *p = k->p;
    const char *words = p->words->str, *at = words;
    while ((at = strstr(at, ADDRESS_SCHEME_END))) {
        size_t start = (size_t)(at - words);
        at += strlen(ADDRESS_SCHEME_END);
        size_t end = (size_t)((*at ? g_utf8_next_char(at) : at) - words);
        keep_bytes(k, paragraph_from_words(p, start), paragraph_from_words(p, end), KEEP_NOTHING);
    }
}

/* Behind a hyphen in an address of mail no line ends while '@' and dots give better places. */
static void keep_hyphens_of_mail(const struct keeping *k)
{
    const struct paragraph *p = k->p;
    const char *words = p->words->str;
    struct range address;
    for (size_t from = 0; address_find(words, from, &address); from = address.end) {
        if (!memchr(words + address.start, '@', address.end - address.start))
            continue;
        for (size_t at = address.start; at + 1 < address.end; at++)
            if (words[at] == '-')
                keep_bytes(k, paragraph_from_words(p, at),
                           paragraph_from_words(p, next_char(words, at + 1)), KEEP_NOTHING);
    }
}

/* In words that read from right to left, what reads by itself is one fact for the eye, as "12 Hill
 * Road" is, whether or not it is known as one. */
static void keep_isolates(const struct keeping *k)
{
    const char *text = k->p->text->str, *at = text;
    while ((at = strstr(at, DIRECTION_LTR_ISOLATE))) {
        at += strlen(DIRECTION_LTR_ISOLATE);
        const char *end = strstr(at, DIRECTION_POP);
        gsize length = end ? (gsize)(end - at) : strlen(at);
        if (memchr(at, ' ', length) && !g_strstr_len(at, (gssize)length, LINE_SEPARATOR_TEXT))
            keep_bytes(k, (size_t)(at - text), (size_t)(at - text) + length, KEEP_SCHEMES);
        at += length;
    }
}

void keeping_apply(struct keeping *k)
{
    const struct paragraph *p = k->p;
    keep_schemes(k);
    keep_hyphens_of_mail(k);
    keep_facts(k);
    keep_isolates(k);
    facts_find_asked(p->words->str, keep_asked, k);
    for (guint i = 0; i < p->spans->len; i++) {
        bool last = i + 1 == p->spans->len;
        size_t end = last ? p->text->len : g_array_index(p->starts, guint, i + 1);
        if (((const struct span *)p->spans->pdata[i])->whole)
            keep_fact(k, g_array_index(p->starts, guint, i), end);
    }
}

/* The number of a note never parts from the word that it stands behind. */
void keeping_references(struct paragraph *p)
{
    for (guint i = 0; i < p->spans->len; i++) {
        const struct span *span = p->spans->pdata[i];
        size_t start = g_array_index(p->starts, guint, i);
        bool last = i + 1 == p->spans->len;
        size_t end = last ? p->text->len : g_array_index(p->starts, guint, i + 1);
        if (start == 0 || start == end || !element_note(span->element))
            continue;
        const char *before = g_utf8_prev_char(p->text->str + start);
        forbid_breaks(p, (size_t)(before - p->text->str), end);
    }
}

void keeping_facts(struct paragraph *p)
{
    keep_facts(&(struct keeping){.p = p, .keep = KEEP_FACTS});
    keeping_references(p);
}
