/*
 * Two storeys of one shape. The words are set first, since they say how high it is; grounds and
 * motif are painted below them. The name is content; the number is told again in the contact band,
 * so here it is decoration.
 */
#include "layout/masthead.h"

#include "base/direction.h"
#include "base/signs.h"
#include "content/tones.h"
#include "document/contact.h"
#include "layout/art.h"
#include "layout/dark.h"
#include "layout/icon.h"
#include "layout/type.h"

#include <string.h>

struct head {
    struct setter *setter;
    const struct masthead *asked;
    const struct scale *scale;
    struct masthead_words *words;
};

bool masthead_holds(const struct block *block)
{
    return block->kind == BLOCK_TEXT &&
           (block->part == PART_TITLE ||
            (block->part == PART_LEAD && block->text_kind == TEXT_SUMMARY));
}

static const struct block *find(const struct document *document, enum text_kind kind)
{
    for (guint i = 0; i < document->blocks->len; i++) {
        const struct block *block = document->blocks->pdata[i];
        if (masthead_holds(block) && block->text_kind == kind)
            return block;
    }
    return NULL;
}

/* From where lines start. */
static double at_start(const struct head *head, double x, double width)
{
    return head->setter->document->rtl ? head->words->width - x - width : x;
}

/* Of the words and marks on the band. */
static struct color band_ink(const struct head *head)
{
    return dark_ink(head->setter, head->setter->style->accent);
}

/* Returns the room that it takes at the end. [pt] */
static double add_telephone(struct head *head, GPtrArray **lines)
{
    const struct scale *scale = head->scale;
    const char *number = head->asked->telephone ? contact_telephone(head->setter->document) : NULL;
    double side = head->setter->profile->outdent, icon = masthead_look.icon * scale->icon;
    *lines = NULL;
    if (!number)
        return 0;
    *lines = type_set_words(head->setter, number, NULL, &scale->number, band_ink(head),
                            head->words->width - 2 * side, ALIGN_START);
    type_decorate(*lines, ARTIFACT_HEADER);
    return type_widest(*lines) + icon + masthead_look.icon_gap + masthead_look.name_gap;
}

static void place_telephone(struct head *head, GPtrArray *lines)
{
    const struct scale *scale = head->scale;
    double side = head->setter->profile->outdent, icon = masthead_look.icon * scale->icon;
    const struct strip *strip = lines->pdata[0];
    const struct line *line = &g_array_index(strip->lines, struct line, 0);
    double width = line->width, from = head->words->width - side - width;
    double x = at_start(head, from, width) - line->x;
    double y = (head->words->band - type_height(lines)) / 2;
    type_stack(head->words->strip, lines, x, y);
    double box = at_start(head, from - masthead_look.icon_gap - icon, icon);
    icon_add_call(head->words->strip,
                  (struct rect){box, (head->words->band - icon) / 2, icon, icon}, band_ink(head));
}

/* The logo's plate where lines start, at the top of the band; no width: there is no logo. */
static struct rect logo_plate(const struct head *head)
{
    const struct block *logo = head->setter->document->logo;
    if (!logo)
        return (struct rect){0};
    const struct image *image = logo->as.image;
    double height = head->scale->band + masthead_look.logo.more - 2 * masthead_look.logo.around;
    double wide = (height - 2 * masthead_look.logo.air) * image->width_px / image->height_px;
    double width = CLAMP(wide + 2 * masthead_look.logo.side, masthead_look.logo.least,
                         masthead_look.logo.most);
    double x = at_start(head, head->setter->profile->outdent, width);
    return (struct rect){x, masthead_look.logo.around, width, height};
}

/* Whole, in the middle of its plate, which stands in the middle of the band. */
static void add_logo(struct head *head, struct rect plate)
{
    const struct block *logo = head->setter->document->logo;
    if (!logo)
        return;
    const struct image *image = logo->as.image;
    plate.y = (head->words->band - plate.height) / 2;
    struct patch ground = patch_round(plate, masthead_look.logo.radius);
    strip_add_mark(head->words->strip, patch_path(&ground), COLOR_WHITE);
    double factor = MIN((plate.width - 2 * masthead_look.logo.side) / image->width_px,
                        (plate.height - 2 * masthead_look.logo.air) / image->height_px);
    double width = image->width_px * factor, height = image->height_px * factor;
    struct rect box = {plate.x + (plate.width - width) / 2, plate.y + (plate.height - height) / 2,
                       width, height};
    strip_add(
        head->words->strip,
        (struct item){.kind = ITEM_IMAGE, .element = logo->element, .box = box, .as.image = image});
}

/* The name takes no more than two lines of that width, and no word of it is parted. */
static bool has_room(struct head *head, const struct block *clinic, double width)
{
    struct trial trial = trial_begin(head->setter);
    head->setter->parting = PARTING_NONE;
    g_autoptr(GPtrArray) name = type_set(head->setter, clinic->spans, &head->scale->name,
                                         band_ink(head), width, ALIGN_START);
    return !trial_end(head->setter, &trial) && name->len <= 2;
}

