/*
 * Planning asks whether a screen fits in the smallest letters; setting takes the largest of their
 * sizes in which it still does, and in which no line holds but a scrap. All trials are silent; what
 * fits is set once more, so that only what is shown is talked about.
 */
#include "layout/screen_fit.h"

#include "layout/flow.h"
#include "layout/pieces_parts.h"
#include "layout/screen_card.h"
#include "layout/screen_keys.h"
#include "layout/screen_topic.h"

#include <string.h>

static const struct piece *piece_at(const struct stretch *stretch, guint index)
{
    return &g_array_index(stretch->pieces, struct piece, index);
}

guint stretch_unit_end(const GArray *pieces, guint from)
{
    guint end = from + 1;
    while (end < pieces->len && g_array_index(pieces, struct piece, end - 1).keep)
        end++;
    return MIN(end, pieces->len);
}

/* Whether the topic stands above the stretch. */
static bool has_topic(const struct stretch *stretch, const struct screen_way *way)
{
    bool bare = stretch->from < stretch->to && piece_at(stretch, stretch->from)->bare;
    return !way->apart && !bare;
}

static double least_size(const struct stretch *stretch)
{
    return stretch->from < stretch->to ? piece_at(stretch, stretch->from)->size : 1;
}

/* The rows of the table that the card is one of, all as cards; NULL: it is in no table of the
 * section's own. */
static const GPtrArray *cards_about(const struct section *section, const struct block *card)
{
    for (guint i = 0; i < section->blocks->len; i++) {
        const struct block *table = section->blocks->pdata[i];
        GPtrArray *cards = table->kind == BLOCK_TABLE ? table->as.table.cards : NULL;
        for (guint n = 0; cards && n < cards->len; n++)
            if (((const struct block *)cards->pdata[n])->element == card->element)
                return cards;
    }
    return NULL;
}

/* A code that no words fit beside has the room to itself, and stands in its middle. */
static GPtrArray *set_code(struct show *show, const GPtrArray *blocks, double room)
{
    struct setter *setter = &show->setter;
    double before = setter->frame_height;
    setter->frame_height = MIN(room, show->area.width) / setter_trim(setter)->qr.on_screen;
    GPtrArray *strips = flow_blocks(setter, blocks, show->area.width);
    setter->frame_height = before;
    for (guint i = 0; i < strips->len; i++) {
        struct strip *strip = strips->pdata[i];
        double aside = MAX(show->area.width - strip->height, 0) / 2; /* it is a square */
        strip_shift(strip, setter->document->rtl ? -aside : aside, 0);
    }
    return strips;
}

/* How the keys of the card's table stand. */
static struct card_keys keys_of(struct show *show, const struct section *section,
                                const struct block *card, bool topped, double room)
{
    const GPtrArray *cards = cards_about(section, card);
    struct card_keys smaller = screen_keys_usual(show);
    smaller.said = cards && show->cards == cards && show->topped == topped && show->keys.said;
    if (!cards || show->size < 1)
        return smaller;
    if (show->cards != cards || show->topped != topped) {
        show->cards = cards;
        show->topped = topped;
        show->keys = screen_keys_of(show, cards, section->headings, topped, room);
    }
    return show->keys;
}

static GPtrArray *set_blocks(struct show *show, const struct stretch *stretch,
                             const GPtrArray *blocks, bool topped, double room)
{
    const struct block *first = blocks->len == 1 ? blocks->pdata[0] : NULL;
    if (first && first->kind == BLOCK_QR)
        return set_code(show, blocks, room);
    if (!first || first->kind != BLOCK_CARD || !screen_card_is_plain(first))
        return flow_blocks(&show->setter, blocks, show->area.width);
    struct card_keys keys = keys_of(show, stretch->section, first, topped, room);
    GPtrArray *strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    g_ptr_array_add(strips, screen_card_set(show, first, keys, room));
    return strips;
}

static bool is_topped(const GPtrArray *topic)
{
    return topic && topic->len > 0;
}

static bool is_entry(const struct piece *piece)
{
    return piece->of_item || piece->block->text_kind == TEXT_ITEM;
}

/* Entries of a list, whose marks part them already, come closer where a panel has few lines; the
 * room that is left in the end goes among them again. */
static void close_gaps(const struct show *show, const struct stretch *stretch, double size,
                       const GPtrArray *strips)
{
    bool list = stretch->from < stretch->to && is_entry(piece_at(stretch, stretch->from)) &&
                is_entry(piece_at(stretch, stretch->to - 1));
    double most = screen_look.close_gap * show_lead(show) * size;
    if (!list || show_lines(show) >= screen_look.short_lines)
        return;
    for (guint i = 1; i < strips->len; i++) {
        struct strip *strip = strips->pdata[i];
        strip->gap = MIN(strip->gap, most);
    }
}

