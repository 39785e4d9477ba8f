/*
 * The typesetter's desk: what every file of layout/ needs while it sets one product. A product's
 * `lay_out` owns its desk; all that the desk points to is borrowed and outlives it, but the Pango
 * context, which is its own.
 *
 * The first part is the same from beginning to end. The second is what setting goes by now: a
 * product may set a part of its matter in another size, and try whether something fits (`struct
 * trial`). The third says how it went.
 */
#ifndef HANDOUT_LAYOUT_SETTER_H
#define HANDOUT_LAYOUT_SETTER_H

#include "base/diag.h"
#include "content/style.h"
#include "content/tones.h"
#include "document/document.h"
#include "layout/breaker.h"
#include "layout/font.h"
#include "layout/profile.h"

/* What may be done with a word that is wider than its line; and with a fact, which else is parted
 * between its words. */
enum parting {
    PARTING_NOTHING,  /* nothing, with facts neither: it is an error */
    PARTING_NONE,     /* nothing: it is an error */
    PARTING_WORDS,    /* parted by the author's soft hyphens, an address behind its signs, else by
                         the language's patterns */
    PARTING_ANYWHERE, /* the same, then between letters, and at last anywhere, numbers too */
    PARTING_COUNT
};

/* How wide pictures are, at most. */
enum pictures {
    PICTURES_SPARE, /* less where paper is short */
    PICTURES_LARGE, /* as they look best */
    PICTURES_FULL   /* as the text */
};

struct setter {
    const char *product;             /* as messages name it: "large" */
    struct fonts *fonts;             /* where faces come from */
    PangoContext *context;           /* language and direction of the document; owned */
    const struct document *document; /* the one that is set: its title, direction and labels */
    const struct style *style;       /* colours and paper, as the clinic has them */
    const struct profile *profile;   /* how the product looks */
    struct color ground;             /* what words stand on: white paper, else the screen's */
    const struct tones *tones; /* of a screen's ground, lent; NULL: discs of numbers have none */
    double tracking;           /* [em] added between letters that stand by themselves */
    struct gaps *gaps;         /* of letters, which are moved to keep them; lent; NULL: none are */
    double frame_height;       /* [pt] of an empty frame: the most that a picture may ask for */
    bool leave_references;     /* numbers of notes are left out, and links are plain words
                                  (screens: nobody can follow them) */
    bool enlarge_images;       /* pictures fill the width (screens), else they keep a fine
                                  resolution (paper) */

    double body;         /* [pt] real em size of body text */
    double leading;      /* [pt] baseline distance of body text */
    double growth;       /* `body` ÷ the em of the smallest letters of its screen; on paper 1 */
    double spaces;       /* share of white spaces that is left, where paper is short; else 1 */
    double pads;         /* the same of those in and around bands and panels */
    bool small_pictures; /* wide ones take less, where that leaves fewer pages short */
    enum pictures pictures;
    bool part_contents;   /* the list of sections goes on on a second page */
    guint lines;          /* to write on below each question to ask; 0: none */
    guint own_lines;      /* then for the reader's own */
    enum parting parting; /* of words wider than their line */
    bool probing;         /* in a trial: what does not fit is not reported */

    bool optional; /* what does not fit is no error: the product is left out */

    struct diag *diag;     /* gets what cannot be set; borrowed */
    bool unprintable;      /* a character could not be set, which no other size would change;
                              reported */
    bool failed;           /* something did not fit or could not be set; reported, unless probing */
    enum mess mess;        /* of texts that were broken evenly: scraps, too, where marks would touch
                            * the next line's */
    struct broken *broken; /* texts whose lines are known; lent */
    GHashTable *tables;    /* tables whose columns are known (table_known.h); owned; NULL: none
                              yet */
    GHashTable *parted;    /* the words that were parted, owned, each once; NULL: none yet */
    char *first_parted;    /* the first of them; owned */
    struct pos parted_pos;
};

struct layout_job;

/* Makes ready to do `job` with `profile`, in its body size and leading. */
void setter_init(struct setter *setter, const struct layout_job *job,
                 const struct profile *profile);
/* Says how many words were parted, if any were, and frees what is the desk's own. */
void setter_clear(struct setter *setter);

/* Goes on in body text of `nominal` points (Arial-equivalent), with the profile's leading. */
void setter_use_size(struct setter *setter, double nominal);

/* Real em size of a kind of text. [pt] */
double setter_size(const struct setter *setter, enum text_kind kind);

/* Baseline distance of a kind of text. [pt] */
double setter_leading(const struct setter *setter, enum text_kind kind);

/* Of words that no link makes stand out. */
struct color setter_color(const struct setter *setter, enum text_kind kind);

/* The profile's look of a kind of text; lent. */
const struct look *setter_look(const struct setter *setter, enum text_kind kind);

/* The motif that the document has on paper and screens, unless the clinic wants none. */
enum art setter_art(const struct setter *setter);

/* The profile's lines, marks and spaces; lent. */
const struct trim *setter_trim(const struct setter *setter);

/* Says that something at `pos` does not fit (RULE_OVERFLOW, or RULE_LEFT_OUT of an optional
 * product; the message begins with the product), unless probing, and sets setter->failed. */
void setter_overflow(struct setter *setter, struct pos pos, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* Remembers, unless probing, that a word was parted. */
void setter_note_parted(struct setter *setter, struct pos pos, const char *word);

/* How the desk stood before a trial. */
struct trial {
    double body, leading; /* [pt] */
    enum parting parting;
    bool probing, failed;
};

/* From here on something is set only to see whether it fits: sizes and `parting` may be changed
 * at will, and what does not fit is not reported. */
struct trial trial_begin(struct setter *setter);

/* Puts the desk back. True when something did not fit since `trial_begin`. Trials may be nested. */
bool trial_end(struct setter *setter, const struct trial *trial);

#endif