/* The clinic's name, in as many lines as it needs, beside its logo. */
static void add_band(struct head *head)
{
    const struct scale *scale = head->scale;
    const struct block *clinic = find(head->setter->document, TEXT_CLINIC);
    double side = head->setter->profile->outdent;
    GPtrArray *number = NULL;
    if (!clinic)
        return;
    struct rect plate = logo_plate(head);
    double start = plate.width > 0 ? side + plate.width + masthead_look.logo.gap : side;
    double taken = add_telephone(head, &number), room = head->words->width - start - side;
    if (number && !has_room(head, clinic, room - taken)) { /* the name comes first */
        g_clear_pointer(&number, g_ptr_array_unref);
        taken = 0;
    }
    GPtrArray *name = type_set(head->setter, clinic->spans, &scale->name, band_ink(head),
                               room - taken, ALIGN_START);
    double pad = scale->band - type_line_height(head->setter, &scale->name);
    double least = plate.width > 0 ? scale->band + masthead_look.logo.more : scale->band;
    head->words->band = MAX(MAX(least, head->asked->band), type_height(name) + pad);
    add_logo(head, plate);
    double x = head->setter->document->rtl ? side + taken : start;
    type_stack(head->words->strip, name, x, (head->words->band - type_height(name)) / 2);
    if (number)
        place_telephone(head, number);
}

/* A title that is broken behind its colon. */
struct parts {
    const struct element *element;
    char *first; /* owned; up to the colon */
    const char *rest;
};

static GPtrArray *set_words(struct head *head, const struct parts *parts, const char *words,
                            const struct type *type, double width)
{
    return type_set_words(head->setter, words, parts->element, type, head->setter->style->accent,
                          width, ALIGN_START);
}

/* As one text, the beginning of which says how all of it reads; NULL: it needs more lines. */
static GPtrArray *set_together(struct head *head, const struct parts *parts,
                               const struct type *type, double width)
{
    g_autofree char *words = g_strconcat(parts->first, HARD_BREAK_TEXT, parts->rest, NULL);
    GPtrArray *lines = set_words(head, parts, words, type, width);
    if (lines->len != 2)
        g_clear_pointer(&lines, g_ptr_array_unref);
    return lines;
}

/* The same where all letters read from the left: each part is a text that is shaped without Pango.
 */
static GPtrArray *set_apart(struct head *head, const struct parts *parts, const struct type *type,
                            double width)
{
    g_autofree char *words = g_strconcat(parts->first, " ", NULL);
    GPtrArray *lines = set_words(head, parts, words, type, width);
    GPtrArray *rest = lines->len == 1 ? set_words(head, parts, parts->rest, type, width) : NULL;
    if (!rest || rest->len != 1) {
        g_clear_pointer(&rest, g_ptr_array_unref);
        g_ptr_array_unref(lines);
        return NULL;
    }
    struct strip *strip = lines->pdata[0];
    strip->keep = true;
    for (guint i = 0; i < strip->lines->len; i++)
        g_array_index(strip->lines, struct line, i).end = LINE_END_NEW;
    g_ptr_array_extend_and_steal(lines, rest);
    return lines;
}

/* The title broken behind its colon, where both parts then have a line each. */
static GPtrArray *set_title_in(struct head *head, const struct block *title,
                               const struct type *type, double width)
{
    const struct span *span = title->spans->pdata[0];
    const char *colon = strstr(span->text, ": ");
    GPtrArray *whole =
        type_set(head->setter, title->spans, type, head->setter->style->accent, width, ALIGN_START);
    if (!colon || title->spans->len > 1 || whole->len != 2)
        return whole;
    g_autofree char *first = g_strndup(span->text, (gsize)(colon - span->text) + 1);
    const struct parts parts = {span->element, first, colon + 2};
    bool turns = head->setter->document->rtl || direction_has_rtl(span->text) || !*parts.rest;
    GPtrArray *parted =
        turns ? set_together(head, &parts, type, width) : set_apart(head, &parts, type, width);
    if (parted)
        g_ptr_array_unref(whole);
    return parted ? parted : whole;
}

/* In the first of the sizes in which it takes no more lines than that size may. */
static GPtrArray *set_title(struct head *head, const struct block *title, double width)
{
    const struct scale *scale = head->scale;
    guint step = head->asked->step, last = G_N_ELEMENTS(scale->titles) - 1;
    GPtrArray *lines = set_title_in(head, title, &scale->titles[step], width);
    while (step < last && lines->len > step + 2) {
        g_ptr_array_unref(lines);
        lines = set_title_in(head, title, &scale->titles[++step], width);
    }
    return lines;
}

