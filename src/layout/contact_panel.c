/*
 * The cells of the contact band, one below the other. All words are set as on paper and then take
 * the colours of their ground; a code keeps its own, on its white plate.
 */
#include "layout/contact_panel.h"

#include "base/clip.h"
#include "content/tones.h"
#include "document/contact.h"
#include "layout/contact_band.h"
#include "layout/contact_parts.h"
#include "layout/crisis_strip.h"
#include "layout/dark.h"
#include "layout/flow.h"
#include "layout/type.h"

struct sheet {
    struct setter *setter;
    const struct contact_panel *asked;
    struct strip *strip;
    double pad, y; /* [pt] at the sides; below what is set */
    double spare;  /* [pt] by which the facts stand lower, at the foot of the panel */
    double used;   /* [pt] of its height, by all it holds */
};

static double room_of(const struct sheet *sheet)
{
    return sheet->asked->width - 2 * sheet->pad;
}

static struct color words_color(const struct sheet *sheet)
{
    return dark_ink(sheet->setter, sheet->setter->style->accent);
}

static void whiten(const struct sheet *sheet, struct strip *strip)
{
    for (guint i = 0; i < strip->items->len; i++) {
        struct item *item = &g_array_index(strip->items, struct item, i);
        if (item->kind == ITEM_RUN)
            item->as.run.color = words_color(sheet);
    }
}

/* Puts a strip, which is used up, below the others. */
static void put(struct sheet *sheet, struct strip *strip, double x, double gap)
{
    sheet->y += sheet->y > back_look.pad ? gap : 0;
    whiten(sheet, strip);
    strip_absorb(sheet->strip, strip, x, sheet->y);
    sheet->y += strip->height;
    strip_free(strip);
}

static struct color rule_color(const struct sheet *sheet)
{
    const struct style *style = sheet->setter->style;
    return tint_color(style->accent, style->saver ? TINT_64 : TINT_30);
}

/* Grounds under words, which are light on paper, stay dark here and are told from the panel's. */
static struct color fill_color(struct color fill, struct color light, struct color accent)
{
    static const struct color black = {0, 0, 0};
    bool ground = color_contrast(fill, black) > color_contrast(fill, COLOR_WHITE) * back_look.light;
    return ground ? color_mix(accent, black, back_look.shade) : light;
}

/* Marks, such as bullets, and rules: light on the dark ground. */
static void lighten(const struct sheet *sheet, struct strip *strip)
{
    struct color light = rule_color(sheet);
    for (guint i = 0; i < strip->items->len; i++) {
        struct item *item = &g_array_index(strip->items, struct item, i);
        if (item->kind == ITEM_FILL)
            item->as.fill.color =
                fill_color(item->as.fill.color, light, sheet->setter->style->accent);
    }
}

/* What the reader may do now, and a hairline above the facts. */
static void add_action(struct sheet *sheet)
{
    g_autoptr(GPtrArray) blocks = document_blocks(sheet->setter->document, PART_SET(PART_ACTION));
    if (!sheet->asked->action || blocks->len == 0)
        return;
    g_autoptr(GPtrArray) strips = flow_blocks(sheet->setter, blocks, room_of(sheet));
    struct strip *action = strips_join(strips);
    lighten(sheet, action);
    put(sheet, action, sheet->pad, 0);
    sheet->y += sheet->spare;
    struct path *path = path_new();
    path_add_rect(path,
                  (struct rect){0, 0, room_of(sheet), setter_trim(sheet->setter)->rules.hair});
    struct strip *rule = strip_new(setter_trim(sheet->setter)->rules.hair, (struct pos){0});
    strip_add_mark(rule, path, rule_color(sheet));
    put(sheet, rule, sheet->pad, back_look.around_rule);
    sheet->y += back_look.around_rule - back_look.row_gap;
}

/* The number once more, as decoration, where it stands on the other half: who turns the leaflet
 * over looks for it. */
static void repeat_number(struct sheet *sheet)
{
    struct setter *setter = sheet->setter;
    const struct scale *scale = setter->profile->scale;
    const char *number = contact_telephone(setter->document);
    if (sheet->asked->half != HALF_HELP || !number)
        return;
    double room = room_of(sheet);
    GPtrArray *lines = type_set_words(setter, labels_get(setter->document->labels, LABEL_CALL_US),
                                      NULL, &scale->label, words_color(sheet), room, ALIGN_START);
    GPtrArray *large = type_set_words(setter, number, NULL, &scale->telephone, words_color(sheet),
                                      room, ALIGN_START);
    g_ptr_array_extend_and_steal(lines, large);
    type_decorate(lines, ARTIFACT_LAYOUT);
    struct strip *strip = strip_new(0, (struct pos){0});
    strip->height = type_stack(strip, lines, 0, 0);
    put(sheet, strip, sheet->pad, 0);
}

