/*
 * Keeps and prints the numbers of a check. The PEMAT pre-check is a table of the 24 items: what the
 * rules can see of each, or that a person must judge it. Awkward: an item without findings is not
 * an item that is met, so the words say "nothing found" and no marks are added up.
 */
#include "run/examination.h"

#include "base/intern.h"
#include "base/json.h"
#include "base/paths.h"

#include <math.h>
#include <string.h>

struct examination {
    GPtrArray *articles; /* of struct examined_article * */
};

/* An item of PEMAT-P and the rules that see a part of it; RULE_COUNT ends the list. */
struct pemat_item {
    int number;
    const char *gist;
    enum rule rules[4];
};

#define NOBODY                                                                                     \
    {                                                                                              \
        RULE_COUNT                                                                                 \
    }

static const struct pemat_item pemat_items[] = {
    {1, "the purpose is evident", {RULE_PURPOSE, RULE_PROVENANCE, RULE_COUNT}},
    {2, "nothing distracts from it", NOBODY},
    {3, "everyday words", {RULE_JARGON, RULE_LONG_WORDS, RULE_READING_GRADE, RULE_COUNT}},
    {4, "medical terms are explained", {RULE_ABBREVIATION, RULE_COUNT}},
    {5, "active voice", {RULE_PASSIVE_RATE, RULE_COUNT}},
    {6, "numbers are clear", {RULE_NUMBERS, RULE_COUNT}},
    {7, "no sums for the reader", {RULE_SUMS, RULE_COUNT}},
    {8, "short chunks", {RULE_PARAGRAPH_LONG, RULE_SECTION_LENGTH, RULE_COUNT}},
    {9, "informative headings", {RULE_HEADING_VAGUE, RULE_HEADING_LEVEL, RULE_COUNT}},
    {10, "a logical order", NOBODY},
    {11, "a summary", {RULE_FRONT_MATTER_MISSING, RULE_COUNT}},
    {12, "visual cues", {RULE_VISUAL_CUES, RULE_BOLD_RATE, RULE_COUNT}},
    {15, "pictures where they help", NOBODY},
    {16, "pictures that match the text", NOBODY},
    {17, "pictures have clear captions", {RULE_ALT_QUALITY, RULE_IMAGE_ALT, RULE_COUNT}},
    {18, "pictures are clear", NOBODY},
    {19, "simple tables", {RULE_TABLE_SHAPE, RULE_TABLE_WIDTH, RULE_COUNT}},
    {20, "at least one thing to do", {RULE_NEXT_STEPS, RULE_COUNT}},
    {21, "speaks to the reader", {RULE_YOU_RATE, RULE_THIRD_PERSON, RULE_COUNT}},
    {22, "steps are explicit", {RULE_STEPS, RULE_COUNT}},
    {23, "a tool to use, such as a checklist", {RULE_TOOL, RULE_COUNT}},
    {24, "sums are explained", NOBODY},
    {25, "charts are explained", NOBODY},
    {26, "pictures help to act", NOBODY},
};

static void article_free_numbers(void *data)
{
    struct examined_article *article = data;
    g_free(article->lang);
    g_array_unref(article->products);
    g_free(article);
}

struct examination *examination_new(void)
{
    struct examination *examination = g_new0(struct examination, 1);
    examination->articles = g_ptr_array_new_with_free_func(article_free_numbers);
    return examination;
}

void examination_free(struct examination *examination)
{
    if (!examination)
        return;
    g_ptr_array_unref(examination->articles);
    g_free(examination);
}

void examination_add_article(struct examination *examination, const struct article *article,
                             const struct reading *reading)
{
    struct examined_article *added = g_new0(struct examined_article, 1);
    *added = (struct examined_article){
        .path = intern(article->path), .lang = g_strdup(article->lang), .reading = *reading};
    added->products = g_array_new(FALSE, FALSE, sizeof(struct examined_product));
    g_ptr_array_add(examination->articles, added);
}

