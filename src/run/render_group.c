/*
 * One clinic's errors never keep another from its products. What builds in one process share
 * (fonts, faces, painted screens) serves all clinics, so what they have in common is loaded once.
 */
#include "run/render_group.h"

#include "base/digest.h"
#include "base/file.h"
#include "base/json.h"
#include "base/stop.h"
#include "content/group.h"
#include "content/urgent.h"
#include "publish/keep.h"
#include "publish/sums.h"
#include "publish/told.h"
#include "run/command.h"

#include <stdio.h>
#include <stdlib.h>

struct rendering {
    const struct group_order *order;
    struct clinics *clinics;
    struct keep *keep;
    char *key;           /* of all that products depend on but content */
    GHashTable *printed; /* lines of findings, owned */
    JsonBuilder *json;
    unsigned done;   /* clinics */
    struct told sum; /* of them; without findings */
};

/* The surroundings' failure wins over that of the content, as in diag_exit_status. */
static void add_status(struct told *sum, int status)
{
    sum->status = MAX(sum->status, status);
}

static char *findings_of(const struct rendering *r, const struct diag *diag)
{
    char *text = NULL;
    size_t length;
    FILE *memory = open_memstream(&text, &length);
    (r->order->verbose ? diag_print : diag_print_short)(diag, memory);
    fclose(memory);
    char *findings = g_strdup(text);
    free(text);
    return findings;
}

/* Findings in what clinics share come with each of them. */
static void print_findings(struct rendering *r, const char *findings)
{
    g_auto(GStrv) lines = g_strsplit(findings, "\n", -1);
    for (char **line = lines; *line; line++)
        if (**line && g_hash_table_add(r->printed, g_strdup(*line)))
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

static void tell(struct rendering *r, const char *name, const struct told *told)
{
    r->done++;
    r->sum.files += told->files;
    r->sum.warnings += told->warnings;
    r->sum.errors += told->errors;
    add_status(&r->sum, told->status);
    if (r->json)
        return;
    print_findings(r, told->findings);
    if (r->order->quiet)
        return;
    g_autofree char *printable = diag_printable(name);
    printf("%s: ", printable);
    print_counts(told->files, told->warnings, told->errors);
}

struct clinic_folders {
    const char *name;
    char *content, *out;
    char *digest; /* of its content */
    char *key;    /* of all that its products depend on */
};

/* The list of what was made, and what was told of it. */
static void finish(struct rendering *r, const struct clinic_folders *clinic,
                   const struct report *report, struct diag *diag)
{
    bool whole = diag_exit_status(diag) != STATUS_ENVIRONMENT &&
                 sums_write(clinic->out, clinic->digest, diag_errors(diag), diag);
    g_autofree char *findings = findings_of(r, diag);
    const struct told told = {report_files_count(report->files), diag_count(diag, SEVERITY_WARNING),
                              diag_errors(diag), diag_exit_status(diag), findings};
    if (whole)
        told_keep(clinic->out, clinic->key, &told);
    if (r->json)
        tell_json(r, clinic->name, report, diag);
    tell(r, clinic->name, &told);
}

static void build(struct rendering *r, const struct clinic_folders *clinic)
{
    struct build_options options = *r->order->each;
    options.content_dir = clinic->content;
    options.out_dir = clinic->out;
    options.keep = r->keep;
    struct diag *diag = diag_new(r->order->strict);
    struct report *report = report_new();
    build_run(&options, report, diag);
    keep_end_build(r->keep);
    if (r->order->clear)
        r->order->clear();
    if (!stop_asked())
        finish(r, clinic, report, diag);
    report_free(report);
    diag_free(diag);
}

/* An urgent message ends by the clock, and programs are told of every file. */
static bool may_stand(const struct rendering *r, const struct clinic_folders *clinic)
{
    g_autofree char *urgent = group_file(clinic->content, URGENT_FILE);
    return !r->order->each->afresh && !r->json && file_is_absent(urgent);
}

/* The digest is taken first, so that words that are changed meanwhile are found to be newer. */
static void render_clinic(struct rendering *r, guint index)
{
    struct told told;
    struct clinic_folders clinic = {.name = r->clinics->names->pdata[index],
                                    .content = clinics_content(r->clinics, index),
                                    .out = clinics_out(r->clinics, index),
                                    .digest = clinics_digest(r->clinics, index)};
    g_autofree char *all = g_strjoin("\n", r->key, clinic.digest, clinic.content, clinic.out, NULL);
    clinic.key = digest_of_text(all);
    if (may_stand(r, &clinic) && told_find(clinic.out, clinic.key, &told)) {
        tell(r, clinic.name, &told);
        told_clear(&told);
    } else {
        build(r, &clinic);
    }
    g_free(clinic.content);
    g_free(clinic.out);
    g_free(clinic.digest);
    g_free(clinic.key);
}

static void print_end(struct rendering *r)
{
    if (r->order->json) {
        json_close_array(r->json);
        g_autofree char *text = json_finish(r->json);
        puts(text);
        return;
    }
    diag_print_count(r->done, "clinic", stdout);
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

/* Of this program with its fonts, and of what it is asked for. */
static char *key_of(const struct rendering *r)
{
    const struct build_options *each = r->order->each;
    struct style *style = style_default();
    struct diag *passed_over = diag_new(false); /* each clinic's own font is told of with it */
    keep_fonts(r->keep, each->fonts_path, style->font_family, passed_over);
    g_autofree char *surroundings = build_key_surroundings(keep_fonts_state(r->keep));
    g_autoptr(GString) key = g_string_new(surroundings);
    g_string_append_printf(key, " %d%d%d%d%d", each->proof, each->asked, each->also != NULL,
                           r->order->strict, r->order->verbose);
    for (const struct product *const *product = each->products; *product; product++)
        g_string_append_printf(key, " %s", (*product)->name);
    style_free(style);
    diag_free(passed_over);
    return g_strdup(key->str);
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
    r.key = key_of(&r);
    r.printed = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    render_clinics(&r);
    g_hash_table_unref(r.printed);
    g_free(r.key);
    keep_free(r.keep);
    clinics_close(r.clinics);
    return r.sum.status;
}
