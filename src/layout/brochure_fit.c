/*
 * Copy-fitting: the largest size at which all of a brochure has room, or what is over at the
 * smallest.
 */
#include "document/contact.h"
#include "layout/brochure_parts.h"

#include <math.h>

/* The most panels that text may fill. */
guint brochure_most_panels(const struct brochure *brochure)
{
    return brochure->flap_is_text ? INSIDE_PANELS + 1 : INSIDE_PANELS;
}

/* What is left over when all text panels are filled: the first strip index, or the length. */
static guint fill_panels(const struct brochure *brochure, const GPtrArray *strips)
{
    struct chain chain =
        brochure_text_chain(brochure, brochure_most_panels(brochure), brochure_height(brochure));
    g_autoptr(GArray) ends = frames_plan(&chain, strips);
    return frames_end(ends);
}

/* Where the article begins, for what is said of all of it. */
static struct pos brochure_pos(const struct brochure *brochure)
{
    return brochure->setter.document->root->pos;
}

static bool matter_fits(const struct brochure *brochure, const struct matter *matter)
{
    return brochure_fits_one(brochure, matter->cover) &&
           brochure_fits_one(brochure, matter->flap) && brochure_fits_one(brochure, matter->back) &&
           fill_panels(brochure, matter->text) == matter->text->len;
}

/* Says that the words of one place do not fit it, if so, and what helps. */
static void report_place(struct brochure *brochure, const GPtrArray *strips, const char *what,
                         const char *place, const char *cure)
{
    if (brochure_fits_one(brochure, strips))
        return;
    setter_overflow(
        &brochure->setter, brochure_pos(brochure),
        "%s does not fit the %s at %g pt, the smallest size allowed: %u words are over; "
        "%s, or print the format 'standard' instead",
        what, place, brochure->profile.floor, strips_words_over(strips, brochure_height(brochure)),
        cure);
}

static void report_text(struct brochure *brochure, const GPtrArray *strips)
{
    guint left = fill_panels(brochure, strips);
    const struct strip *next = strips->pdata[left];
    if (next->height > brochure_height(brochure))
        setter_overflow(&brochure->setter, next->pos.file ? next->pos : brochure_pos(brochure),
                        "a picture, a card or a row of a table is higher than a panel; shorten it, "
                        "or print the format 'booklet' or 'standard' instead");
    else
        setter_overflow(&brochure->setter, brochure_pos(brochure),
                        "%u words do not fit the six panels at %g pt, the smallest size allowed; "
                        "shorten the article, or print the format 'booklet' or, where that is too "
                        "long, 'standard' instead",
                        strips_words(strips, left), brochure->profile.floor);
}

/* Each place that is too small, with what helps there. */
static void report_overflow(struct brochure *brochure, const struct matter *matter)
{
    const char *contact =
        contact_fact(brochure->setter.document, FACT_SERVICES)
            ? "shorten the facts in clinic.yaml other than 'services', which gave way already"
            : "shorten the facts in clinic.yaml";
    bool half = brochure_begins_on_flap(brochure);
    report_place(brochure, matter->cover, "the title", "cover", "shorten 'title'");
    report_place(brochure, matter->flap,
                 half ? "the contact block" : "what stands before and after the text",
                 half ? "flap and the back" : "flap",
                 half ? contact : "shorten 'summary' or 'questions'");
    report_place(brochure, matter->back, "the contact block", half ? "flap and the back" : "back",
                 contact);
    if (fill_panels(brochure, matter->text) < matter->text->len)
        report_text(brochure, matter->text);
}

static double size_of_step(const struct brochure *brochure, int step)
{
    return brochure->profile.floor + step * brochure_look.size_step;
}

static int step_of_size(const struct brochure *brochure, double nominal)
{
    return (int)lround((MIN(nominal, brochure_look.largest) - brochure->profile.floor) /
                       brochure_look.size_step);
}

/* Panels for the text at most, for a plan that parts nothing worse. NULL: there is none. */
static GArray *plan_text(const struct brochure *brochure, const GPtrArray *strips, enum seam worst)
{
    double height = brochure_height(brochure);
    guint most = brochure_most_panels(brochure), panels = 1;
    GArray *ends = NULL;
    while (!ends && panels <= most)
        ends = brochure_plan(strips, panels++, height, worst);
    return ends;
}

/* The lowest panel is as full as it should be. */
static bool is_full(const struct brochure *brochure, const GPtrArray *strips, const GArray *ends)
{
    double least = brochure_look.least_share * brochure_height(brochure);
    for (guint i = 0; i < ends->len; i++)
        if (strips_height(strips, frames_start(ends, i), g_array_index(ends, guint, i)) < least)
            return false;
    return true;
}

/* So little text that panels of it are part empty in any case. */
static bool is_little(const struct brochure *brochure, const GPtrArray *strips)
{
    double room = INSIDE_PANELS * brochure_height(brochure);
    return brochure_height_of(strips) <= brochure_look.little_share * room;
}

