/*
 * Pages to write on. Lines stand far enough apart for large hands, and end where text would.
 */
#include "layout/notes_page.h"

#include "layout/flow.h"

/* Dark enough to see, light enough to write over. */
static struct color line_color(const struct setter *setter)
{
    const struct trim *trim = setter_trim(setter);
    struct color accent = setter->style->accent;
    struct color tint = color_mix(setter->ground, accent, trim->notes.tint);
    return color_contrast(tint, setter->ground) >= trim->notes.contrast ? tint : accent;
}

static double add_heading(struct setter *setter, const struct frame *frame, unsigned *order)
{
    g_autoptr(GPtrArray) blocks = document_blocks(setter->document, PART_SET(PART_MY_NOTES));
    g_autoptr(GPtrArray) strips = flow_blocks(setter, blocks, frame->area.width);
    double height = strips_height(strips, 0, strips->len);
    frame_fill(setter, frame, strips, 0, strips->len, order);
    return height;
}

static struct strip *line_strip(const struct setter *setter, double width)
{
    double pitch = setter_trim(setter)->notes.pitch;
    double thickness = setter_trim(setter)->notes.thickness;
    struct strip *strip = strip_new(pitch, (struct pos){0});
    struct path *path = path_new();
    path_add_rect(path, (struct rect){0, pitch - thickness, width, thickness});
    strip_add_mark(strip, path, line_color(setter));
    return strip;
}

double notes_clearance(const struct setter *setter)
{
    return setter_trim(setter)->notes.pitch / 2;
}

GPtrArray *notes_strips(struct setter *setter, double width, double room)
{
    const struct trim *trim = setter_trim(setter);
    g_autoptr(GPtrArray) blocks = document_blocks(setter->document, PART_SET(PART_MY_NOTES));
    GPtrArray *strips = flow_blocks(setter, blocks, width);
    double above = setter_look(setter, TEXT_HEADING_2)->before * setter->leading;
    double heading = above + strips_height(strips, 0, strips->len);
    guint lines = (guint)MAX((room - heading) / trim->notes.pitch, 0);
    if (lines < trim->notes.least)
        g_ptr_array_set_size(strips, 0);
    else
        ((struct strip *)strips->pdata[0])->gap = above;
    for (guint i = 0; lines >= trim->notes.least && i < lines; i++)
        g_ptr_array_add(strips, line_strip(setter, width));
    return strips;
}

bool notes_have_room(struct setter *setter, double width, double room)
{
    g_autoptr(GPtrArray) strips = notes_strips(setter, width, room);
    return strips->len > 0;
}

static void add_line(const struct setter *setter, const struct frame *frame, double y)
{
    struct rect line = {frame->area.x, y, frame->area.width, setter_trim(setter)->notes.thickness};
    struct path *path = path_new();
    path_add_rect(path, line);
    page_add(frame->page, (struct item){.kind = ITEM_FILL,
                                        .artifact = ARTIFACT_LAYOUT,
                                        .box = line,
                                        .as.fill = {.path = path, .color = line_color(setter)}});
}

void notes_page_fill(struct setter *setter, const struct frame *frame, bool first, unsigned *order)
{
    double pitch = setter_trim(setter)->notes.pitch;
    double foot = frame->area.y + frame->area.height;
    double y = frame->area.y + (first ? add_heading(setter, frame, order) : 0);
    for (y += pitch; y <= foot; y += pitch)
        add_line(setter, frame, y);
}
