/*
 * Numbers that style sheets count ("counter-increment: week"), as browsers do: a counter counts in
 * what it was set for and, if none of its name is outside, in what stands behind that, until what
 * is around both ends.
 */
#include "import/html_css.h"

#include <stdlib.h>
#include <string.h>

/* More counters at once, and deeper ones, than pages have. */
#define COUNTERS_MOST 256
#define ROMAN_MOST    3999

struct counter {
    char *name;
    long value;
    const struct css_element *around; /* where it was set; NULL: the page */
    unsigned own_end;                 /* of what it was set for, by the order of elements */
};

static void clear_counter(gpointer data)
{
    g_free(((struct counter *)data)->name);
}

GArray *css_new_counters(void)
{
    GArray *counters = g_array_new(FALSE, TRUE, sizeof(struct counter));
    g_array_set_clear_func(counters, clear_counter);
    return counters;
}

/* One of the same name that is further outside. */
static bool is_inner(const GArray *counters, guint at)
{
    const char *name = g_array_index(counters, struct counter, at).name;
    for (guint i = 0; i < at; i++)
        if (strcmp(g_array_index(counters, struct counter, i).name, name) == 0)
            return true;
    return false;
}

static void end_counters(GArray *counters, const struct css_element *element)
{
    for (guint i = counters->len; i > 0; i--) {
        const struct counter *counter = &g_array_index(counters, struct counter, i - 1);
        bool ended = counter->around && element->index >= counter->around->end;
        if (ended || (element->index >= counter->own_end && is_inner(counters, i - 1)))
            g_array_remove_index(counters, i - 1);
    }
}

static struct counter *find(GArray *counters, const char *name)
{
    for (guint i = counters->len; i > 0; i--) {
        struct counter *counter = &g_array_index(counters, struct counter, i - 1);
        if (strcmp(counter->name, name) == 0)
            return counter;
    }
    return NULL;
}

enum step { STEP_RESET, STEP_INCREMENT, STEP_SET };

/* `added`: for words that are added to the element, and not for the element. */
static void count_one(GArray *counters, const struct css_element *element, bool added,
                      enum step step, const char *name, long by)
{
    const struct css_element *around = added ? element : element->parent;
    struct counter *counter = find(counters, name);
    if (!counter || (step == STEP_RESET && counter->around != around)) {
        if (counters->len == COUNTERS_MOST)
            return;
        struct counter fresh = {g_strdup(name), 0, around,
                                added ? element->index + 1 : element->end};
        g_array_append_val(counters, fresh);
        counter = &g_array_index(counters, struct counter, counters->len - 1);
    }
    counter->value = step == STEP_INCREMENT ? counter->value + by : by;
}

/* "week 2 day": names, each with a number or none. */
static void count_all(GArray *counters, const struct css_element *element, bool added,
                      enum step step, const char *value)
{
    g_auto(GStrv) words = g_strsplit_set(value, " \t\r\n", -1);
    for (char **word = words; *word; word++) {
        if (!**word || strcmp(*word, "none") == 0)
            continue;
        char *end = NULL;
        long by = word[1] ? strtol(word[1], &end, 10) : 0;
        bool said = end && end != word[1] && !*end;
        by = said ? CLAMP(by, -100000, 100000) : step == STEP_INCREMENT;
        count_one(counters, element, added, step, *word, by);
        word += said;
    }
}

/* Lists count their items by themselves. */
static void count_items(GArray *counters, const struct css_element *element)
{
    g_autofree char *start = html_value(element->node, "start");
    g_autofree char *value = html_value(element->node, "value");
    if (html_is(element->node, "ol") || html_is(element->node, "ul"))
        count_one(counters, element, false, STEP_RESET, "list-item", start ? atoi(start) - 1 : 0);
    else if (html_is(element->node, "li"))
        count_one(counters, element, false, value ? STEP_SET : STEP_INCREMENT, "list-item",
                  value ? atoi(value) : 1);
}

