/*
 * Says what was made, for people (a line a file) and for programs (JSON). Awkward: columns are
 * padded by characters, not bytes, and the paths are the users' own.
 */
#include "publish/report_screens.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"

#include <glib/gstdio.h>
#include <string.h>

struct report *report_new(void)
{
    struct report *report = g_new0(struct report, 1);
    report->files = report_files_new();
    report->removed = g_ptr_array_new_with_free_func(g_free);
    report->show.as_before = g_ptr_array_new_with_free_func(g_free);
    report->show.missing = g_ptr_array_new_with_free_func(g_free);
    return report;
}

void report_free(struct report *report)
{
    if (!report)
        return;
    report_files_free(report->files);
    g_ptr_array_unref(report->removed);
    g_ptr_array_unref(report->show.as_before);
    g_ptr_array_unref(report->show.missing);
    g_free(report->show.build_id);
    g_free(report->show.since);
    g_free(report->show.urgent);
    g_free(report);
}

void report_add_file(struct report *report, struct report_file file)
{
    report_files_add(report->files, &file);
}

void report_add_as_before(struct report *report, const char *article, const char *source)
{
    GStatBuf status;
    g_autofree char *when =
        g_stat(source, &status) == 0 ? clock_minute(status.st_mtime) : g_strdup("before");
    g_ptr_array_add(report->show.as_before,
                    g_strdup_printf("%s: shown as it was %s, from %s", article, when, source));
}

void report_add_missing(struct report *report, const char *article)
{
    g_ptr_array_add(report->show.missing, g_strdup(article));
}

void report_set_urgent(struct report *report, const char *end, gint64 seconds)
{
    report->show.urgent = g_strdup(end);
    report->show.urgent_end = seconds;
}

static glong path_width(const char *path)
{
    return g_utf8_validate(path, -1, NULL) ? g_utf8_strlen(path, -1) : 0;
}

/* A busy reader has a line for all screens of an article; what is short of the distance is named.
 */
static bool is_folded(const struct report_file *file)
{
    return file->screen.seconds > 0 && file->screen.reads_to_m == 0;
}

static glong widest_path(const struct report *report, bool verbose)
{
    glong widest = 0;
    for (guint i = 0; i < report_files_count(report->files); i++) {
        const struct report_file *file = report_files_at(report->files, i);
        if (verbose || !is_folded(file))
            widest = MAX(widest, path_width(file->path));
    }
    return widest;
}

/* The rest of a screen's line. */
static void print_screen(const struct report_screen *screen, FILE *out)
{
    if (screen->seconds == 0)
        return;
    fprintf(out, "  %2u words %2u lines %2u s  letters %.0f mm (by %s), %.0f'", screen->words,
            screen->lines, screen->seconds, screen->cap_mm, screen->binding, screen->arcmin);
    if (screen->reads_to_m > 0)
        fprintf(out, ", readable to %.1f m only", screen->reads_to_m);
    if (screen->d20_m > 0)
        fprintf(out, ", 20/20 at %.0f m", screen->d20_m);
    fprintf(out, "  contrast %.1f", screen->contrast);
}

/* "2 pages, one sheet"; owned by the caller. */
static char *pages_words(const struct report_file *file)
{
    unsigned pages = file->pages, sheets = file->sheets;
    GString *words = g_string_new(NULL);
    if (pages > 0)
        g_string_append_printf(words, "%3u page%s", pages, pages == 1 ? "" : "s");
    if (sheets == 1)
        g_string_append(words, ", one sheet");
    if (sheets > 1)
        g_string_append_printf(words, ", %u sheets", sheets);
    return g_string_free(words, FALSE);
}

/* Of those that are printed: what comes after stands in a column. */
static int widest_pages(const struct report *report, bool verbose)
{
    size_t widest = 0;
    for (guint i = 0; i < report_files_count(report->files); i++) {
        const struct report_file *file = report_files_at(report->files, i);
        g_autofree char *words = pages_words(file);
        if (verbose || !is_folded(file))
            widest = MAX(widest, strlen(words));
    }
    return (int)widest;
}

/* Those that were printed have a line each: copies of them may lie about. */
static void print_removed(const struct report *report, FILE *out)
{
    guint from = report->show.removed_from, to = report->show.removed_to;
    for (guint i = 0; i < report->removed->len; i++)
        if (i < from || i >= to)
            fprintf(out, "%s removed\n", (const char *)report->removed->pdata[i]);
    if (to > from)
        fprintf(out, "%u file%s of the show before removed\n", to - from,
                to - from == 1 ? "" : "s");
}

