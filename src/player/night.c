/*
 * Turns a page into one of the night. Awkward: what a camera is to read stays dark on light, so the
 * quiet zone that its box includes stays white.
 */
#include "player/night.h"

#include "layout/profile.h"
#include "layout/screen_tones.h"
#include "player/shades.h"

static bool is_code(const struct item *item)
{
    return item->kind == ITEM_FILL && item->element && item->element->role == ROLE_FIGURE;
}

static struct item ground_of_code(const struct item *code)
{
    struct path *path = path_new();
    path_add_rect(path, code->box);
    return (struct item){.kind = ITEM_FILL,
                         .artifact = ARTIFACT_BACKGROUND,
                         .box = code->box,
                         .as.fill = {.path = path, .color = COLOR_WHITE}};
}

/* The author's own colours are for light grounds. */
static struct color color_at_night(const struct item *item, const struct tones *day,
                                   const struct tones *night)
{
    const char *shade = shades_of(item, day);
    return shade ? shades_color(shade, night) : night->ink;
}

static void recolor(struct item *item, const struct tones *day, const struct tones *night)
{
    if (item->kind == ITEM_RUN)
        item->as.run.color = color_at_night(item, day, night);
    else if (item->kind == ITEM_FILL && !is_code(item))
        item->as.fill.color = color_at_night(item, day, night);
}

/* The lines name their runs by place. */
static void insert_ground(struct page *page, const struct item *code)
{
    struct item ground = ground_of_code(code);
    guint at = page->items->len;
    g_array_append_val(page->items, ground);
    for (guint i = 0; i < page->lines->len; i++) {
        struct line *line = &g_array_index(page->lines, struct line, i);
        if (line->first >= at) {
            line->first++;
            line->last++;
        }
    }
}

struct page *night_page(const struct page *page, const struct style *style)
{
    struct tones day = screen_tones(style, page->tones);
    struct tones night = screen_tones(style, GROUND_NIGHT);
    struct page *copy = g_memdup2(page, sizeof *page);
    copy->items = g_array_new(FALSE, FALSE, sizeof(struct item));
    copy->lines = g_array_copy(page->lines);
    copy->tones = GROUND_NIGHT;
    copy->ground = night.ground;
    copy->dim = show_look.night_dim;
    for (guint i = 0; i < page->items->len; i++) {
        struct item item = g_array_index(page->items, struct item, i);
        if (is_code(&item))
            insert_ground(copy, &item);
        recolor(&item, &day, &night);
        g_array_append_val(copy->items, item);
    }
    return copy;
}

void night_page_free(struct page *page)
{
    for (guint i = 1; i < page->items->len; i++)
        if (is_code(&g_array_index(page->items, struct item, i)))
            item_clear(&g_array_index(page->items, struct item, i - 1));
    g_array_unref(page->items);
    g_array_unref(page->lines);
    g_free(page);
}

static void slide_clear(void *data)
{
    struct slide *slide = data;
    g_free(slide->sha256);
    g_free(slide->src);
    g_free(slide);
}

GPtrArray *night_slides(const struct cycle *cycle)
{
    GPtrArray *slides = g_ptr_array_new_with_free_func(slide_clear);
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *day = cycle->slides->pdata[i];
        struct slide *slide = g_memdup2(day, sizeof *day);
        slide->source.png = day->source.night_png;
        slide_name(slide);
        g_ptr_array_add(slides, slide);
    }
    return slides;
}
