/*
 * Climbs the ladder, unit by unit (pieces that belong together). A word that is too wide is no
 * reason to cut its sentence: letters as small as the word needs come first, where the sentence
 * fits in them, too.
 */
#include "layout/screen_ladder.h"

#include "layout/pieces.h"

#include <math.h>

struct ladder {
    struct show *show;
    const struct section *section;
    GArray *pieces;
    const struct screen_way *way;
};

static struct piece *piece_at(const struct ladder *ladder, guint index)
{
    return &g_array_index(ladder->pieces, struct piece, index);
}

static void set_size(const struct ladder *ladder, guint from, double size)
{
    for (guint i = from; i < stretch_unit_end(ladder->pieces, from); i++)
        piece_at(ladder, i)->size = size;
}

/* The unit at piece `from`, in letters of that size. */
static enum fit fit_at(const struct ladder *ladder, guint from, double size)
{
    struct stretch stretch = {.section = ladder->section,
                              .pieces = ladder->pieces,
                              .from = from,
                              .to = stretch_unit_end(ladder->pieces, from)};
    set_size(ladder, from, size);
    return screen_fit(ladder->show, &stretch, ladder->way);
}

/* Sizes that are tried, from the least share (0) to the legal size (SIZES); half way letters are
 * read from four fifths of the distance. */
enum { SIZES = 16, NEARLY = SIZES / 2 };

/* Letters have whole pixels. */
static double size_at(const struct ladder *ladder, unsigned step)
{
    double em = ladder->show->em_px, least = ceil(screen_look.smallest * em);
    return floor(least + (em - least) * step / SIZES) / em;
}

/* Sets the unit in the largest letters under the legal size in which it fits. False when it does in
 * none from step `low`, or when `width` is set and it is its height that forbids larger ones. */
static bool shrink(const struct ladder *ladder, guint from, unsigned low, bool width)
{
    unsigned high = SIZES;
    bool bare = piece_at(ladder, from)->bare;
    piece_at(ladder, from)->bare = true;
    enum fit limit = FIT_TOO_WIDE;
    bool good = fit_at(ladder, from, size_at(ladder, low)) == FIT_WELL;
    while (good && high - low > 1) {
        unsigned middle = (low + high) / 2;
        enum fit fit = fit_at(ladder, from, size_at(ladder, middle));
        low = fit == FIT_WELL ? middle : low;
        high = fit == FIT_WELL ? high : middle;
        limit = fit == FIT_WELL ? limit : fit;
    }
    good = good && (!width || limit == FIT_TOO_WIDE);
    piece_at(ladder, from)->bare = bare || good;
    set_size(ladder, from, good ? size_at(ladder, low) : 1);
    return good;
}

static bool cut(const struct ladder *ladder, guint index, enum cut first, enum cut last)
{
    const struct labels *labels = ladder->show->setter.document->labels;
    for (enum cut cut = first; cut <= last; cut++)
        if (pieces_cut(ladder->pieces, index, cut, labels))
            return true;
    return false;
}

/* Without the topic, where that makes room enough. */
static bool bare(const struct ladder *ladder, guint from)
{
    struct piece *piece = piece_at(ladder, from);
    if (piece->bare || ladder->way->apart)
        return false;
    piece->bare = true;
    piece->bare = fit_at(ladder, from, piece->size) == FIT_WELL;
    return piece->bare;
}

static bool is_whole_card(const struct piece *piece)
{
    const struct block *block = piece->block;
    return block->kind == BLOCK_CARD && piece->end - piece->start + 1 == block->children->len;
}

/* A row of a table is looked at as a whole, and names by itself what it is about: behind words that
 * stood below the topic it rather does without that than be parted, and all rows look alike. */
static bool bare_cards(const struct ladder *ladder, guint from)
{
    bool opens = piece_at(ladder, 0)->block->kind == BLOCK_CARD;
    if (opens || !is_whole_card(piece_at(ladder, from)) || !bare(ladder, from))
        return false;
    for (guint i = 0; i < ladder->pieces->len; i++)
        if (i != from && is_whole_card(piece_at(ladder, i)))
            bare(ladder, i);
    return true;
}

