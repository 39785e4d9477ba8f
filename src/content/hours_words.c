/*
 * Opening hours in words from the labels, and as a table by day. Method: rules that say the same of
 * whole days are joined as sets of days, then each set is told as runs. Awkward: 12 am and 12 pm
 * are in doubt among readers, so noon and midnight have words of their own; and within a line a
 * later rule takes its days from an earlier one.
 */
#include "content/hours.h"

#include "base/signs.h"
#include "content/date.h"

#include <string.h>

/* Days to be told in a row from here on: "Monday to Wednesday", but "Saturday and Sunday". */
#define RUN_MIN 3

/* How days are named. */
struct naming {
    const struct labels *labels;
    bool brief;         /* by their short names, where there are several */
    bool holidays_once; /* the name of public holidays is short, too: no others are told apart */
};

/* A rule on its way into the table. */
struct entry {
    struct hours rule;
    unsigned set; /* of its days, bit by `enum day`; 0: they are told one by one, or not at all */
    bool gone;    /* all of its days are told elsewhere */
};

static const char *day_in_words(enum day day, struct naming naming)
{
    static const enum label names[DAY_COUNT] = {
        LABEL_MONDAY,   LABEL_TUESDAY, LABEL_WEDNESDAY,       LABEL_THURSDAY,       LABEL_FRIDAY,
        LABEL_SATURDAY, LABEL_SUNDAY,  LABEL_PUBLIC_HOLIDAYS, LABEL_SCHOOL_HOLIDAYS};
    const char *const *brief = labels_list(naming.labels, LABELS_DAYS_SHORT);
    if (naming.brief && day < DAY_WEEK && *brief)
        return brief[day];
    if (naming.holidays_once && day == DAY_PUBLIC_HOLIDAY)
        return labels_get(naming.labels, LABEL_HOLIDAYS_SHORT);
    return labels_get(naming.labels, names[day]);
}

static char *days_in_words(struct days days, struct naming naming)
{
    const struct labels *labels = naming.labels;
    enum label range = naming.brief ? LABEL_DAY_RANGE_SHORT : LABEL_DAY_RANGE;
    static const enum label nths[NTH_MAX + 1] = {LABEL_DAY_LAST,   LABEL_DAY_FIRST,
                                                 LABEL_DAY_SECOND, LABEL_DAY_THIRD,
                                                 LABEL_DAY_FOURTH, LABEL_DAY_FIFTH};
    const char *first = day_in_words(days.first, naming), *last = day_in_words(days.last, naming);
    if (days.nth != NTH_EVERY)
        return labels_format(labels, nths[days.nth == NTH_LAST ? 0 : days.nth], "day", first, NULL);
    if (days.first == days.last)
        return g_strdup(first);
    return labels_format(labels, range, "first", first, "last", last, NULL);
}

/* "one, another and a third"; takes the words. */
static char *join(GPtrArray *words, const struct labels *labels)
{
    g_autoptr(GPtrArray) all = words;
    g_autoptr(GString) list = g_string_new(NULL);
    if (all->len == 0)
        return g_strdup("");
    const char *last = all->pdata[all->len - 1];
    for (guint i = 0; i + 1 < all->len; i++)
        g_string_append_printf(list, "%s%s", i ? labels_get(labels, LABEL_DAY_COMMA) : "",
                               (const char *)all->pdata[i]);
    return all->len == 1
               ? g_strdup(last)
               : labels_format(labels, LABEL_DAY_AND, "first", list->str, "last", last, NULL);
}

static bool has(unsigned set, int day)
{
    return set & 1U << (day + DAY_WEEK) % DAY_WEEK;
}

/* The day of the week after the end of the run that starts at `day`. */
static int run_end(unsigned set, int day)
{
    int end = day + 1;
    while (end < day + DAY_WEEK && has(set, end))
        end++;
    return end;
}

