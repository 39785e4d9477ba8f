/*
 * Keeping together: ranges within which no line ends.
 */
#include "layout/keeping.h"

#include "base/direction.h"
#include "base/letter.h"
#include "base/range.h"
#include "base/signs.h"
#include "content/address.h"
#include "content/facts.h"

#include <string.h>

/* Forbids breaks in bytes of the text; what has marks in it was too wide already. */
static void forbid_breaks(struct paragraph *p, size_t start, size_t end)
{
    struct range range = {start, end};
    if (paragraph_to_words(p, end) - paragraph_to_words(p, start) == end - start)
        g_array_append_val(p->whole, range);
}

/* They are too wide although all was given up that is before `least`. */
static bool is_wide(const struct keeping *k, size_t start, size_t end, enum keep least)
{
    for (guint i = 0; i < k->wide->len; i++) {
        const struct wide *wide = &g_array_index(k->wide, struct wide, i);
        if (wide->keep + 1 >= least && start < wide->range.end && wide->range.start < end)
            return true;
    }
    return false;
}

static void keep_bytes(const struct keeping *k, size_t start, size_t end, enum keep least)
{
    if (k->keep < least || !is_wide(k, start, end, least))
        forbid_breaks(k->p, start, end);
}

/* A blank to fill in with its words, which part before it does. */
static void keep_asked(size_t start, size_t end, void *data)
{
    const struct keeping *k = data;
    keep_bytes(k, paragraph_from_words(k->p, start), paragraph_from_words(k->p, end),
               KEEP_PARTS_OF_FACTS);
}

/* Bytes of the text: the words of a span. */
static struct range span_range(const struct paragraph *p, guint index)
{
    bool last = index + 1 == p->spans->len;
    return (struct range){g_array_index(p->starts, guint, index),
                          last ? p->text->len : g_array_index(p->starts, guint, index + 1)};
}

/* Bytes of the text that are one fact of several in a span. */
static bool is_among_facts(const struct paragraph *p, struct range fact)
{
    for (guint i = 0; i < p->spans->len; i++) {
        struct range range = span_range(p, i);
        bool within = range.start <= fact.start && fact.end <= range.end;
        if (((const struct span *)p->spans->pdata[i])->whole && within)
            return fact.end - fact.start < range.end - range.start;
    }
    return false;
}

/* The words as the author has them, without the signs that isolate facts. `places`: where each of
 * their bytes and their end stand in the paragraph's words. */
static char *plain_words(const struct paragraph *p, gsize *places)
{
    const char *words = p->words->str;
    char *plain = g_malloc(p->words->len + 1), *end = plain;
    for (const char *c = words, *next; *c; c = next) {
        next = g_utf8_next_char(c);
        bool sign = direction_is_isolate(letter_at(c));
        for (; !sign && c < next; c++) {
            *places++ = (gsize)(c - words);
            *end++ = *c;
        }
    }
    *places = p->words->len;
    *end = '\0';
    return plain;
}

/* Signs of other scripts, or that isolate facts, may be among the words. */
static bool has_signs(const struct paragraph *p)
{
    const char *end = p->words->str + p->words->len;
    return letter_skip_ascii(p->words->str, end) < end;
}

/* Facts as they were found in the plain words, as bytes of the text. */
static GArray *facts_there(const struct paragraph *p, const GArray *known, const gsize *places)
{
    GArray *found = g_array_sized_new(FALSE, FALSE, sizeof(struct range), known->len);
    for (guint i = 0; i < known->len; i++) {
        struct range fact = g_array_index(known, struct range, i);
        if (places)
            fact = (struct range){places[fact.start], places[fact.end]};
        struct range there = {paragraph_from_words(p, fact.start),
                              paragraph_from_words(p, fact.end)};
        g_array_append_val(found, there);
    }
    return found;
}

/* Facts in the words, by rising starts: of struct range, bytes of the text. */
static GArray *find_facts(const struct paragraph *p)
{
    struct found_facts *found_facts = p->setter->document->found_facts;
    if (!has_signs(p))
        return facts_there(p, found_facts_in(found_facts, p->words->str), NULL);
    g_autofree gsize *places = g_new(gsize, p->words->len + 1);
    g_autofree char *plain = plain_words(p, places);
    return facts_there(p, found_facts_in(found_facts, plain), places);
}

static struct range fact_at(const GArray *found, guint index)
{
    return g_array_index(found, struct range, index);
}

static bool cross(struct range one, struct range other)
{
    return (one.start < other.start && one.end > other.start && one.end < other.end) ||
           (other.start < one.start && other.end > one.start && other.end < one.end);
}

/* Of two within fact `outer` that cross, the longer is no unit: "noon 12 o'clock" is, where "12
 * o'clock to 5 pm" was found as well. */
static bool crosses_shorter(const GArray *found, guint outer, guint index)
{
    struct range fact = fact_at(found, index);
    for (guint i = outer; i < found->len && fact_at(found, i).start < fact.end; i++) {
        struct range other = fact_at(found, i);
        if (other.end - other.start < fact.end - fact.start && cross(fact, other))
            return true;
    }
    return false;
}

/* Of facts within others the outer ones are given up first: "from 5 mg to 10 mg", then "5 mg".
 */