/* `widest`: of the paths that stand in a column, `pages`: of what stands in the next. */
static void print_file(const struct report_file *file, glong widest, int pages, FILE *out)
{
    g_autofree char *words = pages_words(file);
    fprintf(out, "%s%*s %-*s", file->path, (int)(widest - path_width(file->path)), "", pages,
            words);
    fprintf(out, " %5.0f KB", (double)file->bytes / 1000);
    if (file->printing)
        fprintf(out, "  print %s", file->printing);
    print_screen(&file->screen, out);
    fputc('\n', out);
}

static void print_speech(const struct report_speech *speech, FILE *out)
{
    if (speech->files == 0)
        return;
    diag_print_count(speech->files, "file", out);
    fprintf(out, " of speech, %u min %02u s, %.1f MB; %u spoken anew in %.1f s\n",
            speech->seconds / 60, speech->seconds % 60, (double)speech->bytes / 1e6, speech->anew,
            speech->took_s);
}

void report_print(const struct report *report, bool verbose, FILE *out)
{
    glong widest = widest_path(report, verbose);
    int pages = widest_pages(report, verbose);
    for (guint i = 0; i < report_files_count(report->files); i++) {
        const struct report_file *file = report_files_at(report->files, i);
        if (verbose || !is_folded(file))
            print_file(file, widest, pages, out);
    }
    if (!verbose)
        report_print_screens(report, out);
    print_removed(report, out);
    const struct report_show *show = &report->show;
    if (show->loop_s > 0 && !show->urgent)
        fprintf(out, "one round of the show takes %u min %02u s, %.0f %% of it articles\n",
                show->loop_s / 60, show->loop_s % 60, 100.0 * show->articles_s / show->loop_s);
    print_speech(&show->speech, out);
}

/* Adds one to the files of `folder`, which is taken; `order` lists each folder once. */
static void count_in(GHashTable *counts, GPtrArray *order, char *folder)
{
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, folder));
    if (n == 0)
        g_ptr_array_add(order, folder);
    g_hash_table_insert(counts, folder, GUINT_TO_POINTER(n + 1));
}

/* In the order in which the files of each folder begin. */
static void print_folders(const struct report *report, FILE *out)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) order = g_ptr_array_new(); /* of keys of `counts` */
    for (guint i = 0; i < report_files_count(report->files); i++) {
        const struct report_file *file = report_files_at(report->files, i);
        count_in(counts, order, g_path_get_dirname(file->path));
    }
    for (guint i = 0; i < order->len; i++) {
        guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, order->pdata[i]));
        fprintf(out, "%s%u file%s in %s", i ? ", " : "", n, n == 1 ? "" : "s",
                (const char *)order->pdata[i]);
    }
}

static void print_articles(const struct report_show *show, FILE *out)
{
    for (guint i = 0; i < show->as_before->len; i++)
        fprintf(out, "%s; mend its errors\n", (const char *)show->as_before->pdata[i]);
    for (guint i = 0; i < show->missing->len; i++)
        fprintf(out, "%s: not in the show; mend its errors\n",
                (const char *)show->missing->pdata[i]);
}

static void print_state(const struct report_show *show, FILE *out)
{
    if (!show->is_wanted)
        return;
    if (show->is_current && show->urgent && *show->urgent)
        fprintf(out, "; the show is the urgent message until %s", show->urgent);
    else if (show->is_current && show->urgent)
        fputs("; the show is the urgent message, WITHOUT AN END: give it one, or delete the file "
              "when it is over",
              out);
    else if (show->is_current && show->articles_s == 0)
        fputs("; the show tells only how to reach the clinic", out);
    else if (show->is_current)
        fprintf(out, "; the show is up to date%s",
                show->missing->len + show->as_before->len ? " but for the articles above" : "");
    else if (show->since)
        fprintf(out, "; the show is that of %s and may be out of date: mend the errors",
                show->since);
    else
        fputs("; there is no show", out);
}

