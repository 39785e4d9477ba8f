/*
 * Finds filler by a list of phrases, and made-up telephone numbers. Awkward: "TODO" is filler and
 * "todo" is Spanish for "all", so some phrases mind their case and all mind where words start and
 * end.
 */
#include "examine/placeholder.h"

#include "content/telephone.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const struct {
    const char *words;
    bool any_case;
} fillers[] = {
    {"TODO", false},       {"TBD", false},        {"FIXME", false},      {"XXX", false},
    {"lorem ipsum", true}, {"example.com", true}, {"example.org", true}, {"example.net", true},
    {"123 Main St", true}, {"insert here", true}, {"your clinic", true}, {"clinic name", true},
    {"[insert", true},     {"placeholder", true}, {"jane doe", true},    {"john doe", true},
};

static bool in_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

/* A phrase that starts and ends with words of its own; a dot may stand before it (www.example.com).
 */
static const char *find_phrase(const char *text, const char *phrase, bool any_case)
{
    size_t n = strlen(phrase);
    for (const char *p = text; (p = any_case ? strcasestr(p, phrase) : strstr(p, phrase)); p++) {
        bool starts = p == text || !in_word(p[-1]) || !in_word(*phrase);
        if (starts && !in_word(p[n]))
            return p;
    }
    return NULL;
}

/* "Part XXX": a number behind the one word of a short heading. */
static bool is_roman(const char *text, const char *found)
{
    const char *blank = strchr(text, ' ');
    return strcmp(found, "XXX") == 0 && isupper((unsigned char)*text) && blank &&
           blank + 1 == found;
}

const char *placeholder_find(const char *text, unsigned long *out_length)
{
    struct range number;
    const char *first = NULL;
    if (telephone_find_made_up(text, &number)) {
        first = text + number.start;
        *out_length = number.end - number.start;
    }
    for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++) {
        const char *found = find_phrase(text, fillers[i].words, fillers[i].any_case);
        if (!found || is_roman(text, found) || (first && first <= found))
            continue;
        first = found;
        *out_length = strlen(fillers[i].words);
    }
    return first;
}
