/*
 * The sheet for who puts up the display: one of the program's own articles as a handout of this
 * clinic. Nothing about it is for the clinic to mend, so nothing is said of it.
 */
#include "publish/build_parts.h"

#include "player/install.h"

/* Nobody calls the clinic because of it. */
static struct style style_of(const struct build *build)
{
    struct style style = *build->style;
    style.slip = SLIP_NEVER;
    return style;
}

static GBytes *paint(const struct build *build, const struct document *document, struct diag *diag)
{
    const struct product *product = product_find("standard");
    struct style style = style_of(build);
    struct layout *layout =
        setters_lay_out(build->keep, product,
                        (struct layout_job){.document = document, .style = &style, .diag = diag});
    if (!layout)
        return NULL;
    const struct paint_job job = {.layout = layout, .diag = diag};
    GBytes *pdf = product->painter->paint(&job);
    layout_free(layout);
    return pdf;
}

void build_install(struct build *build)
{
    if (!build_shown_product(build) || !build_is_settled(build) || build_show_stands(build) ||
        build->urgent)
        return;
    const struct labels *labels = build_labels(build, INSTALL_LANG, (struct pos){0});
    struct diag *quiet = diag_new(false);
    struct article *article =
        article_of_text("install.md", install_source(&build->style->screen), quiet);
    struct document *document =
        labels ? document_compose(article, build->clinic, labels, MEDIUM_PAPER) : NULL;
    GBytes *pdf = document && build->wall ? paint(build, document, quiet) : NULL;
    if (pdf)
        wall_add_sheet(build->wall, pdf);
    document_free(document);
    article_free(article);
    diag_free(quiet);
}
