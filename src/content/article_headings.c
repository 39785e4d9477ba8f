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

static void report(const struct node *heading, const struct open_heading *above, struct diag *diag)
{
    int written = heading->as.heading.level, tagged = heading->as.heading.tagged_level;
    if (written == 1)
        diag_report(diag, RULE_HEADING_LEVEL, heading->pos,
                    "level 1 is the title's: this heading is tagged as level %d, so write '##'",
                    tagged);
    else if (written > above->written + 1)
        diag_report(diag, RULE_HEADING_LEVEL, heading->pos,
                    "heading level %d follows level %d: it is tagged as level %d", written,
                    above->written, tagged);
}

void article_repair_headings(struct article *article, struct diag *diag)
{
    /* The title lies at the bottom; below it at most one open heading for each written level. */
    struct open_heading stack[LEVELS + 1] = {{.written = 1, .tagged = 1}};
    int top = 0;
    for (struct node *n = article->root; n; n = node_next(n, article->root)) {
        if (n->kind != NODE_HEADING)
            continue;
        while (top > 0 && stack[top].written >= n->as.heading.level)
            top--;
        n->as.heading.tagged_level = MIN(stack[top].tagged + 1, LEVELS);
        report(n, &stack[top], diag);
        stack[++top] = (struct open_heading){n->as.heading.level, n->as.heading.tagged_level};
    }
}
