/*
 * A build of its own, with an output directory of its own: its files and those that everybody is
 * shown know nothing of each other.
 */
#include "publish/past_review.h"
#include "base/paths.h"

#include <string.h>

#define ASIDE "build/past-review"

bool past_review_is_found(const struct diag *diag)
{
    return diag_count_rule(diag, RULE_REVIEW_DUE) > 0;
}

char **past_review_names(const struct diag *diag)
{
    g_autoptr(GPtrArray) findings = diag_findings(diag);
    GPtrArray *names = g_ptr_array_new();
    for (guint i = 0; i < findings->len; i++) {
        const struct finding *finding = findings->pdata[i];
        g_autofree char *path = paths_text(finding->pos.file);
        if (finding->rule == RULE_REVIEW_DUE)
            g_ptr_array_add(names, article_name(path));
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

void past_review_run(const struct build_options *options, struct report *report, struct diag *diag)
{
    struct build_options aside = *options;
    g_autofree char *directory = g_build_filename(options->out_dir, ASIDE, NULL);
    aside.out_dir = directory;
    diag_set_severity(diag, RULE_REVIEW_DUE, SEVERITY_WARNING);
    build_run(&aside, report, diag);
}
