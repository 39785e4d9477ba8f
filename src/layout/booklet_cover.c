/*
 * Name and title are set first: what they leave is for the drawing, up to its own height.
 */
#include "layout/booklet_cover.h"

#include "layout/cover.h"

struct words {
    struct strip *name, *title; /* owned, until they are placed; no name: NULL */
    double height;              /* [pt] of both, with white space between them */
};

static struct words set_words(struct setter *setter, double width, bool summary)
{
    struct words words = {cover_set_name(setter, &scale_booklet, width),
                          cover_set_title(setter, &scale_booklet, width, summary), 0};
    words.height = words.title->height;
    if (words.name)
        words.height += words.name->height + cover_look.title_gap;
    return words;
}

static void clear_words(struct words *words)
{
    g_clear_pointer(&words->name, strip_free);
    g_clear_pointer(&words->title, strip_free);
}

static bool leaves_art(struct setter *setter, struct rect area, bool summary)
{
    struct trial trial = trial_begin(setter);
    struct words words = set_words(setter, area.width, summary);
    bool fits = !trial_end(setter, &trial) &&
                words.height + booklet_look.art.gap + booklet_look.art.least <= area.height;
    clear_words(&words);
    return fits;
}

void booklet_cover_choose(struct setter *setter, struct rect area, struct booklet_cover *cover)
{
    cover->summary = leaves_art(setter, area, true);
    cover->picture = cover_takes_picture(setter, area.width, booklet_look.art.least) &&
                     (cover->summary || leaves_art(setter, area, false));
}

static void place(struct page *page, struct strip **strip, struct point at, unsigned *order)
{
    g_autoptr(GPtrArray) one = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(one, g_steal_pointer(strip));
    strips_place(one, 0, 1, page, at, order);
}

/* Below the drawing, or, where there is no room for one, at the top. */
static void place_title(struct setter *setter, struct layout *layout, struct page *page,
                        struct rect area, struct words *words, bool picture, unsigned *order)
{
    struct rect art = area;
    double rest = area.height - words->height - booklet_look.art.gap;
    art.height = MIN(rest, booklet_look.art.most);
    bool drawn = art.height >= booklet_look.art.least;
    double y = drawn ? area.y + art.height + booklet_look.art.gap : area.y;
    place(page, &words->title, (struct point){area.x, y}, order);
    if (drawn)
        cover_place_art(setter, layout, page, art, picture, order);
}

void booklet_cover_fill(struct setter *setter, struct layout *layout, struct page *page,
                        struct rect area, const struct booklet_cover *cover, unsigned *order)
{
    struct words words = set_words(setter, area.width, cover->summary);
    if (words.height > area.height)
        setter_overflow(setter, setter->document->root->pos,
                        "the title does not fit the cover; shorten 'title'");
    if (words.name)
        place(page, &words.name, (struct point){area.x, area.y + area.height - words.name->height},
              order);
    place_title(setter, layout, page, area, &words, cover->picture, order);
}
