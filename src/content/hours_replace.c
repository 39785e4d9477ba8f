/*
 * Lines of opening hours on their way into English: words and signs of other languages replaced.
 */
#include "base/pattern.h"
#include "content/hours_parts.h"

char *hours_replace(char *text, const char *pattern, const char *with)
{
    g_autofree char *caseless = g_strconcat("(?i)", pattern, NULL);
    char *out = g_regex_replace(pattern_of_text(caseless), text, -1, 0, with, 0, NULL);
    if (!out)
        return text;
    g_free(text);
    return out;
}

const char *hours_word_end(const char *words)
{
    const char *last = *words ? g_utf8_prev_char(words + strlen(words)) : words;
    return g_unichar_iswide(g_utf8_get_char(last)) ? "" : "(?![\\p{L}\\p{M}])";
}

char *hours_replace_words(char *text, const char *words, const char *prefixes, const char *with)
{
    g_autofree char *normal = g_utf8_normalize(words, -1, G_NORMALIZE_NFC);
    g_autofree char *quoted = g_regex_escape_string(normal, -1);
    bool spaced = !g_unichar_iswide(g_utf8_get_char(normal));
    g_autofree char *start =
        *prefixes ? g_strdup_printf("(?:(?<!\\p{L})|(?<=%s))", prefixes) : g_strdup("(?<!\\p{L})");
    g_autofree char *pattern =
        g_strconcat(spaced ? start : "", quoted, spaced ? hours_word_end(normal) : "", NULL);
    g_autofree char *apart = spaced ? g_strdup(with) : g_strdup_printf(" %s ", with);
    return *words ? hours_replace(text, pattern, apart) : text;
}
