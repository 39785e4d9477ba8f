/*
 * A line of the article (a paragraph, a heading, a cell) as text blocks: emphasis becomes weight,
 * links and code become elements, line ends become spaces.
 *
 * The awkward case is a picture in the middle of a line. It is set on a line of its own, so the
 * line becomes several blocks; they share one element, and the picture's element is its child.
 */
#include "base/script.h"
#include "base/signs.h"
#include "base/words.h"
#include "content/address.h"
#include "content/telephone.h"
#include "document/compose.h"
#include "document/compose_tools.h"

#include <string.h>

/* Where inline content goes: blocks that look alike, parted by pictures. */
struct inlines {
    struct composer *composer;
    GPtrArray *blocks;  /* receives the blocks */
    struct block *text; /* the one being filled; NULL: none yet */
    enum text_kind kind;
    bool heading;
    bool words_only;               /* pictures are told by their words */
    const struct node *node;       /* the block the inlines stand in */
    const struct element *element; /* and its element */
    const struct node *before;     /* beside the one that is being added; NULL: it is the first */
};

/* How words stand out from those around them. */
struct emphasis {
    bool strong, strike;
    bool quoted; /* within a quotation */
    int raise;   /* as of a span */
};

/* Drops a block that holds no ink, such as the space between two pictures. */
static void end_text(struct inlines *in)
{
    if (!in->text)
        return;
    g_autofree char *words = block_words(in->text);
    if (*g_strstrip(words))
        g_ptr_array_add(in->blocks, in->text);
    else
        block_free(in->text);
    in->text = NULL;
}

static void add_words(struct inlines *in, const struct element *element, const char *text,
                      struct emphasis emphasis, bool code, struct pos pos)
{
    if (!in->text) {
        in->text = block_new(BLOCK_TEXT, in->element, in->node->pos);
        in->text->text_kind = in->kind;
        in->text->as.text.heading = in->heading;
        while (g_ascii_isspace(*text))
            text++;
    }
    if (!*text)
        return;
    compose_span(in->text, element, text, emphasis.strong, pos);
    struct span *span = in->text->spans->pdata[in->text->spans->len - 1];
    span->code = code;
    span->strike = emphasis.strike;
    span->raise = emphasis.raise;
}

static void add_text(struct inlines *in, const struct node *node, struct element *element,
                     struct emphasis emphasis)
{
    add_words(in, element, node->text, emphasis, false, node->pos);
}

static void add_code(struct inlines *in, const struct node *node, struct element *element,
                     struct emphasis emphasis)
{
    struct element *code = element_new(element, ROLE_CODE, node->pos);
    add_words(in, code, node->text, emphasis, true, node->pos);
}

static void add_soft_break(struct inlines *in, const struct node *node, struct element *element,
                           struct emphasis emphasis)
{
    add_words(in, element, " ", emphasis, false, node->pos);
}

/* The space parts the words for a reader who hears or copies them. */
static void add_hard_break(struct inlines *in, const struct node *node, struct element *element,
                           struct emphasis emphasis)
{
    add_words(in, element, HARD_BREAK_TEXT, emphasis, false, node->pos);
}

/* The caption stands beside its figure, not in it: there the alternative text would speak for both.
 */
static void add_image(struct inlines *in, const struct node *node, struct element *element,
                      struct emphasis emphasis)
{
    if (!node->as.image.image || in->words_only) {
        add_text(in, node, element, emphasis);
        return;
    }
    end_text(in);
    struct element *figure = element_new(element, ROLE_FIGURE, node->pos);
    figure->alt = words_drop_soft_hyphens(g_strdup(node->text));
    struct block *block = block_new(BLOCK_IMAGE, figure, node->pos);
    block->as.image = node->as.image.image;
    g_ptr_array_add(in->blocks, block);
    if (node->as.image.caption)
        compose_text(block->children, TEXT_CAPTION, element_new(element, ROLE_CAPTION, node->pos),
                     node->as.image.caption, node->pos);
}

/* A blank to fill in is spoken as one, not as a row of signs. */
static void add_blank(struct inlines *in, const struct node *node, struct element *element,
                      struct emphasis emphasis)
{
    struct element *blank =
        compose_labelled(in->composer, element_new(element, ROLE_SPAN, node->pos), LABEL_BLANK);
    blank->actual_text = g_strdup(labels_get(in->composer->labels, LABEL_BLANK));
    add_text(in, node, blank, emphasis);
}

static void append_words(const struct labels *labels, const struct node *node, GString *words);

