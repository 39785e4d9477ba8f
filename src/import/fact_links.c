/*
 * Numbers that links lead to, where the words say another or none. Nobody but people can tell which
 * of two is right, so both are listed.
 */
#include "content/address.h"
#include "content/telephone.h"
#include "import/fact_messages.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

#define WHY_OTHER "the words and the link say different numbers: check which is right"

/* The figures that numbers share with and without their country's code. */
#define DIGITS_SHARED 7

/* The last figures of a number; owned by the caller. */
static char *last_digits(const char *number)
{
    g_autofree char *digits = telephone_digits(number);
    size_t length = strlen(digits);
    return g_strdup(digits + (length > DIGITS_SHARED ? length - DIGITS_SHARED : 0));
}

/* True when the words have numbers, and none of them is this one. */
static bool contradicts(const char *words, const char *number)
{
    g_autofree char *own = last_digits(number);
    struct range at = {0, 0};
    bool any = false;
    while (telephone_find(words, at.end, &at)) {
        g_autofree char *found = g_strndup(words + at.start, at.end - at.start);
        g_autofree char *last = last_digits(found);
        if (strcmp(last, own) == 0)
            return false;
        any |= strlen(last) == DIGITS_SHARED;
    }
    return any && strlen(own) == DIGITS_SHARED;
}

static void list_other(struct source *source, struct input_line *line, const char *words,
                       const char *number)
{
    g_autofree char *both = g_strdup_printf("%s <%s>", words, number);
    if (line->is_fact && line->aside)
        fact_list_more(source, line, both);
    else {
        line->is_fact = false;
        source_changed(source, line, both, WHY_OTHER);
    }
}

/* Where a link to call or to write to leads; owned by the caller; NULL: it is none such. */
static char *number_of(const char *url)
{
    enum address_kind kind = address_kind(url);
    bool dialled = kind == ADDRESS_TELEPHONE || kind == ADDRESS_TEXT;
    g_autofree char *to = dialled ? address_to(url) : NULL;
    return to ? g_uri_unescape_string(to, NULL) : fact_number_of_link(url);
}

static void list_contradictions(struct source *source, struct input_line *line)
{
    size_t at = 0;
    for (char *words, *url; source_next_link(line, &at, &words, &url);) {
        g_autofree char *said = words, *to = url, *number = number_of(url);
        if (number && contradicts(words, number))
            list_other(source, line, words, number);
    }
}

/* The last figures of all numbers that are facts, of char *, owned; owned by the caller. */
static GHashTable *find_taken(const GPtrArray *facts)
{
    GHashTable *taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        struct range at = {0, 0};
        while (found->value && telephone_find(found->value, at.end, &at)) {
            g_autofree char *number = g_strndup(found->value + at.start, at.end - at.start);
            g_hash_table_add(taken, last_digits(number));
        }
    }
    return taken;
}

/* Of a line that leaves the page, but for such a link: the number would be nowhere. */
static void list_sent(struct source *source, const struct input_line *line, GHashTable *taken)
{
    size_t at = 0;
    bool leaves = line->aside || line->is_fact;
    for (char *words, *url; leaves && source_next_link(line, &at, &words, &url);) {
        g_autofree char *said = words, *to = url, *number = number_of(url);
        bool called = address_kind(url) == ADDRESS_TELEPHONE; /* its line is listed with it */
        if (!number || called || telephone_in(words, number))
            continue;
        const char *service = fact_service_of_link(url);
        g_autofree char *both = g_strdup_printf("%s %s", service ? service : words, number);
        g_autofree char *last = last_digits(number);
        if (!g_hash_table_contains(taken, last))
            fact_list_more(source, line, both);
    }
}

void fact_list_links(struct source *source)
{
    g_autoptr(GHashTable) taken = find_taken(source->found);
    for (unsigned i = 0; i < source->read; i++) {
        struct input_line *line = source->lines->pdata[i];
        bool gone = line->why && !line->aside;
        if (line->kind == LINE_BLANK || gone)
            continue;
        list_contradictions(source, line);
        list_sent(source, line, taken);
    }
}