void examination_add_product(struct examination *examination, const char *name,
                             struct layout_numbers numbers)
{
    const GPtrArray *articles = examination->articles;
    struct examined_article *article = articles->pdata[articles->len - 1];
    struct examined_product product = {name, numbers};
    product.numbers.split_fact = NULL; /* lent to us, gone by then */
    g_array_append_val(article->products, product);
}

static void print_measures(const struct examined_article *article, FILE *out)
{
    const struct reading *r = &article->reading;
    for (int i = 0; i < MEASURE_COUNT; i++) {
        const struct measure_info *info = measure_get(i);
        if (!measure_applies(i, r, article->lang))
            continue;
        double value = measure_value(i, r);
        fprintf(out, "  %-36s %6.1f", info->name, value);
        if (info->limit > 0)
            fprintf(out, "  %s %g%s", info->higher_is_better ? "at least" : "at most", info->limit,
                    measure_is_met(i, value) ? "" : "  <- look here");
        fputc('\n', out);
    }
}

/* What the numbers come to, in a sentence that a busy person can act on. */
static void print_verdict(const struct examined_article *article, FILE *out)
{
    const struct reading *r = &article->reading;
    if (r->words < READING_WORDS_MIN) {
        fprintf(out, "  Too short to measure: formulas need %d words.\n", READING_WORDS_MIN);
        return;
    }
    if (!measure_applies(MEASURE_GRADE, r, article->lang))
        return;
    double grade = measure_value(MEASURE_GRADE, r);
    fprintf(out, "  In short: the text is for %s.", grade_in_words(grade));
    if (measure_is_met(MEASURE_GRADE, grade)) {
        fputs(" Good: most patients can read it.\n", out);
        return;
    }
    fputs(" The average adult in the US reads at grade 8 to 9,\n"
          "  and many patients below that. To bring it down, split the sentences that are listed\n"
          "  as sentence-long, swap long words for short ones, and say 'you'.\n",
          out);
}

static void print_products(const struct examined_article *article, FILE *out)
{
    if (article->products->len > 0)
        fputs("\n  Product         Pages  Smallest  Contrast  Longest line  Lines  White  Split\n",
              out);
    for (guint i = 0; i < article->products->len; i++) {
        const struct examined_product *p =
            &g_array_index(article->products, struct examined_product, i);
        const struct layout_numbers *n = &p->numbers;
        fprintf(out, "  %-15s %5u  %5.1f pt  %6.1f:1  %12u  %5u  %3.0f %%  %5u\n", p->name,
                n->pages, n->smallest, n->contrast, n->longest_line, n->lines, 100 * n->white,
                n->split_facts);
    }
}

static bool has_finding(const GPtrArray *findings, guint64 path, enum rule rule)
{
    for (guint i = 0; i < findings->len; i++) {
        const struct finding *f = findings->pdata[i];
        if (f->rule == rule && f->pos.file == path)
            return true;
    }
    return false;
}

/* The ids of an item's rules that found something, or NULL. */
static char *found_rules(const struct pemat_item *item, const GPtrArray *findings, const char *path)
{
    g_autoptr(GString) found = g_string_new(NULL);
    for (size_t i = 0; item->rules[i] != RULE_COUNT; i++)
        if (has_finding(findings, paths_number(path), item->rules[i]))
            g_string_append_printf(found, "%s%s", found->len ? ", " : "",
                                   rule_get(item->rules[i])->id);
    return found->len ? g_strdup(found->str) : NULL;
}

