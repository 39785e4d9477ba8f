/*
 * A scratch directory and a diag for a test, and assertions on what was reported. Header only, so
 * that every test stays one program from one file.
 */
#ifndef HANDOUT_TESTS_SCRATCH_H
#define HANDOUT_TESTS_SCRATCH_H

#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct scratch {
    char *directory;
    struct diag *diag;
};

/* As where the computer has given all that it has: a thread asks for more room than there is. */
static inline void no_thread_is_left(bool end)
{
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, end ? SIZE_MAX / 4096 : 8 << 20);
    assert_int_equal(pthread_setattr_default_np(&attributes), 0);
    pthread_attr_destroy(&attributes);
}

static inline int scratch_setup(void **state)
{
    struct scratch *s = g_new(struct scratch, 1);
    s->directory = g_dir_make_tmp("handout-XXXXXX", NULL);
    s->diag = diag_new(false);
    *state = s;
    return s->directory ? 0 : -1;
}

static inline void scratch_remove(const char *path)
{
    GDir *dir = g_file_test(path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open(path, 0, NULL);
    for (const char *name; dir && (name = g_dir_read_name(dir));) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        scratch_remove(child);
    }
    if (dir)
        g_dir_close(dir);
    g_remove(path);
}

static inline int scratch_teardown(void **state)
{
    struct scratch *s = *state;
    scratch_remove(s->directory);
    g_free(s->directory);
    diag_free(s->diag);
    g_free(s);
    return 0;
}

/* The path of `name` in the scratch directory; owned by the caller. */
static inline char *scratch_path(const struct scratch *s, const char *name)
{
    return g_build_filename(s->directory, name, NULL);
}

/* Writes a file (`size` -1: a string) and returns its path, owned by the caller. */
static inline char *scratch_write(const struct scratch *s, const char *name, const void *data,
                                  gssize size)
{
    char *path = scratch_path(s, name);
    g_autofree char *directory = g_path_get_dirname(path);
    g_mkdir_with_parents(directory, 0700);
    assert_true(g_file_set_contents(path, data, size, NULL));
    return path;
}

/* What `print` prints; owned by the caller. */
static inline char *printed_by(void (*print)(const struct diag *, FILE *), const struct diag *diag)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    print(diag, out);
    fclose(out);
    char *copy = g_strdup(text);
    free(text);
    return copy;
}

/* What `diag_print` prints; owned by the caller. */
static inline char *printed(const struct diag *diag)
{
    return printed_by(diag_print, diag);
}

/* Fails, showing the report, unless it contains `text`. */
static inline void assert_said(const struct diag *diag, const char *text)
{
    g_autofree char *report = printed(diag);
    if (!strstr(report, text))
        fail_msg("nobody said '%s', but:\n%s", text, report);
}

static inline void assert_not_said(const struct diag *diag, const char *text)
{
    g_autofree char *report = printed(diag);
    if (strstr(report, text))
        fail_msg("somebody said '%s':\n%s", text, report);
}

static inline void assert_silent(const struct diag *diag)
{
    g_autofree char *report = printed(diag);
    assert_string_equal(report, "");
}

#define scratch_test(f) cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

#endif
