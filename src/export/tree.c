/*
 * The structure tree as text, for tests and for people who look for a fault: an element a line,
 * indented by its depth, with its role, its attributes and its words. Words that come after an
 * element's children stand on a line of their own, and so does what has no element. Signs that
 * cannot be seen are written by their code.
 *
 *   Sect
 *     P "Ask "
 *       Link uri="https://a.example" alt="us (web page)" "us"
 *       " at " strong "once" "."
 */
#include "export/writer.h"

#include "document/walk.h"

#define INDENT 2

struct tree {
    GString *out;
    int depth;           /* of elements that are open */
    bool words_may_join; /* what was written last is the innermost element or its words */
    GHashTable *heads;   /* const struct element *, a TH -> char *: its words */
};

static bool is_unseen(gunichar c)
{
    return c != ' ' && (g_unichar_iscntrl(c) || g_unichar_isspace(c) || g_unichar_iszerowidth(c)) &&
           !g_unichar_ismark(c);
}

static void add_quoted(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);
        if (is_unseen(c)) {
            g_string_append_printf(out, "\\u{%04x}", c);
            continue;
        }
        if (c == '"' || c == '\\')
            g_string_append_c(out, '\\');
        g_string_append_unichar(out, c);
    }
    g_string_append_c(out, '"');
}

static void add_attribute(GString *out, const char *name, const char *value)
{
    if (!value)
        return;
    g_string_append_printf(out, " %s=", name);
    add_quoted(out, value);
}

static void start_line(struct tree *tree)
{
    if (tree->out->len > 0)
        g_string_append_c(tree->out, '\n');
    g_string_append_printf(tree->out, "%*s", INDENT * tree->depth, "");
}

static const char *numbering_name(enum numbering numbering)
{
    static const char *const names[NUMBERING_COUNT] = {
        [NUMBERING_DISC] = "disc", [NUMBERING_DECIMAL] = "decimal"};
    return names[numbering];
}

static const char *scope_name(enum scope scope)
{
    static const char *const names[SCOPE_COUNT] = {[SCOPE_COLUMN] = "column", [SCOPE_ROW] = "row"};
    return names[scope];
}

/* The words of the headers that name a cell. */
static void add_headers(const struct tree *tree, const struct element *cell)
{
    const GPtrArray *headers = cell->as.cell.headers;
    for (guint i = 0; headers && i < headers->len; i++)
        add_attribute(tree->out, "header", g_hash_table_lookup(tree->heads, headers->pdata[i]));
}

/* What the union of the element holds; a heading's bookmark is told where its words are known. */
static void add_details(const struct tree *tree, const struct element *element)
{
    switch (role_details(element->role)) {
    case DETAILS_LIST:
        add_attribute(tree->out, "numbering", numbering_name(element->as.list.numbering));
        break;
    case DETAILS_CELL:
        add_attribute(tree->out, "scope", scope_name(element->as.cell.scope));
        add_headers(tree, element);
        break;
    case DETAILS_LINK:
        add_attribute(tree->out, "uri", element->as.link.uri);
        if (element->as.link.target)
            add_attribute(tree->out, "to", element->as.link.target->anchor);
        break;
    case DETAILS_SPAN:
        add_attribute(tree->out, "expansion", element->as.span.expansion);
        add_attribute(tree->out, "direction", direction_name(element->as.span.direction));
        break;
    case DETAILS_FORM:
        add_attribute(tree->out, "name", element->as.form.name);
        break;
    case DETAILS_NONE:
    case DETAILS_HEADING:
    case DETAILS_COUNT:
        break;
    }
}

/* What a block tells that its element does not. */
static void add_block(struct tree *tree, const struct element *element, const struct block *block)
{
    if (block->kind == BLOCK_ITEM && element == block->as.item.label)
        add_attribute(tree->out, "number", block->as.item.number);
    if (block->kind == BLOCK_QR && element == block->element)
        add_attribute(tree->out, "qr", block->as.qr);
    if (!role_is_heading(element->role))
        return;
    g_autofree char *words = block_words(block);
    if (g_strcmp0(words, element->as.heading.bookmark) != 0)
        add_attribute(tree->out, "bookmark", element->as.heading.bookmark);
}

