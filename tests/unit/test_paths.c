/* Paths by their numbers: the same for the same path, and told of as they were given. */
#include "scratch.h"

#include "base/paths.h"

#include <string.h>

/* In the order of their bytes. */
static const char *const paths[] = {
    "",          ".md",       "/",        "/a",
    "/a.md",     "/a/",       "/a/.md",   "/a/b",
    "/a/b-c.md", "/a/b.c.md", "/a/b.md",  "/a/b.md.md",
    "/a/b.yaml", "/a/b/c.md", "/a/bc.md", "/a/\xC3\xA9.md",
    "a",         "a.b/c",     "a.b/c.",   "a.md",
    "a/b.md",    "b.md",
};

static void a_path_is_told_as_it_was_given(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        g_autofree char *text = paths_text(paths_number(paths[i]));
        assert_string_equal(text, paths[i]);
    }
    assert_true(paths_number(NULL) == 0);
    assert_null(paths_text(0));
}

static void a_path_has_one_number(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(paths); k++) {
            g_autofree char *copy = g_strdup(paths[k]);
            assert_true((paths_number(paths[i]) == paths_number(copy)) == (i == k));
        }
}

static int sign(int order)
{
    return (order > 0) - (order < 0);
}

static void paths_are_ordered_by_their_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
        guint64 one = paths_number(paths[i]);
        assert_true(paths_compare(0, one) < 0 && paths_compare(one, 0) > 0);
        for (size_t k = 0; k < G_N_ELEMENTS(paths); k++)
            assert_int_equal(sign(paths_compare(one, paths_number(paths[k]))),
                             sign(strcmp(paths[i], paths[k])));
    }
    assert_int_equal(paths_compare(0, 0), 0);
}

/* Each thread gives all of them, of folders that others give at the same time. */
static gpointer number_all(gpointer numbers)
{
    for (guint i = 0; i < 2000; i++) {
        g_autofree char *path = g_strdup_printf("folder %u/%u.md", i % 200, i);
        ((guint64 *)numbers)[i] = paths_number(path);
    }
    return NULL;
}

static void threads_have_the_same_numbers(void **state)
{
    (void)state;
    static guint64 numbers[4][2000];
    GThread *threads[4];
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("paths", number_all, numbers[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
    for (size_t i = 1; i < G_N_ELEMENTS(threads); i++)
        assert_memory_equal(numbers[i], numbers[0], sizeof numbers[0]);
    g_autofree char *last = paths_text(numbers[3][1999]);
    assert_string_equal(last, "folder 199/1999.md");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_is_told_as_it_was_given),
        cmocka_unit_test(a_path_has_one_number),
        cmocka_unit_test(paths_are_ordered_by_their_bytes),
        cmocka_unit_test(threads_have_the_same_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
