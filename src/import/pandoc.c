/*
 * Word processors' documents, read by pandoc where it is installed: it knows their formats, and
 * what it gives as HTML goes the way of every web page. Awkward: titles and authors are no part of
 * its text unless a template asks for them, and it takes templates from files alone.
 */
#include "base/paths.h"
#include "import/parts.h"
#include "import/zip.h"

#include "base/file.h"
#include "base/pattern.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

/* How every RTF file begins. */
#define RTF "{\\rtf"

static GBytes *report(const char *path, const char *message, struct diag *diag)
{
    struct pos pos = {.file = paths_number(path)};
    g_autofree char *line = g_strdelimit(g_strstrip(g_strdup(message)), "\r\n\t", ' ');
    diag_report(diag, RULE_IMPORT_PANDOC, pos, "'%s' cannot be read: %s", path, line);
    return NULL;
}

#define TEMPLATE                                                                                   \
    "<body>$if(title)$<h1>$title$</h1>$endif$$if(subtitle)$<p>$subtitle$</p>$endif$"               \
    "$for(author)$<p>$author$</p>$endfor$$if(date)$<p>$date$</p>$endif$"                           \
    "$if(abstract)$<div>$abstract$</div>$endif$$body$</body>"

/* What pandoc takes and gives in files stands in a folder of its own meanwhile. */
#define NAME_TEMPLATE "template.html"
#define NAME_FILTER   "pandoc.lua"
#define NAME_RTF      "document.rtf"
#define NAME_ODT      "document.odt"
#define NAME_DOCX     "document.docx"
#define FILTER        "/handout/import/" NAME_FILTER

/* As the filter writes the address of a picture that the document holds, before its number. */
#define PICTURE "src=\"handout:picture-"

/* True when the bytes (`size` -1: up to the NUL) stand in the folder's file; else sets `error`. */
static bool write_file(const char *folder, const char *name, const char *bytes, gssize size,
                       GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return g_file_set_contents(path, bytes, size, error);
}

static bool write_filter(const char *folder, GError **error)
{
    g_autoptr(GBytes) filter = g_resources_lookup_data(FILTER, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
    gsize size;
    const char *bytes = filter ? g_bytes_get_data(filter, &size) : NULL;
    return bytes && write_file(folder, NAME_FILTER, bytes, (gssize)size, error);
}

static void remove_folder(const char *folder)
{
    g_autoptr(GDir) files = g_dir_open(folder, 0, NULL);
    for (const char *name; files && (name = g_dir_read_name(files));) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
    }
    g_rmdir(folder);
}

/* What pandoc makes of the document; NULL with `error` set. Changes that a word processor tracks
 * are accepted. It puts no picture into the page by itself: it would read any file that the
 * document names, and fetch any address. */
static GBytes *run_pandoc(const char *pandoc, const char *path, const char *folder, GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename(path, NULL); /* never an option */
    g_autofree char *template = g_strconcat("--template=", folder, "/" NAME_TEMPLATE, NULL);
    g_autofree char *filter = g_strconcat("--lua-filter=", folder, "/" NAME_FILTER, NULL);
    const char *words[] = {pandoc,
                           "+RTS",
                           "-M512M",
                           "-RTS",
                           "--sandbox",
                           "--quiet",
                           "--track-changes=accept",
                           "--to=html",
                           "--mathml", /* which our reader of pages has words for */
                           "--wrap=none",
                           template,
                           filter,
                           absolute,
                           NULL};
    return helper_run(words, true, error);
}

/* Appends the bytes of the picture as an address that holds them, unless `page` gets too long. */
static void put_picture(GString *page, const char *folder, const char *number)
{
    g_autofree char *name = g_strconcat("picture-", number, NULL);
    g_autofree char *path = g_build_filename(folder, name, NULL), *bytes = NULL;
    gsize size;
    if (!g_file_get_contents(path, &bytes, &size, NULL) || page->len + size > FILE_IMAGE_LIMIT)
        return;
    g_autofree char *letters = g_base64_encode((const guchar *)bytes, size);
    g_string_append_printf(page, "data:;base64,%s", letters);
}

