/*
 * The import as a whole: input to lines, lines through the steps, what they left to texts. The
 * steps only mark lines, so that at the end every line can be asked what became of it.
 */
#include "base/paths.h"
#include "import/parts.h"

#include "base/file.h"
#include "base/pattern.h"
#include "base/slug.h"
#include "base/wide.h"
#include "base/words.h"
#include "import/draft.h"

#include <string.h>

/* As long as a file name is still read at a glance. [characters] */
#define NAME_LENGTH 48

#define WHY_CONTROL                                                                                \
    "the file has control characters, which are blanks or ends of lines now: look for them"
#define WHY_MISSING "missing in what was made of the document: put it back"
#define WHY_BESIDE  "beside the text of the document: at the head or foot of its pages, or a comment"
#define WHY_SIDES                                                                                  \
    "lines stand side by side in the PDF from here on, in columns or a table: check what belongs " \
    "together"
#define WHY_RAISED "figures that stand higher or lower in the PDF: check them"
#define WHY_PDF                                                                                    \
    "the words of a PDF: headings, lists and tables are guessed, and words that a line goes "      \
    "through are as all others; read all of it"
#define WHY_PARTED "parted at the end of a line: check whether its hyphen belongs to it"

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

/* The article to an import; empties the source. `article` is taken; NULL: there is none. */
static struct import *settle(struct source *source, char *article, const char *title)
{
    struct import *import = NULL;
    if (article) {
        import = g_new0(struct import, 1);
        import->article = article;
        import->name = name_for(title, source->path);
        import->clinic = import_write_clinic(source);
        import->words = count_words(source);
        import_report(import, source);
    }
    source_clear(source);
    return import;
}

/* `doubt`: what may be wrong anywhere in the text, or NULL. */
static void note_doubt(struct source *source, const char *doubt)
{
    for (guint i = 0; doubt && i < source->lines->len; i++) {
        const struct input_line *line = source->lines->pdata[i];
        if (line->kind == LINE_BLANK || line->why)
            continue;
        source_changed(source, line, line->text, doubt);
        break;
    }
}

/* Lines to texts; empties the source. */
static struct import *finish(struct source *source)
{
    import_find_language(source);
    note_doubt(source, import_doubt_language(source));
    import_find_facts(source);
    import_take_front(source);
    import_settle_notes(source);
    import_list_gaps(source);
    g_autofree char *title = NULL;
    char *article = import_shape(source, &title);
    return settle(source, article, title);
}

/* Lists the words in the lines that hold them; both are in the order of the text. */
static void note_words(struct source *source, const GPtrArray *words, const char *why)
{
    guint from = 0;
    for (guint next = 0; next < words->len; next++)
        for (guint i = from; i < source->lines->len; i++) {
            const struct input_line *line = source->lines->pdata[i];
            if (!strstr(line->text, words->pdata[next]))
                continue;
            source_changed(source, line, words->pdata[next], why);
            from = i;
            break;
        }
}

/* What stands beside the text is left out, but may hold facts. */
static void drop_aside(struct source *source, const GPtrArray *texts, const char *why)
{
    for (guint i = 0; texts && i < texts->len; i++) {
        source_add(source, LINE_BLANK, 0, "");
        struct input_line *line = source_add(source, LINE_TEXT, 0, texts->pdata[i]);
        line->why = line->kind == LINE_BLANK ? NULL : why;
        /* The page's address is not the clinic's. */
        line->aside = strcmp(why, WHY_PRINTED) != 0;
    }
}

struct text_notes {
    const char *doubt;           /* what makes all of a text doubtful, or NULL */
    const struct pdf_notes *pdf; /* or NULL */
    const GArray *feeds;         /* of pages; or NULL */
};

static struct import *read_text(const char *text, const char *path, struct text_notes notes)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autoptr(GPtrArray) parted = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *joined = import_join_parted(valid, parted);
    struct source source;
    source_init(&source, path);
    import_read_text(&source, joined);
    note_words(&source, parted, WHY_PARTED);
    if (notes.pdf) {
        note_words(&source, notes.pdf->odd, WHY_RAISED);
        note_words(&source, notes.pdf->beside, WHY_SIDES);
    }
    import_drop_leftovers(&source);
    text_drop_pages(&source, notes.feeds);
    drop_aside(&source, notes.pdf ? notes.pdf->running : NULL, WHY_RUNNING);
    drop_aside(&source, notes.pdf ? notes.pdf->printed : NULL, WHY_PRINTED);
    note_doubt(&source, notes.doubt);
    return finish(&source);
}

