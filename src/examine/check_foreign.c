/*
 * Looks for foreign syntax and unfilled fields in an article as it was written: what the parser
 * made of them does not matter. Code and comments are their author's own.
 */
#include "examine/check_parts.h"
#include "examine/foreign.h"

#include <string.h>

static void report(const struct checking *c, const GArray *finds, const char *text, struct pos pos,
                   bool exact)
{
    for (guint i = 0; i < finds->len; i++) {
        const struct foreign_find *find = &g_array_index(finds, struct foreign_find, i);
        if (exact)
            pos.col = 1 + (int)g_utf8_strlen(text, (gssize)find->start);
        diag_report(c->diag, find->unfilled ? RULE_UNFILLED : RULE_FOREIGN, pos,
                    "'%.*s' looks like %s: %s", (int)MIN(find->length, 60), text + find->start,
                    find->what, find->instead);
    }
}

static void check_value(const struct checking *c, const struct fact *fact)
{
    if (!fact->value)
        return;
    g_autoptr(GArray) finds = foreign_in_value(fact->value);
    report(c, finds, fact->value, fact->pos, false);
}

static void check_values(const struct checking *c)
{
    const struct article *a = c->article;
    const struct fact *const facts[] = {&a->title, &a->summary, &a->producer, &a->approved_by};
    const struct fact_list *const lists[] = {&a->key_points, &a->questions, &a->sources};
    for (size_t i = 0; i < G_N_ELEMENTS(facts); i++)
        check_value(c, facts[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint n = 0; n < lists[i]->items->len; n++)
            check_value(c, lists[i]->items->pdata[n]);
}

static bool is_fence(const char *line)
{
    line += strspn(line, " \t");
    return g_str_has_prefix(line, "```") || g_str_has_prefix(line, "~~~");
}

/* Signs of links and pictures that the parser could make nothing of. */
static void check_left_over(const struct checking *c, const struct passage *passage)
{
    static const char *const signs[] = {"![", "](", "]["};
    for (size_t i = 0; passage->node && i < G_N_ELEMENTS(signs); i++) {
        const char *at = strstr(passage->text, signs[i]);
        if (at)
            diag_report(c->diag, RULE_FOREIGN, passage_pos(passage, (gsize)(at - passage->text)),
                        "'%s' is left over of a link or picture that leads nowhere: write "
                        "[words](address) or ![words](file)",
                        signs[i]);
    }
}

void check_foreign(const struct checking *c)
{
    for (guint i = 0; i < c->prose->passages->len; i++)
        check_left_over(c, c->prose->passages->pdata[i]);
    g_auto(GStrv) lines = g_strsplit(c->article->body, "\n", -1);
    struct pos pos = check_article_pos(c);
    bool code = false, comment = false;
    check_values(c);
    for (int i = 0; lines[i]; i++) {
        comment |= strstr(lines[i], "<!--") != NULL;
        code ^= is_fence(lines[i]);
        pos.line = c->article->body_line + i;
        g_autoptr(GArray) finds = code || comment
                                      ? NULL
                                      : foreign_in_line(lines[i], i > 0 ? lines[i - 1] : "",
                                                        lines[i + 1] ? lines[i + 1] : "");
        if (finds)
            report(c, finds, lines[i], pos, true);
        comment &= strstr(lines[i], "-->") == NULL;
    }
}
