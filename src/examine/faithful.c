/*
 * Method: portions are paired (examine/pairing.h), then the lines of each pair (paragraphs, items,
 * cells) are held against each other one by one, where there are as many of them. Awkward: what
 * stands for a negation differs much between languages, so what is asked of a line is whether it
 * has one at all.
 */
#include "examine/faithful.h"

#include "base/paths.h"
#include "base/sentence.h"
#include "content/address.h"
#include "examine/figures.h"
#include "examine/pairing.h"

#include <assert.h>
#include <string.h>

struct comparing {
    struct worded source, translated;
    struct diag *diag;
};

/* One line of each; the places of both. */
struct line_pair {
    const char *source, *translated;
    struct pos source_pos, translated_pos;
};

static void report(const struct comparing *c, enum rule rule, struct pos at, struct pos source,
                   const char *what)
{
    g_autofree char *path = paths_text(source.file);
    diag_report(c->diag, rule, at, "%s (%s:%d): %s", what, path, source.line, rule_get(rule)->fix);
}

static enum rule figure_rule(const struct figure *one, const struct figure *other)
{
    const struct figure *any = one ? one : other;
    if (any->kind == FIGURE_TELEPHONE || (other && other->kind == FIGURE_TELEPHONE))
        return RULE_TRANSLATION_TELEPHONE;
    if (figures_is_dose(any->unit) || (other && figures_is_dose(other->unit)))
        return RULE_TRANSLATION_DOSE;
    return RULE_TRANSLATION_NUMBER;
}

static const char *unit_of(const struct figure *figure)
{
    return figure && figure->unit ? figure->unit : "";
}

/* "'5 mg'"; without the unit where the other figure has the same. */
static char *figure_words(const struct figure *figure, const struct figure *other)
{
    const char *unit = g_strcmp0(unit_of(figure), unit_of(other)) != 0 ? unit_of(figure) : "";
    return g_strdup_printf("'%s%s%s'", figure->text, *unit ? " " : "", unit);
}

/* One of the figures may be NULL: nothing stands for the other. */
static void report_figure(const struct comparing *c, const struct line_pair *lines,
                          const struct figure *source, const struct figure *translated)
{
    g_autofree char *wanted = source ? figure_words(source, translated) : NULL;
    g_autofree char *found = translated ? figure_words(translated, source) : NULL;
    g_autofree char *what =
        !found    ? g_strdup_printf("the source has %s, and this has not", wanted)
        : !wanted ? g_strdup_printf("this has %s, and the source has not", found)
                  : g_strdup_printf("this has %s where the source has %s", found, wanted);
    report(c, figure_rule(source, translated), lines->translated_pos, lines->source_pos, what);
}

static const struct figure *figure_at(const GPtrArray *figures, guint i)
{
    return i < figures->len ? figures->pdata[i] : NULL;
}

static void compare_figures(const struct comparing *c, const struct line_pair *lines)
{
    struct figures *source = figures_of(lines->source, c->source.labels);
    struct figures *translated = figures_of(lines->translated, c->translated.labels);
    if (figures_differ_in_months(source, translated))
        report(c, RULE_TRANSLATION_NUMBER, lines->translated_pos, lines->source_pos,
               "this names another month beside a day than the source");
    bool swapped = figures_differ_in_order(source, translated);
    figures_cancel(source, translated);
    if (swapped && source->found->len + translated->found->len == 0)
        report(c, RULE_TRANSLATION_DOSE, lines->translated_pos, lines->source_pos,
               "this has the doses of the source in another order");
    for (guint i = 0; i < MAX(source->found->len, translated->found->len); i++)
        report_figure(c, lines, figure_at(source->found, i), figure_at(translated->found, i));
    figures_free(source);
    figures_free(translated);
}

/* "no" in an address says nothing. Owned by the caller. */
static char *without_addresses(const char *text)
{
    char *out = g_strdup(text);
    struct range address;
    for (size_t at = 0; address_find(out, at, &address); at = address.end)
        memset(out + address.start, ' ', address.end - address.start);
    return out;
}

/* The one says what is not so, and the other does not. A limit or a condition may be said with a
 * negation or without ("no more than", "at most"); of two that have one, it stands for the other.
 */
