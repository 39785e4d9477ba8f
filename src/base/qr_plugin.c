/*
 * QR codes by libqrencode: error correction level M (print-standards 5.6).
 */
#include "base/qr_plugin.h"

#include <qrencode.h>
#include <stddef.h>

static guint8 *encode(const char *words, int *width)
{
    QRcode *code = QRcode_encodeString8bit(words, 0, QR_ECLEVEL_M);
    if (!code)
        return NULL;
    size_t n = (size_t)code->width * (size_t)code->width;
    guint8 *modules = g_new(guint8, n);
    for (size_t i = 0; i < n; i++)
        modules[i] = code->data[i] & 1; /* the other bits say what a module is for */
    *width = code->width;
    QRcode_free(code);
    return modules;
}

G_MODULE_EXPORT const struct qr_plugin plugin_door = {
    .head.version = HANDOUT_VERSION,
    .encode = encode,
};
