/*
 * The private font set. Fontconfig reads fonts.conf, and nothing else of the system's setting;
 * Pango chooses among those faces, for each thread by a map of its own.
 */
#include "layout/font.h"

#include "layout/faces.h"
#include "layout/font_set.h"
#include "layout/gaps.h"

#include <string.h>

/* What the fonts of all threads have in common. */
struct stock {
    gint users;
    char *path, *family;
    struct font_set *first;   /* what most texts need */
    GMutex mutex;             /* guards `whole` */
    struct font_set *whole;   /* NULL: no text has needed it yet */
    struct coverage *letters; /* of the family: what `first` is enough for */
    struct faces *faces;
    const struct face *primary[2]; /* regular, bold */
};

struct fonts {
    struct stock *stock;
    PangoFontMap *first;
    PangoFontMap *whole; /* NULL: no text has needed it yet */
    GHashTable *by_font; /* PangoFont -> struct face, to skip the look-up by name */
    GHashTable *typings; /* NULL: nobody has asked for letters for fields */
    struct gaps *gaps;   /* NULL: nobody has asked for them */
};

static struct fonts *fonts_new(struct stock *stock)
{
    struct fonts *fonts = g_new0(struct fonts, 1);
    fonts->stock = stock;
    fonts->first = font_set_new_map(stock->first);
    fonts->by_font = g_hash_table_new_full(NULL, NULL, g_object_unref, NULL);
    return fonts;
}

struct fonts *fonts_copy(const struct fonts *fonts)
{
    g_atomic_int_inc(&fonts->stock->users);
    return fonts_new(fonts->stock);
}

const struct face *fonts_face(struct fonts *fonts, PangoFont *font)
{
    const struct face *face = g_hash_table_lookup(fonts->by_font, font);
    if (face)
        return face;
    face = faces_get(fonts->stock->faces, font);
    g_hash_table_insert(fonts->by_font, g_object_ref(font), (gpointer)face);
    return face;
}

static PangoFontMap *map_of(const struct fonts *fonts)
{
    return fonts->whole ? fonts->whole : fonts->first;
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
    if (font_set_has_family(fonts->stock->first, family))
        return true;
    diag_report(diag, RULE_FONT_CONFIG, (struct pos){.path = g_intern_string(fonts->stock->path)},
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
    pango_font_description_set_family(wish, fonts->stock->family);
    pango_font_description_set_weight(wish, weight);
    pango_font_description_set_absolute_size(wish, SHAPING_EM * PANGO_SCALE);
    PangoFont *font = pango_font_map_load_font(fonts->first, context, wish);
    pango_font_description_free(wish);
    g_object_unref(context);
    return font;
}

static void load_primaries(struct fonts *fonts)
{
    struct stock *stock = fonts->stock;
    PangoFont *regular = load_primary(fonts, PANGO_WEIGHT_NORMAL);
    PangoFont *bold = load_primary(fonts, PANGO_WEIGHT_BOLD);
    stock->primary[false] = fonts_face(fonts, regular);
    faces_set_regular(stock->faces, stock->primary[false]);
    stock->primary[true] = fonts_face(fonts, bold);
    stock->letters = coverage_new(regular, bold);
    g_object_unref(regular);
    g_object_unref(bold);
}

/* False, reported, when the first choice has no Latin letters to reckon sizes from. */
static bool can_be_measured(const struct fonts *fonts, struct diag *diag)
{
    const struct face *face = fonts->stock->primary[false];
    if (face->x_height > 0 && face->cap_height > 0 && face->average_width > 0)
        return true;
    diag_report(diag, RULE_FONT_CONFIG, (struct pos){.path = g_intern_string(fonts->stock->path)},
                "the family '%s' has no Latin letters, which sizes are reckoned from; choose one "
                "that has: other scripts find their fonts by themselves",
                fonts->stock->family);
    return false;
}

static struct stock *stock_new(const char *path, const char *family, struct font_set *first)
{
    struct stock *stock = g_new0(struct stock, 1);
    stock->users = 1;
    stock->path = g_strdup(path);
    stock->family = g_strdup(family);
    stock->first = first;
    stock->faces = faces_new();
    g_mutex_init(&stock->mutex);
    return stock;
}

static void stock_unref(struct stock *stock)
{
    if (!g_atomic_int_dec_and_test(&stock->users))
        return;
    faces_free(stock->faces);
    coverage_free(stock->letters);
    font_set_free(stock->whole);
    font_set_free(stock->first);
    g_mutex_clear(&stock->mutex);
    g_free(stock->family);
    g_free(stock->path);
    g_free(stock);
}

struct fonts *fonts_load(const char *path, const char *family, struct diag *diag)
{
    struct font_set *first = font_set_load(path, family, diag);
    if (!first)
        return NULL;
    struct fonts *fonts = fonts_new(stock_new(path, family, first));
    if (!check_family(fonts, family, diag) || !check_family(fonts, FONTS_CODE_FAMILY, diag)) {
        fonts_free(fonts);
        return NULL;
    }
    load_primaries(fonts);
    if (!can_be_measured(fonts, diag))
        g_clear_pointer(&fonts, fonts_free);
    return fonts;
}

/* Read once for all threads; NULL when it cannot be read any more. */
static struct font_set *whole_set(struct stock *stock)
{
    g_mutex_lock(&stock->mutex);
    if (!stock->whole)
        stock->whole = font_set_load(stock->path, NULL, NULL);
    struct font_set *whole = stock->whole;
    g_mutex_unlock(&stock->mutex);
    return whole;
}

bool fonts_widen(struct fonts *fonts)
{
    const struct font_set *whole = fonts->whole ? NULL : whole_set(fonts->stock);
    if (!whole)
        return false;
    fonts->whole = font_set_new_map(whole);
    return true;
}

void fonts_cover(struct fonts *fonts, PangoContext *context, const char *text)
{
    if (!fonts->whole && !coverage_has(fonts->stock->letters, text))
        fonts_widen(fonts);
    pango_context_set_font_map(context, map_of(fonts));
}

GPtrArray *fonts_files(const struct fonts *fonts)
{
    g_autofree char *dropped = g_path_get_dirname(fonts->stock->path);
    return font_set_files(fonts->stock->first, dropped);
}

void fonts_free(struct fonts *fonts)
{
    if (!fonts)
        return;
    gaps_free(fonts->gaps);
    g_clear_pointer(&fonts->typings, g_hash_table_unref);
    g_hash_table_unref(fonts->by_font);
    g_clear_object(&fonts->whole);
    g_object_unref(fonts->first);
    stock_unref(fonts->stock);
    g_free(fonts);
}

const struct face *fonts_primary(const struct fonts *fonts, bool bold)
{
    return fonts->stock->primary[bold];
}

const char *fonts_family(const struct fonts *fonts)
{
    return fonts->stock->family;
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
