/*
 * Words that stand on two lines: "morn-⏎ing" is one word, "10-⏎20 mg" is no 1020 mg. Only a word
 * that the text has elsewhere in one piece loses its hyphen; all others keep it and are listed.
 */
#include "import/parts.h"

#include <string.h>

/* A word without the signs around it, in lower case; owned by the caller. */
static char *bare(const char *word, size_t length)
{
    g_autofree char *copy = g_strndup(word, length);
    char *start = copy;
    while (*start && !g_unichar_isalnum(g_utf8_get_char(start)))
        start = g_utf8_next_char(start);
    char *end = start + strlen(start);
    while (end > start && !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(end))))
        end = g_utf8_prev_char(end);
    *end = '\0';
    return g_utf8_strdown(start, -1);
}

/* Owned by the caller. */
static GHashTable *find_words(const char *text)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_auto(GStrv) parts = g_strsplit_set(text, " \n", -1);
    for (char **part = parts; *part; part++)
        g_hash_table_add(words, bare(*part, strlen(*part)));
    return words;
}

/* True when the text has the word elsewhere in one piece, and nowhere with a hyphen. */
static bool is_one_word(GHashTable *words, const char *parted)
{
    g_autoptr(GString) whole = g_string_new(parted);
    g_string_replace(whole, "-", "", 0);
    return !strpbrk(parted, "0123456789") && g_hash_table_contains(words, whole->str) &&
           !g_hash_table_contains(words, parted);
}

/* Where the word that ends at the end of `out` starts. */
static size_t word_start(const GString *out)
{
    size_t at = out->len;
    while (at > 0 && !strchr(" \n", out->str[at - 1]))
        at--;
    return at;
}

/* Puts the parts of a word, whose hyphen ends `out`, together; behind them the line may end. */
static const char *join(GString *out, const char *next, GHashTable *words, GPtrArray *doubtful)
{
    size_t start = word_start(out), length = strcspn(next, " \n");
    g_autofree char *both = g_strdup_printf("%s%.*s", out->str + start, (int)length, next);
    g_autofree char *parted = bare(both, strlen(both));
    if (is_one_word(words, parted))
        g_string_truncate(out, out->len - 1);
    else
        g_ptr_array_add(doubtful, g_strdup(both));
    g_string_append_len(out, next, (gssize)length);
    return next + length;
}

/* Behind the line end at `rest` and the blanks of the next line, when the word goes on there; else
 * NULL. */
static const char *find_rest(const GString *out, const char *rest)
{
    bool hyphen = g_str_has_suffix(out->str, "-") || g_str_has_suffix(out->str, "\u2013");
    const char *sign = hyphen ? g_utf8_prev_char(out->str + out->len) : out->str;
    if (*rest != '\n' || sign == out->str)
        return NULL;
    const char *next = rest + 1 + strspn(rest + 1, " ");
    bool parted = g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(sign))) &&
                  g_unichar_isalnum(g_utf8_get_char(next));
    return parted ? next : NULL;
}

/* The sign that is a hyphen alone is what some programs part words with. */
static void settle_hyphen(GString *out)
{
    if (!g_str_has_suffix(out->str, "\u2010"))
        return;
    g_string_truncate(out, out->len - strlen("\u2010"));
    g_string_append_c(out, '-');
}

char *import_join_parted(const char *text, GPtrArray *doubtful)
{
    g_autoptr(GHashTable) words = find_words(text);
    GString *out = g_string_new(NULL);
    for (const char *p = text, *rest; *p;) {
        if (*p == '\n')
            settle_hyphen(out);
        rest = *p == '\n' ? find_rest(out, p) : NULL;
        if (rest)
            p = join(out, rest, words, doubtful);
        else
            g_string_append_c(out, *p++);
    }
    return g_string_free(out, FALSE);
}
