/*
 * Spanish: readability alone. Vowels are counted as its orthography joins and parts them.
 */
#include "examine/language.h"

/* Longer "words" are addresses or noise; their rest is not looked at. */
#define WORD_LIMIT 64

/* 0: no vowel; 1: weak (i, u, y); 2: strong or accented. */
static unsigned strength_of(gunichar c)
{
    static const gunichar strong[] = {'a', 'e', 'o', 0xe1, 0xe9, 0xed, 0xf3, 0xfa};
    for (size_t i = 0; i < G_N_ELEMENTS(strong); i++)
        if (c == strong[i])
            return 2;
    return c == 'i' || c == 'u' || c == 'y' || c == 0xfc ? 1 : 0;
}

/* "qu", "gue" and "gui" have a 'u' that is not said; 'y' is a vowel at the end of a word alone. */
static bool is_silent(gunichar before, gunichar c, gunichar next)
{
    if (c == 'u')
        return before == 'q' ||
               (before == 'g' && (next == 'e' || next == 'i' || next == 0xe9 || next == 0xed));
    return c == 'y' && next != 0 && strength_of(next) > 0;
}

/* A weak vowel joins a neighbour; two strong ones stand apart, an accented weak one counts as
 * strong. */
static unsigned count_part(const char *word)
{
    unsigned count = 0, before_strength = 0;
    gunichar before = 0;
    for (const char *p = word; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p), next = g_utf8_get_char(g_utf8_next_char(p));
        unsigned strength = is_silent(before, c, next) ? 0 : strength_of(c);
        count += strength > 0 && (before_strength == 0 || before_strength + strength == 4);
        before_strength = strength;
        before = c;
    }
    return count;
}

/* Right but for names. */
static unsigned count_syllables(const char *word)
{
    g_autofree char *head = g_utf8_substring(word, 0, MIN(g_utf8_strlen(word, -1), WORD_LIMIT));
    g_autofree char *letters = g_utf8_strdown(head, -1);
    return language_sum_parts(letters, count_part);
}

const struct language_checks language_spanish = {
    .lang = "es",
    .count_syllables = count_syllables,
    .alt_empty = language_alt_empty,
    .alt_openings = language_alt_openings,
};
