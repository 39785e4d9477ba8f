/*
 * What the label before a number says of it: the clinic's own, a fax, or one for something else.
 */
#include "base/pattern.h"
#include "content/labels.h"
#include "import/fact_split.h"
#include "import/facts.h"

#include <string.h>

bool fact_is_plain(const char *label)
{
    static const char *const words[] = {"t",
                                        "p",
                                        "ph",
                                        "main",
                                        "main number",
                                        "phone",
                                        "phones",
                                        "phone number",
                                        "telephone",
                                        "tel",
                                        "tel.",
                                        "call",
                                        "call us",
                                        "office",
                                        "front desk",
                                        "reception",
                                        "clinic",
                                        "general",
                                        "desk",
                                        "call now",
                                        "call today",
                                        "call us now",
                                        "call us today",
                                        "give us a call",
                                        "click to call",
                                        "tap to call",
                                        "call our office",
                                        "call the office",
                                        "call the clinic",
                                        "call our clinic",
                                        NULL};
    g_autofree char *lower = g_utf8_strdown(label, -1);
    return *label == '\0' || g_strv_contains(words, lower);
}

bool fact_is_generic(const struct source *source, const char *heading)
{
    static struct pattern signs = PATTERN("[\\s\\pP]+");
    if (fact_is_plain(heading) || labels_list_has(source->labels, LABELS_CLINIC_WORDS, heading))
        return true;
    g_auto(GStrv) words = g_regex_split(pattern_regex(&signs), heading, 0);
    bool all = true;
    for (char **word = words; all && *word; word++) {
        bool own = labels_list_has(source->labels, LABELS_CLINIC_WORDS, *word);
        all = !**word || own || labels_list_has(source->labels, LABELS_SMALL_WORDS, *word);
    }
    return all;
}

bool fact_is_person(const struct source *source, const char *heading)
{
    static struct pattern letters =
        PATTERN(", ?\\p{Lu}(?:\\p{Lu}|\\.\\p{Lu}|\\p{Ll}+\\p{Lu})[\\p{Lu}.,/ -]*$");
    const char *const *titles = labels_list(source->labels, LABELS_ABBREVIATIONS);
    g_autofree char *first = g_strndup(heading, strcspn(heading, " "));
    struct range found;
    return (heading[strlen(first)] && g_strv_contains(titles, first)) ||
           pattern_find(&letters, heading, 0, &found);
}

bool fact_may_be_clinics(const struct source *source, const char *heading)
{
    static struct pattern signs = PATTERN("[\\s\\pP]+");
    g_auto(GStrv) words = g_regex_split(pattern_regex(&signs), heading, 0);
    bool own =
        g_str_has_suffix(heading, "?") || (source->window && strstr(source->window->text, heading));
    for (char **word = words; *word; word++)
        own |= **word && (labels_list_has(source->labels, LABELS_CLINIC_WORDS, *word) ||
                          labels_list_has(source->labels, LABELS_TELEPHONE_WORDS, *word));
    return own;
}

bool fact_only_calls(const struct source *source, const char *words)
{
    enum found_key key;
    const char *rest;
    g_autofree char *own = g_strdup(words);
    for (char *blank; (blank = strrchr(own, ' ')) &&
                      labels_list_has(source->labels, LABELS_SMALL_WORDS, blank + 1);)
        *blank = '\0';
    return fact_is_plain(own) ||
           (fact_find_label(source, own, &key, &rest) && key == FOUND_TELEPHONE && !rest);
}

static bool is_fax(const char *label)
{
    g_autofree char *lower = g_utf8_strdown(label, -1);
    return strstr(lower, "fax") != NULL || strcmp(lower, "f") == 0;
}

enum found_key fact_number_key(const struct source *source, const char *label)
{
    enum found_key key = FOUND_POINT;
    const char *rest;
    if (is_fax(label))
        return FOUND_FAX;
    if (fact_is_generic(source, label))
        return FOUND_TELEPHONE;
    bool known = fact_find_label(source, label, &key, &rest) && !rest;
    return known && (key == FOUND_TELEPHONE || key == FOUND_FAX) ? key : FOUND_POINT;
}

bool fact_names_both(const struct source *source, const char *label)
{
    const char *const *pairs = labels_list(source->labels, LABELS_NUMBER_PAIRS);
    g_auto(GStrv) parts = g_strsplit_set(label, " /&+,", -1);
    bool called = false, fax = false, joined = strpbrk(label, "/&+,") != NULL;
    for (char **part = parts; *part; part++) {
        g_autofree char *lower = g_utf8_strdown(*part, -1);
        enum found_key key = **part ? fact_number_key(source, *part) : FOUND_POINT;
        called |= key == FOUND_TELEPHONE;
        fax |= key == FOUND_FAX;
        joined |= g_strv_contains(pairs, lower);
    }
    return called && fax && joined;
}

bool fact_names_number(const struct source *source, const char *label)
{
    g_autofree char *lower = g_utf8_strdown(label, -1);
    const char *const *words = labels_list(source->labels, LABELS_TELEPHONE_WORDS);
    return *label &&
           (fact_number_key(source, label) != FOUND_POINT || g_strv_contains(words, lower));
}
