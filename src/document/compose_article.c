/*
 * The article's tree as blocks and elements. Blocks inside blocks follow the author's nesting;
 * headings open sections, which the source only implies: a Sect ends at the next heading of its
 * level or above, or at a rule on the top level (details end with one of theirs).
 */
#include "document/compose.h"

#include "base/signs.h"
#include "document/compose_tools.h"

/* The open sections, outermost first. */
struct sections {
    struct element *element[7];
    int level[7];
    int depth;
};

static bool only_images(const struct node *node)
{
    for (const struct node *child = node->first; child; child = child->next)
        if (child->kind != NODE_SOFT_BREAK && (child->kind != NODE_IMAGE || !child->as.image.image))
            return false;
    return node->first != NULL;
}

static void compose_paragraph(struct composer *composer, const struct node *node,
                              struct element *parent, GPtrArray *blocks, bool tight)
{
    bool bare = tight || only_images(node);
    struct element *element = bare ? parent : element_new(parent, ROLE_P, node->pos);
    compose_line(composer, node, tight ? TEXT_ITEM : TEXT_BODY, element, blocks);
}

static void compose_heading(struct composer *composer, const struct node *node,
                            struct element *parent, GPtrArray *blocks)
{
    int level = node->as.heading.tagged_level;
    enum text_kind kind = level <= 2   ? TEXT_HEADING_2
                          : level == 3 ? TEXT_HEADING_3
                                       : TEXT_HEADING_4;
    struct element *element = element_new(parent, (enum role)(ROLE_H1 + level - 1), node->pos);
    g_autofree char *words = compose_node_words(composer->labels, node);
    if (*words)
        element->as.heading.bookmark = g_steal_pointer(&words);
    element->anchor = g_strdup(node->as.heading.anchor);
    g_hash_table_insert(composer->places, (gpointer)node, element);
    compose_line(composer, node, kind, element, blocks);
}

static enum marker item_marker(const struct node *list, const struct node *item)
{
    switch (item->as.item.task) {
    case TASK_OPEN:
        return MARKER_BOX;
    case TASK_DONE:
        return MARKER_CHECKED_BOX;
    case TASK_NONE:
    case TASK_COUNT:
        break;
    }
    return list->as.list.ordered ? MARKER_NUMBER : MARKER_DISC;
}

/* What a marker that is drawn, not written, stands for. */
static char *marker_words(const struct labels *labels, enum marker marker)
{
    switch (marker) {
    case MARKER_DISC:
        return g_strdup(DISC_TEXT);
    case MARKER_BOX:
        return g_strdup(labels_get(labels, LABEL_TASK_OPEN));
    case MARKER_CHECKED_BOX:
        return g_strdup(labels_get(labels, LABEL_TASK_DONE));
    case MARKER_NONE:
    case MARKER_NUMBER:
    case MARKER_COUNT:
        break;
    }
    return NULL;
}

static void compose_item(struct composer *composer, const struct node *list,
                         const struct node *node, int number, struct element *parent,
                         GPtrArray *blocks)
{
    struct element *item = element_new(parent, ROLE_LI, node->pos);
    struct element *label = element_new(item, ROLE_LBL, node->pos);
    struct element *body = element_new(item, ROLE_LBODY, node->pos);
    struct block *block = block_new(BLOCK_ITEM, body, node->pos);
    block->as.item.marker = item_marker(list, node);
    block->as.item.label = label;
    label->actual_text = marker_words(composer->labels, block->as.item.marker);
    if (block->as.item.marker == MARKER_NUMBER)
        block->as.item.number = g_strdup_printf("%d%c", number, list->as.list.delimiter);
    g_ptr_array_add(blocks, block);
    compose_blocks(composer, node, body, block->children, list->as.list.tight);
}

static void compose_list(struct composer *composer, const struct node *node, struct element *parent,
                         GPtrArray *blocks)
{
    struct element *element = element_new(parent, ROLE_L, node->pos);
    element->as.list.numbering = node->as.list.ordered ? NUMBERING_DECIMAL : NUMBERING_DISC;
    struct block *list = block_new(BLOCK_LIST, element, node->pos);
    list->text_kind = node->as.list.tight ? TEXT_ITEM : TEXT_BODY;
    g_ptr_array_add(blocks, list);
    int number = node->as.list.start;
    for (const struct node *item = node->first; item; item = item->next)
        compose_item(composer, node, item, number++, element, list->children);
}

