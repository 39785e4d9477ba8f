/*
 * The wall: the screens of all articles, which the lobby's display shows in one sequence. They are
 * painted one by one and published together, as a show in a folder of its own. An article with a
 * screen that could not be painted is not shown; when none can be, or the wall is spoiled, the show
 * of before stays as it was.
 */
#ifndef HANDOUT_PUBLISH_WALL_H
#define HANDOUT_PUBLISH_WALL_H

#include "base/diag.h"
#include "paint/painter.h"
#include "player/cycle.h"
#include "publish/keep.h"
#include "publish/pictures.h"
#include "publish/products.h"
#include "publish/report.h"

struct wall;
struct screen; /* one picture on it */

/* All of it is borrowed until `wall_free`. */
struct wall_setup {
    const char *out_dir;     /* the show's folder goes below it */
    struct cycle_setup show; /* read when the show is published */
    struct keep *keep;
    struct pictures **pictures; /* of the show that stands, where they are known by then; or NULL */
    const char *speaker;        /* the file of handout-speak; NULL: nothing is read aloud */
    struct diag *diag;

    /* Hears how far reading aloud is (publish/speaker.h); may be NULL. */
    void (*heard)(void *user, unsigned done, unsigned total);
    void *user;
};

struct wall *wall_new(const struct wall_setup *setup);
void wall_free(struct wall *wall);

/* True for products that go there when this painter paints them. Previews by another one do not. */
bool wall_takes(const struct product *product, const struct painter *painter);

/* Makes room for a screen behind those that are there. The source has no picture yet; its layout
 * must outlive the wall. The screen is lent. */
struct screen *wall_add(struct wall *wall, const struct product *product,
                        const struct slide_source *source);

/* Paints the screen, unless one that looks the same was painted before. Reports what fails. Any
 * thread, each screen once. */
void wall_paint(struct wall *wall, struct screen *screen, const struct painter *painter,
                const struct paint_job *job);

/* In which language the show begins where it has it (publish/home.h); interned. An urgent message
 * does not wait for it. */
void wall_set_home(struct wall *wall, const char *home);

/* Takes the sheet for who puts up the display. */
void wall_add_sheet(struct wall *wall, GBytes *pdf);

/* What all screens need is not there (reported): there will be no show. */
void wall_spoil(struct wall *wall);

/* Publishes the show, and tells of its files, how long it is, what is gone and what is not shown.
 */
void wall_publish(struct wall *wall, struct report *report);

#endif
