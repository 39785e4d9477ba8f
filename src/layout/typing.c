/*
 * Letters that others may type into form fields: those of a table of names, and those that the
 * language's script adds. Pango finds the face of each, as it does for words on pages. The awkward
 * fact: a field has one font, embedded whole, and nobody shapes what is typed: a letter is shown as
 * it looks by itself.
 */
#include "layout/typing.h"

#include "base/lang.h"
#include "layout/font_map.h"

/* What a script's letters may add to every file that has fields: 60 KB, at the two and a half bytes
 * that a corner of an outline comes to in a deflated font. [corners] */
enum { SCRIPT_CORNERS = 24000 };
/* No living script has letters beyond (Unicode 15, Supplementary Multilingual Plane). */
#define LAST_CHARACTER 0x1FFFF
/* Scripts lie in rows of so many characters, with marks and figures of their own among them that
 * count for no script. */
#define ROW_LENGTH 0x100
#define ROWS       (LAST_CHARACTER / ROW_LENGTH + 1)

/* Letters of names, figures, and the signs that go with them (Unicode 15 code charts): the
 * alphabets of Europe and of Viet Nam, of West Africa, Central Asia and Siberia; the accents that
 * Vietnamese keyboards write behind their letter. */
static const struct {
    gunichar first, last;
} names[] = {
    {0x0020, 0x007E}, {0x00A0, 0x00AC}, {0x00AE, 0x017F}, {0x0181, 0x0181}, {0x0186, 0x0187},
    {0x0189, 0x018A}, {0x018E, 0x0194}, {0x0197, 0x0199}, {0x019D, 0x019D}, {0x01A0, 0x01A1},
    {0x01AF, 0x01B0}, {0x01B2, 0x01B4}, {0x01CD, 0x01D4}, {0x01E6, 0x01E9}, {0x0218, 0x021B},
    {0x0253, 0x0257}, {0x0259, 0x0259}, {0x025B, 0x025B}, {0x0263, 0x0263}, {0x0268, 0x0269},
    {0x0272, 0x0272}, {0x028B, 0x028B}, {0x02BB, 0x02BC}, {0x0300, 0x0304}, {0x0306, 0x0306},
    {0x0308, 0x030C}, {0x031B, 0x031B}, {0x0323, 0x0323}, {0x0384, 0x0386}, {0x0388, 0x03CE},
    {0x0400, 0x045F}, {0x0490, 0x0493}, {0x0496, 0x0497}, {0x049A, 0x049B}, {0x04A2, 0x04A3},
    {0x04AE, 0x04B3}, {0x04B6, 0x04B7}, {0x04BA, 0x04BB}, {0x04D8, 0x04D9}, {0x04E2, 0x04E3},
    {0x04E8, 0x04E9}, {0x04EE, 0x04EF}, {0x1E24, 0x1E25}, {0x1E62, 0x1E63}, {0x1E80, 0x1E85},
    {0x1E9E, 0x1E9E}, {0x1EA0, 0x1EF9}, {0x2010, 0x2015}, {0x2018, 0x201E}, {0x2022, 0x2022},
    {0x2026, 0x2026}, {0x2030, 0x2030}, {0x2032, 0x2033}, {0x2039, 0x203A}, {0x20AC, 0x20AC},
    {0x2116, 0x2116}, {0x2122, 0x2122},
};

struct search {
    PangoContext *context;
    PangoFontset *faces;
    const struct face *first; /* that all letters are from which it has; NULL: Pango is asked */
};

