/*
 * The faces that texts have met. A face is measured when a run uses it first, and is then kept
 * until the set is freed, because display lists point to it.
 */
#include "layout/faces.h"

#include "base/digest.h"

#include <hb-ot.h>

struct faces {
    GMutex mutex;
    GHashTable *by_file;        /* "path#index" -> struct face */
    const struct face *regular; /* of the first choice; NULL: not met yet */
};

/* What a painter keeps for a face. */
struct kept {
    GMutex mutex;
    void *value; /* NULL: nobody has asked for it */
    GDestroyNotify free;
};

/* Letter and space frequencies of English prose, per thousand characters (Norvig 2013, letters
 * scaled to 82 %). */
static const struct {
    char letter;
    double share;
} frequencies[] = {
    {' ', 180},  {'e', 102.5}, {'t', 76.1}, {'a', 65.9}, {'o', 62.7}, {'i', 62.1}, {'n', 59.3},
    {'s', 53.4}, {'r', 51.5},  {'h', 41.4}, {'l', 33.4}, {'d', 31.3}, {'c', 27.4}, {'u', 22.4},
    {'m', 20.6}, {'f', 19.7},  {'p', 17.5}, {'g', 15.3}, {'w', 13.8}, {'y', 13.6}, {'b', 12.1},
    {'v', 8.6},  {'k', 4.4},   {'x', 1.9},  {'j', 1.3},  {'q', 1.0},  {'z', 0.7},
};

static double glyph_top(hb_font_t *font, hb_codepoint_t character)
{
    hb_codepoint_t glyph;
    hb_glyph_extents_t extents;
    if (!hb_font_get_nominal_glyph(font, character, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &extents))
        return 0;
    return extents.y_bearing;
}

static double average_width(hb_font_t *font)
{
    double sum = 0, shares = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(frequencies); i++) {
        hb_codepoint_t glyph;
        if (!hb_font_get_nominal_glyph(font, (hb_codepoint_t)frequencies[i].letter, &glyph))
            continue;
        sum += hb_font_get_glyph_h_advance(font, glyph) * frequencies[i].share;
        shares += frequencies[i].share;
    }
    return shares > 0 ? sum / shares : 0;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool found = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return found;
}

static void measure_face(struct face *face)
{
    double em = face->units_per_em;
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(face->font, &extents);
    face->ascent = extents.ascender / em;
    face->descent = -extents.descender / em;
    face->x_height = glyph_top(face->font, 'x') / em;
    face->cap_height = glyph_top(face->font, 'I') / em;
    face->average_width = average_width(face->font) / em;
}

static void open_file(struct face *face)
{
    struct digest *stamp = digest_new();
    digest_add_stamp(stamp, face->path);
    face->stamp = digest_end(stamp);
    hb_blob_t *blob = hb_blob_create_from_file(face->path);
    face->hb = hb_face_create(blob, face->index);
    face->font = hb_font_create(face->hb);
    hb_font_make_immutable(face->font);
    hb_blob_destroy(blob);
}

static struct face *face_new(const struct font_file *file)
{
    struct face *face = g_new0(struct face, 1);
    face->path = g_strdup(file->path);
    face->index = file->index;
    face->bold = file->bold;
    open_file(face);
    face->name = g_strdup(file->name ? file->name : "unnamed");
    face->kept = g_new0(struct kept, 1);
    face->cff = has_table(face->hb, HB_TAG('C', 'F', 'F', ' ')) ||
                has_table(face->hb, HB_TAG('C', 'F', 'F', '2'));
    face->units_per_em = hb_face_get_upem(face->hb);
    measure_face(face);
    return face;
}

static void face_free(struct face *face)
{
    hb_font_destroy(face->font);
    hb_face_destroy(face->hb);
    if (face->kept->value)
        face->kept->free(face->kept->value);
    g_free(face->kept);
    g_free(face->name);
    g_free(face->stamp);
    g_free(face->path);
    g_free(face);
}

/* A face without Latin letters is set at the em of the first choice, so what its sizes are called
 * goes by the first choice's letters. */
static void borrow_heights(const struct faces *faces, struct face *face)
{
    if (!faces->regular || (face->x_height > 0 && face->cap_height > 0))
        return;
    face->x_height = faces->regular->x_height;
    face->cap_height = faces->regular->cap_height;
}

struct faces *faces_new(void)
{
    struct faces *faces = g_new0(struct faces, 1);
    g_mutex_init(&faces->mutex);
    faces->by_file =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)face_free);
    return faces;
}

void faces_free(struct faces *faces)
{
    g_hash_table_unref(faces->by_file);
    g_mutex_clear(&faces->mutex);
    g_free(faces);
}

static const struct face *find_or_add(struct faces *faces, const struct font_file *file)
{
    g_autofree char *key = g_strdup_printf("%s#%u", file->path, file->index);
    struct face *face = g_hash_table_lookup(faces->by_file, key);
    if (face)
        return face;
    face = face_new(file);
    borrow_heights(faces, face);
    g_hash_table_insert(faces->by_file, g_steal_pointer(&key), face);
    return face;
}

const struct face *faces_get(struct faces *faces, const struct font_file *file)
{
    g_mutex_lock(&faces->mutex);
    const struct face *face = find_or_add(faces, file);
    g_mutex_unlock(&faces->mutex);
    return face;
}

void faces_set_regular(struct faces *faces, const struct face *face)
{
    faces->regular = face;
}

void *face_kept(const struct face *face, face_maker make, GDestroyNotify free)
{
    struct kept *kept = face->kept;
    g_mutex_lock(&kept->mutex);
    if (!kept->value) {
        kept->value = make(face->path, face->index);
        kept->free = free;
    }
    g_mutex_unlock(&kept->mutex);
    return kept->value;
}
