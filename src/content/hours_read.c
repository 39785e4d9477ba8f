/*
 * The reader of opening hours: a few steps over the line, each of which takes what it knows. A rule
 * is dates, then days, then what is said of them, then a note; each may be missing, not all of
 * them. Awkward: commas part days, ranges of times and whole rules, so what follows decides.
 */
#include "content/hours_parts.h"

#include <string.h>

/* "Dec 24,25": a comma and at once another day of the month. */
static bool take_next_day(struct reader *r, struct dates *dates)
{
    char *end;
    if (*r->at != ',' || !g_ascii_isdigit(r->at[1]) || !dates->last.day)
        return false;
    guint64 day = g_ascii_strtoull(r->at + 1, &end, 10);
    if (day <= (guint64)dates->last.day || day > 31 || (*end && strchr(":.-", *end)))
        return false;
    dates->first = dates->last;
    dates->first.day = dates->last.day = (int)day;
    r->at = end;
    return true;
}

static bool take_all_dates(struct reader *r, struct hours *hours)
{
    struct dates dates;
    struct reader after = *r;
    bool more = date_take(r, &dates);
    while (more) {
        if (hours->n_dates == HOURS_MAX)
            return false;
        hours->dates[hours->n_dates++] = dates;
        after = *r;
        more = take_next_day(r, &dates) || (reader_take_and(r) && date_take(r, &dates));
    }
    *r = after;
    return true;
}

/* Ranges of times, as many as there are. */
static bool take_all_times(struct reader *r, struct hours *hours)
{
    struct reader after;
    if (!hours_take_times(r, hours))
        return false;
    do {
        reader_take(r, WORDS("uhr", "hrs", "hours"));
        after = *r;
    } while (reader_take_and(r) && hours_take_times(r, hours));
    *r = after;
    return true;
}

/* The bytes up to the sign `close`; false when there is none or the note is too long. */
static bool take_note_text(struct reader *r, const char *close, struct hours *hours)
{
    const char *end = strstr(r->at, close);
    if (!end || *hours->note || end == r->at || (size_t)(end - r->at) >= sizeof hours->note)
        return false;
    memcpy(hours->note, r->at, (size_t)(end - r->at));
    g_strstrip(hours->note);
    r->at = end + strlen(close);
    return *hours->note != '\0';
}

#define APPOINTMENT                                                                                \
    WORDS("by appointment only", "by appointment", "by arrangement", "appointment only")

/* A note that says what the labels can say in every language. */
static void understand_note(struct hours *hours)
{
    struct reader note = {.at = hours->note};
    if (!reader_take(&note, APPOINTMENT) || *note.at)
        return;
    hours->by_appointment = true;
    *hours->note = '\0';
}

static bool take_note(struct reader *r, struct hours *hours)
{
    static const char *const pairs[][2] = {{"\"", "\""}, {"“", "”"}, {"(", ")"}};
    if (reader_take(r, APPOINTMENT)) {
        hours->by_appointment = true;
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
        if (!reader_take(r, WORDS(pairs[i][0])))
            continue;
        bool taken = take_note_text(r, pairs[i][1], hours);
        if (taken)
            understand_note(hours);
        return taken;
    }
    return false;
}

/* What is said of the days: closed, times, all day, or nothing. */
static void take_statement(struct reader *r, struct hours *hours)
{
    struct reader ahead = *r;
    if (!reader_take(&ahead, WORDS(":", ",")))
        reader_take_to(&ahead);
    reader_take(&ahead, WORDS("open", "opens", "from", "between"));
    if (reader_take(&ahead, WORDS("off", "closed"))) {
        hours->kind = HOURS_CLOSED;
    } else if (reader_take(&ahead, WORDS("24 hours", "24h"))) {
        hours->kind = HOURS_TIMED;
        hours->times[hours->n_times++] = (struct times){0, HOURS_DAY_END};
    } else if (take_all_times(&ahead, hours)) {
        hours->kind = HOURS_TIMED;
    } else {
        return;
    }
    *r = ahead;
}

/* "9am-5pm, Mon-Fri": the days of times that stand before them. With more times behind them a comma
 * tells whose days they are; false when none does. */
