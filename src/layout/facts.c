/*
 * Facts in running text, found by one regular expression. The patterns are about shapes, not words,
 * so that they hold in every language that writes its numbers in European digits.
 */
#include "layout/facts.h"

#include <glib.h>

static const char pattern[] =
    "(?<![\\w@])(?:"
    "https?://[^\\s<>]+"                      /* https://clinic.example */
    "|[^\\s@<>()]+@[^\\s@<>()]+\\.\\p{L}{2,}" /* name@clinic.example */
    "|\\+?\\(?\\d(?:[\\d ()./-]*\\d){5,}"     /* (555) 010-0199 */
    "|\\d{1,2}\\.? \\p{L}{3,} \\d{4}"         /* 12 May 2026 */
    "|\\p{Lu}\\p{L}{2,} \\d{1,2}, \\d{4}"     /* May 12, 2026 */
    "|\\d+(?:[.,:]\\d+)? (?:[µm]?[gl]|mcg|kg|mL|L|%|°[CF]|mmHg|IU|am|pm|a\\.m\\.|p\\.m\\.)" /* 20 mg
                                                                                             */
    "|\\p{L}+(?:[-\u2010]\\p{L}+)+" /* day-to-day */
    ")(?!\\w)";

static gpointer compile(gpointer unused)
{
    (void)unused;
    return g_regex_new(pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

void facts_find(const char *text, facts_visit *visit, void *data)
{
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
