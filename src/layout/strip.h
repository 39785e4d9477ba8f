/*
 * Strips: laid-out matter before it has a page. A strip is what is never cut: one line of text, one
 * table row, one picture, with its items placed relative to its own top left corner. Flow makes a
 * column of strips; filling puts as many of them as fit into a frame.
 */
#ifndef HANDOUT_LAYOUT_STRIP_H
#define HANDOUT_LAYOUT_STRIP_H

#include "layout/page.h"

/* A bar beside strips, such as a quote's; it runs on through the gap between two strips of one
 * owner. */
struct rail {
    const void *owner; /* the block that it belongs to */
    double x, width;   /* [pt] */
    struct color color;
};

/* Of the list of sections. It waits for the number of its page, and is put into its strip then. */
struct entry {
    const struct block *block;
    struct strip *words; /* owned */
    double x, y;         /* [pt] where they go */
    double width;        /* [pt] up to the end of the number */
};

struct strip {
    double gap;               /* [pt] white space above, which falls away at the top of a frame */
    double height;            /* [pt] */
    double ink_top, ink_foot; /* [pt] of the ink of a screen's line, from the strip's top */
    bool keep;                /* the next strip comes into the same frame */
    bool listed;              /* the same within a short list, where the frame is full without */
    bool paired;              /* the same at a list's ends, and rather */
    bool bound; /* of kept ones: not parted from the next one, either, where a chain that is longer
                   than a frame is parted, as long as there is another place */
    bool separator; /* means nothing at the edge of a frame, and is not placed there */
    bool opens;     /* the first one of a heading */
    bool whole; /* one of a chain of kept strips that must not be parted even when it fills a frame
                 */
    bool large; /* it has had many items: its memory serves no other */
    guint standing;    /* of its last items: stand at its foot, however high it becomes */
    GArray *items;     /* of struct item */
    GArray *lines;     /* of struct line, of the runs among the items */
    GArray *rails;     /* of struct rail; NULL: none */
    GPtrArray *repeat; /* strips to show again, as decoration, above this one at the top of a frame;
                        * NULL for none; a reference */
    GArray *entries;   /* of struct entry, which the list of sections has here; NULL: none */
    struct pos pos;
};

struct strip *strip_new(double height, struct pos pos);
void strip_free(struct strip *strip);

/* Gives back most of the memory that the thread has left of strips for those that it makes next: a
 * product's text is set. */
void strips_forget(void);

/* The strip once more, owned by the caller; of strips without entries. */
struct strip *strip_copy(const struct strip *strip);

void strip_add(struct strip *strip, struct item item);

/* Adds an item that is painted and read before the others. */
void strip_prepend(struct strip *strip, struct item item);

/* A run that is heard and copied, and of which nothing is seen: `words`, in the line, the letters
 * and at the start of `like`, or at its end. It has no glyphs, since a browser draws the words of
 * those that have some. */
struct item strip_unseen(const struct item *like, const char *words, bool at_end);

/* Adds bars (of struct rail). */
void strip_add_rails(struct strip *strip, const GArray *rails);

/* Adds a line, of runs that are in the strip. */
void strip_add_line(struct strip *strip, struct line line);

/* A filled path as decoration. The strip owns the path. */
void strip_add_mark(struct strip *strip, struct path *path, struct color color);

/* Baseline of the first line, from the strip's top; 0: it has none, as pictures have, and words
 * that nothing is seen of. [pt] */
double strip_baseline(const struct strip *strip);

/* Moves the items and lines; the strip's own height stays. */
void strip_shift(struct strip *strip, double dx, double dy);

/* Makes a line higher, with its words in the middle as before. [pt] */
void strip_grow(struct strip *strip, double growth);

/* Moves all items and lines of `from` to the end of `strip`, shifted. `from` is left empty. */
void strip_absorb(struct strip *strip, struct strip *from, double dx, double dy);

/* All of them as one, which no frame parts; owned by the caller. The strips are left empty. */
struct strip *strips_join(GPtrArray *strips);

/* Words in the strips from index `from` on. */
unsigned strips_words(const GPtrArray *strips, guint from);

/* Words that are over when the strips, kept together or not, fill one frame of `height` points. */
unsigned strips_words_over(const GPtrArray *strips, double height);

/* Heights and gaps of the strips [from, to) set one under the other at the top of a frame. [pt] */
double strips_height(const GPtrArray *strips, guint from, guint to);

/*
 * Where a frame of `height` points that starts with strip `from` has to end: the index behind the
 * last strip that goes in, so that as many as possible go in without parting kept ones; `from`
 * itself when not even one fits. A chain of kept strips that is longer than the frame is parted
 * where it must be, best where they are not bound, unless it is `whole`.
 */
guint strips_end(const GPtrArray *strips, guint from, double height);

/* The same where short lists may be parted, with `pairs` also at their ends, and white space
 * between strips is that share of what it is. */
guint strips_end_closer(const GPtrArray *strips, guint from, double height, bool pairs,
                        double spaces);

/* Makes the white space between the strips [from, to) less, as far as a frame of that height asks
 * for. */
void strips_squeeze(const GPtrArray *strips, guint from, guint to, double height);

/*
 * Moves the items and lines of the strips [from, to) to `page`, one strip under the other from the
 * point `at` on, with rising
 * `*order` numbers.
 */
void strips_place(GPtrArray *strips, guint from, guint to, struct page *page, struct point at,
                  unsigned *order);

#endif
