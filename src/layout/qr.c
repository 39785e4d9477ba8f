/*
 * QR codes as vector squares: modules of one row merged, a quiet zone around them
 * (print-standards 5.6). Black on the paper's white, whatever the style says: scanners need it.
 */
#include "layout/qr.h"

#include "base/qr.h"

#include <errno.h>
#include <string.h>

static struct path *modules_path(const struct qr *code, double module, double margin)
{
    struct path *path = path_new();
    int width = qr_width(code);
    for (int row = 0; row < width; row++) {
        for (int column = 0; column < width; column++) {
            int start = column;
            while (column < width && qr_is_dark(code, row, column))
                column++;
            if (column > start)
                path_add_rect(path, (struct rect){margin + start * module, margin + row * module,
                                                  (column - start) * module, module});
        }
    }
    return path;
}

static bool on_screen(const struct setter *setter)
{
    return setter->enlarge_images;
}

/* On screens a share of the height, since whoever scans the code stands far away. [pt] */
static double module_size(const struct setter *setter, int across)
{
    const struct trim *trim = setter_trim(setter);
    if (on_screen(setter))
        return trim->qr.on_screen * setter->frame_height / across;
    return MAX(setter->profile->qr_module, trim->qr.smallest / across);
}

/* Screens have a ground of their own, which may be dark. */
static void add_ground(struct strip *strip, double side)
{
    struct rect square = {0, 0, side, side};
    struct path *path = path_new();
    path_add_rect(path, square);
    strip_add(strip, (struct item){.kind = ITEM_FILL,
                                   .artifact = ARTIFACT_LAYOUT,
                                   .box = square,
                                   .as.fill = {.path = path, .color = COLOR_WHITE}});
}

struct strip *qr_strip(struct setter *setter, const struct block *block)
{
    struct qr *code = qr_new(block->as.qr);
    if (!code) {
        setter_overflow(setter, block->pos,
                        "'%s' is too long for a QR code (%s); give a shorter address", block->as.qr,
                        g_strerror(errno));
        return NULL;
    }
    int quiet_zone = setter_trim(setter)->qr.quiet_zone;
    int across = qr_width(code) + 2 * quiet_zone;
    double module = module_size(setter, across);
    double side = across * module;
    struct strip *strip = strip_new(side, block->pos);
    if (on_screen(setter))
        add_ground(strip, side);
    strip_add(strip,
              (struct item){.kind = ITEM_FILL,
                            .element = block->element,
                            .box = {0, 0, side, side},
                            .as.fill = {.path = modules_path(code, module, quiet_zone * module),
                                        .color = {0, 0, 0}}});
    qr_free(code);
    /* The quiet zone is white paper anyway: pull it into the margin so that the squares line up
     * with the text. */
    if (!on_screen(setter))
        strip_shift(strip, -quiet_zone * module, 0);
    return strip;
}
