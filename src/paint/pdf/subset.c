/*
 * Fonts, second step: the program that goes into the file. HarfBuzz cuts the face down to the
 * glyphs in use and the tables that PDF reads (ISO 32000-1 table 126); layout tables, hints and
 * names go. The awkward fact: what a page's code means differs. For TrueType outlines, and for CFF
 * without identifiers, it is the subset's glyph index; for CFF keyed by identifiers it is the
 * identifier, which has to be read back from the subset's charset.
 */
#include "paint/pdf/font_parts.h"

#include <hb-subset.h>
#include <string.h>

static const hb_tag_t kept_tables[] = {
    HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'm', 't', 'x'),
    HB_TAG('m', 'a', 'x', 'p'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('g', 'l', 'y', 'f'),
    HB_TAG('C', 'F', 'F', ' '),
};

/* CFF is cut by the characters, too. */
static bool is_kept(const struct face *face, hb_tag_t tag)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kept_tables); i++)
        if (kept_tables[i] == tag)
            return true;
    return face->cff && tag == HB_TAG('c', 'm', 'a', 'p');
}

static hb_blob_t *lend_table(hb_face_t *thin, hb_tag_t tag, void *data)
{
    (void)thin;
    const struct face *face = data;
    return is_kept(face, tag) ? hb_face_reference_table(face->hb, tag) : NULL;
}

/* The face as PDF reads it; it must not outlive `face`. Of a whole one HarfBuzz looks through all
 * characters and layouts, wanted or not. */
static hb_face_t *thin_face(const struct face *face)
{
    return hb_face_create_for_tables(lend_table, (void *)face, NULL);
}

static hb_subset_plan_t *make_plan(const struct pdf_font *font)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (guint i = 0; i < font->glyphs->len; i++)
        hb_set_add(glyphs, g_array_index(font->glyphs, struct pdf_glyph, i).id);
    hb_face_t *thin = thin_face(font->face);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(thin, input);
    hb_face_destroy(thin);
    hb_subset_input_destroy(input);
    return plan;
}

static void set_widths(struct pdf_font *font)
{
    hb_font_t *metrics = hb_font_create(font->face->hb);
    double scale = 1000.0 / hb_face_get_upem(font->face->hb);
    for (guint i = 0; i < font->glyphs->len; i++) {
        struct pdf_glyph *glyph = &g_array_index(font->glyphs, struct pdf_glyph, i);
        glyph->width = hb_font_get_glyph_h_advance(metrics, glyph->id) * scale;
    }
    hb_font_destroy(metrics);
}

static void set_codes(struct pdf_font *font, const hb_map_t *new_glyphs)
{
    unsigned size = 0;
    const char *program = hb_blob_get_data(font->program, &size);
    size_t n = 0;
    g_autofree uint16_t *cids =
        font->face->cff ? pdf_cff_cids((const uint8_t *)program, size, &n) : NULL;
    for (guint i = 0; i < font->glyphs->len; i++) {
        struct pdf_glyph *glyph = &g_array_index(font->glyphs, struct pdf_glyph, i);
        hb_codepoint_t index = hb_map_get(new_glyphs, glyph->id);
        glyph->code = cids && index < n ? cids[index] : index;
    }
}

static int compare_codes(gconstpointer a, gconstpointer b)
{
    const struct pdf_glyph *first = a, *second = b;
    return (first->code > second->code) - (first->code < second->code);
}

static void sort_glyphs(struct pdf_font *font)
{
    g_array_sort(font->glyphs, compare_codes);
    for (guint i = 0; i < font->glyphs->len; i++)
        font->slots[g_array_index(font->glyphs, struct pdf_glyph, i).id] = (uint16_t)(i + 1);
}

void pdf_font_subset(struct pdf *pdf, struct pdf_font *font)
{
    hb_subset_plan_t *plan = make_plan(font);
    hb_face_t *subset = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    if (subset) {
        font->program = font->face->cff
                            ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
                            : hb_face_reference_blob(subset);
        set_widths(font);
        set_codes(font, hb_subset_plan_old_to_new_glyph_mapping(plan));
        sort_glyphs(font);
    }
    if (!font->program || hb_blob_get_length(font->program) == 0)
        pdf_fail(pdf, "face '%s' of %s cannot be cut down to the glyphs in use", font->face->name,
                 font->face->path);
    hb_face_destroy(subset);
    hb_subset_plan_destroy(plan);
}
