/*
 * What planning and placing of screens have in common.
 */
#include "layout/screen_show.h"

#include "layout/job.h"
#include "layout/screen_size.h"
#include "layout/text.h"

#include <math.h>
#include <stdio.h>

void screen_report_overflow(struct show *show, struct pos pos, unsigned words)
{
    setter_overflow(&show->setter, pos,
                    "%u words do not fit one screen in letters %.0f mm high; shorten them, or set "
                    "a larger panel or a shorter viewing distance in style.yaml",
                    words, screen_cap_height_mm(&show->setter.style->screen));
}

void screen_report_distance(struct show *show, struct pos pos, double size)
{
    const struct screen_setup *screen = &show->setter.style->screen;
    double cap = show->cap_height * size, least = screen_cap_height_mm(screen);
    double letters = screen_size_share(screen, cap) * least;
    double reach = floor(screen_reach_m(screen, cap) * 10) / 10,
           distance = screen->distance_mm / 1000;
    if (reach < distance)
        diag_report(
            show->setter.diag, RULE_SCREEN_DISTANCE, pos,
            "%s: letters %.0f mm: readable to %.1f m, not to the %g m of the farthest chair",
            show->setter.product, letters, reach, distance);
    else
        diag_report(
            show->setter.diag, RULE_SCREEN_DISTANCE, pos,
            "%s: letters %.0f mm: readable from the farthest chair, but not the %.0f mm that "
            "letters so high on the wall need; hang the panel lower",
            show->setter.product, letters, least);
}

void screen_use_size(struct show *show, double size, double gap)
{
    const struct face *face = fonts_primary(show->setter.fonts, false);
    show->size = size;
    show->setter.body = show->cap_height * size / face->cap_height;
    show->setter.leading = show->cap_height * size * gap;
    show->profile.heading_leading = gap * face->cap_height;
}

GPtrArray *screen_set_progress(struct show *show, guint part, guint parts)
{
    char at[16], of[16];
    snprintf(at, sizeof at, "%u", part);
    snprintf(of, sizeof of, "%u", parts);
    g_autofree char *words =
        labels_format(show->setter.document->labels, LABEL_PART_OF, "part", at, "parts", of, NULL);
    struct span span = {.text = words, .strong = true};
    g_autoptr(GPtrArray) spans = g_ptr_array_new();
    g_ptr_array_add(spans, &span);
    return text_set(&show->setter, spans, TEXT_BODY, show->safe.width, ALIGN_END);
}

/* Width of the widest progress line to expect, with white space before it. [pt] */
static double progress_width(struct show *show)
{
    struct trial trial = trial_begin(&show->setter);
    g_autoptr(GPtrArray) strips = screen_set_progress(show, 88, 88);
    trial_end(&show->setter, &trial);
    const struct strip *line = strips->pdata[0];
    double start = show->safe.width;
    for (guint i = 0; i < line->items->len; i++)
        start = MIN(start, g_array_index(line->items, struct item, i).box.x);
    double width = show->setter.document->rtl ? text_line_end(line) : show->safe.width - start;
    return width + show->setter.body;
}

void screen_show_init(struct show *show, const struct layout_job *job)
{
    const struct face *face = fonts_primary(job->fonts, false);
    double cap = screen_cap_height(&job->style->screen, face);
    *show = (struct show){.layout = job_new_layout(job), .profile = *job->profile};
    show->noted = g_ptr_array_new();
    setter_init(&show->setter, job, &show->profile);
    show->panel = screen_panel(&job->style->screen);
    double x = show->panel.width * job->style->screen.overscan;
    double y = show->panel.height * job->style->screen.overscan;
    show->safe = (struct rect){x, y, show->panel.width - 2 * x, show->panel.height - 2 * y};
    show->cap_height = cap;
    double pitch = show->panel.width / job->style->screen.width_px;
    show->em_px = (unsigned)lround(cap / face->cap_height / pitch);
    screen_use_size(show, 1, screen_look.roomy);
    show->setter.tracking = screen_look.tracking;
    show->setter.parting = PARTING_WORDS;
    show->setter.enlarge_images = true;
    show->setter.ground = job->style->ground;
    show->setter.leave_references = true;
    show->setter.frame_height = show->safe.height;
    show->progress = progress_width(show);
}
