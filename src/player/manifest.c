/*
 * Writes the manifest: what the show is as a whole, then slide by slide.
 */
#include "player/manifest.h"

#include "base/clock.h"
#include "base/intern.h"
#include "base/lang.h"
#include "content/address.h"
#include "content/telephone.h"
#include "layout/screen_size.h"
#include "player/manifest_slide.h"
#include "player/reach.h"
#include "player/shades.h"
#include "player/topics.h"
#include "player/wording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SCHEMA 1

static void add_night(JsonBuilder *builder, const struct style *style)
{
    const struct times *night = &style->show.night;
    if (night->from == night->to)
        return;
    g_autofree char *from = clock_time(night->from), *to = clock_time(night->to);
    json_open_object(builder, "night");
    json_text(builder, "from", from);
    json_text(builder, "to", to);
    json_close_object(builder);
}

static void add_named(JsonBuilder *builder, const char *name, const char *value, const char *href)
{
    if (!value)
        return;
    json_open_object(builder, NULL);
    json_text(builder, "label", name);
    json_text(builder, "value", value);
    json_text(builder, "href", href);
    json_close_object(builder);
}

static void add_contact(JsonBuilder *builder, const struct cycle *cycle, enum label label,
                        const char *value, const char *href)
{
    add_named(builder, labels_get(cycle_labels(cycle), label), value, href);
}

static void add_number(JsonBuilder *builder, const struct fact *name, const struct fact *number)
{
    g_autofree char *call = number->value ? telephone_uri(number->value) : NULL;
    add_named(builder, name->value, number->value, call);
}

static void add_contacts(JsonBuilder *builder, const struct cycle *cycle)
{
    const struct clinic *clinic = cycle->setup.clinic;
    const char *telephone = clinic->telephone.value, *email = clinic->email.value;
    g_autofree char *call = telephone ? telephone_uri(telephone) : NULL;
    g_autofree char *write = email ? address_from_mail(email) : NULL;
    json_open_array(builder, "contact");
    add_contact(builder, cycle, LABEL_CALL_US, telephone, call);
    add_contact(builder, cycle, LABEL_EMAIL, email, write);
    add_contact(builder, cycle, LABEL_WEBSITE, clinic->url.value, clinic->url.value);
    g_autoptr(GPtrArray) hours = hours_table(clinic->hours, cycle_labels(cycle));
    for (guint i = 0; i < hours->len; i++) {
        g_autofree char *words = hours_row_in_words(hours->pdata[i], cycle_labels(cycle));
        add_contact(builder, cycle, LABEL_OPENING_HOURS, words, NULL);
    }
    for (guint i = 0; i < clinic->contact_points->len; i++) {
        const struct contact_point *point = clinic->contact_points->pdata[i];
        add_number(builder, &point->name, &point->telephone);
    }
    for (guint i = 0; i < clinic->locations->len; i++) {
        const struct location *location = clinic->locations->pdata[i];
        add_number(builder, &location->name, &location->telephone);
    }
    json_close_array(builder);
}

/* In the order of their names. */
static void add_speech(JsonBuilder *builder, const struct cycle *cycle)
{
    GList *names = g_list_sort(g_hash_table_get_keys(cycle->speeches), (GCompareFunc)strcmp);
    if (names)
        json_open_array(builder, "speech");
    for (const GList *name = names; name; name = name->next)
        json_text(builder, NULL,
                  ((const struct speech *)g_hash_table_lookup(cycle->speeches, name->data))->file);
    if (names)
        json_close_array(builder);
    g_list_free(names);
}

static void add_fonts(JsonBuilder *builder, const struct cycle *cycle)
{
    json_open_array(builder, "fonts");
    for (guint i = 0; i < cycle->fonts->len; i++) {
        const struct webfont *font = cycle->fonts->pdata[i];
        json_open_object(builder, NULL);
        json_text(builder, "family", font->face->name);
        json_int(builder, "weight", font->face->bold ? 700 : 400);
        json_text(builder, "src", font->src);
        json_text(builder, "sha256", font->sha256);
        json_close_object(builder);
    }
    json_close_array(builder);
}

