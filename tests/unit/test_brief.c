/* What is known of articles as long as their files hold the words that were read. */
#include "scratch.h"

#include "base/digest.h"
#include "base/file.h"
#include "content/brief.h"

#define TEXT "---\ntitle: T\nlang: en-US\nkind: article\nlobby: no\n---\nOne word.\n"

/* Reads the article and puts it beside the others; true: it is one to keep. */
static bool read_in(struct scratch *s, struct briefs *briefs, const char *path)
{
    struct diag *found = diag_new(false);
    struct article *article = article_load(path, found);
    struct brief *brief = brief_new(article, found);
    if (brief)
        briefs_put(briefs, brief, article);
    else
        article_free(article);
    diag_absorb(s->diag, found);
    diag_free(found);
    return brief != NULL;
}

/* Whether it is known by the words of now, with what was found. */
static bool is_known(struct briefs *briefs, const char *path)
{
    struct diag *diag = diag_new(false);
    g_autofree char *text = file_peek_text(path);
    g_autofree char *digest = text ? digest_of_text(text) : NULL;
    const struct article *article = briefs_find(briefs, path, digest, diag);
    if (article) {
        assert_true(article_is_brief(article));
        assert_int_equal(article->lobby, LOBBY_NO);
        assert_string_equal(article->title.value, "T");
        assert_int_equal(diag_count_rule(diag, RULE_FRONT_MATTER_MISSING), 1);
    }
    diag_free(diag);
    return article != NULL;
}

static void an_article_is_known_until_its_words_change(void **state)
{
    struct scratch *s = *state;
    struct briefs *briefs = briefs_new();
    g_autofree char *path = scratch_write(s, "a.md", TEXT, -1);
    assert_false(is_known(briefs, path));
    assert_true(read_in(s, briefs, path));
    assert_true(is_known(briefs, path));
    g_free(scratch_write(s, "a.md", TEXT "More.", -1));
    assert_false(is_known(briefs, path));
    assert_true(read_in(s, briefs, path));
    assert_true(is_known(briefs, path));
    assert_int_equal(g_remove(path), 0);
    assert_false(is_known(briefs, path));
    briefs_free(briefs);
}

static void no_more_are_kept_than_there_is_room_for(void **state)
{
    struct scratch *s = *state;
    struct briefs *briefs = briefs_new();
    for (int i = 0; i <= 1000; i++) {
        g_autofree char *name = g_strdup_printf("%d.md", i);
        g_autofree char *path = scratch_write(s, name, TEXT, -1);
        assert_true(read_in(s, briefs, path));
        assert_true(is_known(briefs, path) == (i < 1000));
    }
    briefs_free(briefs);
}

static void what_others_have_a_say_in_is_not_kept(void **state)
{
    struct scratch *s = *state;
    struct briefs *briefs = briefs_new();
    g_autofree char *translation = scratch_write(s, "a-en.md", TEXT, -1);
    g_autofree char *broken = scratch_write(s, "b.md", "---\ntitle: T\nlang: ?\n---\nWords.\n", -1);
    g_autofree char *picture = scratch_path(s, "p.jpg");
    g_autoptr(GBytes) pixels = file_peek("tests/fuzz/seeds/picture/rgb.jpg");
    g_autofree char *shows = scratch_write(s, "c.md", TEXT "\n![A coil](p.jpg)\n", -1);
    assert_true(file_write(picture, pixels, s->diag));
    assert_false(read_in(s, briefs, shows));
    assert_false(read_in(s, briefs, translation));
    assert_false(read_in(s, briefs, broken));
    briefs_free(briefs);
}

static void it_is_forgotten_under_another_key_and_unasked_for(void **state)
{
    struct scratch *s = *state;
    struct briefs *briefs = briefs_new();
    g_autofree char *path = scratch_write(s, "a.md", TEXT, -1);
    briefs_settle(briefs, "one day");
    assert_true(read_in(s, briefs, path));
    briefs_settle(briefs, "one day");
    assert_true(is_known(briefs, path));
    briefs_settle(briefs, "the next");
    assert_false(is_known(briefs, path));
    assert_true(read_in(s, briefs, path));
    for (int i = 0; i < 2; i++) {
        briefs_sweep(briefs);
        assert_true(is_known(briefs, path));
    }
    briefs_sweep(briefs);
    briefs_sweep(briefs);
    assert_false(is_known(briefs, path));
    briefs_free(briefs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(an_article_is_known_until_its_words_change),
        scratch_test(no_more_are_kept_than_there_is_room_for),
        scratch_test(what_others_have_a_say_in_is_not_kept),
        scratch_test(it_is_forgotten_under_another_key_and_unasked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
