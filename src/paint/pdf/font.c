/*
 * Fonts, first step: walk all runs and note each glyph with the text that it stands for. A glyph
 * that is alone in its cluster stands for the cluster's text; of several such texts the shortest
 * wins (a plain letter over the same letter with an invisible joiner), the first of equals. In
 * right-to-left runs it stands for the first character alone; rtl.c says why. The awkward fact:
 * glyphs seen only in company still need a text in ToUnicode (ISO 14289-1 7.21.7), for readers that
 * do not know ActualText; they get the character that the face maps to them, or the one at their
 * place, the last glyph all that are left.
 */
#include "base/digest.h"
#include "paint/pdf/cluster.h"
#include "paint/pdf/file.h"
#include "paint/pdf/font_parts.h"
#include "paint/pdf/packed.h"

#include <string.h>

struct pdf_fonts {
    GPtrArray *list; /* of struct pdf_font *, by first use */
};

static struct pdf_font *font_new(struct pdf *pdf, const struct face *face, unsigned index)
{
    struct pdf_font *font = g_new0(struct pdf_font, 1);
    font->face = face;
    font->object = pdf_dict_new(pdf);
    font->glyphs = g_array_new(FALSE, FALSE, sizeof(struct pdf_glyph));
    font->n_slots = hb_face_get_glyph_count(face->hb);
    font->slots =
        g_new0(uint16_t, font->n_slots); /* of which no face has more (14496-22, `maxp`) */
    font->mapper = hb_font_create(face->hb);
    g_snprintf(font->resource, sizeof font->resource, "F%u", index);
    return font;
}

static void font_free(struct pdf_font *font)
{
    g_array_unref(font->glyphs);
    g_free(font->slots);
    hb_font_destroy(font->mapper);
    hb_blob_destroy(font->program);
    g_free(font);
}

const struct pdf_font *pdf_fonts_find(const struct pdf_fonts *fonts, const struct face *face)
{
    for (guint i = 0; i < fonts->list->len; i++) {
        const struct pdf_font *font = fonts->list->pdata[i];
        if (font->face == face)
            return font;
    }
    return NULL;
}

/* The font's record of a glyph, made when it is new. NULL, failing, for a glyph that must not be
 * drawn. */
static struct pdf_glyph *note_glyph(struct pdf *pdf, struct pdf_font *font, uint32_t id)
{
    if (id == 0 || id >= font->n_slots) {
        pdf_fail(pdf, "glyph %u of face '%s' cannot be drawn", id, font->face->name);
        return NULL;
    }
    if (font->slots[id] == 0) {
        struct pdf_glyph glyph = {.id = id};
        g_array_append_val(font->glyphs, glyph);
        font->slots[id] = (uint16_t)font->glyphs->len;
    }
    return &g_array_index(font->glyphs, struct pdf_glyph, font->slots[id] - 1);
}

const struct pdf_glyph *pdf_font_carrier(const struct pdf_font *font, gunichar c)
{
    hb_codepoint_t glyph = 0;
    bool mapped = hb_font_get_nominal_glyph(font->mapper, c, &glyph);
    return mapped ? pdf_font_find(font, glyph) : NULL;
}

static size_t char_length(const char *text)
{
    return (size_t)(g_utf8_next_char(text) - text);
}

static void note_alone(struct pdf_glyph *glyph, const char *text, size_t length)
{
    if (glyph->alone && glyph->length <= length)
        return;
    glyph->alone = true;
    glyph->text = text;
    glyph->length = length;
}

/* Guesses the text of the glyph at `place` in logical order among several of a cluster. */
static void note_in_company(const struct pdf_font *font, struct pdf_glyph *glyph,
                            const struct pdf_cluster *cluster, size_t place)
{
    if (glyph->text)
        return;
    const char *end = cluster->text + cluster->length, *guess = cluster->text;
    size_t at = 0;
    for (const char *p = cluster->text; p < end; p = g_utf8_next_char(p)) {
        hb_codepoint_t mapped = 0;
        hb_font_get_nominal_glyph(font->mapper, g_utf8_get_char(p), &mapped);
        if (mapped == glyph->id) {
            glyph->text = p;
            glyph->length = char_length(p);
            return;
        }
        if (at++ <= place)
            guess = p;
    }
    bool last = place + 1 == cluster->count;
    glyph->text = guess;
    glyph->length = last ? (size_t)(end - guess) : char_length(guess);
}

/* The glyphs that carry the characters from `text` to `end`. */
static void note_carriers(struct pdf *pdf, struct pdf_font *font, const char *text, const char *end)
{
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        hb_codepoint_t id = 0;
        if (hb_font_get_nominal_glyph(font->mapper, g_utf8_get_char(p), &id) && id != 0)
            note_alone(note_glyph(pdf, font, id), p, char_length(p));
    }
}

