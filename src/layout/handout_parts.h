/*
 * The parts of a handout under way. Internal to the files handout*.c.
 */
#ifndef HANDOUT_LAYOUT_HANDOUT_PARTS_H
#define HANDOUT_LAYOUT_HANDOUT_PARTS_H

#include "layout/frames.h"
#include "layout/furniture.h"
#include "layout/job.h"
#include "layout/masthead.h"

/* What stands on pages from top to bottom, below the head of the first and above the contact band
 * of the last. */
#define TEXT_PARTS (PART_ALL & ~PART_SET(PART_SLIP) & ~PART_SET(PART_CONTACT))

/* What is given up for a page less, one after the other. */
enum effort {
    EFFORT_NONE,
    EFFORT_SPACES,  /* white space */
    EFFORT_LEADING, /* between lines, too */
    EFFORT_SERVICES,
    EFFORT_ART,    /* the motif, and a step of the title's size */
    EFFORT_TITLE,  /* another step */
    EFFORT_CLOSE,  /* white space in and around bands and panels, to make one page of two */
    EFFORT_CLOSER, /* more of it */
    EFFORT_COUNT
};

/* A head or a band as the last try had it: the next one mostly differs in something else. */
struct last_set {
    gpointer set;    /* struct masthead_words *, or GPtrArray of bands; owned; NULL: none */
    guint level;     /* of white space that is given up */
    guint head;      /* the same of the masthead */
    bool services;   /* the bands have them */
    bool in_a_trial; /* what does not fit has not been reported */
};

/* Height of a foot, as it was measured last. */
struct last_foot {
    guint number, pages; /* 0: none was */
    guint level;         /* of white space that is given up */
    bool ruled, checked;
    double height; /* [pt] */
};

struct handout {
    struct setter setter;
    struct layout *layout;
    struct profile profile;    /* as it is set now */
    struct scale scale;        /* the same of bands and panels */
    guint level;               /* of their white space that is given up */
    const struct profile *own; /* the format's */
    enum effort effort;        /* that the text takes */
    guint head;                /* what the masthead gives up: a level of handout_head */
    bool services_kept;        /* although that effort gives them up: there is room */
    struct rect sheet;
    struct rect frame;   /* of the text on each page */
    double taken;        /* [pt] of the first page's frame, by the masthead */
    guint slip_page;     /* the one that carries nothing but the contact slip; G_MAXUINT: none */
    guint checked_page;  /* the one that says when the facts were checked; G_MAXUINT: none */
    guint headless_page; /* the one that the contact band fills from top to foot; G_MAXUINT: none */
    guint notes_page;    /* the one with lines on all that the band leaves; G_MAXUINT: none */
    bool noted;          /* there are lines for notes, with their heading */
    struct last_set heads[2]; /* without and with the telephone */
    struct last_set bands;
    struct last_foot feet[2]; /* of first pages, and of others */
    unsigned order;
};

/* The text, with or without a list of its sections, and the ends of its pages. */
struct text {
    GPtrArray *strips;               /* of struct strip *, owned */
    GArray *ends;                    /* owned; NULL: it failed */
    struct masthead_words *masthead; /* owned, until it is placed */
    struct strip *band; /* owned, until it is placed; NULL: the contact block is in the text,
                           because a fact is higher than a page */
    struct strip *help; /* owned, until it is placed: where to call, at the foot of the first
                           page of several; NULL: it has none */
    guint bands;        /* how many shapes the contact block takes; the last is `band` */
    double taken;       /* [pt] of the first page */
    enum effort effort; /* that it was set with */
};

void handout_text_clear(struct text *text);

/* What bands and panels stand on. [pt] */
struct rect handout_wide_frame(const struct handout *handout);

/* The pages for text, which are added to the layout as they are opened. */
struct chain handout_chain(struct handout *handout);

