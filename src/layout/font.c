/*
 * The private font set. Fontconfig reads fonts.conf, and nothing else of the system's setting;
 * Pango chooses among those faces, for each thread by a map of its own.
 */
#include "layout/font.h"

#include "base/paths.h"
#include "layout/faces.h"
#include "layout/font_map.h"
#include "layout/font_set.h"
#include "layout/gaps.h"
#include "layout/plan.h"

#include <string.h>

/* What the fonts of all threads have in common. */
struct stock {
    gint users;
    char *path, *family;
    struct font_set *first; /* what most texts need */
    GMutex mutex;           /* guards `whole` */
    struct font_set *whole; /* NULL: no text has needed it yet */
    struct faces *faces;
    const struct face *primary[2]; /* regular, bold */
};

struct fonts {
    struct stock *stock;
    PangoFontMap *first;
    PangoFontMap *whole; /* NULL: no text has needed it yet */
    GArray *letters;     /* of gunichar: of all texts so far, each once */
    hb_set_t *met;       /* the same, */
    bool ascii[0x80];    /* and those of ASCII, which most are */
    PangoFont *own[2];   /* the first choice's regular and bold; NULL: not loaded yet */
    struct plans *plans; /* NULL: nobody has asked for them */
    gpointer texts;      /* NULL: nobody has set one */
    GDestroyNotify free_texts;
    GHashTable *typings; /* NULL: nobody has asked for letters for fields */
    struct gaps *gaps;   /* NULL: nobody has asked for them */
};

static struct fonts *fonts_new(struct stock *stock)
{
    struct fonts *fonts = g_new0(struct fonts, 1);
    fonts->stock = stock;
    fonts->letters = g_array_new(FALSE, FALSE, sizeof(gunichar));
    fonts->met = hb_set_create();
    fonts->first = font_map_new(stock->first, stock->faces, fonts->letters);
    return fonts;
}

struct fonts *fonts_copy(const struct fonts *fonts)
{
    g_atomic_int_inc(&fonts->stock->users);
    return fonts_new(fonts->stock);
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
    diag_report(diag, RULE_FONT_CONFIG, (struct pos){.file = paths_number(fonts->stock->path)},
                "the font set has no family '%s'; install its package (fonts-sil-andika for "
                "Andika, fonts-noto-mono for Noto Sans Mono) or put its files into the folder of "
                "this file",
                family);
    return false;
}

static const struct face *find_primary(struct stock *stock, PangoWeight weight)
{
    const GPtrArray *ranking = font_set_rank(stock->first, stock->family, (int)weight, "en");
    return faces_get(stock->faces, ranking->pdata[0]);
}

static void find_primaries(struct stock *stock)
{
    stock->primary[false] = find_primary(stock, PANGO_WEIGHT_NORMAL);
    faces_set_regular(stock->faces, stock->primary[false]);
    stock->primary[true] = find_primary(stock, PANGO_WEIGHT_BOLD);
}

/* False, reported, when the first choice has no Latin letters to reckon sizes from. */
static bool can_be_measured(const struct fonts *fonts, struct diag *diag)
{
    const struct face *face = fonts->stock->primary[false];
    if (face->x_height > 0 && face->cap_height > 0 && face->average_width > 0)
        return true;
    diag_report(diag, RULE_FONT_CONFIG, (struct pos){.file = paths_number(fonts->stock->path)},
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
    find_primaries(fonts->stock);
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
    struct font_set *whole = fonts->whole ? NULL : whole_set(fonts->stock);
    if (!whole)
        return false;
    fonts->whole = font_map_new(whole, fonts->stock->faces, fonts->letters);
    return true;
}

/* Pango takes these from any face: they show nothing. */
static bool is_unseen(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);
    return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
           type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR;
}

static bool primaries_have(const struct stock *stock, gunichar c)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(stock->primary[false]->font, c, &glyph) &&
           hb_font_get_nominal_glyph(stock->primary[true]->font, c, &glyph);
}

static void meet(struct fonts *fonts, gunichar letter)
{
    bool ascii = letter < G_N_ELEMENTS(fonts->ascii);
    if (ascii ? fonts->ascii[letter] : hb_set_has(fonts->met, letter))
        return;
    if (ascii)
        fonts->ascii[letter] = true;
    hb_set_add(fonts->met, letter);
    g_array_append_val(fonts->letters, letter);
    if (!fonts->whole && !primaries_have(fonts->stock, letter) && !is_unseen(letter))
        fonts_widen(fonts);
}

void fonts_cover(struct fonts *fonts, PangoContext *context, const char *text)
{
    for (const char *c = text; *c; c = g_utf8_next_char(c))
        if ((guchar)*c >= G_N_ELEMENTS(fonts->ascii) || !fonts->ascii[(guchar)*c])
            meet(fonts, g_utf8_get_char(c));
    pango_context_set_font_map(context, map_of(fonts));
}

bool fonts_has(const struct fonts *fonts, const char *text)
{
    for (const char *c = text; fonts->whole && *c; c = g_utf8_next_char(c))
        if (!primaries_have(fonts->stock, g_utf8_get_char(c)))
            return false;
    return true;
}

PangoFont *fonts_font(struct fonts *fonts, bool bold)
{
    if (fonts->own[bold])
        return fonts->own[bold];
    PangoContext *context = pango_font_map_create_context(fonts->first);
    PangoFontDescription *wish = pango_font_description_new();
    pango_font_description_set_family(wish, fonts->stock->family);
    pango_font_description_set_weight(wish, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(wish, SHAPING_EM * PANGO_SCALE);
    fonts->own[bold] = pango_font_map_load_font(fonts->first, context, wish);
    pango_font_description_free(wish);
    g_object_unref(context);
    return fonts->own[bold];
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
    plans_free(fonts->plans);
    if (fonts->texts)
        fonts->free_texts(fonts->texts);
    g_clear_object(&fonts->own[false]);
    g_clear_object(&fonts->own[true]);
    g_clear_pointer(&fonts->typings, g_hash_table_unref);
    g_clear_object(&fonts->whole);
    g_object_unref(fonts->first);
    g_array_unref(fonts->letters);
    hb_set_destroy(fonts->met);
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

struct plans *fonts_plans(struct fonts *fonts)
{
    if (!fonts->plans)
        fonts->plans = plans_new();
    return fonts->plans;
}

gpointer *fonts_texts(struct fonts *fonts, GDestroyNotify free)
{
    fonts->free_texts = free;
    return &fonts->texts;
}

GHashTable *fonts_typings(struct fonts *fonts, GDestroyNotify free)
{
    if (!fonts->typings)
        fonts->typings = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free);
    return fonts->typings;
}
