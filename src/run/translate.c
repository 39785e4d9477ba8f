/*
 * The command `translate`: writes the draft of a translation beside its source, keeps one up to
 * date, and takes both to translators' programs and back. Nothing that somebody has written is
 * written over unless `--update` or `--from` asks for it, and then only its records and what was
 * translated elsewhere.
 */
#include "base/paths.h"
#include "import/exchange.h"
#include "import/translating.h"

#include "base/file.h"
#include "base/lang.h"
#include "content/named.h"
#include "run/command.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

struct arguments {
    char *content, *lang, *into, *to, *from;
    gboolean update;
    char **names;
};

static const GOptionEntry options[] = {
    {"lang", 0, 0, G_OPTION_ARG_STRING, GSIZE_TO_POINTER(offsetof(struct arguments, lang)),
     "the language to translate into, as in 'es'", "LANG"},
    {"update", 0, 0, G_OPTION_ARG_NONE, GSIZE_TO_POINTER(offsetof(struct arguments, update)),
     "mark in the translation what its source has changed", NULL},
    {"to", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, to)),
     "write for translators' programs (.po, .xlf)", "FILE"},
    {"from", 0, 0, G_OPTION_ARG_FILENAME, GSIZE_TO_POINTER(offsetof(struct arguments, from)),
     "take back what was translated there (.po, .xlf)", "FILE"},
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
    diag_report(diag, RULE_NO_ARTICLES, (struct pos){.file = paths_number(content)},
                "there is no article '%s': name the file without '.md'", name);
    return NULL;
}

/* NULL, reported: it cannot be read at all. What else is wrong with it, 'check' says. */
static struct article *load(const char *path, struct diag *diag)
{
    struct diag *passed_over = diag_new(false);
    struct article *article = article_load(path, passed_over);
    if (!article)
        diag_report(diag, RULE_FILE_READ, (struct pos){.file = paths_number(path)},
                    "'%s' cannot be read: 'handout check' says why", path);
    diag_free(passed_over);
    return article;
}

static bool is_translation(const char *path, const char *source, const char *lang)
{
    struct diag *passed_over = diag_new(false);
    struct article *article = article_load(path, passed_over);
    g_autofree char *of = article ? article_source_path(article) : NULL;
    bool found = of && g_str_equal(of, source) && lang_same(article->lang, lang);
    article_free(article);
    diag_free(passed_over);
    return found;
}

/* NAME.LANG.md; beside a source that has its own language in its name, one like it: "mri-es.md"
 * beside "mri-en.md". Owned. */
static char *translation_file(const struct article *source, const char *name, const char *lang)
{
    int bare = (int)named_before(name, source->lang);
    return g_strdup_printf("%.*s%c%s.md", bare, name, name[bare] ? name[bare] : '.', lang);
}

/* Where the translation is or goes, else the file that says of itself what it is. Owned. */
static char *translation_path(const struct arguments *a, const struct article *article,
                              const char *name, const char *lang)
{
    const char *source = article->path;
    g_autofree char *folder = a->into ? g_strdup(a->into) : g_path_get_dirname(source);
    g_autofree char *file = translation_file(article, name, lang);
    char *path = g_build_filename(folder, file, NULL);
    struct diag *passed_over = diag_new(false);
    g_autoptr(GPtrArray) paths = article_list(folder, passed_over);
    for (guint i = 0; file_is_absent(path) && i < paths->len; i++)
        if (is_translation(paths->pdata[i], source, lang)) {
            g_free(path);
            path = g_strdup(paths->pdata[i]);
        }
    diag_free(passed_over);
    return path;
}

static void print_counts(const char *path, const struct translating_counts *counts)
{
    const struct {
        unsigned count;
        const char *what;
    } said[] = {
        {counts->taken, "taken back"},
        {counts->kept, "as they were"},
        {counts->assumed, "taken for translations of today's words"},
        {counts->changed, "changed in the source since"},
        {counts->empty, "to translate"},
        {counts->gone, "no longer in the source"},
    };
    printf("%s ", path);
    for (size_t i = 0, n = 0; i < G_N_ELEMENTS(said); i++)
        if (said[i].count)
            printf("%s %u %s", n++ ? "," : "", said[i].count, said[i].what);
    printf("\n");
}

static void write_translation(const struct translating *t, const char *path, struct diag *diag)
{
    struct translating_counts counts;
    g_autofree char *text = translating_write(t, &counts);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    if (!file_write(path, bytes, diag))
        return;
    if (t->translated || t->po)
        print_counts(path, &counts);
    else
        printf("%s  write each translation below its comment\n", path);
}

static bool refuse_existing(const char *path, struct diag *diag)
{
    if (file_is_absent(path))
        return false;
    diag_report(diag, RULE_FILE_EXISTS, (struct pos){.file = paths_number(path)},
                "'%s' is there already and is never written over: move it away for a new one, or "
                "say --update",
                path);
    return true;
}

/* The source is there; what there is of the translation may be nothing. */
static void translate_into(const struct arguments *a, struct translating *t, const char *path,
                           struct diag *diag)
{
    bool there = !file_is_absent(path);
    struct article *translated = there ? load(path, diag) : NULL;
    struct po *po = a->from ? exchange_read(a->from, diag) : NULL;
    t->translated = translated;
    t->po = po;
    if ((there && !translated) || (a->from && !po))
        ; /* reported */
    else if (a->to)
        exchange_write(t, a->to, diag);
    else if (a->update || a->from || !refuse_existing(path, diag))
        write_translation(t, path, diag);
    po_free(po);
    article_free(translated);
}

static void translate(const struct arguments *a, const char *name, const char *lang,
                      struct diag *diag)
{
    g_autofree char *path = find_article(a->content ? a->content : DEFAULT_CONTENT, name, diag);
    struct article *source = path ? load(path, diag) : NULL;
    if (source) {
        struct translating t = {.source = source, .lang = lang};
        g_autofree char *translation = translation_path(a, source, name, lang);
        translate_into(a, &t, translation, diag);
    }
    article_free(source);
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
    if (a->to && (a->from || a->update))
        return command_refuse(&command_translate, "--to writes another file: say it alone");
    struct diag *diag = diag_new(false);
    translate(a, a->names[0], lang, diag);
    diag_print(diag, stderr);
    int status = diag_exit_status(diag);
    diag_free(diag);
    return status;
}

const struct command command_translate = {
    .name = "translate",
    .help = "make a translation's draft, and keep it up to date",
    .usage = "NAME --lang LANG [OPTION…]",
    .about = "Writes NAME.LANG.md: the words of NAME.md in comments, block by block, each\n"
             "above an empty place for its translation. Nothing is translated, and nothing\n"
             "written over. Keep the first line of each comment: by its number 'handout\n"
             "check' knows when the source has changed, and --update writes both wordings\n"
             "there. Once that is translated, take out the number before the arrow.\n",
    .options = options,
    .arguments_size = sizeof(struct arguments),
    .run = run,
};
