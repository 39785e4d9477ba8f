/*
 * The setups of devices: ranges are what is sold, from a pocket printer's lines to a large hall's
 * panel.
 */
#include "content/style_setups.h"

#include "content/address.h"

#include <stddef.h>
#include <string.h>

/* Words a minute: the slowest tenth of sixth-graders reading aloud; and a word a second
 * (lobby-standards 4.4). */
#define PACE_NORMAL 90
#define PACE_SLOW   60

/* After so long announcements, and how to reach the clinic, come again; people wait longer. [min]
 */
#define CONTACT_MINUTES 10
#define NEWS_MINUTES    5

/* Of a panel whose bar everybody reaches (player/reach.h), up to 75 in. */
#define MOUNTING_MM 1000

/* In the order of what they stand for. */
static const char *const pace_words[] = {"normal", "slow", NULL};
static const char *const language_words[] = {"together", "rounds", NULL};

struct screen_settings {
    struct fact width, height, diagonal_in, distance_m, mounting_m, overscan, pace, pace_wpm;
};

struct show_settings {
    struct fact_list order;
    struct fact night, night_pictures, speech, contact_every, announcements_every, languages,
        base_url;
};

struct braille_settings {
    struct fact cells, lines;
};

static const struct yaml_key screen_keys[] = {
    {"width", YAML_WANT_TEXT, offsetof(struct screen_settings, width)},
    {"height", YAML_WANT_TEXT, offsetof(struct screen_settings, height)},
    {"diagonal_in", YAML_WANT_TEXT, offsetof(struct screen_settings, diagonal_in)},
    {"distance_m", YAML_WANT_TEXT, offsetof(struct screen_settings, distance_m)},
    {"mounting_m", YAML_WANT_TEXT, offsetof(struct screen_settings, mounting_m)},
    {"overscan", YAML_WANT_TEXT, offsetof(struct screen_settings, overscan)},
    {"pace", YAML_WANT_TEXT, offsetof(struct screen_settings, pace)},
    {"pace_wpm", YAML_WANT_TEXT, offsetof(struct screen_settings, pace_wpm)},
};

static const struct yaml_key braille_keys[] = {
    {"cells", YAML_WANT_TEXT, offsetof(struct braille_settings, cells)},
    {"lines", YAML_WANT_TEXT, offsetof(struct braille_settings, lines)},
};

static const struct yaml_key show_keys[] = {
    {"order", YAML_WANT_TEXTS, offsetof(struct show_settings, order)},
    {"night", YAML_WANT_TEXT, offsetof(struct show_settings, night)},
    {"night_pictures", YAML_WANT_TEXT, offsetof(struct show_settings, night_pictures)},
    {"speech", YAML_WANT_TEXT, offsetof(struct show_settings, speech)},
    {"contact_every", YAML_WANT_TEXT, offsetof(struct show_settings, contact_every)},
    {"announcements_every", YAML_WANT_TEXT, offsetof(struct show_settings, announcements_every)},
    {"languages", YAML_WANT_TEXT, offsetof(struct show_settings, languages)},
    {"base_url", YAML_WANT_TEXT, offsetof(struct show_settings, base_url)},
};

struct screen_setup screen_setup_default(void)
{
    return (struct screen_setup){.width_px = 1920,
                                 .height_px = 1080,
                                 .diagonal_in = 43,
                                 .distance_mm = 3000,
                                 .mounting_mm = MOUNTING_MM,
                                 .overscan = 0.05,
                                 .pace_wpm = PACE_NORMAL};
}

struct show_setup show_setup_default(void)
{
    struct show_setup show = {.night = {.from = 20 * 60, .to = 6 * 60},
                              .speech = true,
                              .contact_every_s = CONTACT_MINUTES * 60,
                              .announcements_every_s = NEWS_MINUTES * 60};
    fact_list_init(&show.order, (struct pos){0});
    return show;
}

void show_setup_clear(struct show_setup *show)
{
    fact_list_clear(&show->order);
    g_free(show->base_url);
}

struct braille_setup braille_setup_default(void)
{
    return (struct braille_setup){.cells = 40, .lines = 25};
}

/* A number of the screen's setup, the range that makes sense for it, and where it goes. */
struct number {
    const char *key;
    const struct fact *fact;
    double min, max;
    bool whole;
};

static bool read_number(struct number n, double *out, struct diag *diag)
{
    if (!n.fact->value)
        return true;
    char *end;
    double value = g_ascii_strtod(n.fact->value, &end);
    bool decimal = strspn(n.fact->value, "0123456789.") == strlen(n.fact->value);
    if (decimal && *end == '\0' && value >= n.min && value <= n.max &&
        (!n.whole || value == (int)value)) {
        *out = value;
        return true;
    }
    diag_report(diag, RULE_VALUE, n.fact->pos, "'%s' is no '%s': it is a %snumber from %g to %g",
                n.fact->value, n.key, n.whole ? "whole " : "", n.min, n.max);
    return false;
}

/* `pace` names a speed, `pace_wpm` measures one. */
static bool read_pace(const struct screen_settings *s, double *out, struct diag *diag)
{
    unsigned slow = *out == PACE_SLOW;
    bool ok = fact_choose(&s->pace, "pace", pace_words, &slow, diag);
    *out = slow ? PACE_SLOW : PACE_NORMAL;
    return read_number((struct number){"pace_wpm", &s->pace_wpm, 20, 300, false}, out, diag) && ok;
}

