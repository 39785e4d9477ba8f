/*
 * The words of a PDF, by poppler: a last resort, for a page holds where letters stand and not what
 * they are. Headings, lists and tables are guessed as in any text, and the draft says so. Awkward:
 * poppler's plain text takes each hyphen at the end of a line away, so that "10-⏎20 mg" would come
 * as 1020 mg; its list of words has them all.
 */
#include "import/parts.h"

#include "base/file.h"
#include "base/xml.h"

#include <gio/gio.h>
#include <string.h>

/* Words are farther apart than this. [of their height] */
#define GAP_LEAST 0.1

static void *report(const char *path, const char *message, struct diag *diag)
{
    struct pos pos = {.path = g_intern_string(path)};
    g_autofree char *line = g_strdelimit(g_strstrip(g_strdup(message)), "\r\n\t", ' ');
    diag_report(diag, RULE_IMPORT_PANDOC, pos, "'%s' cannot be read: %s", path, line);
    return NULL;
}

/* The list of words, owned by the caller; NULL, reported. */
static char *list_words(const char *path, struct diag *diag)
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
    const char *words[] = {program, "-q", "-enc", "UTF-8", "-bbox-layout", absolute, "-", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) out = helper_run(words, false, &error);
    if (!out)
        return report(path, error->message, diag);
    gsize size;
    const char *text = g_bytes_get_data(out, &size);
    return g_utf8_make_valid(text ? text : "", (gssize)size);
}

/* Where a word is on its page. [pt] */
struct box {
    double left, right, top, bottom;
};

static struct box read_box(const char *tag)
{
    static const char *const names[] = {"xMin=\"", "xMax=\"", "yMin=\"", "yMax=\""};
    double values[G_N_ELEMENTS(names)];
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *at = strstr(tag, names[i]);
        values[i] = at ? g_ascii_strtod(at + strlen(names[i]), NULL) : 0;
    }
    return (struct box){values[0], values[1], values[2], values[3]};
}

/* Poppler parts words at raised figures, too: those touch. `one` is the word before on its line. */
static bool touches(struct box one, struct box other)
{
    double gap = MAX(other.left - one.right, one.left - other.right);
    double height = MAX(one.bottom - one.top, other.bottom - other.top);
    return gap < GAP_LEAST * height;
}

/* The list as lines, an empty one behind each run of text; owned by the caller. */
static GString *read_lines(const char *list)
{
    GString *out = g_string_new(NULL);
    g_auto(GStrv) rows = g_strsplit(list, "\n", -1);
    struct box before = {0};
    for (char **row = rows; *row; row++) {
        const char *tag = g_strchug(*row), *text = strchr(tag, '>'), *end = strrchr(tag, '<');
        if (g_str_has_prefix(tag, "<word") && text && end > text) {
            g_autofree char *escaped = g_strndup(text + 1, (size_t)(end - text - 1));
            g_autofree char *word = xml_unescape(escaped);
            struct box box = read_box(tag);
            bool first = out->len == 0 || out->str[out->len - 1] == '\n';
            g_string_append_printf(out, "%s%s", first || touches(before, box) ? "" : " ", word);
            before = box;
        } else if (g_str_has_prefix(tag, "</line") || g_str_has_prefix(tag, "</flow"))
            g_string_append_c(out, '\n');
    }
    return out;
}

char *import_read_pdf(const char *path, struct diag *diag)
{
    g_autofree char *list = list_words(path, diag);
    return list ? g_string_free(read_lines(list), FALSE) : NULL;
}
