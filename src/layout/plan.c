#include "layout/plan.h"

#include "base/digest.h"
#include "layout/font_map.h"
#include "layout/letter_memo.h"
#include "layout/plan_words.h"

#include <string.h>

struct plans {
    GPtrArray *list; /* of struct plan *, a few; owned */
    struct vocabulary *vocabulary;
    struct letter_memo *memo;
};

static void plan_free(gpointer data)
{
    struct plan *plan = data;
    if (plan->plan)
        hb_shape_plan_destroy(plan->plan);
    g_object_unref(plan->key.font);
    g_free(plan);
}

struct plans *plans_new(void)
{
    struct plans *plans = g_new(struct plans, 1);
    plans->list = g_ptr_array_new_with_free_func(plan_free);
    plans->vocabulary = vocabulary_new();
    plans->memo = letter_memo_open();
    return plans;
}

/* What the shapes of its letters depend on, for the memo; owned by the caller. */
static char *name_of(const struct plan_key *key)
{
    const struct face *face = font_map_face(key->font);
    g_autofree char *words =
        g_strdup_printf("%u\n%s\n%d\n%d", face->index, pango_language_to_string(key->language),
                        (int)key->script, key->figures);
    struct digest *name = digest_new();
    digest_add_text(name, face->stamp);
    digest_add_text(name, words);
    return digest_end(name);
}

static void keep_letters(struct plans *plans)
{
    for (guint i = 0; i < plans->list->len; i++) {
        const struct plan *plan = plans->list->pdata[i];
        g_autofree char *name = plan->grown ? name_of(&plan->key) : NULL;
        if (name)
            letter_memo_put(plans->memo, name, plans->vocabulary, plan_letters(plan));
    }
    letter_memo_free(plans->memo);
}

void plans_free(struct plans *plans)
{
    if (!plans)
        return;
    keep_letters(plans);
    g_ptr_array_unref(plans->list);
    vocabulary_free(plans->vocabulary);
    g_free(plans);
}

struct vocabulary *plans_vocabulary(struct plans *plans)
{
    return plans->vocabulary;
}

static void add_feature(struct plan *plan, const char *feature)
{
    if (plan->n_features < PLAN_MOST_FEATURES &&
        hb_feature_from_string(feature, -1, &plan->features[plan->n_features]))
        plan->n_features++;
}

static struct plan *plan_new(const struct plan_key *key)
{
    struct plan *plan = g_new0(struct plan, 1);
    plan->key = *key;
    g_object_ref(key->font);
    plan->properties.direction = HB_DIRECTION_LTR;
    plan->properties.script = (hb_script_t)g_unicode_script_to_iso15924(key->script);
    plan->properties.language =
        hb_language_from_string(pango_language_to_string(key->language), -1);
    pango_font_get_features(key->font, plan->features, PLAN_MOST_FEATURES, &plan->n_features);
    if (key->figures) { /* of two lists of features for the same words Pango heeds the last */
        add_feature(plan, "tnum=1");
    } else {
        add_feature(plan, "liga=0");
        add_feature(plan, "clig=0");
    }
    plan->font = pango_font_get_hb_font(key->font);
    return plan;
}

static bool is_same(const struct plan_key *one, const struct plan_key *other)
{
    return one->font == other->font && one->language == other->language &&
           one->script == other->script && one->figures == other->figures;
}

static struct plan *find(struct plans *plans, const struct plan_key *key)
{
    for (guint i = 0; i < plans->list->len; i++) {
        struct plan *plan = plans->list->pdata[i];
        if (is_same(&plan->key, key))
            return plan;
    }
    struct plan *plan = plan_new(key);
    g_autofree char *name = name_of(key);
    letter_memo_take(plans->memo, name, plans->vocabulary, plan_letters(plan));
    g_ptr_array_add(plans->list, plan);
    return plan;
}

/* `offset`: of their text, whose clusters are counted from there. */
static PangoGlyphString *read_glyphs(hb_buffer_t *buffer, int offset)
{
    PangoGlyphString *glyphs = pango_glyph_string_new();
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(buffer, NULL);
    pango_glyph_string_set_size(glyphs, (int)n);
    for (unsigned i = 0; i < n; i++) {
        int cluster = (int)info[i].cluster - offset;
        glyphs->glyphs[i] = plan_glyph(&info[i], &position[i]);
        glyphs->glyphs[i].attr.is_cluster_start = i == 0 || cluster != glyphs->log_clusters[i - 1];
        glyphs->log_clusters[i] = cluster;
    }
    return glyphs;
}

/* In one piece. */
static PangoGlyphString *shape_whole(struct plan *plan, struct plan_text text)
{
    hb_buffer_t *buffer = hb_buffer_create();
    plan_shape(plan, text, HB_BUFFER_FLAG_DEFAULT, buffer);
    PangoGlyphString *glyphs = read_glyphs(buffer, text.start);
    hb_buffer_destroy(buffer);
    return glyphs;
}

PangoGlyphString *plans_shape(struct plans *plans, const struct plan_key *key, const char *text,
                              int offset, int length)
{
    struct plan *plan = find(plans, key);
    struct plan_text stretch = {text, offset, length};
    PangoGlyphString *glyphs = plan_shape_words(plan, plans->vocabulary, stretch);
    return glyphs ? glyphs : shape_whole(plan, stretch);
}