/* Between letters of a word that is too wide even for the smallest size. */
static bool part_letters(const struct ladder *ladder, guint from)
{
    double least = size_at(ladder, 0);
    struct piece *piece = piece_at(ladder, from);
    if (piece->letters || fit_at(ladder, from, least) != FIT_TOO_WIDE)
        return false;
    piece->letters = true;
    piece->size = least;
    return true;
}

/* What stands in a card is read at one glance: smaller letters come before a part of a sentence. */
static bool is_of_card(const struct piece *piece)
{
    return piece->block->kind == BLOCK_CARD || (piece->holder && piece->holder->kind == BLOCK_CARD);
}

/* An address is one fact, and nobody finds the way by half of it. */
static bool is_whole(const struct piece *piece)
{
    return piece->block->fact == FACT_ADDRESS;
}

/* Of a part of a sentence that is not worth a screen by itself; and the share of its words that a
 * part needs, or its screen is all but empty. */
enum { STUB_WORDS = 2, LEAST_PART = 3 };

/* Whether a cut has made parts of `whole` that are worth it: no stub whose rest, which cannot be
 * cut, needs smaller letters all the same; and if they are to be `even`, they are about so. */
static bool is_good(const struct ladder *ladder, guint index, const struct piece *whole,
                    enum cut last, bool even)
{
    const struct piece *head = piece_at(ladder, index);
    if (!head->fragment)
        return true; /* there need not be a rest: the last field of a card becomes its words */
    const struct piece *tail = head + 1;
    unsigned least = MIN(head->words, tail->words);
    guint rest = head->words < tail->words ? index + 1 : index;
    if (even && least * LEAST_PART < whole->words)
        return false;
    return least > STUB_WORDS || fit_at(ladder, rest, 1) == FIT_WELL ||
           cut(ladder, rest, CUT_LINES, last);
}

/* Cuts the piece at the first of the places that make good parts, or leaves it whole. */
static bool cut_well(const struct ladder *ladder, guint index, enum cut last, bool even)
{
    const struct piece whole = *piece_at(ladder, index);
    for (enum cut kind = CUT_LINES; kind <= last; kind++) {
        if (!cut(ladder, index, kind, kind))
            continue;
        if (is_good(ladder, index, &whole, last, even))
            return true;
        g_array_remove_index(ladder->pieces, index + 1);
        *piece_at(ladder, index) = whole;
    }
    return false;
}

/* The last item of a list within an item goes on by itself, below the words that it belongs to. The
 * first stays with them, in smaller letters if need be: "Try dry toast" is no advice without "If
 * you feel sick". */
static bool part_item(const struct ladder *ladder, guint from)
{
    guint end = stretch_unit_end(ladder->pieces, from);
    struct piece *last = piece_at(ladder, end - 1), *before = last - 1;
    bool first = before->item != last->item;
    if (first && (bare(ladder, from) || shrink(ladder, from, 0, false)))
        return true;
    before->keep = false;
    last->led = !first && !last->holder;
    return true;
}

/* An item in a list within another has had its words above it; they do not fit in letters of any
 * size. */
static bool drop_lead(const struct ladder *ladder, guint from)
{
    struct piece *piece = piece_at(ladder, from);
    if (bare(ladder, from) || shrink(ladder, from, 0, false))
        return true;
    piece->led = false;
    return true;
}

/* An item is seen as a whole, in letters that are a little smaller. */
static bool keep_item(const struct ladder *ladder, guint from, bool parts)
{
    return piece_at(ladder, from)->of_item &&
           ((parts && cut_well(ladder, from, CUT_SENTENCES, false)) || bare(ladder, from) ||
            shrink(ladder, from, NEARLY, false));
}

/* Parts of a sentence first, if they are clauses and about even; then the topic gives way to it.
 * Letters become smaller before a screen holds but a few words of a sentence, or a list is parted
 * from its verb. */
