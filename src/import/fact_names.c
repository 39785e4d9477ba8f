/*
 * The clinic's name where no page says it outright: the end of the window's title that the page
 * repeats, the head of the page, the line of copyright. Each is quoted with its place; a page that
 * gives none leaves the gap open.
 */
#include "base/pattern.h"
#include "import/facts.h"

#include <string.h>

/* The name in "© 2019-2026 Hill Clinic. All rights reserved", owned by the caller, or NULL. */
static char *copyright_name(const char *text)
{
    static struct pattern form = PATTERN(
        "^(?i:copyright )?(?:\u00A9|\\([cC]\\))?(?i: ?copyright)?,? ?(?:\\d{4}(?: ?[-\u2013] "
        "?\\d{4})?)?(?:,| [|\u00B7\u2022\u2013-])? "
        "?(?i:by )?(?:\\p{Ll}{2,3} (?=\\p{Lu}))?(\\p{L}[^|\u00B7\u2022]*?)"
        "(?:,? \\d{4}(?: ?[-\u2013] ?\\d{4})?)?(?:[.,]? ?(?i:all rights "
        "reserved).*|[.] .*"
        "| ?[|\u00B7\u2022].*| [-\u2013\u2014] .*|[.]?)$");
    static struct pattern sign =
        PATTERN("^(?:(?i:copyright )(?=\\d{4}|\u00A9|\\()|\u00A9|\\([cC]\\))");
    struct range at;
    if (!pattern_find(&sign, text, 0, &at) || !pattern_find(&form, text, 0, &at))
        return NULL;
    g_autoptr(GMatchInfo) match = NULL;
    static struct pattern initials = PATTERN("\\.\\p{Lu}$"); /* "P.C." */
    g_regex_match(pattern_regex(&form), text, 0, &match);
    char *name = g_match_info_fetch(match, 1);
    if (!pattern_find(&initials, name, 0, &at))
        return name;
    g_autofree char *open = name;
    return g_strconcat(open, ".", NULL);
}

/* What stands before the first sign that parts the window's title, and behind the last of that
 * kind; both are owned by the caller, NULL: it has but one part. */
static void split_title(const struct source *source, char **start, char **end)
{
    static const char *const signs[] = {" | ", " - ", " \u2013 ", " \u2014 ", " \u00B7 "};
    const char *text = source->window ? source->window->text : "";
    *start = *end = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(signs) && !*end; i++) {
        const char *first = strstr(text, signs[i]), *last = g_strrstr(text, signs[i]);
        *start = first ? g_strndup(text, (gsize)(first - text)) : NULL;
        *end = last ? g_strdup(last + strlen(signs[i])) : NULL;
    }
}

static bool begins_alike(const char *name, const char *start)
{
    size_t length = strlen(start);
    return length > 2 && g_ascii_strncasecmp(name, start, length) == 0;
}

static bool is_own_heading(const struct input_line *line)
{
    return line->kind == LINE_HEADING && !line->aside && !line->why;
}

/* A title that the article repeats as its heading is the article's. */
static bool is_heading(const struct source *source, const char *name)
{
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (is_own_heading(line) && strcmp(line->text, name) == 0)
            return true;
    }
    return false;
}

static bool is_of_copyright(const struct input_line *line, const char *name)
{
    g_autofree char *owner = copyright_name(line->text);
    return owner && begins_alike(name, owner);
}

static bool is_of_logo(const struct source *source, const char *name)
{
    return source->logo_name && begins_alike(name, source->logo_name);
}

/* True for a line around the article that is the name, or begins with it: "Hill Clinic, 12 Hill
 * Road". */
static bool says_name(const struct input_line *line, const char *name)
{
    static const char *const signs[] = {",", " |", " \u00B7", " \u2022", " \u2013", " \u2014"};
    size_t length = strlen(name);
    if (strncmp(line->text, name, length) != 0)
        return false;
    bool parted = line->text[length] == '\0';
    for (size_t i = 0; !parted && line->aside && i < G_N_ELEMENTS(signs); i++)
        parted = g_str_has_prefix(line->text + length, signs[i]);
    return parted;
}

/* True when the page says the name by itself, or its logo or copyright is that name's. */
static bool is_repeated(const struct source *source, const char *name)
{
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        bool said = says_name(line, name) && !is_own_heading(line) && !line->is_entry;
        if (line != source->window && (said || is_of_copyright(line, name)))
            return true;
    }
    return is_of_logo(source, name);
}

/* True when what stands first on the page is that name, or its logo, or its copyright: entries of
 * menus repeat any title. */
static bool is_sign_of(const struct source *source, const char *name)
{
    const struct input_line *first = NULL;
    bool owned = is_of_logo(source, name);
    for (guint i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        bool there = line != source->window && line->kind != LINE_BLANK;
        if (there && line->aside && !first)
            first = line;
        owned |= there && is_of_copyright(line, name);
    }
    return owned || (first && strcmp(first->text, name) == 0);
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
static void quote(struct source *source, int number, const char *text, const char *name)
{
    struct input_line *line = source_add(source, LINE_TEXT, number, text);
    source_found(source, FOUND_NAME, g_strdup(name), line);
    settle_own_numbers(source, name);
}

/* The part of the window's title that is the clinic's name, owned by the caller; NULL: the page
 * does not say which. Most sites have it last, some first. `*parted`: it has several parts. */
static char *name_in_title(const struct source *source, bool *parted)
{
    g_autofree char *start = NULL, *end = NULL;
    split_title(source, &start, &end);
    *parted = end != NULL;
    if (!end)
        return NULL;
    bool first = is_sign_of(source, start);
    if ((first && is_heading(source, end)) || (first && !is_repeated(source, end)))
        return g_steal_pointer(&start);
    return is_repeated(source, end) ? g_steal_pointer(&end) : NULL;
}

static bool take_copyright(struct source *source)
{
    for (guint i = 0, n = source->lines->len; i < n; i++) {
        const struct input_line *line = source->lines->pdata[i];
        g_autofree char *owner = line->aside ? copyright_name(line->text) : NULL;
        if (owner) {
            quote(source, line->number, line->text, owner);
            return true;
        }
    }
    return false;
}

/* A part of the title may be the name: the gap is left open, and the title quoted. */
static void note_title(struct source *source)
{
    struct input_line *line =
        source_add(source, LINE_TEXT, source->window->number, source->window->text);
    source_found(source, FOUND_NAME, NULL, line);
}

void fact_take_name(struct source *source)
{
    if (source_value(source->found, FOUND_NAME))
        return;
    bool parted;
    g_autofree char *name = name_in_title(source, &parted);
    if (name)
        quote(source, source->window->number, source->window->text, name);
    else if (source->logo_name)
        quote(source, source->logo_number, source->logo_quote, source->logo_name);
    else if (!take_copyright(source) && parted)
        note_title(source);
}
