/* What is known of letters is known to the next run. */
#include "scratch.h"

#include "layout/font.h"
#include "layout/letter_memo.h"
#include "layout/plan_words.h"

static const int owner, other;

static void know(struct vocabulary *vocabulary, const void *who, const char *word, int number)
{
    *(int *)vocabulary_add(vocabulary, who, word, strlen(word), sizeof number) = number;
}

/* -1: nothing is known. */
static int known(const struct vocabulary *vocabulary, const void *who, const char *word)
{
    const int *number = vocabulary_find(vocabulary, who, word, strlen(word));
    return number ? *number : -1;
}

/* As a run leaves it that has met so many letters. */
static void remember(const char *name, const char *letters)
{
    struct letter_memo *memo = letter_memo_open();
    struct vocabulary *vocabulary = vocabulary_new();
    letter_memo_take(memo, name, vocabulary, &owner);
    for (const char *letter = letters; *letter; letter++)
        know(vocabulary, &owner, (const char[]){*letter, '\0'}, *letter);
    know(vocabulary, &other, "z", 1);
    letter_memo_put(memo, name, vocabulary, &owner);
    vocabulary_free(vocabulary);
    letter_memo_free(memo);
}

static void assert_remembered(const char *name, const char *letters)
{
    struct letter_memo *memo = letter_memo_open();
    struct vocabulary *vocabulary = vocabulary_new();
    letter_memo_take(memo, name, vocabulary, &owner);
    for (const char *letter = letters; *letter; letter++)
        assert_int_equal(known(vocabulary, &owner, (const char[]){*letter, '\0'}), *letter);
    assert_int_equal(known(vocabulary, &owner, "z"), -1);
    assert_int_equal(known(vocabulary, &other, "a"), -1);
    vocabulary_free(vocabulary);
    letter_memo_free(memo);
}

static void each_run_adds_what_it_has_met(void **state)
{
    (void)state;
    assert_remembered("face", "");
    remember("face", "ab");
    remember("another", "c");
    remember("face", "d");
    assert_remembered("face", "abd");
    assert_remembered("another", "c");
    assert_remembered("third", "");
}

/* Faces that are gone leave theirs behind. */
static void what_nobody_asks_for_goes_when_it_is_too_much(void **state)
{
    (void)state;
    remember("asked", "ab");
    struct letter_memo *memo = letter_memo_open();
    struct vocabulary *vocabulary = vocabulary_new();
    letter_memo_take(memo, "asked", vocabulary, &owner);
    memset(vocabulary_add(vocabulary, &other, "long", 4, 200 * 1024), 0, 200 * 1024);
    letter_memo_put(memo, "gone", vocabulary, &other);
    letter_memo_free(memo);
    memo = letter_memo_open();
    struct vocabulary *next = vocabulary_new();
    letter_memo_take(memo, "asked", next, &owner);
    letter_memo_put(memo, "new", vocabulary, &other);
    vocabulary_free(next);
    letter_memo_free(memo);
    vocabulary_free(vocabulary);
    memo = letter_memo_open();
    vocabulary = vocabulary_new();
    letter_memo_take(memo, "asked", vocabulary, &owner);
    letter_memo_take(memo, "gone", vocabulary, &other);
    assert_int_equal(known(vocabulary, &owner, "a"), 'a');
    assert_int_equal(known(vocabulary, &other, "long"), -1);
    letter_memo_take(memo, "new", vocabulary, &other);
    assert_int_equal(known(vocabulary, &other, "long"), 0);
    vocabulary_free(vocabulary);
    letter_memo_free(memo);
}

static void what_is_too_much_by_itself_is_not_kept(void **state)
{
    (void)state;
    remember("small", "a");
    struct letter_memo *memo = letter_memo_open();
    struct vocabulary *vocabulary = vocabulary_new();
    memset(vocabulary_add(vocabulary, &other, "long", 4, 300 * 1024), 0, 300 * 1024);
    letter_memo_put(memo, "huge", vocabulary, &other);
    letter_memo_free(memo);
    vocabulary_free(vocabulary);
    memo = letter_memo_open();
    vocabulary = vocabulary_new();
    letter_memo_take(memo, "huge", vocabulary, &other);
    assert_int_equal(known(vocabulary, &other, "long"), -1);
    vocabulary_free(vocabulary);
    letter_memo_free(memo);
    assert_remembered("small", "a");
}

/* Andika as another run finds it, which has no need of the face's rules. */
static void texts_of_known_letters_are_set_without_rules(void **state)
{
    struct fonts *fonts =
        fonts_load("fonts/fonts.conf", "Andika", ((struct scratch *)*state)->diag);
    struct plan plan = {.font = fonts_primary(fonts, false)->font};
    plan.properties = (hb_segment_properties_t){.direction = HB_DIRECTION_LTR,
                                                .script = HB_SCRIPT_LATIN,
                                                .language = hb_language_from_string("en", -1)};
    static const char first[] = "The office of Dr. AV Tee, ", then[] = "to the office. AVA Tee";
    struct letter_memo *memo = letter_memo_open();
    struct vocabulary *taught = vocabulary_new(), *vocabulary = vocabulary_new();
    struct plan_text lesson = {first, 0, (int)strlen(first)}, text = {then, 0, (int)strlen(then)};
    pango_glyph_string_free(plan_shape_words(&plan, taught, lesson));
    pango_glyph_string_free(plan_shape_words(&plan, taught, text));
    letter_memo_put(memo, "Andika", taught, plan_letters(&plan));
    struct plan next = plan;
    next.plan = NULL;
    letter_memo_take(memo, "Andika", vocabulary, plan_letters(&next));
    PangoGlyphString *glyphs = plan_shape_words(&next, vocabulary, text);
    assert_non_null(glyphs);
    assert_null(next.plan);
    PangoGlyphString *same = plan_shape_words(&plan, taught, text);
    assert_int_equal(glyphs->num_glyphs, same->num_glyphs);
    for (int i = 0; i < same->num_glyphs; i++) {
        assert_int_equal(glyphs->glyphs[i].glyph, same->glyphs[i].glyph);
        assert_int_equal(glyphs->glyphs[i].geometry.width, same->glyphs[i].geometry.width);
        assert_int_equal(glyphs->log_clusters[i], same->log_clusters[i]);
    }
    pango_glyph_string_free(glyphs);
    pango_glyph_string_free(same);
    vocabulary_free(taught);
    vocabulary_free(vocabulary);
    letter_memo_free(memo);
    hb_shape_plan_destroy(plan.plan);
    fonts_free(fonts);
}

int main(void)
{
    g_autofree char *cache = g_dir_make_tmp("handout-XXXXXX", NULL);
    g_setenv("XDG_CACHE_HOME", cache, TRUE);
    const struct CMUnitTest tests[] = {
        scratch_test(each_run_adds_what_it_has_met),
        scratch_test(what_nobody_asks_for_goes_when_it_is_too_much),
        scratch_test(what_is_too_much_by_itself_is_not_kept),
        scratch_test(texts_of_known_letters_are_set_without_rules),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    scratch_remove(cache);
    return failed;
}
