/*
 * Heading levels as the tags will say them. Method: a stack of the headings that the current one
 * stands under; a heading's tagged level is one more than that of the nearest heading above it with
 * a smaller written level. Levels so found never skip and keep the author's outline. Awkward: the
 * title is the only H1, so a further '#' in the body starts one level lower, with all below it.
 */
#include "content/article_parts.h"

#define LEVELS 6

struct open_heading {
    int written, tagged;
};

/* "# 1 tablet": of a sign that makes a heading of a number is spoken already (article_eaten.c). */
static bool is_number(const struct node *heading)
{
    const struct node *first = heading->first;
    size_t digits = first && first->kind == NODE_TEXT ? strspn(first->text, "0123456789") : 0;
    return digits > 0 && first->text[digits] == ' ' && heading->parent->first != heading;
}

static void report(const struct node *heading, const struct open_heading *above, struct diag *diag)
{
    int written = heading->as.heading.level, tagged = heading->as.heading.tagged_level;
    if (written == 1 && is_number(heading))
        return;
    if (written == 1)
        diag_report(diag, RULE_HEADING_LEVEL, heading->pos,
                    "level 1 is the title's: this heading is tagged as level %d, so write '##'",
                    tagged);
    else if (written > above->written + 1)
        diag_report(diag, RULE_HEADING_LEVEL, heading->pos,
                    "heading level %d follows level %d: it is tagged as level %d", written,
                    above->written, tagged);
}

/* True when nothing stands between the end of details and what ends them in any case. */
static bool is_idle(const struct node *rule)
{
    const struct node *next = rule->next;
    return rule->as.rule.ends > 0 &&
           (!next || next->kind == NODE_NOTE || next->kind == NODE_RULE ||
            (next->kind == NODE_HEADING && next->as.heading.level <= rule->as.rule.ends));
}

static void drop_idle_rules(struct node *root)
{
    for (struct node *n = root, *next; n; n = next) {
        next = node_next(n, root);
        if (n->kind != NODE_RULE || !is_idle(n))
            continue;
        node_unlink(n);
        node_free(n);
    }
}

/* Takes off the stack what a rule ends, and says of the rule which level that is in tags. */
static int close_headings(struct node *rule, const struct open_heading *stack, int top)
{
    int written = rule->as.rule.ends;
    while (written > 0 && top > 0 && stack[top].written >= written)
        rule->as.rule.ends = stack[top--].tagged;
    return top;
}

void article_repair_headings(struct article *article, struct diag *diag)
{
    /* The title lies at the bottom; below it at most one open heading for each written level. */
    struct open_heading stack[LEVELS + 1] = {{.written = 1, .tagged = 1}};
    int top = 0;
    drop_idle_rules(article->root);
    for (struct node *n = article->root; n; n = node_next(n, article->root)) {
        if (n->kind == NODE_RULE)
            top = close_headings(n, stack, top);
        if (n->kind != NODE_HEADING)
            continue;
        while (top > 0 && stack[top].written >= n->as.heading.level)
            top--;
        n->as.heading.tagged_level = MIN(stack[top].tagged + 1, LEVELS);
        report(n, &stack[top], diag);
        stack[++top] = (struct open_heading){n->as.heading.level, n->as.heading.tagged_level};
    }
}
