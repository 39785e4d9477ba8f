/*
 * The reader of opening hours, one for both manners: a few steps over the line, each taking the
 * words that the manner has for it. Awkward: "9 to 5" is clear to people and not to a program that
 * may not guess, so a spoken time counts only with am or pm, or as hours and minutes, and spoken
 * ranges run forward.
 */
#include "content/hours.h"

#include <string.h>

#define NOON     (12 * 60)
#define DAY_ENDS (24 * 60)

/* Lists of words are ended by NULL; of two that start alike the longer one comes first. */
struct manner {
    const char *const *days[DAY_COUNT]; /* NULL: not known */
    const char *const *to, *const *and, *const *closed;
    const char *const *before_times; /* between the days and what is said of them */
    const char *const *end;
    const char *const *noon, *const *am, *const *pm;
    const char *minute_signs; /* one of them stands before minutes; all but ':' ask for am or pm */
    bool loose;               /* letters of either case, blanks between words, any dash for '-' */
    bool past_midnight;       /* ranges may end at midnight or run past it */
};

struct reader {
    const char *at;
    const struct manner *manner;
};

#define WORDS(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

static const struct manner exact = {
    .days = {WORDS("Mo"), WORDS("Tu"), WORDS("We"), WORDS("Th"), WORDS("Fr"), WORDS("Sa"),
             WORDS("Su"), WORDS("PH")},
    .to = WORDS("-"),
    .and = WORDS(","),
    .closed = WORDS("off"),
    .before_times = WORDS(" "),
    .minute_signs = ":",
    .past_midnight = true,
};

static const struct manner spoken = {
    .days = {WORDS("mondays", "monday", "mon.", "mon", "mo"),
             WORDS("tuesdays", "tuesday", "tues", "tue.", "tue", "tu"),
             WORDS("wednesdays", "wednesday", "wed.", "wed", "we"),
             WORDS("thursdays", "thursday", "thurs", "thu.", "thu", "th"),
             WORDS("fridays", "friday", "fri.", "fri", "fr"),
             WORDS("saturdays", "saturday", "sat.", "sat", "sa"),
             WORDS("sundays", "sunday", "sun.", "sun", "su")},
    .to = WORDS("to", "through", "thru", "until", "till"),
    .and = WORDS(",", "&", "and"),
    .closed = WORDS("closed"),
    .before_times = WORDS(":", ","),
    .end = WORDS("."),
    .noon = WORDS("12 noon", "noon"),
    .am = WORDS("am", "a.m."),
    .pm = WORDS("pm", "p.m."),
    .minute_signs = ":",
    .loose = true,
};

/* Times only. */
static const struct manner running_text = {
    .am = WORDS("am", "a.m.", "a.m"),
    .pm = WORDS("pm", "p.m.", "p.m"),
    .minute_signs = ":.",
    .loose = true,
    .past_midnight = true,
};

static void skip_blanks(struct reader *r)
{
    if (r->manner->loose)
        r->at += strspn(r->at, " ");
}

/* Takes one of `words` (NULL: none) where it stands as a whole word. */
static bool take(struct reader *r, const char *const *words)
{
    skip_blanks(r);
    for (; words && *words; words++) {
        size_t n = strlen(*words);
        bool same = r->manner->loose ? g_ascii_strncasecmp(r->at, *words, n) == 0
                                     : strncmp(r->at, *words, n) == 0;
        /* Looked at only behind the word: elsewhere the text may have ended before. */
        bool runs_on = same && g_ascii_isalpha((*words)[n - 1]) && g_ascii_isalpha(r->at[n]);
        if (same && !runs_on) {
            r->at += n;
            return true;
        }
    }
    return false;
}

static bool take_to(struct reader *r)
{
    skip_blanks(r);
    if (r->manner->loose && g_unichar_type(g_utf8_get_char(r->at)) == G_UNICODE_DASH_PUNCTUATION) {
        r->at = g_utf8_next_char(r->at);
        return true;
    }
    return take(r, r->manner->to);
}

static bool take_and(struct reader *r)
{
    bool taken = take(r, r->manner->and);
    while (taken && r->manner->loose && take(r, r->manner->and))
        ;
    return taken;
}

static bool take_day(struct reader *r, enum day *out)
{
    for (int day = 0; day < DAY_COUNT; day++) {
        if (take(r, r->manner->days[day])) {
            *out = (enum day)day;
            return true;
        }
    }
    return false;
}

/* The last day of a range that starts with `*days`, if one follows. False: no range. */
static bool take_last_day(struct reader *r, struct days *days)
{
    if (!take_to(r))
        return true;
    return take_day(r, &days->last) && days->last != days->first &&
           days->first != DAY_PUBLIC_HOLIDAY && days->last != DAY_PUBLIC_HOLIDAY;
}

static bool take_days(struct reader *r, struct hours *hours)
{
    enum day day;
    const char *after;
    if (!take_day(r, &day))
        return false;
    do {
        struct days days = {day, day};
        if (hours->n_days == HOURS_MAX || !take_last_day(r, &days))
            return false;
        hours->days[hours->n_days++] = days;
        after = r->at;
    } while (take_and(r) && take_day(r, &day));
    r->at = after; /* what follows is no day: a comma may also lead to the times */
    return true;
}

/* One or two digits; false when there is none. */
static bool take_number(struct reader *r, int *out)
{
    const char *start = r->at;
    for (*out = 0; r->at < start + 2 && g_ascii_isdigit(*r->at); r->at++)
        *out = *out * 10 + g_ascii_digit_value(*r->at);
    return r->at > start;
}