static double add_lead(struct head *head, double x, double y, double width)
{
    const struct document *document = head->setter->document;
    double from = y;
    for (guint i = 0; i < document->blocks->len; i++) {
        const struct block *block = document->blocks->pdata[i];
        if (!masthead_holds(block) || block->text_kind != TEXT_SUMMARY)
            continue;
        GPtrArray *lead = type_set(head->setter, block->spans, &head->scale->lead,
                                   head->setter->style->ink, width, ALIGN_START);
        y += masthead_look.lead_gap * head->setter->pads;
        y += type_stack(head->words->strip, lead, x, y);
    }
    return y - from;
}

static void add_title(struct head *head)
{
    const struct block *title = find(head->setter->document, TEXT_TITLE);
    double side = head->setter->profile->outdent, motif = head->scale->motif;
    double wide = head->words->width - 2 * side, width = wide - (motif > 0 ? motif : 0);
    bool rtl = head->setter->document->rtl;
    head->words->art = motif > 0 && !head->asked->plain ? setter_art(head->setter) : ART_NONE;
    width = head->words->art == ART_NONE ? wide : width;
    GPtrArray *lines = set_title(head, title, width);
    if (lines->len > G_N_ELEMENTS(head->scale->titles) && head->words->art != ART_NONE) {
        g_ptr_array_unref(lines);
        head->words->art = ART_NONE;
        width = wide;
        lines = set_title(head, title, width);
    }
    double x = rtl ? head->words->width - side - width : side;
    double pad = masthead_look.pad * head->setter->pads, height = type_height(lines);
    guint first_item = head->words->strip->items->len, first_line = head->words->strip->lines->len;
    height += type_stack(head->words->strip, lines, x, head->words->band + pad) - height;
    height += add_lead(head, x, head->words->band + pad + height, width);
    double least =
        MAX(masthead_look.least * head->setter->pads, head->asked->height - head->words->band);
    double storey = MAX(height + 2 * pad, least);
    double down = (storey - 2 * pad - height) / 2;
    for (guint i = first_item; i < head->words->strip->items->len; i++)
        item_shift(&g_array_index(head->words->strip->items, struct item, i), 0, down);
    for (guint i = first_line; i < head->words->strip->lines->len; i++)
        line_shift(&g_array_index(head->words->strip->lines, struct line, i), 0, down);
    head->words->height = head->words->band + storey;
}

static void add_shape(struct strip *strip, struct patch patch, struct color color)
{
    strip_add_mark(strip, patch_path(&patch), color);
}

static void add_motif(const struct setter *setter, const struct masthead_words *head,
                      struct strip *strip)
{
    double width = setter->profile->scale->motif, radius = masthead_look.radius;
    double top = head->band > 0 ? 0 : radius;
    bool rtl = setter->document->rtl;
    double x = rtl ? 0 : head->width - width;
    struct patch patch = {.box = {x, head->band, width, head->height - head->band},
                          .top_left = rtl ? top : 0,
                          .top_right = rtl ? 0 : top,
                          .bottom_left = rtl ? radius : 0,
                          .bottom_right = rtl ? 0 : radius};
    art_add(strip, head->art, &patch, setter->style->accent);
}

/* The grounds, below the words. */
static struct strip *add_grounds(const struct setter *setter, const struct masthead_words *head)
{
    struct strip *strip = strip_new(head->height, (struct pos){0});
    struct color accent = setter->style->accent;
    double radius = masthead_look.radius, top = head->band > 0 ? 0 : radius;
    add_shape(
        strip,
        (struct patch){
            {0, head->band, head->width, head->height - head->band}, top, top, radius, radius},
        tint_color(accent, TINT_8));
    add_motif(setter, head, strip);
    if (head->band > 0)
        dark_add(strip, setter,
                 (struct patch){{0, 0, head->width, head->band}, radius, radius, 0, 0}, accent);
    return strip;
}

struct masthead_words *masthead_set(struct setter *setter, const struct masthead *masthead,
                                    double width)
{
    struct masthead_words *words = g_new0(struct masthead_words, 1);
    *words = (struct masthead_words){.strip = strip_new(0, (struct pos){0}), .width = width};
    struct head head = {setter, masthead, setter->profile->scale, words};
    add_band(&head);
    add_title(&head);
    return words;
}

struct masthead_words *masthead_copy(const struct masthead_words *words)
{
    struct masthead_words *copy = g_memdup2(words, sizeof *words);
    copy->strip = strip_copy(words->strip);
    return copy;
}

void masthead_free(struct masthead_words *words)
{
    if (!words)
        return;
    strip_free(words->strip);
    g_free(words);
}

struct strip *masthead_draw(const struct setter *setter, struct masthead_words *words)
{
    struct strip *strip = add_grounds(setter, words);
    strip_absorb(strip, words->strip, 0, 0);
    masthead_free(words);
    return strip;
}