static void note_cluster(struct pdf *pdf, struct pdf_font *font, const struct run *run,
                         const struct pdf_cluster *cluster)
{
    if (cluster->length == 0) {
        pdf_fail(pdf, "a glyph of face '%s' stands for no character", font->face->name);
        return;
    }
    const char *end = cluster->text + cluster->length;
    if (cluster->count == 0)
        note_carriers(pdf, font, cluster->text, end);
    for (size_t i = 0; i < cluster->count; i++) {
        struct pdf_glyph *glyph = note_glyph(pdf, font, run->glyphs[cluster->first + i].id);
        if (!glyph)
            return;
        size_t place = run->rtl ? cluster->count - 1 - i : i;
        if (cluster->count > 1)
            note_in_company(font, glyph, cluster, place);
        else
            note_alone(glyph, cluster->text,
                       run->rtl ? char_length(cluster->text) : cluster->length);
    }
    if (run->rtl)
        note_carriers(pdf, font, g_utf8_next_char(cluster->text), end);
}

static void note_letters(struct pdf *pdf, struct pdf_font *font, const struct run *run)
{
    for (size_t i = 0; i < run->n_glyphs; i++) {
        const char *text = run->text + run->glyphs[i].cluster;
        struct pdf_glyph *glyph = note_glyph(pdf, font, run->glyphs[i].id);
        if (!glyph)
            return;
        note_alone(glyph, text, char_length(text));
    }
}

static void note_run(struct pdf *pdf, struct pdf_fonts *fonts, const struct run *run,
                     GArray *clusters)
{
    struct pdf_font *font = (struct pdf_font *)pdf_fonts_find(fonts, run->face);
    if (!font) {
        font = font_new(pdf, run->face, fonts->list->len);
        g_ptr_array_add(fonts->list, font);
    }
    const char *space;
    if (pdf_run_is_simple(run, &space)) {
        note_letters(pdf, font, run);
        if (space)
            note_carriers(pdf, font, space, space + 1);
        return;
    }
    pdf_clusters(run, clusters);
    for (guint i = 0; i < clusters->len; i++)
        note_cluster(pdf, font, run, &g_array_index(clusters, struct pdf_cluster, i));
}

static void note_page(struct pdf *pdf, struct pdf_fonts *fonts, const struct page *page,
                      GArray *clusters)
{
    for (guint i = 0; i < page->items->len; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        if (item->kind == ITEM_RUN && item->as.run.n_glyphs > 0)
            note_run(pdf, fonts, &item->as.run, clusters);
    }
}

/* As pdf_pack(), of bytes that may have been packed before. */
static GBytes *pack(enum pdf_packed kind, const char *digest, const char *bytes, size_t size)
{
    GBytes *packed = pdf_packed_find(kind, digest);
    if (packed)
        return packed;
    packed = pdf_pack(bytes, size);
    pdf_packed_keep(kind, digest, packed);
    return packed;
}

static void write_font(struct pdf *pdf, const struct pdf_font *font)
{
    unsigned size;
    const char *program = hb_blob_get_data(font->program, &size);
    g_autofree char *digest = digest_of(program, size);
    g_autoptr(GString) widths = pdf_font_widths(font->glyphs);
    g_autoptr(GString) map = pdf_font_to_unicode(font->glyphs);
    g_autofree char *map_digest = digest_of(map->str, map->len);
    g_autoptr(GBytes) packed = pack(PDF_PACKED_PROGRAM, digest, program, size);
    g_autoptr(GBytes) packed_map = pack(PDF_PACKED_MAP, map_digest, map->str, map->len);
    const struct pdf_font_data data = {.program = packed,
                                       .to_unicode = packed_map,
                                       .size = size,
                                       .digest = digest,
                                       .widths = widths->str};
    pdf_font_write(pdf, font->object, font->face, &data);
}

struct pdf_fonts *pdf_fonts_new(struct pdf *pdf, const struct layout *layout)
{
    struct pdf_fonts *fonts = g_new0(struct pdf_fonts, 1);
    fonts->list = g_ptr_array_new_with_free_func((GDestroyNotify)font_free);
    g_autoptr(GArray) clusters = g_array_new(FALSE, FALSE, sizeof(struct pdf_cluster));
    for (guint i = 0; i < layout->pages->len; i++)
        note_page(pdf, fonts, layout->pages->pdata[i], clusters);
    for (guint i = 0; i < fonts->list->len && !pdf_failure(pdf); i++) {
        pdf_font_subset(pdf, fonts->list->pdata[i]);
        if (!pdf_failure(pdf))
            write_font(pdf, fonts->list->pdata[i]);
    }
    return fonts;
}

void pdf_fonts_free(struct pdf_fonts *fonts)
{
    if (!fonts)
        return;
    g_ptr_array_unref(fonts->list);
    g_free(fonts);
}
