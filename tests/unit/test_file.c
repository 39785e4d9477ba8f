/* Whole files: limits and encodings when reading, all or nothing when writing. */
#include "scratch.h"

#include "base/file.h"
#include "base/paths.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

static char *read_text(struct scratch *s, const char *data, gssize size)
{
    g_autofree char *path = scratch_write(s, "text.md", data, size);
    return file_read_text(path, s->diag);
}

static void text_loses_its_mark_and_foreign_line_ends(void **state)
{
    struct scratch *s = *state;
    g_autofree char *text = read_text(s, "\xEF\xBB\xBFone\r\ntwo\rthree\n", -1);
    assert_string_equal(text, "one\ntwo\nthree\n");
    assert_silent(s->diag);
}

static void an_empty_file_is_empty_text(void **state)
{
    struct scratch *s = *state;
    g_autofree char *text = read_text(s, "", 0);
    assert_string_equal(text, "");
}

static void broken_utf8_is_found_by_line_and_code_point(void **state)
{
    struct scratch *s = *state;
    assert_null(read_text(s, "\xEF\xBB\xBFone\r\n\xC3\xA4\xC3\xB6\xFFx", -1));
    assert_said(s->diag, "text.md:2:3: error: the byte 0xFF is not UTF-8");
    assert_int_equal(diag_exit_status(s->diag), 1);
}

static void a_cut_off_character_is_broken(void **state)
{
    struct scratch *s = *state;
    assert_null(read_text(s, "ab\xE2\x82", -1));
    assert_said(s->diag, "text.md:1:3: error: the byte 0xE2 is not UTF-8");
}

static void a_nul_byte_is_refused(void **state)
{
    struct scratch *s = *state;
    assert_null(read_text(s, "a\0b", 3));
    assert_said(s->diag, "text.md:1:2: error: the control character U+0000");
}

static void control_characters_are_refused(void **state)
{
    struct scratch *s = *state;
    assert_null(read_text(s, "tab\tis fine\n\033[2J", -1));
    assert_said(s->diag, "text.md:2:1: error: the control character U+001B");
}

static void c1_controls_are_refused(void **state)
{
    struct scratch *s = *state;
    assert_null(read_text(s, "it\xC2\x92s", -1));
    assert_said(s->diag, "text.md:1:3: error: the control character U+0092");
}

static void utf16_is_named(void **state)
{
    struct scratch *s = *state;
    assert_null(read_text(s, "\xFF\xFEh\0i\0", 6));
    assert_said(s->diag, "the file is UTF-16: save it as UTF-8 [encoding]");
}

static void a_file_over_the_limit_is_refused(void **state)
{
    struct scratch *s = *state;
    size_t size = 9 * 1024 * 1024;
    g_autofree char *data = g_malloc(size);
    memset(data, 'a', size);
    assert_null(read_text(s, data, (gssize)size));
    assert_said(s->diag, "is larger than 8 MB: is it the right file? [file-size]");
}

static void a_file_at_the_limit_is_read(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "four", "1234", -1);
    struct pos from = {paths_number("from.md"), 3, 1};
    g_autoptr(GBytes) fits = file_read(path, 4, from, s->diag);
    assert_int_equal(g_bytes_get_size(fits), 4);
    assert_null(file_read(path, 3, from, s->diag));
    assert_said(s->diag, "from.md:3:1: error:");
}

static void a_missing_file_is_the_surroundings_fault(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_path(s, "none.yaml");
    assert_null(file_read_text(path, s->diag));
    assert_said(s->diag, "none.yaml' cannot be read: No such file or directory [file-read]");
    assert_int_equal(diag_exit_status(s->diag), 3);
}

static void directories_and_pipes_are_not_read(void **state)
{
    struct scratch *s = *state;
    g_autofree char *pipe_path = scratch_path(s, "pipe");
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    assert_null(file_read_text(s->directory, s->diag));
    assert_null(file_read_text(pipe_path, s->diag));
    assert_said(s->diag, "pipe' cannot be read: not a plain file");
    assert_int_equal(diag_errors(s->diag), 2);
}

static bool write_text(struct scratch *s, const char *path, const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    return file_write(path, bytes, s->diag);
}

static void assert_holds(const char *path, const char *text)
{
    g_autofree char *found = NULL;
    assert_true(g_file_get_contents(path, &found, NULL, NULL));
    assert_string_equal(found, text);
}

static unsigned entries(const char *directory)
{
    g_autoptr(GDir) dir = g_dir_open(directory, 0, NULL);
    unsigned n = 0;
    while (g_dir_read_name(dir))
        n++;
    return n;
}

static void writing_makes_directories_and_leaves_nothing_beside(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_path(s, "a/b/file");
    assert_true(write_text(s, path, "old"));
    assert_true(write_text(s, path, "new and longer"));
    assert_holds(path, "new and longer");
    g_autofree char *directory = g_path_get_dirname(path);
    assert_int_equal(entries(directory), 1);
    assert_silent(s->diag);
}

static void unchanged_bytes_are_not_written_again(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "file", "same", -1);
    struct stat before, after;
    stat(path, &before);
    assert_true(write_text(s, path, "same"));
    stat(path, &after);
    assert_int_equal(before.st_ino, after.st_ino);
    assert_true(write_text(s, path, "diff"));
    stat(path, &after);
    assert_int_not_equal(before.st_ino, after.st_ino);
}

static void a_directory_in_the_way_is_reported_and_stays(void **state)
{
    struct scratch *s = *state;
    g_autofree char *inner = scratch_write(s, "taken/file", "x", -1);
    g_autofree char *path = scratch_path(s, "taken");
    assert_false(write_text(s, path, "text"));
    assert_holds(inner, "x");
    assert_int_equal(entries(s->directory), 1);
    assert_said(s->diag, "a file and a directory are in each other's way [file-write]");
    assert_int_equal(diag_exit_status(s->diag), 3);
}

/* A limit on the size of files stands in for a full disk: the write fails half way. */
static void a_write_that_fails_half_way_leaves_the_old_file(void **state)
{
    struct scratch *s = *state;
    g_autofree char *path = scratch_write(s, "file", "old", -1);
    g_autofree char *large = g_strnfill(100000, 'x');
    struct rlimit before, tight;
    getrlimit(RLIMIT_FSIZE, &before);
    tight = (struct rlimit){.rlim_cur = 5000, .rlim_max = before.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &tight);
    bool ok = write_text(s, path, large);
    setrlimit(RLIMIT_FSIZE, &before);
    assert_false(ok);
    assert_holds(path, "old");
    assert_int_equal(entries(s->directory), 1);
    assert_said(s->diag, "file' cannot be written: File too large [file-write]");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        scratch_test(text_loses_its_mark_and_foreign_line_ends),
        scratch_test(an_empty_file_is_empty_text),
        scratch_test(broken_utf8_is_found_by_line_and_code_point),
        scratch_test(a_cut_off_character_is_broken),
        scratch_test(a_nul_byte_is_refused),
        scratch_test(control_characters_are_refused),
        scratch_test(c1_controls_are_refused),
        scratch_test(utf16_is_named),
        scratch_test(a_file_over_the_limit_is_refused),
        scratch_test(a_file_at_the_limit_is_read),
        scratch_test(a_missing_file_is_the_surroundings_fault),
        scratch_test(directories_and_pipes_are_not_read),
        scratch_test(writing_makes_directories_and_leaves_nothing_beside),
        scratch_test(unchanged_bytes_are_not_written_again),
        scratch_test(a_directory_in_the_way_is_reported_and_stays),
        scratch_test(a_write_that_fails_half_way_leaves_the_old_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
