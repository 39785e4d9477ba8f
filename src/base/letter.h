/*
 * What GLib says of characters, for the loops that look at every one of a text: most are ASCII, and
 * a call for each takes longer than all that is done with it.
 */
#ifndef HANDOUT_BASE_LETTER_H
#define HANDOUT_BASE_LETTER_H

#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define LETTER_IS_ASCII(c) ((c) < 0x80)

/* As g_utf8_get_char. */
static inline gunichar letter_at(const char *p)
{
    return LETTER_IS_ASCII((guchar)*p) ? (guchar)*p : g_utf8_get_char(p);
}

/* The first character beyond ASCII of a text up to `end`, lent; `end`: there is none. */
static inline const char *letter_skip_ascii(const char *text, const char *end)
{
    guint64 letters;
    for (; end - text >= (gssize)sizeof letters; text += sizeof letters) {
        memcpy(&letters, text, sizeof letters);
        if (letters & G_GUINT64_CONSTANT(0x8080808080808080))
            break;
    }
    while (text < end && LETTER_IS_ASCII((guchar)*text))
        text++;
    return text;
}

/* As g_unichar_isspace, g_unichar_isalpha, g_unichar_isalnum, g_unichar_isdigit, g_unichar_iscntrl,
 * g_unichar_ismark, g_unichar_isupper. */
static inline bool letter_is_space(gunichar c)
{
    return LETTER_IS_ASCII(c) ? g_ascii_isspace(c) : g_unichar_isspace(c);
}

static inline bool letter_is_alpha(gunichar c)
{
    return LETTER_IS_ASCII(c) ? g_ascii_isalpha(c) : g_unichar_isalpha(c);
}

static inline bool letter_is_alnum(gunichar c)
{
    return LETTER_IS_ASCII(c) ? g_ascii_isalnum(c) : g_unichar_isalnum(c);
}

static inline bool letter_is_digit(gunichar c)
{
    return LETTER_IS_ASCII(c) ? g_ascii_isdigit(c) : g_unichar_isdigit(c);
}

static inline bool letter_is_upper(gunichar c)
{
    return LETTER_IS_ASCII(c) ? g_ascii_isupper(c) : g_unichar_isupper(c);
}

static inline bool letter_is_control(gunichar c)
{
    return LETTER_IS_ASCII(c) ? g_ascii_iscntrl(c) : g_unichar_iscntrl(c);
}

static inline bool letter_is_mark(gunichar c)
{
    return !LETTER_IS_ASCII(c) && g_unichar_ismark(c);
}

#endif