static void add_run(GPtrArray *words, int first, int end, struct naming naming)
{
    bool range = end - first >= RUN_MIN;
    for (int day = first; day < end; day = range ? end : day + 1) {
        int last = range ? end - 1 : day;
        struct days run = {(enum day)(day % DAY_WEEK), (enum day)(last % DAY_WEEK), NTH_EVERY};
        g_ptr_array_add(words, days_in_words(run, naming));
    }
}

/* Runs of the week, from the first day before which there is a gap; then the holidays. */
static char *set_in_words(unsigned set, struct naming naming)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    const unsigned week = (1U << DAY_WEEK) - 1;
    int start = 0;
    naming.brief = naming.brief && (set & (set - 1)) != 0;
    while ((set & week) != week && start < DAY_WEEK && !(has(set, start) && !has(set, start - 1)))
        start++;
    for (int day = start; (set & week) && day < start + DAY_WEEK; day++) {
        if (!has(set, day))
            continue;
        int end = MIN(run_end(set, day), start + DAY_WEEK);
        add_run(words, day, end, naming);
        day = end;
    }
    for (enum day day = DAY_WEEK; day < DAY_COUNT; day++)
        if (set & 1U << day)
            g_ptr_array_add(words, g_strdup(day_in_words(day, naming)));
    return join(words, naming.labels);
}

static char *one_date_in_words(struct date date, const struct labels *labels)
{
    return date_in_words(date.year, date.month, date.day, labels);
}

static char *dates_in_words(const struct hours *hours, const struct labels *labels)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < hours->n_dates; i++) {
        const struct dates *dates = &hours->dates[i];
        g_autofree char *first = one_date_in_words(dates->first, labels);
        g_autofree char *last = one_date_in_words(dates->last, labels);
        g_ptr_array_add(words, strcmp(first, last) == 0
                                   ? g_steal_pointer(&first)
                                   : labels_format(labels, LABEL_DAY_RANGE, "first", first, "last",
                                                   last, NULL));
    }
    return join(words, labels);
}

static char *all_days_in_words(const struct entry *entry, struct naming naming)
{
    const struct labels *labels = naming.labels;
    const struct hours *rule = &entry->rule;
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    struct naming full = {.labels = labels};
    for (size_t i = 0; i < rule->n_days && !entry->set; i++)
        g_ptr_array_add(words, days_in_words(rule->days[i], full));
    g_autofree char *listed = join(words, labels);
    g_autofree char *runs = entry->set ? set_in_words(entry->set, naming) : g_strdup(listed);
    g_autofree char *dates = dates_in_words(rule, labels);
    const char *within = rule->within >= DAY_WEEK ? day_in_words(rule->within, full) : "";
    const char *const parts[] = {dates, within, runs};
    GString *all = g_string_new(NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        const char *comma = all->len && *parts[i] ? labels_get(labels, LABEL_DAY_COMMA) : "";
        g_string_append_printf(all, "%s%s", comma, parts[i]);
    }
    return g_string_free(all, FALSE);
}

bool hours_count_to_twelve(const struct labels *labels)
{
    return !strstr(labels_get(labels, LABEL_TIME_PM), "{hour24");
}

/* Only where "12 pm" would be read either way noon needs a word of its own: in a table of 13:00 and
 * 17:30 it would be the odd one. */
static char *time_in_words(int time, const struct labels *labels)
{
    int hour = time / 60 % 24, minute = time % 60;
    if (minute == 0 && hour == 0)
        return g_strdup(labels_get(labels, LABEL_MIDNIGHT));
    if (minute == 0 && hour == 12 && hours_count_to_twelve(labels))
        return g_strdup(labels_get(labels, LABEL_NOON));
    g_autofree char *hour12 = g_strdup_printf("%d", hour % 12 ? hour % 12 : 12);
    g_autofree char *hour24 = g_strdup_printf("%d", hour);
    g_autofree char *two = g_strdup_printf("%02d", hour);
    g_autofree char *minutes = g_strdup_printf("%02d", minute);
    enum label full = hour < 12 ? LABEL_TIME_AM : LABEL_TIME_PM;
    enum label with_minutes = hour < 12 ? LABEL_TIME_AM_MINUTES : LABEL_TIME_PM_MINUTES;
    return labels_format(labels, minute ? with_minutes : full, "hour", hour12, "hour24", hour24,
                         "hour24_two", two, "minute", minutes, NULL);
}

