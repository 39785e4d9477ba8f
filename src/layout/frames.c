/*
 * Frames. Filling is greedy, frame by frame; what must stay together is known to the strips.
 */
#include "layout/frames.h"

/* `end`, or a later one that parts lists or takes less white space between the strips, where the
 * frame of `room` would not be full without. */
static guint fuller_end(const struct chain *chain, const GPtrArray *strips, guint from, double room,
                        guint end)
{
    const struct {
        bool pairs;
        double spaces;
    } givings[] = {{false, 1}, {false, chain->spaces}, {true, 1}, {true, chain->spaces}};
    if (end == from || end == strips->len || chain->full <= 0)
        return end;
    for (size_t i = 0; i < G_N_ELEMENTS(givings); i++) {
        if (strips_height(strips, from, end) >= chain->full * room)
            break;
        end = MAX(end, strips_end_closer(strips, from, room, givings[i].pairs, givings[i].spaces));
    }
    strips_squeeze(strips, from, end, room);
    return end;
}

GArray *frames_plan(const struct chain *chain, const GPtrArray *strips)
{
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(guint));
    guint from = 0;
    while (from < strips->len && ends->len < chain->most) {
        double taken = from == 0 ? chain->taken : 0;
        guint end = strips_end(strips, from, chain->height - taken);
        end = fuller_end(chain, strips, from, chain->height - taken, end);
        if (end == from)
            break;
        g_array_append_val(ends, end);
        from = end;
    }
    return ends;
}

guint frames_start(const GArray *ends, guint index)
{
    return index > 0 ? g_array_index(ends, guint, index - 1) : 0;
}

guint frames_end(const GArray *ends)
{
    return frames_start(ends, ends->len);
}

bool frames_part(const struct setter *setter, const GPtrArray *strips, guint from,
                 const char *place)
{
    const struct strip *first = strips->pdata[from];
    if (!first->whole)
        return false;
    for (guint i = from; i < strips->len; i++)
        ((struct strip *)strips->pdata[i])->whole = false;
    diag_report(setter->diag, RULE_CONTACT_SPLIT, (struct pos){.file = first->pos.file},
                "%s: the contact block is longer than %s, so it is parted; shorten its facts",
                setter->product, place);
    return true;
}

double frame_cut_height(const struct setter *setter)
{
    const struct trim *trim = setter_trim(setter);
    return trim->rules.hair + trim->slip.below * setter->leading;
}

/* A dashed line along the upper edge of the frame. */
static void add_cut_line(const struct setter *setter, const struct frame *frame, unsigned *order)
{
    const struct trim *trim = setter_trim(setter);
    double dash = trim->rules.dash, thickness = trim->rules.hair;
    struct path *path = path_new();
    for (double x = 0; x + dash <= frame->area.width; x += 2 * dash)
        path_add_rect(path, (struct rect){x, 0, dash, thickness});
    g_autoptr(GPtrArray) strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    struct strip *strip = strip_new(thickness, (struct pos){0});
    strip_add_mark(strip, path, setter->style->ink);
    g_ptr_array_add(strips, strip);
    strips_place(strips, 0, 1, frame->page, (struct point){frame->area.x, frame->area.y}, order);
}

void frame_fill(const struct setter *setter, const struct frame *frame, GPtrArray *strips,
                guint from, guint to, unsigned *order)
{
    struct point at = {frame->area.x, frame->area.y};
    if (frame->cut) {
        add_cut_line(setter, frame, order);
        at.y += frame_cut_height(setter);
    }
    strips_place(strips, from, to, frame->page, at, order);
}

void frames_fill(const struct setter *setter, const struct chain *chain, GPtrArray *strips,
                 const GArray *ends, unsigned *order)
{
    for (guint i = 0; i < ends->len; i++) {
        struct frame frame = chain->open(chain->product, i);
        frame_fill(setter, &frame, strips, frames_start(ends, i), g_array_index(ends, guint, i),
                   order);
    }
}
