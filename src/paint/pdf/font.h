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
#include <hb-subset.h>
#include <stdint.h>

/* One glyph that the pages show. */
struct pdf_glyph {
    uint32_t id;      /* in the face */
    uint32_t code;    /* in the pages: the subset's glyph or character identifier */
    double width;     /* [1/1000 em] as the file's W array says */
    const char *text; /* what ToUnicode says it stands for; borrowed from a run */
    size_t length;    /* of `text` [bytes] */
    bool alone;       /* some cluster of just this glyph has this text; else the text is a guess */
};

struct pdf_font {
    const struct face *face;
    char resource[16];     /* its name in the pages' resources */
    struct pdf_ref object; /* the Type0 font */
    GArray *glyphs;        /* of struct pdf_glyph, by rising code once the font is made */
    uint32_t *slots;       /* by glyph id of the face: 1 + index in `glyphs`, or 0 */
    unsigned n_slots;      /* glyphs in the face */
    hb_font_t *mapper;     /* finds the glyph of a character */
    hb_blob_t *program;    /* the subset: a TrueType file or a bare CFF table */
};

struct pdf_fonts;

/* The fonts of all runs of the layout, embedded in `pdf`. The layout must outlive them. */
struct pdf_fonts *pdf_fonts_new(struct pdf *pdf, const struct layout *layout);
void pdf_fonts_free(struct pdf_fonts *fonts);

/* Of a face and a glyph that the layout's runs use. */
const struct pdf_font *pdf_fonts_find(const struct pdf_fonts *fonts, const struct face *face);
const struct pdf_glyph *pdf_font_find(const struct pdf_font *font, uint32_t glyph);

/* The glyph that stands for a character on its own: of a space without a glyph, and of characters
 * after the first of a cluster of a right-to-left run. NULL: the face has none. */
const struct pdf_glyph *pdf_font_carrier(const struct pdf_font *font, gunichar c);

/* True when a reader gets exactly this text for the glyph from ToUnicode. */
bool pdf_glyph_means(const struct pdf_glyph *glyph, const char *text, size_t length);

/* What fonts of pages and of form fields (form_font.c) have in common: */

/* Asks for a subset without the tables that PDF does not read; its glyphs are for the caller to
 * add. NULL when there is no memory. */
hb_subset_input_t *pdf_subset_ask(const struct face *face);

/* "ABCDEF+Name" for a subset; owned by the caller. */
char *pdf_subset_name(const struct face *face, hb_blob_t *program);

/* The descriptor and the program below it. `symbolic`: its codes are no character codes. */
struct pdf_ref pdf_descriptor_new(struct pdf *pdf, const struct face *face, hb_blob_t *program,
                                  const char *name, bool symbolic);

/* Steps of making a font of pages, each in its own file: */

/* Fills `program` and the glyphs' codes and widths, and sorts the glyphs by code. */
void pdf_font_subset(struct pdf *pdf, struct pdf_font *font);

/* Writes the font's dictionaries and streams. */
void pdf_font_write(struct pdf *pdf, struct pdf_font *font);

/*
 * The character identifier of every glyph of a bare CFF table: `n` of them, owned by the caller.
 * NULL when the font is not keyed by identifiers (ISO 32000-1 9.7.4.2: glyph indices serve then) or
 * is malformed.
 */
uint16_t *pdf_cff_cids(const uint8_t *cff, size_t size, size_t *n);

#endif
