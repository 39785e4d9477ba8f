/*
 * Names of files. Awkward: GLib's tables take the marks off letters, but know no letters that are
 * crossed by a stroke or lack a dot, without which Vietnamese and Turkish words fall apart.
 */
#include "base/slug.h"

#include "base/letter.h"

#include <glib.h>
#include <string.h>

static const struct {
    gunichar letter;
    char ascii;
} more_letters[] = {{0x110, 'd'}, {0x111, 'd'}, {0x131, 'i'}};

/* ASCII for `words`; what has none becomes some other sign. Owned by the caller. */
static char *to_ascii(const char *words)
{
    if (g_str_is_ascii(words))
        return g_strdup(words);
    g_autofree char *valid = g_utf8_make_valid(words, -1);
    g_autoptr(GString) known = g_string_new(NULL);
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        for (size_t i = 0; i < G_N_ELEMENTS(more_letters); i++)
            if (c == more_letters[i].letter)
                c = (gunichar)more_letters[i].ascii;
        g_string_append_unichar(known, c);
    }
    return g_str_to_ascii(known->str, "C");
}

static void cut(GString *slug, size_t longest)
{
    if (slug->len > longest) {
        const char *hyphen = g_strrstr_len(slug->str, (gssize)longest + 1, "-");
        g_string_truncate(slug, hyphen ? (gsize)(hyphen - slug->str) : longest);
    }
    if (slug->len > 0 && slug->str[slug->len - 1] == '-')
        g_string_truncate(slug, slug->len - 1);
}

char *slug_new(const char *words, size_t longest)
{
    g_autofree char *ascii = to_ascii(words);
    g_autoptr(GString) slug = g_string_new(NULL);
    for (const char *p = ascii; *p; p++) {
        if (g_ascii_isalnum(*p))
            g_string_append_c(slug, g_ascii_tolower(*p));
        else if (slug->len > 0 && slug->str[slug->len - 1] != '-' && *p != '\'')
            g_string_append_c(slug, '-');
    }
    cut(slug, longest);
    return slug->len > 0 ? g_strdup(slug->str) : NULL;
}

char *slug_of_heading(const char *words)
{
    g_autofree char *valid = g_utf8_make_valid(words, -1);
    g_autofree char *small = g_utf8_strdown(valid, -1);
    GString *slug = g_string_new(NULL);
    for (const char *p = small; *p; p = g_utf8_next_char(p)) {
        gunichar c = letter_at(p);
        if (letter_is_alnum(c) || letter_is_mark(c) || c == '_' || c == '-')
            g_string_append_len(slug, p, g_utf8_next_char(p) - p);
        else if (letter_is_space(c))
            g_string_append_c(slug, '-');
    }
    return g_string_free(slug, FALSE);
}

bool slug_is(const char *text)
{
    return *text && strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(text);
}
