/*
 * The font of words that others type into form fields: what they will write is not known, so it has
 * every letter that the layout offers, each under a code of its own, which viewers find through
 * ToUnicode. The awkward fact: a field names one font, and a font has one program, so letters of
 * several faces are drawn into a new one.
 */
#include "paint/pdf/form_font.h"

#include "paint/pdf/font_parts.h"
#include "paint/pdf/truetype.h"

/* What is missing in a font stands at its beginning. */
#define MISSING 0

/* Where viewers choose the size, some make the em as high as the field and put the baseline a tenth
 * of it above the edge (poppler), others let ascent and descent fill it (PDFium). Drawn so much
 * smaller and higher, letters keep accents and tails inside the field with both. [em] */
#define SHARE 0.75
#define RAISE 0.1
/* The tallest letters, with two accents, and the longest tails (Andika, Noto). [em] */
#define TALLEST 1.06
#define LONGEST 0.25

/* Adds a letter under the next code; its text goes to the end of `texts`. */
static void add_letter(struct pdf_font *font, struct truetype *program, GPtrArray *texts,
                       const struct typing_letter *letter)
{
    char text[7] = {0};
    struct pdf_glyph glyph = {.id = letter->glyph, .code = font->glyphs->len + 1, .alone = true};
    glyph.length = (size_t)g_unichar_to_utf8(letter->character, text);
    glyph.text = g_strdup(text);
    glyph.width = truetype_add(program, letter->face, letter->glyph);
    g_ptr_array_add(texts, (char *)glyph.text);
    g_array_append_val(font->glyphs, glyph);
}

/* The heights of a face, as they are drawn. */
static struct face drawn(const struct face *face)
{
    struct face small = *face;
    small.ascent = TALLEST * SHARE + RAISE;
    small.descent = LONGEST * SHARE - RAISE;
    small.cap_height = face->cap_height * SHARE + RAISE;
    return small;
}

struct pdf_ref pdf_form_font_new(struct pdf *pdf, const struct typing *typing)
{
    struct face face = drawn(typing->face);
    struct pdf_font font = {.face = &face,
                            .object = pdf_dict_new(pdf),
                            .glyphs = g_array_new(FALSE, FALSE, sizeof(struct pdf_glyph))};
    struct truetype *program = truetype_new(&face, SHARE, RAISE);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    truetype_add(program, typing->face, MISSING);
    for (guint i = 0; i < typing->letters->len; i++)
        add_letter(&font, program, texts, &g_array_index(typing->letters, struct typing_letter, i));
    font.program = truetype_finish(program);
    pdf_font_write(pdf, &font);
    hb_blob_destroy(font.program);
    g_array_unref(font.glyphs);
    return font.object;
}
