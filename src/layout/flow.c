/*
 * Flow. Each kind of block has one function that appends its strips. Between two blocks counts the
 * larger of the white spaces that they ask for, as in good typesetting by hand; so a block only
 * says what it wants, and `flow_append` decides.
 */
#include "layout/flow.h"

#include "layout/text.h"

/* Bars beside quotes and code, in em of the body. */
#define QUOTE_BAR_WIDTH 0.22
#define QUOTE_INDENT    1.1
#define CODE_BAR_WIDTH  0.1
#define CODE_INDENT     0.8
/* Pictures: at this resolution they are neither coarse nor large (200 dpi and more reads as sharp
 * in print). */
#define IMAGE_DPI 150.0
/* Most of a frame's height that one picture may take, so that its text can stay with it. */
#define IMAGE_SHARE 0.6
/* Share of the column's width that text keeps, however deep it is nested. */
#define NARROWEST 0.5
/* Share of the column's width that a caption needs to stand beside its code. */
#define CAPTION_SHARE 0.6
/* Lines that are drawn. [pt] (rule T19: at least 0.75) */
#define THIN_RULE  0.75
#define THICK_RULE 2.5

static void flow_block(struct flow *flow, const struct block *block);

static double lines(const struct flow *flow, double n)
{
    return n * flow->setter->leading;
}

void flow_append(struct flow *flow, struct strip *strip, double before)
{
    strip_shift(strip, flow->x, 0);
    g_array_append_vals(strip->rails, flow->rails->data, flow->rails->len);
    strip->gap = MAX(before, flow->after);
    /* A heading keeps two lines below it, also where the first is an item or a paragraph by itself.
     */
    if (flow->after_heading && strip->height < lines(flow, 2))
        strip->keep = true;
    flow->after_heading = false;
    flow->after = 0;
    g_ptr_array_add(flow->strips, strip);
}

void flow_append_lines(struct flow *flow, GPtrArray *strips, double before)
{
    g_ptr_array_set_free_func(strips, NULL);
    for (guint i = 0; i < strips->len; i++)
        flow_append(flow, strips->pdata[i], i == 0 ? before : 0);
    g_ptr_array_unref(strips);
}

static struct strip *rule_strip(double width, double height, struct color color)
{
    struct strip *strip = strip_new(height, (struct pos){0});
    struct path *path = path_new();
    path_add_rect(path, (struct rect){0, 0, width, height});
    strip_add_mark(strip, path, color);
    return strip;
}

/* The short thick bar under the clinic's name: the one ornament of the title area. */
static void flow_title_bar(struct flow *flow)
{
    double width = MIN(4 * flow->setter->body, flow->width);
    struct strip *bar = rule_strip(width, flow->setter->body * 0.25, flow->setter->style->accent);
    if (flow->setter->document->rtl)
        strip_shift(bar, flow->width - width, 0);
    bar->keep = true;
    flow_append(flow, bar, lines(flow, 0.3));
}

static void flow_text(struct flow *flow, const struct block *block)
{
    const struct look *look = setter_look(flow->setter, block->text_kind);
    GPtrArray *strips =
        text_set(flow->setter, block->spans, block->text_kind, flow->width, ALIGN_START);
    ((struct strip *)strips->pdata[0])->opens = block_is_heading(block);
    for (guint i = 0; block_is_heading(block) && i < strips->len; i++)
        ((struct strip *)strips->pdata[i])->keep = true;
    flow_append_lines(flow, strips, lines(flow, look->before));
    if (block->text_kind == TEXT_CLINIC)
        flow_title_bar(flow);
    flow->after_heading = block_is_heading(block);
    flow->after = lines(flow, look->after);
}

static void indent_by(struct flow *flow, double indent)
{
    if (!flow->setter->document->rtl)
        flow->x += indent;
    flow->width -= indent;
}

/* Widens the column where `indent` would leave too little of it: what is nested deeper than that
 * starts where its parent does. Returns how far. [pt] */
static double outdent_for(struct flow *flow, double indent)
{
    double lack = MAX(flow->narrowest + indent - flow->width, 0);
    indent_by(flow, -lack);
    return lack;
}

static void flow_children(struct flow *flow, const struct block *block)
{
    for (guint i = 0; i < block->children->len; i++)
        flow_block(flow, block->children->pdata[i]);
}

/* Sets the children in a narrower column: `indent` less at the side where lines start. */
static void flow_indented(struct flow *flow, const struct block *block, double indent)
{
    indent_by(flow, indent);
    flow_children(flow, block);
    indent_by(flow, -indent);
}

