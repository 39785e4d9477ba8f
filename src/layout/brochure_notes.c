/*
 * A panel of its own within the panel, so that lines are not taken for a part of the text.
 */
#include "layout/brochure_notes.h"

#include "base/clip.h"
#include "content/tones.h"
#include "layout/flow.h"
#include "layout/icon.h"
#include "layout/strip.h"
#include "layout/type.h"

/* The heading without rule or mark, as decoration: nobody hears lines. */
static struct strip *set_notes_heading(struct setter *setter, double width)
{
    const struct profile *profile = setter->profile;
    struct profile own = *profile;
    g_autoptr(GPtrArray) blocks = document_blocks(setter->document, PART_SET(PART_MY_NOTES));
    own.head_rule = 0;
    own.marked = false;
    setter->profile = &own;
    g_autoptr(GPtrArray) strips = flow_blocks(setter, blocks, width);
    setter->profile = profile;
    type_decorate(strips, ARTIFACT_LAYOUT);
    return strips_join(strips);
}

/* An icon, and beside it, as decoration, whose questions they are. */
static struct strip *set_questions_heading(struct setter *setter, double width)
{
    struct color accent = setter->style->accent, tint = tint_color(accent, TINT_8);
    double icon = brochure_look.notes_icon, start = icon + brochure_look.notes_icon_gap;
    bool rtl = setter->document->rtl;
    GPtrArray *lines =
        type_set_words(setter, labels_get(setter->document->labels, LABEL_MY_QUESTIONS), NULL,
                       &setter->profile->scale->panel_head, accent, width - start, ALIGN_START);
    type_decorate(lines, ARTIFACT_LAYOUT);
    double height = MAX(type_height(lines), icon), line = type_height(lines) / lines->len;
    struct strip *strip = strip_new(height, (struct pos){0});
    struct rect box = {rtl ? width - icon : 0, MAX(line - icon, 0) / 2, icon, icon};
    icon_add_question(strip, box, accent, tint);
    type_stack(strip, lines, rtl ? 0 : start, 0);
    return strip;
}

/* The room of the heading, so that lines side by side stand at one height. */
static struct strip *set_no_heading(struct setter *setter, double width)
{
    struct strip *heading = set_notes_heading(setter, width);
    struct strip *room = strip_new(heading->height, (struct pos){0});
    strip_free(heading);
    return room;
}

static struct strip *set_heading(struct setter *setter, enum brochure_notes head, double width)
{
    switch (head) {
    case BROCHURE_NOTES_MORE:
        return set_no_heading(setter, width);
    case BROCHURE_NOTES_FIRST:
        return set_notes_heading(setter, width);
    case BROCHURE_NOTES_QUESTIONS:
        return set_questions_heading(setter, width);
    }
    g_assert_not_reached();
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

bool brochure_notes_fill(struct setter *setter, struct page *page, struct rect area,
                         enum brochure_notes head, unsigned *order)
{
    double pad = brochure_look.notes_pad, side = MAX(pad, setter->profile->outdent);
    double width = area.width - 2 * side;
    struct strip *words = set_heading(setter, head, width);
    double top = pad + words->height;
    double least = brochure_look.notes_least * brochure_look.notes_pitch;
    if (area.height < top + least + pad) {
        strip_free(words);
        return false;
    }
    struct strip *strip = strip_new(area.height, (struct pos){0});
    struct patch ground =
        patch_round((struct rect){0, 0, area.width, area.height}, masthead_look.radius);
    strip_add_mark(strip, patch_path(&ground), tint_color(setter->style->accent, TINT_8));
    strip_absorb(strip, words, side, pad);
    strip_free(words);
    add_lines(setter, strip, (struct rect){side, top, width, area.height - top - pad});
    g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(one, strip);
    strips_place(one, 0, 1, page, (struct point){area.x, area.y}, order);
    return true;
}