/* As few panels as hold the text; more of the inside ones while that leaves each well filled, so
 * that none holds a line or two. Little text has its sections spread over all of them. */
GArray *brochure_plan_text(const struct brochure *brochure, const GPtrArray *strips, guint *needed)
{
    GArray *ends = plan_text(brochure, strips, brochure->seam);
    *needed = ends ? ends->len : brochure_most_panels(brochure);
    bool little = is_little(brochure, strips);
    enum seam seam = little ? SEAM_SECTIONS : brochure->seam;
    for (guint panels = ends ? ends->len + 1 : INSIDE_PANELS + 1; panels <= INSIDE_PANELS;
         panels++) {
        GArray *wider = brochure_plan(strips, panels, brochure_height(brochure), seam);
        bool better = wider && (little || is_full(brochure, strips, wider));
        if (wider)
            g_array_unref(better ? ends : wider);
        ends = better ? wider : ends;
    }
    if (ends)
        return ends;
    struct chain chain =
        brochure_text_chain(brochure, brochure_most_panels(brochure), brochure_height(brochure));
    return frames_plan(&chain, strips);
}

/* How full the fullest place is: 1 is just full. */
static double share_used(const struct brochure *brochure, const struct matter *matter)
{
    double single = MAX(brochure_height_of(matter->cover), brochure_height_of(matter->flap));
    double text = brochure_height_of(matter->text) / brochure_most_panels(brochure);
    return MAX(single, text) / brochure_height(brochure);
}

/*
 * The largest step at which everything fits, however parted, and -1 where not even the floor does.
 * Text takes up room as the square of its size, so one try tells about where the next one should
 * be.
 */
static int largest_step(struct brochure *brochure)
{
    int low = -1, high = step_of_size(brochure, brochure_look.largest) + 1;
    double guess = brochure->profile.body;
    while (high - low > 1 && !brochure->setter.failed) {
        int step = CLAMP(step_of_size(brochure, guess), low + 1, high - 1);
        double size = size_of_step(brochure, step);
        struct matter tried = {0};
        brochure_set_matter(brochure, &tried, size);
        bool fits = matter_fits(brochure, &tried);
        guess = size / sqrt(share_used(brochure, &tried));
        matter_clear(&tried);
        *(fits ? &low : &high) = step;
    }
    return low;
}

/* The best that the matter may be parted at; SEAM_COUNT where no plan holds it. */
static enum seam best_seam(const struct brochure *brochure, const struct matter *matter)
{
    int seam = SEAM_SECTIONS;
    for (; seam < SEAM_COUNT; seam++) {
        g_autoptr(GArray) ends = plan_text(brochure, matter->text, (enum seam)seam);
        if (ends)
            break;
    }
    return (enum seam)seam;
}

/* The ground of what stands before the first section narrows it: it has none where the text is at
 * its best without. */
static void add_ground(struct brochure *brochure, struct matter *matter, double size)
{
    struct matter tinted = {0};
    brochure->intro = true;
    brochure_set_matter(brochure, &tinted, size);
    brochure->intro &=
        matter_fits(brochure, &tinted) && best_seam(brochure, &tinted) <= brochure->seam;
    matter_clear(brochure->intro ? matter : &tinted);
    *matter = brochure->intro ? tinted : *matter;
}

/* Little text leaves pictures the width of their panel. */
static void grow_pictures(struct brochure *brochure, struct matter *matter, double size)
{
    struct matter grown = {0};
    if (!is_little(brochure, matter->text))
        return;
    brochure->setter.pictures = PICTURES_FULL;
    brochure_set_matter(brochure, &grown, size);
    if (matter_fits(brochure, &grown) && best_seam(brochure, &grown) <= brochure->seam) {
        matter_clear(matter);
        *matter = grown;
    } else {
        brochure->setter.pictures = PICTURES_SPARE;
        matter_clear(&grown);
    }
}

/* Somewhat smaller letters where they let sections or at least sentences be whole. */
bool brochure_fit(struct brochure *brochure, struct matter *matter)
{
    int largest = largest_step(brochure), best = largest;
    brochure->seam = SEAM_COUNT;
    for (int step = largest; step >= MAX(largest - brochure_look.whole_steps, 0) &&
                             brochure->seam > SEAM_SECTIONS && !brochure->setter.failed;
         step--) {
        struct matter tried = {0};
        brochure_set_matter(brochure, &tried, size_of_step(brochure, step));
        enum seam seam = best_seam(brochure, &tried);
        if (matter_fits(brochure, &tried) && seam < brochure->seam) {
            brochure->seam = seam;
            best = step;
        }
        matter_clear(&tried);
    }
    if (brochure->setter.failed)
        return false;
    brochure_set_matter(brochure, matter, size_of_step(brochure, MAX(best, 0)));
    if (largest < 0) {
        report_overflow(brochure, matter);
        return false;
    }
    add_ground(brochure, matter, size_of_step(brochure, best));
    grow_pictures(brochure, matter, size_of_step(brochure, best));
    return !brochure->setter.failed;
}
