/*
 * What a build goes by: the clinic's settings, what they are enough for, and what the options ask.
 */
#include "publish/build_parts.h"

#include "content/checks_config.h"
#include "content/group.h"
#include "player/reach.h"
#include "publish/choice.h"

bool build_has_pages(const struct build *build, const struct product *product)
{
    return product_maker(product, build->options->as).painter != NULL;
}

/* Words without pages need none. */
static bool needs_fonts(const struct build *build)
{
    for (const struct product *const *product = build->options->products; *product; product++)
        if (build_has_pages(build, *product))
            return true;
    return false;
}

void build_use_panel(const struct build *build, struct style *style)
{
    if (!build->options->panel)
        return;
    struct screen_setup screen = *build->options->panel;
    screen.overscan = style->screen.overscan;
    screen.pace_wpm = style->screen.pace_wpm;
    style->screen = screen;
}

void build_load_settings(struct build *build)
{
    const char *content = build->options->content_dir;
    g_autofree char *style = g_build_filename(content, STYLE_FILE, NULL);
    g_autofree char *clinic = g_build_filename(content, "clinic.yaml", NULL);
    g_autofree char *labels = g_build_filename(content, "labels", NULL);
    g_autofree char *checks = group_file(content, CHECKS_FILE);
    build->style = style_load(style, build->diag);
    build->clinic = clinic_load(clinic, build->diag);
    build->labels_readable = labels_readable(labels, build->diag);
    checks_config_load(checks, build->diag);
    if (build->style) {
        reach_check(&build->style->screen, build->diag);
        build_use_panel(build, build->style);
    }
    unsigned errors = diag_errors(build->diag);
    if (build->style)
        choice_check(&build->style->selection, build->diag);
    build->choice_sound = diag_errors(build->diag) == errors;
    if (build->style && build->clinic && build->style->logo.image)
        build->clinic->logo = &build->style->logo;
    if (build->clinic)
        check_clinic(build->clinic, build->options->depth, build->diag);
    if (build->style && needs_fonts(build))
        build->fonts = keep_fonts(build->keep, build->options->fonts_path,
                                  build->style->font_family, build->diag);
}

unsigned build_count_in_facts(const struct build *build,
                              unsigned (*count)(const struct diag *diag, const char *path))
{
    g_autofree char *shared = group_shared(build->clinic->path);
    return count(build->diag, build->clinic->path) + (shared ? count(build->diag, shared) : 0);
}

bool build_is_settled(const struct build *build)
{
    return build->style && build->clinic && build->labels_readable && build->folders_readable &&
           build->choice_sound && (build->fonts || !needs_fonts(build)) &&
           build_count_in_facts(build, diag_errors_in) == 0;
}

bool build_labels_are_good(const struct build *build, const struct labels *labels)
{
    return labels && diag_errors_in(build->diag, labels_path(labels)) == 0;
}

const struct labels *build_labels(struct build *build, const char *lang, struct pos from)
{
    gpointer labels;
    if (g_hash_table_lookup_extended(build->labels, lang, NULL, &labels))
        return labels;
    g_autofree char *directory = g_build_filename(build->options->content_dir, "labels", NULL);
    labels = labels_load(directory, lang, from, build->diag);
    g_hash_table_insert(build->labels, g_strdup(lang), labels);
    return labels;
}

bool build_shows(const struct build *build, const struct product *product)
{
    return wall_takes(product, product_maker(product, build->options->as).painter);
}

const struct product *build_shown_product(const struct build *build)
{
    if (build_is_in_passing(build))
        return NULL;
    for (const struct product *const *at = build->options->products; *at; at++)
        if (build_shows(build, *at))
            return *at;
    return NULL;
}

bool build_is_in_passing(const struct build *build)
{
    return build->options->articles && !build->options->asked;
}

struct record *build_record(const struct build *build, const char *name)
{
    const struct build_options *options = build->options;
    struct store *store = options->watched ? keep_store(build->keep) : NULL;
    return record_open(store, options->out_dir, name, options->afresh);
}
