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
