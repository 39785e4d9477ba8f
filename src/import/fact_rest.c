/*
 * What lines of facts say beyond the facts that were taken of them, so that no number is to be
 * found in a comment alone: further numbers are listed, and hours that nobody could read stand
 * beside those that were, for a clinic with half of its hours looks closed in the other half.
 */
#include "base/pattern.h"
#include "content/address.h"
#include "content/hours.h"
#include "content/telephone.h"
#include "import/facts.h"
#include "import/parts.h"

#include <string.h>

#define WHY_ODD     "hours that others of the page contradict: check which are right"
#define WHY_FURTHER "only quoted in clinic.yaml: write it where it belongs"

/* True when one of the facts is that number, however each writes it. */
static bool has_number(const GPtrArray *facts, const char *number)
{
    bool own = false;
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        bool first = found->key == FOUND_TELEPHONE && found->value && !own;
        own |= first;
        bool written = first || found->key == FOUND_POINT || found->key == FOUND_FAX;
        if (found->key == FOUND_ADDRESS && found->value && strstr(found->value, number))
            return true; /* its code */
        if (written && found->value &&
            (telephone_same(found->value, number) || telephone_in(found->value, number)))
            return true;
    }
    return false;
}

static bool is_written(const struct source *source, const char *number)
{
    for (guint i = 0; i < source->places->len; i++)
        if (has_number(source->places->pdata[i], number))
            return true;
    return has_number(source->found, number);
}

void fact_list_more(struct source *source, const struct input_line *line, const char *words)
{
    source_add(source, LINE_TEXT, line->number, words)->why = WHY_FURTHER;
}

static void list_numbers(struct source *source, const struct input_line *line)
{
    struct range at = {0, 0};
    bool written = true;
    while (written && telephone_find(line->text, at.end, &at)) {
        g_autofree char *number = g_strndup(line->text + at.start, at.end - at.start);
        /* the digits of dates look like numbers */
        written = (line->is_hours && !telephone_is_certain(number)) || is_written(source, number);
    }
    if (!written)
        fact_list_more(source, line, line->text);
}

void fact_list_part(struct source *source, const struct input_line *line, const char *part)
{
    struct range found;
    bool owner = g_str_has_prefix(part, "\u00A9"), number = telephone_find(part, 0, &found);
    g_autofree char *own = number ? g_strndup(part + found.start, found.end - found.start) : NULL;
    bool later = number && (!line->is_hours || telephone_is_certain(own)); /* fact_take_rest */
    g_autofree char *days = /* that nobody could read */
        line->is_hours && !number ? hours_in_english(source->labels, part) : NULL;
    if ((strpbrk(part, "0123456789") || days) && !owner && !later)
        fact_list_more(source, line, part);
}

/* True for a line that says a time of day, and no number to call. */
static bool says_time(const char *text)
{
    static struct pattern form = PATTERN(
        "(?i)(?<![\\d.])\\d{1,2}(?:[:.h]\\d\\d|(?::\\d\\d)? ?(?:[ap]\\.?m\\b|[aph]\\b|uhr\\b)"
        "|[\u65F6\u6642\u70B9\u9EDE\u66DC]| ?[-\u2013\u2014] ?\\d{1,2})(?!\\d)");
    struct range found;
    return pattern_find(&form, text, 0, &found) && !telephone_find(text, 0, &found) &&
           !strchr(text, '@');
}

static const struct input_line *beside(const struct source *source, unsigned order, int step)
{
    for (int i = (int)order + step; i >= 0 && i < (int)source->lines->len; i += step) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind != LINE_BLANK)
            return line;
    }
    return NULL;
}

static bool is_beside_hours(const struct source *source, const struct input_line *line)
{
    const struct input_line *before = beside(source, line->order, -1);
    const struct input_line *next = beside(source, line->order, 1);
    return (before && before->is_hours) || (next && next->is_hours);
}

/* A line of the page's foot that names days may say hours of anything: "Pharmacy: Mon-Fri 9-6". */
static bool may_be_hours(const struct source *source, const struct input_line *line)
{
    g_autofree char *days = line->aside ? hours_in_english(source->labels, line->text) : NULL;
    return days || is_beside_hours(source, line);
}

