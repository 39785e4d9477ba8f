/*
 * What depends on the clinic, as custom properties; the rules that use them are a file of their
 * own.
 */
#include "export/html_style.h"

#include "content/tones.h"

#include <gio/gio.h>

static void add_color(GString *css, const char *name, struct color color)
{
    g_string_append_printf(css, "--%s:#%02x%02x%02x;", name, color.r, color.g, color.b);
}

static void add_tones(GString *css, const struct page_tones *tones)
{
    const struct {
        const char *name;
        struct color color;
    } rows[] = {
        {"ground", tones->ground}, {"surface", tones->surface}, {"surface-2", tones->surface_2},
        {"ink", tones->ink},       {"accent", tones->accent},   {"line", tones->line},
        {"hair", tones->hair},     {"key", tones->key},         {"on-key", tones->on_key}};
    static const char *const art[ART_INK_COUNT] = {
        [ART_GROUND] = "art-ground", [ART_PALE] = "art-pale", [ART_MIDDLE] = "art-middle",
        [ART_DARK] = "art-dark",     [ART_FULL] = "art-full", [ART_PAPER] = "art-paper"};
    g_string_append(css, ":root{");
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        add_color(css, rows[i].name, rows[i].color);
    for (int i = 0; i < ART_INK_COUNT; i++)
        add_color(css, art[i], tones->art[i]);
    g_string_append(css, "}\n");
}

/* A name as CSS has strings; what would end the string, or the style, is no part of a name. */
static void add_family(GString *css, const char *family)
{
    g_autofree char *name = g_strdup(family);
    g_strdelimit(name, "\"\\<>{}\n", ' ');
    g_string_append_printf(css, ":root{--family:\"%s\"}\n", name);
}

char *html_style(const struct style *style)
{
    static const char *const papers[PAPER_COUNT] = {[PAPER_LETTER] = "letter", [PAPER_A4] = "A4"};
    struct page_tones light = page_tones_light(style->accent, style->ink);
    struct page_tones dark = page_tones_dark(style->accent);
    g_autoptr(GBytes) rules =
        g_resources_lookup_data("/handout/web/handout.css", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
    GString *css = g_string_new("\n");
    add_family(css, style->font_family);
    add_tones(css, &light);
    g_string_append(css, "@media screen and (prefers-color-scheme:dark){");
    add_tones(css, &dark);
    g_string_append_printf(css, "}\n@page{size:%s}\n", papers[style->paper]);
    g_string_append_len(css, g_bytes_get_data(rules, NULL), (gssize)g_bytes_get_size(rules));
    return g_string_free(css, FALSE);
}
