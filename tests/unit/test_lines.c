/*
 * Lines of real pages: every sample of tests/cases in every shape. Whatever columns, cells, cards
 * and imposition did to them, the words of a page's lines are the words of its runs.
 */
#include "desk.h"

#include <math.h>

#define CASES "tests/cases"

static gint compare_runs(gconstpointer a, gconstpointer b)
{
    const struct item *const *x = a, *const *y = b;
    return ((*x)->order > (*y)->order) - ((*x)->order < (*y)->order);
}

/* Without the hyphens of words that are parted: they are drawn, and no words. */
static char *words_of_runs(const struct page *page)
{
    g_autoptr(GPtrArray) runs = g_ptr_array_new();
    for (guint i = 0; i < page->items->len; i++)
        if (g_array_index(page->items, struct item, i).kind == ITEM_RUN)
            g_ptr_array_add(runs, &g_array_index(page->items, struct item, i));
    g_ptr_array_sort(runs, compare_runs);
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < runs->len; i++)
        g_string_append(words, ((const struct item *)runs->pdata[i])->as.run.text);
    g_string_replace(words, "\u00ad", "", 0);
    return g_string_free(words, FALSE);
}

static char *words_of_lines(const struct page *page)
{
    g_autoptr(GPtrArray) lines = page_lines(page);
    GString *words = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        g_autofree char *text = line_text(page, lines->pdata[i]);
        g_string_append(words, text);
    }
    return g_string_free(words, FALSE);
}

/* Its runs stand on it, or a little above or below, and are content of its block, or decoration as
 * it is. */
static void assert_line(const struct page *page, const struct line *line)
{
    assert_true(line->first <= line->last && line->last < page->items->len);
    for (guint i = line->first; i <= line->last; i++) {
        const struct item *item = &g_array_index(page->items, struct item, i);
        const struct run *run = &item->as.run;
        assert_int_equal(item->kind, ITEM_RUN);
        assert_true(element_block(item->element) == line->element);
        assert_true(run->size <= line->size);
        assert_true(fabs(run->baseline - line->baseline) < line->size / 2);
        double blanks = run->size; /* at the end of the line */
        assert_true(run->x > line->x - blanks);
        assert_true(run->x + run->width < line->x + line->width + blanks);
    }
}

static void assert_page(const struct page *page)
{
    g_autofree char *runs = words_of_runs(page), *lines = words_of_lines(page);
    assert_string_equal(lines, runs);
    for (guint i = 0; i < page->lines->len; i++)
        assert_line(page, &g_array_index(page->lines, struct line, i));
}

static const struct {
    struct layout *(*lay_out)(const struct layout_job *job);
    const struct profile *profile;
    enum medium medium;
    struct document *(*compose)(const struct article *article, const struct clinic *clinic,
                                const struct labels *labels, enum medium medium);
} products[] = {
    {handout_lay_out, &profile_standard, MEDIUM_PAPER, document_compose},
    {handout_lay_out, &profile_giant, MEDIUM_PAPER, document_compose},
    {brochure_lay_out, &profile_brochure, MEDIUM_PAPER, document_compose},
    {brochure_reading_lay_out, &profile_brochure, MEDIUM_PAPER, document_compose},
    {booklet_lay_out, &profile_booklet, MEDIUM_PAPER, document_compose},
    {booklet_reading_lay_out, &profile_booklet, MEDIUM_PAPER, document_compose},
    {slip_lay_out, &profile_standard, MEDIUM_PAPER, document_compose_slips},
    {screen_lay_out, &profile_screen, MEDIUM_SCREEN, document_compose},
};

/* The desk's article as one product; the number of pages that it came to. */
static unsigned assert_product(struct desk *desk, size_t product)
{
    desk->document = products[product].compose(desk->article, desk->clinic, desk->labels,
                                               products[product].medium);
    struct layout_job job = {.product = "product",
                             .profile = products[product].profile,
                             .document = desk->document,
                             .style = desk->style,
                             .fonts = desk->fonts,
                             .diag = desk->diag};
    struct layout *layout = products[product].lay_out(&job);
    unsigned pages = layout ? layout->pages->len : 0;
    for (unsigned i = 0; i < pages; i++)
        assert_page(layout->pages->pdata[i]);
    layout_free(layout);
    document_free(desk->document);
    return pages;
}

static unsigned assert_case(struct scratch *s, const char *name)
{
    g_autofree char *path = g_build_filename(CASES, name, "article.md", NULL);
    struct desk desk = {.diag = s->diag, .article = article_load(path, s->diag)};
    if (!desk.article)
        return 0;
    desk.clinic = clinic_load("content/clinic.yaml", s->diag);
    desk.labels =
        labels_load("content/labels", desk.article->lang, desk.article->language.pos, s->diag);
    desk.style = style_load("none.yaml", s->diag);
    desk.fonts = fonts_load("fonts/fonts.conf", desk.style->font_family, s->diag);
    unsigned pages = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(products); i++)
        pages += assert_product(&desk, i);
    fonts_free(desk.fonts);
    style_free(desk.style);
    labels_free(desk.labels);
    clinic_free(desk.clinic);
    article_free(desk.article);
    return pages;
}

static void lines_have_the_words_of_the_runs(void **state)
{
    struct scratch *s = *state;
    unsigned pages = 0;
    GDir *dir = g_dir_open(CASES, 0, NULL);
    assert_non_null(dir);
    for (const char *name; (name = g_dir_read_name(dir));)
        pages += assert_case(s, name);
    g_dir_close(dir);
    assert_true(pages > 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_have_the_words_of_the_runs, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
