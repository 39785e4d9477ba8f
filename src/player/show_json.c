/*
 * The show for players that take JSON: info-beamer, piSignage, Anthias. Keys as their programs read
 * them (lobby-standards 1.1). Awkward: Anthias wants a first and a last day of every asset, so one
 * without gets a day long past and one far ahead.
 */
#include "base/clock.h"
#include "base/json.h"
#include "player/show_files.h"

#define ALWAYS_FROM "2000-01-01"
#define ALWAYS_TO   "2099-12-31"

static void add_beamer_file(JsonBuilder *builder, const struct slide *slide, const char *name)
{
    json_open_object(builder, name);
    json_text(builder, "asset_name", slide->src);
    json_text(builder, "filename", slide->src);
    json_text(builder, "type", "image");
    json_open_object(builder, "metadata");
    json_text(builder, "format", "png");
    json_close_object(builder);
    json_close_object(builder);
}

char *show_info_beamer(const struct cycle *cycle)
{
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    json_open_array(builder, "playlist");
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        json_open_object(builder, NULL);
        json_int(builder, "duration", slide->dwell_s);
        add_beamer_file(builder, slide, "file");
        json_text(builder, "schedule", "always");
        json_close_object(builder);
    }
    json_close_array(builder);
    add_beamer_file(builder, cycle->slides->pdata[0], "idle");
    json_int(builder, "rotation", 0);
    json_text(builder, "progress", "no");
    json_int(builder, "switch_time", 0);
    json_close_object(builder);
    return json_finish(builder);
}

/* Names, one a line; a slide that comes again is there once. */
char *show_info_beamer_list(const struct cycle *cycle)
{
    GString *names = g_string_new("static-config.json\n");
    g_autoptr(GHashTable) listed = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        if (g_hash_table_add(listed, slide->src))
            g_string_append_printf(names, "%s\n", slide->src);
    }
    return g_string_free(names, FALSE);
}

char *show_pisignage(const struct cycle *cycle)
{
    JsonBuilder *builder = json_new();
    json_open_object(builder, NULL);
    json_text(builder, "name", "lobby");
    json_open_object(builder, "settings");
    json_close_object(builder);
    json_open_array(builder, "assets");
    for (guint i = 0; i < cycle->slides->len; i++) {
        const struct slide *slide = cycle->slides->pdata[i];
        json_open_object(builder, NULL);
        json_text(builder, "filename", slide->src);
        json_int(builder, "duration", slide->dwell_s);
        json_true(builder, "selected");
        json_close_object(builder);
    }
    json_close_array(builder);
    json_text(builder, "layout", "1");
    json_int(builder, "version", 1);
    json_close_object(builder);
    return json_finish(builder);
}

static void add_day(JsonBuilder *builder, const char *name, const char *day, const char *otherwise,
                    const char *time)
{
    g_autofree char *text = g_strconcat(day ? day : otherwise, time, NULL);
    json_text(builder, name, text);
}

/* With seconds, as Anthias itself writes it; NULL: at any time. */
static void add_time(JsonBuilder *builder, const char *name, const char *time)
{
    g_autofree char *whole = time ? g_strconcat(time, ":00", NULL) : NULL;
    json_text_or_null(builder, name, whole);
}

/* Anthias knows one range a day: from the first opening to the last closing. */
static void add_hours(JsonBuilder *builder, const struct schedule *schedule)
{
    const struct times *times = schedule->times;
    size_t n = schedule->n_times;
    g_autofree char *from = n > 0 ? clock_time(times[0].from) : NULL;
    g_autofree char *to = n > 0 ? clock_time(times[n - 1].to % (24 * 60)) : NULL;
    add_time(builder, "play_time_from", from);
    add_time(builder, "play_time_to", to);
}

/* `until`: when the whole show ends; NULL: it does not. */
static void add_asset(JsonBuilder *builder, const struct cycle *cycle, const struct slide *slide,
                      const char *until)
{
    g_autofree char *address = cycle_address(cycle, slide->src);
    const struct schedule *schedule = slide->source.schedule;
    json_open_object(builder, NULL);
    json_text(builder, "name", slide->title);
    json_text(builder, "uri", address);
    json_text(builder, "mimetype", "image");
    json_int(builder, "duration", slide->dwell_s);
    add_day(builder, "start_date", schedule->valid_from.value, ALWAYS_FROM, "T00:00:00Z");
    if (until)
        json_text(builder, "end_date", until);
    else
        add_day(builder, "end_date", schedule->valid_to.value, ALWAYS_TO, "T23:59:59Z");
    json_open_array(builder, "play_days");
    for (int day = 0; day < DAY_WEEK; day++)
        if (schedule->weekdays == 0 || schedule->weekdays & 1U << day)
            json_int(builder, NULL, day + 1);
    json_close_array(builder);
    add_hours(builder, schedule);
    json_int(builder, "play_order", slide->order - 1);
    json_true(builder, "is_enabled");
    json_close_object(builder);
}

char *show_anthias(const struct cycle *cycle)
{
    JsonBuilder *builder = json_new();
    g_autoptr(GDateTime) end = g_date_time_new_from_unix_utc(cycle->setup.until_s);
    g_autofree char *until = cycle->setup.until_s > 0 ? clock_iso(end) : NULL;
    json_open_array(builder, NULL);
    for (guint i = 0; i < cycle->slides->len; i++)
        add_asset(builder, cycle, cycle->slides->pdata[i], until);
    json_close_array(builder);
    return json_finish(builder);
}
