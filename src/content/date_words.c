/*
 * Dates in words from the labels. Awkward: a month without its name could be taken for a day; then
 * the figures stand, the year first.
 */
#include "content/date.h"

/* "2026-10-01", "2026-10": nothing in it can be taken for something else. */
static char *in_figures(int year, int month, int day)
{
    if (!year)
        return day ? g_strdup_printf("--%02d-%02d", month, day) : g_strdup_printf("--%02d", month);
    return day ? g_strdup_printf("%04d-%02d-%02d", year, month, day)
               : g_strdup_printf("%04d-%02d", year, month);
}

static char *with_month(int year, int month, int day, const struct labels *labels)
{
    const char *const *names = labels_list(labels, LABELS_MONTHS);
    const char *const *alone = labels_list(labels, LABELS_MONTHS_ALONE);
    if (!names[0])
        return in_figures(year, month, day);
    const char *by_itself = alone[0] ? alone[month - 1] : names[month - 1];
    if (!year && !day)
        return g_strdup(by_itself);
    g_autofree char *day_text = g_strdup_printf("%d", day);
    g_autofree char *number = g_strdup_printf("%d", month);
    g_autofree char *year_text = g_strdup_printf("%d", year);
    enum label form = !year ? LABEL_DATE_MONTH_DAY : day ? LABEL_DATE_DAY : LABEL_DATE_MONTH;
    return labels_format(labels, form, "day", day_text, "month", names[month - 1], "month_alone",
                         by_itself, "month_number", number, "year", year_text, NULL);
}

char *date_in_words(int year, int month, int day, const struct labels *labels)
{
    if (month)
        return with_month(year, month, day, labels);
    g_autofree char *text = g_strdup_printf("%d", year);
    return labels_format(labels, LABEL_DATE_YEAR, "day", "", "month", "", "month_alone", "",
                         "month_number", "", "year", text, NULL);
}

char *date_fact_in_words(const struct fact *fact, const struct labels *labels)
{
    int year, month, day;
    if (!date_parts(fact, &year, &month, &day))
        return g_strdup(fact->value);
    return date_in_words(year, month, day, labels);
}
