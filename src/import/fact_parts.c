/*
 * Lines of a page's foot, or of a letterhead, that hold several facts with signs between them:
 * "12 Oak Street, Portland, OR 97201 · 503-234-5678 · desk@oak.example". What is none of them is
 * left where it is. Awkward: dashes and commas part facts in some lines and belong to them in
 * others, so they only do so where several facts come of it.
 */
#include "base/pattern.h"
#include "base/sentence.h"
#include "content/address.h"
#include "content/labels.h"
#include "content/telephone.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

/* The part, or what stands in it behind a name, if that is a postal address; lent; NULL: neither
 * is. */
static const char *postal_in(const struct source *source, const char *part)
{
    const char *behind = fact_postal_part(part);
    return fact_is_postal(source, part) ? part : fact_is_postal(source, behind) ? behind : NULL;
}

static void take_part(struct source *source, struct input_line *line, const char *part)
{
    enum found_key sign;
    const char *text = fact_behind_signs(part, &sign), *postal = postal_in(source, text);
    g_autofree char *hours = fact_hours(source, text, true);
    if (postal && !source_value(source->found, FOUND_ADDRESS))
        source_found(source, FOUND_ADDRESS, fact_value(source, FOUND_ADDRESS, postal), line);
    else if (address_is_mail(text))
        source_found(source, FOUND_EMAIL, g_strdup(text), line);
    else if (address_is_web(text))
        source_found(source, FOUND_URL, g_strdup(text), line);
    else if (hours)
        source_found(source, FOUND_HOURS, g_steal_pointer(&hours), line);
    else if (sign == FOUND_FAX && telephone_is_certain(text))
        source_found(source, FOUND_FAX, g_strdup(text), line);
    else if (!fact_take_short(source, line, text) && !fact_take_number(source, line, text))
        fact_take_each_number(source, line, text);
}

/* "18 Main St · Medford, OR 97501": an address in two parts. */
static bool take_address(struct source *source, struct input_line *line, char **parts)
{
    g_autofree char *whole = parts[1] ? g_strdup_printf("%s, %s", parts[0], parts[1]) : NULL;
    if (!whole || fact_is_postal(source, parts[0]) || !fact_is_postal(source, whole) ||
        fact_is_postal(source, parts[1]) ||
        (g_ascii_isdigit(*parts[1]) && !fact_has_house(parts[0])) ||
        source_value(source->found, FOUND_ADDRESS))
        return false;
    source_found(source, FOUND_ADDRESS, fact_value(source, FOUND_ADDRESS, whole), line);
    return true;
}

/* Beyond doubt, by itself or behind a word or sign for what it is. */
static bool is_certain(const struct source *source, const char *part)
{
    static struct pattern word =
        PATTERN("^(?i:tel|telephone|phone|ph|t|p|fax|f)[.:]* *(?=[+(\\d])");
    enum found_key sign;
    struct range found;
    const char *text = fact_behind_signs(part, &sign);
    const char *number = pattern_find(&word, text, 0, &found) ? text + found.end : text;
    struct numbered numbered;
    bool named = fact_split_number(source, text, &numbered);
    bool certain = address_is_mail(text) || address_is_web(text) || telephone_is_certain(number) ||
                   (named && telephone_is_certain(numbered.number));
    if (named)
        fact_clear_number(&numbered);
    return certain;
}

/* Commas are within addresses, too: what is no fact goes on with what stands before it. */
static void join_again(const struct source *source, GPtrArray *parts)
{
    for (guint i = 1; i < parts->len;) {
        const char *before = parts->pdata[i - 1], *part = parts->pdata[i];
        if (is_certain(source, before) || is_certain(source, part)) {
            i++;
            continue;
        }
        char *both = g_strdup_printf("%s, %s", before, part);
        g_ptr_array_remove_index(parts, i);
        g_free(parts->pdata[i - 1]);
        parts->pdata[i - 1] = both;
    }
}

/* The facts, and how many parts of the text are, where those signs part it. */
static unsigned count_certain(const struct source *source, char **parts)
{
    unsigned certain = 0;
    for (char **part = parts; *part; part++)
        certain += is_certain(source, g_strstrip(*part)) || postal_in(source, *part);
    return certain;
}

/* "Tel: 503 … – Emergency: 15": each part says by a colon what it is. */
static bool are_named(char **parts)
{
    bool named = parts[0] && parts[1];
    for (; named && *parts; parts++)
        named = strchr(*parts, ':') != NULL;
    return named;
}

