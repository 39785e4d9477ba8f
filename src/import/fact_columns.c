/*
 * Tables of hours with a column for each day: below the days stand times, in rows of their own for
 * the halves of the day; or signs, where the rows begin with the times. Awkward: anything may be
 * done on days at times, so such a table is one of hours only if every cell of it can be read.
 */
#include "content/hours.h"
#include "content/labels.h"
#include "import/facts.h"

#include <string.h>

/* Columns of days that must be there before their table is one of hours. */
#define DAYS_LEAST 3

bool fact_starts_with_day(const struct source *source, const char *text)
{
    g_autofree char *days = g_strndup(text, strcspn(text, "\t"));
    g_autofree char *english = hours_in_english(source->labels, days);
    struct hours hours;
    return (hours_read_days(days, &hours) || (english && hours_read_days(english, &hours))) &&
           hours.n_days > 0;
}

bool fact_is_closed(const struct source *source, const char *cell)
{
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    bool dash = g_unichar_type(g_utf8_get_char(cell)) == G_UNICODE_DASH_PUNCTUATION &&
                g_utf8_strlen(cell, -1) == 1;
    g_autofree char *day = g_strdup_printf("%s %s", labels_get(source->labels, LABEL_MONDAY), cell);
    return dash || strcmp(cell, "\uFF0D") == 0 ||
           (*cell && hours_read_human(day, source->labels, rules) && rules->len == 1 &&
            g_array_index(rules, struct hours, 0).kind == HOURS_CLOSED);
}

/* A sign that says that it is open at the times which the row begins with. */
static bool is_open_sign(const char *cell)
{
    static const char *const signs[] = {"\u25CF", "\u25CB", "\u25EF", "\u2713", "\u2714", NULL};
    return g_strv_contains(signs, cell);
}

/* The half of the day that the row is of, as the reader of hours has it before times; what it
 * begins with where that is no such half; lent. */
static const char *half_of(const struct source *source, const char *head)
{
    static const struct {
        enum label label;
        const char *half;
    } halves[] = {{LABEL_TIME_AM, "morning"}, {LABEL_TIME_PM, "afternoon"}};
    g_autofree char *said = g_utf8_casefold(head, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(halves); i++) {
        g_auto(GStrv) around = g_strsplit(labels_get(source->labels, halves[i].label), "{hour}", 2);
        g_autofree char *word = g_utf8_casefold(around[1] ? g_strstrip(around[1]) : "", -1);
        if (*word && strcmp(word, said) == 0)
            return halves[i].half;
    }
    return head;
}

/* Adds what the row says of the column's day. False: nobody can tell. */
static bool add_cell(const struct source *source, const struct input_line *row, guint column,
                     GString *times)
{
    g_auto(GStrv) cells = g_strsplit(row->text, "\t", -1);
    if (g_strv_length(cells) <= column)
        return false;
    const char *cell = cells[column], *head = half_of(source, cells[0]);
    const char *parting = times->len ? ", " : "";
    if (fact_is_closed(source, cell))
        return true;
    if (is_open_sign(cell))
        g_string_append_printf(times, "%s%s", parting, cells[0]);
    else if (strpbrk(cell, "0123456789"))
        g_string_append_printf(times, "%s%s %s", parting, head, cell);
    return is_open_sign(cell) || strpbrk(cell, "0123456789");
}

/* The hours of the column's day; owned by the caller; NULL: nobody can tell. */
static char *column_hours(const struct source *source, unsigned first, unsigned end, guint column)
{
    const struct input_line *head = source->lines->pdata[first];
    g_auto(GStrv) days = g_strsplit(head->text, "\t", -1);
    g_autoptr(GString) times = g_string_new(NULL);
    for (unsigned i = first + 1; i < end; i++)
        if (!add_cell(source, source->lines->pdata[i], column, times))
            return NULL;
    g_autofree char *text = g_strdup_printf("%s %s", days[column], times->str);
    g_autofree char *closed =
        g_strdup_printf("%s %s", days[column], labels_get(source->labels, LABEL_CLOSED));
    char *hours = fact_hours(source, times->len ? text : closed, false);
    bool noted = hours && strchr(hours, '"');
    return noted ? (g_free(hours), NULL) : hours;
}

bool fact_take_columns(struct source *source, unsigned first, unsigned end)
{
    struct input_line *head = source->lines->pdata[first];
    g_auto(GStrv) days = g_strsplit(head->text, "\t", -1);
    g_autoptr(GPtrArray) hours = g_ptr_array_new_with_free_func(g_free);
    for (guint column = 1; days[0] && days[column]; column++) {
        char *value = fact_starts_with_day(source, days[column])
                          ? column_hours(source, first, end, column)
                          : NULL;
        if (!value)
            return false;
        g_ptr_array_add(hours, value);
    }
    if (hours->len < DAYS_LEAST || end - first < 2)
        return false;
    for (unsigned i = first; i < end; i++)
        source_found(source, FOUND_HOURS, NULL, source->lines->pdata[i]);
    for (guint i = 0; i < hours->len; i++)
        source_found(source, FOUND_HOURS, g_strdup(hours->pdata[i]), head);
    return true;
}
