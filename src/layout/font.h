/*
 * The private font set: only the faces that fonts/fonts.conf admits, in its order, on every machine
 * alike.
 */
#ifndef HANDOUT_LAYOUT_FONT_H
#define HANDOUT_LAYOUT_FONT_H

#include "base/diag.h"

#include <hb.h>
#include <pango/pango.h>
#include <stdbool.h>

/*
 * The em that all text is shaped at, whatever its size on the page. [pt] Nothing is hinted, so
 * widths grow evenly with the size; and one size means that Pango looks for faces once for a
 * weight and language, not again for each size. At 16 pt the units of an em of 2048 are whole
 * Pango units.
 */
#define SHAPING_EM 16

/* Codes to type are set in this family: 0 and O, 1 and l differ, and each blank shows. */
#define FONTS_CODE_FAMILY "Noto Sans Mono"

/* One font face. All ratios are shares of the em. */
struct face {
    char *name;        /* PostScript name */
    char *path;        /* file it came from */
    char *stamp;       /* of that file when it was opened: another may stand there by now */
    unsigned index;    /* within a collection */
    hb_face_t *hb;     /* may be used by several threads, */
    hb_font_t *font;   /* as may this, in units of the em */
    struct kept *kept; /* face_kept() */
    bool cff;          /* outlines are CFF (OpenType), not TrueType */
    bool bold;
    unsigned units_per_em;
    double x_height;        /* top of 'x'; the first choice's where the face has no Latin letters */
    double cap_height;      /* height of 'I'; the same */
    double ascent, descent; /* hhea; descent positive */
    double average_width;   /* mean advance of English text, letter frequencies with the space */
};

struct fonts;
struct gaps;
struct plans;

/*
 * Loads the set described by the fontconfig file `path` with `family` as the first choice. NULL,
 * with RULE_FONT_CONFIG reported, when the file is unreadable, or that family or the one for codes
 * is not in the set (the message names the package or the folder). To be used by one thread at a
 * time; faces may be read by any thread until the last copy is freed.
 */
struct fonts *fonts_load(const char *path, const char *family, struct diag *diag);
/* The same set for another thread, with the same faces. Any thread. */
struct fonts *fonts_copy(const struct fonts *fonts);
void fonts_free(struct fonts *fonts);

/* A Pango context over this set: 1 Pango point = 1 pt, no hinting, no rounding. Owned by the caller
 * (g_object_unref). */
PangoContext *fonts_context(const struct fonts *fonts);

/*
 * Sees to it that a text set with the context gets the faces that the whole set gives it: reads the
 * whole set when the family lacks one of its letters. (It is the first choice for all that it has,
 * so it alone says whether more are needed.) To be called before Pango sees a text.
 */
void fonts_cover(struct fonts *fonts, PangoContext *context, const char *text);
/* Reads the whole set for the contexts made from now on; false when it has been read before, or
 * cannot be read any more. */
bool fonts_widen(struct fonts *fonts);

/* The first-choice family's regular or bold face; lent. Sizes are reckoned from the regular one. */
const struct face *fonts_primary(const struct fonts *fonts, bool bold);

/* What a painter keeps for a face, for as long as the face is there; lent to any thread. `make`
 * makes it of the face's file when it is first asked for, `free` gives it up. */
typedef void *(*face_maker)(const char *path, unsigned index);
void *face_kept(const struct face *face, face_maker make, GDestroyNotify free);

/* Its font that text is shaped with; lent to the thread that has `fonts`. */
PangoFont *fonts_font(struct fonts *fonts, bool bold);

/* The first choice has all letters of a text that is covered (fonts_cover) in both weights. */
bool fonts_has(const struct fonts *fonts, const char *text);

const char *fonts_family(const struct fonts *fonts);

/* What tells by its time that the set is another one, of char *, the caller's: its folders, since
 * packages put files in place of others, and the files that may be written over. */
GPtrArray *fonts_files(const struct fonts *fonts);

/* What has been measured of its letters; lent. */
struct gaps *fonts_gaps(struct fonts *fonts);

/* How its words are shaped; lent. */
struct plans *fonts_plans(struct fonts *fonts);

/* The place of what is remembered of texts that were set in it (layout/broken.h), which `free`
 * gives up; NULL stands there at first. Lent. */
gpointer *fonts_texts(struct fonts *fonts, GDestroyNotify free);

/* Letters for fields by language: char * -> struct typing * (layout/typing.h), which `free` gives
 * up; lent. */
GHashTable *fonts_typings(struct fonts *fonts, GDestroyNotify free);

#endif