/* The page with the document's pictures inside; takes `html` (NULL: none). */
static GBytes *put_pictures(GBytes *html, const char *folder)
{
    if (!html)
        return NULL;
    gsize size;
    const char *bytes = g_bytes_get_data(html, &size);
    g_autofree char *text = g_strndup(bytes, size);
    GString *page = g_string_new(NULL);
    const char *from = text;
    for (const char *at; (at = strstr(from, PICTURE));) {
        const char *number = at + strlen(PICTURE);
        size_t digits = strspn(number, "0123456789");
        g_autofree char *own = g_strndup(number, digits);
        g_string_append_len(page, from, at - from);
        g_string_append(page, "src=\"");
        put_picture(page, folder, own);
        from = number + digits;
    }
    g_string_append(page, from);
    g_bytes_unref(html);
    return g_string_free_to_bytes(page);
}

static bool is_kind(const char *path, const char *ending)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    return g_str_has_suffix(lower, ending);
}

/* The page in the language that the document says; takes `html` (NULL: none). */
static GBytes *put_lang(GBytes *html, GBytes *document)
{
    g_autofree char *lang = html ? document_lang(document) : NULL;
    if (!lang)
        return html;
    gsize size;
    const char *bytes = g_bytes_get_data(html, &size);
    GString *page = g_string_new(NULL);
    g_string_append_printf(page, "<html lang=\"%s\">", lang);
    g_string_append_len(page, bytes, (gssize)size);
    g_bytes_unref(html);
    return g_string_free_to_bytes(page);
}

/* What is read instead of a document, under a name of its own. */
struct instead {
    const char *name;
    GBytes *bytes; /* NULL: the document itself is read */
};

static bool write_instead(const char *folder, struct instead instead, GError **error)
{
    gsize size;
    const char *bytes = instead.bytes ? g_bytes_get_data(instead.bytes, &size) : NULL;
    return !bytes || write_file(folder, instead.name, bytes, (gssize)size, error);
}

static GBytes *convert(const char *path, struct instead instead, const char *pandoc, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("handout-XXXXXX", error);
    if (!folder)
        return NULL;
    g_autofree char *copy =
        instead.bytes ? g_build_filename(folder, instead.name, NULL) : g_strdup(path);
    bool ready = write_file(folder, NAME_TEMPLATE, TEMPLATE, -1, error) &&
                 write_filter(folder, error) && write_instead(folder, instead, error);
    GBytes *html = ready ? put_pictures(run_pandoc(pandoc, copy, folder, error), folder) : NULL;
    remove_folder(folder);
    return html;
}

/* The text as that function writes it anew; takes `bytes` (NULL: none). */
static GBytes *rewrite(GBytes *bytes, char *(*write)(const char *text))
{
    if (!bytes)
        return NULL;
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autofree char *text = g_strndup(data, size);
    char *written = write(text);
    g_bytes_unref(bytes);
    return g_bytes_new_take(written, strlen(written));
}

/* The page with cells that name columns as such, where signs say so; owned by the caller. */
static char *name_heads(const char *page)
{
#define SIGN "(?:" HEAD_SIGN "|<a href=\"" HEAD_ADDRESS "\"></a>)"
    static struct pattern left = PATTERN(SIGN),
                          cell = PATTERN("(?s)<td\\b([^>]*)>((?:<[a-z][^>]*>)*)" SIGN
                                         "((?:(?!<table|</td>).)*)</td>");
    g_autofree char *named =
        g_regex_replace(pattern_regex(&cell), page, -1, 0, "<th\\1>\\2\\3</th>", 0, NULL);
    return pattern_replace(&left, named ? named : page, "");
}

/* Words alone: pictures may stand in such a file as they are, with zeros. */
static bool is_rtf(GBytes *document)
{
    gsize size;
    const char *data = g_bytes_get_data(document, &size);
    return size > strlen(RTF) && memcmp(data, RTF, strlen(RTF)) == 0 && !memchr(data, 0, size);
}

/* Kinds of documents that are archives, and a part that none of them is without. */
static const struct {
    const char *ending, *part;
} archives[] = {
    {".docx", "_rels/.rels"}, {".odt", "content.xml"}, {".epub", "META-INF/container.xml"}};