/* The text parted where its signs do so; owned by the caller; NULL: they part nothing. */
static char **split(const struct source *source, const char *text)
{
    static struct pattern signs =
        PATTERN(" +[|\u00B7\u2022] +| +(?=[\\x{260E}\\x{2706}\\x{2709}\\x{23F0}\\x{1F4CD}\\x{1F4DE}"
                "\\x{1F4E0}\\x{1F4E7}\\x{1F4F1}\\x{1F310}\\x{1F550}])");
    static struct pattern dashes = PATTERN(" +[-\u2013\u2014] +"), commas = PATTERN("[,;] +");
    struct range found;
    if (pattern_find(&signs, text, 0, &found))
        return g_regex_split(pattern_regex(&signs), text, 0);
    g_auto(GStrv) dashed = g_regex_split(pattern_regex(&dashes), text, 0);
    unsigned certain = count_certain(source, dashed);
    if (certain > 1 || (certain == 1 && are_named(dashed)))
        return g_steal_pointer(&dashed);
    g_auto(GStrv) parts = g_regex_split(pattern_regex(&commas), text, 0);
    GPtrArray *joined = g_ptr_array_new_with_free_func(g_free);
    for (char **part = parts; *part; part++)
        g_ptr_array_add(joined, g_strdup(*part));
    join_again(source, joined);
    g_ptr_array_set_free_func(joined, NULL);
    g_ptr_array_add(joined, NULL);
    g_auto(GStrv) own = (char **)g_ptr_array_free(joined, FALSE);
    return count_certain(source, own) > 1 ? g_steal_pointer(&own) : NULL;
}

bool fact_are_several(const struct source *source, const char *text)
{
    g_auto(GStrv) parts = split(source, text);
    return parts && count_certain(source, parts) > 1;
}

/* A letterhead begins with whose it is. */
static bool is_name(const struct source *source, const char *part)
{
    return !source->structured && !strpbrk(part, "0123456789:@") &&
           g_unichar_isupper(g_utf8_get_char(part)) && !source_value(source->found, FOUND_NAME);
}

/* "Closed holidays", beside hours. */
static bool take_closed(struct source *source, struct input_line *line, const char *part)
{
    bool words = line->is_hours && !strpbrk(part, "0123456789");
    char *hours = words ? fact_hours(source, part, false) : NULL;
    if (hours)
        source_found(source, FOUND_HOURS, hours, line);
    return hours;
}

/* The sentences of the text, without their stops, where several are facts; owned by the caller;
 * NULL: they are not. */
static char **split_sentences(const struct source *source, const char *text)
{
    enum found_key key;
    const char *rest;
    if (fact_find_label(source, text, &key, &rest) && key == FOUND_HOURS && rest)
        text = rest;
    g_autoptr(GArray) ends = sentence_ends(text, labels_lang(source->labels),
                                           labels_list(source->labels, LABELS_ABBREVIATIONS));
    GPtrArray *sentences = g_ptr_array_new();
    unsigned facts = 0;
    for (guint i = 0; i < ends->len; i++) {
        gsize from = i > 0 ? g_array_index(ends, gsize, i - 1) : 0;
        char *part = g_strstrip(g_strndup(text + from, g_array_index(ends, gsize, i) - from));
        size_t length = strlen(part);
        if (length > 0 && part[length - 1] == '.')
            part[length - 1] = '\0';
        g_autofree char *hours = fact_hours(source, part, true);
        facts += hours || is_certain(source, part) || postal_in(source, part);
        g_ptr_array_add(sentences, part);
    }
    g_ptr_array_add(sentences, NULL);
    g_auto(GStrv) own = (char **)g_ptr_array_free(sentences, FALSE);
    return facts > 1 ? g_steal_pointer(&own) : NULL;
}

void fact_take_parts(struct source *source, struct input_line *line)
{
    bool open = line->aside && !line->is_fact;
    g_auto(GStrv) parts = open ? split(source, line->text) : NULL;
    if (open && !parts)
        parts = split_sentences(source, line->text);
    g_autoptr(GPtrArray) left = g_ptr_array_new();
    for (char **part = parts; part && *part; part++) {
        const char *text = g_strstrip(*part);
        guint before = source->found->len;
        if (part == parts && is_name(source, text) && fact_are_several(source, line->text))
            source_found(source, FOUND_NAME, g_strdup(text), line);
        else if (take_address(source, line, part))
            part++;
        else
            take_part(source, line, text);
        if (source->found->len == before)
            g_ptr_array_add(left, (gpointer)text);
    }
    for (guint i = 0; line->is_fact && i < left->len; i++)
        if (!take_closed(source, line, left->pdata[i]))
            fact_list_part(source, line, left->pdata[i]);
}
