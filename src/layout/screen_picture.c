/*
 * Words beside a picture are set as any others, in an area that is narrower for the time. What is
 * said of a picture that stands alone is its caption, else the words for those who do not see it:
 * they belong to the picture, and are heard once.
 */
#include "layout/screen_picture.h"

#include "layout/picture.h"
#include "layout/pieces_parts.h"
#include "layout/profile_screens.h"
#include "layout/screen_topic.h"
#include "layout/screen_type.h"

#include <math.h>
#include <string.h>

static const struct piece *piece_at(const struct stretch *stretch, guint index)
{
    return &g_array_index(stretch->pieces, struct piece, index);
}

static bool is_picture(const struct piece *piece)
{
    return piece->block->kind == BLOCK_IMAGE && !piece->holder && piece->size == 1;
}

const struct block *screen_picture_alone(const struct stretch *stretch)
{
    if (stretch->to != stretch->from + 1 || !is_picture(piece_at(stretch, stretch->from)))
        return NULL;
    return piece_at(stretch, stretch->from)->block;
}

/* The pieces that are words, before the picture or behind it. */
static struct stretch words_of(const struct stretch *stretch, const struct block **picture)
{
    struct stretch words = *stretch;
    bool first = is_picture(piece_at(stretch, stretch->from));
    *picture = piece_at(stretch, first ? stretch->from : stretch->to - 1)->block;
    words.from += first;
    words.to -= !first;
    return words;
}

static glong count_letters(const struct piece *piece)
{
    bool more;
    g_autofree char *words = piece_words(piece->block, piece->place, piece->end, &more);
    return g_utf8_strlen(words, -1);
}

bool screen_picture_shares(struct show *show, const struct stretch *stretch)
{
    guint pictures = 0;
    glong letters = 0;
    bool room = show_letters(show) >= screen_look.few_letters;
    for (guint i = stretch->from; i < stretch->to; i++) {
        const struct piece *piece = piece_at(stretch, i);
        bool edge = i == stretch->from || i + 1 == stretch->to;
        bool text = piece->block->kind == BLOCK_TEXT && piece->block->text_kind == TEXT_BODY;
        if (is_picture(piece) && edge && piece->block->children->len == 0)
            pictures++;
        else if (text && !piece->holder)
            letters += count_letters(piece);
        else
            return false;
    }
    return room && pictures == 1 && letters > 0 && letters <= (glong)screen_picture_look.letters;
}

/* The picture's part of the panel: no wider than all of it at full height. */
static struct rect place_of(const struct show *show, const struct image *image, double share)
{
    struct rect box = show->panel;
    double natural = show->panel.height * image->width_px / image->height_px;
    if (show_is_upright(show)) {
        box.height *= share;
        box.y = show->panel.height - box.height;
    } else {
        box.width = MIN(box.width * share, natural);
        box.x = show->setter.document->rtl ? 0 : show->panel.width - box.width;
    }
    return box;
}

/* The words get what that leaves of the area, which is given back. */
static struct rect narrow(struct show *show, struct rect box)
{
    struct rect before = show->area;
    show->narrowed = true;
    double gap = screen_picture_look.gap * show->em, end = before.x + before.width;
    if (show_is_upright(show)) {
        show->area.height = box.y - gap - show->area.y;
    } else if (show->setter.document->rtl) {
        show->area.x = box.width + gap;
        show->area.width = end - show->area.x;
    } else {
        show->area.width = box.x - gap - show->area.x;
    }
    return before;
}

static void widen(struct show *show, struct rect before)
{
    show->area = before;
    show->narrowed = false;
}

struct picture_head screen_picture_begin_head(struct show *show, const struct block *picture,
                                              double share)
{
    struct picture_head head = {.picture = picture};
    head.box = place_of(show, picture->as.image, share);
    double below = head.box.height + screen_picture_look.gap * show->em;
    if (!show_is_upright(show)) {
        head.before = narrow(show, head.box);
        return head;
    }
    head.box.y = 0;
    head.before = show->area;
    show->area.height -= below - show->area.y;
    show->area.y = below;
    show->narrowed = true;
    return head;
}

