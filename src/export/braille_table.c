/*
 * liblouis (a plug-in's) keeps what it has read in tables of its own without locks, so one thread
 * at a time is let in. A sign that it lacks it would spell as a number, in silence (print-standards
 * 4.2): therefore each is tried alone, with nothing put in its place.
 */
#include "export/braille_table.h"

#include "base/lang.h"
#include "export/braille_plugin.h"

/* Cells come as Unicode has them. */
#define DISPLAY "unicode.dis,"

/* Words, and stretches of them, in one table that are remembered: most of what many articles have
 * in common. */
#define REMEMBERED_MOST 10000

/* The code that is read by most people of the language, so grade 1 but where a contracted one is
 * the common one: in English (unified English braille; BANA, 2016). */
static const struct braille_table tables[] = {
    {"en", "en-ueb-g2.ctb", true, true},
    {"es", "es-g1.ctb", true, false},
    {"fr", "fr-bfu-comp6.utb", true, false},
    {"pt", "pt-pt-g1.utb,braille-patterns.cti", true, false},
    {"pl", "Pl-Pl-g1.utb,braille-patterns.cti", true, false},
    {"de", "de-g1.ctb", true, false},
    {"it", "it-it-comp6.utb,braille-patterns.cti", true, false},
    {"vi", "vi-vn-g0.utb", true, false},
    {"ru", "ru-litbrl.ctb", false, false},
    {"ar", "ar-ar-g1.utb", false, false},
    {"he", "he-IL.utb", false, false},
    {"fa", "fa-ir-g1.utb", false, false},
    {"ur", "ur-pk-g1.utb", false, false},
    {"hi", "hi-in-g1.utb", false, false},
    {"gu", "gu-in-g1.utb", false, false},
    {"pa", "pa.tbl", false, false},
    {"bn", "bn.tbl", false, false},
    {"am", "ethio-g1.ctb", false, false},
    {"km", "km-g1.utb", false, false},
    {"ko", "ko-g1.ctb", false, false},
    {"zh-Hans", "zhcn-cbs.ctb", false, false},
    {"zh-Hant", "zh-tw.ctb,braille-patterns.cti", false, false},
};

G_LOCK_DEFINE_STATIC(liblouis);

static const struct braille_plugin *liblouis(void)
{
    static struct plugin plugin = {.name = "braille", .work = "its part for braille"};
    return plugin_open(&plugin);
}

static const struct braille_table *look_up(const char *lang)
{
    g_autoptr(GPtrArray) tags = lang_lookup(lang);
    for (guint i = 0; i < tags->len; i++)
        for (size_t k = 0; k < G_N_ELEMENTS(tables); k++)
            if (lang_equal(tags->pdata[i], tables[k].lang))
                return &tables[k];
    return NULL;
}

/* Remembered: each stretch of words has a language. */
const struct braille_table *braille_table_find(const char *lang)
{
    static GMutex mutex;
    static GHashTable *known; /* char * -> const struct braille_table * or NULL */
    gpointer table;
    g_mutex_lock(&mutex);
    if (!known)
        known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (!g_hash_table_lookup_extended(known, lang, NULL, &table)) {
        table = (gpointer)look_up(lang);
        g_hash_table_insert(known, g_strdup(lang), table);
    }
    g_mutex_unlock(&mutex);
    return table;
}

const struct braille_table *braille_table_english(void)
{
    return &tables[0];
}

bool braille_table_is_there(const struct braille_table *table)
{
    g_autofree char *list = g_strconcat(DISPLAY, table->file, NULL);
    G_LOCK(liblouis);
    bool there = liblouis()->is_there(list);
    G_UNLOCK(liblouis);
    return there;
}

/* The table of Taiwan tells letters of one sound apart by dots 7 and 8, which paper has not:
 * without them stands the sound. */
static gunichar without_marks(gunichar cell, gunichar letter)
{
    enum { SIX_DOTS = CELL_LAST - CELL_BLANK };
    bool han = g_unichar_get_script(letter) == G_UNICODE_SCRIPT_HAN;
    return han ? CELL_BLANK + (cell & SIX_DOTS) : cell;
}

/* What letters have become, with the letter that each cell comes from. */
struct translated {
    GArray *cells, *inputs;
};

static void translated_free(void *data)
{
    struct translated *translated = data;
    g_array_unref(translated->cells);
    g_array_unref(translated->inputs);
    g_free(translated);
}