static double start_side(const struct flow *flow, double width)
{
    return flow->setter->document->rtl ? flow->x + flow->width - width : flow->x;
}

static void flow_item(struct flow *flow, const struct block *item, double indent,
                      const struct look *look)
{
    guint first = flow->strips->len;
    double outdent = outdent_for(flow, indent);
    double marker_x = start_side(flow, indent);
    flow->after = MAX(flow->after, lines(flow, look->before));
    flow_indented(flow, item, indent);
    if (flow->strips->len == first)
        flow_append(flow, strip_new(flow->setter->leading, item->pos), 0);
    flow_marker(flow, item, flow->strips->pdata[first], marker_x, indent);
    indent_by(flow, outdent);
    flow->after = MAX(flow->after, lines(flow, look->after));
}

static void flow_list(struct flow *flow, const struct block *list)
{
    double indent = flow_marker_space(flow, list);
    const struct look *look = setter_look(flow->setter, list->text_kind);
    for (guint i = 0; i < list->children->len; i++)
        flow_item(flow, list->children->pdata[i], indent, look);
    const struct look *body = setter_look(flow->setter, TEXT_BODY);
    flow->after = MAX(flow->after, lines(flow, body->after));
}

/* Children beside a bar at the side where lines start. */
static void flow_beside_bar(struct flow *flow, const struct block *block, double bar, double indent,
                            struct color color)
{
    double outdent = outdent_for(flow, indent);
    struct rail rail = {block, start_side(flow, bar), bar, color};
    g_array_append_val(flow->rails, rail);
    flow_indented(flow, block, indent);
    g_array_set_size(flow->rails, flow->rails->len - 1);
    indent_by(flow, outdent);
}

static void flow_quote(struct flow *flow, const struct block *quote)
{
    double em = flow->setter->body;
    flow_beside_bar(flow, quote, QUOTE_BAR_WIDTH * em, QUOTE_INDENT * em,
                    flow->setter->style->accent);
}

static void flow_code(struct flow *flow, const struct block *code)
{
    const struct look *look = setter_look(flow->setter, TEXT_CODE);
    double em = flow->setter->body, indent = CODE_INDENT * em;
    double outdent = outdent_for(flow, indent);
    struct rail rail = {code, flow->x, CODE_BAR_WIDTH * em, flow->setter->style->ink};
    g_array_append_val(flow->rails, rail);
    flow->x += indent;
    GPtrArray *strips =
        text_set(flow->setter, code->spans, TEXT_CODE, flow->width - indent, ALIGN_START);
    flow_append_lines(flow, strips, lines(flow, look->before));
    flow->x -= indent;
    g_array_set_size(flow->rails, flow->rails->len - 1);
    indent_by(flow, outdent);
    flow->after = lines(flow, look->after);
}

static void flow_rule(struct flow *flow)
{
    struct strip *rule = rule_strip(flow->width, THIN_RULE, flow->setter->style->accent);
    rule->separator = true;
    flow_append(flow, rule, lines(flow, 0.9));
    flow->after = lines(flow, 0.9);
}

/* As large as its pixels allow, never wider than the text nor so high that its text must leave the
 * page. */
static struct rect image_size(const struct flow *flow, const struct image *image)
{
    double natural = image->width_px * POINTS_PER_INCH / IMAGE_DPI;
    double width = flow->setter->enlarge_images ? flow->width : MIN(natural, flow->width);
    double height = width * image->height_px / image->width_px;
    double highest = flow->setter->frame_height * IMAGE_SHARE;
    if (height > highest) {
        width *= highest / height;
        height = highest;
    }
    return (struct rect){flow->setter->document->rtl ? flow->width - width : 0, 0, width, height};
}

static void flow_image(struct flow *flow, const struct block *block)
{
    const struct look *look = setter_look(flow->setter, TEXT_BODY);
    struct rect box = image_size(flow, block->as.image);
    struct strip *strip = strip_new(box.height, block->pos);
    const struct element *link = element_link(block->element);
    strip_add(strip, (struct item){.kind = ITEM_IMAGE,
                                   .element = block->element,
                                   .box = box,
                                   .as.image = block->as.image});
    if (link)
        strip_add(strip, (struct item){.kind = ITEM_LINK, .element = link, .box = box});
    flow_append(flow, strip, lines(flow, look->before));
    flow->after = lines(flow, look->after);
}

static void flow_code_square(struct flow *flow, struct strip *strip)
{
    if (flow->setter->document->rtl) {
        struct rect box = g_array_index(strip->items, struct item, 0).box;
        strip_shift(strip, flow->width - box.width - 2 * box.x, 0);
    }
    strip->keep = true;
    flow_append(flow, strip, lines(flow, 0.5));
    flow->after = lines(flow, 0.1);
}

