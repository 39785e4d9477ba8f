/*
 * A panel of its own within the panel, so that lines are not taken for a part of the text.
 */
#include "layout/brochure_notes.h"

#include "base/clip.h"
#include "content/tones.h"
#include "layout/flow.h"
#include "layout/strip.h"

/* The heading without a rule above it. */
static GPtrArray *set_heading(struct setter *setter, double width)
{
    const struct profile *profile = setter->profile;
    struct profile own = *profile;
    g_autoptr(GPtrArray) blocks = document_blocks(setter->document, PART_SET(PART_MY_NOTES));
    own.head_rule = 0;
    setter->profile = &own;
    GPtrArray *strips = flow_blocks(setter, blocks, width);
    setter->profile = profile;
    return strips;
}

static void add_lines(const struct setter *setter, struct strip *strip, struct rect area)
{
    double pitch = brochure_look.notes_pitch, foot = area.y + area.height;
    for (double y = area.y + pitch; y <= foot; y += pitch) {
        struct path *path = path_new();
        path_add_rect(path,
                      (struct rect){area.x, y, area.width, setter_trim(setter)->notes.thickness});
        strip_add_mark(strip, path, tint_color(setter->style->accent, TINT_64));
    }
}

bool brochure_notes_fill(struct setter *setter, struct page *page, struct rect area, bool first,
                         unsigned *order)
{
    double pad = brochure_look.notes_pad, width = area.width - 2 * pad;
    g_autoptr(GPtrArray) heading = first
                                       ? set_heading(setter, width)
                                       : g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    double head = strips_height(heading, 0, heading->len), top = pad + head;
    double least = brochure_look.notes_least * brochure_look.notes_pitch;
    if (area.height < top + least + pad)
        return false;
    struct strip *strip = strip_new(area.height, (struct pos){0}), *words = strips_join(heading);
    struct patch ground =
        patch_round((struct rect){0, 0, area.width, area.height}, masthead_look.radius);
    strip_add_mark(strip, patch_path(&ground), tint_color(setter->style->accent, TINT_8));
    strip_absorb(strip, words, pad, pad);
    strip_free(words);
    add_lines(setter, strip, (struct rect){pad, top, width, area.height - top - pad});
    g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(one, strip);
    strips_place(one, 0, 1, page, (struct point){area.x, area.y}, order);
    return true;
}