static char *inner_words(const struct labels *labels, const struct node *node)
{
    GString *words = g_string_new(NULL);
    for (const struct node *n = node->first; n; n = n->next)
        append_words(labels, n, words);
    return g_string_free(words, FALSE);
}

/* The language's mark before or behind a quotation, within another one or not. */
static char *quotation_mark(const struct labels *labels, bool inner, bool opens)
{
    static const char place[] = "{text}";
    const char *marks = labels_get(labels, inner ? LABEL_QUOTATION_INNER : LABEL_QUOTATION);
    const char *text = strstr(marks, place);
    return opens ? g_strndup(marks, (gsize)(text - marks)) : g_strdup(text + strlen(place));
}

/* What the look of words means is said in words: nothing of it is left in a plain string. */
static char *marked_words(const struct labels *labels, const struct node *node)
{
    g_autofree char *inner = inner_words(labels, node);
    if (node->kind == NODE_SUPERSCRIPT || node->kind == NODE_SUBSCRIPT)
        return script_words(inner, node->kind == NODE_SUPERSCRIPT ? 1 : -1);
    if (*inner && node->kind == NODE_STRIKE)
        return labels_format(labels, LABEL_DELETED, "text", inner, NULL);
    if (*inner && node->kind == NODE_INSERTED)
        return labels_format(labels, LABEL_ADDED, "text", inner, NULL);
    if (node->kind == NODE_SPAN && node->as.span.quoted)
        return labels_format(labels, LABEL_QUOTATION, "text", inner, NULL);
    return g_steal_pointer(&inner);
}

static bool is_change(const struct node *node)
{
    return node->kind == NODE_STRIKE || node->kind == NODE_INSERTED;
}

/* True where words would be heard as one with those behind them: "5" before "10 mg", or ".5". */
static bool runs_into(const struct node *next)
{
    for (; next && !next->text && next->first; next = next->first)
        if (is_change(next)) /* what is said of it begins with a word */
            return true;
    const char *words = next && next->text ? next->text : "";
    gunichar first = g_utf8_get_char(words);
    return g_unichar_isalnum(first) || (g_unichar_ispunct(first) && g_ascii_isdigit(words[1]));
}

static bool ends_in_word(const char *words)
{
    const char *last = g_utf8_find_prev_char(words, words + strlen(words));
    return last && g_unichar_isalnum(g_utf8_get_char(last));
}

/* What is said of a mark stands apart from the words beside it. */
static char *told_apart(const char *before, const char *told, const struct node *next)
{
    return g_strconcat(ends_in_word(before) ? " " : "", told, runs_into(next) ? " " : "", NULL);
}

static void append_words(const struct labels *labels, const struct node *node, GString *words)
{
    g_autofree char *marked = marked_words(labels, node);
    if (node->kind == NODE_BLANK)
        g_string_append(words, labels_get(labels, LABEL_BLANK));
    else if (node->text)
        g_string_append(words, node->text);
    else if (node->kind == NODE_SOFT_BREAK || node->kind == NODE_HARD_BREAK)
        g_string_append_c(words, ' ');
    g_autofree char *apart =
        *marked && is_change(node) ? told_apart(words->str, marked, node->next) : g_strdup(marked);
    g_string_append(words, apart);
}

char *compose_node_words(const struct labels *labels, const struct node *node)
{
    return g_strstrip(words_drop_soft_hyphens(inner_words(labels, node)));
}

static void compose_inlines(struct inlines *in, const struct node *first, struct element *element,
                            struct emphasis emphasis);

/* True when the address is a number to call or to write to. */
static bool is_number(const char *url)
{
    return address_kind(url) == ADDRESS_TELEPHONE || address_kind(url) == ADDRESS_TEXT;
}

/* The address as paper gives it, the clinic's own number as the clinic writes it; the caller's. */
static char *paper_address(const struct composer *composer, const char *url)
{
    g_autofree char *address = address_for_paper(url);
    const char *own = composer->clinic->telephone.value;
    return g_strdup(is_number(url) && own && telephone_same(own, address) ? own : address);
}

/* Behind its words, in brackets, where a link leads that cannot be followed on paper: once for each
 * address. It is content of the link, whose spoken name says the words alone. */
