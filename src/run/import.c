/*
 * The command `import`: starts the helper that makes drafts, and becomes it.
 */
#include "base/program.h"
#include "base/slug.h"
#include "run/command.h"
#include "run/place.h"

#include <stddef.h>

struct arguments {
    char *into, *name;
    char **files;
    gboolean force, check;
};

static const GOptionEntry options[] = {
    {"into", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, into)),
     "write the drafts to DIR (" DEFAULT_CONTENT ")", "DIR"},
    {"name", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, name)),
     "write the article to NAME.md, instead of a name made of its title", "NAME"},
    {"force", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, force)),
     "take the place of a draft that is there; never of clinic.yaml", NULL},
    {"check", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, check)),
     "write nothing: print what becomes of each line", NULL},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, files)), NULL, NULL},
    {0},
};

/* The helper's command line. Owned. */
static GPtrArray *helper_words(const struct arguments *a)
{
    GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(words, program_part("handout-import"));
    g_ptr_array_add(words, g_strconcat("--into=", a->into ? a->into : DEFAULT_CONTENT, NULL));
    if (a->name)
        g_ptr_array_add(words, g_strconcat("--name=", a->name, NULL));
    if (a->force)
        g_ptr_array_add(words, g_strdup("--force"));
    if (a->check)
        g_ptr_array_add(words, g_strdup("--check"));
    g_ptr_array_add(words, g_strdup("--"));
    for (char **file = a->files; *file; file++)
        g_ptr_array_add(words, g_strdup(*file));
    g_ptr_array_add(words, NULL);
    return words;
}

static int run(const void *arguments)
{
    const struct arguments *a = arguments;
    if (!a->files)
        return command_refuse(&command_import, "name a file");
    if (a->name && a->files[1])
        return command_refuse(&command_import, "--name is for one file");
    if (a->name && !slug_is(a->name))
        return command_refuse(&command_import, "--name takes small letters, digits and dashes");
    g_autoptr(GPtrArray) words = helper_words(a);
    return place_become((char *const *)words->pdata, "its part for import");
}

const struct command command_import = {
    .name = "import",
    .help = "make a draft article from a web page or document",
    .usage = "FILE… [OPTION…]",
    .about =
        "Makes draft articles of saved web pages, or a folder of them, of text and Markdown, of\n"
        ".epub, of .docx, .odt and .rtf (through pandoc), and of .pdf (its headings, lists and\n"
        "tables are guessed). Lists what it changed and every line that it left out.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
