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

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(fonts_are_told_by_what_they_were_when_they_were_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
