/* Prose: where sentences end, how many words they have, and the way back to the file. */
#include "scratch.h"

#include "examine/prose.h"
#include "examine/readability.h"

#include <time.h>

static const char *const abbreviations[] = {"Dr.", "e.g.", "a.m.", NULL};

static struct article *load(struct scratch *s, const char *body)
{
    g_autofree char *text = g_strdup_printf("---\ntitle: T\nlang: en\n---\n%s\n", body);
    g_autofree char *path = scratch_write(s, "a.md", text, -1);
    return article_load(path, s->diag);
}

/* The sentences of all running text, parted by bars. */
static char *sentences_of(struct scratch *s, const char *body)
{
    struct article *article = load(s, body);
    struct prose *prose = prose_new(article, abbreviations);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < prose->passages->len; i++) {
        const struct passage *passage = prose->passages->pdata[i];
        for (guint j = 0; passage_is_running(passage) && j < passage->sentences->len; j++) {
            struct sentence at = g_array_index(passage->sentences, struct sentence, j);
            g_string_append_printf(all, "%s%.*s", all->len ? "|" : "", (int)(at.end - at.start),
                                   passage->text + at.start);
        }
    }
    prose_free(prose);
    article_free(article);
    return g_strdup(all->str);
}

static void sentences_end_where_something_new_starts(void **state)
{
    static const char *const cases[][2] = {
        {"One. Two.", "One.|Two."},
        {"One! Two? Three", "One!|Two?|Three"},
        {"Ask Dr. Lee. She knows.", "Ask Dr. Lee.|She knows."},
        {"Come at 9 a.m. Bring tea.", "Come at 9 a.m. Bring tea."},
        {"Ask J. Lee now.", "Ask J. Lee now."},
        {"Take 2.5 of it.", "Take 2.5 of it."},
        {"Rest, e.g. in bed.", "Rest, e.g. in bed."},
        {"He said \"Go.\" She went.", "He said \"Go.\"|She went."},
        {"Wait... then go.", "Wait... then go."},
        {"(One.) Two.", "(One.)|Two."},
        {"One\nline. Two\nlines.", "One line.|Two lines."},
        {"**One.** *Two.*", "One.|Two."},
        {"- Go\n- Rest", "Go|Rest"},
        {"## No sentence.\n\nOne.", "One."},
        {"See `code. Here.` now.", "See  now."},
        {"\u7761\u7720\u3002\u4f11\u606f\u3002", "\u7761\u7720\u3002|\u4f11\u606f\u3002"},
        {"\u092f\u0939 \u0939\u0948\u0964 \u0935\u0939 \u0939\u0948\u0964",
         "\u092f\u0939 \u0939\u0948\u0964|\u0935\u0939 \u0939\u0948\u0964"},
        {"\u0646\u0639\u0645\u061f \u0646\u0639\u0645.",
         "\u0646\u0639\u0645\u061f|\u0646\u0639\u0645."},
        {"\u1290\u12cd\u1362 \u1290\u12cd\u1362", "\u1290\u12cd\u1362|\u1290\u12cd\u1362"},
        {"2024.", ""},
        {"...", ""},
    };
    struct scratch *s = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = sentences_of(s, cases[i][0]);
        if (strcmp(found, cases[i][1]) != 0)
            fail_msg("'%s' is cut as '%s'", cases[i][0], found);
    }
}

static void every_byte_leads_back_to_its_place(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "Caf\u00e9 **bold** end\nnext line");
    struct prose *prose = prose_new(article, abbreviations);
    const struct passage *passage = prose->passages->pdata[1];
    assert_string_equal(passage->text, "Caf\u00e9 bold end next line");
    static const struct {
        const char *word;
        int line, col;
    } cases[] = {{"Caf", 5, 1}, {"bold", 5, 8}, {"end", 5, 15}, {"next", 6, 1}, {"line", 6, 6}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        gsize offset = (gsize)(strstr(passage->text, cases[i].word) - passage->text);
        struct pos pos = passage_pos(passage, offset);
        if (pos.line != cases[i].line || pos.col != cases[i].col)
            fail_msg("'%s' is placed at %d:%d", cases[i].word, pos.line, pos.col);
    }
    prose_free(prose);
    article_free(article);
}

