/*
 * The ladder of screens, rung by rung: what stands in letters under the legal size could not have
 * them. Of every such screen that real articles have on panels that are small or hang far away,
 * what the earlier rungs may do is tried once more, and has to fail.
 */
#include "desk.h"

#include "layout/pieces.h"
#include "layout/screen_plan.h"
#include "layout/screen_size.h"

/* At least so many screens have to be looked at, or the test says nothing. */
#define SAMPLE 50

/* Letters in which an item is rather seen as a whole. */
#define NEARLY 0.79

static const char *const articles[] = {
    "content/treatment-resistance.md", "tests/cases/facts/article.md",
    "tests/cases/german/article.md",   "tests/cases/structure/article.md",
    "tests/cases/tables/article.md",
};

static const struct {
    unsigned width, height;
    double diagonal_in, distance_mm;
} panels[] = {
    {1920, 1080, 24, 4000},
    {1080, 1920, 43, 5000},
};

/* What is found out about one article on one panel. */
struct trial_run {
    struct desk desk;
    struct show show;
    guint screens; /* that stand in letters under the legal size */
};

/* What planning may give up: the topic. */
static const struct screen_way last_way = {.apart = true};

static struct piece *piece_at(GArray *pieces, guint i)
{
    return &g_array_index(pieces, struct piece, i);
}

/* The unit at piece `from`, in letters of `size`. */
static bool fits(struct show *show, const struct section *section, GArray *pieces, guint from,
                 double size)
{
    struct stretch stretch = {section, pieces, from, stretch_unit_end(pieces, from)};
    for (guint i = from; i < stretch.to; i++)
        piece_at(pieces, i)->size = size;
    return screen_fit(show, &stretch, &last_way) == FIT_WELL;
}

/* The part's pieces as they were before their letters became smaller; owned by the caller. */
static GArray *pieces_before(const struct stretch *part)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(struct piece));
    g_array_append_vals(pieces, &g_array_index(part->pieces, struct piece, part->from),
                        part->to - part->from);
    for (guint i = 0; i < pieces->len; i++) {
        piece_at(pieces, i)->size = 1;
        piece_at(pieces, i)->letters = false;
    }
    return pieces;
}

static bool is_of_card(const struct piece *piece)
{
    return piece->block->kind == BLOCK_CARD || (piece->holder && piece->holder->kind == BLOCK_CARD);
}

/* Both parts of what has been cut in two are worth a screen. */
static bool are_even(GArray *pieces)
{
    unsigned one = piece_at(pieces, 0)->words, other = piece_at(pieces, 1)->words;
    return MIN(one, other) > 2 && MIN(one, other) * 3 >= one + other;
}

/* No cut of the rungs that come before smaller letters makes even parts; in a card none is within a
 * sentence. */
static void try_cuts(struct trial_run *run, const struct stretch *part)
{
    for (int cut = CUT_LINES;; cut++) {
        g_autoptr(GArray) pieces = pieces_before(part);
        if (cut > (is_of_card(piece_at(pieces, 0)) ? CUT_SENTENCES : CUT_PHRASES))
            break;
        if (pieces_cut(pieces, 0, (enum cut)cut, run->desk.labels) && pieces->len > 1)
            assert_false(are_even(pieces));
    }
}

/* A screen under the legal size. */
static void try_rungs(struct trial_run *run, const struct stretch *part)
{
    const double step = (1 - screen_look.smallest) / 8;
    double size = g_array_index(part->pieces, struct piece, part->from).size;
    g_autoptr(GArray) pieces = pieces_before(part);
    bool unit = pieces->len > 1;
    run->screens++;
    assert_true(size >= screen_look.smallest);
    assert_false(fits(&run->show, part->section, pieces, 0, 1)); /* without the topic */
    if (size + step < 1)
        assert_false(fits(&run->show, part->section, pieces, 0, size + step));
    /* A name and its number are one fact, and items are seen as a whole. */
    if (!unit && !(piece_at(pieces, 0)->of_item && size >= NEARLY))
        try_cuts(run, part);
}

static void try_section(struct trial_run *run, const struct section *section)
{
    struct screen_plan plan;
    if (section->blocks->len == 0)
        return;
    bool planned = screen_plan(&run->show, section, &plan);
    assert_true(planned);
    for (guint i = 0; i < plan.parts->len; i++) {
        struct stretch part = screen_plan_part(section, &plan, i);
        if (g_array_index(plan.pieces, struct piece, part.from).size < 1)
            try_rungs(run, &part);
    }
    screen_plan_clear(&plan);
}

static void use_panel(struct style *style, size_t panel)
{
    style->screen.width_px = panels[panel].width;
    style->screen.height_px = panels[panel].height;
    style->screen.diagonal_in = panels[panel].diagonal_in;
    style->screen.distance_mm = panels[panel].distance_mm;
}

/* How many screens of the article are under the legal size. */
static guint try_article(struct scratch *s, const char *path, size_t panel)
{
    struct trial_run run = {.desk.diag = s->diag};
    struct desk *desk = &run.desk;
    g_autofree char *clinic = scratch_write(s, "clinic.yaml", plain_clinic, -1);
    desk->article = article_load(path, s->diag);
    desk->clinic = clinic_load(clinic, s->diag);
    desk->labels = labels_load("content/labels", desk->article->lang, (struct pos){0}, s->diag);
    desk->document = document_compose(desk->article, desk->clinic, desk->labels, MEDIUM_SCREEN);
    desk_set_up(desk);
    use_panel(desk->style, panel);
    const struct layout_job job = {.product = "screen",
                                   .profile = &profile_screen,
                                   .document = desk->document,
                                   .style = desk->style,
                                   .fonts = desk->fonts,
                                   .diag = s->diag};
    screen_show_init(&run.show, &job);
    g_autoptr(GPtrArray) sections = screen_sections(desk->document);
    for (guint i = 0; i < sections->len; i++)
        try_section(&run, sections->pdata[i]);
    layout_free(run.show.layout);
    g_ptr_array_unref(run.show.noted);
    setter_clear(&run.show.setter);
    desk_clear(desk);
    return run.screens;
}

static void letters_are_small_only_where_all_else_fails(void **state)
{
    guint screens = 0;
    for (size_t panel = 0; panel < G_N_ELEMENTS(panels); panel++)
        for (size_t i = 0; i < G_N_ELEMENTS(articles); i++)
            screens += try_article(*state, articles[i], panel);
    print_message("%u screens under the legal size, none of them without need\n", screens);
    assert_true(screens >= SAMPLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(letters_are_small_only_where_all_else_fails, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
