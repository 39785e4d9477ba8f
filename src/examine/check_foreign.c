/*
 * Looks for foreign syntax and unfilled fields in an article as it was written: what the parser
 * made of them does not matter. Code and comments are their author's own.
 */
#include "base/paths.h"
#include "base/pattern.h"
#include "content/body.h"
#include "examine/check_parts.h"
#include "examine/foreign.h"

#include <string.h>

static void report(const struct checking *c, const struct foreign_find *find, const char *text,
                   struct pos pos)
{
    diag_report(c->diag, find->unfilled ? RULE_UNFILLED : RULE_FOREIGN, pos,
                "'%.*s' looks like %s: %s", (int)MIN(find->length, 60), text + find->start,
                find->what, find->instead);
}

static void check_value(const struct checking *c, const struct fact *fact, bool markdown)
{
    if (!fact->value)
        return;
    g_autoptr(GArray) finds = foreign_in_value(fact->value, markdown);
    for (guint i = 0; i < finds->len; i++)
        report(c, &g_array_index(finds, struct foreign_find, i), fact->value, fact->pos);
}

/* Values that are no Markdown would show its signs. */
static void check_plain(const struct checking *c, const struct fact *fact)
{
    struct range found;
    if (!fact->value || !foreign_find_markup(fact->value, &found))
        return;
    const char *start = fact->value + found.start;
    bool raised = g_str_has_prefix(start, "<su");
    diag_report(c->diag, RULE_FOREIGN, fact->pos,
                "'%.*s' would be printed as it is written, since titles and names are plain text: "
                "write %s",
                (int)MIN(found.end - found.start, 60), start,
                raised ? "a sign such as '\u2079' or '\u2082'" : "the words alone");
}

static void check_values(const struct checking *c)
{
    const struct article *a = c->article;
    const struct fact *const plain[] = {&a->title,       &a->screen_title, &a->producer,
                                        &a->approved_by, &a->audience,     &a->purpose,
                                        &a->funding,     &a->feedback};
    const struct fact_list *const lists[] = {&a->key_points, &a->questions, &a->sources};
    check_value(c, &a->summary, true);
    for (size_t i = 0; i < G_N_ELEMENTS(plain); i++) {
        check_value(c, plain[i], false);
        check_plain(c, plain[i]);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        for (guint n = 0; n < lists[i]->items->len; n++)
            check_value(c, lists[i]->items->pdata[n], true);
}

/* True when the line has a backslash within such signs: who writes one means what he writes. */
static bool is_meant(const struct body *body, struct pos pos, const char *signs)
{
    g_autofree char *line = body_line_text(body, pos.line - body->first_line + 1);
    g_autofree char *one = g_strdup_printf("\\%s", signs);
    g_autofree char *other = g_strdup_printf("%c\\%s", *signs, signs + 1);
    return strstr(line, one) || strstr(line, other);
}

/* Signs of links and pictures that the parser could make nothing of. */
static void check_left_over(const struct checking *c, const struct body *body,
                            const struct passage *passage)
{
    static const char *const signs[] = {"![", "](", "]["};
    for (size_t i = 0; passage->node && i < G_N_ELEMENTS(signs); i++) {
        const char *at = strstr(passage->text, signs[i]);
        struct pos pos = passage_pos(passage, at ? (gsize)(at - passage->text) : 0);
        if (at && !is_meant(body, pos, signs[i]))
            diag_report(c->diag, RULE_FOREIGN, pos,
                        "'%s' is left over of a link or picture that leads nowhere: write "
                        "[words](address) or ![words](file)",
                        signs[i]);
    }
}

/* The mark of a note behind a word: "Dose**". */
static bool is_note_mark(const char *text, const char *stars)
{
    bool behind_word = stars > text && !strchr(" \t", stars[-1]);
    return behind_word && (stars[2] == '\0' || strchr(" \t", stars[2]));
}

/* Two pairs of stars with words between them, one of which touches a letter: "**Note:**text",
 * "**Note: **". Stars between digits and the mark of a note are signs. */
static const char *find_stars(const char *text)
{
    const char *open = strstr(text, "**");
    while (open && open > text && g_ascii_isdigit(open[-1]) && g_ascii_isdigit(open[2]))
        open = strstr(open + 2, "**");
    const char *close = open ? strstr(open + 2, "**") : NULL;
    bool letter = false;
    for (const char *p = open; p && p < close; p = g_utf8_next_char(p))
        letter |= g_unichar_isalpha(g_utf8_get_char(p)) != FALSE;
    bool set = close && (!g_ascii_isspace(open[2]) || !g_ascii_isspace(close[-1]));
    return letter && set && !is_note_mark(text, open) ? open : NULL;
}

/* Stars that set nothing bold, as a blank or a sign stands on their wrong side. */
static void check_stars(const struct checking *c, const struct passage *passage)
{
    const char *at = passage->node ? find_stars(passage->text) : NULL;
    if (at)
        diag_report(c->diag, RULE_FOREIGN, passage_pos(passage, (gsize)(at - passage->text)),
                    "'**' sets nothing bold here and would be printed: take out the blank within "
                    "the stars, and put a blank outside of them");
}

/* Words in brackets are a link where the article says below to what: "[phone]: tel:988". */
static bool is_defined(const struct article *article, const char *found, gsize length)
{
    g_autofree char *definition = g_strdup_printf("\n%.*s: ", (int)length, found);
    return *found == '[' && strstr(article->body, definition);
}

static void check_line(const struct checking *c, struct body *body, int number)
{
    g_autofree char *line = body_line_words(body, number);
    g_autofree char *above = body_line_words(body, number - 1);
    g_autofree char *below = body_line_words(body, number + 1);
    g_autoptr(GArray) finds = foreign_in_line(line, above, below);
    for (guint i = 0; i < finds->len; i++) {
        const struct foreign_find *find = &g_array_index(finds, struct foreign_find, i);
        if (!is_defined(c->article, line + find->start, find->length))
            report(c, find, line, body_pos(body, number, (int)find->start));
    }
}

static void check_body(const struct checking *c, struct body *body)
{
    for (int i = 1; i <= (int)body->lines->len; i++)
        if (!body_line(body, i).code)
            check_line(c, body, i);
}

void check_foreign(const struct checking *c)
{
    struct body body;
    body_init(&body, paths_number(c->article->path), c->article->body, c->article->body_line);
    bool meant = strstr(c->article->body, "\\*"); /* who writes this means the sign */
    for (guint i = 0; i < c->prose->passages->len; i++) {
        check_left_over(c, &body, prose_passage(c->prose, i));
        if (!meant)
            check_stars(c, prose_passage(c->prose, i));
    }
    check_values(c);
    check_body(c, &body);
    body_clear(&body);
}