/* A sign and two digits; '\0' and none taken when they do not follow. */
static char take_minutes(struct reader *r, int *out)
{
    char sign = *r->at;
    bool full = sign && strchr(r->manner->minute_signs, sign) && g_ascii_isdigit(r->at[1]) &&
                g_ascii_isdigit(r->at[2]);
    *out = 0;
    if (!full)
        return '\0';
    r->at++;
    take_number(r, out);
    return sign;
}

/* A time in figures. */
static bool take_clock(struct reader *r, int *out)
{
    int hour, minute, latest = r->manner->past_midnight ? DAY_ENDS : DAY_ENDS - 1;
    skip_blanks(r);
    if (!take_number(r, &hour))
        return false;
    char sign = take_minutes(r, &minute);
    const char *after = r->at;
    bool am = take(r, r->manner->am), pm = !am && take(r, r->manner->pm);
    if ((am || pm) ? hour < 1 || hour > 12 : sign != ':')
        return false;
    if (am || pm)
        hour = hour % 12 + (pm ? 12 : 0);
    else
        r->at = after; /* blanks behind it are not its own */
    *out = hour * 60 + minute;
    return minute < 60 && *out <= latest;
}

static bool take_time(struct reader *r, int *out)
{
    *out = NOON;
    return take(r, r->manner->noon) || take_clock(r, out);
}

/* True when `times` may stand behind `before` (NULL: first): only the last range of a line may run
 * past midnight. */
static bool is_in_order(struct times times, const struct times *before, bool past_midnight)
{
    if (times.from == times.to || times.from == DAY_ENDS ||
        (times.to < times.from && !past_midnight))
        return false;
    return !before || (before->to > before->from && before->to <= times.from);
}

static bool take_times(struct reader *r, struct hours *hours)
{
    do {
        struct times times;
        const struct times *before = hours->n_times ? &hours->times[hours->n_times - 1] : NULL;
        if (hours->n_times == HOURS_MAX || !take_time(r, &times.from) || !take_to(r) ||
            !take_time(r, &times.to) || !is_in_order(times, before, r->manner->past_midnight))
            return false;
        hours->times[hours->n_times++] = times;
    } while (take_and(r));
    return true;
}

/* What is said of the days. */
static bool take_rest(struct reader *r, struct hours *hours)
{
    bool parted = take(r, r->manner->before_times);
    skip_blanks(r);
    hours->kind = HOURS_UNTIMED;
    if (*r->at == '\0' || (r->manner->end && *r->at == **r->manner->end))
        return !parted || r->manner->loose;
    if (!parted && !r->manner->loose)
        return false;
    hours->kind = take(r, r->manner->closed) ? HOURS_CLOSED : HOURS_TIMED;
    return hours->kind == HOURS_CLOSED || take_times(r, hours);
}

static const struct manner *const manners[HOURS_MANNER_COUNT] = {
    [HOURS_EXACT] = &exact,
    [HOURS_SPOKEN] = &spoken,
};

bool hours_read(const char *text, enum hours_manner manner, struct hours *out)
{
    struct reader r = {text, manners[manner]};
    *out = (struct hours){0};
    skip_blanks(&r);
    if (g_str_equal(r.at, "24/7")) {
        out->kind = HOURS_ALWAYS;
        return true;
    }
    if (!take_days(&r, out) || !take_rest(&r, out))
        return false;
    take(&r, r.manner->end);
    skip_blanks(&r);
    return *r.at == '\0';
}

bool hours_read_days(const char *text, struct hours *out)
{
    struct reader r = {text, &exact};
    *out = (struct hours){.kind = HOURS_UNTIMED};
    return take_days(&r, out) && *r.at == '\0';
}

bool hours_read_times(const char *text, struct hours *out)
{
    struct reader r = {text, &exact};
    *out = (struct hours){.kind = HOURS_TIMED};
    return take_times(&r, out) && *r.at == '\0';
}

const char *hours_day_code(enum day day)
{
    return exact.days[day][0];
}

char *hours_to_text(const struct hours *hours)
{
    GString *text = g_string_new(hours->kind == HOURS_ALWAYS ? "24/7" : NULL);
    for (size_t i = 0; i < hours->n_days; i++) {
        struct days days = hours->days[i];
        g_string_append_printf(text, "%s%s", i ? "," : "", hours_day_code(days.first));
        if (days.last != days.first)
            g_string_append_printf(text, "-%s", hours_day_code(days.last));
    }
    for (size_t i = 0; i < hours->n_times; i++) {
        struct times times = hours->times[i];
        g_string_append_printf(text, "%s%02d:%02d-%02d:%02d", i ? "," : " ", times.from / 60,
                               times.from % 60, times.to / 60, times.to % 60);
    }
    if (hours->kind == HOURS_CLOSED)
        g_string_append(text, " off");
    return g_string_free(text, FALSE);
}

bool hours_find_time(const char *text, size_t from, struct range *out, int *out_minutes)
{
    for (const char *p = text + from; *p; p = g_utf8_next_char(p)) {
        struct reader r = {p, &running_text};
        size_t start = (size_t)(p - text);
        if (!g_ascii_isdigit(*p) || range_word_ends(text, start) || !take_clock(&r, out_minutes) ||
            range_word_starts(r.at, 0))
            continue;
        *out = (struct range){start, (size_t)(r.at - text)};
        return true;
    }
    return false;
}