/* Why no such document is in these bytes, static; NULL: there may be one. */
static const char *find_fault(const char *path, GBytes *document)
{
    static const char older[] = "\xD0\xCF\x11\xE0", zip[] = "PK";
    g_autofree char *lower = g_ascii_strdown(path, -1);
    gsize size, i = 0;
    const char *data = g_bytes_get_data(document, &size);
    while (i < G_N_ELEMENTS(archives) && !g_str_has_suffix(lower, archives[i].ending))
        i++;
    bool archive = i < G_N_ELEMENTS(archives);
    if (size == 0)
        return "it is empty";
    if (size > strlen(older) && memcmp(data, older, strlen(older)) == 0)
        return "it is in an older format, or has a password: open it in its own program, and save "
               "it as '.docx' without one";
    if (archive != (size > strlen(zip) && memcmp(data, zip, strlen(zip)) == 0))
        return "it is not what the end of its name says: open it in its own program, and save it "
               "anew";
    g_autofree char *part = archive ? zip_text(document, archives[i].part) : NULL;
    return part || !archive ? NULL : WHY_DAMAGED;
}

/* For one who has never heard of pandoc. */
static GBytes *report_failure(const char *path, const char *message, struct diag *diag)
{
    if (strstr(message, "Heap exhausted"))
        return report(path, WHY_TOO_LONG, diag);
    static const char *const faults[] = {"couldn't parse", "Couldn't parse", "Couldn't extract",
                                         "unpack",         "Could not find", "Could not read",
                                         "Invalid XML"};
    bool damaged = false;
    for (size_t i = 0; i < G_N_ELEMENTS(faults); i++)
        damaged |= strstr(message, faults[i]) != NULL;
    return report(path, damaged ? WHY_DAMAGED : message, diag);
}

/* What pandoc can read instead of the document, which becomes what is looked through for losses. */
static struct instead prepare(const char *path, GBytes **document)
{
    struct instead instead = {0};
    if (is_rtf(*document)) {
        *document = rewrite(*document, rtf_in_unicode);
        instead = (struct instead){NAME_RTF, rewrite(g_bytes_ref(*document), rtf_spell)};
    } else if (is_kind(path, ".odt")) {
        instead = (struct instead){NAME_ODT, odf_settle(*document)};
    } else if (is_kind(path, ".docx")) {
        instead = (struct instead){NAME_DOCX, docx_settle(*document)};
    }
    if (instead.bytes && !is_rtf(*document)) {
        g_bytes_unref(*document);
        *document = g_bytes_ref(instead.bytes);
    }
    return instead;
}

/* The document as pandoc reads it; NULL, reported. `*document`: as prepare. */
static GBytes *read_document(const char *path, GBytes **document, const char *pandoc,
                             struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    struct instead instead = prepare(path, document);
    GBytes *html = convert(path, instead, pandoc, &error);
    if (instead.bytes && is_rtf(*document))
        html = rewrite(html, rtf_number_items);
    if (instead.bytes) {
        html = rewrite(html, name_heads);
        g_bytes_unref(instead.bytes);
    }
    return html ? html : report_failure(path, error->message, diag);
}

/* The book as our own reader of web pages has it; NULL, reported. */
static GBytes *read_book(const char *path, GBytes *document, struct diag *diag)
{
    const char *fault;
    GBytes *page = book_read(document, &fault);
    return page ? page : report(path, fault, diag);
}

GBytes *import_convert(const char *path, struct losses *losses, struct diag *diag)
{
    /* Ours is the message for a file that is not there. */
    struct pos pos = {.file = paths_number(path)};
    g_autoptr(GBytes) document = file_read(path, FILE_IMAGE_LIMIT, pos, diag);
    if (!document)
        return NULL;
    g_autofree char *pandoc = g_find_program_in_path("pandoc");
    bool book = is_kind(path, ".epub");
    if (!pandoc && !book)
        return report(path, "install the package 'pandoc', or save the document as HTML", diag);
    const char *fault = find_fault(path, document);
    if (fault)
        return report(path, fault, diag);
    GBytes *html =
        book ? read_book(path, document, diag) : read_document(path, &document, pandoc, diag);
    import_find_losses(path, document, html, losses);
    return is_rtf(document) ? html : put_lang(html, document);
}