/* The line stays what it was; clinic.yaml has it as a comment, too, at the place it is about. */
static void note_unread(struct source *source, const struct input_line *line)
{
    GPtrArray *known = source->found;
    struct input_line *quote = source_add(source, LINE_TEXT, line->number, line->text);
    source->found = line->place ? line->place : known;
    source_found(source, FOUND_HOURS, NULL, quote)->part = FACT_UNREAD;
    source->found = known;
    quote->is_hours = true;
}

bool fact_are_apart(const struct source *source, const struct input_line *line,
                    const struct input_line *next)
{
    if (fact_ends_postal(source, line->text) && strpbrk(next->text, "0123456789"))
        return true;
    for (unsigned i = line->order + 1; i < next->order; i++) {
        const struct input_line *between = source->lines->pdata[i];
        if (between->kind != LINE_BLANK && !(between->is_fact && between->is_address))
            return true;
    }
    return next->order < line->order;
}

static bool is_line_of_address(const struct found *found)
{
    return found->key == FOUND_ADDRESS && found->value && !found->part;
}

/* The first line of the address that is the clinic's own: the first, unless that is a box at a post
 * office and another has a house; NULL: there is none. */
static const struct input_line *own_address(const struct source *source)
{
    const struct input_line *first = NULL, *last = NULL;
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        if (!is_line_of_address(found))
            continue;
        bool starts = !last || fact_are_apart(source, last, found->line);
        last = found->line;
        if (!first || (starts && fact_is_box(first->text)))
            first = last;
    }
    return first;
}

/* Lines of a further address are no lines of the clinic's own. */
static void part_addresses(struct source *source)
{
    const struct input_line *own = own_address(source), *last = NULL;
    bool within = false;
    for (guint i = 0, n = source->found->len; i < n; i++) {
        struct found *found = source->found->pdata[i];
        if (!is_line_of_address(found))
            continue;
        within = found->line == own ||
                 (within && (found->line == last || !fact_are_apart(source, last, found->line)));
        last = found->line;
        if (within)
            continue;
        found->part = FACT_FURTHER;
        fact_list_more(source, found->line, found->line->text);
    }
}

static bool has_mail(const GPtrArray *facts, const char *mail)
{
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        if (found->value && g_ascii_strcasecmp(found->value, mail) == 0)
            return true;
    }
    return false;
}

/* Mail addresses that links of the line lead to, which its words do not say; those behind the first
 * are listed. */
static void take_mails(struct source *source, const struct input_line *line)
{
    GPtrArray *own = source->found, *facts = line->place ? line->place : own;
    size_t at = 0;
    for (char *words, *url; source_next_link(line, &at, &words, &url);) {
        g_autofree char *said = words, *to = url;
        g_autofree char *escaped = address_kind(url) == ADDRESS_MAIL ? address_to(url) : NULL;
        g_autofree char *mail = escaped ? g_uri_unescape_string(escaped, NULL) : NULL;
        if (!mail || !address_is_mail(mail) || has_mail(facts, mail))
            continue;
        bool first = !source_value(facts, FOUND_EMAIL);
        source->found = facts;
        source_found(source, FOUND_EMAIL, g_strdup(mail), (struct input_line *)line);
        source->found = own;
        if (!first)
            fact_list_more(source, line, mail);
    }
}

/* Hours of the clinic, or of one place, that are a comment in clinic.yaml, as others contradict
 * them.
 */
static void list_odd_hours(struct source *source, const GPtrArray *facts)
{
    g_autoptr(GPtrArray) odd = import_odd_hours(facts, FOUND_HOURS);
    for (guint i = 0; i < facts->len; i++) {
        const struct found *found = facts->pdata[i];
        if (found->value && g_ptr_array_find(odd, found->value, NULL))
            source_add(source, LINE_TEXT, found->line->number, found->line->text)->why = WHY_ODD;
    }
}

void fact_take_rest(struct source *source)
{
    part_addresses(source);
    list_odd_hours(source, source->found);
    for (guint i = 0; i < source->places->len; i++)
        list_odd_hours(source, source->places->pdata[i]);
    unsigned n = source->lines->len;
    for (unsigned i = 0; i < n; i++) {
        const struct input_line *line = source->lines->pdata[i];
        bool open = line->kind == LINE_TEXT && (!line->why || line->aside);
        if (line->kind == LINE_TEXT && line->is_fact) {
            take_mails(source, line);
            list_numbers(source, line);
        } else if (open && says_time(line->text) && may_be_hours(source, line))
            note_unread(source, line);
    }
}
