/*
 * The steps over a text that all readers of dates and opening hours take.
 */
#include "content/reader.h"

#include <string.h>

void reader_skip_blanks(struct reader *r)
{
    while (g_unichar_isspace(g_utf8_get_char(r->at)))
        r->at = g_utf8_next_char(r->at);
}

bool reader_take(struct reader *r, const char *const *words)
{
    struct reader ahead = *r;
    reader_skip_blanks(&ahead);
    for (; *words; words++) {
        size_t n = strlen(*words);
        bool same = g_ascii_strncasecmp(ahead.at, *words, n) == 0;
        /* Looked at only behind the word: elsewhere the text may have ended before. */
        bool runs_on = same && g_ascii_isalpha((*words)[n - 1]) && g_ascii_isalpha(ahead.at[n]);
        if (same && !runs_on) {
            r->at = ahead.at + n;
            return true;
        }
    }
    return false;
}

bool reader_take_to(struct reader *r)
{
    struct reader ahead = *r;
    reader_skip_blanks(&ahead);
    gunichar sign = g_utf8_get_char(ahead.at);
    if (g_unichar_type(sign) == G_UNICODE_DASH_PUNCTUATION || sign == 0x2212 /* a minus */ ||
        sign == 0x2192 /* an arrow */) {
        r->at = g_utf8_next_char(ahead.at);
        return true;
    }
    return reader_take(r, WORDS("to", "through", "thru", "until", "till", "til", "'til",
                                "\u2018til", "\u2019til"));
}

bool reader_take_and(struct reader *r)
{
    bool taken = false;
    while (reader_take(r, WORDS(",", "&", "and")))
        taken = true;
    return taken;
}

enum half reader_take_half(struct reader *r, bool letters)
{
    if (reader_take(r, WORDS("a.m.", "a.m", "am")) || (letters && reader_take(r, WORDS("a"))))
        return HALF_AM;
    if (reader_take(r, WORDS("p.m.", "p.m", "pm")) || (letters && reader_take(r, WORDS("p"))))
        return HALF_PM;
    return HALF_UNSAID;
}

bool reader_take_noon(struct reader *r)
{
    return reader_take(r, WORDS("noon", "midday"));
}

bool reader_take_midnight(struct reader *r)
{
    return reader_take(r, WORDS("midnight"));
}

bool reader_take_number(struct reader *r, int digits, int *out)
{
    const char *start = r->at;
    for (*out = 0; r->at < start + digits && g_ascii_isdigit(*r->at); r->at++)
        *out = *out * 10 + g_ascii_digit_value(*r->at);
    return r->at > start;
}
