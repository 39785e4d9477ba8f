/*
 * Items of lists that other programs have and Markdown has not (pandoc's): with letters, "a." and
 * "(iv)", with numbers that the program gives, "#.", and with those that count through the whole
 * text, "(@)" and "(@dose)". The draft has the numbers, and a line for each item. Awkward:
 * "(@dose)" may stand in the text before its item does.
 */
#include "import/dialect.h"

#include "base/pattern.h"

#include <stdlib.h>
#include <string.h>

#define WHY_COUNTED "an item that another program counts: check its number"
#define WHY_ITEMS   "items with signs that Markdown does not count: each is a line of its own now"

/* How far an item of the same list stands at most. [lines] */
#define LINES_BETWEEN 8

#define EXAMPLE "\\(@([\\w-]*)\\)"

void dialect_find_examples(struct dialect *d)
{
    static struct pattern item = PATTERN("^[ \\t>]*" EXAMPLE "\\s");
    int number = 0;
    for (char **line = d->lines; *line; line++) {
        g_autoptr(GMatchInfo) match = NULL;
        if (!strstr(*line, "(@") || !g_regex_match(pattern_regex(&item), *line, 0, &match))
            continue;
        g_hash_table_insert(d->examples, g_match_info_fetch(match, 1), GINT_TO_POINTER(++number));
    }
}

static gboolean number_example(const GMatchInfo *match, GString *out, gpointer examples)
{
    g_autofree char *all = g_match_info_fetch(match, 0), *name = g_match_info_fetch(match, 1);
    int number = *name ? GPOINTER_TO_INT(g_hash_table_lookup(examples, name)) : 0;
    if (number > 0)
        g_string_append_printf(out, "(%d)", number);
    else
        g_string_append(out, all);
    return FALSE;
}

/* The line with the numbers of such items, its own and those it names; owned by the caller. */
static char *count_examples(struct dialect *d, const char *text)
{
    static struct pattern item = PATTERN("^[ \\t>]*" EXAMPLE "(?=\\s)"), any = PATTERN(EXAMPLE);
    struct range found;
    g_autofree char *own = NULL;
    if (pattern_find(&item, text, 0, &found)) {
        size_t head = strspn(text, " \t>");
        own = g_strdup_printf("%.*s(%u)%s", (int)head, text, ++d->n_examples, text + found.end);
    }
    return g_regex_replace_eval(pattern_regex(&any), own ? own : text, -1, 0, 0, number_example,
                                d->examples, NULL);
}

/* The number of the item that the line begins with "#."; 0: it is none. */
static int count_hash(struct dialect *d, const char *text)
{
    size_t head = strspn(text, " \t>");
    const char *sign = text + head;
    bool item = g_str_has_prefix(sign, "#. ") || g_str_has_prefix(sign, "#) ");
    guint depth = d->counted->len;
    const struct counted *top = NULL;
    while (depth > 0 && *sign) {
        top = &g_array_index(d->counted, struct counted, depth - 1);
        if (top->indent < head || (item && top->indent == head))
            break;
        top = NULL;
        g_array_set_size(d->counted, --depth);
    }
    if (!item)
        return 0;
    if (!top || top->indent != head) {
        struct counted first = {.indent = head};
        g_array_append_val(d->counted, first);
    }
    return ++g_array_index(d->counted, struct counted, d->counted->len - 1).number;
}

char *dialect_count_item(struct dialect *d, const char *text, const struct input_line *from)
{
    int number = count_hash(d, text);
    size_t head = strspn(text, " \t>");
    char *counted =
        number > 0 ? g_strdup_printf("%.*s%d%s", (int)head, text, number, text + head + strlen("#"))
        : strstr(text, "(@") ? count_examples(d, text)
                             : g_strdup(text);
    if (strcmp(counted, text) != 0)
        source_changed(d->source, from, text, WHY_COUNTED);
    return counted;
}

/* True for a line that begins as an item does, and that Markdown takes for words. */
static bool is_item(const char *line)
{
    static struct pattern sign = PATTERN("^[ \\t>]*(?:\\((?:\\p{L}|[ivxIVX]{1,5}|\\d{1,3})\\)|"
                                         "(?:\\p{L}|[ivxIVX]{1,5})[.)]|\\(@[\\w-]*\\))\\s+\\S");
    struct range found;
    return pattern_find(&sign, line, 0, &found);
}

/* True for a line that parts what is above it from what is below: an empty one, or one that words
 * do not go on from. */
static bool is_end(const char *line)
{
    static struct pattern end = PATTERN("^[ \\t>]*(?:$|#{1,6}\\s|\\||```|~~~|:::|[-=*_]{3,}\\s*$)");
    struct range found;
    return pattern_find(&end, line, 0, &found);
}

/* True when another such item stands in the paragraph, above the line or below it. */
static bool has_like(const struct dialect *d, unsigned at)
{
    for (unsigned i = at; i > 0 && at - i < LINES_BETWEEN && !is_end(d->lines[i - 1]); i--)
        if (is_item(d->lines[i - 1]))
            return true;
    for (unsigned i = at + 1; i - at <= LINES_BETWEEN && d->lines[i] && !is_end(d->lines[i]); i++)
        if (is_item(d->lines[i]))
            return true;
    return false;
}

void dialect_break_above(struct dialect *d, const struct input_line *from)
{
    const char *above = d->at > 0 ? d->lines[d->at - 1] : "";
    if (!is_item(d->lines[d->at]) || is_end(above) || !has_like(d, d->at))
        return;
    bool broken = g_str_has_suffix(above, "  ") || g_str_has_suffix(above, "\\");
    if (!broken && d->out->len > 1 && d->out->str[d->out->len - 2] != '\n')
        g_string_insert_c(d->out, (gssize)d->out->len - 1, '\\');
    if (!is_item(above) || d->at < 2 || is_end(d->lines[d->at - 2]))
        source_changed(d->source, from, from->text, WHY_ITEMS);
}