static void add_address(struct inlines *in, const struct node *node, const char *words,
                        struct element *link, struct emphasis emphasis)
{
    struct composer *composer = in->composer;
    const char *url = node->as.link.url;
    g_autofree char *address = paper_address(composer, url);
    bool told = address_in_words(url, words) || (is_number(url) && telephone_in(words, address));
    bool first = g_hash_table_add(composer->addresses, g_strdup(address));
    if (is_number(url) && !told)
        link->as.link.number = g_strdup(address);
    if (composer->medium != MEDIUM_PAPER || told || !first)
        return;
    /* Behind a picture it stands on a line of its own. */
    const struct element *element = in->text ? link : link->parent;
    g_autofree char *text = g_strdup_printf(" (%s)", address);
    add_words(in, element, text, emphasis, false, node->pos);
    struct span *span = in->text->spans->pdata[in->text->spans->len - 1];
    span->address = true;
}

static void add_link(struct inlines *in, const struct node *node, struct element *element,
                     struct emphasis emphasis)
{
    const struct node *target = node->as.link.target;
    if ((!target && !*node->as.link.url) || !node->first) {
        compose_inlines(in, node->first, element, emphasis);
        return;
    }
    g_autofree char *words = compose_node_words(in->composer->labels, node);
    struct element *link = element_new(element, ROLE_LINK, node->pos);
    if (target)
        compose_inner_link(in->composer, link, target, words);
    else
        compose_link(in->composer, link, node->as.link.url, words);
    compose_inlines(in, node->first, link, emphasis);
    if (!target)
        add_address(in, node, words, link, emphasis);
}

/* The number of a note, which leads to it; the note leads back to the first of them. */
static void add_reference(struct inlines *in, const struct node *node, struct element *element,
                          struct emphasis emphasis)
{
    struct composer *composer = in->composer;
    const struct node *note = node->as.reference.note;
    struct element *reference = element_new(element, ROLE_REFERENCE, node->pos);
    struct element *link = element_new(reference, ROLE_LINK, node->pos);
    g_autofree char *number = g_strdup_printf("%u", note->as.note.number);
    g_autofree char *spoken =
        g_strconcat(labels_get(composer->labels, LABEL_NOTE), " ", number, NULL);
    if (!g_hash_table_contains(composer->places, note)) {
        reference->anchor = g_strconcat("noteref.", number, NULL);
        g_hash_table_insert(composer->places, (gpointer)note, reference);
    }
    compose_inner_link(composer, link, note, spoken);
    emphasis.raise = 1;
    bool another = in->before && in->before->kind == NODE_REFERENCE; /* 1 and 2 are not 12 */
    g_autofree char *shown = g_strconcat(another ? "," : "", number, NULL);
    add_words(in, link, shown, emphasis, false, node->pos);
}

/* The words of the line before those that are being added; none where they stand apart already. */
static const char *words_before(const struct inlines *in)
{
    const GPtrArray *spans = in->text ? in->text->spans : NULL;
    if (!spans || spans->len == 0 || (in->before && is_change(in->before)))
        return "";
    return ((const struct span *)spans->pdata[spans->len - 1])->text;
}

/* Words that a change is marked on: what the mark means is spoken before them, and apart from the
 * words beside them. */
static void add_marked(struct inlines *in, const struct node *node, struct element *element,
                       enum label label, struct emphasis emphasis)
{
    struct element *span = element_new(element, ROLE_SPAN, node->pos);
    const struct labels *labels = in->composer->labels;
    g_autofree char *words = compose_node_words(labels, node);
    g_autofree char *told = labels_format(labels, label, "text", words, NULL);
    span->actual_text = told_apart(words_before(in), told, node->next);
    span->as.span.struck = emphasis.strike;
    span->as.span.inserted = label == LABEL_ADDED;
    compose_inlines(in, node->first, span, emphasis);
}

/* Raised or lowered words: 10 and a small 9 must never be taken for 109. */
static void add_script(struct inlines *in, const struct node *node, struct element *element,
                       struct emphasis emphasis, int raise)
{
    struct element *span = element_new(element, ROLE_SPAN, node->pos);
    g_autofree char *words = compose_node_words(in->composer->labels, node);
    g_autofree char *forms = script_words(words, raise);
    if (strcmp(words, forms) != 0)
        span->actual_text = g_steal_pointer(&forms);
    emphasis.raise = raise;
    compose_inlines(in, node->first, span, emphasis);
}

