/*
 * What the libraries alone take for an article: the few fonts that it takes are found, its plain
 * text is set once by Pango and kept to the end, as a tagged document must, and two fonts are cut
 * to its letters and packed. It has no page, no tag and no check.
 *
 * usage: floor FONTS.CONF ARTICLE.md FONT.ttf...
 */
#include <fontconfig/fontconfig.h>
#include <hb-subset.h>
#include <libdeflate.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_LETTER 0x20
#define LAST_LETTER  0x17f
#define LEVEL        6
#define WIDTH_PT     468 /* US letter, margins of an inch */

static PangoContext *context_new(const char *config_path)
{
    FcConfig *config = FcConfigCreate();
    if (!FcConfigParseAndLoad(config, (const FcChar8 *)config_path, FcTrue) ||
        !FcConfigBuildFonts(config))
        exit(3);
    FcConfigSetCurrent(config); /* Pango would read the system's fonts beside them */
    PangoFontMap *map = pango_ft2_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    return pango_font_map_create_context(map);
}

/* The layout is kept. */
static int lines_of(PangoContext *context, const char *paragraph)
{
    PangoLayout *layout = pango_layout_new(context);
    PangoFontDescription *font =
        pango_font_description_from_string(*paragraph == '#' ? "Andika Bold 20" : "Andika 14.8");
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, WIDTH_PT * PANGO_SCALE);
    pango_layout_set_text(layout, paragraph, -1);
    int lines = pango_layout_get_line_count(layout);
    pango_font_description_free(font);
    return lines;
}

static int set_text(const char *config_path, const char *text)
{
    g_auto(GStrv) paragraphs = g_strsplit(text, "\n", -1);
    PangoContext *context = context_new(config_path);
    int lines = 0;
    for (char **paragraph = paragraphs; *paragraph; paragraph++)
        if (**paragraph)
            lines += lines_of(context, *paragraph);
    return lines;
}

static size_t packed_size(const char *font, const char *text)
{
    hb_face_t *face = hb_face_create(hb_blob_create_from_file(font), 0);
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    for (const char *c = text; *c; c = g_utf8_next_char(c))
        hb_set_add(hb_subset_input_unicode_set(input), g_utf8_get_char(c));
    hb_face_t *subset = hb_subset_or_fail(face, input);
    if (!subset)
        exit(3);
    unsigned length;
    const char *bytes = hb_blob_get_data(hb_face_reference_blob(subset), &length);
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(LEVEL);
    size_t room = libdeflate_zlib_compress_bound(packer, length);
    return libdeflate_zlib_compress(packer, bytes, length, g_malloc(room), room);
}

int main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    g_autofree char *text = NULL;
    if (!g_file_get_contents(argv[2], &text, NULL, NULL))
        return 3;
    printf("%d lines\n", set_text(argv[1], text));
    for (int i = 3; i < argc; i++)
        printf("%zu bytes\n", packed_size(argv[i], text));
    return 0;
}
