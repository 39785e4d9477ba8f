/*
 * How the clinic wants its products to look, from style.yaml. Every key has a default, so the file
 * may be empty. An ink or ground under 7:1 is refused (WCAG 2.2 1.4.6); an accent that is too pale
 * is darkened, and that is said.
 */
#ifndef HANDOUT_CONTENT_STYLE_H
#define HANDOUT_CONTENT_STYLE_H

#include "base/diag.h"
#include "base/geometry.h"
#include "content/categories.h"
#include "content/fact.h"
#include "content/hours.h"
#include "content/logo.h"
#include "content/selection.h"

/* In the content directory. */
#define STYLE_FILE "style.yaml"

enum paper { PAPER_LETTER, PAPER_A4, PAPER_COUNT };

/* How a brochure folds: one panel tucked into the others, or like an accordion. */
enum fold { FOLD_ROLL, FOLD_Z, FOLD_COUNT };

/* Where a handout has its contact slip. */
enum slip_place {
    SLIP_FIT,    /* where it costs no paper: below the text, with nothing to read behind it */
    SLIP_ALWAYS, /* else on a sheet of its own */
    SLIP_NEVER,
    SLIP_PLACE_COUNT
};

/* The panel on the wall and where its readers stand. Defaults: 43 in, 1920×1080, 3 m, within reach,
 * 5 % overscan. */
struct screen_setup {
    int width_px, height_px;
    double diagonal_in;      /* [in] */
    double distance_mm;      /* [mm] from the farthest reader to the panel */
    double mounting_mm;      /* [mm] height above the floor of the lowest line of text */
    struct pos mounting_pos; /* where the clinic says so; line 0: it does not */
    double overscan; /* share of the width and of the height kept clear at each edge, 0.05 = 90 %
                        safe area */
    double pace_wpm; /* [words a minute] how fast the slowest reader reads */
};

/* The lobby show. */
struct show_setup {
    struct fact_list order;   /* names of the articles that come first, in this order */
    struct times night;       /* when the display shows its dark colours; from == to: never */
    bool night_pictures;      /* a second set of pictures has them, for displays that cannot change
                                 colours */
    bool speech;              /* visitors who ask for it have articles read aloud */
    bool language_rounds;     /* each language has a round of its own; else what is said in several
                                 plays in one after another */
    char *base_url;           /* where the show lies on a web server, for lists that are read
                                 elsewhere; owned; NULL: names in them are relative */
    unsigned contact_every_s; /* [s] after so long it is told again how to reach the clinic, and */
    unsigned announcements_every_s; /* announcements come again, both between articles */
};

/* Of paper for an embosser (print-standards 4.2). */
struct braille_setup {
    unsigned cells; /* in a line */
    unsigned lines; /* on a page */
};

struct style {
    char *font_family;
    enum paper paper;
    enum fold fold;
    enum slip_place slip;
    struct color ink; /* text */
    struct color
        ground; /* paper in screens; PDF pages stay unpainted (white paper is assumed there) */
    struct color accent; /* headings, rules, marks, grounds: settled by tones.h */
    struct logo logo;    /* in heads, on covers and screens */
    bool saver;          /* dark grounds on paper are frames */
    bool plain;          /* no motifs, and no tiles on screens, whatever articles say */
    bool own_ink;        /* the file gives it: screens have one by rule else */
    struct screen_setup screen;
    struct show_setup show;
    struct braille_setup braille;
    struct categories *categories; /* owned; NULL: folders go by their own names */
    struct selection selection;    /* of products, where articles choose none */
};

/* A missing file gives the defaults. NULL when the file has errors (reported). */
struct style *style_load(const char *path, struct diag *diag);

/* The same of a copy, beside which the logo does not lie: it has none. */
struct style *style_load_copy(const char *path, struct diag *diag);

/* What a clinic has that chooses nothing. */
struct style *style_default(void);
void style_free(struct style *style);

/* Sheet size, portrait. [pt] */
struct rect paper_sheet(enum paper paper);

#endif
