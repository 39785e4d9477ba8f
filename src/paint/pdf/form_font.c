/*
 * The font of words that others type into form fields: what they will write is not known, so it has
 * every character of WinAnsiEncoding that the face has (ISO 32000-1 9.6.3, D.2). The awkward fact:
 * such a font finds its glyphs through names and characters, so unlike the fonts of pages it keeps
 * its character map and counts as not symbolic (ISO 19005-2 6.2.11.6).
 */
#include "paint/pdf/form_font.h"

#include "paint/pdf/font_parts.h"
#include "paint/pdf/value.h"

enum { FIRST_CODE = 0x20, LAST_CODE = 0xFF };

/* Where the encoding leaves Latin-1: codes 0x80 to 0x9F; 0 where it has no character. */
static const gunichar typographic[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static gunichar character_of(unsigned code)
{
    if (code == 0x7F)
        return 0;
    return code >= 0x80 && code < 0xA0 ? typographic[code - 0x80] : code;
}

/* The subset as a TrueType file, or NULL; owned by the caller. */
static hb_blob_t *make_program(const struct face *face)
{
    hb_subset_input_t *input = pdf_subset_ask(face);
    if (!input)
        return NULL;
    hb_set_del(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG),
               HB_TAG('c', 'm', 'a', 'p'));
    for (unsigned code = FIRST_CODE; code <= LAST_CODE; code++)
        if (character_of(code))
            hb_set_add(hb_subset_input_unicode_set(input), character_of(code));
    hb_face_t *subset = hb_subset_or_fail(face->hb, input);
    hb_subset_input_destroy(input);
    hb_blob_t *program = subset ? hb_face_reference_blob(subset) : NULL;
    hb_face_destroy(subset);
    return program;
}

static void put_widths(GString *out, const struct face *face)
{
    hb_font_t *metrics = hb_font_create(face->hb);
    g_string_append_printf(out, "/FirstChar %d/LastChar %d/Widths[", FIRST_CODE, LAST_CODE);
    for (unsigned code = FIRST_CODE; code <= LAST_CODE; code++) {
        hb_codepoint_t glyph = 0;
        hb_font_get_nominal_glyph(metrics, character_of(code), &glyph);
        pdf_put_number(
            out, hb_font_get_glyph_h_advance(metrics, glyph) * 1000.0 / face->units_per_em, 2);
        g_string_append_c(out, code < LAST_CODE ? ' ' : ']');
    }
    hb_font_destroy(metrics);
}

struct pdf_ref pdf_form_font_new(struct pdf *pdf, const struct face *face)
{
    hb_blob_t *program = face->cff ? NULL : make_program(face);
    if (!program) {
        pdf_fail(pdf, "face '%s' of %s cannot be used in form fields", face->name, face->path);
        return (struct pdf_ref){0};
    }
    g_autofree char *name = pdf_subset_name(face, program);
    struct pdf_ref descriptor = pdf_descriptor_new(pdf, face, program, name, false);
    struct pdf_ref font = pdf_dict_new(pdf);
    GString *out = pdf_dict_body(pdf, font);
    g_string_append(out, "/Type/Font/Subtype/TrueType/BaseFont");
    pdf_put_name(out, name);
    g_string_append_printf(out, "/Encoding/WinAnsiEncoding/FontDescriptor %u 0 R",
                           descriptor.number);
    put_widths(out, face);
    hb_blob_destroy(program);
    return font;
}
