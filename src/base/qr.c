/*
 * A plug-in makes them: a handout without a web address has none.
 */
#include "base/qr.h"

#include "base/qr_plugin.h"

#include <stddef.h>

struct qr {
    int width;
    guint8 *modules; /* as the plug-in gives them */
};

struct qr *qr_new(const char *words)
{
    static struct plugin plugin = {.name = "qr", .work = "its part for QR codes"};
    const struct qr_plugin *door = plugin_open(&plugin);
    int width;
    guint8 *modules = door->encode(words, &width);
    if (!modules)
        return NULL;
    struct qr *qr = g_new(struct qr, 1);
    *qr = (struct qr){width, modules};
    return qr;
}

void qr_free(struct qr *qr)
{
    if (!qr)
        return;
    g_free(qr->modules);
    g_free(qr);
}

int qr_width(const struct qr *qr)
{
    return qr->width;
}

bool qr_is_dark(const struct qr *qr, int row, int column)
{
    return qr->modules[(size_t)row * (size_t)qr->width + (size_t)column];
}

int qr_side(const struct qr *qr)
{
    return qr->width + 2 * QR_QUIET_ZONE;
}

char *qr_outline(const struct qr *qr)
{
    GString *out = g_string_new(NULL);
    for (int row = 0; row < qr->width; row++)
        for (int column = 0, count; column < qr->width; column += count + 1) {
            for (count = 0; column + count < qr->width && qr_is_dark(qr, row, column + count);)
                count++;
            if (count > 0)
                g_string_append_printf(out, "M%d %dh%dv1h-%dz", column + QR_QUIET_ZONE,
                                       row + QR_QUIET_ZONE, count, count);
        }
    return g_string_free(out, FALSE);
}