static char *range_in_words(struct times times, const struct labels *labels)
{
    if (times.from == 0 && times.to == HOURS_DAY_END)
        return g_strdup(labels_get(labels, LABEL_ALL_DAY));
    g_autofree char *from = time_in_words(times.from, labels);
    if (times.to == HOURS_OPEN_END)
        return labels_format(labels, LABEL_TIME_OPEN_END, "from", from, NULL);
    g_autofree char *to = time_in_words(times.to, labels);
    return labels_format(labels, LABEL_TIME_RANGE, "from", from, "to", to, NULL);
}

/* The ranges of a rule, joined by the label for "and", or each on a line of its own. */
static char *ranges_in_words(const struct hours *hours, bool stacked, const struct labels *labels)
{
    char *words = range_in_words(hours->times[0], labels);
    for (size_t i = 1; i < hours->n_times; i++) {
        g_autofree char *first = words;
        g_autofree char *second = range_in_words(hours->times[i], labels);
        words = stacked
                    ? g_strconcat(first, HARD_BREAK_TEXT, second, NULL)
                    : labels_format(labels, LABEL_TIME_AND, "first", first, "second", second, NULL);
    }
    return words;
}

static char *statement_in_words(const struct hours *hours, bool stacked,
                                const struct labels *labels)
{
    switch (hours->kind) {
    case HOURS_TIMED:
        return ranges_in_words(hours, stacked, labels);
    case HOURS_CLOSED:
        return g_strdup(labels_get(labels, LABEL_CLOSED));
    case HOURS_ALWAYS:
        return g_strdup(labels_get(labels, LABEL_ALWAYS_OPEN));
    case HOURS_WRITTEN:
        return g_strdup(hours->line->value);
    case HOURS_UNTIMED:
        return g_strdup("");
    case HOURS_KIND_COUNT:
        break;
    }
    g_assert_not_reached();
}

/* What is said of the days, with its notes behind it. */
static char *times_in_words(const struct hours *hours, bool stacked, const struct labels *labels)
{
    g_autofree char *statement = statement_in_words(hours, stacked, labels);
    GString *words = g_string_new(statement);
    const char *const notes[] = {
        hours->by_appointment ? labels_get(labels, LABEL_BY_APPOINTMENT) : "", hours->note};
    for (size_t i = 0; i < G_N_ELEMENTS(notes); i++)
        if (*notes[i])
            g_string_append_printf(words, "%s%s",
                                   words->len ? labels_get(labels, LABEL_LIST_SEPARATOR) : "",
                                   notes[i]);
    return g_string_free(words, FALSE);
}

/* The set of days of a rule that holds all year; 0 for others and for rules without days. */
static unsigned set_of(const struct hours *rule)
{
    unsigned set = 0;
    for (size_t i = 0; i < rule->n_days; i++) {
        struct days days = rule->days[i];
        if (rule->n_dates > 0 || rule->within >= DAY_WEEK || days.nth != NTH_EVERY)
            return 0;
        for (int day = (int)days.first; day != (int)days.last; day = (day + 1) % DAY_WEEK)
            set |= 1U << day;
        set |= 1U << days.last;
    }
    return set;
}

static bool say_the_same(const struct hours *one, const struct hours *other)
{
    return one->kind == other->kind && one->n_times == other->n_times &&
           memcmp(one->times, other->times, one->n_times * sizeof one->times[0]) == 0 &&
           one->by_appointment == other->by_appointment && g_str_equal(one->note, other->note);
}

