/*
 * A paragraph on its way through Pango: the spans joined into one text, with attributes for size,
 * weight, language and letter spacing. Internal to text.c and set_line.c.
 */
#ifndef HANDOUT_LAYOUT_PARAGRAPH_H
#define HANDOUT_LAYOUT_PARAGRAPH_H

#include "layout/setter.h"

#include <pango/pango.h>

struct paragraph {
    struct setter *setter;
    const GPtrArray *spans;
    enum text_kind kind;
    GString *text;
    GArray *starts; /* of guint: byte offset of each span in `text` */
    PangoAttrList *attributes;
    double unit;     /* [pt] on the page of one Pango unit */
    double tracking; /* [em] added between letters */
};

void paragraph_init(struct paragraph *p, struct setter *setter, const GPtrArray *spans,
                    enum text_kind kind);
void paragraph_clear(struct paragraph *p);

/* Adds `attribute`, which passes to the paragraph, for the bytes [start, end). */
void paragraph_add_attribute(struct paragraph *p, PangoAttribute *attribute, size_t start,
                             size_t end);

/* Place of a byte of the paragraph in the source: exact where the source has no escapes before it
 * in its line. */
struct pos paragraph_pos(const struct paragraph *p, size_t offset);

/* Size of the span's letters ÷ that of the paragraph: raised and lowered ones may be smaller. */
double paragraph_ratio(const struct paragraph *p, const struct span *span);

/* Index of the span that a run of the paragraph's layout belongs to. */
guint paragraph_span(const PangoGlyphItem *run);

#endif
