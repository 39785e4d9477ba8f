/*
 * Cuts faces with HarfBuzz. Layout tables stay, because the browser shapes the text again and must
 * come to the same widths. Awkward: faces are pointers that live as long as the font set, so the
 * memory of what was cut is keyed by the file and the characters, which mean the same for ever.
 */
#include "player/webfont.h"

#include "base/slug.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <string.h>

/* Basic Latin and Latin-1: the player's own words, and names that are typed in later. */
#define LATIN_FIRST 0x20
#define LATIN_LAST  0xFF

/* Of a family in the name of its file. [bytes] */
#define NAME_LENGTH 64

struct webfonts {
    GHashTable *programs; /* key -> GBytes * */
};

struct webfonts *webfonts_new(void)
{
    struct webfonts *webfonts = g_new(struct webfonts, 1);
    webfonts->programs =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_bytes_unref);
    return webfonts;
}

void webfonts_free(struct webfonts *webfonts)
{
    if (!webfonts)
        return;
    g_hash_table_unref(webfonts->programs);
    g_free(webfonts);
}

struct webfont *webfont_new(const struct face *face)
{
    struct webfont *font = g_new0(struct webfont, 1);
    font->face = face;
    font->characters = hb_set_create();
    hb_set_add_range(font->characters, LATIN_FIRST, LATIN_LAST);
    return font;
}

void webfont_add(struct webfont *font, const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        hb_set_add(font->characters, g_utf8_get_char(text));
}

void webfont_free(struct webfont *font)
{
    hb_set_destroy(font->characters);
    g_clear_pointer(&font->program, g_bytes_unref);
    g_free(font->src);
    g_free(font->sha256);
    g_free(font);
}

static char *key_of(const struct webfont *font)
{
    GString *key = g_string_new(NULL);
    g_string_printf(key, "%s#%u", font->face->path, font->face->index);
    for (hb_codepoint_t c = HB_SET_VALUE_INVALID; hb_set_next(font->characters, &c);)
        g_string_append_printf(key, ",%x", c);
    return g_string_free(key, FALSE);
}

static void release_blob(gpointer blob)
{
    hb_blob_destroy(blob);
}

/* A part of a face may not go by the whole one's name (OFL 1.1, clause 3, reserved font names), and
 * a show is read by whoever can open it: copyright and licence stay, names go. */
static void keep_rights_only(hb_subset_input_t *input)
{
    static const hb_ot_name_id_t rights[] = {HB_OT_NAME_ID_COPYRIGHT, HB_OT_NAME_ID_LICENSE,
                                             HB_OT_NAME_ID_LICENSE_URL};
    hb_set_t *names = hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID);
    hb_set_clear(names);
    for (size_t i = 0; i < G_N_ELEMENTS(rights); i++)
        hb_set_add(names, rights[i]);
}

/* NULL when HarfBuzz refuses. */
static GBytes *cut(const struct webfont *font)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_union(hb_subset_input_unicode_set(input), font->characters);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    keep_rights_only(input);
    hb_face_t *subset = hb_subset_or_fail(font->face->hb, input);
    hb_subset_input_destroy(input);
    if (!subset)
        return NULL;
    hb_blob_t *blob = hb_face_reference_blob(subset);
    hb_face_destroy(subset);
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    return g_bytes_new_with_free_func(data, length, release_blob, blob);
}

static char *src_of(const struct webfont *font)
{
    g_autofree char *name = slug_new(font->face->name, NAME_LENGTH);
    return g_strdup_printf("fonts/%s.%.12s.%s", name ? name : "font", font->sha256,
                           font->face->cff ? "otf" : "ttf");
}

void webfont_cut(struct webfont *font, struct webfonts *webfonts)
{
    g_autofree char *key = key_of(font);
    GBytes *program = g_hash_table_lookup(webfonts->programs, key);
    if (!program && (program = cut(font)))
        g_hash_table_insert(webfonts->programs, g_steal_pointer(&key), program);
    if (!program)
        return;
    font->program = g_bytes_ref(program);
    font->sha256 = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, program);
    font->src = src_of(font);
}