/* Where each cell goes, as on the band: the number first, then when and where, then the code. */
static void place_cells(struct sheet *sheet, struct band *band)
{
    static const enum cell_kind order[] = {TELEPHONE, HOURS, ADDRESS, EMAIL, CODE, SERVICES};
    bool rtl = sheet->setter->document->rtl;
    for (size_t i = 0; i < G_N_ELEMENTS(order); i++) {
        struct cell *cell = &band->cells[order[i]];
        if (!cell->strip)
            continue;
        bool near = order[i] == EMAIL && band->cells[ADDRESS].strip;
        sheet->y += sheet->y <= back_look.pad ? 0
                    : near                    ? contact_look.email_gap
                                              : back_look.row_gap;
        cell->x = rtl ? band->width - sheet->pad - cell->width : sheet->pad;
        cell->y = sheet->y;
        sheet->y += cell->strip->height;
    }
    struct cell *code = &band->cells[CODE], *address = &band->cells[WEBSITE];
    address->x += code->x;
    address->y += code->y;
}

static void absorb_cell(struct sheet *sheet, struct cell *cell)
{
    if (!cell->strip)
        return;
    whiten(sheet, cell->strip);
    strip_absorb(sheet->strip, cell->strip, cell->x, cell->y);
    g_clear_pointer(&cell->strip, strip_free);
}

/* When the facts were checked; NULL: not given. */
static struct strip *set_verified(struct sheet *sheet)
{
    const struct block *verified = contact_verified(sheet->setter->document);
    if (!verified || sheet->asked->half == HALF_REACH)
        return NULL;
    struct strip *strip = strip_new(0, (struct pos){0});
    const struct type *small = &sheet->setter->profile->scale->small;
    GPtrArray *lines = type_set(sheet->setter, verified->spans, small, words_color(sheet),
                                room_of(sheet), ALIGN_START);
    strip->height = type_stack(strip, lines, 0, 0);
    return strip;
}

/* Dark on a tint, since the panel is dark. */
static void turn_crisis(const struct sheet *sheet, struct strip *crisis)
{
    struct color accent = sheet->setter->style->accent;
    for (guint i = 0; i < crisis->items->len; i++) {
        struct item *item = &g_array_index(crisis->items, struct item, i);
        if (item->kind == ITEM_RUN)
            item->as.run.color = sheet->setter->style->ink;
        else if (item->kind == ITEM_FILL)
            item->as.fill.color = color_equal(item->as.fill.color, COLOR_WHITE)
                                      ? accent
                                      : tint_color(accent, TINT_16);
    }
}

static struct strip *set_crisis(struct sheet *sheet)
{
    if (sheet->asked->half == HALF_REACH)
        return NULL;
    struct strip *crisis = crisis_strip_set(sheet->setter, sheet->asked->width, false);
    if (crisis && !sheet->setter->style->saver)
        turn_crisis(sheet, crisis);
    return crisis;
}

static void absorb(struct sheet *sheet, struct strip *strip, double x, double y)
{
    if (!strip)
        return;
    strip_absorb(sheet->strip, strip, x, y);
    strip_free(strip);
}

static void add_ground(const struct sheet *sheet, double height)
{
    struct patch patch =
        patch_round((struct rect){0, 0, sheet->asked->width, height}, masthead_look.radius);
    dark_add(sheet->strip, sheet->setter, patch, sheet->setter->style->accent);
}

/* In the order of reading: the crisis lines before what is said of all facts. */
static void add_facts(struct sheet *sheet, struct strip *words, struct band *band)
{
    struct strip *verified = set_verified(sheet), *crisis = set_crisis(sheet);
    double checked = sheet->y + back_look.row_gap;
    sheet->y += verified ? back_look.row_gap + verified->height : 0;
    double foot = crisis ? crisis->height : 0;
    sheet->used = sheet->y + back_look.pad + foot;
    double height = MAX(sheet->asked->height, sheet->used);
    add_ground(sheet, height);
    absorb(sheet, words, 0, 0);
    for (int i = 0; i < CODE; i++)
        absorb_cell(sheet, &band->cells[i]);
    absorb(sheet, crisis, 0, height - foot);
    absorb(sheet, verified, sheet->pad, checked);
    absorb_cell(sheet, &band->cells[CODE]);
    sheet->strip->height = height;
}

/* The types of the panel, with small words at that size. */
static struct scale own_scale(const struct contact_panel *panel)
{
    struct scale scale = *panel->scale;
    scale.small.size = scale.strong.size = panel->size;
    scale.label.size = MAX(scale.label.size, panel->size);
    return scale;
}

static unsigned cells_of(const struct contact_panel *panel)
{
    const unsigned help = CELLS_CODE | CELL_SET(SERVICES);
    unsigned cells = panel->half == HALF_REACH  ? CELLS_ALL & ~help
                     : panel->half == HALF_HELP ? help
                                                : CELLS_ALL;
    return panel->services ? cells : cells & ~CELL_SET(SERVICES);
}

