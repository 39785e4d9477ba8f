/*
 * QR codes, by libqrencode: error correction level M (print-standards 5.6).
 */
#include "base/qr.h"

#include <qrencode.h>
#include <stddef.h>

/* The library's own record under our name: nothing is to be added to it. */
static const QRcode *code_of(const struct qr *qr)
{
    return (const QRcode *)qr;
}

struct qr *qr_new(const char *words)
{
    return (struct qr *)QRcode_encodeString8bit(words, 0, QR_ECLEVEL_M);
}

void qr_free(struct qr *qr)
{
    QRcode_free((QRcode *)qr);
}

int qr_width(const struct qr *qr)
{
    return code_of(qr)->width;
}

bool qr_is_dark(const struct qr *qr, int row, int column)
{
    const QRcode *code = code_of(qr);
    return code->data[(size_t)row * (size_t)code->width + (size_t)column] & 1;
}