/* Panels from a small monitor to 8K; distances up to the depth of a large hall. */
bool screen_setup_read(const struct yaml *yaml, const char *path, struct screen_setup *out,
                       struct diag *diag)
{
    struct screen_settings s;
    bool ok = yaml_read(yaml, path, screen_keys, G_N_ELEMENTS(screen_keys), &s, diag);
    double width = out->width_px, height = out->height_px;
    double distance = out->distance_mm / 1000, mounting = out->mounting_mm / 1000;
    ok &= read_number((struct number){"width", &s.width, 640, 7680, true}, &width, diag);
    ok &= read_number((struct number){"height", &s.height, 360, 7680, true}, &height, diag);
    ok &= read_number((struct number){"diagonal_in", &s.diagonal_in, 10, 120, false},
                      &out->diagonal_in, diag);
    ok &=
        read_number((struct number){"distance_m", &s.distance_m, 0.5, 30, false}, &distance, diag);
    ok &= read_number((struct number){"mounting_m", &s.mounting_m, 0, 5, false}, &mounting, diag);
    ok &=
        read_number((struct number){"overscan", &s.overscan, 0, 0.2, false}, &out->overscan, diag);
    ok &= read_pace(&s, &out->pace_wpm, diag);
    out->width_px = (int)width;
    out->height_px = (int)height;
    out->distance_mm = distance * 1000;
    out->mounting_mm = mounting * 1000;
    if (s.mounting_m.value)
        out->mounting_pos = s.mounting_m.pos;
    for (size_t i = 0; i < G_N_ELEMENTS(screen_keys); i++)
        fact_clear((struct fact *)((char *)&s + screen_keys[i].offset));
    return ok;
}

/* From the narrow lines of pocket printers to the widest of common embossers. */
bool braille_setup_read(const struct yaml *yaml, const char *path, struct braille_setup *out,
                        struct diag *diag)
{
    struct braille_settings s;
    bool ok = yaml_read(yaml, path, braille_keys, G_N_ELEMENTS(braille_keys), &s, diag);
    double cells = out->cells, lines = out->lines;
    ok &= read_number((struct number){"cells", &s.cells, 28, 42, true}, &cells, diag);
    ok &= read_number((struct number){"lines", &s.lines, 20, 30, true}, &lines, diag);
    *out = (struct braille_setup){(unsigned)cells, (unsigned)lines};
    fact_clear(&s.cells);
    fact_clear(&s.lines);
    return ok;
}

/* One range of times, or "off". */
static bool read_night(const struct fact *fact, struct times *out, struct diag *diag)
{
    struct hours hours;
    if (!fact->value)
        return true;
    if (g_ascii_strcasecmp(fact->value, "off") == 0)
        *out = (struct times){0};
    else if (hours_read_times(fact->value, &hours) && hours.n_times == 1)
        *out = hours.times[0];
    else {
        diag_report(diag, RULE_VALUE, fact->pos,
                    "'%s' is no 'night': write it as in '20:00-06:00', or 'off'", fact->value);
        return false;
    }
    return true;
}

static bool read_yes(const char *key, const struct fact *fact, bool *out, struct diag *diag)
{
    if (!fact->value)
        return true;
    *out = g_str_equal(fact->value, "yes");
    if (*out || g_str_equal(fact->value, "no"))
        return true;
    diag_report(diag, RULE_VALUE, fact->pos, "'%s' is no '%s': write 'yes' or 'no'", fact->value,
                key);
    return false;
}

static bool read_base_url(const struct fact *fact, char **out, struct diag *diag)
{
    if (fact->value && !address_is_folder(fact->value)) {
        diag_report(diag, RULE_VALUE, fact->pos,
                    "'%s' is no 'base_url': write the folder where the show lies, as in "
                    "'https://lobby.clinic.org/show'",
                    fact->value);
        return false;
    }
    *out = g_strdup(fact->value);
    return true;
}

/* Up to a day. */
static bool read_minutes(const char *key, const struct fact *fact, unsigned *seconds,
                         struct diag *diag)
{
    double minutes = *seconds / 60.0;
    bool ok = read_number((struct number){key, fact, 1, 24 * 60, true}, &minutes, diag);
    *seconds = (unsigned)minutes * 60;
    return ok;
}

bool show_setup_read(const struct yaml *yaml, const char *path, struct show_setup *out,
                     struct diag *diag)
{
    struct show_settings s;
    unsigned languages = 0;
    bool ok = yaml_read(yaml, path, show_keys, G_N_ELEMENTS(show_keys), &s, diag);
    ok &= read_night(&s.night, &out->night, diag);
    ok &= read_yes("night_pictures", &s.night_pictures, &out->night_pictures, diag);
    ok &= read_yes("speech", &s.speech, &out->speech, diag);
    ok &= read_base_url(&s.base_url, &out->base_url, diag);
    ok &= read_minutes("contact_every", &s.contact_every, &out->contact_every_s, diag);
    ok &= read_minutes("announcements_every", &s.announcements_every, &out->announcements_every_s,
                       diag);
    ok &= fact_choose(&s.languages, "languages", language_words, &languages, diag);
    out->language_rounds = languages == 1;
    fact_clear(&s.languages);
    fact_clear(&s.base_url);
    fact_clear(&s.night);
    fact_clear(&s.night_pictures);
    fact_clear(&s.speech);
    fact_clear(&s.contact_every);
    fact_clear(&s.announcements_every);
    fact_list_clear(&out->order);
    out->order = s.order;
    return ok;
}
