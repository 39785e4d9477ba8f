/*
 * Opening hours: lines that contradict each other, days about which nothing is said, and times in
 * the article that clinic.yaml does not give. Awkward: an article gives times of doses too, so only
 * sentences that speak of opening, or of days of the week, are looked at.
 */
#include "examine/check_parts.h"

#include "content/hours.h"

#include <stdlib.h>
#include <string.h>

static const struct hours *rule_at(const GArray *rules, guint i)
{
    return &g_array_index(rules, struct hours, i);
}

/* The first line before that of rule `i` that contradicts it, or NULL. Within a line the later rule
 * holds. */
static const struct fact *find_contradiction(const GArray *rules, guint i)
{
    for (guint j = 0; j < i; j++)
        if (rule_at(rules, j)->line != rule_at(rules, i)->line &&
            hours_overlap(rule_at(rules, j), rule_at(rules, i)))
            return rule_at(rules, j)->line;
    return NULL;
}

static void check_overlaps(const struct checking *c, const GArray *rules)
{
    const struct fact *told = NULL;
    for (guint i = 0; i < rules->len; i++) {
        const struct fact *line = rule_at(rules, i)->line, *other = find_contradiction(rules, i);
        if (other && line != told)
            check_report(c, RULE_HOURS_OVERLAP, line->pos, "'%s' contradicts '%s'", line->value,
                         other->value);
        told = other ? line : told;
    }
}

/* A line that cannot be read may speak of any day. */
static bool all_read(const GArray *rules)
{
    for (guint i = 0; i < rules->len; i++)
        if (rule_at(rules, i)->kind == HOURS_WRITTEN)
            return false;
    return true;
}

static void check_gaps(const struct checking *c)
{
    const GArray *hours = c->clinic->hours;
    unsigned days = 0, silent = 0;
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < hours->len; i++)
        days |= hours_weekdays(&g_array_index(hours, struct hours, i));
    for (enum day day = 0; day < DAY_WEEK; day++) {
        if (days & 1u << day)
            continue;
        g_string_append_printf(list, "%s%s", list->len ? "," : "", hours_day_code(day));
        silent++;
    }
    if (silent > 0 && hours->len > 0 && all_read(hours))
        check_report(c, RULE_HOURS_GAP, c->clinic->opening_hours.pos,
                     "nothing is said about %u of 7 days (%s)", silent, list->str);
}

void check_hours(const struct checking *c)
{
    g_autoptr(GPtrArray) all = clinic_hours(c->clinic);
    for (guint i = 0; i < all->len; i++)
        check_overlaps(c, all->pdata[i]);
    if (c->depth == DEPTH_FULL)
        check_gaps(c);
}

static bool clinic_gives_time(const struct clinic *clinic, int minutes)
{
    g_autoptr(GPtrArray) all = clinic_hours(clinic);
    for (guint i = 0; i < all->len; i++) {
        const GArray *rules = all->pdata[i];
        for (guint k = 0; k < rules->len; k++)
            if (hours_name_time(rule_at(rules, k), minutes))
                return true;
    }
    return false;
}

static bool speaks_of_opening(const struct language_checks *language, const char *text,
                              const struct sentence *sentence)
{
    struct word_walk walk = sentence_words(text, sentence);
    struct word word;
    while (word_next(&walk, &word))
        if (word_is_any(&word, language->opening))
            return true;
    return false;
}

static void find_times(const struct checking *c, const struct passage *passage,
                       const struct sentence *sentence)
{
    const char *text = passage->text;
    struct range time;
    int minutes;
    for (size_t at = sentence->start;
         hours_find_time(text, at, &time, &minutes) && time.start < sentence->end; at = time.end)
        if (!clinic_gives_time(c->clinic, minutes))
            check_report(c, RULE_FACT_UNKNOWN, passage_pos(passage, time.start),
                         "the opening time '%.*s' is not in clinic.yaml",
                         (int)(time.end - time.start), text + time.start);
}

void check_passage_hours(const struct checking *c, const struct passage *passage)
{
    if (!c->language->opening || !strpbrk(passage->text, "0123456789"))
        return;
    struct range time = {0, 0}; /* the first at or behind a sentence's start */
    int minutes;
    bool more = hours_find_time(passage->text, 0, &time, &minutes);
    for (guint i = 0; more && i < passage->sentences->len; i++) {
        const struct sentence *sentence = &g_array_index(passage->sentences, struct sentence, i);
        if (time.start < sentence->start)
            more = hours_find_time(passage->text, sentence->start, &time, &minutes);
        if (more && time.start < sentence->end &&
            speaks_of_opening(c->language, passage->text, sentence))
            find_times(c, passage, sentence);
    }
}
