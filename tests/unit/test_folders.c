/* Files are looked at in folders that are open: as stat tells of them, until folders are others. */
#include "scratch.h"

#include "base/folders.h"

#include <unistd.h>

/* More folders than are held open. */
#define MANY 20

static gint64 size_of(struct folders *folders, const struct scratch *s, const char *name)
{
    g_autofree char *path = scratch_path(s, name);
    struct stat status;
    return folders_stat(folders, path, &status) == 0 ? (gint64)status.st_size : -1;
}

static void files_are_found_in_many_folders(void **state)
{
    struct scratch *s = *state;
    struct folders *folders = folders_new();
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < MANY; i++) {
            g_autofree char *name = g_strdup_printf("%d/file", i);
            g_autofree char *none = g_strdup_printf("%d/none", i);
            g_autofree char *words = g_strnfill((gsize)i + 1, 'x');
            g_free(scratch_write(s, name, words, -1));
            assert_int_equal(size_of(folders, s, name), i + 1);
            assert_int_equal(size_of(folders, s, none), -1);
        }
    folders_free(folders);
}

/* Names that one begins with another, a folder itself, and a path that has none. */
static void paths_are_told_apart(void **state)
{
    struct scratch *s = *state;
    struct folders *folders = folders_new();
    struct stat status;
    g_free(scratch_write(s, "a/file", "1", -1));
    g_free(scratch_write(s, "aa/file", "22", -1));
    assert_int_equal(size_of(folders, s, "a/file"), 1);
    assert_int_equal(size_of(folders, s, "aa/file"), 2);
    assert_int_equal(size_of(folders, s, "b/file"), -1);
    assert_int_equal(size_of(NULL, s, "aa/file"), 2);
    g_autofree char *folder = scratch_path(s, "a/");
    assert_int_equal(folders_stat(folders, folder, &status), 0);
    assert_true(S_ISDIR(status.st_mode));
    assert_int_equal(folders_stat(folders, "Makefile", &status), 0);
    assert_true(S_ISREG(status.st_mode));
    folders_free(folders);
}

static void a_folder_in_the_place_of_another_is_seen_when_all_are_closed(void **state)
{
    struct scratch *s = *state;
    struct folders *folders = folders_new();
    g_autofree char *folder = scratch_path(s, "a");
    g_autofree char *away = scratch_path(s, "away");
    g_free(scratch_write(s, "a/file", "1", -1));
    assert_int_equal(size_of(folders, s, "a/file"), 1);
    g_free(scratch_write(s, "a/file", "22", -1));
    assert_int_equal(size_of(folders, s, "a/file"), 2);
    assert_int_equal(rename(folder, away), 0);
    g_free(scratch_write(s, "a/file", "333", -1));
    assert_int_equal(size_of(folders, s, "a/file"), 2);
    folders_close(folders);
    assert_int_equal(size_of(folders, s, "a/file"), 3);
    folders_free(folders);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(files_are_found_in_many_folders),
        scratch_test(paths_are_told_apart),
        scratch_test(a_folder_in_the_place_of_another_is_seen_when_all_are_closed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
