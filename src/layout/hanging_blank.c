/*
 * Looked up in the line's own runs: where Pango is asked for the place of a byte, it walks there
 * from the beginning of the text, and a long paragraph would take the square of its length.
 */
#include "layout/hanging_blank.h"

#include "base/signs.h"

#include <string.h>

/* The byte of the text at which it stands; -1: there is none. */
static int blank_at(const char *text, const PangoLayoutLine *line)
{
    const char *start = text + line->start_index;
    gsize length = (gsize)line->length, hard = strlen(HARD_BREAK_TEXT);
    if (length >= hard && memcmp(start + length - hard, HARD_BREAK_TEXT, hard) == 0)
        return line->start_index + (int)(length - hard);
    return length > 0 && start[length - 1] == ' ' ? line->start_index + (int)length - 1 : -1;
}

/* Of the glyphs of one run, which starts at `x`, those of the byte `at` of the run's text. */
static struct hanging_blank blank_in_run(const PangoGlyphString *glyphs, int at, int x)
{
    struct hanging_blank blank = {0, false};
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        int width = glyphs->glyphs[i].geometry.width;
        if (glyphs->log_clusters[i] == at)
            blank = (struct hanging_blank){blank.width + width, blank.leads || x <= 0};
        x += width;
    }
    return blank;
}

struct hanging_blank hanging_blank(const char *text, const PangoLayoutLine *line)
{
    int at = blank_at(text, line), x = 0;
    for (GSList *r = line->runs; r && at >= 0; r = r->next) {
        const PangoGlyphItem *run = r->data;
        int offset = run->item->offset;
        if (offset <= at && at < offset + run->item->length)
            return blank_in_run(run->glyphs, at - offset, x);
        x += pango_glyph_string_get_width(run->glyphs);
    }
    return (struct hanging_blank){0};
}
