/*
 * Word processors' documents, read by pandoc where it is installed: it knows their formats, and
 * what it gives as HTML goes the way of every web page. Awkward: titles and authors are no part of
 * its text unless a template asks for them, and it takes templates from files alone.
 */
#include "import/parts.h"

#include "base/file.h"

#include <glib/gstdio.h>
#include <unistd.h>

static GBytes *report(const char *path, const char *message, struct diag *diag)
{
    struct pos pos = {.path = g_intern_string(path)};
    g_autofree char *line = g_strdelimit(g_strstrip(g_strdup(message)), "\r\n\t", ' ');
    diag_report(diag, RULE_IMPORT_PANDOC, pos, "'%s' cannot be read: %s", path, line);
    return NULL;
}

#define TEMPLATE                                                                                   \
    "<body>$if(title)$<h1>$title$</h1>$endif$$if(subtitle)$<p>$subtitle$</p>$endif$"               \
    "$for(author)$<p>$author$</p>$endfor$$if(date)$<p>$date$</p>$endif$"                           \
    "$if(abstract)$<div>$abstract$</div>$endif$$body$</body>"

/* The template as a file, owned by the caller, who removes it; NULL with `error` set. */
static char *write_template(GError **error)
{
    char *path = NULL;
    int fd = g_file_open_tmp("handout-XXXXXX.html", &path, error);
    if (fd < 0)
        return NULL;
    close(fd);
    if (!g_file_set_contents(path, TEMPLATE, -1, error)) {
        g_unlink(path);
        g_clear_pointer(&path, g_free);
    }
    return path;
}

/* What pandoc makes of the document, with its pictures inside; NULL with `error` set. Changes that
 * a word processor tracks are accepted. */
static GBytes *run_pandoc(const char *pandoc, const char *path, const char *template,
                          GError **error)
{
    g_autofree char *absolute = g_canonicalize_filename(path, NULL); /* never an option */
    g_autofree char *option = g_strconcat("--template=", template, NULL);
    const char *words[] = {pandoc,
                           "+RTS",
                           "-M512M",
                           "-RTS",
                           "--sandbox",
                           "--quiet",
                           "--self-contained",
                           "--track-changes=accept",
                           "--to=html",
                           "--wrap=none",
                           option,
                           absolute,
                           NULL};
    return helper_run(words, true, error);
}

static GBytes *convert(const char *path, const char *pandoc, struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *template = write_template(&error);
    GBytes *html = template ? run_pandoc(pandoc, path, template, &error) : NULL;
    if (template)
        g_unlink(template);
    return html ? html : report(path, error->message, diag);
}

/* What pandoc is known to lose of a kind of document where it holds certain bytes: itself, or what
 * was made of it. */
static const struct {
    const char *ending, *bytes;
    bool of_html;
    const char *doubt;
} losses[] = {
    {".odt", "<table", true,
     "the tables of an .odt file: rows that name their columns are missing, put them back"},
    {".epub", "class=\"footnotes", true,
     "the footnotes of an .epub file: the numbers that refer to them are missing, put them back"},
    {".rtf", "\\footnote", false,
     "the footnotes of an .rtf file are missing: put them back, or save it as .docx"},
};

static const char *find_loss(const char *path, GBytes *document, GBytes *html)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    for (size_t i = 0; html && i < G_N_ELEMENTS(losses); i++) {
        gsize size = 0;
        const char *data = g_bytes_get_data(losses[i].of_html ? html : document, &size);
        if (g_str_has_suffix(lower, losses[i].ending) &&
            g_strstr_len(data, (gssize)size, losses[i].bytes))
            return losses[i].doubt;
    }
    return NULL;
}

GBytes *import_convert(const char *path, const char **doubt, struct diag *diag)
{
    *doubt = NULL;
    /* Ours is the message for a file that is not there. */
    struct pos pos = {.path = g_intern_string(path)};
    g_autoptr(GBytes) document = file_read(path, FILE_IMAGE_LIMIT, pos, diag);
    g_autofree char *pandoc = g_find_program_in_path("pandoc");
    if (!document)
        return NULL;
    if (!pandoc)
        return report(path, "install the package 'pandoc', or save the document as HTML", diag);
    GBytes *html = convert(path, pandoc, diag);
    *doubt = find_loss(path, document, html);
    return html;
}
