/*
 * What the files of the screen format share while they lay out one show: the panel, the frame that
 * all of its screens have, and the ground that stands now.
 *
 * The frame is made of one size, the em of the smallest letters. The spine runs along the edge
 * where lines start; the topic stands at the top of the area, and what a screen says hangs below
 * it, so that its first line never moves within a section. (lobby-standards 4.2; numbers:
 * screen_look)
 */
#ifndef HANDOUT_LAYOUT_SCREEN_SHOW_H
#define HANDOUT_LAYOUT_SCREEN_SHOW_H

#include "content/tones.h"
#include "layout/setter.h"
#include "layout/strip.h"

/* How the keys of a table stand, on all of its cards alike. */
struct card_keys {
    bool beside;  /* at the side; else on top */
    bool stacked; /* on top: below what their column is called, also where one line has both */
    guint band;   /* on top: index of the largest of their sizes (screen_card_look.band) */
    bool said;    /* the topic above says already what their column is called: it is heard, not
                     seen */
};

struct show {
    struct setter setter;    /* works with the three below */
    struct profile profile;  /* the job's */
    struct trim trim;        /* its marks, as screens have them */
    struct style style;      /* the clinic's, with ink and accent as the ground has them */
    const struct style *own; /* the clinic's */
    struct layout *layout;   /* gets a page a screen; passes to the caller of screen_lay_out */
    struct rect panel;       /* [pt] the whole picture */
    struct rect area;        /* [pt] of words: from the top of the first line's capitals to the
                                lowest ink */
    bool narrowed;     /* the area is what a picture leaves: no word or fact is parted in it */
    double em;         /* [pt] of the smallest letters, at their legal size */
    double cap_height; /* [pt] of their capital letters */
    unsigned em_px;    /* the same em, a whole number of the panel's pixels */
    double gap;        /* baseline distance ÷ capital height, in the show's script */
    double spine;      /* [pt] its unit of width */
    double size;       /* of the letters now ÷ their legal size */
    enum ground_kind ground;   /* what stands now */
    struct tones tones;        /* its colours */
    guint turns;               /* that sections have taken so far (screen_grounds.h) */
    const GPtrArray *cards;    /* the rows that were looked at last; lent; NULL: none yet */
    bool topped;               /* their topic stands above them */
    struct card_keys keys;     /* how their keys stand */
    const struct bands *bands; /* of a list of when to call, which stand there instead of a topic;
                                  lent; NULL: it is none */
    const struct image *logo;  /* as it stands there (screen_logo.h); lent; NULL: not known yet */
    GPtrArray *noted;          /* of const struct element *: notes that have had their screen */
};

/* Place in the reading order of what is heard behind all words of a screen. */
enum { SCREEN_BEHIND_ALL = 1 << 16 };

struct layout_job;

/* Makes ready to lay out the job's screens: the panel, the frame, and letters of the legal size on
 * paper. What it gives to the show is freed by whoever lays out. */
void screen_show_init(struct show *show, const struct layout_job *job);

/* Baseline distance of the smallest letters. [pt] */
double show_lead(const struct show *show);

/* How deep letters of `size` hang below their baseline. [pt] */
double show_descent(const struct show *show, double size);

/* From the top of the area to the capitals of what stands below `lines` lines of the topic. [pt] */
double show_topic_height(const struct show *show, guint lines);

/* [pt] The area of words as it is on small panels: it begins nearer to the spine. */
struct rect show_near_area(const struct show *show);

/* Most lines of a topic: fewer where there are few in all. */
guint show_topic_lines(const struct show *show);

/* True where the panel stands on its shorter side. */
bool show_is_upright(const struct show *show);

/* Letters in a line, and lines below each other, of the smallest size. */
double show_letters(const struct show *show);
unsigned show_lines(const struct show *show);

/* Goes on in letters of `size` times their legal size. */
void screen_use_size(struct show *show, double size);

/* Goes on upon that ground, in its colours. */
void screen_use_ground(struct show *show, enum ground_kind ground);

/* A new screen on the ground that stands now. */
struct page *show_add_page(struct show *show, const char *title);

/* White space that strips have above the capitals of the first line, and below the letters of the
 * last one, which hang down by `descent`: less than 0 where they hang out of their strip; 0 where
 * no words stand there. [pt] */
double screen_head_space(const struct show *show, const GPtrArray *strips);
double screen_foot_space(const GPtrArray *strips, double descent);

/* Height of the strips without those spaces, in letters of `size`. [pt] */
double screen_ink_height(const struct show *show, const GPtrArray *strips, double size);

/* Places all strips, the capitals of the first line `y` points below the top of the area. */
void screen_place(struct show *show, struct page *page, GPtrArray *strips, double y,
                  unsigned *order);

/* Says that `words` words at `pos` do not fit one screen. */
void screen_report_overflow(struct show *show, struct pos pos, unsigned words);

/* Says from how far the screen with the words at `pos` can be read in letters of that size. */
void screen_report_distance(struct show *show, struct pos pos, double size);

#endif
