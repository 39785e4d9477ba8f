/*
 * The card is one strip: its ground first, then the key on a block of its own, then the fields with
 * the spare height shared among the gaps.
 */
#include "layout/screen_card.h"

#include "base/clip.h"
#include "layout/cell.h"
#include "layout/field.h"
#include "layout/profile_screens.h"
#include "layout/screen_field.h"
#include "layout/screen_type.h"
#include "layout/text.h"
#include "layout/type.h"

#include <math.h>

/* Sizes of a key on top. */
enum { BANDS = G_N_ELEMENTS(screen_card_look.band) };

/* A card under construction. */
struct draft {
    struct show *show;
    double em; /* [pt] of its letters */
    struct card_keys keys;
    struct rect box;    /* [pt] the card */
    struct rect key;    /* [pt] the block of its key */
    struct rect fields; /* [pt] where fields stand, from edge to edge */
    GPtrArray *strips;  /* of the fields, one each */
    double least;       /* [pt] height of all fields with the least gaps */
    size_t band;        /* index of the largest size that its key may have on top */
};

bool screen_card_is_plain(const struct block *card)
{
    for (guint i = 0; i < card->children->len; i++)
        if (((const struct block *)card->children->pdata[i])->kind != BLOCK_TEXT)
            return false;
    return card->children->len > 0;
}

static double lead(const struct draft *draft)
{
    return show_lead(draft->show) * draft->show->size;
}

static GPtrArray *set(const struct draft *draft, const GPtrArray *spans, bool bold, double width,
                      struct color color, enum alignment alignment)
{
    const struct screen_type type = {draft->show->size, width, bold, color, alignment};
    return screen_type_set(draft->show, spans, &type);
}

/* Room that the last line of a label leaves beside it. [pt] */
static double room_beside(const struct draft *draft, const GPtrArray *label, double width)
{
    return screen_field_room(draft->show, label, width);
}

/* All fields, each as one strip. `tight`: in as few lines as they have room in. */
static void set_fields(struct draft *draft, const struct block *card, bool tight)
{
    double pad = screen_card_look.pad * draft->em;
    draft->strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    for (guint i = 1; i < card->children->len; i++)
        g_ptr_array_add(draft->strips, screen_field_set(draft->show, card->children->pdata[i],
                                                        draft->fields.width - 2 * pad, tight));
    guint gaps = draft->strips->len > 0 ? draft->strips->len - 1 : 0;
    draft->least = type_height(draft->strips) + gaps * screen_card_look.gap * draft->em;
    double below = draft->show->cap_height * draft->show->size * (draft->show->gap - 1) / 2;
    draft->least += (screen_card_look.above + screen_card_look.below) * draft->em - below;
}

/* The largest size of `sizes` in which the words have one line; 0: none. */
static double one_line_size(const struct draft *draft, const GPtrArray *spans, const double *sizes,
                            size_t n, double width)
{
    double now = draft->show->size;
    for (size_t i = 0; i < n; i++)
        if (screen_type_widths(draft->show, spans, true, sizes[i] * now).line <= width)
            return sizes[i] * now;
    return 0;
}

/* What the key says: its column in small letters, then the cell. */
struct key {
    GPtrArray *head, *words; /* strips, owned */
    double head_size, size;
};

/* What the key says, as the author has it; lent spans. */
static GPtrArray *cell_of(const struct block *name, const struct field_parts *parts)
{
    GPtrArray *cell = g_ptr_array_new();
    for (guint i = 0; i < name->spans->len; i++)
        if (parts->value->len == 0 || !((const struct span *)name->spans->pdata[i])->label)
            g_ptr_array_add(cell, name->spans->pdata[i]);
    return cell;
}

/* What is seen above is heard here. */
static void say_head(GPtrArray *words, const struct field_parts *parts)
{
    g_autofree char *label = field_label_words(parts);
    g_autofree char *text = g_strconcat(label, parts->separator, NULL);
    struct span head = {.text = text,
                        .element = ((const struct span *)parts->label->pdata[0])->element};
    screen_type_say(words, &head);
}