struct import *import_text(const char *text, const char *path)
{
    return read_text(text, path, (struct text_notes){0});
}

static struct import *read_markdown(const char *text, const char *path, bool files,
                                    const char *doubt)
{
    struct source source;
    source_init(&source, path);
    g_autofree char *title = NULL, *body = import_translate(&source, text, files, &title);
    import_list_gaps(&source);
    import_find_language(&source);
    note_doubt(&source, import_doubt_language(&source));
    note_doubt(&source, doubt);
    return settle(&source, draft_is_empty(body) ? NULL : import_assemble(&source, title, body),
                  title);
}

struct import *import_markdown(const char *text, const char *path)
{
    return read_markdown(text, path, false, NULL);
}

static void note_losses(struct source *source, const struct losses *losses)
{
    g_autoptr(GPtrArray) nowhere = g_ptr_array_new();
    import_note_places(source, losses->doubts, nowhere);
    for (guint i = 0; i < nowhere->len; i++)
        note_doubt(source, nowhere->pdata[i]);
    drop_aside(source, losses->missing, WHY_MISSING);
    drop_aside(source, losses->beside, WHY_BESIDE);
}

/* `diag`: NULL for a page that is no file, whose pictures nobody has. `losses`: of the document
 * that the page was made of; NULL: it was made of none. */
static struct import *read_page(const char *html, size_t size, const char *path,
                                const struct losses *losses, struct diag *diag)
{
    struct source source;
    source_init(&source, path);
    bool whole = import_read_html(&source, html, size);
    if (!whole && diag)
        diag_report(diag, RULE_EMPTY_ARTICLE, (struct pos){.file = paths_number(source.path)},
                    "'%s' is nested too deep to be read to its end: save it as text", path);
    if (diag)
        import_find_pictures(&source);
    if (losses) {
        import_drop_letterheads(&source);
        note_losses(&source, losses);
    }
    return finish(&source);
}

struct import *import_html(const char *html, size_t size, const char *path)
{
    return read_page(html, size, path, NULL, NULL);
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
    for (unsigned i = 0; import && i < import->fates->len; i++) {
        struct import_fate *fate = import->fates->pdata[i];
        fate->pos.line = 0;
    }
}

#define MAIL_ADVICE "open the mail and save what it says as HTML or text"

static void refuse(const char *path, const char *advice, struct diag *diag)
{
    diag_report(diag, RULE_EMPTY_ARTICLE, (struct pos){.file = paths_number(path)},
                "'%s' is no text for an article: %s", path, advice);
}

/* A mail as it is sent, whose letters are in a code (RFC 2045, 6): no words that people read. */
static bool is_coded_mail(const char *text)
{
    static struct pattern coded =
        PATTERN("^(?:[\\w-]+:.*\\n|[ \\t].*\\n)*?"
                "(?i:content-transfer-encoding): *(?i:quoted-printable|base64)\\b");
    struct range found;
    return pattern_find(&coded, text, 0, &found);
}

/* The file's bytes, in UTF-8 if they are surely UTF-16; NULL, reported. */
static GBytes *read_wide(const char *path, struct pos pos, struct diag *diag)
{
    g_autoptr(GBytes) bytes = file_read(path, FILE_TEXT_LIMIT, pos, diag);
    return bytes ? wide_in_utf8(bytes) : NULL;
}

static struct import *load_text(const char *path, struct diag *diag)
{
    bool mended = false;
    g_autofree char *text = file_read_foreign_text(path, &mended, diag);
    if (!text)
        return NULL;
    if (is_coded_mail(text)) {
        refuse(path, MAIL_ADVICE, diag);
        return NULL;
    }
    struct pos pos = {.file = paths_number(path)};
    g_autoptr(GBytes) bytes = read_wide(path, pos, diag);
    gsize size = 0;
    const char *data = bytes ? g_bytes_get_data(bytes, &size) : NULL;
    g_autoptr(GArray) feeds = text_find_feeds(data, size);
    struct text_notes notes = {.doubt = mended ? WHY_CONTROL : NULL, .feeds = feeds};
    return read_text(text, path, notes);
}

