/* Files that lie in two folders by one name: told by what the folders list. */
#include "scratch.h"

#include "base/twins.h"

#include <unistd.h>

static void tie(const struct scratch *s, const char *from, const char *to)
{
    g_autofree char *one = scratch_path(s, from);
    g_autofree char *other = scratch_path(s, to);
    assert_int_equal(link(one, other), 0);
}

static void files_of_one_name_are_told_from_one_file(void **state)
{
    struct scratch *s = *state;
    const char *const files[] = {"print/same.pdf", "print/other.pdf", "print/gone.pdf",
                                 "offered/other.pdf"};
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        g_free(scratch_write(s, files[i], "one", -1));
    tie(s, "print/same.pdf", "offered/same.pdf");
    tie(s, "print/gone.pdf", "offered/renamed.pdf");
    g_autofree char *print = scratch_path(s, "print");
    g_autofree char *offered = scratch_path(s, "offered");
    struct twins *twins = twins_new(offered);
    assert_false(twins_have(twins, "same.pdf"));
    twins_look(twins, print);
    assert_true(twins_have(twins, "same.pdf"));
    assert_false(twins_have(twins, "other.pdf"));
    assert_false(twins_have(twins, "gone.pdf"));
    assert_false(twins_have(twins, "renamed.pdf"));
    twins_free(twins);
}

/* As of `offered`, beside the two folders that its files may lie in. */
static bool are_all(const struct scratch *s)
{
    g_autofree char *offered = scratch_path(s, "offered");
    g_autofree char *print = scratch_path(s, "print");
    g_autofree char *large = scratch_path(s, "large");
    struct twins *twins = twins_new(offered);
    twins_look(twins, print);
    twins_look(twins, large);
    bool all = twins_are_all(twins);
    twins_free(twins);
    return all;
}

static void all_are_twins_until_something_else_lies_there(void **state)
{
    struct scratch *s = *state;
    g_autofree char *folder = scratch_path(s, "offered/folder");
    assert_false(are_all(s));
    g_free(scratch_write(s, "print/one.pdf", "one", -1));
    g_free(scratch_write(s, "large/two.pdf", "two", -1));
    g_free(scratch_write(s, "offered/three.pdf", "three", -1));
    tie(s, "print/one.pdf", "offered/one.pdf");
    tie(s, "print/one.pdf", "large/one.pdf");
    assert_false(are_all(s));
    g_autofree char *three = scratch_path(s, "offered/three.pdf");
    assert_int_equal(unlink(three), 0);
    assert_true(are_all(s));
    assert_int_equal(g_mkdir(folder, 0777), 0);
    assert_false(are_all(s));
}

static void a_folder_that_is_not_there_has_none(void **state)
{
    struct scratch *s = *state;
    g_free(scratch_write(s, "print/same.pdf", "one", -1));
    g_autofree char *print = scratch_path(s, "print");
    g_autofree char *gone = scratch_path(s, "gone");
    struct twins *twins = twins_new(gone);
    twins_look(twins, print);
    twins_look(twins, gone);
    assert_false(twins_have(twins, "same.pdf"));
    twins_free(twins);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(files_of_one_name_are_told_from_one_file),
        scratch_test(all_are_twins_until_something_else_lies_there),
        scratch_test(a_folder_that_is_not_there_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
