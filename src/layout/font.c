/*
 * The private font set. Fontconfig reads fonts.conf, and nothing else of the system's setting;
 * Pango chooses among those faces; this file tells what is behind a choice. A face is met first
 * when a run uses it, and is then kept until the set is freed, because display lists point to it.
 */
#include "layout/font.h"

#include "layout/font_set.h"
#include "layout/gaps.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangofc-font.h>
#include <string.h>

struct fonts {
    char *path, *family;
    struct font_set *first;        /* what most texts need */
    struct font_set *whole;        /* NULL: no text has needed it yet */
    struct coverage *letters;      /* of the family: what `first` is enough for */
    GHashTable *by_file;           /* "path#index" -> struct face */
    GHashTable *by_font;           /* PangoFont -> struct face, to skip the look-up by name */
    const struct face *primary[2]; /* regular, bold */
    GHashTable *typings;           /* NULL: nobody has asked for letters for fields */
    struct gaps *gaps;             /* NULL: nobody has asked for them */
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

static char *postscript_name(hb_face_t *face)
{
    char name[128];
    unsigned length = sizeof name;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, name);
    return g_strdup(length > 0 ? name : "unnamed");
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
    hb_font_t *font = hb_font_create(face->hb);
    double em = face->units_per_em;
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(font, &extents);
    face->ascent = extents.ascender / em;
    face->descent = -extents.descender / em;
    face->x_height = glyph_top(font, 'x') / em;
    face->cap_height = glyph_top(font, 'I') / em;
    face->average_width = average_width(font) / em;
    hb_font_destroy(font);
}

static struct face *face_new(const FcPattern *pattern, const char *path, int index, hb_face_t *hb)
{
    struct face *face = g_new0(struct face, 1);
    int weight = FC_WEIGHT_REGULAR;
    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
    face->path = g_strdup(path);
    face->index = (unsigned)index;
    face->hb = hb_face_reference(hb);
    face->name = postscript_name(hb);
    face->kept = g_new0(struct kept, 1);
    face->cff =
        has_table(hb, HB_TAG('C', 'F', 'F', ' ')) || has_table(hb, HB_TAG('C', 'F', 'F', '2'));
    face->bold = weight >= FC_WEIGHT_DEMIBOLD;
    face->units_per_em = hb_face_get_upem(hb);
    measure_face(face);
    return face;
}

static void face_free(struct face *face)
{
    hb_face_destroy(face->hb);
    if (face->kept->value)
        face->kept->free(face->kept->value);
    g_free(face->kept);
    g_free(face->name);
    g_free(face->path);
    g_free(face);
}

/* A face without Latin letters is set at the em of the first choice, so what its sizes are called
 * goes by the first choice's letters. */
static void borrow_heights(const struct fonts *fonts, struct face *face)
{
    const struct face *primary = fonts->primary[false];
    if (!primary || (face->x_height > 0 && face->cap_height > 0))
        return;
    face->x_height = primary->x_height;
    face->cap_height = primary->cap_height;
}

