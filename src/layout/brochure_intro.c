/*
 * A panel that hangs from the rule, which all columns of a brochure begin with.
 */
#include "layout/brochure_intro.h"

#include "base/clip.h"
#include "content/tones.h"
#include "layout/flow.h"

static const struct block *block_at(const GPtrArray *blocks, guint index)
{
    return blocks->pdata[index];
}

guint brochure_intro_blocks(const GPtrArray *blocks)
{
    guint count = 0;
    while (count < blocks->len && block_at(blocks, count)->kind == BLOCK_TEXT &&
           block_at(blocks, count)->text_kind == TEXT_BODY)
        count++;
    return count < blocks->len && block_at(blocks, count)->kind == BLOCK_TEXT &&
                   block_at(blocks, count)->as.text.heading
               ? count
               : 0;
}

struct strip *brochure_intro_set(struct setter *setter, const GPtrArray *blocks, guint count,
                                 double width)
{
    double pad = brochure_look.intro_pad, radius = masthead_look.radius;
    double rule = setter->profile->head_rule;
    struct color accent = setter->style->accent;
    g_autoptr(GPtrArray) first = g_ptr_array_new();
    for (guint i = 0; i < count; i++)
        g_ptr_array_add(first, blocks->pdata[i]);
    g_autoptr(GPtrArray) lines = flow_blocks(setter, first, width - 2 * pad);
    struct strip *words = strips_join(lines);
    double ground = words->height + 2 * pad;
    struct strip *strip = strip_new(rule + ground, block_at(blocks, 0)->pos);
    struct patch panel = {{0, rule, width, ground}, 0, 0, radius, radius};
    struct path *above = path_new();
    path_add_rect(above, (struct rect){0, 0, width, rule});
    strip_add_mark(strip, patch_path(&panel), tint_color(accent, TINT_8));
    strip_add_mark(strip, above, accent);
    strip_absorb(strip, words, pad, rule + pad);
    strip_free(words);
    return strip;
}
