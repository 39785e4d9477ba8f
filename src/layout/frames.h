/*
 * Frames: the places on pages that strips flow into, one after the other. A product says where its
 * frames lie; how strips fill them is the same for all of them.
 *
 * A chain is filled in two steps, so that a product can look at the ends of its frames, and move
 * them, before anything stands on a page: `frames_plan`, then `frames_fill`.
 */
#ifndef HANDOUT_LAYOUT_FRAMES_H
#define HANDOUT_LAYOUT_FRAMES_H

#include "layout/setter.h"
#include "layout/strip.h"

/* A place for strips. */
struct frame {
    struct page *page; /* lent by the layout */
    struct rect area;  /* [pt] on the page */
    bool cut;          /* cut off along its upper edge: a dashed line and white space come first */
};

/* Frames of one width and height that strips run on through. */
struct chain {
    double height; /* [pt] of each frame */
    guint most;    /* how many frames there are; G_MAXUINT: as many as the strips need */

    /* Frame `index` (from 0) of `product`, on a page made for it if need be. Asked once for each
     * frame, in order. */
    struct frame (*open)(void *product, guint index);
    void *product;
    double taken;  /* [pt] of the first frame, by what is no strip */
    double full;   /* share of a frame that it ends short of only where all else fails; 0: any */
    double spaces; /* share of the white space in it that is left then */
};

/*
 * Ends of the frames, as strip indices (of guint), owned by the caller: as many strips go into each
 * as fit (strips_end), with less white space where the chain asks for it. It stops early where a
 * strip fits no frame, and where there is no frame left.
 */
GArray *frames_plan(const struct chain *chain, const GPtrArray *strips);

/* The first strip that a plan has no frame for; the number of strips when all have one. */
guint frames_end(const GArray *ends);

/* First strip of frame `index` of a plan. */
guint frames_start(const GArray *ends, guint index);

/*
 * Strips that must stay in one piece and are higher than a frame are better on two than on none:
 * allows them to be parted, from strip `from` on, and reports it (RULE_CONTACT_SPLIT). False when
 * strip `from` is no such one. `place`: what the frame is called in the report, "a page".
 */
bool frames_part(const struct setter *setter, const GPtrArray *strips, guint from,
                 const char *place);

/* Moves the strips into the frames of a plan; their items take rising `*order` numbers. */
void frames_fill(const struct setter *setter, const struct chain *chain, GPtrArray *strips,
                 const GArray *ends, unsigned *order);

/* Moves the strips [from, to) into one frame. */
void frame_fill(const struct setter *setter, const struct frame *frame, GPtrArray *strips,
                guint from, guint to, unsigned *order);

/* What the line to cut along, with the white space below it, takes of the height of a frame. [pt]
 */
double frame_cut_height(const struct setter *setter);

#endif
