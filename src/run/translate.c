/*
 * The command `translate`: writes the draft of a translation beside its source. Nothing is ever
 * written over: what stands in the file may be days of somebody's work.
 */
#include "import/translating.h"

#include "base/file.h"
#include "base/lang.h"
#include "run/command.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct arguments {
    char *content, *lang, *into;
    char **names;
};

static const GOptionEntry options[] = {
    {"lang", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, lang)),
     "the language to translate into, as in 'es'", "LANG"},
    {"content", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, content)),
     "read the article from DIR (" DEFAULT_CONTENT ")", "DIR"},
    {"into", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, into)),
     "write the draft to DIR (the folder of the article)", "DIR"},
    {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
     GSIZE_TO_POINTER(offsetof(struct arguments, names)), NULL, NULL},
    {0},
};

/* The article's file, wherever below the directory it lies; NULL, reported: there is none. Owned.
 */
static char *find_article(const char *content, const char *name, struct diag *diag)
{
    g_autofree char *file = g_strconcat(name, ".md", NULL);
    g_autoptr(GPtrArray) paths = article_list(content, diag);
    for (guint i = 0; i < paths->len; i++) {
        g_autofree char *base = g_path_get_basename(paths->pdata[i]);
        if (g_str_equal(base, file))
            return g_strdup(paths->pdata[i]);
    }
    diag_report(diag, RULE_NO_ARTICLES, (struct pos){.path = g_intern_string(content)},
                "there is no article '%s': name the file without '.md'", name);
    return NULL;
}

/* Where the draft goes: NAME.LANG.md. Owned. */
static char *draft_path(const char *source, const char *into, const char *name, const char *lang)
{
    g_autofree char *folder = into ? g_strdup(into) : g_path_get_dirname(source);
    g_autofree char *file = g_strconcat(name, ".", lang, ".md", NULL);
    return g_build_filename(folder, file, NULL);
}

static void write_draft(const char *path, const char *text, struct diag *diag)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    if (!file_is_absent(path))
        diag_report(diag, RULE_FILE_EXISTS, (struct pos){.path = g_intern_string(path)},
                    "'%s' is there already and is never written over: move it away for a new draft",
                    path);
    else if (file_write(path, bytes, diag))
        printf("%s  write each translation below its comment\n", path);
}

static void translate(const struct arguments *a, const char *name, const char *lang,
                      struct diag *diag)
{
    g_autofree char *path = find_article(a->content ? a->content : DEFAULT_CONTENT, name, diag);
    struct diag *passed_over = diag_new(false);
    struct article *source = path ? article_load(path, passed_over) : NULL;
    if (path && !source)
        diag_report(diag, RULE_FILE_READ, (struct pos){.path = g_intern_string(path)},
                    "'%s' cannot be read: 'handout check' says why", path);
    if (source) {
        g_autofree char *text = translating_draft(source, lang, NULL);
        g_autofree char *draft = draft_path(path, a->into, name, lang);
        write_draft(draft, text, diag);
    }
    article_free(source);
    diag_free(passed_over);
}

static int run(const void *arguments)
{
    const struct arguments *a = arguments;
    g_autofree char *lang = a->lang ? lang_canonical(a->lang) : NULL;
    if (!a->names || a->names[1])
        return command_refuse(&command_translate, "name one article");
    if (!lang)
        return command_refuse(&command_translate,
                              "say with --lang which language to translate into, as in 'es'");
    struct diag *diag = diag_new(false);
    translate(a, a->names[0], lang, diag);
    diag_print(diag, stderr);
    int status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}

const struct command command_translate = {
    .name = "translate",
    .help = "make the draft of a translation",
    .usage = "NAME --lang LANG [OPTION…]",
    .about =
        "Writes NAME.LANG.md: the words of NAME.md in comments, block by block, each above an\n"
        "empty place for its translation. Nothing is translated, and nothing written over.\n"
        "Keep the first line of each comment: by its number 'handout check' knows when the\n"
        "source has changed.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
