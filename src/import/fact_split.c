/*
 * What a line says of telephone numbers: each with what it is for, before it or in brackets behind
 * it, and what else is said of it. Awkward: signs and words that part two numbers stand within
 * labels, too ("Appointments and refills"), so they do so behind a number only.
 */
#include "import/fact_split.h"

#include "base/pattern.h"
#include "content/labels.h"
#include "content/telephone.h"
#include "import/facts.h"

#include <string.h>

/* What names a number is short, in front of a colon less so. [words are counted by blanks] */
#define LABEL_BLANKS 4
#define HEAD_BLANKS  6

/* In our own signs, and without those that keep directions apart; owned by the caller. */
static char *in_our_signs(const char *text)
{
    static const char *const signs[][2] = {
        {"\uFF1A", ": "}, {"\uFF1B", "; "}, {"\uFF0C", ", "}, {"\uFF08", " ("}, {"\uFF09", ")"},
        {"\uFF5C", "|"},  {"\u3000", " "},  {"\u200E", ""},   {"\u200F", ""},   {"\u2066", ""},
        {"\u2067", ""},   {"\u2068", ""},   {"\u2069", ""}};
    GString *out = g_string_new(text);
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        g_string_replace(out, signs[i][0], signs[i][1], 0);
    return g_string_free(out, FALSE);
}

static unsigned blanks_in(const char *text)
{
    unsigned blanks = 0;
    for (; *text; text++)
        blanks += *text == ' ';
    return blanks;
}

bool fact_is_tty(const struct source *source, const char *label)
{
    static struct pattern name = PATTERN("\\b\\p{Lu}{3}\\b");
    const char *known = labels_get(source->labels, LABEL_TTY);
    struct range sign;
    g_autofree char *abbreviation =
        pattern_find(&name, known, 0, &sign) ? g_strndup(known + sign.start, 3) : NULL;
    g_auto(GStrv) words = g_strsplit_set(label, " /()", -1);
    return g_utf8_collate(label, known) == 0 ||
           (abbreviation && g_strv_contains((const char *const *)words, abbreviation));
}

/* A bracket that ends the label: when the number is answered, or more of its name. */
static void take_answered(const struct source *source, struct numbered *out)
{
    static struct pattern bracket = PATTERN(" ?\\(([^()]+)\\)$");
    struct range at[2];
    if (!pattern_find_groups(&bracket, out->label, 0, at, 2))
        return;
    g_autofree char *within = g_strndup(out->label + at[1].start, at[1].end - at[1].start);
    out->hours = fact_hours(source, within, true);
    if (out->hours)
        out->label[at[0].start] = '\0';
}

/* True for "Tel.", which only says that a number to call follows. */
static bool is_call(const struct source *source, const char *label)
{
    enum found_key key;
    const char *rest;
    return fact_find_label(source, label, &key, &rest) && key == FOUND_TELEPHONE && !rest;
}

/* "Questions? Call us at" says no more than "Questions?". */
static void cut_question(const struct source *source, char *label)
{
    static struct pattern question = PATTERN("^[^(]*[?!](?= +\\p{L})");
    struct range found;
    if (pattern_find(&question, label, 0, &found) &&
        fact_only_calls(source, label + found.end + strspn(label + found.end, " ")))
        label[found.end] = '\0';
}

/* What stands in brackets behind the number; "Questions? 503 …" names nothing. */
static void take_behind(const struct source *source, const char *behind, struct numbered *out)
{
    char *hours = *behind ? fact_hours(source, behind, true) : NULL;
    g_autofree char *before = out->label;
    cut_question(source, before);
    bool asked = *before && strchr("?!", before[strlen(before) - 1]);
    out->called = is_call(source, before);
    out->asked = asked;
    bool extension = *behind && !hours && out->called && strpbrk(behind, "0123456789");
    if (extension)
        out->notes = g_strdup(behind);
    if (!*behind || hours || extension)
        out->label = g_strdup(asked || extension ? "" : before);
    else
        out->label = *before && !asked && !out->called ? g_strdup_printf("%s (%s)", before, behind)
                                                       : g_strdup(behind);
    if (hours) {
        g_free(out->hours);
        out->hours = hours;
    }
}

#define NUMBER "[+(]?\\d[\\d ().\\-\u2013/]{5,}\\d(?: ?(?:x|ext\\.?) ?\\d+)?"

bool fact_split_number(const struct source *source, const char *part, struct numbered *out)
{
    static struct pattern form =
        PATTERN("^(?:((?:24[^\\d:+(]*)?\\p{L}[^\\d:+(]*(?:24[^\\d:+(]*)?(?:\\([^()]*\\))?) ?: *"
                "|(\\p{L}[^\\d:+(]*?(?:\\([^()\\d]*\\))?)[ .,\u00B7\u2013-]*)?(" NUMBER
                ")(?: ?\\(([^()]*)\\))?$");
    struct range at[5];
    if (!pattern_find_groups(&form, part, 0, at, G_N_ELEMENTS(at)) ||
        (source->labels && telephone_is_record(part, at[3].start, source->labels)))
        return false;
    struct range label = at[1].end > at[1].start ? at[1] : at[2];
    unsigned most =
        label.start == at[1].start && at[1].end > at[1].start ? HEAD_BLANKS : LABEL_BLANKS;
    g_autofree char *behind = g_strndup(part + at[4].start, at[4].end - at[4].start);
    *out = (struct numbered){.label = g_strndup(part + label.start, label.end - label.start),
                             .number = g_strndup(part + at[3].start, at[3].end - at[3].start)};
    g_strchomp(out->label);
    take_answered(source, out);
    bool named = !*behind || g_unichar_isalpha(g_utf8_get_char(behind));
    out->leads = *out->label != '\0';
    take_behind(source, behind, out);
    if ((named || out->hours) && blanks_in(out->label) < most)
        return true;
    fact_clear_number(out);
    return false;
}

