/*
 * One pass: small letters and blanks, which most of a text is, are done with first.
 */
#include "content/facts_signs.h"

#include "base/letter.h"
#include "base/range.h"

#include <stdbool.h>
#include <string.h>

/* The first character of East Asian scripts (CJK Radicals Supplement). */
#define EAST_ASIA 0x2e80

static bool is_blank(gunichar c)
{
    return c == ' ' || c == 0xa0 || c == 0x202f;
}

/* Behind one blank, if there is one. */
static const char *skip_blank(const char *text)
{
    return is_blank(letter_at(text)) ? g_utf8_next_char(text) : text;
}

/* A short word that ends as units do: "mg", "mmHg", "min", "oz". */
static bool is_like_unit(const char *word)
{
    enum { LONGEST = 4 }; /* letters */
    const char *end = word;
    int letters = 0;
    for (; letters <= LONGEST && range_code_starts(end, 0); letters++)
        end = g_utf8_next_char(end);
    return letters <= LONGEST && strchr("glLmqUJCFHzayvnhb", end[-1]);
}

/* What stands behind a number's last digit, and maybe a blank, may belong to it. */
static bool is_tied(const char *behind)
{
    const char *at = skip_blank(behind);
    gunichar c = letter_at(at);
    if (letter_is_alpha(c))
        return (at > behind && is_like_unit(at)) || g_str_has_prefix(at, "ft");
    return !LETTER_IS_ASCII(c) || (c && strchr("%$'", (int)c)) ||
           (at > behind && letter_is_digit(c));
}

static unsigned look_at_digit(const char *next)
{
    const char *behind = skip_blank(next);
    bool parted = behind > next && letter_is_digit(letter_at(behind));
    return FACTS_DIGIT | (is_tied(next) ? FACTS_TIE : 0) | (parted ? FACTS_SPACED : 0);
}

/* "J. L.", from its first letter on. */
static unsigned look_at_capital(const char *text, const char *at, const char *next)
{
    bool initials = *next == '.' && g_unichar_isupper(letter_at(skip_blank(next + 1))) &&
                    !range_code_ends(text, (size_t)(at - text));
    return initials ? FACTS_TIE : 0;
}

/* What stands before a number, maybe with a blank between: "> 5", "–6", "x 2". */
static unsigned look_before_number(const char *next)
{
    return letter_is_digit(letter_at(skip_blank(next))) ? FACTS_SPACED : 0;
}

static unsigned look_at_other(gunichar c, const char *next)
{
    GUnicodeType type = g_unichar_type(c);
    if (type == G_UNICODE_CURRENCY_SYMBOL)
        return FACTS_LEAD;
    if (type == G_UNICODE_MATH_SYMBOL || type == G_UNICODE_DASH_PUNCTUATION)
        return look_before_number(next) | (c == 0x2010 ? FACTS_HYPHEN : 0);
    return c >= EAST_ASIA ? FACTS_DATE : 0;
}

static unsigned look_at_sign(gunichar c, const char *next)
{
    switch (c) {
    case '@':
    case ':':
        return FACTS_ADDRESS;
    case '/':
        return FACTS_BAR;
    case '_':
        return FACTS_LINE;
    case '(':
    case '$':
        return FACTS_LEAD;
    case '-':
        return FACTS_HYPHEN | look_before_number(next);
    case '<':
    case '>':
    case '+':
    case 'x':
        return look_before_number(next);
    default:
        return LETTER_IS_ASCII(c) ? 0 : look_at_other(c, next);
    }
}

/* Digits, capitals and both that stand in a row. */
struct rows {
    unsigned digits, capitals, codes;
};

static unsigned look_at_letter(const char *text, const char *at, struct rows *rows)
{
    gunichar c = letter_at(at);
    const char *next = g_utf8_next_char(at);
    bool digit = letter_is_digit(c), capital = g_unichar_isupper(c);
    rows->digits = digit ? rows->digits + 1 : 0;
    rows->capitals = capital ? rows->capitals + 1 : 0;
    rows->codes = digit || capital ? rows->codes + 1 : 0;
    unsigned found = rows->codes >= 4 ? FACTS_GROUP : 0;
    if (digit)
        return found | look_at_digit(next) | (rows->digits >= 4 ? FACTS_DATE : 0);
    if (capital)
        return found | look_at_capital(text, at, next) | (rows->capitals > 1 ? FACTS_LEAD : 0);
    return found | look_at_sign(c, next);
}

unsigned facts_look(const char *text)
{
    unsigned signs = 0;
    struct rows rows = {0, 0, 0};
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        if (*at == ' ' || (g_ascii_islower(*at) && *at != 'x'))
            rows = (struct rows){0, 0, 0};
        else
            signs |= look_at_letter(text, at, &rows);
    }
    return signs;
}
