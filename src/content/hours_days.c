/*
 * The days of a rule of opening hours: names, letters, groups, ranges, lists, the nth of a month,
 * and those within holidays. Awkward: a letter alone may be anything, so it is a day only in a
 * range, or behind other days.
 */
#include "content/date_english.h"
#include "content/hours_parts.h"

/* A whole week, its halves, and the letters of days where several stand together: one alone ("F
 * 12-15") may be anything. */
static const struct {
    const char *const *words;
    struct days days[3];
    size_t n_days;
} groups[] = {
    {WORDS("every day", "everyday", "daily", "7 days a week", "seven days a week"),
     {{DAY_MONDAY, DAY_SUNDAY, NTH_EVERY}},
     1},
    {WORDS("weekdays", "every weekday"), {{DAY_MONDAY, DAY_FRIDAY, NTH_EVERY}}, 1},
    {WORDS("weekends"), {{DAY_SATURDAY, DAY_SUNDAY, NTH_EVERY}}, 1},
    {WORDS("m/w/f", "m, w, f", "m,w,f", "mwf"),
     {{DAY_MONDAY, DAY_MONDAY, NTH_EVERY},
      {DAY_WEDNESDAY, DAY_WEDNESDAY, NTH_EVERY},
      {DAY_FRIDAY, DAY_FRIDAY, NTH_EVERY}},
     3},
    {WORDS("t/th", "t, th", "t,th", "tth"),
     {{DAY_TUESDAY, DAY_TUESDAY, NTH_EVERY}, {DAY_THURSDAY, DAY_THURSDAY, NTH_EVERY}},
     2},
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

/* By its letter. Thursdays have two, which are in the list above. */
static bool take_letter(struct reader *r, enum day *out)
{
    static const char letters[] = "mtwf";
    static const enum day of[] = {DAY_MONDAY, DAY_TUESDAY, DAY_WEDNESDAY, DAY_FRIDAY};
    for (size_t i = 0; i < G_N_ELEMENTS(of); i++) {
        const char letter[] = {letters[i], '\0'};
        if (reader_take(r, WORDS(letter))) {
            *out = of[i];
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
    if (!reader_take_to(&ahead) ||
        (!take_day(&ahead, &found->last) && !take_letter(&ahead, &found->last)))
        return true;
    *r = ahead;
    return found->last != found->first && found->first < DAY_WEEK && found->last < DAY_WEEK;
}

static bool take_group(struct reader *r, struct hours *hours, bool *ok)
{
    for (size_t i = 0; i < G_N_ELEMENTS(groups); i++) {
        if (!reader_take(r, groups[i].words))
            continue;
        for (size_t j = 0; j < groups[i].n_days; j++)
            *ok &= add_days(hours, groups[i].days[j]);
        return true;
    }
    return false;
}

/* "M-Th", "T to Fri", and behind other days "F". Nothing is taken elsewhere. */
static bool take_lettered_days(struct reader *r, struct hours *hours, bool *ok)
{
    struct reader ahead = *r;
    struct days found = {0};
    if (!take_letter(&ahead, &found.first))
        return false;
    found.last = found.first;
    if (!take_last_day(&ahead, &found) || (found.last == found.first && !r->letters))
        return false;
    *ok = add_days(hours, found);
    *r = ahead;
    return true;
}

/* Days of one name. `*ok` is false when they are no days after all. */
static bool take_some_days(struct reader *r, struct hours *hours, bool *ok)
{
    if (take_group(r, hours, ok) || take_lettered_days(r, hours, ok) || take_ordinals(r, hours))
        return *ok;
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

/* Holidays whose days of the week follow: "SH Mo-Fr", "School holidays: Mon". Behind "and" or a
 * comma they would be days more. Nothing is taken when no such days follow. */
static void take_within(struct reader *r, struct hours *hours)
{
    struct reader ahead = *r;
    struct hours days_behind = {0};
    enum day holiday;
    bool ok = true;
    reader_take(&ahead, WORDS("in", "on", "during"));
    if (!take_day(&ahead, &holiday) || holiday < DAY_WEEK)
        return;
    reader_take(&ahead, WORDS(":"));
    struct reader behind = ahead;
    if (!take_some_days(&behind, &days_behind, &ok) || !ok || days_behind.days[0].first >= DAY_WEEK)
        return;
    hours->within = holiday;
    *r = ahead;
}

/* The same behind the days: "Mon-Fri during school holidays". */
static void take_within_behind(struct reader *r, struct hours *hours)
{
    struct reader ahead = *r;
    enum day holiday;
    if (!reader_take(&ahead, WORDS("in", "on", "during")))
        return;
    reader_take(&ahead, WORDS("the"));
    if (!take_day(&ahead, &holiday) || holiday < DAY_WEEK)
        return;
    hours->within = holiday;
    *r = ahead;
}

bool hours_take_days(struct reader *r, struct hours *hours)
{
    bool ok = true, more = true;
    take_within(r, hours);
    struct reader after = *r;
    while (ok && more && take_some_days(r, hours, &ok)) {
        after = *r;
        more = reader_take_and(r) || reader_take(r, WORDS("/"));
    }
    *r = after; /* what follows is no day: a comma may also lead to the times */
    if (hours->n_days > 0 && hours->within < DAY_WEEK)
        take_within_behind(r, hours);
    return ok;
}
