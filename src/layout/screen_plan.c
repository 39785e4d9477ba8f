/*
 * Planning of screens. All screens of a section have its topic; where that leaves no room for what
 * it stands above, it gets a screen of its own. What still does not fit climbs the ladder.
 */
#include "layout/screen_plan.h"

#include "base/sentence.h"
#include "layout/parts.h"
#include "layout/pieces.h"
#include "layout/screen_ladder.h"
#include "layout/screen_picture.h"
#include "layout/screen_size.h"
#include "layout/screen_topic.h"

#include <math.h>
#include <string.h>

static const struct piece *piece_at(const struct screen_plan *plan, guint index)
{
    return &g_array_index(plan->pieces, struct piece, index);
}

static enum fit fit(struct show *show, const struct section *section,
                    const struct screen_plan *plan, guint from, guint to)
{
    struct stretch stretch = {section, plan->pieces, from, to};
    return screen_picture_shares(show, &stretch) ? screen_picture_fit(show, &stretch, &plan->way)
                                                 : screen_fit(show, &stretch, &plan->way);
}

/* Says that piece `index` does not fit, whatever was tried. */
static void report_overfull(struct show *show, const struct screen_plan *plan, guint index)
{
    const struct piece *piece = piece_at(plan, index);
    screen_report_overflow(show, piece->block->pos, MAX(piece->words, 1));
}

static bool all_fit(struct show *show, const struct section *section,
                    const struct screen_plan *plan)
{
    for (guint i = 0; i < plan->pieces->len; i = stretch_unit_end(plan->pieces, i))
        if (fit(show, section, plan, i, stretch_unit_end(plan->pieces, i)) != FIT_WELL)
            return false;
    return true;
}

/* A screen of several pieces is parted, too, when it would have to stay for longer than people do.
 */
static bool takes_too_long(const struct show *show, const struct section *section,
                           const struct screen_plan *plan, guint from, guint to)
{
    unsigned words = 0;
    for (guint i = 0; i < section->headings->len; i++)
        words += block_count_words(section->headings->pdata[i]);
    for (guint i = from; i < to; i++)
        words += piece_at(plan, i)->words;
    return to > stretch_unit_end(plan->pieces, from) &&
           words > screen_most_words(&show->setter.style->screen);
}

/* Where a sentence had to be parted, it begins a screen, and nothing but its own paragraph goes on
 * behind its end. */
static bool parts_sentence(const struct piece *last, const struct piece *next)
{
    return (next->fragment && !last->fragment) || (last->fragment && last->block != next->block);
}

/* Pieces in smaller letters have their screen for themselves, and so have statements. */
static bool may_join(const struct screen_plan *plan, guint from, guint end)
{
    const struct piece *first = piece_at(plan, from), *next = piece_at(plan, end);
    const struct piece *last = piece_at(plan, end - 1);
    return first->size == 1 && next->size == 1 && first->letters == next->letters && !first->bare &&
           !next->bare && !last->lone && !next->lone && !parts_sentence(last, next);
}

static bool stands_alone(const struct block *block)
{
    return block->kind == BLOCK_CARD || block->kind == BLOCK_IMAGE;
}

/* A card has a screen to itself, and so has a picture, but for few words. */
static bool mixes_kinds(struct show *show, const struct section *section,
                        const struct screen_plan *plan, guint from, guint to)
{
    struct stretch stretch = {section, plan->pieces, from, to};
    for (guint i = from + 1; i < to; i++) {
        const struct block *before = piece_at(plan, i - 1)->block;
        const struct block *block = piece_at(plan, i)->block;
        if (before != block && (stands_alone(before) || stands_alone(block)))
            return !screen_picture_shares(show, &stretch);
    }
    return false;
}

/* For each piece, the end of the longest stretch from it that fits; it never falls, so one pass
 * finds all. */
static guint *longest_stretches(struct show *show, const struct section *section,
                                const struct screen_plan *plan)
{
    const GArray *pieces = plan->pieces;
    guint *ends = g_new(guint, pieces->len);
    guint end = 1;
    for (guint from = 0; from < pieces->len; from++) {
        bool inside = from > 0 && piece_at(plan, from - 1)->keep;
        end = MAX(end, stretch_unit_end(pieces, from));
        while (!inside && end < pieces->len && may_join(plan, from, end)) {
            guint next = stretch_unit_end(pieces, end);
            if (takes_too_long(show, section, plan, from, next) ||
                mixes_kinds(show, section, plan, from, next) ||
                fit(show, section, plan, from, next) != FIT_WELL)
                break;
            end = next;
        }
        ends[from] = end;
    }
    return ends;
}

/* One screen for all of it. */
static bool plan_whole(struct show *show, const struct section *section, struct screen_plan *plan)
{
    guint all = plan->pieces->len;
    if (takes_too_long(show, section, plan, 0, all) || mixes_kinds(show, section, plan, 0, all) ||
        fit(show, section, plan, 0, all) != FIT_WELL)
        return false;
    g_array_append_val(plan->parts, all);
    return true;
}

/* Nothing overfills a screen alone, if need be by the ladder. */
static bool find_way(struct show *show, const struct section *section, struct screen_plan *plan)
{
    guint culprit;
    if (all_fit(show, section, plan))
        return true;
    if (screen_climb(show, section, plan->pieces, &plan->way, &culprit))
        return true;
    report_overfull(show, plan, culprit);
    return false;
}

static bool is_body(const struct piece *piece)
{
    return piece->block->kind == BLOCK_TEXT && piece->block->text_kind == TEXT_BODY;
}

