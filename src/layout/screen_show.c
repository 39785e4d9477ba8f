/*
 * What planning and placing of screens have in common.
 */
#include "layout/screen_show.h"

#include "base/slug.h"
#include "layout/frames.h"
#include "layout/job.h"
#include "layout/screen_size.h"
#include "layout/screen_tones.h"

#include <math.h>

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
    double letters = floor(screen_size_share(screen, cap) * least + 1e-6);
    double reach = screen_reach_m(screen, cap), distance = screen->distance_mm / 1000;
    if (reach < distance)
        diag_report(
            show->setter.diag, RULE_SCREEN_DISTANCE, pos,
            "%s: letters %.0f mm: readable to %.1f m, not to the %g m of the farthest chair",
            show->setter.product, letters, reach, distance);
    else
        diag_report(
            show->setter.diag, RULE_SCREEN_DISTANCE, pos,
            "%s: letters %.0f mm: readable from the farthest chair, but not the %.0f mm that "
            "letters %s",
            show->setter.product, letters, least,
            screen_hangs_high(screen)
                ? "so high on the wall need; hang the panel lower"
                : "on a wall need at least; shorten the words, or set a larger "
                  "panel in style.yaml");
}

void screen_use_size(struct show *show, double size)
{
    const struct face *face = fonts_primary(show->setter.fonts, false);
    show->size = size;
    show->setter.body = show->em * size;
    show->setter.growth = size;
    show->setter.leading = show_lead(show) * size;
    show->profile.heading_leading = show->gap * face->cap_height;
}

void screen_use_ground(struct show *show, enum ground_kind ground)
{
    show->ground = ground;
    show->tones = screen_tones(show->own, ground);
    show->style.ink = show->tones.ink;
    show->style.accent = show->tones.top;
    show->style.ground = show->setter.ground = show->tones.ground;
    show->setter.tones = &show->tones;
}

double show_lead(const struct show *show)
{
    return show->cap_height * show->gap;
}

double show_descent(const struct show *show, double size)
{
    return show->em * screen_look.descent * size;
}

double show_topic_height(const struct show *show, guint lines)
{
    return lines > 0 ? lines * show_lead(show) + screen_look.below_topic * show->em : 0;
}

bool show_is_upright(const struct show *show)
{
    return show->panel.height > show->panel.width;
}

double show_letters(const struct show *show)
{
    return show->area.width / (screen_look.letter * show->em);
}

unsigned show_lines(const struct show *show)
{
    double more = show->area.height - show->cap_height - show_descent(show, 1);
    return more < 0 ? 0 : 1 + (unsigned)(more / show_lead(show));
}

guint show_topic_lines(const struct show *show)
{
    unsigned lines = show_lines(show);
    if (lines < screen_look.short_lines) /* more would leave no room for a sentence */
        return 1;
    return lines / screen_look.topic_part;
}

/* Scripts whose marks hang deep below their letters, and stand high above them. */
static bool hangs_deep(PangoScript script)
{
    switch ((int)script) {
    case PANGO_SCRIPT_ARABIC:
    case PANGO_SCRIPT_HEBREW:
    case PANGO_SCRIPT_DEVANAGARI:
    case PANGO_SCRIPT_BENGALI:
    case PANGO_SCRIPT_GURMUKHI:
    case PANGO_SCRIPT_GUJARATI:
    case PANGO_SCRIPT_TAMIL:
    case PANGO_SCRIPT_TELUGU:
    case PANGO_SCRIPT_KANNADA:
    case PANGO_SCRIPT_MALAYALAM:
    case PANGO_SCRIPT_SINHALA:
    case PANGO_SCRIPT_THAI:
    case PANGO_SCRIPT_LAO:
    case PANGO_SCRIPT_KHMER:
    case PANGO_SCRIPT_MYANMAR:
    case PANGO_SCRIPT_TIBETAN:
        return true;
    default:
        return false;
    }
}

static double line_gap(const struct show *show)
{
    const struct document *document = show->setter.document;
    int n = 0;
    const PangoScript *scripts =
        pango_language_get_scripts(pango_language_from_string(document->lang), &n);
    bool deep = document->rtl || (n > 0 && hangs_deep(scripts[0]));
    return deep ? screen_look.deep_gap : screen_look.gap;
}

