/*
 * Flow. Each kind of block has one function that appends its strips to the column; those that need
 * more than a few lines have a file of their own.
 */
#include "layout/flow.h"

#include "document/calling.h"
#include "layout/about.h"
#include "layout/beside.h"
#include "layout/call_panel.h"
#include "layout/callout.h"
#include "layout/card.h"
#include "layout/code.h"
#include "layout/column.h"
#include "layout/contents.h"
#include "layout/crisis_box.h"
#include "layout/fact_table.h"
#include "layout/form.h"
#include "layout/list.h"
#include "layout/marker.h"
#include "layout/panel.h"
#include "layout/picture.h"
#include "layout/questions.h"
#include "layout/rule.h"
#include "layout/table.h"
#include "layout/text.h"
#include "layout/type.h"

static void flow_block(struct column *column, const struct block *block);

static void flow_text(struct column *column, const struct block *block)
{
    const struct look *look = setter_look(column->setter, block->text_kind);
    GPtrArray *strips =
        text_set(column->setter, block->spans, block->text_kind, column->width, ALIGN_START);
    ((struct strip *)strips->pdata[0])->opens = block_is_heading(block);
    if (block->text_kind == TEXT_HEADING_2)
        marker_add_heading(column, strips->pdata[0]);
    for (guint i = 0; block_is_heading(block) && i < strips->len; i++)
        ((struct strip *)strips->pdata[i])->keep = true;
    double before = block_is_heading(block) ? column_lines(column, look->before)
                                            : column_before(column, look->before);
    column_append_lines(column, strips, before);
    if (block->text_kind == TEXT_CLINIC && setter_trim(column->setter)->title_bar.height > 0)
        rule_append_title_bar(column);
    column->after_heading = block_is_heading(block);
    column->after = column_lines(column, look->after);
    list_keep_lead(column, block);
}

static void indent_by(struct column *column, double indent)
{
    if (!column->setter->document->rtl)
        column->x += indent;
    column->width -= indent;
}

/* Widens the column where `indent` would leave too little of it: what is nested deeper than that
 * starts where its parent does. Returns how far. [pt] */
static double outdent_for(struct column *column, double indent)
{
    double lack = MAX(column->narrowest + indent - column->width, 0);
    indent_by(column, -lack);
    return lack;
}

static void flow_children(struct column *column, const struct block *block)
{
    for (guint i = 0; i < block->children->len; i++)
        flow_block(column, block->children->pdata[i]);
}

/* Sets the children in a narrower column: `indent` less at the side where lines start. */
static void flow_indented(struct column *column, const struct block *block, double indent)
{
    indent_by(column, indent);
    flow_children(column, block);
    indent_by(column, -indent);
}

static double start_side(const struct column *column, double width)
{
    return column->setter->document->rtl ? column->x + column->width - width : column->x;
}

static void flow_item(struct column *column, const struct block *item, double indent, double gap)
{
    guint first = column->strips->len;
    double outdent = outdent_for(column, indent);
    double marker_x = start_side(column, indent);
    column_note(column, item);
    column->after = MAX(column->after, column_before(column, gap));
    flow_indented(column, item, indent);
    if (column->strips->len == first)
        column_append(column, strip_new(column->setter->leading, item->pos), 0);
    if (indent > 0)
        marker_add(column, item, column->strips->pdata[first], marker_x, indent);
    indent_by(column, outdent);
    column->after = MAX(column->after, column_lines(column, gap));
}

static void flow_list(struct column *column, const struct block *list)
{
    struct profile own;
    const struct profile *profile = column->setter->profile;
    double indent = questions_begin(column, list, &own) ? 0 : marker_space(column, list);
    double gap = list_gap(column, list);
    guint first = column->strips->len;
    for (guint i = 0; i < list->children->len; i++) {
        list_pair(column, list, indent > 0 ? i : 0);
        flow_item(column, list->children->pdata[i], indent, gap);
        questions_add_lines(column, list);
    }
    column->setter->profile = profile;
    list_keep_short(column, list, first);
    questions_keep(column, list, first);
    questions_add_own(column, list);
    const struct look *body = setter_look(column->setter, TEXT_BODY);
    column->after = MAX(column->after, column_lines(column, body->after));
}

