/*
 * Crisis lines: recommended where an article speaks of mental health, and never named as they used
 * to be. Awkward: the program knows no hotline of its own. It can only say that one is missing or
 * out of date; the clinic chooses and checks.
 */
#include "base/range.h"
#include "content/telephone.h"
#include "examine/check_parts.h"

#include <string.h>

/* The lifeline that 988 has taken over. */
#define OLD_LIFELINE "1-800-273-8255"

static bool article_says(const struct checking *c, const char *phrase)
{
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        if (range_find_phrase(passage->text, phrase, true))
            return true;
    }
    return false;
}

static void report_phrase(const struct checking *c, const struct passage *passage,
                          const char *phrase, const char *fate)
{
    const char *found = range_find_phrase(passage->text, phrase, true);
    if (found)
        check_report(c, RULE_HOTLINE_RETIRED, passage_pos(passage, (gsize)(found - passage->text)),
                     "'%.*s' %s", (int)strlen(phrase), found, fate);
}

/* The first place where the passage gives the number, however it is spelt. */
static void report_number(const struct checking *c, const struct passage *passage,
                          const char *number, const char *fate)
{
    struct range range;
    for (size_t at = 0; telephone_find(passage->text, at, &range); at = range.end) {
        g_autofree char *found = g_strndup(passage->text + range.start, range.end - range.start);
        if (!telephone_same(found, number))
            continue;
        check_report(c, RULE_HOTLINE_RETIRED, passage_pos(passage, range.start), "'%s' %s", found,
                     fate);
        return;
    }
}

void check_retired_hotline(const struct checking *c)
{
    bool current = article_says(c, "988");
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        bool lifeline = current || range_find_phrase(passage->text, "lifeline", true);
        if (lifeline)
            report_phrase(c, passage, "press 3", "was ended on 2025-07-17");
        report_phrase(c, passage, "National Suicide Prevention Lifeline",
                      "has been the 988 Lifeline since 2022-07-16");
        if (!current)
            report_number(c, passage, OLD_LIFELINE, "stands alone, without 988");
    }
}

/* The first of them that the article says, or NULL. Each passage is read once, not once for each
 * phrase: those of a book are far. */
static const char *first_said(const struct checking *c, const char *const *phrases)
{
    guint said = g_strv_length((char **)phrases);
    for (guint i = 0; i < c->prose->passages->len; i++) {
        const struct passage *passage = prose_passage(c->prose, i);
        for (guint n = 0; n < said; n++)
            if (range_find_phrase(passage->text, phrases[n], true))
                said = n;
    }
    return phrases[said];
}

void check_crisis_line(const struct checking *c)
{
    const char *const *phrases = c->language->crisis;
    if (!phrases || !c->clinic || c->clinic->crisis_lines->len > 0)
        return;
    const char *said = first_said(c, phrases);
    if (said)
        check_report(c, RULE_CRISIS_LINE, check_article_pos(c),
                     "the article speaks of '%s' and no crisis line is given", said);
}