void report_print_verdict(const struct report *report, const struct diag *diag, FILE *out)
{
    unsigned left_out = diag_count_rule(diag, RULE_LEFT_OUT);
    print_articles(&report->show, out);
    fputs(report_files_count(report->files) ? "made " : "made nothing", out);
    print_folders(report, out);
    fputs("; ", out);
    if (left_out > 0) {
        diag_print_count(left_out, "product", out);
        fputs(" left out; ", out);
    }
    diag_print_count(diag_count(diag, SEVERITY_WARNING), "warning", out);
    fputs(", ", out);
    diag_print_count(diag_errors(diag), "error", out);
    print_state(&report->show, out);
    fputc('\n', out);
}

static void add_screen(JsonBuilder *builder, const struct report_screen *screen)
{
    json_open_object(builder, "screen");
    json_int(builder, "words", screen->words);
    json_int(builder, "lines", screen->lines);
    json_int(builder, "seconds", screen->seconds);
    json_number(builder, "cap_mm", screen->cap_mm);
    json_number(builder, "arcmin", screen->arcmin);
    json_number(builder, "contrast", screen->contrast);
    if (screen->reads_to_m > 0)
        json_number(builder, "reads_to_m", screen->reads_to_m);
    if (screen->d20_m > 0)
        json_number(builder, "d20_m", screen->d20_m);
    json_text(builder, "binding", screen->binding);
    json_close_object(builder);
}

static void add_file(JsonBuilder *builder, const struct report_file *file)
{
    json_open_object(builder, NULL);
    json_path(builder, "path", file->path);
    json_text(builder, "article", file->article);
    json_text(builder, "format", file->format);
    json_text(builder, "printing", file->printing);
    json_int(builder, "pages", file->pages);
    if (file->sheets > 0)
        json_int(builder, "sheets", file->sheets);
    json_int(builder, "bytes", (gint64)file->bytes);
    if (file->screen.seconds > 0)
        add_screen(builder, &file->screen);
    json_close_object(builder);
}

static void add_lines(JsonBuilder *builder, const char *name, const GPtrArray *lines)
{
    json_open_array(builder, name);
    for (guint i = 0; i < lines->len; i++)
        json_path(builder, NULL, lines->pdata[i]);
    json_close_array(builder);
}

static void add_speech(JsonBuilder *builder, const struct report_speech *speech)
{
    json_open_object(builder, "speech");
    json_int(builder, "files", speech->files);
    json_int(builder, "anew", speech->anew);
    json_int(builder, "seconds", speech->seconds);
    json_int(builder, "bytes", (gint64)speech->bytes);
    json_number(builder, "took_s", speech->took_s);
    json_close_object(builder);
}

static void add_show(JsonBuilder *builder, const struct report_show *show)
{
    json_open_object(builder, "show");
    if (show->is_current)
        json_true(builder, "current");
    json_text(builder, "since", show->since);
    json_text(builder, "urgent", show->urgent);
    if (show->speech.files > 0)
        add_speech(builder, &show->speech);
    add_lines(builder, "as_before", show->as_before);
    add_lines(builder, "missing", show->missing);
    json_close_object(builder);
}

static void add_making(JsonBuilder *builder, const struct report_making *making)
{
    json_open_object(builder, REPORT_MAKING);
    json_int(builder, "done", making->done);
    json_int(builder, "of", making->of);
    json_close_object(builder);
}

char *report_to_json(const struct report *report, const struct diag *diag)
{
    JsonBuilder *builder = json_new();
    g_autofree char *findings = diag_to_json(diag);
    json_open_object(builder, NULL);
    json_insert(builder, "findings", findings);
    json_open_array(builder, "files");
    for (guint i = 0; i < report_files_count(report->files); i++)
        add_file(builder, report_files_at(report->files, i));
    json_close_array(builder);
    json_open_array(builder, "removed");
    for (guint i = 0; i < report->removed->len; i++)
        json_path(builder, NULL, report->removed->pdata[i]);
    json_close_array(builder);
    json_int(builder, "loop_s", report->show.loop_s);
    json_int(builder, "articles_s", report->show.articles_s);
    if (report->show.is_wanted)
        add_show(builder, &report->show);
    if (report->making.of > 0)
        add_making(builder, &report->making);
    json_close_object(builder);
    return json_finish(builder);
}

void report_write(const struct report *report, const struct diag *diag, const char *path)
{
    g_autofree char *text = report_to_json(report, diag);
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    struct diag *passed_over = diag_new(false);
    file_write(path, bytes, passed_over);
    diag_free(passed_over);
}