static struct key set_key(const struct draft *draft, const struct block *name, double width)
{
    struct show *show = draft->show;
    double size, now = show->size;
    bool beside = draft->keys.beside;
    const double *sizes = beside ? screen_card_look.beside : screen_card_look.band + draft->band;
    size_t n = beside ? G_N_ELEMENTS(screen_card_look.beside) : BANDS - draft->band;
    struct field_parts parts = field_parts_of(&show->setter, name);
    g_autoptr(GPtrArray) cell = cell_of(name, &parts);
    size = one_line_size(draft, cell, sizes, n, width);
    struct key key = {.head_size = now, .size = size > 0 ? size : now};
    const struct screen_type type = {key.size, width, true, show->tones.key_ink, ALIGN_START};
    key.words = screen_type_set(show, cell, &type);
    bool headed = parts.label->len > 0 && parts.value->len > 0;
    if (headed && draft->keys.said)
        say_head(key.words, &parts);
    if (headed && !draft->keys.said) {
        key.head = set(draft, parts.label, false, width, show->tones.key_sub, ALIGN_START);
        screen_type_end(key.head, parts.separator);
    } else {
        key.head = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    }
    field_parts_clear(&parts);
    return key;
}

/* On top, a header and its cell share a line where both fit one. */
static bool shares_line(const struct draft *draft, const struct key *key, double width)
{
    if (draft->keys.beside || draft->keys.stacked || key->head->len != 1 || key->words->len != 1 ||
        key->size > key->head_size * screen_card_look.band[SCREEN_CARD_HIGH_BANDS])
        return false;
    double needed = type_widest(key->words);
    return needed <= room_beside(draft, key->head, width);
}

/* From the capitals of the header to the capitals of the cell. [pt] */
static double key_step(const struct draft *draft, const struct key *key)
{
    double larger = draft->show->cap_height * (key->size - key->head_size);
    return key->head->len > 0 ? key->head->len * lead(draft) + larger / 4 : 0;
}

static double key_height(const struct draft *draft, const struct key *key, bool shares)
{
    double words = screen_type_height(draft->show, key->words, key->size);
    return words + (shares ? 0 : key_step(draft, key));
}

static struct color key_color(const struct draft *draft)
{
    return draft->show->tones.key;
}

static void add_patch(struct strip *strip, struct patch patch, struct color color)
{
    strip_add_mark(strip, patch_path(&patch), color);
}

/* The block of the key, whose corners are those of the card. */
static void add_key_ground(const struct draft *draft, struct strip *strip)
{
    double r = screen_card_look.radius * draft->show->em;
    bool rtl = draft->show->setter.document->rtl;
    struct patch patch = {draft->key, r, r, 0, 0};
    if (draft->keys.beside && rtl)
        patch = (struct patch){draft->key, 0, r, r, 0};
    else if (draft->keys.beside)
        patch = (struct patch){draft->key, r, 0, 0, r};
    add_patch(strip, patch, key_color(draft));
}

/* Moves a cell behind its header, on the baseline of that. */
static void stack_shared(const struct draft *draft, struct strip *strip, struct key *key,
                         struct point at, double width)
{
    struct show *show = draft->show;
    double gap = screen_card_look.label_gap * draft->em;
    double deep = show->cap_height * (key->size - key->head_size);
    double used = width - room_beside(draft, key->head, width) - gap;
    bool rtl = show->setter.document->rtl;
    double x = rtl ? at.x - used - gap : at.x + used + gap;
    screen_type_stack(show, strip, g_steal_pointer(&key->head), at.x, at.y + deep);
    screen_type_stack(show, strip, g_steal_pointer(&key->words), x, at.y);
}

/* Above and below what a key on top says. What hangs from its letters stands in its edge, half of
 * it where the panel stands and there is height. [pt] */
static double key_spare(const struct draft *draft, const struct key *key)
{
    double hang = show_descent(draft->show, key->size);
    return 2 * screen_card_look.pad * draft->em - (show_is_upright(draft->show) ? hang / 2 : hang);
}

/* What stands above the capitals of the lines: marks, and signs that are higher than these. [pt] */
static double ink_rise(const struct draft *draft, const GPtrArray *lines)
{
    const struct strip *first = lines->len > 0 ? lines->pdata[0] : NULL;
    return first ? MAX(screen_head_space(draft->show, lines) - first->ink_top, 0) : 0;
}

/* From the edge above a key on top to its capitals, that no ink comes near the edge. [pt] */
static double key_head(const struct draft *draft, const struct key *key, double spare, bool shares)
{
    double rise = ink_rise(draft, key->head->len > 0 ? key->head : key->words);
    rise = shares ? MAX(rise, ink_rise(draft, key->words)) : rise;
    return MAX(spare * screen_card_look.head, screen_card_look.clear * draft->em + rise);
}

