/*
 * Method: XLIFF is PO in between. Awkward: its programs take files alone, named by their format, so
 * both stand in a folder of their own meanwhile.
 */
#include "import/exchange.h"

#include "base/file.h"
#include "base/paths.h"
#include "base/pattern.h"
#include "base/xml.h"
#include "import/parts.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

/* Names in the folder in between. */
#define NAME_PO    "a.po"
#define NAME_XLIFF "a.xlf"

enum format { FORMAT_PO, FORMAT_XLIFF, FORMAT_COUNT };

static void report(const char *path, const char *message, struct diag *diag)
{
    g_autofree char *line = g_strdelimit(g_strstrip(g_strdup(message)), "\r\n\t", ' ');
    diag_report(diag, RULE_TRANSLATION_FILE, (struct pos){.file = paths_number(path)}, "%s", line);
}

static enum format format_of(const char *path)
{
    g_autofree char *lower = g_ascii_strdown(path, -1);
    bool xliff = g_str_has_suffix(lower, ".xlf") || g_str_has_suffix(lower, ".xliff");
    return xliff ? FORMAT_XLIFF : g_str_has_suffix(lower, ".po") ? FORMAT_PO : FORMAT_COUNT;
}

static void report_format(const char *path, struct diag *diag)
{
    g_autofree char *message =
        g_strdup_printf("'%s' is named like no format of translators: let it end in '.po' or "
                        "'.xlf'",
                        path);
    report(path, message, diag);
}

/* Turns `from` into `to` in the folder with one of the programs. */
static bool convert(const char *program, const char *folder, const char *from, const char *to,
                    GError **error)
{
    g_autofree char *found = g_find_program_in_path(program);
    g_autofree char *in = g_build_filename(folder, from, NULL);
    g_autofree char *out = g_build_filename(folder, to, NULL);
    const char *words[] = {found, "--progress=none", "-i", in, "-o", out, NULL};
    if (!found) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                    "XLIFF needs '%s', which is not installed: install translate-toolkit, or take "
                    "a '.po' file",
                    program);
        return false;
    }
    g_autoptr(GBytes) said = helper_run(words, true, error);
    return said != NULL;
}

static void remove_folder(const char *folder)
{
    const char *const names[] = {NAME_PO, NAME_XLIFF};
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *path = g_build_filename(folder, names[i], NULL);
        g_unlink(path);
    }
    g_rmdir(folder);
}

/* The file as the other of both formats, made by one of the programs, with `out_folder` for where
 * that was; both owned by the caller. NULL, `error` set. */
static char *converted(const char *text, enum format to, char **out_folder, GError **error)
{
    bool xliff = to == FORMAT_XLIFF;
    const char *from_name = xliff ? NAME_PO : NAME_XLIFF, *to_name = xliff ? NAME_XLIFF : NAME_PO;
    g_autofree char *folder = g_dir_make_tmp("handout-XXXXXX", error);
    if (!folder)
        return NULL;
    g_autofree char *in = g_build_filename(folder, from_name, NULL);
    g_autofree char *out = g_build_filename(folder, to_name, NULL);
    char *made = NULL;
    if (g_file_set_contents(in, text, -1, error) &&
        convert(xliff ? "po2xliff" : "xliff2po", folder, from_name, to_name, error))
        g_file_get_contents(out, &made, NULL, error);
    remove_folder(folder);
    *out_folder = g_steal_pointer(&folder);
    return made;
}

/* XLIFF that says what was translated into what: the program names the file that it was given, and
 * takes every source for American English. NULL, `error` set. Owned by the caller. */
static char *to_xliff(const struct translating *t, const char *catalogue, GError **error)
{
    g_autofree char *folder = NULL;
    char *made = converted(catalogue, FORMAT_XLIFF, &folder, error);
    if (!made)
        return NULL;
    g_autofree char *file = g_path_get_basename(t->source->path);
    g_autoptr(GString) name = g_string_new(NULL);
    xml_escape(name, file);
    g_autofree char *place = g_strdup_printf("%s/" NAME_PO, folder);
    g_autofree char *languages =
        g_strdup_printf("source-language=\"%s\" target-language=\"%s\"", t->source->lang, t->lang);
    GString *xliff = g_string_new(made);
    g_free(made);
    g_string_replace(xliff, place, name->str, 0);
    g_string_replace(xliff, "source-language=\"en-US\"", languages, 1);
    return g_string_free(xliff, FALSE);
}

void exchange_write(const struct translating *t, const char *path, struct diag *diag)
{
    enum format format = format_of(path);
    if (format == FORMAT_COUNT) {
        report_format(path, diag);
        return;
    }
    if (!file_is_absent(path)) {
        diag_report(diag, RULE_FILE_EXISTS, (struct pos){.file = paths_number(path)},
                    "'%s' is there already and is never written over: move it away", path);
        return;
    }
    struct po *po = translating_export(t);
    g_autoptr(GError) error = NULL;
    g_autofree char *catalogue = po_write(po);
    g_autofree char *xliff = format == FORMAT_XLIFF ? to_xliff(t, catalogue, &error) : NULL;
    const char *text = xliff ? xliff : catalogue;
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    if (error)
        report(path, error->message, diag);
    else if (file_write(path, bytes, diag))
        printf("%s  %u to translate\n", path, po_open(po));
    po_free(po);
}

/* Many programs fill in a target and leave it at that; the one that makes PO of it takes for a
 * translation only what is approved. What says that it needs something waits as before. Owned by
 * the caller; NULL, `error` set. */
static char *approve_filled(const char *xliff, GError **error)
{
#define STARTS "<trans-unit\\b((?:(?!\\sapproved=)[^>])*)(?:\\sapproved=[\"'][a-z]*[\"'])?([^>]*)>"
#define INSIDE "(?:(?!</trans-unit>|<alt-trans).)*"
#define FILLED "<target\\b(?![^>]*\\sstate=[\"'](?:needs-|new))[^>/]*>\\s*(?!</target>)\\S"
    static struct pattern filled = PATTERN("(?s)" STARTS "(?=" INSIDE FILLED ")");
    return g_regex_replace(pattern_regex(&filled), xliff, -1, 0,
                           "<trans-unit\\1 approved=\"yes\"\\2>", 0, error);
#undef STARTS
#undef INSIDE
#undef FILLED
}

static struct po *read_xliff(const char *text, const char *path, struct diag *diag)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = NULL;
    g_autofree char *approved = approve_filled(text, &error);
    g_autofree char *catalogue = approved ? converted(approved, FORMAT_PO, &folder, &error) : NULL;
    struct po *po = catalogue ? po_read(catalogue, path, diag) : NULL;
    if (!catalogue)
        report(path, error->message, diag);
    if (po)
        po->contexts_lost = true;
    return po;
}

struct po *exchange_read(const char *path, struct diag *diag)
{
    enum format format = format_of(path);
    if (format == FORMAT_COUNT) {
        report_format(path, diag);
        return NULL;
    }
    g_autofree char *text = file_read_text(path, diag);
    if (!text)
        return NULL;
    return format == FORMAT_XLIFF ? read_xliff(text, path, diag) : po_read(text, path, diag);
}
