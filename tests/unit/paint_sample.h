/*
 * A small layout made by hand for tests of painters: real faces, words shaped letter by letter.
 */
#ifndef HANDOUT_TESTS_PAINT_SAMPLE_H
#define HANDOUT_TESTS_PAINT_SAMPLE_H

#include "layout/page.h"

#include <hb.h>
#include <string.h>

static const struct color sample_ink = {0x1a, 0x1a, 0x1a};
static const struct color sample_ground = {0xff, 0xff, 0xff};
static const struct color sample_accent = {0x0b, 0x55, 0x63};

/* One glyph a letter; enough for text without ligatures or marks. */
static inline void sample_shape(struct run *run)
{
    hb_font_t *font = hb_font_create(run->face->hb);
    double scale = run->size / run->face->units_per_em;
    run->glyphs = g_atomic_rc_box_alloc0(strlen(run->text) * sizeof(struct glyph));
    for (const char *p = run->text; *p; p = g_utf8_next_char(p)) {
        struct glyph *glyph = &run->glyphs[run->n_glyphs++];
        hb_font_get_nominal_glyph(font, g_utf8_get_char(p), &glyph->id);
        glyph->advance = hb_font_get_glyph_h_advance(font, glyph->id) * scale;
        glyph->cluster = (uint32_t)(p - run->text);
        run->width += glyph->advance;
    }
    hb_font_destroy(font);
}

static inline void sample_run(struct page *page, const struct element *element,
                              const struct face *face, struct point at, double size,
                              const char *text)
{
    struct item item = {.kind = ITEM_RUN, .element = element, .order = page->items->len};
    item.as.run = (struct run){.face = face,
                               .size = size,
                               .x = at.x,
                               .baseline = at.y,
                               .color = sample_ink,
                               .text = g_ref_string_new(text)};
    sample_shape(&item.as.run);
    item.box = (struct rect){at.x, at.y - face->ascent * size, item.as.run.width,
                             (face->ascent + face->descent) * size};
    page_add_line(page, (struct line){.element = element,
                                      .x = at.x,
                                      .baseline = at.y,
                                      .width = item.as.run.width,
                                      .size = size,
                                      .first = page->items->len,
                                      .last = page->items->len});
    page_add(page, item);
}

static inline void sample_rect(struct page *page, struct rect rect, struct color color)
{
    struct item item = {.kind = ITEM_FILL, .artifact = ARTIFACT_LAYOUT, .box = rect};
    item.order = page->items->len;
    item.as.fill.path = path_new();
    item.as.fill.color = color;
    path_add_rect(item.as.fill.path, rect);
    page_add(page, item);
}

#endif
