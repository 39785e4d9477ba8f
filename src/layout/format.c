/*
 * The table of formats.
 */
#include "layout/format.h"

static const struct format standard = {
    .name = "standard",
    .help = "print handout, 14 pt",
    .folder = "print",
    .suffix = "",
    .painter = "pdf",
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
    .medium = MEDIUM_PAPER,
    .profile = &profile_giant,
    .lay_out = handout_lay_out,
};

static const struct format contact_slip = {
    .name = "contact-slip",
    .help = "slips to fill in, several to a sheet",
    .folder = "print",
    .suffix = "-contact-slip",
    .painter = "pdf",
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

const struct format *const formats[] = {&standard, &large, &giant, &contact_slip, &screen, NULL};

const struct format *format_find(const char *name)
{
    for (const struct format *const *format = formats; *format; format++)
        if (g_str_equal((*format)->name, name))
            return *format;
    return NULL;
}

struct layout *format_new_layout(const struct document *document)
{
    struct layout *layout = layout_new(document->root);
    layout->title = g_strdup(document->title);
    layout->lang = g_strdup(document->lang);
    layout->author = g_strdup(document->author);
    layout->subject = g_strdup(document->subject);
    return layout;
}
