/*
 * Lines of a page's foot with several numbers and when each is answered: "Phone 503 234 5678,
 * weekdays 8–4, After hours 503 234 5679, Fax …". Awkward: hours that clinic.yaml has no form for,
 * and those of the clinic's own number, which may not be those of its doors, are only quoted.
 */
#include "base/pattern.h"
#include "content/labels.h"
#include "content/telephone.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

/* Whether the label holds one of the words, or ends with it, if it `ends` there; words before
 * numbers behind it say no more. */
static bool has_word(const struct source *source, const char *label, bool ends)
{
    g_autofree char *lower = g_utf8_strdown(label, -1);
    for (const char *const *call = labels_list(source->labels, LABELS_TELEPHONE_WORDS); *call;
         call++)
        if (g_str_has_suffix(lower, *call))
            lower[strlen(lower) - strlen(*call)] = '\0';
    g_strchomp(lower);
    const char *const *word = labels_list(source->labels, LABELS_EMERGENCY_WORDS);
    for (; *word; word++) {
        g_autofree char *listed = g_utf8_strdown(*word, -1);
        if (ends ? g_str_has_suffix(lower, listed) : strstr(lower, listed) != NULL)
            return true;
    }
    return false;
}

/* A number that is dialled as it stands, by what it is called: one that everybody knows, or one of
 * the country, whose name ends with a word for emergencies. */
static bool is_called_short(const struct source *source, const char *label, const char *number)
{
    struct range known;
    bool everywhere = telephone_find_service(number, 0, &known);
    return telephone_is_service(number) &&
           (fact_is_tty(source, label) || has_word(source, label, !everywhere));
}

bool fact_take_short(struct source *source, struct input_line *line, const char *text)
{
    static struct pattern form = PATTERN(
        "^(\\p{L}[^:.|\u00B7\u2022\uFF1A]*?)(?: ?[:\u2013\u2014-] |\uFF1A| )(\\d{3}|116 ?\\d{3})"
        "(?: ?\\((\\p{L}[^()]*)\\))?[.!]?$");
    struct range at[4];
    if (!pattern_find_groups(&form, text, 0, at, G_N_ELEMENTS(at)))
        return false;
    g_autofree char *label = g_strndup(text + at[1].start, at[1].end - at[1].start);
    g_autofree char *number = g_strndup(text + at[2].start, at[2].end - at[2].start);
    g_autofree char *behind = g_strndup(text + at[3].start, at[3].end - at[3].start);
    struct range found;
    if (!(line->aside || fact_is_tty(source, label)) ||
        telephone_find(label, 0, &found) || /* two numbers, each with its own label */
        !is_called_short(source, label, number))
        return false;
    g_autofree char *name = *behind ? g_strdup_printf("%s (%s)", label, behind) : g_strdup(label);
    fact_add_number(source, line, name, number);
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
        if (!is_span(*part))
            last = fact_take_number(source, line, *part);
        else if (last)
            fact_say_more(source, line, last, "opening_hours", fact_hours(source, *part, true));
    }
}
