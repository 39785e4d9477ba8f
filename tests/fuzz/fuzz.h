/*
 * What the fuzz targets share: the loaders take paths, so each input becomes a file, in memory
 * where there is a /dev/shm. Header only, so that every target stays one program from one file.
 */
#ifndef HANDOUT_TESTS_FUZZ_H
#define HANDOUT_TESTS_FUZZ_H

#include "base/diag.h"
#include "content/labels.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char *fuzz_directory;

static inline void fuzz_forget(void)
{
    g_autofree char *file = g_build_filename(fuzz_directory, "input", NULL);
    g_unlink(file);
    g_rmdir(fuzz_directory);
    g_free(fuzz_directory);
}

/* The path of a file that holds the input; owned by the caller. The same path every time: paths
 * are interned, and would fill the memory. */
static inline char *fuzz_file(const uint8_t *data, size_t size)
{
    if (!fuzz_directory) {
        const char *memory = g_file_test("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : "/tmp";
        g_autofree char *pattern = g_build_filename(memory, "handout-fuzz-XXXXXX", NULL);
        fuzz_directory = g_strdup(g_mkdtemp(pattern));
        g_assert_nonnull(fuzz_directory);
        atexit(fuzz_forget);
    }
    char *path = g_build_filename(fuzz_directory, "input", NULL);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    g_assert_cmpint(fd, >=, 0);
    g_assert_cmpint(write(fd, data, size), ==, (gssize)size);
    close(fd);
    return path;
}

/* The words of the program, as committed. */
static inline struct labels *fuzz_labels(void)
{
    static struct labels *labels;
    if (!labels) {
        struct diag *diag = diag_new(false);
        labels = labels_load("content/labels", "en", (struct pos){0}, diag);
        g_assert_nonnull(labels);
        diag_free(diag);
    }
    return labels;
}

/* Findings are texts too: they must be printable, whatever they quote. */
static inline void fuzz_print(const struct diag *diag)
{
    static FILE *nowhere;
    if (!nowhere)
        nowhere = fopen("/dev/null", "w");
    diag_print(diag, nowhere);
    g_autofree char *json = diag_to_json(diag);
    g_assert_true(g_utf8_validate(json, -1, NULL));
}

#endif