/* Height of the text on page `index`, and what that page has for it. [pt] */
double handout_text_height(const GPtrArray *strips, const GArray *ends, guint index);
double handout_page_room(const struct handout *handout, guint index);

/* The foot of the page that has the contact band: the last, or the last but those of notes and of
 * the slip. */
struct page_foot handout_band_page_foot(const struct handout *handout, guint number, guint pages);

/* Lower edges of the contact band, of the band on a first page, and of the frame of text, from the
 * sheet's. [pt] */
double handout_band_foot(struct handout *handout, guint pages);
double handout_help_foot(struct handout *handout, guint pages);
double handout_frame_foot(const struct handout *handout);

/* Leaves less white space in and around bands and panels, by so many levels; 0: all of it. */
void handout_close(struct handout *handout, guint level);

/* Puts the desk to what that effort leaves of white space. */
void handout_spare(struct handout *handout, enum effort effort);

/* What the masthead gives up then: a level of handout_head. */
guint handout_head_level(enum effort effort);

/* The same level's masthead, before it has a telephone; level 0 has all. */
struct masthead handout_head(guint level);

/* White space above the contact band, at least, and below the masthead. [pt] */
double handout_above_band(const struct handout *handout);
double handout_below_masthead(const struct handout *handout);

/* What of a page's frame the contact band and the space above it take; the same of the band at the
 * foot of the first page. [pt] */
double handout_band_room(struct handout *handout, const struct strip *band, guint pages);
double handout_help_room(const struct text *text);

/* The contact band; as several where it is higher than a page without a head, and none where a fact
 * is; owned by the caller. */
GPtrArray *handout_set_bands(struct handout *handout, bool services);

/* Whether the desk as it is put now sets what it has set then, and says as much. */
bool handout_is_as_last(const struct handout *handout, const struct last_set *last);

/* Frees what the tries have left. */
void handout_forget(struct handout *handout);

/* Takes over the bands: the last is the text's, those before it end the text. */
void handout_take_bands(const struct handout *handout, struct text *text, GPtrArray *bands);

/* Whom to call, at the foot of the first page, where large print leaves room for it. */
void handout_set_help(struct handout *handout, struct text *text);

/* The parts set, with what that effort gives up. */
struct text handout_set(struct handout *handout, unsigned parts, enum effort effort);

/* The same with the least effort that saves most paper. What ails the text was said at the first
 * try. */
struct text handout_fit(struct handout *handout, unsigned parts);

/* It takes less paper than the other. White space alone is also given up to fill pages, and the
 * services for a contact block in one piece. */
bool handout_is_better(const struct handout *handout, const struct text *text,
                       const struct text *than, enum effort effort);

/* What pages before the last of the text lack to be full, in pages. */
double handout_lack(const struct handout *handout, const struct text *text);

/* Sets the text anew with larger pictures, and lines to write on below its questions, as many as
 * there is room for: those for the reader's own give way first. */
void handout_use_room(struct handout *handout, unsigned parts, struct text *text);

/* What page `index` has free below its text, above the bands and the `slip` at the foot of the
 * last. [pt] */
double handout_free_room(struct handout *handout, const struct text *text, guint index,
                         double slip);

/* Lines to write on below the text, where its last page has room for some above the band and the
 * `slip` [pt]. Of several sheets the last one's back is never blank: where the pages are odd there
 * is one more, with the band at its foot. */
void handout_add_notes(struct handout *handout, struct text *text, double slip);

/* The lines of that page, when the pages are there. */
void handout_fill_notes_page(struct handout *handout, const struct text *text);

/* Lines to write on below pages that still end early because what follows stays in one piece; not
 * below the last of the text, nor above whom to call. The pages are filled. */
void handout_fill_short_pages(struct handout *handout, const struct text *text);

/* Gives pages that end early more white space between their parts. */
void handout_spread(struct handout *handout, struct text *text, double slip);

/* Says how the contact block was made to fit. */
void handout_report_contact(const struct handout *handout, const struct text *text);

#endif
