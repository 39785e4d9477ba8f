/*
 * Numbers: decimals, percentages and rows of figures, over which many readers stumble. Awkward:
 * telephone numbers, dates and times are figures as well, and are passed over.
 */
#include "content/date.h"
#include "content/hours.h"
#include "content/telephone.h"
#include "examine/check_parts.h"

#define NUMBERS_LIMIT 2 /* in a sentence: print-standards 2.2, item 6 */

/* What one passage has of numbers. */
struct numbers {
    int percent_start, percent_end; /* of the first percentage, -1: none */
    int decimal_start, decimal_end; /* of the first decimal, -1: none */
    bool share;                     /* "1 in 10" */
};

static bool is_matched(const GMatchInfo *match, const char *name, int *start, int *end)
{
    return g_match_info_fetch_named_pos(match, name, start, end) && *start >= 0;
}

/* Notes the match; true when it is a number to be understood. */
static bool note_match(struct numbers *numbers, const GMatchInfo *match)
{
    int start, end;
    if (is_matched(match, "percent", &start, &end) && numbers->percent_start < 0) {
        numbers->percent_start = start;
        numbers->percent_end = end;
    }
    if (is_matched(match, "decimal", &start, &end) && numbers->decimal_start < 0) {
        numbers->decimal_start = start;
        numbers->decimal_end = end;
    }
    numbers->share |= is_matched(match, "share", &start, &end);
    static const char *const counted[] = {"share", "dose", "percent", "decimal", "plain"};
    for (size_t i = 0; i < G_N_ELEMENTS(counted); i++)
        if (is_matched(match, counted[i], &start, &end))
            return true;
    return false;
}

/* Where the text's telephone numbers, record numbers, dates and times stand, of struct range; owned
 * by the caller. */
static GArray *find_facts(const char *text)
{
    GArray *facts = g_array_new(FALSE, FALSE, sizeof(struct range));
    struct range fact;
    int minutes;
    for (size_t at = 0; telephone_find(text, at, &fact); at = fact.end)
        if (telephone_count_digits(text, fact) >= TELEPHONE_DIGITS_MIN)
            g_array_append_val(facts, fact);
    for (size_t at = 0; date_find(text, at, &fact); at = fact.end)
        g_array_append_val(facts, fact);
    for (size_t at = 0; hours_find_time(text, at, &fact, &minutes); at = fact.end)
        g_array_append_val(facts, fact);
    return facts;
}

static bool starts_in_fact(const GMatchInfo *match, const GArray *facts)
{
    int start;
    g_match_info_fetch_pos(match, 0, &start, NULL);
    for (guint i = 0; i < facts->len; i++) {
        struct range fact = g_array_index(facts, struct range, i);
        if ((size_t)start >= fact.start && (size_t)start < fact.end)
            return true;
    }
    return false;
}

static unsigned count_numbers(struct numbers *numbers, const GRegex *pattern, const char *text,
                              const GArray *facts, const struct sentence *sentence)
{
    GMatchInfo *match;
    unsigned count = 0;
    g_regex_match_full(pattern, text, (gssize)sentence->end, (gint)sentence->start, 0, &match,
                       NULL);
    for (; g_match_info_matches(match); g_match_info_next(match, NULL))
        count += !starts_in_fact(match, facts) && note_match(numbers, match);
    g_match_info_free(match);
    return count;
}

static void report_number(const struct checking *c, const struct passage *passage, int start,
                          int end, const char *what)
{
    check_report(c, RULE_NUMBERS, passage_pos(passage, (gsize)start), "'%.*s' %s", end - start,
                 passage->text + start, what);
}

static void check_passage(const struct checking *c, const GRegex *pattern,
                          const struct passage *passage)
{
    struct numbers numbers = {.percent_start = -1, .decimal_start = -1};
    g_autoptr(GArray) facts = find_facts(passage->text);
    for (guint i = 0; i < passage->sentences->len; i++) {
        const struct sentence *s = &g_array_index(passage->sentences, struct sentence, i);
        unsigned count = count_numbers(&numbers, pattern, passage->text, facts, s);
        if (count > NUMBERS_LIMIT)
            check_report(c, RULE_NUMBERS, passage_pos(passage, s->start),
                         "%u numbers in one sentence, the limit is %d", count, NUMBERS_LIMIT);
    }
    if (numbers.percent_start >= 0 && !numbers.share)
        report_number(c, passage, numbers.percent_start, numbers.percent_end,
                      "is not also said as so many in so many");
    if (numbers.decimal_start >= 0)
        report_number(c, passage, numbers.decimal_start, numbers.decimal_end, "has decimals");
}

void check_numbers(const struct checking *c)
{
    if (!c->language->numbers)
        return;
    const GRegex *pattern = pattern_regex(c->language->numbers);
    for (guint i = 0; i < c->prose->passages->len; i++)
        if (passage_is_running(prose_passage(c->prose, i)))
            check_passage(c, pattern, prose_passage(c->prose, i));
}
