/*
 * Three classes of Pango's: a map has sets of fonts, one for each wish, and those have fonts, one
 * for each face and size. Nothing is hinted, turned or slanted, and lines are horizontal.
 */
#include "layout/font_map.h"

#include <hb.h>

/* A face in a map. */
struct member {
    struct map *map;
    const struct font_file *file;
    const struct face *face; /* NULL: not opened yet */
    PangoCoverage *coverage; /* of the first `told` of the map's letters */
    guint told;
    GHashTable *fonts; /* size -> struct font */
};

typedef struct map {
    PangoFontMap parent;
    struct font_set *set;
    struct faces *faces;
    const GArray *letters;
    GHashTable *members; /* const struct font_file * -> struct member */
    GHashTable *choices; /* struct wish -> struct choice, which holds it */
} Map;
typedef PangoFontMapClass MapClass;

/* What a set of fonts is asked for by. */
struct wish {
    char *family; /* NULL: any */
    PangoWeight weight;
    int size; /* [Pango units] */
    PangoLanguage *language;
};

typedef struct choice {
    PangoFontset parent;
    Map *map;
    struct wish wish;
    const GPtrArray *ranking; /* of const struct font_file *, best first */
} Choice;
typedef PangoFontsetClass ChoiceClass;

/* What is known of a glyph at a size. [Pango units] */
struct extent {
    PangoGlyph glyph;
    int advance;
    PangoRectangle ink;
};

/* The glyph of a letter; 0: the face has none. */
struct nominal {
    gunichar letter;
    hb_codepoint_t glyph;
};

/* What a font keeps of letters and glyphs: by the ends of their numbers, those met last. Pango asks
 * for those of each line. */
enum { KEPT_LETTERS = 128, KEPT_GLYPHS = 128 };

typedef struct font {
    PangoFont parent;
    struct member *member;
    int size;                  /* [Pango units] */
    PangoFontMetrics *metrics; /* NULL: not asked for yet */
    int ascent, descent;       /* of a line, descent positive [Pango units] */
    struct nominal letters[KEPT_LETTERS];
    struct extent glyphs[KEPT_GLYPHS];
} Font;
typedef PangoFontClass FontClass;

static GType map_get_type(void);
static GType choice_get_type(void);
static GType font_get_type(void);
G_DEFINE_TYPE(Map, map, PANGO_TYPE_FONT_MAP)
G_DEFINE_TYPE(Choice, choice, PANGO_TYPE_FONTSET)
G_DEFINE_TYPE(Font, font, PANGO_TYPE_FONT)

static const struct face *face_of(struct member *member)
{
    if (!member->face)
        member->face = faces_get(member->map->faces, member->file);
    return member->face;
}

static bool has_letter(struct member *member, gunichar letter)
{
    hb_codepoint_t glyph;
    return member->file->letters ? font_set_has_letter(member->file, letter)
                                 : hb_font_get_nominal_glyph(face_of(member)->font, letter, &glyph);
}

/* Fonts: a face at a size. */

static PangoFont *font_new(struct member *member, int size)
{
    Font *font = g_object_new(font_get_type(), NULL);
    font->member = member;
    font->size = size;
    return &font->parent;
}

static void font_init(Font *font)
{
    for (size_t i = 0; i < KEPT_GLYPHS; i++)
        font->glyphs[i].glyph = PANGO_GLYPH_EMPTY; /* which has no extent */
}

static void font_finalize(GObject *object)
{
    Font *font = (Font *)object;
    g_clear_pointer(&font->metrics, pango_font_metrics_unref);
    G_OBJECT_CLASS(font_parent_class)->finalize(object);
}

static PangoFontDescription *font_describe(PangoFont *font)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, font_map_face(font)->name);
    pango_font_description_set_absolute_size(description, ((Font *)font)->size);
    return description;
}

/* Pango makes none but for no font; nobody asks for more than the heights of lines. */
static void measure(Font *font)
{
    hb_font_extents_t extents;
    hb_font_get_extents_for_direction(pango_font_get_hb_font(&font->parent), HB_DIRECTION_LTR,
                                      &extents);
    font->ascent = extents.ascender;
    font->descent = -extents.descender;
    font->metrics = pango_font_get_metrics(NULL, NULL);
    font->metrics->ascent = font->ascent;
    font->metrics->descent = font->descent;
    font->metrics->height = font->ascent + font->descent + extents.line_gap;
}

static PangoFontMetrics *font_get_metrics(PangoFont *pango, PangoLanguage *language)
{
    Font *font = (Font *)pango;
    (void)language;
    if (!font->metrics)
        measure(font);
    return pango_font_metrics_ref(font->metrics);
}

