/*
 * Facts in running text: those that content knows by their shape, and by one regular expression
 * those that only stay together, doses and joined words. All of it is about shapes, not words, so
 * that it holds in every language that writes its numbers in European digits.
 */
#include "content/facts.h"

#include "base/pattern.h"
#include "content/address.h"
#include "content/date.h"
#include "content/hours.h"
#include "content/telephone.h"

#include <glib.h>

/* "20 mg", "day-to-day" */
static struct pattern joined =
    PATTERN("(?<![\\w@])(?:"
            "\\d+(?:[.,:]\\d+)* (?:[µm]?[gl]|mcg|kg|mL|L|%|°[CF]|mmHg|IU)"
            "|\\p{L}+(?:[-\u2010]\\p{L}+)+"
            ")(?!\\w)");

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

static bool find_joined(const char *text, size_t from, struct range *out)
{
    return pattern_find(&joined, text, from, out);
}

void facts_find(const char *text, facts_visit *visit, void *data)
{
    visit_all(address_find, text, visit, data);
    visit_all(telephone_find, text, visit, data);
    visit_all(date_find, text, visit, data);
    visit_all(find_time, text, visit, data);
    visit_all(find_joined, text, visit, data);
}
