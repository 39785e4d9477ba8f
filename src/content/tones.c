/*
 * The rule, as tables: a tone is a lightness and the most saturation that it may have.
 */
#include "content/tones.h"

#include <math.h>

/* How much darker an accent gets at a time, until it can be read. */
#define DARKER 0.01

struct hsl {
    double hue; /* [sixths of the circle] from red */
    double saturation, lightness;
};

struct tone {
    double lightness, most_saturation;
};

static const struct color paper_quiet = {0xef, 0xea, 0xe0};

static const double tint_shares[] = {0.08, 0.16, 0.30, 0.64, 0.80};
G_STATIC_ASSERT(G_N_ELEMENTS(tint_shares) == TINT_COUNT);

static const struct tone light_ink = {.09, .45}, key_light = {.86, .50}, tint_ground = {.89, .42};

/* Of `top` on the accent: it may get lighter up to here before the accent gets darker. */
static const struct tone deep_top = {.86, .55};
static const double lightest_top = 0.96;

struct color tint_color(struct color accent, enum tint tint)
{
    return color_tint(accent, tint_shares[tint]);
}

struct color art_color(struct color accent, enum art_ink ink)
{
    static const enum tint tints[] = {
        [ART_GROUND] = TINT_16, [ART_PALE] = TINT_30, [ART_MIDDLE] = TINT_64, [ART_DARK] = TINT_80};
    if (ink == ART_PAPER)
        return COLOR_WHITE;
    return ink == ART_FULL ? accent : tint_color(accent, tints[ink]);
}

static struct hsl hsl_of(struct color color)
{
    double r = color.r / 255.0, g = color.g / 255.0, b = color.b / 255.0;
    double most = fmax(r, fmax(g, b)), least = fmin(r, fmin(g, b)), span = most - least;
    struct hsl hsl = {.lightness = (most + least) / 2};
    if (span <= 0)
        return hsl;
    hsl.saturation = span / (1 - fabs(2 * hsl.lightness - 1));
    if (most <= r)
        hsl.hue = fmod((g - b) / span + 6, 6);
    else if (most <= g)
        hsl.hue = (b - r) / span + 2;
    else
        hsl.hue = (r - g) / span + 4;
    return hsl;
}

static uint8_t channel(double share)
{
    return (uint8_t)lround(CLAMP(share, 0, 1) * 255);
}

static struct color color_of(struct hsl hsl)
{
    double chroma = (1 - fabs(2 * hsl.lightness - 1)) * hsl.saturation;
    double second = chroma * (1 - fabs(fmod(hsl.hue, 2) - 1));
    double rgb[][3] = {{chroma, second, 0}, {second, chroma, 0}, {0, chroma, second},
                       {0, second, chroma}, {second, 0, chroma}, {chroma, 0, second}};
    const double *of = rgb[(int)hsl.hue % 6];
    double least = hsl.lightness - chroma / 2;
    return (struct color){channel(of[0] + least), channel(of[1] + least), channel(of[2] + least)};
}

static struct color tone_color(struct color accent, struct tone tone)
{
    struct hsl hsl = hsl_of(accent);
    hsl.saturation = fmin(hsl.saturation, tone.most_saturation);
    hsl.lightness = tone.lightness;
    return color_of(hsl);
}

static bool is_legible(struct color a, struct color b)
{
    return color_contrast(a, b) >= CONTRAST_TEXT;
}

/* As light as it must be on the accent; not lighter than it may be. */
static struct color light_on(struct color accent, struct tone tone)
{
    while (!is_legible(tone_color(accent, tone), accent) &&
           tone.lightness + DARKER <= lightest_top + DARKER / 2)
        tone.lightness += DARKER;
    return tone_color(accent, tone);
}

static bool is_settled(struct color accent, struct color ground)
{
    return is_legible(accent, COLOR_WHITE) && is_legible(accent, ground) &&
           is_legible(accent, tint_color(accent, TINT_16)) &&
           is_legible(accent, tone_color(accent, tint_ground)) &&
           is_legible(accent, light_on(accent, deep_top)) &&
           is_legible(accent, light_on(accent, key_light));
}

struct color accent_settle(struct color accent, struct color ground)
{
    struct hsl hsl = hsl_of(accent);
    struct color settled = accent;
    while (!is_settled(settled, ground) && hsl.lightness > 0) {
        hsl.lightness = fmax(hsl.lightness - DARKER, 0);
        settled = color_of(hsl);
    }
    return settled;
}

/* The accent of the urgent message is white; what stands on it is dark. */
static struct tones light_tones(struct color accent)
{
    struct color ink = tone_color(accent, light_ink);
    bool dark = is_legible(COLOR_WHITE, accent);
    return (struct tones){.ink = ink,
                          .top = accent,
                          .on = accent,
                          .card = COLOR_WHITE,
                          .key = accent,
                          .key_ink = dark ? COLOR_WHITE : ink,
                          .key_sub = dark ? light_on(accent, key_light) : ink};
}

static struct tones paper_tones(struct color accent)
{
    struct tones tones = light_tones(accent);
    tones.off = tone_color(accent, (struct tone){.84, .30});
    tones.quiet = paper_quiet;
    return tones;
}

