/*
 * Clusters of right-to-left runs whose text ToUnicode cannot carry.
 */
#ifndef HANDOUT_PAINT_PDF_RTL_H
#define HANDOUT_PAINT_PDF_RTL_H

#include "paint/pdf/cluster.h"
#include "paint/pdf/pen.h"

/* Shows one cluster that has glyphs, as a phrase for each character. False, with nothing shown,
 * when the face has no glyph for one of them. */
bool pdf_rtl_show_cluster(struct pdf_pen *pen, const struct pdf_cluster *cluster);

#endif
