/*
 * Postal addresses in a page's foot that nothing names as such: a line that ends with a postal code
 * of the United States, Canada or the United Kingdom is the end of one, and the lines right above
 * it back to the one that begins with a house number belong to it. In other languages, one that is
 * a code and a town is.
 */
#include "base/pattern.h"
#include "import/parts.h"

#include <string.h>

/* Lines above the one with the code: street, and what is within the house. */
#define LINES_ABOVE 2
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

static unsigned count_commas(const char *text)
{
    unsigned commas = 0;
    for (; *text; text++)
        commas += *text == ',';
    return commas;
}

static struct input_line *line_above(const struct source *source, const struct input_line *line)
{
    struct input_line *above = line->order > 0 ? source->lines->pdata[line->order - 1] : NULL;
    bool free =
        above && above->kind == LINE_TEXT && above->aside && !above->is_fact && !above->of_person;
    return free ? above : NULL;
}

static void take(struct source *source, struct input_line *line, const char *text)
{
    char *value = fact_value(source, FOUND_ADDRESS, text);
    if (value)
        source_found(source, FOUND_ADDRESS, value, line);
}

/* The line with the code, and those that belong to it. */
static bool take_from(struct source *source, struct input_line *line)
{
    const char *own = fact_postal_part(line->text);
    struct input_line *lines[LINES_ABOVE + 1] = {line};
    unsigned n = 1;
    bool whole = g_ascii_isdigit(*own) || count_commas(own) >= COMMAS_WHOLE;
    while (!whole && n <= LINES_ABOVE && !(n > 1 && g_ascii_isdigit(*lines[n - 1]->text))) {
        struct input_line *above = line_above(source, lines[n - 1]);
        if (!above)
            return false;
        lines[n++] = above;
    }
    if (!whole && !g_ascii_isdigit(*lines[n - 1]->text))
        return false;
    for (; n > 1; n--)
        take(source, lines[n - 1], lines[n - 1]->text);
    take(source, line, own);
    return true;
}

/* A street with its house stands before the code, or on the line above. */
static bool take_town(struct source *source, struct input_line *line)
{
    size_t start;
    const char *own = behind_signs(line->text);
    if (!ends_with_town(source, own, &start))
        return false;
    g_autofree char *street = g_strndup(own, start);
    struct input_line *above = *street ? NULL : line_above(source, line);
    if (!strpbrk(*street ? street : above ? above->text : "", "0123456789"))
        return false;
    if (above)
        take(source, above, above->text);
    take(source, line, own);
    return true;
}

void fact_take_postal(struct source *source)
{
    for (guint i = 0; i < source->found->len; i++)
        if (((const struct found *)source->found->pdata[i])->key == FOUND_ADDRESS)
            return;
    for (guint i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (!line->aside || line->kind != LINE_TEXT || line->is_fact || line->of_person)
            continue;
        if ((ends_with_code(line->text) && take_from(source, line)) || take_town(source, line))
            return;
    }
}
