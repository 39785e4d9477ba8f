/*
 * The import as a whole: input to lines, lines through the steps, what they left to texts. The
 * steps only mark lines, so that at the end every line can be asked what became of it.
 */
#include "import/parts.h"

#include "base/file.h"
#include "base/slug.h"
#include "base/words.h"

#include <string.h>

/* As long as a file name is still read at a glance. [characters] */
#define NAME_LENGTH 48

static void read_text(struct source *source, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 0; lines[i]; i++)
        source_add(source, LINE_TEXT, i + 1, lines[i]);
}

static char *name_of(const char *words)
{
    char *name = slug_new(words, NAME_LENGTH);
    return name ? name : g_strdup("article");
}

static char *name_for(const char *title, const char *path)
{
    if (title)
        return name_of(title);
    g_autofree char *base = g_path_get_basename(path);
    char *dot = strrchr(base, '.');
    if (dot && dot > base)
        *dot = '\0';
    return name_of(base);
}

static void drop_free(gpointer data)
{
    struct import_drop *drop = data;
    g_free(drop->text);
    g_free(drop);
}

static GPtrArray *list_dropped(const struct source *source)
{
    GPtrArray *dropped = g_ptr_array_new_with_free_func(drop_free);
    for (unsigned i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (!line->why)
            continue;
        struct import_drop *drop = g_new(struct import_drop, 1);
        *drop = (struct import_drop){.pos = {.path = source->path, .line = line->number},
                                     .text = g_strdup(line->text),
                                     .why = line->why};
        g_ptr_array_add(dropped, drop);
    }
    return dropped;
}

/* Words of the lines that nobody marked. */
static unsigned count_words(const struct source *source)
{
    unsigned words = 0;
    for (unsigned i = 0; i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind == LINE_BLANK || line->why || line->is_fact)
            continue;
        words += words_count(line->text, strlen(line->text));
    }
    return words;
}

/* Lines to texts; empties the source. */
static struct import *import_finish(struct source *source)
{
    import_find_facts(source);
    import_drop_leftovers(source);
    g_autofree char *title = NULL;
    char *article = import_shape(source, &title);
    struct import *import = NULL;
    if (article) {
        import = g_new(struct import, 1);
        *import = (struct import){.name = name_for(title, source->path),
                                  .article = article,
                                  .clinic = import_write_clinic(source),
                                  .dropped = list_dropped(source),
                                  .words = count_words(source)};
    }
    source_clear(source);
    return import;
}

struct import *import_text(const char *text, const char *path)
{
    struct source source;
    source_init(&source, path);
    read_text(&source, text);
    return import_finish(&source);
}

struct import *import_html(const char *html, size_t size, const char *path)
{
    struct source source;
    source_init(&source, path);
    import_read_html(&source, html, size);
    return import_finish(&source);
}

static bool has_ending(const char *path, const char *const *endings)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    for (; *endings; endings++)
        if (g_str_has_suffix(lower, *endings))
            return true;
    return false;
}

/* The lines of a converted document are pandoc's: they tell nobody anything. */
static void forget_lines(struct import *import)
{
    for (unsigned i = 0; import && i < import->dropped->len; i++) {
        struct import_drop *drop = import->dropped->pdata[i];
        drop->pos.line = 0;
    }
}

static struct import *read_by_kind(const char *path, struct diag *diag)
{
    static const char *const pages[] = {".html", ".htm", ".xhtml", NULL};
    static const char *const documents[] = {".docx", ".odt", NULL};
    bool is_document = has_ending(path, documents);
    if (!is_document && !has_ending(path, pages)) {
        g_autofree char *text = file_read_text(path, diag);
        return text ? import_text(text, path) : NULL;
    }
    struct pos pos = {.path = g_intern_string(path)};
    g_autoptr(GBytes) html =
        is_document ? import_convert(path, diag) : file_read(path, FILE_TEXT_LIMIT, pos, diag);
    if (!html)
        return NULL;
    gsize size;
    const char *data = g_bytes_get_data(html, &size);
    struct import *import = import_html(data ? data : "", size, path);
    if (is_document)
        forget_lines(import);
    return import;
}

struct import *import_load(const char *path, struct diag *diag)
{
    unsigned before = diag_errors(diag);
    struct import *import = read_by_kind(path, diag);
    if (!import && diag_errors(diag) == before) {
        struct pos pos = {.path = g_intern_string(path)};
        diag_report(diag, RULE_EMPTY_ARTICLE, pos, "'%s' holds no text for an article", path);
    }
    return import;
}

void import_free(struct import *import)
{
    if (!import)
        return;
    g_free(import->name);
    g_free(import->article);
    g_free(import->clinic);
    g_ptr_array_unref(import->dropped);
    g_free(import);
}
