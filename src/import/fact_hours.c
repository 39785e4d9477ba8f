/*
 * Hours that stand in a table, and days beside them that are closed. A table is one of hours when
 * each of its rows begins with days; what a row says beyond that is kept as it is written, for
 * clinic.yaml takes such lines, too.
 */
#include "base/pattern.h"
#include "content/hours.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

/* Rows that must be hours before their table is. */
#define ROWS_LEAST 2

/* What stands above the times of opening and of closing, in small letters. */
static const char *const ends[][2] = {
    {"open", "close"},      {"opens", "closes"},
    {"opening", "closing"}, {"abre", "cierra"},
    {"apertura", "cierre"}, {"apertura", "chiusura"},
    {"abre", "fecha"},      {"ouverture", "fermeture"},
    {"ouvre", "ferme"},     {"von", "bis"},
    {"from", "to"},
};

/* True for a head that names two columns of times so. */
static bool names_ends(const struct input_line *head)
{
    g_autofree char *lower = g_utf8_strdown(head->text, -1);
    g_auto(GStrv) cells = g_strsplit(lower, "\t", -1);
    bool three = head->level > 0 && g_strv_length(cells) == 3;
    for (size_t i = 0; three && i < G_N_ELEMENTS(ends); i++)
        if (strcmp(cells[1], ends[i][0]) == 0 && strcmp(cells[2], ends[i][1]) == 0)
            return true;
    return false;
}

bool fact_names_hours(const struct source *source, const char *text)
{
    g_autofree char *whose = fact_hours_whose(source, text);
    return hours_say_open(source->labels, text) || (whose && fact_is_generic(source, whose));
}

bool fact_is_head(const struct source *source, const char *heading)
{
    return fact_is_generic(source, heading) || fact_names_hours(source, heading);
}

bool fact_heads_hours(const struct source *source, const struct input_line *row)
{
    g_auto(GStrv) cells = g_strsplit(row->text, "\t", -1);
    bool named = names_ends(row);
    for (char **cell = cells; row->level > 0 && !named && *cell; cell++)
        named = fact_names_hours(source, *cell);
    return named;
}

/* The table's caption, or what stands above it, if it says that it is one of hours; NULL: nothing
 * does. */
static struct input_line *called_hours(const struct source *source, unsigned first)
{
    enum found_key key;
    const char *rest;
    unsigned i = first;
    while (i > 0 && ((const struct input_line *)source->lines->pdata[i - 1])->kind == LINE_BLANK)
        i--;
    struct input_line *above = i > 0 ? source->lines->pdata[i - 1] : NULL;
    bool called = above && fact_find_label(source, above->text, &key, &rest) && !(rest && *rest);
    return called && key == FOUND_HOURS ? above : NULL;
}

/* True for rows whose times, two by two, are those of opening and of closing: such a table in the
 * text may be of anything else that is done at times. */
static bool may_pair(const struct source *source, unsigned first)
{
    const struct input_line *head = source->lines->pdata[first];
    return head->aside || names_ends(head) || called_hours(source, first);
}

/* A time of day and nothing else, whose sign tells it from an amount. */
static bool is_time(const char *cell)
{
    static struct pattern form =
        PATTERN("(?i)^\\d{1,2}(?:(?:[:.]\\d{2})?\\s*[ap]\\.?m\\.?|[:.]\\d{2})$");
    struct range found;
    return pattern_find(&form, cell, 0, &found);
}

static bool has_times(char **cells)
{
    for (guint i = 1; *cells && cells[i]; i++)
        if (strpbrk(cells[i], "0123456789"))
            return true;
    return false;
}

/* The row as one line, what a joined cell says once, and without the half of the day that has no
 * times; owned by the caller. `pairs`: as may_pair. */
static char *row_text(const struct source *source, const struct input_line *row, bool pairs)
{
    g_auto(GStrv) cells = g_strsplit(row->text, "\t", -1);
    if (pairs && g_strv_length(cells) == 3 && is_time(cells[1]) && is_time(cells[2]))
        return g_strdup_printf("%s %s-%s", cells[0], cells[1], cells[2]);
    g_autoptr(GString) text = g_string_new(cells[0]);
    bool times = has_times(cells);
    for (guint i = 1; *cells && cells[i]; i++)
        if (*cells[i] && strcmp(cells[i], cells[i - 1]) != 0 &&
            !(times && fact_is_closed(source, cells[i])))
            g_string_append_printf(text, " %s", cells[i]);
    return g_strdup(g_strstrip(text->str));
}

