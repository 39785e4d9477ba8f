/*
 * Tables. What names a row or a column is a header, as the reader who hears the table needs it: the
 * first row, unless it is empty, and the first column, where the corner is blank or each of its
 * cells is a label of its own.
 *
 * Every table comes twice: as rows and as cards, of which layout sets what fits. Cards are items of
 * a list, a paragraph a field: whoever hears them is told how many there are and goes from one to
 * the next, and each paragraph names its column, so nothing refers to columns that no one sees. The
 * structure of a product keeps only what was set; texts without pages keep the rows.
 */
#include "document/compose.h"
#include "document/compose_tools.h"

#include <string.h>

/* A cell of more letters than this is a sentence, not a label. */
#define LABEL_LETTERS 40

/* What a card shows for a cell that holds nothing. */
#define EMPTY "–"

struct table {
    struct composer *composer;
    const struct node *node;
    struct block *block;
    bool header;        /* the first row names the columns */
    bool row_headers;   /* the first column names the rows */
    GPtrArray *columns; /* of struct element *: their headers, NULL for none */
    GArray *sums;       /* of bool: the column holds sums */
};

static bool is_blank(const struct node *cell)
{
    return !cell->first;
}

static bool names_columns(const struct node *row)
{
    for (const struct node *cell = row->first; cell; cell = cell->next)
        if (!is_blank(cell))
            return true;
    return false;
}

/* True when the first cells of two rows or more, the header's apart, are labels and differ. */
static bool has_labels(const struct labels *labels, const struct node *table)
{
    if (!table->first->next->next)
        return false;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (const struct node *row = table->first->next; row; row = row->next) {
        g_autofree char *words = row->first ? compose_node_words(labels, row->first) : g_strdup("");
        bool label = *words && g_utf8_strlen(words, -1) <= LABEL_LETTERS;
        if (!label || !g_hash_table_add(seen, g_utf8_casefold(words, -1)))
            return false;
    }
    return true;
}

static bool names_rows(const struct labels *labels, const struct node *table)
{
    const struct node *corner = table->first->first;
    if (table->as.table.columns < 2 || !corner || !table->first->next)
        return false;
    bool blank_corner = names_columns(table->first) && is_blank(corner);
    return blank_corner || has_labels(labels, table);
}

static void add_cell(const struct table *table, const struct node *node, int column,
                     enum text_kind kind, struct element *element, struct block *row)
{
    struct block *cell = block_new(BLOCK_CELL, element, node->pos);
    cell->as.cell.alignment = table->node->as.table.alignments[column];
    g_ptr_array_add(row->children, cell);
    compose_line(table->composer, node, kind, element, cell->children);
}

static void add_header_row(struct table *table, struct element *row_element, struct block *row)
{
    int column = 0;
    for (const struct node *cell = table->node->first->first; cell; cell = cell->next) {
        bool blank = is_blank(cell);
        struct element *header = element_new(row_element, blank ? ROLE_TD : ROLE_TH, cell->pos);
        if (!blank)
            header->as.cell.scope = SCOPE_COLUMN;
        g_ptr_array_add(table->columns, blank ? NULL : header);
        g_autofree char *words = compose_node_words(table->composer->labels, cell);
        bool sum = labels_begin(table->composer->labels, LABELS_TOTAL_WORDS, words);
        g_array_append_val(table->sums, sum);
        add_cell(table, cell, column++, TEXT_HEADER_CELL, header, row);
    }
}

/* The headers that name a cell: that of its row, then that of its column. */
static void name_cell(const struct table *table, struct element *cell, struct element *row_header,
                      guint column)
{
    struct element *column_header =
        column < table->columns->len ? table->columns->pdata[column] : NULL;
    cell->as.cell.headers = g_ptr_array_new();
    if (row_header)
        g_ptr_array_add(cell->as.cell.headers, row_header);
    if (column_header)
        g_ptr_array_add(cell->as.cell.headers, column_header);
}

static bool is_sum(const struct table *table, int column)
{
    return (guint)column < table->sums->len && g_array_index(table->sums, bool, column);
}

static void add_data_row(const struct table *table, const struct node *node,
                         struct element *row_element, struct block *row)
{
    struct element *row_header = NULL;
    int column = 0;
    for (const struct node *cell = node->first; cell && column < table->node->as.table.columns;
         cell = cell->next, column++) {
        bool names = table->row_headers && column == 0 && !is_blank(cell);
        struct element *element = element_new(row_element, names ? ROLE_TH : ROLE_TD, cell->pos);
        name_cell(table, element, row_header, (guint)column);
        if (names) {
            element->as.cell.scope = SCOPE_ROW;
            row_header = element;
        }
        bool strong = names || is_sum(table, column);
        add_cell(table, cell, column, strong ? TEXT_HEADER_CELL : TEXT_CELL, element, row);
    }
}

static void add_row(struct table *table, const struct node *node, struct element *parent)
{
    bool header = node == table->node->first;
    struct element *element = element_new(parent, ROLE_TR, node->pos);
    struct block *row = block_new(BLOCK_ROW, element, node->pos);
    row->as.row.header = header;
    g_ptr_array_add(table->block->children, row);
    if (header)
        add_header_row(table, element, row);
    else
        add_data_row(table, node, element, row);
}

/* The words of `from`, which is used up, at the end of `card`: behind those of its last block,
 * where both are words. */
