/*
 * What is shown or heard as one, and stands in one piece in a PDF: headings as bookmarks, links and
 * pictures by what they say. There a text has at most 32,767 bytes (ISO 19005-2 6.1.13), in which a
 * letter takes four at worst.
 */
#include "content/article_parts.h"
#include "content/word_run.h"

#include <string.h>

#define MOST_LETTERS 8000

/* False when it is too long (reported). */
static bool check(const char *text, const char *what, struct pos pos, struct diag *diag)
{
    if (!text || strlen(text) <= MOST_LETTERS)
        return true;
    glong letters = g_utf8_strlen(text, -1);
    if (letters <= MOST_LETTERS)
        return true;
    diag_report(diag, RULE_OVERFLOW, pos,
                "%s has %ld letters, and at most %d stand in one piece: shorten it", what, letters,
                MOST_LETTERS);
    return false;
}

static void check_words(struct node *node, const char *what, struct diag *diag)
{
    g_autofree char *words = node_words(node);
    check(words, what, node->pos, diag);
}

/* Without its address the link is only words, as one is that cannot work on paper. */
static void check_link(struct node *link, struct diag *diag)
{
    check_words(link, "this link", diag);
    if (!check(link->as.link.url, "the address of this link", link->pos, diag))
        *link->as.link.url = '\0';
}

/* What stands inside of words, as emphasis may, does not end them. */
static bool ends_word(const struct node *node)
{
    return node->kind < NODE_TEXT || node->kind >= NODE_IMAGE;
}

static void check_word(struct word_run *run, struct node *node, struct diag *diag)
{
    if (ends_word(node))
        word_run_end(run, diag);
    if (!node->text || !*node->text || node->kind == NODE_IMAGE)
        return;
    if (!word_run_add(run, node->text, node->pos, diag) || run->letters > WORD_RUN_LONGEST)
        word_run_cut(node->text);
}

void article_check_lengths(struct node *root, struct diag *diag)
{
    struct word_run run = {0};
    for (struct node *node = root; node; node = node_next(node, root)) {
        check_word(&run, node, diag);
        if (node->kind == NODE_HEADING)
            check_words(node, "this heading", diag);
        else if (node->kind == NODE_LINK)
            check_link(node, diag);
        else if (node->kind == NODE_IMAGE)
            check(node->text, "what this picture shows", node->pos, diag);
        else if (node->kind == NODE_ABBREVIATION)
            check(node->as.abbreviation.expansion, "what these letters are short for", node->pos,
                  diag);
    }
    word_run_end(&run, diag);
}