/* The blocks as strips of their own, for a panel. */
static GPtrArray *flow_aside(struct column *column, GPtrArray *blocks, double width, bool ticks)
{
    struct column inner;
    column_init(&inner, column->setter, width);
    inner.full = width + 1; /* nothing stands out of a panel */
    inner.aside = true;
    inner.ticks = ticks;
    for (guint i = 0; i < blocks->len; i++)
        flow_block(&inner, blocks->pdata[i]);
    return column_finish(&inner);
}

/* In a panel, where the column has them and it has room on a page. */
static bool flow_panel(struct column *column, enum panel_kind kind, const struct block *block)
{
    if (!panel_is_due(column) || panel_width(column, kind) < panels_look.least_words)
        return false;
    g_autoptr(GPtrArray) strips =
        flow_aside(column, block->children, panel_width(column, kind), false);
    return strips->len > 0 && panel_append(column, kind, strips, block->pos);
}

/* Children beside a bar at the side where lines start. */
static void flow_quote(struct column *column, const struct block *quote)
{
    if (flow_panel(column, PANEL_NOTE, quote))
        return;
    const struct bar *bar = &setter_trim(column->setter)->quote;
    double em = column->setter->body, indent = bar->indent * em, width = bar->width * em;
    double outdent = outdent_for(column, indent);
    struct rail rail = {quote, start_side(column, width), width, column->setter->style->accent};
    g_array_append_val(column->rails, rail);
    flow_indented(column, quote, indent);
    g_array_set_size(column->rails, column->rails->len - 1);
    indent_by(column, outdent);
}

/* Children in a panel, beside the room for its picture. */
static void flow_callout(struct column *column, const struct block *callout)
{
    if (flow_panel(column, panel_of_callout(callout->as.callout), callout))
        return;
    double start = callout_start(column), end = callout_end(column);
    double outdent = outdent_for(column, start + end);
    guint first = column->strips->len;
    callout_open(column, callout);
    column->x += column->setter->document->rtl ? end : 0;
    column->width -= end;
    flow_indented(column, callout, start);
    column->width += end;
    column->x -= column->setter->document->rtl ? end : 0;
    callout_close(column, callout, first);
    indent_by(column, outdent);
}

static void flow_code(struct column *column, const struct block *code)
{
    const struct look *look = setter_look(column->setter, TEXT_CODE);
    const struct bar *bar = &setter_trim(column->setter)->code;
    double em = column->setter->body, indent = bar->indent * em;
    double outdent = outdent_for(column, indent);
    struct rail rail = {code, column->x, bar->width * em, column->setter->style->ink};
    g_array_append_val(column->rails, rail);
    column->x += indent;
    GPtrArray *strips =
        text_set(column->setter, code->spans, TEXT_CODE, column->width - indent, ALIGN_START);
    column_append_lines(column, strips, column_lines(column, look->before));
    column->x -= indent;
    g_array_set_size(column->rails, column->rails->len - 1);
    indent_by(column, outdent);
    column->after = column_lines(column, look->after);
}

static void flow_picture(struct column *column, const struct block *block)
{
    if (block->kind == BLOCK_QR) {
        code_append(column, block, NULL);
        return;
    }
    struct strip *strip = picture_strip(column->setter, block, column->width);
    bool free = column->setter->profile->scale && !column->aside && column->rails->len == 0;
    if (free)
        picture_round(strip, picture_box_of(strip), picture_look.radius);
    bool told = free && picture_caption_beside(column->setter, strip, block, column->width);
    double around =
        free ? column->setter->profile->around : setter_look(column->setter, TEXT_BODY)->before;
    column_append(column, strip, column_before(column, around));
    if (block->children->len > 0 && !told) {
        column_keep(column);
        flow_text(column, block->children->pdata[0]);
    }
    column->after = column_lines(column, around);
}

static void flow_group_children(struct column *column, const struct block *group)
{
    const GPtrArray *children = group->children;
    for (guint i = 0; i < children->len;) {
        const struct block *block = children->pdata[i];
        const struct block *next = i + 1 < children->len ? children->pdata[i + 1] : NULL;
        guint first = column->strips->len, at = i;
        i += block->kind == BLOCK_QR ? code_append(column, block, next) : 1;
        if (block->kind != BLOCK_QR)
            flow_block(column, block);
        bool goes_on = i < children->len && at + 1 == i && block_goes_on(block, children->pdata[i]);
        column_bind(column, first, goes_on);
    }
}