/* Behind the last row of the table that starts at line `i`. */
static unsigned table_end(const struct source *source, unsigned i)
{
    while (i < source->lines->len &&
           ((const struct input_line *)source->lines->pdata[i])->kind == LINE_ROW)
        i++;
    return i;
}

static bool is_table_of_hours(const struct source *source, unsigned first, unsigned end)
{
    unsigned read = 0;
    for (unsigned i = first; i < end; i++) {
        const struct input_line *row = source->lines->pdata[i];
        if (row->level > 0 && i == first)
            continue;
        g_autofree char *text = row_text(source, row, may_pair(source, first));
        g_autofree char *hours = fact_hours(source, text, false);
        if (!fact_starts_with_day(source, row->text) || row->is_fact || (row->why && !row->aside))
            return false;
        read += hours != NULL;
    }
    return read >= ROWS_LEAST;
}

static void take_row(struct source *source, struct input_line *row, bool head, bool pairs)
{
    g_autofree char *text = row_text(source, row, pairs);
    char *hours = head ? NULL : fact_hours(source, text, false);
    if (!head && !hours)
        hours = g_strdup(text); /* as it is written */
    source_found(source, FOUND_HOURS, hours, row);
    if (head)
        row->why = "the head of a table whose rows are in clinic.yaml";
}

static bool take_rows(struct source *source, unsigned first, unsigned end)
{
    if (!is_table_of_hours(source, first, end))
        return false;
    for (unsigned row = first; row < end; row++) {
        struct input_line *line = source->lines->pdata[row];
        take_row(source, line, line->level > 0 && row == first, may_pair(source, first));
    }
    return true;
}

static void take_tables(struct source *source)
{
    for (unsigned i = 0, end; i < source->lines->len; i = end) {
        end = MAX(table_end(source, i), i + 1);
        if (end - i < ROWS_LEAST ||
            !(fact_take_columns(source, i, end) || take_rows(source, i, end)))
            continue;
        struct input_line *label = called_hours(source, i);
        if (!label || label->is_fact || label->why)
            continue;
        source_found(source, FOUND_HOURS, NULL, label);
        label->why = "a label: its value is in clinic.yaml";
    }
}

static struct input_line *line_below(const struct source *source, guint i)
{
    for (i++; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (line->kind != LINE_BLANK)
            return line;
    }
    return NULL;
}

/* A span of time without days. */
static bool is_timed(const struct source *source, const char *text)
{
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    bool read = hours_read_human(text, source->labels, rules) && rules->len == 1;
    const struct hours *rule = read ? &g_array_index(rules, struct hours, 0) : NULL;
    return rule && rule->kind == HOURS_TIMED && rule->n_days == 0 && rule->n_dates == 0;
}

static bool is_days(const struct source *source, const char *text)
{
    return fact_starts_with_day(source, text) && !strpbrk(text, "0123456789");
}

/* Times of the same days in further lines, added to the text: "9–12⏎1–5"; the last of the lines. */
static struct input_line *add_times(const struct source *source, struct input_line *times,
                                    GString *text)
{
    for (struct input_line *next; (next = line_below(source, times->order)); times = next) {
        g_autofree char *hours = fact_hours(source, next->text, false);
        if (!hours || next->is_fact || next->kind != LINE_TEXT || !is_timed(source, next->text))
            break;
        g_string_append_printf(text, ", %s", next->text);
    }
    return times;
}

/* Times above their days: what stands below is no time, or has days of its own there, too. */
static bool are_turned(const struct source *source, const struct input_line *times,
                       const struct input_line *days)
{
    if (!is_timed(source, times->text) || !is_days(source, days->text) || times->is_hours)
        return false;
    const struct input_line *next = line_below(source, days->order);
    const struct input_line *last = next ? line_below(source, next->order) : NULL;
    return !next || !is_timed(source, next->text) || (last && is_days(source, last->text));
}

