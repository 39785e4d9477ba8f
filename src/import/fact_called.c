/*
 * Lines of a page's foot with several numbers and when each is answered: "Phone 503 234 5678,
 * weekdays 8–4, After hours 503 234 5679, Fax …". Awkward: hours that clinic.yaml has no form for,
 * and those of the clinic's own number, which may not be those of its doors, are only quoted.
 */
#include "base/pattern.h"
#include "content/telephone.h"
#include "import/parts.h"

#include <string.h>

bool fact_take_short(struct source *source, struct input_line *line, const char *text)
{
    static struct pattern form = PATTERN(
        "^(?=.*(?i:emergenc|urgenc|\\burgent|crisis|lifeline|ambulance|police|\\bfire\\b"
        "|\\bnhs\\b|notruf|out of hours|after hours))(\\p{L}[^:.|\u00B7\u2022]*?)(?: ?[:\u2013-])? "
        "(000|111|112|911|988|999)[.!]?$");
    g_autoptr(GMatchInfo) match = NULL;
    if (!line->aside || !g_regex_match(pattern_regex(&form), text, 0, &match))
        return false;
    g_autofree char *label = g_match_info_fetch(match, 1), *number = g_match_info_fetch(match, 2);
    struct range found;
    if (telephone_find(label, 0, &found)) /* two numbers, each with its own label */
        return false;
    fact_add_number(source, line, label, number);
    return true;
}

/* True for a part that may say when a number is answered. */
static bool is_span(const char *part)
{
    static struct pattern span = PATTERN("\\d[^\\d]*(?:[-\u2013]|\\bto\\b)[^\\d]*\\d|24 ?[h/]");
    struct range found;
    return pattern_find(&span, part, 0, &found) && !telephone_find(part, 0, &found);
}

/* Every part is one number with what it is for, or a span of time behind one. */
static bool are_called(char **parts)
{
    unsigned numbers = 0;
    for (char **part = parts; *part; part++) {
        struct range found;
        bool number = telephone_find(*part, 0, &found);
        bool named = number && found.start > 0 && found.end == strlen(*part);
        if (number ? !named : numbers == 0 || !is_span(*part))
            return false;
        numbers += number;
    }
    return numbers > 1;
}

static void add_hours(struct source *source, struct input_line *line, struct found *of,
                      const char *part)
{
    char *value = of && of->key == FOUND_POINT ? fact_hours(source, part, true) : NULL;
    if (!value)
        return;
    of->point = of->point ? of->point : ++source->points;
    struct found *found = source_found(source, FOUND_POINT, value, line);
    found->label = g_strdup(of->label);
    found->part = "opening_hours";
    found->point = of->point;
}

void fact_take_answered(struct source *source, struct input_line *line)
{
    static struct pattern signs = PATTERN("[,;] +");
    if (!line->aside || line->is_fact)
        return;
    g_auto(GStrv) parts = g_regex_split(pattern_regex(&signs), line->text, 0);
    if (!are_called(parts))
        return;
    struct found *last = NULL;
    for (char **part = parts; *part; part++) {
        guint before = source->found->len;
        bool span = is_span(*part);
        if (span)
            add_hours(source, line, last, *part);
        else
            fact_take_number(source, line, *part);
        if (!span)
            last = source->found->len > before ? source->found->pdata[before] : NULL;
    }
}