static void count_style(GArray *counters, const struct css_element *element, bool added,
                        const char *style)
{
    static const char *const names[] = {
        [STEP_RESET] = "counter-reset",
        [STEP_INCREMENT] = "counter-increment",
        [STEP_SET] = "counter-set",
    };
    if (!strstr(style, "counter-"))
        return;
    g_autoptr(GArray) said = css_declarations(style, false);
    for (enum step step = STEP_RESET; step <= STEP_SET; step++)
        for (guint i = 0; i < said->len; i++) {
            const struct css_declaration *one = &g_array_index(said, struct css_declaration, i);
            if (strcmp(one->name, names[step]) == 0)
                count_all(counters, element, added, step, one->value);
        }
}

void css_count(GArray *counters, const struct css_element *element, const char *style)
{
    end_counters(counters, element);
    count_items(counters, element);
    count_style(counters, element, false, style);
}

void css_count_added(GArray *counters, const struct css_element *element, const char *style)
{
    count_style(counters, element, true, style);
}

static void add_roman(GString *words, long value, bool large)
{
    static const struct {
        int value;
        const char *small, *large;
    } signs[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"}, {400, "cd", "CD"},
                 {100, "c", "C"},  {90, "xc", "XC"},  {50, "l", "L"},  {40, "xl", "XL"},
                 {10, "x", "X"},   {9, "ix", "IX"},   {5, "v", "V"},   {4, "iv", "IV"},
                 {1, "i", "I"}};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        for (; value >= signs[i].value; value -= signs[i].value)
            g_string_append(words, large ? signs[i].large : signs[i].small);
}

static void add_letters(GString *words, long value, char first)
{
    char letters[16];
    size_t n = sizeof(letters);
    for (; value > 0 && n > 0; value = (value - 1) / 26)
        letters[--n] = (char)(first + (value - 1) % 26);
    g_string_append_len(words, letters + n, (gssize)(sizeof(letters) - n));
}

/* False: nobody here knows how the style writes numbers. */
static bool add_number(GString *words, long value, const char *style)
{
    bool large = g_str_has_prefix(style, "upper"), counts = value > 0 && value <= ROMAN_MOST;
    if (!*style || strcmp(style, "decimal") == 0)
        g_string_append_printf(words, "%ld", value);
    else if (strcmp(style, "decimal-leading-zero") == 0)
        g_string_append_printf(words, "%02ld", value);
    else if (counts && g_str_has_suffix(style, "-roman"))
        add_roman(words, value, large);
    else if (counts && (g_str_has_suffix(style, "-alpha") || g_str_has_suffix(style, "-latin")))
        add_letters(words, value, large ? 'A' : 'a');
    else
        return false;
    return true;
}

/* The string in quotes, or a word. */
static char *read_argument(const char *text)
{
    g_autofree char *plain = g_strstrip(g_strdup(text));
    size_t length = strlen(plain);
    bool quoted = length > 1 && (*plain == '"' || *plain == '\'');
    return quoted ? g_strndup(plain + 1, length - 2) : g_strdup(plain);
}

bool css_add_counted(GString *words, GArray *counters, const char *arguments, bool all)
{
    char *each[3] = {NULL};
    for (size_t i = 0; *arguments && i < G_N_ELEMENTS(each); i++) {
        size_t length = css_length(arguments, ",");
        g_autofree char *one = g_strndup(arguments, length);
        each[i] = read_argument(one);
        arguments += length + (arguments[length] == ',');
    }
    const char *name = each[0] ? each[0] : "", *between = "";
    const char *style = each[all ? 2 : 1] ? each[all ? 2 : 1] : "";
    const struct counter *last = find(counters, name);
    bool known = last || add_number(words, 0, style); /* as if it were set right here */
    for (guint i = 0; i < counters->len && known; i++) {
        const struct counter *one = &g_array_index(counters, struct counter, i);
        if (strcmp(one->name, name) != 0 || (!all && one != last))
            continue;
        g_string_append(words, between);
        known = add_number(words, one->value, style);
        between = all && each[1] ? each[1] : "";
    }
    for (size_t i = 0; i < G_N_ELEMENTS(each); i++)
        g_free(each[i]);
    return known;
}
