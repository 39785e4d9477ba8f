/* What one build leaves for the next. */
#include "scratch.h"

#include "base/file.h"
#include "publish/keep.h"

/* A font set of its own, as the program's but for a comment. */
static char *write_set(const struct scratch *s, const char *comment)
{
    g_autofree char *set = file_peek_text("fonts/fonts.conf");
    char *path = scratch_path(s, "fonts.conf");
    g_autofree char *words = g_strdup_printf("%s<!-- %s -->\n", set, comment);
    g_autoptr(GBytes) bytes = g_bytes_new(words, strlen(words));
    assert_true(file_write(path, bytes, s->diag));
    return path;
}

static void fonts_are_told_by_what_they_were_when_they_were_loaded(void **state)
{
    struct scratch *s = *state;
    struct keep *keep = keep_new();
    g_autofree char *path = write_set(s, "one");
    assert_null(keep_fonts_state(keep));
    struct fonts *fonts = keep_fonts(keep, path, "Andika", s->diag);
    assert_non_null(fonts);
    g_autofree char *loaded = g_strdup(keep_fonts_state(keep));
    g_free(write_set(s, "other"));
    assert_ptr_equal(keep_fonts(keep, path, "Andika", s->diag), fonts);
    assert_string_equal(keep_fonts_state(keep), loaded);
    keep_drop_fonts(keep);
    assert_null(keep_fonts_state(keep));
    assert_non_null(keep_fonts(keep, path, "Andika", s->diag));
    assert_string_not_equal(keep_fonts_state(keep), loaded);
    keep_free(keep);
}

static void a_directory_is_new_until_it_was_asked_about(void **state)
{
    (void)state;
    struct keep *keep = keep_new();
    assert_true(keep_is_new(keep, "out"));
    assert_false(keep_is_new(keep, "out"));
    assert_true(keep_is_new(keep, "out/other"));
    assert_true(keep_is_new(keep, "out"));
    keep_free(keep);
}

static void inputs_are_those_of_the_last_build_that_saw_to_all(void **state)
{
    (void)state;
    struct keep *keep = keep_new();
    assert_false(keep_has_inputs(keep, "one"));
    keep_put_inputs(keep, "one");
    assert_true(keep_has_inputs(keep, "one"));
    keep_put_inputs(keep, "two");
    assert_false(keep_has_inputs(keep, "one"));
    keep_free(keep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_directory_is_new_until_it_was_asked_about),
        cmocka_unit_test(inputs_are_those_of_the_last_build_that_saw_to_all),
        scratch_test(fonts_are_told_by_what_they_were_when_they_were_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