/* The strips of the pieces in letters of `size`, which the first of them may allow to be parted,
 * in `room` points of height. */
static GPtrArray *set_body(struct show *show, const struct stretch *stretch, double size,
                           bool topped, double room)
{
    bool letters = stretch->from < stretch->to && piece_at(stretch, stretch->from)->letters;
    g_autoptr(GPtrArray) blocks =
        pieces_blocks(stretch->section->blocks, stretch->pieces, stretch->from, stretch->to);
    screen_use_size(show, size);
    bool whole = size > 1 || show->narrowed;
    show->setter.parting = whole ? PARTING_NOTHING : letters ? PARTING_ANYWHERE : PARTING_WORDS;
    GPtrArray *strips = set_blocks(show, stretch, blocks, topped, room);
    screen_use_size(show, 1);
    close_gaps(show, stretch, size, strips);
    show->setter.parting = PARTING_WORDS;
    return strips;
}

/* One try, in letters of `size`, below `topic` strips. */
struct outcome {
    enum fit fit;
    enum mess mess;
    guint lines;
};

/* [pt] */
static double room_below(const struct show *show, const GPtrArray *topic)
{
    return show->area.height - show_topic_height(show, topic ? topic->len : 0);
}

/* A fact that is kept in one piece may be wider than the words that were looked at. */
static bool stands_out(const struct show *show, const GPtrArray *strips)
{
    for (guint i = 0; i < strips->len; i++) {
        const GArray *lines = ((const struct strip *)strips->pdata[i])->lines;
        for (guint n = 0; n < lines->len; n++)
            if (g_array_index(lines, struct line, n).width > show->area.width + 1)
                return true;
    }
    return false;
}

static guint count_lines(const GPtrArray *strips)
{
    guint lines = 0;
    for (guint i = 0; i < strips->len; i++)
        lines += ((const struct strip *)strips->pdata[i])->lines->len;
    return lines;
}

static struct outcome try(struct show *show, const struct stretch *stretch, const GPtrArray *topic,
                          double size)
{
    struct trial trial = trial_begin(&show->setter);
    show->setter.mess = MESS_NONE;
    double room = room_below(show, topic);
    g_autoptr(GPtrArray) body = set_body(show, stretch, size, is_topped(topic), room);
    bool high = screen_ink_height(show, body, size) > room + 0.01;
    enum mess mess = show->setter.mess;
    bool wide = trial_end(&show->setter, &trial) && !show->setter.unprintable;
    wide = wide || stands_out(show, body);
    enum fit fit = wide ? FIT_TOO_WIDE : high ? FIT_TOO_HIGH : FIT_WELL;
    return (struct outcome){fit, mess, count_lines(body)};
}

bool screen_topic_fits(struct show *show, const GPtrArray *topic)
{
    g_autoptr(GPtrArray) strips = screen_topic_set(show, topic, 1);
    return strips && strips->len > 0 && show_lines(show) >= screen_look.few_lines;
}

enum fit screen_fit(struct show *show, const struct stretch *stretch, const struct screen_way *way)
{
    bool topped = has_topic(stretch, way);
    g_autoptr(GPtrArray) topic =
        topped ? screen_topic_set(show, way->topic, least_size(stretch)) : NULL;
    if (topped && !topic && show->narrowed) /* it has room without the picture */
        return FIT_TOO_WIDE;
    return try(show, stretch, topic, least_size(stretch)).fit;
}

static guint count_letters(const char *words)
{
    guint letters = 0;
    for (; *words; words = g_utf8_next_char(words))
        letters += !g_unichar_isspace(g_utf8_get_char(words));
    return letters;
}

/* True when the stretch is a statement: one short sentence, and nothing else. */
static bool is_statement(const struct stretch *stretch)
{
    const struct piece *piece = piece_at(stretch, stretch->from);
    const struct block *block = piece->block;
    bool said = block->text_kind == TEXT_BODY || block->text_kind == TEXT_SUMMARY ||
                block->fact == FACT_CODE;
    bool text = block->kind == BLOCK_TEXT && (said || block_is_heading(block));
    bool part = piece->fragment && !block_is_heading(block);
    if (stretch->to != stretch->from + 1 || !text || part || piece->holder || piece->size < 1)
        return false;
    guint at;
    if (!g_ptr_array_find(stretch->section->blocks, block, &at)) /* in a list or a quote */
        return false;
    bool more;
    g_autofree char *words = piece_words(block, piece->place, piece->end, &more);
    return count_letters(words) <= screen_look.statement;
}

bool screen_statement_stands_out(const struct show *show, const struct stretch *stretch)
{
    double letters = show_letters(show) * show_lines(show);
    bool roomy = letters >= 2 * screen_look.statement;
    return is_statement(stretch) &&
           (roomy || block_is_heading(piece_at(stretch, stretch->from)->block));
}

