/*
 * QR codes (ISO/IEC 18004) as rows of dark and light modules, for whoever draws them.
 */
#ifndef HANDOUT_BASE_QR_H
#define HANDOUT_BASE_QR_H

#include <stdbool.h>

struct qr;

/* The code of `words`, of which 15 % may be lost (error correction level M). NULL with errno
 * set: they are too long for one. */
struct qr *qr_new(const char *words);
void qr_free(struct qr *qr);

/* Modules of a side, without a quiet zone around them. */
int qr_width(const struct qr *qr);

bool qr_is_dark(const struct qr *qr, int row, int column);

/* White modules around a code (ISO/IEC 18004 5.3.8). */
enum { QR_QUIET_ZONE = 4 };

/* The dark modules as one path of SVG, with its quiet zone around it: a module is one unit, a row
 * of neighbours one rectangle. Owned by the caller. */
char *qr_outline(const struct qr *qr);

/* Modules of a side with the quiet zone. */
int qr_side(const struct qr *qr);

#endif