const struct face *fonts_face(struct fonts *fonts, PangoFont *font)
{
    struct face *face = g_hash_table_lookup(fonts->by_font, font);
    if (face)
        return face;
    FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8 *path = NULL;
    int index = 0;
    FcPatternGetString(pattern, FC_FILE, 0, &path);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    g_autofree char *key = g_strdup_printf("%s#%d", (const char *)path, index);
    face = g_hash_table_lookup(fonts->by_file, key);
    if (!face) {
        hb_face_t *hb = hb_font_get_face(pango_font_get_hb_font(font));
        face = face_new(pattern, (const char *)path, index, hb);
        borrow_heights(fonts, face);
        g_hash_table_insert(fonts->by_file, g_steal_pointer(&key), face);
    }
    g_hash_table_insert(fonts->by_font, g_object_ref(font), face);
    return face;
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

static PangoFontMap *map_of(const struct fonts *fonts)
{
    return font_set_map(fonts->whole ? fonts->whole : fonts->first);
}

PangoContext *fonts_context(const struct fonts *fonts)
{
    PangoContext *context = pango_font_map_create_context(map_of(fonts));
    pango_context_set_round_glyph_positions(context, FALSE);
    return context;
}

/* Another face in its place would be found, but not the same one on every machine. */
static bool check_family(const struct fonts *fonts, const char *family, struct diag *diag)
{
    if (font_set_has_family(fonts->first, family))
        return true;
    diag_report(diag, RULE_FONT_CONFIG, (struct pos){.path = g_intern_string(fonts->path)},
                "the font set has no family '%s'; install its package (fonts-sil-andika for "
                "Andika, fonts-noto-mono for Noto Sans Mono) or put its files into the folder of "
                "this file",
                family);
    return false;
}

/* The first choice's font of a weight; owned by the caller. */
static PangoFont *load_primary(struct fonts *fonts, PangoWeight weight)
{
    PangoContext *context = fonts_context(fonts);
    PangoFontDescription *wish = pango_font_description_new();
    pango_font_description_set_family(wish, fonts->family);
    pango_font_description_set_weight(wish, weight);
    pango_font_description_set_absolute_size(wish, SHAPING_EM * PANGO_SCALE);
    PangoFont *font = pango_font_map_load_font(font_set_map(fonts->first), context, wish);
    pango_font_description_free(wish);
    g_object_unref(context);
    return font;
}

static void load_primaries(struct fonts *fonts)
{
    PangoFont *regular = load_primary(fonts, PANGO_WEIGHT_NORMAL);
    PangoFont *bold = load_primary(fonts, PANGO_WEIGHT_BOLD);
    fonts->primary[false] = fonts_face(fonts, regular);
    fonts->primary[true] = fonts_face(fonts, bold);
    fonts->letters = coverage_new(regular, bold);
    g_object_unref(regular);
    g_object_unref(bold);
}

/* False, reported, when the first choice has no Latin letters to reckon sizes from. */
static bool can_be_measured(const struct fonts *fonts, struct diag *diag)
{
    const struct face *face = fonts->primary[false];
    if (face->x_height > 0 && face->cap_height > 0 && face->average_width > 0)
        return true;
    diag_report(diag, RULE_FONT_CONFIG, (struct pos){.path = g_intern_string(fonts->path)},
                "the family '%s' has no Latin letters, which sizes are reckoned from; choose one "
                "that has: other scripts find their fonts by themselves",
                fonts->family);
    return false;
}

struct fonts *fonts_load(const char *path, const char *family, struct diag *diag)
{
    struct font_set *first = font_set_load(path, family, diag);
    if (!first)
        return NULL;
    struct fonts *fonts = g_new0(struct fonts, 1);
    fonts->path = g_strdup(path);
    fonts->family = g_strdup(family);
    fonts->first = first;
    fonts->by_file =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)face_free);
    fonts->by_font = g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
    if (!check_family(fonts, family, diag) || !check_family(fonts, FONTS_CODE_FAMILY, diag)) {
        fonts_free(fonts);
        return NULL;
    }
    load_primaries(fonts);
    if (!can_be_measured(fonts, diag))
        g_clear_pointer(&fonts, fonts_free);
    return fonts;
}

bool fonts_widen(struct fonts *fonts)
{
    if (fonts->whole)
        return false;
    fonts->whole = font_set_load(fonts->path, NULL, NULL);
    return fonts->whole != NULL;
}

void fonts_cover(struct fonts *fonts, PangoContext *context, const char *text)
{
    if (!fonts->whole && !coverage_has(fonts->letters, text))
        fonts_widen(fonts);
    pango_context_set_font_map(context, map_of(fonts));
}

GPtrArray *fonts_files(const struct fonts *fonts)
{
    return font_set_files(fonts->first);
}

void fonts_free(struct fonts *fonts)
{
    if (!fonts)
        return;
    gaps_free(fonts->gaps);
    g_clear_pointer(&fonts->typings, g_hash_table_unref);
    g_hash_table_unref(fonts->by_font);
    g_hash_table_unref(fonts->by_file);
    coverage_free(fonts->letters);
    font_set_free(fonts->whole);
    font_set_free(fonts->first);
    g_free(fonts->family);
    g_free(fonts->path);
    g_free(fonts);
}

const struct face *fonts_primary(const struct fonts *fonts, bool bold)
{
    return fonts->primary[bold];
}

const char *fonts_family(const struct fonts *fonts)
{
    return fonts->family;
}

struct gaps *fonts_gaps(struct fonts *fonts)
{
    if (!fonts->gaps)
        fonts->gaps = gaps_new();
    return fonts->gaps;
}

GHashTable *fonts_typings(struct fonts *fonts, GDestroyNotify free)
{
    if (!fonts->typings)
        fonts->typings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free);
    return fonts->typings;
}