void fact_clear_number(struct numbered *numbered)
{
    g_free(numbered->label);
    g_free(numbered->number);
    g_free(numbered->hours);
    g_free(numbered->notes);
}

static void free_number(gpointer numbered)
{
    fact_clear_number(numbered);
    g_free(numbered);
}

/* One of the language's words, as the ways of a pattern; owned by the caller. */
static char *one_of(const struct source *source, enum label_list list)
{
    GString *ways = g_string_new("(?:");
    for (const char *const *word = labels_list(source->labels, list); *word; word++) {
        g_autofree char *quoted = g_regex_escape_string(*word, -1);
        g_string_append_printf(ways, "%s%s", ways->len > strlen("(?:") ? "|" : "", quoted);
    }
    g_string_append_c(ways, ')');
    return g_string_free(ways, FALSE);
}

/* Behind a whole number, and not what is dialled first within a country: "030 / 234 56 78". */
#define AREA(digits) "(?<!(?<!\\d[ .-])(?<!\\d)0" digits ")"
#define WHOLE        AREA("\\d") AREA("\\d\\d") AREA("\\d{3}") AREA("\\d{4}")

/* What parts numbers: signs, words for "or", and a blank before what is a label by its colon, its
 * capital, or the language's words; owned by the caller. */
static char *signs_of(const struct source *source)
{
    g_autofree char *pairs = one_of(source, LABELS_NUMBER_PAIRS);
    g_autofree char *words = one_of(source, LABELS_TELEPHONE_WORDS);
    return g_strdup_printf("(?i) *(?:[;|\u00B7\u2022]|(?<=[\\d)])(?:,|" WHOLE
                           " / | %s |%s(?=[+(\\d])"
                           "| [-\u2013\u2014] (?=\\p{L})| (?=%s[.:]{0,2} ?[+(\\d])"
                           "| (?!ext\\b|h\\b)(?=\\p{L}{1,9}[:.] ?[+(\\d])"
                           "|(?-i: (?=\\p{Lu}\\p{L}{1,8} [+(\\d])))) *",
                           pairs, pairs, words);
}

/* What stands behind a number and before the next: when it is answered, or "option 2", which is
 * said of a number with a label only. */
static bool take_more(const struct source *source, const char *part, struct numbered *of)
{
    static struct pattern words = PATTERN("^\\p{L}(?!.*\\d{3})[^:@]*$");
    struct range found;
    if (of->hours || of->notes || !*of->label)
        return false;
    of->hours = fact_hours(source, part, true);
    if (!of->hours && pattern_find(&words, part, 0, &found) && blanks_in(part) < LABEL_BLANKS &&
        !telephone_find(part, 0, &found))
        of->notes = g_strdup(part);
    return of->hours || of->notes;
}

/* "Billing: 503 … / 503 …": both are for that. */
static void share_label(const struct numbered *before, struct numbered *numbered)
{
    if (*numbered->label || !before || !before->leads)
        return;
    g_free(numbered->label);
    numbered->label = g_strdup(before->label);
    numbered->leads = true;
}

/* True for what a sign stands before that parts facts of a whole line: it is not of the number
 * alone. */
static bool is_of_line(const char *text, const char *at)
{
    static const char *const signs[] = {"|", "\u00B7", "\u2022"};
    while (at > text && at[-1] == ' ')
        at--;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        size_t length = strlen(signs[i]);
        if ((size_t)(at - text) >= length && strncmp(at - length, signs[i], length) == 0)
            return true;
    }
    return false;
}

/* The other end of a number, as in "503-234-2210 / 2211", for which clinic.yaml has no room: both
 * become a note. `at`: where it stands in the whole text. */
static bool take_ending(const char *text, const char *at, const char *part, struct numbered *of)
{
    static struct pattern figures = PATTERN("^\\d{1,5}$");
    const char *from = strstr(text, of->number);
    struct range found;
    if (of->notes || !from || from > at || !pattern_find(&figures, part, 0, &found))
        return false;
    of->notes = g_strndup(from, (gsize)(at + strlen(part) - from));
    return true;
}

GPtrArray *fact_split_numbers(const struct source *source, const char *text)
{
    g_autofree char *own = in_our_signs(text), *signs = signs_of(source);
    g_auto(GStrv) parts = g_regex_split(pattern_of_text(signs), own, 0);
    GPtrArray *numbers = g_ptr_array_new_with_free_func(free_number);
    const char *at = own;
    for (char **part = parts; *part; part++) {
        at = strstr(at, *part);
        struct numbered numbered, *last = numbers->len ? numbers->pdata[numbers->len - 1] : NULL;
        if (fact_split_number(source, g_strstrip(*part), &numbered)) {
            share_label(last, &numbered);
            g_ptr_array_add(numbers, g_memdup2(&numbered, sizeof numbered));
        } else if (!last || is_of_line(own, at) ||
                   !(take_ending(own, at, *part, last) || take_more(source, *part, last))) {
            g_ptr_array_unref(numbers);
            return NULL;
        }
    }
    return numbers;
}