static void keep_facts(struct keeping *k)
{
    g_autoptr(GArray) found = find_facts(k->p);
    if (found->len == 0)
        return;
    g_autofree bool *within = g_new0(bool, found->len + 1);
    g_autofree bool *crossing = g_new0(bool, found->len + 1);
    for (guint i = 1, outer = 0; i < found->len; i++) {
        struct range fact = fact_at(found, i), holder = fact_at(found, outer);
        bool again = fact.start == holder.start && fact.end == holder.end;
        within[i] = fact.end <= holder.end && !again;
        crossing[i] = within[i] && crosses_shorter(found, outer, i);
        outer = fact.end > holder.end ? i : outer;
    }
    for (guint i = 0; i < found->len; i++) {
        struct range fact = fact_at(found, i);
        enum keep least = is_among_facts(k->p, fact) ? KEEP_SCHEMES : KEEP_FACTS_WITHIN;
        if (!crossing[i])
            keep_bytes(k, fact.start, fact.end, within[i] ? KEEP_NOTHING : least);
    }
}

/* A fact of several lines is parted there in any case; a long one after its pauses. */
static bool parts_fact(gunichar c, enum keep keep)
{
    return c == LINE_SEPARATOR ||
           (keep == KEEP_PARTS_OF_FACTS && (c == ':' || c == ',' || c == ';'));
}

static void keep_fact(const struct keeping *k, struct range fact)
{
    const char *text = k->p->text->str;
    size_t start = fact.start, end = fact.end;
    for (size_t at = start; at < end;) {
        gunichar c = letter_at(text + at);
        size_t next = (size_t)(g_utf8_next_char(text + at) - text);
        if (at == start && c == ' ') { /* lines may break behind it */
            start = next;
        } else if (parts_fact(c, k->keep) || next == end) {
            keep_bytes(k, start, next, KEEP_FACTS_WITHIN);
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

/* Behind a hyphen in the name of mail or of a host no line ends while '@' and dots give better
 * places: it would be taken for the line's own. */
static void keep_hyphens_of_hosts(const struct keeping *k)
{
    const struct paragraph *p = k->p;
    const char *words = p->words->str;
    for (const char *hyphen = words; (hyphen = strchr(hyphen, '-')); hyphen++) {
        size_t at = (size_t)(hyphen - words);
        if (hyphen[1] && address_in_host(words, at))
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
            keep_bytes(k, (size_t)(at - text), (size_t)(at - text) + length, KEEP_FACTS_WITHIN);
        at += length;
    }
}

/* Unicode lets lines end behind a sign that opens an isolate where the word is of a script whose
 * letters part anywhere: the blank before the sign would be no line's end then, but a part of it.
 */
static void keep_openings(const struct keeping *k)
{
    const char *text = k->p->text->str;
    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        size_t at = (size_t)(c - text), next = next_char(text, at);
        if (direction_is_isolate(letter_at(c)) && !g_str_has_prefix(c, DIRECTION_POP) && text[next])
            forbid_breaks(k->p, at, next_char(text, next));
    }
}

static bool is_hangul(gunichar c)
{
    return !LETTER_IS_ASCII(c) && g_unichar_get_script(c) == G_UNICODE_SCRIPT_HANGUL;
}

/* Korean has blanks between its words, which are read and aligned by them; Unicode lets lines end
 * within (UAX 14, 8.2), where nobody asks for whole words. */
static void keep_korean_words(const struct keeping *k)
{
    const struct paragraph *p = k->p;
    const char *words = p->words->str, *at = words;
    for (const char *start = at; *at; at = start) {
        bool korean = false;
        gunichar c = letter_at(at);
        for (; letter_is_alnum(c) && (is_hangul(c) || !g_unichar_iswide(c));
             c = letter_at(at = g_utf8_next_char(at)))
            korean = korean || is_hangul(c);
        if (korean)
            keep_bytes(k, paragraph_from_words(p, (size_t)(start - words)),
                       paragraph_from_words(p, (size_t)(at - words)), KEEP_NOTHING);
        start = at == start ? g_utf8_next_char(at) : at;
    }
}

void keeping_apply(struct keeping *k)
{
    const struct paragraph *p = k->p;
    keep_schemes(k);
    keep_hyphens_of_hosts(k);
    keep_facts(k);
    if (has_signs(p)) {
        keep_openings(k);
        keep_isolates(k);
        keep_korean_words(k);
    }
    facts_find_asked(p->words->str, keep_asked, k);
    for (guint i = 0; i < p->spans->len; i++)
        if (((const struct span *)p->spans->pdata[i])->whole)
            keep_fact(k, span_range(p, i));
}

/* The number of a note never parts from the word that it stands behind. */
void keeping_references(struct paragraph *p)
{
    for (guint i = 0; i < p->spans->len; i++) {
        const struct span *span = p->spans->pdata[i];
        struct range mark = span_range(p, i);
        if (mark.start == 0 || mark.start == mark.end || !element_note(span->element))
            continue;
        const char *before = g_utf8_prev_char(p->text->str + mark.start);
        forbid_breaks(p, (size_t)(before - p->text->str), mark.end);
    }
}

void keeping_facts(struct paragraph *p)
{
    struct keeping all = {.p = p, .keep = KEEP_FACTS};
    keep_facts(&all);
    keep_korean_words(&all);
    keeping_references(p);
}
