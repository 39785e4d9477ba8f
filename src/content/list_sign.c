/*
 * Signs that stand before the items of lists where no markup says what is one.
 */
#include "content/list_sign.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

/* Signs that word processors put before the items of a list, those in the private use area by their
 * fonts of symbols. */
static const char *const bullets[] = {"\u2022", "\u00B7", "\u25AA", "\u25CF", "\u25E6", "\u2023",
                                      "\u2043", "\u25A0", "\u25CB", "\u25BA", "\u25B6", "\u25B8",
                                      "\u25C6", "\u25C7", "\u2605", "\u2606", "\u27A2", "\u27A4",
                                      "\u2756", "\uF0B7", "\uF0A7", "\uF0D8", "\uF076", NULL};

/* They are list signs, but for before a number, which may be what a dose is changed to. */
static const char *const arrows[] = {"\u2192", "\u27A1", "\u2794", "\u279C", "\u21D2", NULL};

/* They are list signs where all are alike. */
static const char *const ticks[] = {"\u2713", "\u2714", "\uF0FC", NULL};

/* Each says something of the words behind it: not this, to do, done. */
static const char *const verdicts[] = {"\u2717", "\u2718", "\u2715", "\u2716", "\u274C", "\u2705",
                                       "\u2610", "\u2611", "\u2612", "\u25A1", NULL};

static const char *const *const signs[] = {
    [LIST_SIGN_BULLET] = bullets,
    [LIST_SIGN_TICK] = ticks,
    [LIST_SIGN_VERDICT] = verdicts,
    [LIST_SIGN_ARROW] = arrows,
};

size_t list_sign_length(const char *line, enum list_sign kind)
{
    bool ascii = (guchar)*line < 0x80; /* as no sign is */
    for (const char *const *of = signs[kind]; !ascii && *of; of++) {
        const char *end = line + strlen(*of);
        if (g_str_has_prefix(line, *of))
            return (size_t)(end - line) + (g_str_has_prefix(end, "\uFE0F") ? 3 : 0);
    }
    return 0;
}

size_t list_mark_length(const char *line)
{
    return list_sign_length(line, LIST_SIGN_TICK) + list_sign_length(line, LIST_SIGN_VERDICT) +
           list_sign_length(line, LIST_SIGN_ARROW);
}
