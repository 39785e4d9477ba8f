/*
 * Words in a language or direction of their own, however they are marked: what the marks say, and
 * the marks that need no HTML, "[words]{lang=es}". Awkward: to the Markdown parser those are plain
 * signs, so they are looked for in the finished tree, in which emphasis and links between the
 * brackets are nodes already.
 */
#include "content/article_html.h"
#include "content/article_parts.h"

#include "base/lang.h"
#include "base/pattern.h"

#include <string.h>

char *span_lang(const char *lang, struct pos pos, struct diag *diag)
{
    if (!lang || !*lang)
        return NULL;
    char *canonical = lang_canonical(lang);
    if (!canonical)
        diag_report(diag, RULE_VALUE, pos,
                    "'%s' is no language: write its short code, as in 'en-US' or 'es'", lang);
    return canonical;
}

enum span_direction span_direction(const char *direction, struct pos pos, struct diag *diag)
{
    if (!direction || g_ascii_strcasecmp(direction, "auto") == 0)
        return SPAN_DIRECTION_NONE;
    if (g_ascii_strcasecmp(direction, "rtl") == 0)
        return SPAN_DIRECTION_RTL;
    if (g_ascii_strcasecmp(direction, "ltr") != 0)
        diag_report(diag, RULE_VALUE, pos, "'%s' is no direction: write 'ltr' or 'rtl'", direction);
    return SPAN_DIRECTION_LTR;
}

/* What may stand in braces behind the words. */
static struct pattern attributes =
    PATTERN_HOLDING("{", "\\{ *((lang|dir)=(\"[^\"}]*\"|'[^'}]*'|[^ \"'}]+) *)+\\}");

/* A bracket that is open. */
struct opening {
    struct node *text;
    size_t offset; /* of the bracket in it */
};

struct span_reader {
    GArray *openings; /* of struct opening, in the node that is read */
    struct diag *diag;
};

/* Parts a text in two; returns the second, which follows the first. */
static struct node *split(struct node *text, size_t offset)
{
    struct node *rest = node_new(NODE_TEXT, text->pos, NULL);
    rest->text = g_strdup(text->text + offset);
    text->text[offset] = '\0';
    rest->pos.col += (int)g_utf8_strlen(text->text, -1);
    rest->parent = text->parent;
    rest->next = text->next;
    text->next = rest;
    if (text->parent->last == text)
        text->parent->last = rest;
    return rest;
}

static void drop_start(struct node *text, size_t length)
{
    text->pos.col += (int)g_utf8_strlen(text->text, (gssize)length);
    memmove(text->text, text->text + length, strlen(text->text + length) + 1);
}

static void drop_if_empty(struct node *text)
{
    if (*text->text)
        return;
    node_unlink(text);
    node_free(text);
}

/* Puts the siblings behind `before` up to `last` into a span in their place. */
static struct node *wrap(struct node *before, struct node *last)
{
    struct node *parent = before->parent;
    struct node *span = node_new(NODE_SPAN, before->next->pos, NULL);
    span->parent = parent;
    span->first = before->next;
    span->last = last;
    span->next = last->next;
    before->next = span;
    last->next = NULL;
    if (parent->last == last)
        parent->last = span;
    for (struct node *child = span->first; child; child = child->next)
        child->parent = span;
    return span;
}

static void read_attributes(const struct span_reader *r, struct node *span, const char *braces,
                            size_t length, struct pos pos)
{
    const struct html_token tag = {.kind = HTML_OPEN, .start = braces, .length = length};
    g_autofree char *lang = html_attribute(&tag, "lang"), *dir = html_attribute(&tag, "dir");
    span->as.span.lang = span_lang(lang, pos, r->diag);
    span->as.span.direction = span_direction(dir, pos, r->diag);
}

/* The bracket at `offset` of the text ends a span, with braces behind it up to `end`. Returns the
 * span. */
static struct node *close_span(const struct span_reader *r, struct node *text, size_t offset,
                               size_t end)
{
    guint last_opening = r->openings->len - 1;
    struct opening opening = g_array_index(r->openings, struct opening, last_opening);
    g_array_set_size(r->openings, last_opening);
    struct node *rest = split(text, offset), *first = split(opening.text, opening.offset);
    struct node *span = wrap(opening.text, opening.text == text ? first : text);
    struct pos pos = rest->pos;
    pos.col++;
    read_attributes(r, span, rest->text + 1, end - offset - 1, pos);
    drop_start(rest, end - offset);
    drop_start(first, strlen("["));
    drop_if_empty(rest);
    if (text != opening.text)
        drop_if_empty(text);
    drop_if_empty(opening.text);
    return span;
}

static void report_stray(const struct span_reader *r, const struct node *text, struct range braces)
{
    struct pos pos = text->pos;
    pos.col += (int)g_utf8_strlen(text->text, (gssize)braces.start);
    diag_report(r->diag, RULE_FOREIGN, pos,
                "'%.*s' stands behind no words in brackets: write [words]{lang=es}",
                (int)(braces.end - braces.start), text->text + braces.start);
}

/* Returns the node behind which the reading goes on. */
static struct node *read_text(struct span_reader *r, struct node *text)
{
    struct range braces = {0, 0};
    bool any = pattern_find(&attributes, text->text, 0, &braces);
    for (size_t i = 0; text->text[i]; i++) {
        char c = text->text[i];
        bool ends = c == ']' && any && braces.start == i + 1;
        if (c == '[') {
            struct opening opening = {text, i};
            g_array_append_val(r->openings, opening);
        } else if (ends && r->openings->len > 0) {
            return close_span(r, text, i, braces.end);
        } else if (c == ']' && r->openings->len > 0) {
            g_array_set_size(r->openings, r->openings->len - 1);
        } else if (any && i == braces.start) {
            report_stray(r, text, braces);
            any = pattern_find(&attributes, text->text, braces.end, &braces);
        }
    }
    return text;
}

void article_read_spans(struct node *root, struct diag *diag)
{
    g_autoptr(GArray) openings = g_array_new(FALSE, FALSE, sizeof(struct opening));
    struct span_reader reader = {openings, diag};
    for (struct node *node = root; node; node = node_next(node, root)) {
        g_array_set_size(openings, 0);
        for (struct node *child = node->first; child; child = child->next)
            if (child->kind == NODE_TEXT)
                child = read_text(&reader, child);
    }
}