bool screen_may_grow(const struct stretch *stretch)
{
    bool whole = stretch->from == 0 && stretch->to == stretch->pieces->len;
    for (guint i = stretch->from; i < stretch->to; i++) {
        const struct block *block = piece_at(stretch, i)->block;
        bool fact = block->text_kind == TEXT_FACT || block->fact != FACT_NONE;
        if (block->kind != BLOCK_TEXT || (fact && !whole))
            return false;
    }
    return stretch->from < stretch->to && least_size(stretch) >= 1;
}

/* The largest size up to `most` of those in which the stretch fits and its lines end best; a
 * statement is looked at and not read, so it has few of them, and a text is read, so they hold
 * some words each. For lines that stop short only a few steps are given up. */
static double largest_size(struct show *show, const struct stretch *stretch, const GPtrArray *topic,
                           double most)
{
    bool loud = is_statement(stretch);
    const double *steps = loud ? screen_look.loud_steps : screen_look.steps;
    size_t n = loud ? G_N_ELEMENTS(screen_look.loud_steps) : G_N_ELEMENTS(screen_look.steps);
    double best = least_size(stretch);
    enum mess least = MESS_COUNT;
    size_t end = screen_may_grow(stretch) ? n : 0;
    for (size_t i = 0; i < end && least > MESS_NONE; i++) {
        bool few = !loud && show_letters(show) < screen_look.line_letters * steps[i];
        if (steps[i] > most || (few && steps[i] > 1))
            continue;
        struct outcome outcome = try(show, stretch, topic, steps[i]);
        bool long_one = loud && outcome.lines > screen_look.loud_lines[i];
        if (outcome.fit != FIT_WELL || outcome.mess >= least || long_one)
            continue;
        best = steps[i];
        least = outcome.mess;
        if (least == MESS_SHORT)
            end = MIN(end, i + 1 + screen_look.join);
    }
    return best;
}

/* Rows of a table look alike. */
static bool is_card(const struct stretch *stretch)
{
    return piece_at(stretch, stretch->from)->block->kind == BLOCK_CARD;
}

/* The strips of the topic that the stretch has above it: planned to be there, or with room for it.
 * NULL: none. */
static GPtrArray *topic_above(struct show *show, const struct stretch *stretch,
                              const struct screen_way *way)
{
    double size = least_size(stretch);
    GPtrArray *topic = way->apart ? NULL : screen_topic_set(show, way->topic, size);
    if (topic && !has_topic(stretch, way) &&
        (is_card(stretch) || try(show, stretch, topic, size).fit != FIT_WELL))
        g_clear_pointer(&topic, g_ptr_array_unref);
    return topic;
}

double screen_fit_size(struct show *show, const struct stretch *stretch,
                       const struct screen_way *way, double most)
{
    g_autoptr(GPtrArray) topic = topic_above(show, stretch, way);
    return largest_size(show, stretch, topic, most);
}

struct screen_matter screen_set(struct show *show, const struct stretch *stretch,
                                const struct screen_way *way, double most)
{
    struct screen_matter matter = {.statement = is_statement(stretch),
                                   .topic = topic_above(show, stretch, way)};
    if (!matter.topic)
        matter.topic = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    matter.size = largest_size(show, stretch, matter.topic, most);
    matter.body = set_body(show, stretch, matter.size, is_topped(matter.topic),
                           room_below(show, matter.topic));
    return matter;
}

/* Shares room that is left out among the gaps, but for what would tear the text apart. Returns what
 * is left. [pt] */
static double widen_gaps(const struct show *show, GPtrArray *strips, double spare)
{
    guint gaps = 0;
    double most = screen_look.item_gap * show_lead(show), left = spare;
    for (guint i = 1; i < strips->len; i++)
        gaps += ((const struct strip *)strips->pdata[i])->gap > 0;
    for (guint i = 1; i < strips->len; i++) {
        struct strip *strip = strips->pdata[i];
        double gap = MIN(strip->gap + spare / gaps, most);
        if (strip->gap <= 0 || strip->gap >= most)
            continue;
        left -= gap - strip->gap;
        strip->gap = gap;
    }
    return left;
}

void screen_matter_place(struct show *show, struct screen_matter *matter, struct page *page)
{
    unsigned order = 0;
    double head = show_topic_height(show, matter->topic->len), y = head;
    double spare = show->area.height - head - screen_ink_height(show, matter->body, matter->size);
    if (matter->statement)
        y += MAX(spare, 0) * screen_look.middle;
    else if (spare > 0)
        spare = widen_gaps(show, matter->body, spare);
    if (show->bands && !matter->statement && spare > 0)
        y += spare / 2; /* it hangs below no topic */
    screen_place(show, page, matter->topic, 0, &order);
    screen_place(show, page, matter->body, y, &order);
    g_clear_pointer(&matter->topic, g_ptr_array_unref);
    g_clear_pointer(&matter->body, g_ptr_array_unref);
}
