/*
 * A run on its way to the page: what pdf_text.c and pdf_rtl.c share. For these two files alone.
 */
#ifndef HANDOUT_PAINT_PDF_TEXT_H
#define HANDOUT_PAINT_PDF_TEXT_H

#include "paint/pdf/cluster.h"
#include "paint/pdf/content.h"

struct pdf_show {
    struct pdf_canvas *canvas;
    const struct run *run;
    double *origins; /* [pt] by glyph: where it is drawn, from the start of the run */
    bool placed;     /* the pen is on this run's line */
    double pen;      /* [1/1000 em] where the reader's pen is, from the start of the run */
    bool in_array, in_string;
};

/* Begins a phrase: plain, or spelled out as `length` bytes of `text`; ends it. */
void pdf_show_plain(struct pdf_show *show);
void pdf_show_spelled(struct pdf_show *show, const char *text, size_t length);
void pdf_show_end(struct pdf_show *show);

/* Glyph number `i` of the run, at its place. */
void pdf_show_glyph(struct pdf_show *show, size_t i);

/* A glyph without ink or width, `x` points from the start of the run. */
void pdf_show_hidden(struct pdf_show *show, const struct pdf_glyph *glyph, double x);

/* True when a reader gets exactly this text for the glyph from ToUnicode. */
bool pdf_glyph_means(const struct pdf_glyph *glyph, const char *text, size_t length);

/* One cluster of a right-to-left run, as a phrase for each character. False, with nothing shown,
 * when the face has no glyph for one of them. */
bool pdf_show_rtl_cluster(struct pdf_show *show, const struct pdf_cluster *cluster);

#endif
