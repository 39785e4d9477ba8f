/*
 * Finds contact facts: a label with a value beside it or below it, and lines that are nothing but a
 * telephone number, an address of mail or web, or opening hours. Awkward: the same words are
 * ordinary text elsewhere ("Address: the cause first"), so a label alone proves nothing; the value
 * must have the shape of one, and a label without a value is a gap.
 */
#include "import/facts.h"
#include "base/pattern.h"
#include "base/words.h"
#include "content/address.h"
#include "content/telephone.h"
#include "import/fact_split.h"
#include "import/parts.h"

#include <string.h>

/* Lines of a postal address, or of a week's hours, below their label. */
#define VALUE_LINES 7

/* Postal addresses go on to the next blank line, or to the line with their town, hours over blank
 * lines too. `last`: the value before; NULL: none is. */
static bool may_follow(const struct source *source, enum found_key key,
                       const struct input_line *last, bool blank_before,
                       const struct input_line *line)
{
    if (!last || key == FOUND_HOURS)
        return true;
    bool town = !fact_ends_postal(source, last->text) && fact_ends_postal(source, line->text);
    return key == FOUND_ADDRESS && (!blank_before || town);
}

/* Days, and their times in the line below: the place of the latter; 0: they are no such lines. */
static unsigned take_pair(struct source *source, struct input_line *days)
{
    struct input_line *times;
    char *hours = fact_pair_hours(source, days, &times);
    if (!hours)
        return 0;
    fact_found_pair(source, days, times, hours);
    return times->order;
}

/* The values below a label at line `i`: how many lines are. */
static unsigned take_below(struct source *source, unsigned i, enum found_key key)
{
    unsigned values = 0;
    const struct input_line *last = NULL;
    bool blank = false;
    for (unsigned k = i + 1; k < source->lines->len && values < VALUE_LINES; k++) {
        struct input_line *line = source->lines->pdata[k];
        if (line->kind == LINE_BLANK) {
            blank = true;
            continue;
        }
        unsigned times = key == FOUND_HOURS && fact_may_be_in(line) ? take_pair(source, line) : 0;
        if (times > 0) {
            k = times;
            values++;
            last = line;
            blank = false;
            continue;
        }
        enum found_key other;
        const char *rest;
        bool label = fact_find_label(source, line->text, &other, &rest);
        char *value = fact_may_be_in(line) && !label && may_follow(source, key, last, blank, line)
                          ? fact_value(source, key, line->text)
                          : NULL;
        if (!value)
            break;
        source_found(source, key, value, line);
        values++;
        last = line;
        blank = false;
    }
    return values;
}

/* A postal address needs a number somewhere before it is taken for one. */
static bool has_digit_below(const struct source *source, unsigned i)
{
    for (unsigned k = i + 1; k < source->lines->len; k++) {
        const struct input_line *line = source->lines->pdata[k];
        g_autofree char *part = fact_value(source, FOUND_ADDRESS, line->text);
        if (strpbrk(line->text, "0123456789"))
            return part != NULL;
        if (line->kind == LINE_BLANK ? k > i + 1 : !part)
            return false;
    }
    return false;
}