static bool only_one_denies(const struct labels *labels, const char *text,
                            const struct labels *other_labels, const char *other)
{
    return labels_have(labels, LABELS_NEGATIONS, text) &&
           !labels_have(other_labels, LABELS_NEGATIONS, other) &&
           (!labels_have(other_labels, LABELS_NEAR_NEGATIONS, other) ||
            labels_have(labels, LABELS_NEAR_NEGATIONS, text));
}

/* Languages whose negations nobody has listed say nothing. */
static void compare_negations(const struct comparing *c, const struct line_pair *lines)
{
    const struct labels *source = c->source.labels, *translated = c->translated.labels;
    if (!labels_list(source, LABELS_NEGATIONS)[0] || !labels_list(translated, LABELS_NEGATIONS)[0])
        return;
    g_autofree char *from = without_addresses(lines->source);
    g_autofree char *to = without_addresses(lines->translated);
    const char *said = NULL;
    if (only_one_denies(source, from, translated, to))
        said = "the source says what is not so, and no word for that stands here";
    else if (only_one_denies(translated, to, source, from))
        said = "this says what is not so, and the source has no word for that";
    if (said)
        report(c, RULE_TRANSLATION_NEGATION, lines->translated_pos, lines->source_pos, said);
}

static void compare_sentence(const struct comparing *c, const struct line_pair *lines)
{
    compare_figures(c, lines);
    compare_negations(c, lines);
}

static GArray *sentences_of(const char *text, const struct labels *labels)
{
    return sentence_ends(text, labels_lang(labels), labels_list(labels, LABELS_ABBREVIATIONS));
}

/* Where each has as many sentences they are held against each other one by one: "do not" of one
 * says nothing of the next. */
static void compare_lines(const struct comparing *c, const struct line_pair *lines)
{
    g_autoptr(GArray) wanted = sentences_of(lines->source, c->source.labels);
    g_autoptr(GArray) found = sentences_of(lines->translated, c->translated.labels);
    if (wanted->len != found->len) {
        compare_sentence(c, lines);
        return;
    }
    gsize from = 0, to = 0;
    for (guint i = 0; i < wanted->len; i++) {
        gsize from_end = g_array_index(wanted, gsize, i), to_end = g_array_index(found, gsize, i);
        g_autofree char *source = g_strndup(lines->source + from, from_end - from);
        g_autofree char *translated = g_strndup(lines->translated + to, to_end - to);
        struct line_pair pair = *lines;
        pair.source = source;
        pair.translated = translated;
        compare_sentence(c, &pair);
        from = from_end;
        to = to_end;
    }
}

/* Where words stand by themselves: paragraphs (of items, quotes, notes), cells, headings. */
static bool is_line(const struct node *node)
{
    return node->kind == NODE_PARAGRAPH || node->kind == NODE_CELL || node->kind == NODE_HEADING;
}

static GPtrArray *lines_below(const struct node *root)
{
    GPtrArray *lines = g_ptr_array_new();
    for (struct node *node = (struct node *)root; node; node = node_next(node, root))
        if (is_line(node))
            g_ptr_array_add(lines, node);
    return lines;
}

static void compare_nodes(const struct comparing *c, const struct node *source,
                          const struct node *translated)
{
    g_autofree char *wanted = node_words(source), *found = node_words(translated);
    struct line_pair lines = {wanted, found, source->pos, translated->pos};
    compare_lines(c, &lines);
}

static void compare_words(const struct comparing *c, const struct node *source,
                          const struct node *translated)
{
    g_autoptr(GPtrArray) wanted = lines_below(source), found = lines_below(translated);
    for (guint i = 0; wanted->len == found->len && i < wanted->len; i++)
        compare_nodes(c, wanted->pdata[i], found->pdata[i]);
    if (wanted->len != found->len)
        compare_nodes(c, source, translated);
}

/* What links lead to: addresses, and "#" for headings of the article itself, whose names differ. */
static GPtrArray *targets_below(const struct node *root)
{
    GPtrArray *targets = g_ptr_array_new();
    for (struct node *node = (struct node *)root; node; node = node_next(node, root))
        if (node->kind == NODE_LINK)
            g_ptr_array_add(targets, node->as.link.target ? (gpointer) "#" : node->as.link.url);
    return targets;
}

