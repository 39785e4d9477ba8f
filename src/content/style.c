/*
 * The look of the products, from style.yaml over built-in defaults. Every key is first read as
 * text with its place; then each is checked by the table of its kind; the display, the show and the
 * embosser are read beside this file (style_setups.h). Awkward: a colour pair may
 * fail because of either colour, so contrast is checked last and blamed on the one that was
 * written; an accent is never refused but darkened (tones.h).
 */
#include "content/style.h"

#include "base/file.h"
#include "content/group.h"
#include "content/style_setups.h"
#include "content/tones.h"
#include "content/yaml.h"

#include <stddef.h>

#define DEFAULT_FONT "Andika"

/* In the order of what they stand for. */
static const char *const paper_words[] = {"letter", "a4", NULL};
static const char *const fold_words[] = {"roll", "z", NULL};
static const char *const ink_words[] = {"full", "saver", NULL};
static const char *const slip_words[] = {"fit", "always", "never", NULL};

/* What style.yaml holds, unchecked. */
struct settings {
    struct fact font, paper, fold, slip, ink, ground, accent, art, ink_use;
    const struct yaml *screen, *show, *logo, *braille, *categories;
    struct selection selection;
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
    {"categories", YAML_WANT_MAPPING, offsetof(struct settings, categories)},
    {"products", YAML_WANT_TEXTS, offsetof(struct settings, selection.only)},
    {"not", YAML_WANT_TEXTS, offsetof(struct settings, selection.without)},
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
        .screen = screen_setup_default(),
        .show = show_setup_default(),
        .braille = braille_setup_default(),
    };
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
    ok &= screen_setup_read(s->screen, path, &style->screen, diag);
    ok &= show_setup_read(s->show, path, &style->show, diag);
    ok &= braille_setup_read(s->braille, path, &style->braille, diag);
    ok &= categories_read(s->categories, &style->categories, diag);
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
    show_setup_clear(&style->show);
    selection_clear(&style->selection);
    logo_clear(&style->logo);
    categories_free(style->categories);
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