/* A group stays whole. The contact block stands below a rule. */
static void flow_group(struct column *column, const struct block *group)
{
    guint first = column->strips->len;
    /* The one line below a heading need not wait for a second where a group begins. */
    if (first > 0 && !column->after_heading)
        ((struct strip *)column->strips->pdata[first - 1])->keep = false;
    bool ends_article = group->fact == FACT_NONE && column->setter->profile->head_rule == 0;
    if (ends_article)
        rule_append_end(column, group);
    flow_group_children(column, group);
    if (ends_article)
        ((struct strip *)column->strips->pdata[first + 1])->gap =
            column_lines(column, setter_trim(column->setter)->group.inside);
    for (guint i = first; i < column->strips->len; i++) {
        struct strip *strip = column->strips->pdata[i];
        strip->opens = false;
        strip->whole = true;
        strip->keep = i + 1 < column->strips->len;
    }
}

/* Narrower by `side` at both sides. */
static void inset_by(struct column *column, double side)
{
    indent_by(column, side);
    column->width -= side;
    column->x += column->setter->document->rtl ? side : 0;
}

/* Its name in the head of the frame, the fields below; pictures as anywhere. */
static void flow_card(struct column *column, const struct block *card)
{
    const struct block *name = card->children->pdata[0];
    double stands_out = column_widen(column), side = column_side(column, stands_out);
    double outdent = outdent_for(column, 2 * side);
    guint first = column->strips->len;
    column_note(column, card);
    card_open(column, card, side);
    inset_by(column, side);
    if (name->kind != BLOCK_TEXT)
        flow_block(column, name);
    inset_by(column, -side);
    card_close_name(column, card);
    guint fields = column->strips->len - 1;
    inset_by(column, side);
    for (guint i = 1; i < card->children->len; i++) {
        const struct block *field = card->children->pdata[i];
        card_space_field(column);
        if (field->kind == BLOCK_TEXT)
            card_append_field(column, field, side, i == 1, i + 1 == card->children->len);
        else
            flow_block(column, field);
    }
    inset_by(column, -side);
    card_close(column, card, side, first, fields);
    indent_by(column, outdent);
    column_narrow(column, stands_out);
}

/* A table, or one of its cards by itself. */
static void flow_table(struct column *column, const struct block *block)
{
    const GPtrArray *cards = block->as.table.cards;
    if (block->kind == BLOCK_CARD)
        flow_card(column, block);
    else if (block->text_kind == TEXT_FACT)
        fact_table_append(column, block);
    else if (!table_append_rows(column, block))
        for (guint i = 0; i < cards->len; i++)
            flow_card(column, cards->pdata[i]);
}

static void flow_block(struct column *column, const struct block *block)
{
    static void (*const flows[BLOCK_KIND_COUNT])(struct column *, const struct block *) = {
        [BLOCK_TEXT] = flow_text,
        [BLOCK_LIST] = flow_list,
        [BLOCK_QUOTE] = flow_quote,
        [BLOCK_CALLOUT] = flow_callout,
        [BLOCK_CODE] = flow_code,
        [BLOCK_RULE] = rule_append,
        [BLOCK_TABLE] = flow_table,
        [BLOCK_CARD] = flow_table,
        [BLOCK_IMAGE] = flow_picture,
        [BLOCK_QR] = flow_picture,
        [BLOCK_WRITE_LINE] = form_append_line,
        [BLOCK_CHOICE] = form_append_choice,
        [BLOCK_GROUP] = flow_group,
    };
    column_note(column, block);
    flows[block->kind](column, block); /* of items, rows and cells whoever holds them takes care */
}

/* In the place of the strips the heading beside its list, if that is lower. */
static void set_beside(struct column *column, GPtrArray *pair, double width, GPtrArray *strips)
{
    double most = width * handout_look.beside.most, stacked = strips_height(strips, 0, strips->len);
    g_autoptr(GPtrArray) one = g_ptr_array_new(), other = g_ptr_array_new();
    g_ptr_array_add(one, pair->pdata[0]);
    g_ptr_array_add(other, pair->pdata[1]);
    g_autoptr(GPtrArray) heading = flow_aside(column, one, most, true);
    double start = type_widest(heading) + handout_look.beside.gap;
    g_autoptr(GPtrArray) list = flow_aside(column, other, width - start, true);
    if (heading->len > 1 || strips_height(list, 0, list->len) >= stacked)
        return;
    g_ptr_array_set_size(strips, 0);
    g_ptr_array_add(strips, panel_join_beside(column, heading, list, start, width));
}