static void compare_links(const struct comparing *c, const struct node *source,
                          const struct node *translated)
{
    g_autoptr(GPtrArray) wanted = targets_below(source), found = targets_below(translated);
    for (guint i = 0; i < wanted->len; i++) {
        guint at;
        const char *target = wanted->pdata[i];
        g_autofree char *what =
            g_strdup_printf("the source leads to '%s', and nothing here does", target);
        if (g_ptr_array_find_with_equal_func(found, target, g_str_equal, &at))
            g_ptr_array_remove_index(found, at);
        else
            report(c, RULE_TRANSLATION_LINK, translated->pos, source->pos, what);
    }
    for (guint i = 0; i < found->len; i++) {
        g_autofree char *what = g_strdup_printf(
            "this leads to '%s', and nothing in the source does", (const char *)found->pdata[i]);
        report(c, RULE_TRANSLATION_LINK, translated->pos, source->pos, what);
    }
}

static void describe_list(const struct node *node, GString *out)
{
    g_string_append(out, node->as.list.ordered ? "a numbered list of " : "a list of ");
    unsigned items = 0, boxes = 0;
    for (const struct node *item = node->first; item; item = item->next) {
        items++;
        boxes += item->as.item.task != TASK_NONE;
    }
    g_string_append_printf(out, "%u", items);
    if (boxes)
        g_string_append_printf(out, " (%u with boxes)", boxes);
    if (node->as.list.ordered && node->as.list.start != 1)
        g_string_append_printf(out, " from %d", node->as.list.start);
}

static void describe_table(const struct node *node, GString *out)
{
    unsigned rows = 0;
    for (const struct node *row = node->first; row; row = row->next)
        rows++;
    g_string_append_printf(out, "a table of %u rows and %d columns", rows, node->as.table.columns);
}

static const char *callout_words(enum callout callout)
{
    static const char *const words[] = {
        [CALLOUT_NOTE] = "a note",
        [CALLOUT_TIP] = "a tip",
        [CALLOUT_IMPORTANT] = "an important note",
        [CALLOUT_WARNING] = "a warning",
        [CALLOUT_CAUTION] = "a caution",
    };
    static_assert(G_N_ELEMENTS(words) == CALLOUT_COUNT, "every callout has its words");
    return words[callout];
}

/* The block and the blocks in it, by what they are. */
static void describe(const struct node *node, GString *out)
{
    if (node->kind == NODE_HEADING)
        g_string_append_printf(out, "a heading of level %d", node->as.heading.level);
    if (node->kind == NODE_CALLOUT)
        g_string_append(out, callout_words(node->as.callout));
    if (node->kind == NODE_LIST)
        describe_list(node, out);
    if (node->kind == NODE_TABLE)
        describe_table(node, out);
    if (node->kind != NODE_ITEM && node->kind != NODE_QUOTE && node->kind != NODE_CALLOUT &&
        node->kind != NODE_NOTE && node->kind != NODE_LIST)
        return;
    for (const struct node *child = node->first; child; child = child->next) {
        gsize length = out->len;
        describe(child, out);
        if (out->len > length && length > 0 && child->kind != NODE_ITEM)
            g_string_insert(out, (gssize)length, " with ");
    }
}

static void compare_shapes(const struct comparing *c, const struct node *source,
                           const struct node *translated)
{
    g_autoptr(GString) wanted = g_string_new(NULL);
    g_autoptr(GString) found = g_string_new(NULL);
    describe(source, wanted);
    describe(translated, found);
    if (g_string_equal(wanted, found))
        return;
    g_autofree char *what = g_strdup_printf("this is %s and the source has %s",
                                            found->len ? found->str : "no list or callout",
                                            wanted->len ? wanted->str : "no list or callout");
    report(c, RULE_TRANSLATION_SHAPE, translated->pos, source->pos, what);
}

static bool has_strong(const struct node *root)
{
    for (struct node *node = (struct node *)root; node; node = node_next(node, root))
        if (node->kind == NODE_STRONG)
            return true;
    return false;
}

