/*
 * Tables of the clinic's places: each in a row, or in a column of its own, with its name, address,
 * number and hours. One cell that is none of them leaves the whole table in the text.
 */
#include "content/address.h"
#include "content/telephone.h"
#include "import/fact_split.h"
#include "import/facts.h"
#include "import/schema.h"

#include <string.h>

#define ROWS_LEAST 3 /* a head and two places */

#define WHY_HEAD "the head of a table whose rows are in clinic.yaml"

/* A table as rows of cells, of char ** each, owned; NULL: its rows are of different lengths. */
static GPtrArray *read_cells(const struct source *source, unsigned first, unsigned end)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (unsigned i = first; i < end; i++) {
        const struct input_line *line = source->lines->pdata[i];
        g_ptr_array_add(rows, g_strsplit(line->text, "\t", -1));
        if (line->is_fact ||
            g_strv_length(rows->pdata[rows->len - 1]) != g_strv_length(rows->pdata[0])) {
            g_ptr_array_unref(rows);
            return NULL;
        }
    }
    return rows;
}

/* The same with its columns as rows; takes `rows`. */
static GPtrArray *turn(GPtrArray *rows)
{
    GPtrArray *turned = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    guint columns = g_strv_length(rows->pdata[0]);
    for (guint c = 0; c < columns; c++) {
        char **row = g_new0(char *, rows->len + 1);
        for (guint r = 0; r < rows->len; r++)
            row[r] = g_strdup(((char **)rows->pdata[r])[c]);
        g_ptr_array_add(turned, row);
    }
    g_ptr_array_unref(rows);
    return turned;
}

/* What a cell is, by what stands above its column or by its look; COUNT: nobody knows. */
static enum found_key key_of(const struct source *source, const char *head, const char *cell)
{
    enum found_key key;
    const char *rest;
    g_autofree char *hours = fact_hours(source, cell, true);
    if (fact_find_label(source, head, &key, &rest) && !(rest && *rest))
        return key;
    return address_is_mail(cell)          ? FOUND_EMAIL
           : telephone_is_certain(cell)   ? FOUND_TELEPHONE
           : hours                        ? FOUND_HOURS
           : fact_is_postal(source, cell) ? FOUND_ADDRESS
                                          : FOUND_KEY_COUNT;
}

/* The value of a cell, and its key; owned by the caller; NULL: it is no fact. */
static char *read_cell(const struct source *source, const char *head, const char *cell,
                       enum found_key *key)
{
    *key = key_of(source, head, cell);
    return *key == FOUND_KEY_COUNT ? NULL : fact_value(source, *key, cell);
}

/* Without words: a dash stands for what a place does not have. */
static bool is_empty(const char *cell)
{
    while (*cell && !g_unichar_isalnum(g_utf8_get_char(cell)))
        cell = g_utf8_next_char(cell);
    return *cell == '\0';
}

/* True when the head of the table says what is in each column, and that these are the clinic's own
 * places: "Office", "Phone", "Fax". */
static bool is_told(const struct source *source, char **heads, bool aside)
{
    bool told = aside || (*heads[0] && fact_is_generic(source, heads[0]));
    for (guint i = 1; told && heads[i]; i++) {
        enum found_key key;
        const char *rest;
        told = fact_find_label(source, heads[i], &key, &rest) && !(rest && *rest);
    }
    return told;
}

/* True for a row whose every cell is a fact, among them all that a place has, or a way to it where
 * the table is told. */
static bool is_place(const struct source *source, char **heads, char **cells, bool told)
{
    unsigned keys = 0, all = 1U << FOUND_TELEPHONE;
    if (!told)
        all |= 1U << FOUND_ADDRESS | 1U << FOUND_HOURS;
    if (!*cells[0] || strpbrk(cells[0], "0123456789@:"))
        return false;
    for (guint i = 1; cells[i]; i++) {
        enum found_key key;
        g_autofree char *value = read_cell(source, heads[i], cells[i], &key);
        if (!is_empty(cells[i]) && !value)
            return false;
        keys |= value ? 1U << key : 0;
    }
    bool place = keys & 1U << FOUND_ADDRESS; /* other ways are no place's, but by its name */
    unsigned ways = 1U << FOUND_TELEPHONE | 1U << FOUND_FAX | 1U << FOUND_EMAIL | 1U << FOUND_HOURS;
    return (keys & all) == all && (place || !(keys & ~ways));
}

static bool are_places(const struct source *source, const GPtrArray *rows, bool aside)
{
    bool told = is_told(source, rows->pdata[0], aside);
    for (guint i = 1; i < rows->len; i++)
        if (!is_place(source, rows->pdata[0], rows->pdata[i], told))
            return false;
    return rows->len >= ROWS_LEAST;
}

static void take_place(struct source *source, char **heads, char **cells, int number)
{
    GPtrArray *known = source->found;
    source->found = source_found_new();
    for (guint i = 0; cells[i]; i++) {
        enum found_key key = FOUND_NAME;
        char *value = i == 0 ? g_strdup(cells[0]) : read_cell(source, heads[i], cells[i], &key);
        if (value)
            source_found(source, key, value, source_add(source, LINE_TEXT, number, cells[i]));
    }
    GPtrArray *place = source->found;
    source->found = known;
    if (source_value(place, FOUND_ADDRESS)) {
        g_ptr_array_add(source->places, place);
        return;
    }
    schema_name_ways(source, place, cells[0]);
    while (place->len > 0) {
        if (((const struct found *)place->pdata[0])->key == FOUND_NAME)
            g_ptr_array_remove_index(place, 0);
        else
            g_ptr_array_add(known, g_ptr_array_steal_index(place, 0));
    }
    g_ptr_array_unref(place);
}

/* The lines of the table are in clinic.yaml now. */
static void take_rows(struct source *source, const GPtrArray *rows, struct extent lines,
                      bool turned)
{
    for (guint i = 1; i < rows->len; i++) {
        const struct input_line *line = source->lines->pdata[lines.from + (turned ? 0 : i)];
        take_place(source, rows->pdata[0], rows->pdata[i], line->number);
    }
    for (unsigned i = lines.from; i < lines.to; i++) {
        struct input_line *line = source->lines->pdata[i];
        line->is_fact = true;
        line->why = i == lines.from ? WHY_HEAD : NULL;
    }
}

static void take_table(struct source *source, unsigned first, unsigned end)
{
    GPtrArray *rows = read_cells(source, first, end);
    bool aside = ((const struct input_line *)source->lines->pdata[first])->aside;
    bool turned = rows && !are_places(source, rows, aside);
    if (turned)
        rows = turn(rows);
    if (rows && are_places(source, rows, aside))
        take_rows(source, rows, (struct extent){first, end}, turned);
    if (rows)
        g_ptr_array_unref(rows);
}

void fact_take_site_rows(struct source *source)
{
    unsigned n = source->lines->len;
    for (unsigned i = 0, end; i < n; i = end) {
        for (end = i; end < n; end++)
            if (((const struct input_line *)source->lines->pdata[end])->kind != LINE_ROW)
                break;
        if (end > i)
            take_table(source, i, end);
        end = MAX(end, i + 1);
    }
}
