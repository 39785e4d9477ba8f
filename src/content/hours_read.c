/*
 * The reader of opening hours: a few steps over the line, each of which takes what it knows. A rule
 * is dates, then days, then what is said of them, then a note; each may be missing, not all of
 * them. Awkward: commas part days, ranges of times and whole rules, so what follows decides.
 */
#include "content/date_english.h"
#include "content/hours_parts.h"

#include <string.h>

/* A whole week, and its halves. */
static const struct {
    const char *const *words;
    enum day first, last;
} groups[] = {
    {WORDS("every day", "daily", "7 days a week"), DAY_MONDAY, DAY_SUNDAY},
    {WORDS("weekdays", "m-f", "m–f"), DAY_MONDAY, DAY_FRIDAY},
    {WORDS("weekends"), DAY_SATURDAY, DAY_SUNDAY},
};

#define LISTED(...) WORDS(__VA_ARGS__),

static const char *const *const days[DAY_COUNT] = {
    DATE_ENGLISH_DAYS(LISTED) WORDS("public holidays", "bank holidays", "federal holidays", "ph"),
    WORDS("school holidays", "sh"),
};

static const char *const *const ordinals[NTH_MAX + 1] = {
    WORDS("last"),         WORDS("first", "1st"),  WORDS("second", "2nd"),
    WORDS("third", "3rd"), WORDS("fourth", "4th"), WORDS("fifth", "5th"),
};

static bool take_day(struct reader *r, enum day *out)
{
    for (int day = 0; day < DAY_COUNT; day++) {
        if (reader_take(r, days[day])) {
            *out = (enum day)day;
            return true;
        }
    }
    return false;
}

static bool add_days(struct hours *hours, struct days found)
{
    if (hours->n_days == HOURS_MAX)
        return false;
    hours->days[hours->n_days++] = found;
    return true;
}

/* "[1,-1]" behind a day. */
static bool take_brackets(struct reader *r, enum day day, struct hours *hours)
{
    do {
        struct reader ahead = *r;
        int nth;
        bool last = reader_take(&ahead, WORDS("-"));
        reader_skip_blanks(&ahead);
        if (!reader_take_number(&ahead, 1, &nth) || nth < 1 || nth > (last ? 1 : NTH_MAX))
            return false;
        *r = ahead;
        if (!add_days(hours, (struct days){day, day, last ? NTH_LAST : nth}))
            return false;
    } while (reader_take(r, WORDS(",")));
    return reader_take(r, WORDS("]"));
}

/* "first and third Monday of the month". False, and nothing taken, when no day follows. */
static bool take_ordinals(struct reader *r, struct hours *hours)
{
    struct reader ahead = *r;
    int nth[HOURS_MAX];
    size_t n = 0;
    enum day day;
    reader_take(&ahead, WORDS("every", "each", "the"));
    do {
        for (int i = 0; i <= NTH_MAX && n < HOURS_MAX; i++)
            if (reader_take(&ahead, ordinals[i])) {
                nth[n++] = i == 0 ? NTH_LAST : i;
                break;
            }
    } while (reader_take_and(&ahead));
    if (n == 0 || n > HOURS_MAX - hours->n_days || !take_day(&ahead, &day) || day >= DAY_WEEK)
        return false;
    reader_take(&ahead, WORDS("of the month", "of each month", "of every month", "in the month",
                              "each month", "every month"));
    for (size_t i = 0; i < n; i++)
        add_days(hours, (struct days){day, day, nth[i]});
    *r = ahead;
    return true;
}

/* The last day of a range that starts with `*found`, if one follows. False: no range. */
static bool take_last_day(struct reader *r, struct days *found)
{
    struct reader ahead = *r;
    if (!reader_take_to(&ahead) || !take_day(&ahead, &found->last))
        return true;
    *r = ahead;
    return found->last != found->first && found->first < DAY_WEEK && found->last < DAY_WEEK;
}

/* Days of one name. `*ok` is false when they are no days after all. */
static bool take_some_days(struct reader *r, struct hours *hours, bool *ok)
{
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++)
        if (reader_take(r, groups[i].words))
            return *ok = add_days(hours, (struct days){groups[i].first, groups[i].last, 0});
    if (take_ordinals(r, hours))
        return true;
    enum day day;
    reader_take(r, WORDS("every", "each"));
    if (!take_day(r, &day))
        return false;
    struct days found = {day, day, NTH_EVERY};
    if (*r->at == '[') {
        r->at++;
        return *ok = day < DAY_WEEK && take_brackets(r, day, hours);
    }
    return *ok = take_last_day(r, &found) && add_days(hours, found);
}

static bool take_days(struct reader *r, struct hours *hours)
{
    bool ok = true, more = true;
    struct reader after = *r;
    while (ok && more && take_some_days(r, hours, &ok)) {
        after = *r;
        more = reader_take_and(r) || reader_take(r, WORDS("/")); /* "SH Mo-Fr" means no list */
    }
    *r = after; /* what follows is no day: a comma may also lead to the times */
    return ok;
}

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
        after = *r;
    } while (reader_take_and(r) && hours_take_times(r, hours));
    *r = after;
    reader_take(r, WORDS("uhr", "hrs", "hours"));
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
    struct reader note = {hours->note};
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
    if (!take_days(&ahead, &with) || with.n_days == 0)
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
    if (!take_all_dates(&ahead, hours) || !take_days(&ahead, hours) ||
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
    if (!take_days(r, hours))
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
    struct reader r = {text};
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
        bool open = hours.kind == HOURS_UNTIMED && !hours.by_appointment && !*hours.note;
        ok &= !open || parted || !*r.at;
    } while (ok && *r.at);
    if (!ok)
        g_array_set_size(out, before);
    return ok;
}

bool hours_read_days(const char *text, struct hours *out)
{
    struct reader r = {text};
    *out = (struct hours){.kind = HOURS_UNTIMED};
    bool ok = take_days(&r, out) && out->n_days > 0;
    reader_skip_blanks(&r);
    for (size_t i = 0; ok && i < out->n_days; i++)
        ok = out->days[i].nth == NTH_EVERY;
    return ok && *r.at == '\0';
}

bool hours_read_times(const char *text, struct hours *out)
{
    struct reader r = {text};
    *out = (struct hours){.kind = HOURS_TIMED};
    bool ok = take_all_times(&r, out);
    reader_skip_blanks(&r);
    for (size_t i = 0; ok && i < out->n_times; i++)
        ok = out->times[i].to != HOURS_OPEN_END;
    return ok && *r.at == '\0';
}
