/*
 * Lines of opening hours on their way into English: words and signs of other languages replaced.
 */
#include "base/pattern.h"
#include "content/hours_parts.h"

#include <string.h>

char *hours_replace(char *text, const char *pattern, const char *with)
{
    g_autofree char *caseless = g_strconcat("(?i)", pattern, NULL);
    char *out = g_regex_replace(pattern_of_text(caseless), text, -1, 0, with, 0, NULL);
    if (!out)
        return text;
    g_free(text);
    return out;
}

/* Arabic: its signs for short vowels, which many leave out, and its alefs, which many write alike.
 */
#define VOWELS "\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652"
#define ALEFS  "\u0622\u0623\u0625\u0627"

char *hours_pattern(const char *words)
{
    g_autofree char *normal = g_utf8_normalize(words, -1, G_NORMALIZE_NFC);
    g_autofree char *quoted = g_regex_escape_string(normal, -1);
    GString *pattern = g_string_new(NULL);
    for (const char *p = quoted, *next; *p; p = next) {
        next = g_utf8_next_char(p);
        g_autofree char *sign = g_strndup(p, (gsize)(next - p));
        bool arabic = g_unichar_get_script(g_utf8_get_char(p)) == G_UNICODE_SCRIPT_ARABIC;
        if (strstr(ALEFS, sign))
            g_string_append(pattern, "[" ALEFS "]");
        else if (!strstr(VOWELS, sign))
            g_string_append(pattern, sign);
        if (arabic)
            g_string_append(pattern, "[" VOWELS "]*");
    }
    return g_string_free(pattern, FALSE);
}

const char *hours_word_end(const char *words)
{
    gunichar last = *words ? g_utf8_get_char(g_utf8_prev_char(words + strlen(words))) : 0;
    return g_unichar_iswide(last) ? "" : g_unichar_isdigit(last) ? "(?!\\d)" : "(?![\\p{L}\\p{M}])";
}

char *hours_replace_words(char *text, const char *words, const char *prefixes, const char *with)
{
    g_autofree char *quoted = hours_pattern(words);
    bool spaced = !g_unichar_iswide(g_utf8_get_char(words));
    g_autofree char *start =
        *prefixes ? g_strdup_printf("(?:(?<!\\p{L})|(?<=%s))", prefixes) : g_strdup("(?<!\\p{L})");
    g_autofree char *pattern =
        g_strconcat(spaced ? start : "", quoted, spaced ? hours_word_end(words) : "", NULL);
    g_autofree char *apart = spaced ? g_strdup(with) : g_strdup_printf(" %s ", with);
    return *words ? hours_replace(text, pattern, apart) : text;
}

char *hours_between(const struct labels *labels, enum label label, const char *first,
                    const char *last)
{
    const char *form = labels_get(labels, label), *from = strstr(form, first);
    const char *to = from ? strstr(from, last) : NULL;
    from = to ? from + strlen(first) : form;
    g_autofree char *words = g_strndup(from, to ? (gsize)(to - from) : 0);
    return hours_pattern(g_strstrip(words));
}
