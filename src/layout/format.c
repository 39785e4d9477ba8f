/*
 * The table of formats.
 */
#include "layout/format.h"

#include "layout/sample.h"

static const struct format standard = {
    .name = "standard",
    .help = "print handout, 14 pt",
    .folder = "print",
    .suffix = "",
    .painter = "pdf",
    .printing = "two-sided, flip on long edge, 100 %",
    .medium = MEDIUM_PAPER,
    .profile = &profile_standard,
    .lay_out = handout_lay_out,
};

static const struct format large = {
    .name = "large",
    .help = "large-print handout, 18 pt",
    .folder = "print",
    .suffix = "-large",
    .painter = "pdf",
    .printing = "two-sided, flip on long edge, 100 %",
    .medium = MEDIUM_PAPER,
    .profile = &profile_large,
    .lay_out = handout_lay_out,
};

static const struct format giant = {
    .name = "giant",
    .help = "giant-print handout, 24 pt",
    .folder = "print",
    .suffix = "-giant",
    .painter = "pdf",
    .printing = "two-sided, flip on long edge, 100 %",
    .medium = MEDIUM_PAPER,
    .profile = &profile_giant,
    .lay_out = handout_lay_out,
};

static const struct format brochure = {
    .name = "brochure",
    .help = "tri-fold brochure, one sheet",
    .folder = "print",
    .suffix = "-brochure",
    .painter = "pdf",
    .printing = "two-sided, flip on short edge, 100 %",
    .medium = MEDIUM_PAPER,
    .profile = &profile_brochure,
    .lay_out = brochure_lay_out,
};

static const struct format booklet = {
    .name = "booklet",
    .help = "large-print booklet to fold and staple",
    .folder = "print",
    .suffix = "-booklet",
    .painter = "pdf",
    .printing = "two-sided, flip on short edge, 100 %",
    .medium = MEDIUM_PAPER,
    .profile = &profile_booklet,
    .lay_out = booklet_lay_out,
};

static const struct format booklet_reading = {
    .name = "booklet-reading",
    .help = "the booklet page by page, for screens and screen readers",
    .folder = "print",
    .suffix = "-booklet-reading",
    .painter = "pdf",
    .medium = MEDIUM_PAPER,
    .profile = &profile_booklet,
    .lay_out = booklet_reading_lay_out,
};

static const struct format contact_slip = {
    .name = "contact-slip",
    .help = "slips to fill in, several to a sheet",
    .folder = "print",
    .suffix = "-contact-slip",
    .painter = "pdf",
    .printing = "one-sided, 100 %, then cut",
    .medium = MEDIUM_SLIPS,
    .profile = &profile_standard,
    .lay_out = slip_lay_out,
};

static const struct format screen = {
    .name = "screen",
    .help = "lobby screens, letters sized by viewing distance",
    .folder = "lobby",
    .suffix = "",
    .painter = "png",
    .medium = MEDIUM_SCREEN,
    .profile = &profile_screen,
    .lay_out = screen_lay_out,
};

const struct format *const formats[] = {
    &standard, &large, &giant, &brochure, &booklet, &booklet_reading, &contact_slip, &screen, NULL};

const struct format *format_find(const char *name)
{
    for (const struct format *const *format = formats; *format; format++)
        if (g_str_equal((*format)->name, name))
            return *format;
    return NULL;
}

struct layout *format_lay_out(const struct format *format, const struct layout_job *job)
{
    struct layout *layout = format->lay_out(job);
    if (layout && job->document->sample)
        sample_mark(layout, job);
    return layout;
}
