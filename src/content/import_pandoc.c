/*
 * Word processors' documents, read by pandoc where it is installed: it knows their formats, and
 * what it gives as HTML goes the way of every web page. Awkward: pandoc must not be left waiting
 * for an answer or fetch anything, so it runs sandboxed.
 */
#include "content/import_parts.h"

#include "base/file.h"

#include <gio/gio.h>
#include <string.h>

static GBytes *report(const char *path, const char *message, struct diag *diag)
{
    struct pos pos = {.path = g_intern_string(path)};
    g_autofree char *line = g_strdelimit(g_strstrip(g_strdup(message)), "\r\n\t", ' ');
    diag_report(diag, RULE_IMPORT_PANDOC, pos, "'%s' cannot be read: %s", path, line);
    return NULL;
}

/* Title, authors and such are no part of pandoc's text unless a template asks for them. */
#define TEMPLATE                                                                                   \
    "<body>$if(title)$<h1>$title$</h1>$endif$$if(subtitle)$<p>$subtitle$</p>$endif$"               \
    "$for(author)$<p>$author$</p>$endfor$$if(date)$<p>$date$</p>$endif$"                           \
    "$if(abstract)$<div>$abstract$</div>$endif$$body$</body>"

GBytes *import_convert(const char *path, struct diag *diag)
{
    /* Ours is the message for a file that is not there. */
    struct pos pos = {.path = g_intern_string(path)};
    g_autoptr(GBytes) document = file_read(path, FILE_IMAGE_LIMIT, pos, diag);
    g_autofree char *pandoc = g_find_program_in_path("pandoc");
    if (!document)
        return NULL;
    if (!pandoc)
        return report(path, "this needs pandoc: install the package 'pandoc', or save it as HTML",
                      diag);
    g_autofree char *absolute = g_canonicalize_filename(path, NULL); /* never an option */
    g_autoptr(GError) error = NULL;
    g_autoptr(GSubprocess) process =
        g_subprocess_new(G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                             G_SUBPROCESS_FLAGS_STDERR_PIPE,
                         &error, pandoc, "--sandbox", "--to=html", "--wrap=none",
                         "--template=/dev/stdin", absolute, NULL);
    g_autoptr(GBytes) html = NULL, complaint = NULL;
    g_autoptr(GBytes) template = g_bytes_new_static(TEMPLATE, strlen(TEMPLATE));
    if (!process || !g_subprocess_communicate(process, template, NULL, &html, &complaint, &error))
        return report(path, error->message, diag);
    if (g_subprocess_get_successful(process))
        return g_steal_pointer(&html);
    gsize size;
    const char *said = g_bytes_get_data(complaint, &size);
    g_autofree char *text = g_utf8_make_valid(said ? said : "", (gssize)size);
    return report(path, *text ? text : "pandoc failed", diag);
}
