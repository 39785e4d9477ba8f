/*
 * Places reckoned from the program's own file.
 */
#include "base/program.h"

#include <glib.h>

char *program_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program ? g_path_get_dirname(program) : g_strdup(".");
}

char *program_part(const char *name)
{
    g_autofree char *folder = program_folder();
    char *beside = g_build_filename(folder, name, NULL);
    if (g_file_test(beside, G_FILE_TEST_IS_REGULAR))
        return beside;
    g_free(beside);
    g_autofree char *installed = g_build_filename(folder, "../libexec/handout", name, NULL);
    return g_canonicalize_filename(installed, NULL);
}
