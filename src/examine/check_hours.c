/*
 * Opening hours: lines that contradict each other, days about which nothing is said, and times in
 * the article that clinic.yaml does not give. Awkward: an article gives times of doses too, so only
 * sentences that speak of opening, or of days of the week, are looked at.
 */
#include "examine/check_parts.h"

#include "content/hours.h"

#include <stdlib.h>
#include <string.h>

/* The first line before line `i` that contradicts it, or NULL. */
static const struct fact *find_contradiction(const GPtrArray *lines, guint i)
{
    for (guint j = 0; j < i; j++) {
        const struct fact *line = lines->pdata[i], *before = lines->pdata[j];
        if (hours_overlap(before->value, line->value))
            return before;
    }
    return NULL;
}

static void check_overlaps(const struct checking *c)
{
    const GPtrArray *lines = c->clinic->opening_hours.items;
    for (guint i = 0; i < lines->len; i++) {
        const struct fact *line = lines->pdata[i], *other = find_contradiction(lines, i);
        if (other)
            check_report(c, RULE_HOURS_OVERLAP, line->pos, "'%s' contradicts '%s'", line->value,
                         other->value);
    }
}

static void check_gaps(const struct checking *c)
{
    static const char *const names[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    const struct fact_list *hours = &c->clinic->opening_hours;
    unsigned days = 0, silent = 0;
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < hours->items->len; i++)
        days |= hours_days(((const struct fact *)hours->items->pdata[i])->value);
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (days & 1u << i)
            continue;
        g_string_append_printf(list, "%s%s", list->len ? "," : "", names[i]);
        silent++;
    }
    if (silent > 0 && hours->items->len > 0)
        check_report(c, RULE_HOURS_GAP, hours->pos, "nothing is said about %u of 7 days (%s)",
                     silent, list->str);
}

void check_hours(const struct checking *c)
{
    check_overlaps(c);
    if (c->depth == DEPTH_FULL)
        check_gaps(c);
}

/* Reads "9 am", "9:30 p.m." or "14:00" at `p`; its bytes, or 0. */
static size_t read_time(const char *p, int *out_minutes)
{
    char *end;
    long hour = strtol(p, &end, 10), minute = 0;
    bool clock = *end == ':' && g_ascii_isdigit(end[1]) && g_ascii_isdigit(end[2]);
    if (end - p > 2 || hour > 24)
        return 0;
    if (clock)
        minute = strtol(end + 1, &end, 10);
    const char *half = end + (*end == ' ');
    bool am = g_ascii_strncasecmp(half, "am", 2) == 0 || g_ascii_strncasecmp(half, "a.m", 3) == 0;
    bool pm = g_ascii_strncasecmp(half, "pm", 2) == 0 || g_ascii_strncasecmp(half, "p.m", 3) == 0;
    if (!clock && !am && !pm)
        return 0;
    if (am || pm) {
        hour = hour % 12 + (pm ? 12 : 0);
        end = (char *)half + 2;
    }
    *out_minutes = (int)(hour * 60 + minute);
    return (size_t)(end - p);
}

static bool clinic_gives_time(const struct clinic *clinic, int minutes)
{
    g_autofree char *wide = g_strdup_printf("%02d:%02d", minutes / 60, minutes % 60);
    g_autofree char *narrow = g_strdup_printf(" %d:%02d", minutes / 60, minutes % 60);
    for (guint i = 0; i < clinic->opening_hours.items->len; i++) {
        const struct fact *line = clinic->opening_hours.items->pdata[i];
        if (strstr(line->value, wide) || strstr(line->value, narrow))
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
    const char *end = passage->text + sentence->end;
    for (const char *p = passage->text + sentence->start; p < end;) {
        int minutes;
        bool starts = g_ascii_isdigit(*p) && (p == passage->text || !g_ascii_isalnum(p[-1]));
        size_t length = starts ? read_time(p, &minutes) : 0;
        if (length > 0 && !clinic_gives_time(c->clinic, minutes))
            check_report(c, RULE_FACT_UNKNOWN, passage_pos(passage, (gsize)(p - passage->text)),
                         "the opening time '%.*s' is not in clinic.yaml", (int)length, p);
        p += MAX(length, 1);
    }
}

void check_passage_hours(const struct checking *c, const struct passage *passage)
{
    if (!c->language->opening || !strpbrk(passage->text, "0123456789"))
        return;
    for (guint i = 0; i < passage->sentences->len; i++) {
        const struct sentence *sentence = &g_array_index(passage->sentences, struct sentence, i);
        if (speaks_of_opening(c->language, passage->text, sentence))
            find_times(c, passage, sentence);
    }
}
