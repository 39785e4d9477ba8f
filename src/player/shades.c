/*
 * Awkward: two shades of a ground may have one colour. Words and marks then take the one that they
 * are likelier to have, but for items that name theirs themselves.
 */
#include "player/shades.h"

#include "layout/profile.h"
#include "layout/screen_tones.h"

#include <stddef.h>

static const struct row {
    const char *name;
    size_t offset;
    bool words, marks; /* that may have it by their colour alone */
} rows[] = {
    {"ink", offsetof(struct tones, ink), true, true},
    {"accent", offsetof(struct tones, top), true, true},
    {"on", offsetof(struct tones, on), false, true},
    {"off", offsetof(struct tones, off), false, true},
    {"ground", offsetof(struct tones, ground), false, true},
    {"quiet", offsetof(struct tones, quiet), false, true},
    {"card", offsetof(struct tones, card), false, true},
    {"key", offsetof(struct tones, key), false, true},
    {"key_ink", offsetof(struct tones, key_ink), true, true},
    {"key_sub", offsetof(struct tones, key_sub), true, false},
    {"band", offsetof(struct tones, band), false, false},
    {"band_ink", offsetof(struct tones, band_ink), false, false},
    {"band_sub", offsetof(struct tones, band_sub), false, false},
    {"alert", offsetof(struct tones, alert), false, false},
    {"alert_ink", offsetof(struct tones, alert_ink), false, false},
    {"sheet", offsetof(struct tones, sheet), false, false},
    {"bright_1", offsetof(struct tones, bright[0]), false, true},
    {"bright_2", offsetof(struct tones, bright[1]), false, true},
    {"bright_3", offsetof(struct tones, bright[2]), false, true},
};

static struct color color_at(const struct tones *tones, const struct row *row)
{
    return *(const struct color *)(const void *)((const char *)tones + row->offset);
}

static void add_colors(JsonBuilder *builder, const struct tones *tones)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        json_color(builder, rows[i].name, color_at(tones, &rows[i]));
}

static void add_ground(JsonBuilder *builder, const char *name, const struct tones *tones)
{
    json_open_object(builder, name);
    add_colors(builder, tones);
    json_close_object(builder);
}

const char *shades_ground(enum ground_kind ground)
{
    static const char *const names[] = {"paper", "tint", "deep", "night"};
    return names[ground];
}

static void add_light(JsonBuilder *builder, const struct style *style)
{
    struct tones paper = screen_tones(style, GROUND_PAPER);
    json_open_object(builder, "light");
    add_colors(builder, &paper);
    for (enum ground_kind ground = GROUND_TINT; ground <= GROUND_DEEP; ground++) {
        struct tones tones = screen_tones(style, ground);
        add_ground(builder, shades_ground(ground), &tones);
    }
    json_close_object(builder);
}

/* Two colours and one for marks; shapes without meaning vanish. */
static struct tones contrast_tones(void)
{
    const struct show_look *look = &show_look;
    struct color ground = look->contrast_ground, accent = look->contrast_accent;
    return (struct tones){.ground = ground,
                          .ink = look->contrast_ink,
                          .top = accent,
                          .on = accent,
                          .off = look->contrast_off,
                          .quiet = ground,
                          .card = ground,
                          .key = accent,
                          .key_ink = ground,
                          .key_sub = ground,
                          .band = accent,
                          .band_ink = ground,
                          .band_sub = ground,
                          .alert = look->contrast_ink,
                          .alert_ink = ground,
                          .sheet = ground,
                          .bright = {ground, ground, ground}};
}

void shades_add_palettes(JsonBuilder *builder, const struct style *style)
{
    struct tones night = screen_tones(style, GROUND_NIGHT), contrast = contrast_tones();
    json_open_object(builder, "palette");
    add_light(builder, style);
    add_ground(builder, "night", &night);
    add_ground(builder, "contrast", &contrast);
    json_close_object(builder);
}

static void add_property(GString *css, const char *kind, const char *name, struct color color)
{
    g_autofree char *hyphened = g_strdelimit(g_strdup(name), "_", '-');
    g_string_append_printf(css, "--%s-%s:#%02x%02x%02x;", kind, hyphened, color.r, color.g,
                           color.b);
}

static void add_rule(GString *css, const char *selector, const struct tones *tones,
                     const struct page_tones *page)
{
    static const char *const names[ART_INK_COUNT] = {
        [ART_GROUND] = "ground", [ART_PALE] = "pale", [ART_MIDDLE] = "middle",
        [ART_DARK] = "dark",     [ART_FULL] = "full", [ART_PAPER] = "paper"};
    g_string_append_printf(css, "%s{", selector);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        add_property(css, shades_ground(GROUND_PAPER), rows[i].name, color_at(tones, &rows[i]));
    for (int i = 0; i < ART_INK_COUNT; i++)
        add_property(css, "art", names[i], page->art[i]);
    add_property(css, "page", "ground", page->ground);
    add_property(css, "page", "surface", page->surface);
    add_property(css, "page", "line", page->line);
    g_string_append(css, "}\n");
}

/* From the ground of high contrast to its accent. */
static struct page_tones contrast_page(const struct tones *tones)
{
    static const double shares[ART_INK_COUNT] = {
        [ART_GROUND] = 0.1, [ART_PALE] = 0.25, [ART_MIDDLE] = 0.5,
        [ART_DARK] = 0.75,  [ART_FULL] = 1,    [ART_PAPER] = 0};
    struct page_tones page = {
        .ground = tones->ground, .surface = tones->ground, .line = tones->ink};
    for (int i = 0; i < ART_INK_COUNT; i++)
        page.art[i] = color_mix(tones->ground, tones->top, shares[i]);
    return page;
}

/* Motifs are brighter than on paper: they are seen from afar, as those on title screens. */
static struct page_tones light_page(const struct style *style)
{
    static const double pale = 0.55; /* of the brightest on white */
    struct tones deep = screen_tones(style, GROUND_DEEP);
    struct page_tones page = page_tones_light(style->accent, style->ink);
    page.art[ART_GROUND] = color_mix(COLOR_WHITE, deep.bright[0], pale);
    page.art[ART_PALE] = deep.bright[0];
    page.art[ART_MIDDLE] = deep.bright[1];
    page.art[ART_DARK] = deep.bright[2];
    return page;
}

char *shades_css(const struct style *style)
{
    struct tones light = screen_tones(style, GROUND_PAPER);
    struct tones night = screen_tones(style, GROUND_NIGHT), contrast = contrast_tones();
    struct page_tones by_day = light_page(style), by_night = page_tones_dark(style->accent);
    struct page_tones in_contrast = contrast_page(&contrast);
    GString *css = g_string_new(NULL);
    add_rule(css, ":root", &light, &by_day); /* also of what is printed */
    g_string_append(css, "@media screen{\n");
    add_rule(css, ":root[data-palette=\"night\"]", &night, &by_night);
    add_rule(css, ":root[data-palette=\"contrast\"]", &contrast, &in_contrast);
    g_string_append(css, "}\n");
    return g_string_free(css, FALSE);
}

struct color shades_color(const char *shade, const struct tones *tones)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (g_str_equal(rows[i].name, shade))
            return color_at(tones, &rows[i]);
    return tones->ink;
}

const char *shades_of(const struct item *item, const struct tones *tones)
{
    bool words = item->kind == ITEM_RUN;
    struct color color = words ? item->as.run.color : item->as.fill.color;
    if (item->shade)
        return item->shade;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if ((words ? rows[i].words : rows[i].marks) &&
            color_equal(color, color_at(tones, &rows[i])))
            return rows[i].name;
    return NULL;
}