/* The widest picture beside which the words fit. */
static enum fit find_share(struct show *show, const struct stretch *stretch,
                           const struct screen_way *way, double *share)
{
    const struct block *picture;
    struct stretch words = words_of(stretch, &picture);
    enum fit fit = FIT_TOO_WIDE;
    size_t n = show_is_upright(show) ? 1 : G_N_ELEMENTS(screen_picture_look.shares);
    for (size_t i = 0; i < n && fit != FIT_WELL; i++) {
        *share = show_is_upright(show) ? screen_picture_look.below : screen_picture_look.shares[i];
        struct rect before = narrow(show, place_of(show, picture->as.image, *share));
        fit = screen_fit(show, &words, way);
        widen(show, before);
    }
    return fit;
}

enum fit screen_picture_fit(struct show *show, const struct stretch *stretch,
                            const struct screen_way *way)
{
    double share;
    return find_share(show, stretch, way, &share);
}

/* [pt] of a picture in the box: over its edges where that cuts off little, else all of it; never
 * made much larger than it is. */
static struct rect picture_box(const struct show *show, struct rect box, const struct image *image)
{
    double pixel = show->panel.width / show->own->screen.width_px;
    double across = box.width / image->width_px, down = box.height / image->height_px;
    double scale = MAX(across, down), least = MIN(across, down);
    if (image->holed || least < scale * (1 - screen_picture_look.crop))
        scale = least;
    scale = MIN(scale, screen_picture_look.most * pixel);
    double width = image->width_px * scale, height = image->height_px * scale;
    return (struct rect){box.x + (box.width - width) / 2, box.y + (box.height - height) / 2, width,
                         height};
}

/* What hangs over hangs over the panel's edges, which cut it off: never over words. */
static struct rect pull_out(const struct show *show, struct rect box, struct rect picture)
{
    double wide = picture.width - box.width, high = picture.height - box.height;
    if (wide > 0 && box.width < show->panel.width)
        picture.x = box.x > 0 ? box.x : box.x - wide;
    if (high > 0 && box.height < show->panel.height)
        picture.y = box.y > 0 ? box.y : box.y - high;
    return picture;
}

/* What lies on white is no field of its own: it keeps off the edges, and has round corners. */
static struct rect room_of(const struct show *show, struct rect box, const struct image *image)
{
    double around = image->holed ? screen_picture_look.gap * show->em : 0;
    return (struct rect){box.x + around, box.y + around, box.width - 2 * around,
                         box.height - 2 * around};
}

/* What of the picture fills the box where its author lets it cover one; else all of it. */
static const struct image *part_for(const struct show *show, const struct block *block,
                                    struct rect box)
{
    const struct image *image = block->as.image;
    double shape = box.width / box.height;
    double width = MIN(image->width_px, image->height_px * shape), height = width / shape;
    double enlarged = box.width / width * show->own->screen.width_px / show->panel.width;
    if (block->part != PART_PICTURE || !show->setter.document->picture_covers || image->holed ||
        enlarged > screen_picture_look.most)
        return image;
    return picture_middle(show->layout, image, width, height);
}

static void add_picture(const struct show *show, struct page *page, const struct block *block,
                        struct rect box, unsigned order)
{
    const struct image *image = part_for(show, block, box);
    struct rect picture = picture_box(show, room_of(show, box, image), image);
    struct path *path = path_new();
    path_add_rect(path, box);
    page_add(page, (struct item){.kind = ITEM_FILL,
                                 .artifact = ARTIFACT_BACKGROUND,
                                 .shade = "quiet",
                                 .box = box,
                                 .as.fill = {.path = path, .color = show->tones.quiet}});
    page_add(page, (struct item){.kind = ITEM_IMAGE,
                                 .element = block->element,
                                 .order = order,
                                 .box = pull_out(show, box, picture),
                                 .corner = image->holed ? screen_picture_look.corner * show->em : 0,
                                 .as.image = image});
}

