/*
 * Postal addresses in a page's foot that nothing names as such: a line that ends with a postal code
 * of the United States, Canada, Australia or the United Kingdom is the end of one, and the lines
 * right above it back to the one that begins with a house number belong to it. In other languages,
 * one that is a code and a town is.
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
/* What is within a house, or one of several: "Flat 2", "Bldg. 3". */
#define WITHIN "\\p{Lu}\\p{L}+\\.? #?\\d+\\p{L}?"

static bool ends_with_code(const char *text)
{
    static struct pattern code =
        PATTERN("(?:\\b[A-Z]{2},? \\d{5}(?:-\\d{4})?(?:,? (?:USA?|United States))?"
                "|\\b(?:ACT|NSW|NT|QLD|SA|TAS|VIC|WA),? \\d{4}(?:,? Australia)?"
                "|\\b[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\b[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2})[.]?$");
    struct range found;
    return pattern_find(&code, text, 0, &found);
}

/* "10115 Berlin", "F-75001 Paris", "00-123 Warszawa": a code and its town, as much of the world has
 * them; Brazil has its code last. In English such lines begin with the number of a house. */
static bool ends_with_town(const struct source *source, const char *text, size_t *start)
{
    static struct pattern town =
        PATTERN("(?:^|, |\\s)(?:(?:(?:[A-Z]{1,2}-)?\\d{4,5}|\\d{2}-\\d{3}|\\d{4}-\\d{3})"
                " \\p{Lu}[\\p{L}'. -]*(?:, \\p{Lu}\\p{L}+\\.?| \\(\\p{L}+\\))?"
                "|(?:CEP:? ?)?\\d{5}-\\d{3})$");
    struct range found;
    bool english = !source->lang || g_str_has_prefix(source->lang, "en");
    if (english || !pattern_find(&town, text, 0, &found))
        return false;
    *start = found.start;
    return true;
}

/* "〒105-0001 東京都…", "105 台北市…10號": whole by the sign of postal codes, or by that of houses.
 */
static bool is_signed(const char *text)
{
    static struct pattern sign = PATTERN("^(?:\u3012 ?\\d{3}-?\\d{4} ?\\p{L}.*\\d"
                                         "|\\d{3}(?:-?\\d{2,3})? ?\\p{Han}+.*\\d[\u865F\u53F7]$)");
    struct range found;
    return pattern_find(&sign, text, 0, &found);
}

/* True for a text that begins with a house, or with what is within one: "Flat 2, 14 Elm Road",
 * "Unit 4/12 Elm Road". */
static bool starts_with_house(const char *text)
{
    static struct pattern within = PATTERN("^" WITHIN "(?:,? \\d|/\\d+ \\p{Lu})");
    struct range found;
    return g_ascii_isdigit(*text) || pattern_find(&within, text, 0, &found);
}

bool fact_is_box(const char *text)
{
    static struct pattern box =
        PATTERN("(?i)\\b(?:p\\.? ?o\\.? ?box|gpo box|locked bag|postfach|postbus"
                "|apartado|casilla|caixa postal|b\\.?p\\.?) ?\\d");
    struct range found;
    return pattern_find(&box, text, 0, &found);
}

bool fact_is_postal(const struct source *source, const char *text)
{
    size_t start;
    if ((starts_with_house(text) && ends_with_code(text)) || is_signed(text))
        return true;
    g_autofree char *street =
        ends_with_town(source, text, &start) ? g_strndup(text, start) : g_strdup("");
    return strpbrk(street, "0123456789") != NULL;
}

/* Behind the last sign that parts the first bytes of the line: "© 2026 Hill Clinic · 12 Hill Road";
 * lent. */
static const char *behind_signs_in(const char *text, gssize bytes)
{
    static const char *const signs[] = {" | ", " \u00B7 ", " \u2022 ", " \u2013 ", " \u2014 "};
    const char *part = text;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *at = g_strrstr_len(text, bytes, signs[i]);
        part = at ? MAX(part, at + strlen(signs[i])) : part;
    }
    return part;
}

static const char *behind_signs(const char *text)
{
    return behind_signs_in(text, (gssize)strlen(text));
}

bool fact_has_house(const char *street)
{
    static struct pattern house = PATTERN("(?<!\\d)\\d{1,3}(?!\\d)");
    struct range found;
    return pattern_find(&house, street, 0, &found);
}

/* The part of the line that ends with a town, with its street, from which a dash may part it:
 * "rue des Tilleuls 12 — 69007 Lyon"; lent. */
static const char *town_part(const struct source *source, const char *text)
{
    size_t start;
    const char *own = behind_signs(text);
    if (own == text || !ends_with_town(source, own, &start) || start > 0)
        return own;
    const char *end = own - 1;
    while (end > text && end[-1] != ' ')
        end--;
    const char *street = behind_signs_in(text, end - 1 - text);
    g_autofree char *house = g_strndup(street, (gsize)(end - street));
    return fact_has_house(house) ? street : own;
}

/* Behind the clinic's name, as the window's title or the logo has it, before a street with its
 * house: without one a building's name may be part of the address. Lent. */
static const char *behind_name(const struct source *source, const char *text)
{
    g_autofree char *name = g_strndup(text, strcspn(text, ","));
    const char *window = source->window ? source->window->text : "";
    bool own = g_strcmp0(source->logo_name, name) == 0 || g_str_has_suffix(window, name) ||
               g_str_has_prefix(window, name);
    const char *street = text + strlen(name) + strspn(text + strlen(name), ", ");
    g_autofree char *house = g_strndup(street, strcspn(street, ","));
    return *name && own && fact_has_house(house) ? street : text;
}

const char *fact_postal_part(const char *line)
{
    static struct pattern house = PATTERN(", (?=(?:" WITHIN ", )?\\d+\\p{L}? \\p{Lu})");
    const char *text = behind_signs(line);
    struct range found;
    bool named = !starts_with_house(text) && pattern_find(&house, text, 0, &found);
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

static bool is_housed(const struct input_line *line)
{
    return starts_with_house(behind_label(line->text));
}

/* The line above, if it is within the house: "Suite 200". */
static struct input_line *with_part(const struct source *source, struct input_line *house)
{
    static struct pattern within = PATTERN("^" WITHIN ",?$");
    struct input_line *above = line_above(source, house);
    struct range found;
    return above && pattern_find(&within, above->text, 0, &found) ? above : house;
}

/* The first line of what ends with the line with the code; NULL: no house stands before it, or a
 * label says that it is another kind of address: "Mail: PO Box 12, …". */
static struct input_line *find_from(const struct source *source, struct input_line *line)
{
    const char *part = fact_postal_part(line->text), *own = behind_label(part);
    if (starts_with_house(own) || (own == part && count_commas(own) >= COMMAS_WHOLE))
        return own == line->text ? with_part(source, line) : line;
    struct input_line *first = own == part ? line_above(source, line) : NULL;
    for (int n = 1; first && n < LINES_ABOVE && !is_housed(first); n++)
        first = line_above(source, first);
    return first && is_housed(first) ? with_part(source, first) : NULL;
}

/* A street with its house stands before the code, or on the line above. */
static struct input_line *find_town(const struct source *source, struct input_line *line)
{
    size_t start;
    const char *own = town_part(source, line->text);
    if (is_signed(own))
        return line;
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
                                                       : town_part(source, line->text);
        own = line == first ? behind_name(source, behind_label(own)) : own;
        bool whole = line == last && fact_ends_postal(source, own); /* "…, Jal." */
        char *value = whole ? g_strdup(own) : fact_value(source, FOUND_ADDRESS, own);
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
