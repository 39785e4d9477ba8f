/*
 * Places reckoned from the program's own file.
 */
#include "run/place.h"

#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <unistd.h>

/* The folder of the program's own file. Owned. */
static char *own_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program ? g_path_get_dirname(program) : g_strdup(".");
}

const char *place_fonts(const char *asked)
{
    if (asked)
        return g_intern_string(asked);
    g_autofree char *folder = own_folder();
    g_autofree char *beside = g_build_filename(folder, "../share/handout", DEFAULT_FONTS, NULL);
    g_autofree char *installed = g_canonicalize_filename(beside, NULL);
    if (g_file_test(DEFAULT_FONTS, G_FILE_TEST_EXISTS) ||
        !g_file_test(installed, G_FILE_TEST_EXISTS))
        return DEFAULT_FONTS;
    return g_intern_string(installed);
}

char *place_helper(const char *name)
{
    g_autofree char *folder = own_folder();
    char *beside = g_build_filename(folder, name, NULL);
    if (g_file_test(beside, G_FILE_TEST_IS_EXECUTABLE))
        return beside;
    g_free(beside);
    g_autofree char *installed = g_build_filename(folder, "../libexec/handout", name, NULL);
    return g_canonicalize_filename(installed, NULL);
}

enum status place_become(char *const *words, const char *lack)
{
    execv(words[0], words);
    fprintf(stderr, "handout: this program was installed without %s: '%s': %s\n", lack, words[0],
            g_strerror(errno));
    return STATUS_ENVIRONMENT;
}