/* In a panel, in bold; false where there is none. */
static bool flow_key_points(struct column *column, const GPtrArray *blocks, guint index)
{
    struct setter *setter = column->setter;
    const struct profile *profile = setter->profile;
    if (!panel_is_due(column))
        return false;
    struct profile own = *profile;
    own.looks[TEXT_ITEM].bold = own.looks[TEXT_BODY].bold = true;
    own.looks[TEXT_HEADING_2] = own.looks[TEXT_CALLOUT];
    own.looks[TEXT_HEADING_2].accent = true;
    g_autoptr(GPtrArray) pair = g_ptr_array_new();
    g_ptr_array_add(pair, blocks->pdata[index]);
    g_ptr_array_add(pair, blocks->pdata[index + 1]);
    setter->profile = &own;
    double width = panel_width(column, PANEL_KEY_POINTS);
    g_autoptr(GPtrArray) strips = flow_aside(column, pair, width, true);
    if (setter->pads < 1)
        set_beside(column, pair, width, strips);
    setter->profile = profile;
    return panel_append(column, PANEL_KEY_POINTS, strips,
                        ((const struct block *)pair->pdata[0])->pos);
}

/* When to call, in a box, and below the first of them the crisis box. */
static bool flow_call(struct column *column, const GPtrArray *blocks, guint index, bool *called)
{
    if (!panel_is_due(column) || !calling_begins(column->setter->document, blocks, index))
        return false;
    g_autoptr(GPtrArray) one = g_ptr_array_new();
    g_ptr_array_add(one, blocks->pdata[index + 1]);
    g_autoptr(GPtrArray) list = flow_aside(column, one, call_panel_room(column), false);
    if (!call_panel_append(column, blocks->pdata[index], list))
        return false;
    if (!*called)
        crisis_box_append(column);
    *called = true;
    return true;
}

/* What stands at `index` leaves room for a picture beside it: no panel begins there. */
static bool flows_beside(const struct column *column, const GPtrArray *blocks, guint index)
{
    return beside_flows(blocks->pdata[index]) && !panel_is_key_points(blocks, index) &&
           !calling_begins(column->setter->document, blocks, index);
}

static double measure_beside(struct column *column, const GPtrArray *blocks, guint index,
                             double width, double enough)
{
    struct column inner;
    struct trial trial = trial_begin(column->setter);
    column_init(&inner, column->setter, width);
    double height = 0;
    bool passed = false; /* the picture that is to stand there */
    for (guint i = index; i < blocks->len && height < enough; i++) {
        const struct block *block = blocks->pdata[i];
        bool picture = block->kind == BLOCK_IMAGE && !passed;
        passed |= picture;
        if (!picture && !flows_beside(column, blocks, i))
            break;
        if (!picture)
            flow_block(&inner, block);
        height = strips_height(inner.strips, 0, inner.strips->len);
    }
    g_ptr_array_unref(column_finish(&inner));
    trial_end(column->setter, &trial);
    return height;
}

static void flow_all(struct column *column, const GPtrArray *blocks)
{
    struct beside beside = {NULL};
    bool called = column->setter->document->crisis_first && blocks_hold(blocks, PART_BODY);
    if (called && panel_is_due(column))
        crisis_box_append(column);
    for (guint i = 0; i < blocks->len && !column->vain; i++) {
        const struct block *block = blocks->pdata[i];
        block_ask_ahead(blocks, i);
        column_note(column, block);
        beside_begin(&beside, column, blocks, i, measure_beside);
        if (beside_holds(&beside, column, block))
            continue;
        if (!flows_beside(column, blocks, i))
            beside_end(&beside, column, true);
        if ((panel_is_key_points(blocks, i) && flow_key_points(column, blocks, i)) ||
            flow_call(column, blocks, i, &called))
            i++;
        else if (!about_append(column, blocks, &i) && !contents_append(column, blocks, &i))
            flow_block(column, block);
        beside_end(&beside, column, false);
    }
    beside_end(&beside, column, true);
}

GPtrArray *flow_noting(struct setter *setter, const GPtrArray *blocks, double width,
                       GHashTable *starts)
{
    struct column column;
    column_init(&column, setter, width);
    column.starts = starts;
    flow_all(&column, blocks);
    return column_finish(&column);
}

GPtrArray *flow_blocks(struct setter *setter, const GPtrArray *blocks, double width)
{
    return flow_noting(setter, blocks, width, NULL);
}
