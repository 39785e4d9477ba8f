/*
 * What all commands do with their command line. GOption takes the first word for the program's
 * name, which is what stands there; its own help is off, because it ends the program.
 */
#include "run/command.h"

#include "base/nearest.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static guint count_options(const struct command *command)
{
    guint count = 0;
    while (command->options[count].long_name)
        count++;
    return count;
}

static bool is_option(const GOptionEntry *entry)
{
    return *entry->long_name != '\0'; /* G_OPTION_REMAINING is "" */
}

static bool is_list(const GOptionEntry *entry)
{
    return entry->arg == G_OPTION_ARG_STRING_ARRAY || entry->arg == G_OPTION_ARG_FILENAME_ARRAY;
}

static bool is_word(const GOptionEntry *entry)
{
    return entry->arg == G_OPTION_ARG_STRING || entry->arg == G_OPTION_ARG_FILENAME;
}

/* The name of one that was given nothing, as a variable that is not set does it: what is read or
 * written would lie in the working folder. NULL: there is none. */
static const char *find_empty(const GOptionEntry *entries)
{
    for (; entries->long_name; entries++) {
        const char *word = is_word(entries) ? *(char **)entries->arg_data : NULL;
        const char *const *list =
            is_list(entries) ? *(const char *const **)entries->arg_data : NULL;
        if ((word && !*word) || (list && is_option(entries) && g_strv_contains(list, "")))
            return entries->long_name;
    }
    return NULL;
}

/* Reads `words` into `arguments` and `help`. */
static bool parse(const struct command *command, char *const *words, void *arguments,
                  gboolean *help, GError **error)
{
    guint count = count_options(command);
    g_autofree GOptionEntry *entries = g_new0(GOptionEntry, count + 2);
    for (guint i = 0; i < count; i++) {
        entries[i] = command->options[i];
        entries[i].arg_data = (char *)arguments + GPOINTER_TO_SIZE(entries[i].arg_data);
    }
    entries[count] = (GOptionEntry){"help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL};
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_auto(GStrv) given = g_strdupv((char **)words);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse_strv(context, &given, error))
        return false;
    const char *empty = find_empty(entries);
    if (empty)
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "'--%s' names nothing", empty);
    else if (given[0] && given[1])
        g_set_error(error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "'%s' is not an option",
                    given[1]);
    else
        return true;
    return false;
}

static void free_arguments(const struct command *command, char *arguments)
{
    for (const GOptionEntry *entry = command->options; entry->long_name; entry++) {
        void *value = arguments + GPOINTER_TO_SIZE(entry->arg_data);
        if (is_word(entry))
            g_free(*(char **)value);
        else if (is_list(entry))
            g_strfreev(*(char ***)value);
    }
    g_free(arguments);
}

int command_refuse(const struct command *command, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *message = g_strdup_vprintf(format, values);
    va_end(values);
    fprintf(stderr, "handout %s: %s; see 'handout %s --help'\n", command->name, message,
            command->name);
    return STATUS_USAGE;
}

int command_unknown(const struct command *command, const char *kind, const char *word,
                    const char *const *names)
{
    const char *near = nearest_word(word, names);
    if (near)
        return command_refuse(command, "there is no %s '%s', did you mean '%s'", kind, word, near);
    g_autofree char *list = g_strjoinv(", ", (char **)names);
    return command_refuse(command, "there is no %s '%s', there are %s", kind, word, list);
}

/* The names of the options, ended by NULL; borrowed strings. */
static GPtrArray *option_names(const struct command *command)
{
    GPtrArray *names = g_ptr_array_new();
    for (const GOptionEntry *entry = command->options; entry->long_name; entry++)
        if (is_option(entry))
            g_ptr_array_add(names, (char *)entry->long_name);
    g_ptr_array_add(names, (char *)"help");
    g_ptr_array_add(names, NULL);
    return names;
}

/* What GOption found wrong; where an option is unknown, with the nearest one. */
static int refuse_option(const struct command *command, const GError *error, char *const *words)
{
    g_autoptr(GPtrArray) names = option_names(command);
    const char *const *known = (const char *const *)names->pdata;
    bool unknown = g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION);
    for (; unknown && *words; words++) {
        const char *word = *words + strspn(*words, "-");
        g_autofree char *name = g_strndup(word, strcspn(word, "="));
        if (word > *words && !g_strv_contains(known, name))
            return command_unknown(command, "option", name, known);
    }
    return command_refuse(command, "%s", error->message);
}

static void print_option(const GOptionEntry *entry)
{
    const char *value = entry->arg_description ? entry->arg_description : "";
    g_autofree char *left = g_strdup_printf("--%s %s", entry->long_name, value);
    printf("  %-15s  %s\n", left, entry->description);
}

static void print_help(const struct command *command)
{
    static const GOptionEntry help = {"help", 'h', 0, 0, NULL, "show this help", NULL};
    printf("Usage: handout %s %s\n\n%s", command->name, command->usage, command->about);
    if (count_options(command) > 0)
        puts("");
    for (const GOptionEntry *entry = command->options; entry->long_name; entry++)
        if (is_option(entry) && !(entry->flags & G_OPTION_FLAG_HIDDEN))
            print_option(entry);
    if (count_options(command) > 0)
        print_option(&help);
    if (command->more_help)
        command->more_help();
}

int command_main(const struct command *command, char *const *words)
{
    void *arguments = g_malloc0(command->arguments_size);
    gboolean help = FALSE;
    g_autoptr(GError) error = NULL;
    int status = STATUS_OK;
    if (!parse(command, words, arguments, &help, &error))
        status = refuse_option(command, error, words);
    else if (help)
        print_help(command);
    else
        status = command->run(arguments);
    free_arguments(command, arguments);
    return status;
}
