/*
 * What the column of the keys is called is left to the topic where that says the same: "Side
 * effects" above "Side effect". Without a topic above it yields only where some card has no room
 * for it.
 */
#include "layout/screen_keys.h"

#include "base/words.h"
#include "layout/field.h"
#include "layout/profile_screens.h"
#include "layout/screen_card.h"

static bool all_fit_beside(struct show *show, const GPtrArray *cards, struct card_keys keys,
                           double room)
{
    if (show_is_upright(show) || show_letters(show) < screen_card_look.letters)
        return false;
    for (guint i = 0; i < cards->len; i++)
        if (!screen_card_is_plain(cards->pdata[i]) ||
            !screen_card_fits_beside(show, cards->pdata[i], keys, room))
            return false;
    return true;
}

static bool all_fit(struct show *show, const GPtrArray *cards, struct card_keys keys, double room)
{
    for (guint i = 0; i < cards->len; i++)
        if (screen_card_is_plain(cards->pdata[i]) &&
            !screen_card_fits(show, cards->pdata[i], keys, room))
            return false;
    return true;
}

/* True when a heading says what the column of the keys is called. */
static bool is_said(const struct show *show, const GPtrArray *headings, const struct block *card)
{
    struct field_parts parts = field_parts_of(&show->setter, card->children->pdata[0]);
    g_autofree char *label = field_label_words(&parts);
    bool said = false;
    for (guint i = 0; i < headings->len && !said; i++) {
        g_autofree char *words = block_words(headings->pdata[i]);
        said = words_alike(words, label);
    }
    field_parts_clear(&parts);
    return said;
}

static struct card_keys find(struct show *show, const GPtrArray *cards, bool said, double room)
{
    struct card_keys keys = screen_keys_usual(show);
    keys.said = said;
    keys.beside = all_fit_beside(show, cards, keys, room);
    keys.stacked = show_is_upright(show);
    keys.stacked = keys.stacked && all_fit(show, cards, keys, room);
    for (guint i = 0; i < cards->len && !keys.beside; i++)
        if (screen_card_is_plain(cards->pdata[i]))
            keys.band = MAX(keys.band, screen_card_band(show, cards->pdata[i], keys, room));
    return keys;
}

struct card_keys screen_keys_usual(const struct show *show)
{
    return (struct card_keys){.band = show_is_upright(show) ? 0 : SCREEN_CARD_HIGH_BANDS};
}

struct card_keys screen_keys_of(struct show *show, const GPtrArray *cards,
                                const GPtrArray *headings, bool topped, double room)
{
    const struct block *first = cards->pdata[0];
    bool said = screen_card_is_plain(first) && is_said(show, headings, first);
    struct card_keys keys = find(show, cards, said && topped, room);
    if (!said || topped || all_fit(show, cards, keys, room))
        return keys;
    return find(show, cards, true, room);
}
