#include "layout/plan.h"

#include <string.h>

enum { MOST_FEATURES = 32 };

struct plan {
    struct plan_key key; /* its font is counted */
    hb_segment_properties_t properties;
    hb_feature_t features[MOST_FEATURES];
    guint n_features;
    hb_shape_plan_t *plan;
};

struct plans {
    GPtrArray *list; /* of struct plan *, a few; owned */
};

static void plan_free(gpointer data)
{
    struct plan *plan = data;
    hb_shape_plan_destroy(plan->plan);
    g_object_unref(plan->key.font);
    g_free(plan);
}

struct plans *plans_new(void)
{
    struct plans *plans = g_new(struct plans, 1);
    plans->list = g_ptr_array_new_with_free_func(plan_free);
    return plans;
}

void plans_free(struct plans *plans)
{
    if (!plans)
        return;
    g_ptr_array_unref(plans->list);
    g_free(plans);
}

static void add_feature(struct plan *plan, const char *feature)
{
    if (plan->n_features < MOST_FEATURES &&
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
    pango_font_get_features(key->font, plan->features, MOST_FEATURES, &plan->n_features);
    if (key->figures) { /* of two lists of features for the same words Pango heeds the last */
        add_feature(plan, "tnum=1");
    } else {
        add_feature(plan, "liga=0");
        add_feature(plan, "clig=0");
    }
    hb_font_t *font = pango_font_get_hb_font(key->font);
    unsigned n_coords;
    const int *coords = hb_font_get_var_coords_normalized(font, &n_coords);
    plan->plan = hb_shape_plan_create2(hb_font_get_face(font), &plan->properties, plan->features,
                                       plan->n_features, coords, n_coords, NULL);
    return plan;
}

static bool is_same(const struct plan_key *one, const struct plan_key *other)
{
    return one->font == other->font && one->language == other->language &&
           one->script == other->script && one->figures == other->figures;
}

static const struct plan *find(struct plans *plans, const struct plan_key *key)
{
    for (guint i = 0; i < plans->list->len; i++) {
        const struct plan *plan = plans->list->pdata[i];
        if (is_same(&plan->key, key))
            return plan;
    }
    struct plan *plan = plan_new(key);
    g_ptr_array_add(plans->list, plan);
    return plan;
}

/* As Pango has them; `offset`: of their text, whose clusters are counted from there. */
static PangoGlyphString *read_glyphs(hb_buffer_t *buffer, int offset)
{
    PangoGlyphString *glyphs = pango_glyph_string_new();
    unsigned n;
    const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(buffer, &n);
    const hb_glyph_position_t *position = hb_buffer_get_glyph_positions(buffer, NULL);
    pango_glyph_string_set_size(glyphs, (int)n);
    for (unsigned i = 0; i < n; i++) {
        int cluster = (int)info[i].cluster - offset;
        glyphs->glyphs[i] = (PangoGlyphInfo){
            .glyph = info[i].codepoint,
            .geometry = {position[i].x_advance, position[i].x_offset, -position[i].y_offset},
            .attr = {.is_cluster_start = i == 0 || cluster != glyphs->log_clusters[i - 1]}};
        glyphs->log_clusters[i] = cluster;
    }
    return glyphs;
}

PangoGlyphString *plans_shape(struct plans *plans, const struct plan_key *key, const char *text,
                              int offset, int length)
{
    const struct plan *plan = find(plans, key);
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_set_segment_properties(buffer, &plan->properties);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_BOT | HB_BUFFER_FLAG_EOT);
    hb_buffer_add_utf8(buffer, text, -1, (unsigned)offset, length);
    hb_shape_plan_execute(plan->plan, pango_font_get_hb_font(key->font), buffer, plan->features,
                          plan->n_features);
    PangoGlyphString *glyphs = read_glyphs(buffer, offset);
    hb_buffer_destroy(buffer);
    return glyphs;
}
