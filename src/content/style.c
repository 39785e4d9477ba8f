/*
 * The look of the products, from style.yaml over built-in defaults. Every key is first read as
 * text with its place; then each is checked by the table of its kind. Awkward: a colour pair may
 * fail because of either colour, so contrast is checked last and blamed on the one that was
 * written; an accent is never refused but darkened (tones.h).
 */
#include "content/style.h"

#include "base/file.h"
#include "content/address.h"
#include "content/group.h"
#include "content/tones.h"
#include "content/yaml.h"

#include <stddef.h>
#include <string.h>

#define DEFAULT_FONT "Andika"

/* Words a minute: the slowest tenth of sixth-graders reading aloud; and a word a second
 * (lobby-standards 4.4). */
#define PACE_NORMAL 90
#define PACE_SLOW   60

/* After so long announcements, and how to reach the clinic, come again; people wait longer. [min]
 */
#define CONTACT_MINUTES 10
#define NEWS_MINUTES    5

/* In the order of what they stand for. */
static const char *const pace_words[] = {"normal", "slow", NULL};
static const char *const paper_words[] = {"letter", "a4", NULL};
static const char *const fold_words[] = {"roll", "z", NULL};
static const char *const ink_words[] = {"full", "saver", NULL};
static const char *const slip_words[] = {"fit", "always", "never", NULL};
static const char *const language_words[] = {"together", "rounds", NULL};

/* What style.yaml holds, unchecked. */
struct settings {
    struct fact font, paper, fold, slip, ink, ground, accent, art, ink_use;
    const struct yaml *screen, *show, *logo, *braille;
    struct selection selection;
};

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