/* The place of each word of a text whose words' distances from its start, added up, are a minute's.
 */
static void places_of_long_texts_take_no_time_to_speak_of(void **state)
{
    enum { WORDS = 60000 };
    struct scratch *s = *state;
    g_autoptr(GString) body = g_string_new(NULL);
    for (int i = 0; i < WORDS; i++)
        g_string_append(body, "caf\u00e9 ");
    struct article *article = load(s, body->str);
    struct prose *prose = prose_new(article, abbreviations);
    const struct passage *passage = prose->passages->pdata[1];
    clock_t start = clock();
    for (gsize i = 0; i < WORDS; i++)
        assert_int_equal(passage_pos(passage, i * strlen("caf\u00e9 ")).col, 1 + 5 * i);
    assert_true(clock() - start < 5 * CLOCKS_PER_SEC);
    prose_free(prose);
    article_free(article);
}

/* By hand: the counts are asserted, the formulas written out again. */
static void formulas_give_what_their_papers_say(void **state)
{
    struct scratch *s = *state;
    struct article *article = load(s, "The doctor listens to you. Medication helps sometimes.");
    struct prose *prose = prose_new(article, abbreviations);
    struct reading r = reading_of(prose, "en");
    assert_int_equal(r.words, 8);
    assert_int_equal(r.sentences, 2);
    assert_int_equal(r.syllables, 14);
    assert_int_equal(r.letters, 45);
    assert_int_equal(r.long_words, 1);
    assert_int_equal(r.fog_words, 1);
    assert_int_equal(r.hard_words, 1);
    static const double expected[] = {
        [MEASURE_GRADE] = 0.39 * 4 + 11.8 * 14 / 8 - 15.59,
        [MEASURE_SMOG] = 7.16859,
        [MEASURE_EASE] = 206.835 - 1.015 * 4 - 84.6 * 14 / 8,
        [MEASURE_FOG] = 0.4 * (4 + 12.5),
        [MEASURE_COLEMAN_LIAU] = 0.0588 * 562.5 - 0.296 * 25 - 15.8,
        [MEASURE_ARI] = 4.71 * 45 / 8 + 0.5 * 4 - 21.43,
        [MEASURE_DALE_CHALL] = 0.1579 * 12.5 + 0.0496 * 4 + 3.6365,
        [MEASURE_HUERTA] = 206.84 - 60 * 14 / 8.0 - 1.02 * 4,
        [MEASURE_INFLESZ] = 206.835 - 62.3 * 14 / 8 - 4,
        [MEASURE_SENTENCE] = 4,
        [MEASURE_LONG_WORDS] = 12.5,
    };
    for (int i = 0; i < MEASURE_COUNT; i++)
        if (ABS(measure_value(i, &r) - expected[i]) > 0.001)
            fail_msg("%s is %f", measure_get(i)->name, measure_value(i, &r));
    prose_free(prose);
    article_free(article);
}

static void short_texts_and_other_languages_are_not_measured(void **state)
{
    (void)state;
    struct reading few = {.words = 99, .sentences = 9}, many = {.words = 100, .sentences = 9};
    assert_false(measure_applies(MEASURE_GRADE, &few, "en"));
    assert_true(measure_applies(MEASURE_GRADE, &many, "en-GB"));
    assert_false(measure_applies(MEASURE_GRADE, &many, "es"));
    assert_false(measure_applies(MEASURE_GRADE, &many, "enm"));
    assert_true(measure_applies(MEASURE_INFLESZ, &many, "es-MX"));
    assert_true(measure_applies(MEASURE_SENTENCE, &many, "vi"));
    assert_false(measure_applies(MEASURE_SENTENCE, &many, "th"));
    assert_false(measure_applies(MEASURE_SENTENCE, &many, "lo-LA"));
}

#define PROSE_TEST(name) cmocka_unit_test_setup_teardown(name, scratch_setup, scratch_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROSE_TEST(sentences_end_where_something_new_starts),
        PROSE_TEST(every_byte_leads_back_to_its_place),
        PROSE_TEST(places_of_long_texts_take_no_time_to_speak_of),
        PROSE_TEST(formulas_give_what_their_papers_say),
        PROSE_TEST(short_texts_and_other_languages_are_not_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