/* A letter that no face has is as wide as most: it is an error, and nobody sees it. */
static struct extent measure_glyph(Font *font, PangoGlyph glyph)
{
    struct extent extent = {.glyph = glyph};
    hb_font_t *hb = hb_font_get_parent(pango_font_get_hb_font(&font->parent));
    hb_glyph_extents_t ink = {0};
    if (glyph & PANGO_GLYPH_UNKNOWN_FLAG) {
        extent.advance = (int)(face_of(font->member)->average_width * font->size);
    } else if (glyph != PANGO_GLYPH_EMPTY) {
        extent.advance = hb_font_get_glyph_h_advance(hb, glyph);
        hb_font_get_glyph_extents(hb, glyph, &ink);
        extent.ink = (PangoRectangle){ink.x_bearing, -ink.y_bearing, ink.width, -ink.height};
    }
    return extent;
}

static const struct extent *extent_of(Font *font, PangoGlyph glyph)
{
    struct extent *extent = &font->glyphs[glyph % KEPT_GLYPHS];
    if (extent->glyph != glyph)
        *extent = measure_glyph(font, glyph);
    return extent;
}

static void font_get_glyph_extents(PangoFont *pango, PangoGlyph glyph, PangoRectangle *ink,
                                   PangoRectangle *logical)
{
    Font *font = (Font *)pango;
    const struct extent *extent = extent_of(font, glyph);
    if (!font->metrics)
        measure(font);
    if (ink)
        *ink = extent->ink;
    if (logical)
        *logical =
            (PangoRectangle){0, -font->ascent, extent->advance, font->ascent + font->descent};
}

static hb_bool_t nominal_glyph(hb_font_t *hb, void *data, hb_codepoint_t letter,
                               hb_codepoint_t *glyph, void *nothing)
{
    struct nominal *kept = &((Font *)data)->letters[letter % KEPT_LETTERS];
    (void)nothing;
    if (kept->letter != letter) {
        *kept = (struct nominal){.letter = letter};
        hb_font_get_nominal_glyph(hb_font_get_parent(hb), letter, &kept->glyph);
    }
    *glyph = kept->glyph;
    return kept->glyph != 0;
}

static hb_position_t advance(hb_font_t *hb, void *font, hb_codepoint_t glyph, void *nothing)
{
    (void)hb, (void)nothing;
    return extent_of(font, glyph)->advance;
}

static gpointer make_funcs(gpointer nothing)
{
    (void)nothing;
    hb_font_funcs_t *funcs = hb_font_funcs_create();
    hb_font_funcs_set_nominal_glyph_func(funcs, nominal_glyph, NULL, NULL);
    hb_font_funcs_set_glyph_h_advance_func(funcs, advance, NULL, NULL);
    hb_font_funcs_make_immutable(funcs);
    return funcs;
}

/* One that looks up what is kept, above the one that knows. */
static hb_font_t *font_create_hb_font(PangoFont *pango)
{
    static GOnce funcs = G_ONCE_INIT;
    Font *font = (Font *)pango;
    hb_font_t *knowing = hb_font_create(font_map_face(pango)->hb);
    hb_font_set_scale(knowing, font->size, font->size);
    hb_font_set_ptem(knowing, (float)font->size / PANGO_SCALE);
    hb_font_t *hb = hb_font_create_sub_font(knowing);
    hb_font_set_funcs(hb, g_once(&funcs, make_funcs, NULL), font, NULL);
    hb_font_destroy(knowing);
    return hb;
}

/* Pango asks this for each letter that it sees for the first time. */
static PangoCoverage *font_get_coverage(PangoFont *font, PangoLanguage *language)
{
    struct member *member = ((Font *)font)->member;
    const GArray *letters = member->map->letters;
    (void)language;
    for (; member->told < letters->len; member->told++) {
        gunichar letter = g_array_index(letters, gunichar, member->told);
        if (has_letter(member, letter))
            pango_coverage_set(member->coverage, (int)letter, PANGO_COVERAGE_EXACT);
    }
    return g_object_ref(member->coverage);
}

static void font_class_init(FontClass *class)
{
    G_OBJECT_CLASS(class)->finalize = font_finalize;
    class->describe = font_describe;
    class->get_coverage = font_get_coverage;
    class->get_glyph_extents = font_get_glyph_extents;
    class->get_metrics = font_get_metrics;
    class->create_hb_font = font_create_hb_font;
}

const struct face *font_map_face(PangoFont *font)
{
    return face_of(((Font *)font)->member);
}

/* Members of a map. */

static void member_free(gpointer data)
{
    struct member *member = data;
    g_hash_table_unref(member->fonts);
    g_object_unref(member->coverage);
    g_free(member);
}

static struct member *member_of(Map *map, const struct font_file *file)
{
    struct member *member = g_hash_table_lookup(map->members, file);
    if (member)
        return member;
    member = g_new0(struct member, 1);
    member->map = map;
    member->file = file;
    member->coverage = pango_coverage_new();
    member->fonts = g_hash_table_new_full(NULL, NULL, NULL, g_object_unref);
    g_hash_table_insert(map->members, (gpointer)file, member);
    return member;
}