static void enter(struct tree *tree, const struct step *step)
{
    const struct element *element = step->element;
    start_line(tree);
    g_string_append(tree->out, role_name(element->role));
    if (!role_is_heading(element->role)) /* whose words tell it */
        add_attribute(tree->out, "anchor", element->anchor);
    add_attribute(tree->out, "lang", element->lang);
    add_details(tree, element);
    add_attribute(tree->out, "alt", element->alt);
    add_attribute(tree->out, "actual", element->actual_text);
    if (step->block)
        add_block(tree, element, step->block);
    if (element->role == ROLE_TH)
        g_hash_table_insert(tree->heads, (gpointer)element, g_strdup(""));
    tree->depth++;
    tree->words_may_join = true;
}

/* The words of a header cell name others, so they are kept. */
static void keep_words(struct tree *tree, const struct step *step)
{
    const struct element *element = step->element;
    while (element && element->role != ROLE_TH)
        element = element->parent;
    if (!element)
        return;
    const char *before = g_hash_table_lookup(tree->heads, element);
    g_hash_table_insert(tree->heads, (gpointer)element,
                        g_strconcat(before, step->span->text, NULL));
}

static void add_words(struct tree *tree, const struct step *step)
{
    const struct span *span = step->span;
    if (tree->words_may_join)
        g_string_append_c(tree->out, ' ');
    else
        start_line(tree);
    if (span->strong)
        g_string_append(tree->out, "strong ");
    if (span->strike)
        g_string_append(tree->out, "struck ");
    if (span->raise != 0)
        g_string_append(tree->out, span->raise > 0 ? "raised " : "lowered ");
    add_quoted(tree->out, span->text);
    keep_words(tree, step);
    tree->words_may_join = true;
}

static void add_mark(struct tree *tree, const char *name)
{
    start_line(tree);
    g_string_append(tree->out, name);
    tree->words_may_join = false;
}

static void add_step(struct tree *tree, const struct step *step)
{
    switch (step->kind) {
    case STEP_ENTER:
        enter(tree, step);
        break;
    case STEP_LEAVE:
        tree->depth--;
        tree->words_may_join = false;
        break;
    case STEP_WORDS:
        add_words(tree, step);
        break;
    case STEP_WRITE_LINE:
        add_mark(tree, "(a line to write on)");
        break;
    case STEP_RULE:
        add_mark(tree, "(a rule)");
        break;
    case STEP_KIND_COUNT:
        g_assert_not_reached();
    }
}

/* The document's own line is not its root's alone: it says what all of it has in common. */
static void add_document(struct tree *tree, const struct document *document)
{
    add_attribute(tree->out, "title", document->title);
    add_attribute(tree->out, "lang", document->lang);
    add_attribute(tree->out, "dir", document->rtl ? "rtl" : "ltr");
    add_attribute(tree->out, "author", document->author);
    add_attribute(tree->out, "subject", document->subject);
    add_attribute(tree->out, "sample", document->sample);
}

static char *write_tree(const struct writing *writing)
{
    const struct document *document = writing->document;
    g_autoptr(GHashTable) heads = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_autoptr(GArray) steps = document_walk(document, PART_ALL);
    struct tree tree = {.out = g_string_new(NULL), .heads = heads};
    for (guint i = 0; i < steps->len; i++) {
        add_step(&tree, &g_array_index(steps, struct step, i));
        if (i == 0)
            add_document(&tree, document);
    }
    g_string_append_c(tree.out, '\n');
    return g_string_free(tree.out, FALSE);
}

const struct writer writer_tree = {
    .name = "tree",
    .suffix = "tree",
    .write = write_tree,
};
