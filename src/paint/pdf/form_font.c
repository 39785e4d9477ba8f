/*
 * The font of words that others type into form fields: what they will write is not known, so it has
 * every letter that the layout offers, each under a code of its own, which viewers find through
 * ToUnicode. The awkward fact: a field names one font, and a font has one program, so letters of
 * several faces are drawn into a new one.
 */
#include "paint/pdf/form_font.h"

#include "base/cache.h"
#include "base/digest.h"
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

/* The beginning of a font's file, which lists its tables with their lengths and sums (ISO/IEC
 * 14496-22, 4.3): it stands for the whole. [bytes] */
#define LISTED 4096

/* A font as it is kept: its program and its map, both packed, how long the program was, its digest,
 * the widths. */
#define KEPT_TYPE "(ayayuss)"

/* The same for most files: made once for all of them. */
struct kept {
    GVariant *all;
    struct pdf_font_data data; /* points into it */
};

static const struct typing_letter *letter_at(const struct typing *typing, guint i)
{
    return &g_array_index(typing->letters, struct typing_letter, i);
}

static void add_face(struct digest *name, const struct face *face)
{
    hb_blob_t *file = hb_face_reference_blob(face->hb);
    unsigned size;
    const char *data = hb_blob_get_data(file, &size);
    const guint numbers[] = {size, face->index};
    digest_add(name, numbers, sizeof numbers);
    digest_add(name, data, MIN(size, LISTED));
    hb_blob_destroy(file);
}

/* Of all that it depends on; owned by the caller. */
static char *name_of(const struct typing *typing)
{
    const struct face *last = typing->face;
    struct digest *name = digest_new();
    add_face(name, last);
    for (guint i = 0; i < typing->letters->len; i++) {
        const struct typing_letter *letter = letter_at(typing, i);
        if (letter->face != last)
            add_face(name, letter->face);
        last = letter->face;
        const guint numbers[] = {letter->character, letter->glyph};
        digest_add(name, numbers, sizeof numbers);
    }
    return digest_end(name);
}

/* The glyphs under their codes: the first is 1. Their texts go to the end of `texts`. */
static GArray *code_letters(const struct typing *typing, const double *widths, GPtrArray *texts)
{
    GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(struct pdf_glyph));
    for (guint i = 0; i < typing->letters->len; i++) {
        const struct typing_letter *letter = letter_at(typing, i);
        char text[7] = {0};
        struct pdf_glyph glyph = {
            .id = letter->glyph, .code = i + 1, .alone = true, .width = widths[i]};
        glyph.length = (size_t)g_unichar_to_utf8(letter->character, text);
        glyph.text = g_strdup(text);
        g_ptr_array_add(texts, (char *)glyph.text);
        g_array_append_val(glyphs, glyph);
    }
    return glyphs;
}

/* The program, and the width of each letter, which the caller owns. */
static hb_blob_t *draw(const struct face *face, const struct typing *typing, double **out_widths)
{
    struct truetype *program = truetype_new(face, SHARE, RAISE);
    double *widths = g_new(double, typing->letters->len);
    truetype_add(program, typing->face, MISSING);
    for (guint i = 0; i < typing->letters->len; i++) {
        const struct typing_letter *letter = letter_at(typing, i);
        widths[i] = truetype_add(program, letter->face, letter->glyph);
    }
    *out_widths = widths;
    return truetype_finish(program);
}

static GVariant *pack(const char *bytes, size_t size)
{
    g_autoptr(GBytes) packed = pdf_pack_once(bytes, size);
    return g_variant_new_from_bytes(G_VARIANT_TYPE_BYTESTRING, packed, TRUE);
}

static GBytes *make(const struct face *face, const struct typing *typing)
{
    g_autofree double *widths = NULL;
    hb_blob_t *program = draw(face, typing, &widths);
    unsigned size;
    const char *data = hb_blob_get_data(program, &size);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) glyphs = code_letters(typing, widths, texts);
    g_autoptr(GString) map = pdf_font_to_unicode(glyphs), said = pdf_font_widths(glyphs);
    g_autofree char *digest = digest_of(data, size);
    g_autoptr(GVariant) made = g_variant_ref_sink(g_variant_new(
        "(@ay@ayuss)", pack(data, size), pack(map->str, map->len), size, digest, said->str));
    hb_blob_destroy(program);
    return g_variant_get_data_as_bytes(made);
}

/* From an earlier run, or made for later ones. */
static GBytes *find_or_make(const char *name, const struct face *face, const struct typing *typing)
{
    GBytes *bytes = cache_find(name);
    if (bytes)
        return bytes;
    bytes = make(face, typing);
    cache_keep(name, bytes);
    return bytes;
}

static GBytes *bytes_at(GVariant *all, gsize place)
{
    g_autoptr(GVariant) bytes = g_variant_get_child_value(all, place);
    return g_variant_get_data_as_bytes(bytes);
}

static struct kept *kept_new(GBytes *bytes)
{
    struct kept *kept = g_new(struct kept, 1);
    struct pdf_font_data *data = &kept->data;
    guint size;
    kept->all =
        g_variant_ref_sink(g_variant_new_from_bytes(G_VARIANT_TYPE(KEPT_TYPE), bytes, TRUE));
    g_variant_get(kept->all, "(@ay@ayu&s&s)", NULL, NULL, &size, &data->digest, &data->widths);
    data->size = size;
    data->program = bytes_at(kept->all, 0);
    data->to_unicode = bytes_at(kept->all, 1);
    return kept;
}

/* Any thread. */
static const struct pdf_font_data *find_data(const struct face *face, const struct typing *typing)
{
    static GMutex mutex;
    static GHashTable *known; /* char *name -> struct kept * */
    g_autofree char *name = name_of(typing);
    g_mutex_lock(&mutex);
    if (!known)
        known = g_hash_table_new(g_str_hash, g_str_equal);
    struct kept *kept = g_hash_table_lookup(known, name);
    if (!kept) {
        g_autoptr(GBytes) bytes = find_or_make(name, face, typing);
        kept = kept_new(bytes);
        g_hash_table_insert(known, g_strdup(name), kept);
    }
    g_mutex_unlock(&mutex);
    return &kept->data;
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
    struct pdf_ref font = pdf_dict_new(pdf);
    pdf_font_write(pdf, font, &face, find_data(&face, typing));
    return font;
}