/* [pt] From the spine on, with `clear` times the smallest em between. */
static struct rect area_from(const struct show *show, double clear)
{
    const struct screen_setup *screen = &show->own->screen;
    double width = show->panel.width, height = show->panel.height;
    double x = width * screen->overscan, y = height * screen->overscan;
    double start = MAX(x, show->spine + clear * show->em), top = y + screen_look.top * show->em;
    struct rect area = {start, top, width - x - start, height - y - top};
    if (show->setter.document->rtl)
        area.x = x;
    return area;
}

struct rect show_near_area(const struct show *show)
{
    return area_from(show, screen_look.near_spine);
}

static void find_area(struct show *show)
{
    show->area = area_from(show, screen_look.clear_spine);
    if (show_letters(show) < screen_look.few_letters)
        show->area = show_near_area(show);
}

static void find_frame(struct show *show)
{
    show->gap = line_gap(show);
    show->spine = screen_look.spine * MIN(show->panel.width, show->panel.height);
    find_area(show);
    screen_use_ground(show, GROUND_PAPER);
    screen_use_size(show, 1);
}

/* The show has copies of its own of what grounds change. */
static void take_job(struct show *show, const struct layout_job *job)
{
    *show = (struct show){.layout = job_new_layout(job),
                          .profile = *job->profile,
                          .trim = *job->profile->trim,
                          .style = *job->style,
                          .own = job->style};
    show->noted = g_ptr_array_new();
    show->profile.trim = &show->trim;
    show->trim.title_bar.height = 0;
    setter_init(&show->setter, job, &show->profile);
    show->setter.style = &show->style;
}

void screen_show_init(struct show *show, const struct layout_job *job)
{
    const struct face *face = fonts_primary(job->fonts, false);
    take_job(show, job);
    show->panel = screen_panel(&job->style->screen);
    show->cap_height = screen_cap_height(&job->style->screen, face);
    show->em = show->cap_height / face->cap_height;
    show->em_px = (unsigned)lround(show->em * job->style->screen.width_px / show->panel.width);
    find_frame(show);
    show->setter.tracking = screen_look.tracking;
    show->setter.gaps = fonts_gaps(job->fonts);
    show->setter.parting = PARTING_WORDS;
    show->setter.enlarge_images = true;
    show->setter.leave_references = true;
    show->setter.frame_height =
        MIN(show->area.height, show->area.width / setter_trim(&show->setter)->qr.on_screen);
}

/* What the screen's file is called: by its title, or, in a script of its own, by the article. */
static char *slug_of(const struct show *show, const char *title)
{
    enum { LONGEST = 40 };
    char *slug = slug_new(title, LONGEST);
    return slug ? slug : slug_new(show->setter.document->name, LONGEST);
}

struct page *show_add_page(struct show *show, const char *title)
{
    struct page *page = layout_add_page(show->layout, show->panel.width, show->panel.height);
    page->filled = true;
    page->ground = show->tones.ground;
    page->tones = show->ground;
    page->title = g_strdup(title);
    page->slug = slug_of(show, title);
    return page;
}

double screen_head_space(const struct show *show, const GPtrArray *strips)
{
    const struct strip *first = strips->len > 0 ? strips->pdata[0] : NULL;
    if (!first || first->lines->len == 0)
        return 0;
    const struct line *line = &g_array_index(first->lines, struct line, 0);
    double capitals = line->baseline - line->size * show->cap_height / show->em;
    return MIN(capitals, first->ink_top + screen_look.top * show->em);
}

double screen_foot_space(const GPtrArray *strips, double descent)
{
    const struct strip *last = strips->len > 0 ? strips->pdata[strips->len - 1] : NULL;
    if (!last || last->lines->len == 0)
        return 0;
    return last->height - MAX(strip_baseline(last) + descent, last->ink_foot);
}

double screen_ink_height(const struct show *show, const GPtrArray *strips, double size)
{
    return strips_height(strips, 0, strips->len) - screen_head_space(show, strips) -
           screen_foot_space(strips, show_descent(show, size));
}

void screen_place(struct show *show, struct page *page, GPtrArray *strips, double y,
                  unsigned *order)
{
    struct frame frame = {.page = page, .area = show->area};
    frame.area.y += y - screen_head_space(show, strips);
    frame_fill(&show->setter, &frame, strips, 0, strips->len, order);
}