static struct import *load_markdown(const char *path, struct diag *diag)
{
    bool mended = false;
    g_autofree char *text = file_read_foreign_text(path, &mended, diag);
    return text ? read_markdown(text, path, true, mended ? WHY_CONTROL : NULL) : NULL;
}

static struct import *load_bytes(GBytes *html, const char *path, const struct losses *losses,
                                 struct diag *diag)
{
    gsize size = 0;
    const char *data = html ? g_bytes_get_data(html, &size) : NULL;
    return html ? read_page(data ? data : "", size, path, losses, diag) : NULL;
}

static struct import *load_page(const char *path, struct diag *diag)
{
    struct pos pos = {.file = paths_number(path)};
    g_autoptr(GBytes) html = read_wide(path, pos, diag);
    return load_bytes(html, path, NULL, diag);
}

static struct import *load_document(const char *path, struct diag *diag)
{
    g_autoptr(GPtrArray) doubts = g_ptr_array_new_with_free_func(import_free_doubt);
    g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) beside = g_ptr_array_new_with_free_func(g_free);
    struct losses losses = {.doubts = doubts, .missing = missing, .beside = beside};
    g_autoptr(GBytes) html = import_convert(path, &losses, diag);
    struct import *import = load_bytes(html, path, &losses, diag);
    forget_lines(import);
    return import;
}

static struct import *load_pdf(const char *path, struct diag *diag)
{
    g_autoptr(GPtrArray) running = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) printed = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) odd = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) beside = g_ptr_array_new_with_free_func(g_free);
    struct pdf_notes found = {running, printed, odd, beside};
    g_autofree char *text = import_read_pdf(path, found, diag);
    struct text_notes notes = {.doubt = WHY_PDF, .pdf = &found};
    struct import *import = text ? read_text(text, path, notes) : NULL;
    forget_lines(import);
    return import;
}

/* By the end of its name. */
static const struct {
    const char *ending;
    struct import *(*load)(const char *path, struct diag *diag);
} kinds[] = {
    {".html", load_page},    {".htm", load_page},          {".xhtml", load_page},
    {".md", load_markdown},  {".markdown", load_markdown}, {".docx", load_document},
    {".odt", load_document}, {".rtf", load_document},      {".epub", load_document},
    {".pdf", load_pdf},      {".mdx", load_markdown},      {".mdown", load_markdown},
    {".mkd", load_markdown}, {".qmd", load_markdown},      {".rmd", load_markdown},
};

static bool ends_with(const char *name, const char *ending)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    return g_str_has_suffix(lower, ending);
}

bool import_is_page(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].load == load_page && ends_with(name, kinds[i].ending))
            return true;
    return false;
}

bool import_is_document(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (kinds[i].load != load_page && ends_with(name, kinds[i].ending))
            return true;
    return ends_with(name, ".txt");
}

/* What is no text, though some of it looks so, and what people can do. */
static const struct {
    const char *ending, *advice;
} refused[] = {
    {".eml", MAIL_ADVICE},
    {".msg", MAIL_ADVICE},
    {".mht", "open the page and save it as HTML"},
    {".mhtml", "open the page and save it as HTML"},
    {".doc", "open it and save it as .docx"},
    {".pages", "open it and export it as .docx"},
    {".pptx", "copy its words into a document or a text"},
    {".xlsx", "copy its tables into a document or a text"},
};

/* The advice for a kind of file that is not read; NULL: it may be. */
static const char *find_advice(const char *lower)
{
    for (size_t i = 0; i < G_N_ELEMENTS(refused); i++)
        if (g_str_has_suffix(lower, refused[i].ending))
            return refused[i].advice;
    return NULL;
}

static struct import *read_by_kind(const char *path, struct diag *diag)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    const char *advice = find_advice(lower);
    if (advice) {
        refuse(path, advice, diag);
        return NULL;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (g_str_has_suffix(lower, kinds[i].ending))
            return kinds[i].load(path, diag);
    return load_text(path, diag);
}

struct import *import_load(const char *path, struct diag *diag)
{
    unsigned before = diag_errors(diag);
    struct import *import = read_by_kind(path, diag);
    if (!import && diag_errors(diag) == before) {
        struct pos pos = {.file = paths_number(path)};
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
    g_ptr_array_unref(import->fates);
    g_ptr_array_unref(import->files);
    g_free(import);
}