static void search_begin(struct search *search, struct fonts *fonts, const char *lang)
{
    const struct face *primary = fonts_primary(fonts, false);
    *search =
        (struct search){.context = fonts_context(fonts), .first = primary->cff ? NULL : primary};
    PangoFontDescription *wish = pango_font_description_new();
    if (!primary->cff)
        pango_font_description_set_family(wish, fonts_family(fonts));
    pango_font_description_set_weight(wish, PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(wish, SHAPING_EM * PANGO_SCALE);
    search->faces =
        pango_font_map_load_fontset(pango_context_get_font_map(search->context), search->context,
                                    wish, pango_language_from_string(lang));
    pango_font_description_free(wish);
}

static void search_end(struct search *search)
{
    g_object_unref(search->faces);
    g_object_unref(search->context);
}

/* The face that Pango would take. */
static const struct face *face_of(const struct search *search, gunichar character)
{
    PangoFont *font = pango_fontset_get_font(search->faces, character);
    const struct face *face = font_map_face(font);
    g_object_unref(font);
    return face;
}

static bool has_glyph(const struct face *face, struct typing_letter *letter)
{
    letter->face = face;
    return hb_font_get_nominal_glyph(face->font, letter->character, &letter->glyph);
}

/* Adds a letter, if a face with TrueType outlines has it; false when no face does. Pango would ask
 * all faces, which most letters need not: the first one has them. */
static bool add_letter(struct typing *typing, struct search *search, gunichar character)
{
    struct typing_letter letter = {.character = character};
    bool found = (search->first && has_glyph(search->first, &letter)) ||
                 has_glyph(face_of(search, character), &letter);
    if (found && !letter.face->cff)
        g_array_append_val(typing->letters, letter);
    return found;
}

/* False when a letter is in no face. */
static bool add_names(struct typing *typing, struct search *search)
{
    bool found = true;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        for (gunichar c = names[i].first; c <= names[i].last; c++)
            if (g_unichar_isdefined(c))
                found &= add_letter(typing, search, c);
    return found;
}

/* From the faces that are read, and from all of them where those lack a letter. */
static void find_names(struct typing *typing, struct fonts *fonts)
{
    bool found;
    do {
        struct search search;
        search_begin(&search, fonts, "en"); /* Chinese would have its own letters for all */
        g_array_set_size(typing->letters, 0);
        found = add_names(typing, &search);
        search_end(&search);
    } while (!found && fonts_widen(fonts));
}

/* COMMON: the table of names has all of its letters, or it is not known. */
static GUnicodeScript script_of(const char *lang)
{
    int n = 0;
    const PangoScript *scripts = pango_language_get_scripts(pango_language_from_string(lang), &n);
    GUnicodeScript script = n > 0 ? (GUnicodeScript)scripts[0] : G_UNICODE_SCRIPT_COMMON;
    if (lang_matches("zh", lang)) /* Pango knows it by its countries only */
        script = G_UNICODE_SCRIPT_HAN;
    bool named = script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC ||
                 script == G_UNICODE_SCRIPT_GREEK;
    return named ? G_UNICODE_SCRIPT_COMMON : script;
}

/* Nobody types the forms that letters take within words (Unicode 15, 23.4). */
static bool is_form(gunichar c)
{
    gunichar meant[G_UNICHAR_MAX_DECOMPOSITION_LENGTH], spelt[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
    gsize n = g_unichar_fully_decompose(c, TRUE, meant, G_N_ELEMENTS(meant));
    return g_unichar_fully_decompose(c, FALSE, spelt, G_N_ELEMENTS(spelt)) != n ||
           meant[0] != spelt[0];
}

static bool belongs(gunichar c, GUnicodeScript script, const bool *rows)
{
    GUnicodeScript own = g_unichar_get_script(c);
    bool shared = own == G_UNICODE_SCRIPT_COMMON || own == G_UNICODE_SCRIPT_INHERITED;
    return (own == script || (shared && rows[c / ROW_LENGTH])) && g_unichar_isdefined(c) &&
           !g_unichar_iscntrl(c) && !is_form(c);
}

/* Adds the letters of a script; false when the faces lack more than they have: a few signs of a
 * script are in faces of other ones. */
static bool add_script(struct typing *typing, struct search *search, GUnicodeScript script)
{
    guint before = typing->letters->len, wanted = 0;
    bool rows[ROWS] = {false};
    for (gunichar c = ROW_LENGTH; c <= LAST_CHARACTER; c++)
        rows[c / ROW_LENGTH] |= g_unichar_get_script(c) == script && !is_form(c);
    for (gunichar c = ROW_LENGTH; c <= LAST_CHARACTER; c++)
        if (belongs(c, script, rows)) {
            add_letter(typing, search, c);
            wanted++;
        }
    return typing->letters->len - before > wanted / 2;
}

static void count_move(hb_draw_funcs_t *pen, void *corners, hb_draw_state_t *state, float x,
                       float y, void *nothing)
{
    (void)pen, (void)state, (void)x, (void)y, (void)nothing;
    ++*(unsigned *)corners;
}

static void count_curve(hb_draw_funcs_t *pen, void *corners, hb_draw_state_t *state, float by_x,
                        float by_y, float x, float y, void *nothing)
{
    (void)pen, (void)state, (void)by_x, (void)by_y, (void)x, (void)y, (void)nothing;
    ++*(unsigned *)corners;
}

/* The corners of all letters from `first` on. */
static unsigned weigh(const struct typing *typing, guint first)
{
    unsigned corners = 0;
    hb_draw_funcs_t *pen = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(pen, count_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(pen, count_move, NULL, NULL);
    hb_draw_funcs_set_quadratic_to_func(pen, count_curve, NULL, NULL);
    for (guint i = first; i < typing->letters->len; i++) {
        const struct typing_letter *letter =
            &g_array_index(typing->letters, struct typing_letter, i);
        hb_font_get_glyph_shape(letter->face->font, letter->glyph, pen, &corners);
    }
    hb_draw_funcs_destroy(pen);
    return corners;
}

static int compare(gconstpointer a, gconstpointer b)
{
    const struct typing_letter *x = a, *y = b;
    return (x->character > y->character) - (x->character < y->character);
}

/* Adds the letters of the language's own script, if they can be had for their weight. */
static void add_own(struct typing *typing, struct fonts *fonts, const char *lang)
{
    GUnicodeScript script = script_of(lang);
    guint names_end = typing->letters->len;
    struct search search;
    if (script == G_UNICODE_SCRIPT_COMMON)
        return;
    fonts_widen(fonts);
    search_begin(&search, fonts, lang);
    if (!add_script(typing, &search, script) || weigh(typing, names_end) > SCRIPT_CORNERS) {
        g_array_set_size(typing->letters, names_end);
        typing->left_out = script;
    }
    g_array_sort(typing->letters, compare); /* the table of names is sorted */
    search_end(&search);
}

static struct typing *find_letters(struct fonts *fonts, const char *lang)
{
    struct typing *typing = g_atomic_rc_box_new0(struct typing);
    typing->letters = g_array_new(FALSE, FALSE, sizeof(struct typing_letter));
    typing->left_out = G_UNICODE_SCRIPT_COMMON;
    find_names(typing, fonts);
    typing->face = g_array_index(typing->letters, struct typing_letter, 0).face;
    add_own(typing, fonts, lang);
    return typing;
}

static void clear(void *data)
{
    struct typing *typing = data;
    g_array_unref(typing->letters);
}

struct typing *typing_new(struct fonts *fonts, const char *lang)
{
    GHashTable *known = fonts_typings(fonts, (GDestroyNotify)typing_free);
    struct typing *typing = g_hash_table_lookup(known, lang);
    if (!typing) {
        typing = find_letters(fonts, lang);
        g_hash_table_insert(known, g_strdup(lang), typing);
    }
    return g_atomic_rc_box_acquire(typing);
}

void typing_free(struct typing *typing)
{
    if (typing)
        g_atomic_rc_box_release_full(typing, clear);
}
