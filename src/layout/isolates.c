/*
 * Isolates facts in the text that Pango sees. The signs that do so are nobody's words: runs leave
 * them out (glyphs.c), and places in the source are counted without them.
 */
#include "layout/isolates.h"

#include "base/direction.h"
#include "content/isolate.h"

#include <string.h>

/* A sign that goes into the text. */
struct sign {
    size_t at; /* byte of the text without signs */
    const char *utf8;
};

struct signs {
    GArray *list;   /* of struct sign, in no order yet */
    GArray *whole;  /* of struct range: spans that are a fact from left to right, all of them */
    GArray *turned; /* of struct range: words that read from right to left by the author's wish */
};

static const struct element *turned_at(const struct paragraph *p, guint span)
{
    return element_turned(((const struct span *)p->spans->pdata[span])->element);
}

static bool has_turned(const struct paragraph *p)
{
    for (guint i = 0; i < p->spans->len; i++)
        if (turned_at(p, i))
            return true;
    return false;
}

/* Where all letters read from left to right, so do the facts among them; words without a letter
 * read as their document does. */
static bool is_needed(const struct paragraph *p)
{
    return direction_has_rtl(p->text->str) || has_turned(p) ||
           (p->setter->document->rtl && direction_of(p->text->str) == DIRECTION_NONE);
}

static bool ends(const struct sign *sign)
{
    return g_str_has_suffix(sign->utf8, DIRECTION_POP);
}

/* What reads from right to left ends with a letter that does: FriBidi 1.0 takes the signs at its
 * end for part of the next isolate's first word. */
static void add_isolate(struct signs *signs, struct range range, bool rtl)
{
    struct sign open = {range.start, rtl ? DIRECTION_RTL_ISOLATE : DIRECTION_LTR_ISOLATE};
    struct sign close = {range.end, rtl ? DIRECTION_RTL_MARK_TEXT DIRECTION_POP : DIRECTION_POP};
    g_array_append_val(signs->list, open);
    g_array_append_val(signs->list, close);
}

static struct range span_range(const struct paragraph *p, guint index)
{
    bool last = index + 1 == p->spans->len;
    return (struct range){g_array_index(p->starts, guint, index),
                          last ? p->text->len : g_array_index(p->starts, guint, index + 1)};
}

/* A fact told in words of the language ("8:30 AM تا 5 PM") reads as they do, whatever it begins
 * with; all others read as their first letter does. */
static bool reads_rtl(const struct paragraph *p, const char *fact)
{
    return p->setter->document->rtl ? direction_has_rtl(fact) : direction_of(fact) == DIRECTION_RTL;
}

/* Spans that are a fact by themselves. */
static void isolate_spans(const struct paragraph *p, struct signs *signs)
{
    for (guint i = 0; i < p->spans->len; i++) {
        const struct span *span = p->spans->pdata[i];
        struct range range = span_range(p, i);
        bool rtl = reads_rtl(p, span->text);
        if (!span->isolated || range.start == range.end)
            continue;
        add_isolate(signs, range, rtl);
        if (!rtl)
            g_array_append_val(signs->whole, range);
    }
}

/* Words whose direction the author gives: from the first of their spans to the last. */
static void isolate_turned(const struct paragraph *p, struct signs *signs)
{
    for (guint i = 0, next; i < p->spans->len; i = next) {
        const struct element *turned = turned_at(p, i);
        struct range range = span_range(p, i);
        for (next = i + 1; turned && next < p->spans->len && turned_at(p, next) == turned; next++)
            range.end = span_range(p, next).end;
        if (!turned || range.start == range.end)
            continue;
        bool rtl = turned->as.span.direction == DIRECTION_RTL;
        add_isolate(signs, range, rtl);
        g_array_append_val(rtl ? signs->turned : signs->whole, range);
    }
}

/* Crosses the edge of one of the ranges. */
static bool is_across(const GArray *ranges, struct range range)
{
    for (guint i = 0; i < ranges->len; i++) {
        const struct range *r = &g_array_index(ranges, struct range, i);
        if ((range.start < r->start && r->start < range.end) ||
            (range.start < r->end && r->end < range.end))
            return true;
    }
    return false;
}

static bool is_within(const GArray *ranges, struct range range)
{
    for (guint i = 0; i < ranges->len; i++) {
        const struct range *r = &g_array_index(ranges, struct range, i);
        if (range.start < r->end && r->start < range.end)
            return true;
    }
    return false;
}

/* The language of the words at a byte of the text. */
static const char *lang_at(const struct paragraph *p, size_t at)
{
    guint i = p->spans->len - 1;
    while (i > 0 && g_array_index(p->starts, guint, i) > at)
        i--;
    const char *lang = element_lang(((const struct span *)p->spans->pdata[i])->element);
    return lang ? lang : p->setter->document->lang;
}

static void isolate_found(const struct paragraph *p, struct signs *signs)
{
    g_autoptr(GArray) facts = isolate_find(p->text->str, lang_at(p, 0));
    for (guint i = 0; i < facts->len; i++) {
        struct range fact = g_array_index(facts, struct range, i);
        if (!is_within(signs->whole, fact) && !is_across(signs->turned, fact))
            add_isolate(signs, fact, false);
    }
}

/* In the order of the text; at one place what ends comes before what begins. */
static gint compare(gconstpointer a, gconstpointer b)
{
    const struct sign *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return (ends(y)) - (ends(x));
}

/* A span that starts where a sign stands has those that begin something, and none that ends it. */
static void shift_starts(GArray *starts, const GArray *signs)
{
    for (guint i = 0; i < starts->len; i++) {
        guint *start = &g_array_index(starts, guint, i), shift = 0;
        for (guint s = 0; s < signs->len; s++) {
            const struct sign *sign = &g_array_index(signs, struct sign, s);
            if (sign->at < *start || (sign->at == *start && ends(sign)))
                shift += (guint)strlen(sign->utf8);
        }
        *start += shift;
    }
}

static void insert_signs(struct paragraph *p, const GArray *signs)
{
    for (guint i = signs->len; i > 0; i--) {
        const struct sign *sign = &g_array_index(signs, struct sign, i - 1);
        g_string_insert(p->text, (gssize)sign->at, sign->utf8);
    }
}

void isolates_insert(struct paragraph *p)
{
    if (!is_needed(p))
        return;
    g_autoptr(GArray) list = g_array_new(FALSE, FALSE, sizeof(struct sign));
    g_autoptr(GArray) whole = g_array_new(FALSE, FALSE, sizeof(struct range));
    g_autoptr(GArray) turned = g_array_new(FALSE, FALSE, sizeof(struct range));
    struct signs signs = {list, whole, turned};
    isolate_spans(p, &signs);
    isolate_turned(p, &signs);
    isolate_found(p, &signs);
    g_array_sort(list, compare);
    shift_starts(p->starts, list);
    shift_starts(p->soft_hyphens, list);
    insert_signs(p, list);
}
