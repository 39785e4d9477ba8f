/*
 * Places reckoned from the program's own file.
 */
#include "run/place.h"

#include "base/intern.h"
#include "base/program.h"

#include <errno.h>
#include <glib.h>
#include <stdio.h>
#include <unistd.h>

const char *place_fonts(const char *asked)
{
    if (asked)
        return intern(asked);
    g_autofree char *folder = program_folder();
    g_autofree char *beside = g_build_filename(folder, "../share/handout", DEFAULT_FONTS, NULL);
    g_autofree char *installed = g_canonicalize_filename(beside, NULL);
    if (g_file_test(DEFAULT_FONTS, G_FILE_TEST_EXISTS) ||
        !g_file_test(installed, G_FILE_TEST_EXISTS))
        return DEFAULT_FONTS;
    return intern(installed);
}

enum status place_become(char *const *words, const char *lack)
{
    execv(words[0], words);
    fprintf(stderr, "handout: this program was installed without %s: '%s': %s\n", lack, words[0],
            g_strerror(errno));
    return STATUS_ENVIRONMENT;
}