void screen_picture_end_head(struct show *show, const struct picture_head *head, struct page *page)
{
    widen(show, head->before);
    if (page)
        add_picture(show, page, head->picture, head->box, SCREEN_BEHIND_ALL);
}

struct page *screen_picture_add_beside(struct show *show, const struct stretch *stretch,
                                       const struct screen_way *way, const char *title)
{
    double share;
    const struct block *picture;
    struct stretch words = words_of(stretch, &picture);
    if (find_share(show, stretch, way, &share) != FIT_WELL)
        return NULL;
    struct rect box = place_of(show, picture->as.image, share), before = narrow(show, box);
    struct screen_matter matter = screen_set(show, &words, way, INFINITY);
    struct page *page = show_add_page(show, title);
    matter.statement = false;
    add_picture(show, page, picture, box, words.from > stretch->from ? 0 : SCREEN_BEHIND_ALL);
    screen_matter_place(show, &matter, page);
    widen(show, before);
    return page;
}

/* What words may take of the area: all of it beside a picture, else half. [pt] */
static double words_room(const struct show *show)
{
    return show->narrowed ? show->area.height : show->area.height / 2;
}

struct block *screen_picture_words(const struct block *picture)
{
    const struct block *caption = picture->children->len > 0 ? picture->children->pdata[0] : NULL;
    const struct element *element = caption ? caption->element : picture->element;
    const char *alt = picture->element ? picture->element->alt : NULL;
    if (!caption && (!alt || !*alt))
        return NULL;
    struct block *words = block_new(BLOCK_TEXT, element, picture->pos);
    words->text_kind = TEXT_CAPTION;
    for (guint i = 0; caption && i < caption->spans->len; i++) {
        const struct span *span = caption->spans->pdata[i];
        g_ptr_array_add(words->spans, span_slice(span, 0, strlen(span->text)));
    }
    if (!caption)
        g_ptr_array_add(words->spans, span_new(element, alt));
    return words;
}

/* In the largest of their sizes in which lines end best; NULL: they do not fit. */
static GPtrArray *fit_words(struct show *show, const GPtrArray *spans, double *size)
{
    struct screen_type type = {.width = show->area.width, .color = show->tones.ink};
    guint most = show->narrowed || show_is_upright(show) ? G_MAXUINT : screen_picture_look.lines;
    GPtrArray *best = NULL;
    enum mess least = MESS_COUNT;
    for (size_t i = !show->narrowed; /* the largest beside one */
         i < G_N_ELEMENTS(screen_picture_look.words) && least > MESS_NONE; i++) {
        show->setter.mess = MESS_NONE;
        GPtrArray *lines = screen_type_fit(show, spans, &type, screen_picture_look.words + i, 1,
                                           most, words_room(show), PARTING_NONE);
        bool better = lines && show->setter.mess < least;
        *size = better ? type.size : *size;
        least = better ? show->setter.mess : least;
        GPtrArray *worse = better ? best : lines;
        best = better ? lines : best;
        g_clear_pointer(&worse, g_ptr_array_unref);
    }
    return best;
}

/* In the letters of the words below; NULL: nothing is said, or does not fit. */
static GPtrArray *set_words(struct show *show, const struct block *picture, double *size)
{
    struct block *words = screen_picture_words(picture);
    GPtrArray *lines = words ? fit_words(show, words->spans, size) : NULL;
    g_clear_pointer(&words, block_free);
    return lines;
}

static bool says_something(const struct block *block)
{
    return block->children->len > 0 ||
           (block->element && block->element->alt && *block->element->alt);
}