static struct tones tint_tones(struct color accent)
{
    struct tones tones = light_tones(accent);
    tones.ground = tone_color(accent, tint_ground);
    tones.off = tone_color(accent, (struct tone){.76, .34});
    tones.quiet = tone_color(accent, (struct tone){.845, .40});
    return tones;
}

static struct tones deep_tones(struct color accent)
{
    struct color ink = tone_color(accent, light_ink);
    return (struct tones){.ground = accent,
                          .ink = COLOR_WHITE,
                          .top = light_on(accent, deep_top),
                          .on = tone_color(accent, (struct tone){.80, .45}),
                          .off = tone_color(accent, (struct tone){.33, .62}),
                          .quiet = tone_color(accent, (struct tone){.165, .85}),
                          .card = tone_color(accent, (struct tone){.145, .85}),
                          .key = tone_color(accent, key_light),
                          .key_ink = ink,
                          .key_sub = ink,
                          .bright = {tone_color(accent, (struct tone){.80, .45}),
                                     tone_color(accent, (struct tone){.56, .42}),
                                     tone_color(accent, (struct tone){.36, .60})}};
}

static struct tones night_tones(struct color accent)
{
    return (struct tones){.ground = tone_color(accent, (struct tone){.07, .55}),
                          .ink = tone_color(accent, (struct tone){.93, .12}),
                          .top = tone_color(accent, (struct tone){.78, .45}),
                          .on = tone_color(accent, (struct tone){.78, .45}),
                          .off = tone_color(accent, (struct tone){.24, .45}),
                          .quiet = tone_color(accent, (struct tone){.11, .60}),
                          .card = tone_color(accent, (struct tone){.13, .60}),
                          .key = tone_color(accent, (struct tone){.24, .60}),
                          .key_ink = COLOR_WHITE,
                          .key_sub = COLOR_WHITE,
                          .bright = {tone_color(accent, (struct tone){.42, .40}),
                                     tone_color(accent, (struct tone){.30, .45}),
                                     tone_color(accent, (struct tone){.22, .55})}};
}

/* Light bands would dazzle at night; but when to call is no notice among others: its head is as
 * light as words are. */
static void add_bands(struct tones *tones, enum ground_kind kind)
{
    bool night = kind == GROUND_NIGHT;
    tones->band = night ? tones->card : tones->key;
    tones->band_ink = night ? tones->ink : tones->key_ink;
    tones->band_sub = night ? tones->top : tones->key_sub;
    tones->alert = tones->ink;
    tones->alert_ink = night ? tones->ground : tones->card;
    tones->sheet = night ? tones->ground : tones->card;
}

static bool has_bright(enum ground_kind kind)
{
    return kind == GROUND_DEEP || kind == GROUND_NIGHT;
}

struct tones tones_of(struct color accent, enum ground_kind kind, const struct color *ink,
                      struct color ground)
{
    static struct tones (*const rules[])(struct color) = {paper_tones, tint_tones, deep_tones,
                                                          night_tones};
    G_STATIC_ASSERT(G_N_ELEMENTS(rules) == GROUND_KIND_COUNT);
    struct tones tones = rules[kind](accent);
    add_bands(&tones, kind);
    if (ink && (kind == GROUND_PAPER || kind == GROUND_TINT))
        tones.ink = tones.alert = *ink;
    if (kind == GROUND_PAPER)
        tones.ground = ground;
    for (size_t i = 0; !has_bright(kind) && i < G_N_ELEMENTS(tones.bright); i++)
        tones.bright[i] = tones.quiet;
    return tones;
}

struct page_tones page_tones_light(struct color accent, struct color ink)
{
    struct page_tones tones = {.ground = COLOR_WHITE,
                               .surface = tint_color(accent, TINT_8),
                               .surface_2 = tint_color(accent, TINT_16),
                               .ink = ink,
                               .accent = accent,
                               .line = tint_color(accent, TINT_64),
                               .hair = tint_color(accent, TINT_30),
                               .key = accent,
                               .on_key = COLOR_WHITE};
    for (int i = 0; i < ART_INK_COUNT; i++)
        tones.art[i] = art_color(accent, i);
    return tones;
}

struct page_tones page_tones_dark(struct color accent)
{
    return (struct page_tones){.ground = tone_color(accent, (struct tone){.07, .55}),
                               .surface = tone_color(accent, (struct tone){.13, .60}),
                               .surface_2 = tone_color(accent, (struct tone){.19, .50}),
                               .ink = tone_color(accent, (struct tone){.93, .12}),
                               .accent = tone_color(accent, (struct tone){.78, .45}),
                               .line = tone_color(accent, (struct tone){.55, .27}),
                               .hair = tone_color(accent, (struct tone){.27, .30}),
                               .key = tone_color(accent, (struct tone){.24, .60}),
                               .on_key = COLOR_WHITE,
                               .art = {[ART_GROUND] = tone_color(accent, (struct tone){.19, .50}),
                                       [ART_PALE] = tone_color(accent, (struct tone){.30, .45}),
                                       [ART_MIDDLE] = tone_color(accent, (struct tone){.42, .40}),
                                       [ART_DARK] = tone_color(accent, (struct tone){.53, .34}),
                                       [ART_FULL] = tone_color(accent, (struct tone){.78, .45}),
                                       [ART_PAPER] = tone_color(accent, (struct tone){.07, .55})}};
}
