/*
 * The words of a PDF, by poppler: a last resort, for a page holds where letters stand and not what
 * they are. Headings, lists and tables are guessed as in any text, and the draft says so.
 */
#include "import/parts.h"

#include "base/file.h"

#include <gio/gio.h>

static char *report(const char *path, const char *message, struct diag *diag)
{
    struct pos pos = {.path = g_intern_string(path)};
    g_autofree char *line = g_strdelimit(g_strstrip(g_strdup(message)), "\r\n\t", ' ');
    diag_report(diag, RULE_IMPORT_PANDOC, pos, "'%s' cannot be read: %s", path, line);
    return NULL;
}

char *import_read_pdf(const char *path, struct diag *diag)
{
    /* Ours is the message for a file that is not there. */
    struct pos pos = {.path = g_intern_string(path)};
    g_autoptr(GBytes) document = file_read(path, FILE_IMAGE_LIMIT, pos, diag);
    g_autofree char *program = g_find_program_in_path("pdftotext");
    g_autofree char *absolute = g_canonicalize_filename(path, NULL); /* never an option */
    if (!document)
        return NULL;
    if (!program)
        return report(path, "install the package 'poppler-utils', or save its text", diag);
    const char *words[] = {program, "-q", "-enc", "UTF-8", "-nopgbrk", absolute, "-", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) out = helper_run(words, false, &error);
    if (!out)
        return report(path, error->message, diag);
    gsize size;
    const char *text = g_bytes_get_data(out, &size);
    return g_utf8_make_valid(text ? text : "", (gssize)size);
}
