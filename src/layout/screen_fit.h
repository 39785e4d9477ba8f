/*
 * One screen: how a stretch of a section's pieces is set on it below the topic, in letters as large
 * as there is room for, and whether it fits.
 */
#ifndef HANDOUT_LAYOUT_SCREEN_FIT_H
#define HANDOUT_LAYOUT_SCREEN_FIT_H

#include "layout/screen_sections.h"
#include "layout/screen_show.h"

/* Pieces that follow each other. */
struct stretch {
    const struct section *section;
    const GArray *pieces; /* of struct piece: all of the section's */
    guint from, to;
};

/* What stands above them. */
struct screen_way {
    const GPtrArray *topic; /* of struct block *; borrowed */
    bool apart;             /* the topic has had a screen of its own: all may stand without */
};

enum fit {
    FIT_WELL,
    FIT_TOO_WIDE, /* a word is wider than the screen */
    FIT_TOO_HIGH,
    FIT_COUNT
};

/* End of the pieces that belong with piece `from`. */
guint stretch_unit_end(const GArray *pieces, guint from);

/* True when the topic has room above words: in its few lines, on a panel that has several. */
bool screen_topic_fits(struct show *show, const GPtrArray *topic);

/* Tries the stretch in letters of the legal size, or in smaller ones if its first piece asks for
 * them. */
enum fit screen_fit(struct show *show, const struct stretch *stretch, const struct screen_way *way);

/* True when the stretch may have letters larger than the legal size. Facts that are parted all keep
 * that, so that no number seems to matter less than others. */
bool screen_may_grow(const struct stretch *stretch);

/* The size that a stretch that fits is set in ÷ the legal size: no more than `most`, unless it does
 * not grow. */
double screen_fit_size(struct show *show, const struct stretch *stretch,
                       const struct screen_way *way, double most);

/* What stands on a screen. */
struct screen_matter {
    GPtrArray *topic; /* strips, owned; empty: there is none */
    GPtrArray *body;  /* strips, owned */
    double size;      /* of the body's letters ÷ their legal size */
    bool statement;   /* it stands where the eye looks: one short sentence, as a rule */
};

/* Sets a stretch that fits, in that size, and remembers the words that were parted. */
struct screen_matter screen_set(struct show *show, const struct stretch *stretch,
                                const struct screen_way *way, double most);

/* True when the stretch is a statement, one short sentence and nothing else, on a panel that holds
 * a good deal more: where a panel holds little, nearly every sentence is short enough, and only
 * headings stand out. */
bool screen_statement_stands_out(const struct show *show, const struct stretch *stretch);

/* Puts it on a page, and frees it. */
void screen_matter_place(struct show *show, struct screen_matter *matter, struct page *page);

#endif
