/*
 * Alerts: quotations that say in their first line what they are for, "> [!NOTE]". Awkward: the
 * parser knows nothing of them, so the kind is taken off the words of the finished quotation; words
 * that stand behind it on its line are the first of the alert.
 */
#include "content/article_parts.h"

#include <string.h>

static const char *const kinds[CALLOUT_COUNT] = {[CALLOUT_NOTE] = "NOTE",
                                                 [CALLOUT_TIP] = "TIP",
                                                 [CALLOUT_IMPORTANT] = "IMPORTANT",
                                                 [CALLOUT_WARNING] = "WARNING",
                                                 [CALLOUT_CAUTION] = "CAUTION"};

/* The kind of that name; CALLOUT_COUNT: there is none. */
static enum callout kind_named(const char *name, size_t length)
{
    int kind = 0;
    while (kind < CALLOUT_COUNT &&
           (strlen(kinds[kind]) != length || g_ascii_strncasecmp(kinds[kind], name, length) != 0))
        kind++;
    return (enum callout)kind;
}

/* The text at the head of a quotation when it has a kind; NULL: it has none. */
static struct node *find_head(const struct node *quote)
{
    struct node *paragraph = quote->first;
    struct node *text = paragraph && paragraph->kind == NODE_PARAGRAPH ? paragraph->first : NULL;
    bool head = text && text->kind == NODE_TEXT && g_str_has_prefix(text->text, "[!") &&
                strchr(text->text, ']');
    return head ? text : NULL;
}

static void drop(struct node *node)
{
    node_unlink(node);
    node_free(node);
}

/* Takes the first `bytes` bytes, and the blanks behind them, off the words of the paragraph. */
static void take_off(struct node *text, size_t bytes)
{
    struct node *paragraph = text->parent;
    bytes += strspn(text->text + bytes, " \t");
    text->pos.col += (int)g_utf8_strlen(text->text, (gssize)bytes);
    memmove(text->text, text->text + bytes, strlen(text->text) - bytes + 1);
    if (*text->text)
        return;
    drop(text);
    struct node *first = paragraph->first;
    if (first && (first->kind == NODE_SOFT_BREAK || first->kind == NODE_HARD_BREAK))
        drop(first);
    if (!paragraph->first)
        drop(paragraph);
}

void article_take_alert(struct node *quote, struct diag *diag)
{
    struct node *text = find_head(quote);
    if (!text)
        return;
    size_t length = (size_t)(strchr(text->text, ']') - text->text) + 1;
    enum callout kind = kind_named(text->text + 2, length - 3);
    if (kind == CALLOUT_COUNT) {
        diag_report(diag, RULE_FOREIGN, text->pos,
                    "'%.*s' is no kind of note: write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or "
                    "[!CAUTION]",
                    (int)MIN(length, 60), text->text);
        return;
    }
    quote->kind = NODE_CALLOUT;
    quote->as.callout = kind;
    take_off(text, length);
    if (!quote->first)
        diag_report(diag, RULE_FOREIGN, quote->pos,
                    "this '[!%s]' has no words: write them on the next lines, each after '> '",
                    kinds[kind]);
}