static void add_key(const struct draft *draft, struct strip *strip, struct key *key)
{
    struct show *show = draft->show;
    double pad = screen_card_look.pad * draft->em, width = draft->key.width - 2 * pad;
    bool shares = shares_line(draft, key, width);
    double spare = key_spare(draft, key);
    double above = draft->keys.beside ? (draft->key.height - key_height(draft, key, shares)) *
                                            screen_card_look.middle
                                      : key_head(draft, key, spare, shares);
    struct point at = {draft->key.x + pad, draft->key.y + above};
    add_key_ground(draft, strip);
    if (shares) {
        stack_shared(draft, strip, key, at, width);
        return;
    }
    double step = key_step(draft, key);
    screen_type_stack(show, strip, g_steal_pointer(&key->head), at.x, at.y);
    screen_type_stack(show, strip, g_steal_pointer(&key->words), at.x, at.y + step);
}

/* The key's block has the colour of topics by day alone. */
static void name_shades(const struct draft *draft, struct strip *strip, guint from)
{
    const struct tones *tones = &draft->show->tones;
    for (guint i = from; i < strip->items->len; i++) {
        struct item *item = &g_array_index(strip->items, struct item, i);
        if (item->kind == ITEM_FILL)
            item->shade = "key";
        else if (item->kind == ITEM_RUN)
            item->shade = color_equal(item->as.run.color, tones->key_ink) ? "key_ink" : "key_sub";
    }
}

/* Fields from the top, with as much between them as there is room for. */
static void add_fields(struct draft *draft, struct strip *strip)
{
    struct show *show = draft->show;
    guint n = draft->strips->len;
    double wide = show_is_upright(show) ? screen_card_look.high_gap : screen_card_look.wide_gap;
    double least = screen_card_look.gap * draft->em, most = wide * draft->em;
    double spare = draft->fields.height - draft->least;
    double gap = n > 1 ? CLAMP(least + spare / n, least, most) : 0;
    double free = MAX(spare - (n - 1) * (gap - least), 0);
    double head = show->cap_height * show->size * (show->gap - 1) / 2, hair;
    double pad = screen_card_look.pad * draft->em;
    double y = draft->fields.y + screen_card_look.above * draft->em + free / 2 - head;
    hair = screen_card_look.hair * MIN(show->panel.width, show->panel.height);
    for (guint i = 0; i < n; i++) {
        struct strip *field = draft->strips->pdata[i];
        if (i > 0) {
            struct rect line = {draft->fields.x + pad, y + (gap - hair) / 2,
                                draft->fields.width - 2 * pad, hair};
            add_patch(strip, (struct patch){.box = line}, show->tones.off);
            y += gap;
        }
        strip_absorb(strip, field, draft->fields.x + pad, y);
        y += field->height;
    }
}

/* Where the parts of the card stand. */
static void divide(struct draft *draft, double band)
{
    struct rect box = draft->box;
    bool rtl = draft->show->setter.document->rtl;
    draft->key = draft->fields = box;
    if (draft->keys.beside) {
        draft->key.width = screen_card_look.key * draft->em;
        draft->fields.width -= draft->key.width;
        draft->fields.x += rtl ? 0 : draft->key.width;
        draft->key.x += rtl ? draft->fields.width : 0;
    } else {
        draft->key.height = band;
        draft->fields.y += band;
        draft->fields.height -= band;
    }
}

static struct draft draft_new(struct show *show, struct card_keys keys)
{
    struct draft draft = {.show = show, .em = show->em * show->size, .keys = keys};
    draft.box = (struct rect){0, -screen_card_look.rise * show->em, show->area.width, 0};
    divide(&draft, 0);
    return draft;
}

/* What the block of the key takes of the height. [pt] */
static double block_height(const struct draft *draft, const struct key *key, double width)
{
    bool shares = shares_line(draft, key, width);
    double spare = key_spare(draft, key), head = spare * screen_card_look.head;
    return key_height(draft, key, shares) + spare + key_head(draft, key, spare, shares) - head;
}

/* What the fields need so that each is seen to be one. [pt] */
static double airy_height(const struct draft *draft)
{
    guint gaps = draft->strips->len > 0 ? draft->strips->len - 1 : 0;
    return draft->least + gaps * (screen_card_look.air - screen_card_look.gap) * draft->em;
}

