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

#endif
