/*
 * Unicode's superscripts and subscripts (blocks "Latin-1 Supplement" and "Superscripts and
 * Subscripts").
 */
#include "base/script.h"

#include <glib.h>
#include <stdbool.h>

static const struct form {
    gunichar plain, raised, lowered;
} forms[] = {
    {'0', 0x2070, 0x2080}, {'1', 0x00B9, 0x2081}, {'2', 0x00B2, 0x2082},    {'3', 0x00B3, 0x2083},
    {'4', 0x2074, 0x2084}, {'5', 0x2075, 0x2085}, {'6', 0x2076, 0x2086},    {'7', 0x2077, 0x2087},
    {'8', 0x2078, 0x2088}, {'9', 0x2079, 0x2089}, {'+', 0x207A, 0x208A},    {'-', 0x207B, 0x208B},
    {'(', 0x207D, 0x208D}, {')', 0x207E, 0x208E}, {0x2212, 0x207B, 0x208B},
};

/* The character itself where Unicode has no such form. */
static gunichar script_form(gunichar c, int raise)
{
    for (size_t i = 0; i < G_N_ELEMENTS(forms); i++)
        if (forms[i].plain == c)
            return raise > 0 ? forms[i].raised : raise < 0 ? forms[i].lowered : c;
    return c;
}

/* "n+1", not "nd": there is a raised n, and hardly another letter. */
static bool is_exponent(const char *words)
{
    bool found = false;
    for (; *words; words++) {
        found |= *words == 'n';
        if (*words != 'n' && (g_ascii_isalpha(*words) || (unsigned char)*words >= 0x80))
            return false;
    }
    return found;
}

char *script_words(const char *words, int raise)
{
    if (raise == 0)
        return g_strdup(words);
    GString *out = g_string_new(NULL);
    bool exponent = raise > 0 && is_exponent(words);
    for (; *words; words = g_utf8_next_char(words)) {
        bool n = exponent && *words == 'n';
        g_string_append_unichar(out, n ? 0x207F : script_form(g_utf8_get_char(words), raise));
    }
    return g_string_free(out, FALSE);
}