static const struct yaml_key style_keys[] = {
    {"font", YAML_WANT_TEXT, offsetof(struct settings, font)},
    {"paper", YAML_WANT_TEXT, offsetof(struct settings, paper)},
    {"fold", YAML_WANT_TEXT, offsetof(struct settings, fold)},
    {"slip", YAML_WANT_TEXT, offsetof(struct settings, slip)},
    {"ink", YAML_WANT_TEXT, offsetof(struct settings, ink)},
    {"ground", YAML_WANT_TEXT, offsetof(struct settings, ground)},
    {"accent", YAML_WANT_TEXT, offsetof(struct settings, accent)},
    {"logo", YAML_WANT_MAPPING, offsetof(struct settings, logo)},
    {"ink_use", YAML_WANT_TEXT, offsetof(struct settings, ink_use)},
    {"art", YAML_WANT_TEXT, offsetof(struct settings, art)},
    {"screen", YAML_WANT_MAPPING, offsetof(struct settings, screen)},
    {"show", YAML_WANT_MAPPING, offsetof(struct settings, show)},
    {"braille", YAML_WANT_MAPPING, offsetof(struct settings, braille)},
    {"products", YAML_WANT_TEXTS, offsetof(struct settings, selection.only)},
    {"not", YAML_WANT_TEXTS, offsetof(struct settings, selection.without)},
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

struct style *style_default(void)
{
    struct style *style = g_new(struct style, 1);
    *style = (struct style){
        .font_family = g_strdup(DEFAULT_FONT),
        .paper = PAPER_LETTER,
        .fold = FOLD_ROLL,
        .slip = SLIP_FIT,
        .ink = {0x1a, 0x1f, 0x22},
        .ground = {0xfa, 0xf7, 0xf2},
        .accent = {0x0b, 0x4a, 0x5e},
        .screen = {.width_px = 1920,
                   .height_px = 1080,
                   .diagonal_in = 43,
                   .distance_mm = 3000,
                   .mounting_mm = 1500,
                   .overscan = 0.05,
                   .pace_wpm = PACE_NORMAL},
        .show = {.night = {.from = 20 * 60, .to = 6 * 60},
                 .contact_every_s = CONTACT_MINUTES * 60,
                 .announcements_every_s = NEWS_MINUTES * 60},
        .braille = {.cells = 40, .lines = 25},
    };
    fact_list_init(&style->show.order, (struct pos){0});
    selection_init(&style->selection);
    return style;
}

static bool read_color(const char *key, const struct fact *fact, struct color *out,
                       struct diag *diag)
{
    if (!fact->value || color_parse(fact->value, out))
        return true;
    diag_report(diag, RULE_VALUE, fact->pos,
                "'%s' is no colour for '%s': write it in quotes, as in \"#1a1a1a\"", fact->value,
                key);
    return false;
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
static bool read_screen(const struct yaml *yaml, const char *path, struct screen_setup *out,
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
    for (size_t i = 0; i < G_N_ELEMENTS(screen_keys); i++)
        fact_clear((struct fact *)((char *)&s + screen_keys[i].offset));
    return ok;
}

/* From the narrow lines of pocket printers to the widest of common embossers. */
static bool read_braille(const struct yaml *yaml, const char *path, struct braille_setup *out,
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
    *out = g_strcmp0(fact->value, "yes") == 0;
    if (!fact->value || *out || g_str_equal(fact->value, "no"))
        return true;
    diag_report(diag, RULE_VALUE, fact->pos, "'%s' is no '%s': write 'yes' or 'no'", fact->value,
                key);
    return false;
}

static bool read_base_url(const struct fact *fact, char **out, struct diag *diag)
{
    if (fact->value && !address_is_web(fact->value)) {
        diag_report(diag, RULE_VALUE, fact->pos,
                    "'%s' is no 'base_url': write where the show lies, as in "
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

static bool read_show(const struct yaml *yaml, const char *path, struct show_setup *out,
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

struct pair {
    const char *name;
    struct color color;
    const struct fact *fact; /* where it was written, if it was */
};

static bool check_pair(struct pair text, struct pair behind, struct diag *diag)
{
    double contrast = color_contrast(text.color, behind.color);
    if (contrast >= CONTRAST_TEXT)
        return true;
    const struct fact *blamed = text.fact->value || !behind.fact ? text.fact : behind.fact;
    diag_report(diag, RULE_CONTRAST, blamed->pos,
                "'%s' stands out only %.1f:1 from %s, and text needs 7:1: choose a %s", text.name,
                contrast, behind.name, blamed == text.fact ? "darker one" : "lighter ground");
    return false;
}

/* Products are printed on white paper, whatever the ground of the screens is. */
static bool check_contrast(const struct style *style, const struct settings *s, struct diag *diag)
{
    const struct pair ink = {"ink", style->ink, &s->ink};
    const struct pair paper = {"white paper", COLOR_WHITE, NULL};
    const struct pair ground = {"the ground", style->ground, &s->ground};
    bool ok = check_pair(ink, paper, diag);
    return check_pair(ink, ground, diag) && ok;
}

/* An accent that is too weak for one of its uses is darkened for all of them, so that paper and
 * screens stay of one colour. */
static void settle_accent(struct style *style, const struct fact *accent, struct diag *diag)
{
    struct color settled = accent_settle(style->accent, style->ground);
    if (color_equal(settled, style->accent))
        return;
    diag_report(diag, RULE_ACCENT_SHIFTED, accent->pos,
                "'accent' is too pale for words on it and in it, so products get #%02x%02x%02x: "
                "write that one, or a darker one",
                settled.r, settled.g, settled.b);
    style->accent = settled;
}

/* One motif for all would tell no article from another: here they can only be left out. */
static bool read_art(const struct fact *fact, bool *plain, struct diag *diag)
{
    *plain = fact->value && g_ascii_strcasecmp(fact->value, "none") == 0;
    if (fact->value && !*plain)
        diag_report(diag, RULE_VALUE, fact->pos,
                    "'%s' is no 'art': 'none' leaves out all motifs; one article gets another by "
                    "'art' in its front matter",
                    fact->value);
    return *plain || !fact->value;
}

static bool apply(struct style *style, struct settings *s, const char *path, struct diag *diag)
{
    unsigned paper = style->paper, fold = style->fold, slip = style->slip, saver = 0;
    bool ok = fact_choose(&s->paper, "paper", paper_words, &paper, diag);
    ok &= fact_choose(&s->fold, "fold", fold_words, &fold, diag);
    ok &= fact_choose(&s->slip, "slip", slip_words, &slip, diag);
    style->paper = (enum paper)paper;
    style->fold = (enum fold)fold;
    ok &= fact_choose(&s->ink_use, "ink_use", ink_words, &saver, diag);
    style->slip = (enum slip_place)slip;
    style->saver = saver;
    bool colors = read_color("ink", &s->ink, &style->ink, diag);
    colors &= read_color("ground", &s->ground, &style->ground, diag);
    colors &= read_color("accent", &s->accent, &style->accent, diag);
    style->own_ink = s->ink.value != NULL;
    ok &= logo_read(s->logo, path, &style->logo, diag);
    ok &= read_art(&s->art, &style->plain, diag);
    ok &= colors && check_contrast(style, s, diag);
    if (ok)
        settle_accent(style, &s->accent, diag);
    ok &= read_screen(s->screen, path, &style->screen, diag);
    ok &= read_show(s->show, path, &style->show, diag);
    ok &= read_braille(s->braille, path, &style->braille, diag);
    if (s->font.value) {
        g_free(style->font_family);
        style->font_family = g_steal_pointer(&s->font.value);
    }
    return ok;
}

static bool read_style(const char *path, const struct yaml *yaml, bool logo, struct style *style,
                       struct diag *diag)
{
    struct settings s;
    bool ok = yaml_read(yaml, path, style_keys, G_N_ELEMENTS(style_keys), &s, diag);
    selection_clear(&style->selection);
    style->selection = s.selection;
    s.logo = logo ? s.logo : NULL;
    ok &= apply(style, &s, path, diag);
    fact_clear(&s.font);
    fact_clear(&s.paper);
    fact_clear(&s.fold);
    fact_clear(&s.slip);
    fact_clear(&s.ink);
    fact_clear(&s.ground);
    fact_clear(&s.accent);
    fact_clear(&s.art);
    fact_clear(&s.ink_use);
    return ok;
}

static struct style *load(const char *path, bool logo, struct diag *diag)
{
    struct style *style = style_default();
    g_autofree char *shared = group_shared(path);
    if (file_is_absent(path) && (!shared || file_is_absent(shared)))
        return style;
    struct yaml *yaml = group_settings(path, diag);
    bool ok = yaml && read_style(path, yaml, logo, style, diag);
    yaml_tree_free(yaml);
    if (!ok)
        g_clear_pointer(&style, style_free);
    return style;
}

struct style *style_load(const char *path, struct diag *diag)
{
    return load(path, true, diag);
}

struct style *style_load_copy(const char *path, struct diag *diag)
{
    return load(path, false, diag);
}

void style_free(struct style *style)
{
    if (!style)
        return;
    g_free(style->font_family);
    fact_list_clear(&style->show.order);
    g_free(style->show.base_url);
    selection_clear(&style->selection);
    logo_clear(&style->logo);
    g_free(style);
}

struct rect paper_sheet(enum paper paper)
{
    switch (paper) {
    case PAPER_LETTER:
        return (struct rect){.width = 8.5 * POINTS_PER_INCH, .height = 11 * POINTS_PER_INCH};
    case PAPER_A4:
        return (struct rect){.width = 210 * POINTS_PER_MM, .height = 297 * POINTS_PER_MM};
    case PAPER_COUNT:
        break;
    }
    g_assert_not_reached();
}
