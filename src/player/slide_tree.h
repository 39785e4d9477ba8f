/*
 * What the blocks of a screen stand in: the lists, tables and quotes of its article, as far as the
 * screen shows of them. A row that stands as a card is a table by itself, whose rows name what they
 * say: so nobody has to remember the head of a table that a screen has no room for.
 */
#ifndef HANDOUT_PLAYER_SLIDE_TREE_H
#define HANDOUT_PLAYER_SLIDE_TREE_H

#include "base/json.h"
#include "layout/page.h"

/*
 * Adds "tree" to the object: a list of nodes in reading order. A node is {tag, start, scope} and
 * either "block", the number of the one that it is, or "in", the nodes that it holds:
 *   tag     name in HTML: h1 to h6, p, pre, ul, ol, li, table, thead, tbody, tr, th, td, caption,
 *           blockquote, aside
 *   start   of an ol: the number of its first item on the screen, where that is not 1
 *   scope   of a th: "col" or "row"
 * `lines`: as slide_lines gives them. What is decoration is in no node.
 */
void slide_tree_add(JsonBuilder *builder, const struct page *page, const GPtrArray *lines);

#endif
