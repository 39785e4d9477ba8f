/*
 * The table of products.
 */
#include "publish/products.h"

#include "layout/sample.h"

/* Of a page alone, and of a slip that is cut off. */
#define ONE_SIDED "one-sided, 100 %"

static const struct product standard = {
    .name = "standard",
    .help = "print handout, 14 pt",
    .folder = "print",
    .suffix = "",
    .printing = "two-sided, flip on long edge, 100 %",
    .one_sided = ONE_SIDED,
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .profile = &profile_standard,
    .lay_out = handout_lay_out,
    .painter = &painter_pdf,
    .of_announcements = true,
};

static const struct product large = {
    .name = "large",
    .help = "large-print handout, 18 pt",
    .folder = "print",
    .suffix = "-large",
    .printing = "two-sided, flip on long edge, 100 %",
    .one_sided = ONE_SIDED,
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .profile = &profile_large,
    .lay_out = handout_lay_out,
    .painter = &painter_pdf,
};

static const struct product giant = {
    .name = "giant",
    .help = "giant-print handout, 24 pt",
    .folder = "print",
    .suffix = "-giant",
    .printing = "two-sided, flip on long edge, 100 %",
    .one_sided = ONE_SIDED,
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .profile = &profile_giant,
    .lay_out = handout_lay_out,
    .painter = &painter_pdf,
};

static const struct product brochure = {
    .name = "brochure",
    .help = "tri-fold brochure, one sheet",
    .folder = "print",
    .suffix = "-brochure",
    .printing = "two-sided, flip on short edge, 100 %",
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .profile = &profile_brochure,
    .lay_out = brochure_lay_out,
    .painter = &painter_pdf,
    .optional = true,
};

static const struct product brochure_reading = {
    .name = "brochure-reading",
    .help = "the brochure panel by panel, for screens and screen readers",
    .folder = "print",
    .suffix = "-brochure-reading",
    .edition_of = "brochure",
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .profile = &profile_brochure,
    .lay_out = brochure_reading_lay_out,
    .painter = &painter_pdf,
    .optional = true,
};

static const struct product booklet = {
    .name = "booklet",
    .help = "large-print booklet to fold and staple",
    .folder = "print",
    .suffix = "-booklet",
    .printing = "two-sided, flip on short edge, 100 %",
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .profile = &profile_booklet,
    .lay_out = booklet_lay_out,
    .painter = &painter_pdf,
    .optional = true,
};

static const struct product booklet_reading = {
    .name = "booklet-reading",
    .help = "the booklet page by page, for screens and screen readers",
    .folder = "print",
    .suffix = "-booklet-reading",
    .edition_of = "booklet",
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .profile = &profile_booklet,
    .lay_out = booklet_reading_lay_out,
    .painter = &painter_pdf,
    .optional = true,
};

static const struct product contact_slip = {
    .name = "contact-slip",
    .help = "slips to fill in, several to a sheet",
    .folder = "print",
    .suffix = "-contact-slip",
    .printing = "one-sided, 100 %, then cut",
    .medium = MEDIUM_PAPER,
    .compose = document_compose_slips,
    .profile = &profile_standard,
    .lay_out = slip_lay_out,
    .painter = &painter_pdf,
};

static const struct product bilingual = {
    .name = "bilingual",
    .help = "a translation beside its source",
    .folder = "print",
    .suffix = "", /* work_stem() says more */
    .printing = "two-sided, flip on short edge, 100 %",
    .one_sided = ONE_SIDED,
    .medium = MEDIUM_PAPER,
    .beside = true,
    .profile = &profile_standard,
    .lay_out = bilingual_lay_out,
    .painter = &painter_pdf,
    .optional = true,
};

static const struct product screen = {
    .name = "screen",
    .help = "lobby screens, letters sized by viewing distance",
    .folder = "lobby",
    .suffix = "",
    .medium = MEDIUM_SCREEN,
    .compose = document_compose,
    .profile = &profile_screen,
    .lay_out = screen_lay_out,
    .painter = &painter_png,
    .of_announcements = true,
};

static const struct product html = {
    .name = "html",
    .help = "a page for browsers and phones, in one file",
    .folder = "web",
    .suffix = "",
    .medium = MEDIUM_WEB,
    .compose = document_compose,
    .writer = &writer_html,
    .of_announcements = true,
    .listed = true,
};

static const struct product text = {
    .name = "text",
    .help = "plain text, for mail and messages",
    .folder = "web",
    .suffix = "",
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .writer = &writer_text,
    .of_announcements = true,
};

static const struct product braille = {
    .name = "braille",
    .help = "braille for an embosser",
    .folder = "braille",
    .suffix = "",
    .printing = "by the embosser, two-sided",
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .writer = &writer_brf,
    .of_announcements = true,
};

static const struct product braille_pef = {
    .name = "braille-pef",
    .help = "the same for embossers and programs that know pages",
    .folder = "braille",
    .suffix = "",
    .edition_of = "braille",
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .writer = &writer_pef,
    .of_announcements = true,
};

static const struct product braille_view = {
    .name = "braille-view",
    .help = "a picture of the braille with its print, for staff",
    .folder = "braille",
    .suffix = "",
    .edition_of = "braille",
    .medium = MEDIUM_PAPER,
    .compose = document_compose,
    .writer = &writer_braille_view,
    .of_announcements = true,
};

const struct product product_urgent = {
    .name = "screen",
    .help = "the urgent message",
    .folder = "lobby",
    .suffix = "",
    .medium = MEDIUM_SCREEN,
    .compose = document_compose,
    .profile = &profile_screen,
    .lay_out = screen_urgent_lay_out,
    .painter = &painter_png,
    .of_announcements = true,
};

const struct product *const products[] = {&standard,
                                          &large,
                                          &giant,
                                          &brochure,
                                          &brochure_reading,
                                          &booklet,
                                          &booklet_reading,
                                          &bilingual,
                                          &contact_slip,
                                          &screen,
                                          &html,
                                          &text,
                                          &braille,
                                          &braille_pef,
                                          &braille_view,
                                          NULL};

const struct product *product_find(const char *name)
{
    for (const struct product *const *product = products; *product; product++)
        if (g_str_equal((*product)->name, name))
            return *product;
    return NULL;
}

const struct product *product_listed(void)
{
    const struct product *const *at = products;
    while (!(*at)->listed)
        at++;
    return *at;
}

struct maker product_maker(const struct product *product, struct maker instead)
{
    if (instead.writer || (instead.painter && product->lay_out))
        return instead;
    return (struct maker){product->painter, product->writer};
}

char *product_file(const struct product *product, struct maker maker, const char *stem)
{
    const char *suffix = maker.painter ? maker.painter->suffix : maker.writer->suffix;
    const char *mark = maker.painter ? maker.painter->mark : "";
    return g_strdup_printf("%s/%s%s%s.%s", product->folder, stem, product->suffix, mark, suffix);
}

bool product_is_file(const struct product *product, struct maker maker, const char *stem,
                     const char *path)
{
    const char *suffix = maker.painter ? maker.painter->suffix : maker.writer->suffix;
    const char *mark = maker.painter ? maker.painter->mark : "";
    const char *const parts[] = {product->folder, "/", stem, product->suffix, mark, ".", suffix};
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++)
        for (const char *part = parts[i]; *part; part++, path++)
            if (*part != *path)
                return false;
    return *path == '\0';
}

struct layout *product_lay_out(const struct product *product, struct layout_job job)
{
    job.product = product->name;
    job.profile = product->profile;
    struct layout *layout = product->lay_out(&job);
    if (layout && job.document->sample)
        sample_mark(layout, &job);
    return layout;
}