static void print_pemat(const struct examined_article *article, const GPtrArray *findings,
                        FILE *out)
{
    fputs("\n  PEMAT pre-check: what a program can see. It is no PEMAT score; people give that.\n",
          out);
    for (size_t i = 0; i < G_N_ELEMENTS(pemat_items); i++) {
        const struct pemat_item *item = &pemat_items[i];
        if (item->rules[0] == RULE_COUNT)
            continue;
        g_autofree char *found = found_rules(item, findings, article->path);
        fprintf(out, "  %2d %-32s %s%s\n", item->number, item->gist,
                found ? "look again: " : "nothing found", found ? found : "");
    }
    fputs("  Only a person can judge:", out);
    const char *separator = " ";
    for (size_t i = 0; i < G_N_ELEMENTS(pemat_items); i++) {
        if (pemat_items[i].rules[0] != RULE_COUNT)
            continue;
        fprintf(out, "%s%d %s", separator, pemat_items[i].number, pemat_items[i].gist);
        separator = "; ";
    }
    fputs(".\n", out);
}

static void print_counts(const struct diag *diag, FILE *out)
{
    diag_print_count(diag_count(diag, SEVERITY_ERROR), "error", out);
    fputs(", ", out);
    diag_print_count(diag_count(diag, SEVERITY_WARNING), "warning", out);
    fputs(", ", out);
    diag_print_count(diag_count(diag, SEVERITY_NOTE), "note", out);
    fprintf(out, ", %u silenced\n", diag_silenced(diag));
}

void examination_print(const struct examination *examination, const struct diag *diag, FILE *out)
{
    g_autoptr(GPtrArray) findings = diag_findings(diag);
    for (guint i = 0; i < examination->articles->len; i++) {
        const struct examined_article *article = examination->articles->pdata[i];
        fprintf(out, "\n%s\n  %u words in %u sentences (no headings, tables, numbers, addresses)\n",
                article->path, article->reading.words, article->reading.sentences);
        print_measures(article, out);
        print_verdict(article, out);
        print_products(article, out);
        print_pemat(article, findings, out);
    }
    fputc('\n', out);
    print_counts(diag, out);
}

static void add_product(JsonBuilder *builder, const struct examined_product *product)
{
    const struct layout_numbers *n = &product->numbers;
    json_open_object(builder, NULL);
    json_text(builder, "format", product->name);
    json_int(builder, "pages", n->pages);
    json_number(builder, "smallest_pt", n->smallest);
    json_number(builder, "contrast", n->contrast);
    json_int(builder, "longest_line", n->longest_line);
    json_number(builder, "mean_line", n->mean_line);
    json_int(builder, "lines", n->lines);
    json_number(builder, "white", n->white);
    json_int(builder, "split_facts", n->split_facts);
    json_close_object(builder);
}

static void add_measures(JsonBuilder *builder, const struct examined_article *article)
{
    json_open_array(builder, "measures");
    for (int i = 0; i < MEASURE_COUNT; i++) {
        const struct measure_info *info = measure_get(i);
        if (!measure_applies(i, &article->reading, article->lang))
            continue;
        json_open_object(builder, NULL);
        json_text(builder, "name", info->name);
        json_number(builder, "value", measure_value(i, &article->reading));
        if (info->limit > 0)
            json_number(builder, "limit", info->limit);
        json_close_object(builder);
    }
    json_close_array(builder);
}

static void add_article(JsonBuilder *builder, const struct examined_article *article)
{
    json_open_object(builder, NULL);
    json_path(builder, "path", article->path);
    json_int(builder, "words", article->reading.words);
    json_int(builder, "sentences", article->reading.sentences);
    add_measures(builder, article);
    json_open_array(builder, "products");
    for (guint i = 0; i < article->products->len; i++)
        add_product(builder, &g_array_index(article->products, struct examined_product, i));
    json_close_array(builder);
    json_close_object(builder);
}

char *examination_to_json(const struct examination *examination, const struct diag *diag)
{
    JsonBuilder *builder = json_new();
    g_autofree char *findings = diag_to_json(diag);
    json_open_object(builder, NULL);
    json_insert(builder, "findings", findings);
    json_open_array(builder, "articles");
    for (guint i = 0; i < examination->articles->len; i++)
        add_article(builder, examination->articles->pdata[i]);
    json_close_array(builder);
    json_int(builder, "silenced", diag_silenced(diag));
    json_close_object(builder);
    return json_finish(builder);
}