/* The key in the largest size that leaves air between the fields, else in the smallest. Returns
 * the height of its block. [pt] */
static double find_key(struct draft *draft, const struct block *name, double room, struct key *key)
{
    double width = draft->key.width - 2 * screen_card_look.pad * draft->em;
    for (draft->band = draft->keys.band;; draft->band++) {
        *key = set_key(draft, name, width);
        double height = block_height(draft, key, width);
        if (draft->keys.beside || draft->band + 1 == BANDS || height + airy_height(draft) <= room)
            return height;
        g_ptr_array_unref(key->head);
        g_ptr_array_unref(key->words);
    }
}

static void clear(struct draft *draft, struct key *key)
{
    g_clear_pointer(&draft->strips, g_ptr_array_unref);
    g_clear_pointer(&key->head, g_ptr_array_unref);
    g_clear_pointer(&key->words, g_ptr_array_unref);
}

/* All words in `room` points, if need be in fewer lines. Returns the height of the key's block, and
 * that of all in `least`. [pt] */
static double set_words(struct draft *draft, const struct block *card, double room, struct key *key,
                        double *least)
{
    for (bool tight = false;; tight = true) {
        set_fields(draft, card, tight);
        double high = find_key(draft, card->children->pdata[0], room, key);
        *least = draft->keys.beside ? MAX(high, draft->least) : high + draft->least;
        if (tight || *least <= room)
            return high;
        clear(draft, key);
    }
}

struct strip *screen_card_set(struct show *show, const struct block *card, struct card_keys keys,
                              double room)
{
    struct draft draft = draft_new(show, keys);
    double rise = -draft.box.y, least;
    struct key key;
    double high = set_words(&draft, card, room + rise, &key, &least);
    draft.box.height = MAX(room, least - rise) + rise;
    divide(&draft, high);
    struct strip *strip = screen_strip_new(show, draft.box.height - rise, card->pos);
    add_patch(strip, patch_round(draft.box, screen_card_look.radius * show->em), show->tones.card);
    guint before = strip->items->len;
    add_key(&draft, strip, &key);
    name_shades(&draft, strip, before);
    add_fields(&draft, strip);
    clear(&draft, &key);
    return strip;
}

bool screen_card_fits_beside(struct show *show, const struct block *card, struct card_keys keys,
                             double room)
{
    double width = (screen_card_look.key - 2 * screen_card_look.pad) * show->em * show->size;
    const struct block *name = card->children->pdata[0];
    struct field_parts parts = field_parts_of(&show->setter, name);
    g_autoptr(GPtrArray) cell = cell_of(name, &parts);
    bool fits = screen_type_widths(show, cell, true, show->size).word <= width;
    if (parts.label->len > 0) /* wherever it is said */
        fits &= screen_type_widths(show, parts.label, false, show->size).line <= width;
    field_parts_clear(&parts);
    keys.beside = true;
    return fits && screen_card_fits(show, card, keys, room);
}

bool screen_card_fits(struct show *show, const struct block *card, struct card_keys keys,
                      double room)
{
    struct trial trial = trial_begin(&show->setter);
    show->setter.parting = PARTING_NONE;
    struct strip *strip = screen_card_set(show, card, keys, room);
    bool fits = strip->height <= room;
    strip_free(strip);
    return !trial_end(&show->setter, &trial) && fits;
}

/* Size of the key in `room`, and the height of all in `least`. [pt] */
static double key_size(struct show *show, const struct block *card, struct card_keys keys,
                       double room, double *least)
{
    struct draft draft = draft_new(show, keys);
    struct key key;
    set_words(&draft, card, room - draft.box.y, &key, least);
    *least += draft.box.y;
    clear(&draft, &key);
    return key.size;
}

guint screen_card_band(struct show *show, const struct block *card, struct card_keys keys,
                       double room)
{
    struct trial trial = trial_begin(&show->setter);
    guint band = keys.band;
    double least;
    show->setter.parting = PARTING_NONE;
    double size = key_size(show, card, keys, room, &least);
    if (least > room) /* its parts have more room */
        size = key_size(show, card, keys, INFINITY, &least);
    while (band + 1 < BANDS && screen_card_look.band[band] * show->size > size)
        band++;
    trial_end(&show->setter, &trial);
    return band;
}