static void take_blocks(GPtrArray *card, GPtrArray *from, guint first)
{
    bool joins = card->len > first && from->len > 0 &&
                 ((struct block *)from->pdata[0])->kind == BLOCK_TEXT &&
                 ((struct block *)card->pdata[card->len - 1])->kind == BLOCK_TEXT;
    if (joins) {
        g_autoptr(GPtrArray) spans = ((struct block *)from->pdata[0])->spans;
        struct block *last = card->pdata[card->len - 1];
        ((struct block *)from->pdata[0])->spans = g_ptr_array_new();
        g_ptr_array_set_free_func(spans, NULL);
        for (guint i = 0; i < spans->len; i++)
            g_ptr_array_add(last->spans, spans->pdata[i]);
        g_ptr_array_remove_index(from, 0);
    }
    while (from->len > 0)
        g_ptr_array_add(card, g_ptr_array_steal_index(from, 0));
}

/* What names the column, as the beginning of a field. */
static void add_label(const struct table *table, const struct node *header, enum text_kind kind,
                      struct element *element, GPtrArray *card)
{
    guint first = card->len;
    const struct labels *labels = table->composer->labels;
    g_autofree char *words = compose_node_words(labels, header);
    bool ends = g_str_has_suffix(words, ":");
    compose_line(table->composer, header, kind, element, card);
    if (card->len == first)
        return; /* marks around nothing */
    struct block *last = card->pdata[card->len - 1];
    if (last->kind != BLOCK_TEXT)
        last = compose_text(card, kind, element, "", header->pos);
    compose_span(last, element, ends ? " " : labels_get(labels, LABEL_FACT_SEPARATOR), false,
                 header->pos);
    for (guint i = first; i < card->len; i++)
        for (guint n = 0; n < ((struct block *)card->pdata[i])->spans->len; n++)
            ((struct span *)((struct block *)card->pdata[i])->spans->pdata[n])->label = true;
}

/* A cell as a paragraph of its own: "Header: value". One that holds nothing says so by a dash. */
static void add_field(const struct table *table, const struct node *header, const struct node *cell,
                      enum text_kind kind, struct element *body, GPtrArray *card)
{
    struct element *element = element_new(body, ROLE_P, cell->pos);
    guint first = card->len;
    if (header && !is_blank(header))
        add_label(table, header, kind, element, card);
    g_autoptr(GPtrArray) value = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    if (is_blank(cell))
        compose_text(value, kind, element, EMPTY, cell->pos);
    else
        compose_line(table->composer, cell, kind, element, value);
    take_blocks(card, value, first);
}

static struct block *new_card(const struct table *table, const struct node *row,
                              struct element *list)
{
    struct element *item = element_new(list, ROLE_LI, row->pos);
    struct element *body = element_new(item, ROLE_LBODY, row->pos);
    struct block *card = block_new(BLOCK_CARD, body, row->pos);
    const struct node *header = table->header ? table->node->first->first : NULL;
    int column = 0;
    for (const struct node *cell = row->first; cell && column < table->node->as.table.columns;
         cell = cell->next, column++) {
        add_field(table, header, cell, column == 0 ? TEXT_CALLOUT : TEXT_CELL, body,
                  card->children);
        header = header ? header->next : NULL;
    }
    return card;
}

static GHashTable *copy_set(GHashTable *set)
{
    GHashTable *copy = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTableIter at;
    gpointer key;
    for (g_hash_table_iter_init(&at, set); g_hash_table_iter_next(&at, &key, NULL);)
        g_hash_table_add(copy, g_strdup(key));
    return copy;
}

/* The rows once more, for where columns do not fit; a table that is a list already has none. */
static void add_cards(const struct table *table, struct element *parent)
{
    if (table->node->as.table.columns < 2 || !table->node->first->next)
        return;
    struct element *list = element_new(parent, ROLE_L, table->node->pos);
    GPtrArray *cards = g_ptr_array_new_with_free_func((GDestroyNotify)block_free);
    for (const struct node *row = table->node->first->next; row; row = row->next)
        g_ptr_array_add(cards, new_card(table, row, list));
    table->block->as.table.cards = cards;
}

/* A head without a body would be an irregular table (PDF/UA-1 7.2), so a lone header row stands in
 * the table itself. */
void compose_table(struct composer *composer, const struct node *node, struct element *parent,
                   GPtrArray *blocks)
{
    struct element *element = element_new(parent, ROLE_TABLE, node->pos);
    g_autoptr(GPtrArray) columns = g_ptr_array_new();
    g_autoptr(GArray) sums = g_array_new(FALSE, FALSE, sizeof(bool));
    struct table table = {.composer = composer,
                          .node = node,
                          .block = block_new(BLOCK_TABLE, element, node->pos),
                          .header = names_columns(node->first),
                          .row_headers = names_rows(composer->labels, node),
                          .columns = columns,
                          .sums = sums};
    g_autoptr(GHashTable) told = copy_set(composer->addresses);
    bool parts = table.header && node->first->next;
    struct element *head = parts ? element_new(element, ROLE_THEAD, node->pos) : element;
    struct element *body = parts ? element_new(element, ROLE_TBODY, node->pos) : element;
    g_ptr_array_add(blocks, table.block);
    for (const struct node *row = node->first; row; row = row->next)
        if (row != node->first || table.header || !row->next)
            add_row(&table, row, row == node->first ? head : body);
    GHashTable *all = composer->addresses; /* cards tell what rows told: only one of them is set */
    composer->addresses = told;
    add_cards(&table, parent);
    composer->addresses = all;
}
