/*
 * Finds contact facts: a label with a value beside it or below it, and lines that are nothing but a
 * telephone number, an address of mail or web, or opening hours. Awkward: the same words are
 * ordinary text elsewhere ("Address: the cause first"), so a label alone proves nothing; the value
 * must have the shape of one, and a label without a value is a gap.
 */
#include "base/sentence.h"
#include "content/address.h"
#include "content/hours.h"
#include "content/telephone.h"
#include "import/parts.h"

#include <string.h>

/* Longer lines are sentences. [bytes] */
#define VALUE_LENGTH 120
/* Lines of a postal address, or of a week's hours, below their label. */
#define VALUE_LINES 7

static const struct {
    const char *words; /* in lower case, without the colon */
    enum found_key key;
} labels[] = {
    {"call us", FOUND_TELEPHONE},
    {"call", FOUND_TELEPHONE},
    {"call us today", FOUND_TELEPHONE},
    {"call today", FOUND_TELEPHONE},
    {"phone", FOUND_TELEPHONE},
    {"phone number", FOUND_TELEPHONE},
    {"telephone", FOUND_TELEPHONE},
    {"tel", FOUND_TELEPHONE},
    {"tel.", FOUND_TELEPHONE},
    {"e-mail", FOUND_EMAIL},
    {"email", FOUND_EMAIL},
    {"email us", FOUND_EMAIL},
    {"email address", FOUND_EMAIL},
    {"website", FOUND_URL},
    {"web", FOUND_URL},
    {"web site", FOUND_URL},
    {"address", FOUND_ADDRESS},
    {"our address", FOUND_ADDRESS},
    {"location", FOUND_ADDRESS},
    {"our location", FOUND_ADDRESS},
    {"visit us", FOUND_ADDRESS},
    {"find us", FOUND_ADDRESS},
    {"hours", FOUND_HOURS},
    {"opening hours", FOUND_HOURS},
    {"office hours", FOUND_HOURS},
    {"business hours", FOUND_HOURS},
    {"opening time", FOUND_HOURS},
    {"opening times", FOUND_HOURS},
    {"our hours", FOUND_HOURS},
    {"hours of operation", FOUND_HOURS},
};

/* A line of a postal address: no sentence. */
static bool is_address(const char *text)
{
    size_t length = strlen(text);
    if (length == 0 || length > VALUE_LENGTH)
        return false;
    gunichar last = g_utf8_get_char(g_utf8_prev_char(text + length));
    return last != ':' && !sentence_is_stop(last);
}

/* The opening hours in `text` as clinic.yaml wants them, owned by the caller; NULL when there are
 * none. `bare`: without a label before them, so that they must name both days and times. */
static char *read_hours(const char *text, bool bare)
{
    g_autoptr(GArray) rules = g_array_new(FALSE, FALSE, sizeof(struct hours));
    bool ok = hours_read(text, rules), whole = ok;
    for (guint i = 0; i < rules->len; i++) {
        const struct hours *rule = &g_array_index(rules, struct hours, i);
        whole &= rule->kind == HOURS_ALWAYS || (rule->n_days > 0 && rule->kind != HOURS_UNTIMED);
    }
    whole &= rules->len > 1 ||
             (rules->len == 1 && g_array_index(rules, struct hours, 0).kind != HOURS_CLOSED);
    return (bare ? whole : ok) ? hours_to_text(rules) : NULL;
}

/* The value as clinic.yaml wants it, owned by the caller; NULL when `text` is no such value. */
static char *value_of(enum found_key key, const char *text)
{
    switch (key) {
    case FOUND_NAME:
        return g_strdup(text);
    case FOUND_TELEPHONE:
        return telephone_is(text) ? g_strdup(text) : NULL;
    case FOUND_EMAIL:
        return address_is_mail(text) ? g_strdup(text) : NULL;
    case FOUND_URL:
        return address_is_web(text) ? g_strdup(text) : NULL;
    case FOUND_ADDRESS:
        return is_address(text) ? g_strdup(text) : NULL;
    case FOUND_HOURS:
        return read_hours(text, false);
    case FOUND_KEY_COUNT:
        break;
    }
    g_assert_not_reached();
}

/* True when `text` is a label, whose key goes to `*key`; `*rest` is what stands after its colon, or
 * NULL when it has none. */