static void add_quotation(struct inlines *in, const struct node *node, struct element *span,
                          struct emphasis emphasis)
{
    const struct labels *labels = in->composer->labels;
    g_autofree char *before = quotation_mark(labels, emphasis.quoted, true);
    g_autofree char *behind = quotation_mark(labels, emphasis.quoted, false);
    struct emphasis inner = emphasis;
    inner.quoted = !emphasis.quoted;
    add_words(in, span, before, emphasis, false, node->pos);
    compose_inlines(in, node->first, span, inner);
    add_words(in, span, behind, emphasis, false, node->pos);
}

static void add_span(struct inlines *in, const struct node *node, struct element *element,
                     struct emphasis emphasis)
{
    static const enum direction directions[SPAN_DIRECTION_COUNT] = {
        [SPAN_DIRECTION_NONE] = DIRECTION_NONE,
        [SPAN_DIRECTION_LTR] = DIRECTION_LTR,
        [SPAN_DIRECTION_RTL] = DIRECTION_RTL,
    };
    struct element *span = element_new(element, ROLE_SPAN, node->pos);
    span->lang = g_strdup(node->as.span.lang);
    span->as.span.direction = directions[node->as.span.direction];
    if (node->as.span.quoted)
        add_quotation(in, node, span, emphasis);
    else
        compose_inlines(in, node->first, span, emphasis);
}

static void add_abbreviation(struct inlines *in, const struct node *node, struct element *element,
                             struct emphasis emphasis)
{
    struct element *span = element_new(element, ROLE_SPAN, node->pos);
    span->as.span.expansion = g_strdup(node->as.abbreviation.expansion);
    compose_inlines(in, node->first, span, emphasis);
}

/* Words that look otherwise than those around them. */
static void add_set_off(struct inlines *in, const struct node *node, struct element *element,
                        struct emphasis emphasis)
{
    bool script = node->kind == NODE_SUPERSCRIPT || node->kind == NODE_SUBSCRIPT;
    emphasis.strike |= node->kind == NODE_STRIKE;
    emphasis.strong |= !script && node->kind != NODE_STRIKE;
    if (script)
        add_script(in, node, element, emphasis, node->kind == NODE_SUPERSCRIPT ? 1 : -1);
    else if (node->kind == NODE_STRIKE)
        add_marked(in, node, element, LABEL_DELETED, emphasis);
    else if (node->kind == NODE_INSERTED)
        add_marked(in, node, element, LABEL_ADDED, emphasis);
    else
        compose_inlines(in, node->first, element, emphasis);
}

typedef void add_node(struct inlines *in, const struct node *node, struct element *element,
                      struct emphasis emphasis);

static void add_inline(struct inlines *in, const struct node *node, struct element *element,
                       struct emphasis emphasis)
{
    static add_node *const adders[NODE_KIND_COUNT] = {
        [NODE_TEXT] = add_text,
        [NODE_BLANK] = add_blank,
        [NODE_CODE] = add_code,
        [NODE_EMPHASIS] = add_set_off,
        [NODE_STRONG] = add_set_off,
        [NODE_STRIKE] = add_set_off,
        [NODE_INSERTED] = add_set_off,
        [NODE_SUPERSCRIPT] = add_set_off,
        [NODE_SUBSCRIPT] = add_set_off,
        [NODE_SPAN] = add_span,
        [NODE_ABBREVIATION] = add_abbreviation,
        [NODE_LINK] = add_link,
        [NODE_REFERENCE] = add_reference,
        [NODE_IMAGE] = add_image,
        [NODE_SOFT_BREAK] = add_soft_break,
        [NODE_HARD_BREAK] = add_hard_break,
    };
    adders[node->kind](in, node, element, emphasis);
}

static void compose_inlines(struct inlines *in, const struct node *first, struct element *element,
                            struct emphasis emphasis)
{
    const struct node *before = NULL;
    for (const struct node *node = first; node; before = node, node = node->next) {
        in->before = before;
        add_inline(in, node, element, emphasis);
    }
}

void compose_line(struct composer *composer, const struct node *node, enum text_kind kind,
                  struct element *element, GPtrArray *blocks)
{
    struct inlines in = {.composer = composer,
                         .blocks = blocks,
                         .kind = kind,
                         .heading = node->kind == NODE_HEADING,
                         .node = node,
                         .element = element};
    compose_inlines(&in, node->first, element, (struct emphasis){0});
    end_text(&in);
}

void compose_words(struct composer *composer, const struct node *node, struct element *element,
                   struct block *block)
{
    struct inlines in = {.composer = composer,
                         .text = block,
                         .kind = block->text_kind,
                         .words_only = true,
                         .node = node,
                         .element = element};
    compose_inlines(&in, node->first, element, (struct emphasis){0});
}
