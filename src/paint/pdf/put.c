/*
 * Numbers are put together digit by digit: this is the hottest place of the painter, and printf
 * asks the locale for its decimal mark.
 */
#include "paint/pdf/put.h"

#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>

/* The digits of a number, written from the last one on, so that they end at `end`; where they
 * begin.
 */
static char *spell(char *end, unsigned long number)
{
    char *p = end;
    do {
        *--p = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    return p;
}

static void put_whole(GString *out, size_t number, bool negative)
{
    char digits[32], *end = digits + sizeof digits, *start = spell(end, number);
    if (negative)
        *--start = '-';
    pdf_put_bytes(out, start, (size_t)(end - start));
}

/* The argument that `kind` stands for; gives what follows. */
static const char *put_argument(GString *out, const char *kind, va_list *arguments)
{
    if (*kind == 's') {
        pdf_put(out, va_arg(*arguments, const char *));
    } else if (*kind == 'u') {
        put_whole(out, va_arg(*arguments, unsigned), false);
    } else if (*kind == 'd') {
        int number = va_arg(*arguments, int);
        put_whole(out, number < 0 ? 0 - (size_t)number : (size_t)number, number < 0);
    } else {
        g_assert(kind[0] == 'z' && kind[1] == 'u');
        put_whole(out, va_arg(*arguments, size_t), false);
        return kind + 2;
    }
    return kind + 1;
}

void pdf_put_format(GString *out, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    for (const char *at = format; *at;) {
        const char *sign = strchrnul(at, '%');
        pdf_put_bytes(out, at, (size_t)(sign - at));
        at = *sign ? put_argument(out, sign + 1, &arguments) : sign;
    }
    va_end(arguments);
}

void pdf_put_number(GString *out, double value, unsigned decimals)
{
    static const unsigned scales[] = {1, 10, 100, 1000, 10000};
    g_assert(decimals < G_N_ELEMENTS(scales));
    long scaled = lrint(value * scales[decimals]);
    unsigned long all = (unsigned long)labs(scaled), whole = all / scales[decimals];
    unsigned rest = (unsigned)(all - whole * scales[decimals]);
    char digits[32], *end = digits + sizeof digits, *p = end;
    for (; rest > 0 && rest % 10 == 0; rest /= 10)
        decimals--;
    if (rest > 0) {
        for (unsigned i = 0; i < decimals; i++, rest /= 10)
            *--p = (char)('0' + rest % 10);
        *--p = '.';
    }
    if (whole > 0 || p == end)
        p = spell(p, whole);
    if (scaled < 0)
        *--p = '-';
    pdf_put_bytes(out, p, (size_t)(end - p));
}

bool pdf_is_ascii(const char *text)
{
    for (const char *p = text; *p; p++)
        if (*p < 0x20 || *p > 0x7E)
            return false;
    return true;
}