static bool take_days_behind(struct reader *r, struct hours *hours)
{
    struct reader ahead = *r;
    struct hours with = *hours, next = {0};
    bool parted = reader_take(&ahead, WORDS(","));
    reader_take(&ahead, WORDS("on"));
    if (!hours_take_days(&ahead, &with) || with.n_days == 0)
        return true;
    struct reader behind = ahead;
    bool more = parted ? (take_statement(&behind, &next), next.kind != HOURS_UNTIMED)
                       : take_all_times(&behind, &next);
    if (!more) {
        *hours = with;
        *r = ahead;
    }
    return !more || parted;
}

/* "Closed on Sundays". */
static bool take_closed_first(struct reader *r, struct hours *hours)
{
    struct reader ahead = *r;
    if (!reader_take(&ahead, WORDS("closed")))
        return false;
    reader_take(&ahead, WORDS("on"));
    if (!take_all_dates(&ahead, hours) || !hours_take_days(&ahead, hours) ||
        hours->n_days + hours->n_dates == 0)
        return false;
    hours->kind = HOURS_CLOSED;
    *r = ahead;
    return true;
}

static bool take_rule_head(struct reader *r, struct hours *hours)
{
    if (take_closed_first(r, hours))
        return true;
    *hours = (struct hours){0};
    reader_take(r, WORDS("open"));
    if (reader_take(r, WORDS("24/7"))) {
        hours->kind = HOURS_ALWAYS;
        return true;
    }
    if (!take_all_dates(r, hours))
        return false;
    if (hours->n_dates > 0)
        reader_take(r, WORDS(":", ","));
    if (!hours_take_days(r, hours))
        return false;
    take_statement(r, hours);
    bool first = hours->n_times > 0 && hours->n_days + hours->n_dates == 0;
    return !first || take_days_behind(r, hours);
}

static bool take_rule(struct reader *r, struct hours *hours)
{
    *hours = (struct hours){0};
    if (!take_rule_head(r, hours))
        return false;
    reader_take(r, WORDS("open")); /* OpenStreetMap has it before a note */
    struct reader after = *r;
    reader_take(&after, WORDS(":", ","));
    while (take_note(&after, hours))
        *r = after;
    bool says = hours->kind != HOURS_UNTIMED || hours->by_appointment || *hours->note;
    return says || hours->n_days > 0;
}

/* What parts rules. True when it is a sign that may part rules without days, too. */
static bool take_parting(struct reader *r)
{
    bool strong = false;
    for (;;) {
        if (reader_take(r, WORDS(";")))
            strong = true;
        else if (!reader_take(r, WORDS(",", ".", "and")))
            break;
    }
    reader_skip_blanks(r);
    return strong;
}

bool hours_read(const char *text, GArray *out)
{
    struct reader r = {.at = text};
    guint before = out->len;
    bool ok = true, parted = true;
    reader_skip_blanks(&r);
    do {
        struct hours hours;
        const char *start = r.at;
        ok = take_rule(&r, &hours) && r.at > start;
        bool bare = hours.n_days + hours.n_dates == 0;
        ok &= !bare || (parted && (hours.kind != HOURS_CLOSED || out->len == before));
        if (ok)
            g_array_append_val(out, hours);
        parted = take_parting(&r);
        r.letters = hours.n_days > 0;
        bool open = hours.kind == HOURS_UNTIMED && !hours.by_appointment && !*hours.note;
        ok &= !open || parted || !*r.at;
    } while (ok && *r.at);
    if (!ok)
        g_array_set_size(out, before);
    return ok;
}

bool hours_read_days(const char *text, struct hours *out)
{
    struct reader r = {.at = text};
    *out = (struct hours){.kind = HOURS_UNTIMED};
    bool ok = hours_take_days(&r, out) && out->n_days > 0;
    reader_skip_blanks(&r);
    for (size_t i = 0; ok && i < out->n_days; i++)
        ok = out->days[i].nth == NTH_EVERY;
    return ok && *r.at == '\0';
}

bool hours_read_times(const char *text, struct hours *out)
{
    struct reader r = {.at = text};
    *out = (struct hours){.kind = HOURS_TIMED};
    bool ok = take_all_times(&r, out);
    reader_skip_blanks(&r);
    for (size_t i = 0; ok && i < out->n_times; i++)
        ok = out->times[i].to != HOURS_OPEN_END;
    return ok && *r.at == '\0';
}