/* Within a line the later of two rules holds. */
static void override(GArray *entries, struct entry *later)
{
    for (guint i = 0; i < entries->len; i++) {
        struct entry *entry = &g_array_index(entries, struct entry, i);
        if (!entry->set || entry->rule.line != later->rule.line ||
            !hours_overlap(&entry->rule, &later->rule))
            continue;
        entry->set &= ~later->set;
        entry->gone |= entry->set == 0;
    }
}

/* "Mo 08:00-12:00", then "Mo 13:00-17:00": two ranges of one day. */
static bool add_times(struct entry *entry, const struct entry *more)
{
    struct hours *rule = &entry->rule;
    const struct hours *other = &more->rule;
    bool plain = !*rule->note && !*other->note && rule->by_appointment == other->by_appointment;
    if (entry->set != more->set || !plain || rule->kind != HOURS_TIMED ||
        other->kind != HOURS_TIMED || rule->n_times + other->n_times > HOURS_MAX ||
        rule->n_dates + other->n_dates > 0 || (!entry->set && rule->n_days + other->n_days > 0) ||
        rule->times[rule->n_times - 1].to > other->times[0].from)
        return false;
    memcpy(rule->times + rule->n_times, other->times, other->n_times * sizeof other->times[0]);
    rule->n_times += other->n_times;
    return true;
}

/* True when the entry goes into the last one. */
static bool joins_last(GArray *entries, const struct entry *entry)
{
    if (entries->len == 0)
        return false;
    struct entry *last = &g_array_index(entries, struct entry, entries->len - 1);
    if (last->gone)
        return false;
    if (last->set && entry->set && say_the_same(&last->rule, &entry->rule)) {
        last->set |= entry->set;
        return true;
    }
    return add_times(last, entry);
}

static GArray *join_rules(const GArray *rules)
{
    GArray *entries = g_array_new(FALSE, FALSE, sizeof(struct entry));
    for (guint i = 0; i < rules->len; i++) {
        struct entry entry = {.rule = g_array_index(rules, struct hours, i)};
        entry.set = set_of(&entry.rule);
        if (entry.set && entry.rule.line)
            override(entries, &entry);
        if (!joins_last(entries, &entry))
            g_array_append_val(entries, entry);
    }
    return entries;
}

static void row_free(gpointer data)
{
    struct hours_row *row = data;
    g_free(row->days);
    g_free(row->brief);
    g_free(row->times);
    g_free(row->stacked);
    g_free(row);
}

static bool names_school_holidays(const GArray *rules)
{
    for (guint i = 0; i < rules->len; i++) {
        const struct hours *rule = &g_array_index(rules, struct hours, i);
        if (rule->within == DAY_SCHOOL_HOLIDAY)
            return true;
        for (size_t n = 0; n < rule->n_days; n++)
            if (rule->days[n].first == DAY_SCHOOL_HOLIDAY)
                return true;
    }
    return false;
}

GPtrArray *hours_table(const GArray *rules, const struct labels *labels)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func(row_free);
    g_autoptr(GArray) entries = join_rules(rules);
    const struct naming full = {.labels = labels};
    const struct naming brief = {labels, true, !names_school_holidays(rules)};
    for (guint i = 0; i < entries->len; i++) {
        const struct entry *entry = &g_array_index(entries, struct entry, i);
        if (entry->gone)
            continue;
        struct hours_row *row = g_new(struct hours_row, 1);
        row->days = all_days_in_words(entry, full);
        row->brief = all_days_in_words(entry, brief);
        row->times = times_in_words(&entry->rule, false, labels);
        row->stacked = times_in_words(&entry->rule, true, labels);
        g_ptr_array_add(rows, row);
    }
    return rows;
}

char *hours_row_in_words(const struct hours_row *row, const struct labels *labels)
{
    if (!*row->days || !*row->times)
        return g_strconcat(row->days, row->times, NULL);
    return labels_format(labels, LABEL_HOURS_LINE, "days", row->days, "times", row->times, NULL);
}
