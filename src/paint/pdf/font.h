/*
 * Fonts of one file: which glyphs of which faces it shows, what they stand for, and their programs.
 *
 * A font is made complete at once, before any page is written, because the subset renumbers glyphs:
 * the codes in the pages are those of the subset.
 */
#ifndef HANDOUT_PAINT_PDF_FONT_H
#define HANDOUT_PAINT_PDF_FONT_H

#include "layout/page.h"
#include "paint/pdf/object.h"

#include <glib.h>
#include <hb.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* One glyph that the pages show. */
struct pdf_glyph {
    uint32_t id;      /* in the face */
    uint32_t code;    /* in the pages: the subset's glyph index or character identifier */
    double width;     /* [1/1000 em] advance, as the W array says once it is rounded */
    const char *text; /* what ToUnicode says it stands for; borrowed from a run */
    size_t length;    /* of `text` [bytes] */
    bool alone;       /* some cluster of just this glyph has this text; else the text is a guess */
};

/* One face of the layout as a font of the file. */
struct pdf_font {
    const struct face *face; /* borrowed from the layout's font set */
    char resource[16];       /* its name in the resources of every page: "F0", "F1", … */
    struct pdf_ref object;   /* the Type0 font */
    GArray *glyphs;          /* of struct pdf_glyph, by rising code once the font is made; owned */
    uint16_t *slots;         /* by glyph id of the face: 1 + index in `glyphs`, or 0; owned */
    unsigned n_slots;        /* of `slots`: glyphs in the face */
    hb_font_t *mapper;       /* finds the face's glyph of a character; owned */
    hb_blob_t *program;      /* the subset: a TrueType file, or a bare CFF table; owned */
};

struct pdf_fonts;

/* The fonts of all runs of the layout, embedded in the file. Layout and file must outlive them.
 * Fails for a glyph that must not be drawn, or a face that cannot be cut down. */
struct pdf_fonts *pdf_fonts_new(struct pdf *pdf, const struct layout *layout);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* Of a face, and of a glyph in it, that runs of the layout use; lent. NULL for others. */
const struct pdf_font *pdf_fonts_find(const struct pdf_fonts *fonts, const struct face *face);
static inline const struct pdf_glyph *pdf_font_find(const struct pdf_font *font, uint32_t glyph)
{
    guint slot = glyph < font->n_slots ? font->slots[glyph] : 0;
    return slot > 0 ? &g_array_index(font->glyphs, struct pdf_glyph, slot - 1) : NULL;
}

/* The glyph that stands for a character on its own: of a space without a glyph, and of characters
 * after the first of a cluster of a right-to-left run; lent. NULL: the file's font has none. */
const struct pdf_glyph *pdf_font_carrier(const struct pdf_font *font, gunichar c);

/* True when a reader gets exactly this text for the glyph from ToUnicode. */
static inline bool pdf_glyph_means(const struct pdf_glyph *glyph, const char *text, size_t length)
{
    return glyph->length == length && glyph->text[0] == text[0] &&
           (length == 1 || memcmp(glyph->text, text, length) == 0);
}

#endif