char *fact_pair_hours(const struct source *source, const struct input_line *first,
                      struct input_line **out_last)
{
    struct input_line *next = line_below(source, first->order);
    if (first->kind != LINE_TEXT || !next || first->is_fact || next->is_fact)
        return NULL;
    bool turned = are_turned(source, first, next);
    if (!turned && (!is_days(source, first->text) || fact_starts_with_day(source, next->text)))
        return NULL;
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_printf(text, "%s %s", turned ? next->text : first->text,
                    turned ? first->text : next->text);
    *out_last = !turned && is_timed(source, next->text) ? add_times(source, next, text) : next;
    return fact_hours(source, text->str, false);
}

/* Lines of days and of their times; the value belongs to the last. */
void fact_found_pair(struct source *source, const struct input_line *first,
                     const struct input_line *last, char *hours)
{
    for (unsigned i = first->order; i <= last->order; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (line->kind != LINE_BLANK)
            source_found(source, FOUND_HOURS, line == last ? hours : NULL, line);
    }
}

/* Such lines in a page's foot. */
static void take_pairs(struct source *source)
{
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *days = source->lines->pdata[i], *times = NULL;
        char *hours = days->aside ? fact_pair_hours(source, days, &times) : NULL;
        if (hours && times->aside)
            fact_found_pair(source, days, times, g_steal_pointer(&hours));
        g_free(hours);
    }
}

/* How much a line says of days, each of its rules, by the one that says least. */
enum days_said {
    DAYS_UNSAID,  /* numbers alone may be years ("© 2021–2026") as well as times */
    DAYS_IMPLIED, /* "By appointment" */
    DAYS_NAMED,
};

static enum days_said days_said(const struct source *source, const char *text)
{
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    enum days_said said = hours_read_human(text, source->labels, rules) ? DAYS_NAMED : DAYS_UNSAID;
    for (guint i = 0; i < rules->len; i++) {
        const struct hours *rule = &g_array_index(rules, struct hours, i);
        bool told = rule->kind != HOURS_UNTIMED || rule->by_appointment || *rule->note;
        bool named = told && (rule->n_days > 0 || rule->n_dates > 0);
        enum days_said least = rule->kind == HOURS_TIMED || !told ? DAYS_UNSAID : DAYS_IMPLIED;
        said = named ? said : MIN(said, least);
    }
    return said;
}

/* A line that says something of days only beside lines of hours: "Sunday Closed". */
static void take_beside(struct source *source, struct input_line *line, enum days_said least)
{
    enum found_key sign;
    const char *text = fact_behind_signs(line->text, &sign);
    char *hours = days_said(source, text) >= least ? fact_hours(source, text, false) : NULL;
    if (hours)
        source_found(source, FOUND_HOURS, hours, line);
}

/* In the order of the lines, or against it. One line that cannot be read may stand between. */
static void take_closed_days(struct source *source, bool forward)
{
    const struct input_line *before = NULL, *last_but_one = NULL;
    unsigned n = source->lines->len;
    for (unsigned i = 0; i < n; i++) {
        struct input_line *line = source->lines->pdata[forward ? i : n - 1 - i];
        if (line->kind == LINE_BLANK)
            continue;
        bool beside = before && before->is_hours;
        if ((beside || (last_but_one && last_but_one->is_hours)) && fact_may_be_in(line))
            take_beside(source, line, beside ? DAYS_IMPLIED : DAYS_NAMED);
        last_but_one = before;
        before = line;
    }
}

/* Facts stand in clinic.yaml as the page has them, from its top down. */
static int by_place(gconstpointer a, gconstpointer b)
{
    const struct found *one = *(void *const *)a, *other = *(void *const *)b;
    return (int)one->line->order - (int)other->line->order;
}

void fact_take_hours(struct source *source)
{
    guint before = source->found->len;
    take_tables(source);
    take_pairs(source);
    take_closed_days(source, true);
    take_closed_days(source, false);
    if (source->found->len > before)
        g_ptr_array_sort(source->found, by_place);
}
