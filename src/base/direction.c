/*
 * By the script of the letter.
 */
#include "base/direction.h"

#include <glib.h>
#include <hb.h>

enum direction direction_of(const char *text)
{
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (!g_unichar_isalpha(c))
            continue;
        hb_script_t script = hb_unicode_script(unicode, c);
        return hb_script_get_horizontal_direction(script) == HB_DIRECTION_RTL ? DIRECTION_RTL
                                                                              : DIRECTION_LTR;
    }
    return DIRECTION_NONE;
}