static void compare_strength(const struct comparing *c, const struct node *source,
                             const struct node *translated)
{
    if (has_strong(source) && !has_strong(translated))
        report(c, RULE_TRANSLATION_SHAPE, translated->pos, source->pos,
               "the source has words in bold, and this has none");
}

static void report_stale(const struct comparing *c, const char *from, const char *now,
                         struct pos at, struct pos source)
{
    g_autofree char *what = g_strdup_printf(
        "the source has changed since this was translated from '%s', and is now '%s'", from, now);
    report(c, RULE_TRANSLATION_STALE, at, source, what);
}

static void compare_pair(const struct comparing *c, const struct portion *source,
                         const struct portion *translated)
{
    if (translated->from && !g_str_equal(translated->from, source->number))
        report_stale(c, translated->from, source->number, translated->pos, source->pos);
    compare_shapes(c, source->node, translated->node);
    compare_strength(c, source->node, translated->node);
    compare_words(c, source->node, translated->node);
    compare_links(c, source->node, translated->node);
}

static void report_missing(const struct comparing *c, const struct portion *source, struct pos pos)
{
    g_autofree char *words = source->node ? node_words(source->node) : NULL;
    g_autofree char *start =
        words ? g_utf8_substring(words, 0, MIN(g_utf8_strlen(words, -1), 40)) : g_strdup("");
    g_autofree char *what = g_strdup_printf("'%s' of the source is not translated", start);
    report(c, RULE_TRANSLATION_MISSING, pos, source->pos, what);
}

static void report_extra(const struct comparing *c, struct pos at)
{
    diag_report(c->diag, RULE_TRANSLATION_EXTRA, at, "nothing in '%s' stands for this: %s",
                c->source.article->path, rule_get(RULE_TRANSLATION_EXTRA)->fix);
}

static void compare_portions(const struct comparing *c)
{
    g_autoptr(GPtrArray) source = portions_of(c->source.article);
    g_autoptr(GPtrArray) translated = portions_of(c->translated.article);
    g_autoptr(GArray) pairs = pairing_of(source, translated);
    struct pos last = {.file = paths_number(c->translated.article->path), .line = 1};
    for (guint i = 0; i < pairs->len; i++) {
        const struct pair *pair = &g_array_index(pairs, struct pair, i);
        if (pair->translated)
            last = pair->translated->pos;
        if (pair->source && pair->translated && pair->translated->node)
            compare_pair(c, pair->source, pair->translated);
        else if (pair->source)
            report_missing(c, pair->source, last);
        else if (pair->translated->node)
            report_extra(c, pair->translated->pos);
    }
}

static const struct fact *value_at(const struct front_portion *portion, guint i)
{
    return i < portion->values->len ? portion->values->pdata[i] : NULL;
}

/* One value of each, or none of one of them. */
static void compare_values(const struct comparing *c, const struct front_portion *source, guint i,
                           const struct front_portion *translated)
{
    const struct fact *from = value_at(source, i), *to = value_at(translated, i);
    if (!to) {
        g_autofree char *what =
            g_strdup_printf("'%s' of the source is not translated", source->key);
        report(c, RULE_TRANSLATION_MISSING, translated->pos, from->pos, what);
    } else if (!from) {
        report_extra(c, to->pos);
    } else {
        struct line_pair lines = {from->value, to->value, from->pos, to->pos};
        compare_lines(c, &lines);
    }
}

static void compare_front(const struct comparing *c)
{
    g_autoptr(GPtrArray) source = front_portions_of(c->source.article);
    g_autoptr(GPtrArray) translated = front_portions_of(c->translated.article);
    for (guint i = 0; i < source->len; i++) {
        const struct front_portion *from = source->pdata[i], *to = translated->pdata[i];
        if (from->number && to->number && to->from && !g_str_equal(to->from, from->number))
            report_stale(c, to->from, from->number, to->pos, from->pos);
        for (guint n = 0; n < MAX(from->values->len, to->values->len); n++)
            compare_values(c, from, n, to);
    }
}

void faithful_check(struct worded source, struct worded translated, struct diag *diag)
{
    const struct comparing c = {source, translated, diag};
    compare_front(&c);
    compare_portions(&c);
}
