/*
 * Reads the urgent message. Awkward: its end is a time of the clock on the wall, which the display
 * compares with its own; the program counts in seconds, so that a change to summer time between the
 * two is no trouble.
 */
#include "content/urgent.h"

#include "base/clock.h"
#include "base/paths.h"
#include "content/date.h"

#include <stdlib.h>
#include <string.h>

#define FORM "write it as in 'until: 2026-03-31 17:00'"

/* Two digits of a number below `limit`; -1: they are none. */
static int two_digits(const char *text, int limit)
{
    if (!g_ascii_isdigit(text[0]) || !g_ascii_isdigit(text[1]))
        return -1;
    int number = 10 * (text[0] - '0') + (text[1] - '0');
    return number < limit ? number : -1;
}

bool urgent_end_read(const char *text, struct urgent_end *out_end)
{
    if (strlen(text) != strlen("2026-03-31 17:00") || !strchr(" T", text[10]) || text[13] != ':')
        return false;
    g_autofree char *day = g_strndup(text, 10);
    int hour = two_digits(text + 11, 24), minute = two_digits(text + 14, 60);
    if (!date_is_day(day) || hour < 0 || minute < 0)
        return false;
    g_autoptr(GDateTime) time =
        g_date_time_new_local(atoi(day), atoi(day + 5), atoi(day + 8), hour, minute, 0);
    if (!time)
        return false;
    out_end->seconds = g_date_time_to_unix(time);
    g_strlcpy(out_end->text, text, sizeof out_end->text);
    out_end->text[10] = ' ';
    return true;
}

static void take_end(const struct article *article, struct urgent_end *out_end, struct diag *diag)
{
    const struct fact *until = &article->until;
    struct pos head = {.file = paths_number(article->path), .line = 1};
    if (!until->value && article->front_readable)
        diag_report(diag, RULE_URGENT_END, until->pos.line > 0 ? until->pos : head,
                    "'until' is %s, so the urgent message is shown without an end, and stays until "
                    "the file is deleted: " FORM,
                    until->pos.line > 0 ? "empty" : "not given");
    else if (until->value && !urgent_end_read(until->value, out_end))
        diag_report(diag, RULE_URGENT_END, until->pos,
                    "'%s' is no time to end, so the urgent message is shown without one, and stays "
                    "until the file is deleted: " FORM,
                    until->value);
}

static void refuse_key(const char *key, const struct fact *given, struct diag *diag)
{
    if (given->pos.line > 0)
        diag_report(diag, RULE_YAML_KEY, given->pos,
                    "'%s' is for articles: take it out, an urgent message is the whole show until "
                    "it ends",
                    key);
}

static void refuse_keys(const struct article *article, struct diag *diag)
{
    const struct schedule *schedule = &article->schedule;
    refuse_key("kind", &article->kind_given, diag);
    refuse_key("lobby", &article->lobby_given, diag);
    refuse_key("art", &article->art_given, diag);
    refuse_key("crisis", &article->crisis_given, diag);
    refuse_key("valid_from", &schedule->valid_from, diag);
    refuse_key("valid_to", &schedule->valid_to, diag);
    refuse_key("days", &schedule->days, diag);
    refuse_key("hours", &schedule->hours, diag);
    refuse_key("products", &(struct fact){.pos = article->selection.only.pos}, diag);
    refuse_key("not", &(struct fact){.pos = article->selection.without.pos}, diag);
}

struct article *urgent_load(const char *path, struct urgent_end *out_end, struct diag *diag)
{
    *out_end = (struct urgent_end){0};
    struct article *article = article_load_urgent(path, diag);
    if (!article)
        return NULL;
    take_end(article, out_end, diag);
    refuse_keys(article, diag);
    return article;
}

bool urgent_stands(const struct urgent_end *end)
{
    g_autoptr(GDateTime) now = clock_now();
    return end->seconds == 0 || g_date_time_to_unix(now) < end->seconds;
}