/* Sets of fonts: the faces for a wish, each at its size. */

/* The `i`th best one, lent; NULL: there are no more. */
static PangoFont *font_at(const Choice *choice, guint i)
{
    if (i >= choice->ranking->len)
        return NULL;
    struct member *member = member_of(choice->map, choice->ranking->pdata[i]);
    gpointer size = GINT_TO_POINTER(choice->wish.size);
    PangoFont *font = g_hash_table_lookup(member->fonts, size);
    if (!font) {
        font = font_new(member, choice->wish.size);
        g_hash_table_insert(member->fonts, size, font);
    }
    return font;
}

static void choice_init(Choice *choice)
{
    (void)choice;
}

static void choice_finalize(GObject *object)
{
    g_free(((Choice *)object)->wish.family);
    G_OBJECT_CLASS(choice_parent_class)->finalize(object);
}

/* The best one where none has the letter. */
static PangoFont *choice_get_font(PangoFontset *set, guint letter)
{
    const Choice *choice = (Choice *)set;
    for (guint i = 0; i < choice->ranking->len; i++)
        if (has_letter(member_of(choice->map, choice->ranking->pdata[i]), letter))
            return g_object_ref(font_at(choice, i));
    return g_object_ref(font_at(choice, 0));
}

static PangoLanguage *choice_get_language(PangoFontset *set)
{
    return ((Choice *)set)->wish.language;
}

static void choice_foreach(PangoFontset *set, PangoFontsetForeachFunc func, gpointer data)
{
    PangoFont *font;
    for (guint i = 0; (font = font_at((Choice *)set, i)) && !func(set, font, data);)
        i++;
}

static void choice_class_init(ChoiceClass *class)
{
    G_OBJECT_CLASS(class)->finalize = choice_finalize;
    class->get_font = choice_get_font;
    class->get_language = choice_get_language;
    class->foreach = choice_foreach;
}

static guint wish_hash(gconstpointer key)
{
    const struct wish *wish = key;
    return (wish->family ? g_str_hash(wish->family) : 0) ^ g_direct_hash(wish->language) ^
           ((guint)wish->size << 16) ^ wish->weight;
}

static gboolean wish_equal(gconstpointer a, gconstpointer b)
{
    const struct wish *x = a, *y = b;
    return x->language == y->language && x->size == y->size && x->weight == y->weight &&
           g_strcmp0(x->family, y->family) == 0;
}

/* Maps. */

static void map_init(Map *map)
{
    map->members = g_hash_table_new_full(NULL, NULL, NULL, member_free);
    map->choices = g_hash_table_new_full(wish_hash, wish_equal, NULL, g_object_unref);
}

static void map_finalize(GObject *object)
{
    Map *map = (Map *)object;
    g_hash_table_unref(map->choices);
    g_hash_table_unref(map->members);
    G_OBJECT_CLASS(map_parent_class)->finalize(object);
}

static Choice *choice_new(Map *map, const struct wish *wish)
{
    Choice *choice = g_object_new(choice_get_type(), NULL);
    choice->map = map;
    choice->wish = *wish;
    choice->wish.family = g_strdup(wish->family);
    choice->ranking = font_set_rank(map->set, wish->family, (int)wish->weight,
                                    pango_language_to_string(wish->language));
    return choice;
}

static PangoFontset *map_load_fontset(PangoFontMap *pango, PangoContext *context,
                                      const PangoFontDescription *description,
                                      PangoLanguage *language)
{
    Map *map = (Map *)pango;
    const struct wish wish = {
        .family = (char *)pango_font_description_get_family(description),
        .weight = pango_font_description_get_weight(description),
        .size = pango_font_description_get_size(description),
        .language = language ? language : pango_context_get_language(context),
    };
    Choice *choice = g_hash_table_lookup(map->choices, &wish);
    if (!choice) {
        choice = choice_new(map, &wish);
        g_hash_table_insert(map->choices, &choice->wish, choice);
    }
    return g_object_ref(&choice->parent);
}

static PangoFont *map_load_font(PangoFontMap *map, PangoContext *context,
                                const PangoFontDescription *description)
{
    PangoFontset *set = map_load_fontset(map, context, description, NULL);
    PangoFont *best = font_at((Choice *)set, 0);
    if (best)
        g_object_ref(best);
    g_object_unref(set);
    return best;
}

static void map_class_init(MapClass *class)
{
    G_OBJECT_CLASS(class)->finalize = map_finalize;
    class->load_font = map_load_font;
    class->load_fontset = map_load_fontset;
}

PangoFontMap *font_map_new(struct font_set *set, struct faces *faces, const GArray *letters)
{
    Map *map = g_object_new(map_get_type(), NULL);
    map->set = set;
    map->faces = faces;
    map->letters = letters;
    return &map->parent;
}