/* The words at the foot, or beside the picture. */
struct band {
    GPtrArray *topic, *words; /* of struct strip *; NULL: there are none */
    double size;              /* of the words */
    double words_y;           /* [pt] from its first capitals */
    double height;            /* [pt] from these to the lowest ink; 0: it is none */
};

static void band_clear(struct band *band)
{
    g_clear_pointer(&band->topic, g_ptr_array_unref);
    g_clear_pointer(&band->words, g_ptr_array_unref);
}

/* False, with nothing set, when words do not fit that somebody would miss. */
static bool set_band(struct show *show, const struct block *block, const GPtrArray *topic,
                     bool worded, struct band *band)
{
    *band = (struct band){.size = 1};
    band->words = worded ? set_words(show, block, &band->size) : NULL;
    if (topic) {
        band->topic = screen_topic_set(show, topic, 1);
        band->words_y = band->topic ? show_topic_height(show, band->topic->len) : 0;
    }
    bool missed = (topic && !band->topic) || (worded && !band->words && says_something(block));
    if (band->words)
        band->height = band->words_y + screen_type_height(show, band->words, band->size);
    else if (band->topic)
        band->height = screen_type_height(show, band->topic, 1);
    if (!missed && band->height <= words_room(show))
        return true;
    band_clear(band);
    return false;
}

enum { BEHIND_TOPIC = 1 << 10 };

/* Puts the words, which are used up, with the first capitals at `y`, those of the caption `lower`
 * than they need. */
static void place_band(const struct show *show, struct page *page, const struct band *band,
                       double y, double lower)
{
    unsigned order = 0, later = BEHIND_TOPIC + 1;
    struct point at = {show->area.x, y}, below = {show->area.x, y + band->words_y + lower};
    if (band->topic)
        screen_type_place(show, page, band->topic, at, &order);
    if (band->words)
        screen_type_place(show, page, band->words, below, &later);
}

/* Above its words. NULL: they do not fit. */
static struct page *add_above(struct show *show, const struct block *picture,
                              const GPtrArray *topic, const char *title, bool *told)
{
    struct band band;
    *told = set_band(show, picture, topic, true, &band);
    if (!*told && !set_band(show, picture, topic, false, &band))
        return NULL;
    struct page *page = show_add_page(show, title);
    struct rect box = show->panel;
    double y = show->area.y + show->area.height - band.height;
    if (band.height > 0)
        box.height = y - screen_picture_look.head * show->em;
    add_picture(show, page, picture, box, BEHIND_TOPIC);
    place_band(show, page, &band, y, 0);
    return page;
}

/* One that stands would be small above its words, and has the height of a panel that lies. NULL:
 * it does not, or they do not fit beside it. */
static struct page *add_at_side(struct show *show, const struct block *picture,
                                const GPtrArray *topic, const char *title)
{
    struct band band;
    const struct image *image = picture->as.image;
    if (image->width_px > image->height_px || show_is_upright(show) || !says_something(picture) ||
        show_letters(show) < screen_look.few_letters)
        return NULL;
    struct page *page = NULL;
    struct rect box = place_of(show, image, screen_picture_look.shares[0]);
    struct rect before = narrow(show, box);
    if (set_band(show, picture, topic, true, &band) && band.words) {
        double spare = show->area.height - band.height;
        page = show_add_page(show, title);
        add_picture(show, page, picture, box, BEHIND_TOPIC);
        place_band(show, page, &band, show->area.y, spare * screen_look.middle);
    } else {
        band_clear(&band);
    }
    widen(show, before);
    return page;
}

struct page *screen_picture_add_alone(struct show *show, const struct block *picture,
                                      const GPtrArray *topic, const char *title, bool *told)
{
    const GPtrArray *head = topic && topic->len > 0 ? topic : NULL;
    screen_use_ground(show, GROUND_DEEP);
    struct page *page = add_at_side(show, picture, head, title);
    *told = true;
    return page ? page : add_above(show, picture, head, title, told);
}
