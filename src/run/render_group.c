/*
 * One clinic's errors never keep another from its products. What builds in one process share
 * (fonts, faces, painted screens) serves all clinics, so what they have in common is loaded once.
 */
#include "run/render_group.h"

#include "base/json.h"
#include "base/stop.h"
#include "publish/keep.h"
#include "publish/sums.h"
#include "run/command.h"

#include <stdio.h>
#include <stdlib.h>

struct sum {
    unsigned clinics, files, warnings, errors;
    int status;
};

struct rendering {
    const struct group_order *order;
    struct clinics *clinics;
    struct keep *keep;
    GHashTable *told; /* lines of findings, owned */
    JsonBuilder *json;
    struct sum sum;
};

/* The surroundings' failure wins over that of the content, as in diag_exit_status. */
static void add_status(struct sum *sum, int status)
{
    sum->status = MAX(sum->status, status);
}

/* Findings in what clinics share come with each of them. */
static void print_findings(struct rendering *r, const struct diag *diag)
{
    char *text = NULL;
    size_t length;
    FILE *memory = open_memstream(&text, &length);
    (r->order->verbose ? diag_print : diag_print_short)(diag, memory);
    fclose(memory);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    free(text);
    for (char **line = lines; *line; line++)
        if (**line && g_hash_table_add(r->told, g_strdup(*line)))
            fprintf(stderr, "%s\n", *line);
}

static void print_counts(unsigned files, unsigned warnings, unsigned errors)
{
    diag_print_count(files, "file", stdout);
    fputs(", ", stdout);
    diag_print_count(warnings, "warning", stdout);
    fputs(", ", stdout);
    diag_print_count(errors, "error", stdout);
    fputc('\n', stdout);
    fflush(stdout);
}

static void tell_json(struct rendering *r, const char *name, const struct report *report,
                      const struct diag *diag)
{
    g_autofree char *text = report_to_json(report, diag);
    json_open_object(r->json, NULL);
    json_path(r->json, "clinic", name);
    json_insert(r->json, "report", text);
    json_close_object(r->json);
}

static void tell(struct rendering *r, guint index, const struct report *report,
                 const struct diag *diag)
{
    const char *name = r->clinics->names->pdata[index];
    struct sum one = {1, report->files->len, diag_count(diag, SEVERITY_WARNING), diag_errors(diag),
                      diag_exit_status(diag)};
    r->sum.clinics += one.clinics;
    r->sum.files += one.files;
    r->sum.warnings += one.warnings;
    r->sum.errors += one.errors;
    add_status(&r->sum, one.status);
    if (r->order->json) {
        tell_json(r, name, report, diag);
        return;
    }
    print_findings(r, diag);
    if (!r->order->quiet) {
        g_autofree char *printable = diag_printable(name);
        printf("%s: ", printable);
        print_counts(one.files, one.warnings, one.errors);
    }
}

/* The list of what was made says of which content: taken first, so that words that are changed
 * meanwhile are found to be newer. */
static void render_clinic(struct rendering *r, guint index)
{
    g_autofree char *content = clinics_content(r->clinics, index);
    g_autofree char *out = clinics_out(r->clinics, index);
    g_autofree char *digest = clinics_digest(r->clinics, index);
    struct build_options build = *r->order->each;
    build.content_dir = content;
    build.out_dir = out;
    build.keep = r->keep;
    struct diag *diag = diag_new(r->order->strict);
    struct report *report = report_new();
    build_run(&build, report, diag);
    keep_end_build(r->keep);
    if (r->order->clear)
        r->order->clear();
    if (!stop_asked()) {
        if (diag_exit_status(diag) != STATUS_ENVIRONMENT)
            sums_write(out, digest, diag_errors(diag), diag);
        tell(r, index, report, diag);
    }
    report_free(report);
    diag_free(diag);
}

static void print_end(struct rendering *r)
{
    if (r->order->json) {
        json_close_array(r->json);
        g_autofree char *text = json_finish(r->json);
        puts(text);
        return;
    }
    diag_print_count(r->sum.clinics, "clinic", stdout);
    fputs(": ", stdout);
    print_counts(r->sum.files, r->sum.warnings, r->sum.errors);
}

static void render_clinics(struct rendering *r)
{
    if (r->order->json) {
        r->json = json_new();
        json_open_array(r->json, "clinics");
    }
    stop_listen();
    for (guint i = 0; i < r->clinics->names->len && !stop_asked(); i++)
        if (shard_has(&r->order->shard, i))
            render_clinic(r, i);
    if (stop_asked())
        fputs("handout: told to stop: what was not made yet stays as it was\n", stderr);
    else
        print_end(r);
    stop_end();
}

int render_group(const struct group_order *order)
{
    struct diag *diag = diag_new(order->strict);
    struct rendering r = {.order = order, .clinics = clinics_open(order->group, order->out, diag)};
    diag_print(diag, stderr);
    add_status(&r.sum, diag_exit_status(diag));
    diag_free(diag);
    if (!r.clinics)
        return r.sum.status;
    r.keep = keep_new();
    r.told = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    render_clinics(&r);
    g_hash_table_unref(r.told);
    keep_free(r.keep);
    clinics_close(r.clinics);
    return r.sum.status;
}
