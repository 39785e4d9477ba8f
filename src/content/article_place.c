/*
 * Where tables stand that begin right below words. The parser makes a table of the last line of
 * their paragraph: it gives the table the place of the whole paragraph, and the words none.
 * Awkward: no function of its library moves a node, so the members are set.
 */
#include "content/article_parts.h"

#include "base/range.h"

#define CMARK_NO_SHORT_NAMES /* its NODE_... would hide ours */
#include <cmark-gfm/node.h>
#include <string.h>

/* A line of the text, which only moves on. */
struct cursor {
    const char *line;
    int number;
};

static const char *move_to(struct cursor *cursor, int number)
{
    for (; cursor->number < number && cursor->line; cursor->number++)
        cursor->line = range_next_line(cursor->line);
    return cursor->line ? cursor->line : "";
}

/* Line ends have no place, nor has what extensions make. */
static bool is_placed(const cmark_node *node)
{
    return node->start_line > 0 || node->start_column > 0 || node->end_column > 0;
}

/* What stands below `from`. */
static void move_inlines(cmark_node *from, int lines, int columns)
{
    cmark_iter *iter = cmark_iter_new(from);
    for (cmark_event_type ev; (ev = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (ev != CMARK_EVENT_ENTER || node == from || !is_placed(node))
            continue;
        node->start_line += lines;
        node->end_line += lines;
        node->start_column = MAX(node->start_column + columns, 1);
        node->end_column = MAX(node->end_column + columns, 0);
    }
    cmark_iter_free(iter);
}

/* The line of the names, above that of the dashes. */
static int line_of_names(const cmark_node *table)
{
    const cmark_node *row = table->first_child->next;
    return row ? row->start_line - 2 : table->end_line - 1;
}

static void place(cmark_node *words, cmark_node *table, struct cursor *cursor)
{
    cmark_node *names = table->first_child;
    int number = line_of_names(table);
    const char *line = move_to(cursor, number);
    int quoted, margin = signs_margin(line, &quoted);
    int bytes = (int)strcspn(line + margin, "\n") + 1;
    int above = names->end_column - names->start_column + 2 - bytes; /* bytes of the words */
    words->start_line = table->start_line;
    words->start_column = table->start_column;
    words->end_line = number - 1;
    move_inlines(words, table->start_line, table->start_column);
    move_inlines(names, number - table->start_line, margin + 1 - table->start_column - above);
    table->start_line = names->start_line = names->end_line = number;
    table->start_column = names->start_column = margin + 1;
}

/* The dashes below the names of columns have bars, or colons at an end: else they are a rule. */
static bool may_have_tables(const char *text)
{
    return strchr(text, '|') || strstr(text, ":-") || strstr(text, "-:");
}

void markdown_place_tables(cmark_node *document, const char *text)
{
    if (!may_have_tables(text))
        return;
    struct cursor cursor = {text, 1};
    cmark_iter *iter = cmark_iter_new(document);
    for (cmark_event_type ev; (ev = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node *words = cmark_iter_get_node(iter), *table = words->next;
        bool below = ev == CMARK_EVENT_EXIT && words->type == CMARK_NODE_PARAGRAPH &&
                     words->start_line == 0 && table &&
                     strcmp(cmark_node_get_type_string(table), "table") == 0;
        if (below)
            place(words, table, &cursor);
    }
    cmark_iter_free(iter);
}

static int count_quotations(const cmark_node *leaf)
{
    int quotations = 0;
    for (const cmark_node *node = leaf; node; node = node->parent)
        quotations += node->type == CMARK_NODE_BLOCK_QUOTE;
    return quotations;
}

int markdown_further_in(const cmark_node *leaf, const char *line)
{
    int margin = MAX(leaf->start_column - 1, 0), opened = 0;
    int quoted, words = signs_margin(line, &quoted);
    for (int i = 0; i < quoted; i++)
        opened += line[i] == '>';
    bool lazy = words < margin || opened < count_quotations(leaf);
    return (lazy ? quoted : words) - margin;
}