static bool give_way(const struct ladder *ladder, guint from)
{
    const struct piece *piece = piece_at(ladder, from);
    bool parts = stretch_unit_end(ladder->pieces, from) == from + 1 && !is_whole(piece);
    bool card = is_of_card(piece);
    enum cut last = card ? CUT_SENTENCES : CUT_PHRASES;
    return keep_item(ladder, from, parts) || (parts && cut_well(ladder, from, last, true)) ||
           bare(ladder, from) || shrink(ladder, from, 0, false) ||
           (parts && cut_well(ladder, from, last, false)) ||
           (parts && !card && cut_well(ladder, from, CUT_ENTRIES, false));
}

/* The next rung for the unit at piece `from`, which does not fit; false when there is none. */
static bool climb(const struct ladder *ladder, guint from, enum fit fit)
{
    struct piece *piece = piece_at(ladder, from);
    guint end = stretch_unit_end(ladder->pieces, from);
    bool single = end == from + 1;
    if (!single && piece_at(ladder, end - 2)->yields)
        return part_item(ladder, from);
    if (piece->led)
        return drop_lead(ladder, from);
    if (piece->letters)
        return cut(ladder, from, CUT_WORDS, CUT_LETTERS);
    if (fit == FIT_TOO_WIDE && shrink(ladder, from, 0, true))
        return true;
    bool told = piece->block->text_kind == TEXT_CAPTION; /* the picture has been seen before it */
    if (told && bare(ladder, from))
        return true;
    if ((single && bare_cards(ladder, from)) || give_way(ladder, from))
        return true;
    piece = piece_at(ladder, from);
    if (shrink(ladder, from, 0, false))
        return true;
    if (single && cut(ladder, from, CUT_LINES, CUT_ENTRIES))
        return true;
    if (!single) {
        piece->keep = false;
        return true;
    }
    return part_letters(ladder, from) || cut(ladder, from, CUT_WORDS, CUT_LETTERS);
}

static bool fits(const struct ladder *ladder, guint from, enum fit *fit)
{
    *fit = fit_at(ladder, from, piece_at(ladder, from)->size);
    return *fit == FIT_WELL;
}

static bool is_loose(const struct piece *piece, const struct piece *before)
{
    return piece->fragment && piece->size == 1 && !piece->bare && !piece->letters &&
           piece->block == before->block;
}

/* What had to be cut into several parts is cut at all commas of that kind: each cut was next to the
 * middle of what was left, and the parts can be made more even than that. */
static void loosen(const struct ladder *ladder)
{
    enum { SEVERAL = 3 };
    const struct labels *labels = ladder->show->setter.document->labels;
    for (guint from = 0, end; from < ladder->pieces->len; from = end) {
        for (end = from; end < ladder->pieces->len;)
            if (is_loose(piece_at(ladder, end), piece_at(ladder, from)))
                end++;
            else
                break;
        bool several = end >= from + SEVERAL;
        for (guint i = from; several && i < end;)
            if (pieces_cut(ladder->pieces, i, CUT_COMMAS, labels) ||
                (piece_at(ladder, i)->listed && pieces_cut(ladder->pieces, i, CUT_ENTRIES, labels)))
                end++;
            else
                i++;
        end = MAX(end, from + 1);
    }
}

bool screen_climb(struct show *show, const struct section *section, GArray *pieces,
                  const struct screen_way *way, guint *culprit)
{
    const struct ladder ladder = {show, section, pieces, way};
    enum fit fit;
    for (guint i = 0; i < pieces->len;) {
        if (fits(&ladder, i, &fit)) {
            i = stretch_unit_end(pieces, i);
            continue;
        }
        *culprit = i;
        if (!climb(&ladder, i, fit))
            return false;
        if (piece_at(&ladder, i)->headless) /* its head has come before it, and fits or not */
            i = 0;
    }
    loosen(&ladder);
    return true;
}
