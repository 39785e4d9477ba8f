/*
 * Postal addresses in a page's foot that nothing names as such: a line that ends with a postal code
 * of the United States, Canada or the United Kingdom is the end of one, and the lines right above
 * it back to the one that begins with a house number belong to it. In other languages, one that is
 * a code and a town is.
 */
#include "base/pattern.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

/* Lines above the one with the code: street, and what is within the house. */
#define LINES_ABOVE 2
/* Longer ones are sentences. */
#define LINE_BYTES 200
/* With so many, one line holds all: house, street, town. */
#define COMMAS_WHOLE 2

static bool ends_with_code(const char *text)
{
    static struct pattern code =
        PATTERN("(?:\\b[A-Z]{2},? \\d{5}(?:-\\d{4})?(?:,? (?:USA?|United States))?"
                "|\\b[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2})[.]?$");
    struct range found;
    return pattern_find(&code, text, 0, &found);
}

/* "10115 Berlin", "F-75001 Paris": a code and its town, as much of Europe has them; in English such
 * lines begin with the number of a house. */
static bool ends_with_town(const struct source *source, const char *text, size_t *start)
{
    static struct pattern town =
        PATTERN("(?:^|, |\\s)(?:[A-Z]{1,2}-)?\\d{4,5} \\p{Lu}[\\p{L}'. -]*(?:, \\p{Lu}\\p{L}+)?$");
    struct range found;
    bool english = !source->lang || g_str_has_prefix(source->lang, "en");
    if (english || !pattern_find(&town, text, 0, &found))
        return false;
    *start = found.start;
    return true;
}

bool fact_is_postal(const struct source *source, const char *text)
{
    size_t start;
    if (g_ascii_isdigit(*text) && ends_with_code(text))
        return true;
    g_autofree char *street =
        ends_with_town(source, text, &start) ? g_strndup(text, start) : g_strdup("");
    return strpbrk(street, "0123456789") != NULL;
}

/* Behind the last sign that parts the line: "© 2026 Hill Clinic · 12 Hill Road"; lent. */
static const char *behind_signs(const char *text)
{
    static const char *const signs[] = {" | ", " \u00B7 ", " \u2022 ", " \u2013 ", " \u2014 "};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *at = g_strrstr(text, signs[i]);
        if (at)
            text = at + strlen(signs[i]);
    }
    return text;
}

const char *fact_postal_part(const char *line)
{
    static struct pattern house = PATTERN(", (?=\\d+[\\p{L}]? \\p{Lu})");
    const char *text = behind_signs(line);
    struct range found;
    bool named = !g_ascii_isdigit(*text) && pattern_find(&house, text, 0, &found);
    return named ? text + found.end : text;
}

/* Behind what the address is called: "Street: 12 Hill Road"; lent. */
static const char *behind_label(const char *text)
{
    const char *colon = strchr(text, ':');
    bool label = colon && strcspn(text, "0123456789") > (size_t)(colon - text);
    return label ? colon + 1 + strspn(colon + 1, " ") : text;
}

static unsigned count_commas(const char *text)
{
    unsigned commas = 0;
    for (; *text; text++)
        commas += *text == ',';
    return commas;
}

/* True for a line that may be one of an address, and nobody took. */
static bool is_open(const struct input_line *line)
{
    return line->kind == LINE_TEXT && !line->is_fact && !line->of_person && !fact_is_struck(line) &&
           (!line->why || line->aside) && !source_note_of(line);
}

/* The line above, be it a paragraph of its own. */
static struct input_line *line_above(const struct source *source, const struct input_line *line)
{
    struct input_line *above = NULL;
    for (unsigned i = line->order; i-- > 0 && (!above || above->kind == LINE_BLANK);)
        above = source->lines->pdata[i];
    return above && is_open(above) && above->aside == line->aside ? above : NULL;
}

static bool starts_with_house(const struct input_line *line)
{
    return g_ascii_isdigit(*behind_label(line->text));
}

/* The first line of what ends with the line with the code; NULL: no house stands before it, or a
 * label says that it is another kind of address: "Mail: PO Box 12, …". */
static struct input_line *find_from(const struct source *source, struct input_line *line)
{
    const char *part = fact_postal_part(line->text), *own = behind_label(part);
    if (g_ascii_isdigit(*own) || (own == part && count_commas(own) >= COMMAS_WHOLE))
        return line;
    struct input_line *first = own == part ? line_above(source, line) : NULL;
    for (int n = 1; first && n < LINES_ABOVE && !starts_with_house(first); n++)
        first = line_above(source, first);
    return first && starts_with_house(first) ? first : NULL;
}

/* A street with its house stands before the code, or on the line above. */
static struct input_line *find_town(const struct source *source, struct input_line *line)
{
    size_t start;
    const char *own = behind_signs(line->text);
    if (!ends_with_town(source, own, &start))
        return NULL;
    g_autofree char *street = g_strndup(own, start);
    struct input_line *above = *street ? NULL : line_above(source, line);
    bool housed = strpbrk(*street ? street : above ? above->text : "", "0123456789") != NULL;
    return !housed ? NULL : above ? above : line;
}

struct input_line *fact_find_postal(const struct source *source, struct input_line *line)
{
    if (!is_open(line) || strlen(line->text) > LINE_BYTES || !strpbrk(line->text, "0123456789"))
        return NULL;
    struct input_line *first = ends_with_code(line->text) ? find_from(source, line) : NULL;
    return first ? first : find_town(source, line);
}

bool fact_ends_postal(const struct source *source, const char *text)
{
    size_t start;
    return ends_with_code(text) || ends_with_town(source, text, &start);
}

void fact_take_lines(struct source *source, const struct input_line *first,
                     const struct input_line *last)
{
    for (unsigned i = first->order; i <= last->order; i++) {
        struct input_line *line = source->lines->pdata[i];
        const char *own = line != last                 ? line->text
                          : ends_with_code(line->text) ? fact_postal_part(line->text)
                                                       : behind_signs(line->text);
        char *value = fact_value(source, FOUND_ADDRESS, line == first ? behind_label(own) : own);
        if (value)
            source_found(source, FOUND_ADDRESS, value, line);
    }
}

static bool is_labelled(const struct input_line *line)
{
    return behind_label(line->text) != line->text;
}

void fact_take_postal(struct source *source)
{
    for (guint i = 0; i < source->found->len; i++) {
        const struct found *found = source->found->pdata[i];
        bool in_text = found->line->order < source->read && !found->line->aside;
        if (found->key == FOUND_ADDRESS && !in_text) /* one in the text may be anybody's */
            return;
    }
    struct input_line *from = NULL, *to = NULL;
    unsigned labelled = 0;
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        struct input_line *first = line->aside ? fact_find_postal(source, line) : NULL;
        if (!first)
            continue;
        from = first;
        to = line;
        if (!is_labelled(first)) {
            labelled = 0;
            break;
        }
        labelled++;
    }
    if (to && labelled < 2) /* "Office: …", "Billing: …": nobody knows which is the clinic's */
        fact_take_lines(source, from, to);
}