static struct translated *translate(const struct braille_table *table,
                                    const struct braille_sign *signs, size_t n_signs)
{
    g_autofree char *list = g_strconcat(DISPLAY, table->file, NULL);
    const gunichar *found;
    const gint *from;
    guint n_cells = liblouis()->translate(list, signs, n_signs, &found, &from);
    GArray *cells = g_array_sized_new(FALSE, FALSE, sizeof(gunichar), n_cells);
    GArray *inputs = g_array_sized_new(FALSE, FALSE, sizeof(gint), n_cells);
    g_array_append_vals(cells, found, n_cells);
    g_array_append_vals(inputs, from, n_cells);
    for (guint i = 0; i < n_cells && !table->latin; i++)
        g_array_index(cells, gunichar, i) = without_marks(found[i], signs[from[i]].letter);
    struct translated *translated = g_new(struct translated, 1);
    *translated = (struct translated){cells, inputs};
    return translated;
}

/* The same, remembered: the words of an article are asked for to find what has no braille, and once
 * more for each of its files. Lent until liblouis is unlocked. */
static const struct translated *remembered(const struct braille_table *table,
                                           const struct braille_sign *signs, size_t n_signs)
{
    static GHashTable *known[G_N_ELEMENTS(tables)]; /* of GBytes -> struct translated */
    GHashTable **own = &known[table - tables];
    if (*own && g_hash_table_size(*own) > REMEMBERED_MOST)
        g_clear_pointer(own, g_hash_table_unref);
    if (!*own)
        *own = g_hash_table_new_full(g_bytes_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref,
                                     translated_free);
    g_autoptr(GBytes) key = g_bytes_new_static(signs, n_signs * sizeof *signs);
    struct translated *translated = g_hash_table_lookup(*own, key);
    if (!translated) {
        translated = translate(table, signs, n_signs);
        g_hash_table_insert(*own, g_bytes_new(signs, n_signs * sizeof *signs), translated);
    }
    return translated;
}

GArray *braille_translate_whole(const struct braille_table *table, const struct braille_sign *signs,
                                size_t n_signs, GArray **from)
{
    G_LOCK(liblouis);
    const struct translated *translated = remembered(table, signs, n_signs);
    GArray *cells = g_array_ref(translated->cells);
    if (from)
        *from = g_array_ref(translated->inputs);
    G_UNLOCK(liblouis);
    return cells;
}

/* All that it gives are cells of six dots, and not only blanks. */
static bool has(const struct braille_table *table, gunichar sign)
{
    struct braille_sign alone = {sign, HAND_PLAIN};
    g_autoptr(GArray) cells = braille_translate_whole(table, &alone, 1, NULL);
    bool inked = false;
    for (guint i = 0; i < cells->len; i++) {
        gunichar cell = g_array_index(cells, gunichar, i);
        if (cell < CELL_BLANK || cell > CELL_LAST)
            return false;
        inked = inked || cell != CELL_BLANK;
    }
    return inked;
}

/* The same, remembered: a table is asked for the signs of every article. */
static bool ask(const struct braille_table *table, gunichar sign)
{
    static GMutex mutex;
    static GHashTable *known[G_N_ELEMENTS(tables)];
    GHashTable **own = &known[table - tables];
    gpointer key = GUINT_TO_POINTER(sign), value;
    g_mutex_lock(&mutex);
    if (!*own)
        *own = g_hash_table_new(NULL, NULL);
    if (!g_hash_table_lookup_extended(*own, key, NULL, &value)) {
        value = GINT_TO_POINTER(has(table, sign));
        g_hash_table_insert(*own, key, value);
    }
    g_mutex_unlock(&mutex);
    return GPOINTER_TO_INT(value);
}

/* Of most signs without a lock: any thread finds the same. No table of a language in Latin letters
 * lacks one of these, nor a digit. */
static bool knows(const struct braille_table *table, gunichar sign)
{
    enum { UNASKED, NO, YES };
    static _Atomic unsigned char answers[G_N_ELEMENTS(tables)][0x80];
    if (table->latin && sign < 0x80 && g_ascii_isalnum((gchar)sign))
        return true;
    if (sign >= G_N_ELEMENTS(answers[0]))
        return ask(table, sign);
    _Atomic unsigned char *answer = &answers[table - tables][sign];
    if (*answer == UNASKED)
        *answer = ask(table, sign) ? YES : NO;
    return *answer == YES;
}

const struct braille_table *braille_table_for(const struct braille_table *table, gunichar sign)
{
    if (sign == ' ' || knows(table, sign))
        return table;
    const struct braille_table *english = braille_table_english();
    bool latin = sign < 0x80 || g_unichar_get_script(sign) == G_UNICODE_SCRIPT_LATIN;
    return !table->latin && latin && knows(english, sign) ? english : NULL;
}