static bool find_label(const char *text, enum found_key *key, const char **rest)
{
    const char *colon = strchr(text, ':');
    g_autofree char *before = g_strndup(text, colon ? (gsize)(colon - text) : strlen(text));
    g_autofree char *words = g_ascii_strdown(g_strstrip(before), -1);
    *rest = colon ? colon + 1 + strspn(colon + 1, " ") : NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        if (strcmp(words, labels[i].words) != 0)
            continue;
        *key = labels[i].key;
        return true;
    }
    return false;
}

/* Lines that facts are looked for in. */
static bool is_free(const struct input_line *line)
{
    return line->kind != LINE_BLANK && line->kind != LINE_ROW && !line->is_fact &&
           (!line->why || line->aside);
}

/* Postal addresses go on to the next blank line, hours over blank lines too. */
static bool may_follow(enum found_key key, unsigned values, bool blank_before)
{
    if (values == 0)
        return true;
    return key == FOUND_HOURS || (key == FOUND_ADDRESS && !blank_before);
}

/* The values below a label at line `i`: how many lines are. */
static unsigned take_below(struct source *source, unsigned i, enum found_key key)
{
    unsigned values = 0;
    bool blank = false;
    for (unsigned k = i + 1; k < source->lines->len && values < VALUE_LINES; k++) {
        struct input_line *line = source->lines->pdata[k];
        if (line->kind == LINE_BLANK) {
            blank = true;
            continue;
        }
        enum found_key other;
        const char *rest;
        bool label = find_label(line->text, &other, &rest);
        char *value = is_free(line) && !label && may_follow(key, values, blank)
                          ? value_of(key, line->text)
                          : NULL;
        if (!value)
            break;
        source_found(source, key, value, line);
        values++;
        blank = false;
    }
    return values;
}

/* A postal address needs a number somewhere before it is taken for one. */
static bool has_digit_below(const struct source *source, unsigned i)
{
    for (unsigned k = i + 1; k < source->lines->len; k++) {
        const struct input_line *line = source->lines->pdata[k];
        if (strpbrk(line->text, "0123456789"))
            return is_address(line->text);
        if (line->kind == LINE_BLANK ? k > i + 1 : !is_address(line->text))
            return false;
    }
    return false;
}

static void note_gap(struct source *source, enum found_key key, struct input_line *line)
{
    source_found(source, key, NULL, line);
    line->why = "a label without its value: the gap stays open in clinic.yaml";
}

/* A label and what belongs to it. `rest` is what stands after its colon, or NULL. */
static void take_label(struct source *source, unsigned i, enum found_key key, const char *rest)
{
    struct input_line *line = source->lines->pdata[i];
    if (rest && *rest) {
        char *value =
            key != FOUND_ADDRESS || strpbrk(rest, "0123456789") ? value_of(key, rest) : NULL;
        if (value)
            source_found(source, key, value, line);
        return;
    }
    unsigned at = source->found->len;
    bool likely = key != FOUND_ADDRESS || has_digit_below(source, i);
    if (likely && take_below(source, i, key) > 0) {
        source_found(source, key, NULL, line);
        /* The label stands before its values in clinic.yaml, too. */
        struct found *label = g_ptr_array_steal_index(source->found, source->found->len - 1);
        g_ptr_array_insert(source->found, (int)at, label);
        line->why = "a label: its value is in clinic.yaml";
    } else if (rest)
        note_gap(source, key, line);
}

/* A whole line that can be nothing else. */
static void take_bare(struct source *source, struct input_line *line)
{
    g_autofree char *hours = read_hours(line->text, true);
    if (telephone_is_certain(line->text))
        source_found(source, FOUND_TELEPHONE, g_strdup(line->text), line);
    else if (address_is_mail(line->text))
        source_found(source, FOUND_EMAIL, g_strdup(line->text), line);
    else if (address_is_web(line->text))
        source_found(source, FOUND_URL, g_strdup(line->text), line);
    else if (hours)
        source_found(source, FOUND_HOURS, g_steal_pointer(&hours), line);
}

void import_find_facts(struct source *source)
{
    for (unsigned i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        enum found_key key;
        const char *rest;
        if (!is_free(line))
            continue;
        if (find_label(line->text, &key, &rest))
            take_label(source, i, key, rest);
        else
            take_bare(source, line);
    }
}