static void compose_quote(struct composer *composer, const struct node *node,
                          struct element *parent, GPtrArray *blocks)
{
    struct element *element = element_new(parent, ROLE_BLOCKQUOTE, node->pos);
    struct block *quote = block_new(BLOCK_QUOTE, element, node->pos);
    g_ptr_array_add(blocks, quote);
    compose_blocks(composer, node, element, quote->children, false);
}

static enum label callout_label(enum callout callout)
{
    static const enum label labels[] = {[CALLOUT_NOTE] = LABEL_NOTE,
                                        [CALLOUT_TIP] = LABEL_TIP,
                                        [CALLOUT_IMPORTANT] = LABEL_IMPORTANT,
                                        [CALLOUT_WARNING] = LABEL_WARNING,
                                        [CALLOUT_CAUTION] = LABEL_CAUTION};
    G_STATIC_ASSERT(G_N_ELEMENTS(labels) == CALLOUT_COUNT);
    return labels[callout];
}

/* The element of a new callout, and where its blocks go. The word for its kind is a paragraph, not
 * a heading: what follows the callout is not below it. */
static struct element *open_callout(struct composer *composer, enum callout kind, struct pos pos,
                                    struct element *parent, GPtrArray *blocks,
                                    GPtrArray **out_children)
{
    enum label label = callout_label(kind);
    struct element *element = element_new(parent, ROLE_ASIDE, pos);
    struct block *callout = block_new(BLOCK_CALLOUT, element, pos);
    callout->as.callout = kind;
    g_ptr_array_add(blocks, callout);
    struct element *word = compose_labelled(composer, element_new(element, ROLE_P, pos), label);
    struct block *head = block_new(BLOCK_TEXT, word, pos);
    head->text_kind = TEXT_CALLOUT;
    compose_span(head, word, labels_get(composer->labels, label), true, pos);
    g_ptr_array_add(callout->children, head);
    *out_children = callout->children;
    return element;
}

static void compose_callout(struct composer *composer, const struct node *node,
                            struct element *parent, GPtrArray *blocks)
{
    GPtrArray *children;
    struct element *callout =
        open_callout(composer, node->as.callout, node->pos, parent, blocks, &children);
    compose_blocks(composer, node, callout, children, false);
}

void compose_unread(struct composer *composer)
{
    struct document *document = composer->document;
    const struct translation *translation = &composer->article->translation;
    struct pos pos = translation->machine.pos;
    if (!translation_is_unread(translation))
        return;
    GPtrArray *children;
    struct element *callout =
        open_callout(composer, CALLOUT_WARNING, pos, document->root, document->blocks, &children);
    struct element *words =
        compose_labelled(composer, element_new(callout, ROLE_P, pos), LABEL_MACHINE_TRANSLATED);
    compose_text(children, TEXT_BODY, words, labels_get(composer->labels, LABEL_MACHINE_TRANSLATED),
                 pos);
}

/* Code is an inline type in PDF, so a paragraph holds it. Line ends of the source are line ends on
 * paper. */
static void compose_code(struct composer *composer, const struct node *node, struct element *parent,
                         GPtrArray *blocks)
{
    (void)composer;
    struct element *code =
        element_new(element_new(parent, ROLE_P, node->pos), ROLE_CODE, node->pos);
    gsize length = strlen(node->text);
    while (length > 0 && node->text[length - 1] == '\n')
        length--;
    GString *text = g_string_new(NULL);
    for (gsize i = 0; i < length; i++)
        if (node->text[i] == '\t')
            g_string_append(text, "    ");
        else if (node->text[i] == '\n')
            g_string_append(text, HARD_BREAK_TEXT);
        else
            g_string_append_c(text, node->text[i]);
    struct block *block = block_new(BLOCK_CODE, code, node->pos);
    block->text_kind = TEXT_CODE;
    compose_span(block, code, text->str, false, node->pos);
    ((struct span *)block->spans->pdata[0])->code = true;
    if (text->len > 0)
        g_ptr_array_add(blocks, block);
    else
        block_free(block);
    g_string_free(text, TRUE);
}

