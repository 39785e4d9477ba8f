/*
 * What all commands do with their command line. GOption takes the first word for the program's
 * name, which is what stands there; its own help is off, because it ends the program.
 */
#include "run/command.h"

bool command_parse(const GOptionEntry *entries, char *const *words, GError **error)
{
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_auto(GStrv) given = g_strdupv((char **)words);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse_strv(context, &given, error))
        return false;
    if (!given[0] || !given[1])
        return true;
    g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "'%s' is not an option", given[1]);
    return false;
}