/* A house with its town stands next below, whatever is between. */
static bool has_postal_below(const struct source *source, unsigned i)
{
    unsigned k = i + 1;
    while (k < source->lines->len &&
           ((struct input_line *)source->lines->pdata[k])->kind == LINE_BLANK)
        k++;
    for (unsigned n = 0; k < source->lines->len && n < VALUE_LINES; k++, n++) {
        struct input_line *line = source->lines->pdata[k];
        if (line->kind != LINE_TEXT)
            return false;
        struct input_line *first = fact_find_postal(source, line);
        if (first)
            return first->order > i;
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
    bool valued = rest && *rest;
    if (key == FOUND_SERVICES && !(valued && line->aside))
        return; /* text, as anything may follow */
    if (valued) {
        char *value = key != FOUND_ADDRESS || strpbrk(rest, "0123456789")
                          ? fact_value(source, key, rest)
                          : NULL;
        if (value)
            source_found(source, key, value, line);
        return;
    }
    unsigned at = source->found->len;
    bool likely = key != FOUND_ADDRESS || has_digit_below(source, i) || has_postal_below(source, i);
    if (likely && take_below(source, i, key) > 0) {
        source_found(source, key, NULL, line);
        /* The label stands before its values in clinic.yaml, too. */
        struct found *label = g_ptr_array_steal_index(source->found, source->found->len - 1);
        g_ptr_array_insert(source->found, (int)at, label);
        line->why = "a label: its value is in clinic.yaml";
    } else if (rest)
        note_gap(source, key, line);
}

/* What the line above is the label of, around the article by its colon, or as a few words that this
 * one goes on from: "Billing⏎503 …"; NULL: there is none. */
static struct input_line *words_above(const struct source *source, const struct input_line *line)
{
    struct input_line *above = fact_line_above(source, line);
    if (!above || above->kind != LINE_TEXT || above->is_fact ||
        strcspn(above->text, "0123456789.?!") < strcspn(above->text, "("))
        return NULL;
    bool few = words_count(above->text, strlen(above->text)) <= 4;
    bool leads = line->aside && fact_leads_on(above) && !fact_only_calls(source, above->text);
    return leads || (line->breaks && few) ? above : NULL;
}

/* Around the article one such pair may be the clinic's name and its number: several name theirs. */
static bool are_several(const struct source *source)
{
    unsigned pairs = 0;
    for (guint i = 0; i < source->lines->len && pairs < 2; i++) {
        const struct input_line *line = source->lines->pdata[i];
        pairs += line->aside && telephone_is_certain(line->text) &&
                 (line->is_fact || words_above(source, line));
    }
    return pairs > 1;
}

static bool says_whose(const struct source *source, const char *label)
{
    return source->window && strstr(source->window->text, label);
}

/* The words of such a line, without its colon; owned by the caller. */
static char *label_in(const struct input_line *above)
{
    const char *end = above->text + strlen(above->text);
    end = fact_leads_on(above) ? g_utf8_prev_char(end) : end;
    return g_strchomp(g_strndup(above->text, (gsize)(end - above->text)));
}

/* A number below what it is for. */
static void name_number(struct source *source, const struct input_line *line, struct found *found)
{
    struct input_line *above = words_above(source, line);
    g_autofree char *label = above ? label_in(above) : NULL;
    if (!label || (above->why && !(above->aside && line->aside && !says_whose(source, label) &&
                                   (fact_leads_on(above) || are_several(source)))))
        return;
    found->key = FOUND_POINT;
    g_free(found->label);
    found->label = g_steal_pointer(&label);
    above->is_fact = true;
    above->why = "a label: its value is in clinic.yaml";
}

/* A whole line that can be nothing else. */
static bool take_bare(struct source *source, struct input_line *line, const char *text)
{
    g_autofree char *hours = fact_hours(source, text, true);
    char *mail = fact_value(source, FOUND_EMAIL, text);
    if (mail)
        source_found(source, FOUND_EMAIL, mail, line);
    else if (telephone_is_certain(text) && !fact_is_of_others(source, line, ""))
        name_number(source, line, fact_add_number(source, line, "", text));
    else if (address_is_web(text) && (line->aside || line->is_address || !source->structured))
        source_found(source, FOUND_URL, g_strdup(text), line); /* others may lead anywhere */
    else if (hours)
        source_found(source, FOUND_HOURS, g_steal_pointer(&hours), line);
    return line->is_fact;
}

/* A sign says what the line is. */
static bool take_signed(struct source *source, struct input_line *line, const char *text,
                        enum found_key key)
{
    bool icon = key == line->sign, postal = fact_is_postal(source, text);
    bool possible = key != FOUND_ADDRESS || (strpbrk(text, "0123456789") &&
                                             (!icon || line->aside || line->is_address || postal));
    char *value = possible ? fact_value(source, key, text) : NULL;
    if (value && key == FOUND_HOURS && icon && !line->aside) { /* "5 min to read" */
        g_free(value);
        value = fact_hours(source, text, true);
    }
    if (value)
        source_found(source, key, value, line);
    return value != NULL;
}

/* A line of an element for addresses, from the first with a number on: above are names. */
static void take_address_line(struct source *source, struct input_line *line)
{
    const struct input_line *above = line->order > 0 ? source->lines->pdata[line->order - 1] : NULL;
    bool goes_on = above && above->is_fact && above->is_address;
    enum found_key key;
    const char *rest;
    bool other = fact_find_label(source, line->text, &key, &rest) && key != FOUND_ADDRESS;
    if (!line->is_address || other || !(goes_on || strpbrk(line->text, "0123456789")))
        return;
    char *value = fact_value(source, FOUND_ADDRESS, line->text);
    if (value)
        source_found(source, FOUND_ADDRESS, value, line);
}

/* A label, which may be all that a link says: "Email us". */
static bool take_labelled(struct source *source, unsigned i, const char *text)
{
    enum found_key key;
    const char *rest;
    if (!fact_find_label(source, text, &key, &rest))
        return false;
    if ((rest && *rest) || !fact_take_link(source, source->lines->pdata[i]))
        take_label(source, i, key, rest);
    return true;
}

/* True for several facts with such signs between them. */
static bool are_parted(const struct source *source, const char *text)
{
    static struct pattern sign = PATTERN(" [|\u00B7\u2022] ");
    struct range found;
    return pattern_find(&sign, text, 0, &found) && fact_are_several(source, text);
}

static void take_line(struct source *source, unsigned i)
{
    struct input_line *line = source->lines->pdata[i];
    enum found_key sign;
    const char *text = fact_behind_signs(line->text, &sign);
    if (sign == FOUND_KEY_COUNT && line->sign != FOUND_NAME)
        sign = line->sign;
    if (sign != FOUND_KEY_COUNT && take_signed(source, line, text, sign))
        return;
    if (!take_labelled(source, i, text) && !take_bare(source, line, text))
        fact_take_link(source, line);
    if (!line->is_fact && !fact_take_numbers(source, line) &&
        !(!are_parted(source, text) && fact_take_called(source, line)) &&
        !fact_take_short(source, line, text))
        take_address_line(source, line);
    fact_take_answered(source, line);
    fact_take_parts(source, line);
}

void import_find_facts(struct source *source)
{
    fact_load_labels(source);
    source->read = source->read ? source->read : source->lines->len;
    for (unsigned i = 0; i < source->lines->len; i++) {
        struct input_line *line = source->lines->pdata[i];
        if (fact_may_be_in(line))
            take_line(source, i);
        else if (line->kind == LINE_ROW)
            fact_take_row(source, line);
    }
    fact_take_postal(source);
    fact_take_hours(source);
    fact_take_site_rows(source);
    fact_part_sites(source);
    fact_leave_places(source);
    fact_settle_article(source);
    schema_settle_places(source);
    fact_name_ways(source);
    fact_take_name(source);
    fact_settle_groups(source);
    fact_list_links(source);
    fact_take_rest(source);
}