static void compose_rule(struct composer *composer, const struct node *node, struct element *parent,
                         GPtrArray *blocks)
{
    (void)composer, (void)parent;
    struct block *rule = block_new(BLOCK_RULE, NULL, node->pos);
    if (node->as.rule.ends > 0)
        rule->as.ends = (enum role)(ROLE_H1 + node->as.rule.ends - 1);
    g_ptr_array_add(blocks, rule);
}

typedef void compose_node(struct composer *composer, const struct node *node,
                          struct element *parent, GPtrArray *blocks);

static void compose_block(struct composer *composer, const struct node *node,
                          struct element *parent, GPtrArray *blocks, bool tight)
{
    static compose_node *const composers[NODE_KIND_COUNT] = {
        [NODE_HEADING] = compose_heading, [NODE_LIST] = compose_list,
        [NODE_QUOTE] = compose_quote,     [NODE_CALLOUT] = compose_callout,
        [NODE_CODE_BLOCK] = compose_code, [NODE_RULE] = compose_rule,
        [NODE_TABLE] = compose_table,
    };
    if (node->kind == NODE_PARAGRAPH)
        compose_paragraph(composer, node, parent, blocks, tight);
    else
        composers[node->kind](composer, node, parent, blocks);
}

void compose_blocks(struct composer *composer, const struct node *parent, struct element *element,
                    GPtrArray *blocks, bool tight)
{
    for (const struct node *node = parent->first; node; node = node->next)
        compose_block(composer, node, element, blocks, tight);
}

/* Ends the sections of a level and below; what is open then holds what follows. */
static struct element *close_sections(struct sections *sections, struct element *root, int level)
{
    while (sections->depth > 0 && sections->level[sections->depth - 1] >= level)
        sections->depth--;
    return sections->depth > 0 ? sections->element[sections->depth - 1] : root;
}

static struct element *open_section(struct sections *sections, struct element *root,
                                    const struct node *heading)
{
    int level = heading->as.heading.tagged_level;
    struct element *parent = close_sections(sections, root, level);
    struct element *section = element_new(parent, ROLE_SECT, heading->pos);
    sections->element[sections->depth] = section;
    sections->level[sections->depth++] = level;
    return section;
}

/* A last section of more words than this is text to read, not a call to act. */
#define ACTION_WORDS 80

/* Marks the last section, if it is short and does not open the article, as what the reader may do
 * now. */
static void mark_action(struct composer *composer, guint from)
{
    const GPtrArray *blocks = composer->document->blocks;
    unsigned words = 0;
    for (guint i = blocks->len; i > from + 1; i--) {
        const struct block *block = blocks->pdata[i - 1];
        words += block_count_words(block);
        if (words > ACTION_WORDS)
            return;
        if (block_is_heading(block) && block->text_kind == TEXT_HEADING_2) {
            compose_mark(composer, i - 1, PART_ACTION);
            return;
        }
    }
}

/* Key points stand behind the introduction, before a heading or at the end: nothing that follows
 * can be taken for one of them. */
static void add_key_points(struct composer *composer)
{
    guint from = composer->document->blocks->len;
    compose_key_points(composer);
    compose_mark(composer, from, PART_LEAD);
}

void compose_article(struct composer *composer)
{
    struct document *document = composer->document;
    guint from = document->blocks->len;
    struct sections sections = {.depth = 0};
    struct element *parent = document->root;
    bool introduced = false;
    for (const struct node *node = composer->article->root->first; node; node = node->next) {
        if (node->kind == NODE_NOTE)
            break;
        if (node->kind == NODE_HEADING && !introduced) {
            add_key_points(composer);
            introduced = true;
        }
        if (node->kind == NODE_HEADING)
            parent = open_section(&sections, document->root, node);
        else if (node->kind == NODE_RULE)
            parent = close_sections(&sections, document->root, node->as.rule.ends);
        compose_block(composer, node, parent, document->blocks, false);
    }
    mark_action(composer, from);
    if (!introduced)
        add_key_points(composer);
}
