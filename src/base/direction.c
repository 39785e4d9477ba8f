/*
 * By the script of the letter.
 */
#include "base/direction.h"

#include "base/letter.h"

#include <hb.h>

static bool is_rtl(gunichar letter)
{
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), letter);
    return hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL;
}

const char *direction_name(enum direction direction)
{
    static const char *const names[DIRECTION_COUNT] = {
        [DIRECTION_LTR] = "ltr", [DIRECTION_RTL] = "rtl"};
    return names[direction];
}

enum direction direction_of(const char *text)
{
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = letter_at(text);
        if (letter_is_alpha(c))
            return !LETTER_IS_ASCII(c) && is_rtl(c) ? DIRECTION_RTL : DIRECTION_LTR;
    }
    return DIRECTION_NONE;
}

/* The first letters that read from right to left are those of Hebrew: U+05D0 begins with this byte.
 * Within a character there is none as large. */
#define FIRST_RTL_BYTE 0xD6

bool direction_has_rtl(const char *text)
{
    const char *end = text + strlen(text);
    for (const char *c = letter_skip_ascii(text, end); c < end; c++) {
        bool may = (guchar)*c >= FIRST_RTL_BYTE;
        gunichar letter = may ? g_utf8_get_char(c) : 0;
        if (may && g_unichar_isalpha(letter) && is_rtl(letter))
            return true;
    }
    return false;
}

bool direction_is_isolate(gunichar c)
{
    return (c >= 0x2066 && c <= 0x2069) || c == DIRECTION_RTL_MARK;
}
