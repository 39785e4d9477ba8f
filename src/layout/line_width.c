#include "layout/line_width.h"

int line_width(const PangoLayoutLine *line)
{
    int width = 0;
    for (GSList *r = line->runs; r; r = r->next)
        width += pango_glyph_string_get_width(((const PangoGlyphItem *)r->data)->glyphs);
    return width;
}
