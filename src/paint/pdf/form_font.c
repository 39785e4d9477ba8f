/*
 * The font of words that others type into form fields: what they will write is not known, so it has
 * every letter that the layout offers, each under a code of its own, which viewers find through
 * ToUnicode. The awkward fact: a field names one font, and a font has one program, so letters of
 * several faces are drawn into a new one.
 */
#include "paint/pdf/form_font.h"

#include "paint/pdf/file.h"
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

/* The letters of a layout as they are drawn: the same for most files, and made once for all. */
struct drawing {
    hb_blob_t *program;
    GByteArray *packed; /* the program */
    double *widths;     /* [em / 1000] of each letter */
};

static const struct typing_letter *letter_at(const struct typing *typing, guint i)
{
    return &g_array_index(typing->letters, struct typing_letter, i);
}

/* What it depends on; owned by the caller. Faces first: each stands where a pointer may, so that
 * who looks for leaks finds what is kept. */
static GBytes *key_of(const struct typing *typing)
{
    GByteArray *key = g_byte_array_new();
    g_byte_array_append(key, (const guint8 *)&typing->face->hb, sizeof typing->face->hb);
    for (guint i = 0; i < typing->letters->len; i++) {
        const struct face *face = letter_at(typing, i)->face;
        g_byte_array_append(key, (const guint8 *)&face->hb, sizeof face->hb);
    }
    for (guint i = 0; i < typing->letters->len; i++) {
        hb_codepoint_t glyph = letter_at(typing, i)->glyph;
        g_byte_array_append(key, (const guint8 *)&glyph, sizeof glyph);
    }
    return g_byte_array_free_to_bytes(key);
}

/* Faces that a key tells of stay, so that no other takes the place of one in memory. */
static void keep_faces(const struct typing *typing)
{
    const hb_face_t *last = NULL;
    hb_face_reference(typing->face->hb);
    for (guint i = 0; i < typing->letters->len; i++) {
        hb_face_t *face = letter_at(typing, i)->face->hb;
        if (face != last)
            hb_face_reference(face);
        last = face;
    }
}

static struct drawing *draw(const struct face *face, const struct typing *typing)
{
    struct drawing *drawing = g_new(struct drawing, 1);
    struct truetype *program = truetype_new(face, SHARE, RAISE);
    truetype_add(program, typing->face, MISSING);
    drawing->widths = g_new(double, typing->letters->len);
    for (guint i = 0; i < typing->letters->len; i++) {
        const struct typing_letter *letter = letter_at(typing, i);
        drawing->widths[i] = truetype_add(program, letter->face, letter->glyph);
    }
    drawing->program = truetype_finish(program);
    unsigned size;
    const char *data = hb_blob_get_data(drawing->program, &size);
    drawing->packed = pdf_pack(data, size);
    return drawing;
}

/* Kept for ever; any thread. */
static const struct drawing *find_drawing(const struct face *face, const struct typing *typing)
{
    static GMutex mutex;
    static GHashTable *drawings; /* GBytes * -> struct drawing * */
    GBytes *key = key_of(typing);
    g_mutex_lock(&mutex);
    if (!drawings)
        drawings = g_hash_table_new(g_bytes_hash, g_bytes_equal);
    struct drawing *drawing = g_hash_table_lookup(drawings, key);
    if (!drawing) {
        drawing = draw(face, typing);
        keep_faces(typing);
        g_hash_table_insert(drawings, g_bytes_ref(key), drawing);
    }
    g_mutex_unlock(&mutex);
    g_bytes_unref(key);
    return drawing;
}

/* Adds a letter under the next code; its text goes to the end of `texts`. */
static void add_letter(struct pdf_font *font, GPtrArray *texts, const struct typing_letter *letter,
                       double width)
{
    char text[7] = {0};
    struct pdf_glyph glyph = {
        .id = letter->glyph, .code = font->glyphs->len + 1, .alone = true, .width = width};
    glyph.length = (size_t)g_unichar_to_utf8(letter->character, text);
    glyph.text = g_strdup(text);
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
    const struct drawing *drawing = find_drawing(&face, typing);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < typing->letters->len; i++)
        add_letter(&font, texts, letter_at(typing, i), drawing->widths[i]);
    font.program = drawing->program;
    font.packed = drawing->packed;
    pdf_font_write(pdf, &font);
    g_array_unref(font.glyphs);
    return font.object;
}
