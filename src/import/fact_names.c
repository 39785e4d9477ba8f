/*
 * The clinic's name where no page says it outright: the end of the window's title that the page
 * repeats, the head of the page, the line of copyright. Each is quoted with its place; a page that
 * gives none leaves the gap open.
 */
#include "base/pattern.h"
#include "import/parts.h"

#include <string.h>

/* The name in "© 2019-2026 Hill Clinic. All rights reserved", owned by the caller, or NULL. */
static char *copyright_name(const char *text)
{
    static struct pattern form = PATTERN(
        "^(?i:copyright )?(?:\u00A9|\\([cC]\\))(?i: ?copyright)?,? ?(?:\\d{4}(?: ?[-\u2013] "
        "?\\d{4})?)?,? "
        "?(?i:by )?(\\p{L}[^|\u00B7\u2022]*?)(?:[.,]? ?(?i:all rights reserved).*|[.] .*"
        "| ?[|\u00B7\u2022].*| [-\u2013\u2014] .*|[.]?)$");
    struct range at;
    if (!pattern_find(&form, text, 0, &at))
        return NULL;
    g_autoptr(GMatchInfo) match = NULL;
    g_regex_match(pattern_regex(&form), text, 0, &match);
    return g_match_info_fetch(match, 1);
}

/* The last part of the window's title, lent; NULL: it has but one. */
static const char *title_end(const struct source *source)
{
    static const char *const signs[] = {" | ", " - ", " \u2013 ", " \u2014 ", " \u00B7 "};
    const char *text = source->window ? source->window->text : "", *end = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(signs) && !end; i++) {
        const char *at = g_strrstr(text, signs[i]);
        end = at ? at + strlen(signs[i]) : NULL;
    }
    return end;
}

static bool begins_alike(const char *name, const char *start)
{
    size_t length = strlen(start);
    return length > 2 && g_ascii_strncasecmp(name, start, length) == 0;
}

/* True when the page says the name by itself, or its copyright is that name's. */
static bool is_repeated(const struct source *source, const char *name)
{
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        g_autofree char *owner = copyright_name(line->text);
        if (line != source->window &&
            (strcmp(line->text, name) == 0 || (owner && begins_alike(name, owner))))
            return true;
    }
    return false;
}

/* A number behind the clinic's own name is the clinic's. */
static void settle_own_numbers(struct source *source, const char *name)
{
    for (guint i = 0; i < source->found->len; i++) {
        struct found *found = source->found->pdata[i];
        if (found->key == FOUND_POINT && found->label && strcmp(found->label, name) == 0)
            found->key = FOUND_TELEPHONE;
    }
}

/* The line is quoted, and stays what it was. */
static void quote(struct source *source, const struct input_line *from, const char *name)
{
    struct input_line *line = source_add(source, LINE_TEXT, from->number, from->text);
    source_found(source, FOUND_NAME, g_strdup(name), line);
    settle_own_numbers(source, name);
}

void fact_take_name(struct source *source)
{
    const char *end = title_end(source);
    g_autofree char *name = g_strdup(end);
    if (source_value(source->found, FOUND_NAME))
        return;
    if (name && is_repeated(source, name)) {
        quote(source, source->window, name);
        return;
    }
    for (guint i = 0, n = source->lines->len; i < n; i++) {
        const struct input_line *line = source->lines->pdata[i];
        g_autofree char *owner = line->aside ? copyright_name(line->text) : NULL;
        if (owner) {
            quote(source, line, owner);
            return;
        }
    }
}
