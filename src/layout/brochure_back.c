/*
 * The words are set as anywhere and then change their colour. A QR code keeps its own, on a white
 * plate.
 */
#include "layout/brochure_back.h"

#include "base/clip.h"
#include "content/tones.h"
#include "document/contact.h"

static bool has_write_in(const struct document *document)
{
    const GPtrArray *facts = contact_facts(document);
    for (guint i = 0; i < facts->len; i++)
        if (((const struct block *)facts->pdata[i])->kind == BLOCK_WRITE_LINE)
            return true;
    return false;
}

static bool is_code(const struct item *item)
{
    return item->kind == ITEM_FILL && item->element && item->element->role == ROLE_FIGURE;
}

/* White below a code, with its quiet zone. */
static void add_plate(struct strip *strip, struct rect box)
{
    double corner = back_look.plate;
    struct patch patch = {box, corner, corner, corner, corner};
    struct path *path = patch_path(&patch);
    strip_prepend(strip, (struct item){.kind = ITEM_FILL,
                                       .artifact = ARTIFACT_LAYOUT,
                                       .box = box,
                                       .as.fill = {.path = path, .color = COLOR_WHITE}});
}

static void lighten(const struct setter *setter, struct strip *strip, double width)
{
    struct rect code = {0};
    for (guint i = 0; i < strip->items->len; i++) {
        struct item *item = &g_array_index(strip->items, struct item, i);
        if (is_code(item))
            code = item->box;
        else if (item->kind == ITEM_RUN)
            item->as.run.color = COLOR_WHITE;
        else if (item->kind == ITEM_FILL)
            item->as.fill.color = tint_color(setter->style->accent, TINT_30);
    }
    if (code.width <= 0)
        return;
    add_plate(strip, code);
    /* Its quiet zone is in the margin; here that is dark. */
    strip_shift(strip, setter->document->rtl ? width - code.x - code.width : -code.x, 0);
}

static void add_ground(const struct setter *setter, const struct frame *frame, unsigned *order)
{
    double pad = back_look.outset, radius = masthead_look.radius;
    struct rect area = frame->area;
    struct patch patch = {{area.x - pad, area.y - pad, area.width + 2 * pad, area.height + 2 * pad},
                          radius,
                          radius,
                          radius,
                          radius};
    struct path *path = patch_path(&patch);
    page_add(frame->page, (struct item){.kind = ITEM_FILL,
                                        .artifact = ARTIFACT_LAYOUT,
                                        .order = (*order)++,
                                        .box = patch.box,
                                        .as.fill = {.path = path, .color = setter->style->accent}});
}

void brochure_back_fill(const struct setter *setter, const struct frame *frame, GPtrArray *strips,
                        unsigned *order)
{
    /* Folded like an accordion it lies at an edge of the sheet, which printers do not reach. */
    if (setter->style->fold == FOLD_ROLL && !setter->style->saver &&
        !has_write_in(setter->document)) {
        for (guint i = 0; i < strips->len; i++)
            lighten(setter, strips->pdata[i], frame->area.width);
        add_ground(setter, frame, order);
    }
    frame_fill(setter, frame, strips, 0, strips->len, order);
}
