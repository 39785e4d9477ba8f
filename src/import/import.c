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
    struct import *import = g_new0(struct import, 1);
    g_autofree char *title = NULL;
    import->article = import_shape(source, &title);
    if (import->article) {
        import->name = name_for(title, source->path);
        import->clinic = import_write_clinic(source);
        import->words = count_words(source);
        import_report(import, source);
    } else
        g_clear_pointer(&import, g_free);
    source_clear(source);
    return import;
}

struct import *import_text(const char *text, const char *path)
{
    struct source source;
    source_init(&source, path);
    import_read_text(&source, text);
    import_drop_leftovers(&source);
    return import_finish(&source);
}

static struct import *read_page(const char *html, size_t size, const char *path, bool pictures)
{
    struct source source;
    source_init(&source, path);
    import_read_html(&source, html, size);
    if (pictures)
        import_find_pictures(&source);
    return import_finish(&source);
}

struct import *import_html(const char *html, size_t size, const char *path)
{
    return read_page(html, size, path, false);
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
    for (unsigned i = 0; import && i < import->changed->len; i++) {
        struct import_change *change = import->changed->pdata[i];
        change->pos.line = 0;
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
    struct import *import = read_page(data ? data : "", size, path, true);
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
    g_ptr_array_unref(import->changed);
    g_ptr_array_unref(import->files);
    g_free(import);
}