/* The caption stands beside the code, halfway up; below, it would cost lines that large print does
 * not have. */
static void add_caption(struct flow *flow, struct strip *code, const struct block *caption)
{
    double side = code->height, height = 0;
    g_autoptr(GPtrArray) words =
        text_set(flow->setter, caption->spans, caption->text_kind, flow->width - side, ALIGN_START);
    for (guint i = 0; i < words->len; i++)
        height += ((const struct strip *)words->pdata[i])->height;
    double y = MAX(side - height, 0) / 2;
    for (guint i = 0; i < words->len; i++) {
        struct strip *line = words->pdata[i];
        strip_absorb(code, line, flow->setter->document->rtl ? 0 : side, y);
        y += line->height;
    }
    code->height = MAX(side, height);
}

static bool is_caption(const struct block *block)
{
    return block->kind == BLOCK_TEXT && block->text_kind == TEXT_CAPTION;
}

/* Returns how many of the blocks from `block` on were set: the code, and its caption if there is
 * room beside it. */
static guint flow_code_block(struct flow *flow, const struct block *block, const struct block *next)
{
    struct strip *strip = flow_qr(flow->setter, block);
    if (!strip)
        return 1;
    bool beside =
        next && is_caption(next) && flow->width - strip->height >= CAPTION_SHARE * flow->width;
    flow_code_square(flow, strip);
    if (beside)
        add_caption(flow, strip, next);
    return beside ? 2 : 1;
}

/* A group stays whole. A rule above it says that the article has ended; a dashed one, where to cut
 * it off. */
static void flow_group(struct flow *flow, const struct block *group)
{
    guint first = flow->strips->len;
    /* The one line below a heading need not wait for a second where a group begins. */
    if (first > 0 && !flow->after_heading)
        ((struct strip *)flow->strips->pdata[first - 1])->keep = false;
    struct strip *rule = group->as.group.cut
                             ? flow_cut_line(flow)
                             : rule_strip(flow->width, THICK_RULE, flow->setter->style->accent);
    rule->pos = group->pos;
    rule->separator = !group->as.group.cut;
    flow_append(flow, rule, lines(flow, 1.5));
    for (guint i = 0; i < group->children->len;) {
        const struct block *block = group->children->pdata[i];
        const struct block *next =
            i + 1 < group->children->len ? group->children->pdata[i + 1] : NULL;
        if (block->kind == BLOCK_QR) {
            i += flow_code_block(flow, block, next);
        } else {
            flow_block(flow, block);
            i++;
        }
    }
    ((struct strip *)flow->strips->pdata[first + 1])->gap = lines(flow, 0.6);
    for (guint i = first; i < flow->strips->len; i++) {
        struct strip *strip = flow->strips->pdata[i];
        strip->opens = false;
        strip->whole = true;
        strip->keep = i + 1 < flow->strips->len;
    }
}

static void flow_block(struct flow *flow, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_TEXT:
        flow_text(flow, block);
        break;
    case BLOCK_LIST:
        flow_list(flow, block);
        break;
    case BLOCK_QUOTE:
        flow_quote(flow, block);
        break;
    case BLOCK_CODE:
        flow_code(flow, block);
        break;
    case BLOCK_RULE:
        flow_rule(flow);
        break;
    case BLOCK_TABLE:
        flow_table(flow, block);
        break;
    case BLOCK_IMAGE:
        flow_image(flow, block);
        break;
    case BLOCK_QR:
        flow_code_block(flow, block, NULL);
        break;
    case BLOCK_WRITE_LINE:
        flow_write_line(flow, block);
        break;
    case BLOCK_CHOICE:
        flow_choice(flow, block);
        break;
    case BLOCK_GROUP:
        flow_group(flow, block);
        break;
    case BLOCK_ITEM:
    case BLOCK_ROW:
    case BLOCK_CELL:
    case BLOCK_KIND_COUNT:
        g_assert_not_reached();
    }
}

GPtrArray *flow_blocks(struct setter *setter, const GPtrArray *blocks, double width)
{
    struct flow flow = {.setter = setter, .width = width, .narrowest = NARROWEST * width};
    flow.strips = g_ptr_array_new_with_free_func((GDestroyNotify)strip_free);
    flow.rails = g_array_new(FALSE, FALSE, sizeof(struct rail));
    for (guint i = 0; i < blocks->len; i++)
        flow_block(&flow, blocks->pdata[i]);
    g_array_unref(flow.rails);
    return flow.strips;
}