/* The panel as one strip, owned by the caller: higher than `height` where it does not fit. What
 * cannot be set is reported and sets setter->failed. `*spare`: by how much the facts stand lower
 * than they could; by how much more they could. [pt] */
static struct strip *set_panel(struct setter *setter, const struct contact_panel *panel,
                               double *spare)
{
    const struct profile *profile = setter->profile;
    struct scale scale = own_scale(panel);
    struct profile own = *profile;
    own.scale = &scale;
    own.outdent = back_look.side;
    own.head_rule = 0;
    own.marked = false;
    own.qr_module = MIN(own.qr_module, back_look.qr_module);
    setter->profile = &own;
    struct strip *words = strip_new(0, (struct pos){0});
    struct sheet sheet = {.setter = setter,
                          .asked = panel,
                          .strip = words,
                          .pad = back_look.side,
                          .y = back_look.pad,
                          .spare = *spare};
    struct band band = {.setter = setter, .scale = &scale, .width = panel->width};
    add_action(&sheet);
    repeat_number(&sheet);
    double room = room_of(&sheet);
    band.left = band.right = room;
    contact_set_cells(&band, room, cells_of(panel));
    place_cells(&sheet, &band);
    sheet.strip = strip_new(0, (struct pos){0});
    add_facts(&sheet, words, &band);
    *spare = panel->height - sheet.used;
    setter->profile = profile;
    return sheet.strip;
}

/* The panel at that size; NULL where it is too high, or a word too long. What the reader may do
 * stands at its head, and the facts at its foot. */
static struct strip *try_panel(struct setter *setter, const struct contact_panel *panel)
{
    struct trial trial = trial_begin(setter);
    setter_use_size(setter, panel->size);
    double spare = 0;
    struct strip *strip = set_panel(setter, panel, &spare);
    if (panel->action && spare > 0) {
        strip_free(strip);
        strip = set_panel(setter, panel, &spare);
    }
    bool fits = !trial_end(setter, &trial) && strip->height <= panel->height;
    if (!fits)
        g_clear_pointer(&strip, strip_free);
    return strip;
}

static struct strip *try_sizes(struct setter *setter, struct contact_panel *panel)
{
    const struct profile *profile = setter->profile;
    struct strip *strip = NULL;
    for (double size = profile->body; !strip && size >= profile->floor; size -= back_look.step) {
        panel->size = size;
        strip = try_panel(setter, panel);
    }
    return strip;
}

/* Notes follow the last words that they belong to. */
static bool has_notes(const struct document *document)
{
    g_autoptr(GPtrArray) notes = document_blocks(document, PART_SET(PART_NOTES));
    return notes->len > 0;
}

static struct strip *fit_lines(struct setter *setter, struct contact_panel *panel)
{
    panel->services = true;
    panel->action = !has_notes(setter->document);
    struct strip *strip = panel->action ? try_sizes(setter, panel) : NULL;
    panel->action = strip != NULL;
    strip = strip ? strip : try_sizes(setter, panel);
    panel->services = strip != NULL;
    return strip ? strip : try_sizes(setter, panel);
}

struct strip *contact_panel_fit(struct setter *setter, struct contact_panel *panel,
                                const struct scale *tight)
{
    struct strip *strip = fit_lines(setter, panel);
    if (strip)
        return strip;
    panel->scale = tight;
    return fit_lines(setter, panel);
}

/* Both halves at that size; NULL where one does not fit. */
static GPtrArray *try_halves(struct setter *setter, struct contact_panel *panel)
{
    static const enum contact_half both[] = {HALF_REACH, HALF_HELP};
    GPtrArray *halves = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (size_t i = 0; i < G_N_ELEMENTS(both); i++) {
        panel->half = both[i];
        struct strip *strip = try_panel(setter, panel);
        if (strip)
            g_ptr_array_add(halves, strip);
    }
    if (halves->len < G_N_ELEMENTS(both))
        g_clear_pointer(&halves, g_ptr_array_unref);
    return halves;
}

static GPtrArray *try_sizes_of_halves(struct setter *setter, struct contact_panel *panel)
{
    const struct profile *profile = setter->profile;
    GPtrArray *halves = NULL;
    for (double size = profile->body; !halves && size >= profile->floor; size -= back_look.step) {
        panel->size = size;
        halves = try_halves(setter, panel);
    }
    return halves;
}

GPtrArray *contact_panel_fit_halves(struct setter *setter, struct contact_panel *panel)
{
    panel->action = false;
    panel->services = true;
    GPtrArray *halves = try_sizes_of_halves(setter, panel);
    panel->services = halves != NULL;
    return halves ? halves : try_sizes_of_halves(setter, panel);
}