static void add_language(JsonBuilder *builder, const struct labels *labels, bool rtl)
{
    json_open_object(builder, labels_lang(labels));
    json_text(builder, "dir", rtl ? "rtl" : "ltr");
    wording_add(builder, labels);
    json_close_object(builder);
}

static void add_labels(JsonBuilder *builder, const struct cycle *cycle)
{
    g_autoptr(GHashTable) done = g_hash_table_new(NULL, NULL);
    json_open_object(builder, "labels");
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        const struct labels *labels =
            g_hash_table_lookup(cycle->setup.labels, slide->source.layout->lang);
        const char *lang = intern(labels_lang(labels));
        if (g_hash_table_add(done, (gpointer)lang))
            add_language(builder, labels,
                         slide->rtl && lang_same(slide->source.layout->lang, lang));
    }
    json_close_object(builder);
}

static void add_panel(JsonBuilder *builder, const struct style *style)
{
    const struct screen_setup *screen = &style->screen;
    struct rect panel = screen_panel(screen);
    json_open_object(builder, "panel");
    json_int(builder, "w", screen->width_px);
    json_int(builder, "h", screen->height_px);
    json_number(builder, "mm_w", panel.width / POINTS_PER_MM);
    json_exact(builder, "letter", reach_letter(screen));
    json_number(builder, "mm_h", panel.height / POINTS_PER_MM);
    json_exact(builder, "overscan", screen->overscan);
    if (reach_share(screen) > 0)
        json_number(builder, "reach", reach_share(screen));
    json_close_object(builder);
    json_open_object(builder, "viewing");
    json_number(builder, "distance_mm", screen->distance_mm);
    json_number(builder, "mounting_mm", screen->mounting_mm);
    json_close_object(builder);
}

/* The time that a reproducible build pretends it is; the real one is never told. */
static void add_created(JsonBuilder *builder)
{
    g_autoptr(GDateTime) time = clock_told();
    g_autofree char *text = time ? clock_iso(time) : NULL;
    json_text(builder, "created", text);
}

/* In the form that browsers read by the clock on their own wall. */
static void add_until(JsonBuilder *builder, const struct cycle *cycle)
{
    g_autofree char *until = g_strdup(cycle->setup.until);
    if (!until)
        return;
    json_true(builder, "urgent");
    json_text(builder, "until", *until ? g_strdelimit(until, " ", 'T') : NULL);
}

static void add_handout(JsonBuilder *builder, const struct clinic *clinic)
{
    json_open_object(builder, "handout");
    json_text(builder, "url", clinic->handout_url.value);
    json_close_object(builder);
}

char *manifest_to_json(const struct cycle *cycle)
{
    JsonBuilder *builder = json_new();
    const struct slide *first = cycle->slides->pdata[0];
    json_open_object(builder, NULL);
    json_int(builder, "schema", SCHEMA);
    json_text(builder, "build_id", cycle->build_id);
    json_text(builder, "player", cycle->player_id);
    add_created(builder);
    json_text(builder, "lang", cycle_lang(cycle));
    json_text(builder, "dir", first->rtl ? "rtl" : "ltr");
    json_text(builder, "title", cycle->setup.clinic->name.value);
    add_until(builder, cycle);
    add_panel(builder, cycle->setup.style);
    add_contacts(builder, cycle);
    add_handout(builder, cycle->setup.clinic);
    shades_add_palettes(builder, cycle->setup.style);
    add_night(builder, cycle->setup.style);
    add_fonts(builder, cycle);
    add_labels(builder, cycle);
    json_text(builder, "transcript", "transcript.html");
    json_text(builder, "topics", topics_are_there(cycle) ? TOPICS_PAGE : NULL);
    add_speech(builder, cycle);
    json_int(builder, "loop_s", cycle->loop_s);
    json_open_array(builder, "slides");
    for (guint i = 0; i < cycle->slides->len; i++)
        manifest_add_slide(builder, cycle, cycle->slides->pdata[i]);
    json_close_array(builder);
    json_true(builder, "complete");
    json_close_object(builder);
    return json_finish(builder);
}
