/*
 * Facts in running text: those that content knows by their shape, and by one regular expression
 * those that only stay together, doses and joined words. All of it is about shapes, not words, so
 * that it holds in every language that writes its numbers in European digits.
 */
#include "layout/facts.h"

#include "content/address.h"
#include "content/date.h"
#include "content/hours.h"
#include "content/telephone.h"

#include <glib.h>

static const char pattern[] =
    "(?<![\\w@])(?:"
    "\\d+(?:[.,:]\\d+)? (?:[µm]?[gl]|mcg|kg|mL|L|%|°[CF]|mmHg|IU)" /* 20 mg
                                                                    */
    "|\\p{L}+(?:[-\u2010]\\p{L}+)+"                                /* day-to-day */
    ")(?!\\w)";

static gpointer compile(gpointer unused)
{
    (void)unused;
    return g_regex_new(pattern, G_REGEX_DEFAULT, 0, NULL);
}

/* How one kind of facts is found, from a byte on. */
typedef bool find_fact(const char *text, size_t from, struct range *out);

static void visit_all(find_fact *find, const char *text, facts_visit *visit, void *data)
{
    struct range fact;
    for (size_t at = 0; find(text, at, &fact); at = fact.end)
        visit(fact.start, fact.end, data);
}

static bool find_time(const char *text, size_t from, struct range *out)
{
    int minutes;
    return hours_find_time(text, from, out, &minutes);
}

void facts_find(const char *text, facts_visit *visit, void *data)
{
    visit_all(address_find, text, visit, data);
    visit_all(telephone_find, text, visit, data);
    visit_all(date_find, text, visit, data);
    visit_all(find_time, text, visit, data);
    static GOnce once = G_ONCE_INIT;
    GMatchInfo *match;
    g_regex_match(g_once(&once, compile, NULL), text, 0, &match);
    while (g_match_info_matches(match)) {
        int start, end;
        g_match_info_fetch_pos(match, 0, &start, &end);
        visit((size_t)start, (size_t)end, data);
        g_match_info_next(match, NULL);
    }
    g_match_info_free(match);
}