/* The sentence announces what follows it. */
static bool ends_in_colon(const struct piece *piece)
{
    g_autofree char *words = block_words(piece->block);
    words[piece->end] = '\0';
    return sentence_announces(words);
}

/* More is told behind it, of its paragraph or of the next, than a statement holds. */
static bool leads_far(const struct piece *piece, const struct piece *next)
{
    g_autofree char *words = block_words(next->block);
    gsize from = next->block == piece->block ? piece->end : 0;
    return g_utf8_strlen(words + from, -1) > screen_look.statement;
}

static bool opens_paragraph(const struct screen_plan *plan, guint index)
{
    const struct piece *piece = piece_at(plan, index);
    const struct piece *next = index + 1 < plan->pieces->len ? piece_at(plan, index + 1) : NULL;
    return next && is_body(piece) && is_body(next) && piece->start == 0 && !piece->keep &&
           !piece->bare && !ends_in_colon(piece) && leads_far(piece, next);
}

/* The first paragraph that begins with a short sentence has that for a statement. */
static void find_statement(struct show *show, const struct section *section,
                           const struct screen_plan *plan)
{
    for (guint i = 0; i < plan->pieces->len; i++) {
        struct stretch sentence = {section, plan->pieces, i, i + 1};
        if (!opens_paragraph(plan, i) || !screen_statement_stands_out(show, &sentence) ||
            screen_fit_size(show, &sentence, &plan->way, INFINITY) < screen_look.loud)
            continue;
        g_array_index(plan->pieces, struct piece, i).lone = true;
        return;
    }
}

/* What is said of a picture follows it, and that has been seen under its heading. */
static bool misses_topic(const struct piece *piece)
{
    return piece->bare && piece->block->text_kind != TEXT_CAPTION;
}

/* Where a panel holds little, the topic stands on all screens of a section or on none: words that
 * jump up and down are harder to follow. */
static bool loses_topic(const struct show *show, const struct screen_plan *plan)
{
    bool bare = false;
    for (guint i = 0; i < plan->pieces->len; i++)
        bare = bare || misses_topic(piece_at(plan, i));
    return bare && !plan->way.apart && plan->topic->len > 0 &&
           show_lines(show) < screen_look.short_lines;
}

/* Begins anew with the topic on a screen of its own. */
static bool do_without_topic(struct show *show, const struct section *section,
                             struct screen_plan *plan)
{
    g_array_unref(plan->pieces);
    plan->pieces = pieces_of(section->blocks, show->setter.document);
    plan->way.apart = true;
    return find_way(show, section, plan);
}

/* Whether headings would be seen nowhere, or not above the first words. Always true. */
static bool find_apart(const struct section *section, struct screen_plan *plan)
{
    bool bare = plan->way.apart || plan->pieces->len == 0 || misses_topic(piece_at(plan, 0));
    plan->apart = bare && section->headings->len > 0;
    return true;
}

/* What bands say is no topic. */
static GPtrArray *find_topic(const struct show *show, const struct section *section)
{
    if (show->bands)
        return g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    return screen_topic_blocks(show->setter.document, section);
}

static bool plan_parts(struct show *show, const struct section *section, struct screen_plan *plan)
{
    if (plan->pieces->len == 0 || plan_whole(show, section, plan))
        return find_apart(section, plan);
    if (!find_way(show, section, plan))
        return false;
    if (loses_topic(show, plan) && !do_without_topic(show, section, plan))
        return false;
    find_statement(show, section, plan);
    g_autofree guint *ends = longest_stretches(show, section, plan);
    g_array_unref(plan->parts);
    plan->parts = parts_even(plan->pieces, ends);
    return find_apart(section, plan);
}

static void plan_init(struct show *show, const struct section *section, struct screen_plan *plan)
{
    *plan = (struct screen_plan){.pieces = pieces_of(section->blocks, show->setter.document),
                                 .parts = g_array_new(FALSE, FALSE, sizeof(guint)),
                                 .topic = find_topic(show, section)};
    plan->way.topic = plan->topic;
    plan->way.apart = plan->topic->len > 0 && !screen_topic_fits(show, plan->topic);
}

/* Below its topic the smallest panel may hold scraps of sentences: the heading has a screen of its
 * own where that makes fewer screens in all. */
static void try_apart(struct show *show, const struct section *section, struct screen_plan *plan)
{
    if (plan->apart || plan->way.apart || plan->parts->len < 3 || section->headings->len == 0 ||
        show->bands || show_lines(show) > screen_look.few_lines)
        return;
    struct screen_plan other;
    plan_init(show, section, &other);
    other.way.apart = true;
    if (plan_parts(show, section, &other) && other.parts->len + 1 < plan->parts->len) {
        struct screen_plan before = *plan;
        *plan = other;
        other = before;
    }
    screen_plan_clear(&other);
}

bool screen_plan(struct show *show, const struct section *section, struct screen_plan *plan)
{
    plan_init(show, section, plan);
    if (!plan_parts(show, section, plan))
        return false;
    try_apart(show, section, plan);
    return true;
}

void screen_plan_clear(struct screen_plan *plan)
{
    g_array_unref(plan->pieces);
    g_array_unref(plan->parts);
    g_ptr_array_unref(plan->topic);
}

struct stretch screen_plan_part(const struct section *section, const struct screen_plan *plan,
                                guint part)
{
    guint from = part > 0 ? g_array_index(plan->parts, guint, part - 1) : 0;
    guint to = g_array_index(plan->parts, guint, part);
    return (struct stretch){section, plan->pieces, from, to};
}
